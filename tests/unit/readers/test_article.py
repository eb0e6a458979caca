"""Articles and trivia pages come out by topic, without what the site put between."""

from __future__ import annotations

import msgspec
import pytest

from tests.unit.readers.articles import ARTICLES as PLAIN
from tests.unit.readers.articles import Article
from tests.unit.readers.articles_marked import MARKED
from tests.unit.readers.articles_papers import PAPERS
from tests.unit.readers.articles_sites import SITES
from tests.unit.readers.articles_telling import TELLING
from tests.unit.readers.reading import only
from tui.models import Extract, Remark
from tui.readers.article import READER
from tui.readers.document import Document
from tui.readers.registry import choose

ARTICLES = PLAIN + SITES + PAPERS + MARKED + TELLING


def read(text: str, name: str = "article.txt") -> Extract:
    return only(READER, text, name)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_its_reader_is_chosen_by_content(article: Article) -> None:
    assert choose(Document.of_bytes("download", article.text.encode())).reader.name == "article"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_the_film_it_is_about_is_found(article: Article) -> None:
    facts = read(article.text).facts
    assert (facts.title, facts.year) == (article.title, article.year)
    if article.synopsis:
        assert facts.synopsis == article.synopsis


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_every_piece_stands_once_under_its_topic(article: Article) -> None:
    trivia = read(article.text).trivia
    assert [(item.topic, item.spoiler) for item in trivia] == [(topic, spoiler) for topic, _, spoiler in article.items]
    for item, (_, start, _) in zip(trivia, article.items, strict=True):
        assert item.text.startswith(start)


@pytest.mark.parametrize("article", [one for one in ARTICLES if one.absent], ids=lambda article: article.name)
def test_no_line_of_the_site_gets_in(article: Article) -> None:
    everything = msgspec.json.encode(read(article.text)).decode()
    for phrase in article.absent:
        assert phrase not in everything


def test_votes_for_a_piece_of_trivia_are_kept_as_numbers() -> None:
    article = next(one for one in ARTICLES if one.name == "trivia-with-votes")
    assert [item.helpful for item in read(article.text).trivia] == [(123, 130), (45, 61), (9, 12)]


def test_a_film_that_was_concluded_is_marked_so() -> None:
    by_name = {article.name: read(article.text) for article in ARTICLES}
    assert not by_name["trivia-with-votes"].inferred
    assert by_name["common-word-as-title"].inferred


def test_a_name_below_the_first_paragraph_is_a_heading_and_above_it_a_byline() -> None:
    text = (
        "The Making of Harbour Lights\n\nAda Quill\n\nHarbour Lights opened in 1951, and nobody on the pier had asked"
        " for it or paid for it.\n\nRui Vale\n\nThe keeper of the lamp was played by a baker who had never been"
        " upstairs in his whole life.\n"
    )
    assert [item.topic for item in read(text).trivia] == [None, "Rui Vale"]


def test_the_box_of_facts_is_taken_and_no_trivia() -> None:
    by_name = {article.name: read(article.text) for article in ARTICLES}
    facts = by_name["encyclopaedia-with-its-box-of-facts"].facts
    assert (facts.directors, facts.runtime_minutes, facts.countries) == (("Ines Quarrel",), 94, ("Portugal",))
    below = by_name["box-of-facts-whose-values-stand-below-and-headings-one-upon-the-other"].facts
    assert below.cast == ("Berta Lousa", "Rui Vale", "Sir Rui Vale")
    assert below.extra["Based on"] == "The Lamp, by Tom Marsh"


def test_a_sheet_of_facts_below_a_heading_is_taken_and_no_trivia() -> None:
    text = (
        "Les Lampes du port\n\nLes Lampes du port est un film de 1951, dont on ne connaît plus que le chien."
        "\n\nFiche technique\n\nRéalisation : Ines Quarrel\nDurée : 99 minutes\n\nAutour du film\n\nLe chien avait été"
        " emprunté à un boulanger du quai, qui ne l'a jamais réclamé à personne.\n"
    )
    found = read(text)
    assert (found.facts.directors, found.facts.runtime_minutes) == (("Ines Quarrel",), 99)
    assert [item.topic for item in found.trivia] == [None, "Autour du film"]


def test_sentences_that_are_no_part_of_the_article_are_told_of_and_its_own_lines_are_not() -> None:
    body = "The Making of Harbour Lights\n\nHarbour Lights opened in 1951, and nobody on the pier had asked for it.\n"
    tail = "\n2 Comments\n\nlampfan\nI saw it with my aunt on the pier, and we cried at the fog.\n"
    whole = list(READER.read(Document.of_bytes("a.txt", (body + tail).encode())))
    assert [one.lines for one in whole if isinstance(one, Remark)] == [(8, 8)]
    assert not [one for one in READER.read(Document.of_bytes("a.txt", body.encode())) if isinstance(one, Remark)]


def test_a_log_with_a_film_in_each_heading_is_surely_no_article() -> None:
    told = "Good, and foggy, all of it. I would see it again on a ship with a dog and a lamp.\n"
    log = f"# Films of 1976\n\n## Fog Quay (1951) — 8/10\n\n{told}\n## Salt Line (1975) — 6/10\n\n{told}"
    assert READER.match(Document.of_bytes("log.md", log.encode())).sure < 0.5
    assert READER.match(Document.of_bytes("a.md", log.replace("(1975)", "").replace("(1951)", "").encode())).sure > 0.5


def test_a_paragraph_that_is_set_in_names_all_its_lines() -> None:
    told = "   The lamps of scene {} were lit by hand every evening,\nand nobody of the crew was let up to them.\n"
    found = read("The Making of Lantern Row (1987)\n\n" + "".join(map(told.format, "abcd")))
    assert [item.sources[0].lines for item in found.trivia] == [(3, 4), (5, 6), (7, 8), (9, 10)]
    assert found.source.lines == (1, 10)


def test_a_year_before_the_title_is_the_films() -> None:
    text = (
        "Fog and All: 1951's Harbour Lights and the Baker on the Stairs\n\nEvery generation has a film that it was"
        " too young for, and ours was Harbour Lights, with its fog.\n\nThe Lamp\n\nThe lamp of Harbour Lights was"
        " lent by a baker, who never asked for it again in his whole life.\n"
    )
    facts = read(text).facts
    assert (facts.title, facts.year) == ("Harbour Lights", 1951)


def test_short_comments_below_long_paragraphs_make_no_film_page() -> None:
    told = "The lamp of Harbour Lights was lent by a baker, who never asked anybody on the quay for it in his life.\n"
    tail = "2 comments\nlampfan: I saw it and hid.\n"
    text = f"Harbour Lights, again\n02/03/2013\n\n{told}\n{told}\nThe Lamp\n{told}\n{tail}"
    assert choose(Document.of_bytes("a.txt", text.encode())).reader.name == "article"


def test_a_box_that_ends_in_a_field_is_the_sites() -> None:
    told = "The lamp of Harbour Lights was lent by a baker, who never asked anybody on the quay for it in his life.\n"
    box = "Free weekly email\nThe Quay: our writers on fog and lamps, every Friday.\nEnter address\n"
    found = read(f"The Making of Harbour Lights (1951)\n\n{told}\nShare 1,204\n\n{box}\nThe Lamp\n\n{told}")
    assert [item.topic for item in found.trivia] == [None, "The Lamp"]
    assert not any("Quay:" in item.text or "Share" in item.text for item in found.trivia)


def test_a_warning_of_what_comes_flags_what_follows_it() -> None:
    items = "\n".join(f"#{n}. The lamp number {n} was lent by a baker who never asked for it again.\n" for n in (1, 2))
    text = f"Things about Harbour Lights (1951)\n\n{items}\nWARNING: the rest is for those who have seen it!\n\n"
    found = read(text + "#3. The keeper drowns, and it is the baker who lights the lamp in the last picture.\n")
    assert [item.spoiler for item in found.trivia] == [False, False, True]
