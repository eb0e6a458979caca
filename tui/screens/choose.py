"""One dialog for every choice from a list: palette, help, topics, orders, saved searches, films."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.commands import COMMANDS, GROUPS, shown_keys
from tui.models import Plain
from tui.screens.once import Once
from tui.text.ordering import folded
from tui.widgets.binding import bindings_for
from tui.widgets.film_shelf import words_in
from tui.widgets.one_line import PaneTitle, TitleEntry
from tui.widgets.passages import NOTHING
from tui.widgets.row_list import Cells, Piece, RowList, lit


class Entry(msgspec.Struct, frozen=True):
    """One row of the dialog."""

    title: Plain
    value: Any = None
    """What the dialog returns; None makes the row a heading."""
    note: Plain = NOTHING
    """Behind the title, dimmed."""
    key: Plain = NOTHING
    """At the right."""
    words: str = ""
    """What is searched besides the title and the note."""
    on: bool = False
    """Whether it is what holds now."""


def found_in(entry: Entry, words: Sequence[str]) -> bool:
    """Tell whether every word stands in the entry."""
    text = folded(f"{entry.title} {entry.note} {entry.key} {entry.words}")
    return all(word in text for word in words)


def narrowed(entries: Sequence[Entry], query: str) -> list[Entry]:
    """Return the entries that hold every word of `query`, best first, headings only over something."""
    words = folded(query).split()
    if not words:
        return list(entries)
    found = [entry for entry in entries if entry.value is not None and found_in(entry, words)]
    return sorted(found, key=lambda entry: not folded(entry.title).startswith(words[0]))


FRAME = 4
"""Rows of a dialog beside its list: title, field, a gap, the lower border."""


class ChooseScreen(ModalScreen[Any], Once[Any]):
    """A field and a list; returns the value of what was chosen, None when nothing was."""

    BINDINGS = bindings_for("dialog")

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        *,
        placeholder: str = "type to narrow",
        current: Any = None,
        more: Callable[[str], Sequence[Entry]] | None = None,
        empty: str = "Nothing is called that.",
        narrows: bool = True,
    ) -> None:
        """Offer a choice.

        Args:
            title: of the dialog.
            entries: what can be chosen.
            placeholder: of the field.
            current: the value that holds now; the cursor starts on it.
            more: further entries for what was typed: films by name, a new film.
            empty: what is said when nothing is left.
            narrows: whether there is a field to narrow the entries; a plain question needs none.
        """
        super().__init__(classes="-choosing" if narrows else "-question")
        self._narrows = narrows
        self._title = title
        self._entries = entries
        self._placeholder = placeholder
        self._current = current
        self._more = more
        self._words: tuple[str, ...] = ()
        self._highest = 0
        """Rows of the list where it had most of them."""
        self._list: RowList[Entry] = RowList(self._draw, id="choose-list", empty=empty)

    def compose(self) -> ComposeResult:
        """Lay out title, field, list."""
        with Vertical(id="choose-box"):
            yield PaneTitle(id="choose-title")
            with Vertical(id="choose-body"):
                yield Input(placeholder=self._placeholder, id="choose-field", compact=True)
                yield self._list

    def on_mount(self) -> None:
        """Fill the list."""
        field = self.query_one("#choose-field", Input)
        field.cursor_blink = False
        self._fill("")
        at = next((i for i, e in enumerate(self._list.rows) if e.value is not None and e.value == self._current), 0)
        self._list.move_to(at)
        (field if self._narrows else self._list).focus()

    def _fill(self, query: str) -> None:
        self._words = tuple(folded(query).split())
        rows = narrowed(self._entries, query)
        if self._more is not None:
            rows = [*rows, *self._more(query)]
        self._list.set_rows(rows)
        self._fit()
        count = f"{sum(1 for row in rows if row.value is not None):,}" if self._narrows else ""
        self.query_one("#choose-title", PaneTitle).show([TitleEntry("", "", self._title, count)], focused=True)

    def _fit(self) -> None:
        """Make the list as high as its rows, where the window allows it; the field stays where it is."""
        room = list_room(self.size.height)
        height = max(1, min(len(self._list.rows), room))
        self._highest = max(self._highest, height)
        self._list.styles.height = height
        if not self._narrows:
            return
        above = (self.size.height - FRAME - min(self._highest, room)) // 2
        self.query_one("#choose-box").styles.offset = (0, max(0, above))

    def on_resize(self) -> None:
        """Follow the window."""
        self._fit()

    def _draw(self, entry: Entry, width: int) -> Cells:
        if entry.value is None:
            return Cells((Piece(entry.title, "heading"),), heading=True)
        note: tuple[Piece, ...] = (Piece(Plain(" ✓"), "good"),) if entry.on else ()
        note += (Piece(Plain("  " + entry.note), "dim"),) if entry.note else ()
        key = entry.key if width > 36 else Plain(entry.key.partition(" ")[0])
        return Cells((*lit(entry.title, words_in(entry.title, self._words)), *note), (Piece(key, "key"),))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow with every key."""
        event.stop()
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Take the row under the cursor."""
        row = self._list.row
        if row is not None and row.value is not None:
            self.dismiss(row.value)

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move in the list while the field has the focus."""
        if event.key in ("down", "up", "pagedown", "pageup") and self.focused is not self._list:
            move = {
                "down": self._list.action_cursor_down,
                "up": self._list.action_cursor_up,
                "pagedown": self._list.action_page_down,
                "pageup": self._list.action_page_up,
            }[event.key]
            move()
            event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Return what was chosen."""
        event.stop()
        if isinstance(event.row, Entry) and event.row.value is not None:
            self.dismiss(event.row.value)

    def action_close(self) -> None:
        """Return nothing."""
        self.dismiss(None)


def list_room(window: int) -> int:
    """Return how many rows the list of a dialog may have in a window of so many."""
    return min(40, window * 86 // 100 - FRAME)


def command_entries(remapped: Mapping[str, str], *, everything: bool) -> list[Entry]:
    """Return the commands under their groups, from the command table.

    Args:
        remapped: the user's keys.
        everything: also the commands that only a key can run; for the help screen.
    """
    entries: list[Entry] = []
    for group in GROUPS:
        commands = [c for c in COMMANDS if c.group == group and (c.palette or everything)]
        if everything:
            entries.append(Entry(Plain(group)))
        seen: set[tuple[str, str]] = set()
        for command in commands:
            if (command.help, command.keys) in seen:
                continue
            seen.add((command.help, command.keys))
            key = Plain(shown_keys(command, remapped))
            where = Plain(WHERE.get(command.place, "")) if everything else Plain("")
            value = command.name if command.palette or everything else None
            entries.append(Entry(Plain(command.help.rstrip(".")), value, where, key, words=command.title))
    return entries


WHERE = {
    "bar": "in the search bar",
    "search": "in the search screen",
    "concordance": "in the concordance",
    "unfiled": "among the unfiled",
    "import": "in the import dialog",
}
