"""A view of passages: laid out lazily, drawn line by line, its place kept through resizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import msgspec
from rich.segment import Segment
from textual.cache import LRUCache
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.search.types import Span
from tui.widgets.lines_view import LinesView
from tui.widgets.looks import Styled
from tui.widgets.pane_layout import PaneLayout, Place
from tui.widgets.pane_paint import Look, paint, with_selection
from tui.widgets.passages import NO_LIGHTS, NOTHING_LIT, LitRecords, Passage, Passages, Role, Show, passages_of

SLICE = 0.004
"""Seconds of a slice in which passages out of view are set; a quarter of a frame."""


class Match(msgspec.Struct, frozen=True):
    """One match in a pane."""

    passage: str
    role: Role
    span: Span


class TextView(Styled, LinesView):
    """Passages, drawn; `TextPane` adds the keys and the mouse."""

    DEFAULT_CSS = "TextView { overflow-x: hidden; overflow-y: scroll; scrollbar-size: 1 1; height: 1fr; }"

    @dataclass
    class Moved(Message):
        """The reader scrolled or went to another passage."""

        pane: TextView

        @property
        def control(self) -> TextView:
            """The pane."""
            return self.pane

    def __init__(
        self,
        *,
        id: str | None = None,
        classes: str | None = None,
        margin: int = 2,
        line_length: int = 84,
        empty: str = "",
    ) -> None:
        """Make an empty pane.

        Args:
            id: of the widget.
            classes: of the widget.
            margin: columns left free on both sides.
            line_length: the longest line of text, in columns.
            empty: what the pane says when there is nothing to show.
        """
        super().__init__(id=id, classes=classes)
        self._margin = margin
        self._line_length = line_length
        self.empty = empty
        self.display_state = Show()
        self._text = PaneLayout(Passages(), 1, self.display_state)
        self._passages = Passages()
        self._lights = NOTHING_LIT
        self._match: Match | None = None
        self._marked = 0
        self._anchor: tuple[int, Place] | None = None
        """Where the view was put, and for what: several resizes in a row must not let the place drift."""
        self._strips: LRUCache[int, Strip] = LRUCache(1024)

    # What is shown

    @property
    def passages(self) -> Passages:
        """The passages that are shown."""
        return self._passages

    @property
    def marked(self) -> Passage | None:
        """The passage being read."""
        return self._passages[self._marked] if self._marked < len(self._passages) else None

    @property
    def match(self) -> Match | None:
        """The match that the reader stands on."""
        return self._match

    @property
    def place(self) -> Place | None:
        """Where the reader is: the line at the top."""
        y = self.scroll_offset.y
        if self._anchor is not None and self._anchor[0] == y:
            return self._anchor[1]
        return self._text.place_at(y)

    @property
    def progress(self) -> int:
        """How much was read, in percent; 100 when the end is in view."""
        hidden = self._text.height - self.size.height
        return 100 if hidden <= 0 else min(100, round(100 * self.scroll_offset.y / hidden))

    def show_passages(self, passages: Sequence[Passage], place: Place | None = None, marked: str | None = None) -> None:
        """Show other passages.

        Args:
            passages: what to show.
            place: what stands at the top then; the beginning without it.
            marked: id of the passage that is being read then.
        """
        self._passages = passages_of(passages)
        self._marked = 0
        self._lay_out(place)
        index = self._text.index_of(marked) if marked else None
        self._marked = index if index is not None else (self._text.at(self.scroll_offset.y)[0] if place else 0)
        self.post_message(self.Moved(self))

    def light(self, lights: LitRecords, match: Match | None = None) -> None:
        """Light the matches, by passage id."""
        self._lights = lights
        self._match = match
        self._repaint()

    def set_show(self, show: Show) -> None:
        """Fold, unfold, veil or unveil, keeping the place."""
        place = self.place
        self.display_state = show
        self._lay_out(place)

    # Layout

    def _column(self) -> tuple[int, int]:
        width = self.size.width
        margin = self._margin if width >= 50 else min(self._margin, 2)
        column = max(1, min(self._line_length, width - 2 * margin))
        return column, margin

    def _lay_out(self, place: Place | None) -> None:
        self._text = PaneLayout(self._passages, self._column()[0], self.display_state)
        y = self._text.find(place) if place is not None else None
        self._text.settle(y or 0, self.size.height)
        self._resize_virtual()
        self.scroll_to(y=y or 0, animate=False, force=True)
        self._anchor = (self.scroll_offset.y, place) if place is not None and y is not None else None
        self._repaint()
        if not self._text.is_exact:
            self.set_timer(0.02, self._settle_more)

    def _settle_more(self) -> None:
        layout = self._text
        if layout.settle_some(SLICE):
            place = self.place
            if not layout.finish():
                return
            self._resize_virtual()
            y = layout.find(place) if place is not None else None
            if y is not None and place is not None:
                self.scroll_to(y=y, animate=False, force=True)
                self._anchor = (self.scroll_offset.y, place)
            self._repaint()
        else:
            self.set_timer(0.01, self._settle_more)

    def _resize_virtual(self) -> None:
        if self._text.height != self.virtual_size.height:
            self.set_height(self._text.height)
            self.post_message(self.Moved(self))  # what has been read is another part of the whole

    def measured(self) -> int:
        """Return how many lines the text has; all of them are set for that, or as many as a frame has time for."""
        self._text.settle_some(4 * SLICE)
        self._text.finish()
        self._resize_virtual()
        return self._text.height

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew where the width changed, keeping the line at the top."""
        if self._column()[0] != self._text.width:
            place, marked = self.place, self._marked
            self._lay_out(place)
            self._marked = marked
        else:
            self._text.settle(self.scroll_offset.y, self.size.height)
            self._resize_virtual()
            self._repaint()
        self.post_message(self.Moved(self))

    def on_focus(self) -> None:
        """Draw the mark strong."""
        self._repaint()

    def on_blur(self) -> None:
        """Draw the mark weak."""
        self._repaint()

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what comes into view; the line at the top stays where it is."""
        top = round(new_value)
        place = self._text.place_at(top) if new_value < old_value else None
        if self._text.settle(top, self.size.height):
            self._resize_virtual()
            y = self._text.find(place) if place is not None else None
            self._strips.clear()
            if y is not None and y != top:
                self.set_reactive(LinesView.scroll_y, float(y))
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != top:
            self.post_message(self.Moved(self))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        row = self.scroll_offset.y + y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._draw(row, y)
            self._strips[row] = strip
        return strip

    def _draw(self, row: int, y: int) -> Strip:
        total = self.size.width
        width, left = self._column()
        is_set = self._text.width > 1 or width == 1  # what was shown before there was a size is set for one column
        found = self._text.line(row) if is_set else None
        if found is None:
            said = ["", *wrap(self.empty, width)] if not self._passages else []
            shown = " " * left + (said[y] if y < len(said) else "")
            return Strip([Segment(shown.ljust(total), self.style_of("dim"))], total)
        index, line = found
        passage = self._passages[index]
        match = self._match
        current = match.span if match and match.passage == passage.id and match.role == line.role else None
        marked = index == self._marked and passage.shape in ("card", "item", "fold", "list")
        look = Look(self.style_of, width, left, total)
        mark = ("mark" if self.has_focus else "mark-weak") if marked else ""
        segments = paint(line, passage, look, self._lights.get(passage.id, NO_LIGHTS), current, mark=mark)
        strip = Strip(segments).adjust_cell_length(total, self.style_of("plain"))
        return self._selected(strip, row).apply_offsets(0, row)

    def _selected(self, strip: Strip, row: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(row) if selection is not None else None
        if span is None:
            return strip
        return with_selection(strip, span, self.screen.get_component_rich_style("screen--selection"))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, its lines joined as they stand on the screen."""
        lines: list[str] = []
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else self._text.height - 1
        for row in range(first, min(last, self._text.height - 1) + 1):
            found = self._text.line(row)
            span = selection.get_span(row)
            if found is None or span is None:
                continue
            text = self._draw(row, 0).text
            lines.append(text[span[0] : None if span[1] < 0 else span[1]].strip())
        return "\n".join(lines).strip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw the selection."""
        self._repaint()
