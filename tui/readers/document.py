"""A document as a reader sees it: bytes with a name, decoded once, wherever they lie."""

from __future__ import annotations

import hashlib
import io
import os
import weakref
from collections.abc import Callable
from functools import cached_property
from pathlib import PurePosixPath
from typing import BinaryIO

from tui.errors import DocumentError
from tui.models import Citation, Plain
from tui.text import clean_line
from tui.text.decoding import decode
from tui.text.mojibake import is_garbled, mend

HEAD = 64 * 1024
"""Bytes that are looked at to choose a reader."""
TEXT_LIMIT = 64 * 1024 * 1024
"""Bytes above which a document is only streamed, never held as one text."""


class Document:
    """Bytes with a name; opened as often as needed, decoded once, hashed once.

    `siblings` reaches the files beside it, because some exports are only complete together
    (aclImdb's url lists, Letterboxd's diary); a member of an archive has siblings too.
    """

    def __init__(
        self,
        name: str,
        opener: Callable[[], BinaryIO],
        size: int,
        sibling: Callable[[str], Document | None] | None = None,
        path: str = "",
    ) -> None:
        """Name a document; nothing is read yet.

        Args:
            name: the file's name; in an archive «archive.zip/folder/member.csv».
            opener: opens the (uncompressed) bytes afresh at each call.
            size: of the bytes that `opener` gives; an estimate for compressed ones.
            sibling: finds the document at a relative path («../urls_pos.txt»), None where there is none.
            path: where the user finds it, as the walk came to it; «folder/export.zip/ratings.csv».
        """
        self.name: Plain = clean_line(name)
        self._opener = opener
        self._stream: weakref.ref[BinaryIO] | None = None
        self.size = size
        self._sibling = sibling
        self.path = path or name

    def open(self) -> BinaryIO:
        """Open the bytes afresh."""
        stream = self._opener()
        self._stream = weakref.ref(stream)
        return stream

    def watch(self, through: Callable[[BinaryIO], BinaryIO]) -> None:
        """Let every stream that is opened from now on be read through another."""
        opener = self._opener
        self._opener = lambda: through(opener())

    @property
    def position(self) -> int:
        """How many bytes were read from the stream that was opened last; tells how far a reader is."""
        stream = self._stream() if self._stream is not None else None
        try:
            return stream.tell() if stream is not None and not stream.closed else 0
        except (OSError, ValueError):
            return 0

    @classmethod
    def of_bytes(cls, name: str, raw: bytes) -> Document:
        """Return a document that lies in memory."""
        return cls(name, lambda: io.BytesIO(raw), len(raw))

    @property
    def suffix(self) -> str:
        """The name's last suffix in lower case, with its dot: «.csv»."""
        return PurePosixPath(self.name).suffix.lower()

    @cached_property
    def place(self) -> tuple[str, ...]:
        """The parts of the absolute path in lower case: what a format's own folders are recognised by."""
        return PurePosixPath(os.path.abspath(self.path).replace(os.sep, "/").lower()).parts  # noqa: PTH100 - no disk

    def sibling(self, path: str) -> Document | None:
        """Return the document at a path relative to this one, if there is one."""
        return self._sibling(path) if self._sibling else None

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        if len(self.head) < HEAD:  # all of it: thousands of small files are opened once each
            return hashlib.sha256(self.head).hexdigest()
        digest = hashlib.sha256()
        with self.open() as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        return digest.hexdigest()

    @cached_property
    def head(self) -> bytes:
        """The first `HEAD` bytes."""
        with self.open() as stream:
            return stream.read(HEAD)

    @cached_property
    def head_text(self) -> str:
        """The head, decoded (a character cut at the end is left out), mojibake mended, not cleaned."""
        return mend(self._head_as_decoded)

    @cached_property
    def _head_as_decoded(self) -> str:
        return decode(self.head, partial=len(self.head) < self.size).text

    @cached_property
    def is_garbled(self) -> bool:
        """Whether the head shows text that somebody decoded wrongly; who streams the rest has to mend it."""
        return is_garbled(self._head_as_decoded)

    @cached_property
    def raw(self) -> bytes:
        """All bytes, for readers that need the document as a whole.

        Raises:
            DocumentError: there are more than `TEXT_LIMIT`; only readers that stream can take such a document.
        """
        return self.head if len(self.head) < HEAD else self._all()

    def _all(self) -> bytes:
        with self.open() as stream:
            raw = stream.read(self.size + 1)
            if len(raw) > self.size:  # packed, or still growing
                raw += stream.read(TEXT_LIMIT + 1 - len(raw))
        if len(raw) > TEXT_LIMIT:
            raise DocumentError(
                self.name, f"it is larger than {TEXT_LIMIT >> 20} MB", "Split it, or export it as CSV or JSON Lines"
            )
        return raw

    def whole(self, most: int) -> bytes | None:
        """Return all bytes, read and hashed at once, None where there are more than `most`; they are not kept here.

        Raises:
            DocumentError: it cannot be read.
        """
        if self.size > most:
            return None
        with self.open() as stream:
            raw = stream.read(self.size + 1)
            if len(raw) > self.size:  # packed and larger than it says, or still growing
                raw += stream.read(most + 1 - len(raw))
        if len(raw) > most:
            return None
        self.size = len(raw)
        vars(self)["sha256"] = hashlib.sha256(raw).hexdigest()
        return raw

    @cached_property
    def text(self) -> str:
        """The whole text, decoded and mended, line ends as LF, not yet cleaned (a reader cleans what it keeps)."""
        return mend(decode(self.raw).text)

    def cite(self, first: int = 0, last: int | None = None) -> Citation:
        """Return the citation of the lines (or rows) `first` to `last` of this document, counted from 1."""
        return Citation(sha256=self.sha256, lines=(first, last if last is not None else first))
