"""A format of the tests' own, whose reader is imported by the process that reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec

from tui.errors import DocumentError
from tui.models import Extract, Facts, Personal, Remark, Review, Trivia
from tui.readers.base import Match
from tui.readers.document import Document


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


READER = RowReader()
