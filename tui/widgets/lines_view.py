"""A scroll view of lines whose number may change with every key."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class LinesView(ScrollView):
    """What lists and text panes scroll in."""

    def set_height(self, lines: int) -> None:
        """Take another number of lines.

        Textual lays the whole screen out anew whenever `virtual_size` changes. That is needed only where the
        widget's own size follows from its lines; else the scroll bar alone has to know.
        """
        size = Size(self.size.width, lines)
        if size == self.virtual_size:
            return
        if self.styles.auto_dimensions:
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
