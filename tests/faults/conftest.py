"""The real program and documents for it, as fixtures."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.program import command, environment, write_tables

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a runner of the real program: (library, arguments …) to its completed process."""

    def start(library: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(library, *arguments),
            capture_output=True,
            text=True,
            check=False,
            env=environment(tmp_path),
            timeout=120,
            **options,
        )

    return start


@pytest.fixture
def tables(tmp_path: Path) -> Callable[[str, range], Path]:
    """Return a writer of folders of tables: (name, numbers of the films) to the folder."""

    def write(name: str, numbers: range) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        write_tables(folder, numbers)
        return folder

    return write
