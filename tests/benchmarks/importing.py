"""How fast an import is, against its floor: the same rows parsed, written as JSON and indexed, with no merging.

    python -m tests.benchmarks.importing            the 50,000 reviews and Wikipedia's 36,000 films
    python -m tests.benchmarks.importing --million  also 1,000,000 reviews made from the 50,000, seeded

The floor writes its files without waiting for the disk, and Tantivy's commit waits for the index; an import waits for
the disk once for all films, and renames every file into its place.

Every figure comes from a process of its own, so that its peak of memory is its own; floor and import follow each other
in one run, because machines differ and only their ratio tells anything. «MB» is memory that a process asked for, the
most that all of them had at one time; «mapped» counts pages of files too, which the system lends and takes back: where
Tantivy merges large pieces of an index it maps them all.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.installed import as_installed

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
MILLION = 1_000_000
HEAP = 128 * 1024 * 1024


def reviews(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table of reviews."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {"film": row["imdb_id"], "text": row["review"].replace("<br />", "\n"), "rating": row["rating"]}


def films(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the films of Wikipedia's tables."""
    for path in sorted(folder.glob("*.json")):
        for film in json.loads(path.read_text(encoding="utf-8")):
            yield {"film": film["title"], "text": film.get("extract") or "", **film}


def floor(source: Path, target: Path) -> None:
    """Parse, write as JSON (a file a film, as the library has them), index; nothing is cleaned, compared or merged."""
    import tantivy

    rows = list(reviews(source) if source.is_file() else films(source))
    by_film: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_film.setdefault(row["film"], []).append(row)
    (target / "films").mkdir(parents=True)
    for number, group in enumerate(by_film.values()):
        (target / "films" / f"{number}.json").write_text(json.dumps(group, ensure_ascii=False), encoding="utf-8")
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("film", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", stored=True)
    (target / "index").mkdir()
    index = tantivy.Index(builder.build(), path=str(target / "index"))
    writer = index.writer(heap_size=HEAP)
    for row in rows:
        writer.add_document(tantivy.Document(film=row["film"], text=row["text"]))
    writer.commit()
    writer.wait_merging_threads()


def whole(source: Path, target: Path) -> None:
    """Import as `matinee import` does: read, clean, tell films apart, merge, write, index."""
    from tui.library import Library

    library = Library.open(target)
    report = library.import_paths([source])
    library.close()
    counted = {name: getattr(report, name) for name in ("films", "reviews", "merged", "unfiled", "failed")}
    sys.stderr.write(json.dumps(counted) + "\n")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run in a process of its own came to."""

    seconds: float
    cpu: float
    """Seconds of processor, of all its threads and of the process that indexes; tells more than the clock on a busy
    machine."""
    own: float
    """The most memory that all its processes asked for, looked at ten times a second, in MB; 0 where no /proc is."""
    peak: float
    """The same with pages of files, in MB: of the import and of its largest process, as if both had it at one time."""
    said: str


def measured(kind: str, source: Path, target: Path) -> Run:
    """Run the floor or the import in a process of its own."""
    command = [sys.executable, str(Path(__file__)), "--run", kind, "--source", str(source), "--target", str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        looked = [own_memory(process.pid)]
        ended = threading.Event()

        def look() -> None:
            while not ended.wait(0.1):
                looked.append(own_memory(process.pid))

        with ThreadPoolExecutor(1) as beside:
            beside.submit(look)
            printed, said = process.communicate()
            ended.set()
    if process.returncode:
        sys.exit(said)
    seconds, cpu, peak = map(float, printed.split())
    return Run(seconds, cpu, max(looked), peak, said.strip())


def own_memory(process: int) -> float:
    """Return the memory that a process and all that it started have asked for, in MB."""
    with suppress(OSError):
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
        own = sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")) / 1024
        threads = Path(f"/proc/{process}/task").glob("*/children")
        return own + sum(own_memory(int(child)) for thread in threads for child in thread.read_text().split())
    return 0.0  # it has just ended


def run(kind: str, source: Path, target: Path) -> None:
    """Do one thing in this process and print its seconds and its peak of memory."""
    began = time.perf_counter()
    (floor if kind == "floor" else whole)(source, target)
    seconds = time.perf_counter() - began
    own, helper = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + helper.ru_utime + helper.ru_stime
    print(f"{seconds:.2f} {cpu:.2f} {(own.ru_maxrss + helper.ru_maxrss) / 1024:.0f}")


def million(target: Path, count: int) -> Path:
    """Write `count` reviews, made from the real ones sentence by sentence, as a table like theirs."""
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.corpus import made_rows, real_rows

    path = target / "made_reviews.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("imdb_id", "rating", "review"))
        table.writerows((film, f"{rating:g}", text) for film, rating, text in made_rows(real_rows(), count))
    return path


def compare(sources: list[tuple[str, Path]]) -> None:
    """Print floor, import and their ratio for each source; by the clock and by the processor."""
    head = ("floor s", "cpu", "MB", "mapped", "import s", "cpu", "MB", "mapped", "ratio", "cpu")
    print(f"{'what':<28}" + "".join(f"{name:>10}" for name in head) + "  report")
    with tempfile.TemporaryDirectory() as folder:  # all stay to the end: file systems are slow where files were deleted
        _compare(sources, Path(folder))


def _compare(sources: list[tuple[str, Path]], folder: Path) -> None:
    for number, (name, source) in enumerate(sources):
        least = measured("floor", source, folder / f"floor-{number}")
        real = measured("whole", source, folder / f"whole-{number}")
        figures = [figure for run in (least, real) for figure in (run.seconds, run.cpu, run.own, run.peak)]
        ratios = (real.seconds / least.seconds, real.cpu / least.cpu)
        print(f"{name:<28}" + "".join(f"{figure:>10.1f}" for figure in (*figures, *ratios)) + f"  {real.said}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--million", nargs="?", type=int, const=MILLION, help="made reviews too, this many")
    parser.add_argument("--only", choices=["reviews", "films"], help="one of the two")
    parser.add_argument("--run", choices=["floor", "whole"], help=argparse.SUPPRESS)
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--target", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        run(asked.run, asked.source, asked.target)
        return
    as_installed()
    if not SHARED.is_dir():
        sys.exit("the real reviews lie beside the project only where it is developed (../shared is absent)")
    sources = [
        ("50,000 reviews", SHARED / "data/imdb50k/reviews_by_film.csv"),
        ("36,273 films of Wikipedia", SHARED / "data/synopses/wikipedia_prust"),
    ]
    if asked.only:
        sources = sources[:1] if asked.only == "reviews" else sources[1:]
    compare(sources)
    if asked.million:
        with tempfile.TemporaryDirectory() as folder:
            compare([(f"{asked.million:,} made reviews", million(Path(folder), asked.million))])


if __name__ == "__main__":
    main()
