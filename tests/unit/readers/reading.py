"""Reading a small document that a test writes itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tui.models import Extract, Personal, Remark, Review, Trivia
from tui.readers.base import Reader
from tui.readers.document import Document
from tui.readers.registry import choose
from tui.readers.walk import walk


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader said of a document."""

    reader: str
    extracts: tuple[Extract, ...]
    remarks: tuple[str, ...]

    @property
    def reviews(self) -> list[Review]:
        return [review for extract in self.extracts for review in extract.reviews]

    @property
    def trivia(self) -> list[Trivia]:
        return [item for extract in self.extracts for item in extract.trivia]

    @property
    def titles(self) -> list[tuple[str | None, int | None]]:
        return [(extract.facts.title, extract.facts.year) for extract in self.extracts]

    @property
    def own(self) -> list[Personal]:
        return [extract.personal for extract in self.extracts if extract.personal is not None]


def read_with(reader: Reader, document: Document) -> Read:
    return sorted_out(reader.name, reader.read(document))


def sorted_out(reader: str, said: Iterable[Extract | Remark]) -> Read:
    """Return what a reader said, by its kind."""
    found = list(said)
    return Read(
        reader,
        tuple(one for one in found if isinstance(one, Extract)),
        tuple(one.text for one in found if isinstance(one, Remark)),
    )


def read(name: str, content: str | bytes) -> Read:
    """Read a document with the reader that it is chosen for."""
    document = Document.of_bytes(name, content if isinstance(content, bytes) else content.encode())
    return read_with(choose(document).reader, document)


def read_all(*paths: Path) -> dict[str, Read]:
    """Read everything under `paths`, by the documents' names."""
    return {
        str(found.name): read_with(choose(found).reader, found) for found in walk(paths) if isinstance(found, Document)
    }


def only(reader: Reader, text: str, name: str) -> Extract:
    """Return the one extract that a reader makes of a text."""
    found = [one for one in reader.read(Document.of_bytes(name, text.encode())) if isinstance(one, Extract)]
    assert len(found) == 1
    return found[0]
