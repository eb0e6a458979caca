"""The search bar: names its scope, searches with every key, remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import Paste
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input

from tui.text import clean_line
from tui.widgets.binding import bindings_for
from tui.widgets.boxes import Across
from tui.widgets.one_line import OneLine
from tui.widgets.wrapping import cut_to, width_of

LONGEST = 10_000
LEAST = 8
"""Cells that the query has in any case."""


class BarInput(Input):
    """A field without the bindings that the bar gives another meaning."""

    BINDINGS = bindings_for("bar")
    DEFAULT_CSS = "BarInput { border: none; height: 1; padding: 0; background: transparent; width: 1fr; }"

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        """Make an empty field."""
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False, max_length=LONGEST, compact=True)
        self.cursor_blink = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002
        recompose: bool = False,
    ) -> Self:
        """Draw the field; what is in it never changes its size, so a key needs no layout of the screen."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def on_paste(self, event: Paste) -> None:
        """Take a paste as one line, and as much of it as there is room for: the field takes all of it or nothing."""
        event.text = " ".join(event.text.split())[: LONGEST - len(self.value)]

    def _bar(self) -> SearchBar:
        return self.query_ancestor(SearchBar)

    def action_bar_leave(self) -> None:
        """Leave."""
        self._bar().post_message(SearchBar.Left(self._bar()))

    def action_bar_enter(self) -> None:
        """Go to the first match."""
        self._bar().post_message(SearchBar.Entered(self._bar(), opening=True))

    def action_bar_scope(self) -> None:
        """Switch the scope."""
        self._bar().post_message(SearchBar.Switched(self._bar()))

    def action_bar_older(self) -> None:
        """Take an earlier search."""
        self._bar().walk(1)

    def action_bar_newer(self) -> None:
        """Take a later search; from the newest go into the results."""
        if not self._bar().walk(-1):
            self._bar().post_message(SearchBar.Entered(self._bar()))

    def action_literal(self) -> None:
        """Search literally, or forgive typos again."""
        bar = self._bar()
        bar.literal = not bar.literal
        bar.changed()


class BarLabel(OneLine):
    """What stands before or behind the field."""

    DEFAULT_CSS = "BarLabel { width: 0; }"

    def __init__(self, part: str, *, steps: int = 1, id: str | None = None) -> None:
        """Make an empty label.

        Args:
            part: component that colours it.
            steps: its width grows in steps of so many cells, and shrinks only when it says nothing: each other width
                is a layout of the whole screen, which a notice that counts must not cost with every key.
            id: of the widget.
        """
        super().__init__(id=id)
        self._part = part
        self._steps = steps
        self._says = ""
        self._room = 0

    def show(self, text: str, most: int | None = None) -> None:
        """Say something else, in at most so many cells."""
        if text != self._says or (most is not None and self._room > most):
            self._says = text
            needed = -(-width_of(text) // self._steps) * self._steps
            room = needed if self._steps == 1 or not text else max(needed, self._room)
            room = room if most is None else min(room, most)
            if room != self._room:
                self._room = room
                self.styles.width = room
            self.refresh()

    def pieces(self, width: int) -> list[Segment]:
        """Return the text, at the right of its room."""
        text = cut_to(self._says, width)
        style = self.style_of(self._part)
        return [Segment(" " * (width - width_of(text)), style), Segment(text, style)]


class SearchBar(Across):
    """Scope, field, and how the query was read."""

    DEFAULT_CSS = "SearchBar { height: 1; }"

    @dataclass
    class Changed(Message):
        """Another query, or the same one read literally."""

        bar: SearchBar
        query: str
        literal: bool

    @dataclass
    class Told(Message):
        """Base of what the bar's keys tell."""

        bar: SearchBar

    class Left(Told):
        """Escape."""

    @dataclass
    class Entered(Told):
        """Enter or the down key: go into what was found."""

        opening: bool = False
        """Whether it was Enter."""

    class Switched(Told):
        """Tab: the other scope."""

    def __init__(self, scope: str, *, id: str | None = None, placeholder: str = "") -> None:
        """Name the scope."""
        super().__init__(id=id)
        self._scope = scope
        self._placeholder = placeholder
        self.literal = False
        self._history: Sequence[str] = ()
        self._walked = 0
        self._typed = ""
        self._told: tuple[str, bool] = ("", False)

    def compose(self) -> ComposeResult:
        """Lay out scope, field and notice."""
        yield BarLabel("key", id="bar-scope")
        yield BarInput(self._placeholder, id="bar-field")
        yield BarLabel("notice", steps=8, id="bar-notice")

    def on_mount(self) -> None:
        """Show the scope."""
        self.set_scope(self._scope)

    @property
    def field(self) -> BarInput:
        """The field."""
        return self.query_one(BarInput)

    @property
    def query_text(self) -> str:
        """The query, without whatever a paste brought that is not text."""
        return clean_line(self.field.value) if self.field.value.strip() else ""

    def set_scope(self, scope: str) -> None:
        """Name another scope."""
        self._scope = scope
        mode = " · literal" if self.literal else ""
        self.query_one("#bar-scope", BarLabel).show(f" {scope}{mode} ❯ ")

    def set_history(self, queries: Sequence[str]) -> None:
        """Take the earlier searches, newest first."""
        self._history = queries
        self._walked = 0

    def notice(self, text: str) -> str:
        """Say how the query was read, or what was found; what has no room beside the query is returned, not said."""
        scope = self.query_one("#bar-scope", BarLabel).size.width
        room = self.size.width - scope - max(LEAST, width_of(self.field.value)) - 1
        fits = width_of(text) < room
        self.query_one("#bar-notice", BarLabel).show(f"{text} " if text and fits else "", max(0, room))
        return "" if fits else text

    def walk(self, by: int) -> bool:
        """Go `by` searches back in the history; False at its newer end."""
        to = self._walked + by
        if to < 0 or to > len(self._history):
            return to > 0
        if self._walked == 0:
            self._typed = self.field.value
        self._walked = to
        self.field.value = self._typed if to == 0 else self._history[to - 1]
        self.field.cursor_position = len(self.field.value)
        return True

    def set_query(self, query: str) -> None:
        """Put a query into the field as if it had been typed."""
        self.field.value = query
        self.field.cursor_position = len(query)
        self._walked = 0

    def offer(self) -> None:
        """Mark the query that is in the field: the next letter takes its place, an arrow or Enter keeps it."""
        self.field.action_select_all()

    def show_query(self, query: str, *, literal: bool = False) -> None:
        """Put a query into the field whose answer is shown or on its way, so that it is not asked once more."""
        self.literal = literal
        with self.prevent(Input.Changed):
            self.set_query(query)
        self._told = (self.query_text, literal)
        self.set_scope(self._scope)

    def changed(self) -> None:
        """Tell what is asked now, if it is not what was told last."""
        state = (self.query_text, self.literal)
        self.set_scope(self._scope)
        if state != self._told:
            self._told = state
            self.post_message(self.Changed(self, *state))

    def forget(self) -> None:
        """Empty the field."""
        self._told = ("", False)
        self.literal = False
        with self.prevent(Input.Changed):
            self.field.value = ""
        self.notice("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.changed()
