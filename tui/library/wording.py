"""The words of a text, folded, for comparing texts of one film with each other."""

from __future__ import annotations

import re

from tui.text.comparing import tokens

_LONG_PAIR = re.compile(r"(?=\b(\w{8,} \w+))")
_MEDIUM_PAIR = re.compile(r"(?=\b(\w{5,} \w+))")


def wording(text: str) -> str:
    """Return the words of `text`, folded, parted by single spaces."""
    return " ".join(tokens(text))


def anchors(words: str) -> frozenset[str]:
    """Return pairs of neighbouring words that are likely to stand in nearly the same text and in no other."""
    found = _LONG_PAIR.findall(words)
    if len(words) < 450 or len(found) < 6:
        found += _MEDIUM_PAIR.findall(words)
    return frozenset(found)
