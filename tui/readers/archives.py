"""Documents inside a zip archive: read through, never written to disk, bounded."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.streams import SMALL, DiskFile, guarded, named, unpacked_limit
from tui.readers.unreadable import Unreadable, is_junk, refusal

MEMBERS = 200_000
"""Members that an archive may have."""
_ENCRYPTED = 0x1
CLIMBING = ("its path climbs out of the archive", "Don't trust this archive; ask whoever made it")
"""Reason and remedy for a member whose path is a trap."""
_NESTED = (".zip", ".tar", ".tgz", ".7z", ".rar", ".gz", ".bz2", ".xz")


class _Archive:
    """An open zip archive, shared by its members; it closes itself when the last of them is gone."""

    def __init__(self, file: Path, path: str, name: str) -> None:
        self.path = path
        self.name = name
        self._disk = DiskFile(file, path)
        self._disk.check()
        with named(path):
            self._zip = zipfile.ZipFile(file)
        self.members = {member.filename: member for member in self._zip.infolist() if not member.is_dir()}
        self.packed = file.stat().st_size

    def open(self, member: zipfile.ZipInfo) -> BinaryIO:
        path = f"{self.path}/{member.filename}"
        with named(path):
            source = cast("BinaryIO", self._zip.open(member))
        return guarded(source, path, unpacked_limit(member.compress_size), self._disk.check)

    def document(self, member: zipfile.ZipInfo) -> Document:
        folder = posixpath.dirname(member.filename)

        def sibling(relative: str) -> Document | None:
            wanted = posixpath.normpath(posixpath.join(folder, relative))
            found = self.members.get(wanted)
            return self.document(found) if found is not None and not refused_member(found) else None

        return Document(
            f"{self.name}/{member.filename}",
            lambda: self.open(member),
            member.file_size,
            sibling,
            path=f"{self.path}/{member.filename}",
        )


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
    if (refused := refused_kind(member.filename)) is not None:
        return refused
    if member.file_size > unpacked_limit(member.compress_size):
        return "it unpacks to far more than a text can, as archives do that are made to fill a disk", (
            "Unpack it yourself if you trust it, and import the file"
        )
    return None


def zip_documents(file: Path, path: str, name: str) -> Iterator[Document | Unreadable]:
    """Yield the members of a zip archive in the order of their names.

    Args:
        file: where the archive lies.
        path: what messages call it.
        name: what its documents' names begin with.
    """
    try:
        archive = _Archive(file, path, name)
        _require_bounds(archive)
    except DocumentError as error:
        yield Unreadable(path, error.reason, error.remedy)
        return
    for member in sorted(archive.members.values(), key=lambda one: one.filename):
        inside = f"{path}/{member.filename}"
        if is_junk(PurePosixPath(member.filename)):
            continue
        refused = refused_member(member)
        if refused is not None:
            yield Unreadable(inside, *refused)
        elif (known := refusal(PurePosixPath(member.filename))) is not None:
            yield Unreadable(inside, *known, harmless=True)
        elif not member.file_size:
            yield Unreadable(inside, "it is empty", "Export it again if something should be in it", harmless=True)
        else:
            yield archive.document(member)


def _require_bounds(archive: _Archive) -> None:
    """Refuse an archive whose members together are a bomb.

    Raises:
        DocumentError: too many members, or far more bytes than its size can hold.
    """
    if len(archive.members) > MEMBERS:
        raise DocumentError(archive.path, f"it has more than {MEMBERS:,} members", "Unpack it and import the folder")
    total = sum(member.file_size for member in archive.members.values())
    if total > max(16 * SMALL, unpacked_limit(archive.packed)):
        raise DocumentError(
            archive.path,
            "it unpacks to far more than its size can hold, as archives do that are made to fill a disk",
            "Don't trust this archive; ask whoever made it",
        )
