"""What cannot be done is named with its reason and a remedy, and nothing ends in a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main
from tui.errors import CancelledError, StoreError
from tui.store import Store

Asked = Callable[..., Any]


def test_an_unknown_film_is_named_with_the_near_ones(ask: Asked) -> None:
    error = ask("show", "Moonstruk", status=1)["error"]
    assert "Moonstruck" in error["message"]


@pytest.mark.parametrize(
    "query", ["-", '"', "(((", "author:", "rating:>=", "NEAR/5", "x" * 10_000, "[/b]", "\x1b]0;x\x07"]
)
def test_no_query_makes_a_search_fail(ask: Asked, query: str) -> None:
    assert isinstance(ask("search", query)["hits"], list)


def test_check_finds_nothing_then_damage_then_mends_it(ask: Asked, library: Path) -> None:
    assert ask("check") == {"ok": True, "films": 6, "problems": []}
    (library / "films" / "mask-1985.json").write_bytes(b'{"film": {"1": {')
    report = ask("check", status=1)
    assert not report["ok"]
    assert report["problems"][0].keys() >= {"path", "problem", "remedy"}
    assert len(ask("films")) == 5
    mended = ask("check", "--repair")
    assert mended["ok"]
    assert [problem["repaired"] for problem in mended["problems"]] == [True]
    assert ask("check")["ok"]


def test_a_misspelt_title_makes_no_new_film(ask: Asked, tmp_path: Path) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("Nothing in this picture moved me, and I left before the end.<br /><br />A waste of an evening.")
    said = ask("import", str(loose), "--film", "Moonstruk", status=1)["error"]["message"]
    assert "Do you mean Moonstruck (1987)" in said
    ask("import", str(loose))
    record = ask("unfiled")[0]["id"]
    assert "named with its year" in ask("file", record, "Moonstruk", status=1)["error"]["message"]
    assert len(ask("films")) == 6
    assert ask("file", record, "Moonstruk (2031)")["done"].endswith("under Moonstruk (2031)")


def test_an_empty_library_says_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MATINEE_LIBRARY", str(tmp_path / "nothing"))
    assert main(["films"]) == 0
    assert "matinee import" in capsys.readouterr().err
    assert not (tmp_path / "nothing").exists(), "reading made a folder"


def test_the_browser_needs_a_terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert library.is_dir()
    assert main([]) == 1
    assert "needs a terminal" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_a_terminal_that_cannot_be_drawn_on_is_named(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert library.is_dir()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", kind)
    assert main([]) == 1
    assert f"cannot be drawn on (TERM={kind})" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("field", "value"), [("runtime_minutes", "-5"), ("runtime_minutes", "long"), ("year", "99999"), ("year", "85")]
)
def test_a_number_that_cannot_be_is_not_taken(ask: Asked, field: str, value: str) -> None:
    before = ask("show", "mask-1985")
    assert field in ask("correct", "mask-1985", field, value, status=1)["error"]["message"]
    assert ask("show", "mask-1985") == before


def test_a_stopped_import_ends_like_an_interrupt(
    ask: Asked, read: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise CancelledError("import", "stopped before anything was changed")

    monkeypatch.setattr("tui.library.importer.Importer.import_paths", stopped)
    assert "stopped" in read("import", "x", status=130)[1]
    assert len(ask("films")) == 6


def test_an_interrupt_is_one_clear_line(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    assert library.is_dir()
    monkeypatch.setattr("tui.cli.films._sorted", interrupted)
    assert main(["films"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_fault_of_our_own_is_one_clear_line_too(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.is_dir()
    monkeypatch.setattr("tui.cli.films._sorted", None)
    assert main(["films", "--json"]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "MATINEE_DEBUG" in json.loads(said.out)["error"]["message"]


def test_a_film_whose_file_is_damaged_is_named_and_the_others_are_shown(
    library: Path, read: Callable[..., tuple[str, str]]
) -> None:
    (library / "films" / "silkwood-1983.json").write_bytes(b"{")
    for _ in range(2):
        listed, said = read("films")
        assert "moonstruck-1987" in listed
        assert "silkwood-1983" not in listed
        assert "silkwood-1983.json: is damaged" in said
    for name in ("silkwood-1983", "silkwood", "Silkwood (1983)"):
        assert "is damaged" in read("show", name, status=1)[1]
    assert "is damaged" in read("export", "--format", "csv", status=1)[1]
    read("export", "moonstruck-1987", "--format", "csv")


def test_a_library_whose_index_cannot_be_written_is_read_all_the_same(
    library: Path, read: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise StoreError(str(library), "the folder is read-only")

    (library / "films" / "mask-1985.json").touch()
    monkeypatch.setattr(Store, "indexing", refuse)
    monkeypatch.setattr(Store, "write_catalogue", refuse)
    listed, said = read("films")
    assert "mask-1985" in listed
    assert "the folder is read-only" in said


def test_a_reader_does_not_wait_for_who_writes_the_index(library: Path, read: Callable[..., tuple[str, str]]) -> None:
    (library / "films" / "mask-1985.json").touch()
    with Store(library).indexing(), ThreadPoolExecutor(1) as other:
        listed, said = other.submit(read, "films").result(timeout=20)
    assert "mask-1985" in listed
    assert "still writing the search index" in said
    assert "still writing" not in read("films")[1]


def test_what_is_like_no_record_is_no_empty_answer(ask: Asked) -> None:
    assert ask("search", "nothing-of-this-id", "--similar", status=1)["error"]["subject"] == "nothing-of-this-id"


def test_options_are_not_guessed_from_their_beginnings(read: Callable[..., tuple[str, str]]) -> None:
    assert "--js" in read("films", "--js", status=2)[1]
