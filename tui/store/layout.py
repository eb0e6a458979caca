"""Where everything lies in a library's folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui.errors import NotFoundError

SHARDS = "0123456789abcdef"
"""The import ledger is parted by the first digit of a document's hash: one more document rewrites a sixteenth."""
_LONGEST = 200
"""Characters of an id; file systems take 255 bytes and we add a suffix."""
_UNFIT = re.compile(r'[/\\:\0\n<>"|?*]')


@dataclass(frozen=True)
class Layout:
    """The files of the library in `root`; names of files are relative to it, with «/»."""

    root: Path

    @cached_property
    def films(self) -> str:
        """Folder of one TinyDB a film."""
        return str(self.root / "films")

    @cached_property
    def staging(self) -> str:
        """Folder of what the running transaction wrote; empty between transactions."""
        return str(self.root / "staging")

    @cached_property
    def mark(self) -> str:
        """The plan of a committed transaction whose files are not all in place yet."""
        return str(self.root / "staging" / "commit")

    @cached_property
    def undo(self) -> str:
        """Folder of the changes that can be undone, each a numbered folder of before-images."""
        return str(self.root / "undo")

    @cached_property
    def state(self) -> str:
        """Folder of the library's own small documents."""
        return str(self.root / "state")

    @cached_property
    def damaged(self) -> str:
        """Folder of files that were set aside, each with a reason beside it."""
        return str(self.root / "damaged")

    @cached_property
    def backups(self) -> str:
        """Folder of files as an older Matinee wrote them, before they were migrated."""
        return str(self.root / "backups")

    @cached_property
    def index(self) -> str:
        """Folder of what can be built again at any time."""
        return str(self.root / "index")

    @cached_property
    def due(self) -> str:
        """A marker: films were written since the index was last brought up to them."""
        return str(self.root / "index" / "due")

    @cached_property
    def lock(self) -> Path:
        """The writer's lock."""
        return self.root / ".lock"

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The folders that every transaction needs."""
        return (self.films, self.state, self.staging, self.undo)

    def path(self, name: str) -> str:
        """Return the absolute path of a file by its name in the library."""
        return f"{self._folder}/{name}"

    @cached_property
    def _folder(self) -> str:
        return str(self.root)

    def film(self, film_id: str) -> str:
        """Return the name of a film's file.

        Raises:
            NotFoundError: such an id cannot be a file's name.
        """
        if not film_id or film_id[0] == "." or len(film_id) > _LONGEST or _UNFIT.search(film_id):
            raise NotFoundError(repr(film_id), "is not a film's id", "See the ids with `matinee films`")
        return f"films/{film_id}.json"


UNFILED = "unfiled.json"
"""Name of the file of records that wait for their film."""


def shard_of(sha256: str) -> str:
    """Return the name of the ledger file that a document belongs to."""
    digit = sha256[:1].lower()
    return f"state/ledger-{digit if digit in SHARDS else '0'}.json"


def state_name(name: str) -> str:
    """Return the name of a state document's file."""
    if not name.replace("-", "").isalnum() or name.startswith("ledger"):
        raise ValueError(name)
    return f"state/{name}.json"
