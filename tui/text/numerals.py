"""Numbers that people write in words, Roman figures and fractions."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
WORDS = {word: value for value, word in enumerate(_WORDS.split())}
"""English words for 0 to 20: enough for scores and for the parts of a film series."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN_FIRST = frozenset("ivxlIVXL")
_ROMAN_SHAPE = re.compile(r"(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3})|xl|l", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<whole>\d{1,6}(?:[.,]\d{1,3})?)?\s?(?P<fraction>[¼½¾⅓⅔⅛⅜⅝⅞]|(?:(?<=\s)|(?<!\S))1/2(?![\d/]))?"
)
_NO_FIGURE = re.compile(r"\D+")
_LONGEST_COUNT = 15


def roman(word: str) -> int | None:
    """Return the value of a Roman numeral up to 50, None where `word` is none."""
    if word[:1] not in _ROMAN_FIRST or not _ROMAN_SHAPE.fullmatch(word):
        return None
    values = [_ROMAN[letter] for letter in word.casefold()]
    total = sum(-a if a < b else a for a, b in pairwise(values)) + values[-1]
    return total or None


def counted(text: str) -> int:
    """Return what «1,234», «1.234» or «12 345» counts; 0 where there is no figure, or more than anybody counts."""
    figures = _NO_FIGURE.sub("", text)
    return int(figures) if 0 < len(figures) <= _LONGEST_COUNT else 0


def number(text: str) -> float | None:
    """Return the value of «7», «7.2», «7,2», «3½», «3 1/2», «½» or «eight»; None where `text` is no number."""
    text = text.strip()
    word = WORDS.get(text.casefold())
    if word is not None:
        return float(word)
    found = _NUMBER.fullmatch(text)
    if not text or found is None:
        return None
    whole = float((found["whole"] or "0").replace(",", "."))
    fraction = found["fraction"]
    if not fraction:
        return whole
    return whole + (0.5 if fraction == "1/2" else unicodedata.numeric(fraction))
