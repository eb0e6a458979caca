"""Little film pages whose words no list knows: what stands at each review, and in the same place, is the site's."""

from __future__ import annotations

from tests.unit.readers.page import Page

HEAD = """\
Lantern Row (1987)
98 min | PG | English

Synopsis
A man keeps one street dark for a reason that nobody on the council asks about.

"""
FACTS = {"title": "Lantern Row", "year": 1987, "runtime_minutes": 98, "certificate": "PG", "languages": ("en",)}

REPEATS = (
    Page(
        "a-button-below-each-review",
        HEAD
        + """\
Reviews

fogbound · 7 ★ · 12 Jan 2016
It hums like a street at four in the morning.
△ 88 ▽ 3 Echo

Ottilie Crane · 9 ★ · 3 Feb 2017
The lamps act better than the men do.
△ 301 ▽ 0 Echo

pinbox9 · 5 ★ · 9 Sep 2018
I slept through the second half of it.
△ 12 ▽ 40 Echo
""",
        FACTS,
        (
            ("fogbound", "It hums", (7, 10), "2016-01-12"),
            ("Ottilie Crane", "The lamps", (9, 10), "2017-02-03"),
            ("pinbox9", "I slept", (5, 10), "2018-09-09"),
        ),
        absent=("Echo",),
    ),
    Page(
        "a-label-of-the-sites-own-before-each-name",
        HEAD
        + """\
From the guest book

Lodger: room41
Lamps: 9 of 10
It hums like a street at four in the morning.

Lodger: Brand the porter
Lamps: 5 of 10
The lamps act better than the men do.
""",
        FACTS,
        (("room41", "It hums", (9, 10), None), ("Brand the porter", "The lamps", (5, 10), None)),
    ),
    Page(
        "words-between-name-and-text",
        HEAD
        + """\
The verdicts so far:
  1. Perdita Voss awards it 10: It hums like a street at four in the morning.
  2. sixoclock awards it 8: The lamps act better than the men do.
  3. Ned_9 awards it 6: I slept through the second half of it.
""",
        FACTS,
        (
            ("Perdita Voss", "It hums", (10, 10), None),
            ("sixoclock", "The lamps", (8, 10), None),
            ("Ned_9", "I slept", (6, 10), None),
        ),
        absent=("awards it",),
    ),
    Page(
        "the-same-words-before-each-name",
        HEAD
        + """\
Remark left by fogbound, August 2, 2014
It hums like a street at four in the morning.
Remark ends

Remark left by Roscoe Amund, November 28, 2018
The lamps act better than the men do.
Remark ends
""",
        FACTS,
        (("fogbound", "It hums", None, "2014-08-02"), ("Roscoe Amund", "The lamps", None, "2018-11-28")),
        absent=("Remark",),
    ),
    Page(
        "numbers-and-scores-around-each-name",
        HEAD
        + """\
Comments [2]

#1 swing_9 [9]
It hums like a street at four in the morning.

#2 Ottmar Zeiss [8]
The lamps act better than the men do.
""",
        FACTS,
        (("swing_9", "It hums", (9, 10), None), ("Ottmar Zeiss", "The lamps", (8, 10), None)),
    ),
    Page(
        "papers-behind-their-scores",
        HEAD
        + """\
Critics

100  The Harbour Post
It hums like a street at four in the morning.

75  Evening Gazetteer
The lamps act better than the men do.

40  Quarterly of Film
One sleeps through the second half of it.

A paper's mark is ours where it gives none.
""",
        FACTS,
        (
            ("The Harbour Post", "It hums", (100, 100), None),
            ("Evening Gazetteer", "The lamps", (75, 100), None),
            ("Quarterly of Film", "One sleeps", (40, 100), None),
        ),
        absent=("A paper's mark",),
    ),
    Page(
        "a-name-that-only-its-place-tells",
        HEAD
        + """\
Reviews
Under the Gate
★★★★ · March 9, 2018
It hums like a street at four in the morning.
bandit_9
★★★★★ · December 1, 2016
The lamps act better than the men do.
H. Vance
★★★ · October 10, 2022
I slept through the second half of it.
""",
        FACTS,
        (
            ("Under the Gate", "It hums", (4, 5), "2018-03-09"),
            ("bandit_9", "The lamps", (5, 5), "2016-12-01"),
            ("H. Vance", "I slept", (3, 5), "2022-10-10"),
        ),
    ),
    Page(
        "no-heading-above-signed-texts",
        """\
Lantern Row. UK, 1987. Directed by Ada Quill. With Rufus Pell, Idris Fell. English. 98 minutes. PG.

A man keeps one street dark for a reason that nobody on the council asks about, and his wife pays for it.

Overheard on the stairs:

It hums like a street at four in the morning. (Mrs Abern)

The lamps act better than the men do. (doorway9)

I slept through the second half of it. (T. Okonjo)
""",
        {**FACTS, "directors": ("Ada Quill",)},
        (
            ("Mrs Abern", "It hums", None, None),
            ("doorway9", "The lamps", None, None),
            ("T. Okonjo", "I slept", None, None),
        ),
        absent=("Overheard",),
    ),
    Page(
        "a-call-between-reviews-and-a-foot-in-sentences",
        HEAD
        + """\
Reviews

★★★★ fogbound
It hums like a street at four in the morning.

Promenade · The tin of sweets for the second half

★★★½ Ottilie Crane
The lamps act better than the men do.

★★ pinbox9
I slept through the second half of it.

This catalogue is swept on Thursdays.
""",
        FACTS,
        (
            ("fogbound", "It hums", (4, 5), None),
            ("Ottilie Crane", "The lamps", (3.5, 5), None),
            ("pinbox9", "I slept", (2, 5), None),
        ),
        absent=("Promenade", "catalogue"),
    ),
    Page(
        "facts-behind-labels-that-no-table-has",
        """\
Lantern Row
GB 1987
Rufus Quill

Tongue    English
Guests    8.3
Keeps you for: 98 minutes
Fit for: 12

A man keeps one street dark for a reason that nobody on the council asks about, and his wife pays for it.

Reviews

fogbound 9/10
It hums like a street at four in the morning.

Ottilie Crane 8/10
The lamps act better than the men do.
""",
        {"title": "Lantern Row", "year": 1987, "runtime_minutes": 98, "certificate": "12"},
        (("fogbound", "It hums", (9, 10), None), ("Ottilie Crane", "The lamps", (8, 10), None)),
        rating=(8.3, 10),
    ),
    Page(
        "a-clock-among-the-facts-and-a-slogan-behind-them",
        """\
Lantern Row
1987 | 12 | 2:07 | EN
8.6 / 10 | 1,702,118 ratings
98% | Count the lamps.

A man keeps one street dark for a reason that nobody on the council asks about, and his wife pays for it.

Reviews

fogbound 9/10
It hums like a street at four in the morning.

Ottilie Crane 8/10
The lamps act better than the men do.
""",
        {"title": "Lantern Row", "runtime_minutes": 127, "certificate": "12", "tagline": "Count the lamps."},
        (("fogbound", "It hums", (9, 10), None), ("Ottilie Crane", "The lamps", (8, 10), None)),
        rating=(8.6, 10),
    ),
    Page(
        "posts-numbered-above-their-names",
        HEAD
        + """\
REVIEW #1
Name: Lamplighter's Hat
Date: 7 November 1998
Stars: *****
It hums like a street at four in the morning.

REVIEW #2
Name: gin.joint
Date: 14 February 2003
Stars: ****
The lamps act better than the men do.
""",
        FACTS,
        (
            ("Lamplighter's Hat", "It hums", (5, 5), "1998-11-07"),
            ("gin.joint", "The lamps", (4, 5), "2003-02-14"),
        ),
        absent=("REVIEW",),
    ),
    Page(
        "names-behind-quotations",
        """\
LANTERN ROW, drama, France 1987.
98 min. In French. PG. 8/10.
Made by Ada Quill and Rufus Pell. Voices: Idris Fell, Tessa Brandt.

Summary
A man keeps one street dark for a reason that nobody on the council asks about.

What people told us
"It hums like a street at four." Soraya, Malmö.
"The lamps act better than the men do." Dariush P., Leeds.
"I slept through the second half of it." Edda Brook, Ghent.
""",
        {
            "title": "LANTERN ROW",
            "runtime_minutes": 98,
            "languages": ("fr",),
            "directors": ("Ada Quill", "Rufus Pell"),
        },
        (
            ("Soraya", '"It hums', None, None),
            ("Dariush P.", '"The lamps', None, None),
            ("Edda Brook", '"I slept', None, None),
        ),
        rating=(8, 10),
    ),
    Page(
        "facts-between-signs-and-spaces",
        """\
Lantern Row  ⭐ 8.5
PG  ◦  1hr 38min  ◦  1987  ◦  English
86% of 2,310 members would see it again
Directed and written by Ada Quill

A man keeps one street dark for a reason that nobody on the council asks about, and his wife pays for it.

Verdicts

⭐ 9/10
"It hums like a street at four."
double_time (17.01.2015)

⭐ 4/10
"The lamps act better than the men do."
Carla Neum (31.01.2015)
""",
        {**FACTS, "directors": ("Ada Quill",)},
        (
            ("double_time", '"It hums', (9, 10), "2015-01-17"),
            ("Carla Neum", '"The lamps', (4, 10), "2015-01-31"),
        ),
        rating=(8.5, 10),
    ),
    Page(
        "letters-from-and-when",
        HEAD
        + """\
~~ You said so ~~

From: lamp_9
Date: Jun 25, 2002
Vote: 10
It hums like a street at four in the morning.

From: Yrsa Holm
Date: Oct 14, 2011
Vote: 7
The lamps act better than the men do.
""",
        FACTS,
        (("lamp_9", "It hums", (10, 10), "2002-06-25"), ("Yrsa Holm", "The lamps", (7, 10), "2011-10-14")),
    ),
)
