"""IMDb's pages behind a title as data (2023 to 2026): facts by their ids, in whatever language the page is shown."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.readers.html.pages import facts_of, page, read_page
from tests.unit.readers.reading import Read

ENTITY = {"id": "tt0099901", "titleText": {"text": "Paper Harbour"}, "releaseYear": {"year": 1987}}


def read(part: str, **content: Any) -> Read:
    data = {"props": {"pageProps": {"contentData": {"entityMetadata": ENTITY, **content}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
    return read_page("imdb", page(script, url=f"https://www.imdb.com/de/title/tt0099901/{part}/"))


def category(identity: str, name: str, *items: dict[str, Any]) -> dict[str, Any]:
    return {"id": identity, "name": name, "section": {"items": list(items)}}


def test_releases_and_titles_elsewhere_are_facts_and_no_trivia() -> None:
    found = read(
        "releaseinfo",
        categories=[
            category("releases", "Erscheinungsdatum", {"rowTitle": "Italy", "listContent": [{"text": "5 March 1987"}]}),
            category(
                "akas",
                "Auch bekannt als",
                {"rowTitle": "(original title)", "listContent": [{"text": "Hafen aus Papier"}]},
                {"rowTitle": "France", "listContent": [{"text": "Le port de papier"}]},
            ),
        ],
    )
    facts = facts_of(found)
    assert (facts.released, facts.original_title) == ("1987-03-05", "Hafen aus Papier")
    assert (facts.other_titles, found.trivia) == (("Le port de papier",), [])


def test_credits_keywords_and_taglines_are_facts() -> None:
    people = [
        category("director", "Regie", {"rowTitle": "Ada Field"}),
        category("cast", "Besetzung", {"rowTitle": "Dee Rowan", "characters": ["Clerk"]}),
    ]
    facts = facts_of(read("fullcredits", categories=people))
    assert (facts.directors, facts.cast, facts.characters) == (("Ada Field",), ("Dee Rowan",), ("Clerk",))
    words = {"items": [{"rowTitle": "boat"}, {"rowTitle": "letter"}]}
    assert facts_of(read("keywords", section=words)).extra == {"keywords": "boat, letter"}
    lines = {"items": [{"htmlContent": "Every ship folds."}, {"htmlContent": "Fold twice."}]}
    facts = facts_of(read("taglines", section=lines))
    assert (facts.tagline, facts.extra) == ("Every ship folds.", {"taglines": "Fold twice."})


def test_a_plot_in_another_language_is_told_by_its_id_without_who_wrote_it() -> None:
    by = '<span style="x">—<a href="/search/title/?plot_author=Jo">Jo</a></span>'
    facts = facts_of(
        read(
            "plotsummary",
            categories=[
                category("summaries", "Zusammenfassungen", {"htmlContent": "A clerk."}, {"htmlContent": "Boats." + by}),
                category("synopsis", "Ausführlich", {"htmlContent": "He sails."}),
            ],
        )
    )
    assert (facts.synopsis, facts.plot, facts.extra) == ("A clerk.", "He sails.", {"summary 2": "Boats."})


def test_songs_keep_their_lines_and_spoilers_their_topic() -> None:
    song = {"rowTitle": "Fold", "listContent": [{"html": "Performed by Bo Lark"}]}
    (track,) = read("soundtrack", section={"items": [song]}).trivia
    assert (track.topic, track.text) == ("Soundtracks", "Fold\nPerformed by Bo Lark")
    veiled = {"id": "cameo", "name": "Cameo", "section": {"items": [], "spoilers": [{"cardHtml": "She sinks."}]}}
    (fact,) = read("trivia", categories=[veiled]).trivia
    assert (fact.topic, fact.spoiler) == ("Cameo", True)


def test_nobody_voted_is_no_vote() -> None:
    def item(text: str, up: int, down: int) -> str:
        votes = "".join(
            f'<span class="ipc-voting__label__count--{way}">{n}</span>' for way, n in (("up", up), ("down", down))
        )
        return f'<div data-testid="item-id"><div data-testid="item-html"><div>{text}</div></div>{votes}</div>'

    body = f"<main><h1>Trivia</h1>{item('The bell was plaster.', 0, 0)}{item('It rained daily.', 0, 2)}</main>"
    found = read_page("imdb", page(body, url="https://www.imdb.com/title/tt0000008/trivia/", title="The Ferry (1966)"))
    assert [(fact.text, fact.helpful) for fact in found.trivia] == [
        ("The bell was plaster.", None),
        ("It rained daily.", (0, 2)),
    ]
