"""From a query to lexemes; no string is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.search.fields import FIELDS, nearest

LexemeKind = Literal["word", "phrase", "open", "close", "minus", "or", "near", "field", "unknown", "stray"]

LONGEST = 1000
"""Characters of a query that are read; what is behind them is ignored, and the bar says so."""

_QUOTES = '"“”„‟«»＂〝〞「」『』'
_DASHES = "-−–—‐‑"
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_CHUNK = re.compile(rf"[^\s()（）{_QUOTES}\x00-\x1f\x7f-\x9f]+")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)")
_FIELD = re.compile(r"([A-Za-z]{2,20}):(?!//)")
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?(?![^\s()])")
_OPERATOR = re.compile(r"(OR|AND|NOT|\|\|?|&&?)(?![^\s()（）])")
DEFAULT_DISTANCE = 10


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of a query."""

    kind: LexemeKind
    text: str
    """Of a word or phrase: as typed, without quotes. Of a field: its name."""
    end: int
    """Where it ends in the query."""
    closed: bool = True
    """Of a phrase: whether its closing quote was typed."""
    number: int = 0
    """Of `NEAR/n`: n."""


def lex(query: str) -> Iterator[Lexeme]:
    """Yield the lexemes of `query`."""
    place = 0
    while place < len(query):
        if (space := _SPACE.match(query, place)) is not None:
            place = space.end()
            continue
        lexeme = _one(query, place)
        yield lexeme
        place = lexeme.end


def _one(query: str, place: int) -> Lexeme:
    character = query[place]
    if character in "(（":
        return Lexeme("open", character, place + 1)
    if character in ")）":
        return Lexeme("close", character, place + 1)
    if (phrase := _PHRASE.match(query, place)) is not None:
        return Lexeme("phrase", phrase[1], phrase.end(), closed=bool(phrase[2]))
    if character in _DASHES:
        return _minus(query, place)
    if (near := _NEAR.match(query, place)) is not None:
        return Lexeme("near", near[0], near.end(), number=max(1, int(near[1] or DEFAULT_DISTANCE)))
    if (operator := _OPERATOR.match(query, place)) is not None:
        kinds: dict[str, LexemeKind] = {"OR": "or", "|": "or", "||": "or", "NOT": "minus"}
        return Lexeme(kinds.get(operator[1], "stray"), operator[0], operator.end())
    if (field := _FIELD.match(query, place)) is not None and (lexeme := _field(field)) is not None:
        return lexeme
    chunk = _CHUNK.match(query, place)
    end = chunk.end() if chunk else place + 1
    return Lexeme("word", query[place:end], end)


def _minus(query: str, place: int) -> Lexeme:
    """Read a dash: a minus before something, else a stray mark between words."""
    end = place
    while end < len(query) and query[end] in _DASHES:
        end += 1
    lonely = end == len(query) or _SPACE.match(query, end) is not None or query[end] in ")）"
    return Lexeme("stray" if lonely else "minus", query[place:end], end)


def _field(match: re.Match[str]) -> Lexeme | None:
    """Read `name:`; a word that is no field's name, nor like one, is an ordinary word."""
    name = match[1].casefold()
    if name in FIELDS:
        return Lexeme("field", name, match.end())
    behind = match.string[match.end() : match.end() + 1]
    if behind.strip() and nearest(name, tuple(FIELDS)) is not None:
        return Lexeme("unknown", name, match.end())
    return None
