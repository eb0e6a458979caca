"""Whatever is read on the screen can be read: contrasts after WCAG 2.2 (1.4.3, 1.4.6, 1.4.11) in both themes."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.widgets.looks import PARTS
from tui.widgets.themes import THEMES

READ = 4.5
"""Of text to what is behind it."""
READ_LONG = 7.0
"""Of what is read for hours."""
SEEN = 3.0
"""Of a bar that tells something to what is behind it."""
ROWS = ("background", "surface", "cursor-ground", "cursor-weak", "hover-ground")
"""What a row may stand on."""


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour as WCAG defines it."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(theme: Theme, one: str, other: str) -> float:
    darker, lighter = sorted((luminance(colour(theme, one)), luminance(colour(theme, other))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_read_on_whatever_it_stands_on(theme: Theme) -> None:
    for ground in ROWS:
        assert contrast(theme, "foreground", ground) >= READ_LONG, ground
        for part in ("primary", "veil"):
            assert contrast(theme, part, ground) >= READ, (part, ground)
    for ground in ("background", "surface", "cursor-weak", "hover-ground"):
        assert contrast(theme, "muted", ground) >= READ, ground
    for message in ("foreground", "error", "warning", "success"):
        assert contrast(theme, message, "panel") >= READ, message


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_matches_and_bars_stand_out(theme: Theme) -> None:
    for name, (text, ground, _) in PARTS.items():
        if ground and not name.startswith("bar"):
            assert contrast(theme, text, ground) >= READ, name
    for bar in ("bar", "primary"):
        assert contrast(theme, bar, "background") >= SEEN


def test_what_one_stands_on_is_known_without_colour() -> None:
    for part in ("current", "badge"):
        assert "reverse" in PARTS[part][2]
    assert PARTS["match"][2]
    assert PARTS["cursor"][2]
