"""The library: import, merge, look up, search, the user's own layer, check and repair."""

from tui.library.library import Library

__all__ = ["Library"]
