"""One state of the index, open for searching."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from tantivy import DocAddress, Query

from tui.search.conditions import indexed
from tui.search.engine import Engine
from tui.search.matching import Matcher
from tui.search.passages import Passage
from tui.search.patterns import Close
from tui.search.query import QueryBuilder
from tui.search.schema import GAP, opened
from tui.search.vocabulary import Vocabulary

_READ = 2000
"""Passages that are read to find pairs that the index cannot."""
_decode = msgspec.msgpack.Decoder(Passage).decode


@contextmanager
def _place(folder: Path) -> Iterator[Path]:
    """Give the folder to open the index in; once it is open, its files stay.

    Tantivy's readers want to write a lock file beside the index; where nothing may be written, links to the files in a
    folder of their own do.
    """
    if os.access(folder, os.W_OK):
        yield folder
        return
    with TemporaryDirectory(prefix="matinee-") as temporary:
        links = Path(temporary)
        for path in folder.iterdir():
            if not path.name.endswith(".lock"):
                (links / path.name).symlink_to(path.absolute())
        yield links


class Reading:
    """A searcher with the vocabulary that belongs to it; never changes."""

    def __init__(self, folder: Path) -> None:
        """Open the index at `folder` as it is now.

        Raises:
            ValueError: it is no index of this version.
            OSError: it cannot be read.
        """
        with _place(folder) as place:
            self.index = opened(place)
            self.index.reload()
            self.searcher = self.index.searcher()
        self._of_fields: dict[str, Vocabulary] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all texts and headings."""
        return self._words("body")

    @cached_property
    def titles(self) -> Vocabulary:
        """The words of the films' titles."""
        return self._words("title")

    def of_field(self, name: str) -> Vocabulary:
        """Return the words that a field of the query language has."""
        if name not in self._of_fields:
            self._of_fields[name] = self._words(*indexed(name))
        return self._of_fields[name]

    def _words(self, *fields: str) -> Vocabulary:
        """Return the words of some fields of the index."""
        found = (pair for field in fields for pair in self.searcher.terms_with_prefix(field, ""))
        return Vocabulary((pair for pair in found if pair[0] != GAP.strip()), self.searcher.num_docs)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.index.schema, self.vocabulary, self.titles)

    def builder(self, go_on: Callable[[], None] = lambda: None) -> QueryBuilder:
        """Return what makes the queries of one question.

        Args:
            go_on: raises `CancelledError` where the answer is not wanted any more; called now and then.
        """
        return QueryBuilder(self._engine, self._films, partial(self._near, go_on), self._first)

    def warm(self) -> None:
        """Make ready what the first search would have to wait for."""
        self.vocabulary.corrections("warming", prefix=True)
        self.vocabulary.begun_most("w", 3)
        self.titles.starting("w")

    def passage(self, address: DocAddress) -> Passage:
        """Return the passage at `address`."""
        stored = self.searcher.doc(address).get_first("passage")
        return _decode(bytes(stored))  # type: ignore[arg-type]  # a bytes field is typed as any value

    def _first(self, query: Query) -> DocAddress | None:
        found = self.searcher.search(query, 1, count=False).hits
        return found[0][1] if found else None

    def _films(self, query: Query) -> list[str]:
        found = self.searcher.search(query, max(1, self.searcher.num_docs), count=False)
        return [self.passage(address).film_id for _, address in found.hits]

    def _near(self, go_on: Callable[[], None], query: Query, close: Close) -> tuple[list[int], bool]:
        matcher = Matcher(close)
        found = self.searcher.search(query, _READ + 1, count=False).hits
        addresses = []
        for number, (_, address) in enumerate(found[:_READ]):
            if number % 100 == 0:
                go_on()
            passage = self.passage(address)
            if matcher.accepts(passage.text, passage.heading):
                addresses.append(address)
        keys = self.searcher.fast_field_values("key", addresses) if addresses else []
        return [int(key) for key in keys if key is not None], len(found) <= _READ
