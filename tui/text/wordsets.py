"""Lists of words written as one string, which reads better than a column of quotes."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a list that is parted by bars."""
    return tuple(phrase.strip() for phrase in text.split("|") if phrase.strip())
