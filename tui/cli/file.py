"""Put a waiting record where it belongs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change, told
from tui.cli.output import Output
from tui.cli.parser import add_film, add_json, add_record

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_record(parser)
    add_film(parser, what='id, title, "Title (year)" or tt id; "Title (year)" of a new film makes it')
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """File the record."""

    def act(library: Library) -> str:
        return f"Filed {args.record} under {told(library, library.file(args.record, args.film))}"

    return change(args, out, act)
