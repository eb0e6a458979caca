"""A little library to search in, and what makes films of a few words."""

from __future__ import annotations

from pathlib import Path

from tui.models import Film, FilmView, Listing, Note, Personal, Plain, Rating, Review, Trivia, Viewing
from tui.search import SearchIndex


def review(record_id: str, text: str, **more: object) -> Review:
    """Return a review."""
    return Review(id=record_id, text=Plain(text), **more)  # type: ignore[arg-type]  # fields of a review


def film_of(film_id: str, *texts: str, title: str = "", year: int | None = None, synopsis: str = "") -> FilmView:
    """Return a film with these reviews, whose ids are the film's with 0, 1 … behind it."""
    film = Film(id=film_id, title=Plain(title or film_id), year=year, synopsis=Plain(synopsis) if synopsis else None)
    return FilmView(film=film, reviews=tuple(review(f"{film_id}{n}", text) for n, text in enumerate(texts)))


def index_of(folder: Path, *views: FilmView) -> SearchIndex:
    """Return a new index of these films."""
    index = SearchIndex(folder)
    index.update([(view, "1") for view in views])
    return index


MASK = FilmView(
    film=Film(
        id="mask-1985",
        title=Plain("Mask"),
        year=1985,
        synopsis=Plain("A boy whose skull grows too large is brought up by a wild and loving mother."),
        directors=(Plain("Peter Bogdanovich"),),
        cast=(Plain("Cher"), Plain("Eric Stoltz")),
        genres=(Plain("Drama"),),
        ids={"imdb": "tt0089560"},
    ),
    reviews=(
        review(
            "m1",
            "The scene in the fun\nhouse mirror is a tear-jerker. His mother watches.",
            author=Plain("Ana Bird"),
            headline=Plain("Deformity and dignity"),
            rating=Rating(value=9, out_of=10),
            date="2003-05-12",
        ),
        review(
            "m2",
            "Cher doesn’t act, she lives. Rocky's end left me in tears, a real tearjerker.",
            author=Plain("Émile Doe"),
            rating=Rating(value=2.5, out_of=5),
            date="2010",
            spoiler=True,
        ),
    ),
    trivia=(
        Trivia(id="t1", topic=Plain("Soundtrack"), text=Plain("The songs were restored in 2004.")),
        Trivia(id="t2", text=Plain("The mirror scene was shot in one night.")),
    ),
    personal=Personal(
        viewings=(Viewing(date="2020-01-02", tags=(Plain("matinee"),)),),
        ratings=(Rating(value=4.5, out_of=5),),
        tags=(Plain("seen with Mum"),),
        lists=(Listing(name=Plain("Films about Faces"), position=3),),
        notes=(
            Note(id="k1", text=Plain("Lend the disc to Gwendolyn."), made="2021-03-04T05:06:07"),
            Note(id="k2", text=Plain("She is wrong here."), record="m1", quote=Plain("dignity, she says")),
        ),
    ),
)
MOON = FilmView(
    film=Film(id="moonstruck-1987", title=Plain("Moonstruck"), year=1987, directors=(Plain("Norman Jewison"),)),
    reviews=(
        review("n1", "A bakery, an opera, a widow: Cher shines. Better than Mask.", rating=Rating(value=8, out_of=10)),
        review("n2", "Too loud for me; a mirror of its time.", rating=Rating(value=3, out_of=10)),
    ),
)
PICTURE = FilmView(
    film=Film(
        id="the-last-picture-show-1971",
        title=Plain("The Last Picture Show"),
        year=1971,
        directors=(Plain("Peter Bogdanovich"),),
    ),
    reviews=(review("p1", "The last great picture of a dying town; no show of force."),),
)
