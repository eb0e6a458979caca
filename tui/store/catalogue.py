"""The catalogue snapshot: what the film list shows, so that a library of any size opens without reading films.

Derived and safe to delete: whatever is wrong with it (absent, damaged, of another Matinee), it counts as absent.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

import tui
from tui.models import FilmSummary
from tui.store.files import TEMPORARY, store_errors, write_atomic
from tui.store.reading import Stamp
from tui.store.scrub import is_clean
from tui.store.storage import collector_paused

_FILE = "catalogue.json"
_STALE = 3600
"""Seconds after which a half-written snapshot has no writer any more."""


class _Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    film: FilmSummary
    size: int
    mtime_ns: int


class _Written(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    written_by: str
    films: list[_Line]


class Snapshot(msgspec.Struct, frozen=True):
    """All films in brief, and the stamps of the files that this was taken from."""

    films: tuple[FilmSummary, ...]
    stamps: dict[str, Stamp]


def read_catalogue(index: str) -> Snapshot | None:
    """Return the snapshot in the folder `index`; None where there is none that can be used."""
    try:
        raw = Path(index, _FILE).read_bytes()
        with collector_paused():
            snapshot = msgspec.json.decode(raw, type=_Written)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if snapshot.written_by != _version() or not is_clean(raw):
        return None
    return Snapshot(
        films=tuple(line.film for line in snapshot.films),
        stamps={line.film.id: Stamp(line.size, line.mtime_ns) for line in snapshot.films},
    )


def write_catalogue(index: str, films: Iterable[FilmSummary], stamps: Mapping[str, Stamp]) -> None:
    """Write the snapshot; films without a stamp are left out and read again the next time.

    Raises:
        StoreError: the disk refuses it; the snapshot as it was stands.
    """
    lines = [_Line(film, *stamps[film.id]) for film in films if film.id in stamps]
    with store_errors(index):
        os.makedirs(index, exist_ok=True)
        _sweep(index)
    write_atomic(Path(index, _FILE), msgspec.json.encode(_Written(_version(), lines)), durable=False)


def _version() -> str:
    """A snapshot of another Matinee may have been made by another rule, or hold its films in another order."""
    return f"{tui.__version__}/3"


def _sweep(index: str) -> None:
    old = time.time() - _STALE
    for name in os.listdir(index):
        if name.endswith(TEMPORARY) or (
            name.startswith(".") and name != ".lock"
        ):  # of ours, or a folder that an index was built in
            with suppress(OSError):
                path = os.path.join(index, name)
                if os.stat(path).st_mtime < old:
                    shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
