"""The film list's collection: immutable, carrying its own filter, order and grouping."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import msgspec

from tui.models import FilmSummary, Plain

FilmOrder = Literal["title", "year", "rating", "reviews"]
Grouping = Literal["none", "decade", "genre", "director", "rating"]
ORDERS: Mapping[FilmOrder, str] = {
    "title": "by title",
    "year": "newest first",
    "rating": "best rating first",
    "reviews": "most reviews first",
}
GROUPINGS: Mapping[Grouping, str] = {
    "none": "no groups",
    "decade": "groups by decade",
    "genre": "groups by genre",
    "director": "groups by director",
    "rating": "groups by rating",
}
_ARTICLES = ("the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "les ", "il ", "el ")


class Heading(msgspec.Struct, frozen=True):
    """A group's name in the list."""

    text: Plain
    count: int


ShelfRow = FilmSummary | Heading


def fold(text: str) -> str:
    """Return text without case and diacritics, for comparing titles."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def title_key(title: str) -> str:
    """Return what a title is sorted by: folded, without its article."""
    folded = fold(title).lstrip("\"'“”‘’«»([…. ")
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) > len(article):
            return folded[len(article) :]
    return folded


@dataclass(frozen=True)
class Shelf:
    """Films with the way they are looked at."""

    films: tuple[FilmSummary, ...] = ()
    order: FilmOrder = "title"
    grouping: Grouping = "none"
    words: str = ""
    """What the titles must contain: every word, as typed."""
    only: frozenset[str] | None = None
    """Ids of the films that are shown at most; a saved search opened as a list."""

    @cached_property
    def _ordered(self) -> tuple[FilmSummary, ...]:
        return tuple(sorted(self.films, key=_order_key(self.order)))

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(f"{fold(film.title)} {film.year or ''}" for film in self._ordered)

    @cached_property
    def _found(self) -> list[tuple[FilmSummary, str]]:
        words = fold(self.words).split()
        pairs = zip(self._ordered, self._folded, strict=True)
        return [pair for pair in pairs if all(word in pair[1] for word in words)]

    @cached_property
    def totals(self) -> tuple[int, int]:
        """Reviews and trivia of all films."""
        return sum(film.reviews for film in self.films), sum(film.trivia for film in self.films)

    @cached_property
    def shown(self) -> tuple[FilmSummary, ...]:
        """The films that pass the filter, in order."""
        films: Sequence[FilmSummary] = [film for film, _ in self._found] if self.words else self._ordered
        if self.only is not None:
            films = [film for film in films if film.id in self.only]
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
        names = sorted(filter(None, groups), reverse=self.grouping in ("decade", "rating"), key=_group_key)
        names += [""] if "" in groups else []
        rows: list[ShelfRow] = []
        for name in names:
            rows += [Heading(Plain(name or "Unknown"), len(groups[name])), *groups[name]]
        return tuple(rows)

    def filtered(self, words: str) -> Shelf:
        """Return the same films under another filter; nothing is sorted, folded or counted again."""
        shelf = replace(self, words=words)
        kept = shelf.__dict__
        kept |= {"_ordered": self._ordered, "_folded": self._folded, "totals": self.totals}
        if self.words and words.startswith(self.words):  # one more letter: only what was left can be left
            wanted = fold(words).split()
            kept["_found"] = [pair for pair in self._found if all(word in pair[1] for word in wanted)]
        return shelf

    def prepared(self) -> Shelf:
        """Return the shelf with its rows computed: for a thread beside the event loop."""
        _ = self.rows, self._folded, self.totals
        return self


def _order_key(order: FilmOrder) -> Callable[[FilmSummary], tuple[object, ...]]:
    keys: dict[FilmOrder, Callable[[FilmSummary], tuple[object, ...]]] = {
        "title": lambda film: (title_key(film.title), film.year or 0, film.id),
        "year": lambda film: (-(film.year or 0), title_key(film.title), film.id),
        "rating": lambda film: (-(film.rating.share if film.rating else -1.0), title_key(film.title), film.id),
        "reviews": lambda film: (-film.reviews, title_key(film.title), film.id),
    }
    return keys[order]


def _groups_of(film: FilmSummary, grouping: Grouping) -> Sequence[str]:
    if grouping == "decade":
        return [f"{film.year // 10 * 10}s"] if film.year else [""]
    if grouping == "genre":
        return film.genres or [""]
    if grouping == "director":
        return film.directors or [""]
    return [f"★ {int(film.rating.share * 10)} and up"] if film.rating else [""]


def _group_key(name: str) -> tuple[int, str]:
    digits = "".join(c for c in name if c in "0123456789")
    return int(digits[:9] or "0"), fold(name)
