"""What can be read of a damaged file: every record that is whole, told by its checksum, without the others.

Our files have a line per field, so a record of a file that does not parse any more still begins and ends at
lines of known indentation; each one is parsed alone, and taken when it says what its checksum says.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from tui.errors import StoreError
from tui.models import Personal, Record, ReviewEntry, SourceDocument, StoredFilm, TriviaEntry
from tui.store.content import CHECKSUM, FILM_TABLES, FilmHead, checksum
from tui.store.schema import Tables
from tui.store.scrub import scrubbed
from tui.store.storage import parse

_TABLE = re.compile(r'^ "([^"]*)": \{$')
_RECORD = re.compile(r'^  "((?:[^"\\]|\\.)*)": \{$')
_END = re.compile(r"^  \},?$")

Saved = dict[str, dict[str, Record]]
"""Table to key to record."""


def salvage(raw: bytes, kinds: Mapping[str, Any] = FILM_TABLES) -> Saved:
    """Return the whole records of a file, by table; the order is kept."""
    try:
        tables, trusted = parse(raw, ""), True
    except StoreError:
        tables, trusted = _pieces(raw), False
    saved: Saved = {}
    for name, rows in tables.items():
        near = difflib.get_close_matches(name, kinds, n=1, cutoff=0.6)
        if near:
            saved.setdefault(near[0], {}).update(_whole(rows, kinds[near[0]], trusted=trusted))
    return saved


def _pieces(raw: bytes) -> Tables:
    """Cut a file that does not parse into the records that do."""
    tables: Tables = {}
    rows: dict[str, Any] = {}
    key = ""
    body: list[str] | None = None
    for line in raw.decode("utf-8", "replace").split("\n"):
        if table := _TABLE.match(line):
            rows = tables.setdefault(table[1], {})
            body = None
        elif record := _RECORD.match(line):
            key, body = record[1], []
        elif body is not None and _END.match(line):
            with suppress(msgspec.DecodeError, UnicodeError, RecursionError):  # this one is lost, the others are not
                rows[key] = scrubbed(msgspec.json.decode("{" + "\n".join(body) + "}"))
            body = None
        elif body is not None:
            body.append(line)
    return tables


def _whole(rows: Any, kind: Any, *, trusted: bool) -> Iterator[tuple[str, Record]]:
    """Yield the records that are of their kind; of a file that does not parse, only those that a checksum confirms."""
    if not isinstance(rows, dict):
        return
    for key, row in rows.items():
        if not isinstance(row, dict) or not (trusted or row.get(CHECKSUM) == checksum(key, row)):
            continue
        bare = {name: value for name, value in row.items() if name != CHECKSUM}
        try:
            yield key, msgspec.convert(bare, kind)
        except msgspec.ValidationError:
            continue


def film_from(film_id: str, *sources: Saved) -> StoredFilm:
    """Return a film of what was saved; what an earlier source lacks is taken from a later one."""
    merged: Saved = {name: {} for name in FILM_TABLES}
    for saved in sources:
        for name, rows in saved.items():
            for key, record in rows.items():
                merged[name].setdefault(key, record)
    heads = [row for row in merged["film"].values() if isinstance(row, FilmHead)]
    personal = [row for row in merged["personal"].values() if isinstance(row, Personal)]
    return StoredFilm(
        id=film_id,
        claims=heads[0].claims if heads else (),
        aliases=heads[0].aliases if heads else (),
        reviews=tuple(row for row in merged["reviews"].values() if isinstance(row, ReviewEntry)),
        trivia=tuple(row for row in merged["trivia"].values() if isinstance(row, TriviaEntry)),
        documents=tuple(row for row in merged["sources"].values() if isinstance(row, SourceDocument)),
        personal=personal[0] if personal else Personal(),
    )


def count(saved: Saved) -> int:
    """Return how many records were saved."""
    return sum(map(len, saved.values()))
