"""Manners of film pages: letters, prose that states facts, titles that cry, postscripts, indexes and cuttings."""

from __future__ import annotations

from typing import Any

import pytest

from tui.models import Extract
from tui.readers.document import Document
from tui.readers.film_page import READER
from tui.readers.pages.facts import fact_parts
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of
from tui.readers.pages.meta import read_meta
from tui.readers.registry import choose
from tui.text.ratings import find_rating, parse_rating

PLOT = "A man keeps one street dark for a reason that nobody on the council asks about."
HEAD = f"Lantern Row\n1987\nPG\n1h 38m\n\nOverview\n{PLOT}\n\nReviews\n\n"
SAID = ["Fog and more fog, and I wanted it all.", "The lamps act best of all."]


def page(text: str) -> Extract:
    return next(one for one in READER.read(Document.of_bytes("page.txt", text.encode())) if isinstance(one, Extract))


def chosen(text: str) -> tuple[str, Extract]:
    document = Document.of_bytes("some.txt", text.encode())
    reader = choose(document).reader
    return reader.name, next(one for one in reader.read(document) if isinstance(one, Extract))


@pytest.mark.parametrize("closing", ["Yours faithfully, {}", "Kind regards,\n{}", "Mit freundlichen Grüßen,\n{}"])
def test_letters_are_by_who_signed_them(closing: str) -> None:
    names = ["Ada Quill", "R. Pell (3 May 1987)"]
    text = HEAD + "\n\n".join(f"{said}\n{closing.format(name)}" for said, name in zip(SAID, names, strict=True))
    found = page(text).reviews
    assert [(one.author, one.text) for one in found] == [("Ada Quill", SAID[0]), ("R. Pell", SAID[1])]
    assert found[1].date == "1987-05-03"


def test_a_review_that_begins_with_a_word_of_letters_is_none() -> None:
    text = HEAD + "Ada Quill\nSincerely the best fog.\n\nR. Pell\nRespectfully, no.\n\nMoravel\nRegards nothing.\n"
    assert [one.author for one in page(text).reviews] == ["Ada Quill", "R. Pell", "Moravel"]


def test_names_below_the_texts_may_be_shortened() -> None:
    text = HEAD + f"{SAID[0]}\nAda Quill\n\n{SAID[1]}\nSigne H.\n\nIt hums.\nfogbound\n"
    assert [one.author for one in page(text).reviews] == ["Ada Quill", "Signe H.", "fogbound"]


@pytest.mark.parametrize("last", ["P.S. The fog is a whole second film.", "My lamp at home is brighter."])
def test_a_postscript_is_no_foot(last: str) -> None:
    said = [f"{name} (8/10)\n{text}" for name, text in zip(("Ada Quill", "Moravel"), SAID, strict=True)]
    text = HEAD + "\n\n".join([*said, "pinbox9 (7/10)\nIt hums."])
    assert page(f"{text}\n\n{last}\n").reviews[-1].text == f"It hums.\n\n{last}"
    assert page(f"{text}\n\nCandles are sold at the door.\n").reviews[-1].text == "It hums."


def test_facts_may_be_told_in_sentences() -> None:
    told = "It came out in 1987, runs for 98 minutes and is in Danish. It was rated PG and directed by Ada Quill."
    found = page(f"Facts about Lantern Row!\n{told} Our members give it 4 out of 5.\n\nThe plot\n{PLOT}\n").facts
    assert (found.title, found.year, found.runtime_minutes, found.certificate) == ("Lantern Row!", 1987, 98, "PG")
    assert (found.languages, found.directors, found.synopsis) == (("da",), ("Ada Quill",), PLOT)
    assert [(one.value, one.out_of) for one in found.ratings] == [(4, 5)]


@pytest.mark.parametrize(
    ("head", "title", "original"),
    [
        ("Lantern Row!\n„Mind the dark.“\n\n1987 | 98 Min. | FSK 12\n\nAuf die Liste\n\n", "Lantern Row!", None),
        ("Inicio / Cine / Clásicos\nLantern Row\n1987 | 98 Min.\n", "Lantern Row", None),
        ("Row Society\nPlaces\n\nFriday 12 March, 7.30 p.m.\nLANTERN ROW!\n1987 | 98 Min.\n", "LANTERN ROW!", None),
        ("Lantern Row | Laternengasse (1987)\n12 | 98 Min.\n", "Lantern Row", "Laternengasse"),
        ("Reviews | Lantern Row (1987)\n12 | 98 Min.\n", "Lantern Row", None),
        ("(500) Lanterns (1987)\n12 | 98 Min.\n", "(500) Lanterns", None),
        ("首页 电影 排行榜 登录\n灯巷\n1987年 / 98分钟\n", "灯巷", None),
        ("Lamps A B C D E F G H I J K L M N\nLantern Row\n1987 | 98 Min.\n", "Lantern Row", None),
        ("Lantern Row\n\n- - - - - cut here - - - - -\n\n1987 | 98 Min.\n", "Lantern Row", None),
        ("Lamps at home\n\nLantern Row\nDenmark 1987 98 mins (U) Danish with English subtitles\n", "Lantern Row", None),
    ],
)
def test_the_title_is_told_from_what_stands_around_it(head: str, title: str, original: str | None) -> None:
    found = page(f"{head}\nOverview\n{PLOT}\n").facts
    assert (found.title, found.original_title, found.year) == (title, original, 1987)


def test_reviews_may_stand_above_the_facts() -> None:
    said = f"Ada Quill - 03/05/1987 - 9/10\n{SAID[0]}\n\nMoravel - 04/05/1988 - 7/10\n{SAID[1]}\n\n"
    found = page(
        f"Lantern Row / 1987 / Denmark\n\n{said}STORY\n{PLOT}\n\nFACTS\nDirector: Ivo Marsh\nRuntime: 98 min\n"
    )
    assert (found.facts.title, found.facts.directors, found.facts.runtime_minutes) == (
        "Lantern Row",
        ("Ivo Marsh",),
        98,
    )
    assert [one.author for one in found.reviews] == ["Ada Quill", "Moravel"]
    assert not found.trivia


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("1987年製作/98分/G/日本", {"year": 1987, "runtime_minutes": 98, "certificate": "G", "countries": ("日本",)}),
        ("Denmark 1987 98 mins (U) in Danish", {"year": 1987, "runtime_minutes": 98, "certificate": "U"}),
    ],
)
def test_facts_in_a_row_are_told_apart(line: str, facts: dict[str, Any]) -> None:
    found = {one.name: one.value for one in fact_parts(line)[0]}
    assert facts.items() <= found.items()


def test_a_lone_certificate_ends_the_facts_above_it() -> None:
    assert page(f"Lantern Row\n\n1987\n98 min\nU\n\nOverview\n{PLOT}\n").facts.certificate == "U"


@pytest.mark.parametrize(
    ("line", "author", "rating", "date"),
    [
        ("Ada Quill ***** (3.5.1987)", "Ada Quill", (5, 5), "1987-05-03"),
        ("Ada Quill / 4 out of 5 / 3 May 1987", "Ada Quill", (4, 5), "1987-05-03"),
        ("4,0 — Publiée le 3 mai 1987", None, (4, 10), "1987-05-03"),
        ("★★★★ A. Quill, 13/05/1987... verified ticket", "A. Quill", (4, 5), "1987-05-13"),
        ("viento_sur: 8 (13 de mayo de 2007)", "viento_sur", (8, 10), "2007-05-13"),
        ("October 31, 2005: ***** by fogbound9", "fogbound9", (5, 5), "2005-10-31"),
        ("Ada Quill ha scritto il 20 gennaio 2010 (9/10):", "Ada Quill", (9, 10), "2010-01-20"),
        ("Members' score: 4.5 / 5", None, (4.5, 5), None),
    ],
)
def test_a_byline_tells_author_rating_and_date(
    line: str, author: str | None, rating: tuple[float, float], date: str | None
) -> None:
    found = read_meta(line)
    assert found is not None
    assert found.rating is not None
    assert (found.author, (found.rating.value, found.rating.out_of), found.date) == (author, rating, date)


def test_scores_before_dates_share_the_scale_they_need() -> None:
    text = (
        HEAD + f"Ada Quill\n5,0 — Publiée le 3 mai 1987\n{SAID[0]}\n\nMoravel\n2,0 — Publiée le 4 mai 1987\n{SAID[1]}\n"
    )
    assert [(one.author, one.rating.out_of) for one in page(text).reviews if one.rating] == [
        ("Ada Quill", 5),
        ("Moravel", 5),
    ]


@pytest.mark.parametrize(
    ("written", "rating"), [("8.1 (out of 10)", (8.1, 10)), ("***½ (of four)", (3.5, 4)), ("***", (3, 5))]
)
def test_a_scale_may_stand_in_brackets(written: str, rating: tuple[float, float]) -> None:
    found = parse_rating(written)
    assert found is not None
    assert (found.value, found.out_of) == rating


def test_a_count_in_brackets_is_no_scale() -> None:
    assert find_rating("3 (out of 5 users)") is None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("What's it about? A lamp goes out.", "synopsis"),
        ("The set-up: A lamp goes out.", "synopsis"),
        ("Our mark: ***", "rating"),
        ("評価 4.2(全318件)", "rating"),
    ],
)
def test_a_label_tells_what_its_line_is_about(line: str, label: str) -> None:
    assert (label_of(line) or ("",))[0] == label


def test_a_figure_that_people_gave_is_no_certificate() -> None:
    found = page(f"Lantern Row\n1987 | 98 min\n\nRated 8.9 by 61 customers\n\n{PLOT}\n").facts
    assert (found.certificate, [one.value for one in found.ratings]) == (None, [8.9])


@pytest.mark.parametrize(
    "line", ["Cookies: we use a few. OK / More", "To the top", "TMDb · Report this page", "Text may not be reproduced"]
)
def test_the_sites_own_lines(line: str) -> None:
    assert is_furniture(line)


def test_a_loose_review_may_be_a_word_a_cry_or_a_wrapped_letter() -> None:
    assert chosen("No.\n")[1].reviews[0].text == "No."
    cry = "OH NO. I HELD ON TO MY LAMP. SEE IT IN THE DARK!!!\n\nWhat I liked:\n- the fog\n- the lamps\n- no songs\n\n"
    name, found = chosen(f"{cry}EDIT: people tell me that lamps are not like that. I don't care about lamps at all.\n")
    assert (name, len(found.reviews)) == ("loose-review", 1)
    assert "the lamps" in found.reviews[0].text


def test_a_wrapped_loose_review_is_signed_at_its_end() -> None:
    wrapped = (
        "Saw it in a barn, aged nine, on a bench that my uncle had built. The fog outside was\nthicker than theirs."
    )
    more = (
        "Everybody talks about the dark. I should like to talk about the lamps, of which\nthere are four, all friends."
    )
    name, found = chosen(f"{wrapped}\n\n{more}\n\n-- Ada from Hull\n")
    assert (name, found.reviews[0].author) == ("loose-review", "Ada from Hull")
    assert found.reviews[0].text.endswith("there are four, all friends.")


@pytest.mark.parametrize(
    "reviews",
    [
        '***** "{}" Ada Quill\n\n** "{}" fogbound9\n',
        "»{}«\nAda Quill, 3. Februar 2012, 5 von 5\n\n»{}«\nfogbound9, 4. Februar 2012, 2 von 5\n",
        "Ada Quill\n★ 5/5 • Feb 3, 2012\n{}\n\nfogbound9\n★ 2/5 • Feb 4, 2012\n{}\n",
    ],
)
def test_reviews_without_a_heading(reviews: str) -> None:
    found = page(f"Lantern Row\n1987 | PG | 1h 38m\nDirector: Ivo Marsh\n\n{PLOT}\n\n" + reviews.format(*SAID))
    said = [(one.author, one.rating.value if one.rating else None) for one in found.reviews]
    assert said == [("Ada Quill", 5), ("fogbound9", 2)]
    assert found.facts.synopsis == PLOT


def test_reviews_with_the_day_above_and_the_name_below() -> None:
    dated = f"3 May 1987\n{SAID[0]}\nAda Quill\n\n4 May 1987\n{SAID[1]}\nfogbound9\n"
    text = (
        f"Lantern Row\n\nIvo Marsh and Ada Tarn | UK | 1987 | 98 mins\n\nDirectors: Ivo Marsh, Ada Tarn\n\n{PLOT}\n\n"
    )
    found = page(f"{text}From the visitors' book\n\n{dated}")
    assert (found.facts.title, found.facts.directors) == ("Lantern Row", ("Ivo Marsh", "Ada Tarn"))
    assert [(one.author, one.date) for one in found.reviews] == [
        ("Ada Quill", "1987-05-03"),
        ("fogbound9", "1987-05-04"),
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Log in\n\nLantern Row\n\n1987 / 12A / 1h38m / Drama\n", "Lantern Row"),
        ("THE CRYPT ~ turn back\n\nLantern Row (1987) - 98 min - Not Rated\n", "Lantern Row"),
        ("Subject: [CLUB] Lantern Row (1987)\n\nLantern Row (1987)\nUSA, 98 minutes\n", "Lantern Row"),
        ("Free for 14 days, then 6.99  Start now\nLantern Row\n7.1 ★  PG  1h 38min  1987\n", "Lantern Row"),
        ("[buy the lamp]  [buy the row]\nLantern Row\n1987 | 98 min\n", "Lantern Row"),
        ("BRAZIL                    1987\nMind the dark.\n98 minutes\n", "BRAZIL"),
    ],
)
def test_the_title_stands_out_further(head: str, title: str) -> None:
    found = page(f"{head}\nOverview\n{PLOT}\n").facts
    assert (found.title, found.year) == (title, 1987)


def test_a_sentence_that_touches_the_facts_is_the_slogan() -> None:
    slogan = "Lamp-wise there has never been a row that was so dark, row-wise."
    found = page(f"Lantern Row\n1987 | PG | 98 min\n{slogan}\n\n{PLOT} {PLOT}\n").facts
    assert (found.tagline, found.synopsis) == (slogan, f"{PLOT} {PLOT}")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Principal cast: Ada Quill", "cast"),
        ("UK certificate: 12", "certificate"),
        ("Official language: Danish", "language"),
    ],
)
def test_labels_may_be_qualified(line: str, label: str) -> None:
    assert (label_of(line) or ("",))[0] == label


def test_who_made_it_stands_before_brackets_of_facts() -> None:
    found = page(f"Lantern Row\nun film de Ada Quill (France, 1987)\ndurée : 1 h 38\n\nSynopsis\n{PLOT}\n").facts
    assert (found.directors, found.year, found.countries) == (("Ada Quill",), 1987, ("France",))


def test_a_page_of_sentences_that_state_facts_is_a_film_page() -> None:
    told = "A film of 1987 that runs for 98 minutes, is in Danish, was rated PG and was directed by Ada Quill."
    name, found = chosen(
        f"Lantern Row\n\n{told}\n\nWhat's the story?\n{PLOT}\n\nWhat readers say\n\n{SAID[0]}\n- Ada Tarn\n"
    )
    assert (name, found.facts.title, found.facts.runtime_minutes) == ("film-page", "Lantern Row", 98)


def test_a_loose_review_may_begin_with_stars() -> None:
    found = chosen("★★★★☆\n\nMy aunt hummed all the way home, and so did the man who sat behind us in the fog.\n")[1]
    assert [(one.rating.value, one.rating.out_of) for one in found.reviews if one.rating] == [(4, 5)]


@pytest.mark.parametrize(
    "line", ["[1987] [98 min] [PG] [English]", "It hums for two whole weeks.", "Loved, not copied."]
)
def test_lines_that_are_no_buttons(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Tragikomödie, D 1987", {"year": 1987, "genres": ("Tragikomödie",)}),
        ("98 Minuten · freigegeben ab 12 · Sprache Deutsch", {"certificate": "12", "languages": ("de",)}),
        ("Durée 1h38 — visa U — parlant français", {"certificate": "U", "languages": ("fr",)}),
        ("98 min | Hablada en español", {"runtime_minutes": 98, "languages": ("es",)}),
    ],
)
def test_facts_in_rows_of_several_languages(line: str, facts: dict[str, Any]) -> None:
    found = {one.name: one.value for one in fact_parts(line)[0]}
    assert facts.items() <= found.items()


def test_words_that_end_as_a_genre_does_are_none_among_others() -> None:
    assert not fact_parts("Lack of lamps sinks the row of a wannabe thriller")[0]


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Regie und Buch: Ada Quill", "director", "Ada Quill"),
        ("監督 灯 一郎", "director", "灯 一郎"),
        ("title . . . . . . Lantern Row", "title", "Lantern Row"),
        ("Darum geht's: Eine Lampe geht aus.", "synopsis", "Eine Lampe geht aus."),
    ],
)
def test_labels_of_other_manners(line: str, label: str, value: str) -> None:
    assert label_of(line) == (label, value)


def test_a_name_that_is_a_month_elsewhere_is_a_name() -> None:
    found = read_meta("★★★★★ Mei 2020-07-20")
    assert found is not None
    assert (found.author, found.date) == ("Mei", "2020-07-20")


def test_scores_in_points_are_out_of_ten() -> None:
    found = read_meta("fogbound9 (7 puntos)")
    assert found is not None
    assert found.rating is not None
    assert (found.author, found.rating.value, found.rating.out_of) == ("fogbound9", 7, 10)


def test_the_place_behind_a_name_in_brackets_is_no_part_of_it() -> None:
    text = (
        HEAD
        + f"{SAID[0]} (Ada Q., Hove)\n\n{SAID[1]} (fogbound9)\n\nIf you are afraid of the dark, call our lamp line.\n"
    )
    assert [(one.author, one.text) for one in page(text).reviews] == [("Ada Q.", SAID[0]), ("fogbound9", SAID[1])]


def test_a_menu_of_single_links_stands_above_a_page_without_gaps() -> None:
    head = "Films\nLists\nMembers\nJournal\nLantern Row\n1987\nDirected by Ada Quill\n"
    said = f"Review by fogbound9 ★★★★ 01 Jun 2013\n{SAID[0]}\nReview by Ada Tarn ★★ 12 Aug 2013\n{SAID[1]}\n"
    text = f"{head}{PLOT}\n98 mins\nRated R\n3.9 average, 201k ratings\nWhere to watch\nPopular reviews\nMore\n{said}"
    found = page(text)
    assert (found.facts.title, found.facts.year, found.facts.synopsis) == ("Lantern Row", 1987, PLOT)
    assert [(one.value, one.out_of) for one in found.facts.ratings] == [(3.9, 5)]
    assert [one.author for one in found.reviews] == ["fogbound9", "Ada Tarn"]


def test_what_the_page_says_of_itself_is_no_part_of_the_story() -> None:
    found = page(f"Lantern Row\n1987 | 98 min\n\nTHE PLOT, SUCH AS IT IS\n{PLOT}\n\nWe meet on Tuesdays in the barn.\n")
    assert found.facts.synopsis == PLOT


@pytest.mark.parametrize("end", ["Then, one night, it is lit.", "Somebody has to be at home."])
def test_a_short_sentence_may_end_the_story_above_the_reviews(end: str) -> None:
    story = "A man keeps one street dark. Nobody on the council asks him for a reason, and he gives none."
    text = f"Lantern Row\n1987 | 98 min\n\n{story}\n\n{{}}\n\nDirector: Ada Quill\n"
    assert page(text.format(end)).facts.synopsis == f"{story}\n\n{end}"
    assert page(text.format("Tea and cake from 6 pm in the barn.")).facts.synopsis == story


def test_marks_are_the_pages_and_nobodys_name() -> None:
    text = (
        f"Lantern Row [18]\nUK 1987 | 1h 38m\nMarks: 4 out of 5\nDirector: Ivo Marsh\n\nThe row\n{PLOT} {PLOT} {PLOT}\n"
    )
    name, found = chosen(text + "".join(f"\n{said} (Ada Quill, 3 May 1987)" for said in SAID))
    assert (name, [(one.value, one.out_of) for one in found.facts.ratings]) == ("film-page", [(4, 5)])
