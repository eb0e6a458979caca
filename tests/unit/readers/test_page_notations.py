"""Notations of film pages: facts between full stops, bylines in brackets, names under quotations."""

from __future__ import annotations

import pytest

from tui.models import Extract, Remark
from tui.readers.base import Yield
from tui.readers.document import Document
from tui.readers.film_page import READER
from tui.readers.pages.furniture import is_furniture
from tui.readers.registry import choose
from tui.text.ratings import find_rating

PLOT = "A man keeps one street dark for a reason that nobody on the council asks about."
HEAD = f"Lantern Row\n1987\nPG\n1h 38m\n\nOverview\n{PLOT}\n\n"
REVIEWS = [
    "Ada Quill ★★★★\n3 May 1987\nFog and more fog, and I wanted it all.",
    "pinbox9 ★★\n4 May 1987\nThe lamps act best.",
]


def read(text: str) -> list[Yield]:
    return list(READER.read(Document.of_bytes("page.txt", text.encode())))


def page(text: str) -> Extract:
    return next(one for one in read(text) if isinstance(one, Extract))


def shown(text: str) -> list[tuple[str | None, tuple[float, float] | None, str | None, str]]:
    return [
        (one.author, (one.rating.value, one.rating.out_of) if one.rating else None, one.date, one.text)
        for one in page(text).reviews
    ]


def test_a_short_last_paragraph_is_kept_where_it_may_be_the_reviewers() -> None:
    text = HEAD + "Reviews\n\n" + "\n\n".join(REVIEWS) + "\n\nBring a candle to the cinema.\n"
    assert page(text).reviews[-1].text == "The lamps act best.\n\nBring a candle to the cinema."
    assert not [one for one in read(text) if isinstance(one, Remark)]


def test_what_is_left_out_as_the_foot_is_told() -> None:
    text = HEAD + "Reviews\n\n" + "\n\n".join(REVIEWS) + "\n\nProgramme subject to change.\n"
    assert page(text).reviews[-1].text == "The lamps act best."
    (remark,) = [one for one in read(text) if isinstance(one, Remark)]
    assert "Programme subject to change." in remark.text
    assert text.split("\n")[remark.lines[0] - 1] == "Programme subject to change."


def test_facts_and_headings_may_end_in_full_stops() -> None:
    text = f"Lantern Row, 1987 (15)\nRunning time 98m. Colour. Danish.\nSlogan: Mind the dark.\n\nSTORY. {PLOT}\n\n"
    text += "NOTES FROM OUR READERS.\n\nFog, and I wanted it all.\n(Moravel, 80/100, 3 May 1987)\n\n"
    text += "The lamps act best.\n(Ada Quill, 40/100, 4 May 1988)\n"
    facts = page(text).facts
    assert (facts.title, facts.year, facts.certificate, facts.runtime_minutes) == ("Lantern Row", 1987, "15", 98)
    assert (facts.languages, facts.tagline, facts.synopsis) == (("da",), "Mind the dark.", PLOT)
    assert shown(text) == [
        ("Moravel", (80, 100), "1987-05-03", "Fog, and I wanted it all."),
        ("Ada Quill", (40, 100), "1988-05-04", "The lamps act best."),
    ]


def test_rows_of_two_columns_keep_their_labels() -> None:
    rows = "Country    Denmark, Norway\nSpoken     Danish\nLength     98 min\nRated      R\nDirector   Ada Quill\n"
    facts = page(f"Lantern Row [1987]\n{rows}Score      6.4/10\n\n{PLOT}\n").facts
    assert (facts.languages, facts.runtime_minutes, facts.certificate) == (("da",), 98, "R")
    assert (facts.directors, facts.countries) == (("Ada Quill",), ("Denmark", "Norway"))


@pytest.mark.parametrize(
    ("first", "title", "year"),
    [
        ("Lantern Row 1987", "Lantern Row", 1987),
        ("Lantern Row 2649", "Lantern Row 2649", None),
        ("No. 12 of our favourites: Lantern Row (Ada Quill, 1987)", "Lantern Row", 1987),
        ("Film of the month: Lantern Row, 1987", "Lantern Row", 1987),
        ("Lantern Row - Film Guide", "Lantern Row", None),
    ],
)
def test_what_stands_beside_a_title(first: str, title: str, year: int | None) -> None:
    facts = page(f"{first}\nPG | 1h38m | Danish | 6.4/10\n\nOverview\n{PLOT}\n").facts
    assert (facts.title, facts.year) == (title, year)


def test_a_title_that_the_page_says_with_its_year_keeps_it() -> None:
    facts = page(
        "Lantern Row 1987\nPG | 1h38m | Danish\n\nOverview\nIn Lantern Row 1987 the lamps go out again.\n"
    ).facts
    assert facts.title == "Lantern Row 1987"


@pytest.mark.parametrize(
    "line",
    [
        "Directed by Ada Quill, with Rufus Pell and Idris Fell",
        "Directed by Ada Quill - Starring Rufus Pell and Idris Fell",
        "Dir. Ada Quill, starring Rufus Pell, Idris Fell",
    ],
)
def test_who_plays_did_not_direct(line: str) -> None:
    facts = page(f"Lantern Row (1987)\nPG | 1h38m | Danish\n{line}\n\nOverview\n{PLOT}\n").facts
    assert facts.directors == ("Ada Quill",)
    assert facts.cast == ("Rufus Pell", "Idris Fell")


def test_names_stand_below_what_they_said() -> None:
    text = HEAD + 'Your comments\n\n"Fog, and I wanted it all."\nAgnes Pell\n\n"The lamps act best."\nlamp_53\n\n'
    assert [(author, said) for author, _, _, said in shown(text + '"I walked home in the dark."\nTobias\n')] == [
        ("Agnes Pell", '"Fog, and I wanted it all."'),
        ("lamp_53", '"The lamps act best."'),
        ("Tobias", '"I walked home in the dark."'),
    ]


def test_whoever_stands_behind_the_stars_gave_them() -> None:
    text = (
        HEAD + "Rate & review\n\n★★★★★ Rufus's gran\nFog, and I wanted it all.\n\n★★★★ pinbox9\nThe lamps act best.\n\n"
    )
    found = shown(text + "★★ Ada Quill\nI waited for a story.\n")
    assert [(author, rating) for author, rating, _, _ in found] == [
        ("Rufus's gran", (5, 5)),
        ("pinbox9", (4, 5)),
        ("Ada Quill", (2, 5)),
    ]


def test_names_with_places_and_scores_in_words() -> None:
    text = (
        "Lantern Row (1987)\nRated PG for mild fog. Runs 1 hour, 38 minutes.\nIn Danish. In colour. In cinemas now.\n"
    )
    text += f"97% FRESH\n\nA film by Ada Quill, with Rufus Pell.\n\nHere's the story\n\n{PLOT}\n\n"
    text += "Here's what you thought\n\n"
    text += "Agnes Pell, Hove\n1 December 1987, five stars\nFog on every corner of it, and I wanted it all.\n\n"
    text += "lamp_sandwich, Lima\n10 January 1988, two stars\nThe lamps act best, as they do in all her films.\n"
    assert choose(Document.of_bytes("page.txt", text.encode())).reader is READER
    facts = page(text).facts
    assert (facts.certificate, facts.runtime_minutes, facts.languages) == ("PG", 98, ("da",))
    assert [(one.value, one.out_of) for one in facts.ratings] == [(97, 100)]
    assert [(author, rating, date) for author, rating, date, _ in shown(text)] == [
        ("Agnes Pell", (5, 5), "1987-12-01"),
        ("lamp_sandwich", (2, 5), "1988-01-10"),
    ]


@pytest.mark.parametrize(
    ("line", "quote"),
    [("»Mind the dark street.«", "Mind the dark street."), ("—Mind the dark street.—", "Mind the dark street.")],
)
def test_slogans_between_other_marks(line: str, quote: str) -> None:
    assert page(f"Lantern Row\nAda Quill / 1987 / 98' / 12 / Danish\n\n{line}\n\n{PLOT}\n").facts.tagline == quote


def test_a_score_may_name_its_source_or_its_scale() -> None:
    rated = page(f"Lantern Row\nIMDb 6.4 | 1987 | 1h 38m | R\n\nOverview\n{PLOT}\n").facts.ratings
    assert [(one.value, one.out_of, one.by) for one in rated] == [(6.4, 10, "imdb")]
    starred = page(f"Lantern Row\n1987 | 1h 38m | R\n★★★ (out of four)\n\nOverview\n{PLOT}\n").facts.ratings
    assert [(one.value, one.out_of) for one in starred] == [(3, 4)]


def test_voices_of_players_open_no_reviews() -> None:
    text = f"Lantern Row\n1987 | 1h 38m | U\n\nVoices of Rufus Pell, Idris Fell\n\nOverview\n{PLOT}\n"
    assert page(text).facts.cast == ("Rufus Pell", "Idris Fell")
    assert page(text).facts.synopsis == PLOT
    assert not page(text).reviews


@pytest.mark.parametrize(
    "line",
    [
        ">>> Vote for your favourite lamp <<<",
        "Lampsite: movies, games, tv, music",
        "All critics (48) | Top critics (12)",
        "You must be logged in to see signatures.",
        "4 replies, 1,877 views. Thread closed.",
        "Lamps now in stock – order before Friday!",
        "Did you know? Wicks were once eaten. Read more in our food pages.",
    ],
)
def test_lines_of_the_site(line: str) -> None:
    assert is_furniture(line)


def test_a_film_may_have_the_name_of_a_country() -> None:
    facts = page(f"DENMARK (1987)\n\nCRITICS 98%   |   AUDIENCE 90%\n\n15, 1 hr 38 min\n\nOverview\n{PLOT}\n").facts
    assert (facts.title, facts.year, facts.runtime_minutes) == ("DENMARK", 1987, 98)


def test_stars_of_asterisks_may_be_out_of_asterisks() -> None:
    ratings = page(
        f"Lantern Row (1987)\nRated: PG\nOur stars: ***1/2 (out of ****)\n\nOverview\n{PLOT}\n"
    ).facts.ratings
    assert [(one.value, one.out_of) for one in ratings] == [(3.5, 4)]


def test_a_slogan_in_quotation_marks_needs_no_known_label() -> None:
    head = "Lantern Row (1987)\nRated: PG\nRuntime: 98 min\nLampword: «Mind the dark street.»\n"
    assert page(f"{head}\nOverview\n{PLOT}\n").facts.tagline == "Mind the dark street."


def test_who_is_named_below_a_dash_like_all_others() -> None:
    said = ["I don't care for fog!\n-- Agnes, 3 May 1987", "Wicks are like that.\n-- Dr. and Mrs. Pell, 4 May 1987"]
    said.append("They had only the one lamp.\n-- lampfan, 5 May 1987")
    assert [(author, date) for author, _, date, _ in shown(HEAD + "Visitors say\n\n" + "\n\n".join(said) + "\n")] == [
        ("Agnes", "1987-05-03"),
        ("Dr. and Mrs. Pell", "1987-05-04"),
        ("lampfan", "1987-05-05"),
    ]


def test_a_last_review_without_a_score_is_one_too() -> None:
    said = ["It hurts.\nRufus Pell, The Harbour Ledger\nRating: 4/4", "Noise.\nP. J. Fell, Sunday Lamp\nRating: 1/4"]
    found = page(HEAD + "Critic reviews\n\n" + "\n\n".join([*said, "The happiest of ends.\nInga Thor, Lampbladet\n"]))
    assert [(one.author, one.publication, one.text) for one in found.reviews] == [
        ("Rufus Pell", "The Harbour Ledger", "It hurts."),
        ("P. J. Fell", "Sunday Lamp", "Noise."),
        ("Inga Thor", "Lampbladet", "The happiest of ends."),
    ]


def test_reviews_signed_below_begin_with_their_text_where_no_heading_is_known() -> None:
    text = HEAD + "Lamps and answers\n\nFog, and I wanted it all.\nAda Quill, 7 January 1994 (5 stars)\n\n"
    text += "The lamps act best.\nErnest Pell, 21 January 1994 (2 stars)\n\n"
    text += "Ten years on.\nlamp_fan, 10 October 2003 (4 stars)\n"
    assert [(author, said) for author, _, _, said in shown(text)] == [
        ("Ada Quill", "Fog, and I wanted it all."),
        ("Ernest Pell", "The lamps act best."),
        ("lamp_fan", "Ten years on."),
    ]


def test_the_year_may_stand_before_a_slogan_in_single_quotation_marks() -> None:
    facts = page(f"Lantern Row\n\n1987 'Mind the dark street.'\n6.4 | 1h38m | R | en\nOverview\n\n{PLOT}\n").facts
    assert (facts.title, facts.year, facts.tagline) == ("Lantern Row", 1987, "Mind the dark street.")


def test_labels_with_leaders_and_a_rating_that_is_an_age() -> None:
    head = "Title ......... Lantern Row\nYear .......... 1987\nLength ........ 98'\nLanguage ...... Danish\n"
    head += "Rating ........ 15\nCatch phrase .. Mind the dark.\nUser vote ..... 6.4/10 (212)\n"
    facts = page(f"{head}\nPLOT SUMMARY\n============\n{PLOT}\n").facts
    assert (facts.title, facts.runtime_minutes, facts.languages) == ("Lantern Row", 98, ("da",))
    assert (facts.certificate, facts.tagline) == ("15", "Mind the dark.")
    assert [(one.value, one.out_of) for one in facts.ratings] == [(6.4, 10)]


def test_stars_behind_a_label_are_no_players() -> None:
    facts = page(f"Lantern Row\nYear: 1987\nFor ages: U\nStars: ★★★★☆\n\nOverview\n{PLOT}\n").facts
    assert [(one.value, one.out_of) for one in facts.ratings] == [(4, 5)]
    assert (facts.cast, facts.certificate) == ((), "U")


def test_players_behind_a_full_stop_did_not_direct() -> None:
    head = "LANTERN ROW — 1987 — PG — 98 MINS — DANISH\nA film by Ada Quill. Rufus Pell, Idris Fell, Inga Thor.\n"
    assert page(f"{head}\nOverview\n{PLOT}\n").facts.directors == ("Ada Quill",)


def test_how_old_a_reviewer_is() -> None:
    text = HEAD + "You told us\n\nRuby, aged 8 (16 October 2009) ★★★★★\nI want a lamp that talks.\n\n"
    text += "Tomas, aged 10 (30 October 2009) ★★\nMy mum cried before it had started.\n"
    assert [(author, rating, date) for author, rating, date, _ in shown(text)] == [
        ("Ruby", (5, 5), "2009-10-16"),
        ("Tomas", (2, 5), "2009-10-30"),
    ]


def test_a_score_a_paper_and_a_critic_stand_above_a_text() -> None:
    text = HEAD + "Critic reviews\n\n100\nThe Harbour Ledger\nRufus Pell\nI changed sides nine times on the stairs.\n\n"
    text += (
        "80\nLamp Weekly\nOona Fell\nThe weapon is an honest answer.\n\n40\nThe Wick\nBasil Thor\nAll that shouting.\n"
    )
    assert [(one.author, one.publication) for one in page(text).reviews] == [
        ("Rufus Pell", "The Harbour Ledger"),
        ("Oona Fell", "Lamp Weekly"),
        ("Basil Thor", "The Wick"),
    ]
    assert [rating for _, rating, _, _ in shown(text)] == [(100, 100), (80, 100), (40, 100)]


def test_where_to_watch_it_is_no_review() -> None:
    text = (
        HEAD + "What people think\n\n" + "\n\n".join(REVIEWS) + "\n\nWhere can I watch Lantern Row?\n\nOn Streamly.\n"
    )
    assert [said for *_, said in shown(text)] == ["Fog and more fog, and I wanted it all.", "The lamps act best."]


def test_a_link_between_does_not_join_the_foot_to_the_last_name() -> None:
    text = HEAD + "Audience reviews\n\nFog and soup.\n— lamp_4\n\nMy daughter wanted soup.\n— Ingeborg\n\n"
    text += "I was one as well.\n— Anton E.\n\nMore audience reviews\nFeedback\n"
    assert [(author, said) for author, _, _, said in shown(text)] == [
        ("lamp_4", "Fog and soup."),
        ("Ingeborg", "My daughter wanted soup."),
        ("Anton E.", "I was one as well."),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "d. Ada Quill s. Rufus Pell, Idris Fell",
        "d: Ada Quill; s: Rufus Pell, Idris Fell",
        "A drama directed by Ada Quill and starring Rufus Pell and Idris Fell.",
        "Directed by Ada Quill, starring Rufus Pell, Idris Fell",
    ],
)
def test_credits_by_letters_and_in_a_sentence(told: str) -> None:
    facts = page(HEAD.replace("1h 38m\n", f"1h 38m\n{told}\n") + "Reviews\n\n" + "\n\n".join(REVIEWS)).facts
    assert facts.directors == ("Ada Quill",)
    assert facts.cast == ("Rufus Pell", "Idris Fell")


def test_a_story_that_speaks_of_a_director_names_none() -> None:
    plot = "A play directed by Ada Quill is the talk of the pier until the lamps go out and the money with them."
    assert not page(HEAD.replace(PLOT, plot) + "Reviews\n\n" + "\n\n".join(REVIEWS)).facts.directors


@pytest.mark.parametrize(
    ("written", "value", "out_of"),
    [
        ("★★★★☆ (4.2/5)", 4.2, 5),
        ("★★★★☆ 4.2", 4.2, 5),
        ("★★★ (3 von 6)", 3, 6),
        ("★★★ (out of four)", 3, 4),
        ("4 stars (of 5)", 4, 5),
        ("★★★ 3 votes", 3, 5),
        ("★★★★ 8/10", 4, 5),
    ],
)
def test_figures_behind_stars_say_them_again_or_something_else(written: str, value: float, out_of: float) -> None:
    found = find_rating(written)
    assert found
    assert (found.rating.value, found.rating.out_of) == (value, out_of)
