"""List the saved searches."""

from __future__ import annotations

import argparse

from tui.cli.output import Output
from tui.cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--forget", metavar="NAME", help="forget this one")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the names and the queries."""
    from tui.cli.session import opened

    with opened(args) as library:
        if args.forget:
            library.forget_search(args.forget.removeprefix("@"))
        saved = dict(library.searches())
    if args.json:
        out.value([{"name": name, "query": query} for name, query in saved.items()])
    elif saved:
        out.table(("Name", "Query"), ((f"@{name}", query) for name, query in saved.items()))
    else:
        out.say("No search is saved. `matinee search QUERY --save NAME` saves one.")
    return 0
