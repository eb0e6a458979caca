"""Mending what `inspecting` found: nothing is thrown away, and every step says what it did."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import count as count_from
from pathlib import Path
from typing import TypeVar

import msgspec

from tui.errors import NotFoundError
from tui.models import Plain, ReviewEntry, SourceDocument, StoredFilm, TriviaEntry, UnfiledRecord
from tui.store.aside import keep_copy
from tui.store.content import FilmHead, resealed
from tui.store.files import store_errors
from tui.store.inspecting import Finding, citations
from tui.store.journal import change_folder
from tui.store.layout import UNFILED, Layout
from tui.store.ledger import LedgerEntry, Line, entry_of, ledger_tables
from tui.store.reading import Files, film_id_of
from tui.store.salvage import Saved, count, film_from, salvage
from tui.store.transaction import Transaction
from tui.store.undo import plans

Entry = TypeVar("Entry", ReviewEntry, TriviaEntry)


class Repair:
    """Mends findings inside one transaction."""

    def __init__(self, layout: Layout, transaction: Transaction, ledger: dict[str, LedgerEntry]) -> None:
        """Mend nothing yet.

        Args:
            layout: of the library.
            transaction: what the mended files are put into.
            ledger: what is known of imported documents.
        """
        self._layout = layout
        self._files = Files(layout)
        self._transaction = transaction
        self._ledger = ledger

    def mend(self, finding: Finding) -> str | None:
        """Mend one finding.

        Returns:
            What was done; None where nothing can be done.

        Raises:
            StoreError: the disk refuses it.
        """
        match finding.kind:
            case "damaged" | "misnamed":
                return self._mend_damaged(finding)
            case "changed" | "duplicate" | "dangling":
                return self._mend_content(finding)
            case "orphan":
                return self._delete(finding.name)
        return None

    def _delete(self, name: str) -> str:
        path = self._layout.path(name)
        with store_errors(path):
            if os.path.isdir(path):
                shutil.rmtree(path)
            else:
                os.unlink(path)
        return "Deleted"

    def _mend_damaged(self, finding: Finding) -> str:
        raw = self._files.raw(finding.name) or b""
        aside = keep_copy(self._layout, self._layout.damaged, finding.name, raw, finding.problem)
        film_id = film_id_of(finding.name)
        if film_id is None:
            return f"Set aside as {aside}; {self._mend_shared(finding.name, raw)}"
        if finding.kind == "misnamed":
            return f"Set aside as {aside}; {self._mend_misnamed(finding.name, raw)}"
        return f"Set aside as {aside}; {self._mend_film(finding.name, film_id, raw)}"

    def _mend_film(self, name: str, film_id: str, raw: bytes) -> str:
        saved = salvage(raw)
        earlier = next(_earlier(self._layout, name), None)
        film = self._sound(film_from(film_id, saved, earlier or {}))
        documents = [sha256 for sha256, entry in self._ledger.items() if film_id in entry.films]
        self._transaction.put_ledger({}, forget=documents)
        self._transaction.remove_file(name)
        again = _named(self._ledger[sha256].name for sha256 in documents)
        if film == StoredFilm(id=film_id):
            return f"nothing in it could be saved; import its documents again{again}"
        self._transaction.put(film)
        told_earlier = ", what it lacked was taken from before the last change" if earlier else ""
        return (
            f"{count(saved)} records were saved from it{told_earlier}; import its documents again to complete it{again}"
        )

    def _mend_misnamed(self, name: str, raw: bytes) -> str:
        saved = salvage(raw)
        right = next((head.id for head in saved.get("film", {}).values() if isinstance(head, FilmHead)), "")
        self._transaction.remove_file(name)
        try:
            taken = self._files.exists(self._layout.film(right))
        except NotFoundError:
            return "it does not say which film it is"
        if taken:
            return f"the film «{right}» has a file of its own already"
        self._transaction.put(self._sound(film_from(right, saved)))
        return f"its content is now films/{right}.json"

    def _mend_shared(self, name: str, raw: bytes) -> str:
        self._transaction.remove_file(name)
        if name == UNFILED:
            saved = salvage(raw, {"unfiled": UnfiledRecord})
            records = tuple(row for row in saved.get("unfiled", {}).values() if isinstance(row, UnfiledRecord))
            self._transaction.put_unfiled(records)
            return f"{len(records)} records were saved from it"
        if name.startswith("state/ledger-"):
            lines = salvage(raw, {"documents": Line}).get("documents", {}).values()
            entries = {line.sha256: entry_of(line) for line in lines if isinstance(line, Line)}
            self._transaction.put_tables(name, ledger_tables(entries))
            return f"{len(entries)} entries were saved from it; documents of others are read again when imported"
        for earlier in _earlier_bytes(self._layout, name):
            self._transaction.put_file(name, earlier)
            return "it is as it was before the last change"
        return "it begins anew"

    def _mend_content(self, finding: Finding) -> str | None:
        film_id = film_id_of(finding.name)
        if film_id is None:
            return self._seal_shared(finding.name)
        self._transaction.put(self._sound(self._transaction.load(film_id)))
        done = {
            "changed": "Taken as it stands",
            "dangling": "They are listed again",
            "duplicate": "Of equal records one is left; others have ids of their own",
        }
        return done[finding.kind]

    def _seal_shared(self, name: str) -> str:
        tables = self._files.database(name).storage.read() or {}
        self._transaction.put_tables(name, resealed(tables))
        return "Taken as it stands"

    def _sound(self, film: StoredFilm) -> StoredFilm:
        """Return the film with every document listed that its records cite, and an id for each record."""
        listed = {document.sha256 for document in film.documents}
        missing = sorted({citation.sha256 for citation in citations(film)} - listed)
        return msgspec.structs.replace(
            film,
            documents=(*film.documents, *map(self._document, missing)),
            reviews=apart(film.reviews),
            trivia=apart(film.trivia),
        )

    def _document(self, sha256: str) -> SourceDocument:
        entry = self._ledger.get(sha256)
        if entry is None:
            return SourceDocument(sha256=sha256, name=Plain("(unknown document)"), reader="unknown", imported="")
        return SourceDocument(sha256=sha256, name=entry.name, reader=entry.reader, imported=entry.imported)


def _named(names: Iterable[str]) -> str:
    listed = sorted(names)
    more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
    return f": {', '.join(listed[:3])}{more}" if listed else ""


def apart(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries without equal ones, and with an id of its own for each."""
    kept: list[Entry] = []
    taken = {entry.shown.id for entry in entries}
    seen: dict[str, list[Entry]] = {}
    for entry in entries:
        same = seen.setdefault(entry.shown.id, [])
        if entry in same:
            continue
        same.append(entry)
        if len(same) > 1:
            free = next(f"{entry.shown.id}~{n}" for n in count_from(2) if f"{entry.shown.id}~{n}" not in taken)
            taken.add(free)
            kept.append(msgspec.structs.replace(entry, shown=msgspec.structs.replace(entry.shown, id=free)))
        else:
            kept.append(entry)
    return tuple(kept)


def _earlier_bytes(layout: Layout, name: str) -> Iterator[bytes]:
    """Yield a file as it was before the changes that can be undone, the newest first."""
    for plan in plans(layout):
        for number, step in enumerate(plan.steps):
            if step.name == name and step.before is not None:
                try:
                    yield Path(change_folder(layout, plan.number), str(number)).read_bytes()
                except OSError:
                    continue


def _earlier(layout: Layout, name: str) -> Iterator[Saved]:
    for raw in _earlier_bytes(layout, name):
        saved = salvage(raw)
        if saved.get("film"):
            yield saved
