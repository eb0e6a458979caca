"""How a film's id is made: «mask-1985», readable in any script, safe as the name of a file."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui.text.titles import display_title

_LONGEST = 80
"""Bytes of the words; file systems take 255 for a name."""
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}


@lru_cache(maxsize=256)
def slug(title: str, year: int | None) -> str:
    """Return the id that a film of this title and year has where no other film claims it."""
    text = display_title(title).replace("&", " and ").replace("'", "").replace("’", "")
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(map(_latin, unicodedata.normalize("NFC", plain)))
    words = "-".join(re.findall(r"[^\W_]+", plain))
    while len(words.encode()) > _LONGEST:
        words = words[:-8].rstrip("-")
    return f"{words or 'untitled'}-{year}" if year else words or "untitled"


def _latin(character: str) -> str:
    """Return a Latin letter without its diacritics, any other character as it is."""
    if character.isascii():
        return character
    base = unicodedata.normalize("NFKD", character)
    if base[0].isascii():
        return "".join(part for part in base if not unicodedata.combining(part))
    return _LETTERS.get(character, character)
