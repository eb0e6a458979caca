"""What further programs write of films, and what people make of the exports of others."""

from __future__ import annotations

import pytest

from tests.unit.readers.reading import read
from tui.readers.rows.roles import role_of


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("rating_imdb", "film_rating"),
        ("DOUBAN_SCORE", "film_rating"),
        ("kp votes", "film_votes"),
        ("imdb_votes_count", None),
        ("No_of_Votes", "film_votes"),
        ("Star3", "cast"),
        ("Released_Year", "year"),
    ],
)
def test_names_of_columns_by_their_parts(name: str, role: str | None) -> None:
    assert role_of(name) == role


def test_a_series_title_is_a_films_where_no_other_title_stands_beside_it() -> None:
    rows = "Tin Moon,1973,PG,7.1\nReed,PG,U,6.2\n"
    found = read("top.csv", f"Series_Title,Released_Year,Certificate,IMDB_Rating\n{rows}")
    assert found.titles == [("Tin Moon", 1973), ("Reed", None)]
    assert "year that is none («PG»); left out" in found.remarks
    other = read("seen.csv", "Title,Series Title,Playback Start Datetime (UTC)\nTin Moon,,2023-01-02 20:00:00\n")
    assert other.titles == [("Tin Moon", None)]
    assert other.own[0].viewings[0].date == "2023-01-02"


def test_a_rating_of_certificates_leaves_the_score_its_place() -> None:
    head = "name,rating,year,released,score,votes\n"
    (film,) = read("movies.csv", f'{head}Tin Moon,PG-13,1973,"June 13, 1973 (Norway)",7.4,900\n').extracts
    assert (film.facts.certificate, film.facts.released) == ("PG-13", "1973-06-13")
    assert [(one.value, one.votes) for one in film.facts.ratings] == [(7.4, 900)]


def test_columns_that_were_put_beside_letterboxds_own_say_something_of_the_film() -> None:
    head = "Date,Name,Year,Letterboxd URI,Rating,Genres,Directors,Runtime,TMDB ID\n"
    (film,) = read(
        "ratings.csv", f'{head}2022-05-06,Tin Moon,1973,https://boxd.it/a,3.5,"Drama, War",A. Wolk,95,77\n'
    ).extracts
    assert (film.facts.genres, film.facts.directors, film.facts.runtime_minutes) == (("Drama", "War"), ("A. Wolk",), 95)
    assert film.facts.ids == {"boxd": "a", "tmdb": "77"}


def test_rows_of_letterboxd_as_a_script_are_their_owners() -> None:
    rows = (
        '{"Date": "2022-05-10", "Name": "Tin Moon", "Year": 1973, "Letterboxd URI": "https://boxd.it/a", "Rating": 3.5}'
    )
    found = read("ratings.js", f"const ratings = [\n  {rows}\n]\nmodule.exports = ratings\n")
    assert found.titles == [("Tin Moon", 1973)]
    assert [(one.value, one.out_of) for one in found.own[0].ratings] == [(3.5, 5)]


def test_games_in_a_list_of_imdbs_are_left_out_by_number() -> None:
    head = "Const,Your Rating,Date Rated,Title,URL,Title Type,Year\n"
    rows = "tt0000077,8,2020-01-02,Tin Moon,,movie,1973\ntt0000078,9,2020-01-02,Tin Quest,,videoGame,1993\n"
    found = read("ratings.csv", head + rows)
    assert found.titles == [("Tin Moon", 1973)]
    assert found.remarks == ("row 3 is left out: it is about no film («videoGame»)",)


def test_a_word_for_a_rating_is_kept_as_it_is() -> None:
    (own,) = read("log.json", '[{"title": "Tin Moon", "year": 1973, "my_rating": "Outstanding"}]').own
    assert own.extra["rating"] == "Outstanding"


def test_trailers_in_netflixs_archive_are_no_viewings() -> None:
    head = "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Country\n"
    rows = (
        "Ada,2023-01-02 20:00:00,01:31:00,,Tin Moon,,NO (Norway)\nAda,2023-01-02 19:00:00,00:00:30,,Reed,TRAILER,NO\n"
    )
    found = read("ViewingActivity.csv", head + rows)
    assert found.titles == [("Tin Moon", None)]
    assert found.own[0].viewings[0].date == "2023-01-02"
    assert found.remarks == ("row about a trailer; passed over",)


def test_a_note_whose_fields_stand_in_its_text_is_called_like_its_file() -> None:
    text = "#movie #seen\n\nYear:: 1973\nDirector:: [[A. Wolk]]\nMy Rating:: 8/10\n\nA lamp, and who keeps it.\n"
    found = read("Tin Moon.md", text)
    assert found.titles == [("Tin Moon", 1973)]
    assert found.reviews[0].text == "A lamp, and who keeps it."
    assert found.own[0].tags == ("movie", "seen")
    assert not read("2023-01-02.md", text).extracts


def test_a_diary_entry_as_a_plug_in_writes_it_is_its_quotation_and_no_link() -> None:
    text = (
        '---\nfilm: "[[Tin Moon (1973)]]"\nrating: 3.5\nwatched_date: 2023-01-02\n'
        'letterboxd_url: "https://letterboxd.com/ada/film/tin-moon/"\n---\n\n'
        "> A lamp, and who keeps it.\n\n---\n[View it](https://letterboxd.com/ada/film/tin-moon/)\n"
    )
    found = read("2023-01-02 Tin Moon.md", text)
    assert found.extracts[0].facts.ids == {"letterboxd": "tin-moon"}
    assert [one.text for one in found.reviews] == ["A lamp, and who keeps it."]


def test_joplins_own_fields_are_no_text() -> None:
    text = (
        "Tin Moon (1973)\n\nRating: 8/10\nWatched: 2023-01-02\n\nA lamp, and who keeps it, and why.\n\n"
        "id: 5d77aa0b5e6f4b6f8d1c2d3e4f5a6b7c\nparent_id: \ncreated_time: 2023-01-03T10:00:00.000Z\ntype_: 1"
    )
    found = read("5d77aa0b.md", text)
    assert found.titles == [("Tin Moon", 1973)]
    assert [one.text for one in found.reviews] == ["A lamp, and who keeps it, and why."]
    assert found.own[0].viewings[0].date == "2023-01-02"


def test_an_org_file_about_one_film_has_its_properties_above_its_title() -> None:
    text = (
        ":PROPERTIES:\n:ID: 5d77\n:YEAR: 1973\n:RATING: 8/10\n:DIRECTOR: A. Wolk\n:END:\n#+title: Tin Moon\n"
        "#+filetags: :movie:\n\nA lamp, and who keeps it.\n"
    )
    found = read("tin.org", text)
    assert found.titles == [("Tin Moon", 1973)]
    assert found.extracts[0].facts.directors == ("A. Wolk",)
    assert found.own[0].ratings[0].value == 8


def test_titles_and_genres_between_odd_marks() -> None:
    rows = [("reed", "1990/I"), ("tin moon", "1973"), ("the lamp", "1950")]
    found = read(
        "titles.txt",
        "".join(
            f"m{at} +++$+++ {title} +++$+++ {year} +++$+++ 6.90 +++$+++ 6{at}8 +++$+++ ['drama', 'war']\n"
            for at, (title, year) in enumerate(rows)
        ),
    )
    assert found.titles == [("reed", 1990), ("tin moon", 1973), ("the lamp", 1950)]
    assert found.extracts[0].facts.ratings[0].value == 6.9


def test_marks_of_references_are_no_part_of_a_plot_from_wikipedia() -> None:
    head = "Release Year,Title,Wiki Page,Plot\n"
    (film,) = read(
        "plots.csv", f"{head}1973,Tin Moon,https://en.wikipedia.org/wiki/Tin_Moon,He waits.[1] She comes.[12]\n"
    ).extracts
    assert film.facts.plot == "He waits. She comes."


def test_an_org_file_may_be_a_table_and_nothing_else() -> None:
    text = (
        "| Movie    | Watched?   | Why watch    | Genres         |\n"
        "|----------+------------+--------------+----------------|\n"
        "| Tin Moon | 07/29/2022 | Bo says so   | Drama / Comedy |\n"
        "| Reed     |            | good reviews |                |\n"
    )
    found = read("movies.org", text)
    assert [title for title, _ in found.titles] == ["Tin Moon", "Reed"]
    assert found.extracts[0].facts.genres == ("Drama", "Comedy")
    assert found.own[0].viewings[0].date == "2022-07-29"
    assert found.extracts[1].facts.extra["Why watch"] == "good reviews"


def test_ratings_in_an_org_file_are_out_of_what_all_of_them_show() -> None:
    def rated(*ratings: str) -> list[float]:
        text = "#+TITLE: Movies\n" + "".join(
            f"* DONE Film {place} ({1950 + place})\n:PROPERTIES:\n:rating: {rating}\n:END:\n"
            for place, rating in enumerate(ratings)
        )
        return [own.ratings[0].out_of for own in read("movies.org", text).own]

    assert rated("3.5", "4") == [5, 5]
    assert rated("3.5", "8") == [10, 10]


def test_a_year_that_nobody_knows_yet_leaves_the_film_in_a_list_of_imdbs() -> None:
    head = "position,const,created,Title,Title type,You rated,Year,Release Date (month/day/year)\n"
    rows = "1,tt0000077,Fri Feb 15 22:45:23 2013,Tin Moon,Feature Film,8,????,1990-07\n"
    (film,) = read("WATCHLIST.csv", head + rows).extracts
    assert (film.facts.title, film.facts.released) == ("Tin Moon", "1990-07")
    assert film.personal is not None
    assert film.personal.watchlist == "2013-02-15"


def test_a_watchlist_of_addresses_alone() -> None:
    found = read("WATCHLIST.csv", "".join(f"http://www.imdb.com/title/tt000007{at}/\n" for at in range(5)))
    assert [extract.facts.ids for extract in found.extracts] == [{"imdb": f"tt000007{at}"} for at in range(5)]
    assert all(own.watchlist for own in found.own)


def test_the_film_of_a_row_may_be_told_by_the_address_behind_its_title() -> None:
    text = (
        "# Films 2023\n\n| Date | Title | Year | Rating |\n|---|---|---|---|\n"
        "| 2023-01-02 | [Tin Moon](https://www.imdb.com/title/tt0000077/) | 1973 | 8/10 |\n"
        "| 2023-01-03 | Reed | 1990 | 6/10 |\n"
    )
    found = read("films-2023.md", text)
    assert [extract.facts.ids for extract in found.extracts] == [{"imdb": "tt0000077"}, {}]


def test_a_stroke_before_a_quotation_mark_is_told_from_one_that_is_text() -> None:
    rows = '1;"Tin Moon (1973)";4;"A lamp; and \\"its\\" keeper."\n2;"Reed (1990)";2;"Dry \\"as reed\\"."\n'
    found = read("reviews.csv", f"id;movie_title;stars;body\n{rows}")
    assert [one.text for one in found.reviews] == ['A lamp; and "its" keeper.', 'Dry "as reed".']


def test_titles_with_tmdbs_numbers_are_its_films() -> None:
    rows = "".join(
        f'{{"adult":false,"id":{at},"original_title":"Film {at}","popularity":1.5,"video":false}}\n' for at in (7, 9)
    )
    found = read("movie_ids.json", rows)
    assert [(extract.facts.title, extract.facts.ids) for extract in found.extracts] == [
        ("Film 7", {"tmdb": "7"}),
        ("Film 9", {"tmdb": "9"}),
    ]


def test_a_list_of_trakts_that_stands_in_another_file_keeps_its_name() -> None:
    film = '{"rank":1,"type":"movie","movie":{"title":"Tin Moon","year":1973,"ids":{"trakt":3}}}'
    text = f'[{{"name":"Best lamps","ids":{{"slug":"best-lamps"}},"items":[{film}]}}]'
    (own,) = read("lists.json", text).own
    assert [(one.name, one.position) for one in own.lists] == [("Best lamps", 1)]


_REVIEWS = (
    "user,rating,date,review\nada,4,2022-01-05,The lamp is what one remembers of it.\n"
    "bo,2,2022-01-06,Too long by half for what it tells.\n"
)


@pytest.mark.parametrize("name", ["Tin Moon.csv", "Tin_Moon_reviews.csv", "锡月.csv"])
def test_a_table_of_reviews_that_names_no_film_is_about_the_one_it_is_called_after(name: str) -> None:
    rows = (
        "ada,4,2022-01-05,The lamp is what one remembers of it.\nbo,2,2022-01-06,Too long by half for what it tells.\n"
    )
    found = read(name, f"user,rating,date,review\n{rows}")
    assert {extract.facts.title for extract in found.extracts} in ({"Tin Moon"}, {"锡月"})
    assert all(extract.inferred for extract in found.extracts)
    assert "as the file is called" in found.remarks[0]


@pytest.mark.parametrize("name", ["reviews.csv", "IMDB Dataset.csv", "train.csv", "my_reviews_final.csv", "tin.csv"])
def test_a_table_of_reviews_by_a_common_name_is_about_no_film(name: str) -> None:
    rows = (
        "ada,4,2022-01-05,The lamp is what one remembers of it.\nbo,2,2022-01-06,Too long by half for what it tells.\n"
    )
    found = read(name, f"user,rating,date,review\n{rows}")
    assert {extract.facts.title for extract in found.extracts} == {None}


def test_an_answer_beside_its_status() -> None:
    film = '{"imdb_code": "tt0000077", "title": "Tin Moon", "year": 1973, "runtime": 95, "genres": ["Drama"]}'
    text = f'{{"status": "ok", "status_message": "fine", "data": {{"movie_count": 1, "movies": [{film}]}}}}'
    (one,) = read("movies.json", text).extracts
    assert (one.facts.title, one.facts.ids, one.facts.runtime_minutes) == ("Tin Moon", {"imdb": "tt0000077"}, 95)


def test_a_user_rating_beside_a_rating_is_the_owners_where_they_also_watched() -> None:
    head = "Title,Year,Rating,View Count,Last Viewed at,User Rating\n"
    (film,) = read("plex.csv", f"{head}Tin Moon,1973,7.1,2,2023-01-02 20:00:00,8.0\n").extracts
    assert [one.value for one in film.facts.ratings] == [7.1]
    assert film.personal is not None
    assert [one.value for one in film.personal.ratings] == [8]
