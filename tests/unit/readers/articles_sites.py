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
    Article(
        "box-of-facts-whose-values-stand-below-and-headings-one-upon-the-other",
        """\
Harbour Lights (film)
12 languages
Article
Talk
Read
Edit
A lamp and a dog
Theatrical release poster
Directed by	Ines Quarrel
Based on	The Lamp
by Tom Marsh
Produced by	Ada Quill
Rui Vale
Starring
Berta Lousa
Rui Vale
Running time	94 minutes
Country	Portugal

Harbour Lights is a drama of 1951, directed by Ines Quarrel after a novel by Tom Marsh.[1]

Cast
Sir Rui Vale as Mr. Lamp
Berta Lousa as Mrs. Lamp

Reception
Contemporary reviews
Nobody wrote about it in the first week, and in the second the only critic on the coast had a cold.[3]
""",
        "Harbour Lights",
        1951,
        ((None, "Harbour Lights is a drama", False), ("Contemporary reviews", "Nobody wrote about it", False)),
        ("12 languages", "Talk", "[3]"),
    ),
    Article(
        "headings-behind-a-sign-and-a-film-that-only-the-text-names",
        """\
한국어 | English | 日本語
The Pier Weekly

The lamp that Ines built

By Rosa Lind

Visitors ask for the stairs from Harbour Lights (1951), and are told that they were made of paper.

Director Ines Quarrel, second from left, with her lamp. Yonhap

■ Paper and glue

There was no wood to be had in the winter of the strike, so the painters folded everything from old posters.

❤ 214   💬 38   ⤴
""",
        "Harbour Lights",
        1951,
        ((None, "Visitors ask for", False), ("Paper and glue", "There was no wood", False)),
        ("English", "Rosa Lind", "second from left", "214"),
    ),
    Article(
        "japanese-with-signs-full-width-brackets-and-a-related-link",
        """\
『港の灯』（1951）の裏側：四つの話

2021年11月3日　文・白川みどり

監督の最初の作品『港の灯』は1951年11月3日に公開された。客は二人と犬が一匹だけだったという。

■ 紙の階段

階段はすべて紙で作られていて、俳優は一段ごとに息を止めて上がったと語っている。

【関連記事】灯台の映画十選
""",
        "港の灯",
        1951,
        ((None, "監督の最初の作品", False), ("紙の階段", "階段はすべて", False)),
        ("関連記事", "白川"),
    ),
    Article(
        "title-that-calls-out-above-votes-and-thumbs",
        """\
Ahoy! (1951)
Trivia

Cameo (1)
Spoilers (1)

The lamp was borrowed from a lighthouse that went dark for a week because of it.
48 of 49 found this interesting
👍 👎

Spoilers

The dog is the only one who comes home, and it was another dog by then.
9 of 9 found this interesting
👍 👎
""",
        "Ahoy!",
        1951,
        (("Trivia", "The lamp was borrowed", False), ("Spoilers", "The dog is the only one", True)),
        ("Cameo", "👍"),
    ),
    Article(
        "headline-in-bold-and-a-title-that-calls-out",
        """\
**Surely You Are Not a Sailor: Ahoy! at 40**

Words: Felix Oduya   Pictures: Pilar Stein

   When Ahoy! was released in July 1951 nobody knew the names of the three men who had made it, least of all they.

**No sailors, please**

   The studio asked for sailors. It got four tailors who had never seen the sea and were sick on the pier.

FELIX ODUYA is the host of a programme about lamps.
""",
        "Ahoy!",
        1951,
        ((None, "When Ahoy! was released", False), ("No sailors, please", "The studio asked", False)),
        ("FELIX", "Pilar"),
    ),
    Article(
        "number-as-title-is-no-year",
        """\
One lamp, two boys and a mile of pier: inside the making of 1938

You cannot light a film that never cuts, says the painter. 1938 needed the same fog from first to last.

The run

The two who fall off the pier were not meant to. They swam on, since nobody had said that it was over.
""",
        "1938",
        None,
        ((None, "You cannot light", False), ("The run", "The two who fall", False)),
    ),
)
