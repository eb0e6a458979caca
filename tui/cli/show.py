"""Show everything about one film."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted, named, rated
from tui.cli.parser import add_film, add_json
from tui.text.languages import language_name

if TYPE_CHECKING:
    from tui.models import Film, FilmView, Personal, Review

VEIL = "(a spoiler; --spoilers shows it)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_film(parser)
    parser.add_argument("--spoilers", action="store_true", help="show spoilers")
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the film."""
    from tui.cli import shapes
    from tui.cli.session import opened

    with opened(args) as library:
        view = library.film(args.film)
    if args.json:
        out.value(shapes.film_whole(view))
    else:
        out.lines(page(view, spoilers=args.spoilers))
    return 0


def page(view: FilmView, *, spoilers: bool) -> Iterator[Line]:
    """Yield the film as a page to read."""
    yield Line(named(view.film.title or view.film.id, view.film.year), style="bold")
    if facts := _facts(view.film):
        yield Line(" · ".join(facts))
    if view.film.tagline:
        yield Line(f"“{view.film.tagline}”", style="italic")
    yield from _people(view.film)
    yield from _own(view.personal)
    for heading, text in (("Synopsis", view.film.synopsis), ("Plot", view.film.plot if spoilers else None)):
        if text:
            yield from (Line(""), Line(heading, style="bold"), Line(text, indent=2))
    if view.reviews:
        yield from (Line(""), Line(counted(len(view.reviews), "review"), style="bold"))
    for review in view.reviews:
        yield Line("")
        yield Line(heading_of(review), style="bold", indent=2)
        yield Line(VEIL if review.spoiler and not spoilers else review.text, indent=2)
    topic: str | None = ""
    for item in view.trivia:
        if item.topic != topic:
            topic = item.topic
            yield from (Line(""), Line(topic or "Trivia", style="bold"))
        yield Line(f"• {VEIL if item.spoiler and not spoilers else item.text}", indent=2)


def heading_of(review: Review) -> str:
    """Return the line over a review: author, rating, headline, where and when."""
    parts = (review.author or "unsigned", rated(review.rating), review.headline, review.publication, review.date)
    return " · ".join(part for part in parts if part)


def _facts(film: Film) -> list[str]:
    runtime = f"{film.runtime_minutes} min" if film.runtime_minutes else ""
    rating = f"★ {rated(film.ratings[0])}" if film.ratings else ""
    lists = (film.genres, [language_name(one) for one in film.languages], film.countries)
    return [part for part in (rating, runtime, film.certificate, *(", ".join(one) for one in lists)) if part]


def _people(film: Film) -> Iterator[Line]:
    for word, names in (("Directed by", film.directors), ("Written by", film.writers), ("With", film.cast)):
        if names:
            yield Line(f"{word} {', '.join(names)}")


def _own(personal: Personal) -> Iterator[Line]:
    seen = [viewing.date or "once" for viewing in personal.viewings]
    own = (
        f"rated {rated(personal.ratings[0])}" if personal.ratings else "",
        f"seen {', '.join(seen)}" if seen else "",
        "on the watchlist" if personal.watchlist else "",
        "liked" if personal.liked else "",
        f"tagged {', '.join(personal.tags)}" if personal.tags else "",
        f"in {', '.join(listing.name for listing in personal.lists)}" if personal.lists else "",
    )
    if any(own):
        yield Line("You: " + " · ".join(part for part in own if part))
    for note in personal.notes:
        yield Line(f"Your note: {note.text}")
