"""What services and notes of these years write, each in the shape that its program gives it; the words are our own."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.unit.readers.reading import Read, read
from tui.errors import HostileDocumentError
from tui.library import Library
from tui.models import Facts, Personal
from tui.readers.document import Document
from tui.readers.registry import answers, choose

TIDEMARK = {
    "ids": {"imdb": "tt7654321", "plex": {"guid": "5d"}, "slug": "tidemark-1988", "tmdb": 55, "trakt": 991},
    "year": 1988,
    "title": "Tidemark",
}


def _row(found: Read, place: int = 0) -> tuple[Facts, Personal]:
    extract = found.extracts[place]
    return extract.facts, extract.personal or Personal()


def test_a_zip_of_trakt_is_known_by_ids_in_any_order_and_its_lists_by_their_names(tmp_path: Path) -> None:
    listed = {"type": "movie", "movie": TIDEMARK, "rank": 3, "id": 1, "listed_at": "2021-03-02T10:16:00.000Z"}
    said = {"id": 8, "comment": "Wet, and right.", "spoiler": False, "created_at": "2025-06-25T00:00:00.000Z"}
    with ZipFile(tmp_path / "trakt.zip", "w") as archive:
        for name, value in {
            "user-settings.json": {"user": {"username": "una"}, "account": {"timezone": "Europe/Oslo"}},
            "lists-lists.json": [{"name": "Once More!", "ids": {"trakt": 42, "slug": "once-more"}}],
            "lists-list-42-once-more.json": [listed],
            "lists-favorites.json": [listed],
            "comments-movies.json": [{"type": "movie", "movie": TIDEMARK, "comment": said}],
        }.items():
            archive.writestr(name, json.dumps(value, indent=1))
    library = Library.open(tmp_path / "library")

    report = library.import_paths([tmp_path / "trakt.zip"])

    (film,) = library.catalogue()
    view = library.film(film.id)
    assert report.failed == 0
    assert [(one.name, one.position) for one in view.personal.lists] == [("Once More!", 3)]
    assert view.personal.liked == "2021-03-02"
    assert [(one.text, one.mine) for one in view.reviews] == [("Wet, and right.", True)]


def test_mojibake_is_mended_in_tables_in_json_and_in_lists() -> None:
    table = read("films.csv", "title,year,director\nAmÃ©lie du quai,2001,Ã‰ric R\nMire,1990,Ann Lee\n")
    escaped = json.dumps(
        [{"title": "L\u00c3\u00a9a", "year": 1999, "review": "That\u00e2\u0080\u0099s it, and no more."}]
    )
    org = read("films.org", "* DONE Mustang (2015)\n:PROPERTIES:\n:Director: Deniz ErgÃ¼n\n:END:\n")

    assert table.titles == [("Amélie du quai", 2001), ("Mire", 1990)]
    assert table.extracts[0].facts.directors == ("Éric R",)
    assert read("films.json", escaped).titles == [("Léa", 1999)]
    assert read("films.json", escaped).reviews[0].text == "That’s it, and no more."
    assert org.extracts[0].facts.directors == ("Deniz Ergün",)


def test_json_of_wrongly_decoded_text_is_refused_where_it_is_nested_too_deep_to_be_mended() -> None:
    text = '[{"title": "LÃ©a", "year": 1999, "more": ' + '{"a": ' * 900 + "1" + "}" * 900 + "}]"

    with pytest.raises(HostileDocumentError, match="nested deeper"):
        read("films.json", text)


def test_a_document_without_mojibake_is_no_garbled_one() -> None:
    for text in ("title,year\nSão Paulo,1999\n", "title,year\nTår – «â»,1999\n"):
        assert not Document.of_bytes("a.csv", text.encode()).is_garbled


def test_a_number_beside_the_name_of_its_site_is_that_sites() -> None:
    found = read(
        "yamtrack.csv",
        '"media_id","source","media_type","title","score","status","end_date","notes"\n'
        '"55","tmdb","movie","Tidemark","9.0","Completed","2024-02-11","Alone, in the rain"\n'
        '"56","tmdb","movie","Low Water","","Planning","",""\n'
        '"2","mal","manga","Ink","","Completed","",""\n',
    )

    facts, own = _row(found)
    assert found.titles == [("Tidemark", None), ("Low Water", None)]
    assert facts.ids == {"tmdb": "55"}
    assert [note.text for note in own.notes] == ["Alone, in the rain"]
    assert _row(found, 1)[1].watchlist == "yes"


def test_what_ends_in_name_is_the_title_beside_the_number_of_a_film() -> None:
    rows = [
        {"WatchListItemName": name, "IMDB_URL": f"https://www.imdb.com/title/{number}/", "Notes": ""}
        for name, number in (("Tidemark (1988)", "tt7654321"), ("Low Water", "tt7654322"))
    ]

    assert read("list.json", json.dumps(rows)).titles == [("Tidemark", 1988), ("Low Water", None)]


def test_films_may_be_named_by_the_keys_that_they_stand_under() -> None:
    found = read(
        "films.json",
        json.dumps(
            {
                "Tidemark": {
                    "year": 1988,
                    "director": "Ann Lee",
                    "reviews": [{"critic": "Bo", "review": "Wet, wise."}],
                },
                "Low Water": {"year": 1991, "director": "Cy Ott", "reviews": []},
            }
        ),
    )

    assert {title for title, _ in found.titles} == {"Tidemark", "Low Water"}
    assert [(one.author, one.text) for one in found.reviews] == [("Bo", "Wet, wise.")]


def test_a_film_goes_by_its_own_name_not_by_that_of_its_series() -> None:
    film = {"franchise": {"name": "", "uuid": ""}, "name": "Tidemark", "overview": "Two wait.", "runtime": 6480}
    follow = {"type": "follow", "watched_at": "2024-05-22T06:52:17Z", "meta": film, "sorting": [{"id": "name"}]}
    found = read("data.json", json.dumps({"data": {"type": "list", "objects": [follow]}}))

    facts, own = _row(found)
    assert (facts.title, facts.synopsis, facts.runtime_minutes) == ("Tidemark", "Two wait.", 108)
    assert [one.date for one in own.viewings] == ["2024-05-22"]


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("<imdb id='tt7654321'>http://x</imdb><tmdb id='55'>http://y</tmdb>", {"imdb": "tt7654321", "tmdb": "55"}),
        ("<imdbid>tt7654321</imdbid><wikidataid>Q12</wikidataid>", {"imdb": "tt7654321", "wikidata": "Q12"}),
        ("<id>12345</id>", {}),
    ],
)
def test_nfo_files_name_their_film_by_numbers_in_several_ways(body: str, ids: dict[str, str]) -> None:
    assert read("a.nfo", f"<movie><title>Tidemark</title>{body}</movie>").extracts[0].facts.ids == ids


def test_what_an_nfo_file_has_under_the_name_of_a_site_and_is_no_id_is_kept() -> None:
    facts = read("a.nfo", "<movie><title>Tidemark</title><imdb>7.5</imdb></movie>").extracts[0].facts

    assert (facts.ids, facts.extra) == ({}, {"imdb": "7.5"})


def test_an_nfo_file_that_names_no_film_is_named_by_its_folder() -> None:
    text = "<movie><plot>Two wait.</plot><actors><actor><name>Ann Lee</name><role>Cook</role></actor></actors></movie>"
    named = Document(
        "movie.nfo", Document.of_bytes("movie.nfo", text.encode()).open, len(text), path="Tidemark (1988)/movie.nfo"
    )

    (extract,) = choose(named).reader.read(named)

    assert (extract.facts.title, extract.facts.year) == ("Tidemark", 1988)  # type: ignore[union-attr]
    assert extract.facts.cast == ("Ann Lee",)  # type: ignore[union-attr]
    assert not read("movie.nfo", text).extracts


def test_lone_signs_of_less_than_and_of_and_do_not_break_an_nfo_file() -> None:
    found = read("a.nfo", "<movie><title>Salt & Line</title><year>1975</year><plot>a < b, 1<2</plot></movie>")

    assert found.titles == [("Salt & Line", 1975)]
    assert found.extracts[0].facts.synopsis == "a < b, 1<2"


def test_a_script_may_hold_nothing_but_scores_and_is_never_a_page() -> None:
    scores = 'var scores = [{"Film": "Tidemark", "RottenTomatoes": 74, "IMDB": 7.8, "IMDB_user_vote_count": 27}];\n'
    page = 'export default function App() {\n  return "Tidemark (1988), a review: it is great";\n}\n'

    (facts, _) = _row(read("scores.js", scores))
    assert [(one.value, one.out_of, one.votes, one.by) for one in facts.ratings] == [
        (7.8, 10, 27, "imdb"),
        (74, 100, None, "tomatometer"),
    ]
    assert choose(Document.of_bytes("app.js", page.encode())).reader.name == "script"


def test_a_day_that_stands_for_none_is_no_day_of_a_review() -> None:
    found = read(
        "critic_reviews.csv",
        "movieTitle,criticName,creationDate,quote\n"
        'Tidemark,Ann Lee,1800-01-01,"Wet, and wise, and long."\nTidemark,Bo Ott,1988-05-01,"Dull, as a dock is."\n',
    )

    assert [one.date for one in found.reviews] == [None, "1988-05-01"]


def test_netflix_archive_says_what_is_wanted_and_what_was_liked() -> None:
    wanted = read("MyList.csv", "Profile Name,Title Name,Country,Utc Title Add Date\nAnn,Tidemark,NO,2023-01-01\n")
    header = "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Event Utc Ts\n"
    marks = read("Ratings.csv", f"{header}Ann,Tidemark,thumb,,2,2023-01-03\nAnn,Low Water,star,4,,2015-01-03\n")

    assert (_row(wanted)[0].countries, _row(wanted)[1].watchlist) == ((), "2023-01-01")
    assert [own.liked for own in marks.own] == ["yes", None]
    assert [rating.value for rating in marks.own[1].ratings] == [4]


def test_an_anime_list_is_one_of_films_and_series() -> None:
    film = "<series_title>Tidemark</series_title><series_type>Movie</series_type><my_score>9</my_score>"
    seen = f"<anime>{film}<my_finish_date>2020-01-02</my_finish_date><my_status>Completed</my_status></anime>"
    wanted = "<anime><series_title>Harbour Watch</series_title><series_type>TV</series_type>"
    rest = f"{wanted}<my_score>0</my_score><my_status>Plan to Watch</my_status></anime>"
    found = read("animelist.xml", f"<myanimelist><myinfo><user_id>1</user_id></myinfo>{seen}{rest}</myanimelist>")

    assert [title for title, _ in found.titles] == ["Tidemark", "Harbour Watch"]
    assert [one.date for one in found.own[0].viewings] == ["2020-01-02"]
    assert (found.own[1].watchlist, found.own[1].ratings) == ("yes", ())


def test_a_list_of_bare_names_is_one_of_films_where_its_file_says_so() -> None:
    front = "---\ncreated: 2020-08-10\n---\n\n"
    text = "# Movies\n\n- Tidemark\n- Low Water\n- Mire\n\n# TV Shows\n\n- Harbour Watch\n"
    elsewhere = answers(Document.of_bytes("Boats.md", text.encode()))
    elsewhere += answers(Document.of_bytes("movies.md", b"- `GET /movies` returns all\n- `POST /x` adds\n- Errors\n"))

    assert [title for title, _ in read("Movies.md", front + text).titles] == ["Tidemark", "Low Water", "Mire"]
    assert not [one for one in elsewhere if one.reader.name == "film-log" and one.match.sure]


def test_a_table_in_markdown_may_lack_the_strokes_at_its_edges() -> None:
    link = "[{}](http://www.imdb.com/title/{}/)"
    found = read(
        "log.md",
        "# Movies\nDate | Theater | Title | Rating\n--- | --- | --- | ---\n"
        f'<a name="2"></a>2014/05/25 | Roxy | {link.format("Tidemark", "tt7654321")} | ![4.25](http://x/4.png)\n'
        f"2014/05/24 |  | {link.format('Low Water', 'tt7654322')} | ![3.5](http://x/3.png)\n",
    )

    facts, own = _row(found)
    assert [title for title, _ in found.titles] == ["Tidemark", "Low Water"]
    assert facts.ids == {"imdb": "tt7654321"}
    assert [(one.date, one.note) for one in own.viewings] == [("2014-05-25", "Roxy")]
    assert [rating.value for rating in own.ratings] == [4.25]


def test_a_note_says_by_its_type_or_its_fields_with_a_colon_that_it_is_of_a_film() -> None:
    typed = "---\ntype: movie-review\nrating: 5\n---\n\n## Review\n\nStunning.\n\n## Cast\n\n- Ann\n"
    colons = "---\n:title: Tidemark (1988)\n:imdb_id: tt7654321\n:grade: B-\n:date: 2014-08-22\n---\nWet.\n"

    for name, text, said in (("Tidemark (1988).md", typed, "Stunning."), ("a.md", colons, "Wet.")):
        found = read(name, text)
        assert (found.titles, [one.text for one in found.reviews]) == ([("Tidemark", 1988)], [said])


def test_quotes_behind_a_stroke_are_of_the_text_in_a_table_of_tabs() -> None:
    row = '"{}_8"\t1\t"With \\"all\\" this fog I {}, and left."\n'
    rows = "".join(row.format(place, verb) for place, verb in enumerate(("sat", "ate", "hid")))
    found = read("labeled.tsv", f"id\tsentiment\treview\n{rows}")

    assert [one.text for one in found.reviews[:1]] == ['With "all" this fog I sat, and left.']


def test_an_average_is_out_of_what_its_site_counts_to_however_low_it_is() -> None:
    header = "title,release_date,vote_average,vote_count\n"
    found = read("films.csv", f"{header}Tidemark,1988-01-01,4.0,2\nMire,1990-01-01,3.1,9\n")

    ratings = [one for extract in found.extracts for one in extract.facts.ratings]
    assert [(one.value, one.out_of) for one in ratings] == [(4, 10), (3.1, 10)]


@pytest.mark.parametrize(
    ("name", "film"),
    [
        ("12 Salts 2007.csv", ("12 Salts", 2007)),
        ("2001_ A Tide Odyssey 1968.csv", ("2001: A Tide Odyssey", 1968)),
        ("Tidemark (1988).csv", ("Tidemark", 1988)),
    ],
)
def test_a_table_of_reviews_is_of_the_film_and_year_that_its_file_is_called(
    name: str, film: tuple[str, int | None]
) -> None:
    header = "username,rating,helpful,total,date,title,review\n"
    found = read(name, f'{header}ann,10,6,9,16 March 2009,A good one,"Ten salts, and I loved all ten."\n')

    assert found.titles == [film]
    assert [(one.author, one.headline) for one in found.reviews] == [("ann", "A good one")]


@pytest.mark.parametrize("name", ["reviews 2009.csv", "export_2023.csv", "data.csv"])
def test_a_table_called_by_what_it_is_keeps_its_titles(name: str) -> None:
    rows = "Tidemark,8,Two wait for a boat that never comes.\nLow Water,6,A strike at a dry dock.\n"

    assert [title for title, _ in read(name, f"title,rating,review\n{rows}").titles] == ["Tidemark", "Low Water"]


def test_titles_that_differ_where_the_film_is_one_are_the_reviews() -> None:
    entries = [
        {"author": "ann", "rating": "8/10", "title": "Wet", "content": "Two wait, and so did I."},
        {"author": "bo", "rating": None, "title": "Dry", "content": "Nobody comes, which is the point."},
    ]
    found = read("reviews.json", json.dumps({"tt7654321": entries, "tt7654322": entries[:1]}))

    assert {extract.facts.ids["imdb"] for extract in found.extracts} == {"tt7654321", "tt7654322"}
    assert not any(title for title, _ in found.titles)
    assert [one.headline for one in found.reviews] == ["Wet", "Dry", "Wet"]


@pytest.mark.parametrize("kind", ["Série télévisée", "Série de TV", "テレビ番組シリーズ", "Сериал"])
def test_a_series_is_told_to_be_one_in_other_tongues(kind: str) -> None:
    header = "Const,Your Rating,Date Rated,Title,URL,Title Type,Year\n"
    found = read("ratings.csv", f"{header}tt7654321,8,2025-01-02,Harbour Watch,http://x,{kind},2008\n")

    assert any("no film but a series" in remark for remark in found.remarks)


def test_what_somebody_wrote_is_no_part_of_their_name() -> None:
    film = {"Title": "Tidemark", "Year": "1988", "imdbID": "tt7654321", "Writer": "Bo Ott (screenplay), Cy D (novel)"}

    assert read("film.json", json.dumps(film)).extracts[0].facts.writers == ("Bo Ott", "Cy D")


def test_a_column_in_the_first_person_makes_a_log_ones_own() -> None:
    found = read("log.csv", "Date,Film,Year,Stars,Thoughts\n2023-02-01,Tidemark,1988,★★★★,Slow and wet.\n")

    assert [(one.text, one.mine) for one in found.reviews] == [("Slow and wet.", True)]


def test_a_page_of_logseq_whose_type_is_a_link_is_a_note_of_a_film() -> None:
    fields = "title:: Tidemark (1988)\ntype:: [[Movie]]\nrating:: 4\nwatched:: [[2023-01-02]]\ndirector:: [[Ann Lee]]\n"
    found = read("a.md", f"{fields}\n- ## Review\n\t- Slow and wet.\n\t- The dog is the best of it.\n")

    assert (found.reader, found.titles) == ("note", [("Tidemark", 1988)])
    assert [(one.date, one.rating.value if one.rating else 0) for one in found.own[0].viewings] == [("2023-01-02", 4)]
    assert "The dog is the best of it." in found.reviews[0].text


def test_films_may_be_jotted_down_one_a_line_below_a_line_that_says_so() -> None:
    text = "Films I watched in 2024\n\nTidemark (1979) 9/10\nLow Water (1973) ★★★★\nMire (1982), 10/10, rewatch\n"
    found = read("watched.txt", text)

    assert found.titles == [("Tidemark", 1979), ("Low Water", 1973), ("Mire", 1982)]
    assert [[(one.value, one.out_of) for one in own.ratings] for own in found.own] == [[(9, 10)], [(4, 5)], [(10, 10)]]
    assert found.own[2].viewings[0].rewatch


def test_a_name_is_a_film_where_the_list_says_what_is_to_be_seen() -> None:
    found = read("towatch.txt", "To watch:\n- Tidemark (1983)\n- Mire\n- Low Water (1985)\n")
    bare = read("Movies to watch.txt", "Tidemark\nScary Movie\nMire\n")

    assert [title for title, _ in found.titles] == ["Tidemark", "Mire", "Low Water"]
    assert [title for title, _ in bare.titles] == ["Tidemark", "Scary Movie", "Mire"]
    assert [own.watchlist for own in (*found.own, *bare.own)] == ["yes"] * 6


def test_two_entries_with_their_days_and_years_are_a_diary() -> None:
    found = read("diary.md", "# Diary\n\n- 2024-01-03 Tidemark (1979) 9/10\n- 2024-01-05 Mire (1987) 4/5 -- lovely\n")

    assert found.titles == [("Tidemark", 1979), ("Mire", 1987)]
    assert [one.date for own in found.own for one in own.viewings] == ["2024-01-03", "2024-01-05"]


def test_when_says_in_a_log_on_which_day() -> None:
    found = read("log.csv", "film;my score;when\nTidemark;8;03.01.2024\nMire;6;14.02.2024\n")

    assert [one.date for own in found.own for one in own.viewings] == ["2024-01-03", "2024-02-14"]


def test_rows_of_a_table_are_no_films_jotted_down() -> None:
    for mark in ("\t", ";"):
        table = ("Title,Year,My Rating\n" + "Tidemark,1988,8\nMire,1990,6\nLow Water,1991,7\n").replace(",", mark)

        assert read("My films.txt", table).titles == [("Tidemark", 1988), ("Mire", 1990), ("Low Water", 1991)]
