"""What becomes of an error that nobody foresaw: a readable message, a log that is named, never a traceback."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from rich.text import Text
from textual.actions import ActionParseResult
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode

from tui.errors import MatineeError
from tui.models import Plain
from tui.text import clean_line
from tui.widgets.telling import Telling

LOG_NAME = "matinee-errors.log"


def tell_error(app: App[Any], error: Exception) -> None:
    """Tell what went wrong: what was foreseen in its own words, all else by way of the log."""
    if isinstance(error, MatineeError):
        app.notify(Plain(str(error)), markup=False, severity="error", timeout=10)
    elif isinstance(app, ErrorsTold):
        app.report(error)


class ErrorsTold(Telling):
    """An app that tells what went wrong; run headless, as in tests, it lets errors through."""

    log_path: Path
    """Where errors are written down."""

    def report(self, error: Exception) -> None:
        """Tell of an error that nobody foresaw, and write it down."""
        self.notify(Plain(self._written_down(error)), markup=False, severity="error", timeout=12)

    def _written_down(self, error: BaseException) -> str:
        """Write an error into the log; return what to say of it."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        where = "It could not be written down."
        for path in (self.log_path, Path(gettempdir()) / LOG_NAME):
            try:
                with path.open("a", encoding="utf-8", errors="replace") as log:
                    log.write(f"{when}\n{''.join(traceback.format_exception(error))}\n")
            except OSError:
                continue
            where = f"What happened is written down in {path}."
            break
        return clean_line(f"Something unexpected went wrong ({type(error).__name__}). Your library is safe. {where}")

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for; an error that nobody foresaw is told, and the next key works."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Exception as error:
            if self.is_headless:  # tests see it raised
                raise
            self.report(error)
            return True

    def _handle_exception(self, error: Exception) -> None:
        """Pass over what a screen misses that was still being made when the app was told to leave: its parts."""
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave with a readable message: after an error elsewhere Textual stops handling messages."""
        error = sys.exc_info()[1]
        if error is None or self.is_headless:
            super()._fatal_error()
            return
        self._exit_renderables.append(Text(self._written_down(error)))
        self._close_messages_no_wait()
