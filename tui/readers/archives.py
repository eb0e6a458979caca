"""Documents inside a zip archive, in the zip archives and gzip files in it: read through, bounded, never written.

An archive within an archive is unpacked once, into memory while it is small, into a nameless temporary file of the
system's where it is larger. What an archive and all in it unpack to is bounded by the size of the outermost.
"""

from __future__ import annotations

import gzip
import posixpath
import struct
import tempfile
import weakref
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.streams import BUFFER, SMALL, DiskFile, document_errors, guarded, unpacked_limit
from tui.readers.unreadable import Unreadable, is_junk, refusal

MEMBERS = 200_000
"""Members that an archive may have."""
LISTED = 24 * 1024 * 1024
"""Bytes that its table of contents may have."""
_ENCRYPTED = 0x1
CLIMBING = ("its path climbs out of the archive", "Don't trust this archive; ask whoever made it")
"""Reason and remedy for a member whose path is a trap."""
DEPTH = 2
"""Archives within each other that are read."""
_ZIP = ".zip"
_GZIP = ".gz"
_NESTED = (_ZIP, ".tar", ".tgz", ".7z", ".rar", ".gz", ".bz2", ".xz")


class Budget:
    """What the members of one outermost archive, with all archives in it, may still come to."""

    def __init__(self, path: str, packed: int, check: Callable[[], None]) -> None:
        """Begin with what an archive may come to.

        Args:
            path: what messages call it.
            packed: its size.
            check: called while something is unpacked; may raise.
        """
        self.check = check
        self._path = path
        self._members = MEMBERS
        self._size = max(16 * SMALL, unpacked_limit(packed))

    def spend(self, members: int, size: int) -> None:
        """Refuse an archive whose members together are a bomb.

        Raises:
            DocumentError: too many members, or far more bytes than the outermost archive's size can hold.
        """
        self._members -= members
        self._size -= size
        if self._members < 0:
            raise DocumentError(self._path, f"it has more than {MEMBERS:,} members", "Unpack it and import the folder")
        if self._size < 0:
            raise DocumentError(
                self._path,
                "it unpacks to far more than its size can hold, as archives do that are made to fill a disk",
                "Don't trust this archive; ask whoever made it",
            )


class _Listed:
    """The bytes of a zip archive; `zipfile` takes a table of contents of any size into memory, twenty times over."""

    def __init__(self, source: BinaryIO) -> None:
        self.is_listed = False
        self._read = source.read
        self.seek, self.tell, self.seekable, self.close = source.seek, source.tell, source.seekable, source.close

    def read(self, size: int = -1) -> bytes:
        if size > LISTED and not self.is_listed:
            raise zipfile.BadZipFile(f"its table of contents has more than {LISTED >> 20} MB")
        return self._read(size)


class _Archive:
    """An open zip archive, shared by its members; it closes itself when the last of them is gone."""

    def __init__(self, source: Path | BinaryIO, path: str, name: str, disk: DiskFile, budget: Budget) -> None:
        self.path = path
        self.name = name
        self.disk = disk
        self.budget = budget
        with document_errors(path):
            listed = _Listed(source.open("rb") if isinstance(source, Path) else source)
            try:
                self._zip = zipfile.ZipFile(cast("BinaryIO", listed))
            except BaseException:
                listed.close()
                raise
        listed.is_listed = True
        weakref.finalize(self._zip, listed.close)  # every open member holds the archive that it reads from
        self.members = {member.filename: member for member in self._zip.infolist() if not member.is_dir()}
        budget.spend(len(self.members), sum(member.file_size for member in self.members.values()))

    def within(self, member: zipfile.ZipInfo) -> _Archive:
        """Return the archive that a member is.

        Raises:
            DocumentError: it is no archive, or a bomb.
        """
        path, name = f"{self.path}/{member.filename}", f"{self.name}/{member.filename}"
        return _copied(self.open(member), path, name, self.disk, self.budget)

    def open(self, member: zipfile.ZipInfo) -> BinaryIO:
        path = f"{self.path}/{member.filename}"
        with document_errors(path):
            source = cast("BinaryIO", self._zip.open(member))
        return guarded(source, path, unpacked_limit(member.compress_size), self.disk.check)

    def unpacked(self, member: zipfile.ZipInfo) -> Document:
        """Return the document behind a member that is a gzip file, named «reviews.csv.gz/reviews.csv».

        Raises:
            DocumentError: it is no gzip file.
        """
        path = f"{self.path}/{member.filename}"
        tail = b""
        with self.open(member) as source:
            head = source.read(3)
            while block := source.read(BUFFER):
                self.budget.check()
                tail = (tail + block)[-4:]
        if not head.startswith(b"\x1f\x8b") or len(tail) < 4:
            raise DocumentError(path, "it is named .gz but is no gzip file", "Download or export it again")
        size = struct.unpack("<I", tail)[0]  # what it says it unpacks to, and is held to

        def opener() -> BinaryIO:
            packed = cast("BinaryIO", gzip.GzipFile(fileobj=self.open(member)))
            return guarded(packed, path, size, self.disk.check)

        whole = self.document(member)
        return Document(f"{whole.name}/{PurePosixPath(member.filename).stem}", opener, size, whole.sibling, path=path)

    def document(self, member: zipfile.ZipInfo) -> Document:
        folder = posixpath.dirname(member.filename)

        def sibling(relative: str) -> Document | None:
            wanted = posixpath.normpath(posixpath.join(folder, relative))
            found = self.members.get(wanted)
            if found is None and (packed := self.members.get(wanted + _GZIP)) is not None:
                with suppress(DocumentError):
                    return self.unpacked(packed)
            return self.document(found) if found is not None and not refused_member(found) else None

        return Document(
            f"{self.name}/{member.filename}",
            lambda: self.open(member),
            member.file_size,
            sibling,
            path=f"{self.path}/{member.filename}",
        )


def _copied(source: BinaryIO, path: str, name: str, disk: DiskFile, budget: Budget) -> _Archive:
    """Return the archive in a stream, which is read to its end."""
    spool = tempfile.SpooledTemporaryFile(max_size=SMALL, prefix="matinee-")  # noqa: SIM115 - closed with the archive
    whole = cast("BinaryIO", spool)
    try:
        with source:
            while block := source.read(BUFFER):
                budget.check()
                whole.write(block)
        return _Archive(whole, path, name, disk, budget)
    except BaseException:
        whole.close()
        raise


def climbs(name: str) -> bool:
    """Say whether a member's path leads out of its archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or bool(path.parts and path.parts[0].endswith(":"))


def refused_kind(name: str) -> tuple[str, str] | None:
    """Return reason and remedy for a member that is an archive itself."""
    if PurePosixPath(name).suffix.lower() in _NESTED:
        return "it is an archive within an archive", "Unpack the outer one and import the folder"
    return None


def refused_member(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Return why a member is not read, and the remedy; None where it is."""
    if climbs(member.filename):
        return CLIMBING
    if member.flag_bits & _ENCRYPTED:
        return "it is encrypted", "Unpack it with its password and import the folder"
    if member.compress_type == zipfile.ZIP_LZMA and member.file_size > SMALL:
        return "it is packed so that unpacking takes as much memory as it asks for", "Unpack it and import the folder"
    if not _is_read(member) and (refused := refused_kind(member.filename)) is not None:
        return refused
    if member.file_size > unpacked_limit(member.compress_size):
        return "it unpacks to far more than a text can, as archives do that are made to fill a disk", (
            "Unpack it yourself if you trust it, and import the file"
        )
    return None


def zip_documents(
    file: Path, path: str, name: str, check: Callable[[], None] = lambda: None
) -> Iterator[Document | Unreadable]:
    """Yield the members of a zip archive in the order of their names.

    Args:
        file: where the archive lies.
        path: what messages call it.
        name: what its documents' names begin with.
        check: called while an archive within it is unpacked; may raise.
    """
    disk = DiskFile(file, path)
    try:
        disk.check()
        archive = _Archive(file, path, name, disk, Budget(path, file.stat().st_size, check))
    except DocumentError as error:
        yield Unreadable(path, error.reason, error.remedy)
    else:
        yield from _documents(archive, 1)


def zip_within(
    source: BinaryIO, path: str, name: str, disk: DiskFile, budget: Budget
) -> Iterator[Document | Unreadable]:
    """Yield the members of a zip archive that lies in an archive of another kind.

    Args:
        source: the archive, read to its end and closed.
        path: what messages call it.
        name: what its documents' names begin with.
        disk: the outermost archive.
        budget: what that one may still come to.
    """
    try:
        archive = _copied(source, path, name, disk, budget)
    except DocumentError as error:
        yield Unreadable(path, error.reason, error.remedy)
    else:
        yield from _documents(archive, DEPTH)


def _documents(archive: _Archive, depth: int) -> Iterator[Document | Unreadable]:
    for member in sorted(archive.members.values(), key=lambda one: one.filename):
        inside = f"{archive.path}/{member.filename}"
        if is_junk(PurePosixPath(member.filename)):
            continue
        refused = refused_member(member)
        if refused is not None:
            yield Unreadable(inside, *refused)
        elif _is_read(member):
            yield from _within(archive, member, depth)
        elif (known := refusal(PurePosixPath(member.filename))) is not None:
            yield Unreadable(inside, *known, harmless=True)
        elif not member.file_size:
            yield Unreadable(inside, "it is empty", "Export it again if something should be in it", harmless=True)
        else:
            yield archive.document(member)


def _is_read(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is an archive that is read through: a zip, or one document packed with gzip."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(member.filename).suffixes[-2:]]
    return suffixes[-1:] == [_ZIP] or (suffixes[-1:] == [_GZIP] and ".tar" not in suffixes)


def _within(archive: _Archive, member: zipfile.ZipInfo, depth: int) -> Iterator[Document | Unreadable]:
    """Yield what an archive within an archive holds, unless it lies too deep."""
    inside = f"{archive.path}/{member.filename}"
    if depth >= DEPTH and PurePosixPath(member.filename).suffix.lower() == _ZIP:
        yield Unreadable(inside, f"it lies more than {DEPTH} archives deep", "Unpack it and import the folder")
        return
    try:
        if PurePosixPath(member.filename).suffix.lower() == _GZIP:
            document = archive.unpacked(member)
            archive.budget.spend(0, document.size)
            yield document
            return
        inner = archive.within(member)
    except DocumentError as error:
        yield Unreadable(inside, error.reason, error.remedy)
    else:
        yield from _documents(inner, depth + 1)
