"""How fast Matinee is where its users sit: in a terminal, from the key to the screen.

    python -m tests.benchmarks.terminal                  everything (some minutes; builds its libraries first)
    python -m tests.benchmarks.terminal --only frame     frame, key, film, memory
    python -m tests.benchmarks.terminal --room DIR       keep the libraries there for the next time

Everything runs in a pseudo-terminal of 120 by 36. A key's time is from sending it until the last byte that the
program writes because of it has come (the screen is then quiet for `QUIET` seconds); drawing it is counted for none
of the programs. The figures that count are the ratios: an empty Textual app, an app that only echoes
what is typed, and fzf over the same texts run beside Matinee.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.installed import as_installed
from tests.terminal.harness import Terminal, matinee

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
REVIEWS = DATA / "imdb50k" / "reviews_by_film.csv"
FILMS = DATA / "synopses" / "wikipedia_prust"
QUIET = 0.25
GREETING = 6.0
"""Seconds after which the greeting of a first start has left, which is painted then and belongs to no key."""
QUERIES = ("mirror", "haunting scene", "soundtrack", "the best film", "beautifuly shot", "boring", '"special effects"')
"""Typed key by key; one has a typo, one is a phrase, one is made of common words."""
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("ready to measure")
Empty().run()
"""
ECHO = """
from textual.app import App
from textual.widgets import Input, Static
class Echo(App):
    def compose(self):
        field = Input()
        field.cursor_blink = False
        yield field
        yield Static("ready to measure", id="echo", markup=False)
    def on_input_changed(self, event):
        self.query_one("#echo", Static).update(event.value)
Echo().run()
"""


def memory(pid: int, kind: str = "VmRSS") -> float:
    """Return the resident memory of a process in MB; `RssAnon` leaves mapped files (the index) out."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith(kind):
            return int(line.split()[1]) / 1024
    return 0.0


def textual(program: str) -> list[str]:
    """Return the command of a small Textual app."""
    return [sys.executable, "-c", program]


def until(command: Sequence[str], *shows: str) -> list[float]:
    """Start a program and return the seconds until the screen shows the first, the second … of these."""
    with Terminal(command) as terminal:
        times = []
        for wanted in shows:
            terminal.wait_for(wanted, patience=120)
            times.append(time.perf_counter() - terminal.started)
    return times


def last_byte(terminal: Terminal, key: str) -> float:
    """Send a key and return the seconds until the last byte that it causes."""
    sent = last = time.perf_counter()
    terminal.press(key)
    while time.perf_counter() - last < QUIET or last == sent:
        before = len(terminal.raw)
        terminal.pump(QUIET)
        if len(terminal.raw) > before:
            last = terminal.last_written
        elif time.perf_counter() - sent > 3:
            break
    return last - sent


def typed(terminal: Terminal, queries: Sequence[str]) -> list[float]:
    """Type queries key by key, wiping each away after it; return the time of every key."""
    times = []
    for query in queries:
        times += [last_byte(terminal, key) for key in query]
        terminal.press("\x15")
        terminal.settle(QUIET)
    return times


def told(name: str, times: Sequence[float]) -> tuple[float, float]:
    """Print median and worst of key times, and return them."""
    middle, worst = statistics.median(times), max(times)
    print(f"  {name:44} median {middle * 1000:7.1f} ms   worst {worst * 1000:7.1f} ms")
    return middle, worst


class Room:
    """The libraries that are measured, built once."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`."""
        self.folder = folder

    def library(self, name: str, *sources: Path) -> Path:
        """Return the library of these sources, importing them if it is not there yet."""
        library = self.folder / name
        if not (library / "films").exists():
            print(f"  (building {name})", flush=True)
            words = ("import", *map(str, sources))
            subprocess.run(matinee(library, *words), stdout=subprocess.DEVNULL, check=True, timeout=3600)
        return library

    def starter(self) -> Path:
        """Return a library of the starter collection."""
        from tui.config import starter_documents

        return self.library("starter", starter_documents())

    def reviews(self) -> Path:
        """Return a library of 50,000 real reviews."""
        return self.library("reviews", REVIEWS)

    def films(self) -> Path:
        """Return a library of 36,000 films."""
        return self.library("films", FILMS)

    def one_film(self, count: int = 10_000) -> Path:
        """Return a library of one film with very many reviews."""
        table = self.folder / "one-film.csv"
        if not table.exists():
            with (
                REVIEWS.open(encoding="utf-8", newline="") as source,
                table.open("w", encoding="utf-8", newline="") as to,
            ):
                writer = csv.writer(to)
                writer.writerow(("title", "year", "author", "rating", "review"))
                for number, row in enumerate(csv.DictReader(source)):
                    if number == count:
                        break
                    writer.writerow(("The Longest Night", 1999, f"viewer{number}", row["rating"], row["review"]))
        return self.library("one-film", table)

    def lines(self) -> Path:
        """Return the 50,000 reviews as lines, for fzf."""
        path = self.folder / "reviews.txt"
        if not path.exists():
            with REVIEWS.open(encoding="utf-8", newline="") as source, path.open("w", encoding="utf-8") as to:
                to.writelines(" ".join(row["review"].split()) + "\n" for row in csv.DictReader(source))
        return path


def frame(room: Room) -> None:
    """Measure the time to the first frame and to the list of films, each in turn with an empty app."""
    print("First frame, and the films in it (medians of 7)")
    for name, library, count in (
        ("the starter collection", room.starter(), "6 films"),
        ("50,000 reviews", room.reviews(), "7,036 films"),
        ("36,000 films", room.films(), "36,149 films"),
    ):
        empty, first, films = [], [], []
        for _ in range(7):
            empty += until(textual(EMPTY), "ready to measure")
            painted, listed = until(matinee(library), "matinee", count)
            first.append(painted)
            films.append(listed)
        floor, paint, full = (statistics.median(times) for times in (empty, first, films))
        print(
            f"  {name:26} empty app {floor * 1000:5.0f} ms   first frame {paint * 1000:5.0f} ms = {paint / floor:.2f} ×"
            f"   films {full * 1000:5.0f} ms = {full / floor:.2f} ×"
        )


def key(room: Room) -> None:
    """Measure the time from a key in the search bar to the results on the screen."""
    print("Key to screen, 50,000 reviews")
    with Terminal(textual(ECHO)) as terminal:
        terminal.wait_for("ready to measure")
        terminal.settle()
        echo, _ = told("an app that echoes", typed(terminal, QUERIES))
    slowest = 0.0
    for name, opener in (("Matinee, everything", "s"), ("Matinee, in the film that is open", "/")):
        with Terminal(matinee(room.reviews())) as terminal:
            terminal.wait_for("films", patience=120)
            terminal.settle(1.0)
            terminal.press(opener)
            terminal.settle(1.0)
            middle, worst = told(name, typed(terminal, QUERIES))
            slowest = max(slowest, worst)
        print(f"  {'':44} median {middle / echo:.2f} × the echo")
    fzf = shutil.which("fzf")
    if fzf is None:
        print("  fzf is not installed")
        return
    with Terminal(["sh", "-c", f"{fzf} --exact < '{room.lines()}'"]) as terminal:
        terminal.wait_for("50000/50000", patience=60)
        _, theirs = told("fzf --exact", typed(terminal, QUERIES))
    print(f"  {'':44} worst {slowest / theirs:.2f} × fzf's worst")


def film(room: Room) -> None:
    """Measure opening and scrolling a film with 10,000 reviews."""
    print("A film with 10,000 reviews (a frame is 16.7 ms)")
    with Terminal(textual(ECHO)) as terminal:
        terminal.wait_for("ready to measure")
        terminal.settle()
        echo, _ = told("an app that echoes", [last_byte(terminal, letter) for letter in "echo" * 8])
    with Terminal(matinee(room.one_film())) as terminal:
        opened = terminal.wait_for("viewer", patience=120)
        print(f"  {'from the start to its reviews':44} {opened * 1000:14.0f} ms")
        terminal.settle(GREETING)
        terminal.press("2")
        terminal.settle()
        for name, word, count in (("a page down", " ", 40), ("a line down", "j", 40), ("the next review", "J", 40)):
            middle, worst = told(name, [last_byte(terminal, word) for _ in range(count)])
            print(f"  {'':44} median {middle / echo:.2f} × the echo, worst {worst / 0.0167:.1f} frames")
        told("to the end and back", [last_byte(terminal, word) for word in "GgGgGg"])


def footprint(room: Room) -> None:
    """Measure memory with 50,000 reviews open."""
    print("Memory (in brackets without mapped files, such as the index)")
    with Terminal(textual(EMPTY)) as terminal:
        terminal.wait_for("ready to measure")
        terminal.settle()
        floor, own = memory(terminal.pid), memory(terminal.pid, "RssAnon")
    print(f"  {'an empty Textual app':26} {floor:5.0f} MB")
    for name, library, count in (
        ("the starter collection", room.starter(), "6 films"),
        ("50,000 reviews", room.reviews(), "7,036 films"),
        ("36,000 films", room.films(), "36,149 films"),
    ):
        with Terminal(matinee(library)) as terminal:
            terminal.wait_for(count, patience=120)
            terminal.settle(1.0)
            idle = memory(terminal.pid)
            terminal.press("s", *"mirror")
            terminal.settle(1.0)
            more, anonymous = memory(terminal.pid) - floor, memory(terminal.pid, "RssAnon") - own
        print(f"  {name:26} {idle:5.0f} MB = +{idle - floor:.0f}, after a search +{more:.0f} (+{anonymous:.0f})")


PARTS: dict[str, Callable[[Room], None]] = {"frame": frame, "key": key, "film": film, "memory": footprint}


def main() -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; can be given several times")
    parser.add_argument("--room", type=Path, help="folder for the libraries (a temporary one)")
    args = parser.parse_args()
    as_installed()
    if not REVIEWS.exists():
        print(f"skipped: the real reviews are not there ({REVIEWS})")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        room = Room(args.room or Path(temporary))
        room.folder.mkdir(parents=True, exist_ok=True)
        for name in args.only or PARTS:
            PARTS[name](room)
    return 0


if __name__ == "__main__":
    sys.exit(main())
