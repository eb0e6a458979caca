"""Articles and trivia pages as text or Markdown."""
from __future__ import annotations
from collections.abc import Iterator
from tui.readers.base import NOT_MINE, Document, Match, Yield

class ArticleReader:
    """Stub."""
    name = "article"
    title = "Article"
    suffixes: tuple[str, ...] = (".txt", ".md")
    def match(self, document: Document) -> Match:
        """Not yet."""
        return NOT_MINE
    def read(self, document: Document) -> Iterator[Yield]:
        """Not yet."""
        return iter(())

READER = ArticleReader()
