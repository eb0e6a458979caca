"""What a search is asked and what it answers."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

from tui.models import Kind, Plain, Rating

Span = tuple[int, int]
"""First code point and the one behind the last, in the original text."""

ConcordanceOrder = Literal["right", "left", "film", "rating", "year"]
"""What the lines of a concordance are sorted by: the words right or left of the match, or its film."""

PLOT = "#plot"
"""Behind a film's id: the id of its plot, which tells the end."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One passage that matches."""

    film_id: str
    film_title: Plain
    film_year: int | None
    kind: Kind
    id: str
    """Of the review, trivia or note; the film's own id for its synopsis, with `PLOT` behind it for its plot."""
    author: Plain | None = None
    topic: Plain | None = None
    headline: Plain | None = None
    """Of a review: its headline. Of a synopsis: one line with the film's title, people and genres."""
    rating: Rating | None = None
    date: str | None = None
    spoiler: bool = False
    score: float
    text: Plain
    matches: tuple[Span, ...]
    """In `text`, in order, never overlapping."""
    heading_matches: tuple[Span, ...] = ()
    """In `headline` or `topic`, whichever there is."""
    snippet: Plain
    """The densest passage; empty for a spoiler unless spoilers were asked for."""
    snippet_matches: tuple[Span, ...] = ()
    """In `snippet`."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many passages match, by what one can narrow to; exact."""

    films: tuple[tuple[str, int], ...] = ()
    """Film id and count, most first; at most 1,000 unless all are asked for, the rest is in `other_films`."""
    other_films: int = 0
    """Passages that match in films that are not listed."""
    kinds: dict[str, int] = {}
    ratings: dict[int, int] = {}
    """Rating in tenths rounded (0 to 10) to the count of matching reviews with it."""
    authors: tuple[tuple[str, int], ...] = ()
    """The 20 authors with the most matching reviews."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one query."""

    query: str
    read_as: str
    """How the query was read, in the query language's own canonical notation."""
    notices: tuple[str, ...] = ()
    """For the bar: a malformed part, an unknown field, «no «deformty»; showing deformity»."""
    corrected: bool = False
    """Words were found only by correcting them; a literal search would find less."""
    total: int
    hits: tuple[Hit, ...]
    counts: Counts = Counts()


class ConcordanceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One match, in the middle of what stands around it."""

    film_id: str
    film_title: Plain
    film_year: int | None
    kind: Kind
    id: str
    author: Plain | None = None
    rating: Rating | None = None
    left: Plain
    """What stands before the match, one line, cut at a word's border."""
    match: Plain
    right: Plain
    span: Span
    """Of the match, in the passage's text."""
    spoiler: bool = False


class Concordance(msgspec.Struct, frozen=True, kw_only=True):
    """Every match on a line of its own."""

    query: str
    read_as: str
    notices: tuple[str, ...] = ()
    lines: tuple[ConcordanceLine, ...] = ()
    passages: int = 0
    """Passages that match."""
    complete: bool = True
    """False where there are more lines than were asked for: say «more than»."""


class Locating(Protocol):
    """What lights up a text: `tui.search.Matcher`."""

    def locate(self, text: str) -> tuple[Span, ...]:
        """Return where the query matches in `text`."""
        ...


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """Which records of one film answer a query; their texts are located when they are shown."""

    read_as: str
    notices: tuple[str, ...] = ()
    corrected: bool = False
    records: tuple[tuple[Kind, str], ...]
    """Kind and id, in the order in which they were given."""
    matcher: Locating
