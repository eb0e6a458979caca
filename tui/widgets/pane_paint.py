"""From a line of a passage to the segments of a strip."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.models import Plain
from tui.search.types import Span
from tui.widgets.passages import Lights, Line, Passage
from tui.widgets.ratings import counted
from tui.widgets.wrapping import cut_to, width_of

MARK = "▌"
LINE_STYLE = {"headline": "strong", "topic": "heading", "foot": "dim"}


class Look(msgspec.Struct, frozen=True):
    """What painting a line needs besides the line."""

    style_of: Callable[[str], Style]
    width: int
    """Of the text column."""
    left: int
    """Cells before the text column."""
    total: int
    """Cells of the whole line."""


def paint(
    line: Line, passage: Passage, look: Look, lights: Lights, current: Span | None, *, mark: str
) -> list[Segment]:
    """Return the segments of one line, padded to the pane's width.

    Args:
        line: which line.
        passage: whose line.
        look: colours and columns.
        lights: the passage's matches.
        current: the match that the reader stands on, if it is in this part.
        mark: component of the bar beside the passage that is being read; empty for the others.
    """
    style_of = look.style_of
    base = style_of("plain")
    segments = _margin(look, style_of(mark) if mark and line.role != "gap" else None, base)
    if line.role == "head":
        body = _head(passage, look)
    elif line.role == "veil":
        body = [Segment(_veil(passage, lights, look.width), style_of("veil"))]
    elif line.role == "more":
        body = [Segment(cut_to(f"⋯ {counted(line.start, 'more line')}", look.width), style_of("good"))]
    elif line.role == "gap":
        body = []
    else:
        body = _body(line, passage, look, lights, current)
    segments += body
    rest = look.total - sum(width_of(text) for text, _, _ in segments)
    if rest > 0:
        segments.append(Segment(" " * rest, base))
    return segments


def _margin(look: Look, mark: Style | None, base: Style) -> list[Segment]:
    if mark is None or look.left < 1:
        return [Segment(" " * look.left, base)]
    before = max(0, look.left - 2)
    return [Segment(" " * before, base), Segment(MARK, mark), Segment(" " * (look.left - before - 1), base)]


def _head(passage: Passage, look: Look) -> list[Segment]:
    right = list(passage.right)
    length = sum(width_of(text) + 2 for _, text in right)
    while right and length > look.width - min(width_of(passage.left), 12):
        length -= width_of(right.pop()[1]) + 2
    author = cut_to(passage.left, max(1, look.width - length))
    segments = [Segment(author, look.style_of("key"))]
    gap = look.width - width_of(author) - length + (2 if right else 0)
    for name, text in right:
        segments += [Segment(" " * gap, look.style_of("plain")), Segment(text, look.style_of(name))]
        gap = 2
    return segments


def _veil(passage: Passage, lights: Lights, width: int) -> str:
    """Return what stands in place of a spoiler: as much as there is room for."""
    words = f", {counted(len(passage.text.split()), 'word')}"
    inside = f" · {counted(len(lights.text), 'match', 'matches')} inside" if lights.text else ""
    for said in (f"{words}{inside} · v shows it", f"{inside} · v shows it", inside):
        veil = f"░░ spoiler{said} ░░"
        if width_of(veil) <= width:
            return veil
    return cut_to(Plain("░░ spoiler ░░"), width)


def _body(line: Line, passage: Passage, look: Look, lights: Lights, current: Span | None) -> list[Segment]:
    style = look.style_of(LINE_STYLE.get(line.role, "plain"))
    text = passage.text_of(line.role)
    segments: list[Segment] = []
    if passage.indent and line.role != "topic":
        sign = passage.mark if line.first and line.role == "text" else ""
        segments.append(Segment(sign.ljust(passage.indent), look.style_of("mark" if sign else "plain")))
    position = line.start
    for start, end in lights.of(line.role):
        if end <= position:
            continue
        if start >= line.end:
            break
        first, last = max(start, position), min(end, line.end)
        if first > position:
            segments.append(Segment(text[position:first], style))
        segments.append(Segment(text[first:last], look.style_of("current" if (start, end) == current else "match")))
        position = last
    if position < line.end:
        segments.append(Segment(text[position : line.end], style))
    return segments


def with_selection(strip: Strip, span: Span, style: Style) -> Strip:
    """Return a line with some of its characters selected; an end below 0 is the line's own."""
    start = strip.index_to_cell_position(span[0])
    end = strip.cell_length if span[1] < 0 else strip.index_to_cell_position(span[1])
    return Strip.join([strip.crop(0, start), strip.crop(start, end).apply_style(style), strip.crop(end)])
