"""Reviews in boxes whose classes say nothing, or that say who wrote them where others say what for."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Review
from tui.readers.document import Document
from tui.readers.html import cards
from tui.readers.html.page import Page
from tui.readers.html.titling import film_title, reviewed_film

FOG = "The fog is the best actor in it, and the only one who knows when to leave the stage."
OAR = "An oar is lost in the first minute, and nobody looks for it until the last one."


def hashed(name: str, score: int, day: str, text: str, more: str = "") -> str:
    return (
        f'<li class="_9kQz"><div class="sc-aXy"><a class="sc-b1" href="/u/{name}">{name}</a>'
        f'<i class="sc-c2" aria-label="{score} out of 10"></i><time datetime="{day}T08:00:00Z">then</time></div>{more}'
        f'<div class="sc-d3"><p>{text}</p></div><button>Like</button></li>'
    )


def hashed_page(heading: str) -> str:
    veil = '<div class="_v1">This review contains spoilers</div>'
    boxes = hashed("snipe", 7, "2012-05-06", FOG) + hashed("dunlin", 2, "2013-06-07", OAR, veil)
    return page(f'<h1 class="sc-h">The Fog Bank (1968)</h1><h2>{heading}</h2><ul class="_l">{boxes}</ul>')


def parts(one: Review) -> tuple[object, ...]:
    return one.author, one.rating and one.rating.value, one.date, one.text, one.spoiler


def test_neighbours_that_look_alike_are_reviews_where_the_page_says_that_it_holds_some() -> None:
    found = read_page("any_page", hashed_page("What members say: reviews"))
    assert [parts(one) for one in found.reviews] == [
        ("snipe", 7, "2012-05-06", FOG, False),
        ("dunlin", 2, "2013-06-07", OAR, True),
    ]
    assert facts_of(found).title == "The Fog Bank"


def test_neighbours_that_look_alike_are_none_where_nothing_speaks_of_reviews() -> None:
    assert cards.reviews(Page(Document.of_bytes("fog.html", hashed_page("Next shows").encode()))) == []


def test_looking_for_reviews_leaves_the_page_as_it_is() -> None:
    box = (
        '<div class="review-card"><b class="author">snipe</b><i class="rating">7/10</i>'
        f'<p class="review-text">{FOG}</p><button>Like</button><span class="read-more">more</span></div>'
    )
    looked_at = Page(Document.of_bytes("fog.html", page(box * 2).encode()))
    before = looked_at.tree.html
    assert len(cards.reviews(looked_at)) == 2
    assert looked_at.tree.html == before


def test_parts_of_boxes_are_no_boxes() -> None:
    box = (
        '<li class="review first_review"><div class="review_section"><a class="source">{paper}</a>'
        '<div class="author"><a>{name}</a></div><div class="date">Mar 4, 2011</div><div class="score_w">{score}</div>'
        '<div class="review_body">{text}</div></div><div class="review_section foot">{paper} '
        '<a class="author">All by {name}</a></div></li>'
    )
    boxes = box.format(paper="The Quay", name="Ann Lowe", score=90, text=FOG)
    boxes += box.format(paper="Salt", name="Ivo Kell", score=40, text=OAR)
    found = read_page(
        "any_page", page(f"<h1>The Fog Bank</h1><ol>{boxes}</ol>", title="Critic reviews for The Fog Bank")
    )
    assert [(one.author, one.publication, one.text) for one in found.reviews] == [
        ("Ann Lowe", "The Quay", FOG),
        ("Ivo Kell", "Salt", OAR),
    ]


def test_on_a_page_of_the_press_the_paper_heads_the_box_and_a_line_says_who_wrote_it() -> None:
    box = (
        '<div class="item hred"><h2><span>{}</span></h2><div class="rating-mdl n{}0 stareval-stars"></div>'
        "<div><span>par {}</span></div><p class='text'>{}</p></div>"
    )
    boxes = box.format("Le Large", 4, "Ève Ancre", "Une brume qui joue juste.")
    boxes += box.format("Cordages", 1, "Guy Mât", "Deux heures de rame.")
    source = page(boxes, title="Critiques Presse pour le film Le Banc de brume - Ciné")
    found = read_page("any_page", source)
    assert [(one.author, one.publication, one.headline, one.rating and one.rating.value) for one in found.reviews] == [
        ("Ève Ancre", "Le Large", None, 4),
        ("Guy Mât", "Cordages", None, 1),
    ]
    assert facts_of(found).title == "Le Banc de brume"


@pytest.mark.parametrize(
    ("title", "film"),
    [
        ("Film review: “The Fog Bank” (1968)", "The Fog Bank (1968)"),
        ("Review: 'Oars' (Blu-ray)", "Oars"),
        ("«Der Nebel» (1968) Kritik", "Der Nebel (1968)"),
    ],
)
def test_the_year_behind_a_quoted_title_is_the_films(title: str, film: str) -> None:
    assert reviewed_film(title) == film


def test_of_several_headings_of_boxes_none_is_the_films_title() -> None:
    source = page("<h2>The Quay</h2><h2>Salt</h2>", title="Reviews of The Fog Bank - Site")
    assert film_title(Page(Document.of_bytes("fog.html", source.encode()))).title == "The Fog Bank"


def test_bare_numbers_are_marks_where_there_is_nothing_else() -> None:
    box = '<li class="z9"><div><a href="/ko/users/{0}">{0}</a><span>{1}</span></div><p>{2}</p><em>12</em></li>'
    boxes = box.format("갈매기", "4.0", "물이 돌고 또 돌아 음악이 된다.") + box.format(
        "도요새", "7.5", "개는 다른 곳을 본다. 길다."
    )
    found = read_page("any_page", page(f"<h1>나룻배 코멘트</h1><ul>{boxes}</ul>", title="나룻배(1963) 코멘트 - 자리"))
    assert (facts_of(found).title, facts_of(found).year) == ("나룻배", 1963)
    assert [(one.author, one.rating and (one.rating.value, one.rating.out_of)) for one in found.reviews] == [
        ("갈매기", (4, 10)),
        ("도요새", (7.5, 10)),
    ]


def test_a_forums_posts_are_texts_without_quotations_numbers_and_titles_of_members() -> None:
    post = (
        '<article class="message message--post"><div class="message-inner"><section class="message-user"><h4 '
        'class="message-name"><a class="username">{name}</a></h4><h5 class="userTitle">Member</h5></section><div '
        'class="message-cell message-cell--main"><header><time datetime="{day}T10:00:00">x</time><a>#1</a></header>'
        '<div class="message-content"><div class="bbWrapper">{text}</div></div><footer>Report</footer></div></div>'
        "</article>"
    )
    first = f"{FOG} {OAR} {FOG}"
    quoted = f'<blockquote class="bbCodeBlock--quote"><a>snipe said:</a> The fog</blockquote>{OAR}'
    posts = post.format(name="snipe", day="2019-05-04", text=first) + post.format(
        name="dunlin", day="2019-05-05", text=quoted
    )
    found = read_page("any_page", page(f"<h1>The Fog Bank (1968)</h1>{posts}", title="The Fog Bank (1968) | Board"))
    assert [parts(one) for one in found.reviews] == [
        ("snipe", None, "2019-05-04", first, False),
        ("dunlin", None, "2019-05-05", OAR, False),
    ]


def test_a_text_that_was_veiled_is_no_review_and_is_told() -> None:
    box = (
        '<div class="c-review"><a class="c-review_username">{}</a><div class="c-review_date">May 4, 2020</div>'
        '<div class="c-review_score">8</div><div class="c-review_quote"><span>{}</span></div></div>'
    )
    notice = "[SPOILER ALERT: This review contains spoilers.]"
    boxes = box.format("snipe", FOG) + box.format("dunlin", notice) + box.format("knot", OAR)
    found = read_page("any_page", page(f"<h1>The Fog Bank User Reviews</h1>{boxes}", title="The Fog Bank user reviews"))
    assert [one.author for one in found.reviews] == ["snipe", "knot"]
    assert any("veiled" in remark for remark in found.remarks)
