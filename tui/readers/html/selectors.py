"""Which selectors can find something on a page: those of other layouts cost a walk through the tree each.

A walk takes 20 ns an element and selector, and each call some microseconds for reading its selector. Asking all
elements for their classes first, so that only selectors that find something are left, was measured and saves nothing.
"""

from __future__ import annotations

from functools import lru_cache

_MARKS = {
    "data-testid": "data-testid", "itemprop": "itemprop", "tn15": 'id="tn15', "ipc-": "ipc-", "data-qa": "data-qa",
    "slot": "slot=", "soda": "soda", "nfobox": "nfobox", "data-film": "data-film", "data-item": "data-item",
    "titlereference": "titlereference",
}  # fmt: skip
"""Marks that whole layouts have in common, and how they stand in a source: where a page holds none of one, nothing
with it is looked for. A long mark is found, or missed, several times as fast as a short one."""


class Selectors:
    """What can be found on one page."""

    def __init__(self, source: str) -> None:
        """Begin with a page's source; nothing is looked for yet."""
        self._source = source
        self._known: dict[str, str] = {}
        self._marks: dict[str, bool] = {}

    def fitting(self, selector: str) -> str:
        """Return the parts of a selector that can find something."""
        if (known := self._known.get(selector)) is None:
            known = ", ".join(part for part, marks in _parts(selector) if all(map(self._holds, marks)))
            self._known[selector] = known
        return known

    def _holds(self, mark: str) -> bool:
        if mark not in self._marks:
            self._marks[mark] = mark in self._source
        return self._marks[mark]


@lru_cache(maxsize=1024)
def _parts(selector: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the parts of a selector, each with what a source holds in which it can find something."""
    parts = selector.split(", ") if any(mark in selector for mark in _MARKS) else [selector]
    return tuple((part, tuple(text for mark, text in _MARKS.items() if mark in part)) for part in parts)
