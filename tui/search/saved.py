"""Searches that are kept: the history that up and down walk, and searches saved under a name. Pure; the library stores.

A saved search is asked for by `@name`; what is typed behind it narrows it: `@favourites rating:>=9`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST = 500
"""Searches that the history keeps."""
_NAME = re.compile(r"[^\W_][\w-]{0,39}")
_ASKED = re.compile(r"\s*@(\S+)\s*(.*)", re.DOTALL)


def remembered(history: Sequence[str], query: str, most: int = MOST) -> tuple[str, ...]:
    """Return the history, oldest first, with `query` as its newest; a query that is there already moves up."""
    query = " ".join(query.split())
    if not query:
        return tuple(history)
    kept = [past for past in history if past != query]
    return (*kept, query)[-most:]


@dataclass(frozen=True, slots=True)
class Walk:
    """Walking the history: `typed` is what stood in the bar, and comes back at the end."""

    history: tuple[str, ...]
    typed: str = ""
    place: int | None = None
    """Index of the query that is shown; None shows what was typed."""

    @property
    def shown(self) -> str:
        """What the bar shows."""
        return self.typed if self.place is None else self.history[self.place]

    def older(self) -> Walk:
        """Go one query back that begins with what was typed; stay at the oldest."""
        return self._to(reversed(range(len(self.history) if self.place is None else self.place)))

    def newer(self) -> Walk:
        """Go one query forward; behind the newest stands what was typed."""
        if self.place is None:
            return self
        found = self._to(range(self.place + 1, len(self.history)))
        return found if found is not self else Walk(self.history, self.typed)

    def _to(self, places: Iterable[int]) -> Walk:
        for place in places:
            if self.history[place].startswith(self.typed):
                return Walk(self.history, self.typed, place)
        return self


def name_fault(name: str) -> str | None:
    """Return why `name` cannot be a saved search's, or None."""
    if _NAME.fullmatch(name):
        return None
    return "a name has letters, digits and hyphens, 40 at most, and begins with a letter or digit"


def resolved(query: str, saved: Mapping[str, str]) -> tuple[str, str | None]:
    """Return what `query` asks for, and a notice where it names a search that is not saved.

    A query that does not begin with `@` is returned as it is.
    """
    match = _ASKED.fullmatch(query)
    if match is None:
        return query, None
    name, rest = match[1], match[2].strip()
    if name not in saved:
        from tui.search.fields import nearest

        near = nearest(name, tuple(saved))
        return query, f"no search is saved as @{name}" + (f": did you mean @{near} ?" if near else "")
    return (f"({saved[name]}) {rest}" if rest else saved[name]), None
