"""The words of a text, folded, for comparing texts of one film with each other."""

from __future__ import annotations

from itertools import pairwise

from tui.text.comparing import tokens


def wording(text: str) -> str:
    """Return the words of `text`, folded, parted by single spaces."""
    return " ".join(tokens(text))


def anchors(words: str) -> frozenset[str]:
    """Return pairs of neighbouring words that are likely to stand in nearly the same text and in no other."""
    parts = words.split(" ")
    found = {f"{one} {other}" for one, other in pairwise(parts) if len(one) >= 8}
    if len(words) < 450 or len(found) < 6:
        found.update(f"{one} {other}" for one, other in pairwise(parts) if len(one) >= 5)
    return frozenset(found)
