"""A text speaks of a run of words as of a film, as of a person, or not at all."""

from __future__ import annotations

import pytest

from tui.readers.pages.mentions import is_common, is_person, spoken, told_of


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("They call Lantern (1951) a fable.", 4.0),
        ("They call *Lantern* (US, 1951) a fable.", 4.0),
        ("The winter when Lantern opened was cold.", 3.0),
        ("It is said of the film Lantern that it glows.", 2.0),
        ("Lantern is a fable.", 2.0),
        ("Lantern (1951) is a fable; Lantern opened late.", 9.0),
        ("He carried a Lantern through the snow.", 0.0),
        ("Red-Lantern (1951) and Lanterns (1951) are others.", 0.0),
        ("", 0.0),
    ],
)
def test_a_film_is_told_by_what_stands_beside_its_name(text: str, points: float) -> None:
    assert told_of("Lantern", text) == points


def test_a_small_word_opens_only_in_the_middle_of_a_sentence() -> None:
    assert is_common("Her")
    assert told_of("Her", "In the year that Her opened, nobody came.") == 3.0
    assert told_of("Her", "Her opened the door.") == 0.0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Of Lantern much is said, and of Lantern little.", 2.0),
        ("It burns. Lantern burns.", 0.5),
        ("The Lantern Keeper is another, and so is a Lantern-maker.", 0.0),
        ("of Lantern " * 20, 7.0),
    ],
)
def test_mentions_are_counted_and_half_a_mention_where_every_word_is_written_large(text: str, count: float) -> None:
    assert spoken("Lantern", text) == count


@pytest.mark.parametrize(
    ("name", "text", "person"),
    [
        ("Anna Brandt", "", True),
        ("Brandt", "When Anna Brandt came, the set fell silent.", True),
        ("Brandt", "Later Brandt said that it was over.", True),
        ("Brandt", "The firm of Brandt made it.", False),
        ("Red Brandt", "Later Red Brandt said that it was over.", False),
    ],
)
def test_a_person_is_told_by_a_first_name_or_by_what_people_do(name: str, text: str, person: bool) -> None:
    assert (is_person(name, text) > 0) is person
