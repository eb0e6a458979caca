"""A line on standard error that tells how far a long task is."""

from __future__ import annotations

from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bars
from rich.table import Column

from tui.models import Progress
from tui.text import clean_line
from tui.text.pace import Pace


class ProgressLine:
    """The progress of one task: what, how many of how many, how fast, how long still."""

    def __init__(self, title: str, stream: TextIO) -> None:
        """Prepare it; it is drawn from entering on."""
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[pace]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
            console=Console(file=stream, markup=False, highlight=False, emoji=False),
            transient=True,
        )
        self._task = self._bars.add_task(clean_line(title), total=None, pace="")
        self._pace = Pace()
        self._name = ""

    def __enter__(self) -> Self:
        """Draw it."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe it away."""
        self._bars.stop()

    def update(self, progress: Progress) -> None:
        """Show `progress`; a new name starts a new count."""
        if progress.task != self._name:
            self._name = progress.task
            self._bars.reset(self._task, description=clean_line(progress.task).capitalize(), total=progress.total)
        told = self._pace.told(progress)
        self._bars.update(self._task, completed=progress.done, total=progress.total, pace=told)
