"""Reads a document that was made to hang a reader, in the process whose limits on time are what the program promises.

What the operating system ends there is a `HostileDocumentError` here: the tests need no clock.
"""

from __future__ import annotations

import threading

import msgspec

from tests.unit.readers.reading import Read, sorted_out
from tui.errors import DocumentError, HostileDocumentError
from tui.models import Extract
from tui.readers.base import Yield
from tui.readers.document import Document
from tui.readers.guard import Reading, have_read
from tui.readers.workers import Workers


def read_apart(document: Document) -> tuple[str | None, list[Yield]]:
    """Return which reader a document was chosen for, and what it says, extracts first.

    Raises:
        DocumentError: it cannot be read.
    """
    reading = Reading(document)
    thread = threading.Thread(target=have_read, args=((reading,), Workers()), daemon=True)
    thread.start()
    parts = list(reading.parts())
    thread.join()
    extracts = [msgspec.msgpack.decode(extract, type=Extract) for part in parts for extract in part.extracts]
    return reading.reader, [*extracts, *(remark for part in parts for remark in part.remarks)]


def read_bounded(name: str, content: str | bytes) -> Read | None:
    """Return what an ordinary reading of a document gives; nothing where it is refused for what it says.

    Raises:
        HostileDocumentError: choosing a reader or reading takes more time or memory than a document may have.
    """
    document = Document.of_bytes(name, content if isinstance(content, bytes) else content.encode())
    try:
        reader, said = read_apart(document)
    except HostileDocumentError:
        raise
    except DocumentError as error:
        assert name in str(error)  # noqa: PT017 - either outcome is right
        return None
    return sorted_out(reader or "", said)
