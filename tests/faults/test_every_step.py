"""A change of the library is cut off, or refused by the disk, at every single step: it happens wholly or not at all.

The system calls that write are counted. For every number, the change is made once more and that call fails:
the process is as good as dead from then on (nothing of it reaches the disk any more, not even its tidying
up), or the call reports an error of the disk, once or from then on.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tui.errors import StoreError
from tui.models import Citation, Plain, Review, ReviewEntry, SourceDocument, StoredFilm
from tui.store import LedgerEntry, Store, presence

CALLS = ("open", "write", "fsync", "replace", "unlink", "link", "mkdir", "rmdir", "rename")
SHA = "ab" * 32


class Killed(BaseException):
    """The process ends here."""


class Disk:
    """Counts the calls that write, and lets one of them fail."""

    def __init__(self, failing: int, error: int | None, *, lasting: bool) -> None:
        self.failing = failing
        self.error = error
        self.lasting = lasting
        self.calls = 0

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            if name == "open" and not arguments[1] & os.O_CREAT:
                return call(*arguments, **named)
            self.calls += 1
            if self.calls == self.failing or (self.lasting and self.calls > self.failing):
                if name == "write":  # half of it gets through
                    call(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                if self.error is None:
                    raise Killed
                raise OSError(self.error, os.strerror(self.error), arguments[0] if name != "write" else None)
            return call(*arguments, **named)

        return counted


@contextmanager
def disk(failing: int = sys.maxsize, error: int | None = None, *, lasting: bool = True) -> Iterator[Disk]:
    """Let the block write to a disk whose call number `failing` fails."""
    watched = Disk(failing, error, lasting=lasting)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, watched.around(name, getattr(os, name)))
        yield watched


def _film(number: int, text: str) -> StoredFilm:
    review = Review(id=f"r{number}", text=Plain(text * 50), sources=(Citation(sha256=SHA),))
    document = SourceDocument(sha256=SHA, name=Plain("a.txt"), reader="page", imported="2026-01-01T00:00:00Z")
    return StoredFilm(id=f"film-{number}", reviews=(ReviewEntry(shown=review),), documents=(document,))


def _library(root: Path, films: int = 3) -> Store:
    store = Store(root)
    with store.transaction("before") as change:
        for number in range(films):
            change.put(_film(number, "Old. "))
        change.put_state("decisions", b"1")
    return store


def _change(store: Store) -> None:
    with store.transaction("change") as change:
        change.put(_film(0, "New. "))
        change.remove("film-1")
        change.put(_film(4, "New. "))
        change.put_state("decisions", b"2")
        change.put_ledger({SHA: LedgerEntry(name=Plain("a.txt"), reader="page", imported="2026-01-01")})


def _bookmark(store: Store) -> None:
    with store.transaction("bookmark") as change:
        change.put(_film(0, "New. "))


def _new(store: Store) -> None:
    with store.transaction("new") as change:
        change.put(_film(4, "New. "))


def _fill(store: Store) -> None:
    """Write so many films into an empty library that their folder takes the place of the empty one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presence, "FEW", 2)
        with store.transaction("fill") as change:
            for number in range(5):
                change.put(_film(number, "New. "))
            change.put_state("decisions", b"2")


def _undo(store: Store) -> None:
    store.undo()


State = dict[str, object]


def _state(store: Store) -> State:
    films = {film_id: store.load(film_id) for film_id in store.ids()}
    stamps = sorted(store.stamps())
    return {"films": films, "stamps": stamps, "ledger": store.ledger(), "decisions": store.state("decisions")}


def _prepared(root: Path, work: Callable[[Store], None]) -> Store:
    store = _library(root, films=0 if work is _fill else 3)
    if work is _undo:
        _change(store)
    return store


def _ends(root: Path, work: Callable[[Store], None]) -> tuple[State, State, int]:
    """Return the library before and after an undisturbed change, and how many calls it makes."""
    store = _prepared(root, work)
    before = _state(store)
    with disk() as watched:
        work(store)
    return before, _state(store), watched.calls


def _refused(store: Store, work: Callable[[Store], None]) -> StoreError | None:
    try:
        work(store)
    except StoreError as error:
        return error
    return None


WORKS = pytest.mark.parametrize("work", [_change, _bookmark, _new, _fill, _undo])


@WORKS
def test_a_process_that_ends_at_any_step_leaves_the_library_before_or_after(
    tmp_path: Path, work: Callable[[Store], None]
) -> None:
    before, after, calls = _ends(tmp_path / "undisturbed", work)
    assert calls > 10
    seen = set()
    for step in range(1, calls + 1):
        store = _prepared(tmp_path / str(step), work)
        with disk(step), pytest.raises(Killed):
            work(store)
        reopened = Store(store.root)
        found = _state(reopened)
        assert found in (before, after), f"step {step}: neither before nor after"
        assert reopened.check() == [], f"step {step}"
        assert _state(reopened) == found, f"step {step}: opening it again shows something else"
        assert list((store.root / "staging").iterdir()) == []
        seen.add(found == after)
        if found == before:
            work(reopened)
        assert _state(Store(store.root)) == after, f"step {step}: doing it again does not complete it"
        assert Store(store.root).check() == []
    assert seen == {False, True}


@WORKS
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("lasting", [False, True])
def test_a_disk_that_refuses_any_step_is_an_error_and_the_library_is_as_before(
    tmp_path: Path, work: Callable[[Store], None], error: int, *, lasting: bool
) -> None:
    before, after, calls = _ends(tmp_path / "undisturbed", work)
    for step in range(1, calls + 1):
        store = _prepared(tmp_path / str(step), work)
        with disk(step, error, lasting=lasting):
            refused = _refused(store, work)
            wanted = before if refused else after
            assert _state(store) == wanted, f"step {step}: memory or disk is not as it was told"
        assert refused is None or (refused.reason and refused.remedy)
        assert _state(Store(store.root)) == wanted
        assert store.check() == [], f"step {step}"
        if wanted == before:
            work(store)
        assert _state(store) == after
        assert Store(store.root).check() == []
