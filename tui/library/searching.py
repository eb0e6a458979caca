"""Searching the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.library.catalogue import Catalogue
from tui.library.indexing import Indexing
from tui.library.saved_searches import SavedSearches
from tui.models import Kind

if TYPE_CHECKING:
    from tui.search.types import Answer, Concordance, ConcordanceOrder, Hit, Narrowed


class Searching:
    """What is asked of the index; films are named as a person names them, saved searches by «@name»."""

    def __init__(self, catalogue: Catalogue, indexing: Indexing, saved: SavedSearches) -> None:
        """Search these."""
        self._catalogue = catalogue
        self._indexing = indexing
        self._saved = saved

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,
        reveal: bool = False,
        every_film: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Answer:
        """Return what answers to a query; a saved search is named by «@name».

        The snippets of spoilers are empty without `reveal`; with `every_film` the counts name all films that answer.

        Raises:
            NotFoundError: there is no such film.
        """
        asked, notice = self._saved.resolved(query)
        film_id = self._catalogue.find(film).id if film is not None else None
        found = self._indexing.index.search(
            asked,
            film=film_id,
            limit=limit,
            offset=offset,
            literal=literal,
            reveal=reveal,
            every_film=every_film,
            cancel=cancel,
        )
        return found if notice is None else replace(found, notices=(notice, *found.notices))

    def warm(self) -> None:
        """Make ready what the first search would have to wait for; for a thread."""
        self._indexing.index.warm()

    def narrow(
        self,
        query: str,
        film: str,
        records: Sequence[tuple[Kind, str]],
        *,
        literal: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Narrowed:
        """Return which of a film's records answer to a query, and what locates its words in their texts."""
        asked, _ = self._saved.resolved(query)
        return self._indexing.index.narrow(asked, film, records, literal=literal, cancel=cancel)

    def similar(self, kind: Kind, record_id: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the passages that are most like one."""
        return self._indexing.index.similar(kind, record_id, limit)

    def concordance(
        self,
        query: str,
        *,
        film: str | None = None,
        sort: ConcordanceOrder = "right",
        limit: int = 1000,
        literal: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Concordance:
        """Return every place where a query matches, in its context."""
        film_id = self._catalogue.find(film).id if film is not None else None
        asked, _ = self._saved.resolved(query)
        index = self._indexing.index
        return index.concordance(asked, film=film_id, sort=sort, limit=limit, literal=literal, cancel=cancel)
