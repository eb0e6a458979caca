"""A search as a linguist sees it: one line a match, all matches one under the other."""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted

if TYPE_CHECKING:
    from tui.library import Library
    from tui.search.types import ConcordanceLine

VEIL = "(spoiler)"


def show(library: Library, args: argparse.Namespace, out: Output) -> int:
    """Print the concordance of the query."""
    from tui.cli import shapes

    settings = {"film": args.film, "sort": args.sort, "limit": args.limit, "literal": args.literal}
    found = library.concordance(args.query, **settings)
    if args.json:
        out.value(
            {**shapes.whole(found), "total": len(found.lines), "lines": [shapes.whole(one) for one in found.lines]}
        )
        return 0
    for notice in found.notices:
        out.say(notice)
    if out.for_people:
        out.lines(aligned(one, spoilers=args.spoilers) for one in found.lines)
    else:
        out.table((), (cells(one, spoilers=args.spoilers) for one in found.lines))
    more = "" if found.complete else " shown; there are more (--limit)"
    out.say(f"{counted(len(found.lines), 'match', 'matches')}{more}")
    return 0


def cells(one: ConcordanceLine, *, spoilers: bool) -> tuple[str, ...]:
    """Return the line for a pipe: film, kind, id, what stands left, the match, what stands right."""
    veiled = one.spoiler and not spoilers
    left, right = (VEIL, VEIL) if veiled else (one.left.strip(), one.right.strip())
    return (one.film_id, one.kind, one.id, left, one.match, right)


def aligned(one: ConcordanceLine, *, spoilers: bool) -> Line:
    """Return the line for a terminal, the match under the other matches."""
    *_, before, match, after = cells(one, spoilers=spoilers)
    width = shutil.get_terminal_size().columns
    name = min(24, width // 4)
    left = max(8, (width - name - 4) * 2 // 5)
    start = name + 2 + left + 1
    room = max(0, width - start - len(match) - 2)
    text = f"{one.film_title[:name]:{name}}  {before[-left:]:>{left}} {match} {after[:room]}"
    return Line(text, lit=((start, start + len(match)),))
