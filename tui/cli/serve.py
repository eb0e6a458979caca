"""Open the browser in a web browser, on this machine only (needs the extra `web`: pip install "matinee[web]")."""

from __future__ import annotations

import argparse
import os
import shlex
import socket
from importlib.util import find_spec

from tui import pipes
from tui.cli.output import Output
from tui.cli.parser import whole_number
from tui.errors import MatineeError

HOST = "127.0.0.1"
"""Never anything else: who can reach the page can type into the app."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--port", type=whole_number(1, 65535), default=8000, metavar="P", help="port on 127.0.0.1 (8000)"
    )


def run(args: argparse.Namespace, out: Output) -> int:
    """Serve until interrupted.

    Raises:
        MatineeError: the extra is not installed, or the port is taken.
    """
    if find_spec("textual_serve") is None:
        raise MatineeError("serve", "the extra «web» is not installed", 'pip install "matinee[web]"')
    from tui.cli.web import LocalServer
    from tui.config import library_path, load_config

    library = library_path(args.library, load_config())
    command = shlex.join(pipes.command("tui", "--library", str(library.absolute())))
    os.environ.update(pipes.environment())  # for the processes that draw the app, one for each page
    try:
        bound = socket.create_server((HOST, args.port))
    except (OSError, OverflowError) as error:
        raise MatineeError(f"port {args.port}", f"cannot be used ({error})", "Choose another with --port") from error
    out.say(f"Matinee is at http://{HOST}:{args.port} for this machine; ctrl+c ends it.")
    out.flush()
    LocalServer(command, host=HOST, port=args.port, title="Matinee").serve_on(bound)
    return 0
