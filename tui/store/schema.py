"""Which version of the files' layout is written, and how an older one becomes it.

A newer version is refused, never guessed at. An older one is migrated in memory when it is read; it is
written in the new layout with the next change of that file, and the file as it was is kept in `backups/`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.errors import DamagedFileError, NewerFormatError

Tables = dict[str, dict[str, Any]]
"""A TinyDB database: table name to record key to record."""

SCHEMA = 1
"""The version that is written; raised with every change that an older Matinee could not read."""
MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {}
"""From a version to the next one: a function of all tables, which sets the new version itself."""
TABLES = {
    "film": {"film", "personal", "reviews", "trivia", "sources"},
    "about": {"about", "unfiled", "documents", "document"},
}
"""The table whose record states the version (a film's, and every other file's), and what else there may be."""


_STATED = tuple(f'"schema":{space}{SCHEMA}'.encode() for space in (" ", ""))


def states_current(raw: bytes) -> bool:
    """Say whether a file is of the current version, cheaply: inside a text the quotes would be escaped."""
    return any(stated in raw for stated in _STATED)


_MEND = "Mend it in an editor, or run `matinee check --repair`"


def version_of(tables: Tables) -> int | None:
    """Return the version that a file states; None where it states none."""
    for head in TABLES:
        for record in tables.get(head, {}).values():
            if isinstance(record, dict) and isinstance(version := record.get("schema"), int) and version > 0:
                return version
    return None


def current(tables: Tables, path: Path | str) -> Tables:
    """Return the tables in the schema of this Matinee.

    Raises:
        NewerFormatError: a newer Matinee wrote them.
        DamagedFileError: the version is missing or never was one.
    """
    version = version_of(tables)
    if version is not None and version > SCHEMA:
        reason = f"was written by a newer Matinee (format {version}, this one knows {SCHEMA})"
        raise NewerFormatError(str(path), reason, "Update Matinee")
    while version != SCHEMA:
        if version not in MIGRATIONS:
            said = "states no format" if version is None else f"states a format that never was ({version})"
            raise DamagedFileError(str(path), said, _MEND)
        tables = MIGRATIONS[version](tables)
        version += 1
    unknown = sorted(set(tables) - next(known for head, known in TABLES.items() if head in tables))
    if unknown:
        raise DamagedFileError(str(path), f"has an unknown table «{unknown[0]}»", _MEND)
    return tables
