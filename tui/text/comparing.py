"""Comparing texts: what is the same review in another document's spelling, and which pairs are worth comparing.

Near-duplicates are found in two steps, so that a film with 10,000 reviews stays quick: `sketch` gives a handful of
numbers, two texts that share none of them are different; for the others `near_duplicate` looks closely. The sketch
is the smallest hashes of a text's shingles (Broder's min-wise sampling, the «bottom-k» form).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SHINGLE = 4
"""Words in a shingle."""
SKETCH = 8
"""Shingles that stand for a text; two texts that share 80 % of theirs miss each other once in 400,000 times."""
ALIKE = 0.6
"""Share of common shingles (Jaccard) above which two long texts are one: one changed word breaks four shingles."""
SHORT = 60
"""Letters below which texts must agree to the letter: two people write «Great movie» independently."""
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


def fingerprint(text: str) -> str:
    """Return 16 hexadecimal digits that are equal for texts with equal `squash`."""
    return hashlib.blake2b(squash(text).encode(errors="replace"), digest_size=8).hexdigest()


def shingles(text: str) -> frozenset[int]:
    """Return the hashes of every four words in a row; of the whole where it is shorter."""
    words = tokens(text)
    if not words:
        return frozenset()
    if len(words) <= SHINGLE:
        return frozenset({_hash(" ".join(words))})
    return frozenset(_hash(" ".join(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))


def sketch(text: str) -> frozenset[int]:
    """Return the few numbers that stand for `text`: near-duplicates share at least one.

    Index texts by each of these and compare only those that meet; a text that is cut off after its beginning
    meets the whole one through the hash of their opening words.
    """
    smallest = sorted(shingles(text))[:SKETCH]
    opening = tokens(text[:200])[:6]
    return frozenset([*smallest, _hash("^" + " ".join(opening))] if opening else smallest)


def similarity(one: str, other: str) -> float:
    """Return the share of common shingles, 0 to 1 (Jaccard)."""
    a, b = _shingles(one), _shingles(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def near_duplicate(one: str, other: str) -> bool:
    """Say whether two texts are the same one, but for spacing, punctuation, some words and typos.

    Short texts must agree to the letter. A text that is only the other's beginning is no near-duplicate
    (`is_beginning`).
    """
    a, b = squash(one), squash(other)
    if a == b:
        return bool(a)
    shorter, longer = sorted((len(a), len(b)))
    if shorter < SHORT or shorter < 0.8 * longer:
        return False
    return similarity(one, other) >= ALIKE


def is_beginning(short: str, whole: str) -> bool:
    """Say whether `short` is how `whole` begins: a text that a page cut off («… View more»)."""
    start = squash(short.rstrip().removesuffix("View More").rstrip(" .…"))
    return len(start) >= SHORT and squash(whole).startswith(start)


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[int]:
    return shingles(text)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(errors="replace"), digest_size=8).digest(), "big")
