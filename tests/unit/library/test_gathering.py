"""What tells films apart is worked out only for those that something has in common with another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.library.test_importing import LONG, film, review
from tui.library import Library, gathering
from tui.library.identity import subject_of
from tui.library.indexing import Indexing
from tui.models import Facts

NEW = [film(f"Harbour {word} lights", 1990 + place) for place, word in enumerate(("amber", "blue", "carmine", "dun"))]


@pytest.fixture(autouse=True)
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Indexing, "update", lambda *_: False)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the films that it was worked out for."""
    titles: list[str] = []

    def counted(facts: Facts) -> Any:
        titles.append(str(facts.title))
        return subject_of(facts)

    monkeypatch.setattr(gathering, "subject_of", counted)
    return titles


def test_films_that_share_nothing_are_not_compared(library: Library, write: Any, asked: list[str]) -> None:
    report = library.import_paths([write("a.rows", *NEW)])
    assert report.films == len(NEW)
    assert asked == []


def test_only_those_that_share_a_title_with_another_are_compared(
    library: Library, write: Any, asked: list[str]
) -> None:
    library.import_paths([write("a.rows", film("Harbour blue lights", 1991, directors=["Ann Lee"]))])
    twins = [film("The Pier", 1990, plot=LONG), film("The Pier", 1990, directors=["Bo Ek"])]
    assert library.import_paths([write("b.rows", *NEW, *twins)]).films == len(NEW)
    assert sorted(set(asked)) == ["Harbour blue lights", "The Pier"]
    assert library.film("harbour-blue-lights-1991").film.directors == ("Ann Lee",)


def test_films_of_one_title_are_compared_where_their_years_let_them_be_one(
    library: Library, write: Any, asked: list[str]
) -> None:
    lantern = [film("The Lantern", year, directors=["Ann Lee"]) for year in (1950, 1951, 1970, 1990)]
    mirror = [film("The Mirror", 1940), film("The Mirror", 1960), film("The Mirror", directors=["Bo Ek"])]
    report = library.import_paths([write("a.rows", *lantern, *mirror)])
    assert sorted(asked) == ["The Lantern"] * 2 + ["The Mirror"] * 3
    assert [(one.title, one.year) for one in library.catalogue()] == [
        ("The Lantern", 1950),
        ("The Lantern", 1970),
        ("The Lantern", 1990),
        ("The Mirror", None),
        ("The Mirror", 1940),
        ("The Mirror", 1960),
    ]
    assert report.films == len(library.catalogue())


def test_a_film_joins_one_that_shares_only_a_title_of_a_third(library: Library, write: Any) -> None:
    library.import_paths([write("a.rows", film("The Pier", 1990, original_title="Molo", directors=["Bo Ek"]))])
    library.import_paths([write("b.rows", film("Jetty", 1990, other_titles=["Molo"], directors=["Bo Ek"]))])
    report = library.import_paths([write("c.rows", film("The Jetty", 1990, directors=["Bo Ek"]), *NEW)])
    assert report.films == len(NEW)
    assert len(library.catalogue()) == len(NEW) + 1


def test_the_facts_of_a_document_that_broke_off_are_read_from_the_next(library: Library, write: Any) -> None:
    row = film("Harbour blue lights", 1991, review(LONG))
    bad = write("bad.rows", NEW[0], row)
    bad.write_text(bad.read_text() + "\n{broken", encoding="utf-8")
    report = library.import_paths([write("first.rows", NEW[0]), bad, write("good.rows", row, row, NEW[0])])
    assert [one.status for one in report.documents] == ["imported", "failed", "imported"]
    assert (report.films, report.reviews) == (2, 1)
