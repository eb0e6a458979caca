"""The words of a text, folded, for comparing texts of one film with each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tui.text.comparing import tokens

_FEW = 6
"""Pairs behind a long word that are too few to tell a text."""
_SHORT = 450
"""Characters of the words of a short text."""


def wording(text: str) -> str:
    """Return the words of `text`, folded, parted by single spaces."""
    return " ".join(tokens(text))


@lru_cache(maxsize=1 << 15)
def wording_of_name(name: str) -> str:
    """Return `wording` of a name or another short value, which come again and again."""
    return wording(name)


def anchors(words: str, parts: Sequence[str]) -> set[str]:
    """Return pairs of neighbouring words that are likely to stand in nearly the same text and in no other.

    Args:
        words: of a text, as `wording` gives them.
        parts: the same words, one by one.
    """
    following = parts[1:]
    found = {f"{one} {other}" for one, other in zip(parts, following, strict=False) if len(one) >= 8}
    if len(words) < _SHORT or len(found) < _FEW:
        found.update([f"{one} {other}" for one, other in zip(parts, following, strict=False) if len(one) >= 5])
    return found
