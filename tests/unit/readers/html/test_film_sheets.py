"""The sheet of a film on sites of all kinds: what its card, its marks and its short labels say."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating
from tui.readers.document import Document
from tui.readers.html.page import Page
from tui.readers.html.titling import film_title

CARD = '<meta property="og:type" content="video.movie"><meta property="og:title" content="Paper Harbour">'


def test_a_card_and_the_marks_of_a_films_page_are_believed_without_a_sheet() -> None:
    person = '<li class="profile"><p><a href="/person/1">{}</a></p><p class="character">{}</p></li>'
    facts = facts_of(
        read_page(
            "any_page",
            page(
                '<h2><a>Paper Harbour</a> <span class="release_date">(1987)</span></h2><h3 class="tagline">Every ship '
                'folds.</h3><span class="certification">PG-13</span><span class="genres"><a>Drama</a></span>'
                '<div class="user_score_chart" data-percent="71"></div><ol>' + person.format("Ada Field", "Director")
                + person.format("Dee Rowan", "Harbour Clerk") + "</ol><p><strong><bdi>Original Title</bdi></strong> "
                "Hafen aus Papier</p><p><strong>Original Language</strong> German</p>",
                url="https://www.themoviedb.org/movie/31415-paper-harbour",
                title="Paper Harbour (1987) — The Movie Site",
                head=CARD,
            ),
        )
    )  # fmt: skip
    assert (facts.title, facts.year, facts.original_title) == ("Paper Harbour", 1987, "Hafen aus Papier")
    assert (facts.directors, facts.cast, facts.characters) == (("Ada Field",), ("Dee Rowan",), ("Harbour Clerk",))
    assert (facts.tagline, facts.certificate, facts.genres) == ("Every ship folds.", "PG-13", ("Drama",))
    assert facts.ratings == (Rating(value=71, out_of=100, by="themoviedb"),)
    assert (facts.languages, facts.ids) == (("de",), {"tmdb": "31415"})


def test_the_year_of_production_goes_before_that_of_a_release() -> None:
    data = json.dumps({"@type": "Movie", "name": "Hafen", "datePublished": "1988-03-12"})
    facts = facts_of(
        read_page(
            "any_page",
            page(
                "<h1>Hafen</h1><div><span>Produktionsjahr</span><span>1987</span></div><div><span>Originaltitel: "
                "</span><span>Paper Harbour</span></div>",
                title="Hafen - Film 1988 - Kinoseite",
                head=f'<script type="application/ld+json">{data}</script>',
            ),
        )
    )
    assert (facts.year, facts.released, facts.original_title) == (1987, "1988-03-12", "Paper Harbour")


@pytest.mark.parametrize(
    ("heading", "title", "film", "year"),
    [
        ("Harbour: Empty – Folded", "Harbour: Empty – Folded (1987) - Kinosite", "Harbour: Empty – Folded", 1987),
        ('Paper Harbour <span class="year">1987</span>', "Paper Harbour (1987) comments - Site", "Paper Harbour", 1987),
        ("", "Paper Harbour (1987) discussion : Board", "Paper Harbour", 1987),
        ("1917", "1917 | Site", "1917", None),
    ],
)
def test_a_title_of_several_pieces_is_kept_whole(heading: str, title: str, film: str, year: int | None) -> None:
    source = page(f"<h1>{heading}</h1>" if heading else "", title=title, url="https://kinosite.example/x")
    found = film_title(Page(Document.of_bytes("page.html", source.encode())))
    assert (found.title, found.year) == (film, year)


def test_pairs_of_spans_and_a_headed_synopsis_on_a_page_without_people() -> None:
    told = "A boy who folds ships out of paper is taken on by a harbour that has not seen one for a year."
    pairs = {"Running Time": "1 hr 44 min", "MPAA": "PG for mild peril", "Production Countries": "Denmark"}
    rows = "".join(f"<div><span>{label}</span><span>{value}</span></div>" for label, value in pairs.items())
    data = json.dumps({"@type": "Movie", "name": "Paper Harbour", "director": {"name": "Ada Field"}})
    found = read_page(
        "any_page",
        page(
            f"<h1>Paper Harbour (1987)</h1><h2>Synopsis</h2><p>{told}</p>{rows}",
            head=f'<script type="application/ld+json">{data}</script>',
        ),
    )
    facts = facts_of(found)
    assert (facts.runtime_minutes, facts.certificate, facts.countries) == (104, "PG", ("Denmark",))
    assert facts.synopsis == told
