"""Searching the library, and keeping the index up with its files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from tui.errors import CancelledError, LibraryBusyError, MatineeError, NotFoundError, SearchIndexError, StoreError
from tui.library.along import LEAST, MANY, Along
from tui.library.core import LibraryCore, Progressing
from tui.library.views import view_of
from tui.models import FilmView, Kind
from tui.store import Stamp
from tui.store.lock import PATIENCE
from tui.text import clean_line

if TYPE_CHECKING:
    from tui.search.types import Answer, Concordance, Hit, Narrowed

_SEARCHES = "searches"
_LARGE = 20_000_000
"""Bytes of films from which on indexing them is left to a process of its own."""


def token_of(stamp: Stamp) -> str:
    """Return what the index remembers of the state of a film's file."""
    return f"{stamp.size}:{stamp.mtime_ns}"


class Finding(LibraryCore):
    """Search, and what it needs."""

    def refresh(self, progress: Progressing | None = None, cancel: threading.Event | None = None) -> bool:
        """Follow the files: read again what changed outside, bring catalogue and index up to it.

        It never waits for another process that is at work on the index; `stale` tells of that.

        Returns:
            Whether anything had changed.

        Raises:
            StoreError: the library's folder cannot be read, or the index not be written.
            SearchIndexError: the index cannot be written.
        """
        self.store.recover()
        changed = self.follow(progress, cancel)
        try:
            return self.update_index(progress, cancel, patience=0) or changed
        except LibraryBusyError:
            return changed

    def update_index(
        self,
        progress: Progressing | None = None,
        cancel: threading.Event | None = None,
        *,
        patience: float = PATIENCE,
    ) -> bool:
        """Index the films whose files are not those that were indexed; say whether there were any.

        One thread at a time: what follows the files in the background and what has just changed them meet here.

        Raises:
            LibraryBusyError: another process has been indexing for longer than the seconds of `patience`.
            StoreError: the library is read-only or has vanished.
            SearchIndexError: the index cannot be written.
        """
        with self._indexing:
            if not self._wanted() and not (self.root / "index").is_dir():
                return False
            if not self.index.needs_rebuild and not self.stale():
                self.store.index_is_done()
                return False
            with self.store.indexing(patience=patience):
                self.follow(progress, cancel)  # another process may have written while this one waited
                changed = self._update_index(progress, cancel)
                self.store.index_is_done()
            return changed

    def index_change(self, progress: Progressing | None = None, cancel: threading.Event | None = None) -> None:
        """Index what was just written; where that cannot be done the change stands, and the next opening does it."""
        with suppress(CancelledError, LibraryBusyError, SearchIndexError):
            self.update_index(progress, cancel)

    @contextmanager
    def indexing_along(self, films: int) -> Iterator[Along | None]:
        """Give the index to a change that makes about so many films.

        None where they are too few, where the index is not as the library is now, or where another is at work on it;
        `update_index` sees to it then.
        """
        if films < LEAST or not self._indexing.acquire(blocking=False):
            yield None
            return
        with ExitStack() as stack:
            stack.callback(self._indexing.release)
            try:
                stack.enter_context(self.store.indexing(patience=0))
            except StoreError:
                yield None
                return
            behind = len(self.register) > 0 if self.index.needs_rebuild else self.stale()
            along = None if behind else Along(self.index, many=films >= MANY)
            if along is not None:
                stack.callback(along.close)
            yield along

    def _update_index(self, progress: Progressing | None, cancel: threading.Event | None) -> bool:
        if self.index.needs_rebuild:
            self._bring_up({}, progress, cancel)
            return True
        if not self.stale():
            return False
        try:
            self._bring_up(self.index.stamps(), progress, cancel)
        except SearchIndexError:  # what a killed writer left is in the way: build it beside that, in its place
            self._bring_up({}, progress, cancel)
        return True

    def _bring_up(self, known: Mapping[str, str], progress: Progressing | None, cancel: threading.Event | None) -> None:
        """Bring the index up to the films.

        Args:
            known: films that are indexed, and the states they were in; none builds the index anew.
            progress: is told how far it is.
            cancel: set to stop.
        """
        wanted = self._wanted()
        due = sorted(film_id for film_id, token in wanted.items() if known.get(film_id) != token)
        self.index.update(
            self._views(due, wanted),
            removed=sorted(known.keys() - wanted.keys()),
            rebuild=not known,
            progress=progress,
            cancel=cancel.is_set if cancel is not None else None,
            beside=sum(self.stamps[film_id].size for film_id in due if film_id in self.stamps) > _LARGE,
        )

    def _wanted(self) -> dict[str, str]:
        """Return what the index should hold: film id to the state of its file."""
        films = {film.id for film in self.register}
        return {film_id: token_of(stamp) for film_id, stamp in self.stamps.items() if film_id in films}

    def tokens(self, films: Iterable[str]) -> dict[str, str]:
        """Return what the index is to remember of the states of some films' files."""
        return {film_id: token_of(self.stamps[film_id]) for film_id in films if film_id in self.stamps}

    def stale(self) -> bool:
        """Say whether the index is behind the films."""
        return self.index.stamps() != self._wanted()

    def _views(self, films: Iterable[str], tokens: dict[str, str]) -> Iterator[tuple[FilmView, str]]:
        for film_id in films:
            try:
                yield view_of(self.store.load(film_id)), tokens[film_id]
            except (StoreError, NotFoundError):
                continue  # it is named where the files are followed; the others are indexed

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,
        reveal: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Answer:
        """Return what answers to a query; a saved search is named by «@name».

        The snippets of spoilers are empty without `reveal`.

        Raises:
            NotFoundError: there is no such film.
        """
        asked, notice = self.resolved(query)
        film_id = self.find(film).id if film is not None else None
        found = self.index.search(
            asked, film=film_id, limit=limit, offset=offset, literal=literal, reveal=reveal, cancel=cancel
        )
        return found if notice is None else replace(found, notices=(notice, *found.notices))

    def demand_index(self) -> None:
        """Go on only where the library can be searched.

        Raises:
            SearchIndexError: there are films, but no index of them that can be read.
        """
        if len(self.register) and self.index.needs_rebuild:
            raise SearchIndexError(
                str(self.root),
                "the library cannot be searched: its search index is missing or damaged, and cannot be written",
                "Search a copy of the library that can be written",
            )

    def warm(self) -> None:
        """Make ready what the first search would have to wait for; for a thread."""
        self.index.warm()

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
        return self.index.narrow(self.resolved(query)[0], film, records, literal=literal, cancel=cancel)

    def similar(self, kind: Kind, record_id: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the passages that are most like one."""
        return self.index.similar(kind, record_id, limit)

    def concordance(
        self,
        query: str,
        *,
        film: str | None = None,
        sort: str = "right",
        limit: int = 1000,
        literal: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Concordance:
        """Return every place where a query matches, in its context."""
        film_id = self.find(film).id if film is not None else None
        asked, _ = self.resolved(query)
        return self.index.concordance(asked, film=film_id, sort=sort, limit=limit, literal=literal, cancel=cancel)

    def resolved(self, query: str) -> tuple[str, str | None]:
        """Return what a query asks for that may begin with the name of a saved search, and what is wrong with that."""
        from tui.search.saved import resolved

        return resolved(query, self.searches()) if query.lstrip().startswith("@") else (query, None)

    def searches(self) -> dict[str, str]:
        """Return the saved searches: name to query."""
        return _searches_of(self.store.state(_SEARCHES))

    def save_search(self, name: str, query: str) -> None:
        """Save a search under a name; a name that is taken gets the new query.

        Raises:
            MatineeError: it could not be asked for by that name.
        """
        from tui.search.saved import name_fault

        if (fault := name_fault(name)) is not None:
            raise MatineeError(name, "is no name for a search", fault)
        with self._searches(f"saved search «{name}»") as saved:
            saved[name] = clean_line(query)

    def forget_search(self, name: str) -> None:
        """Forget a saved search.

        Raises:
            NotFoundError: there is none of this name.
        """
        with self._searches(f"forgotten search «{name}»") as saved:
            if name not in saved:
                raise NotFoundError(name, "no search is saved under this name", "See them with `matinee searches`")
            del saved[name]

    @contextmanager
    def _searches(self, label: str) -> Iterator[dict[str, str]]:
        """Change the saved searches: what the block leaves in the dictionary is kept."""
        with self.store.transaction(label) as transaction:
            saved = _searches_of(transaction.state(_SEARCHES))
            yield saved
            transaction.put_state(_SEARCHES, msgspec.json.encode(dict(sorted(saved.items()))))


def _searches_of(raw: bytes | None) -> dict[str, str]:
    return msgspec.json.decode(raw, type=dict[str, str]) if raw else {}
