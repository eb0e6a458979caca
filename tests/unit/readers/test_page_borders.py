"""Where one thing ends and the next begins: author and text, review and review, article and site."""

from __future__ import annotations

import pytest

from tui.models import Extract, Review
from tui.readers.article import READER as ARTICLE
from tui.readers.base import Reader
from tui.readers.document import Document
from tui.readers.film_page import READER as PAGE
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.lines import lines_of
from tui.readers.pages.names import PageWords, split_author
from tui.readers.pages.statements import statements
from tui.readers.pages.subject import subject_of
from tui.readers.registry import choose

HEAD = "Lantern Row\n\n1987\n6.4| 1h38m| PG| en\nDetails\n\nA man keeps one street dark for a reason.\n\nReviews\n\n"


def read(reader: Reader, text: str) -> Extract:
    found = [one for one in reader.read(Document.of_bytes("some.txt", text.encode())) if isinstance(one, Extract)]
    assert len(found) == 1
    return found[0]


def pairs(reviews: tuple[Review, ...]) -> list[tuple[str | None, str]]:
    return [(str(one.author) if one.author else None, str(one.text)) for one in reviews]


@pytest.mark.parametrize("verdict", ["8.1/10. Recommended", "Ada Quill 10/10", "Ten out of ten, 10/10 again"])
def test_a_score_within_one_text_makes_no_layout(verdict: str) -> None:
    lines = [
        f"tinker_31 {verdict}",
        "Moravel This street is longer than it looks and so is the film, alas.",
        "Quennick I saw it twice in one week and the dog saw it once.",
        "Bardolin My uncle lit lamps for a living and he wept.",
        "nightcart77 The fog does most of the acting.",
    ]
    found = read(PAGE, HEAD + "\n".join(lines) + "\n").reviews
    assert [author for author, _ in pairs(found)] == ["tinker_31", "Moravel", "Quennick", "Bardolin", "nightcart77"]
    assert found[0].text == verdict


def test_one_liners_that_look_like_names_do_not_alternate() -> None:
    texts = [
        "Orvelin Rebel Yell",
        "Tandemo Pure Gold",
        "pinbox9 The Lamps",
        "Ostrave This one burns slowly, as it should.",
    ]
    found = read(PAGE, HEAD + "\n".join(texts) + "\n").reviews
    assert [author for author, _ in pairs(found)] == ["Orvelin", "Tandemo", "pinbox9", "Ostrave"]


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("Ploverin 30 Years On And Still Bright!", None, "Ploverin"),
        ("Ada Hale Grumpy Lamps Just Never Die", None, "Ada Hale"),
        ("Iris Sandqvist and I for one was glad of the dark.", None, "Iris Sandqvist"),
        ("Moravel Cutter Lane is the better film of the two.", "Cutter Lane", "Moravel"),
        ("Kestrim Textbook Cinema", None, "Kestrim"),
        ("clara hart The lamps are the best thing in it.", None, "clara hart"),
    ],
)
def test_where_a_name_ends(line: str, title: str | None, author: str) -> None:
    words = PageWords.of([line, "the lamps are lit and the best of them is the thing that you think about"]).about(
        title
    )
    found = split_author(line, words)
    assert found is not None
    assert found.author == author


def test_texts_glued_by_a_link_may_begin_in_lower_case() -> None:
    text = "What a street\nView Morewhen the fog comes you will see\nView MoreThe Lantern review\nView More"
    assert [one for _, one in pairs(read(PAGE, text).reviews)] == [
        "What a street",
        "when the fog comes you will see",
        "The Lantern review",
    ]


def test_the_foot_of_a_page_is_no_part_of_its_last_review() -> None:
    text = HEAD + (
        "by Orla Finch | 8/10 | 3 May 2014\nThe fog is real, and so is the cough.\n\n"
        "by wick_4 | 6/10 | 9 June 2015\nToo dark to see the plot.\n\n"
        "by Tam | 9/10 | 1 July 2016\nI walked home by another road.\n\nEditors' corner\n1 2 3 ... 40 Onward\n"
    )
    assert pairs(read(PAGE, text).reviews)[-1] == ("Tam", "I walked home by another road.")


def test_scores_above_names_belong_to_them() -> None:
    text = HEAD + (
        "8\nfogbank_2\nMar 3, 2017\nI could smell the oil.\n\n"
        "4\nHester Vane\nApr 1, 2017\nSomebody ought to have lit a lamp.\n"
    )
    found = read(PAGE, text).reviews
    assert [(one.author, one.rating.value if one.rating else None) for one in found] == [
        ("fogbank_2", 8),
        ("Hester Vane", 4),
    ]


def test_stars_above_a_signed_quotation_belong_to_it() -> None:
    text = HEAD + (
        "★★★★★\n“Nobody carries a ladder like that any more.” — Otto Pell, Nov 2014\n\n"
        "★★\n“I counted lamps.” — sootfoot, May 2019\n"
    )
    found = read(PAGE, text).reviews
    assert [(one.author, one.rating.value if one.rating else None, one.date) for one in found] == [
        ("Otto Pell", 5, "2014-11"),
        ("sootfoot", 2, "2019-05"),
    ]


def test_a_date_below_a_text_is_its_own() -> None:
    text = (
        HEAD
        + "wick writes: I shut my eyes.\nPosted on 8 January 2007\n\nTam Orr writes: So did I.\nPosted on 9 May 2008"
    )
    assert [(one.author, one.text, one.date) for one in read(PAGE, text).reviews] == [
        ("wick", "I shut my eyes.", "2007-01-08"),
        ("Tam Orr", "So did I.", "2008-05-09"),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Directed by: Ann Orr    Audio: English", ["Directed by: Ann Orr", "Audio: English"]),
        ("**Runtime:** 88 min  **Certificate:** 12", ["**Runtime:** 88 min", "**Certificate:** 12"]),
        ("162 mins   More at that place", ["162 mins", "More at that place"]),
        (
            "2006. Spain. 118 minutes. Spanish with English subtitles. Rated R.",
            ["2006 | Spain | 118 minutes | Spanish with English subtitles | Rated R"],
        ),
        ("(1973, Ann Orr) 110 mins", ["1973", "Directed by Ann Orr", "110 mins"]),
        ("He lit the lamp. Then he left. Nobody came.", ["He lit the lamp. Then he left. Nobody came."]),
    ],
)
def test_statements_in_one_line_are_parted(line: str, parts: list[str]) -> None:
    assert [one.text for one in statements(lines_of(line))] == parts


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Director Ann Orr", "directors", ("Ann Orr",)),
        ("Written and directed by Ann Orr", "directors", ("Ann Orr",)),
        ("Language(s): English", "languages", ("en",)),
        ("In Italian", "languages", ("it",)),
        ("Tagline — One street stays dark.", "tagline", "One street stays dark."),
        ("Finland | Drama | K-12 | 97'", "certificate", "K-12"),
        ("DIRECTOR ...... Ann Orr", "directors", ("Ann Orr",)),
        ("Dir: Ann Orr, cert 15, Finland 1987", "directors", ("Ann Orr",)),
        ("Dir: Ann Orr, cert 15, Finland 1987", "certificate", "15"),
        ("Film français de Ann Orr (1987)", "directors", ("Ann Orr",)),
        ("12 mars 1987 en salle | Drame", "released", "1987-03-12"),
        ("Regia di Ann Orr. Genere Drammatico - Italia, durata 98 minuti.", "countries", ("Italia",)),
    ],
)
def test_facts_are_read_without_their_usual_marks(line: str, name: str, value: object) -> None:
    facts = read(PAGE, f"Lantern Row (1987)\nRunning time: 98 min\n{line}\n\nSynopsis\n\nA lamp is lit.\n").facts
    assert getattr(facts, name) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Nota: 8,3 (45.120 votos)", (8.3, 10)),
        ("★★★★☆ (318 votes)", (4, 5)),
        ("Wertung der Redaktion: 4,2 von 5 Sternen (1.204 Stimmen)", (4.2, 5)),
        ("79\nMETASCORE", (79, 100)),
    ],
)
def test_scores_are_read_beside_their_votes(line: str, value: tuple[float, float]) -> None:
    (rating,) = read(PAGE, f"Lantern Row (1987)\n98 min\n{line}\n\nSynopsis\n\nA lamp is lit.\n").facts.ratings
    assert (rating.value, rating.out_of) == value


@pytest.mark.parametrize(
    ("line", "author", "score"),
    [
        ("wick_4 - 26 dicembre 2009 - voto 9", "wick_4", 9),
        ("Ada Quill ocenił(a) ten film na: 8", "Ada Quill", 8),
        ("Ada Quill, 13.03.2011, ocena: 10/10", "Ada Quill", 10),
        ("10/10 par Ada Quill le 8 décembre 2013", "Ada Quill", 10),
    ],
)
def test_a_score_that_a_word_announces_is_one(line: str, author: str, score: int) -> None:
    (review,) = read(PAGE, f"{HEAD}{line}\nThe fog does most of the acting, and all of the lighting.\n").reviews
    assert (review.author, review.text[:7]) == (author, "The fog")
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (score, 10)


@pytest.mark.parametrize(
    "line",
    [
        "Zobacz wszystkie opinie", "25 de 27 usuarios han encontrado esta crítica útil", "すべての映画レビューを見る",
        "Показать все отзывы", "View All (1000+) audience reviews", "Mehr Kritiken laden", "Posts: 1,244",
    ],
)  # fmt: skip
def test_links_and_counters_are_known_in_any_language(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["All the cast is great", "More fog than film", "I read every review of it first."])
def test_a_short_review_is_no_link(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("headline", "film"),
    [
        ("The Making of Lantern Row", "Lantern Row"),
        ("10 Things You Didn't Know About Lantern Row", "Lantern Row"),
        ("Why Lantern Row still matters", "Lantern Row"),
        ("Mistakes you never saw in Lantern Row", "Lantern Row"),
        ("Episode 77: Lantern Row", "Lantern Row"),
        ("Lantern Row and its lamps: a walk", None),
    ],
)
def test_a_headline_announces_its_film_even_where_the_text_does_not_name_it(headline: str, film: str | None) -> None:
    text = ["Nobody at the studio believed that one lamp could light a whole street."]
    found = subject_of(headline, text, text)
    assert (found.title if found else None) == film


ARTICLE_TEXT = """\
The Morning Kettle
Sections ≡   Sign in

Forget the lamps: how Lantern Row was filmed in the dark

Perpetua Lindqvist
Senior culture correspondent
Thu 20 Jun 2024 06.00 BST

Nobody at the studio believed that one lamp could light a film, and Lantern Row opened in 1987 to prove it.

The missing street

The street was built twice, because the first one had been set up facing the sun and threw shadows to the wrong side.

It cost them a summer.

Film
Perpetua Lindqvist
features
wick_4 2 hours ago
I was there when they lit it.
"""


def test_an_article_begins_at_its_headline_and_ends_with_its_text() -> None:
    found = read(ARTICLE, ARTICLE_TEXT)
    assert (found.facts.title, found.facts.year) == ("Lantern Row", 1987)
    assert [(one.topic, str(one.text)[:22]) for one in found.trivia] == [
        (None, "Nobody at the studio b"),
        ("The missing street", "The street was built t"),
        ("The missing street", "It cost them a summer."),
    ]


def test_an_article_with_front_matter_is_read() -> None:
    text = (
        "---\ntitle: Lamps\ndraft: false\n---\n\n# Lantern Row (1987): one lamp\n\n## Oil\n\n"
        "They burned four hundred litres of oil, and half of it in a single night that nobody likes to speak of.\n"
    )
    document = Document.of_bytes("lamps.md", text.encode())
    assert choose(document).reader.name == "article"
    found = read(ARTICLE, text)
    assert (found.facts.title, [one.topic for one in found.trivia]) == ("Lantern Row", ["Oil"])


def test_any_heading_that_names_spoilers_veils_what_is_under_it() -> None:
    text = (
        "# Lantern Row (1987)\n\n## Oil\n\nIt burned for nine nights and the crew slept in shifts beside it.\n\n"
        "## Spoiler zone\n\nThe lamplighter put the lamp out himself, and the street never hears of it.\n"
    )
    assert [one.spoiler for one in read(ARTICLE, text).trivia] == [False, True]
