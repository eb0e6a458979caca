"""What is wrong with the rows of a document: the first ones by number, the rest as a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.models import Remark

SHOWN = 20
"""Rows that are named one by one."""


class Complaints:
    """Collects rows that were not read; bounded, however many there are."""

    def __init__(self, unit: str = "row") -> None:
        """Start without a complaint; `unit` is what the numbers count."""
        self._unit = unit
        self._shown: list[Remark] = []
        self._more = 0
        self._notes: Counter[str] = Counter()

    def row(self, number: int, reason: str) -> None:
        """Note that a row was left out, and why."""
        if len(self._shown) < SHOWN:
            self._shown.append(Remark(text=f"{self._unit} {number} is left out: {reason}", lines=(number, number)))
        else:
            self._more += 1

    def note(self, text: str, count: int = 1) -> None:
        """Count something that is no fault of a row."""
        self._notes[text] += count

    def remarks(self) -> Iterator[Remark]:
        """Yield all of it, at the end of a document."""
        yield from self._shown
        if self._more:
            yield Remark(text=f"{self._more:,} more {self._unit}s are left out for the same kinds of reason")
        for text, count in self._notes.items():
            yield Remark(text=f"{count:,} × {text}" if count > 1 else text)
