"""The line between two panes, which the mouse can drag."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.widgets.one_line import OneLine, is_framed


class Divider(OneLine):
    """A column between two framed panes; it shows itself where the mouse can pull it, or where there are no frames."""

    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    @dataclass
    class Dragged(Message):
        """The mouse pulls the divider to a column of the screen."""

        divider: Divider
        column: int

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """Draw a piece of the line."""
        pulled = self.has_class("-dragged") or self.mouse_hover
        line = " " if is_framed(self) and not pulled else "│"
        return Strip([Segment(line, self.style_of("rule-focused" if pulled else "rule"))], 1)

    def on_enter(self) -> None:
        """Show that it can be pulled."""
        self.refresh()

    def on_leave(self) -> None:
        """Hide again."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        self.capture_mouse()
        self.add_class("-dragged")
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull."""
        if self.has_class("-dragged"):
            self.post_message(self.Dragged(self, int(event.screen_x)))

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()
        self.remove_class("-dragged")
