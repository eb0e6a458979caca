from __future__ import annotations

from typing import Any

import pytest

from tui.library import Library
from tui.library.weighing import SURE, Figures, sure

NOTHING_TOLD = "The seats were hard and Anders said that I'm to blame. It ended, and I've had better."


def test_what_everyone_says_of_themselves_is_no_name_that_tells_a_film(library: Library, write: Any) -> None:
    text = "They say I'm too soft for it, and perhaps I've seen too many, but I'd go again tomorrow."
    library.import_paths([write("a.rows", {"facts": {"title": "Harbour", "year": 1999}, "reviews": [{"text": text}]})])
    library.import_paths([write("b.rows", {"reviews": [{"text": NOTHING_TOLD}]})])
    (waiting,) = library.unfiled()
    assert not [one.text for candidate in waiting.candidates for one in candidate.evidence if "names" in one.text]


def page(title: str, *people: str) -> dict[str, Any]:
    """Return a page about a film as it is imported: facts, no review."""
    return {"facts": {"title": title, "year": 1985, "directors": [people[0]], "cast": list(people[1:])}}


def loose(text: str) -> dict[str, Any]:
    return {"reviews": [{"text": text}]}


def test_the_title_and_two_people_place_a_review_even_in_a_library_of_one_film(library: Library, write: Any) -> None:
    told = loose("Harbour Lights is a quiet wonder. Marla Quent carries it, and Ottokar Lim never did better work.")
    library.import_paths([write("a.rows", page("Harbour Lights", "Ottokar Lim", "Marla Quent")), write("b.rows", told)])
    (placed,) = library.placements().placed.values()
    assert placed.film == "harbour-lights-1985"
    reasons = " ".join(reason.text for reason in placed.evidence)
    assert "Harbour Lights (1985)" in reasons
    assert "Marla Quent" in reasons


@pytest.mark.parametrize(
    "text",
    [
        "Marla Quent carries this one, and Ottokar Lim never did better work than here, in his second year.",
        "Harbour Lights 2 is a quiet wonder. Marla Quent carries it, and Ottokar Lim never did better work.",
        "The sequel to Harbour Lights. Marla Quent carries it again, and Ottokar Lim directs as before.",
        "It is no Harbour Lights, although Marla Quent carries it, and Ottokar Lim never did better work.",
    ],
)
def test_people_who_may_have_made_another_film_place_nothing(library: Library, write: Any, text: str) -> None:
    documents = [write("a.rows", page("Harbour Lights", "Ottokar Lim", "Marla Quent")), write("b.rows", loose(text))]
    library.import_paths(documents)
    assert len(library.unfiled()) == 1
    assert not library.placements().placed


def test_trivia_that_a_film_has_already_is_placed_with_it(library: Library, write: Any) -> None:
    fact = (
        "The lamp of the lighthouse was lent by a museum in the north, on the condition that nobody lit it before the"
        " keeper's widow had seen the set and found that everything stood where it had stood."
    )
    library.import_paths([write("a.rows", {**page("Harbour Lights", "Ottokar Lim"), "trivia": [{"text": fact}]})])
    library.import_paths([write("b.rows", {"trivia": [{"text": fact.replace("lent", "loaned")}]})])
    assert library.unfiled() == ()
    (placed,) = library.placements().placed.values()
    assert placed.evidence[0].text.startswith("same text as the trivia")
    assert len(library.film("harbour-lights-1985").trivia) == 1


def told(**more: Any) -> Figures:
    """Return figures that leave no doubt, but for what is changed."""
    figures: dict[str, Any] = {
        "total": 60.0, "rivals": 5.0, "second": 4.0, "names": 40.0, "names_ahead": 38.0, "runs": 6, "strange": 0.0,
        "strange_often": 0.0, "strange_pairs": 0, "title": 6.0, "title_times": 2, "title_words": 2, "title_about": 1,
        "title_compared": 0, "title_part_only": False, "title_sure": False, "other_title": 0.0, "words": 200,
        "texts": 5, "series_words": 0, "series_share": 0.0, "in_series": False, "subtitled": False,
    }  # fmt: skip
    return Figures(**{**figures, **more})


def test_of_a_series_only_a_title_that_means_one_film_decides() -> None:
    assert sure(told()) >= SURE
    assert sure(told(in_series=True)) < SURE
    assert sure(told(series_share=0.5)) < SURE
    assert sure(told(series_share=0.2)) >= SURE
    assert sure(told(series_share=0.2, subtitled=True)) < SURE
    assert sure(told(in_series=True, title_sure=True)) >= SURE


def test_names_that_no_text_about_the_film_has_speak_against_it() -> None:
    assert sure(told(total=12.0, title=0.0, title_times=0, strange=40.0, strange_often=20.0, strange_pairs=6)) < SURE


def test_a_short_text_that_compares_places_nothing() -> None:
    assert sure(told(words=20)) >= SURE
    assert sure(told(words=20, title_compared=1)) < SURE
