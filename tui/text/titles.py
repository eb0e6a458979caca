"""Film titles: taken apart and made comparable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui.text.cleaning import clean_line
from tui.text.comparing import tokens
from tui.text.numerals import WORDS, roman
from tui.text.wordsets import words

FIRST_YEAR = 1870
LAST_YEAR = 2100
_ARTICLES = words(
    "the a an le la les l un une der die das den ein eine el los las una il lo gli i o os as um uma de het een det en"
    " ett"
)
_ENGLISH_ARTICLES = frozenset({"the", "a", "an"})
_TRAILING = re.compile(r"^(?P<rest>.+),\s+(?P<article>[^\W\d_]{1,4}['’]?)$")
_YEAR = re.compile(
    r"\s*[(\[]\s*(?:(?:[^()\[\]]{0,48}?\b)?(?P<year>(?:18|19|20)\d\d)(?:\s?[-–](?:\s?\d{4})?)?"
    r"(?:\s+(?:film|movie|Film|TV|tv)[^()\[\]]{0,16}|,\s[^()\[\]\d]{2,40})?|(?:[IVX]+|film|movie|TV))\s*[)\]]\s*$"
)
_CARRIER = re.compile(
    r"\s*[(\[]\s*(?:DVD|Blu-?ray|VHS|4K(?: Ultra HD| UHD)?|UHD|HD|LaserDisc|Region \d|Import|Widescreen|OmU|Digital)"
    r"[^()\[\]]{0,20}[)\]]",
    re.IGNORECASE,
)
"""What a shop writes behind a title: «[DVD]», «(Blu-ray)»."""
_MOST_BRACKETS = 8
"""Behind a title; a text that is full of them is none, and would be gone through as often as it has some."""
_ROMAN_YEAR = re.compile(r"\((?P<year>(?:18|19|20)\d\d)/[IVX]+\)")
_JOINING = frozenset(".*&+")
"""Where none of these stands in a title its words are its tokens."""
_INITIALS = re.compile(r"(?<=\b[^\W\d_])[.*](?=[^\W\d_]\b)")
_SUBTITLE = re.compile(r"\s*(?::|\s[-–—]|;)\s+|：|\s+[-–—]\s*|,?\s+or[:,]?\s+(?=\()")
_BEFORE_SUBTITLE = frozenset(":;-–—：(")
"""One of these stands in every title that has a subtitle."""
_ELIDED = re.compile(r"^(?:l|un|d)['’]\s*", re.IGNORECASE)
_DISGUISED = str.maketrans("013457", "oieasv")
"""What digits inside a word stand for: «Se7en»."""
_SHORT_FOR = {"vol": "volume", "pt": "part", "ep": "episode"}


@dataclass(frozen=True, slots=True)
class TitleYear:
    """A title and the year that stood behind it."""

    title: str
    year: int | None


def is_year(value: int) -> bool:
    """Say whether a number can be a film's year."""
    return FIRST_YEAR <= value <= LAST_YEAR


def split_year(text: str) -> TitleYear:
    """Return «Mask» and 1985 for «Mask (1985)», «Mask [1985]», «Mask (1985 film)», «Mask (1985/I)»."""
    title: str = clean_line(text)
    if "(" not in title and "[" not in title:  # most have neither; the searches below take long
        return TitleYear(title, None)
    title = _ROMAN_YEAR.sub(lambda m: f"({m['year']})", title)
    title = _CARRIER.sub("", title) or title
    year = None
    for _ in range(_MOST_BRACKETS):
        found = _YEAR.search(title)
        if found is None or found.start() == 0:
            break
        year = year or (int(found["year"]) if found["year"] else None)
        title = title[: found.start()].rstrip()
    return TitleYear(title, year)


def display_title(title: str) -> str:
    """Return «The Matrix» for «Matrix, The»: the article in front again."""
    found = _TRAILING.match(title) if "," in title else None
    if found and found["article"].rstrip("'’").casefold() in _ARTICLES:
        gap = "" if found["article"][-1] in "'’" else " "
        return f"{found['article']}{gap}{found['rest']}"
    return title


class TitleKeys(NamedTuple):
    """What a title is compared by."""

    exact: str
    """What spellings of one title share, its article included."""
    main: str
    """`title_key`."""
    loose: frozenset[str]
    """`title_key` and looser keys: without a foreign article, without the subtitle.

    Titles that share one may be the same film; the year and other evidence decide."""


def title_key(title: str) -> str:
    """Return what equal titles share: «The Fly II», «Fly 2, The» and «fly two» have one key.

    Case, diacritics, punctuation, «&» and «and», the English article and the notation of numbers do not count.
    """
    return _joined(_words(display_title(split_year(title).title)))


def compared_by(title: str) -> TitleKeys:
    """Return everything that a title is compared by: it is taken apart once."""
    plain = split_year(title).title
    shown = display_title(plain)
    said = tokens(shown)
    words = _words(shown, said)
    main = _joined(words)
    keys = {main}
    if len(words) > 1 and words[0] in _ARTICLES:
        keys.add("".join(words[1:]))
    if ("'" in shown or "’" in shown) and _ELIDED.match(shown):
        keys.add(title_key(_ELIDED.sub("", shown)))
    if not _BEFORE_SUBTITLE.isdisjoint(plain):
        before = _SUBTITLE.split(plain, maxsplit=1)[0]
        if before and before != plain:
            keys.add(title_key(before))
    return TitleKeys("".join(said) or shown, main, frozenset([key for key in keys if key]))


def _joined(words: list[str]) -> str:
    return "".join(words[1:] if len(words) > 1 and words[0] in _ENGLISH_ARTICLES else words)


def _words(title: str, words: list[str] | None = None) -> list[str]:
    """Return the words of a title with its numbers in figures.

    Args:
        title: as it is shown.
        words: its tokens, where they are known.
    """
    if words is None or not _JOINING.isdisjoint(title):
        title = _INITIALS.sub("", title)
        words = tokens(title.replace("&", " and ").replace("+", " and ") if title.strip("+& ") else title)
    counted = [_counted(word, place > 0) for place, word in enumerate(words)]
    return counted or ([title.strip()] if title.strip() else [])


@lru_cache(maxsize=1 << 14)
def _counted(said: str, behind: bool) -> str:
    """Return a word, in figures where it is a number: a Roman one only behind another. Titles have few words."""
    word = _SHORT_FOR.get(said, said)
    if not word.isalpha() and word[0].isalpha() and word[-1].isalpha():
        word = word.translate(_DISGUISED)
    value = WORDS.get(word) if word in WORDS else roman(word) if behind and word != "i" else None
    return str(value) if value is not None else word
