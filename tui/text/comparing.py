"""Comparing texts: the words that are left when spelling does not count."""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_APOSTROPHES = re.compile("['’‘`´ʼ](?<=\\w.)(?=\\w)")  # the sign first: four times as fast
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Marks of the European scripts; those of kana, Devanagari or Hebrew make other letters and stay."""
_ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics; ligatures and full-width forms as plain letters."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", plain.translate(_SPECIAL))


def tokens(text: str) -> list[str]:
    """Return the words of `text`, folded; a Chinese, Japanese or Korean character is a word."""
    joined = text if text.isascii() and "'" not in text and "`" not in text else _APOSTROPHES.sub("", text)
    if joined.isascii():  # the same words without a search, several times as fast
        return joined.translate(_ASCII_WORDS).split()
    return _TOKEN.findall(fold(joined))


def squash(text: str) -> str:
    """Return letters and digits only, folded: equal whatever white space, punctuation, case and accents are."""
    return "".join(tokens(text))
