"""The film list's collection: immutable, carrying its own filter, order and grouping."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import msgspec

from tui.models import FilmSummary, Plain, Rating
from tui.search.fields import FIELDS
from tui.text.ordering import folded, sort_title

FilmOrder = Literal["title", "year", "rating", "reviews", "mine", "seen"]
Grouping = Literal["none", "decade", "genre", "director", "rating", "seen", "list"]
ORDERS: Mapping[FilmOrder, str] = {
    "title": "by title",
    "year": "newest first",
    "rating": "best rating first",
    "reviews": "most reviews first",
    "mine": "by your rating",
    "seen": "last seen first",
}
GROUPINGS: Mapping[Grouping, str] = {
    "none": "no groups",
    "decade": "groups by decade",
    "genre": "groups by genre",
    "director": "groups by director",
    "rating": "groups by rating",
    "seen": "groups by when you saw them",
    "list": "groups by your lists",
}
DOWNWARDS: frozenset[Grouping] = frozenset({"decade", "rating", "seen"})
"""Groupings that begin with the highest or latest."""
NAMELESS: Mapping[Grouping, str] = {"list": "In no list of yours"}
"""What the group of films is called that are in no other; «Unknown» elsewhere."""
DAY_UNKNOWN, WANTED, NOT_SEEN = "Seen, day unknown", "On your watchlist", "Not seen"


_FIELD = re.compile(r"""(?<!\S)-?([A-Za-z]{2,20}):(?:"[^"]*"?|\S*)""")


def parted(typed: str) -> tuple[str, str]:
    """Return what a filter wants in the titles, and its fields for the library: `is:watchlist year:1980s`."""
    fields = [found[0] for found in _FIELD.finditer(typed) if found[1].casefold() in FIELDS]
    for field in fields:
        typed = typed.replace(field, "", 1)
    return typed.strip(), " ".join(fields)


class Heading(msgspec.Struct, frozen=True):
    """A group's name in the list."""

    text: Plain
    count: int


ShelfRow = FilmSummary | Heading


def words_in(title: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where folded words first stand in a title, without overlaps; a title that folding lengthens has none."""
    plain = folded(title)
    if len(plain) != len(title):
        return []
    found: list[tuple[int, int]] = []
    for start, end in sorted((at, at + len(word)) for word in words if (at := plain.find(word)) >= 0):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


@dataclass(frozen=True)
class Shelf:
    """Films with the way they are looked at."""

    films: tuple[FilmSummary, ...] = ()
    """By title, as the library gives them."""
    order: FilmOrder = "title"
    grouping: Grouping = "none"
    words: str = ""
    """What the titles must contain: every word, as typed; the fields of a filter are answered by `among`."""
    only: frozenset[str] | None = None
    """Ids of the films that are shown at most; a saved search opened as a list."""
    among: frozenset[str] | None = None
    """Ids of the films that answer the fields of the filter."""

    @cached_property
    def _ordered(self) -> tuple[FilmSummary, ...]:
        return self.films if self.order == "title" else tuple(sorted(self.films, key=_rank(self.order)))

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(f"{folded(film.title)} {film.year or ''}" for film in self._ordered)

    @cached_property
    def _found(self) -> list[tuple[FilmSummary, str]]:
        words = self.sought
        pairs = zip(self._ordered, self._folded, strict=True)
        return [pair for pair in pairs if all(word in pair[1] for word in words)]

    @cached_property
    def sought(self) -> list[str]:
        """The words that the titles must contain, folded."""
        return folded(self.words).split()

    @cached_property
    def totals(self) -> tuple[int, int]:
        """Reviews and trivia of all films."""
        return sum(film.reviews for film in self.films), sum(film.trivia for film in self.films)

    @cached_property
    def shown(self) -> tuple[FilmSummary, ...]:
        """The films that pass the filter, in order."""
        films: Sequence[FilmSummary] = [film for film, _ in self._found] if self.words else self._ordered
        for ids in (self.only, self.among):
            if ids is not None:
                films = [film for film in films if film.id in ids]
        return tuple(films)

    @cached_property
    def rows(self) -> tuple[ShelfRow, ...]:
        """Films and headings as the list shows them; a film of two genres stands under both."""
        if self.grouping == "none":
            return self.shown
        groups: dict[str, list[FilmSummary]] = {}
        for film in self.shown:
            for name in _groups_of(film, self.grouping):
                groups.setdefault(name, []).append(film)
        names = sorted(filter(None, groups), reverse=self.grouping in DOWNWARDS, key=_group_key)
        names += [""] if "" in groups else []
        rows: list[ShelfRow] = []
        for name in names:
            shown = name or NAMELESS.get(self.grouping, "Unknown")
            rows += [Heading(Plain(shown), len(groups[name])), *groups[name]]
        return tuple(rows)

    @property
    def landmarks(self) -> list[tuple[str, int, int]]:
        """Where the list can be jumped to: name, first row below it, films; groups, else letters, decades, ratings."""
        if self.grouping != "none":
            found = [(row, at) for at, row in enumerate(self.rows) if isinstance(row, Heading)]
            return [(str(heading.text), at + 1, heading.count) for heading, at in found]
        marks: dict[str, tuple[int, int]] = {}
        for at, film in enumerate(self.shown):
            name = _landmark(film, self.order)
            first, count = marks.get(name, (at, 0))
            marks[name] = (first, count + 1)
        return [(name, first, count) for name, (first, count) in marks.items()]

    def filtered(self, words: str, among: frozenset[str] | None = None) -> Shelf:
        """Return the same films under another filter; nothing is sorted, folded or counted again."""
        shelf = replace(self, words=words, among=among)
        kept = shelf.__dict__
        kept |= {"_ordered": self._ordered, "_folded": self._folded, "totals": self.totals}
        if self.words and words.startswith(self.words):  # one more letter: only what was left can be left
            wanted = folded(words).split()
            kept["_found"] = [pair for pair in self._found if all(word in pair[1] for word in wanted)]
        return shelf

    def prepared(self) -> Shelf:
        """Return the shelf with its rows computed: for a thread beside the event loop."""
        _ = self.rows, self.totals
        return self

    def warm(self) -> None:
        """Make ready what the first letter of a filter would have to wait for; for a thread."""
        _ = self._folded


def _rank(order: FilmOrder) -> Callable[[FilmSummary], float]:
    """Return what films are sorted by that stand by title already; they keep that order where it is the same."""
    ranks: dict[FilmOrder, Callable[[FilmSummary], float]] = {
        "title": lambda _: 0,
        "year": lambda film: -(film.year or 0),
        "rating": lambda film: -(film.rating.share if film.rating else -1.0),
        "reviews": lambda film: -film.reviews,
        "mine": lambda film: -(film.own_rating.share if film.own_rating else -1.0),
        "seen": lambda film: -_day(film.watched),
    }
    return ranks[order]


def _landmark(film: FilmSummary, order: FilmOrder) -> str:
    if order == "title":
        letter = sort_title(film.title)[:1].upper()
        return letter if letter.isalpha() else "0–9 and signs"
    if order == "reviews":
        return next((f"{least:,} reviews and more" for least in (100, 10, 1) if film.reviews >= least), "No reviews")
    if order == "mine":
        return _rated(film.own_rating) or "Not rated by you"
    grouping: Grouping = "decade" if order == "year" else "seen" if order == "seen" else "rating"
    return _groups_of(film, grouping)[0] or "Unknown"


def _day(watched: str | None) -> int:
    """Return an ISO date as a number, 1 for an unknown day, 0 for none."""
    digits = "".join(c for c in watched or "" if c in "0123456789")
    return int(digits.ljust(8, "0")) if digits else int(watched is not None)


def _groups_of(film: FilmSummary, grouping: Grouping) -> Sequence[str]:
    if grouping == "decade":
        return [f"{film.year // 10 * 10}s"] if film.year else [""]
    if grouping in ("genre", "director", "list"):
        return {"genre": film.genres, "director": film.directors, "list": film.lists}[grouping] or [""]
    if grouping == "seen":
        seen = (
            [] if film.watched is None else [f"Seen in {film.watched[:4]}" if _day(film.watched) > 1 else DAY_UNKNOWN]
        )
        return [*seen, *[WANTED] * film.watchlist] or [NOT_SEEN]
    return [_rated(film.rating)]


def _rated(rating: Rating | None) -> str:
    return f"★ {int(rating.share * 10)} and up" if rating else ""


def _group_key(name: str) -> tuple[int, str]:
    digits = "".join(c for c in name if c in "0123456789")
    return int(digits[:9] or "0"), folded(name)
