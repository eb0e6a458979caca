"""How fast the search engine is: building the index, and every key of forty queries as they are typed.

    python -m tests.benchmarks.searching [--rows 50000 1000000] [--every 1]
    python -m tests.benchmarks.searching --build [--rows 50000 1000000]     only building, against Tantivy alone

Processor time is told beside the time that passed: on a machine that does other things too, it is what can be relied
on. All figures of one run stand side by side, because machines differ: Tantivy alone (its own analysis, nothing
else) and SQLite's FTS5 (prefix indexes, ranked) over the same rows, and fzf where it is installed. The table goes to
standard output, progress to standard error. Rows beyond the real ones are made from them (`corpus.py`); all read them
from one file, so that making them is no part of what is measured.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.corpus import Row, made_rows, real_rows, views
from tests.benchmarks.installed import as_installed

QUERIES = (
    "mirror", "fun house mirror", '"fun house mirror"', "rocky dennis", "deformity", "deformty", "tear-jerker",
    "tearjerker", "the film is", "great acting", "worst movie ever made", "plot holes", "i loved this movie",
    "best soundtrack", "peter bogdanovich", "cher", "cher OR stoltz", "mother NEAR/5 son", "rating:>=8 mother",
    "rating:..3 boring", "-horror zombie", "samurai", "kurosawa seven samurai", "hitchcok vertigo", "miyazaki",
    "studio ghibli", "time travel paradox", "haunted hotel", "jack nicholson axe", "buster keaton train",
    "three stooges", "christmas carol scrooge", "world war two submarine", "amélie", "don't watch", "9/11 documentary",
    "screenplay", "cinematography and score", "low budget sci-fi robots", "beautifull", "tarkvosky", "in:review noir",
    "based on a true story", "special effects", "directed by",
)  # fmt: skip
"""As people type them: names, memories, phrases, judgements, slips."""
WANTED = 50
"""Hits of an answer."""


def keys() -> Iterator[str]:
    """Yield what stands in the bar after every key."""
    for query in QUERIES:
        yield from (query[:length] for length in range(1, len(query) + 1))


def rows_of(folder: Path, count: int) -> Iterator[Row]:
    """Yield the real rows grouped by film, or as many as wanted made from them, from a file beside `folder`."""
    lines = folder.parent / f"rows-{count}.jsonl"
    if not lines.exists():
        real = sorted(real_rows(), key=lambda row: row[0])
        with lines.open("wb") as stream:
            for row in real[:count] if count <= len(real) else made_rows(real, count):
                stream.write(msgspec.json.encode(row) + b"\n")
    decode = msgspec.json.Decoder(Row).decode
    with lines.open("rb") as stream:
        yield from map(decode, stream)


def size_of(folder: Path) -> float:
    """Return the megabytes of all files in `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def build_ours(folder: Path, rows: Iterator[Row]) -> None:
    """Index the rows as the product does."""
    from tui.search import SearchIndex

    SearchIndex(folder).update(views(rows), rebuild=True)


def build_floor(folder: Path, rows: Iterator[Row]) -> None:
    """Index the rows with Tantivy alone."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("film", tokenizer_name="raw", fast=True, stored=True)
    builder.add_float_field("rating", fast=True, stored=True)
    builder.add_text_field("body", stored=True)
    writer = tantivy.Index(builder.build(), path=str(folder)).writer(160_000_000, 2)
    for film, rating, text in rows:
        writer.add_document(tantivy.Document(film=film, rating=rating, body=text))
    writer.commit()
    writer.wait_merging_threads()


def build_sqlite(folder: Path, rows: Iterator[Row]) -> None:
    """Index the rows with FTS5, prefixes of one to three letters indexed too."""
    with sqlite3.connect(folder / "reviews.db") as base:
        base.execute("CREATE VIRTUAL TABLE reviews USING fts5(body, film UNINDEXED, prefix='1 2 3')")
        base.executemany("INSERT INTO reviews (body, film) VALUES (?, ?)", ((text, film) for film, _, text in rows))
    base.close()


def ask_ours(folder: Path) -> Callable[[str], object]:
    """Return what answers a query as the product does: hits, all matches, snippets, all counts."""
    from tui.search import SearchIndex

    index = SearchIndex(folder)
    index.warm()
    return lambda query: index.search(query, limit=WANTED)


def ask_sqlite(folder: Path) -> Callable[[str], object]:
    """Return what answers a query with FTS5: the words, the last as a prefix, the best fifty."""
    base = sqlite3.connect(folder / "reviews.db")

    def ask(query: str) -> object:
        words = re.findall(r"\w+", query)
        if not words:
            return None
        match = " ".join(f'"{word}"' for word in words) + "*"
        return base.execute(
            "SELECT rowid, snippet(reviews, 0, '[', ']', '…', 40) FROM reviews WHERE reviews MATCH ? "
            "ORDER BY rank LIMIT ?",
            (match, WANTED),
        ).fetchall()

    return ask


def ask_fzf(folder: Path) -> Callable[[str], object]:
    """Return what answers a query with fzf: every word exactly, over one line a review."""
    lines = folder / "reviews.txt"
    return lambda query: subprocess.run(
        ["fzf", "--exact", "--filter", query], stdin=lines.open("rb"), capture_output=True, check=False
    )


def write_lines(folder: Path, rows: Iterator[Row]) -> None:
    """Write one line a review."""
    with (folder / "reviews.txt").open("w", encoding="utf-8") as stream:
        stream.writelines(" ".join(text.split()) + "\n" for _, _, text in rows)


BUILDS: dict[str, Callable[[Path, Iterator[Row]], None]] = {
    "matinee": build_ours, "tantivy alone": build_floor, "sqlite fts5": build_sqlite, "fzf": write_lines,
}  # fmt: skip
ASKS: dict[str, Callable[[Path], Callable[[str], object]]] = {
    "matinee": ask_ours, "sqlite fts5": ask_sqlite, "fzf": ask_fzf,
}  # fmt: skip


def measure_typing(ask: Callable[[str], object], every: int) -> dict[str, Any]:
    """Ask after every key (or every so manieth), and return the milliseconds it took."""
    taken: list[tuple[float, str]] = []
    busy: list[float] = []
    for number, typed in enumerate(keys()):
        if number % every == 0:
            start, start_busy = time.perf_counter(), time.process_time()
            ask(typed)
            taken.append(((time.perf_counter() - start) * 1000, typed))
            busy.append((time.process_time() - start_busy) * 1000)
    taken.sort()
    times = [milliseconds for milliseconds, _ in taken]
    return {
        "keys": len(times),
        "median": statistics.median(times),
        "p95": times[int(len(times) * 0.95)],
        "worst": times[-1],
        "cpu": statistics.median(busy),
        "cpu95": sorted(busy)[int(len(busy) * 0.95)],
        "slowest": [typed for _, typed in taken[-5:]],
    }


def stage(what: str, name: str, folder: Path, number: int) -> None:
    """Do one thing in a process of its own, so that its memory is its own; print the result as JSON."""
    if what == "build":
        rows = rows_of(folder, number)
        start, start_busy = time.perf_counter(), time.process_time()
        BUILDS[name](folder, rows)
        seconds, busy = time.perf_counter() - start, time.process_time() - start_busy
        result: dict[str, Any] = {"seconds": seconds, "busy": busy, "size": size_of(folder)}
    else:
        result = measure_typing(ASKS[name](folder), number)
    print(json.dumps({**result, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))


def run_stage(what: str, name: str, folder: Path, number: int) -> dict[str, Any]:
    """Run `stage` and return its result."""
    print(f"{what} {name} …", file=sys.stderr, flush=True)
    command = [sys.executable, __file__, "--stage", what, name, str(folder), str(number)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(found.stdout)
    return result


def compare(count: int, every: int, *, typing: bool) -> None:
    """Build (and type) with everything over `count` rows, and print the tables."""
    with tempfile.TemporaryDirectory() as temporary:
        folders = {name: Path(temporary) / name.replace(" ", "-") for name in BUILDS}
        with_fzf = shutil.which("fzf") is not None and count <= 100_000
        names = [name for name in ("tantivy alone", "matinee", "sqlite fts5", "fzf") if name != "fzf" or with_fzf]
        names = names if typing else names[:2]
        for folder in folders.values():
            folder.mkdir()
        next(rows_of(folders["matinee"], count))  # they are made now
        compare_builds(count, [(name, folders[name]) for name in names])
        if typing:
            compare_typing(count, every, [(name, folders[name]) for name in names[1:]])


def compare_builds(count: int, builders: list[tuple[str, Path]]) -> None:
    """Build with each, the first being what the others are compared with, and print the table."""
    print(f"\n{count:,} reviews\n\n| | build | × Tantivy alone | processor | × | index | memory |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    least: dict[str, Any] = {}
    for name, folder in builders:
        built = run_stage("build", name, folder, count)
        least = least or built
        figures = [f"{built[key]:.1f} s | {built[key] / least[key]:.2f}" for key in ("seconds", "busy")]
        print(f"| {name} | {' | '.join(figures)} | {built['size']:.0f} MB | {built['memory']:.0f} MB |", flush=True)


def compare_typing(count: int, every: int, asked: list[tuple[str, Path]]) -> None:
    """Type the queries with each and print the table."""
    print("\n| as you type | keys | median | p95 | worst | processor: median | p95 | memory |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, folder in asked:
        slow = 1 if name == "matinee" else 8 if count <= 100_000 else 40
        typed = run_stage("type", name, folder, every * slow)
        figures = " | ".join(f"{typed[key]:.1f} ms" for key in ("median", "p95", "worst", "cpu", "cpu95"))
        print(f"| {name} | {typed['keys']} | {figures} | {typed['memory']:.0f} MB |", flush=True)
        print(f"slowest of {name}: {', '.join(typed['slowest'])}", file=sys.stderr)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[50_000], help="reviews to measure with")
    parser.add_argument("--every", type=int, default=1, help="measure only every so manieth key")
    parser.add_argument("--build", action="store_true", help="build only, and compare that with Tantivy alone")
    parser.add_argument("--stage", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stage:
        what, name, folder, number = given.stage
        stage(what, name, Path(folder), int(number))
        return
    as_installed()
    for count in given.rows:
        compare(count, given.every, typing=not given.build)


if __name__ == "__main__":
    main()
