"""The index and the matcher agree on every text, however its words run into each other."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.search.strategies import expressions, texts, words
from tui.models import Film, FilmView, Plain, Review
from tui.search import SearchIndex
from tui.search.expressions import Expression

SLOW = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def indexed(folder: str, written: list[str], headings: list[str]) -> SearchIndex:
    reviews = tuple(
        Review(id=str(number), text=Plain(text), headline=Plain(heading) if heading else None)
        for number, (text, heading) in enumerate(zip(written, headings, strict=True))
    )
    index = SearchIndex(Path(folder))
    index.update([(FilmView(film=Film(id="f", title=Plain("f")), reviews=reviews), "1")])
    return index


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=12), st.lists(expressions, min_size=1, max_size=8))
@SLOW
def test_of_texts_with_headings(written: list[tuple[str, str]], asked: list[Expression]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = indexed(folder, [text for text, _ in written], [heading for _, heading in written])
        for expression in asked:
            query = f"in:review ({expression})"
            answer = index.search(query, literal=True, limit=100)
            matcher = index.matcher(query, literal=True)
            expected = {str(number) for number, (text, heading) in enumerate(written) if matcher.accepts(text, heading)}
            assert {hit.id for hit in answer.hits} == expected, query
            assert answer.total == len(expected)
            for hit in answer.hits:
                assert hit.matches == matcher.locate(hit.text), query


@given(
    st.lists(texts, min_size=1, max_size=25),
    st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8),
)
@SLOW
def test_the_matcher_lights_exactly_what_the_index_finds_typos_and_all(written: list[str], asked: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = indexed(folder, written, [""] * len(written))
        for query in asked:
            answer = index.search(query, limit=100)
            matcher = index.matcher(query)
            found = {hit.id: hit.matches for hit in answer.hits if hit.kind == "review"}
            expected = {
                str(number): matcher.locate(text) for number, text in enumerate(written) if matcher.accepts(text)
            }
            assert found == (expected if not matcher.empty else {}), query
