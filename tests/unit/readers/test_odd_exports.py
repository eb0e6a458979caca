"""What programs and data sets write now and then: states without a day, rows that slipped, files that were cut off."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.reading import read


def test_a_row_of_movarys_history_is_a_viewing_also_without_its_day() -> None:
    found = read("history.csv", "title,year,tmdbId,imdbId,watchedAt,comment\nMire,1990,57,,,\n")
    assert [viewing.date for viewing in found.own[0].viewings] == [None]


def test_what_is_read_of_an_nfo_that_was_cut_off_is_kept_and_a_favourite_is_liked() -> None:
    found = read(
        "a.nfo", "<movie><title>Mire &amp; Reed</title><isuserfavorite>true</isuserfavorite><plot>It sinks.</plot>\n"
    )
    assert found.titles == [("Mire & Reed", None)]
    assert found.own[0].liked == "yes"
    assert found.remarks == ("its XML ends in the middle; read as far as it goes",)


def test_titles_by_country_that_name_no_film_are_none() -> None:
    told = [{"title": "Moor", "country": "de"}, {"title": "Tourbière", "country": "fr"}]
    found = read("aliases.json", json.dumps(told))
    assert (found.reader, found.extracts) == ("trakt", ())
    assert "which film" in found.remarks[0]


def test_a_runtime_that_slipped_into_the_certificate_is_a_runtime() -> None:
    table = (
        "type,title,release_year,rating,duration,description\n"
        + "".join(f"Movie,Mire {i},1990,PG-13,95 min,A man sinks slowly.\n" for i in range(6))
        + "Movie,Salt,1975,74 min,,A strike at a mine.\n"
    )
    facts = [extract.facts for extract in read("titles.csv", table).extracts]
    assert [(one.certificate, one.runtime_minutes) for one in facts] == [("PG-13", 95)] * 6 + [(None, 74)]


def test_nought_is_no_rating_beside_a_number_of_imdb() -> None:
    found = read(
        "reviews.csv", 'imdb_id,rating,review\ntt7654323,0,"It sinks, and so did I."\ntt7654322,1,"Dry as salt."\n'
    )
    assert [review.rating.value if review.rating else None for review in found.reviews] == [None, 1]


@pytest.mark.parametrize("end", ["!", "."])
def test_titles_that_end_like_sentences_are_those_of_reviews(end: str) -> None:
    words = ("Great", "Awful", "Wet", "Fine", "Slow", "Dull", "Odd", "Bright", "Calm")
    rows = "".join(
        f'"{word}{end}","It sinks, number {i}, and so did I, for an hour or more.",{i}\n'
        for i, word in enumerate(words)
    )
    found = read("reviews.csv", f"Title,Review,Rating\n{rows}")
    assert found.titles == [(None, None)] * len(found.extracts)
    assert found.reviews[0].headline == f"Great{end}"
