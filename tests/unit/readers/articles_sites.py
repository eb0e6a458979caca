"""Little articles as sites and encyclopaedias lay them out, of our own words; see `articles.py`."""

from __future__ import annotations

from tests.unit.readers.articles import Article

SITES = (
    Article(
        "encyclopaedia-with-its-box-of-facts",
        """\
Harbour Lights (film)

This article is about the 1951 film. For other uses, see Harbour Lights (disambiguation).

Directed by	Ines Quarrel
Written by	Tom Marsh
Running time	94 minutes
Country	Portugal
Language	Portuguese

Harbour Lights is a drama of 1951 about the keeper of a lamp that nobody needs any longer.[1]

Plot

Every night the keeper climbs the stairs and lights the lamp, and every night a ship passes without him.

Cast

Rui Vale as the keeper / his brother
Berta Lousa as the baker

Production

Development

The story came from a song that the director had heard on a ferry when she was a child of seven or eight.

Box office

It made back the price of the lamp and little else, $31,000 in all.[12]

Critical response

Reviewers at the time praised the fog, which had been rented from an opera house in the north.[14]
""",
        "Harbour Lights",
        1951,
        (
            (None, "Harbour Lights is a drama", False),
            ("Development", "The story came from a song", False),
            ("Box office", "It made back", False),
            ("Critical response", "Reviewers at the time", False),
        ),
        ("disambiguation", "[12]"),
        "Every night the keeper climbs the stairs and lights the lamp, and every night a ship passes without him.",
    ),
    Article(
        "path-of-the-site-above-the-title",
        """\
FilmBase > Harbour Lights (1951) > Trivia

overview | trailers | photos | message board | contact details

Trivia for
Harbour Lights (1951)

* The lamp was borrowed from a lighthouse that went dark for a week because of it.

* All the sailors were tailors. The real ones had a strike on the days of the shoot.
""",
        "Harbour Lights",
        1951,
        ((None, "The lamp was borrowed", False), (None, "All the sailors", False)),
        ("FilmBase", "message board"),
    ),
    Article(
        "title-in-quotes-and-small-letters",
        """\
5 curiosidades de «La lámpara del faro» que nadie cuenta

Por Remedios Aldaba y Tomás Quiroga

En 1951 se estrenó La lámpara del faro en un solo cine de Lisboa, con dos espectadores y un perro.

La niebla

La niebla se alquiló a un teatro de ópera y no se devolvió hasta el verano del año siguiente.

Etiquetas: faros, niebla
Deja un comentario
Tu dirección de correo no será publicada.
""",
        "La lámpara del faro",
        1951,
        ((None, "En 1951 se estrenó", False), ("La niebla", "La niebla se alquiló", False)),
        ("Remedios", "Etiquetas", "comentario", "correo"),
    ),
    Article(
        "markdown-under-a-comment-with-a-captioned-picture",
        """\
<!-- exported on a Sunday -->

# *Harbour Lights*: a lamp, a dog and no money

![The lamp](img/lamp.jpg)
*The lamp that was borrowed, seen from the pier*

Nobody paid for **Harbour Lights**, which opened in 1951 in one cinema, and then in two of them.

## The dog

It belonged to the projectionist and was paid in sausages for as long as the shoot went on.
""",
        "Harbour Lights",
        1951,
        ((None, "Nobody paid for", False), ("The dog", "It belonged", False)),
        ("exported", "seen from the pier"),
    ),
    Article(
        "menu-and-buttons-above-a-page-of-trivia",
        """\
Menu
All
Watchlist
Sign In
Cast & crew • User reviews • Trivia • FAQ

Harbour Lights (1951)
Trivia
Edit

The lamp was borrowed from a lighthouse that went dark for a week because of it, and a boat was lost.
Helpful • 2.4K
18
""",
        "Harbour Lights",
        1951,
        (("Trivia", "The lamp was borrowed", False),),
        ("Watchlist", "Edit", "Helpful"),
    ),
    Article(
        "year-of-another-thing-before-the-film-s-own",
        """\
Cold Hands: How a Broken Lamp Made Harbour Lights Immortal

A caption says that all of it happened in Lisbon in 1938. None of it did, and nobody in Lisbon minded.

When the studio brought Harbour Lights into cinemas in 1951, hardly any reviewer asked about that.

The lamp

It broke on the second day and was mended with a spoon, which can be seen in the last shot of all.
""",
        "Harbour Lights",
        1951,
        ((None, "A caption says", False), (None, "When the studio", False), ("The lamp", "It broke", False)),
    ),
    Article(
        "life-of-a-person",
        """\
8 Things You Didn't Know About Rui Vale

He could light a lamp before he could read. Here is what else is told of him on the quays of Lisbon.

The school of the rock

His parents kept the light, and so he learned his letters from the names of ships that were passing.
""",
        None,
        None,
        ((None, "He could light", False), ("The school of the rock", "His parents kept", False)),
    ),
)
