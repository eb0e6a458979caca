"""Little film pages as sites print them, of our own words, beside what a reader must get from them."""

from __future__ import annotations

from tests.unit.readers.page import Page

SITES = (
    Page(
        "byline-above",
        """\
Kinopost | Films | Series | Log in

Her
2013 • Drama, Romance, Sci-Fi • 126 min • Rated R
7.8/10 (1,204 ratings)
"An operating system with a past."

Directed by Spike Jonze
Starring Joaquin Phoenix, Scarlett Johansson
Languages: English

Plot summary
A letter writer falls for the voice in his ear, and the voice has plans of its own.

Start your free 30-day trial today!

User reviews (4)

by Quill_Driver | 8/10 | 3 May 2014
I came for the colours and stayed for the silence between two people who cannot touch.

by Odile Marsh | 6/10 | 12 June 2014
Too long by half an hour. The letters are lovely.
The last scene made up for it.

by zed99 | 10/10 | 1 January 2015
Spoilers ahead. They all leave in the end.

© 2014 Kinopost. All rights reserved.
""",
        {
            "title": "Her",
            "year": 2013,
            "runtime_minutes": 126,
            "certificate": "R",
            "directors": ("Spike Jonze",),
            "languages": ("en",),
            "tagline": "An operating system with a past.",
            "synopsis": "A letter writer falls for the voice in his ear, and the voice has plans of its own.",
        },
        (
            ("Quill_Driver", "I came for", (8, 10), "2014-05-03"),
            ("Odile Marsh", "Too long by", (6, 10), "2014-06-12"),
            ("zed99", "Spoilers ahead", (10, 10), "2015-01-01"),
        ),
        (7.8, 10),
        ("Log in", "free 30-day trial", "All rights reserved"),
    ),
    Page(
        "headlines-above-bylines",
        """\
Moonstruck
1987 | PG | 1 hr 42 mins
★★★★☆

Synopsis
A widow says yes to one brother and falls for the other, whose hand is made of wood.

Reviews

A loaf of bread with a full moon in it
By Lucette_B, 14 February 2009 ★★★★★
Everybody shouts and everybody is right. My grandmother shouted at the screen as well.

Overcooked
By Tom Arkwright, 3 March 2011 ★★
The opera helps. Nothing else does.
""",
        {
            "title": "Moonstruck",
            "year": 1987,
            "runtime_minutes": 102,
            "certificate": "PG",
        },
        (
            ("Lucette_B", "Everybody shouts", (5, 5), "2009-02-14"),
            ("Tom Arkwright", "The opera helps", (2, 5), "2011-03-03"),
        ),
        (4, 5),
    ),
    Page(
        "number-as-title",
        """\
1917

2019
8.2| 1h59m| R| en
Details

Two soldiers carry a message across a country that has been turned over by shells.

AD

Reviews

Marlowe_77 One breath from the first step to the last.
Ferren Ito The camera is the third soldier. I forgot that there were cuts, then looked for them, then forgot again.
""",
        {
            "title": "1917",
            "year": 2019,
            "runtime_minutes": 119,
            "certificate": "R",
            "synopsis": "Two soldiers carry a message across a country that has been turned over by shells.",
        },
        (("Marlowe_77", "One breath", None, None), ("Ferren Ito", "The camera is", None, None)),
        (8.2, 10),
    ),
    Page(
        "iso-duration-and-percent",
        """\
Home > Movies > Drama

Silkwood (1983)
PT2H11M | R | Drama
Tomatometer: 78%
Metascore: 64
Director: Mike Nichols
Writers: Nora Ephron and Alice Arlen
Cast: Meryl Streep as Karen, Kurt Russell as Drew, Cher as Dolly
Country: USA

Storyline

A worker in a plant for fuel rods begins to count what goes missing.

Advertisement

Critic reviews

"It keeps its voice down, and that is what frightens." — Harriet Vole, The Evening Ledger
"A performance without vanity." — J. P. Strand, Filmgoer
""",
        {
            "title": "Silkwood",
            "year": 1983,
            "runtime_minutes": 131,
            "certificate": "R",
            "directors": ("Mike Nichols",),
            "writers": ("Nora Ephron", "Alice Arlen"),
            "cast": ("Meryl Streep", "Kurt Russell", "Cher"),
            "characters": ("Karen", "Drew", "Dolly"),
        },
        (("Harriet Vole", '"It keeps its voice', None, None), ("J. P. Strand", '"A performance', None, None)),
        (78, 100),
        ("Home > Movies",),
    ),
    Page(
        "glued-without-authors",
        """\
Lovely from end to end
View MoreNot what I was promised.
View MoreThe harbour at night is worth the ticket.It goes on too long after that.
View More
""",
        {"title": None},
        ((None, "Lovely", None, None), (None, "Not what", None, None), (None, "The harbour", None, None)),
    ),
    Page(
        "votes-above-headlines",
        """\
Drive (2011)

Reviews & Ratings for Drive

Index 2 reviews in total

12 out of 15 people found the following review useful:
Neon and gloves
Author: toothpick_88 from Leeds, England
3 May 2014
*** This review may contain spoilers ***
He says forty words and breaks forty bones. The lift scene is a whole film.

Was the above review useful to you?

3 out of 9 people found the following review useful:
Slow
Author: Marge Hollis from Ohio
12 June 2014
I fell asleep in the car park.

Was the above review useful to you?
""",
        {"title": "Drive", "year": 2011},
        (
            ("toothpick_88", "He says forty", None, "2014-05-03"),
            ("Marge Hollis", "I fell asleep", None, "2014-06-12"),
        ),
        None,
        ("useful to you", "in total", "may contain"),
    ),
    Page(
        "stars-as-asterisks-and-dates-below",
        """\
Ostře sledované vlaky
Drama / Komedie / Válečný
Československo, 1966, 93 min
Režie: Jiří Menzel
Obsahy (1)
Mladý výpravčí chce být mužem a kolem jede válka.
Recenze (2)
kolejnice *****
Razítka. Nic víc neřeknu.
(3. 5. 2014)
Jana Bílá ****
Smutné a vtipné naráz, jak to umí jen tady.
(11. 2. 2016)
""",
        {"title": "Ostře sledované vlaky", "year": 1966, "runtime_minutes": 93, "directors": ("Jiří Menzel",)},
        (("kolejnice", "Razítka", (5, 5), "2014-05-03"), ("Jana Bílá", "Smutné", (4, 5), "2016-02-11")),
    ),
)
