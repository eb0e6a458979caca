"""A browser over a library in memory."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.notifications import Notification
from textual.pilot import Pilot

from tests.pilot.fakes import FakeLibrary, waiting
from tests.pilot.films import make_films
from tui.app import MatineeApp
from tui.config import Config
from tui.screens.browser import BrowserScreen
from tui.widgets.lane import CHANGE

TURNS, LEAST = 5, 2
"""How often it is looked whether an app has come to rest: at most, and in any case."""
SPAWNED = frozenset({CHANGE, "catalogue", "history", "ratings", "unfiled", "watch"})
"""Names of the threads that do one short piece of work."""


class Browsing:
    """An app that runs, with short ways to what tests look at."""

    def __init__(self, app: MatineeApp, pilot: Pilot[None], library: FakeLibrary) -> None:
        self.app = app
        self.pilot = pilot
        self.library = library

    @property
    def browser(self) -> BrowserScreen:
        browser = self.app.browser
        assert browser is not None
        return browser

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if c == " " else c for c in text))

    async def settle(self) -> None:
        """Let the app handle what it was given; threads have a moment to answer, which a test may hold up."""
        for turn in range(TURNS):
            await self.pilot.pause(0.005 if turn < LEAST else 0.02)
            if turn >= LEAST and not self.busy:
                return

    async def until(self, true: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something holds, however slow the machine is."""
        end = time.monotonic() + seconds
        while not true() and time.monotonic() < end:
            await self.pilot.pause(0.02)
        assert true()

    async def rest(self) -> None:
        """Wait until every answer has come and is shown."""
        await self.settle()
        await self.until(lambda: not self.busy)
        await self.settle()

    @property
    def busy(self) -> bool:
        """Whether an answer of a thread is still to come."""
        found = [self.app.browser] if self.app.browser is not None else []
        lanes = [
            lane for b in found for lane in (b.film_lane, b.filter_lane, b.search_lane, b.light_lane, b.reload_lane)
        ]
        lanes += [lane for screen in self.app.screen_stack if (lane := getattr(screen, "_lane", None)) is not None]
        return any(lane.busy for lane in lanes) or any(thread.name in SPAWNED for thread in threading.enumerate())

    def lines(self) -> list[str]:
        """Return what is on the screen."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def in_browser(self) -> bool:
        return self.app.screen is self.app.browser

    def active(self) -> str:
        return self.browser.active

    def shows(self, text: str) -> bool:
        return any(text in line for line in self.lines())


async def _go_on(_: float) -> None:
    """Let the app begin to handle a key."""
    await asyncio.sleep(0)


Open = Callable[..., AbstractAsyncContextManager[Browsing]]


@pytest.fixture
def library() -> FakeLibrary:
    fake = FakeLibrary(make_films())
    fake.waiting = [waiting(fake)]
    fake.saved = {"lamps": "lamp"}
    return fake


@pytest.fixture
def browse(library: FakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return what opens the browser in a window of a size."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Notification, "time_left", 1000.0)  # they go by the clock, and a slow machine takes its time
    monkeypatch.setattr("textual.app.wait_for_idle", _go_on)  # twice 20 ms a key: `settle` looks whether it is idle

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 36),
        *,
        config: Config | None = None,
        fake: FakeLibrary | None = None,
        notifications: bool = False,
    ) -> AsyncIterator[Browsing]:
        used = fake or library
        app = MatineeApp(used, config, log_folder=tmp_path)
        async with app.run_test(size=size, notifications=notifications) as pilot:
            browsing = Browsing(app, pilot, used)
            for _ in range(100):
                await pilot.pause(0.02)
                if app.browser is not None and (app.browser.view is not None or not used.views):
                    break
            await browsing.settle()
            yield browsing

    return opened
