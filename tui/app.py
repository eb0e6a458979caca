"""The application: themes, the second net, the browser, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.filter import ANSIToTruecolor, DimFilter, LineFilter
from textual.screen import Screen

from tui.commands import BY_NAME, commands_of, keys_of, shown_key, unknown_names
from tui.config import Config
from tui.models import Plain
from tui.screens.browser import BrowserScreen
from tui.widgets.binding import bound
from tui.widgets.errors_told import LOG_NAME, ErrorsTold
from tui.widgets.leaving import GRACE, Leaving, end_soon
from tui.widgets.safety import ControlFilter
from tui.widgets.sweeping import Sweeping
from tui.widgets.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from tui.screens.library_protocol import LibraryProtocol


class MatineeApp(ErrorsTold, Sweeping, Leaving):
    """The film browser."""

    TITLE = "Matinee"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/browser.tcss"]
    """Of the first screen Textual reads no style sheet by itself."""
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [bound(command) for command in commands_of("app")]

    def __init__(self, library: LibraryProtocol, config: Config | None, *, log_folder: Path | None = None) -> None:
        """Browse `library`.

        Args:
            library: the library.
            config: the settings.
            log_folder: where unexpected errors are written down; the library's folder without it.
        """
        super().__init__()
        self.library = library
        self.config = config or Config()
        self.log_path = (log_folder or library.root) / LOG_NAME
        self._net = ControlFilter()
        for theme in THEMES:
            self.register_theme(theme)
        self._dress(self.config.theme if self.config.theme in self.available_themes else DARK.name)
        self.set_keymap({name: keys for name, keys in self.config.keys.items() if name in BY_NAME})

    def _dress(self, theme: str) -> None:
        """Put on the first theme: no style sheet was read in another yet, so none has to be read again."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        for name, on in ((f"-theme-{theme}", True), ("-dark-mode", dark), ("-light-mode", not dark)):
            self.set_class(on, name, update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours for themes that don't know them."""
        return {
            name: value
            for name, value in DARK.variables.items()
            if not name.startswith(("scrollbar", "input", "footer"))
        }

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and the second net.

        Without the two that mend the sixteen colours and what is dim: nothing here is drawn in those, and each takes
        every line of the screen apart.
        """
        kept = [one for one in super().get_line_filters() if not isinstance(one, (ANSIToTruecolor, DimFilter))]
        return [*kept, self._net]

    def get_default_screen(self) -> Screen[None]:
        """Return the browser."""
        return BrowserScreen(self.library, self.config)

    def on_mount(self) -> None:
        """Name what the configuration asks for in vain."""
        self.sweep_at_rest()
        vain = [
            f"No command is called {name} ([keys] in the configuration)." for name in unknown_names(self.config.keys)
        ]
        if self.config.theme not in self.available_themes:
            vain.append(f"No theme is called {self.config.theme} (theme in the configuration).")
        if vain:
            self.notify(Plain(" ".join(vain)), markup=False)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that show through the one on top: Textual counts the one below even where nothing does.

        It would paint all of the upper one again whenever anything stirs in the lower one.
        """
        below = super()._background_screens
        return below if below and self.screen.styles.background.a < 1 else []

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Return nothing: the palette is our own."""
        return ()

    @property
    def browser(self) -> BrowserScreen | None:
        """The browser, below whatever is open over it."""
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

    def action_help_quit(self) -> None:
        """Tell who presses Ctrl+C how to leave."""
        keys = " or ".join(map(shown_key, keys_of(BY_NAME["quit"], self.config.keys)))
        self.notify(Plain(f"{keys} leaves Matinee."), markup=False)

    async def action_quit(self) -> None:
        """Keep what should be kept, and leave, whatever else is still under way; an import asks for it twice."""
        browser = self.browser
        if browser is not None and not self.ending and browser.import_run.wants_to_go_on():
            self.notify(Plain("An import is running. Once more stops it; the library is as it was then."), markup=False)
            return
        if not self.is_headless:
            end_soon(0, 3 * GRACE)
        if browser is not None:
            browser.keep_state()
        self.exit()
