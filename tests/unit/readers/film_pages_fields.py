"""Film pages whose facts and reviews stand field by field, in shortened credits, in rows of any notation."""

from __future__ import annotations

from tests.unit.readers.page import Page

FIELDS = (
    Page(
        "credits by their first letters, remarks with numbers",
        """\
Titel: Laternengasse
Jahr: 1927
R: Ada Quill
B: Rufus Pell, Ada Quill
K: Idris Fell
D: Lea Wyss, Tim Holzer
L: 153 Min.
FSK: 6
Note: 8,3 (1.942 Stimmen)

INHALT
Oben gehen die Lichter an, unten zählt einer die Streichhölzer und wartet auf den Morgen.

KOMMENTARE

#1 herzlampe (13.02.2010) 10/10
Zerkratzt, und doch wie neu geboren.

#2 O. Wend (01.09.2014) 7/10
Die Bilder sind unsterblich, die Moral passt auf einen Bierdeckel.

Fragen an post@laterne.example
""",
        {
            "title": "Laternengasse",
            "year": 1927,
            "runtime_minutes": 153,
            "certificate": "6",
            "directors": ("Ada Quill",),
            "writers": ("Rufus Pell", "Ada Quill"),
            "cast": ("Lea Wyss", "Tim Holzer"),
        },
        (
            ("herzlampe", "Zerkratzt", (10, 10), "2010-02-13"),
            ("O. Wend", "Die Bilder", (7, 10), "2014-09-01"),
        ),
        (8.3, 10),
        ("laterne.example",),
    ),
    Page(
        "labels that only spaces part, and scores in brackets behind names of any kind",
        """\
LANTERN ROW
(U) 96 mins
Year: 2009 Lang: English Dir: Ada Quill
98% of families recommend this

What happens?
Somebody has to light the lamps, and this year it is a girl of ten who is afraid of the dark.

Parents' comments (out of five)
Mum of twins (5/5) I had been told about the beginning and still needed the whole box.
Gregor (4/5) The cats that wait for the ladder are a stroke of genius. Fish!
Auntie Bee (2/5) Far too dark for a four-year-old, we went home.
""",
        {
            "title": "LANTERN ROW",
            "year": 2009,
            "runtime_minutes": 96,
            "certificate": "U",
            "directors": ("Ada Quill",),
            "languages": ("en",),
        },
        (
            ("Mum of twins", "I had been told", (5, 5), None),
            ("Gregor", "The cats", (4, 5), None),
            ("Auntie Bee", "Far too dark", (2, 5), None),
        ),
        (98, 100),
    ),
    Page(
        "date and stars above the text, a name alone below it, labels that no table has",
        """\
Home > Browse > Drama > Lantern Row

Lantern Row (Laternengasse)
PG | 2 hr 4 min | Drama | Released Mar 28, 2003

keeps you for: 124 minutes
made by: Ada Quill
spoken in: German

Synopsis
A lamplighter walks the same street every evening and learns who sleeps in it.

Audience Reviews for Lantern Row

• Apr 12, 2003
★★★★★
The match in the rain. No words, and it was the happiest minute I have had in a cinema.
Soot S.

• Aug 23, 2010
★★★½
Marvellous until it has to end.
Lin Park
""",
        {
            "title": "Lantern Row",
            "original_title": "Laternengasse",
            "runtime_minutes": 124,
            "certificate": "PG",
            "directors": ("Ada Quill",),
            "languages": ("de",),
        },
        (
            ("Soot S.", "The match", (5, 5), "2003-04-12"),
            ("Lin Park", "Marvellous", (3.5, 5), "2010-08-23"),
        ),
    ),
    Page(
        "every field of a review with its label",
        """\
Film: Lantern Row
Year: 1976
Certificate: R
Runtime: 2:01
Director: Ada Quill
Rating: 8.1

Synopsis: A lamplighter walks the same street every evening and learns who sleeps in it.

Review by: Constance Bell
Review: Written as a joke and lit every evening since.

Review by: wickless
Review: Everybody talks like a very clever lamp. I'd have it no other way.
""",
        {"title": "Lantern Row", "year": 1976, "runtime_minutes": 121, "certificate": "R", "directors": ("Ada Quill",)},
        (("Constance Bell", "Written as", None, None), ("wickless", "Everybody talks", None, None)),
        (8.1, 10),
    ),
    Page(
        "critics of whom one has no date, and the site's own line at the end",
        """\
LAMP HARBOUR
Films | Cast | Dates

Lantern Row
2024  PG-13  1 hr 59 mins  Mystery
Metascore 68

STORYLINE

Every winter for forty years somebody has lit the same lamp at the same minute.

CRITICS ARE SAYING

"A film that smells of oil and seaweed."
Josephine Tarn, The Fen Courier, March 2, 2024

"Two hours of wet coats."
Bill Aske, Screenwise, March 9, 2024

"You will look at the street differently."
Priya Raman, Northern Light

Lamp Harbour is run by its readers. Pictures may differ.
""",
        {"title": "Lantern Row", "year": 2024, "runtime_minutes": 119, "certificate": "PG-13"},
        (
            ("Josephine Tarn", '"A film', None, "2024-03-02"),
            ("Bill Aske", '"Two hours', None, "2024-03-09"),
            ("Priya Raman", '"You will', None, None),
        ),
        (68, 100),
        ("Pictures may differ",),
    ),
    Page(
        "score, headline in quotes, name and date in one line; stars out of four",
        """\
Lantern Row (1982) - Plot, Reviews & Trivia
PG  |  1h 55m  |  English

Plot Summary
A lamplighter walks the same street every evening and learns who sleeps in it.

User Reviews (out of ten)
10/10 – "Still burns" – wick_finger – June 11, 2022
I was eight then and I'm forty-eight now.
7/10 – "Too much oil" – Maud Lind – August 30, 2022
The first hour is perfect. Afterwards the music tells you what to feel.
""",
        {"title": "Lantern Row", "year": 1982, "runtime_minutes": 115, "certificate": "PG", "languages": ("en",)},
        (
            ("wick_finger", "I was eight", (10, 10), "2022-06-11"),
            ("Maud Lind", "The first hour", (7, 10), "2022-08-30"),
        ),
    ),
    Page(
        "asterisks before names, out of four",
        """\
Lantern Row (1964)
PG | 95 min | Comedy, War

Plot
A lamplighter is worried about the wind. He locks the gates of the gasworks and waits.

Reviews (out of four stars)

**** Ransom Hale
They never smile once. That is why it works.

*** lamp_shelter_bo
One lamp too many, but the ride on the ladder is the picture of the century.
""",
        {"title": "Lantern Row", "year": 1964, "runtime_minutes": 95, "certificate": "PG"},
        (("Ransom Hale", "They never", (4, 4), None), ("lamp_shelter_bo", "One lamp", (3, 4), None)),
    ),
    Page(
        "rules between the parts, people and scores behind bullets, a word for the certificate",
        """\
=====================================================
 LAMPIONI  (Street Lamps)
=====================================================
 Anno: 1946      Durata: 93'      Visto: T
 Regia: Ada Quill
 Lingua: italiano
 Media voti: 7,9/10
-----------------------------------------------------
 TRAMA
 Un lampionaio percorre la stessa strada ogni sera e impara chi ci dorme.
-----------------------------------------------------
 COMMENTI DEL PUBBLICO
 * Nicoletta (6 maggio 2002) - voto: 8
   Il fiammifero sul ponte. Mio padre lo vide e non ne parlò mai.
 * lustrino (30 settembre 2010) - voto: 6
   Bello, ma fa male come una scarpa stretta.
-----------------------------------------------------
 torna all'indice
""",
        {
            "title": "LAMPIONI",
            "original_title": "Street Lamps",
            "year": 1946,
            "runtime_minutes": 93,
            "certificate": "T",
            "directors": ("Ada Quill",),
            "languages": ("it",),
        },
        (("Nicoletta", "Il fiammifero", (8, 10), "2002-05-06"), ("lustrino", "Bello, ma", (6, 10), "2010-09-30")),
        (7.9, 10),
        ("indice",),
    ),
    Page(
        "labels between strokes, an offer below the story",
        """\
LANTERN ROW
Released: 1949 / Time: 93m / Cert: PG / Lang: English / IMDb: 8.1
Director: Ada Quill / Cast: Rufus Pell, Idris Fell

THE STORY
A lamplighter walks the same street every evening and learns who sleeps in it.

Why not pair it with a candle? Ask at the bar.

AUDIENCE VERDICT

Auntie upstairs · 4½ stars · 1 March 2014
I went home and lit one for nobody in particular.

desk_by_the_fan · 3 stars · 12 April 2014
Sweet. I wanted an ending, though.
""",
        {
            "title": "LANTERN ROW",
            "year": 1949,
            "runtime_minutes": 93,
            "certificate": "PG",
            "directors": ("Ada Quill",),
            "languages": ("en",),
        },
        (
            ("Auntie upstairs", "I went home", (4.5, 5), "2014-03-01"),
            ("desk_by_the_fan", "Sweet", (3, 5), "2014-04-12"),
        ),
        (8.1, 10),
        ("candle",),
    ),
)
