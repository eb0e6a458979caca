"""Looking in a page: which selectors can find something on it, and in which part of it they are looked for.

A walk through the tree takes 10 ns an element and selector, and each call a microsecond for reading its selector. So
what is for other layouts is not looked for, and a part of the page that holds what is sought is looked through alone:
navigation, lists beside the content and the foot of the page are half of most. Asking all elements for their classes
first, so that only selectors that find something are left, was measured and saves nothing.
"""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MARKS = {
    "data-testid": "[data-testid]", "itemprop": "[itemprop]", "tn15": "[id^=tn15]", "ipc-": "[class*=ipc-]",
    "data-qa": "[data-qa]", "slot": "[slot]", "soda": "[class*=soda]", "titlereference": "[class*=titlereference]",
    "nfobox": "[class*=nfobox], [id*=nfobox]",
}  # fmt: skip
"""Marks that whole layouts have in common, and how they are found: where a page has none of one, nothing with it is
looked for. The tree is asked, not the source, which is mostly script: half the time on a page of markup, a twentieth
on one of scripts."""

_FEW = 16
"""Nodes that are tried one by one, rather than walking through the tree for each selector."""


class Selectors:
    """What can be found in a part of a page."""

    def __init__(self, root: LexborHTMLParser | LexborNode) -> None:
        """Begin with what lies under an element; nothing is looked for yet."""
        self._root = root
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
            self._marks[mark] = self._root.css_first(mark) is not None
        return self._marks[mark]


class Part:
    """A part of a page, or all of it."""

    def __init__(self, root: LexborHTMLParser | LexborNode) -> None:
        """Look in what lies under an element."""
        self._root = root
        self._selectors = Selectors(root)

    def first(self, *selectors: str) -> LexborNode | None:
        """Return the first node that the first fitting selector finds."""
        fitting = [one for part in selectors if (one := self._selectors.fitting(part))]
        if len(fitting) < 2:
            return self._root.css_first(fitting[0]) if fitting else None
        found = self._root.css(", ".join(fitting))  # one walk through the tree instead of one for each
        if len(found) > _FEW:
            return next((node for one in fitting if (node := self._root.css_first(one)) is not None), None)
        return next((node for one in fitting for node in found if _is(node, one)), None)

    def all(self, selector: str) -> list[LexborNode]:
        """Return all nodes that a selector finds, in the page's order, each once."""
        fitting = self._selectors.fitting(selector)
        found = self._root.css(fitting) if fitting else []
        return list({node.mem_id: node for node in found}.values()) if "," in fitting else found

    def inside(self, node: LexborNode, selector: str) -> LexborNode | None:
        """Return the first node that a selector finds in another; what is for other layouts is not looked for."""
        fitting = self._selectors.fitting(selector)
        return node.css_first(fitting) if fitting else None

    def all_inside(self, node: LexborNode, selector: str) -> list[LexborNode]:
        """Return all nodes that a selector finds in another."""
        fitting = self._selectors.fitting(selector)
        return node.css(fitting) if fitting else []

    def part(self, *selectors: str) -> Part:
        """Return the part that the first fitting selector finds, this one where there is none."""
        found = self.first(*selectors)
        return self if found is None else Part(found)


def _is(node: LexborNode, selector: str) -> bool:
    """Say whether a selector finds a node itself: a search in a node looks at the node first."""
    found = node.css_first(selector)
    return found is not None and found.mem_id == node.mem_id


@lru_cache(maxsize=1024)
def _parts(selector: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the parts of a selector, each with what is found on a page on which it can find something."""
    parts = selector.split(", ") if any(mark in selector for mark in _MARKS) else [selector]
    return tuple((part, tuple(found for mark, found in _MARKS.items() if mark in part)) for part in parts)
