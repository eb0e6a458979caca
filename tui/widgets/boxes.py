"""What widgets are laid out in: boxes that draw nothing of their own.

Textual draws a container line by line, borders and all, though every cell of it lies under what it holds.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical


class Across(Horizontal):
    """Beside each other."""

    BLANK = True


class Down(Vertical):
    """Below each other."""

    BLANK = True
