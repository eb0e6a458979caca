"""How well real documents are read, through the command line, by the score that lies beside them.

Of the larger collections `tests/unit/readers/test_real_pages.py` asks the same without a process a document.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("gold", "least"),
    [
        ("seeds/gold.json", 1.0),
        ("data/pages/gold.json", 0.95),
    ],
)
def test_every_measure_is_reached(gold: str, least: float, shared: Path) -> None:
    command = [sys.executable, str(shared / "tools" / "score.py"), str(shared / gold), "--min", str(least), "--verbose"]
    done = subprocess.run(
        [*command, "--matinee", f"{sys.executable} -m tui"], capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout + done.stderr[-4000:]
