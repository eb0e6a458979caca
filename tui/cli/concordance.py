"""A search as a linguist sees it: one line a match, all matches one under the other."""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted

if TYPE_CHECKING:
    from tui.library import Library


def show(library: Library, args: argparse.Namespace, out: Output) -> int:
    """Print the concordance of the query."""
    from tui.cli import shapes

    film = library.film(args.film).film.id if args.film else None
    lines = library.concordance(args.query, film=film, sort=args.sort, limit=args.limit, literal=args.literal)
    if args.json:
        out.value({"query": args.query, "total": len(lines), "lines": [shapes.whole(line) for line in lines]})
        return 0
    if not out.for_people:
        rows = ((one.film_id, one.kind, one.id, one.left, one.match, one.right) for one in lines)
        out.table((), rows)
        return 0
    width = shutil.get_terminal_size().columns
    name = min(24, width // 4)
    left = max(8, (width - name - 4) * 2 // 5)
    for one in lines:
        before = one.left[-left:].rjust(left)
        start = name + 2 + len(before) + 1
        room = max(0, width - start - len(one.match) - 2)
        text = f"{one.film_title[:name]:{name}}  {before} {one.match} {one.right[:room]}"
        out.lines([Line(text, lit=((start, start + len(one.match)),))])
    out.say(counted(len(lines), "match", "matches"))
    return 0
