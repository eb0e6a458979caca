"""Write films for other programs: JSON, Markdown, CSV, or the CSV that Letterboxd imports."""

from __future__ import annotations

import argparse
import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.cli.output import Output, counted
from tui.errors import StoreError

if TYPE_CHECKING:
    from tui.library import Library

FORMATS = ["json", "markdown", "csv", "letterboxd", "letterboxd-watchlist"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("films", nargs="*", metavar="FILM", help="the films; all where none is named")
    parser.add_argument("--format", choices=FORMATS, default="json")
    parser.add_argument("--output", type=Path, metavar="PATH", help="write to this file, not to standard output")


def run(args: argparse.Namespace, out: Output) -> int:
    """Write the films; the status is 1 where a film of the library cannot be read, so is missing."""
    from tui.cli.session import current

    with current(args, out) as library:
        films = [library.film(named).film.id for named in args.films] or [one.id for one in library.catalogue()]
        if args.format.startswith("letterboxd"):
            _for_letterboxd(library, films, args, out)
        elif args.output is None:
            library.export(films, args.format, out.stdout)
        else:
            with replaced(args.output) as stream:
                library.export(films, args.format, stream)
            out.say(f"{counted(len(films), 'film')} written to {args.output}")
        return 1 if library.unreadable and not args.films else 0


def _for_letterboxd(library: Library, films: Sequence[str], args: argparse.Namespace, out: Output) -> None:
    """Write what Letterboxd imports; more than it takes at once goes to several files."""
    from tui.library.exporting import LARGEST, parts

    text = io.StringIO(newline="")
    library.export(films, args.format, text)
    if args.output is None:
        out.stdout.write(text.getvalue())
        if len(text.getvalue().encode()) > LARGEST:
            out.say("Letterboxd takes files of up to 1 MB; with --output this becomes several")
        return
    for number, part in enumerate(parts(text.getvalue(), LARGEST), start=1):
        path = args.output if number == 1 else args.output.with_stem(f"{args.output.stem}-{number}")
        with replaced(path) as stream:
            stream.write(part)
        out.say(f"{counted(part.count(chr(10)) - 1, 'line')} written to {path}")


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """Open a file that takes the place of `path` only when it is written whole.

    Raises:
        StoreError: it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        draft = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                yield stream
            mask = os.umask(0)
            os.umask(mask)
            draft.chmod(0o666 & ~mask)
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreError(
            str(path), f"cannot be written ({error.strerror})", "Choose another place with --output"
        ) from error
