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


def test_a_film_without_reviews_is_no_review_among_those_with_some() -> None:
    review = {"author": "ola", "title": "Fog", "text": "It sinks, and so did I.", "rate": "8"}
    films = [
        {"title": "Mire", "year": "1990", "reviews": [review]},
        {"title": "Salt", "year": "1975", "reviews": []},
    ]
    found = read("films.json", json.dumps(films))
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]
    assert [review.headline for review in found.reviews] == ["Fog"]


def test_a_cast_told_line_by_line_and_ratings_of_several_sites_in_one_cell() -> None:
    table = 'Title,Year,Cast,movie_ratings\nMire,1990,"Director: Bo Rig\nCast: Ann Ott, Cy Elm","imdb: 7.1, tmdb: 6"\n'
    (extract,) = read("films.csv", table).extracts
    assert extract.facts.cast == ("Ann Ott", "Cy Elm")
    assert [(one.by, one.value) for one in extract.facts.ratings] == [("imdb", 7.1), ("tmdb", 6)]


def test_an_nfo_in_utf_16_is_read() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><movie><title>Mire</title><userrating>7</userrating></movie>'
    assert read("a.nfo", text.encode("utf-16")).titles == [("Mire", None)]


def test_a_note_lists_viewings_says_its_scale_or_has_a_word_for_a_rating() -> None:
    head = "---\ntitle: Mire\nyear: 1990\nviewings:\n  - date: 2020-01-02\n    venue: Home\n  - date: 2022-03-04\n"
    found = read("a.md", f"{head}score: 4\nmax_score: 10\n---\n\nIt sinks.\n\n<!--more-->\n\nAll of it.\n")
    assert [viewing.date for viewing in found.own[0].viewings] == ["2020-01-02", "2022-03-04"]
    assert [(one.value, one.out_of) for one in found.own[0].ratings] == [(4, 10)]
    assert [review.text for review in found.reviews] == ["It sinks.\n\nAll of it."]
    left = read("b.md", "---\ntitle: Mire\nyear: 1990\ngrade: Abandoned\n---\n\nI left.\n")
    assert left.own[0].extra == {"rating": "Abandoned"}


def test_a_day_of_org_in_a_property_is_a_day() -> None:
    found = read("films.org", "* Mire (1990)\n:PROPERTIES:\n:Watched: [2021-05-06 Thu]\n:END:\n")
    assert [viewing.date for viewing in found.own[0].viewings] == ["2021-05-06"]


def test_copies_of_imdbs_other_titles_may_write_their_flags_as_decimals() -> None:
    table = "title_id,ordering,title,region,is_original_title\ntt7654323,1,Moor,DE,0.0\ntt7654323,2,Mire,,1.0\n"
    (extract,) = read("title.akas.csv", table).extracts
    assert (extract.facts.title, extract.facts.other_titles) == ("Mire", ("Moor",))


def test_signs_of_less_and_more_are_no_marks() -> None:
    found = read(
        "reviews.csv", 'movie_title,user,review\nMire,ann,"a < b and c > d, if a<b and c>d; <b>but</b> <3 it"\n'
    )
    assert [review.text for review in found.reviews] == ["a < b and c > d, if a<b and c>d; but <3 it"]


def test_a_table_in_indonesian_is_read() -> None:
    found = read("a.tsv", "judul_film\tpenulis\tnilai\tulasan\nMire (1990)\tayu\t8\tTenggelam, dan saya juga.\n")
    assert found.titles == [("Mire", 1990)]
    assert [(review.author, review.text) for review in found.reviews] == [("ayu", "Tenggelam, dan saya juga.")]


def test_infoboxes_in_a_table_write_days_twice_and_have_footnotes() -> None:
    header = "title\tdirector\tstarring\trelease_date\truntime\n"
    table = f"{header}Mire (film)\tBo Rig\tAnn\t1 May 1990 (1990-05-01)\t95 min[1]\n"
    (extract,) = read("article_1.tsv", table).extracts
    assert (extract.facts.released, extract.facts.year, extract.facts.runtime_minutes) == ("1990-05-01", 1990, 95)


def test_a_note_keeps_a_title_in_another_language_and_several_days_in_one_field() -> None:
    head = "---\ntype: movie\ntitle: Moor\nenglishTitle: Mire\nyear: 1990\nlastWatched: 2022-01-02, 2023-05-06\n---\n"
    found = read("Moor.md", head)
    assert found.extracts[0].facts.other_titles == ("Mire",)
    assert [viewing.date for viewing in found.own[0].viewings] == ["2022-01-02", "2023-05-06"]
