"""Digests of all films, kept in the index folder: derived, safe to delete at any time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

import tui
from tui.library.texts import Digest, digest_of
from tui.models import StoredFilm
from tui.store import Stamp

_FILE = "digests.msgpack"
_MADE_BY = f"{tui.__version__}/2"
"""What made the digests: with another layout they are made anew."""


class _Line(msgspec.Struct, array_like=True, gc=False):
    stamp: tuple[int, int]
    digest: msgspec.Raw


class _Snapshot(msgspec.Struct, array_like=True, gc=False):
    made_by: str
    films: dict[str, _Line]


class Digests:
    """Digests by film, each with the stamp of the file that it was made from; only changed films are read again."""

    def __init__(self, folder: Path, stamps: Mapping[str, Stamp]) -> None:
        """Read nothing yet.

        Args:
            folder: of the index.
            stamps: of the films' files as they are.
        """
        self._path = folder / _FILE
        self._stamps = stamps
        self._films: dict[str, _Line] | None = None
        self._fresh: dict[str, _Line] = {}
        self._decoder = msgspec.msgpack.Decoder(Digest)

    def get(self, film_id: str) -> Digest | None:
        """Return the digest of a film whose file is as it was; None where it has to be made."""
        line = self._read().get(film_id)
        if line is None or film_id not in self._stamps or line.stamp != tuple(self._stamps[film_id]):
            return None
        self._fresh[film_id] = line
        return self._decoder.decode(line.digest)

    def make(self, film_id: str, film: StoredFilm, *, keep: bool) -> Digest:
        """Make the digest of a film, and keep it where it is of the film's file as it is."""
        digest = digest_of(film)
        if keep and film_id in self._stamps:
            size, time = self._stamps[film_id]
            self._fresh[film_id] = _Line((size, time), msgspec.Raw(msgspec.msgpack.encode(digest)))
        return digest

    def _read(self) -> dict[str, _Line]:
        if self._films is None:
            self._films = {}
            with suppress(OSError, msgspec.DecodeError):
                snapshot = msgspec.msgpack.decode(self._path.read_bytes(), type=_Snapshot)
                if snapshot.made_by == _MADE_BY:
                    self._films = snapshot.films
        return self._films

    def save(self) -> None:
        """Keep what was made; a folder that cannot be written is no reason to complain."""
        if self._fresh == self._films:
            return
        draft = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            draft.write_bytes(msgspec.msgpack.encode(_Snapshot(_MADE_BY, self._fresh)))
            draft.replace(self._path)
