"""How fast the store is: a bulk write against the floor, one small write beside a large library.

Run it with `python tests/benchmarks/storing.py [reviews_by_film.csv]`. The floor is what any program pays
for the same rows: parse the table, write one JSON a film, index every review. Figures are ratios, because
machines differ.
"""

from __future__ import annotations

import csv
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from tui.models import Citation, Claim, Document, Facts, Plain, Rating, Review, ReviewEntry, StoredFilm
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


def write_plain(films: Films, folder: Path) -> None:
    """Write one JSON a film with nothing else: no TinyDB, no sync, no transaction."""
    folder.mkdir()
    for film_id, rows in films.items():
        (folder / f"{film_id}.json").write_text(json.dumps({"id": film_id, "reviews": rows}), encoding="utf-8")


def index(films: Films, folder: Path) -> None:
    """Index every review."""
    import tantivy

    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("film", stored=True, tokenizer_name="raw")
    builder.add_text_field("text")
    engine = tantivy.Index(builder.build(), path=str(folder))
    writer = engine.writer(heap_size=100_000_000)
    for film_id, rows in films.items():
        for _, _, text in rows:
            writer.add_document(tantivy.Document(film=film_id, text=text))
    writer.commit()
    writer.wait_merging_threads()


def records(films: Films) -> Iterator[StoredFilm]:
    """Yield the films as the library would store them, without merging."""
    document = Document(sha256=SHA, name=Plain("reviews.csv"), reader="table", imported="2026-01-01T00:00:00Z")
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
    table = Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        films: Films = {}
        parsing = seconds(lambda: films.update(parse(table)))
        writing = seconds(lambda: write_plain(films, folder / "plain"))
        indexing = seconds(lambda: index(films, folder / "index"))
        floor = parsing + writing + indexing
        storing = seconds(lambda: store(films, folder / "library"))
        again = seconds(lambda: store(films, folder / "library"))
        reviews = sum(map(len, films.values()))
        print(f"{len(films)} films, {reviews} reviews")
        print(f"floor: parse {parsing:.2f} s, write {writing:.2f} s, index {indexing:.2f} s = {floor:.2f} s")
        print(f"store, one transaction: {storing:.2f} s = {storing / floor:.2f} x the floor")
        print(f"with parsing and indexing: {(parsing + indexing + storing) / floor:.2f} x the floor")
        print(f"the same again, nothing changed: {again:.2f} s")
        library = Store(folder / "library")
        reading = seconds(lambda: [library.load(film_id) for film_id in library.ids()])
        print(f"load every film: {reading:.2f} s; stamps: {seconds(library.stamps) * 1e3:.1f} ms")
        small = min(films, key=lambda film_id: (abs(len(films[film_id]) - 8), film_id))
        taken = sorted(bookmark(folder / "library", small))
        print(f"bookmark beside them: median {statistics.median(taken) * 1e3:.2f} ms, worst {taken[-1] * 1e3:.2f} ms")
        print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
