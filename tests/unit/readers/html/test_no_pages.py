"""What is saved in the place of a page, or is more or less than one: nothing is invented from it, and it is told."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page

ONE = "Nobody on the raft can swim, and the film never lets one forget it, nor how far away the shore still is."
TWO = "Its best scene is a card game that is played with eleven cards, because the wind has taken all of the others."
TEXT = f"<p>{ONE}</p><p>{TWO}</p>"


@pytest.mark.parametrize(
    ("reader", "title", "heading"),
    [
        ("any_page", "Page not found | Films", "Oh no"),
        ("any_page", "Just a moment...", "films.example"),
        ("any_page", "", "Verify you are human"),
        ("any_page", "Log in - Films", "Log in"),
        ("any_page", "Films", "Seite nicht gefunden"),
        ("imdb", "404 Error - IMDb", "404 Error"),
        ("rotten_tomatoes", "Rotten Tomatoes", "404 - Not Found"),
        ("letterboxd", "Letterboxd - Not Found", "Sorry"),
    ],
)
def test_a_site_that_shows_something_else(reader: str, title: str, heading: str) -> None:
    body = f"<h1>{heading}</h1><p>The page that you asked for is not here, and may never have been. Go back home.</p>"
    found = read_page(reader, page(body, title=title))
    assert found.extracts == ()
    assert len(found.remarks) == 1
    assert found.remarks[0].startswith("The site showed «")


def test_a_film_may_be_called_so() -> None:
    found = read_page("any_page", page(f"<article><h1>Page Not Found (2011) review</h1>{TEXT * 8}</article>"))
    assert (facts_of(found).title, facts_of(found).year) == ("Page Not Found", 2011)


def test_a_question_for_consent_is_no_text() -> None:
    asked = "We and our 640 partners store information on your device, such as cookies, and read it again later on."
    body = f"<div><h2>We value your privacy</h2><p>{asked}</p><p>You can refuse, or choose one by one.</p></div>"
    found = read_page("any_page", page(body, title="Films"))
    assert found.extracts == ()
    assert "consent" in found.remarks[0]


def test_a_text_that_is_cut_off_for_those_who_do_not_pay_is_told() -> None:
    body = f"<article><h1>The Raft (1962) review</h1>{TEXT}<p>To continue reading, sign in or subscribe.</p></article>"
    found = read_page("any_page", page(body))
    assert found.reviews[0].text == f"{ONE}\n\n{TWO}"
    assert any("only the beginning" in one for one in found.remarks)


def test_a_text_file_that_a_browser_showed_is_read_as_a_text() -> None:
    text = f"The Raft (1962)\n\nReview by Kit Stone\n4/5\n\n{ONE}\n\n{TWO}\n"
    found = read_page("any_page", page(f"<pre>{text}</pre>"))
    assert (facts_of(found).title, facts_of(found).year) == ("The Raft", 1962)
    (review,) = found.reviews
    assert (review.author, review.text.split("\n\n")) == ("Kit Stone", [ONE, TWO])
    assert review.sources[0].lines[0] > 1


def boxes(count: int) -> str:
    return "".join(
        f'<div><a href="/movie/{n}"><img></a><h2><a href="/movie/{n}">Raft {n}</a></h2><p>May 4, 196{n}</p></div>'
        for n in range(1, count + 1)
    )


def test_boxes_that_are_headed_by_links_to_films_are_a_list_on_a_page_of_films() -> None:
    listed = read_page("any_page", page(f"<h1>Popular Movies</h1>{boxes(5)}", title="Popular Movies — Base"))
    assert [(one.facts.title, one.facts.year) for one in listed.extracts][:2] == [("Raft 1", 1961), ("Raft 2", 1962)]
    assert len(listed.extracts) == 5
    film = read_page(
        "any_page", page(f"<h1>The Raft (1962)</h1><p>Director: Ada Field</p>{boxes(5)}", title="The Raft")
    )
    assert len(film.extracts) == 1


def test_escaped_markup_in_data_is_markup() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "Movie", "name": "The Raft", "review": [{"@type": "Review", '
        '"author": "knot", "reviewBody": "One raft.&lt;br&gt;No shore."}]}</script>'
    )
    found = read_page("any_page", page("<h1>The Raft</h1>", head=data))
    assert found.reviews[0].text == "One raft.\nNo shore."
