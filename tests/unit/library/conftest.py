"""Little documents in a format of the tests' own, so that these tests are about the library and not about readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tui.errors import DocumentError
from tui.library import Library, intake
from tui.models import Extract, Facts, Personal, Remark, Review, Trivia
from tui.readers.base import Match
from tui.readers.document import Document
from tui.readers.registry import Choice


class RowReader:
    """Reads a JSON list of {"facts", "reviews", "trivia", "personal"}; a row is a line of the document."""

    name = "rows"
    title = "Rows of a test"
    suffixes: tuple[str, ...] = ()

    def match(self, document: Document) -> Match:
        return Match(1.0, f"{document.name} is a test's")

    def read(self, document: Document) -> Iterator[Extract | Remark]:
        for number, line in enumerate(document.text.splitlines(), 1):
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DocumentError(document.name, f"line {number} is broken") from error
            where = document.cite(number)
            yield Extract(
                facts=msgspec.convert(row.get("facts", {}), Facts),
                inferred=row.get("inferred", False),
                source=where,
                reviews=tuple(
                    msgspec.convert({**review, "sources": (where,)}, Review, strict=False)
                    for review in row.get("reviews", ())
                ),
                trivia=tuple(
                    msgspec.convert({**item, "sources": (where,)}, Trivia, strict=False)
                    for item in row.get("trivia", ())
                ),
                personal=msgspec.convert(row["personal"], Personal) if "personal" in row else None,
            )


@pytest.fixture(autouse=True)
def row_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = RowReader()
    monkeypatch.setattr(intake, "choose", lambda _: Choice(reader, ()))


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes a document of rows."""

    def document(name: str, *rows: dict[str, Any]) -> Path:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return path

    return document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()
