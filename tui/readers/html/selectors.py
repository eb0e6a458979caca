"""Which selectors can find something on a page: those of other layouts cost a walk through the tree each.

A walk takes 20 ns an element and selector, and each call some microseconds for reading its selector. What a page's
elements are called is asked once, in the time of eight walks, and most selectors need not be asked then.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

_MARKS = {
    "data-testid": "data-testid", "itemprop": "itemprop", "tn15": 'id="tn15', "ipc-": "ipc-", "data-qa": "data-qa",
    "slot": "slot=", "soda": "soda", "nfobox": "nfobox", "data-film": "data-film", "data-item": "data-item",
    "titlereference": "titlereference",
}  # fmt: skip
"""Marks that whole layouts have in common, and how they stand in a source: where a page holds none of one, nothing
with it is looked for. A long mark is found, or missed, several times as fast as a short one."""
_ENOUGH = 10
"""Selectors that are asked before it is worth while to know what all elements are called."""
_ATTRIBUTE = re.compile(r"\[[^\[\]]*\]")
_NEGATED = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_NAME = re.compile(r"[.#][\w-]+")


class _Part(NamedTuple):
    """A part of a selector, and what a page must hold for it to find something."""

    selector: str
    marks: tuple[str, ...]
    names: frozenset[str]


class Selectors:
    """What can be found on one page."""

    def __init__(self, source: str) -> None:
        """Begin with a page's source; nothing is looked for yet."""
        self._source = source
        self._known: dict[str, str] = {}
        self._marks: dict[str, bool] = {}
        self._names: frozenset[str] | None = None

    def fitting(self, selector: str, tree: LexborHTMLParser) -> str:
        """Return the parts of a selector that can find something; what was found and taken away may be among them."""
        known = self._known.get(selector)
        if known is None:
            if self._names is None and len(self._known) >= _ENOUGH:
                self._names = _names(tree)
            known = ", ".join(part.selector for part in _parts(selector) if self._can(part))
            self._known[selector] = known
        return known

    def _can(self, part: _Part) -> bool:
        if self._names is not None and not part.names <= self._names:
            return False
        return all(map(self._holds, part.marks))

    def _holds(self, mark: str) -> bool:
        if mark not in self._marks:
            self._marks[mark] = mark in self._source
        return self._marks[mark]


@lru_cache(maxsize=1024)
def _parts(selector: str) -> tuple[_Part, ...]:
    """Return the parts of a selector, each with what it needs; names are compared in lower case."""
    found = []
    for part in selector.split(", "):
        names = _NAME.findall(_NEGATED.sub("", _ATTRIBUTE.sub("", part)).lower())
        marks = tuple(text for mark, text in _MARKS.items() if mark in part)
        found.append(_Part(part, marks, frozenset(names)))
    return tuple(found)


def _names(tree: LexborHTMLParser) -> frozenset[str]:
    """Return the classes and ids of all elements, as selectors write them."""
    classes = {node.attributes["class"] or "" for node in tree.css("[class]")}
    ids = {node.attributes["id"] or "" for node in tree.css("[id]")}
    called = [f".{name}" for name in " ".join(classes).lower().split()]
    return frozenset(called + [f"#{name.lower()}" for name in ids])
