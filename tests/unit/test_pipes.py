"""Processes of our own are ours, whatever lies in the folder that the user is in."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

import tui
from tui import pipes


def test_nothing_is_run_from_the_folder_that_the_user_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tui.py", "argparse.py", "msgspec.py"):
        (tmp_path / name).write_text("print('run')")
    monkeypatch.chdir(tmp_path)
    process = pipes.started("tui", "--version")
    assert process.stdout is not None
    try:
        assert process.stdout.read().decode().split()[-1] == tui.__version__
    finally:
        pipes.ended(process)


def test_who_sends_need_not_wait_until_it_is_asked_for() -> None:
    there, here = os.pipe()
    messages = [bytes([number % 256]) * (number * 997 % 70_000) for number in range(100)]
    with os.fdopen(there, "rb", 0) as asked, os.fdopen(here, "wb") as sent:
        ahead = pipes.PrefetchedIncoming(asked, 8 << 20)
        for message in messages:
            pipes.send(sent, message)
        sent.close()  # all was taken: nobody has asked for anything yet
        assert [ahead.receive() for _ in messages] == messages
        with pytest.raises(EOFError):
            ahead.receive()


def test_a_message_that_ends_early_is_none() -> None:
    there, here = os.pipe()
    with os.fdopen(there, "rb", 0) as asked, os.fdopen(here, "wb") as sent:
        ahead = pipes.PrefetchedIncoming(asked, 1)
        sent.write((10).to_bytes(8, "big") + b"half")
        sent.close()
        with pytest.raises(EOFError):
            ahead.receive()


def test_nobody_waits_for_what_cannot_be_taken(tmp_path: Path) -> None:
    (tmp_path / "nothing").touch()
    with (tmp_path / "nothing").open("rb") as closed:
        pass  # reading it fails with an error that is none of the system's

    def ask() -> None:
        with suppress(EOFError):
            pipes.PrefetchedIncoming(closed, 1).receive()

    waiting = threading.Thread(target=ask, daemon=True)
    waiting.start()
    waiting.join(20)
    assert not waiting.is_alive()
