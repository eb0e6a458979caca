"""What titles and names are sorted by where people read them."""

from __future__ import annotations

import unicodedata

_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "il", "el"})


def folded(text: str) -> str:
    """Return text without case and diacritics."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def sort_title(title: str) -> str:
    """Return what a title is sorted by: folded, without its article."""
    plain = folded(title).lstrip("\"'“”‘’«»([…. ")
    first, _, rest = plain.partition(" ")
    return rest if rest and first in _ARTICLES else plain
