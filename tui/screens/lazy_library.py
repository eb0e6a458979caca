"""A library that is opened when it is first asked for something, so that the first frame need not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from tui.screens.library_protocol import LibraryProtocol


class LazyLibrary:
    """Stands for a library until it is there; every method is the library's own."""

    def __init__(self, root: Path, open_library: Callable[[], LibraryProtocol]) -> None:
        """Name the library's folder and what opens it."""
        self.root = root
        self._open = open_library
        self._library: LibraryProtocol | None = None
        self._opening = threading.Lock()

    def __getattr__(self, name: str) -> Any:
        """Open the library, and return its own attribute."""
        with self._opening:
            if self._library is None:
                self._library = self._open()
        return getattr(self._library, name)

    def close(self) -> None:
        """Let go of the library, if it was ever opened."""
        if self._library is not None:
            self._library.close()


def open_lazily(root: Path, open_library: Callable[[], LibraryProtocol]) -> LibraryProtocol:
    """Return a library in `root` that `open_library` opens when it is needed."""
    return cast("LibraryProtocol", LazyLibrary(root, open_library))
