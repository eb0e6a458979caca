"""Marked data in odd notations: RDFa Lite, objects that are a property of nothing, JSON that is not quite JSON."""

from __future__ import annotations

from html import escape

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating

FILM = '{"@type":"Movie","name":"Paper Harbour","director":{"@type":"Person","name":"Ada Field"}}'


def test_rdfa_lite_is_read_as_microdata_is() -> None:
    found = read_page(
        "any_page",
        page(
            '<div vocab="http://schema.org/" typeof="Movie"><h1 property="name">Paper Harbour</h1>'
            '<span property="director" typeof="Person"><b property="name">Ada Field</b></span>'
            '<time property="duration" datetime="PT1H58M">x</time><p property="description">A clerk finds boats.</p>'
            '<div property="review" typeof="Review"><i property="author">Tern</i>'
            '<p property="reviewBody">It floats.</p>'
            '<b property="reviewRating" typeof="Rating"><i property="ratingValue">8</i>/<i property="bestRating">10</i>'
            "</b></div></div>",
            title="x",
        ),
    )
    facts = facts_of(found)
    assert (facts.title, facts.directors, facts.runtime_minutes) == ("Paper Harbour", ("Ada Field",), 118)
    (review,) = found.reviews
    assert (review.author, review.text, review.rating) == ("Tern", "It floats.", Rating(value=8, out_of=10))


def test_a_review_that_is_the_property_of_nothing_keeps_its_rating_and_film() -> None:
    found = read_page(
        "any_page",
        page(
            '<article itemprop="review" itemscope itemtype="http://schema.org/Review"><h1 itemprop="name">Folded</h1>'
            '<a itemprop="author">Ivo Kell</a><span itemprop="reviewRating" itemscope>'
            '<meta itemprop="ratingValue" content="3.5"><meta itemprop="bestRating" content="4"></span>'
            '<div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie">'
            '<meta itemprop="name" content="Paper Harbour"><meta itemprop="dateCreated" content="1987"></div>'
            '<div itemprop="reviewBody"><p>It floats as long as anybody writes to it.</p></div></article>',
            title="x",
        ),
    )
    facts = facts_of(found)
    assert (facts.title, facts.year) == ("Paper Harbour", 1987)
    assert found.reviews[0].rating == Rating(value=3.5, out_of=4)


@pytest.mark.parametrize(
    "written",
    [FILM.replace('"}}', '",},}'), escape(FILM), f"<!--\n{FILM}\n-->", FILM + ";"],
    ids=["a comma too many", "entities", "in a comment", "a semicolon"],
)
def test_json_that_is_not_quite_json_is_read(written: str) -> None:
    facts = facts_of(read_page("any_page", page("x", head=f'<script type="application/ld+json">{written}</script>')))
    assert (facts.title, facts.directors) == ("Paper Harbour", ("Ada Field",))
