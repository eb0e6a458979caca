"""Note that you saw a film, today or on another day, and what you gave it.

matinee log "Mask (1985)"
matinee log mask-1985 2024-03-01 --rating 8/10 --rewatch --tag cinema
matinee log mask-1985 2024-03-01 --remove
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change, told
from tui.cli.output import Output
from tui.cli.parser import add_film, add_json

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_film(parser)
    parser.add_argument("day", nargs="?", default="", metavar="DAY", help="2024-03-01; today if none is given")
    parser.add_argument("--rating", metavar="R", help="8, 8/10, 3.5/5, ★★★½; it becomes your rating of the film")
    parser.add_argument("--rewatch", action="store_true", help="it was not the first time")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag of this viewing; repeatable")
    parser.add_argument("--note", default="", metavar="TEXT", help="where or how you saw it")
    parser.add_argument("--remove", action="store_true", help="take the viewing of that day back")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Add the viewing, or take it back."""
    from msgspec.structs import replace

    from tui.library.own_layer import rating_of, viewing_of

    viewing = viewing_of(args.day, rewatch=args.rewatch, tags=args.tag, note=args.note)
    if args.rating:
        viewing = replace(viewing, rating=rating_of(args.rating))

    def act(library: Library) -> str:
        film = told(library, args.film)
        if args.remove:
            library.remove_viewing(args.film, viewing.date)
            return f"{film} was not seen on {viewing.date}"
        library.add_viewing(args.film, viewing)
        return f"{film} was seen on {viewing.date}"

    return change(args, out, act)
