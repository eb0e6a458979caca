"""Documents are read two at a time, and nobody can tell but by the clock; what takes long can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.unit.odd_reader import LISTED
from tui.errors import CancelledError
from tui.library import Library
from tui.library.read_ahead import TOGETHER
from tui.models import Progress
from tui.readers import guard, registry
from tui.readers.workers import Workers

PAGE = """<html><head><title>{title} (1999) - Lantern</title></head><body><h1>{title} (1999)</h1>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "Movie", "name": "{title}",
"datePublished": "1999", "review": {{"@type": "Review", "author": "Ada", "reviewBody": "A long walk along the pier, and
the lamp of {title} at its end, which nobody lights any more since the keeper has left."}}}}</script></body></html>"""
LARGE = guard.WHOLE + 1_000_000


@pytest.fixture
def odd(row_reader: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - after it
    monkeypatch.setattr(registry, "READERS", LISTED)
    monkeypatch.setattr(guard, "SECONDS", 1)  # of none at all, honest documents have only what is left of a second


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    return made


def _lines(path: Path, size: int, *, at: int = 0, order: str = "") -> int:
    """Write a document of so many bytes, with an order in one of its lines; return the number of the others."""
    with path.open("w") as stream:
        count = 0
        while stream.tell() < size:
            stream.write(f"lines of Lantern {path.stem} {count:07}".ljust(1000) + "\n")
            count += 1
            if count == at:
                stream.write(f"!{order}\n")
    return count


@pytest.mark.usefixtures("odd")
def test_two_documents_are_read_at_the_same_time(library: Library, folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    (folder / "1.txt").write_text(f"meet {one} {other}".ljust(300_000))
    (folder / "2.txt").write_text(f"meet {other} {one}".ljust(300_000))
    assert library.import_paths([folder]).failed == 0


@pytest.mark.usefixtures("odd")
def test_documents_are_reported_in_their_order(library: Library, folder: Path) -> None:
    many = 3 * TOGETHER + 5
    for number in range(many):
        (folder / f"{number:03}.txt").write_text("refuse it" if number % 7 == 3 else f"Lantern {number}")
    (folder / "050.txt").write_text("die")
    report = library.import_paths([folder])
    assert [Path(one.path).name for one in report.documents] == [f"{number:03}.txt" for number in range(many)]
    failed = [number for number, one in enumerate(report.documents) if one.status == "failed"]
    assert failed == sorted([*range(3, many, 7), 50])
    assert [one.reader for one in report.documents] == ["odd" if number != 50 else None for number in range(many)]
    assert report.films == len(library.catalogue()) == many - len(failed)


@pytest.mark.usefixtures("real_readers")
def test_real_pages_give_what_they_give_one_by_one(library: Library, tmp_path: Path, folder: Path) -> None:
    for number in range(12):
        (folder / f"{number:02}.html").write_text(PAGE.format(title=f"Lantern {number:02}"))
    library.import_paths([folder])
    single = Library.open(tmp_path / "single")
    for path in sorted(folder.iterdir(), reverse=True):
        single.import_paths([path])
    assert [film.id for film in library.catalogue()] == [film.id for film in single.catalogue()]
    assert len(library.catalogue()) == 12
    assert sum(film.reviews for film in library.catalogue()) == 12


@pytest.mark.usefixtures("odd")
def test_a_large_table_is_read_as_it_comes(library: Library, folder: Path, tmp_path: Path) -> None:
    begun, free = tmp_path / "begun", tmp_path / "free"
    count = _lines(folder / "table.txt", LARGE, at=3000, order=f"wait {begun} {free}")
    told = []

    def watch(progress: Progress) -> None:
        if progress.task == "reading":
            told.append(progress.done)
            if begun.exists() or progress.done:
                free.touch()

    report = library.import_paths([folder], dry_run=True, progress=watch)
    assert report.failed == 0
    assert report.films == count + 1
    assert told == sorted(told)
    assert 0 < told[1] < told[-1], "how far it is is told while it is read"


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("order", ["hang", "eat", "recurse", "overflow", "die", "refuse it"])
def test_of_a_table_that_cannot_be_read_to_its_end_nothing_is_taken(
    library: Library, folder: Path, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MEMORY_OF_TABLES", 1 << 28)
    _lines(folder / "2.txt", LARGE, at=3000, order=order)
    for name in ("1.txt", "3.txt"):
        (folder / name).write_text(f"Lamp of {name}")
    report = library.import_paths([folder])
    assert [one.status for one in report.documents] == ["imported", "failed", "imported"]
    assert report.documents[1].reason
    assert report.documents[1].remedy or order.startswith("refuse")
    assert [film.title for film in library.catalogue()] == ["of 1.txt", "of 3.txt"]


@pytest.mark.usefixtures("odd")
def test_a_table_that_changes_while_it_is_read_is_refused(library: Library, folder: Path, tmp_path: Path) -> None:
    begun, free = tmp_path / "begun", tmp_path / "free"
    path = folder / "table.txt"
    _lines(path, LARGE, at=1000, order=f"wait {begun} {free}")

    def change() -> None:
        while not begun.exists():
            threading.Event().wait(0.01)
        with path.open("a") as stream:
            stream.write("one more\n")
        free.touch()

    thread = threading.Thread(target=change)
    thread.start()
    report = library.import_paths([folder])
    thread.join()
    assert report.failed == 1
    assert "changed while it was read" in str(report.documents[0].reason)
    assert not library.catalogue()


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("large", [False, True])
def test_a_document_that_takes_long_does_not_keep_one_from_stopping(
    library: Library, folder: Path, tmp_path: Path, *, large: bool
) -> None:
    begun, free = tmp_path / "begun", tmp_path / "free"
    order = f"wait {begun} {free}"
    if large:
        _lines(folder / "1.txt", LARGE, at=1000, order=order)
    else:
        (folder / "1.txt").write_text(order)

    class Stop(threading.Event):
        def is_set(self) -> bool:
            return begun.exists()

    Workers.let_go()
    with pytest.raises(CancelledError):
        library.import_paths([folder], cancel=Stop())
    assert not Workers.alive(), "no process is left"
    assert not library.catalogue()


@pytest.mark.usefixtures("odd")
def test_stopping_in_the_middle_of_a_large_table_leaves_nobody_waiting(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "AHEAD", 1000)
    for name in ("1.txt", "2.txt", "3.txt"):
        _lines(folder / name, LARGE)
    cancel, told = threading.Event(), list[int]()

    def watch(progress: Progress) -> None:
        if progress.task == "reading" and progress.done:
            told.append(progress.done)
            cancel.set()

    Workers.let_go()
    with pytest.raises(CancelledError):
        library.import_paths([folder], progress=watch, cancel=cancel)
    assert told[0] < LARGE
    assert not Workers.alive()
    assert not library.catalogue()


@pytest.mark.usefixtures("real_readers")
def test_a_large_file_stops_being_hashed(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"title,year,review\n" + b"Lantern,1999,The lamp at the end of the pier.\n" * 200_000)
    asked = 0

    class Stop(threading.Event):
        def is_set(self) -> bool:
            nonlocal asked
            asked += 1
            return asked > 8

    with pytest.raises(CancelledError):
        library.import_paths([path], cancel=Stop())
    assert asked < 12
