"""What an import has read or rehearsed, out of memory where it is much: a table of a million rows goes into a file."""

from __future__ import annotations

import tempfile
from array import array
from typing import IO, Generic, TypeVar

import msgspec

from tui.errors import StoreError

IN_MEMORY = 48 * 1024 * 1024
"""Bytes that stay in memory; what is read after them goes to a file."""
_BLOCK = 1024 * 1024

T = TypeVar("T")


class Spool(Generic[T]):
    """Records of one kind: appended, then read in any order."""

    def __init__(self, kind: type[T], in_memory: int = IN_MEMORY) -> None:
        """Begin an empty one; small ones never touch the disk.

        Args:
            kind: of the records.
            in_memory: bytes that it may keep in memory.
        """
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._kept: list[bytes] = []
        self._room = in_memory
        self._file: IO[bytes] | None = None
        self._starts = array("Q")
        self._sizes = array("L")
        self._end = 0
        self._waiting: list[bytes] = []
        """What belongs to the end of the file and is not written yet."""
        self._written = 0

    def __len__(self) -> int:
        return len(self._kept) + len(self._starts)

    def add(self, record: T) -> None:
        """Append a record; its number is how many were there before.

        Raises:
            StoreError: the disk has no room for it; what was added before may be lost too.
        """
        self.add_encoded(self._encode(record))

    def add_encoded(self, data: bytes) -> None:
        """Append a record that is encoded with msgpack already.

        Raises:
            StoreError: the disk has no room for it; what was added before may be lost too.
        """
        if self._room >= len(data) and not self._starts:
            self._room -= len(data)
            self._kept.append(data)
            return
        self._starts.append(self._end)
        self._sizes.append(len(data))
        self._end += len(data)
        self._waiting.append(data)
        if self._end - self._written >= _BLOCK:
            self._write()

    def _write(self) -> IO[bytes]:
        """Write what waits, and return the file."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="matinee-", buffering=0)  # noqa: SIM115
            if self._waiting:
                rest = memoryview(b"".join(self._waiting))
                self._waiting.clear()
                self._file.seek(self._written)
                while rest:
                    rest = rest[self._file.write(rest) :]
                self._written = self._end
        except OSError as error:
            reason = f"what was read cannot be kept there ({error.strerror or error})"
            raise StoreError(
                tempfile.gettempdir(), reason, "Make room there, or name another folder in TMPDIR"
            ) from error
        return self._file

    def __getitem__(self, number: int) -> T:
        """Return the record of this number."""
        if number < len(self._kept):
            return self._decode(self._kept[number])
        place = number - len(self._kept)
        file = self._write()
        file.seek(self._starts[place])
        return self._decode(file.read(self._sizes[place]))

    def cut(self, length: int) -> None:
        """Forget everything behind the first so many records."""
        self._room += sum(map(len, self._kept[length:]))
        del self._kept[length:]
        place = max(length - len(self._kept), 0)
        if place < len(self._starts):
            self._write()
            self._end = self._written = self._starts[place]
            del self._starts[place:]
            del self._sizes[place:]

    def close(self) -> None:
        """Give back memory and disk."""
        self._kept.clear()
        self._waiting.clear()
        if self._file is not None:
            self._file.close()
