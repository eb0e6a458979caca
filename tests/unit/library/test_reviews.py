from __future__ import annotations

import itertools
from typing import Any

import pytest

from tui.library.reviews import merge_reviews
from tui.models import Citation, Plain, Rating, Review, ReviewEntry

PROSE = (
    "Nobody on the pier believes the clockmaker, and the film takes ninety patient minutes to show us why he lies. "
    "Marla Quent plays him as a woman who has forgotten the difference between silence and consent."
)


def review(text: str, document: str = "a", row: int = 1, **fields: Any) -> Review:
    return Review(text=Plain(text), sources=(Citation(sha256=document, lines=(row, row)),), **fields)


def merged(*versions: Review) -> tuple[ReviewEntry, ...]:
    """Return the entries; they must not depend on the order of the versions."""
    orders = itertools.islice(itertools.permutations(versions), 24)
    answers = [merge_reviews(order) for order in orders]
    assert all(answer == answers[0] for answer in answers)
    return answers[0]


def test_the_best_of_each_version_is_shown() -> None:
    paragraphs = review(PROSE.replace(". ", ".\n\n", 1), "a")
    named = review(PROSE.replace("Nobody", "nobody"), "b", author=Plain("Ann"), date="1999-05-01")
    rated = review(PROSE, "c", rating=Rating(value=8, out_of=10), headline=Plain("Patient"))
    (entry,) = merged(paragraphs, named, rated)
    shown = entry.shown
    assert (shown.author, shown.date, shown.headline) == ("Ann", "1999-05-01", "Patient")
    assert shown.rating == Rating(value=8, out_of=10)
    assert "\n\n" in shown.text
    assert [source.sha256 for source in shown.sources] == ["a", "b", "c"]


def test_a_text_that_was_cut_off_is_the_whole_one() -> None:
    (entry,) = merged(review(PROSE, "a"), review(PROSE[:110] + "…", "b"))
    assert entry.shown.text == PROSE


def test_two_typos_do_not_make_another_review() -> None:
    assert len(merged(review(PROSE, "a"), review(PROSE.replace("patient", "pateint"), "b"))) == 1


def test_different_texts_stay_apart() -> None:
    other = (
        "The score by Ottokar Lim carries every scene; without it the long silences would sink the picture entirely."
    )
    assert len(merged(review(PROSE, "a"), review(other, "b"))) == 2


def test_many_people_say_great_film() -> None:
    ann, bo, nobody = (review("Great film!", name, author=Plain(name) if name != "x" else None) for name in "abx")
    assert len(merged(ann, bo)) == 2
    assert len(merged(ann, nobody)) == 1
    assert len(merged(ann, bo, nobody)) == 3


@pytest.mark.parametrize("guess", ["Bo", "Bo Arden", "Bo Arden Nobody"])
def test_an_open_line_is_settled_by_a_version_that_starts_inside_it(guess: str) -> None:
    line = f"Bo Arden {PROSE}"
    open_line = review(line.removeprefix(guess).strip(), "a", author=Plain(guess), line=Plain(line))
    (entry,) = merged(open_line, review(PROSE, "b"))
    assert (entry.shown.author, entry.shown.text) == ("Bo Arden", PROSE)


def test_an_open_one_liner_is_settled_too() -> None:
    open_line = review("Surprised!", "a", author=Plain("Bo Really"), line=Plain("Bo Really Surprised!"))
    (entry,) = merged(open_line, review("Really surprised!", "b"))
    assert (entry.shown.author, len(entry.shown.sources)) == ("Bo", 2)


def test_ids_are_those_of_the_content() -> None:
    alone = merged(review(PROSE, "a"))[0].shown.id
    elsewhere = merged(review(PROSE, "z", 99))[0].shown.id
    assert alone == elsewhere
    both = merged(review(PROSE, "a"), review(PROSE + " More.", "b", author=Plain("Ann")))[0].shown.id
    assert both in {alone, merged(review(PROSE + " More.", "b", author=Plain("Ann")))[0].shown.id}


def test_texts_in_chinese_are_compared_by_character() -> None:
    text = "钟表匠从不相信港口的人，而这部电影用了九十分钟告诉我们他为什么撒谎。"
    assert len(merged(review(text, "a"), review(text.replace("，", ", "), "b"))) == 1
