"""Values are read in any notation: ratings, running times, dates, languages."""

from __future__ import annotations

import pytest

from tui.text.dates import date_order, parse_date
from tui.text.durations import find_minutes, parse_minutes
from tui.text.languages import language_code, language_codes, language_name
from tui.text.numerals import counted
from tui.text.ratings import find_rating, parse_rating


@pytest.mark.parametrize(
    ("written", "value", "out_of"),
    [
        ("7.2/10", 7.2, 10),
        ("7,2 von 10", 7.2, 10),
        ("3.5 out of 5", 3.5, 5),
        ("3½ / 4", 3.5, 4),
        ("★★★½", 3.5, 5),
        ("★★★☆☆", 3, 5),
        ("72 %", 72, 100),
        ("Metascore 68", 68, 100),
        ("4 stars", 4, 5),
        ("***1/2", 3.5, 5),
        ("B+", 9, 12),
        ("fresh", 1, 1),
    ],
)
def test_a_rating_is_read_with_its_own_scale(written: str, value: float, out_of: float) -> None:
    rating = parse_rating(written)
    assert rating is not None
    assert (rating.value, rating.out_of) == (value, out_of)


@pytest.mark.parametrize(
    "word",
    ["stars", "STAR", "Sterne", "étoiles", "etoiles", "Étoiles", "estrellas", "stelle", "gwiazdki", "gwiazdek",
     "hvězdičky", "estrelas", "つ星", "★"],
)  # fmt: skip
def test_stars_are_counted_in_any_language(word: str) -> None:
    found = find_rating(f"I give it 3 {word}, no more")
    assert found is not None
    assert (found.rating.value, found.rating.out_of) == (3, 5)


@pytest.mark.parametrize("written", ["9/11", "24/7", "5 of 6 users", "5/10/2014", "12/10", "a film", "7.2"])
def test_what_is_no_rating_is_none(written: str) -> None:
    assert parse_rating(written) is None


def test_stars_and_grades_are_kept_as_written() -> None:
    stars, grade, plain = parse_rating("★★★½"), parse_rating("B+"), parse_rating("7/10")
    assert stars
    assert grade
    assert plain
    assert (stars.written, grade.written, plain.written) == ("★★★½", "B+", "")


def test_a_rating_is_found_within_a_sentence() -> None:
    found = find_rating("I give it 8/10, and gladly.")
    assert found is not None
    assert (found.rating.value, found.start, found.end) == (8, 10, 14)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("126 min", 126),
        ("2h 6m", 126),
        ("1 hr 59 mins", 119),
        ("PT1H50M", 110),
        ("1:50", 110),
        ("2 hr.", 120),
        ("1 Std. 50 Min.", 110),
        ("1 godz. 43 min.", 103),
        ("1h38", 98),
        ("110分", 110),
        ("1時間50分", 110),
        ("95", 95),
    ],
)
def test_a_running_time_is_read_in_minutes(written: str, minutes: int) -> None:
    assert parse_minutes(written) == minutes


def test_a_number_without_a_unit_is_no_running_time_in_a_text() -> None:
    assert find_minutes("It has 95 scenes and 3 mothers.") is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 May 2014", "2014-05-03"),
        ("May 3rd, 2014", "2014-05-03"),
        ("03.05.2014", "2014-05-03"),
        ("13/5/2014", "2014-05-13"),
        ("5/13/2014", "2014-05-13"),
        ("2014-05-03T12:00:00Z", "2014-05-03"),
        ("Saturday, 3 May 2014", "2014-05-03"),
        ("May 2014", "2014-05"),
        ("2014", "2014"),
        ("3 de mayo de 2014", "2014-05-03"),
        ("3. května 2014", "2014-05-03"),
        ("5 października 2020", "2020-10-05"),
        ("12. März 2016", "2016-03-12"),
        ("14 juillet 2016", "2016-07-14"),
        ("2014年5月3日", "2014-05-03"),
        ("2014. 5. 3", "2014-05-03"),
        ("2014. május 3.", "2014-05-03"),
        ("3 травня 2014", "2014-05-03"),
        ("3 Μαΐου 2014", "2014-05-03"),
        ("3. septembra 2014", "2014-09-03"),
        ("10 ноября 2011 г.", "2011-11-10"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(written: str, iso: str) -> None:
    assert parse_date(written) == iso


def test_a_date_that_could_be_two_is_kept_as_written_until_its_page_settles_it() -> None:
    assert parse_date("03/05/2014") == "03/05/2014"
    assert parse_date("03/05/2014", order=date_order(["25/12/2013", "03/05/2014"])) == "2014-05-03"
    assert date_order(["25/12/2013", "12/25/2013"]) is None


@pytest.mark.parametrize("written", ["31 February 2010", "Stardate 2014", "I saw it on 3 May 2014"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Mandarin (English subtitles)", ("zh",)),
        ("English, français / Deutsch", ("en", "fr", "de")),
        ("angličtina, čeština", ("en", "cs")),
        ("日本語", ("ja",)),
        ("en-US", ("en",)),
        ("Quenya", ("Quenya",)),
        ("None", ()),
    ],
)
def test_languages_become_codes(written: str, codes: tuple[str, ...]) -> None:
    assert language_codes(written) == codes


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("no", "Norwegian"), ("gd", "Scottish Gaelic"), ("Klingon", "Klingon")]
)
def test_a_code_becomes_the_name_in_english(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize("title", ["Maleficent", "Iron Man", "Coraline", "Mama", "Colonia"])
def test_a_film_title_is_no_language(title: str) -> None:
    assert language_code(title) is None


@pytest.mark.parametrize(
    ("written", "count"),
    [("1,234", 1234), ("12 345", 12345), ("1.234 votes", 1234), (",", 0), ("", 0), ("9" * 5000, 0)],
)
def test_a_count_is_read_in_any_notation_and_never_fails(written: str, count: int) -> None:
    assert counted(written) == count
