"""Three little films of our own, for the tests of the screens."""

from __future__ import annotations

from tui.models import Citation, Film, FilmView, OtherValue, Plain, Rating, Review, SourceDocument, Trivia

PAGE = SourceDocument(
    sha256="a" * 64, name=Plain("harbour page.html"), reader="film page", imported="2026-03-01T10:00:00Z"
)
CLIPPING = SourceDocument(
    sha256="b" * 64, name=Plain("clippings/review.txt"), reader="loose review", imported="2026-03-02T10:00:00Z"
)


def P(text: str) -> Plain:  # noqa: N802 - stands for many words
    return Plain(text)


def cite(line: int, document: SourceDocument = PAGE) -> tuple[Citation, ...]:
    return (Citation(sha256=document.sha256, lines=(line, line)),)


LONG = (
    "The harbour is the first thing we see, and the last. Between the two the film takes its time: a ferry, a "
    "broken radio, a woman who repairs both. Nobody raises a voice.\n\nWhat could have been a postcard becomes "
    "a portrait. The camera stays where a person would stand, and the lamp in the window is only ever a lamp. "
    "I have seen it four times now and the lamp still gets me.\n\nIf there is a weakness it is the music, which "
    "explains in the third act what the faces had already said."
)
MIDDLE = (
    "A slow film about a fast river. The lamp scene alone is worth the ticket, and the ferry never hurries. "
    "Recommended to anyone who has waited for a boat at night."
)
SPOILER = (
    "In the end the lighthouse keeper is her father, and the lamp goes out for good. I wept. Then I went to the "
    "shop and bought a lamp of my own, because one has to do something."
)
SYNOPSIS = (
    "A radio repairer in a small port takes in a stranger who claims to own the ferry. Over one winter, and by the "
    "light of one lamp, the two of them put a boat back on the water."
)
KITE = "A kite film without a kite for an hour. The lamp is out of order. " * 3


def harbour_reviews() -> tuple[Review, ...]:
    return (
        Review(
            id="r-long",
            author=P("Ada Quill"),
            headline=P("A lamp, a ferry, a life"),
            text=P(LONG),
            rating=Rating(value=8, out_of=10),
            date="2011-04-02",
            sources=(*cite(31), *cite(1, CLIPPING)),
        ),
        Review(
            id="r-mid",
            author=P("Bruno K."),
            text=P(MIDDLE),
            rating=Rating(value=3.5, out_of=5, written=P("★★★½")),
            date="2013-11-20",
            sources=cite(33),
        ),
        Review(
            id="r-spoiler",
            author=P("Cass"),
            text=P(SPOILER),
            spoiler=True,
            rating=Rating(value=10, out_of=10),
            sources=cite(35),
        ),
        Review(id="r-short1", author=P("Dee"), text=P("Too slow for me."), sources=cite(37)),
        Review(
            id="r-short2",
            author=P("Emil"),
            text=P("Lovely lamp."),
            rating=Rating(value=9, out_of=10),
            sources=cite(38),
        ),
    )


def harbour() -> FilmView:
    """Return a rich film."""
    trivia = (
        ("t1", "The harbour", "The harbour was built for the film and sank a year later."),
        ("t2", "The harbour", "Every ferry in the film is the same ferry, repainted."),
        ("t3", "The lamp", "The lamp belonged to the director’s aunt."),
    )
    return FilmView(
        film=Film(
            id="night-harbour-1987",
            title=P("Night Harbour"),
            year=1987,
            tagline=P("Some boats wait for you."),
            synopsis=P(SYNOPSIS),
            plot=P("The stranger turns out to be the lighthouse keeper’s lost brother."),
            genres=(P("Drama"), P("Mystery")),
            directors=(P("Ilse Varga"),),
            cast=(P("Mira Toll"), P("Jon Ash")),
            runtime_minutes=112,
            certificate=P("PG"),
            languages=("en",),
            countries=(P("Norway"),),
            ratings=(Rating(value=7.4, out_of=10, votes=5210), Rating(value=81, out_of=100, by="metascore")),
            ids={"imdb": "tt7000001"},
        ),
        reviews=harbour_reviews(),
        trivia=tuple(Trivia(id=i, topic=P(topic), text=P(text), sources=cite(50)) for i, topic, text in trivia),
        documents=(PAGE, CLIPPING),
        others=(OtherValue(field="year", value="1986", sources=cite(1, CLIPPING)),),
        field_sources={"title": cite(1), "year": cite(1)},
    )


def odd_films() -> list[FilmView]:
    """Return films that are hard to draw: nothing but trivia, an endless title, wide, joined, right-to-left letters."""
    bare = FilmView(film=Film(id="bare", title=P("Bare")), trivia=(Trivia(id="b1", text=P("It was never shown.")),))
    endless = "An Endless Title That Goes On and On, " * 6
    titles = {
        "endless": endless,
        "wide": "映画" * 60,
        "joined": "👨‍👩‍👧 Family 🏳️‍🌈 e\u0301tude",
        "right": "מסכה — قناع",
    }
    text = P("עברית ועוד עברית, قصة طويلة جدا, 港町に雨が降る。👩🏽‍🚀 e\u0301te\u0301. " * 4)
    odd = [
        FilmView(
            film=Film(id=name, title=P(title), year=1900, tagline=P(title), synopsis=text, directors=(P(title),)),
            reviews=(Review(id=f"r-{name}", author=P(title), headline=P(title), text=text, sources=cite(1)),),
            documents=(PAGE,),
        )
        for name, title in titles.items()
    ]
    return [bare, *odd]


def make_films() -> list[FilmView]:
    """Return three small films: one rich, one sparse, one with text in other scripts."""
    kite = FilmView(
        film=Film(
            id="paper-kite-1999",
            title=P("The Paper Kite"),
            year=1999,
            genres=(P("Comedy"),),
            ratings=(Rating(value=6.1, out_of=10),),
        ),
        reviews=(Review(id="k1", author=P("Ada Quill"), text=P(KITE), sources=cite(3)),),
        documents=(PAGE,),
    )
    rain = FilmView(
        film=Film(
            id="rain-2004",
            title=P("雨の港"),
            year=2004,
            languages=("ja",),
            synopsis=P("港町に雨が降る。女は傘を持たずに歩く。"),
        ),
        trivia=(
            Trivia(
                id="j1", text=P("映画は一晩で撮影された。雨は本物である。👨‍👩‍👧 の家族が出演した。"), sources=cite(9)
            ),
        ),
        documents=(PAGE,),
    )
    return [harbour(), kite, rain]
