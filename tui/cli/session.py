"""Opening the library that a command is about."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.config import library_path, load_config
from tui.errors import SearchIndexError, StoreError

if TYPE_CHECKING:
    from tui.cli.output import Output
    from tui.library import Library


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Library]:
    """Open the library that the options, the environment or the configuration name, and close it afterwards."""
    from tui.library import Library

    library = Library.open(library_path(args.library, load_config()))
    try:
        yield library
    finally:
        library.close()


@contextmanager
def current(args: argparse.Namespace, out: Output) -> Iterator[Library]:
    """Open the library, bring its catalogue and index up to its files, and name the files that cannot be read."""
    with opened(args) as library:
        with out.progress("Following the files") as progress:
            try:
                library.refresh(progress=progress)
            except (StoreError, SearchIndexError) as error:  # a read-only library can still be read
                library.follow()
                out.say(f"matinee: {error}")
            else:
                if library.stale():
                    out.say(
                        "matinee: another Matinee is still writing the search index; the newest films are not in it"
                    )
        for damaged in library.unreadable.values():
            out.say(f"matinee: {damaged}")
        yield library
