"""Film pages come out whole, whatever their layout."""

from __future__ import annotations

import msgspec
import pytest

from tests.unit.readers.film_pages_copies import COPIES
from tests.unit.readers.film_pages_fields import FIELDS
from tests.unit.readers.film_pages_marks import MARKS
from tests.unit.readers.film_pages_notes import NOTES
from tests.unit.readers.film_pages_pasted import PASTED
from tests.unit.readers.film_pages_repeats import REPEATS
from tests.unit.readers.film_pages_rows import ROWS
from tests.unit.readers.film_pages_sites import SITES
from tests.unit.readers.film_pages_voices import VOICES
from tests.unit.readers.film_pages_world import WORLD
from tests.unit.readers.page import Page
from tests.unit.readers.reading import only
from tui.models import Extract, Review
from tui.readers.document import Document
from tui.readers.film_page import READER
from tui.readers.registry import choose

PAGES = (*SITES, *NOTES, *WORLD, *COPIES, *PASTED, *FIELDS, *ROWS, *MARKS, *REPEATS, *VOICES)


def read(text: str, name: str = "page.txt") -> Extract:
    return only(READER, text, name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_reader_is_chosen_by_content(page: Page) -> None:
    assert choose(Document.of_bytes("download", page.text.encode())).reader.name == "film-page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_fact_is_found(page: Page) -> None:
    facts = read(page.text).facts
    for name, value in page.facts.items():
        assert getattr(facts, name) == value, name
    if page.rating:
        assert page.rating in [(rating.value, rating.out_of) for rating in facts.ratings]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_review_has_its_author_rating_and_date(page: Page) -> None:
    reviews = read(page.text).reviews
    shown = [(one.author, one.rating and (one.rating.value, one.rating.out_of), one.date) for one in reviews]
    assert shown == [(author, rating, date) for author, _, rating, date in page.reviews]
    for review, (_, start, _, _) in zip(reviews, page.reviews, strict=True):
        assert review.text.startswith(start)


@pytest.mark.parametrize("page", [page for page in PAGES if page.absent], ids=lambda page: page.name)
def test_no_line_of_the_site_gets_in(page: Page) -> None:
    everything = msgspec.json.encode(read(page.text)).decode()
    for phrase in page.absent:
        assert phrase not in everything


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_review_cites_the_lines_it_stands_on(page: Page) -> None:
    lines = page.text.split("\n")
    for review in read(page.text).reviews:
        first, last = review.sources[0].lines
        assert 1 <= first <= last <= len(lines)
        assert review.text.split("\n")[0][:12] in " ".join(lines[first - 1 : last])


def reviews_of(lines: str) -> tuple[Review, ...]:
    return read(f"Some Film\n1999 | 100 min | PG\n\nReviews\n\n{lines}").reviews


def test_a_name_of_two_words_before_the_text_is_seen_by_the_capital_that_follows() -> None:
    first, second = reviews_of("Corvin Bird There are few like it.\nTelvarra Really Surprised!\n")
    assert (first.author, first.text) == ("Corvin Bird", "There are few like it.")
    assert (second.author, second.text) == ("Telvarra", "Really Surprised!")


def test_an_open_border_keeps_the_whole_line() -> None:
    review = reviews_of("Corvin Marlow Fishes everywhere in this one.\nbob_7 Good.\nann_8 Fine.\n")[0]
    assert review.line == "Corvin Marlow Fishes everywhere in this one."


def test_paragraphs_that_a_scraper_glued_are_parted() -> None:
    review = reviews_of("bob_7 It starts at sea.The captain is dead by 3.5 minutes in.\nann_8 Fine.\n")[0]
    assert review.text == "It starts at sea.\n\nThe captain is dead by 3.5 minutes in."


def test_an_announced_spoiler_is_flagged() -> None:
    reviews = reviews_of("bob_7 *** SPOILERS *** The dog did it.\nann_8 No spoilers here, go and see it.\n")
    assert [review.spoiler for review in reviews] == [True, False]


def test_reviews_with_scores_in_many_scripts_are_reviews_and_none_is_lost() -> None:
    text = "".join(
        f"{author} — 8/10\n{said}\n\n"
        for author, said in (
            ("Ana Bird", "The fog is a fine one, and so is the quay."),
            ("Иван Петров", "Туман хорош, и причал тоже хорош."),
            ("黒澤明", "霧のような静かな映画です。"),
            ("สมชาย", "หนังเรื่องนี้ดีมาก ผมชอบหมอกและท่าเรือทุกแห่ง"),
        )
    )
    document = Document.of_bytes("page.txt", f"Paper Harbour (1987)\n\nReviews\n\n{text}".encode())
    assert choose(document).reader.name == "film-page"
    found = read(document.text)
    assert [review.author for review in found.reviews] == ["Ana Bird", "Иван Петров", "黒澤明", "สมชาย"]


def test_a_page_whose_lines_begin_with_names_is_no_article_and_no_critics_review() -> None:
    names = ("Zabofen", "mudlark9", "Kestrel Bird", "lorest82", "Tavirmin", "reel_57")
    short = "".join(
        f"{name} {said}\n" for name, said in zip(names[:3], ("So so", "Fine (10/10).", "Dull"), strict=True)
    )
    long = "".join(
        f"{name} {'It hums like a street at four, and the lamps outdo the men. ' * 5}\n" for name in names[3:]
    )
    plot = "A man keeps one street dark and nobody on the council asks him why."
    head = f"G | 27 October 1973 (USA)\nLantern Row Trailers\n\n{plot}\n"
    text = f"{head}\n{short}{long}"
    assert choose(Document.of_bytes("page.txt", text.encode())).reader.name == "film-page"
    assert len(read(text).reviews) == len(names)


def test_a_short_sentence_that_opens_a_page_without_a_title_is_the_synopsis() -> None:
    page = read("Two sisters keep one lamp for a king.\nWatch Now\nReviews\nbob_7\nGood.\nann_8\nFine.\n")
    assert page.facts.synopsis == "Two sisters keep one lamp for a king."
    assert page.facts.title is None


def test_a_title_that_ends_like_a_pages_name_is_whole_where_the_texts_say_so() -> None:
    said = "bob_7 I saw Lantern Movie twice.\nann_8 Fine.\n"
    text = f"Lantern Movie\n\n1987\n7.1| 1h38m| PG| en\nDetails\n\nReviews\n\n{said}"
    assert read(text).facts.title == "Lantern Movie"


def test_a_figure_behind_the_day_of_a_post_is_its_number_and_no_score() -> None:
    posts = read(
        "Paper Harbour (1988)\n\nReviews\n\nheron\nMay 4, 2020 1\nIt floats.\n\ngull\nMay 5, 2020 2\nIt sinks.\n"
    )
    assert [(one.author, one.rating, one.date) for one in posts.reviews] == [
        ("heron", None, "2020-05-04"),
        ("gull", None, "2020-05-05"),
    ]
