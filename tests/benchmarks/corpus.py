"""Many reviews to measure with: the real ones, and as many as wanted made from them, sentence by sentence.

The real reviews are read where they lie (`../shared`); nothing of them is kept. Made reviews have the real ones'
lengths, films and ratings, and their sentences in a seeded random order, so the frequencies of words are real too.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

from tui.models import Film, FilmView, Plain, Rating, Review
from tui.text import clean

TABLE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "imdb50k" / "reviews_by_film.csv"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

Row = tuple[str, float, str]
"""IMDb id, rating out of ten, text."""


def real_rows(path: Path = TABLE) -> list[Row]:
    """Return the real reviews, in the order of the table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            (row["imdb_id"], float(row["rating"]), clean(row["review"].replace("<br />", "\n")))
            for row in csv.DictReader(stream)
        ]


def made_rows(rows: list[Row], count: int, seed: int = 1985) -> Iterator[Row]:
    """Yield `count` reviews recombined from the sentences of `rows`, grouped by film."""
    chance = random.Random(seed)  # noqa: S311  — reviews are made, not secrets
    parted = [_SENTENCE.split(text) for _, _, text in rows]
    sentences = [sentence for review in parted for sentence in review]
    lengths = [len(review) for review in parted]
    order = sorted(range(len(rows)), key=lambda number: rows[number][0])
    copies = -(-count // len(rows))
    made = 0
    for number in order:
        film, rating, _ = rows[number]
        for _ in range(min(copies, count - made)):
            yield film, rating, " ".join(chance.choices(sentences, k=lengths[number]))
            made += 1


def views(rows: Iterator[Row] | list[Row]) -> Iterator[tuple[FilmView, str]]:
    """Yield the films of `rows`, which are grouped by film, as the index takes them."""
    film, reviews = "", list[Review]()
    for number, (imdb_id, rating, text) in enumerate(rows):
        if imdb_id != film and reviews:
            yield _view(film, reviews), "made"
            reviews = []
        film = imdb_id
        reviews.append(Review(id=f"r{number}", text=Plain(text), rating=Rating(value=rating, out_of=10)))
    if reviews:
        yield _view(film, reviews), "made"


def _view(film: str, reviews: list[Review]) -> FilmView:
    return FilmView(film=Film(id=film, title=Plain(film), ids={"imdb": film}), reviews=tuple(reviews))
