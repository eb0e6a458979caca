"""Whatever happens to a file is found and mended as far as it can be, and no other film notices."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tui.errors import DamagedFileError, NotFoundError, StoreError
from tui.models import Citation, Extract, Plain, Review, ReviewEntry, SourceDocument, StoredFilm, UnfiledRecord
from tui.store import LedgerEntry, Store

MakeFilm = Callable[..., StoredFilm]
SHA = "ab" * 32
SEED = 20_260


def _path(store: Store, number: int = 1) -> Path:
    return store.root / "films" / f"film-{number}.json"


def test_a_sound_library_has_no_problem(filled: Store) -> None:
    assert filled.check() == []
    assert filled.check(repair=True) == []


@pytest.mark.parametrize("part", range(20))
def test_a_truncated_file_is_set_aside_and_its_whole_records_are_saved(
    filled: Store, make_film: MakeFilm, part: int
) -> None:
    film = make_film(1)
    raw = _path(filled).read_bytes()
    _path(filled).write_bytes(raw[: len(raw) * part // 20])
    with pytest.raises(DamagedFileError, match=r"film-1\.json"):
        filled.load("film-1")
    assert filled.load("film-2") == make_film(2)
    (problem,) = filled.check()
    assert problem.path == "films/film-1.json"
    assert not problem.repaired

    (mended,) = filled.check(repair=True)
    assert mended.repaired
    assert mended.remedy.startswith("Set aside as damaged/")
    assert filled.check() == []
    copies = list((filled.root / "damaged").glob("films-film-1.*.json"))
    assert [copy.read_bytes() for copy in copies] == [raw[: len(raw) * part // 20]]
    if "film-1" in filled.ids():
        saved = filled.load("film-1")
        assert saved.claims in ((), film.claims)
        assert saved.reviews in ((), film.reviews)


def test_every_bit_flip_is_found_and_mended(filled: Store, make_film: MakeFilm) -> None:
    chance = random.Random(SEED)  # noqa: S311
    good = _path(filled).read_bytes()
    for _ in range(50):
        place, bit = chance.randrange(len(good)), chance.randrange(8)
        flipped = bytearray(good)
        flipped[place] ^= 1 << bit
        _path(filled).write_bytes(flipped)
        assert filled.check(), f"bit {bit} of byte {place} was flipped and nobody noticed"
        assert all(problem.repaired for problem in filled.check(repair=True))
        assert filled.check() == []
        assert filled.load("film-2") == make_film(2)
        _path(filled).write_bytes(good)


def test_what_a_damaged_file_lacks_is_taken_from_before_the_last_change(filled: Store, make_film: MakeFilm) -> None:
    with filled.transaction("correction") as change:
        change.put(msgspec.structs.replace(make_film(1), aliases=("older",)))
    raw = _path(filled).read_bytes()
    _path(filled).write_bytes(raw[: raw.index(b'"trivia"')])
    (mended,) = filled.check(repair=True)
    assert "before the last change" in mended.remedy
    assert filled.load("film-1") == msgspec.structs.replace(make_film(1), aliases=("older",))


def test_documents_of_a_damaged_film_are_read_again_when_they_are_imported(filled: Store) -> None:
    entry = LedgerEntry(name=Plain("page.txt"), reader="page", imported="2026-01-01", films=("film-1",))
    with filled.transaction("import") as change:
        change.put_ledger({SHA: entry, "c" * 64: msgspec.structs.replace(entry, films=("film-2",))})
    _path(filled).write_bytes(b"")
    (mended,) = filled.check(repair=True)
    assert "page.txt" in mended.remedy
    assert set(filled.ledger()) == {"c" * 64}


def test_editing_by_hand_is_welcome_and_told(filled: Store) -> None:
    text = _path(filled).read_text(encoding="utf-8")
    _path(filled).write_text(text.replace("A fine film.", "A very fine film."), encoding="utf-8")
    edited = filled.load("film-1")
    assert edited.reviews[0].shown.text.startswith("A very fine film.")
    (problem,) = filled.check()
    assert "changed outside Matinee" in problem.problem
    (mended,) = filled.check(repair=True)
    assert mended.remedy == "Taken as it stands"
    assert filled.check() == []
    assert filled.load("film-1") == edited


def test_another_layout_of_the_same_json_is_no_change(filled: Store, make_film: MakeFilm) -> None:
    value = json.loads(_path(filled).read_bytes())
    _path(filled).write_text(json.dumps(value, sort_keys=True, ensure_ascii=True))
    assert filled.load("film-1") == make_film(1)
    assert filled.check() == []


def test_a_record_written_by_hand_needs_no_checksum(filled: Store) -> None:
    value = json.loads(_path(filled).read_bytes())
    value["reviews"]["mine"] = {"shown": {"id": "mine", "text": "By hand.", "mine": True}}
    _path(filled).write_text(json.dumps(value))
    assert filled.load("film-1").reviews[1].shown.text == "By hand."
    assert filled.check() == []


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"film": {}}',
        b'{"film": []}',
        b'{"film": {"film-1": null}}',
        b'{"film": {"film-1": {"schema": 1}}}',
        b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n",
        b'{"film": {"film-1": {"schema": 1, "id": "film-1", "colour": "blue"}}}',
        b'{"film": {"film-1": {"schema": 1, "id": "film-1"}}, "opinions": {}}',
        b'{"film": {"film-1": {"schema": 1, "id": "film-1", "claims": 5}}}',
        b'{"film": {"film-1": {"schema": 1, "id": "film-1"}}, "reviews": {"a": {"shown": {"id": "a"}}}}',
        b'{"film": {"a": {"schema": 1, "id": "film-1"}, "b": {"schema": 1, "id": "film-1"}}}',
        b"\xff\xfe\x00\x01",
        b"[" * 100_000,
        b'{"film":' * 20_000,
        b"\x00" * 4096,
        b'{"film": {"film-1": {"schema": 1e999, "id": "film-1"}}}',
        b'{"film": {"\\ud800": {"schema": 1, "id": "film-1"}}}',
    ],
)
def test_a_hand_broken_file_is_an_error_with_a_name_and_never_a_crash(
    filled: Store, make_film: MakeFilm, broken: bytes
) -> None:
    _path(filled).write_bytes(broken)
    with pytest.raises(StoreError, match=r"film-1\.json"):
        filled.load("film-1")
    assert filled.load("film-3") == make_film(3)
    assert [problem.path for problem in filled.check()] == ["films/film-1.json"]
    assert _path(filled).read_bytes() == broken, "looking never writes"
    with pytest.raises(StoreError), filled.transaction("correction") as change:
        change.put(change.load("film-1"))
    assert _path(filled).read_bytes() == broken, "a bad parse is never answered by writing"
    assert [problem.repaired for problem in filled.check(repair=True)] == [True]
    assert filled.check() == []
    assert filled.load("film-3") == make_film(3)


def test_a_copy_under_another_name_is_set_aside_and_a_renamed_file_gets_its_name_back(
    filled: Store, make_film: MakeFilm
) -> None:
    conflict = filled.root / "films" / "film-1.sync-conflict-20261120.json"
    conflict.write_bytes(_path(filled, 1).read_bytes())
    _path(filled, 2).rename(filled.root / "films" / "something.json")
    with pytest.raises(StoreError, match="says it is «film-1»"):
        filled.load("film-1.sync-conflict-20261120")
    assert len(filled.check()) == 2
    filled.check(repair=True)
    assert filled.check() == []
    assert filled.ids() == ["film-1", "film-2", "film-3"]
    assert filled.load("film-2") == make_film(2)


def test_a_name_that_no_film_can_have_is_set_aside(filled: Store) -> None:
    (filled.root / "films" / "a:b?.json").write_bytes(b"{}")
    assert len(filled.check()) == 1
    assert filled.check(repair=True)[0].repaired
    assert filled.check() == []
    assert filled.ids() == ["film-1", "film-2", "film-3"]


def test_a_document_that_is_cited_but_not_listed_is_listed_again(filled: Store, make_film: MakeFilm) -> None:
    entry = LedgerEntry(name=Plain("page.txt"), reader="page", imported="2026-01-01", films=("film-1",))
    with filled.transaction("import") as change:
        change.put(msgspec.structs.replace(make_film(1), documents=()))
        change.put_ledger({SHA: entry})
    (problem,) = filled.check()
    assert "does not list" in problem.problem
    filled.check(repair=True)
    assert filled.check() == []
    assert filled.load("film-1").documents == (
        SourceDocument(sha256=SHA, name=Plain("page.txt"), reader="page", imported="2026-01-01"),
    )


def test_records_of_one_id_are_told_apart(filled: Store, make_film: MakeFilm) -> None:
    film = make_film(1)
    other = ReviewEntry(shown=Review(id="r1", text=Plain("Another."), sources=(Citation(sha256=SHA),)))
    with filled.transaction("import") as change:
        change.put(msgspec.structs.replace(film, reviews=(*film.reviews, other, other)))
    (problem,) = filled.check()
    assert "twice" in problem.problem
    filled.check(repair=True)
    assert filled.check() == []
    assert [entry.shown.id for entry in filled.load("film-1").reviews] == ["r1", "r1~2"]


@pytest.mark.parametrize("damage", [b"", b'{"about"', b"\x00\x01"])
def test_the_other_files_are_mended_too(filled: Store, damage: bytes) -> None:
    document = SourceDocument(sha256=SHA, name=Plain("loose.txt"), reader="review", imported="2026-01-01T00:00:00Z")
    record = UnfiledRecord(id="u1", extract=Extract(source=Citation(sha256=SHA)), document=document)
    with filled.transaction("import") as change:
        change.put_unfiled([record])
        change.put_state("decisions", b'{"kept": 1}')
        change.put_ledger({SHA: LedgerEntry(name=Plain("a"), reader="b", imported="c")})
    with filled.transaction("decision") as change:
        change.put_state("decisions", b'{"kept": 2}')
    for name in ("unfiled.json", "state/decisions.json", "state/ledger-a.json"):
        (filled.root / name).write_bytes(damage)
    assert len(filled.check()) == 3
    for read in (filled.unfiled, filled.ledger, lambda: filled.state("decisions")):
        with pytest.raises(DamagedFileError):
            read()
    assert all(problem.repaired for problem in filled.check(repair=True))
    assert filled.check() == []
    assert filled.unfiled() == ()
    assert filled.ledger() == {}
    assert json.loads(filled.state("decisions") or b"") == {"kept": 1}
    assert len(list((filled.root / "damaged").glob("*.json"))) == 3


def test_unreadable_files_are_named(filled: Store, make_film: MakeFilm) -> None:
    _path(filled).unlink()
    _path(filled).mkdir()
    with pytest.raises(StoreError, match=r"film-1\.json"):
        filled.load("film-1")
    assert [problem.path for problem in filled.check()] == ["films/film-1.json"]
    assert [problem.repaired for problem in filled.check(repair=True)] == [False]
    assert filled.load("film-2") == make_film(2)


def test_leftovers_of_writers_that_are_gone_are_swept_without_a_word(filled: Store) -> None:
    (filled.root / "films" / ".1234.matinee-tmp").write_bytes(b"{")
    (filled.root / "staging" / "dead.0").write_bytes(b"{")
    (filled.root / "undo" / "000077").mkdir()
    (filled.root / "undo" / "000077" / "0").write_bytes(b"{")
    assert filled.check() == []
    assert not (filled.root / "films" / ".1234.matinee-tmp").exists()
    assert list((filled.root / "staging").iterdir()) == []
    assert not (filled.root / "undo" / "000077").exists()
    with filled.transaction("change") as change:
        change.remove("film-1")
    with pytest.raises(NotFoundError):
        filled.load("film-1")


def test_an_unreadable_plan_is_set_aside_with_all_that_was_staged(filled: Store, make_film: MakeFilm) -> None:
    (filled.root / "staging" / "commit").write_bytes(b"{broken")
    (filled.root / "staging" / "dead.0").write_bytes(b"something")
    assert filled.load("film-1") == make_film(1)
    with filled.transaction("change") as change:
        change.put(make_film(4))
    assert filled.ids() == ["film-1", "film-2", "film-3", "film-4"]
    (aside,) = (filled.root / "damaged").iterdir()
    assert (aside / "dead.0").read_bytes() == b"something"
    assert filled.check() == []


def test_a_damaged_history_is_found_and_forgotten(filled: Store, make_film: MakeFilm) -> None:
    with filled.transaction("correction") as change:
        change.put(make_film(1, "Other words."))
    (filled.root / "undo" / "000001" / "change.json").write_bytes(b"{broken")
    assert [change.label for change in filled.history()] == ["correction"]
    assert [problem.path for problem in filled.check()] == ["undo/000001"]
    assert filled.check(repair=True)[0].repaired
    assert filled.check() == []
    assert filled.undo() == "correction"


@pytest.mark.parametrize("name", ["films/film-1.json", "state/decisions.json", "state/ledger-a.json"])
def test_no_flipped_bit_of_any_kind_of_file_goes_unnoticed(filled: Store, name: str) -> None:
    with filled.transaction("import") as change:
        change.put_state("decisions", b'{"kept": [1, 2.5]}')
        change.put_ledger({SHA: LedgerEntry(name=Plain("a"), reader="b", imported="c", films=("film-1",))})
    path = filled.root / name
    good = path.read_bytes()
    for place in range(0, len(good), 2):
        flipped = bytearray(good)
        flipped[place] ^= 1 << (place // 2 % 8)
        path.write_bytes(flipped)
        assert filled.check(), f"bit {place // 2 % 8} of byte {place}: {flipped[max(place - 20, 0) : place + 20]!r}"
    path.write_bytes(good)
    assert filled.check() == []
