"""How many loose reviews are placed with their film, and how many of those rightly.

Half of each film's reviews are imported with their titles; the other half is then given loose, without title. With
`--absent 0.3`, three films in ten are left out of the library: their reviews should all wait in Unfiled.

    python -m tests.benchmarks.placing ../shared/data/reviews_titled
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.library import Library
from tui.text.titles import split_year, title_key

Titled = dict[str, list[tuple[str, str]]]
"""«Title (year)» to headlines and texts."""
HEADER = 2
"""The number of the first row below the header."""
_COLUMNS = ("Review-Title", "Review-Description")


def imdb_twix(folder: Path) -> Titled:
    """Return the reviews of 283 films, each a few paragraphs."""
    found: Titled = defaultdict(list)
    for row in _rows(folder / "imdb_twix" / "movie_reviews.csv"):
        found[row["Movie Title"]].append((row["Review-Title"] or "", row["Review-Description"] or ""))
    return found


def rt_dreamworks(folder: Path) -> Titled:
    """Return critics' sentences about 46 films, many of them parts of a series."""
    films = {row["movieId"]: row for row in _rows(folder / "rt_dreamworks" / "movies.csv")}
    found: Titled = defaultdict(list)
    for row in _rows(folder / "rt_dreamworks" / "critic_reviews.csv"):
        film = films.get(row["movieId"])
        if film and row["quote"]:
            found[f"{film['movieTitle']} ({film['movieYear']})"].append(("", row["quote"]))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(10**9)
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def measure(name: str, films: Titled, *, absent: float, seed: int) -> float:
    """Import one half titled and the other loose, print both figures, return the share of right placements."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    left_out = set(chance.sample(sorted(films), int(absent * len(films))))
    titled, loose = [], []
    for film, reviews in sorted(films.items()):
        mixed = chance.sample(reviews, len(reviews))
        half = len(mixed) // 2
        if film not in left_out:
            titled += [(film, *review) for review in mixed[half:]]
        loose += [(film, *review) for review in mixed[:half]]
    chance.shuffle(loose)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write(folder / "titled.csv", ("Movie Title", *_COLUMNS), titled)
        _write(folder / "loose.csv", _COLUMNS, [review[1:] for review in loose])
        library = Library.open(folder / "library")
        library.import_paths([folder / "titled.csv"])
        began = time.perf_counter()
        report = library.import_paths([folder / "loose.csv"])
        spent = time.perf_counter() - began
        placed, right = _judged(library, loose)
    print(
        f"{name}, {absent:.0%} of the films absent: {placed:,} of {len(loose):,} placed ({placed / len(loose):.1%}), "
        f"{right / placed if placed else 1:.2%} of them rightly; {report.documents[0].status}, {spent:.1f} s"
    )
    return right / placed if placed else 1.0


def _judged(library: Library, loose: list[tuple[str, str, str]]) -> tuple[int, int]:
    placed = right = 0
    names = {film.id: film for film in library.catalogue()}
    for placement in library.placements().placed.values():
        said = split_year(loose[placement.source.lines[0] - HEADER][0])
        film = names[placement.film]
        placed += 1
        right += (title_key(said.title), said.year) == (title_key(film.title), film.year)
    return placed, right


def _write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])


COLLECTIONS: dict[str, Callable[[Path], Titled]] = {"imdb_twix": imdb_twix, "rt_dreamworks": rt_dreamworks}


def main() -> int:
    """Measure both collections; the status is 1 where fewer than 99 in 100 placements are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of the titled reviews")
    parser.add_argument("--absent", type=float, default=0.0, help="share of the films that the library does not have")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(COLLECTIONS))
    args = parser.parse_args()
    shares = [
        measure(name, read(args.folder), absent=args.absent, seed=args.seed)
        for name, read in COLLECTIONS.items()
        if args.only in {None, name}
    ]
    return 0 if args.absent or min(shares) >= 0.99 else 1


if __name__ == "__main__":
    sys.exit(main())
