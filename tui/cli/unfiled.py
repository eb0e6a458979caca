"""List what is waiting for its film."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted, named
from tui.cli.parser import add_json

if TYPE_CHECKING:
    from tui.models import UnfiledView


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--ignored", action="store_true", help="list those that are set aside instead")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the waiting records with their candidates."""
    from tui.cli import shapes
    from tui.cli.session import opened

    with opened(args) as library:
        waiting = library.unfiled(ignored=args.ignored)
    if args.json:
        out.value([shapes.unfiled(one) for one in waiting])
        return 0
    if out.for_people:
        for one in waiting:
            out.lines(_record(one))
    else:
        out.table(("Id", "Document", "Nearest", "Text"), (_row(one) for one in waiting))
    how, remedy = ("waiting for a film", "`matinee file ID FILM` puts one in its place")
    if args.ignored:
        how, remedy = ("set aside", "`matinee ignore ID --not` takes one up again")
    out.say(f"{counted(len(waiting), 'record')} {how}. {remedy}." if waiting else f"Nothing is {how}.")
    return 0


def _row(one: UnfiledView) -> tuple[object, ...]:
    nearest = one.candidates[0].film.id if one.candidates else None
    return (one.id, one.document, nearest, one.text)


def _record(one: UnfiledView) -> Iterator[Line]:
    yield Line(f"{one.id} · {one.document}", style="bold")
    first = one.text.split("\n", 1)[0]
    yield Line(first if len(first) <= 300 else f"{first[:300]}…", indent=2)
    for candidate in one.candidates:
        film = named(candidate.film.title, candidate.film.year)
        yield Line(f"{candidate.score:.0%} {film} [{candidate.film.id}]", indent=2)
        for evidence in candidate.evidence:
            yield Line(f"· {evidence.text}", indent=6)
    yield Line("")
