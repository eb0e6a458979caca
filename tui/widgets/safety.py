"""The second net: whatever a widget draws, no control character of it reaches the terminal.

Text is cleaned when it is read, and its type says so; this filter catches what slips past, such as text
pasted into an input. Textual 8.2.8 itself lets ESC, OSC, C1, NUL, BEL and bidi overrides through.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class ControlFilter(LineFilter):
    """Shows a mark for every character that could harm a terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments with unsafe characters replaced, and links that are not http dropped."""
        if not _UNSAFE.search("".join([segment.text for segment in segments if not segment.control])):
            return segments
        return [
            segment if segment.control else Segment(_UNSAFE.sub("\ufffd", segment.text), segment.style)
            for segment in segments
        ]
