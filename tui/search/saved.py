"""Searches that are saved under a name. Pure; the library stores them.

A saved search is asked for by `@name`; what is typed behind it narrows it: `@favourites rating:>=9`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME = re.compile(r"[^\W_][\w-]{0,39}")
_ASKED = re.compile(r"\s*@(\S+)\s*(.*)", re.DOTALL)


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
