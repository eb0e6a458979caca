"""Every change can be taken back, also after a restart, until a stated limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.errors import StoreError
from tui.models import Plain, StoredFilm
from tui.store import LedgerEntry, Store, undo

MakeFilm = Callable[..., StoredFilm]


def test_changes_are_taken_back_newest_first_by_another_process_too(store: Store, make_film: MakeFilm) -> None:
    entry = LedgerEntry(name=Plain("a.txt"), reader="page", imported="2026-01-01", films=("film-1",))
    with store.transaction("import of a.txt") as change:
        change.put(make_film(1))
        change.put(make_film(2))
        change.put_ledger({"a" * 64: entry})
    with store.transaction("correction") as change:
        change.put(make_film(1, "Other words."))
    with store.transaction("removal") as change:
        change.remove("film-2")
    assert [change.label for change in store.history()] == ["removal", "correction", "import of a.txt"]
    assert store.history()[2].films == ("film-1", "film-2")

    again = Store(store.root)
    assert again.undo() == "removal"
    assert again.load("film-2") == make_film(2)
    assert again.undo() == "correction"
    assert again.load("film-1") == make_film(1)
    assert again.undo() == "import of a.txt"
    assert again.ids() == []
    assert again.ledger() == {}
    assert again.undo() is None
    assert again.check() == []


def test_a_change_is_not_taken_back_over_a_later_one_from_outside(filled: Store, make_film: MakeFilm) -> None:
    with filled.transaction("correction") as change:
        change.put(make_film(1, "Other words."))
        change.put(make_film(2, "Other words."))
    path = filled.root / "films" / "film-1.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Other", "My own"), encoding="utf-8")
    with pytest.raises(StoreError, match=r"film-1.json: was changed since «correction»"):
        filled.undo()
    assert filled.load("film-1").reviews[0].shown.text == "My own words."
    assert filled.load("film-2") == make_film(2, "Other words.")
    assert filled.history()[0].label == "correction"


def test_what_is_not_to_be_undone_leaves_no_trace(filled: Store, make_film: MakeFilm) -> None:
    history = filled.history()
    with filled.transaction("upkeep", undoable=False) as change:
        change.put(make_film(4))
    assert filled.history() == history


def test_the_oldest_changes_are_forgotten_beyond_the_limit(
    store: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "KEPT_CHANGES", 5)
    for number in range(12):
        with store.transaction(f"change {number}") as change:
            change.put(make_film(1, f"Text {number}."))
    assert [change.label for change in store.history()] == [f"change {number}" for number in range(11, 6, -1)]
    assert len(list((store.root / "undo").iterdir())) == 5


def test_large_changes_are_forgotten_by_size_but_never_the_last_one(
    store: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "KEPT_BYTES", 30_000)
    for step in range(6):
        with store.transaction(f"change {step}") as change:
            for number in range(12):
                change.put(make_film(number, f"Text {step}. " * 100))
    assert [change.label for change in store.history()] == ["change 5"]
    assert store.undo() == "change 5"
    assert "Text 4." in store.load("film-3").reviews[0].shown.text


def test_numbers_go_on_after_an_undo(store: Store, make_film: MakeFilm) -> None:
    for number in range(3):
        with store.transaction(f"change {number}") as change:
            change.put(make_film(1, f"Text {number}."))
    assert store.undo() == "change 2"
    with store.transaction("another") as change:
        change.put(make_film(2))
    assert [change.label for change in store.history()] == ["another", "change 1", "change 0"]
    assert store.check() == []
