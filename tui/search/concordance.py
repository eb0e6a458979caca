"""Every match on a line of its own, aligned on the match: what linguists call key word in context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tui.models import Plain
from tui.search.analysis import normal
from tui.search.matching import Matcher
from tui.search.passages import Passage
from tui.search.types import ConcordanceLine, ConcordanceOrder

WIDTH = 60
"""Characters of context on either side."""
_SPACE = re.compile(r"\s+")


def lines_of(passage: Passage, matcher: Matcher) -> Iterator[ConcordanceLine]:
    """Yield a line for every match in the passage's text."""
    for start, end in matcher.locate(passage.text):
        yield ConcordanceLine(
            film_id=passage.film_id,
            film_title=passage.film_title,
            film_year=passage.film_year,
            kind=passage.kind,
            id=passage.id,
            author=passage.author,
            rating=passage.rating,
            left=_before(passage.text, start),
            match=Plain(_SPACE.sub(" ", passage.text[start:end])),
            right=_behind(passage.text, end),
            span=(start, end),
            spoiler=passage.spoiler,
        )


def in_order(lines: Iterable[ConcordanceLine], order: ConcordanceOrder) -> list[ConcordanceLine]:
    """Return the lines sorted: by the words right or left of the match, by film, by rating (best first), by year."""
    keys: dict[ConcordanceOrder, Callable[[ConcordanceLine], Any]] = {
        "right": lambda line: normal(line.right).split(),
        "left": lambda line: normal(line.left).split()[::-1],
        "film": lambda line: (normal(line.film_title).split(), line.film_year or 0),
        "rating": lambda line: -(line.rating.share if line.rating else -1.0),
        "year": lambda line: (line.film_year or 9999, normal(line.film_title).split()),
    }
    key = keys[order]
    return sorted(lines, key=lambda line: (key(line), line.film_id, line.kind, line.id, line.span))


def _before(text: str, start: int) -> Plain:
    low = max(0, start - WIDTH)
    piece = text[low:start]
    if low and not text[low - 1].isspace():
        cut = _SPACE.search(piece)
        piece = piece[cut.end() :] if cut else piece
    return Plain(_SPACE.sub(" ", piece).lstrip())


def _behind(text: str, end: int) -> Plain:
    high = min(len(text), end + WIDTH)
    piece = text[end:high]
    if high < len(text) and not text[high].isspace():
        cut = max(piece.rfind(" "), piece.rfind("\n"))
        piece = piece[:cut] if cut > 0 else piece
    return Plain(_SPACE.sub(" ", piece).rstrip())
