"""A terminal that goes away takes the program with it; one that stays shows nothing but the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.harness import PATIENCE, Terminal, matinee
from tui.library import Library

PARENT = """
import os, subprocess, sys, time
far, near = os.openpty()
child = subprocess.Popen(sys.argv[1:], stdin=near, stdout=near, stderr=near, start_new_session=True)
os.close(near)
print(child.pid, flush=True)
while True:
    os.read(far, 65536)
"""
NOISY = """
import os, sys, threading
from tui.cli import main
threading.Timer(3.0, lambda: os.write(2, b"thread panicked at src/lib.rs\\n")).start()
sys.exit(main(sys.argv[1:]))
"""


def state_of(pid: int) -> str:
    """Return the letter of a process's state, nothing where there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def has_ended(pid: int, patience: float = PATIENCE) -> bool:
    """Say whether a process that is nobody's child here ends in time."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if state_of(pid) in ("", "Z"):
            return True
        time.sleep(0.1)
    return False


def test_a_terminal_that_is_closed_ends_it(tmp_path: Path) -> None:
    far, near = os.openpty()
    process = subprocess.Popen(
        matinee(tmp_path / "library"), stdin=near, stdout=near, stderr=near, start_new_session=True
    )  # without a controlling terminal: no signal tells it
    os.close(near)
    seen = b""
    while b"Mask" not in seen:
        seen += os.read(far, 1 << 16)
    os.close(far)
    try:
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the state of processes is read from /proc")
def test_it_does_not_outlive_the_program_that_shows_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, *matinee(tmp_path / "library")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        time.sleep(2)
        parent.kill()
        try:
            assert has_ended(pid)
        finally:
            if not has_ended(pid, 0.2):
                os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_the_terminal_is_given_back(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(matinee(tmp_path / "library")) as terminal:
        terminal.wait_for("6 films")
        terminal.press("j")
        terminal.settle()
        os.kill(terminal.pid, number)
        terminal.wait_for_end(PATIENCE)
        assert b"\x1b[?1049l" in terminal.raw


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the state of processes is read from /proc")
def test_it_can_be_set_aside_and_fetched_back(tmp_path: Path) -> None:
    with Terminal(matinee(tmp_path / "library")) as terminal:
        terminal.wait_for("6 films")
        terminal.press("\x1a")
        end = time.monotonic() + PATIENCE
        while state_of(terminal.pid) != "T" and time.monotonic() < end:
            terminal.pump(0.1)
        assert state_of(terminal.pid) == "T"
        assert b"\x1b[?1049l" in terminal.raw
        seen = len(terminal.raw)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for(lambda _: b"\x1b[?1049h" in terminal.raw[seen:])
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_last_change_is_written_before_it_ends(tmp_path: Path) -> None:
    root = tmp_path / "library"
    with Terminal(matinee(root)) as terminal:
        terminal.wait_for("6 films")
        terminal.press("enter")
        terminal.settle()
        terminal.send("wq")
        assert terminal.wait_for_end() == 0
    library = Library.open(root)
    library.refresh()
    assert sum(bool(film.watchlist) for film in library.catalogue()) == 1


def test_what_a_library_prints_on_standard_error_goes_to_the_log(tmp_path: Path) -> None:
    root = tmp_path / "library"
    with Terminal([sys.executable, "-c", NOISY, "--library", str(root)]) as terminal:
        terminal.wait_for("6 films")
        log = root / "matinee-errors.log"
        end = time.monotonic() + PATIENCE
        while not log.read_bytes() and time.monotonic() < end:
            terminal.pump(0.1)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert b"thread panicked" in log.read_bytes()
        assert b"panicked" not in terminal.raw


def test_a_quiet_session_leaves_no_log(tmp_path: Path) -> None:
    root = tmp_path / "library"
    with Terminal(matinee(root)) as terminal:
        terminal.wait_for("6 films")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not (root / "matinee-errors.log").exists()
