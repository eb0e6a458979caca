from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.widgets.typed_ahead import TypedAhead


class Asking(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "back")]

    def compose(self) -> ComposeResult:
        yield Input(id="asked")


class Page(Static, can_focus=True):
    pass


class Sample(TypedAhead):
    BINDINGS: ClassVar[list[BindingType]] = [("slash", "find", "find"), ("s", "ask", "ask"), ("m", "boom", "boom")]
    booms = 0

    def compose(self) -> ComposeResult:
        yield Page("a page")
        field = Input(id="field")
        field.display = False
        yield field

    def on_mount(self) -> None:
        self.query_one(Page).focus()

    def action_find(self) -> None:
        field = self.query_one("#field", Input)
        field.display = True
        field.focus()

    def action_ask(self) -> None:
        self.push_screen(Asking())

    def action_boom(self) -> None:
        self.booms += 1


async def burst(app: Sample, keys: str) -> None:
    names = {"/": "slash", "\x1b": "escape"}
    for key in keys:
        app.post_message(Key(names.get(key, key), key))


async def test_letters_after_a_slash_go_into_the_bar_that_it_opens() -> None:
    app = Sample()
    async with app.run_test() as pilot:
        await burst(app, "/mmm")
        await pilot.pause(0.3)
        assert app.query_one("#field", Input).value == "mmm"
        assert app.booms == 0


async def test_letters_go_into_the_screen_that_an_earlier_key_opens() -> None:
    app = Sample()
    async with app.run_test() as pilot:
        await burst(app, "smms")
        await pilot.pause(0.5)
        assert app.screen.query_one("#asked", Input).value == "mms"
        assert app.booms == 0


async def test_keys_after_a_screen_was_left_go_to_what_is_below() -> None:
    app = Sample()
    async with app.run_test() as pilot:
        await burst(app, "sab\x1bmm")
        await pilot.pause(1.0)
        assert len(app.screen_stack) == 1
        assert app.booms == 2


async def test_keys_in_their_own_time_are_as_ever() -> None:
    app = Sample()
    async with app.run_test() as pilot:
        await pilot.press("m", "slash", "a", "b")
        assert app.query_one("#field", Input).value == "ab"
        assert app.booms == 1
