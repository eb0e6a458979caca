"""Set a field of a film or of a review by hand; what is set by hand always wins over what documents say.

matinee correct "Mask (1985)" runtime_minutes 120
matinee correct mask-1985 directors "Peter Bogdanovich"
matinee correct mask-1985 author "MatineeBalcony" --review 3f2a9c
"""

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
    parser.add_argument(
        "field", metavar="FIELD", help="title, year, tagline, synopsis, directors …; with --review: author, headline …"
    )
    parser.add_argument("value", metavar="VALUE", nargs="+", help="the value; several for a list of names")
    parser.add_argument("--review", metavar="ID", help="correct this review, not the film")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Set the field."""
    from tui.library.views import LISTS

    field = f"review:{args.review}:{args.field}" if args.review else args.field
    value = args.value if args.field in LISTS else " ".join(args.value)

    def act(library: Library) -> str:
        film = told(library, args.film)
        library.correct(args.film, field, value)
        return f"Set {args.field} of {film} to {', '.join(args.value) if isinstance(value, list) else value}"

    return change(args, out, act)
