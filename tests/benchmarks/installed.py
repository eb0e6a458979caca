"""Measure the program as it is installed: pip compiles what it installs, a working copy may not be."""

from __future__ import annotations

import compileall
import os
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "tui"


def as_installed() -> None:
    """Compile the program, and let the processes that are measured find and keep compiled modules."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(PROGRAM, quiet=2)
