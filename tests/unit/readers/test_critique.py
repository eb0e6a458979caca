"""A review that fills its page is one review, whatever stands around it."""

from __future__ import annotations

import pytest

from tui.models import Extract
from tui.readers.document import Document
from tui.readers.registry import choose

BODY = """\
The boats in this harbour are folded out of letters, and so is the plot, which opens slowly and with great care until \
nothing is left of it but a wet sheet of paper.

Ada Field directs her actors as if they could drift. She lets them go, pulls the rope at the last moment, and looks \
surprised herself at what comes back to the quay.

I would have liked less weather. I would not have missed a minute of the clerk.
"""


def read(text: str) -> tuple[str, Extract]:
    document = Document.of_bytes("page.txt", text.encode())
    reader = choose(document).reader
    found = [one for one in reader.read(document) if isinstance(one, Extract)]
    assert len(found) == 1
    return reader.name, found[0]


@pytest.mark.parametrize(
    ("head", "title", "year"),
    [
        ("Review: Paper Harbour (1987)\nBy Ivo Kell\n3 May 2014\n", "Paper Harbour", 1987),
        ("Paper Harbour review – letters at sea\nIvo Kell, 3 May 2014\n", "Paper Harbour", None),
        ("# “Paper Harbour” Movie Review\n\n*By Ivo Kell on May 3, 2014*\n", "Paper Harbour", None),
        ("Kritik zu Paper Harbour\nvon Ivo Kell, 3. Mai 2014\n", "Paper Harbour", None),
        ("Blogs | Lists | Interviews\n\nPaper Harbour\n★★★½\nIvo Kell\nMay 3, 2014\n", "Paper Harbour", None),
    ],
)
def test_headline_and_byline_are_told_apart(head: str, title: str, year: int | None) -> None:
    name, found = read(f"{head}\n{BODY}\n\nRating: 3.5/5\n\nRelated reviews\nComments are closed\n")
    assert (name, found.facts.title, found.facts.year) == ("critique", title, year)
    (review,) = found.reviews
    assert (review.author, review.date) == ("Ivo Kell", "2014-05-03")
    assert review.rating is not None
    assert review.rating.share == 0.7
    assert review.text == BODY.strip()
    assert not found.facts.ratings  # the critic's score is not the film's


def test_facts_below_the_text_are_facts() -> None:
    people = "\nCast\nDee Rowan as the clerk\n\nDirected by\nAda Field\n\n118 minutes\nRated PG\n"
    _, found = read(f"Review: Paper Harbour\nby Ivo Kell\n\n{BODY}{people}")
    facts = found.facts
    assert (facts.directors, facts.runtime_minutes, facts.certificate) == (("Ada Field",), 118, "PG")
    assert facts.cast == ("Dee Rowan",)
    assert "Ada Field directs" in found.reviews[0].text
    assert "118" not in found.reviews[0].text


def test_a_score_below_a_titled_text_makes_it_a_review() -> None:
    name, found = read(f"Paper Harbour (1987)\n\n{BODY}\n7/10\n")
    (review,) = found.reviews
    assert (name, found.facts.title, found.facts.year) == ("loose-review", "Paper Harbour", 1987)  # no byline: no page
    assert not found.trivia
    assert review.rating is not None
    assert (review.rating.value, review.text) == (7, BODY.strip())


def test_a_page_of_several_reviews_is_none() -> None:
    more = "\n\nby Mo Pike ★★★\n\nI slept through most of it, and I am told that the boats did not sink at all.\n"
    name, found = read(f"Paper Harbour (1987)\n118 min | PG\n\nReviews\n\nby Ivo Kell ★★\n\n{BODY}{more}")
    assert name == "film-page"
    assert [review.author for review in found.reviews] == ["Ivo Kell", "Mo Pike"]


def test_a_text_that_is_broken_at_an_even_width_names_all_its_lines() -> None:
    _, found = read(
        "Lantern Row (1987)\nReview by Ada Quill\n\n"
        "The lamps of this film are lit by hand, and nobody in the harbour is let\n"
        "up to them before the night has come and the boats have gone out to sea\n"
        "without a word, which is how the whole of the first hour passes us by.\n\n"
        "Then a letter comes, and the film wakes up: the clockmaker runs through\n"
        "the rain, the music falls silent, and for once nobody explains to us what\n"
        "we have just seen on the screen, which is the best thing about this film.\n\n"
        "Rating: 3.5/4\n"
    )
    assert found.reviews[0].sources[0].lines == (4, 10)
