"""Pages that are one review: whose, of which film, with what score, and where the text begins and ends."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Review
from tui.readers.document import Document
from tui.readers.html.main_content import main_content
from tui.readers.html.page import Page

ONE = "The ferry leaves at six and comes back at nine, and nothing that matters happens on the water between."
TWO = "What is said on the quay is another thing, and the film has the patience to wait there with the women."
THREE = "I have seen it three times, and each time the dog at the end looked at somebody else."
TEXT = "".join(f"<p>{one}</p>" for one in (ONE, TWO, THREE))


def only(source: str) -> Review:
    (review,) = read_page("any_page", source).reviews
    return review


@pytest.mark.parametrize(
    ("body", "score"),
    [
        (f'<div role="img" aria-label="4 out of 5 stars"></div>{TEXT}', (4, 5)),
        (f"{TEXT}<p>Grade: B+</p>", (9, 12)),
        (f'<i aria-label="Betyg 4 av 5"></i>{TEXT}<p>120 views</p>', (4, 5)),
        (f'{TEXT}<p><i aria-label="2 out of 5 stars"></i><i aria-label="5 out of 5 stars"></i></p>', None),
        (f'{TEXT}<i aria-label="2 out of 5 stars"></i><aside><i aria-label="5 out of 5 stars"></i></aside>', (2, 5)),
    ],
)
def test_the_score_is_drawn_or_written_below(body: str, score: tuple[float, float] | None) -> None:
    review = only(page(f"<article><h1>The Ferry Review</h1>{body}</article>"))
    rating = review.rating
    assert review.text.startswith(ONE)
    assert "views" not in review.text
    assert (rating and (rating.value, rating.out_of)) == score


def test_a_films_title_over_a_signed_text_with_a_score_heads_a_review() -> None:
    post = (
        '<div class="hentry"><h3 class="post-title entry-title">The Ferry (Ada Field, 1963)</h3>'
        '<div class="post-body entry-content">{}</div><span class="post-author"><span class="fn">Mallard</span></span>'
        "</div>"
    )
    text = f"{ONE}<br /><br />{TWO}<br /><br />{THREE}"
    scored = read_page("any_page", page(post.format(text + "<br /><br />Rating: 3/5")))
    (review,) = scored.reviews
    assert (facts_of(scored).title, facts_of(scored).year, review.author) == ("The Ferry", 1963, "Mallard")
    assert review.text.split("\n\n")[:3] == [ONE, TWO, THREE]
    assert read_page("any_page", page(post.format(text))).reviews == []


def test_labels_and_the_films_sheet_around_a_text_are_no_part_of_it() -> None:
    said = {
        "@type": "Review",
        "itemReviewed": {"@type": "Movie", "name": "The Ferry"},
        "author": {"@type": "Person", "name": "Jo Reed"},
    }
    body = (
        f"<article><h1>The Ferry</h1><p>Recommended</p><h2>We say</h2>{TEXT}<p>Written by Jo Reed</p><h3>Details</h3>"
        "<ul><li>Duration: 94 mins</li><li>Director: Ada Field</li></ul></article>"
    )
    data = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    assert only(page(body, head=data)).text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_the_site_is_not_the_film_and_the_first_line_says_who_wrote() -> None:
    body = (
        "<table><tr><td>Home</td></tr></table><table><tr><td><b>Fähre (1963)</b><br>eine Kritik von "
        f"<a>Seeschwalbe</a>, geschrieben am 04.05.2005</td></tr><tr><td><p>{ONE} {TWO} {THREE}</p></td></tr></table>"
    )
    found = read_page("any_page", page(body, title="KinoBase - Reviews - Fähre (1963)"))
    assert (facts_of(found).title, facts_of(found).year) == ("Fähre", 1963)
    assert found.reviews[0].author == "Seeschwalbe"


def test_a_text_that_is_laid_out_in_a_table_is_content() -> None:
    body = f"<table><tr><td>Menu</td></tr><tr><td><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>"
    blocks = main_content(Page(Document.of_bytes("ferry.html", page(body).encode())))
    assert [block.text for block in blocks][-3:] == [ONE, TWO, THREE]


def test_the_one_box_of_a_page_of_one_review() -> None:
    body = (
        '<h2><a>The Ferry</a> (1963)</h2><div class="review_container"><a href="/u/heron"></a>'
        '<h3><a href="/review/5">A review by heron</a></h3><div class="rating">80%</div>'
        f'<h5>Written by <a href="/u/heron">heron</a> on May 4, 2020</h5><div class="teaser">{TEXT}</div></div>'
    )
    review = only(page(body, title="The Ferry (1963) - Review by heron — Base"))
    assert (review.author, review.date) == ("heron", "2020-05-04")
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (80, 100)


def test_a_day_in_a_box_of_its_own_is_the_reviews_unless_it_is_the_films() -> None:
    body = (
        '<article><h1>The Ferry review</h1><div class="releaseDate">1 May 1963</div>'
        f'<div class="newsHeader__date">4 May 2015</div>{TEXT}</article>'
    )
    assert only(page(body)).date == "2015-05-04"


def test_what_is_set_into_a_marked_text_is_no_part_of_it() -> None:
    body = (
        '<article itemscope itemtype="http://schema.org/Review"><h1 itemprop="name">Late</h1>'
        '<div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Movie">'
        '<meta itemprop="name" content="The Ferry"></div>'
        f'<div itemprop="reviewBody"><p>{ONE}</p><aside><p>Related: ten boats</p></aside><p>{TWO}</p></div></article>'
    )
    assert only(page(body)).text == f"{ONE}\n\n{TWO}"


def test_a_papers_own_marks_tell_who_wrote_it_when() -> None:
    head = '<meta name="byl" content="By ANN LOWE"><meta name="pdate" content="20080504">'
    review = only(page(f"<article><h1>Movie Review: The Ferry</h1>{TEXT}</article>", head=head))
    assert (review.author, review.date) == ("Ann Lowe", "2008-05-04")


def test_a_name_ends_with_its_line() -> None:
    review = only(page(f"<article><h1>The Ferry (1963) – Review</h1><p>By Kit Stone</p>{TEXT}</article>"))
    assert review.author == "Kit Stone"


def test_a_films_page_with_one_review_under_a_heading_that_says_whose_it_is() -> None:
    body = (
        "<h2>The Ferry <span>(1963)</span></h2><dl><dt>Director</dt><dd>Ada Field</dd><dt>Runtime</dt><dd>94 min</dd>"
        "<dt>Country</dt><dd>Austria</dd><dt>Cast</dt><dd>Bo Reed, Di Fen</dd></dl><h4>Synopsis by <a>Jo Reed</a></h4>"
        "<div><p>A ferry leaves too early, and a whole town has to wait.</p></div><section>"
        f"<h3>Review by <a>Kit Moor</a></h3><div>{TEXT}</div></section>"
    )
    found = read_page("any_page", page(body, title="The Ferry (1963) | Every Movie"))
    assert (facts_of(found).title, facts_of(found).directors) == ("The Ferry", ("Ada Field",))
    assert [(one.author, one.text) for one in found.reviews] == [("Kit Moor", f"{ONE}\n\n{TWO}\n\n{THREE}")]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Review: <em>The Ferry</em> Keeps Its Own Hours", "The Ferry"),
        ("Рецензия на фильм «Паром» (1964)", "Паром"),
        ("映画『渡し舟』感想　水のうえ", "渡し舟"),
        ("Review for The Ferry (1964)", "The Ferry"),
        ("영화 〈나룻배〉 리뷰", "나룻배"),
        ("Critique : Le Bac (1964) d'Ilse Vang", "Le Bac"),
        ("Il traghetto, la recensione del film di Ilse Vang", "Il traghetto"),
    ],
)
def test_the_film_of_a_review_as_its_heading_names_it(heading: str, title: str) -> None:
    found = read_page("any_page", page(f"<article><h1>{heading}</h1>{TEXT}</article>"))
    assert facts_of(found).title == title
    assert found.reviews[0].text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_people_below_a_review_are_its_films_and_the_score_is_no_part_of_its_text() -> None:
    below = "<p><em>Cast: Dora Kvist, Bent Holt<br>Director: Ilse Vang<br>Running time: 104 min</em></p><p>8/10</p>"
    found = read_page("any_page", page(f"<article><h1>The Ferry Review</h1>{TEXT}{below}</article>"))
    facts, (review,) = facts_of(found), found.reviews
    assert (facts.directors, facts.cast, facts.runtime_minutes) == (("Ilse Vang",), ("Dora Kvist", "Bent Holt"), 104)
    assert review.text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (8, 10)


def test_a_review_ends_where_the_films_title_heads_its_data() -> None:
    below = "<p>The Ferry</p><p>Not rated. In Norwegian.</p><p>If you buy a ticket there, we earn a commission.</p>"
    (review,) = read_page("any_page", page(f"<article><h1>The Ferry Review</h1>{TEXT}{below}</article>")).reviews
    assert review.text == f"{ONE}\n\n{TWO}\n\n{THREE}"


def test_what_only_the_heading_and_the_line_below_it_tell() -> None:
    body = f"<article><h1>Review: The Ferry (1964) – 8/10</h1><p>Review by Bo Marsh, March 1, 2014</p>{TEXT}</article>"
    (review,) = read_page("any_page", page(body)).reviews
    assert review.rating is not None
    assert (review.rating.value, review.author, review.date) == (8, "Bo Marsh", "2014-03-01")


def test_a_list_of_the_films_data_inside_of_the_text_is_no_part_of_it() -> None:
    data = "<dl><dt>Regie</dt><dd>Ilse Vang</dd><dt>Jahr</dt><dd>1964</dd><dt>Genre</dt><dd>Drama</dd>"
    data += "<dt>Land</dt><dd>Dänemark</dd></dl>"
    found = read_page("any_page", page(f"<article><h1>Die Fähre – Kritik</h1>{data}{TEXT}</article>"))
    assert found.reviews[0].text == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert (facts_of(found).directors, facts_of(found).year) == (("Ilse Vang",), 1964)
