"""What all screens do about the size of the window."""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType

from tui.widgets.one_line import OneLine, has_frames
from tui.widgets.too_small import TooSmall, is_too_small


class SizedScreen(Screen[ScreenResultType]):
    """A screen that needs 40 columns and 12 rows, and says so where it has less."""

    _framed: bool | None = None

    def on_resize(self) -> None:
        """Cover the screen where there is not enough room, and uncover it where there is."""
        notices = self.query(TooSmall)
        if not is_too_small(*self.size):
            notices.remove()
        elif not notices:
            self.mount(TooSmall())
        self.call_after_refresh(self._follow_frames)

    def _follow_frames(self) -> None:
        """Draw the titles anew where the panes have got frames or lost them."""
        framed = has_frames(self)
        if self._framed not in (None, framed):
            for line in self.query(OneLine):
                line.refresh()
        self._framed = framed
