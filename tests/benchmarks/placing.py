"""How many loose reviews are placed with their film, and how many of those rightly.

Half of each film's reviews are imported with their films; the other half is then given loose. That is done with all
films in the library, with three films in ten left out, and with five: the reviews of those should all wait. The
weights behind the judgement were fitted on half of `imdb_twix` and on other films of `imdb50k`
(tests/benchmarks/fitting.py); the collections whose names end in «unseen», and `rt_dreamworks`, are new to them.

    python -m tests.benchmarks.placing [--only imdb_twix_unseen] [--absent 0.3]
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.installed import as_installed
from tests.benchmarks.titled import (
    DATA,
    Loose,
    Titled,
    halved,
    imdb50k_unseen,
    imdb_twix,
    imdb_twix_unseen,
    rt_dreamworks,
)
from tui.library import Library
from tui.text.titles import split_year, title_key

HEADER = 2
"""The number of the first row below the header."""
_PROMISED = 0.99

COLLECTIONS: dict[str, Callable[[Path], Titled]] = {
    "imdb_twix": imdb_twix,
    "imdb_twix_unseen": imdb_twix_unseen,
    "rt_dreamworks": rt_dreamworks,
    "imdb50k_unseen": imdb50k_unseen,
}


def measure(name: str, films: Titled, *, absent: float, seed: int) -> float:
    """Import one half with its films, then the other loose; print what came of it, return the share of the right."""
    kept, loose = halved(films, absent=absent, seed=seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        titled = [(film, _joined(*review)) for film, reviews in sorted(kept.items()) for review in reviews]
        column = "imdb_id" if _is_id(titled[0][0]) else "Movie Title"
        _write(folder / "titled.csv", (column, "review"), titled)
        _write(folder / "loose.csv", ("review", "sentiment"), [(_joined(*said), "") for _, *said in loose])
        library = Library.open(folder / "library")
        library.import_paths([folder / "titled.csv"])
        began = time.process_time()
        report = library.import_paths([folder / "loose.csv"])
        spent = time.process_time() - began
        placed, right = _judged(library, loose)
    known = sum(review[0] in kept for review in loose)
    found = f"{placed:,} placed ({placed / known:.1%} of the former), {right / placed if placed else 1:.2%} rightly"
    print(
        f"{name}, {absent:.0%} of the films absent: of {known:,} reviews whose film is there and "
        f"{len(loose) - known:,} others {found}; {report.documents[0].status}, {spent:.1f} s of processor time",
        flush=True,
    )
    return right / placed if placed else 1.0


def _joined(headline: str, text: str) -> str:
    return (f"{headline}\n\n{text}" if headline else text).replace("\n", "<br />")


def _is_id(film: str) -> bool:
    return film.startswith("tt") and film[2:].isdigit()


def _judged(library: Library, loose: Sequence[Loose]) -> tuple[int, int]:
    placed = right = 0
    films = {film.id: film for film in library.catalogue()}
    for placement in library.placements().placed.values():
        said = loose[placement.source.lines[0] - HEADER][0]
        film = films[placement.film]
        titled = split_year(said)
        placed += 1
        right += film.id == said or (title_key(titled.title), titled.year) == (title_key(film.title), film.year)
    return placed, right


def _write(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])


def main() -> int:
    """Measure; the status is 1 where all films are there and fewer than 99 in 100 placements are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the collections")
    parser.add_argument("--absent", type=float, action="append", help="share of the films that the library lacks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(COLLECTIONS), action="append")
    args = parser.parse_args()
    as_installed()
    kept = True
    for name, read in COLLECTIONS.items():
        if not args.only or name in args.only:
            for absent in args.absent or (0.0, 0.3, 0.5):
                share = measure(name, read(args.data), absent=absent, seed=args.seed)
                kept &= absent > 0 or share >= _PROMISED
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
