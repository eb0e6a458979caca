"""Notes, .nfo files, org files and the data sets that are folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.readers.reading import read, read_all
from tui.errors import DocumentError, HostileDocumentError
from tui.readers.rows.front_matter import split

_PROSE = "The moon is made of tin, and the film knows it. Nobody looks away for long."


def test_a_review_log_is_the_owners_review_with_its_grade() -> None:
    found = read(
        "tin-moon-1973.md",
        f"---\ndate: 2020-01-04\nimdb_id: tt0000077\ngrade: B+\nslug: tin-moon-1973\n---\n\n_Tin Moon_ is "
        f"**odd**. {_PROSE}\n\nSecond.\n",
    )
    (extract,) = found.extracts
    assert (extract.facts.title, extract.facts.year, extract.facts.ids) == ("Tin Moon", 1973, {"imdb": "tt0000077"})
    assert extract.inferred
    (review,) = found.reviews
    assert review.mine
    assert review.text == f"Tin Moon is odd. {_PROSE}\n\nSecond."
    assert review.date == "2020-01-04"
    assert review.rating is not None
    assert review.rating.written == "B+"


@pytest.mark.parametrize("grade", ["A+", "C-", "F", "F+"])
def test_every_grade_makes_a_review(grade: str) -> None:
    found = read("a-film-1973.md", f"---\nimdb_id: tt0000077\ngrade: {grade}\nslug: a-film-1973\n---\n\n{_PROSE}\n")
    assert [review.rating.written for review in found.reviews if review.rating] == [grade]


def test_a_blogs_front_matter_gives_facts_ratings_of_others_and_the_owners() -> None:
    found = read(
        "tin.md",
        "---\ntitle: 'Tin: Moon'\nyear: 1973\ndate: 2020-01-04 23:27:55+09:00\ngenres:\n- Drama\n- War\nimdb: 7.2/10\n"
        "imdb_link: https://www.imdb.com/title/tt0000077\nmetacritic: 71/100\nrotten_tomatoes: 88%\nmpaa: "
        "R\nrating: 4\n"
        f"favorite: true\nsummary: A moon\n  of tin\n---\n## Thoughts\n\n{_PROSE}\n\n## Plot\n\nA moon falls.\n",
    )
    (extract,) = found.extracts
    facts = extract.facts
    assert (facts.title, facts.year, facts.genres, facts.certificate) == ("Tin: Moon", 1973, ("Drama", "War"), "R")
    assert facts.ids == {"imdb": "tt0000077"}
    assert facts.synopsis == "A moon of tin"
    assert {(one.by, one.value, one.out_of) for one in facts.ratings} == {
        ("imdb", 7.2, 10), ("metascore", 71, 100), ("tomatometer", 88, 100),
    }  # fmt: skip
    assert extract.personal is not None
    assert extract.personal.liked == "yes"
    assert (
        (found.reviews[0].rating.value, found.reviews[0].rating.out_of) == (4, 5) if found.reviews[0].rating else False
    )
    assert found.reviews[0].text == _PROSE


def test_an_obsidian_note_that_is_only_a_form_gives_facts_and_no_review() -> None:
    found = read(
        "Tin Moon (1973).md",
        '---\ntype: movie\ntitle: Tin Moon\nyear: "1973"\nid: tt0000077\nonlineRating: 6.7\npersonalRating: '
        "9\nwatched: true\n"
        'lastWatched: 2021-05-06\nduration: 98 min\nactors:\n  - A. B.\ndirector: ["[[A. Wolk]]"]\ntags:\n  - '
        "mediaDB/tv/movie\n"
        "---\n\n`$= dv.current().title`\n\n```dataviewjs\ndv.list(1)\n```\n\n**Title:** Tin "
        "Moon\n**Verdict:**\n\n#### Review:\n\n---\n",
    )
    (extract,) = found.extracts
    assert extract.facts.directors == ("A. Wolk",)
    assert extract.facts.runtime_minutes == 98
    assert found.reviews == []
    assert extract.personal is not None
    assert extract.personal.viewings[0].date == "2021-05-06"
    assert extract.personal.ratings[0].value == 9
    assert extract.personal.tags == ()


def test_a_note_without_a_judgement_is_kept_as_a_note() -> None:
    found = read(
        "tin.md",
        "---\ntitle: Tin Moon\nyear: 1973\ndirector: A. Wolk\n---\nSaw the set in Rome.\n\n## Trivia\n- One.\n- Two.\n",
    )
    (extract,) = found.extracts
    assert extract.personal is not None
    assert [note.text for note in extract.personal.notes] == ["Saw the set in Rome."]
    assert [item.text for item in extract.trivia] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: Mission: Impossible\n---\n", {"title": "Mission: Impossible"}),
        ("---\ntitle: 'It''s'\nyear: 1990 # really\n---\n", {"title": "It's", "year": "1990"}),
        ('---\na: [x, "y, z"]\nb:\n  - 1\n  - 2\n---\n', {"a": ["x", "y, z"], "b": ["1", "2"]}),
        ("---\na: >-\n  one\n  two\nb: |\n  one\n  two\n---\n", {"a": "one two", "b": "one\ntwo"}),
        ('+++\ntitle = "Tin"\nyear = 1973\n+++\n', {"title": "Tin", "year": "1973"}),
        ('---\n{"title": "Tin", "cast": ["A"]}\n---\n', {"title": "Tin", "cast": ["A"]}),
        ("---\nimdb:\n  id: tt1\n  rating: 7\n---\n", {"imdb.id": "tt1", "imdb.rating": "7"}),
    ],
)  # fmt: skip
def test_front_matter_is_read_as_people_write_it(text: str, fields: dict[str, object]) -> None:
    note = split(text)
    assert note is not None
    assert note.fields == fields


def test_front_matter_cannot_expand() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: T\n---\n"
    note = split(bomb)
    assert note is not None
    assert sum(map(len, note.fields.values())) < len(bomb)


_MOVIE = "<movie><title>Tin Moon</title><year>1973</year>{}</movie>"


def test_an_nfo_gives_facts_ratings_ids_and_the_owners_layer() -> None:
    found = read(
        "movie.nfo",
        '<?xml version="1.0" encoding="utf-8"?>\n'
        + _MOVIE.format(
            '<ratings><rating name="imdb" max="10"><value>6,4</value><votes>1.234</votes></rating>'
            '<rating name="themoviedb" max="10"><value>7.1</value></rating></ratings><userrating>8</userrating>'
            '<plot>A moon &amp; a mine.</plot><uniqueid type="imdb" default="true">tt0000077</uniqueid>'
            "<uniqueid type='tmdb'>11</uniqueid><director>A. Wolk,</director><playcount>2</playcount>"
            "<lastplayed>2020-01-04 20:00:00</lastplayed><actor><name>Ann Ott</name><role>Luna</role></actor>"
            "<tag>night</tag>"
            "<set><name>Moons</name></set>"
        ),
    )
    (extract,) = found.extracts
    facts = extract.facts
    assert facts.ids == {"imdb": "tt0000077", "tmdb": "11"}
    assert {(one.by, one.value, one.votes) for one in facts.ratings} == {("imdb", 6.4, 1234), ("tmdb", 7.1, None)}
    assert (facts.synopsis, facts.directors, facts.cast, facts.characters) == (
        "A moon & a mine.",
        ("A. Wolk",),
        ("Ann Ott",),
        ("Luna",),
    )
    assert facts.extra["set"] == "Moons"
    assert extract.personal is not None
    assert extract.personal.ratings[0].value == 8
    assert extract.personal.viewings[0].date == "2020-01-04"
    assert extract.personal.tags == ("night",)


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (_MOVIE.format("") + "\nhttps://www.themoviedb.org/movie/11-tin-moon\n", {"tmdb": "11"}),
        ("https://www.imdb.com/title/tt0000077/\n", {"imdb": "tt0000077"}),
    ],
)
def test_a_link_after_the_xml_or_instead_of_it_is_an_id(content: str, ids: dict[str, str]) -> None:
    assert read("movie.nfo", content).extracts[0].facts.ids == ids


def test_a_rating_out_of_its_range_is_kept_but_counts_for_nothing() -> None:
    facts = read("movie.nfo", _MOVIE.format("<communityrating>15.5</communityrating>")).extracts[0].facts
    assert facts.ratings == ()
    assert facts.extra["communityrating"] == "15.5"


@pytest.mark.parametrize(
    "content",
    [
        (
            '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
            "<movie><title>&b;</title></movie>"
        ),
        '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/passwd">]><movie><title>&f;</title></movie>',
        "<movie>" + "<a>" * 100 + "</a>" * 100 + "</movie>",
    ],
)
def test_a_hostile_nfo_is_refused(content: str) -> None:
    with pytest.raises(HostileDocumentError):
        read("movie.nfo", content)


def test_a_broken_nfo_is_named() -> None:
    with pytest.raises(DocumentError, match="its XML is broken"):
        read("movie.nfo", "<movie><title>Tin</title><plot></movie>")


def test_an_org_files_lists_headings_and_tables_are_films() -> None:
    found = read(
        "movies.org",
        "#+TITLE: Films to watch\n\n* Favourites of Ann\n+ *Tin Moon* Anton Wolk\n- [X] Salt (1975)\n"
        "- [ ] Mire (1990)\n"
        "** DONE Harbour Lights (1950)\n   CLOSED: [2020-01-04 Sat]\n   :PROPERTIES:\n   :IMDB: tt0000079\n   :END:\n"
        "* Shelf\n| Title | Year | Director |\n|-------+------+----------|\n| Gaslight Row | 1951 | A. Wolk |\n",
    )
    assert sorted(title or "" for title, _ in found.titles) == [
        "Gaslight Row",
        "Harbour Lights",
        "Mire",
        "Salt",
        "Tin Moon",
    ]
    films = {str(extract.facts.title): extract for extract in found.extracts}
    assert films["Tin Moon"].facts.directors == ("Anton Wolk",)
    salt, mire, lights = (films[name].personal for name in ("Salt", "Mire", "Harbour Lights"))
    assert salt is not None
    assert salt.viewings
    assert mire is not None
    assert mire.watchlist == "yes"
    assert lights is not None
    assert lights.viewings[0].date == "2020-01-04"
    assert mire.lists[0].name == "Favourites of Ann"


def test_a_folder_of_aclimdb_gives_film_and_rating(tmp_path: Path) -> None:
    folder = tmp_path / "train" / "pos"
    folder.mkdir(parents=True)
    (tmp_path / "train" / "urls_pos.txt").write_text(
        "http://www.imdb.com/title/tt0000001/usercomments\nhttp://www.imdb.com/title/tt0000002/usercomments\n"
    )
    (folder / "1_9.txt").write_text(f"{_PROSE}<br /><br />More.")
    found = read_all(tmp_path)
    review = found[f"{tmp_path.name}/train/pos/1_9.txt"]
    assert review.extracts[0].facts.ids == {"imdb": "tt0000002"}
    assert review.reviews[0].text == f"{_PROSE}\n\nMore."
    assert review.reviews[0].rating is not None
    assert (review.reviews[0].rating.value, review.reviews[0].rating.out_of) == (9, 10)
    assert found[f"{tmp_path.name}/train/urls_pos.txt"].extracts == ()


def test_movielens_is_summed_up_by_film(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text(
        'movieId,title,genres\n1,"Tin Moon, The (1973)",Drama|War\n2,Salt (1975),(no genres listed)\n'
    )
    (tmp_path / "links.csv").write_text("movieId,imdbId,tmdbId\n1,0000077,11\n2,0000078,12\n")
    (tmp_path / "ratings.csv").write_text("userId,movieId,rating,timestamp\n1,1,4.0,1\n2,1,5.0,2\n1,2,0.5,3\n")
    (tmp_path / "tags.csv").write_text("userId,movieId,tag,timestamp\n1,1,Moon,1\n2,1,moon,2\n")
    found = read_all(tmp_path)
    films = found[f"{tmp_path.name}/movies.csv"].extracts
    assert (films[0].facts.title, films[0].facts.year, films[0].facts.genres) == (
        "The Tin Moon",
        1973,
        ("Drama", "War"),
    )
    assert films[0].facts.ids == {"movielens": "1", "imdb": "tt0000077", "tmdb": "11"}
    assert films[1].facts.genres == ()
    rating = found[f"{tmp_path.name}/ratings.csv"].extracts[0].facts.ratings[0]
    assert (rating.value, rating.out_of, rating.votes) == (4.5, 5, 2)
    assert found[f"{tmp_path.name}/tags.csv"].extracts[0].facts.extra == {"movielens tags": "moon (2)"}


def test_an_nfo_with_htmls_entities_and_lone_ampersands_is_read() -> None:
    facts = (
        read("movie.nfo", _MOVIE.format("<plot>Caf&eacute; &amp; Bar & more&hellip; &lt;3 &nosuch;</plot>"))
        .extracts[0]
        .facts
    )
    assert facts.synopsis == "Café & Bar & more… <3 &nosuch;"


def test_the_items_of_a_yaml_list_keep_all_their_lines_and_say_who_they_are() -> None:
    found = read(
        "films.yaml",
        "- title: Mire\n  year: 1990\n  genres: [Drama]\n  cast:\n  - name: Ida O\n    role: Ida\n  - Tom Ufer\n"
        "  trivia:\n    - One drum was used, and\n      no other.\n    - topic: Dog\n      text: |\n"
        "        Nobody asked\n        the dog.\n    - Salt: a history\n",
    )
    (extract,) = found.extracts
    assert extract.facts.cast == ("Ida O", "Tom Ufer")
    assert [item.text for item in found.trivia] == [
        "One drum was used, and no other.",
        "Nobody asked\nthe dog.",
        "Salt: a history",
    ]


def test_lists_in_lists_without_end_are_read_in_bounded_depth() -> None:
    deep = "".join("  " * level + "- name:\n" for level in range(1, 400))
    found = read("films.yaml", f"- title: Mire\n  year: 1990\n  genres: [Drama]\n  cast:\n{deep}")
    assert found.titles == [("Mire", 1990)]
