"""The films of a library as they are now: following their files, looking films up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from tui.errors import DamagedFileError, NewerFormatError, NotFoundError, StoreError
from tui.library.changing import Change
from tui.library.register import Register
from tui.library.slugs import slug
from tui.library.views import summary_of, view_of
from tui.models import Facts, FilmSummary, FilmView, Progress
from tui.store import Stamp, Store, Transaction
from tui.text import clean_line
from tui.text.titles import split_year

Progressing = Callable[[Progress], None]


class Catalogue:
    """All films, in the memory of this process; the files are the truth that it follows."""

    def __init__(self, store: Store) -> None:
        """Take the films from `store`; nothing is read until something is asked for."""
        self._store = store
        self._register: Register | None = None
        self.stamps: dict[str, Stamp] = {}
        """Of the films' files that the register was made from."""
        self._following = threading.RLock()
        """Held while register and stamps change together."""
        self.unreadable: dict[str, StoreError] = {}
        """Films whose files cannot be read, with the reason; every other film stays usable."""

    @property
    def register(self) -> Register:
        """All films, as the snapshot has them until the files were followed."""
        if self._register is None and not self._read_snapshot():
            self.follow()
        return self._register if self._register is not None else Register()

    def _read_snapshot(self) -> bool:
        snapshot = self._store.read_catalogue()
        if snapshot is None:
            return False
        self._register, self.stamps = Register(snapshot.films, by_title=True), dict(snapshot.stamps)
        return True

    def summaries(self) -> tuple[FilmSummary, ...]:
        """Return all films, by title."""
        return self.register.summaries()

    def film(self, reference: str) -> FilmView:
        """Return everything that is shown of a film.

        Args:
            reference: its id, a former id, its title, «Title (year)» or tt id.

        Raises:
            NotFoundError: there is none; the remedy names near ones.
            AmbiguousError: several answer to it; the remedy names them.
            StoreError: its file cannot be read.
        """
        return view_of(self._store.load(self.find(reference).id))

    def find(self, reference: str) -> FilmSummary:
        """Return the film that a reference means; one that came from outside too.

        Raises:
            NotFoundError: there is none; the remedy names near ones.
            AmbiguousError: several answer to it; the remedy names them.
            StoreError: it seems to mean a film whose file cannot be read.
        """
        try:
            return self.register.find(reference)
        except NotFoundError:
            self.follow()
            if (error := self._unreadable(reference)) is not None:
                raise error from None
            return self.register.find(reference)

    def find_or_name(self, reference: str) -> FilmSummary | Facts:
        """Return the film that a reference means, or what the reference says of a new one.

        Raises:
            NotFoundError: it looks like a film of the library misspelt; with its year a new one may be called so.
            AmbiguousError: several films answer to it; the remedy names them.
        """
        try:
            return self.find(reference)
        except NotFoundError as error:
            said = split_year(reference)
            if said.year is None and self.register.near(said.title):
                remedy = f"{error.remedy} A new film is named with its year"
                raise NotFoundError(reference, error.reason, remedy) from None
            return Facts(title=clean_line(said.title), year=said.year)

    def _unreadable(self, reference: str) -> StoreError | None:
        """Return why the film that seems to be meant cannot be read: its id is all that is known of it."""
        plain = split_year(reference)
        meant = slug(plain.title, plain.year)
        for film_id, error in self.unreadable.items():
            if film_id in (reference, meant) or (
                film_id.startswith(f"{meant}-") and film_id[len(meant) + 1 :].isdecimal()
            ):
                return error
        return None

    def follow(self, progress: Progressing | None = None, cancel: threading.Event | None = None) -> bool:
        """Read again the films whose files changed; say whether there were any."""
        with self._following:
            if self._register is None and not self._read_snapshot():
                self._register = Register()
            known = self._register or Register()
            now = self._store.stamps()
            gone = self.stamps.keys() - now.keys()
            changed = [film_id for film_id, stamp in now.items() if self.stamps.get(film_id) != stamp]
            if not gone and not changed:
                return False
            summaries = []
            failed = dict(self.unreadable)
            for count, film_id in enumerate(changed):
                if cancel is not None and cancel.is_set():
                    return False
                if progress is not None and count % 64 == 0:
                    progress(Progress(task="reading", done=count, total=len(changed), unit="films"))
                failed.pop(film_id, None)
                try:
                    summaries.append(summary_of(self._store.load(film_id)))
                except (DamagedFileError, NewerFormatError) as error:
                    failed[film_id] = error
            self.unreadable = {film_id: error for film_id, error in failed.items() if film_id in now}
            self._take(known.replaced(summaries, {*gone, *self.unreadable}), now)
            return True

    def _take(self, register: Register, stamps: dict[str, Stamp]) -> None:
        """Show these films from now on, and keep them for the next start."""
        self._register, self.stamps = register, stamps
        if stamps or self._store.root.is_dir():
            with suppress(StoreError):  # a read-only library is read all the same
                self._store.write_catalogue(register.summaries(), stamps)

    def adopt(self, change: Change, transaction: Transaction) -> None:
        """Show what a change of our own made, without reading the films again.

        What another process has written since is not in it, and is found when the files are followed next.
        """
        with self._following:
            for film_id in change.changed:
                self.unreadable.pop(film_id, None)
            kept = {film_id: stamp for film_id, stamp in self.stamps.items() if film_id not in change.removed}
            register = self.register.replaced(change.changed.values(), change.removed)
            self._take(register, kept | transaction.stamps)

    def show(self, film: FilmSummary) -> None:
        """Show a film as it is now; the snapshot follows at the next `follow`."""
        with self._following:  # an import may be showing its films at the same time
            self._register = self.register.replaced([film], ())
