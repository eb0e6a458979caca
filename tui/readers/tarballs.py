"""Documents inside a tar archive, plain or packed: read through, bounded; no member is ever written under its name.

A plain archive is read where it lies. A packed one can only be read from its beginning, so it is unpacked once: into
memory while it is small, into a nameless temporary file of the system's where it is larger, which is gone with it.
"""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import tarfile
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from tui.errors import DocumentError, HostileDocumentError
from tui.readers.archives import CLIMBING, MEMBERS, Budget, climbs, refused_kind, zip_within
from tui.readers.document import Document
from tui.readers.streams import SMALL, DiskFile, document_errors, guarded, unpacked_limit
from tui.readers.unreadable import Unreadable, is_junk, refusal

SUFFIXES = (".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")
"""How the names of tar archives end."""
LARGEST = 8 << 30
"""Bytes that a packed tar archive may unpack to, however large it is."""
_MEMORY = 128 << 20
"""Bytes that unpacking may take; what packs best asks for 65 MB."""
HEADER = 256 * 1024
"""Bytes that the headers of a member may have."""
_NO_LENGTH = re.compile(rb"\d{200}")
"""More digits than any length in a header has: Python before 3.11.10 looks through them as often as there are some."""
_SAID_OF_ALL = 100
"""Things that an archive may say of all its members at once; most say none."""
_BLOCK = 1 << 20
_REMEDY = "Unpack it yourself if you trust it, and import the folder"


def is_tar(name: str) -> bool:
    """Say whether a file's name is that of a tar archive."""
    return name.lower().endswith(SUFFIXES)


def is_packed_tar(name: str) -> bool:
    """Say whether a file's name is that of a tar archive whose contents are known only when it is unpacked."""
    return is_tar(name) and not name.lower().endswith(".tar")


class _Member(NamedTuple):
    """What an archive says of a member, as far as it is needed to read it."""

    name: str
    start: int
    size: int
    is_file: bool
    """Not a link, a device, or a file with gaps."""


class _Headers:
    """What `tarfile` reads to list an archive: of itself it takes a header of any size into memory."""

    def __init__(self, source: BinaryIO) -> None:
        self.left = HEADER
        self.seek, self.tell = source.seek, source.tell
        self._read = source.read

    def read(self, size: int) -> bytes:
        self.left -= size
        if self.left < 0:
            raise tarfile.ReadError(f"the header of a member has more than {HEADER >> 10} KB")
        block = self._read(size)
        if size > tarfile.BLOCKSIZE and _NO_LENGTH.search(block):
            raise tarfile.ReadError("the header of a member has a length without end")
        return block


class _Tar:
    """A tar archive: its members, and where each lies in the unpacked bytes."""

    def __init__(self, file: Path, path: str, name: str, check: Callable[[], None]) -> None:
        self.path = path
        self.name = name
        self._file = file
        self._check = check
        self.disk = DiskFile(file, path)
        self.disk.check()
        self._whole = self._unpacked(file) if is_packed_tar(file.name) else None
        with self._broken(), document_errors(path), self._source() as source:
            self.members = {member.name.removeprefix("./"): member for member in self._listed(source)}

    def _listed(self, source: BinaryIO) -> Iterator[_Member]:
        headers = _Headers(source)
        with tarfile.open(fileobj=cast("BinaryIO", headers), mode="r:") as archive:
            count = 0
            while (member := archive.next()) is not None:
                self._check()
                if not member.isdir():
                    count += 1
                    yield _Member(
                        member.name, member.offset_data, member.size, member.isfile() and not member.issparse()
                    )
                if count > MEMBERS:
                    raise DocumentError(self.path, f"it has more than {MEMBERS:,} members", _REMEDY)
                archive.members.clear()  # type: ignore[attr-defined]  # each holds a copy of all that the archive says of all members
                headers.left = HEADER
                if len(archive.pax_headers) > _SAID_OF_ALL:
                    raise tarfile.ReadError(f"it says more than {_SAID_OF_ALL} things of all its members")

    def _source(self) -> BinaryIO:
        return cast("BinaryIO", _Slice(self._whole, 0)) if self._whole is not None else self._file.open("rb")

    @contextmanager
    def _broken(self) -> Iterator[None]:
        try:
            yield
        except tarfile.TarError as error:
            raise DocumentError(self.path, f"it is damaged ({error})", "Export or download it again") from error

    def _unpacked(self, file: Path) -> _Whole:
        limit = min(unpacked_limit(file.stat().st_size), LARGEST, max(SMALL, _room()))
        whole = _Whole()
        with document_errors(self.path):
            for block in _blocks(file):
                self._check()
                whole.size += len(block)
                if whole.size > limit:
                    reason = (
                        f"it unpacks to more than {limit >> 20:,} MB, which is more than it may or than there is room"
                    )
                    raise HostileDocumentError(self.path, reason, _REMEDY)
                whole.file.write(block)
        return whole

    def open(self, member: _Member) -> BinaryIO:
        path = f"{self.path}/{member.name}"
        with document_errors(path):
            if self._whole is not None:
                part = _Slice(self._whole, member.start, member.size)
            else:
                part = _Slice(_Whole(self._file.open("rb")), member.start, member.size)
        return guarded(cast("BinaryIO", part), path, None, self.disk.check)

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


class _Whole:
    """The unpacked bytes, shared by all members; each goes to its own place in them before it reads."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self.own = file is not None
        spool = tempfile.SpooledTemporaryFile(max_size=SMALL, prefix="matinee-")  # noqa: SIM115 - closed with this
        self.file = file if file is not None else cast("BinaryIO", spool)
        self.size = 0
        self.turn = threading.Lock()
        """Held from going to a place until what lies there is read: members are read by several threads."""
        weakref.finalize(self, spool.close)


class _Slice(io.RawIOBase):
    """Some of the bytes: those of one member, or all from a place on."""

    def __init__(self, whole: _Whole, start: int, size: int | None = None) -> None:
        self._whole = whole
        self._start = start
        self._place = 0
        self._size = whole.size - start if size is None else size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        return self._place

    def tell(self) -> int:
        return self._place

    def read(self, size: int = -1, /) -> bytes:
        left = max(0, self._size - self._place)
        with self._whole.turn:
            self._whole.file.seek(self._start + self._place)
            block = self._whole.file.read(left if size < 0 else min(size, left))
        self._place += len(block)
        return block

    def close(self) -> None:
        if self._whole.own:
            self._whole.file.close()
        super().close()


def _blocks(file: Path) -> Iterator[bytes]:
    """Yield what a packed file unpacks to."""
    import bz2
    import gzip

    kind = file.name.lower()
    if kind.endswith("xz"):
        yield from _blocks_of_xz(file)
        return
    with cast("BinaryIO", (bz2 if kind.endswith("bz2") else gzip).open(file, "rb")) as source:
        while block := source.read(_BLOCK):
            yield block


def _blocks_of_xz(file: Path) -> Iterator[bytes]:
    """Do it for xz, which takes as much memory as the file asks for: `lzma.open` does not bound it."""
    import lzma

    with file.open("rb") as source:
        packed = source.read(_BLOCK)
        while packed := packed.lstrip(b"\0") or source.read(_BLOCK):  # one after the other, zeros between them
            stream = lzma.LZMADecompressor(memlimit=_MEMORY)
            while not stream.eof:
                if block := stream.decompress(packed, _BLOCK):
                    yield block
                packed = source.read(_BLOCK) if stream.needs_input else b""
                if stream.needs_input and not packed and not stream.eof:
                    raise EOFError("it breaks off")
            packed = stream.unused_data + packed


def _room() -> int:
    """Return how many bytes may be written where temporary files lie: half of what is free."""
    try:
        return shutil.disk_usage(tempfile.gettempdir()).free // 2
    except OSError:
        return 0


def refused_member(member: _Member) -> tuple[str, str] | None:
    """Return why a member is not read, and the remedy; None where it is."""
    if climbs(member.name):
        return CLIMBING
    if not member.is_file:
        return "it is a link or a device, not a file", "Unpack the archive and import the folder"
    return refused_kind(member.name) if not member.name.lower().endswith(".zip") else None


def tar_documents(
    file: Path, path: str, name: str, check: Callable[[], None] = lambda: None
) -> Iterator[Document | Unreadable]:
    """Yield the members of a tar archive in the order of their names; arguments as in `zip_documents`."""
    try:
        archive = _Tar(file, path, name, check)
    except DocumentError as error:
        yield Unreadable(path, error.reason, error.remedy)
        return
    budget = Budget(path, file.stat().st_size, check)
    for inside in sorted(archive.members):
        member = archive.members[inside]
        shown = f"{path}/{inside}"
        if is_junk(PurePosixPath(inside)):
            continue
        refused = refused_member(member)
        if refused is not None:
            yield Unreadable(shown, *refused)
        elif inside.lower().endswith(".zip"):
            yield from zip_within(archive.open(member), shown, f"{name}/{inside}", archive.disk, budget)
        elif (known := refusal(PurePosixPath(inside))) is not None:
            yield Unreadable(shown, *known, harmless=True)
        elif not member.size:
            yield Unreadable(shown, "it is empty", "Export it again if something should be in it", harmless=True)
        else:
            yield archive.document(inside)
