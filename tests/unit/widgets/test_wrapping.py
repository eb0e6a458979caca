"""Lines fit, nothing is lost, and offsets lead back into the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text import clean
from tui.widgets.wrapping import cut_to, is_single, width_of, wrap

LETTERS = st.one_of(
    st.text(alphabet="ab cd. \n"),
    st.text(alphabet="雨の港、。 「a」\n"),
    st.lists(st.sampled_from(["é", "e\u0301", "👨‍👩‍👧", "🇳🇴", "ก", "ä", " ", "\n", "x"])).map("".join),
    st.text(),
)
TEXTS = LETTERS.map(lambda text: clean(text).replace("\t", " "))


@given(TEXTS, st.integers(1, 40))
def test_lines_are_in_order_and_lose_nothing_but_white_space(text: str, width: int) -> None:
    position = 0
    for start, end in wrap(text, width):
        assert position <= start <= end <= len(text)
        assert text[position:start].strip(" \n") == ""
        assert "\n" not in text[start:end]
        position = end
    assert text[position:].strip(" \n") == ""


@given(TEXTS, st.integers(2, 40))
def test_a_line_fits_unless_it_is_a_single_character(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        line = text[start:end]
        assert width_of(line) <= width or len(line.strip(" ")) <= 8


@given(TEXTS)
def test_every_line_feed_ends_a_line(text: str) -> None:
    assert len(wrap(text, 10_000)) == text.count("\n") + 1


@given(TEXTS)
def test_the_fast_way_measures_as_the_slow_one_does(text: str) -> None:
    if is_single(text.replace("\n", "")):
        assert cell_len(text.replace("\n", "")) == len(text.replace("\n", ""))


@given(TEXTS.map(lambda text: text.replace("\n", " ")), st.integers(0, 30))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    cut = cut_to(text, width)
    assert width_of(cut) <= width
    assert cut == text or cut.endswith("…") or not cut


def test_words_stay_whole_where_they_can() -> None:
    text = "a lamp in the window"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["a lamp in", "the", "window"]
    assert [text[a:b] for a, b in wrap(text, 4)] == ["a", "lamp", "in", "the", "wind", "ow"]


def test_scripts_without_spaces_break_anywhere_but_not_before_a_full_stop() -> None:
    text = "港町に雨が降る。女は"
    assert [text[a:b] for a, b in wrap(text, 14)] == ["港町に雨が降", "る。女は"]


def test_a_million_characters_without_a_space_are_wrapped_at_once() -> None:
    assert len(wrap("x" * 1_000_000, 80)) == 12_500
    assert len(wrap("\n" * 200_000, 80)) == 200_001
