"""Breaking text into lines that fit: pure, fast for the common case, right for every script.

A line is a pair of code point offsets into the text, so a highlight keeps its place whatever the width.
Characters that are one cell wide each (all but a few in Western text) are wrapped by `str.rfind`; only
text with wide, combining or joined characters is split into graphemes (UAX #29, by Rich) and measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from tui.search.types import Span

_NOT_SINGLE = re.compile(
    "[^ -~\n\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff"
    "\u2500-\u25fc\u2605\u2606]"
)
"""Whatever may be wider or narrower than one cell."""
_NO_START = frozenset("、。，．・：；？！」』】）〉》〕］｝ゝ々ー…‥,.;:?!)]}»”’%")
"""What must not begin a line (kinsoku shori, in its simplest form)."""


def is_single(text: str) -> bool:
    """Tell whether every character of `text` is one cell wide."""
    return text.isascii() or _NOT_SINGLE.search(text) is None


def width_of(text: str) -> int:
    """Return how many cells `text` takes."""
    return len(text) if is_single(text) else cell_len(text)


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of `text` at `width` cells, as offsets; white space at a break belongs to no line.

    A line feed ends a line, an empty line is an empty span. No line is wider than `width`, unless a
    single character is.
    """
    width = max(1, width)
    lines: list[Span] = []
    position = 0
    single = is_single(text)
    while True:
        end = text.find("\n", position)
        last = end < 0
        if last:
            end = len(text)
        if end - position <= width and single:
            lines.append((position, end))
        elif single or is_single(text[position:end]):
            _wrap_single(text, position, end, width, lines)
        else:
            _wrap_graphemes(text, position, end, width, lines)
        if last:
            return lines
        position = end + 1


def _wrap_single(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    rfind = text.rfind
    while end - start > width:
        edge = start + width
        cut = rfind(" ", start, edge + 1)
        if cut <= start:
            cut = after = edge
        else:
            after = cut + 1
            while after < end and text[after] == " ":
                after += 1
            while cut > start and text[cut - 1] == " ":
                cut -= 1
        lines.append((start, cut))
        start = after
        if start >= end:
            return
    lines.append((start, end))


def _wrap_graphemes(text: str, start: int, end: int, width: int, lines: list[Span]) -> None:
    used = 0
    line = start
    cut: Span | None = None  # where the line may end, and where the next one then begins
    cut_used = 0
    for first, last, cells in _graphemes(text, start, end):
        if used + cells > width and first > line and text[first] != " ":
            if cut is None:
                cut, cut_used = (first, first), used
            lines.append((line, cut[0]))
            line = cut[1]
            used -= cut_used
            cut = None
        used += cells
        if text[first] == " ":
            tail = first
            while tail > line and text[tail - 1] == " ":
                tail -= 1
            cut, cut_used = (tail, last), used
        elif cells > 1 and last < end and text[last] not in _NO_START:
            cut, cut_used = (last, last), used
    tail = end
    while tail > line and text[tail - 1] == " " and used > width:
        tail -= 1
        used -= 1
    lines.append((line, tail))


def _graphemes(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    spans, _ = split_graphemes(text[start:end])
    for first, last, cells in spans:
        yield start + first, start + last, cells


def cut_to(text: str, width: int) -> str:
    """Return `text` if it fits into `width` cells, else as much of it as fits with an ellipsis."""
    if width_of(text) <= width:
        return text
    if width <= 1:
        return "…" if width == 1 else ""
    if is_single(text):
        return text[: width - 1].rstrip() + "…"
    used = 0
    for first, _, cells in _graphemes(text, 0, len(text)):
        if used + cells > width - 1:
            return text[:first].rstrip() + "…"
        used += cells
    return text
