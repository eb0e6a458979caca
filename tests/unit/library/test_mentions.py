from __future__ import annotations

import pytest

from tui.library.mentions import Mention, Titles
from tui.library.texts import Title, Token, colons, tokenized

FILMS: tuple[tuple[list[Title], list[Title]], ...] = (
    ([("harbour", "lights")], []),
    ([("harbour", "lights", "2", "the", "storm")], [("harbour", "lights", "2"), ("the", "storm")]),
    ([("gull",)], []),
)


def named(text: str) -> dict[int, Mention]:
    titles = Titles()
    for known, parts in FILMS:
        titles.add(known, parts)

    def is_name(token: Token) -> bool:
        return token[1] and not token[2]

    return titles.named(tokenized(text), colons(text), is_name)


@pytest.mark.parametrize(
    "text", ["Harbour Lights is slow.", "Last night I watched Harbour Lights again.", "Harbour Lights: a review"]
)
def test_a_title_is_named_as_what_the_text_is_about(text: str) -> None:
    assert named(text)[0].about == 1


@pytest.mark.parametrize("text", ["It is better than Harbour Lights.", "A film like the Harbour Lights of old."])
def test_a_title_is_named_to_compare_with(text: str) -> None:
    mention = named(text)[0]
    assert (mention.compared, mention.about) == (1, 0)


def test_in_a_longer_title_a_shorter_one_does_not_count() -> None:
    assert named("I saw Harbour Lights 2: The Storm.").keys() == {1}


@pytest.mark.parametrize("text", ["Harbour Lights 3 is slow.", "We saw Harbour Lights, Part Four."])
def test_a_number_behind_a_title_means_another_film(text: str) -> None:
    mention = named(text)[0]
    assert (mention.times, mention.numbered) == (0, 1)


def test_an_unknown_subtitle_behind_a_title_means_another_film() -> None:
    assert named("Gull: Family Matters drags on and on.")[2].numbered == 1
    assert named("I liked Gull. Family Matters drags on.")[2].times == 1
    assert named("I saw Gull: a masterpiece of its kind.")[2].times == 1


def test_a_word_of_the_language_is_no_title() -> None:
    assert named("A gull flew by, and harbour lights shone.") == {}


def test_only_a_title_that_no_other_film_answers_to_can_only_mean_one() -> None:
    titles = Titles()
    for known, parts in FILMS:
        titles.add(known, parts)
    assert titles.in_series(0)
    assert titles.in_series(1)
    assert not titles.in_series(2)
    storm = named("I saw Harbour Lights 2: The Storm.")[1]
    assert titles.only_means(1, storm)
    assert not titles.only_means(0, named("I saw Harbour Lights.")[0])
