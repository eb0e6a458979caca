"""A film's searchable passages: every review, trivia and note, and the film itself with its synopsis."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tui.models import Film, FilmView, Kind, Note, Plain, Rating, Review, Trivia
from tui.search.types import PLOT


class Passage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the index keeps of a passage, to show it without opening the film's file."""

    film_id: str
    film_title: Plain
    film_year: int | None
    kind: Kind
    id: str
    heading: Plain
    """Headline of a review, topic of a trivia, one line on the film for a synopsis, what a note is about."""
    text: Plain
    author: Plain | None = None
    rating: Rating | None = None
    date: str | None = None
    spoiler: bool = False


def film_line(film: Film) -> Plain:
    """Return one line that names the film and its people: what its synopsis stands under."""
    parts = [film.title or film.id, film.original_title, *film.other_titles, film.tagline]
    parts += [*film.directors, *film.writers, *film.cast, *film.characters, *film.genres]
    return Plain(" · ".join(dict.fromkeys(str(part) for part in parts if part)))


def passages_of(view: FilmView) -> Iterator[tuple[Passage, Review | Trivia | Note | None]]:
    """Yield the passages of a film, each with its record; the film's own first, even where it has no synopsis."""
    film = view.film
    title, year = film.title or Plain(film.id), film.year
    yield Passage(film.id, title, year, "synopsis", film.id, film_line(film), film.synopsis or Plain("")), None
    if film.plot and film.plot != film.synopsis:
        yield Passage(film.id, title, year, "synopsis", film.id + PLOT, Plain(""), film.plot, spoiler=True), None
    for review in view.reviews:
        yield (
            Passage(
                film.id, title, year, "review", review.id, review.headline or Plain(""), review.text,
                review.author, review.rating, review.date, review.spoiler,
            ),
            review,
        )  # fmt: skip
    for trivia in view.trivia:
        yield (
            Passage(
                film.id, title, year, "trivia", trivia.id, trivia.topic or Plain(""), trivia.text,
                spoiler=trivia.spoiler,
            ),
            trivia,
        )  # fmt: skip
    for note in view.personal.notes:
        made = note.made[:10] or None
        yield Passage(film.id, title, year, "note", note.id, note.quote or Plain(""), note.text, date=made), note
