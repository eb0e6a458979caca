"""A list of any length, one line a row: films, results, commands, candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.models import Plain
from tui.search.types import Span
from tui.widgets.binding import bindings_for
from tui.widgets.lines_view import LinesView
from tui.widgets.looks import Styled
from tui.widgets.wrapping import cut_to, width_of, wrap

Row = TypeVar("Row")


class Piece(NamedTuple):
    """A stretch of a row."""

    text: Plain
    part: str = "plain"
    """Component that colours it."""


class Cells(NamedTuple):
    """What a row shows: pieces from the left, which may be cut, and pieces at the right, which stay whole."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()
    heading: bool = False
    """A heading can't be chosen."""


def lit(text: Plain, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """Return a text as pieces with its matches lit."""
    pieces: list[Piece] = []
    position = 0
    for start, end in spans:
        if start > position:
            pieces.append(Piece(Plain(text[position:start]), "plain"))
        pieces.append(Piece(Plain(text[start:end]), "match"))
        position = end
    pieces.append(Piece(Plain(text[position:]), "plain"))
    return tuple(pieces)


class RowList(Styled, LinesView, Generic[Row], can_focus=True):
    """Rows, one of which is under the cursor."""

    BINDINGS = bindings_for("list")
    ALLOW_SELECT = False
    DEFAULT_CSS = "RowList { overflow-x: hidden; overflow-y: auto; scrollbar-size: 1 1; height: 1fr; }"

    @dataclass
    class Highlighted(Message):
        """The cursor came to another row."""

        rows: RowList[object]
        row: object

        @property
        def control(self) -> RowList[object]:
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """Enter or a click on a row."""

        rows: RowList[object]
        row: object

        @property
        def control(self) -> RowList[object]:
            """The list."""
            return self.rows

    def __init__(
        self,
        draw: Callable[[Row, int], Cells],
        *,
        id: str | None = None,
        classes: str | None = None,
        empty: str = "",
        previews: bool = False,
    ) -> None:
        """Make an empty list.

        Args:
            draw: returns what a row shows, for a width in cells.
            id: of the widget.
            classes: of the widget.
            empty: what the list says when it has no rows; lines parted by a line feed.
            previews: whether what is under the cursor is shown beside the list, so that a click needs only to move
                there and a double click chooses.
        """
        super().__init__(id=id, classes=classes)
        self._draw_row = draw
        self.empty = empty
        self._previews = previews
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._hover = -1

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    @property
    def cursor(self) -> int:
        """Index of the row under the cursor."""
        return self._cursor

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows with the cursor on one of them."""
        self._rows = rows
        self._hover = -1
        self.set_height(len(rows))
        self._cursor = self._nearest(min(cursor, len(rows) - 1), 1)
        self._bring()
        self.refresh()

    def move_to(self, index: int, way: int = 1, *, tell: bool = True) -> None:
        """Put the cursor on a row, or on the next one in a direction that can be chosen."""
        index = self._nearest(max(0, min(index, len(self._rows) - 1)), way)
        if index == self._cursor:
            self._bring()
            return
        self._cursor = index
        self._bring()
        self.refresh()
        if tell and (row := self.row) is not None:
            self.post_message(self.Highlighted(self, row))  # type: ignore[arg-type]  # messages are not generic

    def _nearest(self, index: int, way: int) -> int:
        for step in (way, -way):
            at = index
            while 0 <= at < len(self._rows):
                if not self._draw_row(self._rows[at], 80).heading:
                    return at
                at += step
        return max(0, index)

    def _bring(self) -> None:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        above = self._cursor - 1 if self._cursor == 1 else self._cursor
        if above < top:
            self.scroll_to(y=above, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    # Drawing

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.set_height(len(self._rows))
        self._bring()
        self.refresh()

    def on_focus(self) -> None:
        """Draw the cursor strong."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor weak."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self._rows):
            lines = wrap(self.empty, width - 2) if not self._rows else []
            text = f" {self.empty[slice(*lines[y])]}" if y < len(lines) else ""
            return Strip([Segment(text, self.style_of("dim"))]).adjust_cell_length(width, self.style_of("plain"))
        cells = self._draw_row(self._rows[index], width - 2)
        style = self.style_of("plain")
        if index == self._cursor and not cells.heading:
            style = self.style_of("cursor" if self.has_focus else "cursor-blurred")
        elif index == self._hover and not cells.heading:
            style = self.style_of("hover")
        sign = "▌" if index == self._cursor and not cells.heading else " "
        segments = [Segment(sign, self.style_of("key") + Style(bgcolor=style.bgcolor))]
        return Strip(segments + self._pieces(cells, width - 2, style) + [Segment(" ", style)]).adjust_cell_length(
            width, style
        )

    def _pieces(self, cells: Cells, width: int, base: Style) -> list[Segment]:
        right = [piece for piece in cells.right if piece.text]
        room = width - sum(width_of(piece.text) + 1 for piece in right)
        segments: list[Segment] = []
        used = 0
        for text, part in cells.left:
            shown = cut_to(text, room - used)
            segments.append(Segment(shown, self._styled(part, base)))
            used += width_of(shown)
            if shown != text:
                break
        gap = " " * max(0, room - used)
        segments.append(Segment(gap, base))
        for text, part in right:
            segments += [Segment(" ", base), Segment(text, self._styled(part, base))]
        return segments

    def _styled(self, part: str, base: Style) -> Style:
        if base is self.style_of("plain"):
            return self.style_of(part)
        style = self.style_of(part)
        if part in ("plain", "dim"):
            return base
        if part in ("match", "bar-both"):
            return style
        return style + Style(bgcolor=base.bgcolor, bold=base.bold or style.bold)

    # Moving

    def action_cursor_down(self) -> None:
        """Move down."""
        self.move_to(self._cursor + 1)

    def action_cursor_up(self) -> None:
        """Move up."""
        self.move_to(self._cursor - 1, -1)

    def action_page_down(self) -> None:
        """Move a page down."""
        self.move_to(self._cursor + max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move a page up."""
        self.move_to(self._cursor - max(1, self.size.height - 1), -1)

    def action_go_first(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_go_last(self) -> None:
        """Go to the last row."""
        self.move_to(len(self._rows) - 1, -1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if (row := self.row) is not None:
            self.post_message(self.Chosen(self, row))  # type: ignore[arg-type]  # as above

    def on_click(self, event: events.Click) -> None:
        """Move to the row that was clicked, and choose it, by a double click where it is previewed."""
        index = self.scroll_offset.y + event.y
        if (
            event.y < self.size.height
            and 0 <= index < len(self._rows)
            and not self._draw_row(self._rows[index], 80).heading
        ):
            self.move_to(index)
            if event.chain > 1 or not self._previews or self.screen.has_class("-narrow"):
                self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row the mouse is on."""
        hover = self.scroll_offset.y + event.y
        if hover != self._hover:
            self._hover = hover
            self.refresh()

    def on_leave(self) -> None:
        """Forget the mouse."""
        self._hover = -1
        self.refresh()
