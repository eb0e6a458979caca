"""List the changes that can be taken back, the newest first."""

from __future__ import annotations

import argparse

from tui.cli.output import Output, dated
from tui.cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print them."""
    from tui.cli import shapes
    from tui.cli.session import opened

    with opened(args) as library:
        changes = library.history()
    if args.json:
        out.value([shapes.whole(change) for change in changes])
    elif changes:
        out.table(("When", "What"), ((dated(change.when), change.label) for change in changes))
    else:
        out.say("Nothing was changed yet.")
    return 0
