"""One state of the index, open for searching."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import msgspec
import tantivy
from tantivy import DocAddress, Query

from tui.search.passages import Passage
from tui.search.query import QueryBuilder
from tui.search.schema import opened
from tui.search.vocabulary import Vocabulary

_decode = msgspec.msgpack.Decoder(Passage).decode


class Reading:
    """A searcher with the vocabulary that belongs to it; never changes."""

    def __init__(self, folder: Path) -> None:
        """Open the index at `folder` as it is now.

        Raises:
            ValueError: it is no index of this version.
        """
        self.index = opened(folder)
        self.index.reload()
        self.searcher = self.index.searcher()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all texts and headings."""
        terms = [pair for field in ("body", "heading") for pair in self.searcher.terms_with_prefix(field, "")]
        return Vocabulary(terms, self.searcher.num_docs)

    @cached_property
    def builder(self) -> QueryBuilder:
        """What makes queries for this state."""
        titles = [pair for pair in self.searcher.terms_with_prefix("title", "") if pair[0] != "¶"]
        return QueryBuilder(
            self.index.schema, self.vocabulary, Vocabulary(titles, self.searcher.num_docs), self._films
        )

    def passages(self, addresses: Sequence[DocAddress]) -> list[Passage]:
        """Return the passages at `addresses`."""
        return [self.passage(address) for address in addresses]

    def passage(self, address: DocAddress) -> Passage:
        """Return the passage at `address`."""
        stored = self.searcher.doc(address).get_first("passage")
        return _decode(bytes(stored))  # type: ignore[arg-type]  # a bytes field gives a list of numbers

    def _films(self, query: Query) -> list[str]:
        found = self.searcher.search(query, max(1, self.searcher.num_docs), count=False)
        return [self.passage(address).film_id for _, address in found.hits]


__all__ = ["Reading", "tantivy"]
