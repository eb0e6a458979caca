"""Little film pages in many layouts, of our own words, beside what a reader must get from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page and what stands on it; `reviews` are (author, text's beginning, rating, date)."""

    name: str
    text: str
    facts: dict[str, Any]
    reviews: tuple[tuple[str | None, str, tuple[float, float] | None, str | None], ...] = ()
    rating: tuple[float, float] | None = None
    absent: tuple[str, ...] = field(default=())
    """What must not get into any record."""


PAGES = (
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
        "german",
        """\
Filmfreund | Startseite | Anmelden

M – Eine Stadt sucht einen Mörder
Originaltitel: M
Deutschland 1931 | 117 Min. | FSK 12
Genre: Krimi, Drama
Regie: Fritz Lang
Darsteller: Peter Lorre, Otto Wernicke
Sprache: Deutsch
Bewertung: 4,5 von 5

Handlung
In einer großen Stadt verschwinden Kinder. Die Polizei sucht, und die Unterwelt sucht auch.

Anzeige

Nutzerkritiken

Pfeifer_31 schrieb am 3. Mai 2014:
Man hört ihn, bevor man ihn sieht.

Annegret Holm schrieb am 12. März 2016:
Der Prozess am Ende ist das Kühnste, was ich kenne. Danach war ich still.

Alle Rechte vorbehalten
""",
        {
            "title": "M – Eine Stadt sucht einen Mörder",
            "original_title": "M",
            "year": 1931,
            "runtime_minutes": 117,
            "certificate": "12",
            "directors": ("Fritz Lang",),
            "languages": ("de",),
        },
        (
            ("Pfeifer_31", "Man hört ihn", None, "2014-05-03"),
            ("Annegret Holm", "Der Prozess", None, "2016-03-12"),
        ),
        (4.5, 5),
        ("Alle Rechte", "Anmelden"),
    ),
    Page(
        "french",
        """\
La Haine
1995 · Drame · 1h38 · Tous publics avec avertissement
Réalisé par Mathieu Kassovitz
Avec Vincent Cassel, Hubert Koundé, Saïd Taghmaoui
Langue : français
Note moyenne : 4,1/5

Synopsis
Vingt heures dans la vie de trois amis, le lendemain d'une émeute.

Publicité

Critiques spectateurs

Nadège_93 — 4/5 — 3 mai 2014
Jusqu'ici tout va bien, et c'est là que j'ai eu peur.

Luc Ferrand — 2/5 — 14 juillet 2016
Je n'ai pas cru à la fin. La musique, si.

Voir plus
""",
        {
            "title": "La Haine",
            "year": 1995,
            "runtime_minutes": 98,
            "directors": ("Mathieu Kassovitz",),
            "languages": ("fr",),
        },
        (
            ("Nadège_93", "Jusqu'ici", (4, 5), "2014-05-03"),
            ("Luc Ferrand", "Je n'ai pas", (2, 5), "2016-07-14"),
        ),
        (4.1, 5),
        ("Voir plus", "Publicité"),
    ),
    Page(
        "czech",
        """\
Obchod na korze
Rok: 1965
Žánr: Drama, Válečný
Délka: 125 min
Režie: Ján Kadár, Elmar Klos
Hrají: Ida Kamińska, Jozef Kroner
Jazyk: slovenština
Hodnocení: 91 %

Obsah
Truhlář dostane krámek staré paní, která neví, že je válka.

Reklama

Recenze uživatelů

Knoflík88 ★★★★★ 3. května 2014
Usmíval jsem se a pak už ne.

Božena K. ★★★★ 21. listopadu 2010
Pomalé, ale přesné. Konec mi zůstal v hlavě.

Zobrazit více
""",
        {
            "title": "Obchod na korze",
            "year": 1965,
            "runtime_minutes": 125,
            "directors": ("Ján Kadár", "Elmar Klos"),
            "languages": ("sk",),
        },
        (
            ("Knoflík88", "Usmíval jsem", (5, 5), "2014-05-03"),
            ("Božena K.", "Pomalé, ale", (4, 5), "2010-11-21"),
        ),
        (91, 100),
        ("Zobrazit více",),
    ),
    Page(
        "spanish",
        """\
El espíritu de la colmena (1973)
Duración: 97 min. | País: España | Género: Drama
Dirección: Víctor Erice
Reparto: Ana Torrent, Fernando Fernán Gómez
Idioma: español
Puntuación: 7,9

Sinopsis
Una niña ve una película de monstruos y sale a buscar al suyo.

Publicidad

Críticas de los usuarios

Escrito por colmenera el 3 de mayo de 2014
Nunca un silencio me había contado tanto.

Escrito por Julián Otero el 9 de octubre de 2018
Los ojos de Ana. No hace falta más.
""",
        {
            "title": "El espíritu de la colmena",
            "year": 1973,
            "runtime_minutes": 97,
            "directors": ("Víctor Erice",),
            "languages": ("es",),
        },
        (
            ("colmenera", "Nunca un silencio", None, "2014-05-03"),
            ("Julián Otero", "Los ojos de Ana", None, "2018-10-09"),
        ),
        (7.9, 10),
    ),
    Page(
        "polish",
        """\
Popiół i diament
1958 | 1 godz. 43 min. | dramat, wojenny
Reżyseria: Andrzej Wajda
Obsada: Zbigniew Cybulski, Ewa Krzyżewska
Język: polski
Ocena: 7,9/10

Opis filmu
Ostatni dzień wojny i pierwsza noc, w której nikt nie wie, po co jeszcze strzelać.

Reklama

Recenzje

okulary_maćka, 3 maja 2014, 9/10
Kieliszki na barze płoną do dziś.

Wanda Sroka, 5 października 2020, 6/10
Wolę książkę. Ale te schody!
""",
        {
            "title": "Popiół i diament",
            "year": 1958,
            "runtime_minutes": 103,
            "directors": ("Andrzej Wajda",),
            "languages": ("pl",),
        },
        (
            ("okulary_maćka", "Kieliszki na barze", (9, 10), "2014-05-03"),
            ("Wanda Sroka", "Wolę książkę", (6, 10), "2020-10-05"),
        ),
        (7.9, 10),
    ),
    Page(
        "japanese",
        """\
東京物語
製作年：1953年
上映時間：136分
監督：小津安二郎
出演：笠智衆、原節子
言語：日本語
評価：4.2/5

あらすじ
年老いた夫婦が、東京で暮らす子どもたちを訪ねる。

広告

レビュー

海辺の風さん
2014年5月3日 ★★★★★
最後の汽車の音がまだ聞こえる。

山田さん
2016年8月12日 ★★★
静かすぎると思ったが、あとで泣いた。

もっと見る
""",
        {
            "title": "東京物語",
            "year": 1953,
            "runtime_minutes": 136,
            "directors": ("小津安二郎",),
            "languages": ("ja",),
        },
        (
            ("海辺の風", "最後の汽車", (5, 5), "2014-05-03"),
            ("山田", "静かすぎると", (3, 5), "2016-08-12"),
        ),
        (4.2, 5),
        ("もっと見る",),
    ),
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
    Page(
        "chinese",
        """\
花样年华
导演: 王家卫
主演: 梁朝伟 / 张曼玉
语言: 粤语
上映日期: 2000-09-29
片长: 98分钟
豆瓣评分 8.8

剧情简介
两个邻居发现他们的伴侣在一起,于是也走到了一起。

短评
小雨 ★★★★★ 2014-05-03
旗袍换了二十三件。
王大明 ★★★ 2016-08-12
太慢了。
""",
        {"title": "花样年华", "year": 2000, "runtime_minutes": 98, "directors": ("王家卫",), "languages": ("zh",)},
        (("小雨", "旗袍换了", (5, 5), "2014-05-03"), ("王大明", "太慢了", (3, 5), "2016-08-12")),
    ),
)
