"""What must not happen between a key and the screen: figures are in tests/benchmarks, here is what they rest on."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from textual._compositor import Compositor
from textual.events import Resize
from textual.screen import Screen

from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeLibrary
from tests.pilot.films import make_films
from tui.widgets.leaving import SETTLED
from tui.widgets.sweeping import NEVER


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of what the screens do from now on: «layout», «paint»."""
    done: list[str] = []
    for method, name in (("_refresh_layout", "layout"), ("_compositor_refresh", "paint")):
        own = getattr(Screen, method)

        def noted(self: object, *args: object, _own: object = own, _name: str = name, **named: object) -> object:
            done.append(_name)
            return _own(self, *args, **named)  # type: ignore[operator]

        monkeypatch.setattr(Screen, method, noted)
    return done


@pytest.fixture
def thresholds() -> Iterator[tuple[int, int, int]]:
    """Give the thresholds of the garbage collector back."""
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)
    gc.unfreeze()


async def test_a_key_in_the_search_screen_lays_nothing_out(browse: Open, painted: list[str]) -> None:
    async with browse() as b:
        await b.press("s", "t")
        painted.clear()
        await b.type("he")
        await b.press("backspace", "backspace")
        assert "paint" in painted
        assert "layout" not in painted


async def test_a_line_further_lays_nothing_out(browse: Open, painted: list[str]) -> None:
    async with browse() as b:
        await b.press("2")
        painted.clear()
        await b.press("j", "j", "J")
        assert "paint" in painted
        assert "layout" not in painted


async def test_a_terminal_that_has_its_old_size_again_is_painted_anew(
    browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: list[bool] = []
    update = Compositor.render_update

    def noted(self: Compositor, full: bool = False, **named: bool) -> object:
        whole.append(full or self.size.region in self._dirty_regions)
        return update(self, full, **named)  # type: ignore[arg-type]

    async with browse() as b:
        await b.pilot.pause(2 * SETTLED)
        monkeypatch.setattr(Compositor, "render_update", noted)
        b.app.post_message(Resize(b.app.size, b.app.size))
        await b.pilot.pause(2 * SETTLED)
        assert any(whole)


async def test_what_stirs_below_paints_nothing_above(browse: Open, painted: list[str]) -> None:
    async with browse() as b:
        await b.press("s")
        await b.settle()
        painted.clear()
        for _ in range(3):
            b.browser.news("")
            b.browser.films.refresh()
            await b.settle()
        assert painted == []


async def test_the_list_brings_more_hits_when_it_is_used(browse: Open) -> None:
    films = make_films()
    fake = FakeLibrary(films)
    limits: list[int] = []
    search = fake.search

    def noted(query: str, **named: object) -> object:
        limits.append(int(str(named.get("limit", 0))))
        answer = search(query, **named)  # type: ignore[arg-type]
        return answer.__class__(query=answer.query, read_as="", total=1000, hits=answer.hits, counts=answer.counts)

    fake.search = noted  # type: ignore[method-assign, assignment]
    async with browse(fake=fake) as b:
        await b.press("s", "t")
        assert max(limits) == 32  # as many as the list has lines
        await b.press("down")
        await b.settle()
        assert max(limits) == 200


async def test_garbage_waits_until_nobody_is_at_the_keys(
    browse: Open, thresholds: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[str] = []
    async with browse() as b:
        assert gc.get_threshold()[2] == NEVER
        monkeypatch.setattr(gc, "collect", lambda: swept.append("all"))
        b.app.last_key = 0.0
        b.app._look()
        assert swept == ["all"]  # what was made for the start
        await b.press("j")
        b.app._look()
        assert swept == ["all"]
        monkeypatch.setattr("tui.widgets.sweeping.REST", 0.0)
        b.app._look()
        b.app._look()
        assert swept == ["all", "all"]
    assert gc.get_threshold() == thresholds
