"""Open the film browser."""

from __future__ import annotations

import argparse
import sys

from tui.cli.output import Output
from tui.errors import MatineeError


def run(args: argparse.Namespace, out: Output) -> int:  # noqa: ARG001 - every command is called alike
    """Open the browser on the library; one that is empty is filled with the starter collection first.

    Raises:
        MatineeError: there is no terminal to draw on.
    """
    from tui.config import library_path, load_config

    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in _environment():
        raise MatineeError("matinee", "the browser needs a terminal", "In a pipe use a command: `matinee --help`")
    config = load_config()
    from tui.app import MatineeApp

    app = MatineeApp(library_path(args.library, config), config)
    app.run()
    return app.return_code or 0


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)
