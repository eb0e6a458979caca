"""The application: themes, the second net, the browser, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tui.commands import BY_NAME, commands_of, unknown_names
from tui.config import Config
from tui.models import Plain
from tui.screens.curtain import CurtainScreen
from tui.widgets.binding import bound
from tui.widgets.errors_told import LOG_NAME, ErrorsTold
from tui.widgets.leaving import Leaving
from tui.widgets.safety import ControlFilter
from tui.widgets.themes import DARK, LIGHT, THEMES
from tui.widgets.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from tui.screens.browser import BrowserScreen
    from tui.screens.house import House


class MatineeApp(ErrorsTold, TypedAhead, Leaving):
    """The film browser."""

    TITLE = "Matinee"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [bound(command) for command in commands_of("app")]

    def __init__(self, house: House, config: Config | None = None, *, log_folder: Path | None = None) -> None:
        """Browse `house`.

        Args:
            house: the library.
            config: the settings.
            log_folder: where unexpected errors are written down; the library's folder without it.
        """
        super().__init__()
        self.house = house
        self.config = config or Config()
        self.log_path = (log_folder or house.root) / LOG_NAME
        self._net = ControlFilter()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.config.theme if self.config.theme in self.available_themes else DARK.name
        self.set_keymap({name: keys for name, keys in self.config.keys.items() if name in BY_NAME})

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours for themes that don't know them."""
        return {
            name: value
            for name, value in DARK.variables.items()
            if not name.startswith(("scrollbar", "input", "footer"))
        }

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and the second net."""
        return [*super().get_line_filters(), self._net]

    def get_default_screen(self) -> Screen[None]:
        """Return the first frame; the browser is made while it is seen."""
        return CurtainScreen(self.house.root.name, self.config.keys)

    def on_mount(self) -> None:
        """Paint, then make the browser."""
        self.call_after_refresh(self._raise_curtain)

    def _raise_curtain(self) -> None:
        from tui.screens.browser import BrowserScreen

        self.push_screen(BrowserScreen(self.house, self.config))
        if unknown := unknown_names(self.config.keys):
            self.notify(
                Plain(f"No command is called {', '.join(unknown)} ([keys] in the configuration)."), markup=False
            )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Return nothing: the palette is our own."""
        return ()

    @property
    def browser(self) -> BrowserScreen | None:
        """The browser, below whatever is open over it."""
        from tui.screens.browser import BrowserScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, BrowserScreen)), None)

    def action_theme(self) -> None:
        """Change between dark and light."""
        self.theme = LIGHT.name if self.theme != LIGHT.name else DARK.name

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.palette import show_help

        show_help(self, self.config)

    def action_palette(self) -> None:
        """Find any command, film or saved search."""
        from tui.screens.palette import show_palette

        show_palette(self, self.config)

    async def action_quit(self) -> None:
        """Keep what should be kept, and leave."""
        browser = self.browser
        if browser is not None:
            browser.keep_state()
        self.exit()
