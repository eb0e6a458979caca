"""Little film pages in other languages, of our own words, beside what a reader must get from them."""

from __future__ import annotations

from tests.unit.readers.page import Page

WORLD = (
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
            "certificate": "FSK 12",
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
