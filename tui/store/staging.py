"""Where a transaction writes its new files before they are put in their places."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress

from tui.store.files import stand_in
from tui.store.layout import Layout


class Staging:
    """Names in `staging/` that occur once.

    Where very many files are written to a folder that is empty, they are staged under their own names in a folder that
    takes its place by one rename.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._token = secrets.token_hex(4)
        self._count = 0
        self._wholes: dict[str, str | None] = {}
        """Folders that very many files are written to: what takes their place, where they are empty."""

    def name_for(self, name: str, *, many: bool) -> str:
        """Return where the new content of a file of the library is staged.

        Args:
            name: of the file.
            many: whether many files of its folder are written.

        Raises:
            OSError: the disk refuses it.
        """
        folder, _, file = name.rpartition("/")
        if many and folder not in self._wholes:
            whole = f"{self._token}.{folder}"
            free = stand_in(self._layout.path(folder), self.path(whole))
            self._wholes[folder] = whole if free else None
        if (taking := self._wholes.get(folder)) is not None:
            return f"{taking}/{file}"
        self._count += 1
        return f"{self._token}.{self._count}"

    def path(self, staged: str) -> str:
        """Return the absolute path of what is staged under a name."""
        return f"{self._layout.staging}{os.sep}{staged}"

    def folders(self) -> list[str]:
        """Return the folders that are to take the place of others."""
        return [self.path(whole) for whole in self._wholes.values() if whole is not None]

    def give_up(self) -> None:
        """Delete the folders, where nothing lies in them any more."""
        for folder in self.folders():
            with suppress(OSError):
                os.rmdir(folder)
