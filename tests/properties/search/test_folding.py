"""A text is folded the same way whatever else stands in it: in which script it is decides only how fast."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import words

texts = st.text(alphabet="abZ09 '`’-.éœßﬁ\u0301\u200b²½", max_size=40) | st.text(max_size=30)


@given(texts)
def test_another_script_beside_it_changes_nothing(text: str) -> None:
    assert words(f"{text} ж") == (*words(text), "ж")
    assert words(f"{text} e\u0301") == (*words(text), "e")


def test_every_ascii_character_is_folded_as_it_is_beside_another_script() -> None:
    for code in range(0x80):
        text = f"a{chr(code)}b"
        assert words(f"{text} ж") == (*words(text), "ж")
