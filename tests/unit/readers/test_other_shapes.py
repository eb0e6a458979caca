"""Tables and JSON in the shapes that other people's tools give them: every row a record, every scale and date right."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.unit.readers.reading import read

_LONG = "The camera waits at the harbour until the last boat is gone, and so do we, gladly, for two hours. "


def _table(*rows: tuple[object, ...], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def test_a_single_late_rating_settles_the_scale_of_all() -> None:
    rows = [(f"Harbour {at // 100}", _LONG * 2 + str(at), 1 if at < 900 else 8) for at in range(1000)]
    found = read("combined.csv", _table(("title", "comment", "rating"), *rows))
    assert {(review.rating.value, review.rating.out_of) for review in found.reviews if review.rating} == {
        (1, 10),
        (8, 10),
    }
    objects = [dict(zip(("movie", "comment", "rating"), row, strict=True)) for row in rows]
    found = read("combined.json", json.dumps(objects))
    assert {review.rating.out_of for review in found.reviews if review.rating} == {10}


def test_a_slip_of_the_hand_is_no_scale() -> None:
    rows = [(f"Harbour {at // 100}", _LONG + str(at), 88 if at == 700 else at % 10 + 1) for at in range(1000)]
    found = read("combined.csv", _table(("title", "comment", "rating"), *rows))
    assert {review.rating.out_of for review in found.reviews if review.rating} == {10}
    assert sum(review.rating is None for review in found.reviews) == 1
    assert "rating that has no known scale; the review is kept without it" in found.remarks


@pytest.mark.parametrize(("last", "expected"), [("25/03/2019", "2019-04-03"), ("03/25/2019", "2019-03-04")])
def test_one_date_settles_the_order_of_all(last: str, expected: str) -> None:
    rows = [("Harbour", _LONG + str(at), "03/04/2019") for at in range(900)]
    found = read("reviews.csv", _table(("movie", "review", "date"), *rows, ("Harbour", _LONG, last)))
    assert len(found.reviews) == 901
    assert {review.date for review in found.reviews[:-1]} == {expected}


def test_dates_that_nothing_settles_stay_as_written() -> None:
    rows = [("Harbour", _LONG + str(at), "03/04/2019") for at in range(10)]
    found = read("reviews.csv", _table(("movie", "review", "date"), *rows))
    assert {review.date for review in found.reviews} == {"03/04/2019"}


def test_chinese_tables_in_their_own_encoding() -> None:
    rows = [
        (
            f"长城{at // 5}",
            f"观众{at}",
            ["力荐", "较差"][at % 2],
            f"2018/4/{at + 1}",
            f"这部电影的故事很好看，第{at}次。",
        )
        for at in range(20)
    ]
    text = _table(("电影名", "用户名", "评分", "评论时间", "评论内容"), *rows)
    for encoding in ("gb18030", "utf-8-sig"):
        found = read("电影.csv", text.encode(encoding))
        assert found.titles[0] == ("长城0", None)
        assert len(found.reviews) == 20
        assert found.reviews[1].author == "观众1"
        assert found.reviews[1].date == "2018-04-02"
        assert [(one.rating.value, one.rating.out_of) for one in found.reviews[:2] if one.rating] == [(5, 5), (2, 5)]


def test_a_table_parted_by_dollars_whose_films_are_numbers() -> None:
    header = ("username", "movie_id", "user_rate", "user_comment", "movie_rating", "movie_rating_count")
    rows = [(f"widz{at}", 100 + at // 10, at % 10 + 1, f'Żółć i "gęsia" jaźń {at}.', 8.32, 296) for at in range(60)]
    found = read("dataset.csv", _table(header, *rows, delimiter="$"))
    assert len(found.reviews) == 60
    assert len(found.extracts) == 6
    assert found.reviews[7].author == "widz7"
    assert found.reviews[7].rating
    assert (found.reviews[7].rating.value, found.reviews[7].rating.out_of) == (8, 10)
    columns = {name: {str(at): row[place] for at, row in enumerate(rows * 60)} for place, name in enumerate(header)}
    found = read("dataset.json", json.dumps(columns))
    assert (found.reader, len(found.reviews)) == ("json", 3600)


def test_a_list_of_reviews_under_its_films_name() -> None:
    reviews = [{"title": f" Great {at}", "review": _LONG + str(at)} for at in range(5)]
    found = read("GreyHarbour(2019).json", json.dumps({"GreyHarbour(I)(2019)": reviews}))
    assert found.titles == [("Grey Harbour", 2019)]
    assert [review.headline for review in found.reviews] == [f"Great {at}" for at in range(5)]


def test_an_account_export_that_a_tool_made_one_json() -> None:
    film = {"Name": "Tin Moon", "Year": "1973"}
    entry = film | {
        "Letterboxd URI": "https://boxd.it/e1",
        "Rating": "3.5",
        "Rewatch": "",
        "Watched Date": "2024-02-05",
    }
    value = {
        "files": ["diary.csv"],
        "diary": [entry],
        "watched": [film | {"Name": "Mire", "Date": "2024-07-06", "Letterboxd URI": "https://boxd.it/m"}],
        "watchlist": [film | {"Name": "Salt", "Date": "2024-07-07", "Letterboxd URI": "https://boxd.it/s"}],
    }
    found = read("parsed.json", json.dumps(value))
    diary, watched, wanted = found.own
    assert [(one.date, one.link, one.rating and one.rating.out_of) for one in diary.viewings] == [
        ("2024-02-05", "https://boxd.it/e1", 5)
    ]
    assert len(watched.viewings) == 1
    assert wanted.watchlist == "2024-07-07"


def test_a_list_of_watched_films_is_its_owners() -> None:
    films = [{"title": f"Don\\'t Look {at}", "year": str(1970 + at)} for at in range(5)]
    found = read("my_watched_movies.json", json.dumps(films))
    assert found.titles[0] == ("Don't Look 0", 1970)
    assert all(own.viewings for own in found.own)
    assert len(found.own) == 5
    assert not read("most_watched_movies.json", json.dumps(films)).own


def test_a_diary_that_a_spreadsheet_saved_with_semicolons() -> None:
    text = (
        "Date;Name;Year;Letterboxd URI;Rating;Rewatch;Tags;Watched Date\n"
        "2025-03-14;Tin Moon;1973;https://boxd.it/a;4.5;;kino, nacht;2023-07-14\n"
        "2025-03-14;Salt: Part 2;1999;https://boxd.it/b;;Yes;;2023-07-15\n"
    )
    found = read("diary_g.csv", text)
    assert (found.reader, found.titles) == ("letterboxd", [("Tin Moon", 1973), ("Salt: Part 2", 1999)])
    assert found.own[0].tags == ("kino", "nacht")
    assert found.own[1].viewings[0].rewatch


def test_a_list_of_the_years_before_lists_named_their_version() -> None:
    text = (
        "\nDate,Name,Tags,URL,Description\n2020-04-12,Indoors,,https://letterboxd.com/x/list/indoors/,Rain.\n\n"
        "Position,Name,Year,URL,Description\n1,Tin Moon,1973,https://letterboxd.com/film/tin-moon/,\n"
        "2,Mire,1990,https://letterboxd.com/film/mire/,again\n"
    )
    found = read("lists/indoors.csv", text)
    assert found.reader == "letterboxd"
    assert [(own.lists[0].name, own.lists[0].position, own.lists[0].note) for own in found.own] == [
        ("Indoors", 1, None),
        ("Indoors", 2, "again"),
    ]


def test_the_tables_of_tmdb() -> None:
    header = ("genres", "id", "imdb_id", "popularity", "title", "vote_average", "vote_count", "release_date", "tagline")
    row = ("[{'id': 16, 'name': 'Animation'}]", 862, "tt0114709", 21.9, "Tin Moon", 7.7, 5415, "1973-10-30", "Rise.")
    (film,) = read("movies_metadata.csv", _table(header, row)).extracts
    assert film.facts.ids == {"imdb": "tt0114709", "tmdb": "862"}
    assert [(one.value, one.out_of, one.by, one.votes) for one in film.facts.ratings] == [(7.7, 10, "tmdb", 5415)]
    assert film.facts.genres == ("Animation",)
    cast = json.dumps([{"cast_id": 1, "character": "Jake", "name": "Sam Oak"}])
    crew = json.dumps([{"job": "Director", "name": "Jo Elm"}, {"job": "Writer", "name": "Al Ash"}])
    (film,) = read("credits.csv", _table(("movie_id", "title", "cast", "crew"), (862, "Tin Moon", cast, crew))).extracts
    assert film.facts.ids == {"tmdb": "862"}
    assert (film.facts.cast, film.facts.characters) == (("Sam Oak",), ("Jake",))
    assert (film.facts.directors, film.facts.writers) == (("Jo Elm",), ("Al Ash",))


def test_an_array_in_a_script_is_read_as_one_not_as_a_page() -> None:
    entries = ",\n".join(
        f'{{\n reviewDate: "2022-02-{at + 1:02}",\n title: "Tin Moon {at}",\n released: {1990 + at},\n'
        f' rating: "{"4 out of 5 Stars" if at % 2 else "2.5"}",\n review: "{_LONG}{at}"\n}}'
        for at in range(20)
    )
    found = read("movies.js", f"/* mine */\nconst movies = [\n\n{entries}\n];\nfunction show() {{ return 1 }}\n")
    assert (found.reader, len(found.reviews), found.titles[3]) == ("script", 20, ("Tin Moon 3", 1993))
    assert [(one.rating.value, one.rating.out_of) for one in found.reviews[:2] if one.rating] == [(2.5, 5), (4, 5)]


_SOURCES = """# Sources

Gathered from public repositories; see https://example.org/x.

| here | repository | licence |
| --- | --- | --- |
| a.csv | x/y | none |

Files and columns are as they were.
"""
_README = """Film ratings data set
=====================

The files `links.csv` and `films.csv` hold 62423 films.

Usage License
-------------

Redistribution needs permission; cite the paper at https://example.org/p.
"""
_LICENCE = "Copyright (c) 2019 Jo\n\nPermission is granted to use this software, without warranty.\n"


@pytest.mark.parametrize(
    ("name", "text"), [("SOURCES.md", _SOURCES), ("README.txt", _README), ("LICENSE.txt", _LICENCE)]
)
def test_what_lies_beside_data_is_no_review(name: str, text: str) -> None:
    found = read(name, text)
    assert (found.reader, found.extracts) == ("manual", ())
    assert "nothing in it is about one film" in found.remarks[0]


def test_a_review_that_speaks_of_versions_and_scripts_stays_a_review() -> None:
    text = (
        "This version of the script had its release cut by the studio. The acting is superb, every scene breathes, and "
        "the director commits to an ending that nobody asked for. I watched it twice.\n"
    )
    assert read("loose.txt", text).reader == "loose-review"


def test_a_media_managers_table_that_calls_every_column_a_movies() -> None:
    header = (
        "type;movie_imdb_id;movie_title;movie_overview;movie_ratings;movie_user_rating;movie_release_date;movie_runtime;"
        "movie_directors;movie_genres;movie_playcount;movie_last_played;movie_set"
    )
    row = 'movie;tt0000748;Tin Moon;"A crew; a moon.";imdb: 8.5;7.5;1979-05-25;117;Jo Elm;War,Drama;2;2016-05-03;Moons'
    other = "movie;tt0000749;Mire;Mud.;imdb: 6.5;0;1980-05-25;97;Jo Elm;Drama;0;;"
    seen, unseen = read("films.csv", f"{header}\n{row}\n{other}\n").extracts
    assert (seen.facts.year, seen.facts.runtime_minutes, seen.facts.genres) == (1979, 117, ("War", "Drama"))
    assert [(one.value, one.out_of, one.by) for one in seen.facts.ratings] == [(8.5, 10, "imdb")]
    assert seen.personal
    assert [(one.value, one.out_of) for one in seen.personal.ratings] == [(7.5, 10)]
    assert [one.date for one in seen.personal.viewings] == ["2016-05-03"]
    assert unseen.personal is None
    assert seen.facts.extra["movie_set"] == "Moons"


def test_an_imdb_list_that_lost_its_header_still_names_its_films() -> None:
    rows = [
        (
            at,
            f"tt00931{at:02}",
            "2014-08-22",
            "",
            f"Tin Moon {at}",
            f"https://www.imdb.com/title/tt00931{at:02}/",
            "movie",
        )
        for at in range(12)
    ]
    found = read("list.csv", _table(*rows))
    assert found.titles == [(f"Tin Moon {at}", None) for at in range(12)]
    assert found.extracts[3].facts.ids["imdb"] == "tt0093103"


def test_entries_of_a_feed_from_the_years_before_it_had_fields() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Letterboxd - Jo</title>'
        "<link>https://letterboxd.com/jo/</link><item><title>Tin Moon, 1973 - ★★★½</title>"
        "<link>https://letterboxd.com/jo/film/tin-moon/</link><pubDate>Mon, 5 Sep 2016 08:00:00 +1200</pubDate>"
        "<description>&lt;p&gt;Watched on Sunday September 4, 2016.&lt;/p&gt;</description></item>"
        "<item><title>Films of the moon</title><link>https://letterboxd.com/jo/list/moon/</link></item></channel></rss>"
    )
    found = read("feed.xml", feed)
    assert found.titles == [("Tin Moon", 1973)]
    assert [(one.date, one.rating and one.rating.value) for one in found.own[0].viewings] == [("2016-09-04", 3.5)]
    assert found.remarks == ("item 2 is no entry about one film",)
