"""Older files are migrated with a backup, newer ones refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.errors import DamagedFileError, NewerFormatError
from tui.models import StoredFilm
from tui.store import Store, content, schema
from tui.store.schema import Tables

MakeFilm = Callable[..., StoredFilm]


def _older(tables: Tables) -> Tables:
    """Let version 1 call the reviews «opinions»."""
    head = {key: {**row, "schema": 2} for key, row in tables["film"].items()} if "film" in tables else {}
    renamed = {("reviews" if name == "opinions" else name): rows for name, rows in tables.items()}
    return {**renamed, **({"film": head} if head else {})}


def test_an_older_file_is_read_at_once_and_kept_when_it_is_written(
    filled: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled.root / "films" / "film-1.json"
    older = path.read_text(encoding="utf-8").replace('"reviews": {', '"opinions": {', 1)
    path.write_text(older, encoding="utf-8")
    monkeypatch.setattr(schema, "SCHEMA", 2)
    monkeypatch.setattr(content, "SCHEMA", 2)
    monkeypatch.setattr(schema, "_STATED", (b'"schema": 2',))
    monkeypatch.setitem(schema.MIGRATIONS, 1, _older)

    assert filled.load("film-1") == make_film(1)
    assert path.read_text(encoding="utf-8") == older
    with filled.transaction("correction") as change:
        change.put(make_film(1, "Other words."))
    assert filled.load("film-1") == make_film(1, "Other words.")
    assert '"schema": 2' in path.read_text(encoding="utf-8")
    (backup,) = (filled.root / "backups").glob("films-film-1.*.json")
    assert backup.read_text(encoding="utf-8") == older


def test_a_newer_file_is_refused_and_left_alone(filled: Store, make_film: MakeFilm) -> None:
    path = filled.root / "films" / "film-1.json"
    newer = path.read_text(encoding="utf-8").replace('"schema": 1', '"schema": 99', 1)
    path.write_text(newer, encoding="utf-8")
    with pytest.raises(NewerFormatError, match="newer Matinee"):
        filled.load("film-1")
    assert filled.load("film-2") == make_film(2)
    (problem,) = filled.check()
    assert "newer Matinee" in problem.problem
    assert filled.check(repair=True) == [problem]
    assert path.read_text(encoding="utf-8") == newer


@pytest.mark.parametrize("stated", ['"schema": 0', '"schema": -1', '"schema": "1"', '"schema": null', '"schemo": 1'])
def test_a_version_that_never_was_is_damage(filled: Store, stated: str) -> None:
    path = filled.root / "films" / "film-1.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"schema": 1', stated, 1), encoding="utf-8")
    with pytest.raises(DamagedFileError):
        filled.load("film-1")


def test_a_damaged_film_that_is_written_anew_is_kept_aside(filled: Store, make_film: MakeFilm) -> None:
    path = filled.root / "films" / "film-1.json"
    damaged = path.read_bytes()[:-20]  # it still states its version
    path.write_bytes(damaged)
    with filled.transaction("import") as change:
        change.put(make_film(1, "Other words."))
    (kept,) = (filled.root / "damaged").glob("films-film-1.*.json")
    assert kept.read_bytes() == damaged
    assert not list((filled.root / "backups").glob("*"))
    assert filled.load("film-1") == make_film(1, "Other words.")


def test_a_film_of_a_newer_matinee_is_never_replaced(filled: Store, make_film: MakeFilm) -> None:
    path = filled.root / "films" / "film-1.json"
    newer = path.read_bytes().replace(b'"schema": 1', b'"schema": 99')
    path.write_bytes(newer)

    def write() -> None:
        with filled.transaction("import") as change:
            change.put(make_film(2, "Other words."))
            change.put(make_film(1, "Other words."))

    with pytest.raises(NewerFormatError):
        write()
    assert path.read_bytes() == newer
    assert filled.load("film-2") == make_film(2)
