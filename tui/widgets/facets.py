"""What a search can be narrowed to: ratings as a histogram drawn twice, kinds, films, authors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from tui.models import Plain
from tui.search.types import Counts
from tui.widgets.row_list import Cells, Piece

What = Literal["rating", "kind", "film", "author"]
KIND_NAMES = {"review": "Reviews", "trivia": "Trivia", "synopsis": "Synopses", "note": "Your notes"}
RARE = 30
"""So many times fewer matches than reviews of the commonest rating are rare."""
MOST = 12
"""Films and authors that are listed."""


class Narrowing(msgspec.Struct, frozen=True):
    """What the user narrowed the search to."""

    rating: int | None = None
    kind: str | None = None
    film: str | None = None
    author: str | None = None

    def toggled(self, facet: Facet) -> Narrowing:
        """Return the same with one facet set, or taken back where it was set."""
        now = getattr(self, facet.what)
        changed: dict[str, Any] = {facet.what: None if now == facet.value else facet.value}
        return replace(self, **changed)

    def applied(self, query: str) -> str:
        """Return the query with rating, kind and author added in the query language."""
        parts = []
        if self.rating is not None:
            parts.append(f"rating:{max(0.0, self.rating - 0.5)}..{min(10.0, self.rating + 0.49)}")
        if self.kind is not None:
            parts.append(f"in:{self.kind}")
        if self.author is not None:
            name = self.author.replace('"', " ")
            parts.append(f'author:"{name}"')
        if not parts:
            return query
        return " ".join([f"({query})" if query else "", *parts]).strip()


class Facet(msgspec.Struct, frozen=True):
    """One row: a value that can be narrowed to, and its counts; a heading without a value."""

    what: What
    value: int | str | None
    title: Plain
    matching: int = 0
    total: int = 0
    on: bool = False
    most_matching: int = 0
    most_total: int = 0


def facets(
    counts: Counts, ratings: Mapping[int, int], narrowing: Narrowing, titles: Mapping[str, Plain]
) -> list[Facet]:
    """Return the rows for an answer's counts.

    Args:
        counts: of what matches.
        ratings: of all reviews: rating in tenths to count.
        narrowing: what is narrowed to already.
        titles: of the films, by id.
    """
    rows = [Facet("rating", None, Plain("Ratings"))]
    most_all, most = max(ratings.values(), default=0), max(counts.ratings.values(), default=0)
    for value in range(10, -1, -1):
        found, total = counts.ratings.get(value, 0), max(ratings.get(value, 0), counts.ratings.get(value, 0))
        on = narrowing.rating == value
        if total or value >= 1:
            rows.append(Facet("rating", value, Plain(f"{value:>2}"), found, total, on, most, most_all))
    kinds = [
        Facet("kind", kind, Plain(title), counts.kinds.get(kind, 0), on=narrowing.kind == kind)
        for kind, title in KIND_NAMES.items()
        if counts.kinds.get(kind, 0) or narrowing.kind == kind
    ]
    films = [
        Facet("film", film, titles.get(film, Plain(film)), count, on=narrowing.film == film)
        for film, count in counts.films[:MOST]
    ]
    authors = [
        Facet("author", name, Plain(name), count, on=narrowing.author == name) for name, count in counts.authors[:MOST]
    ]
    parts: Sequence[tuple[What, str, list[Facet]]] = (
        ("kind", "Kinds", kinds),
        ("film", f"Films · {len(counts.films):,}", films),
        ("author", "Authors", authors),
    )
    for what, title, found_rows in parts:
        if found_rows:
            rows += [Facet(what, None, Plain(title)), *found_rows]
    return rows


def facet_cells(facet: Facet, width: int) -> Cells:
    """Return what a row shows."""
    if facet.value is None:
        words = (("▀", "bar-match"), ("matching", "dim"), ("▄", "bar-all"), ("all", "dim"))
        legend = tuple(Piece(Plain(text), part) for text, part in words)
        return Cells((Piece(facet.title, "heading"),), legend if facet.what == "rating" else (), heading=True)
    sign = Piece(Plain("✓ " if facet.on else "  "), "good")
    count = Piece(Plain(f"{facet.matching:,}"), "plain" if facet.matching else "dim")
    if facet.what != "rating":
        return Cells((sign, Piece(facet.title)), (count,))
    most, all_most = len(f"{facet.most_matching:,}"), len(f"{facet.most_total:,}")
    total = Piece(Plain(f"{f'{facet.total:,}' if facet.total else '':>{all_most}}"), "dim")
    count = Piece(Plain(f"{f'{facet.matching:,}' if facet.matching else '':>{most}}"), "plain")
    room = width - len(facet.title) - 3 - most - all_most - 3
    return Cells((sign, Piece(Plain(f"{facet.title} "), "dim"), *_bars(facet, max(4, room))), (count, total))


def _bars(facet: Facet, width: int) -> tuple[Piece, ...]:
    """Return two bars in one line: what matches above, everything below.

    They have one scale, unless what matches is so rare that its bars would be none; then they have one each.
    """
    rare = facet.most_matching * RARE < facet.most_total
    most = facet.most_matching if rare else max(facet.most_total, facet.most_matching)
    upper = round(width * facet.matching / most) if most else 0
    lower = round(width * facet.total / facet.most_total) if facet.most_total else 0
    upper = max(upper, 1 if facet.matching else 0)
    lower = max(lower, 1 if facet.total else 0)
    both = min(upper, lower)
    return (
        Piece(Plain("▀" * both), "bar-both"),
        Piece(Plain("▀" * (upper - both)), "bar-match"),
        Piece(Plain("▄" * (lower - both)), "bar-all"),
    )
