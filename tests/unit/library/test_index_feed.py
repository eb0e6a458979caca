from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.unit.library.test_importing import film, review
from tui.errors import CancelledError, SearchIndexError
from tui.library import Library, indexing
from tui.library.index_feed import LEAST, IndexFeed
from tui.library.indexing import Indexing
from tui.library.intake import Intake
from tui.models import Film, FilmView, Plain
from tui.search import SearchIndex, writing_process
from tui.search.writing import Writing
from tui.search.writing_process import WritingProcess

MANY = LEAST + 20


@pytest.fixture(params=[False, True], ids=["here", "beside"], autouse=True)
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a process of its own writes the index."""
    monkeypatch.setattr(indexing, "MANY", 0 if request.param else 1_000_000)
    return bool(request.param)


@pytest.fixture
def table(write: Any) -> Path:
    rows = [
        film(f"Harbour number{number} lights", 1990, review(f"A lamp, a pier and keeper{number}."))
        for number in range(MANY)
    ]
    path: Path = write("many.rows", *rows)
    return path


def found(library: Library) -> int:
    return library.search("lamp pier").total


def test_an_import_of_many_films_leaves_nothing_to_index(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Indexing, "_follow_films", lambda *_: pytest.fail("the films are indexed already"))
    library.import_paths([table])
    assert not library.stale()
    assert not library.store.index_is_due()
    assert found(library) == MANY
    assert library.search("keeper77").total == 1


def test_it_finds_what_an_index_finds_that_follows_the_files(library: Library, table: Path, write: Any) -> None:
    library.import_paths([table])
    rows = [film(f"Harbour number{number} lights", 1990, review(f"Seen again{number}.")) for number in range(MANY)]
    library.import_paths([write("more.rows", *rows, film("Harbour number3 lights", 1990, genres=["Drama"]))])
    queries = ("lamp", "again3", "genre:drama", "harbour")
    fed = {query: library.search(query).total for query in queries}
    assert fed["lamp"] == MANY
    library.indexing.index.update((), rebuild=True)
    assert library.refresh()
    assert {query: library.search(query).total for query in queries} == fed


def test_an_index_that_cannot_be_written_beside_it_follows_afterwards(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise SearchIndexError("index", "the disk is full", "")

    with monkeypatch.context() as patched:
        patched.setattr(Writing, "commit", full)
        patched.setattr(WritingProcess, "commit", full)
        assert library.import_paths([table]).films == MANY
    library.refresh()
    assert found(library) == MANY


def test_the_index_follows_afterwards_where_the_process_that_writes_it_is_killed(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = WritingProcess.put
    count = 0

    def killing(self: WritingProcess, view: FilmView) -> None:
        nonlocal count
        count += 1
        if count == MANY // 2:
            self._process.kill()
            self._process.wait()
        put(self, view)

    with monkeypatch.context() as patched:
        patched.setattr(WritingProcess, "put", killing)
        assert library.import_paths([table]).films == MANY
    library.refresh()
    assert found(library) == MANY


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Give the processes that are started to write an index."""
    found = []
    start = writing_process.started

    def starting() -> subprocess.Popen[bytes]:
        found.append(start())
        return found[-1]

    monkeypatch.setattr(writing_process, "started", starting)
    return found


def test_the_process_is_started_while_documents_are_read_and_used_once_the_change_begins(
    library: Library,
    table: Path,
    processes: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    beside: bool,
) -> None:
    feed, before = Indexing.feed, []

    def beginning(self: Indexing, films: int) -> object:
        before.append(len(processes))
        return feed(self, films)

    monkeypatch.setattr(Indexing, "feed", beginning)
    library.import_paths([table])
    assert before == [beside]
    assert len(processes) == beside
    assert all(process.poll() is not None for process in processes)
    assert found(library) == MANY


def test_the_process_ends_where_what_is_read_is_not_wanted(
    library: Library,
    table: Path,
    processes: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    beside: bool,
) -> None:
    library.import_paths([table], dry_run=True)
    assert not processes
    monkeypatch.setattr(Intake, "check", lambda self: self.owner and (_ for _ in ()).throw(CancelledError("x", "y")))
    with pytest.raises(CancelledError):
        library.import_paths([table])
    assert len(processes) == beside
    assert all(process.poll() is not None for process in processes)


def test_the_process_takes_back_what_it_did_where_its_maker_ends(tmp_path: Path) -> None:
    writing = SearchIndex(tmp_path).writing(beside=True)
    assert isinstance(writing, WritingProcess)
    for number in range(50):
        writing.put(FilmView(film=Film(id=f"f{number}", title=Plain("Mirrors"))))
    assert writing._process.stdin is not None
    writing._process.stdin.close()
    assert writing._process.wait(20) == 0
    writing.close()
    assert SearchIndex(tmp_path).needs_rebuild
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("many", "ready"), [(True, [5, 9]), (False, [9])])
def test_the_first_half_of_many_is_made_ready_while_the_others_are_made(
    many: bool, ready: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put: list[str] = []
    told: list[int] = []
    monkeypatch.setattr(Writing, "put", lambda _, view, __="": put.append(view.film.id))
    monkeypatch.setattr(Writing, "made", lambda _: told.append(len(put)))
    monkeypatch.setattr(SearchIndex, "writing", lambda *_, **__: Writing(tmp_path / "index", None))
    feed = IndexFeed(SearchIndex(tmp_path / "index"), 10, many=many)
    for number in range(9):
        feed.put(FilmView(film=Film(id=f"harbour-{number}", title=Plain("Harbour"))))
    feed.made()
    feed.close()
    assert told == ready


def test_a_first_import_that_is_given_up_when_all_is_made_leaves_no_index(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = IndexFeed.made

    def stopping(self: IndexFeed) -> None:
        made(self)
        raise CancelledError("import", "stopped")

    with monkeypatch.context() as patched:
        patched.setattr(IndexFeed, "made", stopping)
        with pytest.raises(CancelledError):
            library.import_paths([table])
    assert library.indexing.index.needs_rebuild
    assert not [path for path in (library.root / "index").iterdir() if path.is_dir()]
    assert library.import_paths([table]).films == MANY
    assert found(library) == MANY


def test_a_change_that_is_given_up_leaves_the_index_as_it_was(
    library: Library, table: Path, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.import_paths([write("one.rows", film("Mirrors", 1980, review("A lamp beside a pier.")))])
    with monkeypatch.context() as patched:
        patched.setattr(
            "tui.library.importing.Import._write_ledger", lambda _: (_ for _ in ()).throw(CancelledError("x", "y"))
        )
        with pytest.raises(CancelledError):
            library.import_paths([table])
    assert found(library) == 1
    assert not library.stale()
    assert library.import_paths([table]).films == MANY
    assert found(library) == MANY + 1
