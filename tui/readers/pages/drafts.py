"""A review while its lines are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.readers.pages.lines import Line
from tui.readers.pages.meta import Meta


@dataclass(slots=True)
class Draft:
    """A review being gathered."""

    meta: Meta = field(default_factory=Meta)
    texts: list[tuple[int, str, bool]] = field(default_factory=list)
    """Number of its last line, text, and whether a blank line stands before it."""
    first: int = 0
    last: int = 0
    headline: str = ""
    spoiler: bool = False
    whole: str = ""
    """The line as it stood, where the border between author and text is open."""

    def touch(self, number: int) -> None:
        """Count a line to this review."""
        self.first = self.first or number
        self.last = max(self.last, number)

    def add(self, line: Line, text: str | None = None) -> None:
        """Append a line's text."""
        self.touch(line.number)
        self.touch(line.end)
        self.texts.append((line.end, line.text if text is None else text, line.blank))
