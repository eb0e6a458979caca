"""Reviews in boxes on pages of no known site, and the film's title among the titles of such pages."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.readers.document import Document
from tui.readers.html.page import Page
from tui.readers.html.titling import film_title


def box(name: str, score: str, day: str, text: str, more: str = "") -> str:
    return (
        f'<div class="avis-card cf"><div class="side"><a class="meta-title" href="/membre-7/">{name}</a><p>12 fans</p>'
        f'</div><div class="holder"><span class="stareval-note">{score}</span><span class="review-date">Publiée le '
        f'{day}</span><div class="content-txt review-card-content">{text}</div>{more}</div></div>'
    )


def test_boxes_are_reviews_with_all_their_parts() -> None:
    useful = (
        '<div class="useful" data-statistics="{&quot;helpfulCount&quot;:21,&quot;unhelpfulCount&quot;:3}">'
        "<a>21</a></div>"
    )
    found = read_page(
        "any_page",
        page(
            "<nav><a>Séances</a></nav>"
            + box("Pluvier", "4,5", "2 mars 2010", "Un port qui serre la gorge.<br>Bravo.", useful)
            + box("Bécasse", "1,0", "24 mai 2011", '<span class="spoiler-text">Il se noie.</span> Quel ennui.'),
            url="https://www.cine.example/film=9/critiques/",
            title="Les critiques spectateurs du film Le Port de papier - Ciné",
            head='<meta property="og:title" content="Le Port de papier : Les critiques spectateurs">',
        ),
    )
    assert facts_of(found).title == "Le Port de papier"
    told = [(one.author, one.rating and one.rating.value, one.date, one.helpful, one.spoiler) for one in found.reviews]
    assert told == [
        ("Pluvier", 4.5, "2010-03-02", (21, 24), False),
        ("Bécasse", 1.0, "2011-05-24", None, True),
    ]
    assert found.reviews[0].text == "Un port qui serre la gorge.\nBravo."


def test_a_text_in_two_parts_is_one_and_numbers_alone_are_out_of_what_the_largest_shows() -> None:
    def item(name: str, score: str, parts: str) -> str:
        return (
            f'<div class="movie-review rw-item"><div class="user-nick"><b>{name}</b></div>'
            f'<div class="user-rating">{score}</div><div class="review-date">2 de marzo de 2010</div>'
            f'<div class="review-title">Sal y letras</div>{parts}'
            "<div><b>34 de 40</b> usuarios han encontrado esta crítica útil</div></div>"
        )

    markup = item("Zarapito", "9", '<div class="review-text1">La sal no engaña.</div><p class="spoiler">spoiler:</p>'
                  '<div class="review-text2">Al final llueve.</div>')  # fmt: skip
    markup += item("Ostrero", "3", '<div class="review-text1">Dos horas de sumas.</div>')
    found = read_page("any_page", page(markup, title="Críticas de El puerto (1987) - Sitio", url="https://x.example/c"))
    first, second = found.reviews
    assert (first.text, first.spoiler, first.headline) == (
        "La sal no engaña.\n\nAl final llueve.", True, "Sal y letras",
    )  # fmt: skip
    assert first.helpful == (34, 40)
    assert [one.rating and (one.rating.value, one.rating.out_of) for one in (first, second)] == [(9, 10), (3, 10)]
    assert (facts_of(found).title, facts_of(found).year) == ("El puerto", 1987)


@pytest.mark.parametrize(
    ("heading", "card", "title", "film"),
    [
        ("Paper Harbour Reviews", "Paper Harbour", "Paper Harbour critic reviews - Metasite", "Paper Harbour"),
        ("Opinie o filmie Papierowy port", "", "Papierowy port (1987) - opinie - Kino", "Papierowy port"),
        ("The Members", "The Members (1987)", "The Members | Site", "The Members"),
        ("Kritik zu Der Hafen", "", "Kritik zu Der Hafen | Filmseite", "Der Hafen"),
        ("纸港 影评", "", "纸港的影评 (网)", "纸港"),
    ],
)
def test_the_films_title_is_what_the_titles_have_in_common(heading: str, card: str, title: str, film: str) -> None:
    source = page(f"<h1>{heading}</h1>", title=title, head=f'<meta property="og:title" content="{card}">')
    assert film_title(Page(Document.of_bytes("page.html", source.encode()))).title == film


def test_comments_below_an_article_are_not_the_films_reviews() -> None:
    prose = (
        "Nobody in this harbour raises a voice, and the boats seem to grow louder with every letter that is folded. "
    )
    comment = '<li class="comment"><b class="author">{}</b> <i>17 May 2011</i><p class="comment-text">{}</p></li>'
    markup = "<article><h1>Paper Harbour and me</h1>" + "".join(f"<p>{prose * 2}</p>" for _ in range(4)) + "</article>"
    markup += "<ol>" + comment.format("Tern", "I fell asleep.") + comment.format("Knot", "You should not.") + "</ol>"
    assert not read_page("any_page", page(markup, title="Paper Harbour and me | Inkblot")).reviews


def test_boxes_headed_by_films_are_reviews_of_those() -> None:
    card = (
        '<div class="review-card"><h3 class="title"><a>{}</a></h3><a class="user-name">salt</a>'
        '<span class="rating">{}/10</span><p class="review-text">{}</p></div>'
    )
    markup = "<h1>Reviews by salt</h1>" + card.format("Ink (2009)", 4, "It blots, and that is all it does.")
    markup += card.format("Paper Harbour (1987)", 8, "It floats as nothing else does.")
    found = read_page(
        "any_page", page(markup, title="salt's reviews - Kinosite", url="https://kinosite.example/u/salt")
    )
    assert [(one.facts.title, one.facts.year, len(one.reviews)) for one in found.extracts] == [
        ("Ink", 2009, 1), ("Paper Harbour", 1987, 1),
    ]  # fmt: skip


def test_a_box_around_marked_parts_is_found_and_what_stands_beside_an_article_is_not_taken() -> None:
    mark = (
        '<div class="p-mark"><a href="/users/{0}"><h4>{0}の感想・評価</h4></a><time datetime="2016-02-01">x</time>'
        '<div class="c-rating__star"></div><div class="c-rating__score">{1}</div>'
        '<div class="p-mark__review">{2}</div></div>'
    )
    markup = mark.format("しぎ", "4.5", "帳簿がいちばんの名優だと思う。") + mark.format("千鳥", "2.0", "眠い二時間。")
    found = read_page("any_page", page("<h2>塩の帳簿</h2>" + markup, title="塩の帳簿 - 映画 | Site"))
    assert [(one.author, one.rating and one.rating.value) for one in found.reviews] == [("しぎ", 4.5), ("千鳥", 2.0)]
    teaser = (
        '<div class="post-teaser"><a class="author">{}</a><i class="date">2 March 2010</i><p class="text">{}</p></div>'
    )
    markup = teaser.format("Ann", "What else floats in town.") + teaser.format("Bo", "Ten boats that do not.")
    head = '<meta property="og:type" content="article">'
    assert not read_page("any_page", page("<h1>Paper Harbour reviews</h1>" + markup, head=head)).reviews[1:]


def test_a_notice_in_the_place_of_a_text_is_no_review_and_is_told() -> None:
    card = (
        '<div class="siteReview"><div class="siteReview_score">{1}</div><a class="siteReview_username">{0}</a>'
        '<i class="date">May 17, 2021</i><div class="siteReview_quote"><span>{2}</span></div></div>'
    )
    markup = card.format("salt", 9, "I counted every coin.") + card.format("kelp", 6, "It adds up slowly.")
    markup += card.format("dry", 2, "[SPOILER ALERT: This review contains spoilers.]")
    found = read_page("any_page", page(markup, title="Paper Harbour user reviews - Site", url="https://s.example/"))
    assert [one.author for one in found.reviews] == ["salt", "kelp"]
    assert any("veiled" in one for one in found.remarks)


def test_a_day_on_which_one_wrote_is_not_the_films_year() -> None:
    card = (
        '<div class="siteReview"><div class="siteReview_score">{1}</div><a class="siteReview_username">{0}</a>'
        '<i class="date">May 17, 2021</i><div class="siteReview_quote"><span>{2}</span></div></div>'
    )
    markup = "<h1>User Reviews</h1><a>Paper Harbour</a>" + card.format(
        "salt", 9, "I counted every coin and would again."
    )
    markup += card.format("kelp", 6, "It adds up, slowly, to something like a film.")
    for title, year in (
        ("Paper Harbour user reviews - Site", None),
        ("Paper Harbour (2021) user reviews - Site", 2021),
    ):
        facts = facts_of(read_page("any_page", page(markup, title=title, url="https://s.example/")))
        assert (facts.title, facts.year) == ("Paper Harbour", year)


@pytest.mark.parametrize("name", ["2review", "-3-reviews", "5 review", "12comments"])
def test_a_page_with_names_that_begin_with_figures_is_read(name: str) -> None:
    boxes = "".join(f'<div class="{name}">{number} of many</div>' for number in range(3))
    told = box("Pluvier", "4,5", "2 mars 2010", "Un port qui serre la gorge.") + box(
        "Bécasse", "1,0", "24 mai 2011", "Quel ennui, et quelle pluie."
    )
    found = read_page("any_page", page(boxes + told, title="Le Port de papier - Critiques"))
    assert [one.author for one in found.reviews] == ["Pluvier", "Bécasse"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("04/05/2012", "06/07/2013"), ["04/05/2012", "06/07/2013"]),
        (("04/05/2012", "26/07/2013"), ["2012-05-04", "2013-07-26"]),
        (("04/05/2012", "07/26/2013"), ["2012-04-05", "2013-07-26"]),
    ],
)
def test_a_day_that_could_be_two_is_kept_as_written_unless_another_tells(
    days: tuple[str, ...], told: list[str]
) -> None:
    box = (
        '<div class="review-item"><b class="author">Tern</b><i class="rating">7/10</i>'
        '<span class="review-date">{}</span><p class="review-text">Paper folds, and so do people.</p></div>'
    )
    source = page("<h1>Paper Harbour (1987)</h1>" + "".join(map(box.format, days)), title="Paper Harbour reviews")
    assert [one.date for one in read_page("any_page", source).reviews] == told


def test_a_score_in_a_box_is_not_the_films() -> None:
    box = (
        '<div class="p-mark"><a href="/users/{0}"><h4 class="c2-user">{0}の感想・評価</h4></a>'
        '<time datetime="2016-02-01">2016-02-01</time><div class="c-rating__stars">4.5</div>'
        '<div class="p-mark__review">{1}</div><a>いいね！12件</a></div>'
    )
    body = "<h2>紙の港<small>(1987年製作の映画)</small></h2><h3>製作国：アイルランド</h3><h3>上映時間：94分</h3>"
    body += "<div><h3>監督</h3><a>エイダ・フィールド</a></div>"
    body += box.format("しぎ", "紙がいちばんの名優だと思う。") + box.format("かもめ", "もっと小さく折ればよかった。")
    found = read_page("any_page", page(body, title="紙の港 - 映画情報・レビュー"))
    assert len(found.reviews) == 2
    assert facts_of(found).ratings == ()
