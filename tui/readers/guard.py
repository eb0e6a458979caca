"""Has documents read in processes of their own with limits, because no reader is safe from what was made to hang it.

Measured on lexbor: 200,000 nested `<div>` take 66 s, 200,000 attributes on one element 78 s, 4,000 misnested tags
733 MB; patterns that hang were found in readers of text too. No cheap look beforehand tells such documents from honest
ones, so choosing a reader and reading happens in another process (`reading_process`), whatever the document.

What stays in this process, and why: opening files and archives, hashing, and finding what lies beside a document.
Only here is it known where a member of an archive lies, whether its file has changed, and whether the user wants to
stop; of documents it interprets nothing, and of archives their lists of members, bounded by itself
(`tui.readers.streams`, `archives`, `tarballs`). The other process asks for all that through its pipe.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Self

import msgspec

from tui.errors import DocumentError, HostileDocumentError
from tui.readers import registry
from tui.readers.document import Document
from tui.readers.messages import (
    REMEDY,
    Asked,
    Block,
    Close,
    Described,
    Failed,
    FindSibling,
    GetHash,
    Hashed,
    Order,
    Read,
    Refused,
    Said,
    Sibling,
    Work,
    sayable,
)
from tui.readers.streams import document_errors
from tui.readers.workers import PATIENCE, Worker, Workers

WHOLE = 4 * 1024 * 1024
"""Bytes of a document up to which it is handed over as a whole, and its processor time is bounded as a whole; what is
larger is streamed, and each block of it has its time."""
SECONDS = 4
"""Processor time that one document may take, and one second more for each of its megabytes (an honest page of a
megabyte takes a tenth of a second); where it is streamed, each block, and a second more for each megabyte before it:
some readers begin when they have all of it."""
MEMORY = 1 << 30
"""Bytes that the process may take for a document that was handed over as a whole."""
MEMORY_OF_TABLES = 2 << 30
"""Bytes that it may take for one that is streamed: a table of reviews holds the films of the table beside it."""
AHEAD = 4 * 1024 * 1024
"""Bytes that a document may have said before anybody listens; then its process waits."""
_ASK_AGAIN = 0.05


class Reading:
    """One document, and what was heard of it so far."""

    def __init__(self, source: Document) -> None:
        """Begin with a document; where it is small, its bytes are read here, once.

        Raises:
            DocumentError: they cannot be read.
        """
        self.source = source
        self.raw = source.whole(WHOLE)
        self.reader: str | None = None
        """Name of the reader that was chosen."""
        self.position = 0
        """How many bytes were read of it, where it is streamed."""
        self.asked: list[Asked] = []
        self._parts: deque[Said] = deque()
        self._waiting = 0
        self._ended = self._unwanted = False
        self._error: Exception | None = None
        self._news = threading.Condition()

    @property
    def is_ended(self) -> bool:
        """Whether all of it was heard, or nothing more will be."""
        return self._ended

    def heard(self, said: Said, size: int) -> None:
        """Keep what was heard; wait while too much of it is kept.

        Raises:
            DocumentError: nobody wants to hear it.
        """
        with self._news:
            self.reader = said.reader
            self.asked += said.asked
            self._news.wait_for(lambda: self._waiting < AHEAD or self._unwanted)
            if self._unwanted:
                raise _stopped(self.source)
            self._parts.append(said)
            self._waiting += size
            if said.done:
                self.raw, self._ended = None, True
            self._news.notify_all()

    def end(self, error: Exception) -> None:
        """Say that nothing more will be heard of it, and why."""
        with self._news:
            self.raw, self._error, self._ended = None, error, True
            self._news.notify_all()

    def drop(self) -> None:
        """Say that nobody wants to hear it any more."""
        with self._news:
            self._unwanted = True
            self._news.notify_all()

    def parts(self, check: Callable[[], None] = lambda: None) -> Iterator[Said]:
        """Yield what is heard, as it comes; who stops listening wants nothing more of it.

        Args:
            check: called while nothing comes; may raise.

        Raises:
            HostileDocumentError: it takes more time or memory than a document may.
            DocumentError: what its reader says is wrong with it.
        """
        try:
            ended = False
            while not ended:
                check()
                with self._news:
                    self._news.wait_for(lambda: self._parts or self._ended, _ASK_AGAIN)
                    parts, ended = list(self._parts), self._ended
                    self._parts.clear()
                    self._waiting = 0
                    self._news.notify_all()
                yield from parts
            if self._error is not None:
                raise self._error
        finally:
            self.drop()  # else its process waits for ever to be heard


def have_read(readings: Sequence[Reading], workers: Workers, *, explain: bool = False) -> None:
    """Have documents read, one after the other in one process; returns when of each all was heard.

    Args:
        readings: the documents; what goes wrong is told to them.
        workers: where these are stopped, nothing is read any more.
        explain: whether only to ask what the readers think of them.
    """
    rest = list(readings)
    while rest:
        worker = error = None
        try:
            worker = workers.take()
            with _Conversation(worker, rest, explain=explain) as conversation:
                conversation.hold()
        except Exception as fault:  # noqa: BLE001 - the boundary: whatever ends it, whoever waits must hear of it
            error = fault
        if worker is not None:
            workers.put_back(worker, healthy=error is None)
        rest = [reading for reading in rest if not reading.is_ended]
        if rest and error is not None:
            failed = rest.pop(0)
            failed.end(_stopped(failed.source) if workers.is_stopped else _told(error, failed.source))


def _stopped(source: Document) -> DocumentError:
    return DocumentError(source.name, "reading it was stopped", "Import it again")


def _told(error: Exception, source: Document) -> Exception:
    """Return what it means for a document that its process failed."""
    if isinstance(error, TimeoutError):
        reason = f"it takes more than {PATIENCE} seconds to read, as no honest document does"
        return HostileDocumentError(source.name, reason, REMEDY)
    if isinstance(error, EOFError | msgspec.DecodeError):
        reason = "it takes more time or memory to read than a document may have"
        return HostileDocumentError(source.name, reason, REMEDY)
    if isinstance(error, OSError):
        reason = f"the process that reads documents cannot be started ({error.strerror or error})"
        return DocumentError(source.name, reason, "Close other programs and import it again")
    return error


class _Conversation:
    """With a process that reads some documents."""

    def __init__(self, worker: Worker, readings: Sequence[Reading], *, explain: bool) -> None:
        self._worker = worker
        self._readings = readings
        self._explain = explain
        self._documents = [reading.source for reading in readings]
        self._streams: dict[int, BinaryIO] = {}

    def hold(self) -> None:
        """Give the work and answer questions, until of each document all was heard."""
        described = [self._described(n, reading.source, reading.raw) for n, reading in enumerate(self._readings)]
        streamed = any(one.raw is None for one in described)
        memory = MEMORY_OF_TABLES if streamed else MEMORY
        self._worker.tell(Work(described, registry.READERS, memory, SECONDS, self._explain))
        while not all(reading.is_ended for reading in self._readings):
            said, size = self._worker.hear()
            if isinstance(said, Said):
                self._readings[said.handle].heard(said, size)
            elif isinstance(said, Failed):
                reading = self._readings[said.handle]
                reading.reader, reading.asked = said.reader, said.asked
                reading.end(_raised(said.why))
            elif isinstance(said, Close):
                self._close(said.stream)
            else:
                self._worker.tell(self._answer(said))

    def _described(self, handle: int, source: Document, raw: bytes | None) -> Described:
        size = source.size if raw is None else len(raw)
        path, place = sayable(source.path), tuple(map(sayable, source.place))
        return Described(handle, source.name, path, place, size, vars(source).get("sha256"), raw)

    def _answer(self, question: Read | FindSibling | GetHash) -> Order:
        source = self._documents[question.handle]
        try:
            with document_errors(source.path):
                if isinstance(question, Read):
                    return Block(self._block(source, question))
                if isinstance(question, GetHash):
                    return Hashed(source.sha256)
                beside = source.sibling(question.path)
        except DocumentError as error:
            hostile = isinstance(error, HostileDocumentError)
            return Refused(sayable(error.subject), sayable(error.reason), error.remedy, hostile)
        if beside is None:
            return Sibling(None)
        self._documents.append(beside)
        return Sibling(self._described(len(self._documents) - 1, beside, None))

    def _block(self, source: Document, question: Read) -> bytes:
        stream = self._streams.get(question.stream)
        if stream is None:
            stream = self._streams[question.stream] = source.open()
        data = stream.read(question.size)
        if question.handle < len(self._readings):
            self._readings[question.handle].position = source.position
        return data

    def _close(self, number: int) -> None:
        stream = self._streams.pop(number, None)
        if stream is not None:
            stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for number in list(self._streams):
            with suppress(DocumentError, OSError):
                self._close(number)


def _raised(why: Refused) -> DocumentError:
    return (HostileDocumentError if why.hostile else DocumentError)(why.subject, why.reason, why.remedy)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is thought of a document."""

    reader: str | None
    """The one that would read it."""
    asked: list[Asked]
    """The surest first."""
    reason: str | None
    """Why none would."""


def opinion(document: Document) -> Opinion:
    """Return what the readers think of a document."""
    try:
        reading = Reading(document)
    except DocumentError as error:
        return Opinion(None, [], error.reason)
    have_read((reading,), Workers(), explain=True)
    try:
        list(reading.parts())
    except DocumentError as error:
        return Opinion(None, reading.asked, error.reason)
    return Opinion(reading.reader, reading.asked, None)
