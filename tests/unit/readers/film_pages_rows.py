"""Film pages with reviews in rows, posts between rules, signatures in brackets, and facts in a decorated line."""

from __future__ import annotations

from tests.unit.readers.page import Page

ROWS = (
    Page(
        "posts between rules, with their number and fields",
        """\
LANTERN ROW (USA 1958)

Duration: two hours and eight minutes (128m)
Cert.: A
Board average: 9 out of 10

Story so far:
A lamplighter walks the same street every evening and learns who sleeps in it.

Reviews
================================
Post 1 of 2
From: gas_tower
Date: 3rd May 2014
Score: 8 out of 10
--------------------------------
The second half is another film, and a crueller one. What he does with the match I could hardly watch.
================================
Post 2 of 2
From: Midge Holt
Date: 21st May 2014
Score: 10 out of 10
--------------------------------
I am the friend with the ladder in every story.
================================
You cannot post new replies.
""",
        {"title": "LANTERN ROW", "year": 1958, "runtime_minutes": 128, "certificate": "A"},
        (
            ("gas_tower", "The second half", (8, 10), "2014-05-03"),
            ("Midge Holt", "I am the friend", (10, 10), "2014-05-21"),
        ),
        (9, 10),
        ("Post 1", "new replies"),
    ),
    Page(
        "reviews in a table",
        """\
| Lantern Row | |
|---|---|
| Year | 1959 |
| Length | 2 h 01 |
| Director | Ada Quill |

**Synopsis**

A lamplighter walks the same street every evening and learns who sleeps in it.

**Reviews**

| Who | Stars | What |
|---|---|---|
| wick_k | 5 | The best last lamp there is. I light it once a week. |
| Osgood | 4 | The one with the ladder. I have been up it seven or eight times. |
| T. Brandt | 3 | Too dark for me, but she glows. |
""",
        {"year": 1959, "runtime_minutes": 121, "directors": ("Ada Quill",)},
        (
            ("wick_k", "The best last", (5, 5), None),
            ("Osgood", "The one with", (4, 5), None),
            ("T. Brandt", "Too dark", (3, 5), None),
        ),
    ),
    Page(
        "a title with its letters apart, facts between double dashes, names in brackets at the right",
        """\
                              L A M P E N

                         Sweden 1966 -- 84 minutes
                          a film by Ada Quill
                     Swedish dialogue -- certificate 18
                                   8/10

                                SYNOPSIS

A lamplighter walks the same street every evening and learns who sleeps in it.

                                COMMENTS

You need not understand it. Watch the two flames at the window at night.
                                                   (faro_island)

My professor loved it, which is why I didn't for years.
                                                   (Annika Strand)

                           * back to the list *
""",
        {
            "title": "LAMPEN",
            "year": 1966,
            "runtime_minutes": 84,
            "certificate": "18",
            "directors": ("Ada Quill",),
            "languages": ("sv",),
        },
        (("faro_island", "You need not", None, None), ("Annika Strand", "My professor", None, None)),
        (8, 10),
        ("back to",),
    ),
    Page(
        "posts whose age the page counts, and the site's promise at the end",
        """\
Lantern Row (1931) Watch Online Free - LampStreamr
Home  Genre  Country  Movies  TV-Series  Top IMDb

Lantern Row
HD  IMDb: 8.3  117 min
A lamplighter walks the same street every evening and learns who sleeps in it, and one night he doesn't come.
Director: Ada Quill

3 Comments
wickman • 4 years ago
that whistle gave me goosebumps and I only watched the first half hour so far
Reply • Share ›
Inge R. • 2 years ago
The empty hook on the wall. No film since has said it better.
Reply • Share ›
kurt92 • 7 months ago
Old but gold.
Reply • Share ›

LampStreamr does not store any files on its server.
""",
        {"title": "Lantern Row", "year": 1931, "runtime_minutes": 117, "directors": ("Ada Quill",)},
        (
            ("wickman", "that whistle", None, None),
            ("Inge R.", "The empty hook", None, None),
            ("kurt92", "Old but gold", None, None),
        ),
        (8.3, 10),
        ("LampStreamr", "TV-Series"),
    ),
    Page(
        "one line of facts and people with full stops, a title in two languages, stars in words",
        """\
THE LAMPS - Les Lampes de la rue

France 1959. Dir Ada Quill. With Rufus Pell, Idris Fell. French dialogue, English subtitles. 99 mins. Cert PG.

A lamplighter walks the same street every evening and learns who sleeps in it. One night a window stays dark.

FROM THE PRESS

FOUR STARS
I know no film that forgives so much.
Roderick Ames · The Evening Lamp · December 31, 1999

TWO AND A HALF STARS
An interesting case, lit like one.
Lucinda Parr · Weekly Echo · January 14, 2000

Scores are converted where the paper uses another scale.
""",
        {
            "title": "THE LAMPS",
            "original_title": "Les Lampes de la rue",
            "year": 1959,
            "runtime_minutes": 99,
            "certificate": "PG",
            "directors": ("Ada Quill",),
            "languages": ("fr",),
        },
        (
            ("Roderick Ames", "I know no film", (4, 5), "1999-12-31"),
            ("Lucinda Parr", "An interesting", (2.5, 5), "2000-01-14"),
        ),
        absent=("converted",),
    ),
    Page(
        "year and maker below the title, diary entries, stars that figures say again",
        """\
lamp diary // film
Lantern Row
2000, Ada Quill
98 mins · PG · German
avg 4.4 (1.2k ratings)

A lamplighter walks the same street every evening and learns who sleeps in it.

reviews ↓

lampstairs watched 14 Feb 2021 ★★★★★ (5 von 6)
twenty lamps and not one match. i am unwell

Bartholomew Quint rewatched 01 Mar 2021 ★★★★ (4 von 6)
The walls sweat. Every corridor is too narrow for two people with a ladder.
""",
        {
            "title": "Lantern Row",
            "year": 2000,
            "runtime_minutes": 98,
            "certificate": "PG",
            "directors": ("Ada Quill",),
            "languages": ("de",),
        },
        (
            ("lampstairs", "twenty lamps", (5, 6), "2021-02-14"),
            ("Bartholomew Quint", "The walls", (4, 6), "2021-03-01"),
        ),
    ),
    Page(
        "a decorated line of facts, letters to the editor",
        """\
Lantern Row
-- 1922, silent, 94 min, cert. 12, dir. F. W. Quill, 7.9/10 --

A lamplighter walks the same street every evening and learns who sleeps in it, until the count moves in.

Readers' letters

SIR – Your critic says that nothing happens. I counted eleven lamps.
Hubert Lane, Norwich

SIR – I took my class. One boy has been trimming wicks ever since.
Miss J. Trub, Stoke

Letters to the editor should not exceed 100 words.
""",
        {
            "title": "Lantern Row",
            "year": 1922,
            "runtime_minutes": 94,
            "certificate": "12",
            "directors": ("F. W. Quill",),
        },
        (("Hubert Lane", "SIR – Your critic", None, None), ("Miss J. Trub", "SIR – I took", None, None)),
        (7.9, 10),
        ("exceed",),
    ),
    Page(
        "scores with headlines, signed below; two titles, values far behind their labels",
        """\
Lantern Row / Laternengasse
===========================

  Country:     Germany
  Year:        1997
  Length:      1 hr 56 min
  Language:    German
  d: Ada Quill
  Our stars:   ***½

Story
-----

A lamplighter walks the same street every evening and learns who sleeps in it.

>> Print our free lamp pages <<

MEMBERS' COMMENTS

★★★★★ — "Isn't light disappointing?"
I saw this at twenty and thought that nothing happened. I saw it at fifty and could not get up.
H. Pride, 5 August 2012

★★★ — Admirable
The camera sits on the ladder and so, in the end, did I.
ladder_shot, 21 November 2014
""",
        {
            "title": "Lantern Row",
            "original_title": "Laternengasse",
            "year": 1997,
            "runtime_minutes": 116,
            "directors": ("Ada Quill",),
            "languages": ("de",),
        },
        (("H. Pride", "I saw this", (5, 5), "2012-08-05"), ("ladder_shot", "The camera", (3, 5), "2014-11-21")),
        (3.5, 5),
        ("lamp pages",),
    ),
    Page(
        "arrows before the parts of a byline, a film told to be somebody's",
        """\
"Lantern Row" (Laternengasse)
Ada Quill's film from 1957

110 min   PG   Italian
★ 4.25 / 5

▼ The plot
A lamplighter walks the same street every evening and learns who sleeps in it.

▼ Your reviews (2)

» lampsomina » 4.5 / 5 » 10 Oct 2017
The match in the last shot is the reason why faces were invented.

» Walter Imhof » 4 / 5 » 30 Apr 2018
You know from the first minute that it'll end dark.
""",
        {"title": "Lantern Row", "year": 1957, "runtime_minutes": 110, "directors": ("Ada Quill",)},
        (("lampsomina", "The match", (4.5, 5), "2017-10-10"), ("Walter Imhof", "You know", (4, 5), "2018-04-30")),
        (4.25, 5),
    ),
)
