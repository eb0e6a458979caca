"""Nothing runs away: files, classes and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE, CLASS, FUNCTION, APP = 400, 250, 40, 150
"""Lines, at most."""


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def definitions(path: Path) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", sources("tui", "tests", "screenshots"), ids=short)
def test_a_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (APP if path == ROOT / "tui" / "app.py" else FILE)


@pytest.mark.parametrize("path", sources("tui"), ids=short)
def test_classes_and_functions_are_short(path: Path) -> None:
    long = [
        f"{node.name}: {length(node)} lines"
        for node in definitions(path)
        if length(node) > (CLASS if isinstance(node, ast.ClassDef) else FUNCTION)
    ]
    assert not long
