"""What must come first, over 50,000 real reviews, judged by reading them.

A review is named by its row in the table (the first review is row 2), so that nothing of it stands here. The reviews
know their film by its IMDb id only; a few films are given their titles here.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tui.models import Film, FilmView, Plain, Rating, Review
from tui.search import SearchIndex
from tui.text import clean

TITLES = {
    "tt0081505": "The Shining",
    "tt0120338": "Titanic",
    "tt0457572": "Fido",
    "tt0102800": "Robot Jox",
    "tt0040525": "The Lady from Shanghai",
    "tt0111495": "Three Colors: Red",
    "tt0049470": "The Man Who Knew Too Much",
    "tt0094142": "Throw Momma from the Train",
}

MUST = {
    "fun house mirror": [38485],
    "blind swordsman zatoichi": [9757, 12999],
    "zatoichi swordsman": [9757, 12999],
    "time travel paradox": [44345, 42947],
    "haunted hotel jack nicholson axe": [45874],
    "shining kubrick nicholson": [36382, 44375, 26174],
    "zombie comedy shaun": [103, 42247, 16100],
    "zombie fido": [43807, 3061],
    "giant killer tomatoes": [41268, 1501],
    "peter sellers clouseau": [20419, 16998],
    "train strangers swap murders": [6949, 31545, 5878],
    "lesbian vampire": [5241, 18687],
    "deaf mute girl": [27691],
    "plot holes drive a truck through": [19703],
    "chess game with death": [30037],
    "studio ghibli miyazaki": [1200],
    "fred astaire ginger rogers tap dancing": [25444, 48940],
    "circus freaks tod browning": [39968],
    "low budget sci-fi robots": [5502],
    "scifi robots": [42723],
    "robot jox": [47987],
    "kung fu shaolin monks": [45625, 41703],
    "godzilla tokyo": [814],
    "kieslowski trilogy": [47936, 24556],
    "eric rohmer": [5937, 20819],
    "éric rohmer": [5937, 20819],
    "three stooges slapstick": [2909],
    "buster keaton train": [27099, 41380],
    "uwe boll video game": [11979, 9740],
    "pokemon ash pikachu": [35389, 29996],
    "titanic iceberg leonardo": [15011],
    "columbine school shooting": [49901, 11402],
    "9/11 firefighters documentary": [4343, 44079],
    "lassie dog": [9425, 4657],
    "tear jerker": [3594],
    "amelie tautou": [35739],
    "bollywood remake hollywood": [44319, 6615],
    "dracula bela lugosi": [40248],
    "scrooge alastair sim": [13124, 47503],
    "columbo murder falk": [37837],
    "hitchcok vertigo": [6817],
    "mst3k manos": [38662],
}
"""Query to the rows that must be among the first five."""


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    films: dict[str, list[Review]] = {}
    with (shared / "data/imdb50k/reviews_by_film.csv").open(encoding="utf-8", newline="") as stream:
        for row, fields in enumerate(csv.DictReader(stream), 2):
            text = clean(fields["review"].replace("<br />", "\n"))
            rating = Rating(value=float(fields["rating"]), out_of=10)
            films.setdefault(fields["imdb_id"], []).append(Review(id=str(row), text=text, rating=rating))
    index = SearchIndex(tmp_path_factory.mktemp("real"))
    index.update(
        (FilmView(film=Film(id=film, title=Plain(TITLES.get(film, film))), reviews=tuple(reviews)), "1")
        for film, reviews in films.items()
    )
    return index


@pytest.mark.parametrize("query", MUST)
def test_the_best_reviews_are_among_the_first_five(real: SearchIndex, query: str) -> None:
    first = [int(hit.id) for hit in real.search(query, limit=7).hits if hit.kind == "review"][:5]
    assert set(MUST[query]) <= set(first)


@pytest.mark.parametrize("film", TITLES)
def test_the_film_is_first_for_its_title(real: SearchIndex, film: str) -> None:
    title = TITLES[film]
    for query in (title, title.lower(), title.removeprefix("The ")):
        assert real.search(query, limit=1).hits[0].id == film


def test_a_review_is_found_by_many_films_that_are_like_its_own(real: SearchIndex) -> None:
    nearest = real.similar("review", "5241", 10)
    assert len({hit.film_id for hit in nearest}) >= 5
    assert sum("vampire" in hit.text.lower() for hit in nearest) >= 8


def test_no_count_is_a_guess(real: SearchIndex) -> None:
    answer = real.search('"mirror"', limit=1)
    assert answer.total == sum(answer.counts.ratings.values()) == answer.counts.kinds["review"]
    assert answer.total == sum(count for _, count in answer.counts.films) + answer.counts.other_films
