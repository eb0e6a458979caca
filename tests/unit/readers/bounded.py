"""Reads a document that was made to hang a reader, in the process whose limits on time are what the program promises.

What the operating system ends there is a `HostileDocumentError` here: the tests need no clock.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.unit.readers.reading import Read, sorted_out
from tui.errors import DocumentError, HostileDocumentError
from tui.models import Remark
from tui.readers import guard
from tui.readers.base import Yield
from tui.readers.document import Document
from tui.readers.registry import choose


class _Any:
    """Chooses a reader and reads with it; the guard's process finds it by the name of this module."""

    name = "any"

    def read_here(self, document: Document) -> Iterator[Yield]:
        """Yield the name of the reader that is chosen, and what it reads."""
        reader = choose(document).reader
        yield Remark(text=reader.name)
        yield from getattr(reader, "read_here", reader.read)(document)


READER = _Any()


def read_bounded(name: str, content: str | bytes) -> Read | None:
    """Return what an ordinary reading of a document gives; nothing where it is refused for what it says.

    Raises:
        HostileDocumentError: choosing a reader or reading takes more time or memory than a document may have.
    """
    document = Document.of_bytes(name, content if isinstance(content, bytes) else content.encode())
    try:
        said = list(guard.run(__name__, document))
    except HostileDocumentError:
        raise
    except DocumentError as error:
        assert name in str(error)  # noqa: PT017 - either outcome is right
        return None
    chosen = next(one for one in said if isinstance(one, Remark))
    said.remove(chosen)
    return sorted_out(chosen.text, said)
