"""Widgets of a single line: the title bar, a pane's title, the key bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.models import Plain
from tui.widgets.looks import Styled
from tui.widgets.wrapping import cut_to, width_of


class OneLine(Styled):
    """A line of styled pieces, drawn by hand."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "OneLine { height: 1; }"

    def pieces(self, width: int) -> list[Segment]:
        """Return what the line shows."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.style_of("plain"))
        return Strip(self.pieces(width)).adjust_cell_length(width, self.style_of("plain"))


class TitleBar(OneLine):
    """The top line: the program, what the library holds, its name and what is going on."""

    def __init__(self, library: Plain, *, id: str | None = None) -> None:
        """Name the library."""
        super().__init__(id=id)
        self._library = library
        self._counts = ""
        self._news = ""

    def show(self, *, counts: str | None = None, news: str | None = None) -> None:
        """Change what is said of the library's size, or what is going on just now."""
        said = (self._counts if counts is None else counts, self._news if news is None else news)
        if said != (self._counts, self._news):
            self._counts, self._news = said
            self.refresh()

    def pieces(self, width: int) -> list[Segment]:
        """Return program, counts, library."""
        plain, dim = self.style_of("plain"), self.style_of("dim")
        right = f"{self._news or self._library} "
        left = "matinee "
        room = width - len(left) - width_of(right) - 1
        if room < 0:
            return [Segment(" ", plain), Segment(left, self.style_of("brand"))]
        counts = self._counts if len(self._counts) + 4 <= room else ""
        before = max(1, (width - len(counts)) // 2 - len(left)) if counts else 0
        before = min(before, max(0, room - len(counts) - 3))
        return [
            Segment(" ", plain),
            Segment(left, self.style_of("brand")),
            Segment(" " * before, plain),
            Segment(counts, dim),
            Segment(" " * max(0, room - before - len(counts)), plain),
            Segment(right, self.style_of("key") if self._news else dim),
        ]


class TitleEntry(msgspec.Struct, frozen=True):
    """A pane's title."""

    name: str
    """Id of the pane."""
    key: str
    title: str
    count: str = ""


class PaneTitle(OneLine):
    """The upper border of a pane, or of several of which one is shown: «╭─ 2 Reviews · 3 of 8 ──── 40 % ─╮».

    A pane (class `pane`) has the rest of the frame as its own border; where a screen is `-narrow` or `-short` there
    is no room for frames, and the title is a plain rule.
    """

    @dataclass
    class Pressed(Message):
        """A title was clicked."""

        name: str

    @dataclass
    class Dragged(Message):
        """The mouse pulls the border to a row of the screen."""

        title: PaneTitle
        row: int

        @property
        def control(self) -> PaneTitle:
            """The title."""
            return self.title

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty title."""
        super().__init__(id=id)
        self._tabs: Sequence[TitleEntry] = ()
        self._active = ""
        self._focused = False
        self._right = ""
        self._spots: list[tuple[int, str]] = []
        self._pulled = False

    def show(self, tabs: Sequence[TitleEntry], *, active: str = "", focused: bool = False, right: str = "") -> None:
        """Show these titles; the active one stands out, and the whole line where the pane has the focus."""
        state = (tabs, active, focused, right)
        if state != (self._tabs, self._active, self._focused, self._right):
            self._tabs, self._active, self._focused, self._right = state
            self.refresh()

    def pieces(self, width: int) -> list[Segment]:
        """Return corner, titles, rule, progress, corner."""
        rule = self.style_of("rule-focused" if self._focused else "rule")
        first, line, last = self._rule()
        segments = [Segment(first, rule)]
        used = len(first)
        self._spots = []
        for entry, text in zip(self._tabs, self._texts(width), strict=True):
            on = entry.name == self._active or len(self._tabs) == 1
            key = f" {entry.key} " if entry.key else " "
            title = cut_to(text, max(0, width - used - len(key) - 3))
            if entry.key or title:
                shown = f"{title} " if title else ""
                for_key, for_title = self._styles(on=on)
                segments += [Segment(key, for_key), Segment(shown, for_title)]
                used += len(key) + width_of(shown)
            self._spots.append((used, entry.name))
            if entry is not self._tabs[-1]:
                segments.append(Segment(line, rule))
                used += 1
        right = f" {self._right} " if self._right and used + width_of(self._right) + 5 <= width else ""
        segments += [
            Segment(line * max(0, width - used - width_of(right) - 2), rule),
            Segment(right, self.style_of("dim")),
            Segment(last, rule),
        ]
        return segments

    def _styles(self, *, on: bool) -> tuple[Style, Style]:
        """Return how key and words of a title look; what has the focus stands out without colour too."""
        if not on:
            return self.style_of("dim"), self.style_of("dim")
        if self._focused:
            return self.style_of("badge"), self.style_of("badge")
        return self.style_of("key"), self.style_of("plain")

    def _rule(self) -> tuple[str, str, str]:
        if is_framed(self):
            return "╭─", "─", "─╮"
        line = "━" if self._focused else "─"
        return line, line, line * 2

    def _texts(self, width: int) -> list[str]:
        """Return the titles; where they don't fit, first the counts go, then the words of those that are not active."""
        if self._right and len(self._tabs) > 1:
            width -= width_of(self._right) + 3
        first, _, last = self._rule()
        corners = len(first) + len(last)
        full = [f"{entry.title}{f' · {entry.count}' if entry.count else ''}" for entry in self._tabs]
        names = [entry.title for entry in self._tabs]
        for others in (full, names, [""] * len(names)):
            texts = [
                text if entry.name == self._active else other
                for entry, text, other in zip(self._tabs, full, others, strict=True)
            ]
            if sum(width_of(text) + 5 for text in texts) - 1 + corners <= width:
                return texts
        return full if len(full) == 1 else texts

    def on_click(self, event: events.Click) -> None:
        """Go to the pane whose title was clicked."""
        for end, name in self._spots:
            if event.x < end:
                self.post_message(self.Pressed(name))
                return
        if len(self._tabs) == 1:
            self.post_message(self.Pressed(self._tabs[0].name))

    def on_mouse_down(self) -> None:
        """Take hold of the border."""
        self.capture_mouse()
        self._pulled = True

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull it."""
        if self._pulled and int(event.screen_y) != self.region.y:
            self.post_message(self.Dragged(self, int(event.screen_y)))

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()
        self._pulled = False


def is_framed(widget: Widget) -> bool:
    """Say whether the panes of a widget's screen have frames."""
    return has_frames(widget.screen)


def has_frames(screen: Widget) -> bool:
    """Say whether the panes of a screen have frames."""
    return not (screen.has_class("-narrow") or screen.has_class("-short"))


class KeyHint(msgspec.Struct, frozen=True):
    """One entry of the key bar."""

    key: str
    title: str
    command: str
    keep: bool = False
    """Whether it is shown even where there is room for little."""


class KeyBar(OneLine):
    """The bottom line: what works here and now."""

    @dataclass
    class Pressed(Message):
        """An entry was clicked."""

        command: str

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty bar."""
        super().__init__(id=id)
        self._hints: Sequence[KeyHint] = ()
        self._spots: list[tuple[int, int, str]] = []
        self._said = ""

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Show these entries, as many as fit; those marked so always."""
        if hints != self._hints:
            self._hints, self._said = hints, ""
            self.refresh()

    def say(self, text: str) -> None:
        """Say something in the place of the entries, until there is nothing to say or other entries come."""
        if text != self._said:
            self._said = text
            self.refresh()

    def pieces(self, width: int) -> list[Segment]:
        """Return as many hints as fit, keys apart from words; else what is said."""
        segments: list[Segment] = [Segment(" ", self.style_of("plain"))]
        self._spots = []
        if self._said:
            return [*segments, Segment(cut_to(Plain(self._said), width - 1), self.style_of("notice"))]
        hints = self._fitting(width + 2)
        position = 1
        for hint in hints:
            segments += [
                Segment(f"{hint.key} ", self.style_of("key")),
                Segment(f"{hint.title}   ", self.style_of("dim")),
            ]
            length = len(hint.key) + len(hint.title) + 4
            self._spots.append((position, position + length - 3, hint.command))
            position += length
        return segments

    def _fitting(self, room: int) -> list[KeyHint]:
        """Return those that must stay, and of the others whatever fits beside them, the foremost first."""
        chosen: list[int] = []
        for at in sorted(range(len(self._hints)), key=lambda at: not self._hints[at].keep):
            hint = self._hints[at]
            length = len(hint.key) + len(hint.title) + 4
            if length <= room or not chosen:
                chosen.append(at)
                room -= length
        return [self._hints[at] for at in sorted(chosen)]

    def on_click(self, event: events.Click) -> None:
        """Run the command that was clicked."""
        for start, end, command in self._spots:
            if start <= event.x < end:
                self.post_message(self.Pressed(command))
