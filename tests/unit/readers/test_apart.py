"""JSON that is read in a process of its own says what it says when it is read here, and fails as it fails here."""

from __future__ import annotations

import json

import pytest

from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.json_tables import READER


def _films(count: int) -> list[object]:
    return [
        {"title": f"Lantern {number}", "year": 1900 + number % 100, "cast": ["Ada Quent"], "extract": "A pier. " * 12}
        for number in range(count)
    ]


def test_what_is_read_apart_is_what_is_read_here() -> None:
    document = Document.of_bytes("films.json", json.dumps([*_films(2500), 7, {"nothing": None}]).encode())
    assert READER.reads_apart(document)
    found = list(READER.read(document))
    assert found == list(READER.read_here(document))
    assert len(found) >= 2500


def test_small_documents_are_read_here() -> None:
    assert not READER.reads_apart(Document.of_bytes("films.json", json.dumps(_films(5)).encode()))


def test_what_cannot_be_read_is_refused_for_the_same_reason() -> None:
    document = Document.of_bytes("films.json", json.dumps(list(range(60_000))).encode())
    assert READER.reads_apart(document)
    with pytest.raises(DocumentError) as apart:
        list(READER.read(document))
    with pytest.raises(DocumentError) as here:
        list(READER.read_here(document))
    assert str(apart.value) == str(here.value)
