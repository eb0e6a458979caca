"""The library: one object through which screens and commands read, search and change everything."""

from __future__ import annotations

from pathlib import Path

from tui.library.bringing import Bringing


class Library(Bringing):
    """A library on disk."""

    @classmethod
    def open(cls, root: Path) -> Library:
        """Return the library in `root`; cheap: no film and no index is read, nothing is created."""
        return cls(root)

    def placements(self) -> dict[str, object]:
        return {}

    def unfiled(self):
        return ()
