"""Whatever ends an import, the process that reads for it ends too, even where a document keeps it busy."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.program import environment

PATIENCE = 60.0
PROGRAM = """
import sys
from tests.unit.odd_reader import LISTED
from tui.readers import guard, registry
registry.READERS, guard.SECONDS = LISTED, 0
from tui.__main__ import main
sys.exit(main())
"""
"""The real program, with a reader that does what its document says, and little patience."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux for the state of a process")


def _is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _until_gone(pid: int) -> bool:
    end = time.monotonic() + PATIENCE
    while _is_there(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not _is_there(pid)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_survives_the_import_that_started_it(tmp_path: Path, number: signal.Signals, *, large: bool) -> None:
    mark, path = tmp_path / "mark", tmp_path / "document.txt"
    path.write_text(f"lines\n!mark {mark}\n" + "lamp\n" * 2_000_000 if large else f"mark {mark}")
    command = [sys.executable, "-c", PROGRAM, "--library", str(tmp_path / "library"), "import", str(path)]
    program = subprocess.Popen(command, env=environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not mark.exists() or not mark.read_text():
            assert program.poll() is None
            time.sleep(0.05)
        reads = int(mark.read_text())
        assert _is_there(reads)
        os.kill(program.pid, number)
        program.wait(PATIENCE)
        assert _until_gone(reads)
        assert not list((tmp_path / "library").glob("films/*.json"))
    finally:
        program.kill()
        program.wait()
