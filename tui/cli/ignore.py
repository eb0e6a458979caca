"""Set a waiting record aside: it is kept, and not asked about again."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change
from tui.cli.output import Output
from tui.cli.parser import add_json, add_record

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_record(parser)
    parser.add_argument("--not", dest="ignored", action="store_false", help="take it up again")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Set it aside."""

    def act(library: Library) -> str:
        library.ignore(args.record, ignored=args.ignored)
        return f"Set {args.record} aside" if args.ignored else f"Took {args.record} up again"

    return change(args, out, act)
