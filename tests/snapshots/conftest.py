"""Snapshots as text: what a screen shows letter by letter, and below it which style every letter has.

--- text
what stands on the screen
--- styles
one letter a cell, in runs: «a12 b3 a105»
--- legend
a  what the letter stands for
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from string import ascii_letters, digits, punctuation

import pytest
from rich.cells import cell_len
from textual.app import App

LETTERS = ascii_letters + digits + punctuation
FOLDER = Path(__file__).parent / "pictures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the pictures anew")


def picture(app: App[None]) -> str:
    """Return what the app shows, as text."""
    legend: dict[str, str] = {}
    text: list[str] = []
    runs: list[str] = []
    for strip in app.screen._compositor.render_strips():
        text.append(strip.text.rstrip())
        cells: list[str] = []
        for segment in strip:
            name = str(segment.style or "none")
            letter = legend.setdefault(name, LETTERS[len(legend)])
            cells += [letter] * cell_len(segment.text)
        runs.append(" ".join(f"{letter}{len(list(group))}" for letter, group in groupby(cells)))
    named = [f"{letter}  {name}" for name, letter in legend.items()]
    return "\n".join(["--- text", *text, "--- styles", *runs, "--- legend", *named, ""])


Compare = Callable[[App[None], str], None]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Return what holds a screen against its picture."""
    update = request.config.getoption("--update-snapshots", default=False)

    def compared(app: App[None], name: str) -> None:
        path = FOLDER / f"{name}.txt"
        shown = picture(app)
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8")
            return
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        difference = "\n".join(
            difflib.unified_diff(kept.split("\n"), shown.split("\n"), "kept", "shown", lineterm="", n=0)
        )
        assert shown == kept, f"{name} looks different (--update-snapshots takes it over):\n{difference}"

    return compared
