"""The texts about a film that may tell it, and their words."""

from __future__ import annotations

import re

from tui.models import StoredFilm
from tui.text.comparing import fold
from tui.text.titles import display_title, split_year

_TOKEN = re.compile("[^\\W_]+(?:['’][^\\W_]+)*|[.!?…\\n\"“”:;()*]")

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
        folded = fold(word).replace("’", "'")
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
