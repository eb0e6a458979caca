"""Little documents in a format of the tests' own, so that these tests are about the library and not about readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.library import Library
from tui.readers import registry

REAL = registry.READERS


@pytest.fixture(autouse=True)
def row_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "READERS", ("tests.unit.library.rows",))


@pytest.fixture
def real_readers(row_reader: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - after it
    """Let documents be read as ever."""
    monkeypatch.setattr(registry, "READERS", REAL)


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes a document of rows."""

    def document(name: str, *rows: dict[str, Any]) -> Path:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return path

    return document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()
