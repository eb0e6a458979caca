"""What the screens need of a library: `tui.library.Library` gives it, and so does the tests' double."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from tui.models import FilmSummary, FilmView, ImportReport, Kind, Plain, Progress, UnfiledView, Viewing
from tui.search.types import Answer, Concordance, Hit, Narrowed
from tui.text import clean_line

UNNAMED = "library"
"""Name of the folder where no other was chosen: it says nothing."""
Cancel = Callable[[], bool]
ProgressTo = Callable[[Progress], None]


def name_of(root: Path) -> Plain:
    """Return what the library in a folder is called."""
    name = clean_line(root.absolute().name)
    return Plain("your library" if name == UNNAMED else f"library: {name}")


class PastChange(Protocol):
    """A change that can be taken back."""

    @property
    def label(self) -> str:
        """What it was."""

    @property
    def films(self) -> tuple[str, ...]:
        """Ids of the films that it changed."""


class LibraryProtocol(Protocol):
    """The library as the screens see it."""

    @property
    def root(self) -> Path:
        """Its folder."""

    def catalogue(self) -> tuple[FilmSummary, ...]:
        """Return a line for every film."""

    def refresh(self, progress: ProgressTo | None = None, cancel: threading.Event | None = None) -> bool:
        """Follow the files; True when something changed."""

    def film(self, ref: str) -> FilmView:
        """Return everything of one film."""

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,
        every_film: bool = False,
        cancel: Cancel | None = None,
    ) -> Answer:
        """Search."""

    def narrow(
        self,
        query: str,
        film: str,
        records: Sequence[tuple[Kind, str]],
        *,
        literal: bool = False,
        cancel: Cancel | None = None,
    ) -> Narrowed:
        """Return which of a film's records answer, and what locates the query's words."""

    def warm(self) -> None:
        """Make ready what the first search would have to wait for."""

    def similar(self, kind: Kind, record_id: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the passages nearest to one."""

    def concordance(self, query: str, *, film: str | None = None, limit: int = 100) -> Concordance:
        """Return a line for every match."""

    def searches(self) -> Mapping[str, str]:
        """Return the saved searches: name to query."""

    def save_search(self, name: str, query: str) -> None:
        """Save a search under a name."""

    def search_history(self) -> tuple[str, ...]:
        """Return the earlier searches, newest first."""

    def remember_search(self, query: str) -> None:
        """Put a search at the head of the history."""

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        film: str | None = None,
        dry_run: bool = False,
        progress: ProgressTo | None = None,
        cancel: threading.Event | None = None,
    ) -> ImportReport:
        """Import documents."""

    def unfiled(self) -> tuple[UnfiledView, ...]:
        """Return what waits for its film."""

    def file(self, record: str, film: str) -> str:
        """File an unfiled record; return the film's id."""

    def ignore(self, record: str) -> None:
        """Ask no more about an unfiled record."""

    def history(self) -> Sequence[PastChange]:
        """Return the changes that can be taken back, newest first."""

    def undo(self) -> str | None:
        """Take back the last change; return what it was."""

    def remove(self, film: str) -> None:
        """Remove a film."""

    def merge(self, film: str, other: str) -> str:
        """Merge two films into one; return its id."""

    def split(self, film: str, reviews: Sequence[str]) -> str | None:
        """Take reviews off a film; return the id of their own, None where they wait in Unfiled."""

    def correct(self, film: str, field: str, value: str | list[str] | None) -> None:
        """Set a field to the user's value."""

    def note(self, film: str, text: str, *, record: str | None = None) -> object:
        """Add a note."""

    def reword_note(self, film: str, note: str, text: str | None) -> None:
        """Give a note another text; None takes it away."""

    def bookmark(self, film: str, record: str) -> bool:
        """Set or take away a bookmark; True when it is set now."""

    def set_rating(self, film: str, value: float | None, out_of: float = 10) -> None:
        """Set the user's own rating."""

    def set_watchlist(self, film: str, on: bool) -> None:
        """Put a film on the watchlist or take it off."""

    def set_liked(self, film: str, on: bool) -> None:
        """Like a film or no more."""

    def set_tags(self, film: str, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give a film tags, and take others off."""

    def add_viewing(self, film: str, viewing: Viewing) -> None:
        """Note that the user saw a film."""

    def ui_state(self) -> dict[str, Any]:
        """Return what the screens wanted kept."""

    def set_ui_state(self, state: Mapping[str, Any]) -> None:
        """Keep something for the next start."""

    def close(self) -> None:
        """Let go of everything."""
