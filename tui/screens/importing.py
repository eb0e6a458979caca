"""The import dialog: a path with completion, progress, cancel."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.config import expanded
from tui.models import Plain
from tui.screens.choose import list_room
from tui.screens.import_run import ImportRun
from tui.screens.once import Once
from tui.text import clean_line
from tui.widgets.binding import bindings_for
from tui.widgets.one_line import PaneTitle, TitleEntry
from tui.widgets.row_list import Cells, Piece, RowList

MOST = 200
"""Entries of a folder that are offered."""


def completions(typed: str) -> list[Path]:
    """Return what a half-typed path may become: folders first, hidden ones only when asked for."""
    path = expanded(Path(typed)) if typed else Path()
    folder, begun = (path, "") if not typed or typed.endswith(os.sep) else (path.parent, path.name)
    found: list[tuple[bool, str, Path]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                hidden = entry.name.startswith(".") and not begun.startswith(".")
                if not hidden and entry.name.casefold().startswith(begun.casefold()):
                    found.append((not entry.is_dir(), entry.name.casefold(), Path(entry.path)))
    except (OSError, ValueError):
        return []
    return [path for _, _, path in sorted(found)[:MOST]]


def there(typed: str) -> bool:
    """Tell whether a typed path leads to something."""
    try:
        return expanded(Path(typed)).exists()
    except (OSError, ValueError):
        return False


class ImportScreen(ModalScreen[None], Once[None]):
    """Asks what to import, and shows how far it is; it can be left while the import goes on."""

    BINDINGS = bindings_for("dialog", "import")

    def __init__(self, run: ImportRun, start: Callable[[Path], None]) -> None:
        """Ask for what `start` is to be called with, unless `run` is under way."""
        super().__init__()
        self._run = run
        self._start = start
        self._offered: str | None = None
        """What the suggestions were made for."""

    def compose(self) -> ComposeResult:
        """Lay out title, field, suggestions."""
        with Vertical(id="choose-box"):
            yield PaneTitle(id="choose-title")
            with Vertical(id="choose-body"):
                yield Input(placeholder="a file or folder: ~/Documents/reviews", id="choose-field", compact=True)
                yield RowList[Path](path_cells, id="choose-list", empty="Nothing there is called that.")

    def on_mount(self) -> None:
        """Offer what lies here."""
        field = self.query_one(Input)
        field.cursor_blink = False
        self.on_resize()
        self._offer("")
        if self._run.path is not None:
            field.value = str(self._run.path)
        self.follow()
        field.focus()

    def on_resize(self) -> None:
        """Follow the window."""
        self.paths.styles.height = max(1, min(12, list_room(self.size.height)))

    @property
    def paths(self) -> RowList[Path]:
        """The suggestions."""
        return cast("RowList[Path]", self.query_one("#choose-list", RowList))

    def _title(self, right: str) -> None:
        self.query_one(PaneTitle).show([TitleEntry("", "", "Import documents")], focused=True, right=right)

    def _offer(self, typed: str) -> None:
        if typed != self._offered:
            self._offered = typed
            self.paths.set_rows(completions(typed))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the path may become."""
        if self._run.path is None:
            self._offer(event.value)

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the suggestions while the field has the focus."""
        if event.key in ("down", "up") and self.focused is not self.paths:
            move = self.paths.action_cursor_down if event.key == "down" else self.paths.action_cursor_up
            move()
            event.stop()

    def action_complete(self) -> None:
        """Complete the path with the suggestion under the cursor."""
        row = self.paths.row
        if row is not None and self._run.path is None:
            field = self.query_one(Input)
            field.value = str(row) + (os.sep if row.is_dir() else "")
            field.cursor_position = len(field.value)
            field.focus()

    @on(RowList.Chosen, "#choose-list")
    def _chosen(self) -> None:
        self.action_complete()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Import what is typed, or complete it first; while an import goes on, leave it to itself."""
        event.stop()
        typed = event.value.strip()
        if self._run.path is not None:
            self.dismiss()
            return
        self._offer(event.value)
        if self.paths.row is not None and (self.paths.cursor or not typed or not there(typed)):
            self.action_complete()
        elif typed:
            self._start(expanded(Path(typed)))
            self.follow()

    def follow(self) -> None:
        """Show how far the import is."""
        if self._run.path is None:
            self._title("Enter imports · Tab completes · Esc leaves")
            return
        self._title("Esc cancels")
        self.paths.empty = f"{self._run.says}\n\nEnter leaves it to itself: read on, and i comes back to it."
        self.paths.set_rows(())

    def action_close(self) -> None:
        """Cancel a running import, else leave."""
        if self._run.path is None:
            self.dismiss()
        else:
            self._run.cancel()
            self.follow()


def path_cells(path: Path, width: int) -> Cells:  # noqa: ARG001
    """Return what the list shows of a path; a name can hold anything, so it is cleaned."""
    name = clean_line(path.name.encode("utf-8", "replace").decode("utf-8"))
    folder = path.is_dir()
    return Cells((Piece(Plain(f"{name}/" if folder else name), "strong" if folder else "plain"),))
