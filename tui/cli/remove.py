"""Take a film out of the library."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change, told
from tui.cli.output import Output
from tui.cli.parser import add_film, add_json

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_film(parser)
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Remove it."""

    def act(library: Library) -> str:
        film = told(library, args.film)
        library.remove(args.film)
        return f"Removed {film}"

    return change(args, out, act)
