"""Snapshots as text: what a screen shows letter by letter, and below it which style every letter has in both themes.

--- text
what stands on the screen
--- styles
one letter a cell, in runs: «a12 b3 a105»
--- legend
a  what the letter stands for in the dark theme | in the light one
"""

from __future__ import annotations

import difflib
from collections.abc import Awaitable, Callable
from itertools import groupby
from pathlib import Path
from string import ascii_letters, digits, punctuation

import pytest
from rich.cells import cell_len

from tests.pilot.conftest import Browsing
from tui.widgets.themes import DARK, LIGHT

LETTERS = ascii_letters + digits + punctuation + "".join(chr(code) for code in range(0xC0, 0x180))
FOLDER = Path(__file__).parent / "pictures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the pictures anew")


async def shown(b: Browsing, theme: str) -> tuple[list[str], list[list[str]]]:
    """Return the lines of the screen in a theme, and the style of every cell."""
    b.app.theme = theme
    await b.settle()
    strips = b.app.screen._compositor.render_strips()
    styles = [[name for s in strip for name in [str(s.style or "none")] * cell_len(s.text)] for strip in strips]
    return [strip.text.rstrip() for strip in strips], styles


async def picture(b: Browsing) -> str:
    """Return what the app shows, as text."""
    text, dark = await shown(b, DARK.name)
    text_by_day, light = await shown(b, LIGHT.name)
    assert text == text_by_day, "a theme changes nothing but colours"
    legend: dict[tuple[str, str], str] = {}
    runs: list[str] = []
    for pair in zip(dark, light, strict=True):
        cells = [legend.setdefault(styles, LETTERS[len(legend)]) for styles in zip(*pair, strict=True)]
        runs.append(" ".join(f"{letter}{len(list(group))}" for letter, group in groupby(cells)))
    named = [f"{letter}  {by_night} | {by_day}" for (by_night, by_day), letter in legend.items()]
    return "\n".join(["--- text", *text, "--- styles", *runs, "--- legend", *named, ""])


Compare = Callable[[Browsing, str], Awaitable[str]]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Return what holds a screen against its picture, and returns the difference."""
    update = request.config.getoption("--update-snapshots", default=False)

    async def compared(b: Browsing, name: str) -> str:
        path = FOLDER / f"{name}.txt"
        now = await picture(b)
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(now, encoding="utf-8")
            return ""
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = difflib.unified_diff(kept.split("\n"), now.split("\n"), "kept", "shown", lineterm="", n=0)
        return "\n".join([f"{name} looks different (--update-snapshots takes it over):", *lines]) if now != kept else ""

    return compared
