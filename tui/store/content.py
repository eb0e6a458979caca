"""What the library's files hold: records to TinyDB tables and back, typed, sealed, of a stated schema.

A film's file has the tables film (one record: schema, id, aliases, claims), reviews, trivia, sources and
personal; every record has its own key and, written by Matinee, a checksum of what it says. The checksum is
looked at by `matinee check` only, and a record without one is as good: editing by hand is welcome, and two
branches that changed different records merge without a conflict over a file-wide sum.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tui.errors import DamagedFileError
from tui.models import Claim, Personal, Record, ReviewEntry, SourceDocument, StoredFilm, TriviaEntry, UnfiledRecord
from tui.store.schema import SCHEMA, Tables
from tui.store.storage import Database, collector_paused, rendered

CHECKSUM = "checksum"


class MisnamedFileError(DamagedFileError):
    """A film's file is whole, but has another film's name."""


_T = TypeVar("_T")
_NOBODY = Personal()
_canonical = msgspec.json.Encoder(order="deterministic")
_by_name = msgspec.json.Encoder(order="sorted").encode
"""Gives a record as `_canonical` gives the same fields of a table."""
_encode = msgspec.json.Encoder().encode
_MEND = "Mend it in an editor, or run `matinee check --repair`"


class FilmHead(Record, frozen=True, kw_only=True):
    """The one record of the table «film»."""

    schema: int
    id: str
    aliases: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


class About(Record, frozen=True, kw_only=True):
    """The one record of the table «about», with which every other file of the library begins."""

    schema: int


ABOUT = [("matinee", About(schema=SCHEMA))]
"""The table «about»."""
FILM_TABLES: dict[str, Any] = {
    "film": FilmHead,
    "personal": Personal,
    "reviews": ReviewEntry,
    "trivia": TriviaEntry,
    "sources": SourceDocument,
}
"""The tables of a film's file and the type of their records; what no document can tell again stands first, because
a file that breaks off loses its end."""

Rows = Iterable[tuple[str, Record]]
"""Keys and records."""


def compose(content: Mapping[str, Rows]) -> Tables:
    """Return `content` as TinyDB has it, table by table, each record sealed; empty tables are left out.

    It is what `Database.table(name).insert_multiple(rows)` makes of it (a test holds that), put together at once:
    TinyDB copies the whole file for every table.
    """
    tables: Tables = {}
    for name, rows in content.items():
        sealed = {key: seal(key, msgspec.to_builtins(record)) for key, record in unique(rows)}
        if sealed:
            tables[name] = sealed
    return tables


def unique(rows: Rows) -> Iterable[tuple[str, Record]]:
    """Yield the rows, a key that is empty or was there before followed by «~2», «~3» …."""
    seen: set[str] = set()
    for key, record in rows:
        name, count = key or "~", 1
        while name in seen:
            count += 1
            name = f"{key}~{count}"
        seen.add(name)
        yield name, record


def seal(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with the checksum of what it says."""
    bare = _bare(record)
    return {**bare, CHECKSUM: _sum(key, bare)}


def resealed(tables: Tables) -> Tables:
    """Return the tables with every checksum as it should be for what the record says now."""
    return {name: {key: seal(key, row) for key, row in rows.items()} for name, rows in tables.items()}


def checksum(key: str, record: Mapping[str, Any]) -> str:
    """Return the CRC-32 of a record and its key, whatever the order of its fields or its indentation."""
    return _sum(key, _bare(record))


def _bare(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != CHECKSUM}


def _sum(key: str, bare: dict[str, Any]) -> str:
    return f"{zlib.crc32(_canonical.encode(bare), zlib.crc32(key.encode())):08x}"


def film_file(film: StoredFilm) -> bytes:
    """Return the text of a film's file: what `render` makes of its tables, without the way over tables."""
    tables = {
        name: {key: _sealed(key, record) for key, record in (unique(rows) if len(rows) > 1 or not rows[0][0] else rows)}
        for name, rows in _film_rows(film).items()
        if rows
    }
    return rendered(_encode(tables))


def _film_rows(film: StoredFilm) -> dict[str, list[tuple[str, Record]]]:
    head = FilmHead(schema=SCHEMA, id=film.id, aliases=film.aliases, claims=film.claims)
    return {
        "film": [(film.id, head)],
        "personal": [("own", film.personal)] if film.personal != _NOBODY else [],
        "reviews": [(entry.shown.id, entry) for entry in film.reviews],
        "trivia": [(entry.shown.id, entry) for entry in film.trivia],
        "sources": [(document.sha256, document) for document in film.documents],
    }


def _sealed(key: str, record: Record) -> msgspec.Raw:
    """Return a record, which says something, as JSON with its checksum."""
    return _sealed_document(key, record) if isinstance(record, SourceDocument) else _seal(key, record)


def _seal(key: str, record: Record) -> msgspec.Raw:
    said = zlib.crc32(_by_name(record), zlib.crc32(key.encode()))
    return msgspec.Raw(b'%b,"%b":"%08x"}' % (_encode(record)[:-1], CHECKSUM.encode(), said))


_sealed_document = lru_cache(maxsize=64)(_seal)
"""The films of a table have the same document."""


def film_of(database: Database, film_id: str, path: Path | str) -> StoredFilm | None:
    """Return the film that a TinyDB holds; None where there is no file.

    Raises:
        DamagedFileError: a record breaks the rules, or the file is another film's.
        NewerFormatError: it is of a newer schema.
        StoreError: the file cannot be read.
    """
    if database.storage.read() is None:
        return None
    heads = rows_of(database, "film", FilmHead, path)
    if len(heads) != 1:
        raise DamagedFileError(str(path), f"holds {len(heads)} films", _MEND)
    if heads[0].id != film_id:
        raise MisnamedFileError(str(path), f"says it is «{heads[0].id}»", "Give the file the name of its film")
    personal = rows_of(database, "personal", Personal, path)
    return StoredFilm(
        id=film_id,
        claims=heads[0].claims,
        aliases=heads[0].aliases,
        reviews=rows_of(database, "reviews", ReviewEntry, path),
        trivia=rows_of(database, "trivia", TriviaEntry, path),
        documents=rows_of(database, "sources", SourceDocument, path),
        personal=personal[0] if personal else Personal(),
    )


def rows_of(database: Database, name: str, kind: type[_T], path: Path | str) -> tuple[_T, ...]:
    """Return the records of one table, typed.

    Raises:
        DamagedFileError: one of them is not of its kind.
        NewerFormatError: the file is of a newer schema.
        StoreError: the file cannot be read.
    """
    rows = database.table(name).all()
    for row in rows:
        row.pop(CHECKSUM, None)
    try:
        with collector_paused():
            return tuple(msgspec.convert(rows, list[kind]))  # type: ignore[valid-type]  # made at run time
    except msgspec.ValidationError as error:
        raise DamagedFileError(str(path), f"is damaged in «{name}» ({error})", _MEND) from error


def unfiled_tables(records: Iterable[UnfiledRecord]) -> Tables:
    """Return the TinyDB of the records that wait for their film."""
    return compose({"about": ABOUT, "unfiled": [(record.id, record) for record in records]})
