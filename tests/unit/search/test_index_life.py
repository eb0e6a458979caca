"""How the index is made, kept and lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.unit.search.library import MASK, MOON, PICTURE, film_of, index_of
from tui.errors import CancelledError
from tui.search import SearchIndex
from tui.search.index import FOLDER, GONE, NONE
from tui.search.schema import LEDGER, VERSION


def test_nothing_is_made_before_something_is_indexed(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    assert index.needs_rebuild
    assert index.stamps() == {}
    assert index.search("x").notices == (NONE,)
    assert not (tmp_path / "index").exists()


def test_the_tokens_come_back(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    index.update([(MASK, "a"), (MOON, "b")])
    assert index.stamps() == SearchIndex(tmp_path).stamps() == {"mask-1985": "a", "moonstruck-1987": "b"}
    index.update([(PICTURE, "c"), (MASK, "d")], removed=["moonstruck-1987"])
    assert index.stamps() == {"mask-1985": "d", "the-last-picture-show-1971": "c"}
    assert index.search("mirror").counts.films == (("mask-1985", 2),)


def test_a_rebuild_forgets_the_rest(tmp_path: Path) -> None:
    index = index_of(tmp_path, MASK, MOON)
    index.update([(PICTURE, "1")], rebuild=True)
    assert index.stamps() == {"the-last-picture-show-1971": "1"}
    assert index.search("mirror").total == 0


def test_another_reader_sees_the_change(tmp_path: Path) -> None:
    writer = index_of(tmp_path, MASK)
    reader = SearchIndex(tmp_path)
    assert reader.search("opera").total == 0
    writer.update([(MOON, "1")])
    assert reader.search("opera").total == 1


def test_a_cancelled_update_changes_nothing(tmp_path: Path) -> None:
    index = index_of(tmp_path, MASK)
    with pytest.raises(CancelledError):
        index.update([(MOON, "1"), (PICTURE, "1")], cancel=lambda: True)
    assert index.stamps() == {"mask-1985": "1"}
    assert index.search("opera").total == 0
    with pytest.raises(CancelledError):
        index.update([(MOON, "1")], rebuild=True, cancel=lambda: True)
    assert index.search("mirror").total == 2
    assert [path.name for path in tmp_path.iterdir()] == [FOLDER]


def test_a_superseded_search_stops(tmp_path: Path) -> None:
    index = index_of(tmp_path, MASK)
    with pytest.raises(CancelledError):
        index.search("mirror", cancel=lambda: True)


def test_an_index_deleted_while_searching_is_a_notice(tmp_path: Path) -> None:
    index = index_of(tmp_path, MASK)
    assert index.search("mirror").total == 2
    shutil.rmtree(tmp_path / FOLDER)
    assert index.search("mirror").notices == (NONE,)
    assert SearchIndex(tmp_path).needs_rebuild
    index.update([(MASK, "2")])
    assert index.search("mirror").total == 2


def test_a_reader_keeps_its_state_until_the_writer_is_done(tmp_path: Path) -> None:
    writer = index_of(tmp_path, MASK)
    reader = SearchIndex(tmp_path)
    assert reader.search("mirror").total == 2
    ledger = (tmp_path / FOLDER / LEDGER).read_bytes()
    writer.update([(MOON, "1")])
    done = (tmp_path / FOLDER / LEDGER).read_bytes()
    (tmp_path / FOLDER / LEDGER).write_bytes(ledger)
    assert reader.search("mirror").total == 2
    (tmp_path / FOLDER / LEDGER).write_bytes(done)
    assert reader.search("mirror").total == 3


def _emptied(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in {".term", ".store", ".idx", ".fast"}:
            path.unlink()  # a file that is cut short where it is mapped into memory kills its reader
            path.touch()


def _other_version(folder: Path) -> None:
    ledger = msgspec.msgpack.decode((folder / LEDGER).read_bytes())
    (folder / LEDGER).write_bytes(msgspec.msgpack.encode({**ledger, "version": 0}))


def _newer_version(folder: Path) -> None:
    ledger = msgspec.msgpack.decode((folder / LEDGER).read_bytes())
    (folder / LEDGER).write_bytes(msgspec.msgpack.encode({**ledger, "version": VERSION + 1, "more": "unknown"}))


def _another_commit(folder: Path) -> None:
    ledger = msgspec.msgpack.decode((folder / LEDGER).read_bytes())
    (folder / LEDGER).write_bytes(msgspec.msgpack.encode({**ledger, "opstamp": ledger["opstamp"] + 1}))


@pytest.mark.parametrize(
    "damage",
    [
        _emptied,
        _other_version,
        _newer_version,
        _another_commit,
        lambda folder: (folder / "meta.json").write_text("{"),
        lambda folder: (folder / "meta.json").write_text("{}"),
        lambda folder: (folder / LEDGER).write_bytes(b"\xc1"),
        lambda folder: (folder / LEDGER).unlink(),
        lambda folder: [path.unlink() for path in folder.iterdir() if path.suffix == ".store"],
    ],
)
def test_a_damaged_index_is_empty_and_built_again(tmp_path: Path, damage: object) -> None:
    index_of(tmp_path, MASK)
    damage(tmp_path / FOLDER)  # type: ignore[operator]  # each is a function
    index = SearchIndex(tmp_path)
    answer = index.search("mirror")
    assert (answer.total, answer.notices) == (0, (GONE,))
    assert SearchIndex(tmp_path).needs_rebuild
    index.update([(MASK, "1")])
    assert not SearchIndex(tmp_path).needs_rebuild
    assert index.search("mirror").total == 2


def test_an_index_in_a_folder_that_cannot_be_written_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_of(tmp_path, MASK)
    locks = list((tmp_path / FOLDER).glob(".*.lock"))
    for lock in locks:
        lock.unlink()
    monkeypatch.setattr("os.access", lambda *_: False)
    index = SearchIndex(tmp_path)
    assert index.search("mirror").total == 2
    assert index.concordance("mirror").passages == 2
    assert locks
    assert not any(lock.exists() for lock in locks)


def test_what_is_hard_to_index_is_indexed(tmp_path: Path) -> None:
    huge = "a" * 70_000
    index = index_of(tmp_path, film_of("x", f"word {huge} more", "\ufffd lonely", "", "…"))
    assert index.search('"more"').total == 1
    assert index.search("lonely").total == 1
    assert index.search("in:review").total == 4
