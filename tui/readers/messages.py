"""What is said between Matinee and the processes in which its readers work.

Matinee sends `Work`, some documents; the process answers for each in their order: `Said` in parts, the last of them
`done`, or `Failed`. Meanwhile it may ask for what it has no access to (`Read`, `Close`, `FindSibling`, `GetHash`), and
is answered in the order of its questions.
"""

from __future__ import annotations

import msgspec

from tui.models import Remark

REMEDY = "Nothing of it was taken; save it again, or as plain text"
"""What to do about a document that takes too much."""


def sayable(text: str) -> str:
    """Return a text that can be sent: names of files need not be UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


class Described(msgspec.Struct, array_like=True, gc=False):
    """A document that can be read."""

    handle: int
    """What questions about it are asked by; the documents of one `Work` have 0, 1, 2 …"""
    name: str
    path: str
    place: tuple[str, ...]
    size: int
    sha256: str | None
    """None of a document beside another: it is asked for where it is needed."""
    raw: bytes | None
    """None of what is read as a stream."""


class Work(msgspec.Struct, array_like=True, tag=0, gc=False):
    """Documents to read."""

    documents: list[Described]
    readers: tuple[str, ...]
    """Their modules; see `tui.readers.registry`."""
    memory: int
    """Bytes that the process may take."""
    seconds: int
    """Processor time that each may take, and one second more for each of its megabytes; where it is streamed, that
    each block may take, and one second more for each megabyte before it."""
    explain: bool = False
    """Whether only to tell what the readers think of them."""


class Block(msgspec.Struct, array_like=True, tag=1, gc=False):
    """The next bytes of a stream; none at its end."""

    data: bytes


class Sibling(msgspec.Struct, array_like=True, tag=2, gc=False):
    """What lies beside a document."""

    document: Described | None


class Hashed(msgspec.Struct, array_like=True, tag=3, gc=False):
    """The hash of a document."""

    sha256: str


class Refused(msgspec.Struct, array_like=True, tag=4, gc=False):
    """A question that has no answer, as the document cannot be read."""

    subject: str
    reason: str
    remedy: str
    hostile: bool


class Read(msgspec.Struct, array_like=True, tag=5, gc=False):
    """Asks for the next bytes of a document; a new number of a stream opens it afresh."""

    handle: int
    stream: int
    size: int


class Close(msgspec.Struct, array_like=True, tag=6, gc=False):
    """Says that a stream is not read any further; not answered."""

    stream: int


class FindSibling(msgspec.Struct, array_like=True, tag=7, gc=False):
    """Asks for the document at a path relative to another."""

    handle: int
    path: str


class GetHash(msgspec.Struct, array_like=True, tag=8, gc=False):
    """Asks for the hash of a document."""

    handle: int


class Asked(msgspec.Struct, gc=False):
    """What a reader thinks of a document."""

    reader: str
    title: str
    sure: float
    why: str


class Said(msgspec.Struct, array_like=True, tag=9, gc=False):
    """What a document says, or a part of it."""

    handle: int
    reader: str | None
    extracts: list[msgspec.Raw] = []
    """Each encoded: whoever keeps them for later need not decode them."""
    remarks: list[Remark] = []
    asked: list[Asked] = []
    done: bool = False


class Failed(msgspec.Struct, array_like=True, tag=10, gc=False):
    """Why a document could not be read."""

    handle: int
    reader: str | None
    why: Refused
    asked: list[Asked] = []


Order = Work | Block | Sibling | Hashed | Refused
"""What Matinee sends."""
Question = Read | Close | FindSibling | GetHash


Answer = Said | Failed | Question
"""What the process sends."""
