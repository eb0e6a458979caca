"""What is seen before the browser: the title and the keys, in the places where they stay."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import commands_of, keys_of, shown_key
from tui.models import Plain
from tui.widgets.one_line import KeyBar, KeyHint, TitleBar


class CurtainScreen(Screen[None]):
    """The first frame; it waits for nothing."""

    DEFAULT_CSS = "CurtainScreen { TitleBar, KeyBar { background: $surface; } KeyBar { dock: bottom; } }"

    def __init__(self, library: str, keys: Mapping[str, str]) -> None:
        """Name the library; `keys` is the user's remapping."""
        super().__init__()
        self._library = library
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out title and keys."""
        yield TitleBar(Plain(f"library: {self._library}"), id="title")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the keys that work everywhere."""
        commands = [command for command in commands_of("app") if command.name in ("help", "quit")]
        hints = [KeyHint(shown_key(keys_of(c, self._keys)[0]), c.title, c.name) for c in commands]
        self.query_one(KeyBar).show(hints)
