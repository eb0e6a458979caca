"""Loose reviews: one text, perhaps with HTML breaks, a title line, a closing score."""

from __future__ import annotations

from typing import Self

import pytest

from tests.unit.readers.reading import only
from tui.errors import DocumentError
from tui.models import Extract
from tui.readers.document import Document
from tui.readers.loose_review import READER
from tui.readers.registry import answers, choose

PROSE = (
    "I came for the boats.<br /><br />The captain is dead in 3.5 minutes &amp; the dog lives. Nobody has fed it. 8/10"
)


def read(text: str) -> Extract:
    return only(READER, text, "x")


def test_its_reader_is_chosen_by_content() -> None:
    assert choose(Document.of_bytes("download.bin", PROSE.encode())).reader.name == "loose-review"


def test_html_breaks_part_paragraphs_and_nothing_is_lost() -> None:
    review = read(PROSE).reviews[0]
    assert review.text.split("\n\n") == [
        "I came for the boats.",
        "The captain is dead in 3.5 minutes & the dog lives. Nobody has fed it. 8/10",
    ]


def test_a_score_that_closes_the_text_is_its_rating() -> None:
    rating = read(PROSE).reviews[0].rating
    assert rating
    assert (rating.value, rating.out_of) == (8, 10)


def test_no_film_and_no_author_are_invented() -> None:
    extract = read(PROSE)
    assert extract.facts.title is None
    assert extract.reviews[0].author is None


def test_a_first_line_with_title_and_year_names_the_film() -> None:
    extract = read("Mask (1985)\n\nA large heart under a large face, and a bike that starts at once.\n\nIt moved me.")
    assert (extract.facts.title, extract.facts.year) == ("Mask", 1985)
    assert extract.reviews[0].text.startswith("A large heart")


@pytest.mark.parametrize("score", [" - 8/10", " — 8/10", ": 8/10", " ★★★★", ", 80%"])
def test_a_score_behind_the_title_is_the_reviews(score: str) -> None:
    extract = read(f"Mask (1985){score}\n\nA large heart under a large face.\nAnd a bike that starts at once.\n")
    assert (extract.facts.title, extract.facts.year) == ("Mask", 1985)
    rating = extract.reviews[0].rating
    assert rating is not None
    assert rating.value / rating.out_of == 0.8
    assert extract.reviews[0].text.startswith("A large heart")


def test_who_wrote_it_may_stand_below_the_title() -> None:
    review = read("Mask (1985)\nby Jo Tern, 3 May 2014\n\nA large heart.\nAnd a bike that starts at once.\n").reviews[0]
    assert (review.author, review.date) == ("Jo Tern", "2014-05-03")
    assert review.text.startswith("A large heart")


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The harbour at night is worth the ticket, and the boats are\n"
        "counted by a man who never says why. It goes on too long after\n"
        "that, but I forgave it.\n\nThe dog lives, which is more than can be said of\nthe captain."
    )
    assert read(text).reviews[0].text.count("\n") == 2


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "white space"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 200_000, "white space"),
    ],
)
def test_what_holds_no_text_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        choose(Document.of_bytes("x", raw))
    assert caught.value.remedy


def test_every_reader_that_was_asked_is_told() -> None:
    asked = answers(Document.of_bytes("x", PROSE.encode()))
    assert {"film-page", "article", "loose-review"} <= {one.reader.name for one in asked}
    assert [one.match.sure for one in asked] == sorted((one.match.sure for one in asked), reverse=True)
    assert all(one.match.why for one in asked)


def test_a_line_larger_than_any_page_is_refused_without_being_held() -> None:
    class Endless:
        def read(self, size: int = -1) -> bytes:
            return b"x" * max(size, 0)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    document = Document("x", Endless, 300 << 20)  # type: ignore[arg-type]
    with pytest.raises(DocumentError, match="larger"):
        list(READER.read(document))


@pytest.mark.parametrize(
    "text",
    [
        "x=1\n",
        "import os\n\n\ndef main():\n    for name in os.listdir():\n        print(name)\n\n\nmain()\n",
        "body {\n  margin: 1px;\n}\n.lamp { color: red; }\n",
        "Mar 03 10:22:01 host lampd[221]: accepted\nMar 03 10:22:02 host lampd[221]: lit\n",
        "Milk\nEggs\nBread\n",
    ],
    ids=["assignment", "program", "style sheet", "log", "list"],
)
def test_what_is_no_text_about_a_film_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(DocumentError, match="no text about a film"):
        choose(Document.of_bytes("lamp.txt", text.encode()))


@pytest.mark.parametrize("text", ["best film ever made", "Great. Loved it", "A lamp = a life; that is all it says."])
def test_a_short_opinion_is_still_a_review(text: str) -> None:
    assert choose(Document.of_bytes("lamp.txt", text.encode())).reader.name == "loose-review"
