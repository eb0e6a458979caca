"""Data sets of several files that belong together by numbers: IMDb's, MovieLens, CMU, Trakt's exports."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.readers.reading import Read, read, read_all


def _all(folder: Path, files: dict[str, str]) -> dict[str, Read]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name.rsplit("/", 1)[-1]: one for name, one in read_all(folder).items()}


def test_people_of_imdbs_data_sets_have_names_and_not_numbers(tmp_path: Path) -> None:
    found = _all(
        tmp_path,
        {
            "title.akas.tsv": "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n"
            "tt0000077\t1\tTin Moon\t\\N\t\\N\toriginal\t\\N\t1\ntt0000077\t2\tZinnmond\tDE\t\\N\t\\N\t\\N\t0\n",
            "title.crew.tsv": "tconst\tdirectors\twriters\ntt0000077\tnm0000001\tnm0000001,nm0000009\n",
            "title.principals.tsv": "tconst\tordering\tnconst\tcategory\tjob\tcharacters\n"
            'tt0000077\t1\tnm0000002\tactor\t\\N\t["The Keeper"]\ntt0000077\t2\tnm0000001\tdirector\t\\N\t\\N\n',
            "name.basics.tsv": "nconst\tprimaryName\tbirthYear\nnm0000001\tA. Wolk\t1930\nnm0000002\tJo Reed\t1940\n",
        },
    )
    (akas,) = found["title.akas.tsv"].extracts
    assert (akas.facts.title, akas.facts.other_titles) == ("Tin Moon", ("Zinnmond",))
    (crew,) = found["title.crew.tsv"].extracts
    assert (crew.facts.directors, crew.facts.writers) == (("A. Wolk",), ("A. Wolk",))
    assert "1 people are only numbers" in found["title.crew.tsv"].remarks[0]
    (cast,) = found["title.principals.tsv"].extracts
    assert (cast.facts.cast, cast.facts.characters) == (("Jo Reed",), ("The Keeper",))
    assert not found["name.basics.tsv"].extracts


def test_movielens_without_headers(tmp_path: Path) -> None:
    found = _all(
        tmp_path,
        {
            "movies.dat": "1::Tin Moon (1973)::Animation|Children's\n2::Reed, The (Roseau, Le) (1990)::Drama\n",
            "ratings.dat": "1::1::5::978824268\n2::1::4::978824269\n",
            "users.dat": "1::F::1::10::48067\n",
        },
    )
    moon, reed = found["movies.dat"].extracts
    assert (moon.facts.title, moon.facts.year, moon.facts.genres) == ("Tin Moon", 1973, ("Animation", "Children's"))
    assert (reed.facts.title, reed.facts.other_titles, reed.facts.year) == ("The Reed", ("Le Roseau",), 1990)
    (rated,) = found["ratings.dat"].extracts
    assert rated.facts.title == "Tin Moon"
    assert [(one.value, one.out_of, one.votes) for one in rated.facts.ratings] == [(4.5, 5, 2)]
    assert not found["users.dat"].extracts


def test_plots_and_characters_of_the_cmu_corpus_find_their_films(tmp_path: Path) -> None:
    head = '\t100\t98.0\t{"/m/0a": "English Language"}\t{"/m/0b": "Norway"}\t{"/m/0c": "Drama"}\n'
    found = _all(
        tmp_path,
        {
            "movie.metadata.tsv": "".join(
                f"{at}\t/m/0x{at}\tTin Moon {at}\t1973-01-0{at % 9 + 1}{head}" for at in range(100, 104)
            ),
            "plot_summaries.txt": "100\tA keeper waits at the harbour for a boat that is late, and then is not.\n",
            "character.metadata.tsv": "100\t/m/0x100\t1973\tThe Keeper\t1940\tM\t1.8\t\tJo Reed\t33"
            "\t/m/0a\t/m/0b\t/m/0c\n",
        },
    )
    (plot,) = found["plot_summaries.txt"].extracts
    assert (plot.facts.title, plot.facts.year) == ("Tin Moon 100", 1973)
    assert (plot.facts.plot or "").startswith("A keeper waits")
    (cast,) = found["character.metadata.tsv"].extracts
    assert (cast.facts.cast, cast.facts.characters) == (("Jo Reed",), ("The Keeper",))


def test_a_rating_of_an_episode_on_trakt_is_none_of_its_show() -> None:
    show = {"title": "Reeds", "year": 2001, "ids": {"trakt": 1}}
    part = {"season": 2, "number": 3, "title": "Wind", "ids": {"trakt": 9}}
    item = {"rated_at": "2024-01-03T00:00:00.000Z", "rating": 8, "type": "episode", "episode": part, "show": show}
    (extract,) = read("ratings.json", json.dumps([item])).extracts
    assert extract.facts.title == "Reeds: 2x3 Wind"
    assert extract.personal is not None
    assert extract.personal.extra["rated"] == "2024-01-03"


def test_what_a_film_says_of_itself_is_no_reviews() -> None:
    film = {"title": "Tin Moon", "rating": {"value": 7.2, "out_of": 10}, "date": "1973-01-02"}
    reviews = [{"author": "Ann", "text": "Bright and cold, like tin."}, {"author": "Bo", "text": "Cold.", "rating": 3}]
    found = read("gold.json", json.dumps([{"film": film, "reviews": reviews}]))
    assert [review.rating and review.rating.value for review in found.reviews] == [None, 3]
    assert [review.date for review in found.reviews] == [None, None]
    assert [(one.value, one.out_of) for one in found.extracts[0].facts.ratings] == [(7.2, 10)]


def test_names_are_recognised_shortened_and_by_what_stands_below_them() -> None:
    found = read(
        "r.tsv",
        "film_title\trelease_yr\treviewer_nm\tstars\treview_dt\tcontent\n"
        "Tin Moon\t1973\tAnn\t★★★★½\t12/25/18\tBright and cold.\nMire\t1990\tBo\t★★\t1/3/19\tReeds.\n",
    )
    assert found.titles == [("Tin Moon", 1973), ("Mire", 1990)]
    assert [(one.author, one.date) for one in found.reviews] == [("Ann", "2018-12-25"), ("Bo", "2019-01-03")]
    assert [one.rating and one.rating.value for one in found.reviews] == [4.5, 2]


def test_what_apis_answer_is_read_with_its_lists_of_people_ratings_and_reviews() -> None:
    tmdb = {
        "id": 77, "imdb_id": "tt0000077", "title": "Tin Moon", "release_date": "1973-01-02", "vote_average": 7.4,
        "credits": {
            "cast": [{"name": "Jo Reed", "character": "The Keeper"}],
            "crew": [{"name": "A. Wolk", "job": "Director"}, {"name": "Bo Lin", "job": "Editor"}],
        },
        "reviews": {"results": [{"author": "Ann", "author_details": {"rating": 9}, "content": "Cold tin."}]},
    }  # fmt: skip
    found = read("movie.json", json.dumps(tmdb))
    (extract,) = found.extracts
    assert (extract.facts.directors, extract.facts.cast) == (("A. Wolk",), ("Jo Reed",))
    assert extract.facts.characters == ("The Keeper",)
    assert [(review.author, review.rating and review.rating.value) for review in found.reviews] == [("Ann", 9)]
    ratings = [{"Source": "Rotten Tomatoes", "Value": "85%"}, {"Source": "Some Paper", "Value": "B"}]
    omdb = {"Title": "Tin Moon", "Year": "1973", "imdbID": "tt0000077", "Ratings": ratings}
    (extract,) = read("omdb.json", json.dumps(omdb)).extracts
    assert [(one.by, one.value, one.out_of) for one in extract.facts.ratings] == [("tomatometer", 85, 100)]
    assert extract.facts.extra["Some Paper"] == "B"


def test_kodis_export_of_a_whole_library() -> None:
    movie = '<movie><title>{}</title><year>1973</year><uniqueid type="imdb">tt000007{}</uniqueid></movie>'
    found = read(
        "videodb.xml", f"<videodb><version>1</version>{movie.format('Tin Moon', 7)}{movie.format('Mire', 8)}</videodb>"
    )
    assert found.titles == [("Tin Moon", 1973), ("Mire", 1973)]


def test_quotation_marks_in_tabbed_text_belong_to_it() -> None:
    rows = (
        'Tin Moon\t1973\t"Late," he says\tAnn\n',
        'Mire\t1990\tTall as 40" of reed\tBo\n',
        'Salt\t1975\t"Said ""no"" once"\tCy\n',
    )
    found = read("reviews.tsv", "title\tyear\treview\tuser\n" + "".join(rows))
    assert [review.text for review in found.reviews] == ['"Late," he says', 'Tall as 40" of reed', 'Said "no" once']


def test_a_column_of_states_is_the_owners_shelf() -> None:
    found = read(
        "films.csv",
        "Title,Year,Status,My Rating,Date Finished\nTin Moon,1973,Finished,9,2022-01-05\nMire,1990,Dropped,3,\n"
        "Salt,1975,Plan to watch,,\n",
    )
    moon, mire, salt = found.own
    assert moon.viewings[0].date == "2022-01-05"
    assert (mire.viewings, mire.watchlist, mire.extra["status"]) == ((), None, "Dropped")
    assert (salt.viewings, salt.watchlist) == ((), "yes")
