"""Whatever a document does to its reader, it is named with the reason, the others come in, and no process is left."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec
import pytest

from tests.unit.odd_reader import LISTED
from tests.unit.readers.bounded import read_apart
from tui.errors import DocumentError, HostileDocumentError
from tui.library.read_ahead import ReadAhead
from tui.models import Extract
from tui.readers import guard, reading_process, registry
from tui.readers.document import Document
from tui.readers.files import disk_document
from tui.readers.guard import Reading, have_read
from tui.readers.messages import Block, Order, Question
from tui.readers.workers import Workers

KINDS = ("hang", "eat", "recurse", "overflow", "die")


@pytest.fixture(autouse=True)
def odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "READERS", LISTED)
    monkeypatch.setattr(guard, "SECONDS", 1)  # of none at all, honest documents have only what is left of a second
    monkeypatch.setattr(guard, "MEMORY", 1 << 28)


def _document(order: str, name: str = "odd.txt") -> Document:
    return Document.of_bytes(name, order.encode())


def _titles(document: Document) -> list[str | None]:
    return [one.facts.title for one in read_apart(document)[1] if isinstance(one, Extract)]


@pytest.mark.parametrize("stage", ["", "choose "])
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_takes_too_much_is_named(kind: str, stage: str) -> None:
    with pytest.raises(HostileDocumentError, match=r"odd\.txt") as told:
        read_apart(_document(stage + kind))
    assert told.value.remedy
    assert _titles(_document("Lamp")) == ["Lamp"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_given_together_with_it_is_read(kind: str) -> None:
    orders = ["Lamp", kind, "Pier", kind, "Mole"]
    readings = [Reading(_document(order, f"{place}.txt")) for place, order in enumerate(orders)]
    have_read(readings, Workers())
    for reading, order in zip(readings, orders, strict=True):
        if order == kind:
            with pytest.raises(HostileDocumentError):
                list(reading.parts())
        else:
            assert sum(len(part.extracts) for part in reading.parts()) == 1
            assert reading.reader == "odd"


def test_a_document_that_was_read_is_not_held_until_the_collector_comes() -> None:
    readings = [Reading(_document("remember", f"{place}.txt")) for place in range(3)]
    have_read(readings, Workers())
    told = [
        msgspec.msgpack.decode(one, type=Extract)
        for reading in readings
        for part in reading.parts()
        for one in part.extracts
    ]
    assert [one.facts.title for one in told] == ["freed"] * 3


def test_a_fault_of_a_reader_is_called_so() -> None:
    with pytest.raises(DocumentError, match="reading it as odd failed") as told:
        read_apart(_document("fail no\x1b[31m number"))
    assert not isinstance(told.value, HostileDocumentError)
    assert told.value.reason.endswith("(ValueError: no[31m number)")


def test_what_a_reader_refuses_is_told_in_its_words() -> None:
    with pytest.raises(DocumentError, match="it is about a harbour") as told:
        read_apart(_document("refuse it is about a harbour"))
    assert not isinstance(told.value, HostileDocumentError)


def test_asking_which_reader_it_is_for_is_bounded() -> None:
    told = guard.opinion(_document("choose hang"))
    assert told.reader is None
    assert "more time or memory" in str(told.reason)
    told = guard.opinion(_document("Lamp"))
    assert (told.reader, told.reason) == ("odd", None)
    assert [(one.reader, one.sure, one.why) for one in told.asked] == [("odd", 1.0, "a test's")]


def test_what_lies_beside_a_document_is_found(tmp_path: Path) -> None:
    (tmp_path / "beside.txt").write_text("the lamp")
    (tmp_path / "one").mkdir()
    for order, expected in (("beside ../beside.txt", "beside.txt: the lamp"), ("beside none.txt", "nothing")):
        path = tmp_path / "one" / "order.txt"
        path.write_text(order)
        document = disk_document(path, str(path), path.name)
        assert isinstance(document, Document)
        (title,) = _titles(document)
        assert str(title).startswith(expected)
        path.unlink()


def test_a_process_that_died_while_it_waited_is_replaced() -> None:
    assert _titles(_document("Lamp")) == ["Lamp"]
    for worker in Workers.alive():
        worker.process.kill()
        worker.process.wait()
    assert _titles(_document("Pier")) == ["Pier"]


def test_without_a_process_to_read_in_the_document_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Workers.let_go()
    monkeypatch.setattr("tui.pipes.sys.executable", "/nowhere/python")
    with pytest.raises(DocumentError, match="cannot be started"):
        read_apart(_document("Lamp"))


def test_after_a_stop_no_process_is_started() -> None:
    Workers.let_go()
    workers, reading = Workers(), Reading(_document("Lamp"))
    workers.stop()
    have_read([reading], workers)
    with pytest.raises(DocumentError, match="stopped"):
        list(reading.parts())
    assert not Workers.alive()


@pytest.mark.parametrize("reads", [False, True])
def test_a_stop_ends_what_is_being_read_and_what_starts_at_that_moment(tmp_path: Path, *, reads: bool) -> None:
    Workers.let_go()
    for number in range(4):
        mark, free = tmp_path / f"{number}", tmp_path / "free"
        workers, reading = Workers(), Reading(_document(f"wait {mark} {free}"))
        thread = threading.Thread(target=have_read, args=([reading], workers))
        thread.start()
        while reads and not mark.exists():
            thread.join(0.01)
        workers.stop()
        thread.join()
        with pytest.raises(DocumentError, match="stopped"):
            list(reading.parts())
        assert not Workers.alive()


def test_a_process_that_has_nothing_to_do_is_let_go_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.readers.workers.IDLE", 0.01)
    with ReadAhead[str]() as ahead:
        ahead.put("one", Reading(_document("Lamp")))
        assert [owner for owner, _ in ahead.read(all_of_them=True)] == ["one"]
    while Workers.alive():
        threading.Event().wait(0.01)
    assert _titles(_document("Pier")) == ["Pier"]


def test_stopping_one_import_leaves_what_another_reads_alone(tmp_path: Path) -> None:
    mark, free = tmp_path / "mark", tmp_path / "free"
    stopped, other = Workers(), Workers()
    reading = Reading(_document(f"wait {mark} {free}"))
    thread = threading.Thread(target=have_read, args=([reading], other))
    thread.start()
    while not mark.exists():
        thread.join(0.01)
    stopped.stop()
    free.touch()
    thread.join()
    assert sum(len(part.extracts) for part in reading.parts()) == 1


def test_two_threads_read_at_the_same_time(tmp_path: Path) -> None:
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    readings = [Reading(_document(f"meet {one} {other}")), Reading(_document(f"meet {other} {one}"))]
    threads = [threading.Thread(target=have_read, args=([reading], Workers())) for reading in readings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(sum(len(part.extracts) for part in reading.parts()) == 1 for reading in readings)


def _neighboured(folder: str) -> Document:
    """Return a document that asks for one beside it, in a folder that need not be there."""
    beside = Document.of_bytes("beside.txt", f"of {folder!a}".encode())
    raw = b"beside beside.txt"
    return Document("order.txt", lambda: io.BytesIO(raw), len(raw), lambda _: beside, f"{folder}/order.txt")


@pytest.mark.parametrize("folders", [("Reels", "reels"), ("caf\udce9", "caf\udce8")], ids=["case", "not UTF-8"])
def test_documents_of_two_folders_have_their_own_neighbours(folders: tuple[str, str]) -> None:
    readings = [Reading(_neighboured(folder)) for folder in folders]
    have_read(readings, Workers())
    for reading, folder in zip(readings, folders, strict=True):
        (part,) = reading.parts()
        assert f"of {folder!a}".encode() in bytes(part.extracts[0])


def test_what_cannot_be_looked_at_beside_a_document_is_said_of_it() -> None:
    def sibling(_: str) -> Document | None:
        raise PermissionError(13, "Permission denied")

    raw = b"beside beside.txt"
    with pytest.raises(DocumentError, match="may not be read"):
        read_apart(Document("order.txt", lambda: io.BytesIO(raw), len(raw), sibling, "caf\udce9/order.txt"))


def test_what_unpacks_to_more_than_it_says_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "WHOLE", 1024)
    raw = b"lines\n" + b"Lamp\n" * 1000
    reading = Reading(Document("odd.txt", lambda: io.BytesIO(raw), 16))
    assert reading.raw is None
    have_read([reading], Workers())
    assert sum(len(part.extracts) for part in reading.parts()) == 1001


def test_a_large_document_that_is_read_as_a_whole_has_a_second_a_megabyte(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[int] = []
    monkeypatch.setattr(reading_process, "_allow", allowed.append)
    monkeypatch.setattr(reading_process, "TEXT_LIMIT", 3 << 20)

    class Asked(reading_process._Guard):
        def __init__(self) -> None:
            self.streams, self.seconds, self.unwanted = count(), 4, []
            self.blocks = [Block(bytes(1 << 19)) for _ in range(12)]

        def ask(self, _: Question, answered: Callable[[Order], None]) -> None:
            answered(self.blocks.pop() if self.blocks else Block(b""))

    with io.BufferedReader(reading_process._Stream(Asked(), 0)) as stream:
        assert len(stream.read()) == 6 << 20
    assert allowed == [4, 4, 5, 5, 6, 6, 7, 7, 7, 7, 7, 7]


def test_what_nobody_listens_to_any_more_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "AHEAD", 1)
    raw = b"lines\n" + b"Lamp\n" * 30_000
    with ReadAhead[str]() as ahead:
        for name in ("long.txt", "short.txt"):
            order = raw if name == "long.txt" else b"Pier"
            ahead.put(name, Reading(Document.of_bytes(name, order)))
        heard = ahead.read(all_of_them=True)
        _, long = next(heard)
        assert not next(long.parts()).done
        _, short = next(heard)
        assert sum(len(part.extracts) for part in short.parts()) == 1


_BOUNDED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (1000, 1000))
from tests.unit.readers.bounded import read_apart
from tui.readers.document import Document
print(len(read_apart(Document.of_bytes("films.csv", b"title,year\\nLamp,1936\\n"))[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_where_a_user_may_not_have_more_themselves_documents_are_read() -> None:
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", _BOUNDED], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
