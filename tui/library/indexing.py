"""Keeping the search index up with the library's files."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from tui.errors import CancelledError, LibraryBusyError, NotFoundError, SearchIndexError, StoreError
from tui.library.catalogue import Catalogue, Progressing
from tui.library.index_feed import LEAST, MANY, IndexFeed
from tui.library.views import view_of
from tui.models import FilmView, Problem
from tui.store import Stamp, Store
from tui.store.lock import PATIENCE

if TYPE_CHECKING:
    from tui.search import SearchIndex

_LARGE = 20_000_000
"""Bytes of films from which on indexing them is left to a process of its own."""


def token_of(stamp: Stamp) -> str:
    """Return what the index remembers of the state of a film's file."""
    return f"{stamp.size}:{stamp.mtime_ns}"


class Indexing:
    """The index, and when it has to be written."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        """Index the films of `catalogue`; nothing is read or created until something is asked for."""
        self._store = store
        self._catalogue = catalogue
        self._index: SearchIndex | None = None
        self._writing = threading.Lock()

    @property
    def index(self) -> SearchIndex:
        """The search index, opened when it is first needed."""
        if self._index is None:
            from tui.search import SearchIndex

            self._index = SearchIndex(self._store.root / "index")
        return self._index

    def close(self) -> None:
        """Give back what is held."""
        self._index = None

    def refresh(self, progress: Progressing | None = None, cancel: threading.Event | None = None) -> bool:
        """Follow the files: read again what changed outside, bring catalogue and index up to it.

        It never waits for another process that is at work on the index; `stale` tells of that.

        Returns:
            Whether anything had changed.

        Raises:
            StoreError: the library's folder cannot be read, or the index not be written.
            SearchIndexError: the index cannot be written.
        """
        self._store.recover()
        changed = self._catalogue.follow(progress, cancel)
        try:
            return self.update(progress, cancel, patience=0) or changed
        except LibraryBusyError:
            return changed

    def update(
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
        with self._writing:
            if not self._wanted() and not (self._store.root / "index").is_dir():
                return False
            if not self.index.needs_rebuild and not self.stale():
                self._store.index_is_done()
                return False
            with self._store.indexing(patience=patience):
                self._catalogue.follow(progress, cancel)  # another process may have written while this one waited
                changed = self._follow_films(progress, cancel)
                self._store.index_is_done()
            return changed

    def follow_change(self, progress: Progressing | None = None, cancel: threading.Event | None = None) -> None:
        """Index what was just written; where that cannot be done the change stands, and the next opening does it."""
        with suppress(CancelledError, LibraryBusyError, SearchIndexError):
            self.update(progress, cancel)

    @contextmanager
    def expecting(self) -> Iterator[Callable[[int], None]]:
        """Give what is told, while documents are read for a change, about how many films they tell of by now.

        The process that indexes very many takes a third of a second to start: it is ready when the change begins.
        """
        try:
            yield lambda films: self.index.expect() if films >= MANY else None
        finally:
            if self._index is not None:
                self._index.forgo()

    @contextmanager
    def feed(self, films: int) -> Iterator[IndexFeed | None]:
        """Give the index to a change that makes about so many films.

        None where they are too few, where the index is not as the library is now, or where another is at work on it;
        `update` sees to it then.
        """
        if films < LEAST or not self._writing.acquire(blocking=False):
            yield None
            return
        with ExitStack() as stack:
            stack.callback(self._writing.release)
            try:
                stack.enter_context(self._store.indexing(patience=0))
            except StoreError:
                yield None
                return
            behind = len(self._catalogue.register) > 0 if self.index.needs_rebuild else self.stale()
            feed = None if behind else IndexFeed(self.index, films, many=films >= MANY)
            if feed is not None:
                stack.callback(feed.close)
            yield feed

    def _follow_films(self, progress: Progressing | None, cancel: threading.Event | None) -> bool:
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
        wanted, stamps = self._wanted(), self._catalogue.stamps
        due = sorted(film_id for film_id, token in wanted.items() if known.get(film_id) != token)
        self.index.update(
            self._views(due, wanted),
            removed=sorted(known.keys() - wanted.keys()),
            rebuild=not known,
            progress=progress,
            cancel=cancel.is_set if cancel is not None else None,
            beside=sum(stamps[film_id].size for film_id in due if film_id in stamps) > _LARGE,
        )

    def _wanted(self) -> dict[str, str]:
        """Return what the index should hold: film id to the state of its file."""
        films = {film.id for film in self._catalogue.register}
        return {film_id: token_of(stamp) for film_id, stamp in self._catalogue.stamps.items() if film_id in films}

    def tokens(self, films: Iterable[str]) -> dict[str, str]:
        """Return what the index is to remember of the states of some films' files."""
        stamps = self._catalogue.stamps
        return {film_id: token_of(stamps[film_id]) for film_id in films if film_id in stamps}

    def stale(self) -> bool:
        """Say whether the index is behind the films."""
        return self.index.stamps() != self._wanted()

    def _views(self, films: Iterable[str], tokens: dict[str, str]) -> Iterator[tuple[FilmView, str]]:
        for film_id in films:
            try:
                yield view_of(self._store.load(film_id)), tokens[film_id]
            except (StoreError, NotFoundError):
                continue  # it is named where the files are followed; the others are indexed

    def demand(self) -> None:
        """Go on only where the library can be searched.

        Raises:
            SearchIndexError: there are films, but no index of them that can be read.
        """
        if len(self._catalogue.register) and self.index.needs_rebuild:
            raise SearchIndexError(
                str(self._store.root),
                "the library cannot be searched: its search index is missing or damaged, and cannot be written",
                "Search a copy of the library that can be written",
            )

    def problems(self, *, repair: bool) -> list[Problem]:
        """Compare the index with the films; it is derived, so it can always be mended."""
        if self._store.index_is_due():  # a writer was interrupted before it indexed what it wrote: that is no damage
            self.update()
        if not len(self._catalogue.register) or (not self.index.needs_rebuild and not self.stale()):
            return []
        lost = self.index.needs_rebuild
        if repair:
            self.update()
        return [
            Problem(
                path="index",
                problem="the search index is missing or damaged" if lost else "the search index is behind the films",
                remedy="It is built again when the browser opens, or by `matinee check --repair`",
                repaired=repair,
            )
        ]
