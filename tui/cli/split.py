"""Take reviews off a film that is not theirs; they make a film of their own, or wait for theirs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change, told
from tui.cli.output import Output, counted
from tui.cli.parser import add_film, add_json

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_film(parser, what="the film that they stand with")
    parser.add_argument("reviews", nargs="+", metavar="REVIEW", help="ids of the reviews, as `show --json` gives them")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Split them off."""

    def act(library: Library) -> str:
        film = told(library, args.film)
        other = library.split(args.film, args.reviews)
        where = f"now in {told(library, other)}" if other else "waiting for a film (`matinee unfiled`)"
        return f"{counted(len(args.reviews), 'review')} split off {film}, {where}"

    return change(args, out, act)
