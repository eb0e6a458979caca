"""An import that goes on whatever screen is shown meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from textual.message_pump import MessagePump

from tui.models import ImportReport, Progress
from tui.screens.library_protocol import LibraryProtocol
from tui.text.pace import Pace
from tui.widgets.lane import post, spawn

Result = ImportReport | Exception


class ImportRun:
    """One import at a time, with what is known of it."""

    def __init__(self, library: LibraryProtocol) -> None:
        """Import into a library."""
        self._library = library
        self._cancel = threading.Event()
        self._pace = Pace()
        self._told_of: Path | None = None
        self.path: Path | None = None
        """What is being imported; None where nothing is."""
        self.says = ""
        """How far it is, in words."""
        self.report: ImportReport | None = None
        """Of an import that nobody watched to its end; whoever shows it takes it away."""

    def start(
        self,
        path: Path,
        owner: MessagePump,
        progressed: Callable[[Progress], None],
        done: Callable[[Result], None],
    ) -> None:
        """Begin; `progressed` and `done` are called on the owner's queue."""
        library, cancel = self._library, threading.Event()
        self.path, self.says, self._cancel, self._pace = path, "reading …", cancel, Pace()

        def told(progress: Progress) -> None:
            if not cancel.is_set():
                self.says = f"{progress.task} {self._pace.told(progress)}"
            progressed(progress)

        def ended(result: Result) -> None:
            self.path = None
            done(result)

        def work() -> ImportReport:
            return library.import_paths([path], progress=lambda p: post(owner, told, p), cancel=cancel)

        spawn(owner, work, ended, "import")

    def wants_to_go_on(self) -> bool:
        """Say whether one is under way that nobody was told of who wanted to leave; now they are."""
        told, self._told_of = self._told_of, self.path
        return self.path is not None and told is not self.path

    def cancel(self) -> None:
        """Ask it to stop."""
        self._cancel.set()
        self.says = "cancelling …"
