from __future__ import annotations

import csv
import random
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.counting import counted
from tui.errors import CancelledError
from tui.library import Library
from tui.models import Progress

FILMS = 500
CALLS = 250_000
"""Of functions, and returns: as many may follow when one has asked to stop; a whole import has ten times as many."""
WORDS = ("lamp", "pier", "harbour", "keeper", "mirror", "clock", "promise", "winter", "letter", "stairs", "violin")


@pytest.fixture
def table(tmp_path: Path, real_readers: None) -> Path:  # noqa: ARG001
    path = tmp_path / "reviews.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("imdb_id", "rating", "review"))
        for number in range(2 * FILMS):
            text = " ".join(WORDS[(number * at + at) % len(WORDS)] for at in range(1, 60))
            rows.writerow((f"tt{1_000_000 + number // 2}", number % 10 + 1, f"Number {number}: {text}."))
        for number in range(40):
            rows.writerow(("", "", f"Nobody says which film this is, {number}: {' '.join(WORDS)} and {number} more."))
    return path


@pytest.mark.parametrize("task", ["reading", "merging", "placing", "writing", "indexing"])
def test_an_import_stops_soon_in_every_phase(library: Library, table: Path, tmp_path: Path, task: str) -> None:
    Library.open(tmp_path / "before").import_paths([table])  # what is loaded by the first import is loaded
    cancel = threading.Event()
    calls_before = 0

    def told(progress: Progress) -> None:
        nonlocal calls_before
        if progress.task == task and not cancel.is_set():
            calls_before = counter.calls
            cancel.set()

    stopped = False
    with counted() as counter:
        try:
            report = library.import_paths([table], progress=told, cancel=cancel)
        except CancelledError:
            stopped = True
    assert cancel.is_set()
    assert counter.calls - calls_before < CALLS
    if stopped:
        assert not library.catalogue()
        assert not library.history()
        assert not library.unfiled()
        assert task != "indexing"
    else:
        assert report.films == len(library.catalogue()) == FILMS
    library.import_paths([table])
    library.refresh()
    assert len(library.catalogue()) == FILMS
    assert library.search("violin").total >= FILMS


def test_stopping_while_the_index_follows_keeps_what_was_imported(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancel = threading.Event()
    with monkeypatch.context() as patched:
        patched.setattr(library.indexing, "feed", lambda _: nullcontext())
        report = library.import_paths(
            [table], progress=lambda one: cancel.set() if one.task == "indexing" else None, cancel=cancel
        )
    assert cancel.is_set()
    assert report.films == FILMS
    assert library.refresh()
    assert library.search("violin").total >= FILMS


@pytest.mark.usefixtures("real_readers")
def test_merging_one_huge_film_can_be_stopped(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("imdb_id", "rating", "review"))
        chance = random.Random(7)  # noqa: S311 - reviews are made, not secrets
        for number in range(8500):
            text = " ".join(f"{chance.choice(WORDS)}{chance.randrange(500)}" for _ in range(60))
            rows.writerow(("tt1000000", number % 10 + 1, f"Number {number}: {text}."))
    longest = last = 0

    class Watched(threading.Event):
        def is_set(self) -> bool:
            nonlocal longest, last
            longest, last = max(longest, counter.calls - last), counter.calls
            return False

    Library.open(tmp_path / "before").import_paths([path])
    with counted() as counter:
        library.import_paths([path], cancel=Watched())
    assert 0 < longest < 4 * CALLS
    assert counter.calls > 12 * CALLS
    assert library.catalogue()[0].reviews == 8500
    assert library.search("number").total == 8500


def test_looking_at_what_there_is_can_be_stopped(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "huge"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.json").write_text("{}")
    cancel, told = threading.Event(), list[str]()

    def look(progress: Progress) -> None:
        told.append(progress.task)
        cancel.set()

    with pytest.raises(CancelledError):
        library.import_paths([folder], progress=look, cancel=cancel)
    assert told == ["looking"]
