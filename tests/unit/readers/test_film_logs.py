"""Lists and diaries of films that people keep in Markdown, text, org, YAML and TOML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.readers.bounded import read_bounded
from tests.unit.readers.reading import Read, read, read_with
from tui.models import Personal
from tui.readers.document import Document
from tui.readers.film_log import READER as FILM_LOG
from tui.readers.org import READER as ORG
from tui.readers.registry import choose
from tui.readers.walk import walk

_DIARY = (
    "# Seen in 2024\n\n## January\n\n- 2024-01-03 Tin Moon (1973) ★★★★ Odd and bright.\n"
    "- 2024-01-10 **Mire** (1990) ★★★½\n  The reeds again.\n- 2024-01-12 Rewatch: Salt (1975) – 4/5 – warm\n"
)


def _own(found: Read, title: str) -> Personal:
    (extract,) = [one for one in found.extracts if one.facts.title == title]
    assert extract.personal is not None
    return extract.personal


def test_a_diary_is_its_writers_viewings_ratings_and_reviews() -> None:
    found = read("Diary.md", _DIARY)
    assert found.reader == "film-log"
    assert found.titles == [("Tin Moon", 1973), ("Mire", 1990), ("Salt", 1975)]
    moon, mire, salt = (_own(found, title) for title in ("Tin Moon", "Mire", "Salt"))
    assert [own.viewings[0].date for own in (moon, mire, salt)] == ["2024-01-03", "2024-01-10", "2024-01-12"]
    assert [(own.ratings[0].value, own.ratings[0].out_of) for own in (moon, mire, salt)] == [(4, 5), (3.5, 5), (4, 5)]
    assert salt.viewings[0].rewatch
    assert not moon.viewings[0].rewatch
    assert [(review.text, review.mine) for review in found.reviews] == [
        ("Odd and bright.", True),
        ("The reeds again.", True),
        ("warm", True),
    ]


@pytest.mark.parametrize(
    ("heading", "box", "seen", "wanted"),
    [("To watch", "", False, True), ("Favourites", "[ ] ", False, True), ("Favourites", "[x] ", True, False)],
)
def test_boxes_and_headings_say_what_is_wanted_and_seen(heading: str, box: str, seen: bool, wanted: bool) -> None:
    items = "".join(
        f"- {box}{title} ({year})\n" for title, year in (("Tin Moon", 1973), ("Mire", 1990), ("Salt", 1975))
    )
    own = _own(read("films.md", f"# {heading}\n{items}"), "Mire")
    assert (bool(own.viewings), bool(own.watchlist)) == (seen, wanted)


def test_a_numbered_list_keeps_places_and_what_stands_behind_a_film() -> None:
    found = read("best.md", "# Best of all\n1. **Tin Moon** (1973) — rain\n2. **Mire** (1990)\n3. **Salt** (1975)\n")
    assert [(one.name, one.position, one.note) for one in _own(found, "Tin Moon").lists] == [("Best of all", 1, "rain")]
    assert not found.reviews


def test_a_table_of_notes_is_its_writers() -> None:
    table = "| Date | Film | Year | Rating | Thoughts |\n|---|---|---|:-:|---|\n"
    rows = "| 2024-01-05 | [[Tin Moon]] | 1973 | 3/5 | Loud engines |\n| 2024-01-06 | *Mire* | 1990 | ★★★★ | |\n"
    found = read("seen.md", f"# What I saw\n\n{table}{rows}")
    assert _own(found, "Mire").viewings[0].date == "2024-01-06"
    assert [(review.text, review.mine) for review in found.reviews] == [("Loud engines", True)]


def test_films_that_an_article_mentions_are_no_list() -> None:
    prose = "The harbour was built for the film and stood for many years after it, in the wind, for anyone to see.\n\n"
    text = (
        f"# Tin Moon (1973)\n\n{prose}## Influences\n\n{prose}{prose}- Mire (1990), the reeds\n- Salt (1975)\n\n{prose}"
    )
    assert read("article.md", text).reader != "film-log"


def test_an_org_heading_has_properties_tags_and_its_owners_words() -> None:
    found = read(
        "films.org",
        "#+TITLE: Films\n* Seen\n** DONE Mire (1990) :reeds:\nCLOSED: [2023-04-05 Wed]\n:PROPERTIES:\n:RATING: 8\n"
        ":DIRECTOR: A. Wolk\n:IMDB: tt0000079\n:END:\nReeds and wind.\n",
    )
    (extract,) = found.extracts
    assert extract.facts.directors == ("A. Wolk",)
    assert extract.facts.ids == {"imdb": "tt0000079"}
    own = _own(found, "Mire")
    assert (own.viewings[0].date, own.ratings[0].value, own.tags) == ("2023-04-05", 8, ("reeds",))
    assert [review.text for review in found.reviews] == ["Reeds and wind."]


def test_a_yaml_list_is_its_owners() -> None:
    found = read(
        "log.yaml",
        "# my films\n- title: Tin Moon\n  year: 1973\n  rating: 9\n  watched: 2020-10-10\n  review: |\n    Bright.\n"
        '    Cold.\n- title: "Mire"\n  year: 1990\n  rating: 8\n',
    )
    assert found.titles == [("Tin Moon", 1973), ("Mire", 1990)]
    own = _own(found, "Tin Moon")
    assert (own.ratings[0].value, own.ratings[0].out_of, own.viewings[0].date) == (9, 10, "2020-10-10")
    assert found.reviews[0].text.startswith("Bright.")


def test_fields_in_a_notes_text_count_like_front_matter() -> None:
    found = read(
        "Mire.md",
        "# Mire (1990)\n\nDirector:: [[A. Wolk]]\nRating:: 8/10\nWatched:: 2022-08-08\nIMDB:: tt0000079\n"
        "\nReeds, wind.\n",
    )
    (extract,) = found.extracts
    assert (extract.facts.title, extract.facts.year) == ("Mire", 1990)
    assert extract.facts.directors == ("A. Wolk",)
    assert _own(found, "Mire").viewings[0].date == "2022-08-08"
    assert found.reviews[0].text == "Reeds, wind."


def test_a_callouts_plot_is_no_review_and_a_note_may_name_several_days() -> None:
    found = read(
        "Mire.md",
        "---\nyear: 1990\nmyRating: ⭐⭐⭐⭐\nwatchedOn:\n  - 2021-05-05\n  - 2024-03-02\nimdbId: tt0000079\n---\n"
        "> [!summary] Plot\n> Reeds grow.\n\n## Review\nWind.\n",
    )
    (extract,) = found.extracts
    assert extract.facts.synopsis == "Reeds grow."
    assert [review.text for review in found.reviews] == ["Wind."]
    assert [one.date for one in _own(found, "Mire").viewings] == ["2021-05-05", "2024-03-02"]


@pytest.mark.parametrize(
    ("name", "heading", "reader"), [("list.md", "##", FILM_LOG.name), ("list.org", "**", ORG.name)]
)
def test_endless_lines_cost_no_more_than_their_length(name: str, heading: str, reader: str) -> None:
    marks = "".join(f"- {mark * 100_000}\n" for mark in ("*a", "[[", "("))
    marks += f"| {'[[' * 100_000} |\n# a{' ' * 100_000}b\n"
    items = "".join(f"- 2024-01-0{day} Mire (199{day}) ★★★★ Odd and bright.\n" for day in range(1, 9))
    found = read_bounded(name, f"{heading} Seen in 2024\n\n{items}{marks}{heading} More\n\n{items}")
    assert found is not None
    assert found.reader == reader
    assert len(found.titles) >= 8


_HEADED = (
    "# Films of 2024\n\n## May\n\n### Tin Moon (1973) ★★★★½\n\nSeen 2024-05-03.\n\nOdd and bright.\n\n#### The end\n\n"
    "It rains.\n\n### [Mire](https://www.imdb.com/title/tt7654323/)\n\n*Rating: 3/5*\nWatched 2024-05-09 with Bo.\n\n"
    "The reeds again.\n\n## June\n\n### Salt (1975)\n\nWarm.\n"
)


def test_a_log_with_a_heading_for_each_film_is_read_by_its_headings() -> None:
    found = read("log.md", _HEADED)
    assert found.reader == "film-log"
    assert found.titles == [("Tin Moon", 1973), ("Mire", None), ("Salt", 1975)]
    assert found.extracts[1].facts.ids == {"imdb": "tt7654323"}
    assert [review.text for review in found.reviews] == [
        "Odd and bright.\n\nThe end\n\nIt rains.",
        "Watched 2024-05-09 with Bo.\n\nThe reeds again.",
        "Warm.",
    ]
    assert all(review.mine for review in found.reviews)
    moon, mire = _own(found, "Tin Moon"), _own(found, "Mire")
    assert [own.viewings[0].date for own in (moon, mire)] == ["2024-05-03", "2024-05-09"]
    assert [own.ratings[0].value for own in (moon, mire)] == [4.5, 3]


@pytest.mark.parametrize(
    "page",
    [
        "# Tin Moon (1973)\n\n## Reviews\n\n### Great fun — 8/10\n\nAll of it.\n\n### Too long — 2/10\n\nBy half.\n",
        "# Three moons\n\n## Tin Moon (1973)\n\nIt rains a lot.\n\n## Salt (1975)\n\nNobody sings.\n",
    ],
)
def test_headings_of_reviews_and_of_a_survey_are_no_log(page: str) -> None:
    assert not FILM_LOG.match(Document.of_bytes("page.md", page.encode())).sure


@pytest.mark.parametrize("name", ["Books 2024.md", "log.md"])
def test_a_log_of_books_is_none_of_films(name: str) -> None:
    text = "# Books of the year\n\n## Tin Moon (1973) ★★★★\n\nWet.\n\n## Mire (1990) ★★\n\nDry.\n"
    found = read(name, text)
    assert (found.extracts, found.remarks) == ((), ("it is a log of no films («Books»)",))
    assert len(read(name, text.replace("# Books", "# Books and films")).titles) == 2


def test_films_in_bold_at_the_beginning_of_lines_are_headings_of_a_log() -> None:
    found = read("log.md", "# 2024\n\n**Mire** (1990) – 8/10 – 2 Jan\nIt sinks.\n\n**Salt** (1975) – 4/10\nDry.\n")
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]
    assert [own.ratings[0].value for own in found.own] == [8, 4]
    assert [review.text.split("\n")[-1] for review in found.reviews] == ["It sinks.", "Dry."]


def test_headings_with_a_keyword_or_bare_are_films_where_the_file_is_about_films() -> None:
    text = "* Watchlist\n** TODO Tin Moon\n** DONE Mire\n* Plans\n** Salt\n** Of the sea\nSome day.\n"
    found = read("movies.org", text)
    assert [title for title, _ in found.titles] == ["Tin Moon", "Mire", "Salt"]
    assert _own(found, "Tin Moon").watchlist
    assert _own(found, "Mire").viewings
    assert not ORG.match(Document.of_bytes("garden.org", b"* Beds\n** TODO Weed\n")).sure > 0.5


def test_what_formulas_wrote_below_a_table_is_no_film() -> None:
    rows = "| Title | Year | Price |\n|--+--+--|\n| Mire | 1990 | 4 |\n|--+--+--|\n| Total | | 4 |\n"
    text = f"#+TITLE: Films\n{rows}#+TBLFM: @>$3=4\n"
    assert read("discs.org", text).titles == [("Mire", 1990)]


def test_a_list_of_films_in_toml_is_their_owners() -> None:
    second = '[[film]]\ntitle = "Reed"\nyear = 1970\nrating = 6.5\nwatched = [2023-02-02, 2024-02-02]\n'
    found = read(
        "films.toml", f'[[film]]\ntitle = "Tin Moon"\nyear = 1973\nrating = 8\nwatched = 2023-01-02\n\n{second}'
    )
    assert found.titles == [("Tin Moon", 1973), ("Reed", 1970)]
    assert [one.ratings[0].value for one in found.own] == [8, 6.5]
    assert [[seen.date for seen in one.viewings] for one in found.own] == [["2023-01-02"], ["2023-02-02", "2024-02-02"]]


def test_settings_in_toml_are_no_films() -> None:
    for settings in (
        '[project]\nname = "moon"\ndescription = "A browser."\n\n[[tool.rules]]\ntitle = "x"\nyear = 1\n',
        'title = "My site"\n\n[[menu.main]]\nname = "Films"\nurl = "/films"\n\n[params]\ndescription = "All of it."\n',
    ):
        document = Document.of_bytes("config.toml", settings.encode())
        assert choose(document).reader.name != "yaml"


def test_reviews_in_json_are_named_by_the_table_of_films_beside_them(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("movie_id,title,release_year,director\n10,Tin Moon,1973,A. Wolk\n")
    reviews = [{"movie_id": 10, "user": "ann", "score": 8, "review_text": "Two hours of fog, and a dog who knows."}]
    (tmp_path / "reviews.json").write_text(json.dumps(reviews))
    documents = {one.name: one for one in walk([tmp_path]) if isinstance(one, Document)}
    document = next(one for name, one in documents.items() if name.endswith("reviews.json"))
    (film,) = read_with(choose(document).reader, document).extracts
    assert (film.facts.title, film.facts.year) == ("Tin Moon", 1973)
