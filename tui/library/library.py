"""The library: one object through which screens and commands read, search and change everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.errors import MatineeError, StoreError
from tui.library.catalogue import Catalogue
from tui.library.editing import Editing
from tui.library.importer import Importer
from tui.library.indexing import Indexing
from tui.library.own_layer import OwnLayer
from tui.library.saved_searches import SavedSearches
from tui.library.screen_state import ScreenState
from tui.library.searching import Searching
from tui.library.undoable import Undoable
from tui.library.unfiled import Unfiled
from tui.models import CheckReport
from tui.store import Store

if TYPE_CHECKING:
    from tui.library.register import Register


class Library:
    """A library on disk, put together from its parts.

    A part is handed the parts that it needs and knows no other. What the library can do is listed here once, each verb
    being the method of the part that does it.
    """

    def __init__(self, root: Path) -> None:
        """Name the library's folder; no film and no index is read, nothing is created."""
        self.root = root
        self.store = Store(root)
        self.films = Catalogue(self.store)
        self.indexing = Indexing(self.store, self.films)
        self._offer_films()
        self._offer_searching()
        self._offer_changes()
        self._offer_screen_state()

    @classmethod
    def open(cls, root: Path) -> Library:
        """Return the library in `root`."""
        return cls(root)

    def _offer_films(self) -> None:
        self.catalogue = self.films.summaries
        self.film = self.films.film
        self.find = self.films.find
        self.follow = self.films.follow
        self.refresh = self.indexing.refresh
        self.stale = self.indexing.stale

    def _offer_searching(self) -> None:
        saved = SavedSearches(self.store)
        self.searches = saved.queries
        self.save_search = saved.save
        self.forget_search = saved.forget
        self.resolved = saved.resolved
        searching = Searching(self.films, self.indexing, saved)
        self.search = searching.search
        self.narrow = searching.narrow
        self.similar = searching.similar
        self.concordance = searching.concordance
        self.warm = searching.warm
        self.demand_index = self.indexing.demand

    def _offer_changes(self) -> None:
        undoable = Undoable(self.store, self.films, self.indexing)
        self.history = undoable.history
        self.undo = undoable.undo

        unfiled = Unfiled(self.store, self.films, undoable)
        self.unfiled = unfiled.waiting
        self.placements = unfiled.placements
        self.placer = unfiled.placer
        self.file = unfiled.file
        self.ignore = unfiled.ignore

        importer = Importer(self.store, self.films, self.indexing, unfiled)
        self.import_paths = importer.import_paths
        self.fill_with_starter = importer.fill_with_starter

        editing = Editing(self.films, undoable)
        self.correct = editing.correct
        self.remove = editing.remove
        self.merge = editing.merge
        self.split = editing.split
        self._offer_own_layer(OwnLayer(undoable))

    def _offer_own_layer(self, own_layer: OwnLayer) -> None:
        self.mark = own_layer.mark
        self.set_rating = own_layer.set_rating
        self.set_watchlist = own_layer.set_watchlist
        self.set_liked = own_layer.set_liked
        self.set_tags = own_layer.set_tags
        self.add_viewing = own_layer.add_viewing
        self.remove_viewing = own_layer.remove_viewing
        self.note = own_layer.note
        self.reword_note = own_layer.reword_note
        self.bookmark = own_layer.bookmark

    def _offer_screen_state(self) -> None:
        state = ScreenState(self.root)
        self.ui_state = state.ui_state
        self.set_ui_state = state.set_ui_state
        self.search_history = state.search_history
        self.remember_search = state.remember_search

    @property
    def register(self) -> Register:
        """All films, by what they are looked up by."""
        return self.films.register

    @property
    def unreadable(self) -> Mapping[str, StoreError]:
        """Films whose files cannot be read, with the reason; every other film stays usable."""
        return self.films.unreadable

    def check(self, *, repair: bool = False) -> CheckReport:
        """Look at every file of the library, and mend what can be mended.

        Args:
            repair: mend, and set aside what cannot be.
        """
        problems = self.store.check(repair=repair)
        if self.root.is_dir():
            self.films.follow()
            problems += self.indexing.problems(repair=repair)
        left = [problem for problem in problems if not problem.repaired]
        return CheckReport(ok=not left, films=len(self.register), problems=tuple(problems))

    def export(self, films: Iterable[str], kind: str, stream: TextIO) -> None:
        """Write films in another program's format.

        Args:
            films: their ids; all films where there are none.
            kind: one of `EXPORTS`.
            stream: text, with newline="".

        Raises:
            MatineeError: there is no such format.
        """
        from tui.library.exporting import EXPORTS

        if kind not in EXPORTS:
            raise MatineeError(kind, "is not a format of export", f"Name one of {', '.join(EXPORTS)}")
        EXPORTS[kind](map(self.film, list(films) or [film.id for film in self.catalogue()]), stream)

    def close(self) -> None:
        """Give back what is held."""
        self.indexing.close()
