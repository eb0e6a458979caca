"""The concordance: every match on a line of its own, aligned on the match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from textual import on
from textual.app import ComposeResult

from tui.commands import commands_of, keys_of, shown_key
from tui.config import Config
from tui.models import Plain
from tui.screens.library_protocol import Cancel, LibraryProtocol
from tui.screens.once import Once
from tui.search.types import Concordance, ConcordanceLine, ConcordanceOrder, Hit
from tui.widgets.binding import bindings_for
from tui.widgets.film_passages import one_line
from tui.widgets.lane import Lane
from tui.widgets.one_line import KeyBar, KeyHint, PaneTitle, TitleEntry
from tui.widgets.row_list import Cells, Piece, RowList
from tui.widgets.wrapping import cut_to, width_of

MOST = 2000
"""Lines that are asked for."""
FILM = 27
"""Columns of the film's name."""
ORDERS: Mapping[ConcordanceOrder, str] = {
    "right": "by what stands right",
    "left": "by what stands left",
    "film": "by film",
    "rating": "by rating",
    "year": "by year",
}


class ConcordanceScreen(Once[Hit | None]):
    """Returns the passage that was chosen as a hit."""

    BINDINGS = bindings_for("concordance", "dialog")
    CSS_PATH = "concordance.tcss"

    def __init__(self, library: LibraryProtocol, config: Config, query: str, *, film: str | None = None) -> None:
        """Show the matches of a query in the library, or in one film."""
        super().__init__()
        self.library = library
        self.config = config
        self._query = query
        self._film = film
        self._found: Concordance | None = None
        self._order: ConcordanceOrder = "right"
        self._lane = Lane("concordance")

    def compose(self) -> ComposeResult:
        """Lay out title, lines, keys."""
        yield PaneTitle(id="lines-title")
        yield RowList[ConcordanceLine](self._draw, id="lines", classes="pane", empty="Looking …")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Look for the lines."""
        library, query, film = self.library, self._query, self._film

        def work(_: Cancel) -> Concordance:
            return library.concordance(query, film=film, limit=MOST)

        self._lane.submit(self, work, self._came)
        keys = [
            (shown_key(keys_of(c, self.config.keys)[0]), c.title, c.name) for c in commands_of("concordance", "dialog")
        ]
        self.query_one(KeyBar).show([KeyHint("Enter", "go there", "choose"), *(KeyHint(*key) for key in keys)])
        self.lines.focus()
        self._title()

    @property
    def lines(self) -> RowList[ConcordanceLine]:
        """The list."""
        return cast("RowList[ConcordanceLine]", self.query_one("#lines", RowList))

    def _came(self, result: Concordance | Exception) -> None:
        if isinstance(result, Exception):
            self.lines.empty = str(result)
            self.lines.refresh()
            return
        self._found = result
        self.lines.empty = "Nothing matches."
        self._sort(self._order)

    def _sort(self, order: ConcordanceOrder) -> None:
        self._order = order
        if self._found is not None:
            from tui.search.concordance import in_order

            self.lines.set_rows(in_order(self._found.lines, order))
        self._title()

    def _title(self) -> None:
        count = f"{'' if self._found is None or self._found.complete else 'more than '}{len(self.lines.rows):,}"
        title = PaneTitle.show
        title(
            self.query_one(PaneTitle),
            [TitleEntry("lines", "", f"Concordance of {self._query}", count)],
            focused=True,
            right=ORDERS[self._order],
        )

    def _draw(self, line: ConcordanceLine, width: int) -> Cells:
        year = f" {line.film_year}" if line.film_year else ""
        name = f"{cut_to(one_line(line.film_title), FILM - len(year))}{year}" if width >= 90 else ""
        side = max(4, (width - (FILM + 2 if name else 0)) // 2 - 4)
        if line.spoiler:
            middle: tuple[Piece, ...] = (
                Piece(Plain(" " * max(0, side - 8)), "plain"),
                Piece(Plain("░░ spoiler, veiled ░░"), "veil"),
            )
        else:
            left = tail_of(line.left.rstrip(), side - 1)
            middle = (
                Piece(Plain(" " * max(0, side - 1 - width_of(left)) + left + " "), "dim"),
                Piece(line.match, "match"),
                Piece(Plain(gap_before(line.right) + line.right.lstrip()), "plain"),
            )
        right = (Piece(Plain(" " * (FILM - width_of(name)) + name), "dim"),) if name else ()
        return Cells(middle, right)

    @on(RowList.Chosen, "#lines")
    def _chosen(self, event: RowList.Chosen) -> None:
        line = cast("ConcordanceLine", event.row)
        self.dismiss(
            Hit(
                film_id=line.film_id,
                film_title=line.film_title,
                film_year=line.film_year,
                kind=line.kind,
                id=line.id,
                author=line.author,
                rating=line.rating,
                spoiler=line.spoiler,
                score=0.0,
                text=Plain(""),
                matches=(line.span,),
                snippet=Plain(""),
            )
        )

    def action_context_right(self) -> None:
        """Sort by what stands right."""
        self._sort("right")

    def action_context_left(self) -> None:
        """Sort by what stands left."""
        self._sort("left")

    def action_context_film(self) -> None:
        """Sort by film."""
        self._sort("film")

    def action_context_rating(self) -> None:
        """Sort by rating."""
        self._sort("rating")

    def action_context_year(self) -> None:
        """Sort by year."""
        self._sort("year")

    def action_close(self) -> None:
        """Go back."""
        self._lane.drop()
        self.dismiss(None)

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        node = self.lines if event.command == "choose" else self
        await self.app.run_action(event.command, node)


def gap_before(text: str) -> str:
    """Return the space that parts a match from what follows: none before a comma or a full stop."""
    first = text.lstrip()[:1]
    return " " if first.isalnum() or first in "«“‘\"'([–—" else ""


def tail_of(text: str, width: int) -> str:
    """Return the end of a text that fits into `width` cells."""
    while width_of(text) > width:
        text = text[max(1, width_of(text) - width) :] if text.isascii() else text[1:]
    return text
