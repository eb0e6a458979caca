"""Messages to a process of our own and back: a length, then so many bytes."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
import time
from contextlib import suppress
from queue import Queue
from typing import IO, cast

BLOCK = 1 << 20
_PIPE = 1 << 16
"""Bytes that a pipe gives at a time."""
_HEAP = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(256 << 20)}
"""What tells glibc to keep memory that was freed: one document after the other needs as much again, and asking the
system for each one anew takes a twentieth of the time of reading it. Other systems pass it over."""


def command(module: str, *arguments: str) -> list[str]:
    """Return what starts a module of Matinee; nothing is imported from the folder that the user happens to be in.

    Without `-P` a `json.py` among the documents that somebody imports would be run.
    """
    return [sys.executable, "-P", "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Return the environment with the place that Matinee was imported from, which need not be installed."""
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    known = os.environ.get("PYTHONPATH", "")
    return {**_HEAP, **os.environ, "PYTHONPATH": os.pathsep.join([home, known] if known else [home])}


def started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a module of Matinee as a process that is spoken to through pipes.

    Raises:
        OSError: it cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603 - our own modules
        command(module, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=BLOCK,
        env=environment(),
        start_new_session=True,  # Ctrl+C is meant for us
    )
    for stream in (process.stdin, process.stdout):
        _widen(stream)
    return process


def _widen(stream: IO[bytes] | None) -> None:
    """Let a pipe hold a whole message, where the system allows it: both sides wait for one another less often."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(cast("IO[bytes]", stream).fileno(), fcntl.F_SETPIPE_SZ, BLOCK)


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # what was not yet sent has nobody to go to
                stream.close()
    process.wait()


def send(stream: IO[bytes], message: bytes, *, now: bool = True) -> None:
    """Send a message; where not `now`, together with the next ones."""
    stream.write(len(message).to_bytes(8, "big"))
    stream.write(message)
    if now:
        stream.flush()


class Incoming:
    """Messages out of a pipe, many at a time where they are small."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Take nothing yet from `stream`, which nobody else reads."""
        self._stream = stream
        self._taken = bytearray()

    def receive(self, deadline: float | None = None, limit: int | None = None) -> bytes:
        """Return the next message.

        Args:
            deadline: of `time.monotonic`, until which the other side has time.
            limit: bytes that a message may have.

        Raises:
            EOFError: the other side has ended, or sends too much.
            TimeoutError: it takes too long.
        """
        length = int.from_bytes(self._cut(8, deadline), "big")
        if limit is not None and length > limit:
            raise EOFError
        return self._cut(length, deadline)

    def _cut(self, length: int, deadline: float | None) -> bytes:
        while len(self._taken) < length:
            block = self._more(length - len(self._taken), deadline)
            if not block:
                raise EOFError
            self._taken += block
        found = bytes(memoryview(self._taken)[:length])
        del self._taken[:length]
        return found

    def _more(self, missing: int, deadline: float | None) -> bytes:
        if deadline is not None and not ready(self._stream, deadline - time.monotonic()):
            raise TimeoutError
        return os.read(self._stream.fileno(), max(_PIPE, min(missing, BLOCK)))


class PrefetchedIncoming(Incoming):
    """Takes what is sent out of a pipe before it is asked for: who sends need not wait until it is dealt with."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        """Begin to take.

        Args:
            stream: unbuffered, and read by nobody else.
            most: bytes that are taken ahead; a sender who is further ahead waits.
        """
        super().__init__(stream)
        self._blocks: Queue[bytes] = Queue(max(1, most // _PIPE))
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        with suppress(OSError, ValueError, MemoryError):  # whatever ends it: who waits would wait for ever
            while block := os.read(self._stream.fileno(), _PIPE):
                self._blocks.put(block)
        self._blocks.put(b"")

    def _more(self, missing: int, deadline: float | None) -> bytes:  # noqa: ARG002 - one block at a time, without haste
        return self._blocks.get()


def ready(stream: IO[bytes], seconds: float) -> bool:
    """Say whether something can be read, waiting for it so many seconds."""
    if os.name == "nt":  # no select on pipes there: the process's own limit of time ends it
        return True
    return bool(select.select([stream], [], [], max(0.0, seconds))[0])
