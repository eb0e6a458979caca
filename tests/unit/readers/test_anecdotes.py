"""Trivia out of JSON, whatever list it stands in, and the plot beside it: neither is anybody's review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.readers.reading import Read, read
from tui.library import Library

_FILM = {"title": "Harbour Lights", "year": 1951}
_TOLD = [
    {"topic": "Casting", "text": "The keeper was to be played by a singer."},
    {"topic": "Casting", "text": "Nobody asked the dog."},
    {"text": "At the end the lamp is out.", "spoiler": True},
]


def _read(value: Any) -> Read:
    return read("film.json", json.dumps(value))


@pytest.mark.parametrize("key", ["trivia", "facts", "Fun Facts", "did_you_know", "curiosities"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_list_of_trivia_is_trivia_with_its_topics(key: str, *, wrapped: bool) -> None:
    found = _read([{"film": _FILM, key: _TOLD} if wrapped else {**_FILM, key: _TOLD}])
    assert found.reviews == []
    assert [(item.topic, item.text, item.spoiler) for item in found.trivia] == [
        ("Casting", "The keeper was to be played by a singer.", False),
        ("Casting", "Nobody asked the dog.", False),
        (None, "At the end the lamp is out.", True),
    ]
    assert set(found.titles) == {("Harbour Lights", 1951)}


def test_trivia_stands_in_the_order_of_its_document() -> None:
    found = _read({**_FILM, "trivia": [f"Fact number {n} of the set." for n in range(12)]})
    places = [item.sources[0].lines for item in found.trivia]
    assert places == sorted(set(places))
    assert [item.text for item in found.trivia][10] == "Fact number 10 of the set."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"goofs": ["A watch is seen."]}, [("Goofs", "A watch is seen.")]),
        ({"goofs": {"Continuity": ["A watch is seen."]}}, [("Continuity", "A watch is seen.")]),
        ({"quotes": [{"lines": ["Keeper: Now.", "Dog: No."]}]}, [("Quotes", "Keeper: Now.\nDog: No.")]),
        ({"quotes": ["Never trust a tide."]}, [("Quotes", "Never trust a tide.")]),
        (
            {"did_you_know": {"trivia": "Shot in a week.", "goofs": "A watch is seen.", "crazyCredits": None}},
            [(None, "Shot in a week."), ("Goofs", "A watch is seen.")],
        ),
        ({"trivia": {"items": [{"heading": "Music", "fact": "One drum."}]}}, [("Music", "One drum.")]),
        ({"trivia": "Shot in a single week."}, [(None, "Shot in a single week.")]),
    ],
)
def test_trivia_by_other_names_and_in_other_shapes(value: Any, expected: list[tuple[str | None, str]]) -> None:
    found = _read([{**_FILM, **value}])
    assert [(item.topic, item.text) for item in found.trivia] == expected
    assert found.reviews == []


def test_votes_on_trivia_are_kept() -> None:
    found = _read([{**_FILM, "trivia": [{"text": "One drum.", "helpful": "12 of 15"}]}])
    assert [item.helpful for item in found.trivia] == [(12, 15)]


def test_reviews_and_trivia_of_one_film_are_told_apart() -> None:
    reviews = [{"author": "Ann", "text": "Long, but worth it."}, {"author": "Bo", "text": "Too long."}]
    found = _read([{"film": _FILM, "reviews": reviews, "trivia": _TOLD}])
    assert [review.author for review in found.reviews] == ["Ann", "Bo"]
    assert len(found.trivia) == 3
    assert not any("without a text" in remark for remark in found.remarks)


def test_reviews_in_lists_by_who_wrote_them_are_all_reviews() -> None:
    critics = [{"critic": "Ann Ott", "quote": "Long, but worth it.", "score": "3/4"}]
    users = [{"user": "bo", "text": "Too long.", "rating": "4/10"}]
    found = _read({**_FILM, "reviews": {"count": 2, "critics": critics, "users": users}})
    assert [(review.author, review.text) for review in found.reviews] == [
        ("Ann Ott", "Long, but worth it."),
        ("bo", "Too long."),
    ]


def test_quotes_that_critics_sign_are_reviews() -> None:
    found = _read([{**_FILM, "quotes": [{"critic": "Ann Ott", "quote": "Long, but worth it.", "rating": "3/4"}]}])
    assert [(review.author, review.text) for review in found.reviews] == [("Ann Ott", "Long, but worth it.")]
    assert found.trivia == []


@pytest.mark.parametrize("key", ["synopsis", "plot", "plot_summaries"])
@pytest.mark.parametrize(
    "told",
    [
        "A lamp goes out.",
        ["A lamp goes out."],
        {"text": "A lamp goes out."},
        [{"author": "Bo", "text": "A lamp goes out."}],
    ],
)
def test_what_happens_is_the_films_plot_however_it_is_wrapped(key: str, told: Any) -> None:
    found = _read([{**_FILM, key: told}])
    (extract,) = found.extracts
    assert "A lamp goes out." in (extract.facts.plot or extract.facts.synopsis or "")
    assert found.reviews == []


def test_a_list_of_trivia_about_several_films_is_nobodys_review() -> None:
    told = [{"movie": "Mire", "year": 1990, "text": "One drum."}, {"movie": "Salt", "year": 1975, "text": "Two drums."}]
    found = _read({"trivia": told})
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]
    assert [item.text for item in found.trivia] == ["One drum.", "Two drums."]
    assert found.reviews == []


def test_what_sites_give_a_film_is_its_rating_with_their_votes() -> None:
    ratings = {"imdb": {"votes": 1200, "value": 7.1, "type": "user"}, "rottenTomatoes": {"value": 85, "votes": 0}}
    (extract,) = _read([{**_FILM, "overview": "A lamp goes out.", "ratings": ratings}]).extracts
    given = {(rating.by, rating.value, rating.out_of, rating.votes) for rating in extract.facts.ratings}
    assert given == {("imdb", 7.1, 10.0, 1200), ("tomatometer", 85.0, 100.0, None)}


def test_a_table_of_a_films_facts_is_no_trivia() -> None:
    found = _read([{**_FILM, "facts": {"director": "Jo Elm", "runtime": "91 min"}}])
    assert found.trivia == []
    assert found.extracts[0].facts.directors == ("Jo Elm",)


def test_a_column_of_numbers_called_facts_tells_nothing() -> None:
    found = read("films.csv", "title,year,facts\nMire,1990,12\nSalt,1975,3\n")
    assert found.trivia == []
    assert len(found.extracts) == 2


def test_what_a_library_has_already_waits_nowhere(tmp_path: Path) -> None:
    page = "Harbour Lights (1951)\n\nDirector: Jo Elm\nRuntime: 91 min\n\nUser Reviews\n\nAnn Ott 8/10\n{}\n"
    text = "The boat is late, the band is early, and the keeper has more to do than he ever lets anybody see."
    (tmp_path / "page.txt").write_text(page.format(text))
    entries = [
        {"film": _FILM, "reviews": [{"author": "Ann Ott", "text": text}]},
        {"film": _FILM, "topics": ["Casting"], "trivia": _TOLD},
    ]
    (tmp_path / "kept.json").write_text(json.dumps(entries))
    for files in (["page.txt", "kept.json"], ["kept.json"]):
        library = Library.open(tmp_path / f"library{len(files)}")
        library.import_paths([tmp_path / name for name in files])
        assert library.unfiled() == ()
        (film,) = library.catalogue()
        view = library.film(film.id)
        assert (len(view.reviews), len(view.trivia)) == (1, 3)
        library.close()
