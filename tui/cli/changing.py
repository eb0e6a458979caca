"""What the commands that change the library have in common: doing it, saying so, and how to take it back."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.cli.output import Output, named

if TYPE_CHECKING:
    from tui.library import Library


def told(library: Library, reference: str) -> str:
    """Return the film that a reference means, as «Mask (1985)».

    Raises:
        MatineeError: there is none, or more than one.
    """
    film = library.find(reference)
    return named(film.title, film.year)


def change(args: argparse.Namespace, out: Output, act: Callable[[Library], str]) -> int:
    """Open the library, do `act`, and tell what it says was done."""
    from tui.cli.session import opened

    with opened(args) as library:
        done = act(library)
    if args.json:
        out.value({"ok": True, "done": done})
    else:
        out.say(f"{done}. `matinee undo` takes it back.")
    return 0
