"""Where in the file the records of a page stand: its first words are looked for in the source.

Texts are found in the page's order, so the whole source is walked once; what is escaped, or was put together from
several places, is not found and has no lines. A page whose texts are not found is given up soon.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from tui.models import Citation, Review, Trivia

_RUN = re.compile(r"[A-Za-z0-9À-ž\u0370-\u9fff\uac00-\ud7a3 ,.]{16,26}")
"""Characters that stand in a source as they are read: no quotation marks, no signs that are escaped."""
_LOOKED_AT = 240
"""Characters of a text, from its beginning and before its end, among which such a run is looked for."""
_TRIES = 4
"""Such runs that are looked for: a link within a text parts them in the source."""
_NEAR = 2400
"""Characters behind the last find in which most texts begin: finding in so few is far faster than in a whole page."""
_CLOSING = 60
"""Characters at a text's end in which its last words are looked for first."""
_MISSES = 6
"""Texts in a row that are not found before the search is given up."""


def found_at(source: str, text: str, start: int) -> int:
    """Return where a text begins in a source behind some place, -1 where its first words are not found."""
    run = _RUN.search(text, 0, _LOOKED_AT)
    return source.find(run[0].strip(), start) if run else -1


Record = TypeVar("Record", Review, Trivia)


class Lines:
    """Counts the lines of a text from where it counted last: places are asked for in their order, or nearly so."""

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        self._text = text
        self.at = 0
        self._line = 1

    def line_at(self, place: int) -> int:
        """Return the line, from 1, that a place in the text is on."""
        if place < self.at:
            self.at, self._line = 0, 1
        self._line += self._text.count("\n", self.at, place)
        self.at = place
        return self._line

    def between(self, start: int, end: int) -> int:
        """Return how many lines further on the second of two places is."""
        return self._text.count("\n", start, end)


class FoldedLines(Lines):
    """The lines of a file in which the text is folded or packed: each begins at some place in the text."""

    def __init__(self, starts: Sequence[int], first: int) -> None:
        """Know where in the text each line of the file begins, and the number of the first of them."""
        super().__init__("")
        self._starts, self._first = starts, first

    def line_at(self, place: int) -> int:
        """Return the line of the file that a place in the text is on."""
        self.at = place
        return self._first + max(0, bisect_right(self._starts, place) - 1)

    def between(self, start: int, end: int) -> int:
        """Return how many lines of the file further on the second of two places is."""
        return bisect_right(self._starts, end) - bisect_right(self._starts, start)


class Places:
    """The lines of one page's source."""

    def __init__(self, source: str, lines: Lines | None = None) -> None:
        """Look in the source of a page, whose lines are counted as it is told."""
        self._source = source
        self._lines = lines or Lines(source)
        self._missed = 0

    def lines(self, text: str) -> tuple[int, int]:
        """Return the first and last line of a text, (0, 0) where it is not found."""
        if self._missed >= _MISSES or (first := _RUN.search(text, 0, _LOOKED_AT)) is None:
            return 0, 0
        at, runs = self._lines.at, [first[0].strip()]
        start = self._source.find(runs[0], at, at + _NEAR)
        if start < 0:  # a link or a sign that is escaped parts its first run in the source
            runs += [run.strip() for run in _RUN.findall(text, first.end(), _LOOKED_AT)[: _TRIES - 1]]
            start = self._first(runs[1:], at, at + _NEAR) if at else -1  # at the beginning, near is the head
        if start < 0:
            start = self._first(runs, at, len(self._source))
        if start < 0:
            start = self._source.find(runs[0], 0, at)
        if start < 0:
            self._missed += 1
            return 0, 0
        self._missed = 0
        begins = self._lines.line_at(start)
        return begins, begins + self._lines.between(start, self._end(text, start))

    def _first(self, runs: list[str], start: int, end: int) -> int:
        """Return where the first of some runs stands that is found between two places, -1 where none is."""
        return next((place for run in runs if (place := self._source.find(run, start, end)) >= 0), -1)

    def _end(self, text: str, start: int) -> int:
        """Return where the last words of a text stand, its own length behind `start` and some for markup."""
        runs = _RUN.findall(text[-_CLOSING:]) or _RUN.findall(text[-_LOOKED_AT:])
        return max(start, self._source.find(runs[-1].strip(), start, start + 3 * len(text) + 400)) if runs else start


def placed(places: Places, sha256: str, records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records with the lines of their texts."""
    return tuple(replace(one, sources=(Citation(sha256=sha256, lines=places.lines(one.text)),)) for one in records)


def spanning(sha256: str, records: Iterable[Review | Trivia]) -> Citation:
    """Return the citation of all lines that records stand on."""
    placed = [source for one in records for source in one.sources if source.lines[0]]
    if len(placed) == 1:
        return placed[0]
    if not placed:
        return Citation(sha256=sha256)
    first, last = min(source.lines[0] for source in placed), max(source.lines[1] for source in placed)
    return Citation(sha256=sha256, lines=(first, last))
