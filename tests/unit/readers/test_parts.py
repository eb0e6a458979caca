"""Data sets in parts: what stands in tables of their own is joined to the films by their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.readers.reading import Read, read, read_all
from tui.errors import DocumentError
from tui.library import Library
from tui.readers.parts import TOGETHER
from tui.readers.rows import films

FILMS = (
    "id,name,date,tagline,description,minute,rating\n31,Tin Moon,1973,Up.,A keeper waits.,95,3.7\n32,Reed,1990,,,,\n"
)


def _all(folder: Path, files: dict[str, str]) -> dict[str, Read]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name.rsplit("/", 1)[-1]: one for name, one in read_all(folder).items()}


def test_actors_crew_and_genres_in_tables_of_their_own_are_said_of_their_films(tmp_path: Path) -> None:
    found = _all(
        tmp_path,
        {
            "movies.csv": FILMS,
            "actors.csv": "id,name,role\n31,Jo Reed,The Keeper\n31,Ada Wolk,\n32,Mo Lind,Bo\n",
            "crew.csv": "id,role,name\n31,Director,A. Wolk\n31,Screenplay,Jo Reed\n31,Editor,Ed Cut\n",
            "genres.csv": "id,genre\n31,Drama\n31,Science Fiction\n32,Comedy\n",
            "themes.csv": "id,theme\n31,Light and duty\n31,The sea\n",
            "releases.csv": "id,country,date,type,rating\n31,Andorra,1973-05-01,Theatrical,12\n",
        },
    )
    cast, other = found["actors.csv"].extracts
    assert (cast.facts.title, cast.facts.year, other.facts.title) == ("Tin Moon", 1973, "Reed")
    assert (cast.facts.cast, cast.facts.characters) == (("Jo Reed", "Ada Wolk"), ("The Keeper",))
    assert cast.source.lines == (2, 3)
    (crew,) = found["crew.csv"].extracts
    assert (crew.facts.directors, crew.facts.writers) == (("A. Wolk",), ("Jo Reed",))
    assert crew.facts.extra["editor"] == "Ed Cut"
    assert found["genres.csv"].extracts[0].facts.genres == ("Drama", "Science Fiction")
    assert found["themes.csv"].extracts[0].facts.extra["themes"] == "Light and duty; The sea"
    (release,) = found["releases.csv"].extracts
    assert not release.facts.countries
    assert release.facts.extra["releases"] == "Andorra, 1973-05-01, Theatrical, 12"


def test_parts_with_a_row_a_film_are_joined_by_the_ids_of_the_films(tmp_path: Path) -> None:
    found = _all(
        tmp_path,
        {
            "movies_metadata.csv": "id,imdb_id,original_title,title,release_date,vote_average,vote_count\n"
            "77,tt0000077,Zinnmond,Tin Moon,1973-05-01,7.1,12\n78,tt0000078,Reed,Reed,1990-01-01,5.0,3\n",
            "credits.csv": "cast,crew,id\n"
            "\"[{'character': 'Keeper', 'name': 'Jo Reed'}]\",\"[{'job': 'Director', 'name': 'A. Wolk'}]\",77\n",
            "keywords.csv": "id,keywords\n77,\"[{'id': 1, 'name': 'harbour'}, {'id': 2, 'name': 'lamp'}]\"\n78,[]\n",
        },
    )
    (people,) = found["credits.csv"].extracts
    assert (people.facts.cast, people.facts.directors) == (("Jo Reed",), ("A. Wolk",))
    assert people.facts.ids == {"imdb": "tt0000077", "tmdb": "77"}
    (words,) = found["keywords.csv"].extracts
    assert words.facts.extra == {"keywords": "harbour, lamp"}


def test_rows_about_films_that_the_table_beside_does_not_have_are_counted(tmp_path: Path) -> None:
    found = _all(tmp_path, {"movies.csv": FILMS, "genres.csv": "id,genre\n31,Drama\n99,Comedy\n99,War\n"})
    assert len(found["genres.csv"].extracts) == 1
    assert found["genres.csv"].remarks == ("2 × row about a film that «movies.csv» does not have",)


def test_a_part_alone_is_refused_with_what_to_do() -> None:
    with pytest.raises(DocumentError) as refused:
        read("actors.csv", "id,name,role\n31,Jo Reed,The Keeper\n31,Ada Wolk,\n32,Mo Lind,Bo\n")
    assert "number alone" in refused.value.reason
    assert "movies.csv" in refused.value.remedy


def test_a_table_in_another_order_is_joined_as_far_as_memory_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "HELD", 2)
    movies = "id,title,year,genre\n" + "".join(
        f"{number},Film {number},{1950 + number},War\n" for number in range(1, 7)
    )
    rows = "id,studio\n" + "".join(f"{number},S{number}\n" for number in (6, 5, 1))
    found = _all(tmp_path, {"movies.csv": movies, "studios.csv": rows})
    assert [one.facts.title for one in found["studios.csv"].extracts] == ["Film 6", "Film 5"]
    (told,) = found["studios.csv"].remarks
    assert told.startswith("row about a film that «movies.csv» does not have, or that stands too far from it there")


def test_very_many_rows_about_one_film_are_taken_in_bounded_shares(tmp_path: Path) -> None:
    rows = "id,theme\n" + "".join(f"31,theme {number}\n" for number in range(TOGETHER + 5))
    assert len(_all(tmp_path, {"movies.csv": FILMS, "themes.csv": rows})["themes.csv"].extracts) == 2


def test_movielens_finds_its_films_wherever_they_lie_and_names_none_by_number_only(tmp_path: Path) -> None:
    (tmp_path / "in/a").mkdir(parents=True)
    (tmp_path / "in/b").mkdir()
    (tmp_path / "in/a/ratings.csv").write_text(
        "userId,movieId,rating,timestamp\n1,4,4.0,964982703\n2,4,5.0,964981247\n"
    )
    (tmp_path / "in/a/links.csv").write_text("movieId,imdbId,tmdbId\n4,0000077,77\n5,0000078,78\n")
    library = Library.open(tmp_path / "library")
    report = library.import_paths([tmp_path / "in"])
    told = [remark.text for document in report.documents for remark in document.remarks]
    assert "1 × number of a film that neither the library nor this import names; left out" in told
    (tmp_path / "in/b/movies.csv").write_text("movieId,title,genres\n4,Tin Moon (1973),Drama\n5,Reed (1990),War\n")
    library.import_paths([tmp_path / "in/b"])
    library.import_paths([tmp_path / "in"])
    views = {str(film.title): library.film(film.id).film for film in library.catalogue()}
    assert set(views) == {"Tin Moon", "Reed"}
    assert views["Tin Moon"].ids == {"imdb": "tt0000077", "tmdb": "77", "movielens": "4"}
    assert [(one.value, one.votes) for one in views["Tin Moon"].ratings] == [(4.5, 2)]
    assert views["Reed"].ids["imdb"] == "tt0000078"


def test_ratings_of_films_that_are_only_numbers_say_so() -> None:
    told = read("ratings.csv", "userId,movieId,rating,timestamp\n1,4,4.0,964982703\n2,9,5.0,964981247\n").remarks
    assert told == ("2 films are numbers of MovieLens alone; import its movies.csv too, which names them",)


def test_people_with_what_they_do_and_whom_they_play_in_one_table(tmp_path: Path) -> None:
    found = _all(
        tmp_path,
        {
            "titles.csv": "id,title,type,release_year,imdb_score\nt1,Tin Moon,MOVIE,1973,7\nt2,Reed,MOVIE,1990,6\n",
            "credits.csv": "person_id,id,name,character,role\n7,t1,Jo Reed,The Keeper,ACTOR\n8,t1,A. Wolk,,DIRECTOR\n",
            "movie_cast.csv": "id,actor_name,character_name,order\nt2,Mo Lind,Bo,0\nt2,Jo Reed,,1\n",
        },
    )
    (people,) = found["credits.csv"].extracts
    assert (people.facts.cast, people.facts.directors) == (("Jo Reed",), ("A. Wolk",))
    assert people.facts.characters == ("The Keeper",)
    (cast,) = found["movie_cast.csv"].extracts
    assert (cast.facts.title, cast.facts.cast, cast.facts.characters) == ("Reed", ("Mo Lind", "Jo Reed"), ("Bo",))
