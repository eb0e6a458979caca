"""Open the film browser."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import Output
from tui.errors import MatineeError

if TYPE_CHECKING:
    from tui.library import Library

FRAMES = "120"
"""Times a second that what has changed is painted, at most: an answer that just missed one waits for the next."""
PATIENCE = 2.0
"""Seconds that a change which the user made last has to be written; a longer one does not happen."""
DUMB = ("dumb", "unknown")
"""Names for terminals that know no more than lines: Rich takes any such for one of 80 columns and 25 lines."""


def run(args: argparse.Namespace, out: Output) -> int:  # noqa: ARG001 - all commands are called alike
    """Open the browser on the library; one that is empty is filled with the starter collection first.

    Raises:
        MatineeError: there is no terminal that can be drawn on.
    """
    from tui.config import library_path, load_config

    if "TEXTUAL_DRIVER" not in os.environ:
        _demand_terminal()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    gc.disable()  # nothing of what is made for the first frame is garbage; `Sweeping` begins to look for it later
    config = load_config()
    from tui.app import MatineeApp
    from tui.screens.lazy_library import open_lazily
    from tui.widgets.lane import CHANGE, finish
    from tui.widgets.leaving import end_now, own_terminal

    root = library_path(args.library, config)
    library = open_lazily(root, lambda: _filled(root))  # the first frame does not wait for it
    try:
        app = MatineeApp(library, config)
        with own_terminal(app.log_path):
            app.run()
    finally:
        library.close()
    status = app.return_code or 0
    finish(CHANGE, PATIENCE)
    if "TEXTUAL_DRIVER" not in os.environ:
        end_now(status)
    return status


def _demand_terminal() -> None:
    term = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise MatineeError("matinee", "the browser needs a terminal", "In a pipe use a command: `matinee --help`")
    if term in DUMB:
        why = f"this terminal cannot be drawn on (TERM={term})"
        raise MatineeError("matinee", why, "Use a command: `matinee --help`")


def _filled(root: Path) -> Library:
    """Return the library; one that has no films yet is filled with the starter collection first."""
    from tui.config import starter_documents
    from tui.library import Library

    library = Library.open(root)
    if not (root / "films").exists():
        library.fill_with_starter(starter_documents())
    return library
