"""Which single-byte encoding a text is in: the one that makes its letters those of one language's alphabet.

A text in cp1250 that is read as cp1252 has signs inside its words («Za¿ó³æ»), or letters that no one language has
together; Cyrillic and Greek give words that are nothing but accented letters.
"""

from __future__ import annotations

import re

_LATIN: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ",
        "äöüßéà",
        "áéíóúüñªº",
        "áâãàçéêíóôõúüªº",
        "àèéìíîòóùú",
        "æøåéèêòóôäö",
        "åäöéèàü",
        "éëïöüèáóíêç",
        "áðéíóúýþæö",
        "àèéíòóúüç",
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "cp1254": ("çğıöşüâîû",),
    "iso8859_2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű"),
}
"""Letters beyond ASCII, by encoding and language; the first encoding wins where two do equally well."""
_OTHER: dict[str, tuple[str, ...]] = {
    "cp1251": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "koi8_r": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "cp1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
}
_WORD = re.compile(r"[^\W_]+")
_SIGN_INSIDE = re.compile(r"(?<=[^\W\d_])[¡-¿×÷](?=[^\W\d_])|(?<=\s)[¡-¿](?=[a-z])|(?<=[a-z])[¹³¼¾](?=\s)")
_PUNCTUATION = frozenset("«»¡¿·§°©®™…–—‘’“”„‚‹›€£¥¢†‡•¨´¸ªº½¼¾²³¹\u00a0\u00ad")
_CAPITAL = 0.7
"""What a capital counts: a text of capitals alone is a sign of the wrong encoding."""
_MIXED = 0.85
"""What a text in several Western languages counts, as a list of the world's films is."""
_LONGEST = 3
"""Letters beyond ASCII that stand together in a Latin word, at most."""


def single_byte(raw: bytes) -> str:
    """Return the encoding of `raw`, bytes that are neither UTF-8 nor of East Asia."""
    best, most = "cp1252", 0.0
    for encoding, alphabets in (*_LATIN.items(), *_OTHER.items()):
        text = raw.decode(encoding, "replace")
        score = _other(text, alphabets) if encoding in _OTHER else _latin(text, alphabets)
        if encoding == "cp1252":
            score = max(score, _MIXED * _latin(text, ("".join(alphabets),)))
        if score > most + 0.02:
            best, most = encoding, score
    return best


def _latin(text: str, alphabets: tuple[str, ...]) -> float:
    """Return the share of the characters beyond ASCII that are letters of the best fitting alphabet."""
    counts: dict[str, float] = {}
    in_all = float(len(_SIGN_INSIDE.findall(text)))
    for word in _WORD.findall(text):
        strange = [letter for letter in word if not letter.isascii()]
        in_all += len(strange)
        if len(strange) > _LONGEST and len(strange) > len(word) / 2:
            continue
        for letter in strange:
            small = letter.lower()
            counts[small] = counts.get(small, 0.0) + (1.0 if letter == small else _CAPITAL)
    in_all += sum(not one.isascii() and not one.isalnum() and one not in _PUNCTUATION for one in text)
    return max(sum(counts.get(letter, 0.0) for letter in set(alphabet)) for alphabet in alphabets) / max(in_all, 1.0)


def _other(text: str, alphabets: tuple[str, ...]) -> float:
    """Return the share of the characters beyond ASCII that are such letters, in words of nothing else."""
    found, in_all = [0.0] * len(alphabets), 0
    for word in _WORD.findall(text):
        strange = sum(not letter.isascii() for letter in word)
        in_all += strange
        if strange < sum(map(str.isalpha, word)):
            continue
        for place, alphabet in enumerate(alphabets):
            found[place] += sum(
                _worth(letter, first=not at) for at, letter in enumerate(word) if letter.lower() in alphabet
            )
    in_all += sum(not one.isascii() and not one.isalnum() and one not in _PUNCTUATION for one in text)
    return max(found) / max(in_all, 1)


def _worth(letter: str, *, first: bool) -> float:
    return 1.0 if letter.islower() or first else 0.0
