"""A page as the text that a browser would copy from it, each line with its place in the source.

Pages of no known site are read by the readers of text: this makes the text. Headings, list items and the cells of
a table keep their marks, links in a row are parted by bars, menus, forms and footers are left out. One pass, linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from tui.readers.html.places import Lines
from tui.readers.html.text import TAG
from tui.text import clean_line
from tui.text.wordsets import words

_SKIPPED = words(
    "script style noscript template svg nav footer aside button select textarea iframe head figcaption title dialog"
)
_APART = words("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr article")
_BROKEN = words("div section li dt tr br header main figure form fieldset center address details summary option")
_INLINE = words("a b i em strong span time small cite label")
_MARKS = {**{f"h{level}": "#" * level + " " for level in range(1, 7)}, "li": "- "}
_REPEATED = re.compile(
    r"class\s*=\s*[\"']?[^\"'>]*(?:review|comment|koment|kritik|critic|critique|recen|opin|post|entry|item|card|message"
    r"|reply|avis|rese[nñ]a)",
    re.IGNORECASE,
)
"""Boxes that stand several times on a page: a blank line parts them."""


@dataclass(slots=True)
class _Making:
    """The line that is being gathered."""

    parts: list[str] = field(default_factory=list)
    start: int = -1
    mark: str = ""
    joint: bool = False
    """An inline element has just ended, and nothing stands behind it."""


class Flow:
    """The text of a page."""

    def __init__(self, markup: str) -> None:
        """Make the text of some markup."""
        self.markup = markup
        self.lines: list[str] = []
        self.starts: list[int] = []
        """Where in the markup each line begins; -1 for a blank one."""
        self._making = _Making()
        self._source = Lines(markup)
        self._walk()

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines) + "\n"

    def source_lines(self, first: int, last: int, counted: Lines | None = None) -> tuple[int, int]:
        """Return the lines of the source that the lines `first` to `last` of the text (from 1) were made from.

        Args:
            first: a line of the text.
            last: that one or a later one.
            counted: counts the lines where the source lies folded in its file.
        """
        lines = counted or self._source
        starts = [start for start in self.starts[max(0, first - 1) : last] if start >= 0]
        if not starts:
            return 0, 0
        return lines.line_at(starts[0]), lines.line_at(starts[-1])

    def _walk(self) -> None:
        markup, at = self.markup, max(0, self.markup.find("<body"))
        unclosed: set[str] = set()
        while (tag := TAG.search(markup, at)) is not None:
            self._data(at, tag.start())
            name, closes = tag[1].lower(), tag[0][1] == "/"
            at = tag.end()
            if name.startswith("!--"):
                end = markup.find("-->", tag.start())
                at = end + 3 if end >= 0 else len(markup)
            elif name in _SKIPPED and not closes and tag[1] not in unclosed:
                end = markup.find(f"</{tag[1]}", at)
                at = max(at, end)
                if end < 0:
                    unclosed.add(tag[1])  # each further one would look to the end again
            else:
                self._tag(name, tag[0], closes=closes)
        self._data(at, len(markup))
        self._flush()

    def _data(self, start: int, end: int) -> None:
        text = self.markup[start:end]
        if not text:
            return
        making = self._making
        said = text.strip()
        if not said:
            making.parts.append(" ")
        else:
            making.start = start + text.index(said[0]) if making.start < 0 else making.start
            making.parts.append(unescape(text))
        making.joint = False

    def _tag(self, name: str, source: str, *, closes: bool) -> None:
        making = self._making
        if name in _INLINE:
            self._inline(name, closes=closes)
        elif name in ("td", "th", "dd"):
            if not closes and making.start >= 0:
                making.parts.append("\t")
        elif name in _APART or (name in _BROKEN and not closes and _REPEATED.search(source)):
            self._flush(blank=True)
        elif name in _BROKEN and not (name == "dt" and closes):
            self._flush()  # «<dt>Regie</dt><dd>…» is one line
        if not closes:
            making.mark = _MARKS.get(name, making.mark)

    def _inline(self, name: str, *, closes: bool) -> None:
        making = self._making
        if making.joint and not closes and making.start >= 0:
            making.parts.append(" | ")
        making.joint = closes
        if name == "cite" and not closes and making.start < 0:
            making.mark = "— "  # below a quotation stands who said it

    def _flush(self, *, blank: bool = False) -> None:
        making = self._making
        cells = [clean_line(cell) for cell in "".join(making.parts).replace("\n", " ").split("\t")]
        text = "\t".join(cell for cell in cells if cell)
        if text:
            self.lines.append(making.mark + text)
            self.starts.append(making.start)
            making.mark = ""
        elif not blank and making.mark:
            return  # «<li><div>text»: the mark waits for the text
        if blank:
            making.mark = making.mark if not text and making.mark == "- " else ""
            if self.lines and self.lines[-1]:
                self.lines.append("")
                self.starts.append(-1)
        making.parts, making.start, making.joint = [], -1, False
