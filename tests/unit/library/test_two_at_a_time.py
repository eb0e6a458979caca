"""Pages are parsed two at a time, and nobody can tell but by the clock; what takes long can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from itertools import count
from pathlib import Path

import pytest

from tui.errors import CancelledError, DocumentError
from tui.library import Library, intake
from tui.library.ahead import AT_ONCE, Ahead
from tui.models import Extract, Facts, Plain
from tui.readers.base import Match, Yield
from tui.readers.document import Document
from tui.readers.registry import Choice, choose

PAGE = """<html><head><title>{title} (1999) - Lantern</title></head><body><h1>{title} (1999)</h1>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "Movie", "name": "{title}",
"datePublished": "1999", "review": {{"@type": "Review", "author": "Ada", "reviewBody": "A long walk along the pier, and
the lamp of {title} at its end, which nobody lights any more since the keeper has left."}}}}</script></body></html>"""


class Slow:
    """Reads in another process, as far as anybody can see; tells how many documents it reads at a time."""

    name = "slow"
    title = "Slow"
    suffixes: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.now = self.most = 0
        self._lock = threading.Lock()

    def match(self, document: Document) -> Match:
        return Match(1.0, document.name)

    def reads_apart(self, _: Document) -> bool:
        return True

    def read(self, document: Document) -> Iterator[Yield]:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.02)
        with self._lock:
            self.now -= 1
        text = document.text
        if text.startswith("broken"):
            raise DocumentError(document.name, "it is broken")
        yield Extract(facts=Facts(title=Plain(text), year=1999), source=document.cite())


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    reader = Slow()
    monkeypatch.setattr(intake, "choose", lambda _: Choice(reader, ()))
    return reader


def test_documents_are_read_two_at_a_time_and_reported_in_their_order(
    library: Library, slow: Slow, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.html").write_text("broken" if number % 7 == 3 else f"Lantern {number}")
    report = library.import_paths([folder])
    assert slow.most == AT_ONCE
    assert [Path(one.path).name for one in report.documents] == [f"{number:02}.html" for number in range(30)]
    failed = [number for number, one in enumerate(report.documents) if one.status == "failed"]
    assert failed == [3, 10, 17, 24]
    for number, one in enumerate(report.documents):
        assert one.films == (number not in failed)
    assert report.films == len(library.catalogue()) == 26


def test_real_pages_give_what_they_give_one_by_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "choose", choose)
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_text(PAGE.format(title=f"Lantern {number:02}"))
    library.import_paths([folder])
    single = Library.open(tmp_path / "single")
    for path in sorted(folder.iterdir(), reverse=True):
        single.import_paths([path])
    assert [film.id for film in library.catalogue()] == [film.id for film in single.catalogue()]
    assert len(library.catalogue()) == 12
    assert sum(film.reviews for film in library.catalogue()) == 12


def test_a_page_that_takes_long_does_not_keep_one_from_stopping(
    library: Library, slow: Slow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, free, read_on = threading.Event(), threading.Event(), threading.Event()

    def read(document: Document) -> Iterator[Yield]:
        stopped.set()
        free.wait(20)
        read_on.set()
        yield Extract(facts=Facts(title=document.name), source=document.cite())

    monkeypatch.setattr(slow, "read", read)
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.html").write_text(f"Lantern {number}")
    try:
        with pytest.raises(CancelledError):
            library.import_paths([folder], cancel=stopped)
        assert not read_on.is_set(), "the page is still being read"
        assert not library.catalogue()
    finally:
        free.set()


def test_a_large_file_stops_being_hashed(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "choose", choose)
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


class Late(Future[list[Yield]]):
    """Is done at the very moment when waiting for it has taken too long."""

    def result(self, timeout: float | None = None) -> list[Yield]:
        if not self.done():
            self.set_result([])
            raise TimeoutError
        return super().result(timeout)


def test_a_page_that_is_parsed_as_the_patience_ends_is_taken() -> None:
    late = Late()
    asked = count()

    def check() -> None:
        if next(asked) and not late.done():
            late.set_result([])

    ahead = Ahead[str](check)
    ahead._begun.append(("page", late))
    assert [said() for _, said in ahead.done(all_of_them=True)] == [[]]
