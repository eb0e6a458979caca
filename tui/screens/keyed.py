"""The browser's key bar: what works here and now, and running it by a click or from the palette."""

from __future__ import annotations

from textual import on

from tui.commands import BY_NAME, Place, commands_of, keys_of, shown_key
from tui.screens.keeping import Keeping
from tui.widgets.one_line import KeyBar, KeyHint


class Keyed(Keeping):
    """The part of the browser that tells its keys."""

    def show_keys(self) -> None:
        """Show what works here and now."""
        places: list[Place] = ["browser", "app"]
        if self.has_class("-searching"):
            places = ["bar"]
        elif self.active == "films":
            places.append("list")
        else:
            places.append("pane")
        commands = sorted(
            (c for c in commands_of(*places) if c.footer and self._useful(c.name)), key=lambda c: c.footer
        )
        hints = []
        for command in commands:
            keys = keys_of(command, self.config.keys)
            if keys:
                keep = command.name in ("help", "quit")
                hints.append(KeyHint(shown_key(keys[0]), command.title, command.name, keep))
        self.query_one(KeyBar).show(hints)

    def _useful(self, name: str) -> bool:
        if self.view is None and name in ("find", "choose", "zoom", "sort", "filter"):
            return False
        if name == "next_match":
            return self.found is not None
        if name == "reveal":
            return self.has_spoilers
        if name == "fold":
            return self.active == "reviews"
        return True

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_command(event.command)

    async def run_command(self, name: str) -> None:
        """Run a command where it works: in the focused widget, the screen or the app."""
        if name not in BY_NAME:
            return
        for node in (self.focused, self, self.app):
            if node is not None and hasattr(node, f"action_{name}"):
                await self.app.run_action(name, node)
                return
