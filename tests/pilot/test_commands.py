"""The command table and the program are one: every command is bound, works, and is told to the user."""

from __future__ import annotations

import pytest

from tests.pilot.conftest import Open
from tui.app import MatineeApp
from tui.commands import BY_NAME, COMMANDS, Place, commands_of, keys_of, shown_key, shown_keys, unknown_names
from tui.config import Config
from tui.screens.ask import AskScreen
from tui.screens.browser import BrowserScreen
from tui.screens.choose import ChooseScreen, command_entries, narrowed
from tui.screens.concordance import ConcordanceScreen
from tui.screens.evidence import EvidenceScreen
from tui.screens.importing import ImportScreen
from tui.screens.search import SearchScreen
from tui.screens.unfiled import UnfiledScreen
from tui.widgets.row_list import RowList
from tui.widgets.search_bar import BarInput
from tui.widgets.text_pane import TextPane

OWNERS: dict[Place, tuple[type, ...]] = {
    "app": (MatineeApp,),
    "browser": (BrowserScreen,),
    "pane": (TextPane,),
    "list": (RowList,),
    "bar": (BarInput,),
    "search": (SearchScreen,),
    "import": (ImportScreen,),
    "dialog": (ChooseScreen, AskScreen, EvidenceScreen, ImportScreen, UnfiledScreen, ConcordanceScreen),
    "unfiled": (UnfiledScreen,),
    "concordance": (ConcordanceScreen,),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_its_action_and_its_binding(command: object) -> None:
    assert isinstance(command, type(COMMANDS[0]))
    for owner in OWNERS[command.place]:
        assert hasattr(owner, f"action_{command.name}"), owner
        if command.keys:
            bound: set[object] = set()
            for base in owner.__mro__:
                bound |= {getattr(binding, "id", None) for binding in base.__dict__.get("BINDINGS", ())}
            assert command.name in bound, owner


def test_names_are_unique_and_keys_do_not_clash_within_a_place() -> None:
    assert len(BY_NAME) == len(COMMANDS)
    together: tuple[tuple[Place, ...], ...] = (
        ("browser", "pane", "app"),
        ("browser", "list", "app"),
        ("bar",),
        ("search", "list", "app"),
        ("unfiled", "dialog", "list", "app"),
        ("concordance", "dialog", "list"),
    )
    for places in together:
        keys = [key for command in commands_of(*places) for key in keys_of(command, {})]
        doubled = {key for key in keys if keys.count(key) > 1}
        assert not doubled, (places, doubled)


def test_keys_are_written_as_people_write_them() -> None:
    assert [shown_key(key) for key in ("slash", "ctrl+o", "shift+tab", "G", "question_mark")] == [
        "/", "Ctrl+O", "Shift+Tab", "G", "?",
    ]  # fmt: skip
    assert shown_keys(BY_NAME["quit"], {"quit": "x"}) == "x"
    assert unknown_names(["quit", "qiut"]) == ["qiut"]


def test_help_lists_every_command_and_can_be_searched() -> None:
    entries = command_entries({}, everything=True)
    told = {entry.value for entry in entries}
    helped = {BY_NAME[name].help for name in told if name in BY_NAME}
    assert {command.help for command in COMMANDS} <= helped
    found = narrowed(entries, "spoiler")
    assert found
    assert all("spoiler" in f"{entry.title}{entry.words}".lower() for entry in found)


async def test_a_key_is_remapped_by_the_configuration(browse: Open) -> None:
    async with browse(config=Config(keys={"zoom": "Z"})) as b:
        await b.press("z")
        assert not b.browser.has_class("-zoom")
        await b.press("Z")
        assert b.browser.has_class("-zoom")
        assert b.shows("Z zoom")


async def test_the_palette_runs_commands_and_opens_films(browse: Open) -> None:
    async with browse() as b:
        await b.press("ctrl+p")
        await b.type("paper kite")
        await b.press("enter")
        assert b.browser.view is not None
        assert b.browser.view.film.id == "paper-kite-1999"
        await b.press("ctrl+p")
        await b.type("whole window")
        await b.press("enter")
        assert b.browser.has_class("-zoom")


async def test_the_field_of_a_dialog_stays_where_it_is_while_the_list_below_it_shrinks(browse: Open) -> None:
    async with browse() as b:
        await b.press("ctrl+p")
        field = b.app.screen.query_one("#choose-field")
        before = field.region.y
        await b.type("zo")
        assert field.region.y == before
        await b.press("backspace", "backspace")
        assert field.region.y == before


async def test_help_opens_from_every_screen_and_runs_what_is_chosen(browse: Open) -> None:
    async with browse() as b:
        for before in ((), ("U",)):
            await b.press(*before, "question_mark")
            assert isinstance(b.app.screen, ChooseScreen)
            assert b.shows("Keys and commands")
            await b.press("escape")
            if before:
                await b.press("escape")
        await b.press("question_mark")
        await b.type("light theme")
        await b.press("enter")
        assert b.app.theme == "matinee-day"


async def test_what_the_configuration_asks_for_in_vain_is_named(browse: Open) -> None:
    config = Config(theme="no-such", keys={"no_such": "x", "quit": "x"})
    async with browse(config=config, notifications=True) as b:
        (said,) = [notification.message for notification in b.app._notifications]
        assert "no_such" in said
        assert "quit" not in said
        assert "no-such" in said
        assert b.app.theme == "matinee"
