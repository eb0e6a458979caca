"""What holds for every query and every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.search.strategies import any_expressions, texts
from tui.search import Matcher
from tui.search.analysis import tokens, words
from tui.search.expressions import Expression
from tui.search.parser import parse

queryish = st.text(alphabet=st.sampled_from("ab1é東-\"“()*:.<>=/| \n'’ORNEAT¶@\x00\x1b"), max_size=60)


@given(any_expressions)
def test_what_is_printed_is_read_again(expression: Expression) -> None:
    assert parse(str(expression)).expression == expression


@given(st.one_of(st.text(max_size=80), queryish), st.booleans())
def test_every_string_has_a_reading_that_stands(query: str, typing: bool) -> None:
    parsed = parse(query, typing=typing)
    assert parse(parsed.read_as).expression == parsed.expression


@given(st.one_of(st.text(max_size=80), queryish), st.one_of(st.text(max_size=80), texts))
def test_every_query_locates_in_every_text(query: str, text: str) -> None:
    spans = Matcher.of(query).locate(text)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.one_of(st.text(max_size=120), texts))
@settings(max_examples=300)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = tokens(text)
    assert [token.word for token in found] == list(words(text))
    for before, after in pairwise(found):
        assert before.start <= after.start
        assert before.end <= after.end
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.word in words(text[token.start : token.end])


@given(st.one_of(st.text(max_size=120), texts))
def test_folding_again_changes_nothing(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once
