"""Documents that are files on a disk, plain or packed with gzip."""

from __future__ import annotations

import gzip
import os
import struct
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.streams import DiskFile, document_errors, guarded, unpacked_limit
from tui.readers.unreadable import Unreadable


def folder_sibling(folder: Path, path: str) -> Callable[[str], Document | None]:
    """Return the function that finds a document at a path relative to `folder`, packed with gzip or not."""
    shown = os.path.dirname(path)  # noqa: PTH120 - a Path would lose how the user wrote it

    def sibling(relative: str) -> Document | None:
        for suffix in ("", ".gz"):
            file = folder / (relative + suffix)
            if file.is_file():
                found = disk_document(file, os.path.join(shown, relative + suffix), file.name)  # noqa: PTH118
                return found if isinstance(found, Document) else None
        return None

    return sibling


def disk_document(file: Path, path: str, name: str) -> Document | Unreadable:
    """Return the document of a regular file.

    Args:
        file: where it lies.
        path: what messages call it.
        name: the document's name.
    """
    if file.suffix.lower() == ".gz":
        return _gzip_document(file, path, name)
    return Document(name, DiskFile(file, path).open, file.stat().st_size, folder_sibling(file.parent, path), path=path)


def _gzip_document(file: Path, path: str, name: str) -> Document | Unreadable:
    """Return the document behind a gzip file, named «reviews.csv.gz/reviews.csv»."""
    inner = PurePosixPath(name).stem
    if inner.lower().endswith(".tar"):
        return Unreadable(path, "it is a packed archive of files", "Unpack it (tar -xf) and import the folder")
    disk = DiskFile(file, path)
    try:
        size = _gzip_size(disk)
    except DocumentError as error:
        return Unreadable(path, error.reason, error.remedy)
    limit = unpacked_limit(file.stat().st_size)

    def opener() -> BinaryIO:
        source = disk.open()
        return guarded(cast("BinaryIO", gzip.GzipFile(fileobj=source)), path, limit, disk.check)

    return Document(f"{name}/{inner}", opener, size, folder_sibling(file.parent, path), path=path)


def _gzip_size(disk: DiskFile) -> int:
    """Return the size that a gzip file says it unpacks to (its last four bytes), never less than its own.

    Raises:
        DocumentError: it is no gzip file.
    """
    with disk.open() as stream:
        head = stream.read(3)
        size = disk.file.stat().st_size
        if not head.startswith(b"\x1f\x8b") or size < 18:
            raise DocumentError(disk.path, "it is named .gz but is no gzip file", "Download or export it again")
    with document_errors(disk.path), disk.file.open("rb") as stream:
        stream.seek(-4, 2)
        return max(int(struct.unpack("<I", stream.read(4))[0]), size)
