"""Set a field of a film or of a review by hand; what is set by hand always wins over what documents say.

matinee correct "Mask (1985)" runtime_minutes 120
matinee correct mask-1985 directors "Peter Bogdanovich"
matinee correct mask-1985 author "Kadath Bird" --review 3f2a9c
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change
from tui.cli.output import Output
from tui.cli.parser import add_json
from tui.errors import MatineeError

if TYPE_CHECKING:
    from tui.library import Library

_NUMBERS = ("year", "runtime_minutes")
_LISTS = ("genres", "directors", "writers", "cast", "languages", "countries", "other_titles", "characters")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("film", help='id, title, "Title (year)" or tt id')
    parser.add_argument("field", help="title, year, tagline, synopsis, directors …; with --review: author, headline …")
    parser.add_argument("value", nargs="+", help="the value; several for a list of names")
    parser.add_argument("--review", metavar="ID", help="correct this review, not the film")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Set the field."""
    field = f"review:{args.review}:{args.field}" if args.review else args.field
    value = converted(args.field, args.value)

    def act(library: Library) -> str:
        library.correct(args.film, field, value)
        return f"Set {args.field} of {args.film} to {', '.join(args.value)}"

    return change(args, out, act)


def converted(field: str, words: list[str]) -> str | int | list[str]:
    """Return the value as its field holds it.

    Raises:
        MatineeError: a number or a single value is needed.
    """
    if field in _LISTS:
        return words
    value = " ".join(words)
    if field not in _NUMBERS:
        return value
    try:
        return int(value)
    except ValueError:
        raise MatineeError(field, f"«{value}» is not a whole number", "Give it in digits") from None
