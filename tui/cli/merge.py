"""Make one film of two."""

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
    add_film(parser, what="the film that stays")
    add_film(parser, "other", "the film that goes into it")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Merge them."""

    def act(library: Library) -> str:
        other = told(library, args.other)
        return f"{other} is now part of {told(library, library.merge(args.film, args.other))}"

    return change(args, out, act)
