"""Exports of services that no reader is named after: known by their columns' names, in any language, and by content."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.reading import Read, read
from tui.models import Facts, Personal


def _row(found: Read, place: int = 0) -> tuple[Facts, Personal]:
    extract = found.extracts[place]
    return extract.facts, extract.personal or Personal()


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("Titel;Jahr;Regie;Meine Bewertung;Gesehen am", "utf-8"),
        ("Titre;Année;Réalisateur;Ma note;Vu le", "utf-8"),
        ("Título;Año;Dirección;Mi nota;Fecha visto", "cp1252"),
        ("Titolo;Anno;Regia;Il mio voto;Data visione", "utf-16"),
        ("Tytuł;Rok;Reżyser;Moja ocena;Data obejrzenia", "cp1250"),
        ("Název;Rok;Režie;Moje hodnocení;Viděno", "cp1250"),
        ("Название;Год;Режиссёр;Моя оценка;Дата просмотра", "cp1251"),
        ("タイトル;年;監督;自分の評価;鑑賞日", "shift_jis"),
        ("TITULO;ANO;DIRECAO;MINHA NOTA;ASSISTIDO EM", "utf-8"),
    ],
)
def test_a_log_in_any_language_gives_the_owners_marks_and_days(header: str, encoding: str) -> None:
    rows = "\r\nTidemark;1988;Ada Quill;8,5;02.01.2022\r\nLow Water;1991;Ben Roe;7;25.01.2022\r\n"

    film, own = _row(read("films.csv", (header + rows).encode(encoding)))

    assert (film.title, film.year, film.directors) == ("Tidemark", 1988, ("Ada Quill",))
    assert [(rating.value, rating.out_of) for rating in own.ratings] == [(8.5, 10)]
    assert [viewing.date for viewing in own.viewings] == ["2022-01-02"]


def test_a_mark_beside_the_average_of_all_is_the_owners() -> None:
    film, own = _row(
        read(
            "export.csv",
            "title,rating,average_rating,tmdb_id\nTidemark (1988),4.5,3.71,55\nLow Water (1991),2.0,3.2,56\n",
        )
    )

    assert [(rating.value, rating.out_of) for rating in own.ratings] == [(4.5, 5)]
    assert [(rating.value, rating.out_of) for rating in film.ratings] == [(3.71, 5)]


def test_a_table_of_averages_alone_is_nobodys() -> None:
    found = read("top.csv", "title,year,rating,votes\nTidemark,1988,8.1,1200\nLow Water,1991,7.2,90\n")

    assert not found.own
    assert found.extracts[0].facts.ratings[0].value == 8.1


def test_events_of_a_tracker_are_viewings_wishes_and_nothing_else() -> None:
    found = read(
        "records.csv",
        "type,movie_name,series_name,release_date,runtime,created_at,watch_date,user_id\n"
        "watch,Tidemark,,1988-05-01 00:00:00,5460,2022-01-02 20:00:00,,7\n"
        "towatch,Low Water,,1991-03-01 00:00:00,5280,2022-01-05 20:00:00,,7\n"
        "watch,,Harbour,,,2022-01-06 20:00:00,,7\n",
    )

    (film, seen), (_, wanted) = _row(found), _row(found, 1)
    assert (film.year, film.runtime_minutes) == (1988, 91)
    assert [viewing.date for viewing in seen.viewings] == ["2022-01-02"]
    assert (wanted.watchlist, wanted.viewings) == ("2022-01-05", ())
    assert len(found.extracts) == 2
    assert any("row 4" in remark and "names no film" in remark for remark in found.remarks)


def test_the_log_of_a_media_server_names_one_user_and_is_theirs() -> None:
    rows = "2022-01-02 20:00:00,ann,Tidemark,1988,movie,1,plex://imdb://tt7654321?lang=en\n"
    header = "Date,User,Title,Year,Media Type,Watched Status,GUID\n"

    film, own = _row(read("history.csv", header + rows))
    strangers = read("history.csv", header + rows + rows.replace("ann", "bo"))

    assert film.ids == {"imdb": "tt7654321"}
    assert [viewing.date for viewing in own.viewings] == ["2022-01-02"]
    assert not strangers.own


def test_what_a_table_of_films_says_of_nobody_is_kept_by_its_own_name() -> None:
    film, _ = _row(read("list.csv", "title,year,genre,date,author\nTidemark,1988,Drama,2022-01-02,Ann Ott\n"))

    assert film.extra == {"date": "2022-01-02", "author": "Ann Ott"}


def test_a_backup_in_one_object_is_read_list_by_list() -> None:
    film = {"title": "Tidemark", "year": 1988, "ids": {"trakt": 1, "imdb": "tt7654321"}}
    found = read(
        "backup.json",
        json.dumps(
            {
                "username": "ann",
                "history": [{"id": 3, "watched_at": "2022-01-02T20:00:00.000Z", "movie": film}],
                "ratings": [{"rated_at": "2022-01-03T20:00:00.000Z", "rating": 8, "movie": film}],
                "lists": [{"name": "By the sea", "items": [{"rank": 2, "listed_at": "2022-01-04", "movie": film}]}],
            }
        ),
    )

    history, ratings, lists = found.own
    assert [viewing.date for viewing in history.viewings] == ["2022-01-02"]
    assert [rating.value for rating in ratings.ratings] == [8]
    assert [(one.name, one.position) for one in lists.lists] == [("By the sea", 2)]


def test_several_days_in_one_cell_are_several_viewings() -> None:
    found = read(
        "f.json", json.dumps({"items": [{"title": "Tidemark", "year": 1988, "watched": ["2020-03-15", "2023-08-20"]}]})
    )

    assert [viewing.date for viewing in found.own[0].viewings] == ["2020-03-15", "2023-08-20"]


def test_an_empty_list_is_no_failure() -> None:
    assert read("followers.json", "[]\n").extracts == ()


def test_a_collection_in_xml_is_read_whatever_its_elements_are_called() -> None:
    found = read(
        "collection.xml",
        '<?xml version="1.0"?>\n<collection><owner>ann</owner><items>'
        "<item><title><displayname>Tidemark</displayname></title><productionyear>1988</productionyear>"
        "<director>Ada Quill</director><genres><genre>Drama</genre><genre>Sea</genre></genres>"
        "<rating>81</rating><quote>Wet &amp; good.</quote></item>"
        '<item title="Low Water" productionyear="1991"><rating>40</rating></item>'
        "</items></collection>",
    )

    (film, own), (other, _) = _row(found), _row(found, 1)
    assert (film.title, film.year, film.directors, film.genres) == ("Tidemark", 1988, ("Ada Quill",), ("Drama", "Sea"))
    assert [(rating.value, rating.out_of) for rating in own.ratings] == [(81, 100)]
    assert [(review.text, review.mine) for review in found.reviews] == [("Wet & good.", True)]
    assert (other.title, other.year) == ("Low Water", 1991)


def test_the_topics_of_trivia_in_yaml_are_kept() -> None:
    found = read(
        "films.yaml",
        "- title: Tidemark\n  year: 1988\n  rating: 4/5\n  trivia:\n    - The fog was real.\n"
        "    - topic: Dog\n      text: The dog was hired.\n",
    )
    note = read(
        "Tidemark.md",
        "---\ntitle: Tidemark\nyear: 1988\ndirector: Ada Quill\n"
        "trivia:\n  - topic: Dog\n    text: The dog was hired.\n---\n",
    )

    assert [(item.topic, item.text) for item in found.trivia] == [
        (None, "The fog was real."),
        ("Dog", "The dog was hired."),
    ]
    assert [(item.topic, item.text) for item in note.trivia] == [("Dog", "The dog was hired.")]


def test_texts_in_quotes_and_nothing_else_are_loose_reviews() -> None:
    texts = [
        f'A film of ""fog"" and ropes, number {place}, that waits.\nThen it ends, as all must.' for place in range(5)
    ]
    found = read("scraped.csv", "".join(f'"{text}"\n' for text in texts))

    assert [review.text for review in found.reviews] == [text.replace('""', '"') for text in texts]
    assert all(not extract.facts.title for extract in found.extracts)


def test_a_films_own_rating_is_given_to_none_of_its_reviews() -> None:
    found = read(
        "film.json",
        json.dumps(
            {
                "film": {"title": "Tidemark", "year": 1988, "rating": 8.1, "date": "1988-05-01", "author": "Ada Quill"},
                "reviews": [{"text": "Wet, and long, and good."}, {"text": "Too wet for me, I fear.", "rating": 3}],
            }
        ),
    )

    assert [(r.text[:3], r.rating and r.rating.value, r.date, r.author) for r in found.reviews] == [
        ("Wet", None, None, None),
        ("Too", 3, None, None),
    ]
    assert {(extract.facts.title, extract.facts.year) for extract in found.extracts} == {("Tidemark", 1988)}


def test_a_spreadsheets_own_ways_are_understood() -> None:
    found = read(
        "Meine Filme.csv",
        'sep=;\r\nFilm;Jahr;IMDb-ID;Meine Wertung;Gesehen am;Kino\r\nTidemark;1988;="tt7654321";8,5;43832;City\r\n'
        'Low Water;1991;="tt7654322";4,0;43833;\r\nMire;1990;;-;43834;Roxy\r\n',
    )

    assert [(extract.facts.title, extract.facts.ids) for extract in found.extracts] == [
        ("Tidemark", {"imdb": "tt7654321"}),
        ("Low Water", {"imdb": "tt7654322"}),
        ("Mire", {}),
    ]
    assert [[rating.value for rating in own.ratings] for own in found.own] == [[8.5], [4], []]
    assert [viewing.date for own in found.own for viewing in own.viewings] == ["2020-01-02", "2020-01-03", "2020-01-04"]


def test_a_log_without_a_header_is_its_owners() -> None:
    rows = "2021-02-02,Tidemark,1988,8\n2021-02-09,Low Water,1991,6\n2021-03-01,Mire,1990,7\n2021-03-05,Ebb,2001,9\n"
    found = read("log.csv", rows)

    assert found.titles == [("Tidemark", 1988), ("Low Water", 1991), ("Mire", 1990), ("Ebb", 2001)]
    assert [(rating.value, rating.out_of) for own in found.own for rating in own.ratings] == [
        (8, 10), (6, 10), (7, 10), (9, 10)
    ]  # fmt: skip


def test_the_scale_is_not_lost_where_a_header_comes_again_or_in_another_order() -> None:
    found = read(
        "reviews.csv",
        'title,year,author,rating,review\nTidemark,1988,Ann,8,"Good, and foggy, all of it."\n'
        "title,year,author,rating,review\nrating,review,title,year,author\n"
        '9,"Long, and worth it, in the end.",Low Water,1991,Ann\n3,"Too wet for words, or me.",Tidemark,1988,Bo\n',
    )

    assert [(r.author, r.rating and (r.rating.value, r.rating.out_of)) for r in found.reviews] == [
        ("Ann", (8, 10)),
        ("Ann", (9, 10)),
        ("Bo", (3, 10)),
    ]


def test_a_forums_marks_are_none_of_its_words() -> None:
    found = read(
        "posts.csv",
        'movie,year,user,score,comment\nTidemark,1988,ann,8/10,"[b]Great[/b] film, [url=https://x.example]here[/url]. '
        '[spoiler]He drowns.[/spoiler]"\nLow Water,1991,bo,N/A,"A take [two] of it; an array[0] of takes, all dry."\n',
    )

    assert [(review.text, review.spoiler) for review in found.reviews] == [
        ("Great film, here. He drowns.", True),
        ("A take [two] of it; an array[0] of takes, all dry.", False),
    ]


def test_a_page_of_notion_is_a_note_with_fields() -> None:
    found = read(
        "Tidemark 99aa88bb77cc66dd55ee44ff33aa22bb.md",
        "# Tidemark\n\nDirector: Ada Quill\nMy Rating: ⭐⭐⭐⭐\nStatus: Watched\n"
        "Watched On: January 2, 2022\nYear: 1988\n\n"
        "Foggy, and good, all of it, and I would go again.\n",
    )

    film, own = _row(found)
    assert (film.title, film.year, film.directors) == ("Tidemark", 1988, ("Ada Quill",))
    assert [(rating.value, rating.out_of) for rating in own.ratings] == [(4, 5)]
    assert [viewing.date for viewing in own.viewings] == ["2022-01-02"]
    assert [review.text for review in found.reviews] == ["Foggy, and good, all of it, and I would go again."]


def test_the_title_of_a_note_may_be_a_link_and_its_day_in_the_files_name() -> None:
    linked = read(
        "Tidemark (1988).md", '---\nfilm: "[[Tidemark]]"\nrating: 4.5\nwatched_date: 2022-01-02\n---\n\nWet.\n'
    )
    post = read(
        "2019-10-05-tidemark.md",
        '---\nlayout: post\ntitle: "Movie Review - Tidemark (1988)"\nrating: 4.5\n---\n\nWet, and good.\n',
    )

    assert linked.titles == [("Tidemark", 1988)]
    assert (post.titles, post.reviews[0].date) == ([("Tidemark", 1988)], "2019-10-05")


def test_a_table_of_nothing_but_a_header_says_so() -> None:
    assert "it holds a header and no rows below it" in read("reviews.csv", "title,year,review\n").remarks


@pytest.mark.parametrize(
    ("said", "liked"),
    [("yes", "yes"), ("♥", "yes"), ("Loved", "yes"), ("2021-02-04", "2021-02-04"), ("no", None), ("0", None)]
    + [(said, None) for said in ("N/A", "-", "null", "nan", "✗", "not yet")],
)
def test_only_what_says_so_is_liked(said: str, liked: str | None) -> None:
    table = f"Title,Year,My Rating,Liked\nPaper Harbour,1987,8,{said}\nLow Water,1979,7,yes\n"
    assert _row(read("mine.csv", table))[1].liked == liked
