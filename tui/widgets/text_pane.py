"""The text pane: reviews, trivia and synopses of any length, read by keyboard and mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.models import Plain
from tui.widgets.binding import bindings_for
from tui.widgets.pane_layout import Place
from tui.widgets.passages import Passage, Role, Row, Show
from tui.widgets.text_view import Match, TextView


class TextPane(TextView, can_focus=True):
    """Passages to read."""

    BINDINGS = bindings_for("pane")

    @dataclass
    class Pressed(Message):
        """Enter or a click on a passage that is not text: a fold, an entry."""

        pane: TextPane
        passage: Passage

        @property
        def control(self) -> TextPane:
            """The pane."""
            return self.pane

    def _matches_in(self, row: Row) -> list[Match]:
        lights = self._lights.get(row.id)
        if lights is None or self.display_state.is_veiled(row):
            return []
        found = [Match(row.id, "headline", span) for span in lights.headline]
        role: Role = "topic" if isinstance(row, Passage) and row.shape == "topic" else "text"
        return found + [Match(row.id, role, span) for span in lights.text]

    def match_beside(self, match: Match | None, by: int) -> Match | None:
        """Return the match after (`by` 1) or before (-1) another, or the first or last one; None at the ends."""
        rows = self._passages.rows if self._lights else ()
        at = self._text.index_of(match.passage) if match is not None else None
        if at is not None and match is not None:
            here = self._matches_in(rows[at])
            to = here.index(match) + by if match in here else -1
            if 0 <= to < len(here):
                return here[to]
            at += by
        else:
            at = 0 if by > 0 else len(rows) - 1
        while 0 <= at < len(rows):
            here = self._matches_in(rows[at])
            if here:
                return here[0 if by > 0 else -1]
            at += by
        return None

    def matches_of(self, record: str) -> list[Match]:
        """Return the matches in one record."""
        at = self._text.index_of(record)
        return [] if at is None else self._matches_in(self._passages.rows[at])

    def matches(self) -> list[Match] | None:
        """Return every match in reading order; None while there are records that were not looked at yet."""
        if not self._lights.is_complete:
            return None
        return [match for row in self._passages.rows for match in self._matches_in(row)] if self._lights else []

    def bring_match(self) -> None:
        """Bring the first match into view, without standing on it."""
        first = self.match_beside(None, 1)
        y = self._text.find(Place(first.passage, first.role, first.span[0])) if first is not None else None
        if y is not None:
            self._resize_virtual()
            self._bring(y)

    def go_to_match(self, match: Match | None) -> None:
        """Stand on a match: bring it into view and draw it apart from the others."""
        self._match = match
        if match is not None:
            if match.passage in self.display_state.folded:
                self.set_show(self.display_state.toggled("folded", match.passage))
            index = self._text.index_of(match.passage)
            if index is not None:
                self._marked = index
            y = self._text.find(Place(match.passage, match.role, match.span[0]))
            if y is not None:
                self._resize_virtual()
                self._bring(y)
        self._repaint()

    def go_to(self, passage_id: str) -> bool:
        """Bring a passage to the top and mark it; False when it is not here."""
        index = self._text.index_of(passage_id)
        if index is None:
            return False
        self._mark(index)
        return True

    def step(self, by: int) -> bool:
        """Go to the next or previous passage that is not a heading; False at the ends."""
        index = self._past_headings(self._marked + by, by)
        if index is None:
            return False
        self._mark(index)
        return True

    def _past_headings(self, index: int, way: int) -> int | None:
        """Return the first passage from `index` on that is not a heading."""
        while 0 <= index < len(self._passages) and self._passages[index].shape == "topic":
            index += way
        return index if 0 <= index < len(self._passages) else None

    def _bring(self, y: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not top + 1 <= y < top + height - 2:
            self.scroll_to(y=max(0, y - height // 3), animate=False, force=True)
        self.post_message(self.Moved(self))

    def _mark(self, index: int) -> None:
        self._marked = index
        gap = 1 if index and self._text.lines(index)[0].role == "gap" else 0
        y = self._text.start(index) + gap
        self._text.settle(y, self.size.height)
        self._resize_virtual()
        top, height = self.scroll_offset.y, self.size.height
        end = y + len(self._text.lines(index)) - gap
        if y < top or end > top + height:
            self.scroll_to(y=y, animate=False, force=True)
        self._repaint()
        self.post_message(self.Moved(self))

    def _scroll_by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)
        self._mark_in_view()

    def _mark_in_view(self) -> None:
        if not self._passages:
            return
        top = self.scroll_offset.y
        first, _ = self._text.at(top)
        last, _ = self._text.at(top + self.size.height - 1)
        if not first <= self._marked <= last:
            index, way = (first, 1) if self._marked < first else (last, -1)
            self._put_mark(self._past_headings(index, way))

    def _put_mark(self, index: int | None) -> None:
        if index is not None:
            self._marked = index
            self._repaint()

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self._scroll_by(1)

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self._scroll_by(-1)

    def action_page_forth(self) -> None:
        """Scroll a page down; one line stays in view."""
        self._scroll_by(max(1, self.size.height - 1))

    def action_page_back(self) -> None:
        """Scroll a page up."""
        self._scroll_by(-max(1, self.size.height - 1))

    def action_text_start(self) -> None:
        """Go to the beginning."""
        self.scroll_to(y=0, animate=False, force=True)
        self._put_mark(self._past_headings(0, 1))

    def action_text_end(self) -> None:
        """Go to the end."""
        self._text.settle_some(10)
        self._text.finish()
        self._resize_virtual()
        self.scroll_to(y=self._text.height, animate=False, force=True)
        self._put_mark(self._past_headings(len(self._passages) - 1, -1))

    def action_fold(self) -> None:
        """Fold or unfold the marked passage."""
        passage = self.marked
        if passage is None:
            return
        if passage.shape in ("fold", "list"):
            self.post_message(self.Pressed(self, passage))
        elif passage.shape in ("card", "item"):
            self.set_show(self.display_state.toggled("folded", passage.id))

    def action_fold_all(self) -> None:
        """Fold everything, or unfold it when everything is folded."""
        ids = self._passages.foldable
        folded = self.display_state.folded
        show = Show(folded - ids if ids <= folded else folded | ids, self.display_state.revealed)
        self.set_show(show)

    def on_click(self, event: events.Click) -> None:
        """Mark what was clicked."""
        found = self._text.line(self.scroll_offset.y + event.y)
        if found is None or event.y >= self.size.height:  # the border below
            return
        index, line = found
        self._marked = index
        self._repaint()
        self.post_message(self.Moved(self))
        passage = self._passages[index]
        if line.role == "more" or passage.shape in ("fold", "list"):
            self.action_fold()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines."""
        event.stop()
        event.prevent_default()
        self._scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines."""
        event.stop()
        event.prevent_default()
        self._scroll_by(-3)

    @property
    def plain(self) -> Plain:
        """Return the text of the marked passage, empty where it is veiled."""
        passage = self.marked
        if passage is None or self.display_state.is_veiled(passage):
            return Plain("")
        return passage.text
