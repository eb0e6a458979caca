"""The import dialog: a path with completion, progress, cancel, and what became of every document."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.config import Config, expanded
from tui.errors import CancelledError
from tui.models import ImportReport, Plain, Progress
from tui.screens.choose import list_room
from tui.screens.evidence import EvidenceScreen
from tui.screens.house import House
from tui.screens.import_report import report_passages
from tui.screens.once import Once
from tui.text import clean_line
from tui.text.pace import Pace
from tui.widgets.binding import bindings_for
from tui.widgets.errors_told import tell_error
from tui.widgets.lane import post, spawn
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


class ImportScreen(ModalScreen[ImportReport | None], Once[ImportReport | None]):
    """Asks what to import, imports it, shows the report."""

    BINDINGS = bindings_for("dialog", "import")

    def __init__(self, house: House, config: Config) -> None:
        """Import into a library."""
        super().__init__()
        self.house = house
        self.config = config
        self._cancel = threading.Event()
        self._pace = Pace()
        self._importing = False

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
        self._title("Enter imports · Tab completes · Esc leaves")
        self._offer("")
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
        self.paths.set_rows(completions(typed))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the path may become."""
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
        if row is not None and not self._importing:
            field = self.query_one(Input)
            field.value = str(row) + (os.sep if row.is_dir() else "")
            field.cursor_position = len(field.value)
            field.focus()

    @on(RowList.Chosen, "#choose-list")
    def _chosen(self) -> None:
        self.action_complete()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Import."""
        event.stop()
        typed = event.value.strip()
        if not typed or self._importing:
            return
        self._importing = True
        self._title("reading … Esc cancels")
        house, path = self.house, expanded(Path(typed))

        def work() -> ImportReport:
            return house.import_paths([path], progress=lambda p: post(self, self._progressed, p), cancel=self._cancel)

        spawn(self.app, work, self._done, "import")

    def _progressed(self, progress: Progress) -> None:
        if self.is_attached:
            self._title(f"{progress.task} {self._pace.told(progress)} · Esc cancels")

    def _done(self, result: ImportReport | Exception) -> None:
        app = self.app
        if self.is_attached:
            self.dismiss(None)
        if isinstance(result, CancelledError):
            app.notify(Plain("Cancelled; the library is as it was."), markup=False)
        elif isinstance(result, Exception):
            tell_error(app, result)
        else:
            app.push_screen(EvidenceScreen("Import", report_passages(result), self.config))

    def action_close(self) -> None:
        """Cancel a running import, else leave."""
        if self._importing:
            self._cancel.set()
            self._title("cancelling …")
        else:
            self.dismiss(None)


def path_cells(path: Path, width: int) -> Cells:  # noqa: ARG001
    """Return what the list shows of a path; a name can hold anything, so it is cleaned."""
    name = clean_line(path.name.encode("utf-8", "replace").decode("utf-8"))
    folder = path.is_dir()
    return Cells((Piece(Plain(f"{name}/" if folder else name), "strong" if folder else "plain"),))
