"""What stands on large pages of sites that nobody knows, and is neither a review nor a fact: lists, menus, notices."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page

ONE = "The kiln is lit in the first shot and goes out in the last, and between them nobody says what it is for."
TWO = "I liked the potter better than the pots, and the pots much better than the potter's brother."
FILM = {"@type": "Movie", "name": "The Kiln", "datePublished": "1971-05-04", "director": {"name": "Ilse Vang"}}


def film_page(body: str, *, head: str = "", title: str = "The Kiln (1971)") -> str:
    data = f'<script type="application/ld+json">{json.dumps(FILM)}</script>'
    return page(f"<h1>The Kiln (1971)</h1>{body}", title=title, head=data + head)


def test_previews_of_lists_are_no_reviews() -> None:
    row = (
        '<div class="list-preview"><div class="list_name"><strong><a href="/list/{0}">{1}</a></strong></div>'
        '<div class="list_meta">a list of {0} titles<br>created 14 Aug 2011</div></div>'
    )
    rows = "".join(
        row.format(place, name) for place, name in ((44, "Clay"), (12, "Best of fire"), (7, "Kilns I liked"))
    )
    assert read_page("any_page", film_page(rows)).reviews == []


def test_an_advertisement_in_a_box_is_not_its_text() -> None:
    box = (
        '<article class="article-review"><h3><a class="user-name" href="/user/x">{}</a></h3>'
        '<time datetime="2019-03-04"></time><p><span class="comment">{}</span></p>'
        '<div><p class="banner-text">Reklama</p></div></article>'
    )
    found = read_page("any_page", film_page(box.format("tern", f"{ONE} {TWO}") + box.format("knot", f"{TWO} {ONE}")))
    assert [(one.author, one.text) for one in found.reviews] == [("tern", f"{ONE} {TWO}"), ("knot", f"{TWO} {ONE}")]


@pytest.mark.parametrize(
    ("card", "synopsis"),
    [
        ("The Kiln (1971): Movies, TV, Celebs, and more...", None),
        ("The Kiln (1971) - film: Reviews, Ratings, Pictures, Discussion", None),
        (ONE, ONE),
        (f"The Kiln (1971) - {ONE}", f"The Kiln (1971) - {ONE}"),
    ],
)
def test_what_a_card_says_of_its_page_is_not_what_happens_in_the_film(card: str, synopsis: str | None) -> None:
    head = f'<meta property="og:description" content="{card}">'
    assert facts_of(read_page("any_page", film_page("", head=head))).synopsis == synopsis


def test_firms_are_no_writers_and_menus_no_sheet() -> None:
    menu = '<div class="item"><a href="/a">Taglines</a></div><div class="item"><a href="/b">Plot Summary</a></div>'
    makers = [{"@type": "Person", "name": "Per Dahl"}, {"@type": "Organization", "name": "Grus Film"}]
    data = f'<script type="application/ld+json">{json.dumps({**FILM, "creator": makers})}</script>'
    facts = facts_of(read_page("any_page", page(f"<h1>The Kiln (1971)</h1>{menu}", head=data)))
    assert (facts.writers, facts.tagline) == (("Per Dahl",), None)


def test_a_page_of_trivia_with_the_films_data_keeps_its_items_and_not_what_is_pressed_below_each() -> None:
    told = (ONE, TWO, "The clay came from the river that floods the last reel, and had to be given back to it.")
    items = "".join(f"<div class='soda'><p>{one}</p><p>Share this: Post | Link | Hide</p></div>" for one in told)
    data = f'<script type="application/ld+json">{json.dumps(FILM)}</script>'
    found = read_page("any_page", page(f"<article><h1>The Kiln (1971) trivia</h1>{items}</article>", head=data))
    assert facts_of(found).directors == ("Ilse Vang",)
    assert [fact.text for fact in found.trivia] == list(told)


def test_the_reviews_of_a_member_are_each_of_the_film_that_heads_them() -> None:
    box = (
        '<article class="article-review"><h3><a class="film-title-name" href="/film/{0}">{0}</a><span>2019</span></h3>'
        "<time datetime='2020-03-04'>x</time><p class='review-text'>{1}</p></article>"
    )
    body = f"<h1>tern</h1>{box.format('The Kiln', ONE)}{box.format('Clay', TWO)}"
    found = read_page("any_page", page(body, title="tern | reviews"))
    assert [(one.facts.title, one.facts.year) for one in found.extracts] == [("The Kiln", 2019), ("Clay", 2019)]
    assert [(one.author, one.text) for one in found.reviews] == [("tern", ONE), ("tern", TWO)]
