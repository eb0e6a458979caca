"""The starter collection, read as at the first start, and commands asked about it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main
from tui.config import starter_documents

Asked = Callable[..., Any]


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("starter") / "library"
    assert main(["import", str(starter_documents()), "--library", str(library), "--json"]) == 0
    return library


@pytest.fixture
def library(starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = shutil.copytree(starter, tmp_path / "library")
    monkeypatch.setenv("MATINEE_LIBRARY", str(copy))
    monkeypatch.setenv("MATINEE_CONFIG", str(tmp_path / "none.toml"))
    return copy


@pytest.fixture
def ask(library: Path, capsys: pytest.CaptureFixture[str]) -> Asked:
    assert library.is_dir()

    def asked(*words: str, status: int = 0) -> Any:
        capsys.readouterr()
        assert main([*words, "--json"]) == status
        return json.loads(capsys.readouterr().out)

    return asked


@pytest.fixture
def read(library: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    assert library.is_dir()

    def asked(*words: str, status: int = 0) -> tuple[str, str]:
        capsys.readouterr()
        assert main(list(words)) == status
        said = capsys.readouterr()
        return said.out, said.err

    return asked
