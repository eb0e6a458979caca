"""Make one film of two."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change
from tui.cli.output import Output
from tui.cli.parser import add_json

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("film", help="the film that stays")
    parser.add_argument("other", help="the film that goes into it")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Merge them."""

    def act(library: Library) -> str:
        return f"{args.other} is now part of {library.merge(args.film, args.other)}"

    return change(args, out, act)
