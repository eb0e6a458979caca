"""One writer at a time; whoever waits is told so, and nobody waits for a writer that is gone."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from tui.errors import LibraryBusyError
from tui.models import StoredFilm
from tui.store import Store, lock

MakeFilm = Callable[..., StoredFilm]

HOLDER = """
import sys
from pathlib import Path
from tui.store.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(store: Store) -> Iterator[subprocess.Popen[str]]:
    """Yield another process that holds the store's lock."""
    store.root.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store.root / ".lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()


def test_a_writer_that_waits_is_told_and_then_goes_on(
    store: Store, make_film: MakeFilm, holder: subprocess.Popen[str]
) -> None:
    told: list[str] = []

    def wait(message: str) -> None:
        told.append(message)
        holder.kill()

    with store.transaction("import", wait=wait) as change:
        change.put(make_film(1))
    assert "another Matinee" in told[0]
    assert store.ids() == ["film-1"]


class Clock:
    """A clock on which time passes only by sleeping."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def test_a_writer_gives_up_after_the_stated_time(
    store: Store, make_film: MakeFilm, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(lock, "time", clock)
    with pytest.raises(LibraryBusyError, match="another Matinee"), store.transaction("x", patience=60) as change:
        change.put(make_film(1))
    assert 60 <= sum(clock.slept) < 61
    assert max(clock.slept) < 1
    assert holder.poll() is None
    assert store.ids() == []


def test_readers_do_not_wait_for_a_writer(filled: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled.transaction("import") as change:
        change.put(make_film(1, "Other words."))
        monkeypatch.setattr("tui.store.lock.time.sleep", lambda _: pytest.fail("it waits"))
        assert filled.load("film-1") == make_film(1)
        assert filled.recover() is False
        assert filled.check() == []
        monkeypatch.undo()


def test_threads_write_one_after_the_other(store: Store, make_film: MakeFilm) -> None:
    def add(number: int) -> None:
        with store.transaction("import") as change:
            names = json.loads(change.state("names") or b"[]")
            time.sleep(0.01)
            change.put_state("names", json.dumps([*names, number]).encode())
            change.put(make_film(number))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(json.loads(store.state("names") or b"")) == list(range(8))
    assert len(store.ids()) == 8


def test_a_transaction_inside_a_transaction_is_refused_at_once(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.lock.time.sleep", lambda _: pytest.fail("it waits"))
    refused = pytest.raises(LibraryBusyError, match="same task")
    with filled.transaction("outer"), refused, filled.transaction("inner"):
        pass
    with filled.transaction("afterwards"):
        pass


def test_where_the_kernel_cannot_lock_a_marker_file_does(
    store: Store, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch
) -> None:
    import filelock

    class Unsupported(filelock.FileLock):  # type: ignore[misc, valid-type, unused-ignore]
        def _acquire(self) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_kernel_lock", Unsupported)
    with store.transaction("import") as change:
        change.put(make_film(1))
        assert (store.root / ".lock.holder").exists()
        with pytest.raises(LibraryBusyError):
            _in_thread(lambda: lock.writing(store.root / ".lock", patience=0.2).__enter__())
    assert not (store.root / ".lock.holder").exists()
    assert store.ids() == ["film-1"]


def test_a_marker_whose_process_is_gone_is_broken(store: Store) -> None:
    import filelock

    store.root.mkdir()
    code = "import os, sys, filelock; lock = filelock.SoftFileLock(sys.argv[1]); lock.acquire(); os._exit(9)"
    marker = store.root / ".lock.holder"
    subprocess.run([sys.executable, "-c", code, str(marker)], check=False)
    assert marker.exists()
    with filelock.SoftFileLock(marker).acquire(timeout=10):
        pass


def _in_thread(work: Callable[[], object]) -> None:
    caught: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except LibraryBusyError as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if caught:
        raise caught[0]
