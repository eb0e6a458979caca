"""Every screen at three sizes, dark and light."""

from __future__ import annotations

import pytest

from tests.pilot.conftest import Open, browse, library
from tests.snapshots.conftest import Compare
from tui.config import Config

__all__ = ["browse", "library"]

SIZES = ((60, 20), (80, 24), (120, 36))
SCREENS: dict[str, tuple[str, ...]] = {
    "browser": (),
    "reading": ("2",),
    "search-live": ("slash", *"lamp"),
    "search-walk": ("slash", *"lamp", "enter", "n", "n"),
    "search-nothing": ("slash", *"xyzzy"),
    "search-screen": ("s", *"lamp"),
    "search-results": ("s", *"lamp", "down", "down", "down"),
    "search-empty": ("s",),
    "concordance": ("slash", *"lamp", "enter", "c"),
    "help": ("question_mark",),
    "palette": ("ctrl+p", *"spoil"),
    "evidence": ("2", "e"),
    "topics": ("3", "t"),
    "unfiled": ("U",),
    "sort": ("o",),
    "zoom": ("3", "z"),
    "spoilers": ("2", "V", "G"),
    "folded": ("2", "X"),
    "rate": ("r",),
}
BOTH_THEMES = ("browser", "search-walk", "search-results")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_dark(browse: Open, compare: Compare, name: str, size: tuple[int, int]) -> None:
    async with browse(size) as b:
        await b.press(*SCREENS[name])
        b.app.clear_notifications()
        await b.settle()
        await b.settle()
        compare(b.app, f"{name}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BOTH_THEMES)
async def test_light(browse: Open, compare: Compare, name: str, size: tuple[int, int]) -> None:
    async with browse(size, config=Config(theme="matinee-day")) as b:
        await b.press(*SCREENS[name])
        await b.settle()
        await b.settle()
        compare(b.app, f"{name}-{size[0]}x{size[1]}-light")


@pytest.mark.parametrize("size", [(40, 12), (39, 11)], ids=["smallest", "too-small"])
async def test_at_the_edge(browse: Open, compare: Compare, size: tuple[int, int]) -> None:
    async with browse(size) as b:
        compare(b.app, f"edge-{size[0]}x{size[1]}")
