"""What older and newer versions of the same programs write, and what a column as a whole says of a number in it."""

from __future__ import annotations

import pytest

from tests.unit.readers.reading import read


def test_a_letterboxd_list_without_a_column_of_tags_keeps_its_name() -> None:
    about = "Letterboxd list export v6\nDate,Name,URL,Description\n2014-03-03,Harbours,https://boxd.it/l,\n\n"
    found = read(
        "harbours-1.csv", f"{about}Position,Name,Year,URL,Description\n1,Tin Moon,1973,https://boxd.it/a,Fog.\n"
    )
    assert [(one.name, one.position, one.note) for one in found.own[0].lists] == [("Harbours", 1, "Fog.")]


def test_before_2018_imdb_put_the_owners_name_before_their_ratings() -> None:
    head = '"position","const","created","description","Title","Title type","ann_b rated","IMDb Rating","Year"\n'
    found = read("ratings.csv", f'{head}"1","tt0000012","Tue Apr  5 2016","","Tin Moon","Film","9","8.5","1973"\n')
    assert [(one.value, one.out_of) for one in found.own[0].ratings] == [(9, 10)]
    assert [one.value for one in found.extracts[0].facts.ratings] == [8.5]


def test_a_list_of_imdbs_is_not_named_after_a_long_number() -> None:
    rows = "Position,Const,Created,Title,Year\n1,tt0000012,2022-01-02,Tin Moon,1973\n"
    found = read("0b6b2d1e-7f4c-4c6d-9a53-0e5a1d2f3a4b.csv", rows)
    assert [one.name for one in found.own[0].lists] == ["IMDb list"]


@pytest.mark.parametrize("tag", ["order", "sortorder"])
def test_actors_of_an_nfo_stand_in_the_order_of_the_billing(tag: str) -> None:
    def actor(name: str, place: int) -> str:
        return f"<actor><name>{name}</name><role>{name[0]}.</role><{tag}>{place}</{tag}></actor>"

    cast = f"{actor('Cy', 2)}{actor('Ann', 0)}<actor><name>Di</name></actor>{actor('Bo', 1)}"
    (film,) = read("movie.nfo", f"<movie><title>Tin Moon</title><year>1973</year>{cast}</movie>").extracts
    assert film.facts.cast == ("Ann", "Bo", "Cy", "Di")
    assert film.facts.characters == ("A.", "B.", "C.")


def test_how_many_rated_stands_with_the_tomatometer_and_with_the_audiences() -> None:
    head = "movie_title,movie_info,tomatometer_rating,tomatometer_count,audience_rating,audience_count\n"
    (film,) = read("movies.csv", f"{head}Tin Moon,Two wait.,96,237,72,11022\n").extracts
    assert [(one.by, one.value, one.votes) for one in film.facts.ratings] == [
        ("tomatometer", 96, 237),
        ("audience", 72, 11022),
    ]


@pytest.mark.parametrize(
    ("lengths", "minutes"),
    [
        (("95", "112", "1500", "101", "88"), [95, 112, 1500, 101, 88]),
        (("5700", "6720", "1080", "6060", "300"), [95, 112, 18, 101, 5]),
        (("7", "13", "22", "9", "4"), [7, 13, 22, 9, 4]),
        (("5700",), [95]),
        (("1140",), [1140]),
    ],
)
def test_what_a_running_time_counts_is_told_by_its_column(lengths: tuple[str, ...], minutes: list[int]) -> None:
    rows = "".join(f"Moon {place},{1960 + place},{one},A. Wolk\n" for place, one in enumerate(lengths))
    found = read("films.csv", f"title,year,runtime,director\n{rows}")
    assert [film.facts.runtime_minutes for film in found.extracts] == minutes


@pytest.mark.parametrize(
    ("written", "day"),
    [("12-Jan-23", "2023-01-12"), ("8-Apr-99", "1999-04-08"), ("31-Feb-20", "31-Feb-20"), ("3-Fog-20", "3-Fog-20")],
)
def test_a_day_as_excel_writes_it(written: str, day: str) -> None:
    rows = f'Tin Moon,1973,{written},ann,"Two hours of fog, and a dog who knows the way home."\n'
    found = read("reviews.csv", f"Movie,Year,Review date,Reviewer name,Review\n{rows}")
    assert [one.date for one in found.extracts[0].reviews] == [day]


def test_what_somebody_did_is_no_part_of_their_name() -> None:
    head = "title,year,director,genre\n"
    (film,) = read("films.csv", f'{head}Tin Moon,1973,"Ann Wolk, Bo Reed(co-director)","Drama (war)"\n').extracts
    assert film.facts.directors == ("Ann Wolk", "Bo Reed")
    assert film.facts.genres == ("Drama (war)",)


def test_a_file_of_nothing_but_headings_is_a_list() -> None:
    assert read("movies.org", "* Tin Moon\n\n\n* Reed\n").titles == [("Tin Moon", None), ("Reed", None)]
    assert read("movies.org", "* Tin Moon\n* Reed\nSome text.\n").titles == []


def test_a_day_in_a_table_of_org_may_be_its_stamp() -> None:
    rows = "| Title | Year | Rating | Seen |\n|---+---+---+---|\n| Tin Moon | 1973 | 8 | <2020-10-31 Sat> |\n"
    found = read("dvds.org", f"* DVDs\n{rows}| Reed | 1970 | 7 | [2020-11-01 Sun] |\n")
    assert [one.viewings[0].date for one in found.own] == ["2020-10-31", "2020-11-01"]
