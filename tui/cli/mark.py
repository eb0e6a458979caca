"""Rate a film, like it, tag it, put it on your watchlist.

matinee mark "Mask (1985)" --rating 8/10 --like --tag bikers
matinee mark mask-1985 --no-rating --no-like --untag bikers --watchlist
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.changing import change, told
from tui.cli.output import Output
from tui.cli.parser import add_film, add_json
from tui.errors import MatineeError

if TYPE_CHECKING:
    from tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_film(parser)
    rating = parser.add_mutually_exclusive_group()
    rating.add_argument("--rating", metavar="R", help="8, 8/10, 3.5/5, ★★★½")
    rating.add_argument("--no-rating", action="store_true", help="take your rating back")
    yes_or_no = argparse.BooleanOptionalAction
    parser.add_argument("--like", action=yes_or_no, help="you like it")
    parser.add_argument("--watchlist", action=yes_or_no, help="you want to see it")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="repeatable")
    parser.add_argument("--untag", action="append", default=[], metavar="TAG", help="repeatable")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Change what is asked for."""
    from tui.library.own_layer import liked, rated, rating_of, tagged, wanted

    edits = [rated(rating_of(args.rating) if args.rating else None)] if args.rating or args.no_rating else []
    edits += [liked(args.like)] if args.like is not None else []
    edits += [wanted(args.watchlist)] if args.watchlist is not None else []
    edits += [tagged(args.tag, args.untag)] if args.tag or args.untag else []
    if not edits:
        raise MatineeError(args.film, "nothing is to be marked", "Name --rating, --like, --watchlist or --tag")

    def act(library: Library) -> str:
        film = told(library, args.film)
        library.mark(args.film, "marking of", *edits)
        return f"Marked {film}"

    return change(args, out, act)
