"""What lies in people's folders beside films is no film: books, music, shops, programs, templates."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.reading import read


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("books.csv", 'Title,Author,ISBN,My Rating,Date Read\nThe Sea Wall,Ada Quill,"=""014""",4,2022/01/02\n'),
        ("music.csv", "Title,Artist,Album,Year,Genre,Rating\nTidemark,Ada Quill,Low Water,1988,Folk,4\n"),
        (
            "shop.csv",
            "id,title,price,description,category,rating\n1,Fog Lamp,9.95,It cuts the fog.,lamps,3.9\n",
        ),
        ("package.json", json.dumps({"name": "fog", "version": "1", "description": "It waits.", "license": "MIT"})),
        ("composer.json", json.dumps({"name": "q/fog", "description": "Fog.", "license": "MIT", "authors": []})),
        ("settings.toml", 'baseURL = "https://x.example"\ntitle = "Films"\nlanguageCode = "en"\n'),
        ("book.md", "---\ntype: book\ntitle: The Sea Wall\nyear: 1988\npersonalRating: 8\n---\nWet, and good.\n"),
        (
            "Movie.md",
            '---\ntype: movie\ntitle: "{{VALUE:Title}}"\nyear: {{VALUE:Year}}\n---\n\n# {{VALUE:Title}}\n',
        ),
        ("default.md", '---\ntitle: "{{ replace .Name | title }}"\ndate: {{ .Date }}\nrating: 3\n---\n'),
    ],
)
def test_other_things_are_passed_over_with_the_reason(name: str, text: str) -> None:
    found = read(name, text)

    assert (found.extracts, len(found.remarks)) == ((), 1)


def test_a_collection_of_discs_may_have_prices() -> None:
    found = read("dvds.csv", "Title,Year,Format,Price\nTidemark,1988,Blu-ray,12.99\nLow Water,1991,DVD,4.00\n")

    assert found.titles == [("Tidemark", 1988), ("Low Water", 1991)]
    assert found.extracts[0].facts.extra["Price"] == "12.99"


def test_a_log_of_many_things_gives_its_films_and_names_the_others() -> None:
    found = read(
        "log.csv",
        "Type,Title,Creator,Year,Rating,Finished\nMovie,Tidemark,Ada Quill,1988,8,2022-01-02\n"
        "Book,The Sea Wall,Ada Quill,1988,9,2022-01-05\nMovie,Low Water,Ben Roe,1991,6,2022-01-09\n",
    )

    assert found.titles == [("Tidemark", 1988), ("Low Water", 1991)]
    assert [viewing.date for own in found.own for viewing in own.viewings] == ["2022-01-02", "2022-01-09"]
    assert found.remarks == ("row 3 is left out: it is about no film («Book»)",)


def test_links_with_a_day_are_no_films() -> None:
    saved = [{"title": "Fog - reviews", "url": "https://x.example/fog", "date": "2022-01-02", "tags": ["fog"]}]
    with pytest.raises(Exception, match="name no film"):
        read("bookmarks.json", json.dumps(saved))
