"""No query, however odd, is refused by the index or does it harm."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.search.strategies import any_expressions
from tui.models import Film, FilmView, Plain, Review, Trivia
from tui.search import SearchIndex
from tui.search.expressions import Expression

odd = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("ab-\"“()*:.<>=/|\n'’ORNEAT¶@\x00\x1b\ud800")), max_size=80
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    film = FilmView(
        film=Film(id="mask-1985", title=Plain("Mask"), year=1985),
        reviews=(Review(id="r", text=Plain("A mirror, a mother, a tear-jerker"), author=Plain("Ana")),),
        trivia=(Trivia(id="t", text=Plain("Ab ab ab a.")),),
    )
    index = SearchIndex(tmp_path_factory.mktemp("odd"))
    index.update([(film, "1")])
    return index


@given(odd, st.booleans())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_string_has_an_answer(index: SearchIndex, query: str, literal: bool) -> None:
    answer = index.search(query, literal=literal)
    assert answer.total == sum(answer.counts.kinds.values())
    assert len(answer.hits) == answer.total
    assert not index.needs_rebuild
    assert index.concordance(query, literal=literal).passages == answer.total


@given(any_expressions)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_expression_has_an_answer(index: SearchIndex, expression: Expression) -> None:
    assert len(index.search(str(expression)).hits) == index.search(str(expression)).total
    assert not index.needs_rebuild
