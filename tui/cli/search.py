"""Search synopses, reviews and trivia.

mirror scene          every word, in any order     "fun house mirror"    a phrase
deform*               a beginning                  mirror NEAR/5 mother  close together
-cher                 without                      cher OR stoltz        either
author:… film:… title:… headline:… topic:… source:… director:… cast:… genre:…
year:1980..1989 rating:>=8 date:2014..             in:review in:trivia in:synopsis in:note
mine:>=8 tag:… list:…                              your own rating of the film, your tags, your lists
has:spoiler has:rating has:note has:tag has:list … is:watched is:watchlist is:liked is:rated …
@NAME                 a saved search
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted, named, rated
from tui.cli.parser import add_json, add_query, whole_number
from tui.errors import NotFoundError

if TYPE_CHECKING:
    from tui.library import Library
    from tui.models import Kind
    from tui.search.types import Answer, Hit

VEIL = "(a spoiler; --spoilers shows it)"
ORDERS = ("right", "left", "film", "rating", "year")
"""What the lines of a concordance can be sorted by: the words after or before the match, or its film."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_query(parser, help="words, phrases, fields (see above), or @NAME")
    parser.add_argument("--film", metavar="FILM", help="search this film only")
    parser.add_argument("--limit", type=whole_number(0), default=20, metavar="N", help="hits to print (20)")
    parser.add_argument("--offset", type=whole_number(0), default=0, metavar="N", help="hits to leave out first")
    parser.add_argument("--literal", action="store_true", help="forgive no typos")
    parser.add_argument("--spoilers", action="store_true", help="show spoilers")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--concordance", action="store_true", help="one line a match, aligned on the match")
    how.add_argument("--similar", action="store_true", help="QUERY is the id of a review or trivia: what is like it")
    how.add_argument("--save", metavar="NAME", help="keep the query under a name, for @NAME")
    parser.add_argument("--sort", choices=ORDERS, default="right", help="order of a concordance (right)")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print what answers the query."""
    from tui.cli.session import current

    with current(args, out) as library:
        library.demand_index()
        if args.similar:
            return _similar(library, args, out)
        args.query = _resolved(library, args.query)
        if args.save:
            library.save_search(args.save, args.query)
            out.say(f"Saved: @{args.save} is {args.query}")
        if args.concordance:
            from tui.cli import concordance

            return concordance.show(library, args, out)
        film = library.film(args.film).film.id if args.film else None
        settings = {"limit": args.limit, "offset": args.offset, "literal": args.literal, "reveal": args.spoilers}
        found = library.search(args.query, film=film, **settings)
    _show(found, args, out)
    return 0


def _resolved(library: Library, query: str) -> str:
    """Return the query that `@name` stands for, with what stands behind it, or the query itself.

    Raises:
        NotFoundError: no search is saved under that name.
    """
    asked, fault = library.resolved(query)
    if fault is not None:
        raise NotFoundError(query, fault, "See the names with `matinee searches`")
    return asked


def _similar(library: Library, args: argparse.Namespace, out: Output) -> int:
    from tui.cli import shapes

    hits: tuple[Hit, ...] = ()
    kinds: tuple[Kind, ...] = ("review", "trivia")
    for kind in kinds:
        hits = hits or library.similar(kind, args.query, args.limit)
    if not hits:
        reason = "there is no such review or trivia, or nothing is like it"
        raise NotFoundError(args.query, reason, "Take an id from `matinee search` or `matinee show --json`")
    if args.json:
        out.value({"similar_to": args.query, "total": len(hits), "hits": [shapes.hit(one) for one in hits]})
    else:
        _print(hits, args, out)
    return 0


def _show(found: Answer, args: argparse.Namespace, out: Output) -> None:
    from tui.cli import shapes

    if args.json:
        out.value(shapes.answer(found))
        return
    for notice in found.notices:
        out.say(notice)
    _print(found.hits, args, out)
    shown = len(found.hits)
    films = len(found.counts.films)
    least = "more than " if found.counts.other_films else ""
    where = f" in {least}{counted(films, 'film')}" if films else ""
    rest = f" ({args.offset + 1:,} to {args.offset + shown:,} shown)" if 0 < shown < found.total else ""
    out.say(f"{counted(found.total, 'passage')}{where}{rest}")


def _print(hits: tuple[Hit, ...], args: argparse.Namespace, out: Output) -> None:
    if out.for_people:
        out.lines(_passages(hits, spoilers=args.spoilers))
        return
    rows = ((hit.film_id, hit.kind, hit.id, _whose(hit), _snippet(hit, spoilers=args.spoilers)) for hit in hits)
    out.table(("Film", "Kind", "Id", "Of", "Passage"), rows)


def _passages(hits: tuple[Hit, ...], *, spoilers: bool) -> Iterator[Line]:
    films = {hit.film_id: -rank for rank, hit in enumerate(reversed(hits))}  # the film of the best hit first
    film = None
    for hit in sorted(hits, key=lambda one: films[one.film_id]):
        if hit.film_id != film:
            film = hit.film_id
            yield from (Line(""), Line(named(hit.film_title, hit.film_year), style="bold"))
        parts = (hit.kind, _whose(hit), rated(hit.rating), hit.headline, hit.id)
        yield Line(" · ".join(part for part in parts if part), indent=2, style="dim")
        veiled = hit.spoiler and not spoilers
        yield Line(_snippet(hit, spoilers=spoilers), indent=4, lit=() if veiled else hit.snippet_matches)


def _snippet(hit: Hit, *, spoilers: bool) -> str:
    return VEIL if hit.spoiler and not spoilers else hit.snippet


def _whose(hit: Hit) -> str:
    return hit.author or hit.topic or ""
