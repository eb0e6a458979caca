"""A dialog that asks for one line: a rating, a note, a name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.screens.once import Once
from tui.text import clean_line
from tui.widgets.binding import bindings_for
from tui.widgets.one_line import PaneTitle, TitleEntry


class AskScreen(ModalScreen[str | None], Once[str | None]):
    """Returns what was typed, None for Escape."""

    BINDINGS = bindings_for("dialog")

    def __init__(self, title: str, *, placeholder: str = "", value: str = "") -> None:
        """Ask for something.

        Args:
            title: what is asked.
            placeholder: how an answer looks.
            value: what stands there already.
        """
        super().__init__(classes="-asking")
        self._title = title
        self._placeholder = placeholder
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out title and field."""
        with Vertical(id="choose-box"):
            yield PaneTitle(id="choose-title")
            with Vertical(id="choose-body"):
                field = Input(self._value, placeholder=self._placeholder, id="choose-field", compact=True)
                field.select_on_focus = False
                yield field

    def on_mount(self) -> None:
        """Show the question."""
        self.query_one(PaneTitle).show([TitleEntry("", "", self._title)], focused=True, right="Enter · Esc")
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the answer."""
        event.stop()
        self.dismiss(clean_line(event.value))

    def action_close(self) -> None:
        """Return nothing."""
        self.dismiss(None)
