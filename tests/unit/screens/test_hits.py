"""A hit is shown by what matches in it, be it the text, the headline, the topic or the film's own line."""

from __future__ import annotations

from typing import Any

from tui.models import Plain
from tui.screens.hits import hit_cells, hit_lights, hit_passages
from tui.search.types import Hit


def hit(**parts: Any) -> Hit:
    given: dict[str, Any] = {
        "film_id": "f", "film_title": Plain("Night Harbour"), "film_year": 1987, "kind": "synopsis", "id": "f",
        "score": 1.0, "text": Plain("A boat waits."), "matches": (), "snippet": Plain("A boat waits."),
    }  # fmt: skip
    return Hit(**(given | parts))


def test_a_film_that_matches_by_its_own_line_shows_that_line() -> None:
    found = hit(headline=Plain("Night Harbour · Ada Quill"), heading_matches=((16, 19),))
    row = hit_cells(found, 80)
    assert "Ada Quill" in "".join(piece.text for piece in row.left)
    assert [piece.text for piece in row.left if piece.part == "match"] == ["Ada"]
    (passage,) = hit_passages(found)
    assert passage.headline == "Night Harbour · Ada Quill"
    lights = hit_lights(found)[found.id]
    assert lights.headline == ((16, 19),)
    assert not lights.text


def test_a_line_that_does_not_match_stays_away() -> None:
    found = hit(headline=Plain("Night Harbour · Ada Quill"), matches=((2, 6),), snippet_matches=((2, 6),))
    (passage,) = hit_passages(found)
    assert not passage.headline
    assert hit_lights(found)[found.id].text == ((2, 6),)


def test_a_topic_that_matches_is_lit() -> None:
    found = hit(kind="trivia", id="t", topic=Plain("The lamp"), heading_matches=((4, 8),))
    assert hit_lights(found)["topic"].text == ((4, 8),)
    assert [passage.id for passage in hit_passages(found)] == ["topic", "t"]
