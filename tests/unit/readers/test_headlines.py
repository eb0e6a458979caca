"""The film of an article whose headline only hints at it, and the films of an article about several."""

from __future__ import annotations

import pytest

from tests.unit.readers.reading import Read, read_with
from tui.readers.article import READER
from tui.readers.document import Document
from tui.readers.pages.headlines import cued
from tui.readers.pages.subject import subject_of

SEVERAL = """\
9 things nobody told you about the harbour films
By Rufus Pell

Nobody expected more than one of them. Here is what happened behind the sheds of three.

Paper Harbour (1988)

1. The boats were folded at night, by the cook.
2. The fog came out of a bakery.

Salt Pier (1990)

3. The pier was built twice, the second time by the sea.

Lantern Row (1991)

4. There were nine lamps, and a boy to light them.
"""


def told_by(text: str) -> Read:
    return read_with(READER, Document.of_bytes("article.txt", text.encode()))


@pytest.mark.parametrize(
    ("headline", "film"),
    [
        ("Salt Pier: Did You Know?", "Salt Pier"),
        ("Salt Pier - Zajímavosti", "Salt Pier"),
        ("Salt Pier | Behind the Scenes", "Salt Pier"),
        ("Salt Pier: The Keeper", "Salt Pier: The Keeper"),
    ],
)
def test_a_heading_of_trivia_behind_a_name_announces_it(headline: str, film: str) -> None:
    assert cued(headline) == film


@pytest.mark.parametrize(
    ("headline", "paragraph", "title"),
    [
        (
            "The Fog Never Lifts: How Lanterns Got Away With It",
            "And then there is Lanterns, which goes out.",
            "Lanterns",
        ),
        ("Co o filmu Lucerna nevíte", "Lucerna pak dostala cenu a kapitán spal.", "Lucerna"),
        ("FAQ: Three Lamps: Salt (1994)", "The keeper sees Salt first of all.", "Three Lamps: Salt"),
        ("WHO PUT OUT THE LAMP?", "Rufus Pell's Lanterns was released in the autumn.", "Lanterns"),
        (
            "WHO PUT OUT THE FIRE?",
            "Ada Quill's Last Lamp was released; we love Ada Quill's Last Lamp.",
            "Ada Quill's Last Lamp",
        ),
    ],
)
def test_a_headline_or_the_first_paragraph_names_the_film(headline: str, paragraph: str, title: str) -> None:
    subject = subject_of(headline, [paragraph], [paragraph])
    assert subject is not None
    assert subject.title == title


def test_what_stands_below_the_name_of_a_film_is_told_of_that_one() -> None:
    read = told_by(SEVERAL)
    assert read.titles == [(None, None), ("Paper Harbour", 1988), ("Salt Pier", 1990), ("Lantern Row", 1991)]
    assert [len(extract.trivia) for extract in read.extracts] == [1, 2, 1, 1]
    assert {item.topic for item in read.trivia} == {None}


def test_of_a_film_that_the_headline_names_everything_is_told() -> None:
    read = told_by(SEVERAL.replace("9 things nobody told you about the harbour films", "Paper Harbour (1988)"))
    assert read.titles == [("Paper Harbour", 1988)]


def test_a_signature_below_the_headline_is_none() -> None:
    text = "The Lamp Strikes Back\nA column by Ada Quill\n\n" + "The keeper of the lamp slept through the storm. " * 3
    text += "\n\n" + "Nobody on the pier had paid for the oil, and nobody would. " * 3
    text += "\n\nAda Quill's book of columns is sold at the pier."
    told = " ".join(item.text for item in told_by(text).trivia)
    assert told.startswith("The keeper")
    assert told.endswith("nobody would.")


def test_the_first_line_of_a_broken_paragraph_is_no_title() -> None:
    lines = [
        "The lamp in the window burns for as long as the keeper is",
        "awake: that is the law of the house and of the",
    ]
    text = "\n".join([*lines, "pier, and nobody has ever broken it."]) + "\n\n"
    trivia = told_by(text * 3).trivia
    assert trivia[0].text.startswith("The lamp in the window")
