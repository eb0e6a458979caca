"""Passages that a page of no known site veils as spoilers, inside of texts that it shows."""

from __future__ import annotations

from functools import cached_property

from msgspec.structs import replace

from tui.models import Extract
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text.comparing import squash

_VEILED = {"span", "s", "div", "p", "details"}
_LEAST = 12
"""Letters of a passage that is no button."""
_MOST = 200


class Veils:
    """The passages that one page veils."""

    def __init__(self, page: Page) -> None:
        """Look for none yet."""
        self._page = page

    @cached_property
    def _passages(self) -> list[str]:
        """Them, as they are compared; a page may say much of many films, and is looked through once."""
        nodes = [node for node in self._page.all("[class*=spoiler i]") if node.tag in _VEILED]
        return [said for node in nodes[:_MOST] if len(said := squash(line(node))) >= _LEAST]

    def flagged(self, extract: Extract) -> Extract:
        """Return an extract with those records flagged in whose texts the page veils a passage."""
        if not (extract.reviews or extract.trivia) or not self._passages:
            return extract
        reviews = tuple(replace(one, spoiler=one.spoiler or self._in(one.text)) for one in extract.reviews)
        trivia = tuple(replace(one, spoiler=one.spoiler or self._in(one.text)) for one in extract.trivia)
        return replace(extract, reviews=reviews, trivia=trivia)

    def _in(self, text: str) -> bool:
        said = squash(text)
        return any(passage in said for passage in self._passages)
