"""From text to words: the one analysis that the index and the matcher share, so that they agree exactly.

A *word* is a run of letters, digits and the marks that belong to them, folded: case and diacritics of Latin,
Greek, Cyrillic, Hebrew and Arabic letters go, ligatures and full-width forms are taken apart, digits of any
script become 0 to 9. Everything else parts words; so a hyphen, a dash and a line break are all the same.
There is no stemming.

Two things are kept for the query side (`forms`, `together`) instead of being decided here:

* An apostrophe between two letters stays in the word, straight (`don't`), so that one occurrence is one word
  at one position. A query word meets it by any of its `forms`: `dont`, and for the clitics l', d' and 's also
  the word without them (`rocky's` is found by `rocky` and by `rockys`).
* `tear-jerker` is two words. Which pairs may also be written as one is said by `together`.

Scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) and Korean, whose
words carry their particles, are one character a word; what was typed is then found as a phrase of characters,
that is as the exact run of characters, which is more exact than bigrams. An emoji is a word of its own.

The output of `normal` is a string whose words are parted by spaces. The fast path of ASCII text costs about
2 µs for a review of 1,300 characters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = frozenset("'’‘ʼʹ`´＇′‛ʻ\u02b9")
_SPECIAL = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t",
    "ſ": "s", "ĸ": "k", "ـ": "",
}  # fmt: skip
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF),
    (0x3100, 0x312F), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0x1F000, 0x1FAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_REMOVED_MARKS = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A), (0xFE00, 0xFE2F),
    (0xE0100, 0xE01EF),
)  # fmt: skip

_FUNCTION_WORDS = """
    a am an and are as at be been but by can did do does for from had has have he her him his how i if is it its me
    my nor not of or our s she so than that the their them then there these they this those to us was we were what
    when who whom will with you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that never join with a neighbour: «the rapist» is not «therapist», «so on» is not «soon»."""


_BORDER = frozenset(("", " "))


class Token(NamedTuple):
    """A word and where it stands in the original text, in code points."""

    word: str
    start: int
    end: int


Words = tuple[str, ...]


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def unspaced(word: str) -> bool:
    """Say whether `word` is a character of a script that is written without spaces (or an emoji)."""
    return not word.isascii() and _within(ord(word[0]), _UNSPACED)


def _fold_part(character: str) -> str:
    category = unicodedata.category(character)
    code = ord(character)
    if category[0] == "M":
        return "" if _within(code, _REMOVED_MARKS) else character
    if category[0] not in "LN":
        return "" if category == "Cf" else " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return _SPECIAL.get(character, character)


def _fold(character: str) -> str:
    """Return what one character contributes to the normal form: letters, spaces around them, or nothing."""
    if character in _APOSTROPHES:
        return "'"
    code, category = ord(character), unicodedata.category(character)
    if _within(code, _UNSPACED):
        composed = unicodedata.normalize("NFKC", character)
        emoji = 0x1F000 <= code <= 0x1FAFF and not 0x1F3FB <= code <= 0x1F3FF
        if emoji or (unicodedata.category(composed[0])[0] in "LNM" and not _within(code, _REMOVED_MARKS)):
            return " " + " ".join(composed) + " " if category != "Nd" else str(unicodedata.decimal(character))
        return "" if _within(code, _REMOVED_MARKS) else " "
    if category[0] in "SPZC" and category != "Cf":
        return " "
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    folded = "".join(map(_fold_part, decomposed))
    if folded and any(_within(ord(part), _UNSPACED) for part in folded):
        return " " + " ".join(folded) + " "
    return folded if folded.strip() or not folded else " "


class _Table(dict[int, str]):
    """`str.translate`'s table, filled with each character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        while (again := "".join(map(_fold, folded))).split() != folded.split():
            folded = again
        self[code] = folded
        return folded


_FOLD = _Table()
_OUTER_APOSTROPHE = re.compile(r"'(?:(?![^ '])|(?<![^ ']'))")
"""One that does not stand between two letters."""
_ASCII = bytes(ord(_FOLD[code]) if code < 0x80 else code for code in range(256))
_ONLY = "matinee.folded"


def _folded(error: UnicodeError) -> tuple[str, int]:
    """Fold what is not ASCII while a text is encoded in it, which takes a tenth of folding all of its characters."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - nothing else is encoded
    return error.object[error.start : error.end].translate(_FOLD), error.end


codecs.register_error(_ONLY, _folded)


def normal(text: str) -> str:
    """Return the words of `text`, folded, parted by one or more spaces."""
    try:
        folded = text.encode("ascii", _ONLY).translate(_ASCII).decode("ascii")
    except UnicodeEncodeError:  # of another script
        folded = text.translate(_FOLD)
    return _OUTER_APOSTROPHE.sub(" ", folded) if "'" in folded else folded


def words(text: str) -> Words:
    """Return the words of `text` in order."""
    return tuple(normal(text).split())


class Analysed:
    """A text's words, with their places in it worked out only when they are asked for."""

    __slots__ = ("_folded", "_starts", "_text", "distinct", "marked", "words")

    def __init__(self, text: str) -> None:
        """Take the original text."""
        self._text = text
        self._folded = normal(text)
        self._starts: list[int] | None = None
        self.words = self._folded.split()
        self.distinct = frozenset(self.words)
        self.marked = tuple(word for word in self.distinct if "'" in word) if "'" in self._folded else ()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words number `first` to `last` stand in the text, in code points."""
        if self._starts is None:
            self._starts = _starts(self._folded, self.words)
        return self._place(self._starts[first], self._starts[last] + len(self.words[last]))

    def occurrences(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield where a word stands, in code points of the text, without a look at the other words."""
        folded = self._folded
        place = folded.find(word)
        while place >= 0:
            end = place + len(word)
            if (not place or folded[place - 1] == " ") and folded[end : end + 1] in _BORDER:
                yield self._place(place, end)
            place = folded.find(word, end)

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text of a place in the normal form."""
        if self._text.isascii() or _regular(self._text):
            return start, end
        origin = _origin(self._text)
        return origin[start], _end(self._text, origin[end - 1] + 1)


analysed = lru_cache(maxsize=256)(Analysed)
"""The words of a text; while a query is typed, the same texts are asked about again and again."""


def tokens(text: str) -> list[Token]:
    """Return the words of `text` with their places in it."""
    read = Analysed(text)
    return [Token(word, *read.span(number, number)) for number, word in enumerate(read.words)]


def _starts(folded: str, found: list[str]) -> list[int]:
    """Return where each word begins in the normal form: between two words there are only spaces."""
    starts: list[int] = []
    place = 0
    for word in found:
        place = folded.index(word, place)
        starts.append(place)
        place += len(word)
    return starts


@lru_cache(maxsize=64)
def _regular(text: str) -> bool:
    """Say whether every character gives one character of the normal form, so that places are the same in both."""
    return all(len(_FOLD[ord(character)]) == 1 for character in set(text))


@lru_cache(maxsize=64)
def _origin(text: str) -> list[int]:
    """Return for every character of the normal form the place of the one that it comes from."""
    return [index for index, character in enumerate(text) for _ in _FOLD[ord(character)]]


def _end(text: str, end: int) -> int:
    """Move `end` behind the marks that belong to the character before it."""
    while end < len(text) and not _FOLD[ord(text[end])]:
        end += 1
    return end


def forms(word: str) -> Words:
    """Return the spellings that find `word`: without its apostrophes, and without a clitic."""
    if "'" not in word:
        return (word,)
    plain = word.replace("'", "")
    base = word.removesuffix("'s")
    if base[:2] in {"l'", "d'"}:
        base = base[2:]
    base = base.replace("'", "")
    return (plain,) if base == plain or not base else (plain, base)


def spelled(word: str) -> str:
    """Return `word` as a query spells it: without apostrophes."""
    return word.replace("'", "")


def together(first: str, second: str) -> bool:
    """Say whether two neighbouring words may also be written as one: `tear jerker` and `tearjerker`.

    Function words never join, nor do two numbers (`7.5` is not `75`), nor characters of an unspaced script.
    """
    if first in FUNCTION_WORDS or second in FUNCTION_WORDS or unspaced(first) or unspaced(second):
        return False
    return not (first[-1].isdigit() and second[0].isdigit())
