"""Little film pages that say in other places who said what, of our own words, beside what a reader must get."""

from __future__ import annotations

from tests.unit.readers.page import Page

VOICES = (
    Page(
        "a single voice",
        """\
Paper Harbour (1988)

Reviews

Sedge wrote: Every boat is a letter, and I wanted to open all of them at once. 8/10
""",
        {"title": "Paper Harbour", "year": 1988, "ratings": ()},
        (("Sedge", "Every boat", (8, 10), None),),
    ),
    Page(
        "quotations with a call between",
        """\
PAPER HARBOUR
(UK, 1988)

Runtime: 118 min.
Rating: PG (some wet feet)
Director: Ada Field

What our visitors thought:

"Nobody in it can swim, and everybody dives."
Inkpot_7, July 2006

Hand this page on to somebody who likes boats!

"I folded my ticket into a boat on the way out."
Ned Rowan, January 2012

"It rains upwards in the best scene."
quay4b, April 2020
""",
        {"title": "PAPER HARBOUR", "certificate": "PG", "directors": ("Ada Field",)},
        (
            ("Inkpot_7", '"Nobody', None, "2006-07"),
            ("Ned Rowan", '"I folded', None, "2012-01"),
            ("quay4b", '"It rains', None, "2020-04"),
        ),
        absent=("Hand this page",),
    ),
    Page(
        "items with names below",
        """\
PAPER HARBOUR | 1988 | Ynez Fieldgate | 118 mins | 15 | English
* Count the boats. *

--- what members said ---
+ The ferry. The fog. The folding.
  (Morag T., 5 stars, 4.1.2000)
+ Damp, but every letter is read as if for the first time.
  (canal_jo, 4 stars, 15.6.2005)
""",
        {"title": "PAPER HARBOUR", "directors": ("Ynez Fieldgate",), "runtime_minutes": 118},
        (
            ("Morag T.", "The ferry", (5, 5), "2000-01-04"),
            ("canal_jo", "Damp", (4, 5), "2005-06-15"),
        ),
    ),
    Page(
        "facts below the reviews",
        """\
Our Readers on Boats, no. 41

Reviews
Pip Garland (4 out of 4): He posts himself to an island for a joke, and the island answers.
Lene (3 out of 4): Too many oars. Just enough banjo.

About the film
Title: Paper Harbour
Year: 1988
Director: Ada Field
Rated PG, 118 min., English
The story: A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.
""",
        {
            "title": "Paper Harbour",
            "year": 1988,
            "runtime_minutes": 118,
            "certificate": "PG",
            "directors": ("Ada Field",),
        },
        (("Pip Garland", "He posts", (4, 4), None), ("Lene", "Too many oars", (3, 4), None)),
    ),
    Page(
        "scores behind dates",
        """\
Le Port de papier
Film de Ada Field · 1988 · 1 h 58

Spectateurs : 3,8 / 5 (410 notes)

Critiques des spectateurs

Solène B.
Publiée le 12 mars 2011   4,0
On plie les lettres, et elles flottent mieux que les bateaux.

tonton_quai
Publiée le 5 novembre 2013   1,5
De belles rames, et des gens qui ne rament pas.
""",
        {"title": "Le Port de papier", "year": 1988, "runtime_minutes": 118, "directors": ("Ada Field",)},
        (
            ("Solène B.", "On plie", (4, 5), "2011-03-12"),
            ("tonton_quai", "De belles", (1.5, 5), "2013-11-05"),
        ),
        (3.8, 5),
    ),
    Page(
        "signatures in block of fields",
        """\
Paper Harbour [1988]
Runtime......: 1:58
Rated........: PG
Language.....: English, Italian
Director.....: Ada Field
IMDb.........: 7.1/10

>> A customs clerk finds that the boats in his harbour are folded out of letters nobody ever sent to him, reads them \
one by one, and marries somebody whom he has never met.

--- ADVERTISEMENT ---

POSTS

From: snap_the_oar
Date: 14 Feb 2008
Score: 9/10
The best quay in any film. My whole family rows like that.

From: Carla Distel
Date: 22 Jul 2010
Score: 8/10
I married my ferryman. Nobody warned me about the tides.

From: gullhand
Date: 9 Nov 2021
Score: 6/10
It rows too far, and then it rows farther.
""",
        {"title": "Paper Harbour", "directors": ("Ada Field",)},
        (
            ("snap_the_oar", "The best quay", (9, 10), "2008-02-14"),
            ("Carla Distel", "I married", (8, 10), "2010-07-22"),
            ("gullhand", "It rows", (6, 10), "2021-11-09"),
        ),
    ),
    Page(
        "asterisks for stars, and a sponsor below the story",
        """\
PAPER HARBOUR
UK, 1988. 118 minutes. In English. Rated PG.
Director: Ada Field.

THE STORY
A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.

~ The tea on these pages is by courtesy of Gino's, Quay Street. ~

YOUR VIEWS

***** Rosa: My grandmother hummed on the quay for a week and then told me of whom she had thought.
*** Ed Kowal: The long version explains every knot, and that is what is wrong with it.
****½ oar_love_88: I defy anybody to sit through the last boat with dry feet, and I sell boots.
* cinico: A postcard that has been folded too often.
""",
        {
            "title": "PAPER HARBOUR",
            "synopsis": "A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.",
        },
        (
            ("Rosa", "My grandmother", (5, 5), None),
            ("Ed Kowal", "The long version", (3, 5), None),
            ("oar_love_88", "I defy", (4.5, 5), None),
            ("cinico", "A postcard", (1, 5), None),
        ),
        absent=("Gino",),
    ),
    Page(
        "signed below, with a call above the last",
        """\
Paper Harbour
R, 1h 58m, Drama/Romance
1988

Audience Reviews

> The boat on the sand at low tide. You could hang that picture in any house, and it would drip on every dinner.
> Winnie Odu - Sep 14, 2009

> The oars steal it from under all of them, turning cartwheels.
> rowsoffive - Mar 2, 2012

>> Fold our two-minute questionnaire

> I row, so I watched her hands. She really does.
>
> That alone is worth the ticket.
> B. Tresider - Jul 30, 2021
""",
        {"title": "Paper Harbour", "year": 1988},
        (
            ("Winnie Odu", "The boat on the sand", None, "2009-09-14"),
            ("rowsoffive", "The oars", None, "2012-03-02"),
            ("B. Tresider", "I row, so I watched her hands. She really does.\n\nThat alone", None, "2021-07-30"),
        ),
        absent=("questionnaire",),
    ),
    Page(
        "a score before what is quoted",
        """\
The Paper Harbour (L'Encre), 1988
Count the boats.

118 min, U, French
**** (out of four)
by Ada Field
with Rufus Pellam

Outline
A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.

What did our users think?

8/10 "The ferry scene is the best musical number that anybody ever wrote for one squeaking pair of oars in fog." \
- quayside_7, 12 May 2007

5/10 "All boats and no supper." - Dora Whitlow, 30 August 2010

** COMPETITION: win an oar **

9/10 "Landlubbers of the world, here is your film." - tr1reme, 6 January 2018
""",
        {"runtime_minutes": 118, "directors": ("Ada Field",), "tagline": "Count the boats."},
        (
            ("quayside_7", '"The ferry scene', (8, 10), "2007-05-12"),
            ("Dora Whitlow", '"All boats', (5, 10), "2010-08-30"),
            ("tr1reme", '"Landlubbers', (9, 10), "2018-01-06"),
        ),
        (4, 4),
        ("COMPETITION",),
    ),
    Page(
        "scores in a column behind names, and a label below the cast",
        """\
Paper Harbour
1988
PG
1 hr 58 min
7.2

A customs clerk finds that the boats in his harbour are folded out of letters that nobody has ever sent to him.

Director
Ada Field

Cast
Dee Rowan
Rufus Pellam

Language
English

Reviews

oarlock_norv  7
The tide stops, a boat flies, and they explain it with glue. I was sold.

Edwina Coil  9
I don't know why people call it damp. It's a fairy tale with very good hats.

quay_boy  4
As somebody from there: we don't row like that.
""",
        {"title": "Paper Harbour", "cast": ("Dee Rowan", "Rufus Pellam"), "languages": ("en",)},
        (
            ("oarlock_norv", "The tide stops", (7, 10), None),
            ("Edwina Coil", "I don't know", (9, 10), None),
            ("quay_boy", "As somebody from there", (4, 10), None),
        ),
    ),
)
