"""Search: the query language, the index, the matches.

The names are loaded when they are first used: screens import `tui.search.types` alone, and their first frame
must not wait for the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.search.index import SearchIndex
    from tui.search.matching import Matcher
    from tui.search.types import Answer, Counts, Hit, Span

__all__ = ["Answer", "Counts", "Hit", "Matcher", "SearchIndex", "Span"]
_HOMES = {"SearchIndex": "index", "Matcher": "matching"}


def __getattr__(name: str) -> Any:
    """Load a name from the module that it lives in."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'types')}"), name)
