"""A writer of very many films does not ask the disk for each of them, and still never loses what lies there."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tui.errors import NotFoundError
from tui.models import StoredFilm
from tui.store import Store, journal
from tui.store.layout import Layout
from tui.store.presence import FEW, Presence
from tui.store.transaction import Transaction

MakeFilm = Callable[..., StoredFilm]


def test_new_names_are_known_to_be_absent_without_asking_for_each(filled: Store) -> None:
    there = Presence(Layout(filled.root))
    for number in range(FEW):
        assert there.may_be(f"films/new-{number}.json")
    assert not there.may_be("films/new.json")
    assert there.may_be("films/film-1.json")
    assert there.may_be("films/Film-1.json"), "some file systems take both for one name"


def test_many_films_are_written_beside_those_that_are_there(filled: Store, make_film: MakeFilm) -> None:
    films = [make_film(number, text="New.") for number in range(2, 2 * FEW)]
    with filled.transaction("many") as change:
        for film in reversed(films):
            change.put(film)
    assert [filled.load(film.id) for film in films] == films
    assert filled.undo() == "many"
    assert filled.ids() == ["film-1", "film-2", "film-3"]
    assert filled.load("film-2") == make_film(2)


def test_a_film_that_another_program_put_there_meanwhile_can_be_had_again(store: Store, make_film: MakeFilm) -> None:
    with store.transaction("first") as change:
        change.put(make_film(0))
    theirs = (store.root / "films" / "film-0.json").read_bytes().replace(b"film-0", b"film-77")
    path = store.root / "films" / "film-77.json"
    with store.transaction("many") as change:
        for number in range(1, 2 * FEW):
            change.put(make_film(number))
        change.put(make_film(77))
        path.write_bytes(theirs)
    assert store.load("film-77") == make_film(77)
    store.undo()
    assert path.read_bytes() == theirs


def test_writing_many_films_asks_for_few(store: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    look = os.lstat

    def counted(path: str) -> os.stat_result:
        asked.append(str(path))
        return look(path)

    with store.transaction("many") as change:
        monkeypatch.setattr(os, "lstat", counted)
        for number in range(10 * FEW):
            change.put(make_film(number))
        monkeypatch.undo()
    assert len(asked) <= FEW


def test_a_folder_of_new_films_takes_the_place_of_an_empty_one(store: Store, make_film: MakeFilm) -> None:
    films = [make_film(number) for number in range(2 * FEW)]
    with store.transaction("other") as change:
        change.put_state("decisions", b"1")
    (store.root / "films").chmod(0o750)
    moved = counted_moves(store, films)
    assert moved <= FEW + 3, "those before it was known that they are many, and the transaction's own"
    assert [store.load(film.id) for film in films] == films
    assert (store.root / "films").stat().st_mode & 0o777 == 0o750
    assert list((store.root / "staging").iterdir()) == []
    assert store.undo() == "many"
    assert store.ids() == []


def test_what_has_come_to_lie_in_the_empty_folder_meanwhile_stays(store: Store, make_film: MakeFilm) -> None:
    films = [make_film(number) for number in range(2 * FEW)]
    stray = store.root / "films" / "notes.txt"
    with store.transaction("many") as change:
        for film in films:
            change.put(film)
        stray.write_text("Mine.")
    assert stray.read_text() == "Mine."
    assert [store.load(film.id) for film in films] == films
    assert list((store.root / "staging").iterdir()) == []


def test_a_change_that_is_given_up_leaves_no_folder_behind(store: Store, make_film: MakeFilm) -> None:
    def stopped() -> None:
        with store.transaction("many") as change:
            for number in range(2 * FEW):
                change.put(make_film(number))
            change.load("nowhere")

    with pytest.raises(NotFoundError):
        stopped()
    assert store.ids() == []
    assert list((store.root / "staging").iterdir()) == []


def test_a_change_of_one_film_of_many_that_went_again_is_forgotten_where_it_did_not_happen(
    store: Store, make_film: MakeFilm
) -> None:
    class Killed(BaseException):
        """The process ends here."""

    def killed(*_: object) -> None:
        raise Killed

    def interrupted() -> None:
        with pytest.MonkeyPatch.context() as patch, store.transaction("one") as change:
            for film in films:
                change.put(film)
            for film in films[:-1]:
                change.remove(film.id)
            patch.setattr(journal, "move", killed)
            patch.setattr(Transaction, "abort", killed)

    films = [make_film(number) for number in range(2 * FEW)]
    with store.transaction("before") as change:
        change.put_state("decisions", b"1")
    with pytest.raises(Killed):
        interrupted()
    with store.transaction("after") as change:
        change.put_state("decisions", b"2")
    assert [change.label for change in store.history()] == ["after", "before"]
    assert store.ids() == []


def counted_moves(store: Store, films: list[StoredFilm]) -> int:
    """Write films; return how many files were renamed."""
    moved: list[str] = []
    move = os.replace

    def counted(source: str, target: str) -> None:
        moved.append(source)
        move(source, target)

    with pytest.MonkeyPatch.context() as patch, store.transaction("many") as change:
        for film in films:
            change.put(film)
        patch.setattr(os, "replace", counted)
    return len(moved)
