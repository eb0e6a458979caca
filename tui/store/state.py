"""Small documents of the whole library (decisions, saved searches): JSON of their owner's making in a TinyDB."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from tui.models import Record
from tui.store.content import ABOUT, compose, rows_of
from tui.store.schema import Tables
from tui.store.storage import Database


class _Value(Record, frozen=True, kw_only=True):
    value: Any


def state_tables(name: str, document: bytes) -> Tables:
    """Return the TinyDB of a state document.

    Raises:
        ValueError: `document` is not JSON.
    """
    try:
        value = msgspec.json.decode(document)
    except msgspec.DecodeError as error:
        raise ValueError(name) from error
    return compose({"about": ABOUT, "document": [(name, _Value(value=value))]})


def state_of(database: Database, path: Path | str) -> bytes | None:
    """Return the state document that a TinyDB holds, as compact JSON.

    Raises:
        DamagedFileError: a record breaks the rules.
        NewerFormatError: it is of a newer schema.
    """
    rows = rows_of(database, "document", _Value, path)
    return msgspec.json.encode(rows[0].value) if rows else None
