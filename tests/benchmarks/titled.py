"""Reviews whose film is known, to measure and to fit placing with; read where they lie (`../shared/data`)."""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path
from zlib import crc32

from tests.benchmarks.corpus import real_rows
from tui.text import clean

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"

Titled = dict[str, list[tuple[str, str]]]
"""«Title (year)», or an IMDb id, to headlines and texts."""
Loose = tuple[str, str, str]
"""The film, the headline and the text of a review that is given without its film."""


def imdb_twix(data: Path = DATA) -> Titled:
    """Return the reviews of 283 films, each a few paragraphs."""
    found: Titled = defaultdict(list)
    for row in _rows(data / "reviews_titled" / "imdb_twix" / "movie_reviews.csv"):
        found[row["Movie Title"]].append((row["Review-Title"] or "", row["Review-Description"] or ""))
    return found


def for_fitting(film: str) -> bool:
    """Say whether a film of `imdb_twix` is in the half that the weights were fitted on."""
    return crc32(film.encode()) % 2 == 0


def imdb_twix_unseen(data: Path = DATA) -> Titled:
    """Return the half of `imdb_twix` that the weights have not seen."""
    return {film: reviews for film, reviews in imdb_twix(data).items() if not for_fitting(film)}


def rt_dreamworks(data: Path = DATA) -> Titled:
    """Return critics' sentences about 46 films, many of them parts of a series."""
    folder = data / "reviews_titled" / "rt_dreamworks"
    films = {row["movieId"]: row for row in _rows(folder / "movies.csv")}
    found: Titled = defaultdict(list)
    for row in _rows(folder / "critic_reviews.csv"):
        film = films.get(row["movieId"])
        if film and row["quote"]:
            found[f"{film['movieTitle']} ({film['movieYear']})"].append(("", row["quote"]))
    return found


def imdb50k(data: Path = DATA) -> Titled:
    """Return 50,000 reviews of 7,036 films by their ids."""
    found: Titled = defaultdict(list)
    for imdb_id, _, text in real_rows(data / "imdb50k" / "reviews_by_film.csv"):
        found[imdb_id].append(("", text))
    return found


def imdb50k_unseen(data: Path = DATA) -> Titled:
    """Return 500 films of `imdb50k` with four reviews and more, none of those whose titles are known."""
    titles = imdb_titles(data)
    found = {film: reviews for film, reviews in imdb50k(data).items() if film not in titles and len(reviews) >= 4}
    chance = random.Random(500)  # noqa: S311 - a sample, not a secret
    return {film: found[film] for film in chance.sample(sorted(found), 500)}


def imdb_titles(data: Path = DATA) -> dict[str, str]:
    """Return the titles that exports name together with an IMDb id: those of about 500 films of `imdb50k`."""
    found = {}
    for path in sorted((data / "exports" / "imdb").glob("*.csv")):
        for row in _rows(path, "latin-1" if "latin1" in path.name else "utf-8"):
            if row.get("Const") and row.get("Title"):
                found[row["Const"]] = row["Title"]
    for path in (data / "exports" / "markdown_movielog").rglob("titles.json"):
        for row in json.loads(path.read_text(encoding="utf-8")):
            found.setdefault(row["imdbId"], row["title"])
    return found


def _rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    csv.field_size_limit(10**9)
    with path.open(newline="", encoding=encoding) as stream:
        return list(csv.DictReader(stream))


def halved(films: Titled, *, absent: float, seed: int) -> tuple[Titled, list[Loose]]:
    """Return half of the reviews with their films, but for films that are left out, and the other half without."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    left_out = set(chance.sample(sorted(films), int(absent * len(films))))
    kept: Titled = {}
    loose: list[Loose] = []
    for film, reviews in sorted(films.items()):
        mixed = chance.sample(reviews, len(reviews))
        half = len(mixed) // 2
        if film not in left_out and mixed[half:]:
            kept[film] = mixed[half:]
        loose += [(film, *review) for review in mixed[:half]]
    chance.shuffle(loose)
    return kept, loose


def some_of(films: Titled, count: int, reviews: int, seed: int) -> Titled:
    """Return some of the films with at most so many reviews each."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    chosen: Collection[str] = chance.sample(sorted(films), min(count, len(films)))
    return {film: chance.sample(films[film], min(reviews, len(films[film]))) for film in chosen}


def plain(text: str) -> str:
    """Return a text as the readers give it."""
    return clean(text.replace("<br />", "\n"))
