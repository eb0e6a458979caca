"""Little articles as newspapers, newsletters and fanzines have them, of our own words; see `articles.py`."""

from __future__ import annotations

from tests.unit.readers.articles import Article

PAPERS = (
    Article(
        "title-and-year-on-two-lines-above-trivia-with-arrows",
        """\
Ada Quill
1951
Trivia

▲ 204 ▼
The lamp was borrowed from a lighthouse that went dark for a week because of it, and nobody noticed.

▲ 41 ▼
All the sailors were tailors. The real ones had a strike on the days of the shoot, and watched.
""",
        "Ada Quill",
        1951,
        (("Trivia", "The lamp was borrowed", False), ("Trivia", "All the sailors", False)),
        ("204",),
    ),
    Article(
        "facts-about-a-quoted-title",
        """\
Interesting facts about "Harbour Lights" (1951)
——————————————————————

* The lamp was borrowed from a lighthouse that went dark for a week because of it, and nobody noticed.
(112 out of 113 people found this interesting)

* All the sailors were tailors. The real ones had a strike on the days of the shoot, and watched.
(90 out of 90 people found this interesting)
""",
        "Harbour Lights",
        1951,
        ((None, "The lamp was borrowed", False), (None, "All the sailors", False)),
        ("found this", "——"),
    ),
    Article(
        "newspaper-with-an-hour-in-its-date-and-a-note-on-its-author",
        """\
THE PIER STANDARD
MOVIES

Thirty minutes that became three hours: Harbour Lights turns 25

BY CORDELIA VANN
STAFF WRITER
OCT. 14, 1976 5 AM PT

LISBON — The plan was for half an hour of film about a lamp, and for a dog that could be taught to bark.

Five years later Ines Quarrel had three hours of it, and in October 1951 Harbour Lights opened on the pier.

Rui Vale in a scene from the picture.
(Pier Line Features)

Nobody was paid

The fishermen were offered a share, and got it. So did the dog, which had not been heard of until then.

FOR SUBSCRIBERS

Cordelia Vann
Cordelia Vann is a staff writer who came here from the hills.
More From the Pier Standard
The 15 best piers
""",
        "Harbour Lights",
        1951,
        (
            (None, "LISBON — The plan", False),
            (None, "Five years later", False),
            ("Nobody was paid", "The fishermen were offered", False),
        ),
        ("Cordelia", "CORDELIA", "Pier Line", "SUBSCRIBERS", "15 best"),
    ),
    Article(
        "letter-to-subscribers-with-a-series-before-the-title",
        """\
From: The Pier Letter <letter@pier.example>
Subject: A rug and a lamp

Hi there,

Welcome back to The Pier Letter, your weekly dose of lamps and piers. Forwarded this? Subscribe here.

THIS WEEK: HARBOUR LIGHTS (1951)
--------------------------------

Twenty-two years ago today it opened to polite puzzlement, and the only critic of the coast asked why.

> THE LAMP

It belonged to another friend of the director, who would tell anybody that it had tied the room together.
""",
        "HARBOUR LIGHTS",
        1951,
        ((None, "Twenty-two years ago", False), ("THE LAMP", "It belonged", False)),
        ("Welcome", "Subscribe"),
    ),
    Article(
        "paragraphs-that-only-their-first-line-parts",
        """\
    HARBOUR LIGHTS: NOTES ON A LAMP
    by Lorcan Pell

    In 1951 nobody in Lisbon wanted to see two tailors who were out of work. Nobody
in Lisbon is anything else, said the producer of the film and went home.
    Harbour Lights was paid for by a baker, who had read it on a ferry and did not ask
how it would end.

    THE DOG
    It drinks from the bucket in the cold kitchen because there was soup in it. Rui
Vale had been told that it was water.
    He does not drink at all.
""",
        "Harbour Lights",
        1951,
        (
            (None, "In 1951 nobody in Lisbon", False),
            (None, "Harbour Lights was paid for by a baker, who had read it on a ferry and did not ask how", False),
            ("THE DOG", "It drinks from the bucket in the cold kitchen because there was soup in it. Rui Vale", False),
            ("THE DOG", "He does not drink", False),
        ),
        ("Lorcan",),
    ),
    Article(
        "two-films-compared",
        """\
Harbour Lights vs. Lantern Row: who built the better lamp?

It is the oldest argument on the pier, and we are going to settle it once and for all with a ruler.

THE LAMPS

The makers of Harbour Lights glued tins together. Those of Lantern Row had more money and one large tin.
""",
        None,
        None,
        ((None, "It is the oldest", False), ("THE LAMPS", "The makers of", False)),
    ),
    Article(
        "links-in-the-site-s-own-words-before-the-last-section",
        """\
« Les Lampes du port » : dans les coulisses d'un film sans argent

Par Solange Mercadier
Publié le 19 février 2014 à 09h00, modifié le 20 février 2014 à 11h42

Soixante ans après sa sortie, en février 1951, personne n'a refait ce pari : un film où même le chien chante.

L'escalier

Ines Quarrel a demandé aux pêcheurs de peindre leurs bateaux. Les Lampes du port ont coûté un hiver et demi.

Dans nos archives : dix films de quai

La neige

C'était de la mousse à raser, et il ne fallait pas marcher dessus.

Source : F.B.
""",
        "Les Lampes du port",
        1951,
        (
            (None, "Soixante ans", False),
            ("L'escalier", "Ines Quarrel", False),
            ("La neige", "C'était de la mousse", False),
        ),
        ("Publié", "Source"),
    ),
    Article(
        "sentences-with-numbers-above-paragraphs-and-questions-at-the-end",
        """\
4 FACTS ABOUT HARBOUR LIGHTS

When Harbour Lights opened in 1951, nobody on the pier had asked for it, and nobody had paid for it either.

1. THE DOG BIT THE KEEPER. TWICE.

It had been told to bark, and since it could not bark it did the next thing that came to its mind.

2. NOBODY KNOWS HOW LONG HE STAYS.

The director said a winter and the writer said a year, and in the film there is no calendar to be seen.

Frequently Asked Questions

Was the keeper a sailor before?

No. He was a baker, and had never been on a ship until the day on which he bought the lighthouse.

Is it on disc?

It is not.
""",
        "Harbour Lights",
        1951,
        (
            (None, "When Harbour Lights opened", False),
            ("THE DOG BIT THE KEEPER. TWICE.", "It had been told", False),
            ("NOBODY KNOWS HOW LONG HE STAYS.", "The director said", False),
            ("Was the keeper a sailor before?", "No. He was a baker", False),
            ("Is it on disc?", "It is not.", False),
        ),
    ),
    Article(
        "film-that-the-text-alone-names",
        """\
The pier that Ines built

Half a century ago a painter ruined herself with glass and lamps

There was a lawn in Lisbon where a pier used to be. It had lifts, a power station and forty lamps of its own.

Harbour Lights took three years to shoot. When it opened on 16 December 1951, Ines Quarrel had pawned her house.

Glass

Eleven hundred panes were used. In the background the boats are photographs on wheels, and some sailors are, too.
""",
        "Harbour Lights",
        1951,
        (
            (None, "Half a century ago", False),
            (None, "There was a lawn", False),
            (None, "Harbour Lights took", False),
            ("Glass", "Eleven hundred panes", False),
        ),
    ),
    Article(
        "film-that-the-headline-alone-names",
        """\
Harbour Lights: Forty Lamps, One Dog and a Lot of Fog

Harbour Lights: Forty Lamps, One Dog and a Lot of Fog

A man leaves his family to sit by a lamp. In 1951 the studio bet its whole house on that script and on a dog.

The Man Who Wanted to Stay

Ines Quarrel wrote it herself, which she has hardly ever done again, and then she sent the director home.

Actionable Insights for Fans

1. Read the script: It is published, and every comma is spoken.
2. Watch it with a dog: Then ask what it thinks of the ending.

The lamp is still there.
""",
        "Harbour Lights",
        1951,
        (
            (None, "A man leaves", False),
            ("The Man Who Wanted to Stay", "Ines Quarrel wrote", False),
            ("Actionable Insights for Fans", "Read the script", False),
            ("Actionable Insights for Fans", "Watch it with", False),
            ("Actionable Insights for Fans", "The lamp is still", False),
        ),
    ),
    Article(
        "encyclopaedia-with-numbered-headings",
        """\
Harbour Lights (1951 film)
From Wikilamp, the encyclopedia of lamps

"Luzes" redirects here. For other uses, see Lights (disambiguation).

Harbour Lights is a drama of 1951 by Ines Quarrel, loosely based on a song that was heard on a ferry.[1]

1 Title

The word was not known in Lisbon. The director had taken it from a sign above a shop for lamps and rope.[3]

2 Plot

Every night the keeper climbs the stairs and lights the lamp, and every night a ship passes without him.

3 Production

3.1 Writing

There were at least ten drafts. The ninth one turned the hero from a smuggler into a baker with a dog.[8]

4 References

1. ^ Marsh, p. 57.
""",
        "Harbour Lights",
        1951,
        (
            (None, "Harbour Lights is a drama", False),
            ("Title", "The word was not known", False),
            ("Writing", "There were at least", False),
        ),
        ("Wikilamp", "redirects", "Marsh"),
        "Every night the keeper climbs the stairs and lights the lamp, and every night a ship passes without him.",
    ),
    Article(
        "year-under-the-heading-and-votes-for-and-against",
        """\
Harbourtown
Trivia
1951

• The lamp was borrowed from a lighthouse that went dark for a week because of it.
Is this interesting?  Yes (311)  No (4)

• All the sailors were tailors, since the real ones were on strike.
Is this interesting?  Yes (287)  No (9)
""",
        "Harbourtown",
        1951,
        (("Trivia", "The lamp was borrowed", False), ("Trivia", "All the sailors", False)),
        ("Yes (",),
    ),
    Article(
        "transcript-of-an-episode",
        """\
Transcript: Episode 31 – Harbour Lights (1951)
[theme music]

NELL: Welcome back. Today a man finds out that he has half a year left, and goes to mend a lamp.

ROSS: Rui Vale had sung that song so hoarsely that nobody dared to touch it, and so it is in the film.
""",
        "Harbour Lights",
        1951,
        ((None, "NELL: Welcome back", False), (None, "ROSS: Rui Vale", False)),
        ("theme music",),
    ),
)
