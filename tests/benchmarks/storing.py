"""How fast the store is by itself: a bulk write, reading it all, one small write beside a large library.

    python -m tests.benchmarks.storing [reviews_by_film.csv]

What an import costs beside its floor is measured by `importing.py`.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from tui.models import Citation, Claim, Facts, Plain, Rating, Review, ReviewEntry, SourceDocument, StoredFilm
from tui.store import LedgerEntry, Store

TABLE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "imdb50k" / "reviews_by_film.csv"
SHA = "a" * 64
Films = dict[str, list[tuple[int, float, str]]]


def parse(path: Path) -> Films:
    """Return the rows by film: line, rating, text."""
    films: Films = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), 2):
            films.setdefault(row["imdb_id"], []).append((line, float(row["rating"]), row["review"]))
    return films


def records(films: Films) -> Iterator[StoredFilm]:
    """Yield the films as the library would store them, without merging."""
    document = SourceDocument(sha256=SHA, name=Plain("reviews.csv"), reader="table", imported="2026-01-01T00:00:00Z")
    for film_id, rows in films.items():
        claim = Claim(facts=Facts(ids={"imdb": film_id}), source=Citation(sha256=SHA, lines=(rows[0][0], rows[0][0])))
        entries = tuple(
            ReviewEntry(
                shown=Review(
                    id=f"{line:012x}",
                    text=Plain(text),
                    rating=Rating(value=rating, out_of=10),
                    sources=(Citation(sha256=SHA, lines=(line, line)),),
                )
            )
            for line, rating, text in rows
        )
        yield StoredFilm(id=film_id, claims=(claim,), reviews=entries, documents=(document,))


def store(films: Films, root: Path) -> None:
    """Write all films in one transaction."""
    entry = LedgerEntry(name=Plain("reviews.csv"), reader="table", imported="2026-01-01", films=tuple(films))
    with Store(root).transaction("import") as change:
        for film in records(films):
            change.put(film)
        change.put_ledger({SHA: entry})


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bookmark(root: Path, film_id: str, times: int = 200) -> list[float]:
    """Return how long each of many bookmark-sized changes of one film takes."""
    library = Store(root)
    taken = []
    for number in range(times):
        start = time.perf_counter()
        with library.transaction("bookmark") as change:
            film = change.load(film_id)
            personal = msgspec.structs.replace(film.personal, bookmarks=(f"{number:012x}",))
            change.put(msgspec.structs.replace(film, personal=personal))
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", nargs="?", type=Path, default=TABLE, help="reviews with «imdb_id», «rating», «review»")
    films = parse(parser.parse_args().table)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "library"
        print(f"{len(films)} films, {sum(map(len, films.values()))} reviews")
        print(f"one transaction: {seconds(lambda: store(films, root)):.2f} s")
        print(f"the same again, nothing changed: {seconds(lambda: store(films, root)):.2f} s")
        library = Store(root)
        reading = seconds(lambda: [library.load(film_id) for film_id in library.ids()])
        print(f"load every film: {reading:.2f} s; stamps: {seconds(library.stamps) * 1e3:.1f} ms")
        small = min(films, key=lambda film_id: (abs(len(films[film_id]) - 8), film_id))
        taken = sorted(bookmark(root, small))
        print(f"bookmark beside them: median {statistics.median(taken) * 1e3:.2f} ms, worst {taken[-1] * 1e3:.2f} ms")


if __name__ == "__main__":
    main()
