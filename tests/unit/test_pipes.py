"""Processes of our own are ours, whatever lies in the folder that the user is in."""

from __future__ import annotations

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
