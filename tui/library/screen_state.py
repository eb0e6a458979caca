"""What the screens want remembered between sessions: layout, last place, search history.

It lies in the index folder, which may be deleted at any time, and is written without the writer's lock: it
belongs to no film, the last writer wins, and leaving the program never waits for an import.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

HISTORY_LENGTH = 200
_FILE = "screens.json"


class ScreenState:
    """A small document in the library's folder, of no value to anybody but the screens."""

    def __init__(self, root: Path) -> None:
        """Keep it in the library at `root`; nothing is read or created."""
        self._root = root

    def ui_state(self) -> dict[str, Any]:
        """Return what the screens wanted remembered; empty where nothing is or the file is damaged."""
        try:
            state = msgspec.json.decode((self._root / "index" / _FILE).read_bytes())
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}
        return state if isinstance(state, dict) else {}

    def set_ui_state(self, state: Mapping[str, Any]) -> None:
        """Remember something for the next session; a folder that cannot be written is no reason to complain."""
        folder = self._root / "index"
        staged = folder / f"{_FILE}.{os.getpid()}"
        with contextlib.suppress(OSError):
            if not self._root.is_dir():
                return
            folder.mkdir(exist_ok=True)
            staged.write_bytes(msgspec.json.encode(dict(state)))
            staged.replace(folder / _FILE)

    def search_history(self) -> tuple[str, ...]:
        """Return the earlier searches, newest first."""
        past = self.ui_state().get("history")
        return tuple(query for query in past if isinstance(query, str)) if isinstance(past, list) else ()

    def remember_search(self, query: str) -> None:
        """Put a search at the head of the history."""
        past = [query, *(earlier for earlier in self.search_history() if earlier != query)]
        self.set_ui_state({**self.ui_state(), "history": past[:HISTORY_LENGTH]})
