"""The scale of stars that a page says it uses: «Ratings are out of four stars», where five are usual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from tui.models import Rating, Review
from tui.readers.pages.lines import Line

_FOUR = re.compile(
    r"\b(?:out\s+of|of|von|sur|su|de|ze|na)\s+(?:four|4|vier|quatre|quattro|cuatro|čtyř|cztery)\s*"
    r"(?:stars?|sternen?|étoiles|stelle|estrellas|hvězdiček|gwiazdek|★|\)|\.|$)"
    r"|\b(?:four|4|vier)[-\s]?(?:star|sterne)\s+(?:scale|system|rating|skala)",
    re.IGNORECASE,
)
LONGEST = 110
"""Characters above which a line tells of the film and not of the page's scale."""


def states_four(lines: Iterable[Line]) -> bool:
    """Say whether a short line states that the page's stars are out of four; «3 out of 4» is a rating."""
    short = (line.plain for line in lines if len(line.text) <= LONGEST)
    return any(
        not re.search(r"\d\s*½?\s*\W?$", line[: found.start()]) for line in short for found in _FOUR.finditer(line)
    )


def out_of_four(reviews: Sequence[Review]) -> list[Review]:
    """Return reviews whose stars are read as out of four, where none has more."""
    if any(_stars(review.rating) and review.rating and review.rating.value > 4 for review in reviews):
        return list(reviews)
    return [
        replace(review, rating=replace(review.rating, out_of=4)) if review.rating and _stars(review.rating) else review
        for review in reviews
    ]


def alike(reviews: Sequence[Review]) -> list[Review]:
    """Return reviews with «5 ★» out of ten, where others of the same notation have more than five: «9 ★»."""
    counted = [review.rating for review in reviews if review.rating and _COUNTED.fullmatch(review.rating.written)]
    if not any(rating.out_of == 10 for rating in counted):
        return list(reviews)
    return [
        replace(review, rating=replace(review.rating, out_of=10)) if review.rating in counted else review
        for review in reviews
    ]


def unnumbered(reviews: Sequence[Review]) -> list[Review]:
    """Return reviews without the numbers that count them: a thread's posts are 1, 2, 3 and so on, all of them."""
    numbers = [review.rating.value if review.rating and not review.rating.written else None for review in reviews]
    if len(numbers) < _FEWEST_NUMBERED or numbers != list(range(1, len(numbers) + 1)):
        return list(reviews)
    return [replace(review, rating=None) for review in reviews]


_FEWEST_NUMBERED = 3
"""Reviews whose scores grow by one by chance seldom enough."""
_COUNTED = re.compile(r"\d{1,2}(?:[.,]\d)?\s?[^\d\s]+")
"""A figure and what it counts."""


def _stars(rating: Rating | None) -> bool:
    return rating is not None and rating.out_of == 5 and bool(re.search(r"[★⭐*½]|stars?", rating.written))
