from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tui.library.identity import Decision, group, subject_of
from tui.models import Facts


def facts(title: str | None = None, year: int | None = None, **more: Any) -> Facts:
    return msgspec.convert({"title": title, "year": year, **more}, Facts)


def films(*claims: Facts, decisions: tuple[Decision, ...] = ()) -> int:
    """Return how many films the claims are about; the answer must not depend on their order."""
    subjects = list({subject.key: subject for subject in map(subject_of, claims)}.values())
    answers = {len(group(order, decisions)) for order in (subjects, subjects[::-1], subjects[1:] + subjects[:1])}
    assert len(answers) == 1
    return answers.pop()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour", "Harbour, The"),
        ("Amélie au port", "AMELIE AU PORT"),
        ("Fish & Chips", "Fish and Chips"),
        ("Harbour II", "Harbour 2"),
        ("Seven Sails", "7 Sails"),
        ("Harbour: Nights!", "Harbour – Nights"),
        ("Harbour II", "Harbour Two"),
        ("L'Approdo", "Approdo, L'"),
        ("L’Approdo", "L'APPRODO"),
        ("Das Wehr", "Wehr, Das"),
        ("S3ven Sails", "Seven Sails"),
        ("Harb0ur", "Harbour"),
        ("Harbour: Vol. 2", "Harbour, Volume Two"),
        ("Harbour³", "Harbour 3"),
        ("H.A.R.B.O.R.", "Harbor"),
        ("Æther & Straße", "Aether and Strasse"),
    ],
)
def test_spellings_of_one_title_in_one_year_are_one_film(one: str, other: str) -> None:
    assert films(facts(one, 1999), facts(other, 1999)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour", "Harbours"),
        ("Harbour", "Harbour II"),
        ("Harbour: Vol. I", "Harbour: Vol. II"),
        ("Harbour and the Storm: Part 1", "Harbour and the Storm: Part 2"),
    ],
)
def test_films_of_one_series_are_not_one_film_even_of_one_year_and_crew(one: str, other: str) -> None:
    crew: dict[str, Any] = {"directors": ["Ines Dahl"], "cast": ["Marla Quent", "Bo Arden"]}
    assert films(facts(one, 2013, **crew), facts(other, 2013, **crew)) == 2
    assert films(facts(one, 2013, **crew), facts(other, 2014, **crew)) == 2


def test_a_foreign_article_or_a_second_title_may_be_missing_where_more_speaks_for_it() -> None:
    known = {"directors": ["Ines Dahl"]}
    assert films(facts("L'Approdo", 1960, **known), facts("Approdo", 1960, **known)) == 1
    assert films(facts("L'Approdo", 1960), facts("Approdo", 1960)) == 2
    long = facts("Gull or (The Unexpected Virtue of Wind)", 2014, **known)
    assert films(long, facts("Gull", 2014, **known)) == 1


def test_a_title_in_another_language_joins_what_only_one_document_says_together() -> None:
    italian, english = facts("Luci del porto", 1997), facts("Harbour Lights", 1997)
    assert films(italian, english) == 2
    both = facts("Luci del porto", 1997, other_titles=["Harbour Lights"])
    assert films(italian, english, both) == 1
    assert films(italian, facts("Harbour Lights", 2011), both) == 2


def test_namesakes_of_one_year_are_apart_by_ids_of_any_kind() -> None:
    one, other = facts("Echo", 2014, ids={"tmdb": "1"}), facts("Echo", 2014, ids={"tmdb": "2"})
    assert films(one, other) == 2


def test_a_remake_is_another_film() -> None:
    assert films(facts("Harbour", 1951), facts("Harbour", 1999)) == 2


def test_a_neighbouring_year_needs_further_evidence() -> None:
    assert films(facts("Harbour", 1998), facts("Harbour", 1999)) == 2
    assert films(facts("Harbour", 1998, directors=["Ines Dahl"]), facts("Harbour", 1999, directors=["Ines Dahl"])) == 1
    assert films(facts("Harbour", 1998, runtime_minutes=101), facts("Harbour", 1999, runtime_minutes=101)) == 1


def test_different_people_keep_namesakes_of_one_year_apart() -> None:
    one = facts("Echo", 2020, directors=["Ines Dahl"], cast=["Marla Quent"])
    other = facts("Echo", 2020, directors=["Ottokar Lim"], cast=["Bo Arden"])
    assert films(one, other) == 2


def test_different_imdb_ids_never_are_one_film() -> None:
    one, other = facts("Echo", 2020, ids={"imdb": "tt0000001"}), facts("Echo", 2020, ids={"imdb": "tt0000002"})
    assert films(one, other) == 2
    assert films(one, other, facts("Echo", 2020)) == 2
    assert films(one, facts("Écho", 1999, ids={"imdb": "tt0000001"})) == 1


def test_a_shared_id_of_any_kind_makes_one_film() -> None:
    assert films(facts("Echo", 2020, ids={"tmdb": "7"}), facts("L'Écho", 2021, ids={"tmdb": "7"})) == 1


def test_the_original_title_counts() -> None:
    assert films(facts("Hafenlichter", 1999, original_title="Harbour Lights"), facts("Harbour Lights", 1999)) == 1


def test_a_subtitle_needs_further_evidence() -> None:
    long, short = "Star Harbour: The Beginning", "Star Harbour"
    assert films(facts(long, 1977), facts(short, 1977)) == 2
    assert films(facts(long, 1977, directors=["Ines Dahl"]), facts(short, 1977, directors=["Ines Dahl"])) == 1


def test_without_a_year_the_only_film_of_the_title_is_meant() -> None:
    assert films(facts("Harbour"), facts("Harbour", 1999)) == 1
    assert films(facts("Harbour"), facts("Harbour", 1999), facts("Harbour", 1951)) == 3
    known = facts("Harbour", 1999, cast=["Marla Quent", "Bo Arden"])
    assert films(facts("Harbour", cast=["Marla Quent", "Bo Arden"]), known, facts("Harbour", 1951)) == 2


def test_without_a_year_an_article_makes_another_title() -> None:
    assert films(facts("Harbour"), facts("The Harbour", 1999)) == 2


def test_what_the_user_decided_goes_before_everything() -> None:
    one, other = facts("Echo", 2020), facts("Reply", 1999)
    keys = subject_of(one).key, subject_of(other).key
    assert films(one, other, decisions=(Decision(one=keys[0], other=keys[1]),)) == 1
    twin = facts("Echo", 2020, tagline="x", runtime_minutes=90)
    apart = Decision(one=keys[0], other=subject_of(twin).key, same=False)
    assert films(one, twin) == 1
    assert films(one, twin, decisions=(apart,)) == 2


def test_a_page_shared_by_films_of_two_titles_or_years_makes_them_no_one_film() -> None:
    page = {"ids": {"wikipedia": "en.wikipedia.org/wiki/Harbour_serials"}}
    assert films(facts("Harbour Nights", 1905, **page), facts("Harbour Nights", 1925, **page)) == 2
    assert films(facts("Harbour Nights", 1905, **page), facts("Harbour Days", 1905, **page)) == 2


def test_namesakes_of_one_year_are_apart_where_their_pages_say_so() -> None:
    one = facts("Harbour", 1918, extra={"slug": "Harbour_(1918_Quay_film)"}, cast=["Marla Quent", "Bo Arden"])
    other = facts("Harbour", 1918, extra={"slug": "Harbour_(1918_film)"}, cast=["Ines Dahl"])
    assert films(one, other) == 2
    assert films(one, facts("Harbour", 1918, extra={"slug": "Harbour_(1918_Quay_film)"}, cast=["Ines Dahl"])) == 1


def test_a_page_under_another_name_or_the_address_of_a_note_keeps_nothing_apart() -> None:
    renamed = facts("Harbour", 1918, ids={"wikipedia": "en.wikipedia.org/wiki/Harbour_(1918_film)"})
    assert films(renamed, facts("Harbour", 1918, ids={"wikipedia": "en.wikipedia.org/wiki/Harbour_(film)"})) == 1
    assert films(renamed, facts("Harbour", 1918, extra={"slug": "my-harbour-review"})) == 1
    moved = facts("Harbour", 1918, extra={"slug": "Harbour_(Quay_film)"}, cast=["Ines Dahl"])
    assert films(facts("Harbour", 1918, extra={"slug": "Harbour_(1918_film)"}, cast=["Ines Dahl"]), moved) == 1


def test_short_links_of_letterboxd_that_differ_by_capitals_are_two_films() -> None:
    one, other = facts("The Harbour", 1982, ids={"boxd": "1wXq"}), facts("Low Water", 2006, ids={"boxd": "1WXQ"})

    assert films(one, other) == 2
    assert films(one, facts("Harbor", 1982, ids={"boxd": "1wXq"})) == 1
    assert films(facts("The Harbour", ids={"imdb": "TT1"}), facts("Low Water", ids={"imdb": "tt1"})) == 1


def test_decisions_hold_that_were_made_when_capitals_of_short_links_were_folded() -> None:
    one, other = facts("The Harbour", 1982, ids={"boxd": "1wXq"}), facts("Low Water", 2006, ids={"boxd": "Qy9"})
    folded = [
        subject_of(facts("The Harbour", 1982, ids={"boxd": "1wxq"})).key,
        subject_of(facts("Low Water", 2006, ids={"boxd": "qy9"})).key,
    ]

    assert films(one, other, decisions=(Decision(one=folded[0], other=folded[1]),)) == 1
    assert films(one, other) == 2
