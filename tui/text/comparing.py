"""Comparing texts: the words that are left when spelling does not count."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_APOSTROPHES = re.compile("['’‘`´ʼ](?<=\\w.)(?=\\w)")  # the sign first: four times as fast
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Marks of the European scripts; those of kana, Devanagari or Hebrew make other letters and stay."""
_ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {0x27: "'", 0x60: "'"}
_SIGNS = range(0x2010, 0x2045)
"""Dashes, quotation marks, the ellipsis."""
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics; ligatures and full-width forms as plain letters."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", plain.translate(_SPECIAL))


class _OtherScriptError(Exception):
    """A character whose neighbours decide what becomes of it."""


class _LatinWords(dict[int, str]):
    """`str.translate`'s table of Latin letters and common signs, filled with each when it is first met."""

    def __missing__(self, code: int) -> str:
        if code >= 0x250 and code not in _SIGNS:
            raise _OtherScriptError
        sign = chr(code)
        found = "'" if _APOSTROPHES.search(f"a{sign}b") else "".join(c if c.isalnum() else " " for c in fold(sign))
        self[code] = found
        return found


_LATIN_WORDS = _LatinWords(_ASCII_WORDS)
_OTHER_LETTERS = "matinee-words"


def _as_words(error: UnicodeError) -> tuple[bytes, int]:
    """Write what a Latin text has beyond ASCII as the words that it stands for."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_LATIN_WORDS).encode(), error.end


codecs.register_error(_OTHER_LETTERS, _as_words)


def tokens(text: str) -> list[str]:
    """Return the words of `text`, folded; a Chinese, Japanese or Korean character is a word."""
    try:  # nearly every text: the same words without a search, several times as fast
        words = (text if text.isascii() else text.encode("ascii", _OTHER_LETTERS).decode()).translate(_ASCII_WORDS)
    except _OtherScriptError:
        return _TOKEN.findall(fold(_APOSTROPHES.sub("", text)))
    return (_joined(words.split("'")) if "'" in words else words).split()


def _joined(parts: list[str]) -> str:
    """Return what stands between apostrophes put together: one inside a word goes, any other parts words."""
    joined = [parts[0]]
    for before, behind in pairwise(parts):
        if not before or not behind or before[-1] == " " or behind[0] == " ":
            joined.append(" ")
        joined.append(behind)
    return "".join(joined)


def squash(text: str) -> str:
    """Return letters and digits only, folded: equal whatever white space, punctuation, case and accents are."""
    return "".join(tokens(text))
