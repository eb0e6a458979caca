"""Every command of the table, by its first key: what it does is seen on the screen or in the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widgets import Input

from tests.pilot.conftest import Browsing, Open
from tests.pilot.fakes import FakeLibrary
from tui.app import MatineeApp
from tui.commands import COMMANDS, Command, keys_of
from tui.screens.ask import AskScreen
from tui.screens.choose import ChooseScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.importing import ImportScreen
from tui.screens.search import SearchScreen
from tui.screens.unfiled import UnfiledScreen
from tui.widgets.facets import Narrowing


class Case(NamedTuple):
    """How a command is shown to work."""

    before: tuple[str, ...]
    """Keys that lead to where it works."""
    after: Callable[[Browsing], object]
    """Tells whether it has done what it says."""


SEARCHED = ("slash", *"lamp", "enter")
RESULTS = ("s", *"lamp", "down")
LINES = (*SEARCHED, "c")
FILM = "night-harbour-1987"


def at(pane: str) -> Callable[[Browsing], bool]:
    return lambda b: b.active() == pane


def row(index: int) -> Callable[[Browsing], bool]:
    return lambda b: b.browser.films.cursor == index


def line(low: int, high: int) -> Callable[[Browsing], bool]:
    return lambda b: low <= b.browser.text("reviews").scroll_offset.y <= high


def marked(review: str) -> Callable[[Browsing], bool]:
    return lambda b: (m := b.browser.text("reviews").marked) is not None and m.id == review


def shows(text: str) -> Callable[[Browsing], bool]:
    return lambda b: b.shows(text)


def screen(kind: type) -> Callable[[Browsing], bool]:
    return lambda b: isinstance(b.app.screen, kind)


def focus(part: str) -> Callable[[Browsing], bool]:
    return lambda b: b.app.focused is not None and b.app.focused.id == part


def called(*call: object) -> Callable[[Browsing], bool]:
    return lambda b: call in b.library.calls


def state(name: str, value: int) -> Callable[[Browsing], bool]:
    return lambda b: b.browser.state.get(name) == value


def personal(field: str) -> Callable[[Browsing], object]:
    return lambda b: getattr(b.library.views[FILM].personal, field)


def searched(b: Browsing) -> SearchScreen:
    assert isinstance(b.app.screen, SearchScreen)
    return b.app.screen


CASES: Mapping[str, Case] = {
    "cursor_down": Case((), row(1)),
    "cursor_up": Case(("j",), row(0)),
    "page_down": Case((), row(2)),
    "page_up": Case(("G",), row(0)),
    "go_first": Case(("G",), row(0)),
    "go_last": Case((), row(2)),
    "choose": Case((), at("reviews")),
    "line_down": Case(("2",), line(1, 1)),
    "line_up": Case(("2", "j", "j"), line(1, 1)),
    "page_forth": Case(("2",), line(3, 99)),
    "page_back": Case(("2", "space"), line(0, 0)),
    "text_start": Case(("2", "G"), line(0, 0)),
    "text_end": Case(("2",), lambda b: b.browser.text("reviews").progress == 100),
    "fold": Case(("2",), lambda b: "r-long" in b.browser.text("reviews").display_state.folded),
    "fold_all": Case(("2",), lambda b: {"r-long", "r-mid"} <= b.browser.text("reviews").display_state.folded),
    "films": Case(("2",), at("films")),
    "synopsis": Case((), at("synopsis")),
    "reviews": Case((), at("reviews")),
    "trivia": Case((), at("trivia")),
    "next_pane": Case((), at("synopsis")),
    "previous_pane": Case((), at("trivia")),
    "next_item": Case(("2",), marked("r-spoiler")),
    "previous_item": Case(("2", "J"), marked("r-long")),
    "topics": Case((), shows("Jump to")),
    "jump_back": Case(("1", "t", "enter"), at("synopsis")),
    "jump_forward": Case(("1", "t", "enter", "ctrl+o"), at("trivia")),
    "leave": Case(("2",), at("films")),
    "find": Case((), lambda b: b.browser.has_class("-searching")),
    "search": Case((), screen(SearchScreen)),
    "next_match": Case(("2", *SEARCHED), shows("match 2 of")),
    "previous_match": Case(("2", *SEARCHED, "n"), shows("match 1 of")),
    "concordance": Case(SEARCHED, screen(ConcordanceScreen)),
    "similar": Case(("2",), shows("like the review by Ada Quill")),
    "saved": Case((), shows("Saved searches")),
    "bookmarks": Case((), called("search", "is:bookmarked", None)),
    "zoom": Case((), lambda b: b.browser.has_class("-zoom")),
    "reveal": Case(("2", "J"), shows("In the end the lighthouse keeper")),
    "reveal_all": Case((), lambda b: b.browser.text("reviews").display_state.all_revealed),
    "evidence": Case((), screen(EvidenceScreen)),
    "copy": Case(("2",), lambda b: b.app.clipboard.startswith("The harbour is the first thing")),
    "sort": Case((), shows("Films by title")),
    "filter": Case((), focus("films-filter")),
    "narrower": Case((), state("side", 28)),
    "wider": Case((), state("side", 32)),
    "split_left": Case((), state("split", 56)),
    "split_right": Case((), state("split", 64)),
    "split_up": Case((), state("upper", 25)),
    "split_down": Case((), state("upper", 35)),
    "import_documents": Case((), screen(ImportScreen)),
    "unfiled": Case((), screen(UnfiledScreen)),
    "undo": Case((), called("undo")),
    "starter": Case((), lambda b: any(call[0] == "import" for call in b.library.calls)),
    "watchlist": Case((), personal("watchlist")),
    "rate": Case((), shows("Your rating")),
    "log": Case((), shows("You saw it on")),
    "like": Case((), personal("liked")),
    "tag": Case((), shows("Your tags")),
    "bookmark": Case(("2",), personal("bookmarks")),
    "note": Case((), shows("Your note")),
    "correct": Case((), shows("What is wrong?")),
    "merge": Case((), shows("This film is the same as")),
    "split": Case(("2",), called("split", FILM, ("r-long",))),
    "remove": Case((), shows("Remove this film?")),
    "bar_leave": Case(("slash",), lambda b: not b.browser.has_class("-searching")),
    "bar_enter": Case(("slash", *"lamp"), lambda b: b.browser.text("synopsis").match is not None),
    "bar_scope": Case(("slash",), screen(SearchScreen)),
    "bar_older": Case(("slash",), lambda b: b.browser.bar.query_text == "ferry"),
    "bar_newer": Case(("slash", "up"), lambda b: b.browser.bar.query_text == ""),
    "literal": Case(("slash",), shows("literal ❯")),
    "complete": Case(("i",), lambda b: b.app.screen.query_one(Input).value == "reviews/"),
    "close": Case(("o",), lambda b: b.in_browser()),
    "search_close": Case(RESULTS, lambda b: b.in_browser()),
    "search_next": Case(RESULTS, focus("preview")),
    "search_previous": Case(RESULTS, focus("bar-field")),
    "search_bar": Case(RESULTS, focus("bar-field")),
    "search_save": Case(("s", *"lamp"), screen(AskScreen)),
    "search_concordance": Case(("s", *"lamp"), screen(ConcordanceScreen)),
    "search_like": Case((*RESULTS, "j"), shows("like the review by Ada Quill")),
    "search_reveal": Case((*RESULTS, "j", "j", "j"), lambda b: searched(b).preview.display_state.revealed),
    "search_clear": Case((*RESULTS, "tab", "tab", "enter", "slash"), lambda b: searched(b)._narrowing == Narrowing()),
    "context_right": Case((*LINES, "l"), shows("by what stands right")),
    "context_left": Case(LINES, shows("by what stands left")),
    "context_film": Case(LINES, shows("by film ─")),
    "context_rating": Case(LINES, shows("by rating ─")),
    "context_year": Case(LINES, shows("by year ─")),
    "accept": Case(("U",), called("file", "u1", FILM)),
    "choose_film": Case(("U",), shows("File it with")),
    "new_film": Case(("U",), shows("A new film")),
    "ignore": Case(("U",), called("ignore", "u1")),
    "unfiled_undo": Case(("U",), called("undo")),
    "unfiled_next": Case(("U",), focus("candidates")),
    "theme": Case((), lambda b: b.app.theme == "matinee-day"),
    "palette": Case((), shows("Palette")),
    "help": Case((), lambda b: isinstance(b.app.screen, ChooseScreen) and b.shows("Keys and commands")),
    "suspend_process": Case((), called("suspended")),
    "quit": Case((), lambda b: b.app.return_code == 0),
}


def test_every_command_has_a_case() -> None:
    assert set(CASES) == {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_it_does_what_it_says(
    browse: Open, library: FakeLibrary, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reviews").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(MatineeApp, "action_suspend_process", lambda _: library.calls.append(("suspended",)))
    library.past = ["ferry"]
    case = CASES[command.name]
    async with browse((80, 24)) as b:
        await b.press(*case.before)
        await b.settle()
        assert not case.after(b), "nothing is done before the key"
        keys = keys_of(command, {})
        if keys:
            await b.press(keys[0])
        else:
            await b.browser.run_command(command.name)
        await b.until(lambda: bool(case.after(b)))
