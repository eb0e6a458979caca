"""The import ledger: which documents were imported, so that one that is known is answered without reading films.

It lies in sixteen files by the first digit of the document's hash: one more document rewrites a sixteenth,
reading all of it opens sixteen files, and two branches of a library that imported different documents
merge line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.models import Plain, Record
from tui.store.content import ABOUT, compose, rows_of
from tui.store.layout import shard_of
from tui.store.schema import Tables
from tui.store.storage import Database


class LedgerEntry(Record, frozen=True, kw_only=True):
    """A document that was imported."""

    name: Plain
    reader: str
    imported: str
    """When, ISO 8601 in UTC with seconds."""
    films: tuple[str, ...] = ()
    """Ids of the films that it told something about."""
    unfiled: tuple[str, ...] = ()
    """Ids of its records that waited for their film."""
    reviews: int = 0
    trivia: int = 0


class Line(LedgerEntry, frozen=True, kw_only=True):
    """An entry as it is stored: the key of a record is not part of it."""

    sha256: str


def ledger_tables(entries: Mapping[str, LedgerEntry]) -> Tables:
    """Return the TinyDB of a part of the ledger, in the order of the hashes."""
    lines = [(sha256, _line(sha256, entries[sha256])) for sha256 in sorted(entries)]
    return compose({"about": ABOUT, "documents": lines})


def ledger_of(database: Database, path: Path | str) -> dict[str, LedgerEntry]:
    """Return the entries that a part of the ledger holds.

    Raises:
        DamagedFileError: a record breaks the rules.
        NewerFormatError: it is of a newer schema.
    """
    lines = rows_of(database, "documents", Line, path)
    return {line.sha256: entry_of(line) for line in lines}


def by_shard(hashes: Iterable[str]) -> dict[str, list[str]]:
    """Return the hashes by the file they belong to."""
    shards: dict[str, list[str]] = {}
    for sha256 in hashes:
        shards.setdefault(shard_of(sha256), []).append(sha256)
    return shards


def _line(sha256: str, entry: LedgerEntry) -> Line:
    return Line(sha256=sha256, **{name: getattr(entry, name) for name in LedgerEntry.__struct_fields__})


def entry_of(line: Line) -> LedgerEntry:
    """Return the entry that a stored line holds."""
    return LedgerEntry(**{name: getattr(line, name) for name in LedgerEntry.__struct_fields__})
