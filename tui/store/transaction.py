"""One change of the library, of any size: everything that is put into it happens together or not at all."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from msgspec.structs import replace

from tui.errors import DamagedFileError, NotFoundError
from tui.models import StoredFilm, UnfiledRecord
from tui.store.aside import keep_copy
from tui.store.content import film_file, unfiled_tables
from tui.store.files import (
    looked_at,
    remove_quietly,
    resolved,
    share,
    store_errors,
    sync_files,
    sync_folder,
    write_new,
)
from tui.store.journal import CHANGE, Fingerprint, Plan, Step, carry_out, change_folder, commit, commit_one, draft_of
from tui.store.layout import UNFILED, Layout, state_name
from tui.store.ledger import LedgerEntry, by_shard, ledger_tables
from tui.store.presence import Presence
from tui.store.reading import Files, Stamp, film_id_of, stamp_of
from tui.store.schema import Tables, states_current
from tui.store.staging import Staging
from tui.store.state import state_tables
from tui.store.storage import render
from tui.store.undo import next_number

_TIDYING = 0.3
"""Seconds that a transaction that is given up may take to delete what it has written."""


class Transaction:
    """What a writer changes under the library's lock; reads in it see what was put into it.

    Nothing is seen by anyone else before the block of `Store.transaction` ends; an exception in it,
    Ctrl+C too, leaves the library as it was. Putting what is there already changes nothing.
    """

    def __init__(self, layout: Layout, label: str, *, undoable: bool, undoes: int | None = None) -> None:
        self._layout = layout
        self._read = Files(layout, staged=self._staged_path)
        self._there = Presence(layout)
        self.label = label
        """What the user did; it may be said more closely while it is done."""
        self._undoable = undoable
        self._undoes = undoes
        self._staging = Staging(layout)
        self._steps: dict[str, Step] = {}
        self._stamps: dict[str, Stamp] = {}
        self._seen: set[str] = set()
        self._aside: set[str] = set()
        self._number: int | None = None

    def _staged_path(self, name: str) -> tuple[bool, str | None]:
        """Return whether this transaction has a file, and where its new content lies (None: removed)."""
        step = self._steps.get(name)
        if step is None:
            return False, None
        return True, self._staging.path(step.staged) if step.staged else None

    @property
    def files(self) -> int:
        """How many files it writes or removes."""
        return len(self._steps)

    @property
    def stamps(self) -> dict[str, Stamp]:
        """Stamps of the films that it writes, also once they are in their places: a rename changes neither of them."""
        return {film: stamp for name, stamp in self._stamps.items() if (film := film_id_of(name)) is not None}

    def load(self, film_id: str) -> StoredFilm:
        """Return a film as it is in this transaction.

        Raises:
            NotFoundError: there is none of this id.
            StoreError: its file is damaged, of a newer format, or cannot be read.
        """
        film = self._read.film(film_id)
        self._seen.add(film_id)
        return film

    def unfiled(self) -> tuple[UnfiledRecord, ...]:
        """Return the records that wait for their film, as they are in this transaction."""
        return self._read.unfiled()

    def state(self, name: str) -> bytes | None:
        """Return a state document as it is in this transaction."""
        return self._read.state(name)

    def ledger(self) -> dict[str, LedgerEntry]:
        """Return the import ledger as it is in this transaction."""
        return self._read.ledger()

    def put(self, film: StoredFilm) -> None:
        """Write a film, new or changed.

        Raises:
            NewerFormatError: it would replace a film that a newer Matinee wrote.
            StoreError: the disk refuses it.
        """
        name = self._layout.film(film.id)
        there = self._there.may_be(name)
        if film.id not in self._seen:
            self._seen.add(film.id)
            if there:
                self._spare(film.id, name)
        self._put(name, film_file(film), there=there)

    def _spare(self, film_id: str, name: str) -> None:
        """Keep a copy of a film's file that is about to be replaced by one who could not read it."""
        if not self._read.exists(name):
            return
        try:
            self._read.film(film_id)
        except DamagedFileError as error:
            raw = self._read.raw(name)
            if raw:
                keep_copy(self._layout, self._layout.damaged, name, raw, error.reason)
                self._aside.add(name)

    def remove(self, film_id: str) -> None:
        """Remove a film.

        Raises:
            NotFoundError: there is none of this id.
        """
        name = self._layout.film(film_id)
        if not self._read.exists(name):
            raise NotFoundError(film_id, "there is no such film", "See the ids with `matinee films`")
        self.remove_file(name)

    def put_unfiled(self, records: Iterable[UnfiledRecord]) -> None:
        """Replace the records that wait for their film."""
        self.put_tables(UNFILED, unfiled_tables(records))

    def put_state(self, name: str, document: bytes) -> None:
        """Write a state document.

        Raises:
            ValueError: the name has other characters than letters, digits and «-», or the document is not JSON.
        """
        self.put_tables(state_name(name), state_tables(name, document))

    def put_ledger(self, entries: Mapping[str, LedgerEntry], forget: Collection[str] = ()) -> None:
        """Add documents to the import ledger, or replace what it says of them; forget others.

        Args:
            entries: what it is to say, by SHA-256.
            forget: hashes of documents that it is to forget, so that importing them again reads them.
        """
        for name, hashes in by_shard({*entries, *forget}).items():
            known = self._read.ledger_part(name)
            for sha256 in hashes:
                if sha256 in entries:
                    known[sha256] = entries[sha256]
                else:
                    known.pop(sha256, None)
            self.put_tables(name, ledger_tables(known))

    def put_file(self, name: str, data: bytes) -> None:
        """Write a file of the library as it is: a before-image, a file that was mended.

        Raises:
            StoreError: the disk refuses it.
        """
        self._put(name, data, there=self._there.may_be(name))

    def _put(self, name: str, data: bytes, *, there: bool) -> None:
        path = self._layout.path(name)
        with store_errors(path):
            target, size = looked_at(path) if there else (path, None)
            self._drop(name)
            if size is not None and not self._replaces(name, data):
                return
            staged = self._staging.name_for(name, many=self._there.are_many(name))
            fresh = self._staging.path(staged)
            self._stamps[name] = stamp_of(write_new(fresh, data, like=target if size is not None else None))
        after = Fingerprint(size=len(data), crc=zlib.crc32(data))
        self._steps[name] = Step(name=name, staged=staged, before=size, after=after)

    def _replaces(self, name: str, data: bytes) -> bool:
        """Say whether `data` is new, and keep a copy of a file that an older Matinee, or something else, wrote."""
        old = self._read.raw(name)
        if old == data:
            return False
        if old is not None and name not in self._aside and not states_current(old):
            keep_copy(self._layout, self._layout.backups, name, old, "was of another format and has been migrated")
        return True

    def remove_file(self, name: str) -> None:
        """Remove a file of the library; one that is not there is none to remove."""
        self._drop(name)
        with store_errors(self._layout.path(name)):
            _, size = looked_at(self._layout.path(name))
        if size is not None:
            self._steps[name] = Step(name=name, before=size)

    def put_tables(self, name: str, tables: Tables) -> None:
        """Write a TinyDB of the library.

        Raises:
            StoreError: the disk refuses it.
        """
        self.put_file(name, render(tables))

    def _drop(self, name: str) -> None:
        if (step := self._steps.pop(name, None)) and step.staged:
            os.unlink(self._staging.path(step.staged))
            del self._stamps[name]

    def commit(self) -> None:
        """Let it happen.

        Raises:
            StoreError: the disk refuses it; the library is as it was.
        """
        if not self._steps and self._undoes is None:
            return
        with store_errors(self._layout.root):
            self._look_again()
            sync_files(self._staged_paths(), self._layout.staging)
            for folder in self._staging.folders():
                sync_folder(folder)
            self._number = next_number(self._layout)
            plan = Plan(
                number=self._number,
                label=self.label,
                when=datetime.now(UTC).isoformat(timespec="seconds"),
                steps=tuple(self._steps.values()),
                undoable=self._undoable,
                undoes=self._undoes,
            )
            if self._undoable:
                self._keep_before_images(plan)
            self._mark_index_due()
            if self._undoable and len(plan.steps) == 1 and plan.steps[0].staged:
                commit_one(self._layout, plan)
                return
            commit(self._layout, plan)
        with suppress(OSError):  # it has happened: readers see it already, and the next writer puts the rest in place
            carry_out(self._layout, plan)

    def _staged_paths(self) -> list[str]:
        return [self._staging.path(step.staged) for step in self._steps.values() if step.staged]

    def _look_again(self) -> None:
        """What has come to lie, meanwhile, where a new file goes is replaced like any other: a before-image is kept."""
        for name in self._there.appeared():
            if (step := self._steps.get(name)) is not None and step.before is None:
                _, size = looked_at(self._layout.path(name))
                self._steps[name] = replace(step, before=size)

    def _mark_index_due(self) -> None:
        """Note, before it happens, that the index is behind: whoever opens the library next then brings it up."""
        with suppress(OSError):
            os.makedirs(self._layout.index, exist_ok=True)
            os.close(os.open(self._layout.due, os.O_WRONLY | os.O_CREAT, 0o666))

    def _keep_before_images(self, plan: Plan) -> None:
        folder = change_folder(self._layout, plan.number)
        os.makedirs(folder)
        for number, step in enumerate(plan.steps):
            if step.before is not None:
                share(resolved(self._layout.path(step.name)), os.path.join(folder, str(number)))

    def abort(self) -> None:
        """Let nothing of it happen, unless it has happened already (Ctrl+C in the middle of `commit`).

        Whoever stopped it does not wait until tens of thousands of files are deleted: the next writer sweeps the rest.
        """
        staged = self._staged_paths()
        folder = None if self._number is None else change_folder(self._layout, self._number)
        if os.path.exists(self._layout.mark) or (folder is not None and not all(map(os.path.exists, staged))):
            return
        if folder is not None:
            if not staged and os.path.exists(os.path.join(folder, CHANGE)):
                return
            shutil.rmtree(folder, ignore_errors=True)
        remove_quietly([draft_of(self._layout), *staged], seconds=_TIDYING)
        self._staging.give_up()
