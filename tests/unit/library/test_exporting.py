"""What `matinee export` writes: JSON with everything, prose as Markdown, tables that come back, Letterboxd's rows."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.unit.readers.reading import read
from tui.library.exporting import (
    EXPORTS,
    LETTERBOXD,
    parts,
    write_csv,
    write_json,
    write_letterboxd,
    write_markdown,
    write_watchlist,
)
from tui.library.personal import unite_viewings
from tui.models import (
    Citation,
    Film,
    FilmView,
    Personal,
    Plain,
    Rating,
    Review,
    SourceDocument,
    Trivia,
    Viewing,
)

pytestmark = pytest.mark.usefixtures("real_readers")

_CITE = Citation(sha256="ab" * 32, lines=(2, 3))


def _view() -> FilmView:
    return FilmView(
        film=Film(
            id="tin-moon-1973",
            title=Plain("Tin Moon"),
            year=1973,
            directors=(Plain("A. Wolk"),),
            genres=(Plain("Drama"), Plain("War")),
            synopsis=Plain("A moon of tin.\n\n# It falls."),
            ids={"imdb": "tt0000077", "boxd": "aa"},
            ratings=(Rating(value=7.1, out_of=10, by="imdb"),),
        ),
        reviews=(
            Review(id="r1", author=Plain("Ann Ott"), text=Plain("=SUM(A1)\n\nBright <b>&</b> cold."), sources=(_CITE,)),
            Review(
                id="r2",
                text=Plain("Mine, all of it."),
                mine=True,
                rating=Rating(value=3.5, out_of=5),
                link=Plain("https://boxd.it/e1"),
                sources=(_CITE,),
            ),
        ),
        trivia=(Trivia(id="t1", topic=Plain("Making"), text=Plain("Shot in one night."), sources=(_CITE,)),),
        documents=(
            SourceDocument(sha256="ab" * 32, name=Plain("a.csv"), reader="table", imported="2020-01-01T00:00:00Z"),
        ),
        personal=Personal(
            viewings=(
                Viewing(date="2020-01-04", rating=Rating(value=3.5, out_of=5), link=Plain("https://boxd.it/e1")),
                Viewing(date="2021-01-04", rewatch=True, tags=(Plain("cinema"), Plain("rain"))),
            ),
            ratings=(Rating(value=8, out_of=10),),
        ),
    )


def _wanted() -> FilmView:
    return FilmView(
        film=Film(id="mire-1990", title=Plain("-Mire-"), year=1990), personal=Personal(watchlist="2020-02-03")
    )


def _written(kind: str, *views: FilmView) -> str:
    stream = io.StringIO(newline="")
    EXPORTS[kind](views, stream)
    return stream.getvalue()


def test_json_is_one_array_with_everything_and_names_the_documents() -> None:
    (film, wanted) = json.loads(_written("json", _view(), _wanted()))
    assert (film["id"], film["title"], film["year"]) == ("tin-moon-1973", "Tin Moon", 1973)
    assert film["reviews"][1]["mine"]
    assert film["reviews"][0]["sources"] == [{"document": "a.csv", "sha256": "ab" * 32, "lines": [2, 3]}]
    assert film["trivia"][0]["topic"] == "Making"
    assert film["personal"]["viewings"][1]["rewatch"]
    assert wanted["personal"]["watchlist"] == "2020-02-03"
    assert json.loads(_written("json")) == []


def test_markdown_shows_text_from_documents_as_text() -> None:
    text = _written("markdown", _view())
    assert text.startswith("# Tin Moon (1973)\n")
    assert "\n\\# It falls." in text
    assert "Bright \\<b\\>&\\</b\\> cold." in text
    assert "\n### Making\n\n- Shot in one night." in text


def test_a_table_guards_its_cells_against_spreadsheets_and_comes_back_as_it_was() -> None:
    text = _written("csv", _view(), _wanted())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["Review"].startswith("'=SUM")
    assert rows[2]["Movie Title"] == "'-Mire-"
    found = read("films.csv", text)
    assert [extract.facts.title for extract in found.extracts] == ["Tin Moon", "-Mire-"]
    assert [review.text for review in found.reviews] == ["=SUM(A1)\n\nBright & cold.", "Mine, all of it."]
    assert found.extracts[0].facts.ids == {"imdb": "tt0000077"}
    assert found.extracts[0].facts.directors == ("A. Wolk",)


def test_letterboxd_gets_a_row_for_each_viewing_with_its_review_and_stars() -> None:
    text = _written("letterboxd", _view())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == LETTERBOXD
    assert [(row["WatchedDate"], row["Rating"], row["Rating10"], row["Rewatch"]) for row in rows] == [
        ("2020-01-04", "3.5", "", ""),
        ("2021-01-04", "", "8", "Yes"),
    ]
    assert [row["Review"] for row in rows] == ["Mine, all of it.", ""]
    assert rows[1]["Tags"] == "cinema, rain"
    assert rows[0]["LetterboxdURI"] == "https://boxd.it/aa"
    assert rows[0]["imdbID"] == "tt0000077"


def test_films_that_are_only_wanted_are_not_marked_as_seen_on_letterboxd() -> None:
    assert _written("letterboxd", _wanted()) == ",".join(LETTERBOXD) + "\r\n"


def test_titles_go_to_letterboxd_without_an_apostrophe_that_it_would_take_for_their_own() -> None:
    view = FilmView(film=Film(id="x", title=Plain("-30-")), personal=Personal(ratings=(Rating(value=4, out_of=4),)))
    (row,) = csv.DictReader(io.StringIO(_written("letterboxd", view), newline=""))
    assert (row["Title"], row["Rating10"]) == ("-30-", "10")


def test_what_letterboxd_takes_is_read_back_as_the_owners() -> None:
    found = read("letterboxd.csv", _written("letterboxd", _view()))
    assert [layer.viewings[0].date for layer in found.own] == ["2020-01-04", "2021-01-04"]
    assert [review.mine for review in found.reviews] == [True]


@pytest.mark.parametrize("write", [write_json, write_markdown, write_csv, write_letterboxd])
def test_films_are_written_one_at_a_time(write: object) -> None:
    """No format waits for the last film before it writes the first."""
    stream = io.StringIO(newline="")
    seen: list[bool] = []

    def views() -> object:
        for number in range(3):
            seen.append(bool(stream.getvalue()))
            yield FilmView(
                film=Film(id=str(number), title=Plain(str(number))),
                personal=Personal(viewings=(Viewing(date="2020-01-01"),)),
            )

    write(views(), stream)  # type: ignore[operator]
    assert seen[1:] == [True, True]


def test_links_of_two_sites_are_the_same_entries_by_other_names() -> None:
    day = "2025-01-01"
    short = [Viewing(date=day, link=Plain(f"https://boxd.it/a{at}")) for at in (1, 2)]
    long = [Viewing(date=day, link=Plain(f"https://letterboxd.com/jo/film/loop/{at}/")) for at in (0, 1)]
    bare = [Viewing(date=day, rewatch=True), Viewing(link=Plain("https://boxd.it/a2"), rewatch=True)]
    assert len(unite_viewings([*short, *long, *bare])) == len(unite_viewings([*bare, *long, *short])) == 2
    assert len(unite_viewings([*short[:1], *long[:1], bare[0]])) == 1


def test_what_is_wanted_goes_to_a_file_of_its_own_and_series_to_none() -> None:
    own = Personal(watchlist="2020-01-01")
    film = Film(id="mire-1990", title=Plain("Mire"), year=1990, ids={"imdb": "tt0000078"})
    show = Film(id="reeds-2001", title=Plain("Reeds"), year=2001, extra={"type": Plain("Serie TV")})
    stream = io.StringIO(newline="")
    write_watchlist([FilmView(film=film, personal=own), FilmView(film=show, personal=own)], stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert [(row["Title"], row["imdbID"]) for row in rows] == [("Mire", "tt0000078")]
    rated = Personal(ratings=(Rating(value=8, out_of=10),))
    stream = io.StringIO(newline="")
    write_letterboxd([FilmView(film=show, personal=rated)], stream)
    assert len(stream.getvalue().splitlines()) == 1


def test_a_file_that_is_too_large_for_letterboxd_is_parted_between_rows() -> None:
    stream = io.StringIO(newline="")
    write_letterboxd([_view()] * 50, stream)
    whole = list(csv.reader(io.StringIO(stream.getvalue())))
    found = parts(stream.getvalue(), 2000)
    assert len(found) > 3
    assert all(len(part.encode()) <= 2000 for part in found)
    read_back = [list(csv.reader(io.StringIO(part))) for part in found]
    assert all(rows[0] == list(LETTERBOXD) for rows in read_back)
    assert [row for rows in read_back for row in rows[1:]] == whole[1:]


def test_a_review_of_any_length_can_be_parted() -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["Title", "Review"], ["Mire", "reeds " * 40_000], ["Salt", "short"]])
    assert [len(part) > 100_000 for part in parts(stream.getvalue(), 100_000)] == [True, False]


@pytest.mark.parametrize(("value", "points"), [(8.5, "9"), (9.5, "10"), (7.4, "7"), (0.2, "1")])
def test_half_a_point_goes_up_on_letterboxd(value: float, points: str) -> None:
    own = Personal(ratings=(Rating(value=value, out_of=10),))
    stream = io.StringIO()
    write_letterboxd([FilmView(film=Film(id="x", title=Plain("Tin Moon")), personal=own)], stream)

    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["Rating"], row["Rating10"]) == ("", points)


def test_tags_of_the_film_go_with_its_last_entry_where_no_entry_has_its_own() -> None:
    seen = (Viewing(date="2020-01-02"), Viewing(date="2021-03-04"))
    stream = io.StringIO()
    own = Personal(viewings=seen, tags=(Plain("tin"), Plain("moon")))
    write_letterboxd([FilmView(film=Film(id="x", title=Plain("Tin Moon")), personal=own)], stream)

    assert [row["Tags"] for row in csv.DictReader(io.StringIO(stream.getvalue()))] == ["", "tin, moon"]


@pytest.mark.parametrize(
    ("viewings", "tags", "written"),
    [
        ((Viewing(),), ("tin",), ["tin"]),
        ((Viewing(date="2020-01-02", tags=(Plain("rain"),)),), ("tin", "rain"), ["rain, tin"]),
        ((Viewing(tags=(Plain("rain"),)), Viewing(date="2020-01-02")), (), ["rain"]),
    ],
    ids=["seen on no known day", "one tag is the day's", "the tag is of the time without a day"],
)
def test_no_tag_is_lost_whatever_it_was_given_to(
    viewings: tuple[Viewing, ...], tags: tuple[str, ...], written: list[str]
) -> None:
    own = Personal(viewings=viewings, tags=tuple(map(Plain, tags)))
    stream = io.StringIO()
    write_letterboxd([FilmView(film=Film(id="x", title=Plain("Tin Moon")), personal=own)], stream)

    assert [row["Tags"] for row in csv.DictReader(io.StringIO(stream.getvalue()))] == written
