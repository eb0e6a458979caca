"""Film pages as they come out of «select all, copy, paste», of a text browser, of a table, of a chat."""

from __future__ import annotations

from tests.unit.readers.page import Page

PASTED = (
    Page(
        "no blank line on the whole page, labels above their values",
        """\
Menu
Movies
Watchlist
Cast & crew
User reviews
Lantern Row
Original title: Laternengasse
1987
15
1h 52m
7.4/10
Director
Ada Quill
14 User reviews
9 Critic reviews
Top cast
Rufus Pell
The lamplighter
Storyline
A lamplighter walks the same street every evening and learns who sleeps in it. One night a window stays dark.
—gaslit_9
Taglines
Somebody has to put them out.
Did you know
Trivia
Every lamp in the film burns real gas.
User reviews
14
Featured review
8
I grew up in such a street and could smell it again.
helpful
•
12
nightwatch_ed
Mar 11, 2007
Permalink
3
Nothing happens by gaslight, and for two hours.
helpful
•
2
Hedda-K
Aug 2, 2012
Permalink
More like this
The Dark Window
Details
Language
German
""",
        {
            "title": "Lantern Row",
            "original_title": "Laternengasse",
            "year": 1987,
            "runtime_minutes": 112,
            "certificate": "15",
            "directors": ("Ada Quill",),
            "languages": ("de",),
            "tagline": "Somebody has to put them out.",
        },
        (
            ("nightwatch_ed", "I grew up", (8, 10), "2007-03-11"),
            ("Hedda-K", "Nothing happens", (3, 10), "2012-08-02"),
        ),
        (7.4, 10),
        ("gaslit_9", "The Dark Window", "Critic reviews"),
    ),
    Page(
        "people above what they did, and a table of facts below the reviews",
        """\
Overview
Media
Share
Lantern Row (1987)
R
11/08/1987 (US)
1h 52m
Overview
A lamplighter walks the same street every evening and learns who sleeps in it.
Ada Quill
Director, Story
Social
Reviews 2
Discussions 4
A review by gaslit 90%
Written by gaslit on November 4, 2019
A street film. Every light in it means somebody.
read the rest.
A review by Rufus Pell 60%
Written by Rufus Pell on February 19, 2020
Clever, cold and twenty minutes too long.
Status
Released
Original Language
German
Budget
$1,000.00
""",
        {
            "title": "Lantern Row",
            "certificate": "R",
            "runtime_minutes": 112,
            "directors": ("Ada Quill",),
            "writers": ("Ada Quill",),
            "languages": ("de",),
        },
        (
            ("gaslit", "A street film", (90, 100), "2019-11-04"),
            ("Rufus Pell", "Clever, cold", (60, 100), "2020-02-19"),
        ),
        absent=("read the rest", "Discussions"),
    ),
    Page(
        "a text browser's page with numbered links",
        """\
   [1]Skip to content
   [2]Home [3]Films [4]Forum

                                Lantern Row

   West Germany, 1987. 112 min. In German.
   Directed by: [5]Ada Quill
   Score: 88%

Story

   A lamplighter walks the same street every evening and learns who sleeps in it.

Letters

   From Idris Fell, 2 November 2003:

   I wanted the last lamp to stay on.

   From puddle_jo, 17 April 2011:

   The rain is the best thing in it.

References

   1. http://films.example/#content
   2. http://films.example/
   5. http://films.example/quill
""",
        {
            "title": "Lantern Row",
            "year": 1987,
            "runtime_minutes": 112,
            "directors": ("Ada Quill",),
            "languages": ("de",),
        },
        (
            ("Idris Fell", "I wanted", None, "2003-11-02"),
            ("puddle_jo", "The rain", None, "2011-04-17"),
        ),
        (88, 100),
        ("films.example",),
    ),
    Page(
        "a table drawn with signs, and names in brackets above the texts",
        """\
+--------------+-----------------+
| Title        | Lantern Row     |
| Year         | 1987            |
| Director     | Ada Quill       |
| Language     | German          |
| Running time | 112 min         |
+--------------+-----------------+

Plot summary

A lamplighter walks the same street every evening and learns who sleeps in it.

Member reviews

[gaslit_9] 10/10
The walk home. I have had it in my head for thirty years.

[M. Ferro] 7/10
I looked at a great deal of rain. I'd do it again.
""",
        {
            "title": "Lantern Row",
            "year": 1987,
            "runtime_minutes": 112,
            "directors": ("Ada Quill",),
            "languages": ("de",),
        },
        (("gaslit_9", "The walk home", (10, 10), None), ("M. Ferro", "I looked", (7, 10), None)),
    ),
    Page(
        "pictures in place of labels, and speakers of any name",
        """\
Lantern Row
🎬 Ada Quill
📅 1987
⏱ 112 min
🔞 15
🗣 German
⭐ 7.8/10
👥 Rufus Pell, Idris Fell

📖 Plot
A lamplighter walks the same street every evening and learns who sleeps in it.

💬 Reviews

gasworks: Funniest sad film there is, or the other way round.
Ruby Fell's mother: I left with a headache and a new respect for lamps.
Ximena R.: Nobody told me about the window.
""",
        {
            "title": "Lantern Row",
            "year": 1987,
            "runtime_minutes": 112,
            "certificate": "15",
            "directors": ("Ada Quill",),
            "cast": ("Rufus Pell", "Idris Fell"),
            "languages": ("de",),
        },
        (
            ("gasworks", "Funniest sad", None, None),
            ("Ruby Fell's mother", "I left", None, None),
            ("Ximena R.", "Nobody told", None, None),
        ),
        (7.8, 10),
    ),
    Page(
        "a site's name and its menu above the title, days and abbreviations with full stops, the foot's conditions",
        """\
LATERNENPOST
Start | Kino | Streaming | DVD | Community

Lantern Row (Laternengasse)
Filmkritik & Infos

Kinostart: 14. Juli 1987
Laufzeit: 1 Std. 52 Min.
Regie: Ada Quill

Inhaltsangabe
Ein Laternenanzünder geht jeden Abend dieselbe Gasse entlang und weiß bald, wer darin schläft.

Meinungen unserer Leser

Kellerkind am 21.07.1987 (4,5/5)
Nie war ein Streichholz so zärtlich.

Dr. Ruth Amsel am 02.01.1988 (1/5)
Ich bin nach der dritten Laterne gegangen.

Terms & conditions apply. Ticket prices include a fee.
""",
        {
            "title": "Lantern Row",
            "original_title": "Laternengasse",
            "year": 1987,
            "runtime_minutes": 112,
            "directors": ("Ada Quill",),
        },
        (
            ("Kellerkind", "Nie war", (4.5, 5), "1987-07-21"),
            ("Dr. Ruth Amsel", "Ich bin", (1, 5), "1988-01-02"),
        ),
        absent=("Ticket prices",),
    ),
    Page(
        "paragraphs broken at an even width, without a heading above the story",
        """\
Lantern Row
1987 | Drama | 112 min | Cert. 15 | 9 out of 10

A lamplighter walks the same street every evening and learns who
sleeps in it, who does not, and who would rather not be seen. One
night a window stays dark, and he is the only one who knows why.

REVIEWS BY VISITORS

Cactus Ed (30 Sep 2005) gave it 5/5:
The last ten minutes are three people under one lamp and I have never
been so tense. Watch the hands, then the match, then the hands.

clerk_in_boots (12 Jan 2006) gave it 3/5:
Long. The window should have gone dark half an hour earlier. But that
tune has been stuck to me ever since.

Copyright 1998-2024 The Lamp Post. No part of this site may be copied
or sold.
""",
        {"title": "Lantern Row", "year": 1987, "runtime_minutes": 112, "certificate": "15"},
        (
            ("Cactus Ed", "The last ten", (5, 5), "2005-09-30"),
            ("clerk_in_boots", "Long. The window", (3, 5), "2006-01-12"),
        ),
        (9, 10),
        ("Lamp Post", "or sold"),
    ),
    Page(
        "headings of East Asia that name the film",
        """\
灯火小街 (1987)
导演: 王一灯
语言: 汉语普通话
片长: 112分钟
灯火小街的剧情简介
点灯人每天傍晚走过同一条小街，渐渐知道每扇窗后面睡着谁。
灯火小街的短评
江南旧雨 看过 ★★★★★ 2011-05-03
第一次看是在大学的礼堂，散场以后没有一个人说话。
豆包不吃糖 看过 ★★★★ 2018-10-21
前半部完美，后半部太急。
""",
        {"title": "灯火小街", "year": 1987, "runtime_minutes": 112, "directors": ("王一灯",), "languages": ("zh",)},
        (
            ("江南旧雨", "第一次看", (5, 5), "2011-05-03"),
            ("豆包不吃糖", "前半部", (4, 5), "2018-10-21"),
        ),
    ),
)
