"""List the films, all or those that a query finds."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.output import Output, rated
from tui.cli.parser import add_json, add_query

if TYPE_CHECKING:
    from tui.library import Library
    from tui.models import FilmSummary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_query(parser, nargs="*", help="words of a title, a name or a genre, or a query of `matinee search`")
    orders = ["title", "year", "rating", "reviews", "mine", "seen"]
    told = "mine: by your own rating; seen: by when you last saw them"
    parser.add_argument("--sort", choices=orders, default="title", help=told)
    add_json(parser)


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the films."""
    from tui.cli import shapes
    from tui.cli.session import current

    with current(args, out) as library:
        films = library.catalogue()
        empty = not films
        if args.query:
            films = _found(library, films, args.query)
    films = _sorted(films, args.sort)
    if args.json:
        out.value([shapes.film_line(film) for film in films])
        return 0
    columns = ("Film", "Year", "Rating", "Reviews", "Trivia", "Id")
    rows = ((film.title, film.year, rated(film.rating), film.reviews, film.trivia, film.id) for film in films)
    if films:
        out.table(columns, rows, right=("Year", "Rating", "Reviews", "Trivia"), whole=("Id",))
    elif empty:
        fill = "`matinee import PATH…` fills it; `matinee` alone fills it with the starter collection"
        out.say(f"There are no films in {library.root}. {fill}.")
    else:
        out.say(f"No film answers to «{args.query}».")
    return 0


def _found(library: Library, films: tuple[FilmSummary, ...], query: str) -> tuple[FilmSummary, ...]:
    """Return the films that say the words in their own line, and those with a passage that answers the query."""
    from tui.models import Plain
    from tui.search import Matcher

    with_passages = dict(library.search(query, limit=1, every_film=True).counts.films)
    matcher = Matcher.of(query)

    def says(film: FilmSummary) -> bool:
        line = " · ".join((film.title, str(film.year or ""), *film.directors, *film.genres))
        return bool(matcher.locate(Plain(line)))

    return tuple(film for film in films if film.id in with_passages or says(film))


def _sorted(films: tuple[FilmSummary, ...], order: str) -> tuple[FilmSummary, ...]:
    """Return the films in order: titles and years upwards, all else downwards, unknown ones last."""
    if order == "year":
        return tuple(sorted(films, key=lambda film: (film.year is None, film.year or 0)))
    if order == "rating":
        return tuple(sorted(films, key=lambda film: -(film.rating.share if film.rating else -1.0)))
    if order == "reviews":
        return tuple(sorted(films, key=lambda film: -film.reviews))
    if order == "mine":
        return tuple(sorted(films, key=lambda film: -(film.own_rating.share if film.own_rating else -1.0)))
    if order == "seen":
        return tuple(sorted(films, key=lambda film: (film.watched or "").replace("yes", "0"), reverse=True))
    return films
