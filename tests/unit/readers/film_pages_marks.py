"""Film pages with scores, makers and names marked in ways of their own."""

from __future__ import annotations

from tests.unit.readers.page import Page

STORY = "A lamplighter walks the same street every evening and learns who sleeps in it."

MARKS = (
    Page(
        "a numbered entry, scores in square brackets before names",
        f"""\
#117  Lantern Row
      Soviet Union 1966
      dir: Ada Quill
      183m / b&w and colour / Russian / cert 15
      site score: 4.3/5

ABOUT
{STORY}

VIEWS

[4.5] lampfounder -- 19 Jul 2008
The last lamp is the greatest film about work that there is.

[2.0] K. Lumm -- 4/Mar/2012
The horse. I can't forgive the horse.

Score = mean of all views. One view per person, please.
""",
        {
            "title": "Lantern Row",
            "year": 1966,
            "runtime_minutes": 183,
            "certificate": "15",
            "directors": ("Ada Quill",),
        },
        (
            ("lampfounder", "The last lamp", (4.5, 5), "2008-07-19"),
            ("K. Lumm", "The horse", (2, 5), "2012-03-04"),
        ),
        (4.3, 5),
        ("per person",),
    ),
    Page(
        "headlines above texts that are signed below, a rating in stars by words",
        f"""\
LANTERN ROW
USA, 1954
Thriller · 112 minutes · PG · English
Director – Ada Quill
House rating – 4 stars

In short
{STORY}

Comments from the house

Row F, seat 12
The best seat in any cinema is that lamp post. And Ada on the ladder in that frock!
Posted by stalls_regular, 4 stars

Better than ever
I noticed for the first time that the lamplighter finishes his tune.
Posted by Dilys Crane, 5 stars
""",
        {"title": "LANTERN ROW", "year": 1954, "runtime_minutes": 112, "certificate": "PG"},
        (("stalls_regular", "The best seat", (4, 5), None), ("Dilys Crane", "I noticed", (5, 5), None)),
        (4, 5),
    ),
    Page(
        "the title first in a row of facts below the site's motto, whose rating it is in Spanish",
        """\
BUTACA 7
La web de los que se quedan hasta el final

FAROLAS · España · 2006 · 121 minutos · Comedia rara
Dirigida por Ada Quill
Nota de los usuarios: 7,6

ARGUMENTO
Un farolero recorre la misma calle cada noche y acaba sabiendo quién duerme en ella.

COMENTARIOS (2)

1. La Paca — 25/03/2006 — ★★★★☆
El sonido de las cerillas. Mi madre enciende igual.

2. ventolera — 10/04/2006 — ★★☆☆☆
Mucho rojo y mucha mecha.

Para comentar hay que estar registrado.
""",
        {"title": "FAROLAS", "year": 2006, "runtime_minutes": 121, "directors": ("Ada Quill",)},
        (
            ("La Paca", "El sonido", (4, 5), "2006-03-25"),
            ("ventolera", "Mucho rojo", (2, 5), "2006-04-10"),
        ),
        (7.6, 10),
        ("registrado",),
    ),
    Page(
        "maker and players in one line, rules between everything",
        f"""\
LANTERN ROW (2003)
===
South Korea | 2 hr | 18 | Korean | 98 per cent positive
Ada Quill (dir.), Rufus Pell, Idris Fell
---
{STORY}
---
REVIEWS
---
match_corridor (11/Feb/2006): 9/10
One corridor, one take, one match. Then nobody lifts a finger.
---
Rosalind Tweed (20/Jun/2009): 3/10
I felt sorry for the moth and stopped there.
""",
        {
            "title": "LANTERN ROW",
            "year": 2003,
            "runtime_minutes": 120,
            "certificate": "18",
            "directors": ("Ada Quill",),
            "cast": ("Rufus Pell", "Idris Fell"),
        },
        (
            ("match_corridor", "One corridor", (9, 10), "2006-02-11"),
            ("Rosalind Tweed", "I felt sorry", (3, 10), "2009-06-20"),
        ),
        (98, 100),
    ),
    Page(
        "a label above each value, for the reviews too",
        f"""\
Lantern Row

Year of release:
1987
Running time:
107 minutes
Director:
Ada Quill
Average score:
7.6 / 10

Outline:
{STORY}

User comments:

Username:
lamp_carrot
Date:
5 November 2001
Score:
10
Comment:
I have matched him match for match, once.

Username:
Presuming Edna
Date:
22 August 2004
Score:
6
Comment:
Funny and then suddenly unkind. The moth stays with one.
""",
        {"title": "Lantern Row", "year": 1987, "runtime_minutes": 107, "directors": ("Ada Quill",)},
        (
            ("lamp_carrot", "I have matched", (10, 10), "2001-11-05"),
            ("Presuming Edna", "Funny and then", (6, 10), "2004-08-22"),
        ),
        (7.6, 10),
    ),
    Page(
        "cells parted by tabs",
        f"""\
TITLE\tLantern Row
YEAR\t2013
TIME\t85 min
CERT\t15
DIRECTOR\tAda Quill
SCORE\t7.1
PLOT\t{STORY}
REVIEWS
m40_lamps\t7\t2014-04-18\tI kept checking my own lamps. The gas is oddly moving.
Bethan Rees\t9\t2014-05-02\tThat voice could read me the gas bill.
""",
        {"title": "Lantern Row", "year": 2013, "runtime_minutes": 85, "certificate": "15", "directors": ("Ada Quill",)},
        (
            ("m40_lamps", "I kept checking", (7, 10), "2014-04-18"),
            ("Bethan Rees", "That voice", (9, 10), "2014-05-02"),
        ),
        (7.1, 10),
    ),
    Page(
        "names that could be words, between a text and a date where others are names; prices; a table of facts",
        f"""\
Lantern Row
(2014) R  1h 46m
★ 8.5 / 10

DIRECTED BY          Ada Quill
AUDIO                English

ABOUT THIS MOVIE
{STORY}

RENT HD $3.99      BUY HD $12.99

REVIEWS

I play second trumpet and I had to leave the room twice. Then I came back, of course.
lamphands_ben
January 16, 2015
Did you find this helpful?   Yes   No

Not my tempo.
Rufus's ladder
January 18, 2015
Did you find this helpful?   Yes   No

The last nine minutes are a duel with matches.
Yolanda Pruitt
February 28, 2016
Did you find this helpful?   Yes   No

ADDITIONAL INFORMATION
Released year
2014
""",
        {
            "title": "Lantern Row",
            "year": 2014,
            "runtime_minutes": 106,
            "certificate": "R",
            "directors": ("Ada Quill",),
            "synopsis": STORY,
        },
        (
            ("lamphands_ben", "I play", None, "2015-01-16"),
            ("Rufus's ladder", "Not my tempo", None, "2015-01-18"),
            ("Yolanda Pruitt", "The last nine", None, "2016-02-28"),
        ),
        (8.5, 10),
        ("12.99",),
    ),
)
