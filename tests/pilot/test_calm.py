"""Calm under fire: any keys in any order, any size, hostile text, ten thousand reviews."""

from __future__ import annotations

import asyncio
import random

import pytest
from textual.strip import Strip

from tests.counting import counted
from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeLibrary
from tests.pilot.films import P, harbour
from tui.config import Config
from tui.models import Film, FilmView, Rating, Review, Trivia
from tui.screens.ask import AskScreen
from tui.screens.evidence import EvidenceScreen, heading
from tui.text import clean
from tui.widgets import pane_layout
from tui.widgets.passages import Line, Passage, Show, lines_of
from tui.widgets.text_pane import TextPane

KEYS = [
    *"jkhlJK0123gGzvVnNoftecmxXwBsuUiSLWACt", "apostrophe", "slash", "question_mark", "at", "less_than_sign",
    "greater_than_sign", "minus", "plus", "tab", "shift+tab", "enter", "escape", "escape", "up", "down", "space",
    "pagedown", "home", "end", "ctrl+p", "ctrl+o", "alt+right", "ctrl+l", "ctrl+k", "ctrl+x", "backspace", "left",
    "right",
]  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
async def test_random_keys_and_sizes_never_break_it(browse: Open, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    async with browse(notifications=True) as b:
        for _ in range(120):
            if dice.random() < 0.05:
                await b.pilot.resize_terminal(dice.randint(20, 180), dice.randint(5, 50))
            else:
                await b.pilot.press(dice.choice(KEYS))
        await b.pilot.resize_terminal(120, 36)
        await b.press(*["escape"] * 8)
        assert b.app.is_running
        assert not [n for n in b.app._notifications if "unexpected" in n.message]


def many(count: int) -> FilmView:
    words = "lamp ferry harbour night radio winter a the of and slow quiet".split()  # noqa: SIM905
    return FilmView(
        film=Film(id="many", title=P("Many"), year=2001),
        reviews=tuple(
            Review(
                id=f"r{i}",
                author=P(f"Author {i}"),
                text=P(" ".join(words[(i * j) % len(words)] for j in range(20 + i % 300))),
                rating=Rating(value=i % 11, out_of=10),
            )
            for i in range(count)
        ),
    )


async def test_of_ten_thousand_reviews_only_those_in_view_are_set(
    browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = harbour()
    set_in_lines: list[str] = []

    def counting(passage: Passage, width: int, show: Show, *, first: bool) -> list[Line]:
        set_in_lines.append(passage.id)
        return lines_of(passage, width, show, first=first)

    async with browse(fake=FakeLibrary([small, many(10_000)])) as b:
        view = b.library.views["many"]
        b.browser.show_film(small)
        monkeypatch.setattr(pane_layout, "lines_of", counting)
        b.browser.show_film(view, list(view.reviews))
        pane = b.browser.text("reviews")
        assert len(pane.passages) > 9000
        assert set_in_lines
        assert len(set_in_lines) <= 3 * b.app.size.height


async def test_a_page_of_ten_thousand_reviews_costs_what_a_page_of_a_few_does(browse: Open) -> None:
    costs = []
    for count in (200, 10_000):
        async with browse(fake=FakeLibrary([many(count)])) as b:
            await b.press("2", "G")
            pane = b.browser.text("reviews")
            assert len(pane.passages) > 0.9 * count
            assert pane.progress == 100
            pages = []
            for _ in range(20):
                with counted() as counter:
                    pane.action_page_back()
                    for y in range(pane.size.height):
                        pane.render_line(y)
                pages.append(counter.calls)
            costs.append(sorted(pages)[10])
    few, all_of_them = costs
    assert all_of_them < 1.5 * few


async def test_the_title_tells_how_far_one_has_read_of_what_is_unfolded(browse: Open) -> None:
    async with browse(fake=FakeLibrary([many(60)])) as b:
        await b.press("2", *["J"] * 20)
        pane = b.browser.text("reviews")
        for key in ("J", "X", "x", "X", "X"):
            await b.press(key)
            await b.until(lambda: b.shows(f" {pane.progress} % ─"))


async def test_a_dialog_can_be_left_before_it_is_there(browse: Open) -> None:
    async with browse() as b:
        screen = AskScreen("Your rating", placeholder="8")
        b.app.push_screen(screen)
        screen.dismiss(None)
        await b.settle()
        assert b.in_browser()


async def test_a_text_is_not_drawn_before_it_is_set_for_its_window(
    browse: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    render = TextPane.render_line

    def noting(pane: TextPane, y: int) -> Strip:
        strip = render(pane, y)
        drawn.append(strip.text.strip())
        return strip

    async with browse() as b:
        said = "New films came in tonight, and some reviews with them."
        monkeypatch.setattr(TextPane, "render_line", noting)
        b.app.push_screen(EvidenceScreen("Import", [heading(said)], Config()))
        await b.settle()
        assert said in drawn
        assert not [line for line in drawn if len(line) == 1]


async def test_the_app_can_be_left_while_a_dialog_is_being_made(browse: Open) -> None:
    async with browse() as b:
        b.app.push_screen(AskScreen("Your rating", placeholder="8"))
        b.app.exit()
        await asyncio.sleep(0.2)
    assert b.app.return_code == 0


HOSTILE = "\x1b]0;owned\x07 [bold]x[/nope] [@click=app.quit]y[/] \x9b31m \u202egnp.exe \ud800 \x00 a\tb"


async def test_hostile_text_is_shown_literally_and_without_controls(browse: Open) -> None:
    text = clean(HOSTILE * 3)
    view = FilmView(
        film=Film(id="h", title=text, tagline=text, synopsis=text, genres=(text,)),
        reviews=(Review(id="r", author=text, headline=text, text=text),),
        trivia=(Trivia(id="t", topic=text, text=text),),
    )
    async with browse(fake=FakeLibrary([view])) as b:
        for keys in (
            (),
            ("2", "e"),
            ("escape", "3", "t"),
            ("escape", "s", "x", "down"),
            ("escape", "ctrl+p"),
            ("escape",),
        ):
            await b.press(*keys)
            shown = "\n".join(b.lines())
            assert not any(c in shown for c in "\x1b\x07\x9b\u202e\x00\ud800\t")
        assert b.shows("[bold]x[/nope]")
        assert b.app.is_running


async def test_text_is_selected_with_the_mouse_and_copied(browse: Open) -> None:
    async with browse() as b:
        await b.pilot.mouse_down("#reviews", offset=(2, 2))
        await b.pilot.hover("#reviews", offset=(13, 2))
        await b.pilot.mouse_up("#reviews", offset=(13, 2))
        await b.settle()
        assert (b.browser.get_selected_text() or "").startswith("The harbour")
        await b.press("y")
        assert b.app.clipboard.startswith("The harbour")
        assert len(b.app.clipboard) < 20
