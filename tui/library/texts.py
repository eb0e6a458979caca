"""The texts about a film that may tell it, and their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from zlib import crc32

import msgspec

from tui.library.reviews import LONG
from tui.library.wording import anchors, wording
from tui.models import StoredFilm
from tui.text.comparing import fold
from tui.text.titles import display_title, split_year

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


def tokenized(text: str) -> list[Token | None]:
    """Return the words of a text; None stands where a sentence, a quotation or a bracket ends."""
    found: list[Token | None] = []
    start = True
    for match in _TOKEN.finditer(text):
        word = match[0]
        if not word[0].isalnum():
            start = True
            found.append(None)
            continue
        folded = word.lower() if word.isascii() else fold(word).replace("’", "'")
        found.append((folded.removesuffix("'s"), word[0].isupper(), start))
        start = False
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


def titles_of(film: StoredFilm) -> list[tuple[str, ...]]:
    """Return the titles of a film, each as its words."""
    names = sorted({claim.facts.title for claim in film.claims if claim.facts.title})
    return [title for name in names if (title := _title_words(name))]


def _title_words(name: str) -> tuple[str, ...]:
    words = (token for token in tokenized(display_title(split_year(name).title)) if token is not None)
    return tuple(word for word, _, _ in words)


class Digest(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What of a film tells it: made once of its texts, kept in the index folder."""

    texts: int
    titles: list[tuple[str, ...]]
    words: dict[str, tuple[int, int, int]]
    """Word to: texts that have it, places where it is capitalised inside a sentence, places where it is not."""
    pairs: dict[str, int]
    """Neighbouring capitalised words, to the texts that have them."""
    marks: list[int]
    """Of its reviews' texts."""


def digest_of(film: StoredFilm) -> Digest:
    """Return what of a film tells it; leave out of it before what is no evidence itself."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    small: Counter[str] = Counter()
    texts = texts_of(film)
    for text in texts:
        found = tokenized(text)
        tokens = [token for token in found if token is not None]
        words.update({word for word, _, _ in tokens})
        capitals.update([word for word, capital, start in tokens if capital and not start])
        small.update([word for word, capital, start in tokens if not capital and not start])
        pairs.update(_pairs(found))
    marks = {mark for entry in film.reviews for one in (entry.shown, *entry.versions) for mark in marks_of(one.text)}
    return Digest(
        texts=len(texts),
        titles=titles_of(film),
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
    marks = (" ".join(parts[:8]), " ".join(parts[4:12]), " ".join(parts[-8:]), *sorted(anchors(words))[:3])
    return {crc32(mark.encode()) for mark in marks}
