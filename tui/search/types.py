"""What a search is asked and what it answers."""

from __future__ import annotations

import msgspec

from tui.models import Kind, Plain, Rating

Span = tuple[int, int]
"""First code point and the one behind the last, in the original text."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One passage that matches."""

    film_id: str
    film_title: Plain
    film_year: int | None
    kind: Kind
    id: str
    """Of the review or trivia; the film's own id for a synopsis."""
    author: Plain | None = None
    topic: Plain | None = None
    headline: Plain | None = None
    rating: Rating | None = None
    date: str | None = None
    spoiler: bool = False
    score: float
    text: Plain
    matches: tuple[Span, ...]
    """In `text`, in order, never overlapping."""
    snippet: Plain
    snippet_matches: tuple[Span, ...] = ()
    """In `snippet`."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many passages match, by what one can narrow to; exact."""

    films: tuple[tuple[str, int], ...] = ()
    """Film id and count, most first."""
    kinds: dict[str, int] = {}
    ratings: dict[int, int] = {}
    """Rating in tenths rounded (0 to 10) to the count of matching reviews with it."""
    authors: tuple[tuple[str, int], ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one query."""

    query: str
    read_as: str
    """How the query was read, in the query language's own canonical notation."""
    notices: tuple[str, ...] = ()
    """For the bar: a malformed part, an unknown field, «no «deformty»; showing deformity»."""
    total: int
    hits: tuple[Hit, ...]
    counts: Counts = Counts()
