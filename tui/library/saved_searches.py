"""Searches that were saved under a name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from tui.errors import MatineeError, NotFoundError
from tui.store import Store
from tui.text import clean_line

_SEARCHES = "searches"


class SavedSearches:
    """Queries by their names, in the library's own state."""

    def __init__(self, store: Store) -> None:
        """Keep them in `store`."""
        self._store = store

    def queries(self) -> dict[str, str]:
        """Return the saved searches: name to query."""
        return _searches_of(self._store.state(_SEARCHES))

    def save(self, name: str, query: str) -> None:
        """Save a search under a name; a name that is taken gets the new query.

        Raises:
            MatineeError: it could not be asked for by that name.
        """
        from tui.search.saved import name_fault

        if (fault := name_fault(name)) is not None:
            raise MatineeError(name, "is not a name for a search", fault)
        with self._changing(f"saved search «{name}»") as saved:
            saved[name] = clean_line(query)

    def forget(self, name: str) -> None:
        """Forget a saved search.

        Raises:
            NotFoundError: there is none of this name.
        """
        with self._changing(f"forgotten search «{name}»") as saved:
            if name not in saved:
                raise NotFoundError(name, "no search is saved under this name", "See them with `matinee searches`")
            del saved[name]

    def resolved(self, query: str) -> tuple[str, str | None]:
        """Return what a query asks for that may begin with the name of a saved search, and what is wrong with that."""
        from tui.search.saved import resolved

        return resolved(query, self.queries()) if query.lstrip().startswith("@") else (query, None)

    @contextmanager
    def _changing(self, label: str) -> Iterator[dict[str, str]]:
        """Change the saved searches: what the block leaves in the dictionary is kept."""
        with self._store.transaction(label) as transaction:
            saved = _searches_of(transaction.state(_SEARCHES))
            yield saved
            transaction.put_state(_SEARCHES, msgspec.json.encode(dict(sorted(saved.items()))))


def _searches_of(raw: bytes | None) -> dict[str, str]:
    return msgspec.json.decode(raw, type=dict[str, str]) if raw else {}
