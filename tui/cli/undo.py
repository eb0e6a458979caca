"""Take the last change back: an import, a filing, a merge, a split, a correction, a removal."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import add_json
from tui.errors import MatineeError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Undo it.

    Raises:
        MatineeError: there is nothing to take back.
    """
    from tui.cli.session import opened

    with opened(args) as library:
        undone = library.undo()
    if undone is None:
        raise MatineeError("undo", "there is nothing to take back")
    if args.json:
        out.value({"ok": True, "done": f"Took back: {undone}"})
    else:
        out.say(f"Took back: {undone}.")
    return 0
