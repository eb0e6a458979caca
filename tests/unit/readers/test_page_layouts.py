"""Layouts in which the parts of a page stand in an order of their own: scores, names and facts in odd places."""

from __future__ import annotations

import pytest

from tui.models import Extract
from tui.readers.document import Document
from tui.readers.film_page import READER as PAGE
from tui.readers.pages.counters import is_review_link
from tui.readers.pages.facts import fact_parts
from tui.readers.pages.labels import label_of
from tui.readers.pages.meta import read_meta
from tui.readers.pages.names import PageWords, split_author
from tui.readers.pages.subject import subject_of
from tui.readers.registry import choose

HEAD = "Lantern Row\n1987\nPG\n1h 38m\n\nOverview\nA man keeps one street dark for a reason that nobody asks.\n\n"


def page(text: str) -> Extract:
    return next(one for one in PAGE.read(Document.of_bytes("page.txt", text.encode())) if isinstance(one, Extract))


def chosen(text: str) -> tuple[str, Extract]:
    document = Document.of_bytes("some.txt", text.encode())
    reader = choose(document).reader
    return reader.name, next(one for one in reader.read(document) if isinstance(one, Extract))


def test_stars_are_out_of_four_where_the_page_says_so() -> None:
    said = "What critics say\n\nFog and more fog, and I wanted it all.\n★★★½ (Ada Quill, Harbour Post, 4 May 1987)\n\n"
    said += "The lamps act best.\n★★ (Ivo Marsh, Evening Tide, 5 May 1987)\n\n"
    usual, four = page(HEAD + said), page(HEAD + said + "Stars are out of four.\n")
    assert [(one.rating.value, one.rating.out_of) for one in usual.reviews if one.rating] == [(3.5, 5), (2, 5)]
    assert [(one.rating.value, one.rating.out_of) for one in four.reviews if one.rating] == [(3.5, 4), (2, 4)]
    assert [one.author for one in four.reviews] == ["Ada Quill", "Ivo Marsh"]
    assert four.reviews[0].publication == "Harbour Post"


def test_a_score_stands_between_two_lines_that_name_its_author() -> None:
    text = "".join(
        f"A review by {name}\n{score}\nWritten by {name} on May {day}, 2012\n{said}\n\n"
        for name, score, day, said in (
            ("fogbound", "8.0", 3, "It hums like a street at four in the morning."),
            ("Greta Pell", "4.0", 4, "One lamp too many."),
        )
    )
    found = page(HEAD + "Reviews\n\n" + text).reviews
    assert [(one.author, one.rating and one.rating.value, one.date) for one in found] == [
        ("fogbound", 8, "2012-05-03"),
        ("Greta Pell", 4, "2012-05-04"),
    ]


def test_authors_below_their_texts_stay_there_though_a_foot_follows() -> None:
    text = (
        "Your views\n\nThe fog got into my coat.\nlamp_eater from Leeds, 5 stars\n\n"
        "It is as slow as tar.\nMrs E. Pell from Cork, 2 stars\n\nWere you there? Send us your view\n"
    )
    found = page(HEAD + text).reviews
    assert [(one.author, one.text) for one in found] == [
        ("lamp_eater", "The fog got into my coat."),
        ("Mrs E. Pell", "It is as slow as tar."),
    ]


def test_roles_below_their_players_are_no_players() -> None:
    text = "Top Billed Cast\n\nTessa Brandt\nThe nurse\n\nIvo Marsh\nNed\n\nReviews\n\nAda Pell: Foggy and fine.\n"
    facts = page(HEAD + text).facts
    assert facts.cast == ("Tessa Brandt", "Ivo Marsh")
    assert facts.characters == ("The nurse", "Ned")


def test_facts_between_dashes_and_a_state_below_its_label() -> None:
    head = "Lantern Row\nDrama, DDR 1987\nLänge: 98 Minuten – FSK: ab 12 Jahren – Sprache: Deutsch\n\nInhalt\n"
    facts = page(head + "Ein Mann hält eine Straße dunkel, und niemand fragt ihn danach.\n\nStatus\nReleased\n").facts
    assert (facts.runtime_minutes, facts.certificate, facts.languages) == (98, "ab 12 Jahren", ("de",))
    assert facts.synopsis is not None
    assert "Released" not in facts.synopsis


def test_one_review_with_its_film_in_its_last_line() -> None:
    text = (
        "Die dunkle Straße\n\n"
        "Ein Mann dreht jeden Abend die Laternen aus, und der Film tut so, als sei das nichts. Nach einer Stunde habe "
        "ich mich dabei ertappt, dass ich auf die Laternen wartete und nicht auf den Mann.\n\n"
        "Am Ende gehen sie alle an, und man sieht, was man lieber nicht gesehen hätte. Das ist der ganze Trick.\n\n"
        "DDR 1974. Regie: Ada Quill. Mit Ivo Marsh, Tessa Brandt. 98 Minuten.\n"
    )
    name, found = chosen(text)
    assert name == "critique"
    assert (found.facts.title, found.facts.year, found.facts.runtime_minutes) == ("Die dunkle Straße", 1974, 98)
    assert found.facts.directors == ("Ada Quill",)
    assert len(found.reviews) == 1
    assert "Regie" not in found.reviews[0].text


def test_one_review_with_a_score_in_its_last_line() -> None:
    text = (
        "Lantern Row (1987)\n\nI saw it in the rain and walked home without wishing to get dry, and I am not one who "
        "likes rain.\n\nI did not look at my watch once, and the lamp at the end made the row lean back.\n\n9/10\n"
    )
    _, found = chosen(text)
    assert found.facts.year == 1987
    assert [one.rating and one.rating.value for one in found.reviews] == [9]


@pytest.mark.parametrize(
    ("line", "author"),
    [("Wren Short Portrait of a street, and what a street", "Wren Short"), ("Wren Short and dark.", "Wren")],
)
def test_a_surname_that_is_a_word(line: str, author: str) -> None:
    split = split_author(line, PageWords())
    assert split is not None
    assert split.author == author


@pytest.mark.parametrize("line", ["212 abonnés", "131 Critiques Spectateurs", "Eigene Meinung schreiben"])
def test_cards_and_counts_are_no_texts(line: str) -> None:
    assert is_review_link(line)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("78 % (311 Bewertungen)", "rating", 78),
        ("★ 7.6 (14K)", "score", 7.6),
        ("Members give it 3.9 stars out of 5", "rating", 3.9),
        ("Interdit aux moins de 12 ans", "certificate", "Interdit aux moins de 12 ans"),
    ],
)
def test_a_fact_with_words_around_it(line: str, name: str, value: object) -> None:
    (fact,), rest = fact_parts(line)
    assert (fact.name, rest) == (name, "")
    assert getattr(fact.value, "value", fact.value) == value


@pytest.mark.parametrize("line", ["critics' average 90 (17 reviews)", "Vote: 9", "Press rating: 8.1"])
def test_a_rating_is_known_by_its_label(line: str) -> None:
    assert (label_of(line) or ("", ""))[0] == "rating"


def test_a_time_is_no_part_of_a_name() -> None:
    meta = read_meta("Por Redação - 27/08/2020 às 10h15")
    assert meta is not None
    assert (meta.author, meta.date) == ("Redação", "2020-08-27")


def test_a_drawn_frame_is_no_text() -> None:
    text = (
        "+------------------------+\n| LANTERN ROW            |\n| Japan, 1987. 98 min. B/W. PG |\n"
        "+------------------------+\n\nReviews\n\nAda Pell: It is foggy and I wanted all of it.\n"
    )
    facts = page(text).facts
    assert (facts.title, facts.year, facts.runtime_minutes, facts.certificate) == ("LANTERN ROW", 1987, 98, "PG")


@pytest.mark.parametrize("score", ["75  {}  6 Nov 2009", "6.5 Fog\n{} 6 Nov 2009"])
def test_scores_without_a_scale_before_the_name(score: str) -> None:
    text = "".join(f"{score.format(name)}\nIt hums like a street at four.\n\n" for name in ("Ada Quill", "fogbound"))
    found = page(HEAD + "Reviews\n\n" + text).reviews
    assert [one.author for one in found] == ["Ada Quill", "fogbound"]
    assert all(one.rating and one.rating.out_of == (100 if score[0] == "7" else 10) for one in found)
    assert [one.date for one in found] == ["2009-11-06", "2009-11-06"]


def test_a_score_above_its_votes_is_the_film_s() -> None:
    head = "Lantern Row\n1987 | 1h 38m\n7,7\n12 480 ocen\n\nOpis filmu\n"
    facts = page(head + "Mężczyzna co wieczór gasi latarnie i nikt go o to nie pyta, aż do zimy.\n").facts
    assert [(one.value, one.votes) for one in facts.ratings] == [(7.7, 12480)]


def test_a_rating_behind_an_unknown_label_and_the_site_s_name_behind_the_title() -> None:
    head = (
        "Lantern Row — FogLedger\nFogLedger is free. Donate.\n\n1987 | 98 min | PG\nMYVOTE 4.4 out of 5\n\nReviews\n\n"
    )
    facts = page(head + "Ada Pell: It is foggy and I wanted all of it.\n").facts
    assert facts.title == "Lantern Row"
    assert [(one.value, one.out_of) for one in facts.ratings] == [(4.4, 5)]


def test_one_review_signed_above_with_its_film_named_below() -> None:
    body = (
        "They went for a week and stayed a year, and somebody fired at the camera, which goes on running in the dark."
    )
    text = (
        '"Lantern Row": who put the lights out?\n\nBy Ada Quill\nJanuary 24, 1988\n\n'
        f'{body}\n\n{body[::-1].capitalize()}.\n\n"Lantern Row" (1987). Directed by Ivo Marsh. 98 minutes. At Ritz.\n'
    )
    name, found = chosen(text)
    assert name == "critique"
    assert (found.facts.title, found.facts.year, found.facts.directors) == ("Lantern Row", 1987, ("Ivo Marsh",))
    assert [one.author for one in found.reviews] == ["Ada Quill"]


def test_one_review_with_facts_above_and_score_and_name_below() -> None:
    body = "On croit connaître ce film par cœur, la trompette et les chaînes, et puis tout recommence avec un caillou."
    text = (
        f"LA RUE SOMBRE\n\nItalie 1957. De Ada Quill. Avec Ivo Marsh, Tessa Brandt. 1h38.\n\n{body}\n\n{body}\n\n"
        "Note : 4,5/5\nSolange Perrier\n"
    )
    name, found = chosen(text)
    assert (name, found.facts.year) == ("critique", 1957)
    assert [(one.author, one.rating and one.rating.value) for one in found.reviews] == [("Solange Perrier", 4.5)]


def test_names_below_their_texts_and_dates_above() -> None:
    letters = "".join(
        f"{day} May 2003\n{said}\n{name}\n\n"
        for day, said, name in (
            (10, "Sir, I do not trust a man in a good waistcoat.", "Mrs P. Dunmore, Hull"),
            (11, "She is a marvel because she has to listen to him.", "R. Castellan, Bath"),
        )
    )
    found = page(HEAD + "YOUR LETTERS\n\n" + letters).reviews
    assert [(one.author, one.date, one.headline) for one in found] == [
        ("Mrs P. Dunmore", "2003-05-10", None),
        ("R. Castellan", "2003-05-11", None),
    ]


def test_scores_before_names_a_date_and_a_headline_below() -> None:
    text = "".join(
        f"{score} {name}\n12 de junio de 2009\n{headline}\nNo hay efecto que valga lo que valen esas farolas.\n\n"
        for score, name, headline in ((10, "colmenero", "Los ojos"), (4, "el_impaciente", "Zzz"))
    )
    found = page(HEAD + "Críticas de los usuarios\n\n" + text).reviews
    assert [(one.author, one.rating and one.rating.value, one.headline) for one in found] == [
        ("colmenero", 10, "Los ojos"),
        ("el_impaciente", 4, "Zzz"),
    ]


@pytest.mark.parametrize(
    ("line", "author", "score"),
    [("[2] user=Lotte H. score=5", "Lotte H.", 5), ("mudlark's review", "mudlark", None)],
)
def test_metas_in_other_notations(line: str, author: str, score: float | None) -> None:
    meta = read_meta(line)
    assert meta is not None
    assert (meta.author, meta.rating and meta.rating.value) == (author, score)


def test_a_title_with_director_and_year_and_facts_between_stops() -> None:
    head = (
        "LANTERN ROW (Ada Quill, 1943)\n112m. Technicolor. Cert U. Our verdict: four stars out of five.\n\nReviews\n\n"
    )
    facts = page(head + "Ada Pell: It is foggy and I wanted all of it.\n").facts
    assert (facts.title, facts.year, facts.directors) == ("LANTERN ROW", 1943, ("Ada Quill",))
    assert (facts.runtime_minutes, facts.certificate, facts.ratings[0].value) == (112, "U", 4)


def test_one_review_with_its_film_and_score_on_one_line() -> None:
    text = "Lantern Row ★★★★★\n\nWatched 05 Oct 2019\nmudlark's review\n\n" + "The street is longer than it looks. " * 8
    name, found = chosen(text + "\n")
    assert (name, found.facts.title) == ("critique", "Lantern Row")
    assert [(one.author, one.date) for one in found.reviews] == [("mudlark", "2019-10-05")]


def test_a_title_in_low_quotes() -> None:
    body = ["Als „Nebel“ 1995 in die Kinos kam, warb der Verleih mit zwei Männern an einem Tisch, der noch steht."]
    subject = subject_of("Zwei Männer, ein Kaffee: Wie „Nebel“ entstand", body, body)
    assert subject is not None
    assert (subject.title, subject.year) == ("Nebel", 1995)


def test_signed_scores_make_a_film_page_without_a_heading_of_reviews() -> None:
    head = (
        "Lantern Row\n1987 | 98 min | PG\n\nOverview\nA man keeps one street dark for a reason.\n\nGathered by us\n\n"
    )
    said = (
        "★★★★ fogbound on 11 March 2007:\nA town to be lost in.\n\n★★ Ada Quill on 5 May 2020:\nToo long by a lamp.\n"
    )
    name, found = chosen(head + said)
    assert name == "film-page"
    assert [(one.author, one.text) for one in found.reviews] == [
        ("fogbound", "A town to be lost in."),
        ("Ada Quill", "Too long by a lamp."),
    ]


def test_no_paragraph_is_lost_in_scripts_without_spaces() -> None:
    found = page("Moonlit (1987)\n\nReviews\n\n黒澤 — 9/10\n静かな映画です。\n\nสมชาย — 8/10\nหนังเรื่องนี้ดีมาก\n").reviews
    assert [one.text for one in found] == ["静かな映画です。", "หนังเรื่องนี้ดีมาก"]


def test_facts_between_bars_with_a_language_and_no_colon() -> None:
    head = "Lantern Row\nReleased 1987 | Length 98 minutes | Rating 12 | Spoken in English\n\nReviews\n\n"
    facts = page(head + "Ada Pell: It is foggy and I wanted all of it.\n").facts
    assert (facts.year, facts.runtime_minutes, facts.certificate, facts.languages) == (1987, 98, "12", ("en",))


def test_labels_with_dashes_between_bars_are_labels() -> None:
    head = "Lantern Row\nRun Time - 118 min.  |  Countries - Austria  |  MPAA Rating - R\n\nSynopsis\n"
    facts = page(head + "A lamplighter walks the same street every evening.\n").facts
    assert (facts.title, facts.runtime_minutes, facts.countries, facts.certificate) == (
        "Lantern Row",
        118,
        ("Austria",),
        "R",
    )


def test_a_site_s_underlined_name_above_the_title_is_not_the_title() -> None:
    text = (
        "THE LAMP BOX · critics on film\n------------------------------\nLantern Row (Laternengasse)\n"
        "Germany 1991 · 237 mins · cert 15\ndir. Ada Quill\n------------------------------\n"
        "A lamplighter walks the same street every evening and learns who sleeps in it.\n\nReviews\n\n"
        "Four hours and I wanted the fifth.\n— Rufus Pell\n\nThe ladder should have had a prize.\n— Idris Fell\n"
    )
    facts = page(text).facts
    assert (facts.title, facts.original_title, facts.year) == ("Lantern Row", "Laternengasse", 1991)
