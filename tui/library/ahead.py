"""Two documents at a time: pages and tables are parsed in processes of their own, while others are taken in."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, BinaryIO, Generic, Self, TypeVar, cast

from tui.readers import guard
from tui.readers.base import Reader, Yield
from tui.readers.document import Document

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AT_ONCE = 2
"""Documents that are parsed at the same time."""
_WAITING = 6
"""Documents whose parsing has begun and that are not taken in yet."""
_SMALL = 4 * 1024 * 1024
"""Bytes of a document that may wait in memory."""
_MUCH = 16 * 1024 * 1024
"""Bytes of documents from which on the processes that parsed them are not kept for the next import."""
_LARGE = 1024 * 1024
"""Bytes from which on reading a file may take so long that it must be possible to stop it."""
_ASK_AGAIN = 0.05

T = TypeVar("T")


class Ahead(Generic[T]):
    """Documents that are being parsed, in the order in which they were found."""

    def __init__(self, check: Callable[[], None]) -> None:
        """Begin with none.

        Args:
            check: raises when the user wants to stop.
        """
        self._check = check
        self._pool: ThreadPoolExecutor | None = None
        self._begun: deque[tuple[T, Future[list[Yield]]]] = deque()
        self._bytes = 0

    def takes(self, reader: Reader, source: Document) -> bool:
        """Say whether a document can be parsed beside others: its reader uses a process, and it is no huge one."""
        apart = getattr(reader, "reads_apart", None)
        return apart is not None and source.size <= _SMALL and apart(source)

    def put(self, owner: T, reader: Reader, source: Document) -> None:
        """Begin to parse a document; its bytes are read here, because the next member of an archive cannot be before.

        Raises:
            DocumentError: its bytes cannot be read.
        """
        vars(source)["raw"] = source.raw  # read here, and kept
        if self._pool is None:
            self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="matinee-pages")
        self._bytes += source.size
        self._begun.append((owner, self._pool.submit(lambda: list(reader.read(source)))))

    def done(self, *, all_of_them: bool = False) -> Iterator[tuple[T, Callable[[], list[Yield]]]]:
        """Yield what is parsed, first come first served; with `all_of_them` wait for the rest."""
        while self._begun and (all_of_them or len(self._begun) > _WAITING or self._begun[0][1].done()):
            owner, parsed = self._begun.popleft()
            yield owner, lambda parsed=parsed: self._result(parsed)  # type: ignore[misc]

    def _result(self, parsed: Future[list[Yield]]) -> list[Yield]:
        self._check()
        while not wait((parsed,), _ASK_AGAIN).done:
            self._check()
        return parsed.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._pool is not None:
            if kind is not None or self._bytes > _MUCH:
                guard.stop()  # what is being parsed is not wanted any more, or what comes next needs the memory
            self._pool.shutdown(wait=kind is None, cancel_futures=True)


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
