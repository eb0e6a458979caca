"""A short run of the fuzzer; the long one is a command (see CONTRIBUTING)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="the fuzzer needs atheris: pip install -e '.[fuzz]'")
ROOT = Path(__file__).resolve().parents[2]


def test_no_document_of_a_short_run_breaks_a_reader(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.readers", "--seconds", "12", "--corpus", str(tmp_path / "corpus")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    crashes = [path.name for path in ROOT.glob("crash-*")]
    assert done.returncode == 0, done.stderr[-4000:]
    assert crashes == []
    assert "DONE" in done.stderr or "Done" in done.stderr, done.stderr[-2000:]
