"""Byte streams that fail in one way: whatever goes wrong below becomes a `DocumentError` that names the document."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tui.errors import DocumentError, HostileDocumentError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 256 * 1024
SMALL = 64 * 1024 * 1024
"""Bytes that anything may unpack to."""
RATIO = 200
"""Times its packed size that something larger may unpack to; text packs to a tenth, at best to a fiftieth."""

Stamp = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, inode."""


@contextmanager
def document_errors(path: str) -> Iterator[None]:
    """Turn what goes wrong inside into a `DocumentError` about `path`."""
    try:
        yield
    except FileNotFoundError as error:
        raise DocumentError(path, "there is no such file", "Look at the spelling of the path") from error
    except PermissionError as error:
        raise DocumentError(path, "it may not be read", "Give yourself the permission to read it") from error
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        raise DocumentError(path, f"it is damaged ({error})", "Export or download it again") from error
    except (NotImplementedError, RuntimeError) as error:
        raise DocumentError(path, f"it is packed in a way that cannot be read ({error})", "Unpack it first") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DocumentError(path, f"it cannot be read ({reason})", "Copy it to another place and try again") from error


def stamp(stat: os.stat_result) -> Stamp:
    """Return what tells that a file has changed."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ino)


class _Guarded(io.RawIOBase):
    """A raw stream over `source`; at its end, and only then, `at_end` may refuse what was read."""

    def __init__(self, source: BinaryIO, path: str, limit: int | None, at_end: Callable[[], None]) -> None:
        self._source = source
        self._path = path
        self._limit = limit
        self._at_end = at_end
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer).cast("B")
        with document_errors(self._path):
            block = self._source.read(len(target))
        size = len(block)
        if not size:
            self._at_end()
        self._read += size
        if self._limit is not None and self._read > self._limit:
            raise HostileDocumentError(
                self._path,
                f"it unpacks to more than {RATIO} times its size, as archives do that are made to fill a disk",
                "Unpack it yourself if you trust it, and import the file",
            )
        target[:size] = block
        return size

    def tell(self) -> int:
        """Return how many bytes were read; there is no going back."""
        return self._read

    def close(self) -> None:
        self._source.close()
        super().close()


class DiskFile:
    """A regular file, held to be the same at every opening and at the end of every reading."""

    def __init__(self, file: Path, path: str) -> None:
        """Name a file: `file` opens it, `path` is what messages call it."""
        self.file = file
        self.path = path
        self._seen: Stamp | None = None

    def open(self) -> BinaryIO:
        """Open the file afresh.

        Raises:
            DocumentError: it cannot be opened, or it has changed since it was first opened.
        """
        with document_errors(self.path):
            source = self.file.open("rb", buffering=0)
        try:
            self.check(source)
        except DocumentError:
            source.close()
            raise
        return guarded(source, self.path, None, lambda: self.check(source))

    def check(self, source: BinaryIO | None = None) -> None:
        """Compare the file with what it was at first.

        Raises:
            DocumentError: it has changed.
        """
        with document_errors(self.path):
            now = stamp(os.fstat(source.fileno()) if source is not None else self.file.stat())
        if self._seen is None:
            self._seen = now
        elif now != self._seen:
            raise DocumentError(self.path, "it changed while it was read", "Import it again when it is finished")


def guarded(source: BinaryIO, path: str, limit: int | None, at_end: Callable[[], None]) -> BinaryIO:
    """Return `source` buffered, its errors named after `path`, bounded to `limit` bytes."""
    return io.BufferedReader(_Guarded(source, path, limit, at_end), BUFFER)


def unpacked_limit(packed: int) -> int:
    """Return how many bytes something of `packed` bytes may unpack to."""
    return max(SMALL, RATIO * packed)
