"""The fields of the query language: what they are called, what they mean, what may follow them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["words", "number", "date", "choice"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field."""

    name: str
    sort: Sort
    help: str
    choices: tuple[str, ...] = ()
    """For `choice`: the values there are, the plain name first."""


STATES = {"seen": "watched", "wanted": "watchlist"}
"""Other names of states, for `is:`."""
KINDS = {"reviews": "review", "synopses": "synopsis", "plot": "synopsis", "trivias": "trivia", "films": "synopsis",
         "notes": "note"}  # fmt: skip
"""Other names of the kinds, for `in:`."""

FIELDS = {
    spec.name: spec
    for spec in (
        FieldSpec("film", "words", "a title of the film, or its id"),
        FieldSpec("title", "words", "the title of the film, or the headline of the review"),
        FieldSpec("headline", "words", "the headline of the review"),
        FieldSpec("author", "words", "who wrote the review"),
        FieldSpec("topic", "words", "the heading that the trivia stands under"),
        FieldSpec("director", "words", "who directed the film"),
        FieldSpec("cast", "words", "who plays in the film, or a character"),
        FieldSpec("genre", "words", "the film's genre"),
        FieldSpec("tag", "words", "a tag that you gave the film, or a viewing"),
        FieldSpec("list", "words", "a list of yours that the film is in"),
        FieldSpec("source", "words", "name of the document, or of its format"),
        FieldSpec("year", "number", "the film's year: 1985, 1980..1989, >=1990, 1980s"),
        FieldSpec("rating", "number", "the review's rating, out of ten: 8, 7.5, >=8, 1..3"),
        FieldSpec("mine", "number", "your rating of the film, out of ten: 8, 7.5, >=8, 1..3"),
        FieldSpec("date", "date", "when the review was written: 2003, 2003-05, >=2001"),
        FieldSpec("in", "choice", "which kind of passage", ("review", "trivia", "synopsis", "note")),
        FieldSpec(
            "is",
            "choice",
            "of the film or the passage, for you",
            ("watched", "watchlist", "liked", "rated", "mine", "bookmarked"),
        ),
        FieldSpec(
            "has",
            "choice",
            "what the passage has",
            ("spoiler", "rating", "headline", "author", "date", "topic", "note", "tag", "list", "link"),
        ),
    )
}
"""By name."""
RATINGS = frozenset({"rating", "mine"})
"""The fields that hold a rating."""


def nearest(word: str, choices: tuple[str, ...]) -> str | None:
    """Return the choice that `word` is most likely meant for, if any is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    begun = [choice for choice in choices if len(word) > 1 and choice.startswith(word)]
    if len(begun) == 1:
        return begun[0]
    limit = 2 if len(word) > 3 else 1
    found = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=limit)
    return found[0] if found else None
