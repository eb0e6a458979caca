"""The border that carries the titles is whole in every width."""

from __future__ import annotations

import pytest
from rich.style import Style

from tui.widgets import one_line
from tui.widgets.one_line import PaneTitle, TitleEntry

TABS = (
    TitleEntry("synopsis", "1", "Synopsis", "3 matches"),
    TitleEntry("reviews", "2", "Reviews", "15"),
    TitleEntry("trivia", "3", "Trivia", "17"),
    TitleEntry("films", "0", "Films", "6"),
)


@pytest.mark.parametrize("framed", [True, False])
@pytest.mark.parametrize("right", ["", "40 %", "match 2 of 12"])
@pytest.mark.parametrize("tabs", [TABS[:1], TABS[:3], TABS])
def test_it_fills_its_width_and_ends_in_its_corner(
    monkeypatch: pytest.MonkeyPatch, tabs: tuple[TitleEntry, ...], right: str, framed: bool
) -> None:
    monkeypatch.setattr(PaneTitle, "style_of", lambda *_: Style())
    monkeypatch.setattr(PaneTitle, "refresh", lambda *_: None)
    monkeypatch.setattr(one_line, "is_framed", lambda _: framed)
    for width in range(36, 140):
        title = PaneTitle()
        title.show(tabs, active=tabs[-1].name, right=right)
        line = "".join(segment.text for segment in title.pieces(width))
        assert len(line) == width, line
        assert line.endswith("╮" if framed else "──"), line
        assert tabs[-1].title in line
