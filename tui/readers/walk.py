"""From paths to documents: files, folders, archives, in a stable order; whatever is not read is named with the reason.

In a folder, hidden files and what operating systems leave behind are passed over in silence, and pictures and
videos are named as harmless; a path that the user named is always answered.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.errors import DocumentError
from tui.readers.archives import zip_documents
from tui.readers.document import Document
from tui.readers.files import disk_document
from tui.readers.streams import document_errors
from tui.readers.tarballs import is_packed_tar, is_tar, tar_documents
from tui.readers.unreadable import Unreadable, is_junk, refusal

__all__ = ["Survey", "Unreadable", "survey", "walk"]

DEPTH = 64
"""Folders within folders that are entered."""
_SPECIAL = (
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
)


@dataclass(frozen=True, slots=True)
class Survey:
    """How much there is to read; the total of a progress bar."""

    documents: int
    size: int
    """Bytes, unpacked where the archive says it."""


def survey(paths: Sequence[Path], check: Callable[[], None] = lambda: None) -> Survey:
    """Count what `walk` would yield, without reading any document; a packed tar archive counts as one.

    Args:
        paths: what to look at.
        check: called for every entry of every folder; may raise, because there may be a million.
    """
    documents = size = 0
    state = _Walk(check, counting=True)
    for found in (one for path in paths for one in state.explicit(path)):
        documents += 1
        size += found.size if isinstance(found, Document) else 0
    return Survey(documents, size)


def walk(paths: Sequence[Path], check: Callable[[], None] = lambda: None) -> Iterator[Document | Unreadable]:
    """Yield every document under `paths`, each once, folders in the order of their names.

    Nothing is read yet but the tables of contents of archives; memory does not grow with the number of files
    beyond the identity of each.

    Args:
        paths: what to go through.
        check: called for every entry of every folder, also of those that yield nothing; may raise.
    """
    state = _Walk(check)
    for path in paths:
        yield from state.explicit(path)


@dataclass(slots=True)
class _Walk:
    """One walk: what was seen, so that links and overlapping paths give each file once."""

    check: Callable[[], None]
    seen: set[tuple[int, int]] = field(default_factory=set)
    counting: bool = False
    """Whether to count only: a packed archive is not opened for that."""

    def explicit(self, path: Path) -> Iterator[Document | Unreadable]:
        """Answer for a path that the user named: something is always yielded for it, but for a repeated one."""
        shown = str(path)
        try:
            with document_errors(shown):
                status = path.stat()
        except DocumentError as error:
            yield Unreadable(shown, error.reason, error.remedy)
            return
        if not stat.S_ISDIR(status.st_mode):
            yield from self.file(path, shown, path.name, status, explicit=True)
            return
        if (status.st_dev, status.st_ino) in self.seen:
            return
        found = False
        for one in self.folder(path, shown, path.resolve().name, 0):
            found = True
            yield one
        if not found:
            yield Unreadable(shown, "the folder holds no document", "Name the folder of your export or of saved pages")

    def folder(self, folder: Path, shown: str, name: str, depth: int) -> Iterator[Document | Unreadable]:
        """Yield what a folder holds, its folders among its files by name."""
        try:
            with document_errors(shown):
                status = folder.stat()
                if not self._is_new(status):
                    return
                entries = sorted(self._listed(folder), key=lambda entry: entry.name)
        except DocumentError as error:
            yield Unreadable(shown, error.reason, error.remedy)
            return
        if depth > DEPTH:
            yield Unreadable(shown, f"it lies more than {DEPTH} folders deep", "Import the folder by itself")
            return
        for entry in entries:
            self.check()
            path = Path(entry.path)
            if is_junk(Path(entry.name)):
                continue
            inside = os.path.join(shown, entry.name)  # noqa: PTH118 - a Path would lose how the user wrote it
            inside_name = f"{name}/{entry.name}" if name else entry.name
            try:
                with document_errors(inside):
                    status = entry.stat()
            except DocumentError as error:
                reason = "it is a link to nothing" if entry.is_symlink() else error.reason
                yield Unreadable(inside, reason, error.remedy, harmless=entry.is_symlink())
                continue
            if stat.S_ISDIR(status.st_mode):
                yield from self.folder(path, inside, inside_name, depth + 1)
            else:
                yield from self.file(path, inside, inside_name, status, explicit=False)

    def _listed(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        with os.scandir(folder) as entries:
            for entry in entries:
                self.check()
                yield entry

    def file(
        self, file: Path, shown: str, name: str, status: os.stat_result, *, explicit: bool
    ) -> Iterator[Document | Unreadable]:
        """Yield the document or documents of one file, or why there are none."""
        if not self._is_new(status):
            return
        for is_kind, reason in _SPECIAL:
            if is_kind(status.st_mode):
                yield Unreadable(shown, f"{reason}, not a file", "Write what it gives to a file", harmless=not explicit)
                return
        if self.counting and is_packed_tar(file.name):
            yield Document(name, lambda: file.open("rb"), status.st_size, path=shown)
            return
        archive = tar_documents if is_tar(file.name) else zip_documents if file.suffix.lower() == ".zip" else None
        refused = refusal(file) if archive is None else None
        if refused is not None:
            yield Unreadable(shown, *refused, harmless=not explicit)
        elif not status.st_size:
            yield Unreadable(shown, "it is empty", "Save or export it again", harmless=not explicit)
        elif not os.access(file, os.R_OK):
            yield Unreadable(shown, "it may not be read", "Give yourself the permission to read it")
        elif archive is not None:
            yield from archive(file, shown, name, self.check)
        else:
            yield disk_document(file, shown, name)

    def _is_new(self, status: os.stat_result) -> bool:
        """Remember a file or folder; False where it was there already (a link back, a path named twice)."""
        key = (status.st_dev, status.st_ino)
        if key in self.seen and status.st_ino:
            return False
        self.seen.add(key)
        return True
