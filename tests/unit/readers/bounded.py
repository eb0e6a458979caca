"""Reads a document that was made to hang a reader, in the process whose limits on time are what the program promises.

What the operating system ends there is a `HostileDocumentError` here: the tests need no clock.
"""

from __future__ import annotations

from tests.unit.readers.reading import Read, sorted_out
from tui.errors import DocumentError, HostileDocumentError
from tui.readers import guard
from tui.readers.document import Document


def read_bounded(name: str, content: str | bytes) -> Read | None:
    """Return what an ordinary reading of a document gives; nothing where it is refused for what it says.

    Raises:
        HostileDocumentError: choosing a reader or reading takes more time or memory than a document may have.
    """
    document = Document.of_bytes(name, content if isinstance(content, bytes) else content.encode())
    try:
        reader, said = guard.read(document)
    except HostileDocumentError:
        raise
    except DocumentError as error:
        assert name in str(error)  # noqa: PT017 - either outcome is right
        return None
    return sorted_out(reader or "", said)
