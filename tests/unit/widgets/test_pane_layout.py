"""The lazy layout ends where an eager one would, and keeps places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.models import Plain
from tui.widgets.pane_layout import PaneLayout
from tui.widgets.passages import FOLDED_LINES, Passage, Passages, Show, lines_of

WORDS = st.lists(st.sampled_from(["lamp", "a", "harbour", "雨の港", "\n\n", "ferry,"]), min_size=1, max_size=80)
TEXTS = st.lists(WORDS.map(" ".join), max_size=30)


def cards(texts: list[str]) -> Passages:
    return Passages([Passage(id=f"p{i}", kind="review", shape="card", text=Plain(t)) for i, t in enumerate(texts)])


@given(TEXTS, st.integers(8, 60), st.lists(st.integers(0, 400), max_size=8))
def test_looking_about_in_any_order_ends_in_the_same_layout(texts: list[str], width: int, looks: list[int]) -> None:
    passages = cards(texts)
    layout = PaneLayout(passages, width, Show())
    for look in looks:
        layout.settle(look, 10)
    while not layout.settle_some(0.001):
        pass
    layout.finish()
    expected = [line for i, p in enumerate(passages) for line in lines_of(p, width, Show(), first=i == 0)]
    shown = [found[1] for y in range(layout.height) if (found := layout.line(y)) is not None]
    assert shown == expected


@given(TEXTS.filter(bool), st.integers(8, 60), st.integers(8, 60), st.integers(0, 300))
def test_a_place_is_found_again_at_any_width(texts: list[str], width: int, other: int, y: int) -> None:
    passages = cards(texts)
    layout = PaneLayout(passages, width, Show())
    layout.settle(0, 10_000)
    place = layout.place_at(min(y, layout.height - 1))
    assert place is not None
    again = PaneLayout(passages, other, Show())
    line = again.find(place)
    assert line is not None
    found = again.line(line)
    assert found is not None
    assert passages[found[0]].id == place.passage
    if found[1].role == place.role == "text":
        assert found[1].start <= place.offset


def test_what_is_folded_shows_its_first_lines_and_counts_the_rest() -> None:
    passage = cards(["lamp " * 200])[0]
    lines = lines_of(passage, 40, Show(folded=frozenset({"p0"})), first=True)
    full = lines_of(passage, 40, Show(), first=True)
    assert len(lines) == 1 + FOLDED_LINES
    assert lines[-1].role == "more"
    assert lines[-1].start == len(full) - 1 - (FOLDED_LINES - 1)


def test_a_veiled_passage_shows_none_of_its_text() -> None:
    passage = Passage(id="s", kind="review", shape="card", text=Plain("the end"), spoiler=True)
    assert [line.role for line in lines_of(passage, 40, Show(), first=True)] == ["head", "veil"]
    assert "text" in [line.role for line in lines_of(passage, 40, Show(revealed=frozenset({"s"})), first=True)]
