"""Importing documents: files, folders and archives, as a whole or not at all."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import CancelledError
from tui.library.catalogue import Catalogue
from tui.library.changing import Rehearsal, Writer
from tui.library.index_feed import IndexFeed
from tui.library.indexing import Indexing
from tui.library.unfiled import Unfiled
from tui.models import Facts, ImportReport, Progress
from tui.store.storage import collector_paused
from tui.text import clean_line

if TYPE_CHECKING:
    from tui.library.importing import Import
    from tui.library.intake import Intake
    from tui.store import LedgerEntry, Store


class Importer:
    """Brings documents into a library."""

    def __init__(self, store: Store, catalogue: Catalogue, indexing: Indexing, unfiled: Unfiled) -> None:
        """Take what documents are brought into."""
        self._store = store
        self._catalogue = catalogue
        self._indexing = indexing
        self._unfiled = unfiled

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        film: str | None = None,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> ImportReport:
        """Import documents: files, folders, archives.

        Args:
            paths: what to import.
            film: the film that all of it is about, whatever the documents say.
            dry_run: report what would happen; write nothing.
            progress: told how far it is.
            cancel: set to stop within a second; where everything has just been written, the report is returned all the
                same, and only the index is left for the next opening.

        Raises:
            CancelledError: it was stopped; the library is as it was.
            NotFoundError: `film` looks like a film of the library misspelt.
            StoreError: the library cannot be read or written; it is as it was.
        """
        told = progress or (lambda _: None)
        cancel = cancel if cancel is not None else threading.Event()
        with collector_paused():
            try:
                return self._import(paths, film, told, cancel, dry_run=dry_run)
            finally:
                gc.freeze()  # what stays is old by now: the collector need not walk the whole catalogue as it wakes
                gc.unfreeze()

    def _import(
        self,
        paths: Sequence[Path],
        film: str | None,
        told: Callable[[Progress], None],
        cancel: threading.Event,
        *,
        dry_run: bool,
    ) -> ImportReport:
        if dry_run:
            with self._read(paths, film, told, cancel.is_set) as intake:
                return self._rehearsed(intake, told)
        with (
            self._indexing.expecting() as expected,
            self._read(paths, film, told, cancel.is_set, expected) as intake,
        ):
            return self._write(intake, _label(paths), told, cancel)

    @contextmanager
    def _read(
        self,
        paths: Sequence[Path],
        film: str | None,
        told: Callable[[Progress], None],
        stop: Callable[[], bool],
        expected: Callable[[int], None] = lambda _: None,
    ) -> Iterator[Intake]:
        from tui.library.intake import Intake
        from tui.readers.walk import survey

        self._catalogue.follow()
        waiting = {record.id for record in self._store.unfiled()} | self._unfiled.placements().placed.keys()

        def is_known(entry: LedgerEntry) -> bool:
            return all(map(self._catalogue.register.holds, entry.films)) and waiting.issuperset(entry.unfiled)

        intake = Intake(
            self._store.ledger(), is_known, forced=self._forced(film) if film is not None else None, stop=stop
        )
        told(Progress(task="looking", done=0, detail="what there is to read"))
        total = survey(paths, intake.check).size

        def tell(done: int, name: str) -> None:
            expected(intake.films)
            told(Progress(task="reading", done=done, total=max(total, done), unit="bytes", detail=name))

        with closing(intake):
            intake.read(paths, tell)
            yield intake

    def _imported(
        self,
        intake: Intake,
        writer: Writer,
        told: Callable[[Progress], None],
        feed: IndexFeed | None = None,
    ) -> Import:
        from tui.library.importing import Import

        return Import(
            intake,
            writer,
            self._catalogue.register,
            self._unfiled.placer(),
            unreadable=self._catalogue.unreadable,
            feed=feed,
            progress=told,
        )

    def _rehearsed(self, intake: Intake, told: Callable[[Progress], None]) -> ImportReport:
        with closing(Rehearsal(self._store)) as rehearsal:
            return self._imported(intake, rehearsal, told).run()

    def _write(
        self, intake: Intake, label: str, told: Callable[[Progress], None], cancel: threading.Event
    ) -> ImportReport:
        stop = cancel.is_set

        def wait(message: str) -> None:
            if stop():
                raise CancelledError("import", "stopped before anything was changed")
            told(Progress(task=message, done=0))

        if not intake.owner:  # nothing to write: no lock, no transaction
            return self._rehearsed(intake, told)
        with ExitStack() as stack:
            with self._store.transaction(label, wait=wait) as transaction:
                self._catalogue.follow()
                feed = stack.enter_context(self._indexing.feed(intake.films))
                work = self._imported(intake, transaction, told, feed)
                report = work.run()
                if feed is not None:
                    feed.made()
            self._catalogue.adopt(work.change, transaction)
            tokens = self._indexing.tokens(work.change.changed)
            del work, transaction
            intake.close()  # giving back what tens of thousands of films need takes time: it is done beside the index
            if feed is not None and not stop():  # else the index follows when the library is opened next
                told(Progress(task="indexing", done=0, total=len(tokens), unit="films"))
                if feed.finish(tokens, stop):
                    self._store.index_is_done()
                    return report
        self._indexing.follow_change(told, cancel)
        return report

    def _forced(self, film: str) -> Facts:
        """Return what the user says the documents are about: a film of the library, or a new one by its title."""
        found = self._catalogue.find_or_name(film)
        return found if isinstance(found, Facts) else Facts(title=found.title, year=found.year, ids=found.ids)

    def fill_with_starter(self, documents: Path) -> ImportReport | None:
        """Import the starter collection into a library that holds nothing; None where it holds something."""
        if len(self._catalogue.register) or self._store.ledger():
            return None
        return self.import_paths([documents])


def _label(paths: Sequence[Path]) -> str:
    """Return what an import is called in the history: «import of letterboxd.zip and 2 more»."""
    first = clean_line(paths[0].name or str(paths[0])) if paths else "nothing"
    return f"import of {first}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
