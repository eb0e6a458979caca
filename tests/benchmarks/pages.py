"""How fast saved pages are read, beside the HTML parser alone on the same pages in the same run.

    python -m tests.benchmarks.pages [FOLDER] [--pages 1000]

FOLDER holds saved pages (default: the real ones beside the project). They are read as an import has them read: by two
processes with limits, while this one hands them over. The parser is measured on one core and on two. Both start from
files.
«parse» is decoding and parsing; «parse and text» also takes the page's whole text, the least that any use needs.
Processor time tells more than the clock on a machine that others use; the parser's is taken while both cores parse,
because two threads of one core slow each other down.
With --without NAME files whose name holds it are left out (a page of 1,494 reviews is no common page).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.benchmarks.installed import as_installed
from tui.library.read_ahead import ReadAhead
from tui.readers.document import Document
from tui.readers.guard import Reading
from tui.readers.workers import Workers

CORES = 2
DEFAULT = Path(__file__).resolve().parents[2] / "../shared/data/html"


def parse(paths: list[Path], *, text: bool) -> tuple[float, float]:
    """Return the seconds by the clock and of the processor that the parser takes for the pages in this process."""
    started, used = time.perf_counter(), time.process_time()
    for path in paths:
        tree = LexborHTMLParser(path.read_bytes().decode("utf-8", "replace"))
        if text and tree.body is not None:
            tree.body.text()
    return time.perf_counter() - started, time.process_time() - used


def parse_only(paths: list[Path]) -> tuple[float, float]:
    """Decode and parse."""
    return parse(paths, text=False)


def parse_and_text(paths: list[Path]) -> tuple[float, float]:
    """Decode, parse, take the text."""
    return parse(paths, text=True)


def read(paths: list[Path]) -> tuple[float, int]:
    """Return the seconds that reading the pages takes as an import has them read, and how many extracts they gave."""
    started, found = time.perf_counter(), 0
    with ReadAhead[Path]() as ahead:
        for path in paths:
            document = Document(path.name, lambda path=path: path.open("rb"), path.stat().st_size)  # type: ignore[misc]
            ahead.put(path, Reading(document))
            found += sum(_extracts(reading) for _, reading in ahead.read())
        found += sum(_extracts(reading) for _, reading in ahead.read(all_of_them=True))
    return time.perf_counter() - started, found


def _extracts(reading: Reading) -> int:
    return sum(len(part.extracts) for part in reading.parts())


def spent() -> float:
    """Return the processor time that this process and its ended children have taken."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--without", action="append", default=[])
    given = arguments.parse_args()
    as_installed()
    files = sorted(path for path in given.folder.rglob("*") if path.suffix in {".html", ".htm", ".mhtml"})
    files = [path for path in files if not any(part in path.name for part in given.without)]
    if not files:
        sys.exit(f"{given.folder}: no saved pages")
    pages = list(islice(cycle(files), given.pages))
    shares = [pages[core::CORES] for core in range(CORES)]
    size = sum(path.stat().st_size for path in pages) / 1e6
    print(f"{len(pages)} pages of {len(files)} files, {size:.0f} MB, {CORES} cores")
    rates, alone = {}, {}
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        for name, work in (("parse", parse_only), ("parse and text", parse_and_text)):
            list(pool.map(work, [share[: len(files)] for share in shares]))  # once, so that both start warm
            rates[f"{name}, one core"] = len(pages) / pool.submit(work, pages).result()[0]
            both = list(pool.map(work, shares))
            rates[f"{name}, two cores"] = len(pages) / max(seconds for seconds, _ in both)
            alone[name] = sum(used for _, used in both) / len(pages)
    before = spent()
    read(files * CORES)
    seconds, found = read(pages)
    Workers.let_go()
    cost = (spent() - before) / (len(pages) + CORES * len(files))
    ours = len(pages) / seconds
    for name, rate in rates.items():
        print(f"{name:>26}: {rate:8.1f} pages/s   ours is {ours / rate:5.0%} of it")
    print(f"{'read by Matinee, two cores':>26}: {ours:8.1f} pages/s   {found} extracts")
    print(
        f"processor time a page while both cores work: Matinee {cost * 1e3:.2f} ms, its two processes' start included;"
    )
    for name, used in alone.items():
        print(f"{name:>26}: {used * 1e3:8.2f} ms   of the parser's rate on two free cores {used / cost:5.0%}")


if __name__ == "__main__":
    main()
