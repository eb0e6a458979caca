"""Little film pages as they are copied out of a browser, of our own words, beside what a reader must get from them."""

from __future__ import annotations

from tests.unit.readers.page import Page

COPIES = (
    Page(
        "scores above names",
        """\
FILMS TV MUSIC NEWS
Paper Harbour
Tidal Pictures | Release Date: March 12, 1988

71
METASCORE
Generally favorable reviews based on 9 Critics

Summary: A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.

Director: Ada Field
Runtime: 118 min

Critic Reviews

90
The Tidal Post
Mar 3, 1988
It floats, and it knows why.
Read full review

40
Ink Weekly
Mar 9, 1988
It sinks, and it is proud of it.
Read full review

See All Critic Reviews
""",
        {"title": "Paper Harbour", "year": 1988, "runtime_minutes": 118, "directors": ("Ada Field",)},
        (
            ("The Tidal Post", "It floats", (90, 100), "1988-03-03"),
            ("Ink Weekly", "It sinks", (40, 100), "1988-03-09"),
        ),
        (71, 100),
        ("Read full review", "See All"),
    ),
    Page(
        "a shop",
        """\
Paper Harbour [DVD] [1987]
Dee Rowan (Actor), Ada Field (Director)  Rated: PG  Format: DVD
4.2 out of 5 stars    31 ratings

Add to Basket

Product description
A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.

Product details
Run time: 1 hour and 58 minutes

Customer reviews

Mo Pike
5.0 out of 5 stars  Dry land
Reviewed in Canada on 14 October 2013
Verified Purchase
I wept over a stamp. Then I wrote to my sister.
14 people found this helpful

saltreader
2.0 out of 5 stars  Damp
Reviewed in Canada on 2 January 2018
The sea does all of the work.
Report abuse
""",
        {"title": "Paper Harbour", "year": 1987, "certificate": "PG", "runtime_minutes": 118},
        (
            ("Mo Pike", "I wept over a stamp", (5, 5), "2013-10-14"),
            ("saltreader", "The sea does", (2, 5), "2018-01-02"),
        ),
        (4.2, 5),
        ("Verified Purchase", "found this helpful", "Report abuse", "Add to Basket"),
    ),
    Page(
        "dots as leaders",
        """\
TITLE ......... Paper Harbour
YEAR .......... 1987
DIRECTOR ...... Ada Field
LENGTH ........ 118 minutes
CERTIFICATE ... PG

PLOT:
A customs clerk finds that the boats in his harbour are folded out of letters nobody sent.

REVIEWS:

* I have folded boats for thirty years and never once got an answer.
  -- Mr Farrow, 11 February 2005, 9/10

* Bring a towel.
  -- inkwell_jen, 10 October 2010, 6/10
""",
        {
            "title": "Paper Harbour",
            "year": 1987,
            "runtime_minutes": 118,
            "certificate": "PG",
            "directors": ("Ada Field",),
        },
        (
            ("Mr Farrow", "I have folded", (9, 10), "2005-02-11"),
            ("inkwell_jen", "Bring a towel", (6, 10), "2010-10-10"),
        ),
        None,
        (),
    ),
    Page(
        "Portuguese",
        """\
Porto de Papel
12 de março de 1988 No cinema / 1h 58min / Drama, Policial
Direção: Ada Field
Elenco: Dee Rowan, Eli Stone

Sinopse
Um funcionário da alfândega descobre que os barcos do porto são feitos de cartas que ninguém enviou.

Publicidade

Críticas dos usuários

sal_50
4,0
Enviada em 7 de setembro de 2012
O barco afunda devagar, como deve ser.

Jussara Pinho
2,5
Enviada em 11 de junho de 2016
Bonito, mas molhado demais para tanta carta.

Ver todas as críticas
""",
        {"title": "Porto de Papel", "year": 1988, "runtime_minutes": 118, "directors": ("Ada Field",)},
        (
            ("sal_50", "O barco afunda", (4, 5), "2012-09-07"),
            ("Jussara Pinho", "Bonito", (2.5, 5), "2016-06-11"),
        ),
        None,
        ("Publicidade", "Ver todas", "Enviada"),
    ),
)
