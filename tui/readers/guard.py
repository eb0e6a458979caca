"""Reads documents in a process of its own with limits, because no parser is safe from what was made to hang it.

Measured on lexbor: 200,000 nested `<div>` take 66 s, 200,000 attributes on one element 78 s, 4,000 misnested tags
733 MB. No cheap look beforehand tells such documents from honest ones, so every page is read here. The process is
started once and serves one document after the other; a second one is started when two threads read at a time.
"""

from __future__ import annotations

import atexit
import gc
import sys
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module

import msgspec

from tui import pipes
from tui.errors import DocumentError, HostileDocumentError
from tui.models import Extract, Remark
from tui.readers.base import Yield
from tui.readers.document import Document
from tui.text import clean_line

SECONDS = 4
"""Processor time that one document may take, and one second more for each of its megabytes: an honest page of a
megabyte takes a tenth of a second."""
PATIENCE = 60
"""Seconds by the clock, for machines that are busy with other things."""
MEMORY = 1 << 30
"""Bytes that the process may take."""
_COLLECT = 50_000
"""Objects after which the collector looks for cycles: what one page is made of is freed without it."""
_ANSWER_LIMIT = 256 * 1024 * 1024
_REMEDY = "Nothing of it was taken; save the page again, or as plain text"


class _Request(msgspec.Struct):
    """What is asked; the document's bytes follow as a message of their own, which need not be copied into this one."""

    module: str
    name: str
    sha256: str


class _Answer(msgspec.Struct):
    extracts: list[Extract] = []
    remarks: list[Remark] = []
    error: tuple[str, str, str, bool] | None = None


class Worker:
    """One process that reads documents for us."""

    def __init__(self) -> None:
        """Start the process."""
        self.process = pipes.started("tui.readers.guard")

    def ask(self, request: _Request, raw: bytes) -> _Answer:
        """Return the answer to a request about a document of these bytes.

        Raises:
            TimeoutError: it took longer than a document may.
            EOFError: the process died of it.
        """
        assert self.process.stdin is not None and self.process.stdout is not None  # noqa: S101, PT018
        deadline = time.monotonic() + PATIENCE
        try:
            pipes.send(self.process.stdin, msgspec.msgpack.encode(request), now=False)
            pipes.send(self.process.stdin, raw)
        except (BrokenPipeError, OSError) as error:
            raise EOFError from error
        return msgspec.msgpack.decode(pipes.receive(self.process.stdout, deadline, _ANSWER_LIMIT), type=_Answer)

    def stop(self) -> None:
        """End the process."""
        pipes.ended(self.process)


_idle: list[Worker] = []
_busy: list[Worker] = []
_lock = threading.Lock()


def run(module: str, document: Document) -> Iterator[Yield]:
    """Yield what the reader of a module says of a document, read in a process with limits.

    Args:
        module: one that holds a `READER` with a method `read_here`.
        document: what to read; its bytes are read here, once.

    Raises:
        HostileDocumentError: it takes more time or memory than a document may.
        DocumentError: what the reader itself says is wrong with it.
    """
    raw = _steady(document)
    request = _Request(module=module, name=document.name, sha256=document.sha256)
    worker = _waiting()
    answer = None
    try:
        if worker is None:
            worker = Worker()
            with _lock:
                _busy.append(worker)
        answer = worker.ask(request, raw)
    except TimeoutError as error:
        reason = f"it takes more than {PATIENCE} seconds to read, as no honest page does"
        raise HostileDocumentError(document.name, reason, _REMEDY) from error
    except OSError as error:
        reason = f"the process that reads pages cannot be started ({error.strerror or error})"
        raise DocumentError(document.name, reason, "Close other programs and import it again") from error
    except (EOFError, msgspec.DecodeError) as error:
        reason = "it takes more time or memory to read than a page may have"
        raise HostileDocumentError(document.name, reason, _REMEDY) from error
    finally:
        if worker is not None:
            _put_back(worker, healthy=answer is not None)
    if answer.error is not None:
        subject, reason, remedy, hostile = answer.error
        raise (HostileDocumentError if hostile else DocumentError)(subject, reason, remedy)
    yield from answer.extracts
    yield from answer.remarks


def stop() -> None:
    """End the processes; the next document starts one afresh, and what is being read fails."""
    with _lock:
        workers, busy = list(_idle), list(_busy)
        _idle.clear()
    for worker in workers:
        worker.stop()
    for worker in busy:
        worker.process.kill()  # whoever waits for it sees that, and stops it


atexit.register(stop)


def _steady(document: Document) -> bytes:
    """Return the bytes of a document.

    Raises:
        DocumentError: it changed between the two times that it was read.
    """
    raw = document.raw
    if not raw.startswith(document.head) or ("sha256" in vars(document) and sha256(raw).hexdigest() != document.sha256):
        raise DocumentError(document.name, "it changed while it was being read", "Import it again when it is complete")
    vars(document).setdefault("sha256", sha256(raw).hexdigest())  # of what was read, which is hashed once
    return raw


def _waiting() -> Worker | None:
    """Return a process that waits for work, if there is one that is still alive."""
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.process.poll() is None:
                _busy.append(worker)
                return worker
            worker.stop()
    return None


def _put_back(worker: Worker, *, healthy: bool) -> None:
    with _lock:
        if worker in _busy:
            _busy.remove(worker)
        if healthy:
            _idle.append(worker)
    if not healthy:
        worker.stop()


def _limit(*, size: int = 0, first: bool = False) -> None:
    """Allow this process the time for one more document, and once its memory."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    if first:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + 1 + SECONDS + (size >> 20)
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))


def _answer(request: _Request, raw: bytes) -> _Answer:
    reader = import_module(request.module).READER
    answer = _Answer()
    try:
        document = Document.of_bytes(request.name, raw)
        vars(document)["sha256"] = request.sha256
        for one in reader.read_here(document):
            (answer.extracts if isinstance(one, Extract) else answer.remarks).append(one)
    except DocumentError as error:
        return _Answer(error=(error.subject, error.reason, error.remedy, isinstance(error, HostileDocumentError)))
    except (MemoryError, RecursionError):
        return _Answer(error=(request.name, "it takes more memory to read than a page may have", _REMEDY, True))
    except Exception as error:  # noqa: BLE001 - the boundary: else the process ends, as it does of a hostile document
        why = clean_line(f"reading it as {reader.name} failed ({type(error).__name__}: {error})")
        return _Answer(
            error=(request.name, why, "This is a fault of Matinee; please report it with the document", False)
        )
    return answer


def serve() -> None:
    """Answer requests until nobody asks any more."""
    asked, answered = sys.stdin.buffer, sys.stdout.buffer
    _limit(first=True)
    gc.set_threshold(_COLLECT)
    while True:
        try:
            request = msgspec.msgpack.decode(pipes.receive(asked), type=_Request)
            raw = pipes.receive(asked)
        except EOFError:
            return
        _limit(size=len(raw))
        pipes.send(answered, msgspec.msgpack.encode(_answer(request, raw)))


if __name__ == "__main__":
    serve()
