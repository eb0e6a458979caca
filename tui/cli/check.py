"""Look for damage in the library's files, and mend what can be mended."""

from __future__ import annotations

import argparse

from tui.cli.output import Output, counted
from tui.cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--repair", action="store_true", help="mend what can be mended; damaged files are set aside")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the problems; the status is 1 while there are any."""
    from tui.cli import shapes
    from tui.cli.session import opened

    with opened(args) as library:
        report = library.check(repair=args.repair)
    if args.json:
        problems = [shapes.whole(problem) for problem in report.problems]
        out.value({"ok": report.ok, "films": report.films, "problems": problems})
    else:
        if report.problems:
            rows = ((one.path, one.problem, "mended" if one.repaired else one.remedy) for one in report.problems)
            out.table(("File", "Problem", "Remedy"), rows)
        found = counted(len(report.problems), "problem") if report.problems else "everything is in order"
        out.say(f"{counted(report.films, 'film')}: {found}.")
    return 0 if report.ok else 1
