"""Documents are read in processes of their own, two at a time, while others are taken in."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, BinaryIO, Generic, Self, TypeVar, cast

from tui.readers.document import Document
from tui.readers.guard import Reading, have_read
from tui.readers.workers import Workers

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AT_ONCE = 2
"""Documents that are read at the same time."""
TOGETHER = 32
"""Small documents that one process is given together: giving them one by one takes as long as reading them."""
_TOGETHER_BYTES = 256 * 1024
_SHARE = 16
"""So many parts of what waits are enough to be given: a process that has read all of it waits for the next."""
_WAITING = 4 * TOGETHER
"""Documents whose reading has begun and that are not taken in yet."""
_WAITING_BYTES = 24 * 1024 * 1024
_MUCH = 16 * 1024 * 1024
"""Bytes of documents from which on the processes that read them are not kept for the next import."""
_LARGE = 1024 * 1024
"""Bytes from which on reading a file may take so long that it must be possible to stop it."""

T = TypeVar("T")


class ReadAhead(Generic[T]):
    """Documents that are being read, in the order in which they were found."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pool: ThreadPoolExecutor | None = None
        self._workers = Workers()
        self._begun: deque[tuple[T, Reading]] = deque()
        self._waiting = 0
        """Bytes of those."""
        self._together: list[Reading] = []
        """The last of those, which no process was given yet."""
        self._bytes = 0

    def put(self, owner: T, reading: Reading) -> None:
        """Have a document read, soon."""
        size = reading.source.size
        self._bytes += size
        self._waiting += size
        self._begun.append((owner, reading))
        self._together.append(reading)
        enough = max(_TOGETHER_BYTES, self._waiting // _SHARE)
        if len(self._together) >= TOGETHER or sum(one.source.size for one in self._together) >= enough:
            self._give()

    def _give(self) -> None:
        """Give a process what was put together."""
        if self._together:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="matinee-reading")
            self._pool.submit(have_read, self._together, self._workers)
            self._together = []

    def read(self, *, all_of_them: bool = False) -> Iterator[tuple[T, Reading]]:
        """Yield what is read, first come first served; with `all_of_them`, or where many wait, what is being read."""
        if all_of_them:
            self._give()
        while self._begun and (all_of_them or self._is_full or self._begun[0][1].is_ended):
            owner, reading = self._begun.popleft()
            self._waiting -= reading.source.size
            if reading in self._together:
                self._give()
            yield owner, reading

    @property
    def _is_full(self) -> bool:
        return len(self._begun) > _WAITING or (self._waiting > _WAITING_BYTES and len(self._begun) > AT_ONCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._workers.stop()
        for begun in self._begun:
            begun[1].drop()  # else its process waits for ever to be heard
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        if self._bytes > _MUCH:
            Workers.let_go()  # what comes next needs the memory
        elif self._pool is not None:
            Workers.let_go_later()


class _Watched(io.RawIOBase):
    """A stream that asks before each block whether it is still wanted."""

    def __init__(self, source: BinaryIO, check: Callable[[], None]) -> None:
        self._source = source
        self._check = check

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        self._check()
        target = memoryview(buffer).cast("B")
        block = self._source.read(len(target))
        target[: len(block)] = block
        return len(block)

    def tell(self) -> int:
        """Return how far it is read, for the progress."""
        return self._source.tell()

    def close(self) -> None:
        self._source.close()
        super().close()


def watch(source: Document, check: Callable[[], None]) -> None:
    """Let reading a large document stop whoever reads it, and whatever for: to hash it, to look at all its rows."""
    if source.size >= _LARGE:
        source.watch(lambda stream: cast("BinaryIO", io.BufferedReader(_Watched(stream, check), _LARGE // 4)))
