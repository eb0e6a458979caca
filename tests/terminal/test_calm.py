"""The short form of `python -m tests.terminal.calm`."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.calm import trial


def test_random_keys_clicks_pastes_and_resizes_leave_it_calm(tmp_path: Path) -> None:
    trial(tmp_path / "library", seed=7, keys=400)
