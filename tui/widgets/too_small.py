"""What a window says that is too small for anything else."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui.models import Plain
from tui.widgets.looks import Styled
from tui.widgets.wrapping import cut_to

SMALLEST = (40, 12)
"""Columns and rows that every screen can do with."""


def is_too_small(width: int, height: int) -> bool:
    """Tell whether a window has no room for a screen."""
    return width < SMALLEST[0] or height < SMALLEST[1]


class TooSmall(Styled):
    """Lies over a whole screen, which goes on below it: the focus stays, and so does the reader's place."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        """Draw the notice in the middle."""
        width, height = self.size
        columns, rows = SMALLEST
        sizes = f"Matinee needs {columns} × {rows}; this is {width} × {height}."
        said = next((text for text in (sizes, f"Matinee needs {columns} × {rows}.") if len(text) <= width), "")
        text = said or cut_to(Plain(f"{columns} × {rows}, please"), width)
        shown = text.center(width) if y == height // 2 else ""
        return Strip([Segment(shown.ljust(width), self.style_of("strong"))], width)
