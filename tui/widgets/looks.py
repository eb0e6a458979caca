"""How the parts of our own widgets look: named once, coloured by the theme's variables alone.

Textual's component classes would do the same by CSS, but each costs a node that every style update visits;
three hundred of them were half of the time to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

PARTS: Mapping[str, tuple[str, str, str]] = {
    # part: (colour, ground or nothing for the widget's own, attributes)
    "plain": ("foreground", "", ""),
    "dim": ("muted", "", ""),
    "strong": ("foreground", "", "bold"),
    "key": ("primary", "", "bold"),
    "brand": ("primary", "", "bold"),
    # Reversed, so that it is seen without colour.
    "badge": ("primary", "background", "bold reverse"),
    "rule": ("faint", "", ""),
    "rule-focused": ("primary", "", ""),
    "tagline": ("muted", "", "italic"),
    "notice": ("primary", "", ""),
    "heading": ("primary", "", "bold"),
    "good": ("primary", "", ""),
    "veil": ("veil", "", "italic"),
    "match": ("lit", "lit-ground", "bold"),
    # The match one stands on is reversed, so that it is known from the others without colour.
    "current": ("here-ground", "here", "bold reverse"),
    "mark": ("primary", "", ""),
    "mark-weak": ("faint", "", ""),
    "cursor": ("foreground", "cursor-ground", "bold"),
    "cursor-blurred": ("foreground", "cursor-weak", ""),
    "hover": ("foreground", "hover-ground", ""),
    "bar-match": ("primary", "", ""),
    "bar-all": ("bar", "", ""),
    "bar-both": ("primary", "bar", ""),
}


@lru_cache(maxsize=32)
def _looks(colours: tuple[tuple[str, str], ...], ground: RichColor | None) -> dict[str, Style]:
    named = {name: Color.parse(value).rich_color for name, value in colours}
    looks: dict[str, Style] = {}
    for part, (colour, own_ground, attributes) in PARTS.items():
        background = named[own_ground] if own_ground else ground
        looks[part] = Style.parse(attributes) + Style(color=named[colour], bgcolor=background)
    return looks


_USED = tuple(sorted({name for colour, ground, _ in PARTS.values() for name in (colour, ground) if name}))


class Styled(Widget):
    """A widget whose lines are drawn in these parts."""

    _looks_now: dict[str, Style] | None = None

    def style_of(self, part: str) -> Style:
        """Return the style of a part in the present theme, on the widget's own ground."""
        if self._looks_now is None:
            variables = self.app.theme_variables
            colours = tuple((name, variables[name]) for name in _USED)
            self._looks_now = _looks(colours, self.rich_style.bgcolor)
        return self._looks_now[part]

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._looks_now = None
