"""Little film pages written with labels, marks and numbers, of our own words, beside what a reader must get."""

from __future__ import annotations

from tests.unit.readers.page import Page

NOTES = (
    Page(
        "labels-above-values",
        """\
Paper Moon

Year
1973
Runtime
1h 42m
Certificate
PG
Director
Peter Bogdanovich
Language
English
User score
3.9 out of 5

About the film

A salesman of Bibles and a girl who may be his drive through dust and small debts.

Share this page

What viewers think

9/10
It belongs to the girl
She counts the change before anybody else does.
hatbox_kate
May 3, 2014
12 of 14 found this helpful

4/10
Dust
I admired every frame and felt nothing in between.
Orson Plum
June 30, 2015
2 of 9 found this helpful
""",
        {
            "title": "Paper Moon",
            "year": 1973,
            "runtime_minutes": 102,
            "certificate": "PG",
            "directors": ("Peter Bogdanovich",),
            "languages": ("en",),
        },
        (
            ("hatbox_kate", "She counts", (9, 10), "2014-05-03"),
            ("Orson Plum", "I admired", (4, 10), "2015-06-30"),
        ),
        (3.9, 5),
        ("Share this", "found this helpful"),
    ),
    Page(
        "markdown",
        """\
# Mermaids (1990)

**Director:** Richard Benjamin
**Runtime:** 1 hr 50 mins
**Certificate:** PG-13
**Rating:** 3/5
**Language:** English

## Synopsis

A mother moves house whenever love goes wrong, and her daughters count the boxes.

## Reviews

### Perpetua_Day – 4/5

The snacks on sticks alone deserve a film.

### Gil Thornbury – 2/5

I wanted to like it more than I did.

It is kind, at least.
""",
        {
            "title": "Mermaids",
            "year": 1990,
            "runtime_minutes": 110,
            "certificate": "PG-13",
            "directors": ("Richard Benjamin",),
        },
        (
            ("Perpetua_Day", "The snacks", (4, 5), None),
            ("Gil Thornbury", "I wanted to like", (2, 5), None),
        ),
        (3, 5),
    ),
    Page(
        "text-then-dash",
        """\
FREE MOVIES ONLINE - WATCH NOW

The Last Picture Show Trailers
R | 22 October 1971 (USA) | 118 mins

The only cinema in a windy town is about to close, and so is everything else.

Watch in HD! No sign up!

Comments

The wind should have been in the credits. - dustbowl_42
I grew up in that town, whatever it was called. - Lorna Teague
Nobody says what they want, and everybody hears it. - Cal

View all 48 comments
""",
        {
            "title": "The Last Picture Show",
            "year": 1971,
            "runtime_minutes": 118,
            "certificate": "R",
            "synopsis": "The only cinema in a windy town is about to close, and so is everything else.",
        },
        (
            ("dustbowl_42", "The wind", None, None),
            ("Lorna Teague", "I grew up", None, None),
            ("Cal", "Nobody says", None, None),
        ),
        None,
        ("View all", "No sign up", "FREE MOVIES"),
    ),
    Page(
        "pipes",
        """\
Film: Mask
Released: 8 March 1985
Length: 120 minutes
Rated: PG-13
Score: 72%

The story: A boy with a large face and a mother with a loud bike want an ordinary year.

Audience reviews

rocky_fan | 9/10 | The camp scenes undid me.
Delia Crowe | 5/10 | Good, but it knows that it is good.
""",
        {"title": "Mask", "year": 1985, "runtime_minutes": 120, "certificate": "PG-13"},
        (("rocky_fan", "The camp", (9, 10), None), ("Delia Crowe", "Good, but", (5, 10), None)),
        (72, 100),
    ),
    Page(
        "labelled-reviews",
        """\
Title: The Fly
Year: 1986
Runtime: 96 min
Genre: Horror
IMDb: 7.6/10

Plot: A man builds a door and does not look who goes through it with him.

Reviews:

Reviewer: buzz_off
Rating: 9/10
Date: 2014-05-03
The saddest love story with a zip.

Reviewer: Maud Ellery
Rating: 3/10
Date: 2015-10-31
I had my hands over my eyes from the baboon on.
""",
        {
            "title": "The Fly",
            "year": 1986,
            "runtime_minutes": 96,
            "synopsis": "A man builds a door and does not look who goes through it with him.",
        },
        (("buzz_off", "The saddest", (9, 10), "2014-05-03"), ("Maud Ellery", "I had my hands", (3, 10), "2015-10-31")),
        (7.6, 10),
    ),
    Page(
        "number-as-title-and-numbered-reviews",
        """\
9
(2009)
Rated PG-13
79 min
Director: Shane Acker
Rating: 7.0/10 from 140,000 users

Plot
A doll of sackcloth wakes in a world without people.

Comments (2)
#1 stitch_punk - 05/13/2014
Short and grey and good.
#2 Ollie Tran - 06/07/2014
More story, please.
""",
        {"title": "9", "year": 2009, "runtime_minutes": 79, "certificate": "PG-13", "directors": ("Shane Acker",)},
        (("stitch_punk", "Short and", None, "2014-05-13"), ("Ollie Tran", "More story", None, "2014-06-07")),
        (7, 10),
    ),
)
