from __future__ import annotations

from tui.models import Film, FilmView, Plain
from tui.screens.finding import texts_beside
from tui.widgets.film_passages import synopsis_passages


def test_whatever_finds_a_film_by_its_facts_stands_in_a_pane_to_be_lit() -> None:
    film = Film(
        id="harbour-1999",
        title=Plain("Harbour"),
        original_title=Plain("Nachthafen"),
        tagline=Plain("Some boats wait."),
        genres=(Plain("Drama"),),
        synopsis=Plain("A pier."),
    )
    view = FilmView(film=film)
    lit = texts_beside(view, {"synopsis": ["harbour-1999"], "reviews": (), "trivia": ()})["synopsis"]
    assert {"Some boats wait.", "Nachthafen", "Drama"} <= set(lit.values())
    assert lit.keys() <= {passage.id for passage in synopsis_passages(view)}
