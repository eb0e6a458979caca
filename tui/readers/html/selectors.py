"""Which selectors can find something on a page: those of other layouts cost a walk through the tree each.

A walk takes 20 ns an element and selector, and each call some microseconds for reading its selector. Asking all
elements for their classes first, so that only selectors that find something are left, was measured and saves nothing.
"""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

_MARKS = {
    "data-testid": "[data-testid]", "itemprop": "[itemprop]", "tn15": "[id^=tn15]", "ipc-": "[class*=ipc-]",
    "data-qa": "[data-qa]", "slot": "[slot]", "soda": "[class*=soda]", "titlereference": "[class*=titlereference]",
    "nfobox": "[class*=nfobox], [id*=nfobox]",
}  # fmt: skip
"""Marks that whole layouts have in common, and how they are found: where a page has none of one, nothing with it is
looked for. The tree is asked, not the source, which is mostly script: half the time on a page of markup, a twentieth
on one of scripts."""


class Selectors:
    """What can be found on one page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        """Begin with a page; nothing is looked for yet."""
        self._tree = tree
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
            self._marks[mark] = self._tree.css_first(mark) is not None
        return self._marks[mark]


@lru_cache(maxsize=1024)
def _parts(selector: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the parts of a selector, each with what is found on a page on which it can find something."""
    parts = selector.split(", ") if any(mark in selector for mark in _MARKS) else [selector]
    return tuple((part, tuple(found for mark, found in _MARKS.items() if mark in part)) for part in parts)
