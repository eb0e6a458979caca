"""The letters that words begin with are indexed of every word, whichever way they are cut out of a passage."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import forms, normal, words
from tui.search.schema import initials

ascii_texts = st.text(alphabet="abD 12'\n-", max_size=60)
any_texts = st.text(alphabet="abD 1'’é東ﬁ\u0301👍", max_size=40) | st.text(max_size=30)


@given(ascii_texts | any_texts)
def test_of_every_word_and_of_every_form_of_it(text: str) -> None:
    spelled = {form for word in words(text) for form in (word, *forms(word))}
    assert set(initials(normal(text)).split()) == {form[0] for form in spelled}


def test_of_a_long_passage() -> None:
    text = " ".join(f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}word" for number in range(100_000))
    assert set(initials(text).split()) == set(string.ascii_lowercase)
