"""The words of the command line: every command by name, its options read from its own module only when it is called."""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from tui import __version__

COMMANDS = {
    "import": "read documents into the library: files, folders, archives",
    "films": "list the films",
    "show": "show everything about one film",
    "search": "search synopses, reviews and trivia",
    "searches": "list the saved searches",
    "unfiled": "list what is waiting for its film",
    "file": "put a waiting record where it belongs",
    "ignore": "set a waiting record aside",
    "log": "note that you saw a film, and what you gave it",
    "mark": "rate a film, like it, tag it, put it on your watchlist",
    "correct": "set a field of a film or of a review by hand",
    "merge": "make one film of two",
    "split": "take reviews off a film that is not theirs",
    "remove": "take a film out of the library",
    "undo": "take the last change back",
    "history": "list the changes that can be taken back",
    "export": "write films as JSON, Markdown, CSV or for Letterboxd",
    "check": "look for damage, and mend it",
    "serve": "open the browser in a web browser on this machine",
}
"""Command to what it does, in the order of the help; the module of the same name in this package runs it."""

_MODULES = {"import": "importing"}
"""Where a command's name is not a module's name in Python."""

_DASHED = re.compile("-(?!-|h$).")

_EPILOG = """\
Without a command Matinee opens the film browser; an empty library is filled with the starter collection.

Exit status: 0 done, 1 something could not be done (each thing is named), 2 wrong usage,
130 interrupted."""


class UsageError(Exception):
    """The command line cannot be understood."""

    def __init__(self, program: str, message: str, usage: str) -> None:
        """Keep whose usage it is (`matinee search`), what is wrong and how it would be right."""
        super().__init__(message)
        self.program = program
        self.message = message
        self.usage = usage


class CommandParser(argparse.ArgumentParser):
    """A parser that asks its command's module for the options only when that command is called."""

    module: str | None = None
    takes_dashes = False
    """Whether a word after one dash is a value («-cher» excludes a word) and not a bundle of short options."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Fetch the command's own options, then parse."""
        if self.module is not None:
            command = import_module(self.module)
            self.module = None
            self.description = command.__doc__
            command.add_arguments(self)
            self.set_defaults(run=command.run)
        if self.takes_dashes and args is not None:
            args = [f" {word}" if _DASHED.match(word) else word for word in args]
        known, left = super().parse_known_args(args, namespace)
        if left:  # said here, where it is known whose usage was missed
            self.error(f"there is no place for {' '.join(left)}")
        return known, left

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Name the nearest choice of many.

        Raises:
            UsageError: it is none of the choices.
        """
        if action.choices is not None and value not in action.choices:
            from difflib import get_close_matches

            near = get_close_matches(value, list(action.choices), n=1)
            hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(action.choices)}"
            self.error(f"there is no {(action.metavar or action.dest)} {value!r}: {hint}")

    def error(self, message: str) -> NoReturn:
        """Raise instead of leaving, so that one place decides how a failure is shown.

        Raises:
            UsageError: always.
        """
        raise UsageError(self.prog, message, self.format_usage())


def build_parser() -> CommandParser:
    """Return the parser of the whole command line."""
    parser = CommandParser(
        prog="matinee",
        allow_abbrev=False,
        description="A film browser for the terminal: your documents become one searchable library.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"matinee {__version__}")
    parser.add_argument(
        "--library",
        type=_folder,
        metavar="DIR",
        help="folder of the library (else MATINEE_LIBRARY, else your data folder)",
    )
    parser.set_defaults(run=_browse, json=False)
    common = CommandParser(add_help=False)
    common.add_argument(
        "--library", type=_folder, metavar="DIR", default=argparse.SUPPRESS, help="folder of the library, for this once"
    )
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=CommandParser, title="commands")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=summary,
            parents=[common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.module = f"tui.cli.{_MODULES.get(name, name)}"
    return parser


def _browse(args: argparse.Namespace, out: Any) -> int:
    from tui.cli import browse

    return browse.run(args, out)


def _folder(text: str) -> Path:
    if not text:  # an unset variable: `--library "$FILMS"`
        raise argparse.ArgumentTypeError("a folder without a name cannot be used")
    return Path(text)


def add_query(parser: argparse.ArgumentParser, *, nargs: str = "+", **settings: Any) -> None:
    """Give a command a query: one word of the command line or many, any of which may begin with a dash."""
    if isinstance(parser, CommandParser):
        parser.takes_dashes = True
    parser.add_argument("query", type=str.strip, nargs=nargs, action=_Joined, metavar="QUERY", **settings)


class _Joined(argparse.Action):
    """Keeps several words as one text."""

    def __call__(self, _parser: Any, namespace: argparse.Namespace, values: Any, _option: str | None = None) -> None:
        """Join them by spaces."""
        setattr(namespace, self.dest, " ".join(values))


def add_film(parser: argparse.ArgumentParser, name: str = "film", what: str = "") -> None:
    """Give a command a film of the library.

    Args:
        parser: the command's.
        name: of the argument.
        what: which film it is, where there are several.
    """
    parser.add_argument(name, metavar=name.upper(), help=what or 'id, title, "Title (year)" or tt id')


def add_record(parser: argparse.ArgumentParser) -> None:
    """Give a command a record that waits for its film."""
    parser.add_argument("record", metavar="RECORD", help="id, as `matinee unfiled` gives it")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a command the option that makes it speak to programs."""
    parser.add_argument("--json", action="store_true", help="print one JSON value and nothing else")


def whole_number(least: int, most: int = sys.maxsize) -> Any:
    """Return a converter of option values to numbers from `least` to `most`."""

    def convert(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            to = "up" if most == sys.maxsize else f"to {most}"
            raise argparse.ArgumentTypeError(f"«{text.strip()}» is not a whole number from {least} {to}")
        return number

    return convert
