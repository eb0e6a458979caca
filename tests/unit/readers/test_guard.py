"""A reader that fails in the process of its own is told from a document that was made to hang it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui.errors import DocumentError, HostileDocumentError
from tui.readers import guard
from tui.readers.base import Yield
from tui.readers.document import Document


class _Broken:
    name = "broken"

    def read_here(self, document: Document) -> Iterator[Yield]:
        raise ValueError(document.text)


READER = _Broken()


def test_a_fault_of_a_reader_is_called_so() -> None:
    with pytest.raises(DocumentError, match="reading it as broken failed") as told:
        list(guard.run(__name__, Document.of_bytes("page.html", b"no\x1b[31m number")))
    assert not isinstance(told.value, HostileDocumentError)
    assert told.value.reason.endswith("(ValueError: no[31m number)")
