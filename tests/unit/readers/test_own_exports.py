"""The owner's own exports: Letterboxd, IMDb, Movary, Trakt. What is theirs is marked as theirs."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.unit.readers.reading import Read, read, read_all

_FILM = "Date,Name,Year,Letterboxd URI"
_EXPORT = {
    "profile.csv": (
        "Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films\r\n"
        '2019-01-01,reel_fan,Jo,,,,,,they,"https://boxd.it/aa, https://boxd.it/zz"\r\n'
    ),
    "watched.csv": f"{_FILM}\r\n2020-01-01,Tin Moon,1973,https://boxd.it/aa\r\n2020-01-02,Salt (1999),,"
    f"https://boxd.it/bb\r\n",
    "ratings.csv": f"{_FILM},Rating\r\n2020-01-01,Tin Moon,1973,https://boxd.it/aa,3.5\r\n",
    "diary.csv": (
        f"{_FILM},Rating,Rewatch,Tags,Watched Date\r\n"
        '2020-01-05,Tin Moon,1973,https://boxd.it/e1,4,Yes,"cinema, with Ann",2020-01-04\r\n'
    ),
    "reviews.csv": (
        f"{_FILM},Rating,Rewatch,Review,Tags,Watched Date\r\n"
        '2020-01-05,Tin Moon,1973,https://boxd.it/e1,4,Yes,"<b>Bright</b> &amp; cold.<br><br>It&#39;s <i>'
        'Tin</i>.",,2020-01-04\r\n'
    ),
    "watchlist.csv": f"{_FILM}\r\n2021-02-03,Mire,1990,https://boxd.it/cc\r\n",
    "likes/films.csv": f"{_FILM}\r\n2021-02-04,Tin Moon,1973,https://boxd.it/aa\r\n",
    "likes/reviews.csv": "Date,Content\r\n2021-02-05,https://boxd.it/r1\r\n",
    "comments.csv": "Date,Content,Comment\r\n2021-02-06,https://boxd.it/r1,<b>So</b> true\r\n",
    "lists/moons.csv": (
        'Letterboxd list export v7\r\nDate,Name,Tags,URL,Description\r\n2021-03-01,Moons,"night, sky",'
        "https://boxd.it/l1,"
        '"Films, with ""moons"""\r\n\r\nPosition,Name,Year,URL,Description\r\n1,Tin Moon,1973,'
        "https://boxd.it/aa,best\r\n"
        "2,Mire,1990,https://boxd.it/cc,\r\n"
    ),
    "deleted/diary.csv": (
        f"{_FILM},Rating,Rewatch,Tags,Watched Date\r\n2020-02-05,Mire,1990,https://boxd.it/e9,1,,,2020-02-04\r\n"
    ),
    "orphaned/diary.csv": f"{_FILM},Rating,Rewatch,Tags,Watched Date\r\n",
}


def _write(root: Path) -> Path:
    for name, text in _EXPORT.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, newline="")
    return root


@pytest.fixture(params=["folder", "zip"])
def letterboxd(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Read]:
    """The export as a folder and as the zip that Letterboxd sends, by the files' own names."""
    if request.param == "folder":
        found = read_all(_write(tmp_path / "export"))
        return {name.removeprefix("export/"): one for name, one in found.items()}
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for name, text in _EXPORT.items():
            archive.writestr(name, text)
    found = read_all(tmp_path / "export.zip")
    return {name.removeprefix("export.zip/"): one for name, one in found.items()}


def test_every_file_of_a_letterboxd_export_is_recognised(letterboxd: dict[str, Read]) -> None:
    assert {one.reader for one in letterboxd.values()} == {"letterboxd"}
    assert set(letterboxd) == set(_EXPORT)


def test_a_review_is_the_owners_with_its_html_as_paragraphs_and_its_viewing(letterboxd: dict[str, Read]) -> None:
    (review,) = letterboxd["reviews.csv"].reviews
    assert review.mine
    assert review.text == "Bright & cold.\n\nIt's Tin."
    assert (review.author, review.date, review.link) == ("reel_fan", "2020-01-05", "https://boxd.it/e1")
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (4, 5)
    (own,) = letterboxd["reviews.csv"].own
    (from_diary,) = letterboxd["diary.csv"].own
    assert own.viewings[0].link == from_diary.viewings[0].link
    assert own.viewings[0].date == from_diary.viewings[0].date == "2020-01-04"


def test_the_diary_keeps_rewatch_and_tags_and_its_links_are_no_films(letterboxd: dict[str, Read]) -> None:
    (extract,) = letterboxd["diary.csv"].extracts
    assert extract.facts.ids == {}
    (own,) = letterboxd["diary.csv"].own
    assert own.viewings[0].rewatch
    assert own.viewings[0].tags == ("cinema", "with Ann")
    assert own.ratings == ()


def test_watched_ratings_watchlist_likes_and_lists_go_to_their_places(letterboxd: dict[str, Read]) -> None:
    watched, salt = letterboxd["watched.csv"].extracts
    assert watched.facts.ids == {"boxd": "aa"}
    assert watched.personal is not None
    assert len(watched.personal.viewings) == 1
    assert (salt.facts.title, salt.facts.year) == ("Salt (1999)", None)
    assert letterboxd["ratings.csv"].own[0].ratings[0].value == 3.5
    assert letterboxd["watchlist.csv"].own[0].watchlist == "2021-02-03"
    assert letterboxd["likes/films.csv"].own[0].liked == "2021-02-04"
    listings = [own.lists[0] for own in letterboxd["lists/moons.csv"].own]
    assert [(one.name, one.position, one.note) for one in listings] == [("Moons", 1, "best"), ("Moons", 2, None)]
    assert 'Films, with "moons"' in letterboxd["lists/moons.csv"].own[0].extra["list «Moons»"]


def test_what_was_deleted_is_a_note_and_what_names_no_film_is_kept(letterboxd: dict[str, Read]) -> None:
    (deleted,) = letterboxd["deleted/diary.csv"].own
    assert (deleted.viewings, deleted.ratings) == ((), ())
    assert deleted.notes[0].text.startswith("Deleted on Letterboxd")
    assert "https://boxd.it/r1" in letterboxd["likes/reviews.csv"].own[0].extra["letterboxd liked reviews"]
    assert "So true" in letterboxd["comments.csv"].own[0].extra["letterboxd comments"]


def test_favourites_are_named_as_far_as_the_export_names_them(letterboxd: dict[str, Read]) -> None:
    favourite, profile = letterboxd["profile.csv"].extracts
    assert favourite.facts.title == "Tin Moon"
    assert profile.facts.title is None
    assert "reel_fan" in (profile.personal.extra["letterboxd profile"] if profile.personal else "")
    assert any("1 favourite films" in remark for remark in letterboxd["profile.csv"].remarks)


def test_letterboxds_import_format_is_the_owners() -> None:
    found = read(
        "import.csv",
        "LetterboxdURI,tmdbID,imdbID,Title,Year,Directors,Rating,Rating10,WatchedDate,Rewatch,Tags,Review\r\n"
        ',11,tt0000077,Tin Moon,1973,A. Wolk,,9,2020-01-04,Yes,"a, b",Bright\r\n',
    )
    (extract,) = found.extracts
    assert extract.facts.ids == {"tmdb": "11", "imdb": "tt0000077"}
    assert extract.personal is not None
    assert extract.personal.viewings[0].date == "2020-01-04"
    assert (extract.personal.ratings[0].value, extract.personal.ratings[0].out_of) == (9, 10)
    assert found.reviews[0].mine


_RATINGS_OLD = (
    "Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,"
    "Directors"
)
_FACTS = "7.1,98,1973,Drama,1234,1973-05-06,A. Wolk"
_RATINGS_NEW = _RATINGS_OLD.replace("Title,URL", "Title,Original Title,URL")
_LIST = (
    "Position,Const,Created,Modified,Description," + _RATINGS_OLD.split("Date Rated,")[1] + ",Your Rating,Date Rated"
)
_PRE_2018 = (
    '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating",'
    '"Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"'
)


@pytest.mark.parametrize(
    ("name", "header", "row"),
    [
        ("ratings.csv", _RATINGS_OLD, f"tt0000077,8,2020-03-04,Tin Moon,https://x/,movie,{_FACTS}"),
        ("ratings.csv", _RATINGS_NEW, f"tt0000077,8,2020-03-04,Luna,Tin Moon,https://x/,Film,{_FACTS}"),
        (
            "WATCHLIST.csv",
            _LIST,
            f"1,tt0000077,2020-01-01,2020-01-01,later,Tin Moon,https://x/,Movie,{_FACTS},8,2020-03-04",
        ),
        (
            "watchlist.csv",
            _PRE_2018,
            (
                '"1","tt0000077","Wed Jan  1 00:00:00 2020","","later","Tin Moon","Feature Film","A. Wolk","8","7.1",'
                '"98","1973","drama","1234","05/06/1973","http://x/"'
            ),
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_imdbs_exports_are_read_under_every_header(name: str, header: str, row: str, encoding: str) -> None:
    found = read(name, f"{header}\r\n{row}\r\n".encode(encoding))
    (extract,) = found.extracts
    facts = extract.facts
    assert found.reader == "imdb-export"
    assert facts.ids == {"imdb": "tt0000077"}
    assert (facts.year, facts.runtime_minutes, facts.directors, facts.released) == (
        1973,
        98,
        ("A. Wolk",),
        "1973-05-06",
    )
    assert facts.ratings[0].votes == 1234
    assert "type" in facts.extra
    assert extract.personal is not None
    assert (extract.personal.ratings[0].value, extract.personal.ratings[0].out_of) == (8, 10)
    assert extract.personal.watchlist == ("2020-01-01" if "watch" in name.lower() else None)


def test_an_imdb_list_keeps_its_name_places_and_notes_and_series_keep_their_type() -> None:
    found = read(
        "Night Trains.csv",
        f"{_LIST}\r\n1,tt0000077,2020-01-01,,why,Tin Moon,u,Film,7.1,98,1973,Drama,12,1973-05-06,A. Wolk,,\r\n"
        "2,tt0000078,2020-01-01,,,Night Mail,u,Serie TV,7.1,98,1980,Drama,12,1980-05-06,,,\r\n",
    )
    listings = [own.lists[0] for own in found.own]
    assert [(one.name, one.position, one.note) for one in listings] == [
        ("Night Trains", 1, "why"),
        ("Night Trains", 2, None),
    ]
    assert found.extracts[1].facts.extra["type"] == "Serie TV"


def test_a_ragged_row_of_imdb_is_read_as_far_as_it_goes() -> None:
    found = read("ratings.csv", f"{_RATINGS_OLD}\r\ntt0000077,8,2020-03-04,Tin Moon,https://x/,movie\r\n")
    assert found.titles == [("Tin Moon", None)]


def test_movarys_files_are_the_owners() -> None:
    history = read(
        "history.csv", "title,year,tmdbId,imdbId,watchedAt,comment\nTin Moon,1973,11,tt0000077,2020-01-04,Bright\n"
    )
    ratings = read("ratings.csv", "title,year,tmdbId,imdbId,userRating\nTin Moon,1973,11,tt0000077,9\n")
    wanted = read("watchlist.csv", "title,year,tmdbId,imdbId,addedAt\nMire,1990,12,tt0000078,2020-01-05 10:00:00\n")
    assert history.own[0].viewings[0].date == "2020-01-04"
    assert history.reviews[0].mine
    assert (ratings.own[0].ratings[0].value, ratings.own[0].ratings[0].out_of) == (9, 10)
    assert wanted.own[0].watchlist == "2020-01-05"


def test_trakts_items_are_viewings_ratings_watchlist_and_comments() -> None:
    movie = {
        "title": "Tin Moon",
        "year": 1973,
        "ids": {"trakt": 1, "slug": "tin-moon-1973", "imdb": "tt0000077", "tmdb": 11},
    }
    items = [
        {"watched_at": "2020-01-04T20:00:00.000Z", "action": "watch", "type": "movie", "movie": movie},
        {"rated_at": "2020-01-05T20:00:00.000Z", "rating": 8, "type": "movie", "movie": movie},
        {"rank": 1, "listed_at": "2020-01-06T20:00:00.000Z", "notes": None, "type": "movie", "movie": movie},
        {
            "type": "movie",
            "movie": movie,
            "comment": {"comment": "Bright.", "spoiler": True, "created_at": "2020-01-07T00:00:00Z"},
        },
    ]
    found = read("lists-watchlist.json", json.dumps(items))
    assert found.reader == "trakt"
    assert all(one.facts.ids == {"trakt": "1", "imdb": "tt0000077", "tmdb": "11"} for one in found.extracts)
    assert found.own[0].viewings[0].date == "2020-01-04"
    assert (found.own[1].ratings[0].value, found.own[1].ratings[0].out_of) == (8, 10)
    assert found.own[2].watchlist == "2020-01-06"
    assert found.reviews[0].spoiler
    assert found.reviews[0].mine


def test_a_feed_of_letterboxd_is_entries_and_reviews() -> None:
    found = read(
        "feed.xml",
        '<?xml version="1.0"?><rss version="2.0" xmlns:letterboxd="https://letterboxd.com" xmlns:dc="http://x">'
        "<channel><title>x</title><item><title>Tin Moon, 1973 - ★★★½</title><link>https://letterboxd.com/a/film/tin/</link>"
        "<pubDate>Sat, 4 Jan 2020 10:00:00 +1300</pubDate><letterboxd:watchedDate>2020-01-03</letterboxd:watchedDate>"
        "<letterboxd:rewatch>No</letterboxd:rewatch><letterboxd:filmTitle>Tin Moon</letterboxd:filmTitle>"
        "<letterboxd:filmYear>1973</letterboxd:filmYear><letterboxd:memberRating>3.5</letterboxd:memberRating>"
        '<description><![CDATA[ <p><img src="x"/></p> <p>Bright.</p><p>Cold.</p> ]]></description>'
        "<dc:creator>reel_fan</dc:creator></item><item><title>A list</title></item></channel></rss>",
    )
    assert found.reader == "letterboxd-rss"
    assert found.titles == [("Tin Moon", 1973)]
    (review,) = found.reviews
    assert (review.text, review.author, review.mine) == ("Bright.\n\nCold.", "reel_fan", True)
    assert found.own[0].viewings[0].date == "2020-01-03"
    assert len(found.remarks) == 1


def test_netflixs_history_is_viewings_and_its_episodes_keep_their_type() -> None:
    found = read(
        "NetflixViewingHistory.csv", 'Title,Date\n"Tin Moon","13/01/2021"\n"Salt: Season 1: Pilot","12/01/2021"\n'
    )
    assert found.reader == "netflix"
    assert [own.viewings[0].date for own in found.own] == ["2021-01-13", "2021-01-12"]
    assert [extract.facts.extra.get("type") for extract in found.extracts] == [None, "episode"]
