"""Letterboxd pages of 2025 and 2026: veiled and shortened reviews, members' pages, diaries."""

from __future__ import annotations

from tests.unit.readers.html.pages import page, read_page
from tui.models import Rating

BOXD = "https://letterboxd.com/film/paper-harbour/"
MEMBER = "https://letterboxd.com/salt/"


def card(text: str, *, stars: str = "", warning: bool = False, short: bool = False, film: str = "") -> str:
    drawn = f'<span class="inline-rating"><svg aria-label="{stars}"></svg></span>' if stars else ""
    warned = (
        '<p class="body-text js-spoiler-container">This review may contain spoilers. <a>I can handle the truth.</a></p>'
        if warning
        else ""
    )
    told = f'<div class="collapsed-text"><p>{text}…</p><a class="reveal">more</a></div>' if short else f"<p>{text}</p>"
    return (
        f'<article class="production-viewing">{film}<strong class="displayname">Salt R</strong>{drawn}'
        f'<time datetime="2024-03-02">x</time>{warned}<div class="body-text js-review-body">{told}</div></article>'
    )


def test_a_veiled_text_is_taken_and_flagged_and_a_shortened_one_is_told() -> None:
    markup = card("It floats.", stars="★★★½") + card("He drowns.", warning=True) + card("I counted and", short=True)
    found = read_page("letterboxd", page(markup, url=BOXD, head='<meta property="og:title" content="Paper Harbour">'))
    assert [(one.text, one.spoiler) for one in found.reviews] == [
        ("It floats.", False),
        ("He drowns.", True),
        ("I counted and…", False),
    ]
    assert found.reviews[0].rating is not None
    assert (found.reviews[0].rating.value, found.reviews[0].rating.out_of) == (3.5, 5)
    assert any("1 review was cut short" in one for one in found.remarks)


def test_a_profile_gives_the_reviews_on_it_with_their_films() -> None:
    film = '<h2 class="primaryname"><a href="/salt/film/ink/">Ink</a></h2><span class="releasedate">2009</span>'
    found = read_page("letterboxd", page(card("It blots.", film=film), url=MEMBER, title="salt’s profile • Letterboxd"))
    (extract,) = found.extracts
    assert (extract.facts.title, extract.facts.year, extract.facts.ids) == ("Ink", 2009, {"letterboxd": "ink"})
    assert extract.reviews[0].author == "Salt R"


def test_a_diary_gives_films_with_the_members_stars_and_the_day() -> None:
    row = (
        '<table><tr class="diary-entry-row"><td><a class="daydate" href="/salt/diary/films/for/2025/11/28/">28</a></td>'
        '<td><div data-item-slug="ink" data-item-name="Ink (2009)"></div><h2 class="name"><a href="/salt/film/ink/">Ink'
        '</a></h2></td><td class="col-releaseyear">2009</td><td><span class="rating rated-9"></span></td></tr></table>'
    )
    found = read_page("letterboxd", page(row, url=MEMBER + "films/diary/", title="salt’s film diary • Letterboxd"))
    (extract,) = found.extracts
    assert (extract.facts.title, extract.facts.year) == ("Ink", 2009)
    assert extract.facts.ratings == (Rating(value=4.5, out_of=5, by="letterboxd:salt"),)
    assert extract.facts.extra["seen by salt"] == "2025-11-28"


def test_a_text_veiled_as_in_2019_is_taken_without_its_warning() -> None:
    markup = (
        '<li class="film-detail"><strong class="name">Salt</strong><div class="hidden-spoilers"><em>This review may '
        'contain spoilers. <a>I can handle the truth.</a></em><div class="text">He drowns.</div></div></li>'
    )
    found = read_page("letterboxd", page(markup, url=BOXD, head='<meta property="og:title" content="Paper Harbour">'))
    assert [(one.text, one.spoiler) for one in found.reviews] == [("He drowns.", True)]


def test_a_members_films_have_the_stars_below_their_posters() -> None:
    item = (
        '<ul><li class="griditem"><div data-item-slug="ink" data-item-name="Ink (2009)"></div>'
        '<p class="poster-viewingdata"><span class="rating rated-7"></span></p></li></ul>'
        '<div class="pagination"><a class="next" href="/salt/films/page/2/">Older</a></div>'
    )
    found = read_page("letterboxd", page(item, url=MEMBER + "films/", title="Films watched by Salt • Letterboxd"))
    assert found.extracts[0].facts.ratings == (Rating(value=3.5, out_of=5, by="letterboxd:salt"),)
    assert any("Further pages" in one for one in found.remarks)


def test_review_page_of_2015_without_its_data_says_who_and_when() -> None:
    body = """<div id="content"><section class="film-viewing"><h1 class="name">Review by
      <a class="name" href="/quince/"><strong class="name">Quince</strong></a></h1>
      <h2><span class="film-title-wrapper"><a href="/film/pear/">Pear</a>
      </span> <span class="rating rated-large-7">★★★½</span></h2><p class="date-links">Watched <a>04</a> <a>May</a>
      <a>2015</a></p><div class="review body-text"><p>It is ripe.</p></div></section></div>"""
    (review,) = read_page("letterboxd", page(body, url="http://letterboxd.com/quince/film/pear/")).reviews
    assert (review.author, review.text, review.date) == ("Quince", "It is ripe.", "2015-05-04")
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (3.5, 5)
