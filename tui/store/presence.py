"""Which files lie in a library, for a writer of very many: a folder is listed, not asked for every single file."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from contextlib import suppress

from tui.store.layout import Layout

FEW = 32
"""Up to so many files of a folder are looked for one by one."""


class Presence:
    """The names in the folders that a transaction writes to, as they were when it had asked for some."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._asked: Counter[str] = Counter()
        self._listed: dict[str, set[str]] = {}
        self._absent: dict[str, str] = {}

    def may_be(self, name: str) -> bool:
        """Say whether a file of the library may be there; where not, none of that name in any spelling is."""
        folder, _, file = name.rpartition("/")
        known = self._listed.get(folder)
        if known is None:
            self._asked[folder] += 1
            if self._asked[folder] <= FEW:
                return True
            known = self._listed[folder] = self._names(folder)
        spelled = _folded(file)
        if spelled in known:
            return True
        self._absent[f"{folder}/{spelled}"] = name
        return False

    def are_many(self, name: str) -> bool:
        """Say whether it was asked for many files of the folder that a file is in."""
        return name.rpartition("/")[0] in self._listed

    def appeared(self) -> list[str]:
        """Return the files that were not there and are now: another program puts files into folders as it likes."""
        there = (f"{folder}/{spelled}" for folder in self._listed for spelled in self._names(folder))
        return [self._absent[path] for path in there if path in self._absent]

    def _names(self, folder: str) -> set[str]:
        with suppress(FileNotFoundError):
            return set(map(_folded, os.listdir(self._layout.path(folder))))
        return set()


def _folded(name: str) -> str:
    """Return what two spellings have in common that are one file to some file systems."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name.casefold())
