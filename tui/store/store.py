"""The library's files as one thing: read without waiting, written in transactions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import LibraryBusyError, StoreError
from tui.models import FilmSummary, Problem, StoredFilm, UnfiledRecord
from tui.store.catalogue import Snapshot, read_catalogue, write_catalogue
from tui.store.checking import check
from tui.store.files import make_durable_folders, remove_quietly, store_errors
from tui.store.journal import recover, sweep
from tui.store.layout import Layout
from tui.store.ledger import LedgerEntry
from tui.store.lock import PATIENCE, writing
from tui.store.reading import Files, Stamp, require_root
from tui.store.transaction import Transaction
from tui.store.undo import Change, before_images, change_of, numbers, plans, prune

Wait = Callable[[str], None]
"""Told what a writer is waiting for; may raise to give up."""


class Store:
    """The files of one library.

    Making one touches nothing; the folder is created by the first write. Reads are as the disk is at that
    moment; nothing is kept in memory, so nothing can be stale or poisoned.
    """

    def __init__(self, root: Path) -> None:
        self._layout = Layout(root)
        self._files = Files(self._layout)
        self._was_there = root.is_dir()

    @property
    def root(self) -> Path:
        """The library's folder."""
        return self._layout.root

    def ids(self) -> list[str]:
        """Return the ids of all films, sorted.

        Raises:
            StoreError: the folder has vanished or cannot be read.
        """
        self._require_root()
        return self._files.ids()

    def stamps(self) -> dict[str, Stamp]:
        """Return size and time of every film's file, by the film's id; what differs must be read again.

        Raises:
            StoreError: the folder has vanished or cannot be read.
        """
        self._require_root()
        return self._files.stamps()

    def load(self, film_id: str) -> StoredFilm:
        """Return a film.

        Raises:
            NotFoundError: there is none of this id.
            DamagedFileError: its file does not parse or breaks its own rules.
            NewerFormatError: a newer Matinee wrote it.
            StoreError: it cannot be read.
        """
        return self._files.film(film_id)

    def unfiled(self) -> tuple[UnfiledRecord, ...]:
        """Return the records that wait for their film.

        Raises:
            StoreError: their file is damaged, of a newer format, or cannot be read.
        """
        return self._files.unfiled()

    def state(self, name: str) -> bytes | None:
        """Return a small document of the library as compact JSON; None where there is none.

        Raises:
            StoreError: its file is damaged, of a newer format, or cannot be read.
        """
        return self._files.state(name)

    def ledger(self) -> dict[str, LedgerEntry]:
        """Return which documents were imported, by SHA-256.

        Raises:
            StoreError: a file of it is damaged, of a newer format, or cannot be read.
        """
        return self._files.ledger()

    @contextmanager
    def transaction(
        self, label: str, *, wait: Wait | None = None, undoable: bool = True, patience: float = PATIENCE
    ) -> Iterator[Transaction]:
        """Change the library: all that the block puts happens at its end, or nothing of it.

        Args:
            label: what the user did, for `history`: «import of films.zip».
            wait: told when another writer has to be waited for.
            undoable: keep the files as they were before it.
            patience: seconds to wait for another writer.

        Raises:
            LibraryBusyError: another process has been writing all the time.
            StoreError: the disk refuses it; the library is as it was.
        """
        with self._writing(wait, patience), self._changed(label, undoable=undoable) as transaction:
            yield transaction

    @contextmanager
    def _changed(self, label: str, *, undoable: bool, undoes: int | None = None) -> Iterator[Transaction]:
        transaction = Transaction(self._layout, label, undoable=undoable, undoes=undoes)
        try:
            yield transaction
            transaction.commit()
        except BaseException:
            transaction.abort()
            raise
        with suppress(OSError):  # it has happened; room is made another time
            prune(self._layout, transaction.files)

    @contextmanager
    def _writing(self, wait: Wait | None, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the lock, with what an interrupted writer left behind finished or swept."""
        self._require_root()
        make_durable_folders(str(self.root), self._layout.parts)
        self._was_there = True
        with writing(self._layout.lock, wait, patience):
            if recover(self._layout):
                make_durable_folders(str(self.root), self._layout.parts)
            yield

    def _require_root(self) -> None:
        if self._was_there:
            require_root(self._layout)

    def recover(self) -> bool:
        """Finish what an interrupted writer left, unless a writer is at work; cheap where there is nothing.

        Returns:
            Whether there was something and it is done.
        """
        try:
            if not os.listdir(self._layout.staging):
                return False
        except OSError:
            return False
        try:
            with writing(self._layout.lock, None, 0.0):
                return recover(self._layout)
        except LibraryBusyError:
            return False
        except StoreError:  # a read-only library: readers see the transaction's result all the same
            return False

    def history(self) -> tuple[Change, ...]:
        """Return the changes that can be undone, the newest first."""
        return tuple(change_of(plan) for plan in plans(self._layout))

    def undo(self, *, wait: Wait | None = None) -> str | None:
        """Take the newest change back.

        Returns:
            Its label; None where there is nothing to undo.

        Raises:
            StoreError: a file was changed since, or the disk refuses it; the library is as it was.
        """
        if not numbers(self._layout):
            return None
        with self._writing(wait):
            plan = next(plans(self._layout), None)
            if plan is None:
                return None
            with self._changed(f"undo: {plan.label}", undoable=False, undoes=plan.number) as transaction:
                for name, data in before_images(self._layout, plan):
                    if data is None:
                        transaction.remove_file(name)
                    else:
                        transaction.put_file(name, data)
            return plan.label

    def check(self, *, repair: bool = False, wait: Wait | None = None) -> list[Problem]:
        """Return everything that is wrong with the library's files; `repair` mends what can be mended.

        What an interrupted writer left is finished first, which is no problem but how it is meant to be.

        Raises:
            StoreError: the folder has vanished, or a repair cannot be written.
        """
        self._require_root()
        with suppress(StoreError), writing(self._layout.lock, None, 0.0):
            recover(self._layout)
            sweep(self._layout)
        if not repair:
            return check(self._layout, None)
        return check(self._layout, lambda label: self.transaction(label, wait=wait, undoable=False))

    @contextmanager
    def indexing(self, *, wait: Wait | None = None, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the lock of the index: one process at a time brings it up to the films, beside those that write films.

        Args:
            wait: told when another process has to be waited for.
            patience: seconds to wait for it.

        Raises:
            LibraryBusyError: another process has been indexing all the time.
            StoreError: the library is read-only or has vanished.
        """
        self._require_root()
        with store_errors(self._layout.index):
            os.makedirs(self._layout.index, exist_ok=True)
        with writing(Path(self._layout.index, ".lock"), wait, patience):
            yield

    def index_is_due(self) -> bool:
        """Say whether films were written since `index_is_done` was told; so too after a writer was interrupted."""
        return os.path.exists(self._layout.due)

    def index_is_done(self) -> None:
        """Note that the index is as the films are."""
        remove_quietly([self._layout.due])

    def read_catalogue(self) -> Snapshot | None:
        """Return the snapshot of the film list; None where there is none that can be used."""
        return read_catalogue(self._layout.index)

    def write_catalogue(self, films: Iterable[FilmSummary], stamps: Mapping[str, Stamp]) -> None:
        """Write the snapshot of the film list, and the stamps of the files that it was taken from.

        Raises:
            StoreError: the disk refuses it; the old snapshot stands.
        """
        self._require_root()
        write_catalogue(self._layout.index, films, stamps)
