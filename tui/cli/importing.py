"""Read documents into the library."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from tui.cli.output import Output
from tui.cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, folders, archives; - reads a pipe")
    parser.add_argument("--film", metavar="FILM", help='what documents that name no film are about: "Mask (1985)"')
    parser.add_argument("--dry-run", action="store_true", help="report what would happen; write nothing")
    parser.add_argument("--explain", action="store_true", help="tell which reader would take each document, and why")
    parser.add_argument("--all", action="store_true", help="list every document, however many")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Import the documents and report what became of each."""
    with _piped(args.paths) as paths:
        if args.explain:
            from tui.cli import explaining

            return explaining.explain(paths, out, as_json=args.json)
        return _import(paths, args, out)


def _import(paths: list[Path], args: argparse.Namespace, out: Output) -> int:
    from msgspec.structs import replace

    from tui.cli import reporting
    from tui.cli.session import opened

    with opened(args) as library, _stoppable(out) as cancel, out.progress("Importing") as progress:
        report = library.import_paths(paths, film=args.film, dry_run=args.dry_run, progress=progress, cancel=cancel)
    asked = dict(zip(map(str, paths), map(str, args.paths), strict=True))
    documents = tuple(replace(one, path=asked.get(one.path, one.path)) for one in report.documents)
    report = replace(report, documents=documents)
    if args.json:
        from tui.cli import shapes

        out.value(shapes.import_report(report))
    else:
        reporting.show(report, out, dry_run=args.dry_run, everything=args.all)
    return 1 if report.failed else 0


@contextmanager
def _piped(paths: list[Path]) -> Iterator[list[Path]]:
    """Give the paths, «-» as a file of what standard input says: readers go back and forth in a document."""
    if Path("-") not in paths:
        yield paths
        return
    with TemporaryDirectory(prefix="matinee-") as folder:
        file = Path(folder) / "standard-input"
        with file.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield [file if path == Path("-") else path for path in paths]


@contextmanager
def _stoppable(out: Output) -> Iterator[threading.Event]:
    """Let the first interrupt ask the import to stop and the second one insist."""
    cancel = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if cancel.is_set():
            signal.default_int_handler(number, frame)
        cancel.set()
        out.say("Stopping; nothing is left half done. Once more to leave at once.")

    if threading.current_thread() is not threading.main_thread():
        yield cancel
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
