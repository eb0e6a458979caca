"""The whole query language over random libraries, held against a model that shares nothing with the engine."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.search.little_world import Entry, world_of
from tests.properties.search.oracle import Oracle, Question
from tests.properties.search.questions import question_of, written
from tui.search import Answer, SearchIndex

QUESTIONS = 15


def check(seed: int) -> int:
    """Put random questions to a random library; return how many passages answered."""
    chance = random.Random(seed)  # noqa: S311  — questions are made, not secrets
    world = world_of(chance)
    oracle = Oracle(world)
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder))
        index.update([(view, "1") for view in world.views])
        for _ in range(QUESTIONS):
            question = question_of(chance)
            query = written(question, chance) + " "
            expected = oracle.answers(question)
            answer = index.search(query, literal=True, limit=200)
            _same(answer, expected, oracle, question, (seed, query, answer.read_as))
            _narrowed(index, query, expected, chance, (seed, query, answer.read_as))
            found += len(expected)
    return found


def _same(answer: Answer, expected: list[Entry], oracle: Oracle, question: Question, told: object) -> None:
    assert {(hit.kind, hit.id) for hit in answer.hits} == {(entry.kind, entry.id) for entry in expected}, told
    entries = {(entry.kind, entry.id): entry for entry in expected}
    for hit in answer.hits:
        entry = entries[hit.kind, hit.id]
        assert hit.matches == oracle.lit(question, entry.text), told
        assert hit.heading_matches == oracle.lit(question, entry.heading), told
        shown = [hit.snippet[start:end] for start, end in hit.snippet_matches]
        assert all(piece.strip() for piece in shown), told
    counts = answer.counts
    assert answer.total == len(answer.hits) == len(expected), told
    assert dict(counts.films) == Counter(entry.film for entry in expected), told
    assert counts.kinds == Counter(entry.kind for entry in expected), told
    rated = Counter(int(entry.rating + 0.5) for entry in expected if entry.rating is not None)
    assert counts.ratings == rated, told
    assert dict(counts.authors) == Counter(entry.author.text for entry in expected if entry.author), told


def _narrowed(index: SearchIndex, query: str, expected: list[Entry], chance: random.Random, told: object) -> None:
    """The same in one film, page by page, and as a concordance."""
    film = chance.choice(["f0", "f1"])
    inside = [entry for entry in expected if entry.film == film]
    pages = [
        index.search(query, film=film, literal=True, limit=2, offset=at).hits for at in range(0, len(inside) + 2, 2)
    ]
    assert [hit.id for page in pages for hit in page] == [
        hit.id for hit in index.search(query, film=film, literal=True, limit=200).hits
    ], told
    assert sorted(hit.id for page in pages for hit in page) == sorted(entry.id for entry in inside), told
    assert index.concordance(query, literal=True).passages == len(expected), told


@given(st.integers(0, 2**40))
@settings(max_examples=60)
def test_the_index_answers_as_reading_everything_would(seed: int) -> None:
    check(seed)


def test_the_questions_are_worth_asking() -> None:
    assert sum(check(seed) for seed in range(10)) > 100
