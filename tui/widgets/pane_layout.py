"""Where the passages of a pane stand: exact where they have been set, estimated where not yet.

Opening a film with ten thousand reviews must not wrap ten thousand reviews. So a passage is set when it
comes into view; the others are estimated and set in short slices while the pane is idle.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from textual.cache import LRUCache

from tui.widgets.passages import KEPT, Line, Passages, Show, estimate, lines_of


class Place(NamedTuple):
    """A place in the text that outlives any change of width."""

    passage: str
    """Id of the passage at the top of the view."""
    role: str
    offset: int
    """Code point in the text of that role."""


class PaneLayout:
    """The lines of all passages at one width."""

    def __init__(self, passages: Passages, width: int, show: Show) -> None:
        """Lay out `passages` in columns of `width` cells; nothing is wrapped yet."""
        self.passages = passages
        self.width = max(1, width)
        self.show = show
        self._heights = [estimate(row.text, self.width) for row in passages.rows]
        self._exact = bytearray(len(passages))
        self._measured: dict[int, int] = {}
        self._unset = 0
        self._lines: LRUCache[int, list[Line]] = LRUCache(KEPT)
        self._starts: list[int] = []
        self._index: dict[str, int] | None = None
        self._accumulate()

    @property
    def height(self) -> int:
        """Lines in all."""
        return self._starts[-1]

    @property
    def is_exact(self) -> bool:
        """Whether every passage has been set."""
        while self._unset < len(self.passages) and self._exact[self._unset]:
            self._unset += 1
        return self._unset >= len(self.passages)

    def index_of(self, passage_id: str) -> int | None:
        """Return where a passage stands in the sequence."""
        if self._index is None:
            self._index = {name: index for index, name in enumerate(self.passages.ids)}
        return self._index.get(passage_id)

    def start(self, index: int) -> int:
        """Return the first line of a passage."""
        return self._starts[index]

    def at(self, y: int) -> tuple[int, int]:
        """Return the passage at line `y` and the line within it."""
        index = max(0, min(bisect_right(self._starts, y) - 1, len(self.passages) - 1))
        return index, y - self._starts[index]

    def lines(self, index: int) -> list[Line]:
        """Return the lines of one passage, set now if they are not kept."""
        lines = self._lines.get(index)
        if lines is None:
            lines = lines_of(self.passages[index], self.width, self.show, first=index == 0)
            self._lines[index] = lines
        return lines

    def line(self, y: int) -> tuple[int, Line] | None:
        """Return the passage and the line at `y`, None behind the end."""
        if not self.passages or not 0 <= y < self.height:
            return None
        index, row = self.at(y)
        lines = self.lines(index)
        return (index, lines[row]) if row < len(lines) else (index, Line("gap", 0, 0))

    def settle(self, y: int, rows: int) -> bool:
        """Set whatever stands in the `rows` lines from `y` on; True when that moved anything."""
        if not self.passages:
            return False
        moved = False
        index, _ = self.at(y)
        bottom = y + rows
        position = self._starts[index]
        while index < len(self.passages) and position < bottom:
            moved |= self._measure(index)
            position += self._heights[index]
            index += 1
        if moved:
            self._accumulate()
        return moved

    def settle_some(self, seconds: float) -> bool:
        """Set passages for a few milliseconds, going on where the last call stopped; True when all are set."""
        until = time.perf_counter() + seconds
        while self._unset < len(self.passages):
            index = self._unset
            if not self._exact[index]:
                self._measured[index] = len(lines_of(self.passages[index], self.width, self.show, first=index == 0))
            self._unset += 1
            if time.perf_counter() > until:
                break
        return self.is_exact

    def finish(self) -> bool:
        """Take over what `settle_some` measured; True when that moved anything."""
        moved = False
        for index, height in self._measured.items():
            moved |= self._heights[index] != height
            self._heights[index] = height
            self._exact[index] = 1
        self._measured.clear()
        if moved:
            self._accumulate()
        return moved

    def place_at(self, y: int) -> Place | None:
        """Return the place that stands at line `y`."""
        if not self.passages:
            return None
        index, row = self.at(y)
        lines = self.lines(index)
        line = lines[min(row, len(lines) - 1)] if lines else Line("gap", 0, 0)
        return Place(self.passages[index].id, line.role, line.start)

    def find(self, place: Place) -> int | None:
        """Return the line where a place now stands; None when its passage is not here."""
        index = self.index_of(place.passage)
        if index is None:
            return None
        self._settle_one(index)
        best = 0
        for row, line in enumerate(self.lines(index)):
            if line.role == place.role and line.start <= place.offset:
                best = row
        return self._starts[index] + best

    def _settle_one(self, index: int) -> None:
        if self._measure(index):
            self._accumulate()

    def _measure(self, index: int) -> bool:
        if self._exact[index]:
            return False
        height = len(self.lines(index))
        changed = height != self._heights[index]
        self._heights[index] = height
        self._exact[index] = 1
        return changed

    def _accumulate(self) -> None:
        self._starts = [0, *accumulate(self._heights)]
