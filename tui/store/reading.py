"""Reading the library's files: as they are on the disk, or as a transaction is about to leave them."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.errors import NotFoundError, StoreError
from tui.models import StoredFilm, UnfiledRecord
from tui.store.content import film_of, rows_of
from tui.store.journal import Overlay
from tui.store.layout import SHARDS, UNFILED, Layout, shard_of, state_name
from tui.store.ledger import LedgerEntry, ledger_of
from tui.store.state import state_of
from tui.store.storage import Database, JsonStorage, unreadable

FILM_SUFFIX = ".json"


class Stamp(NamedTuple):
    """What a file is recognised by without reading it."""

    size: int
    mtime_ns: int


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file that was looked at."""
    return Stamp(status.st_size, status.st_mtime_ns)


class Files:
    """The files of a library, read without waiting for anyone and without keeping anything."""

    def __init__(self, layout: Layout, staged: Callable[[str], tuple[bool, str | None]] | None = None) -> None:
        """Read nothing yet.

        Args:
            layout: of the library.
            staged: says whether a transaction has a file of this name, and where (None: removed). It holds the lock,
                so no other can have been committed and not be carried out.
        """
        self._layout = layout
        self._staged = staged or (lambda _: (False, None))
        self._overlay = Overlay(layout, locked=staged is not None)

    def raw(self, name: str) -> bytes | None:
        """Return a file's bytes; None where there is none.

        Raises:
            OSError: it cannot be read.
        """
        mine, path = self._staged(name)
        if not mine:
            return self._overlay.read(name)
        return Path(path).read_bytes() if path else None

    def exists(self, name: str) -> bool:
        """Say whether there is a file of this name."""
        mine, path = self._staged(name)
        pending = {} if mine else self._overlay.pending()
        if mine or name in pending:
            return (path if mine else pending[name]) is not None
        return os.path.exists(self._layout.path(name))

    def database(self, name: str) -> Database:
        """Return a file as a TinyDB, to be read."""
        return Database(self._layout.path(name), get=lambda: self.raw(name), storage=JsonStorage)

    def film(self, film_id: str) -> StoredFilm:
        """Return a film.

        Raises:
            NotFoundError: there is none of this id.
            DamagedFileError: its file does not parse or breaks its own rules.
            NewerFormatError: a newer Matinee wrote it.
            StoreError: it cannot be read.
        """
        name = self._layout.film(film_id)
        film = film_of(self.database(name), film_id, self._layout.path(name))
        if film is None:
            raise NotFoundError(film_id, "there is no such film", "See the ids with `matinee films`")
        return film

    def unfiled(self) -> tuple[UnfiledRecord, ...]:
        """Return the records that wait for their film.

        Raises:
            StoreError: the file is damaged, of a newer format, or cannot be read.
        """
        return rows_of(self.database(UNFILED), "unfiled", UnfiledRecord, self._layout.path(UNFILED))

    def state(self, name: str) -> bytes | None:
        """Return a state document as compact JSON; None where there is none.

        Raises:
            StoreError: the file is damaged, of a newer format, or cannot be read.
        """
        file = state_name(name)
        return state_of(self.database(file), self._layout.path(file))

    def ledger_part(self, name: str) -> dict[str, LedgerEntry]:
        """Return one file of the ledger.

        Raises:
            StoreError: it is damaged, of a newer format, or cannot be read.
        """
        return ledger_of(self.database(name), self._layout.path(name))

    def ledger(self) -> dict[str, LedgerEntry]:
        """Return the whole import ledger: SHA-256 to what was imported."""
        return {sha256: entry for digit in SHARDS for sha256, entry in self.ledger_part(shard_of(digit)).items()}

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamp of every film's file, by the film's id.

        Raises:
            StoreError: the folder cannot be read.
        """
        before = self._overlay.pending()
        stamps: dict[str, Stamp] = {}
        try:
            with os.scandir(self._layout.films) as entries:
                for entry in entries:
                    name = entry.name
                    if name.endswith(FILM_SUFFIX) and name[0] != ".":
                        try:
                            status = entry.stat()
                        except FileNotFoundError:
                            continue
                        stamps[name[: -len(FILM_SUFFIX)]] = stamp_of(status)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise unreadable(self._layout.films, error) from error
        pending = {**before, **self._overlay.pending()}
        return self._with_pending(stamps, pending) if pending else stamps

    def _with_pending(self, stamps: dict[str, Stamp], pending: dict[str, str | None]) -> dict[str, Stamp]:
        """A staged file keeps its size and time when it is renamed into its place, so its stamp is known already."""
        for name, staged in pending.items():
            film_id = film_id_of(name)
            if film_id is None:
                continue
            stamps.pop(film_id, None)
            for path in (staged, self._layout.path(name)) if staged else ():
                with suppress(FileNotFoundError):
                    stamps[film_id] = stamp_of(os.stat(path))
                    break
        return stamps

    def ids(self) -> list[str]:
        """Return the ids of all films, sorted, without a look at the files themselves.

        Raises:
            StoreError: the folder cannot be read.
        """
        try:
            names = os.listdir(self._layout.films)
        except FileNotFoundError:
            names = []
        except OSError as error:
            raise unreadable(self._layout.films, error) from error
        ids = {name[: -len(FILM_SUFFIX)] for name in names if name.endswith(FILM_SUFFIX) and name[0] != "."}
        for name, staged in self._overlay.pending().items():
            if (film_id := film_id_of(name)) is not None:
                (ids.discard if staged is None else ids.add)(film_id)
        return sorted(ids)


def film_id_of(name: str) -> str | None:
    """Return the id of the film whose file has this name in the library; None for other files."""
    folder, _, file = name.partition("/")
    return file[: -len(FILM_SUFFIX)] if folder == "films" and file.endswith(FILM_SUFFIX) else None


def require_root(layout: Layout) -> None:
    """Tell a library whose folder has gone (a drive that was taken off) from one that is empty.

    Raises:
        StoreError: the folder has vanished.
    """
    if not layout.root.is_dir():
        raise StoreError(str(layout.root), "the folder has vanished", "Connect the drive again, or choose another")
