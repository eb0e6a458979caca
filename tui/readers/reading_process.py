"""The process in which documents are read: it chooses readers, lets them read, and keeps to its limits.

It opens no file: what it reads comes through its pipe, from `tui.readers.guard`. It never writes while an answer is on
its way, so neither side can wait for the other for ever; a block of a stream is asked for while the one before it is
being read.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, BinaryIO, cast

import msgspec

from tui import pipes
from tui.errors import DocumentError, HostileDocumentError
from tui.models import Extract
from tui.readers import registry
from tui.readers.base import Reader, Yield
from tui.readers.document import TEXT_LIMIT, Document
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
    Question,
    Read,
    Refused,
    Said,
    Sibling,
    Work,
)
from tui.text import clean_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BLOCK = 512 * 1024
_PART = 256 * 1024
"""Bytes of extracts that are sent together."""
_COLLECT = 50_000
"""Objects after which the collector looks for cycles: what one page is made of is freed without it."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Order).decode


class _Guard:
    """Whoever started this process."""

    def __init__(self) -> None:
        self._from, self._to = pipes.Incoming(sys.stdin.buffer), sys.stdout.buffer
        self._asked: list[Callable[[Order], None]] = []
        """Who waits for the answers that are on their way, in their order."""
        self.seconds = 0
        """Of the processor, that what is being done may take."""
        self.streams = count()
        self.unwanted: list[int] = []
        """Streams that are not read any further. The collector may close one at any time, even while a message is being
        written, so it is told with the next one."""
        self.beside: dict[str, Described | None] = {}
        """What was found beside the documents of one work: thousands in a folder ask for the same."""

    def work(self) -> Work:
        """Return the next work.

        Raises:
            EOFError: there is none, nor will there be.
        """
        work = _decode(self._from.receive())
        self.beside.clear()
        return cast("Work", work)

    def send(self, message: Said | Failed | Question) -> None:
        """Send something, after all answers have come."""
        while self._asked:
            self.listen()
        while self.unwanted:
            pipes.send(self._to, _encode(Close(self.unwanted.pop())), now=False)
        pipes.send(self._to, _encode(message))

    def ask(self, question: Question, answered: Callable[[Order], None]) -> None:
        """Send a question; the answer comes when it is listened to."""
        self.send(question)
        self._asked.append(answered)

    def listen(self) -> None:
        """Take the next answer."""
        answer = _decode(self._from.receive())
        self._asked.pop(0)(answer)

    def answer(self, question: Question) -> Order:
        """Return the answer to a question.

        Raises:
            DocumentError: there is none, because the document cannot be read.
        """
        found: list[Order] = []
        self.ask(question, found.append)
        while not found:
            self.listen()
        return _unrefused(found[0])


def _unrefused(answer: Order) -> Order:
    if isinstance(answer, Refused):
        raise (HostileDocumentError if answer.hostile else DocumentError)(answer.subject, answer.reason, answer.remedy)
    return answer


class _Stream(io.RawIOBase):
    """The bytes of a document, from the guard."""

    def __init__(self, guard: _Guard, handle: int) -> None:
        self._guard = guard
        self._read = Read(handle, next(guard.streams), _BLOCK)
        self._coming: Order | None = None
        self._block = memoryview(b"")
        self._place = 0
        self._guard.ask(self._read, self._came)

    def _came(self, answer: Order) -> None:
        self._coming = answer

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if not self._block and not self._next():
            return 0
        target = memoryview(buffer).cast("B")
        size = min(len(target), len(self._block))
        target[:size] = self._block[:size]
        self._block = self._block[size:]
        self._place += size
        return size

    def _next(self) -> bool:
        """Take the block that was asked for, and ask for the one after it; False at the end."""
        while self._coming is None:
            self._guard.listen()
        self._block = memoryview(cast("Block", _unrefused(self._coming)).data)
        if self._block:
            _allow(self._guard.seconds + (min(self._place, TEXT_LIMIT) >> 20))  # some readers begin when they have all
            self._coming = None
            self._guard.ask(self._read, self._came)
        return bool(self._block)

    def close(self) -> None:
        if not self.closed:
            self._guard.unwanted.append(self._read.stream)
        super().close()


class _Apart(Document):
    """A document that lies with the guard, or was handed over.

    It names nothing of its own as what opens it: in a cycle its bytes, its text and its tree would wait for the
    collector, while memory for those of the next documents is asked of the system.
    """

    def __init__(self, guard: _Guard, described: Described) -> None:
        self._guard = guard
        self._handle, raw = described.handle, described.raw
        opener = partial(_streamed, guard, described.handle) if raw is None else partial(io.BytesIO, raw)
        beside = partial(_beside, guard, described.handle, described.path)
        super().__init__(described.name, opener, described.size, beside, described.path)
        known = {"place": described.place, "sha256": described.sha256, "raw": raw}
        vars(self).update({name: value for name, value in known.items() if value is not None})

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return cast("Hashed", self._guard.answer(GetHash(self._handle))).sha256


def _streamed(guard: _Guard, handle: int) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Stream(guard, handle), _BLOCK))


def _beside(guard: _Guard, handle: int, of: str, path: str) -> Document | None:
    key = os.path.join(os.path.dirname(of), path)  # noqa: PTH118, PTH120 - a name, no place on a disk
    if key not in guard.beside:
        guard.beside[key] = cast("Sibling", guard.answer(FindSibling(handle, path))).document
    found = guard.beside[key]
    return _Apart(guard, found) if found is not None else None


class _Telling:
    """Sends what is said of a document, in parts."""

    def __init__(self, guard: _Guard, handle: int) -> None:
        self._guard = guard
        self._said = Said(handle, None)
        self._size = 0

    @property
    def reader(self) -> str | None:
        return self._said.reader

    def chose(self, reader: Reader) -> None:
        self._said.reader = reader.name

    @property
    def asked(self) -> list[Asked]:
        return self._said.asked

    def take(self, found: Yield) -> None:
        if isinstance(found, Extract):
            self._said.extracts.append(msgspec.Raw(_encode(found)))
            self._size += len(self._said.extracts[-1])
            if self._size > _PART:
                self.send(done=False)
        else:
            self._said.remarks.append(found)

    def send(self, *, done: bool) -> None:
        self._said.done = done
        self._guard.send(self._said)
        self._said = Said(self._said.handle, self._said.reader)
        self._size = 0


def _allow(seconds: int) -> None:
    """Allow this process so much more processor time."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)


def _bound(memory: int) -> None:
    """Let this process take no more than so many bytes."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    with suppress(ValueError, OSError):  # macOS refuses it; the processor's time is bounded there all the same
        _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(kind: int, most: int) -> None:
    """Set a limit that can be raised again; nothing is allowed that whoever started Matinee did not allow it."""
    import resource

    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _answer(guard: _Guard, described: Described, *, explain: bool) -> None:
    telling = _Telling(guard, described.handle)
    try:
        for one in _said(_Apart(guard, described), telling, explain=explain):
            telling.take(one)
        telling.send(done=True)
    except DocumentError as error:
        why = Refused(error.subject, error.reason, error.remedy, isinstance(error, HostileDocumentError))
    except (MemoryError, RecursionError) as error:
        kind = "is nested too deeply" if isinstance(error, RecursionError) else "takes more memory than it may"
        why = Refused(described.name, f"it {kind} to be read", REMEDY, hostile=True)
    except Exception as error:  # noqa: BLE001 - the boundary: else the process ends, as it does of a hostile document
        reader = telling.reader or "any format"
        reason = clean_line(f"reading it as {reader} failed ({type(error).__name__}: {error})")
        why = Refused(
            described.name, reason, "This is a fault of Matinee; please report it with the document", hostile=False
        )
    else:
        return
    guard.send(Failed(described.handle, telling.reader, why, telling.asked))


def _said(document: Document, telling: _Telling, *, explain: bool) -> Iterator[Yield]:
    asked = registry.answers(document, every=explain)
    if explain:
        telling.asked.extend(Asked(one.reader.name, one.reader.title, one.match.sure, one.match.why) for one in asked)
    reader = registry.best(document, asked)
    telling.chose(reader)
    if not explain:
        yield from reader.read(document)


def serve() -> None:
    """Do work until there is none any more."""
    guard = _Guard()
    gc.set_threshold(_COLLECT)
    while True:
        try:
            work = guard.work()
            registry.READERS, guard.seconds = work.readers, work.seconds
            _bound(work.memory)
            for described in work.documents:
                _allow(guard.seconds + (len(described.raw or b"") >> 20))
                _answer(guard, described, explain=work.explain)
        except (EOFError, BrokenPipeError):
            return


if __name__ == "__main__":
    serve()
