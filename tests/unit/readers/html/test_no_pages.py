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


TEASERS = (
    "The council has found the money to reopen the Regal, which a flood had closed.",
    "A comedy that was thought lost has turned up in a biscuit tin in the north.",
    "Projectionists marched on Saturday and left some of their reels in a fountain.",
    "The festival has named a jury of nine, two of whom have seen all of its films.",
)


def teased(headings: tuple[str, ...] = ("Regal to reopen", "Lost and found", "A march", "Nine of them")) -> str:
    return "".join(
        f'<article class="post"><h2><a href="/{place}">{heading}</a></h2><time datetime="2020-05-0{place}">May {place}'
        f"</time><p>{teaser} <a>Continue reading</a></p></article>"
        for place, (heading, teaser) in enumerate(zip(headings, TEASERS, strict=True), 1)
    )


@pytest.mark.parametrize("heading", ["Category: News", "Film", "Search results for “raft”", "Ann Lowe"])
def test_a_list_of_articles_is_none_of_them(heading: str) -> None:
    found = read_page("any_page", page(f"<main><h1>{heading}</h1>{teased()}</main>", title=f"{heading} | Reel Town"))
    assert found.extracts == ()
    assert any("lists articles" in one for one in found.remarks)


def test_an_article_above_a_list_of_others_is_read() -> None:
    shot = (
        "It was shot on a lake that has since been drained, and in the last reel one sees the bottom of it, and a bike."
    )
    body = f"<main><article><h1>How The Raft was made</h1>{TEXT}<p>{shot}</p></article><h2>More</h2>{teased()}</main>"
    found = read_page("any_page", page(body, title="How The Raft was made | Reel Town"))
    assert {ONE, TWO, shot} <= {fact.text for fact in found.trivia}


def test_a_films_page_with_news_of_it_is_read() -> None:
    facts = "<p>1962 | 94 min | Drama</p><p>Director: Ada Field</p><p>Cast: Cy Moss, Di Heath</p>"
    body = f"<main><h1>The Raft (1962)</h1>{facts}<p>{ONE}</p><h2>News</h2>{teased()}</main>"
    found = read_page("any_page", page(body, title="The Raft (1962) | Reel Town"))
    assert (facts_of(found).title, facts_of(found).directors) == ("The Raft", ("Ada Field",))


def test_the_headings_of_articles_below_a_review_wrote_no_reviews() -> None:
    body = f"<main><article><h1>The Raft (1962) review</h1>{TEXT}</article><h2>More</h2>{teased()}</main>"
    (review,) = read_page("any_page", page(body, title="The Raft (1962) review | Reel Town")).reviews
    assert review.author is None
    assert f"{ONE}\n\n{TWO}" in review.text


@pytest.mark.parametrize(
    ("reader", "title", "url", "body"),
    [
        ("imdb", "IMDb", "https://www.imdb.com/title/tt0083001/reviews/", "<div class='ipc-loader'></div>"),
        (
            "rotten_tomatoes",
            "Rotten Tomatoes: Movies | TV Shows",
            "https://www.rottentomatoes.com/m/raft",
            "<p>Oops!</p>",
        ),
    ],
)
def test_a_sites_own_name_is_no_film(reader: str, title: str, url: str, body: str) -> None:
    found = read_page(reader, page(body, title=title, url=url))
    assert found.extracts == ()
    assert "nothing was taken" in found.remarks[0]
