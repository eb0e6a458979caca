"""Text from documents is data: no widget is given a string that could be read as markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACES = [ROOT / "tui" / "widgets", ROOT / "tui" / "screens", ROOT / "tui" / "app.py"]
WIDGETS = {
    "Static", "Label", "Option", "Button", "Checkbox", "RadioButton", "Collapsible", "TabPane", "Tab", "Selection",
    "Link", "Digits", "Tooltip",
}  # fmt: skip
"""Widgets of Textual whose first string is markup unless told otherwise."""
METHODS = {"notify", "add_option", "add_row", "add_column", "add_tab", "set_title"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}
MARKUP = {"from_markup", "visualize"}


def faces() -> list[Path]:
    return sorted(path for face in FACES for path in (face.rglob("*.py") if face.is_dir() else [face]) if path.exists())


def is_literal(node: ast.expr) -> bool:
    """Whether what is given cannot hold foreign text as a string: a constant, or an object built for showing."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return is_literal(node.body) and is_literal(node.orelse)
    if isinstance(node, ast.Starred):
        return False
    if isinstance(node, ast.Call):
        called = node.func
        name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        return name in {"Content", "Text", "assemble", "styled", "Option"}
    return False


def unmarked(call: ast.Call) -> bool:
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def offences(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if name in MARKUP and not all(isinstance(given, ast.Constant) for given in node.args):
                yield f"line {node.lineno}: {name} of what is no constant"
            if (
                name in WIDGETS | METHODS
                and not unmarked(node)
                and not all(is_literal(given) for given in node.args[:1])
            ):
                yield f"line {node.lineno}: {name}({ast.unparse(node.args[0])[:50]})"
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES and not is_literal(node.value):
                    yield f"line {node.lineno}: {target.attr} = {ast.unparse(node.value)[:50]}"


@pytest.mark.parametrize("path", faces(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_foreign_string_is_given_to_a_widget(path: Path) -> None:
    assert list(offences(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("Static(review.text)", 1),
        ("Static(f'{title}')", 1),
        ("Static('ready')", 0),
        ("Static(Content(title))", 0),
        ("Static(title, markup=False)", 0),
        ("self.notify(str(error))", 1),
        ("self.app.notify(str(error), markup=False)", 0),
        ("self.border_title = title", 1),
        ("self.border_title = Content(title)", 0),
        ("Content.from_markup(title)", 1),
        ("Content.from_markup('[b]$t[/b]', t=title)", 0),
    ],
)
def test_the_check_itself_sees_what_it_should(code: str, found: int) -> None:
    assert len(list(offences(ast.parse(code)))) == found
