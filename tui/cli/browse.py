"""Open the film browser."""

from __future__ import annotations

import argparse
import os
import sys

from tui.cli.output import Output
from tui.errors import MatineeError


def run(args: argparse.Namespace, out: Output) -> int:  # noqa: ARG001 - all commands are called alike
    """Open the browser on the library; one that is empty is filled with the starter collection first.

    Raises:
        MatineeError: there is no terminal to draw on.
    """
    from tui.cli.session import opened
    from tui.config import load_config, starter_documents

    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise MatineeError("matinee", "the browser needs a terminal", "In a pipe use a command: `matinee --help`")
    config = load_config()
    with opened(args, config) as library:
        if not (library.root / "films").exists():
            library.fill_with_starter(starter_documents())
        from tui.app import MatineeApp

        app = MatineeApp(library, config)
        app.run()
    return app.return_code or 0
