"""Reading documents for an import: what they say goes to a spool, so that a table of a million rows needs no memory.

In memory stays, of every extract, where it lies in the spool, which document it is of and which film it is about
(a number); what a film is looked up by is kept once however many rows say it.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

import msgspec

from tui.errors import CancelledError, DocumentError, StoreError
from tui.library.identity import keys_of, names_film
from tui.library.read_ahead import ReadAhead, watch
from tui.library.spool import Spool
from tui.models import DocumentReport, DocumentStatus, Extract, Facts, Personal, Remark, SourceDocument
from tui.readers.document import Document
from tui.readers.guard import Reading
from tui.readers.unreadable import Unreadable
from tui.readers.walk import walk
from tui.store.ledger import LedgerEntry
from tui.text.imports import OWN

_LOOK_UP = 64
"""Extracts between two words on how far it is."""
LOOSE = -1
"""Number of the subject of extracts that name no film."""
_REASONS = {
    "unfiled": "it names no film and too little in it tells which film it is about",
    "skipped": "nothing in it is about a film",
    "unchanged": "the library holds all of it already",
}
_encode_extract = msgspec.msgpack.Encoder().encode
_decode_extract = msgspec.msgpack.Decoder(Extract).decode


class _Glance(msgspec.Struct, gc=False):
    """What of an extract is looked at when it comes in; the rest stays encoded until its film is made."""

    facts: Facts = Facts()
    reviews: list[msgspec.Raw] = []
    trivia: list[msgspec.Raw] = []
    personal: Personal | None = None


_decode = msgspec.msgpack.Decoder(_Glance).decode
REFUSED = "Mend the library with `matinee check --repair`, then import the document again"


@dataclass(slots=True)
class ReadDocument:
    """One document of an import, and what became of it so far."""

    path: str
    number: int = 0
    """Its place among the documents of the import."""
    record: SourceDocument | None = None
    """None where it could not be read."""
    reader: str | None = None
    status: DocumentStatus = "imported"
    reason: str | None = None
    remedy: str | None = None
    remarks: list[Remark] = field(default_factory=list)
    reviews: int = 0
    trivia: int = 0
    own: Counter[str] = field(default_factory=Counter)
    merged: int = 0
    films: set[str] = field(default_factory=set)
    unfiled: set[str] = field(default_factory=set)
    changed: bool = False
    left: int = 0
    """Records that would be films of nothing but a number; a later import may know what they are."""
    kept: bool = False
    """Whether something of it is about no film and was set aside."""
    refused: list[str] = field(default_factory=list)
    """Why records of it were left out: the files of their films cannot be read, so nothing may be written to them."""
    why: list[str] = field(default_factory=list)
    """Why its records were placed with a film that it does not name."""

    def report(self) -> DocumentReport:
        """Return it as the user sees it."""
        status, reason, remedy, remarks = self.status, self.reason, self.remedy, self.remarks
        if self.refused and not self.films and not self.unfiled:
            status, reason, remedy = "failed", self.refused[0], REFUSED
        elif self.refused:
            remarks = [*remarks, *(Remark(text=f"left out: {why}. {REFUSED}") for why in self.refused)]
        if status == "imported" and not self.films:
            status = "unfiled" if self.unfiled and not self.kept else "imported" if self.kept else "skipped"
        elif status == "imported" and not self.changed:
            status = "unchanged"
        if reason is None and self.kept and not self.films:
            reason = "it is about no film; kept as it is, set aside in Unfiled"
        if reason is None:
            reason = _REASONS.get(status) or next(iter(self.why), None)
        return DocumentReport(
            path=self.path,
            status=status,
            reader=self.reader,
            film=next(iter(self.films)) if len(self.films) == 1 else None,
            films=len(self.films),
            reviews=self.reviews,
            trivia=self.trivia,
            own={name: self.own[name] for name in OWN if self.own[name]},
            merged=self.merged,
            reason=reason,
            remedy=remedy or ("File it with `matinee file`, or give --film" if status == "unfiled" else None),
            remarks=tuple(remarks),
        )


def _own(personal: Personal) -> dict[str, int]:
    """Count what an owner's export says of one film."""
    many = {
        "viewings": personal.viewings,
        "ratings": personal.ratings,
        "lists": personal.lists,
        "notes": personal.notes,
    }
    once = {"wanted": personal.watchlist, "liked": personal.liked, "tagged": personal.tags}
    return {name: len(held) for name, held in many.items()} | {name: int(bool(said)) for name, said in once.items()}


def _is_bare(facts: Facts) -> bool:
    return bool(facts.ids) and facts == Facts(ids=facts.ids)


class Intake:
    """Everything that an import has read."""

    def __init__(
        self,
        known: Mapping[str, LedgerEntry],
        is_known: Callable[[LedgerEntry], bool],
        *,
        forced: Facts | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """Read nothing yet.

        Args:
            known: the library's ledger.
            is_known: whether everything that a ledger entry names is still in the library.
            forced: the film that the user says the documents are about.
            stop: whether the user wants to stop.
        """
        self.documents: list[ReadDocument] = []
        self.spool = Spool(Extract)
        self.keys: list[frozenset[str]] = []
        """What is said of films, by number: titles and ids that each is looked up by."""
        self.years: list[int | None] = []
        self.owner = array("L")
        """Number of the document of each extract."""
        self.subject = array("l")
        """Number of what each extract says of its film, `LOOSE` where it names none."""
        self.bare: set[int] = set()
        """Extracts that say nothing of a film but its numbers: they add those to films that others name."""
        self._known, self._is_known = known, is_known
        self._forced = forced
        self._stop = stop
        self._by_facts: dict[bytes, int] = {}
        """Hash of what was said of a film, to its number."""
        self._first = array("L")
        """Number of the first extract that says it."""
        self._alike: dict[frozenset[str], frozenset[str]] = {}
        """Keys, once however many sayings have the same."""
        self._encode = msgspec.json.Encoder(order="deterministic").encode
        self._bytes = 0
        """Bytes of the documents that are done with."""
        self._now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def read(self, paths: Sequence[Path], progress: Callable[[int, str], None]) -> None:
        """Read every document under `paths`; one that fails never stops the others.

        `progress` is told how many bytes are read, and of which document.

        Raises:
            CancelledError: the user stopped it.
        """
        with ReadAhead[ReadDocument]() as ahead:
            for found in walk(paths, self.check):
                self.check()
                progress(self._bytes, found.path if isinstance(found, Unreadable) else found.name)
                if isinstance(found, Unreadable):
                    status: DocumentStatus = "skipped" if found.harmless else "failed"
                    refused = ReadDocument(found.path, status=status, reason=found.reason, remedy=found.remedy)
                    self.documents.append(refused)
                else:
                    self._put(found, ahead)
                self._take_in(ahead.read(), progress)
            self._take_in(ahead.read(all_of_them=True), progress)

    def check(self) -> None:
        """Go on only where the user does not want to stop.

        Raises:
            CancelledError: they do.
        """
        if self._stop():
            raise CancelledError("import", "stopped before anything was changed", "Start it again at any time")

    def _put(self, source: Document, ahead: ReadAhead[ReadDocument]) -> None:
        """Have a document read, unless the library holds all of it."""
        document = ReadDocument(source.path, len(self.documents))
        self.documents.append(document)
        with self._dropped_if_it_fails(document):
            watch(source, self.check)
            reading = Reading(source)
            entry = self._known.get(source.sha256)
            if entry is not None and self._forced is None and entry.name == source.name and self._is_known(entry):
                document.status, document.reader = "unchanged", entry.reader
                document.films, document.unfiled = set(entry.films), set(entry.unfiled)
                document.reviews, document.trivia = entry.reviews, entry.trivia
                self._bytes += source.size
            else:
                ahead.put(document, reading)

    def _take_in(self, readings: Iterable[tuple[ReadDocument, Reading]], progress: Callable[[int, str], None]) -> None:
        """Take in what documents say."""
        for document, reading in readings:
            source = reading.source
            with self._dropped_if_it_fails(document):
                try:
                    for part in reading.parts(self.check):
                        document.remarks += part.remarks
                        for count, extract in enumerate(part.extracts):
                            self._take(extract, document)
                            if count % _LOOK_UP == 0:
                                self.check()
                        progress(self._bytes + min(source.size, reading.position), source.name)
                finally:
                    document.reader = reading.reader
                document.record = SourceDocument(
                    sha256=source.sha256, name=source.name, reader=reading.reader or "", imported=self._now
                )
            self._bytes += source.size

    @contextmanager
    def _dropped_if_it_fails(self, document: ReadDocument) -> Iterator[None]:
        """Read a document whole or not at all: one that fails is named with the reason."""
        before = len(self.owner)
        try:
            yield
        except DocumentError as error:
            self._drop(document, before, error.reason, error.remedy)
        except (RecursionError, MemoryError) as error:
            kind = "is nested too deeply" if isinstance(error, RecursionError) else "needs more memory than there is"
            self._drop(document, before, kind, "Leave it out, or save it in another form")
        except (CancelledError, StoreError):
            raise
        except Exception as error:  # noqa: BLE001 - the boundary: a fault in one reader must not lose the other documents
            kind = f"reading it as {document.reader or 'any format'} failed ({type(error).__name__}: {error})"
            self._drop(document, before, kind, "This is a fault of Matinee; please report it with the document")

    def _drop(self, document: ReadDocument, before: int, reason: str, remedy: str) -> None:
        """Take back everything that was read of a document that cannot be read to its end."""
        self.spool.cut(before)
        if before < len(self.owner):  # thousands may fail before they say anything
            del self.owner[before:]
            del self.subject[before:]
            self.bare = {number for number in self.bare if number < before}
            while self._first and self._first[-1] >= before:
                self._first.pop()
                self.keys.pop()
                self.years.pop()
            self._by_facts = {said: number for said, number in self._by_facts.items() if number < len(self.keys)}
        document.record = None
        document.reviews = document.trivia = 0
        document.own.clear()
        document.status, document.reason, document.remedy = "failed", reason, remedy

    def _take(self, encoded: msgspec.Raw, document: ReadDocument) -> None:
        extract = _decode(encoded)
        facts = extract.facts
        if self._forced is not None:
            facts = msgspec.structs.replace(
                facts,
                title=self._forced.title,
                year=self._forced.year,
                ids=self._forced.ids,
                original_title=None,
                other_titles=(),
            )
            whole = msgspec.structs.replace(_decode_extract(encoded), facts=facts, inferred=False)
            encoded = msgspec.Raw(_encode_extract(whole))
        if not names_film(facts) and not (
            extract.reviews or extract.trivia or extract.personal or facts.plot or facts.synopsis
        ):
            return
        document.reviews += len(extract.reviews)
        document.trivia += len(extract.trivia)
        if extract.personal is not None:
            document.own.update(_own(extract.personal))
        self.spool.add_encoded(bytes(encoded))
        if not (facts.title or extract.reviews or extract.personal or extract.trivia) and _is_bare(facts):
            self.bare.add(len(self.owner))
        self.owner.append(document.number)
        self.subject.append(self._subject(facts) if names_film(facts) else LOOSE)

    def _subject(self, facts: Facts) -> int:
        """Return the number of what an extract, the last that was added, says of its film."""
        said = blake2b(self._encode(facts), digest_size=16).digest()
        number = self._by_facts.setdefault(said, len(self.keys))
        if number == len(self.keys):
            keys = keys_of(facts)
            self.keys.append(self._alike.setdefault(keys, keys))
            self.years.append(facts.year)
            self._first.append(len(self.spool) - 1)
        return number

    def close(self) -> None:
        """Give back memory and disk."""
        self.spool.close()
        self.keys.clear()
        self.years.clear()
        self._by_facts.clear()
        self._alike.clear()

    def facts(self, number: int) -> Facts:
        """Return what the extracts of a number say of their film."""
        return self.spool[self._first[number]].facts

    @property
    def films(self) -> int:
        """About how many films it tells of."""
        return len(self._alike)

    def rows(self) -> dict[int, Sequence[int]]:
        """Return the numbers of the extracts that say the same of their film, by its number."""
        often = {said for said, count in Counter(self.subject).items() if count > 1}
        found: dict[int, Sequence[int]] = {}
        many: defaultdict[int, array[int]] = defaultdict(lambda: array("L"))
        for number, said in enumerate(self.subject):
            if said in often:
                many[said].append(number)
            else:
                found[said] = (number,)
        found.update(many)
        found.pop(LOOSE, None)
        return found

    def extracts(self, numbers: Sequence[int]) -> Iterator[tuple[Extract, ReadDocument, SourceDocument]]:
        """Yield extracts with their documents, from the spool."""
        for number in numbers:
            document = self.documents[self.owner[number]]
            if document.record is not None:
                yield self.spool[number], document, document.record
