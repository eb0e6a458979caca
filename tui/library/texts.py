"""The texts about a film that may tell it, and their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from zlib import crc32

import msgspec

from tui.library.reviews import LONG
from tui.library.wording import anchors, wording
from tui.models import Review, StoredFilm, Trivia
from tui.text.comparing import fold
from tui.text.titles import display_title, split_year

_SUBTITLE = re.compile(r"\s*(?::|\s[-–—]|;)\s+")
_ENDS = frozenset('.!?…\n"“”:;()*')
_TOKEN = re.compile("[^\\W_]+(?:['’][^\\W_]+)*|[.!?…\\n\"“”:;()*]")

_NO_NAMES = (
    "the a an of and in to is it i this that was for but with on as my at by be or so no not if he she we they you his"
    " her its from me mr mrs dr oscar imdb hollywood american america english british french dvd cgi tv director cinema"
    " netflix disney marvel i'm i've i'd i'll ok okay"
)
NO_NAMES = frozenset(_NO_NAMES.split())
"""Capitalised or not, no names that tell a film."""

Token = tuple[str, bool, bool]
"""A word, folded; whether it is capitalised; whether it begins a sentence."""


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[Token, Token]:
    """Return a word as it stands inside a sentence and as its beginning."""
    folded = (word.lower() if word.isascii() else fold(word).replace("’", "'")).removesuffix("'s")
    return (folded, word[0].isupper(), False), (folded, word[0].isupper(), True)


def tokenized(text: str) -> list[Token | None]:
    """Return the words of a text; None stands where a sentence, a quotation or a bracket ends."""
    found: list[Token | None] = []
    start = 1
    for word in _TOKEN.findall(text):
        if word in _ENDS:
            start = 1
            found.append(None)
        else:
            found.append(_forms(word)[start])
            start = 0
    return found


def colons(text: str) -> set[int]:
    """Return how many words stand before each colon of a text."""
    found = set()
    count = 0
    for match in _TOKEN.finditer(text) if ":" in text else ():
        if match[0] == ":":
            found.add(count)
        count += match[0][0].isalnum()
    return found


def texts_of(film: StoredFilm) -> list[str]:
    """Return the texts about a film that may tell it: its reviews, what is said of it, its trivia as one."""
    texts = [f"{entry.shown.headline or ''} . {entry.shown.text}" for entry in film.reviews]
    facts = [claim.facts for claim in film.claims]
    said = {text for fact in facts for text in (fact.synopsis, fact.plot, fact.tagline) if text}
    people = {name for fact in facts for name in (*fact.cast, *fact.characters, *fact.directors)}
    if said or people:
        texts.append(" . ".join((*sorted(said), *(f"by {name}" for name in sorted(people)))))
    trivia = [entry.shown.text for entry in film.trivia]
    if trivia:
        texts.append(" . ".join(trivia))
    return texts or [""]


Title = tuple[str, ...]
"""The words of a title, folded, without its article."""


def titles_of(film: StoredFilm) -> list[Title]:
    """Return the titles of a film, each as its words."""
    return sorted({title for name in _names_of(film) if (title := _title_words(name))})


def title_parts_of(film: StoredFilm) -> list[Title]:
    """Return what stands before and behind the colon in the titles of a film: «Star Harbour», «The Beginning»."""
    found = set()
    for name in _names_of(film):
        parts = _SUBTITLE.split(name, maxsplit=1)
        if len(parts) == 2:
            main, below = map(_title_words, parts)
            found |= {part for part in (main, below if len(below) > 1 else ()) if part}
    return sorted(found - set(titles_of(film)))


def _names_of(film: StoredFilm) -> list[str]:
    found = {
        title
        for claim in film.claims
        for title in (claim.facts.title, claim.facts.original_title, *claim.facts.other_titles)
        if title
    }
    return sorted({display_title(split_year(title).title) for title in found})


def _title_words(name: str) -> Title:
    words = [token[0] for token in tokenized(name) if token is not None]
    return tuple(words[1:] if len(words) > 2 and words[0] in {"the", "a", "an"} else words)


class Digest(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What of a film tells it: made once of its texts, kept in the index folder."""

    texts: int
    length: int
    """Words in all of them."""
    titles: list[Title]
    parts: list[Title]
    """What stands before and behind the colon in its titles."""
    words: dict[str, tuple[int, int, int]]
    """Word to: texts that have it, places where it is capitalised inside a sentence, places where it is not."""
    pairs: dict[str, int]
    """Neighbouring capitalised words, to the texts that have them."""
    marks: list[int]
    """Of the texts of its reviews and trivia."""


def digest_of(film: StoredFilm) -> Digest:
    """Return what of a film tells it; leave out of it before what is no evidence itself."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    small: Counter[str] = Counter()
    texts = texts_of(film)
    length = 0
    for text in texts:
        found = tokenized(text)
        tokens = [token for token in found if token is not None]
        length += len(tokens)
        words.update({word for word, _, _ in tokens})
        capitals.update([word for word, capital, start in tokens if capital and not start])
        small.update([word for word, capital, start in tokens if not capital and not start])
        pairs.update(_pairs(found))
    said: list[Review | Trivia] = [one for entry in film.reviews for one in (entry.shown, *entry.versions)]
    said += [one for entry in film.trivia for one in (entry.shown, *entry.versions)]
    marks = {mark for one in said for mark in marks_of(one.text)}
    return Digest(
        texts=len(texts),
        length=length,
        titles=titles_of(film),
        parts=title_parts_of(film),
        words={word: (min(count, 65535), capitals[word], small[word]) for word, count in words.items()},
        pairs={pair: min(count, 65535) for pair, count in pairs.items()},
        marks=sorted(marks),
    )


def _pairs(tokens: list[Token | None]) -> set[str]:
    found = set()
    before = ""
    for token in tokens:
        if token is None or not token[1] or token[0] in NO_NAMES:
            before = ""
            continue
        if before:
            found.add(f"{before} {token[0]}")
        before = token[0]
    return found


def marks_of(text: str) -> Collection[int]:
    """Return what nearly the same text has in common with this one: its beginning, its end, some of its anchors."""
    words = wording(text)
    parts = words.split(" ")
    if len(parts) < LONG:
        return ()
    marks = (" ".join(parts[:8]), " ".join(parts[4:12]), " ".join(parts[-8:]), *sorted(anchors(words, parts))[:3])
    return {crc32(mark.encode()) for mark in marks}
