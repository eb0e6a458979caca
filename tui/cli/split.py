"""Make a film of its own of some reviews that were put with the wrong one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change
from tui.cli.output import Output, counted
from tui.cli.parser import add_json

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("film", help="the film that they stand with")
    parser.add_argument("reviews", nargs="+", metavar="REVIEW", help="ids of the reviews that belong to another film")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Split them off."""

    def act(library: Library) -> str:
        library.split(args.film, args.reviews)
        return f"{counted(len(args.reviews), 'review')} split off {args.film}"

    return change(args, out, act)
