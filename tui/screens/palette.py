"""The palette and the help screen: two readings of the command table."""

from __future__ import annotations

from textual.app import App

from tui.config import Config
from tui.models import Plain
from tui.screens.browser import BrowserScreen
from tui.screens.choose import ChooseScreen, Entry, command_entries
from tui.screens.navigating import film_entries


def browser_of(app: App[None]) -> BrowserScreen | None:
    """Return the browser below whatever is open."""
    return next((screen for screen in app.screen_stack if isinstance(screen, BrowserScreen)), None)


def show_help(app: App[None], config: Config) -> None:
    """Show every command with its keys; Enter runs it."""
    if isinstance(app.screen, ChooseScreen):
        return
    app.push_screen(
        ChooseScreen(
            "Keys and commands", command_entries(config.keys, everything=True), placeholder="type to search the keys"
        ),
        lambda value: _run(app, value),
    )


def show_palette(app: App[None], config: Config) -> None:
    """Offer commands, films and saved searches."""
    if isinstance(app.screen, ChooseScreen):
        return
    browser = browser_of(app)
    entries = command_entries(config.keys, everything=False)
    if browser is not None:
        saved = browser.library.searches()
        entries += [Entry(Plain(f"@{name}"), ("saved", name, query), Plain(query)) for name, query in saved.items()]
        entries += [Entry(e.title, ("film", e.value), e.note, Plain("film")) for e in film_entries(browser.shelf.films)]
    app.push_screen(
        ChooseScreen("Palette", entries, placeholder="a command, a film, a saved search"), lambda v: _run(app, v)
    )


def _run(app: App[None], value: object) -> None:
    browser = browser_of(app)
    if value is None or browser is None:
        return
    if isinstance(value, str):
        app.call_later(browser.run_command, value)
    elif isinstance(value, tuple) and value[0] == "film":
        browser.leave_mark()
        browser.point_at(value[1])
        browser.open_film(value[1], browser.go_in)
    elif isinstance(value, tuple) and value[0] == "saved":
        browser.open_saved(value[1], value[2])
