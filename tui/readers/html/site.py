"""What the readers of saved pages share: they look at a page's head, and read all of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.document import Document
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs, signs
from tui.readers.html.turned_away import turned_away


class SiteReader(ABC):
    """A reader of saved web pages of one kind."""

    name: ClassVar[str]
    title: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml", ".mhtml", ".mht")

    def match(self, document: Document) -> Match:
        """Say how surely the document is a page of this kind."""
        found = signs(document)
        return self.knows(found) if found is not None else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the page says.

        Raises:
            DocumentError: it cannot be read.
        """
        page = Page(document)
        if says := turned_away(page):
            yield page.remark(f"The site showed «{says}» in the place of a page; nothing was taken")
        else:
            yield from self.pages(page)

    @abstractmethod
    def knows(self, found: Signs) -> Match:
        """Say how surely a page with this head is of this kind."""

    @abstractmethod
    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield what the page says."""
