"""TinyDB with a storage of our own: typed JSON that reads well, cleaned when read, replaced in one step.

TinyDB's own storage writes into the file in place, so a crash or a full disk leaves it unreadable, and it
answers an unreadable file by nothing better than an exception from the middle of `json`. This one parses
strictly, never writes after a bad parse, and hands complete bytes to whoever puts them in place.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui.errors import DamagedFileError, StoreError
from tui.store.files import store_errors, write_atomic
from tui.store.schema import Tables, current
from tui.store.scrub import is_clean, scrubbed

_NOTHING = "Mend it in an editor, take it from a backup, or run `matinee check --repair`, which sets it aside"


class KeyedTable(Table):
    """A table whose records have names of their own: they read better in a diff and merge better than numbers."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB's own are numbers


class Database(TinyDB):
    """One file of the library."""

    table_class = KeyedTable


class JsonStorage(Storage):
    """One look at one file: it is read and parsed once, and written as a whole.

    A handle lives as long as one operation, so what it read cannot grow stale; a writer holds the
    library's lock around its read and its write.
    """

    def __init__(
        self,
        path: str,
        get: Callable[[], bytes | None] | None = None,
        put: Callable[[bytes], None] | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            path: of the file.
            get: gives its content, None where there is no file; the default reads it.
            put: takes its new content; the default replaces the file at once, atomically and durably.
        """
        self._path = path
        self._get = get
        self._put = put or (lambda data: write_atomic(Path(path), data))
        self._tables: Tables | None = None

    def _read_file(self) -> bytes | None:
        try:
            return Path(self._path).read_bytes()
        except FileNotFoundError:
            return None

    def read(self) -> Tables | None:
        """Return the tables in this Matinee's schema; None where there is no file.

        Raises:
            DamagedFileError: the file is not a database; it stays as it is.
            NewerFormatError: a newer Matinee wrote it.
            StoreError: the file cannot be read.
        """
        if self._tables is None:
            try:
                raw = self._get() if self._get is not None else self._read_file()
            except OSError as error:
                raise unreadable(self._path, error) from error
            self._tables = None if raw is None else current(parse(raw, self._path), self._path)
        return self._tables

    def write(self, data: Tables) -> None:
        """Replace the file's content.

        Raises:
            StoreError: it cannot be written; file and memory are as before.
        """
        with store_errors(self._path):
            self._put(render(data))
        self._tables = data


def render(tables: Tables) -> bytes:
    """Return the tables as the text of a file."""
    return rendered(msgspec.json.encode(tables))


def rendered(tables: bytes) -> bytes:
    """Return tables in JSON as the text of a file: a field a line, so that a diff shows what changed."""
    return msgspec.json.format(tables, indent=1) + b"\n"


def parse(raw: bytes, path: Path | str) -> Tables:
    """Return the tables that a file's text holds, with every text in it cleaned.

    Raises:
        DamagedFileError: it is not a database.
    """
    try:
        with collector_paused():
            tables = msgspec.json.decode(raw, type=Tables)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = "is empty" if not raw.strip() else f"is damaged ({error})"
        raise DamagedFileError(str(path), reason, _NOTHING) from error
    if is_clean(raw):
        return tables
    cleaned: Tables = scrubbed(tables)
    return cleaned


def unreadable(path: Path | str, error: OSError) -> StoreError:
    """Return the error for a file that is there but cannot be read."""
    return StoreError(str(path), f"cannot be read ({error.strerror})", "Check its permissions and the disk")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking thousands of fresh records again and again: they never form cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
