"""A library keeps what is put into it, and reading it never waits and never changes it."""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tui.errors import NotFoundError, StoreError
from tui.models import Citation, Extract, Personal, Plain, SourceDocument, StoredFilm, UnfiledRecord
from tui.store import LedgerEntry, Stamp, Store, content, transaction
from tui.store.schema import Tables

MakeFilm = Callable[..., StoredFilm]


def test_making_a_store_touches_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "new")
    assert store.ids() == []
    assert store.stamps() == {}
    assert store.unfiled() == ()
    assert store.ledger() == {}
    assert store.state("decisions") is None
    assert store.history() == ()
    assert store.read_catalogue() is None
    assert store.recover() is False
    assert store.undo() is None
    assert list(tmp_path.iterdir()) == []


def test_a_film_comes_back_as_it_was_put(store: Store, make_film: MakeFilm) -> None:
    film = make_film(1, aliases=("old-id",))
    with store.transaction("import") as change:
        change.put(film)
    assert Store(store.root).load("film-1") == film


def test_a_film_file_is_a_tinydb_that_any_tinydb_program_can_read(filled: Store) -> None:
    import tinydb

    with tinydb.TinyDB(filled.root / "films" / "film-1.json", access_mode="r") as database:
        assert database.tables() == {"film", "personal", "reviews", "trivia", "sources"}
    text = (filled.root / "films" / "film-1.json").read_text(encoding="utf-8")
    assert "“two”" in text
    assert '\n    "author": "Zoë",\n' in text


def film_tables(film: StoredFilm) -> Tables:
    return content.compose(content._film_rows(film))


def test_a_film_is_written_as_its_tables_are(make_film: MakeFilm) -> None:
    from tui.store.storage import render

    full, twice = make_film(1, aliases=("old",)), make_film(2)
    twice = msgspec.structs.replace(twice, reviews=twice.reviews * 2, documents=(), personal=Personal())
    for film in (full, twice, StoredFilm(id="bare")):
        assert content.film_file(film) == render(film_tables(film))


def test_a_film_file_is_what_tinydb_makes_of_the_same_records(filled: Store) -> None:
    import tinydb
    from tinydb.storages import MemoryStorage

    from tui.store.storage import Database

    tables = film_tables(filled.load("film-1"))
    with Database(storage=MemoryStorage) as database:
        for name, rows in tables.items():
            database.table(name).insert_multiple(tinydb.table.Document(row, key) for key, row in rows.items())  # type: ignore[arg-type]
        assert database.storage.read() == tables
        assert [list(rows) for rows in (database.storage.read() or {}).values()] == [
            list(rows) for rows in tables.values()
        ]


def test_ids_and_stamps_follow_the_folder(filled: Store) -> None:
    assert filled.ids() == ["film-1", "film-2", "film-3"]
    status = (filled.root / "films" / "film-2.json").stat()
    assert filled.stamps()["film-2"] == Stamp(status.st_size, status.st_mtime_ns)
    (filled.root / "films" / "film-2.json").unlink()
    assert filled.ids() == ["film-1", "film-3"] == sorted(filled.stamps())


def test_files_that_are_no_films_are_passed_over(filled: Store) -> None:
    for name in (".DS_Store", ".film-9.json", "notes.txt", ".x.matinee-tmp"):
        (filled.root / "films" / name).write_text("?")
    assert filled.ids() == ["film-1", "film-2", "film-3"]
    assert len(filled.stamps()) == 3


@pytest.mark.parametrize("film_id", ["", "../film-1", "a/b", ".hidden", "x" * 300, "a\0b", "a\nb"])
def test_an_id_never_leaves_the_films_folder(filled: Store, film_id: str) -> None:
    with pytest.raises(NotFoundError):
        filled.load(film_id)
    with pytest.raises(NotFoundError), filled.transaction("import") as change:
        change.put(StoredFilm(id=film_id))
    assert filled.ids() == ["film-1", "film-2", "film-3"]


def test_a_film_that_is_not_there_is_named(filled: Store) -> None:
    with pytest.raises(NotFoundError, match="film-9"):
        filled.load("film-9")


def test_state_documents_are_json_of_their_owner(store: Store) -> None:
    with store.transaction("decide") as change:
        change.put_state("decisions", b'{"b": [1, 2.5, null], "a": "\xc3\xa9"}')
        assert msgspec.json.decode(change.state("decisions") or b"") == {"b": [1, 2.5, None], "a": "é"}
    assert msgspec.json.decode(store.state("decisions") or b"") == {"b": [1, 2.5, None], "a": "é"}
    with pytest.raises(ValueError, match="decisions"), store.transaction("decide") as change:
        change.put_state("decisions", b"{broken")
    with pytest.raises(ValueError, match="up"), store.transaction("decide") as change:
        change.put_state("../up", b"1")
    assert msgspec.json.decode(store.state("decisions") or b"")["a"] == "é"


def test_the_ledger_tells_documents_that_are_known(store: Store) -> None:
    hashes = [f"{number:064x}" for number in range(40)] + [f"{number:x}" * 64 for number in range(16)]
    entry = LedgerEntry(name=Plain("page.txt"), reader="page", imported="2026-01-01T00:00:00Z", films=("film-1",))
    with store.transaction("import") as change:
        change.put_ledger(dict.fromkeys(hashes, entry))
    assert store.ledger() == dict.fromkeys(hashes, entry)
    with store.transaction("import") as change:
        change.put_ledger({hashes[0]: msgspec.structs.replace(entry, reviews=3)}, forget=[hashes[1], "f" * 64])
        assert change.ledger()[hashes[0]].reviews == 3
    assert store.ledger()[hashes[0]].reviews == 3
    assert hashes[1] not in store.ledger()
    assert len(store.ledger()) == len(set(hashes)) - 2


def test_unfiled_records_wait(store: Store) -> None:
    document = SourceDocument(
        sha256="a" * 64, name=Plain("loose.txt"), reader="review", imported="2026-01-01T00:00:00Z"
    )
    record = UnfiledRecord(id="u1", extract=Extract(source=Citation(sha256="a" * 64)), document=document)
    with store.transaction("import") as change:
        change.put_unfiled([record])
        assert change.unfiled() == (record,)
    assert store.unfiled() == (record,)


def test_putting_what_is_there_already_changes_nothing(filled: Store, make_film: MakeFilm) -> None:
    stamps, history = filled.stamps(), filled.history()
    with filled.transaction("import again") as change:
        for number in (1, 2, 3):
            change.put(make_film(number))
        assert change.files == 0
    assert filled.stamps() == stamps
    assert filled.history() == history


def test_a_transaction_sees_what_was_put_into_it_and_nobody_else_does(filled: Store, make_film: MakeFilm) -> None:
    with filled.transaction("change") as change:
        change.put(make_film(1, "Other words."))
        change.put(make_film(4))
        change.remove("film-2")
        assert change.load("film-1") == make_film(1, "Other words.")
        assert change.load("film-3") == make_film(3)
        with pytest.raises(NotFoundError):
            change.load("film-2")
        with pytest.raises(NotFoundError):
            change.remove("film-2")
        assert filled.load("film-1") == make_film(1)
        assert filled.ids() == ["film-1", "film-2", "film-3"]
    assert filled.load("film-1") == make_film(1, "Other words.")
    assert filled.ids() == ["film-1", "film-3", "film-4"]


def test_an_exception_leaves_everything_as_it_was(filled: Store, make_film: MakeFilm) -> None:
    stamps = filled.stamps()
    with pytest.raises(KeyboardInterrupt), filled.transaction("change") as change:  # noqa: PT012
        change.put(make_film(1, "Other words."))
        change.put(make_film(4))
        change.remove("film-2")
        raise KeyboardInterrupt
    assert filled.stamps() == stamps
    assert list((filled.root / "staging").iterdir()) == []
    assert len(filled.history()) == 1


def test_a_film_put_twice_in_one_transaction_is_as_it_was_put_last(store: Store, make_film: MakeFilm) -> None:
    with store.transaction("import") as change:
        change.put(make_film(1, "First."))
        change.put(make_film(1, "Second."))
        change.put(make_film(2))
        change.remove("film-2")
    assert store.load("film-1") == make_film(1, "Second.")
    assert store.ids() == ["film-1"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of Unix")
def test_permissions_and_symbolic_links_are_kept(filled: Store, make_film: MakeFilm, tmp_path: Path) -> None:
    one, two = (filled.root / "films" / f"film-{number}.json" for number in (1, 2))
    one.chmod(0o640)
    elsewhere = tmp_path / "elsewhere.json"
    two.rename(elsewhere)
    two.symlink_to(elsewhere)
    with filled.transaction("change") as change:
        change.put(make_film(1, "Other words."))
        change.put(make_film(2, "Other words."))
    assert stat.S_IMODE(one.stat().st_mode) == 0o640
    assert two.is_symlink()
    assert "Other words." in elsewhere.read_text(encoding="utf-8")
    assert filled.undo() == "change"
    assert two.is_symlink()
    assert filled.load("film-2") == make_film(2)


@pytest.mark.skipif(sys.platform == "win32", reason="Unix masks")
def test_new_files_have_the_permissions_that_the_users_mask_leaves(store: Store, make_film: MakeFilm) -> None:
    before = os.umask(0o027)
    try:
        with store.transaction("import") as change:
            change.put(make_film(1))
    finally:
        os.umask(before)
    assert stat.S_IMODE((store.root / "films" / "film-1.json").stat().st_mode) == 0o640


def test_a_vanished_folder_is_told_from_an_empty_library(filled: Store, make_film: MakeFilm, tmp_path: Path) -> None:
    filled.root.rename(tmp_path / "unplugged")
    for read in (filled.ids, filled.stamps, filled.check):
        with pytest.raises(StoreError, match="vanished"):
            read()
    with pytest.raises(StoreError, match="vanished"), filled.transaction("import") as change:
        change.put(make_film(4))
    assert not filled.root.exists()
    (tmp_path / "unplugged").rename(filled.root)
    assert filled.load("film-1") == make_film(1)


def test_a_folder_that_vanishes_during_a_transaction_is_an_error(
    filled: Store, make_film: MakeFilm, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="vanished"), filled.transaction("import") as change:  # noqa: PT012
        change.put(make_film(4))
        filled.root.rename(tmp_path / "unplugged")
        change.put(make_film(5))
    (tmp_path / "unplugged").rename(filled.root)
    assert filled.ids() == ["film-1", "film-2", "film-3"]
    assert filled.check() == []


def test_text_that_came_into_a_file_from_outside_is_cleaned(filled: Store) -> None:
    path = filled.root / "films" / "film-1.json"
    for hostile in (r"\u001b]0;owned\u0007", "\x9b31m", "\u202e", r"\u202e", "\x7f", r"\u0000"):
        raw = path.read_text(encoding="utf-8")
        path.write_text(raw.replace("A fine film.", f"A {hostile}fine film.", 1), encoding="utf-8")
        text = filled.load("film-1").reviews[0].shown.text
        assert text.isprintable() or set(text) - {"\n"} == {c for c in text if c.isprintable()}
        assert "fine film" in text
        path.write_text(raw, encoding="utf-8")


def test_what_is_written_is_given_back_without_the_garbage_collector(store: Store, make_film: MakeFilm) -> None:
    """A large import keeps the collector at rest; a cycle would keep every film in memory until its end."""
    with store.transaction("first") as transaction:
        transaction.put(make_film(1))  # once, so that what is made only once is made
    gc.collect()
    gc.disable()
    try:
        with store.transaction("import") as transaction:
            for number in range(2, 42):
                transaction.put(make_film(number))
                transaction.load(make_film(number).id)
        assert gc.collect() < 40
    finally:
        gc.enable()


def test_giving_up_a_large_change_does_not_wait_until_its_files_are_deleted(
    store: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "_TIDYING", 0.0)

    def give_up() -> None:
        with store.transaction("import") as change:
            for number in range(20):
                change.put(make_film(number))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        give_up()
    assert store.ids() == []
    assert list((store.root / "staging").iterdir())
    with store.transaction("next") as change:
        change.put(make_film(1))
    assert store.ids() == ["film-1"]
    assert not list((store.root / "staging").iterdir())
    assert not store.check()
