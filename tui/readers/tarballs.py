"""Documents inside a tar archive, plain or packed: read through, never written to disk, bounded.

A plain archive is read where it lies. A packed one can only be read from its beginning, so it is unpacked once, into
memory, up to what a text archive may hold.
"""

from __future__ import annotations

import io
import posixpath
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from tui.errors import DocumentError
from tui.readers.archives import CLIMBING, MEMBERS, climbs, refused_kind
from tui.readers.document import Document
from tui.readers.streams import SMALL, DiskFile, guarded, named
from tui.readers.unreadable import Unreadable, is_junk, refusal

SUFFIXES = (".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")
"""How the names of tar archives end."""
_REMEDY = "Unpack it yourself if you trust it, and import the folder"


def is_tar(name: str) -> bool:
    """Say whether a file's name is that of a tar archive."""
    return name.lower().endswith(SUFFIXES)


class _Tar:
    """A tar archive: its members, and where each lies in the unpacked bytes."""

    def __init__(self, file: Path, path: str, name: str) -> None:
        self.path = path
        self.name = name
        self._file = file
        self._disk = DiskFile(file, path)
        self._disk.check()
        self._packed = not file.name.lower().endswith(".tar")
        self._memory = self._unpacked(file) if self._packed else b""
        with self._broken(), named(path), self._source() as source, tarfile.open(fileobj=source, mode="r:") as archive:
            self.members: dict[str, tarfile.TarInfo] = {}
            for member in archive:
                if len(self.members) >= MEMBERS:
                    raise DocumentError(path, f"it has more than {MEMBERS:,} members", _REMEDY)
                if not member.isdir():
                    self.members[member.name.removeprefix("./")] = member

    def _source(self) -> BinaryIO:
        return io.BytesIO(self._memory) if self._packed else self._file.open("rb")

    @contextmanager
    def _broken(self) -> Iterator[None]:
        try:
            yield
        except tarfile.TarError as error:
            raise DocumentError(self.path, f"it is damaged ({error})", "Export or download it again") from error

    def _unpacked(self, file: Path) -> bytes:
        import bz2
        import gzip
        import lzma

        kind = file.name.lower()
        opener = gzip.open if kind.endswith(("gz", "tgz")) else bz2.open if kind.endswith("bz2") else lzma.open
        with named(self.path), cast("BinaryIO", opener(file, "rb")) as source:
            raw = source.read(SMALL + 1)
        if len(raw) > SMALL:
            raise DocumentError(self.path, f"a packed tar archive may unpack to {SMALL >> 20} MB", _REMEDY)
        return raw

    def open(self, member: tarfile.TarInfo) -> BinaryIO:
        path = f"{self.path}/{member.name}"
        with named(path):
            source = self._source()
            source.seek(member.offset_data)
        return guarded(cast("BinaryIO", _Slice(source, member.size)), path, None, self._disk.check)

    def document(self, name: str) -> Document:
        member = self.members[name]
        folder = posixpath.dirname(name)

        def sibling(relative: str) -> Document | None:
            wanted = posixpath.normpath(posixpath.join(folder, relative))
            found = self.members.get(wanted)
            return self.document(wanted) if found is not None and not refused_member(found) else None

        return Document(
            f"{self.name}/{name}", lambda: self.open(member), member.size, sibling, path=f"{self.path}/{name}"
        )


class _Slice(io.RawIOBase):
    """The bytes of one member."""

    def __init__(self, source: BinaryIO, size: int) -> None:
        self._source = source
        self._left = size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        block = self._source.read(wanted) if wanted else b""
        self._left -= len(block)
        return block

    def close(self) -> None:
        self._source.close()
        super().close()


def refused_member(member: tarfile.TarInfo) -> tuple[str, str] | None:
    """Return why a member is not read, and the remedy; None where it is."""
    if climbs(member.name):
        return CLIMBING
    if not member.isfile() or member.issparse():
        return "it is a link or a device, not a file", "Unpack the archive and import the folder"
    return refused_kind(member.name)


def tar_documents(file: Path, path: str, name: str) -> Iterator[Document | Unreadable]:
    """Yield the members of a tar archive in the order of their names; arguments as in `zip_documents`."""
    try:
        archive = _Tar(file, path, name)
    except DocumentError as error:
        yield Unreadable(path, error.reason, error.remedy)
        return
    for inside in sorted(archive.members):
        member = archive.members[inside]
        shown = f"{path}/{inside}"
        if is_junk(PurePosixPath(inside)):
            continue
        refused = refused_member(member)
        if refused is not None:
            yield Unreadable(shown, *refused)
        elif (known := refusal(PurePosixPath(inside))) is not None:
            yield Unreadable(shown, *known, harmless=True)
        elif not member.size:
            yield Unreadable(shown, "it is empty", "Export it again if something should be in it", harmless=True)
        else:
            yield archive.document(inside)
