"""The search screen: the whole library as you type."""

from __future__ import annotations

from typing import cast

from textual import on

from tui.models import Plain
from tui.screens.ask import AskScreen
from tui.screens.hits import HitRow, More
from tui.screens.search_base import PAGE, PARTS, SearchBase
from tui.search.types import Hit
from tui.text import clean
from tui.widgets.binding import bindings_for
from tui.widgets.facets import Facet, Narrowing
from tui.widgets.lane import CHANGE, spawn
from tui.widgets.one_line import KeyBar
from tui.widgets.row_list import RowList
from tui.widgets.search_bar import SearchBar


class SearchScreen(SearchBase):
    """Returns (hits, the chosen hit, the query, whether it is literal), None when left."""

    BINDINGS = bindings_for("search")

    # Choosing

    @on(RowList.Chosen, "#results")
    def _result_chosen(self, event: RowList.Chosen) -> None:
        self._open(cast("HitRow", event.row))

    def _open(self, row: HitRow | None) -> None:
        if isinstance(row, Hit):
            query = self._narrowing.applied(self.bar.query_text)
            if self.bar.query_text:
                self.library.remember_search(self.bar.query_text)
            self.dismiss((self._hits, row, query, self.bar.literal))
        elif isinstance(row, More):
            self._limit += 5 * PAGE
            self._again()

    @on(RowList.Chosen, "#facets")
    def _facet_chosen(self, event: RowList.Chosen) -> None:
        self._narrowing = self._narrowing.toggled(cast("Facet", event.row))
        self._again()

    def on_search_bar_entered(self, event: SearchBar.Entered) -> None:
        """Enter opens the first passage, the down key goes into the list."""
        if event.opening:
            self._open(self.results.row)
        elif self.results.rows:
            self.results.focus()

    def on_search_bar_left(self) -> None:
        """Leave the screen."""
        self.action_search_close()

    def on_search_bar_switched(self) -> None:
        """Switch between the whole library and the film that was open."""
        if self._here is None:
            return
        film = None if self._narrowing.film == self._here else self._here
        self._narrowing = Narrowing(self._narrowing.rating, self._narrowing.kind, film, self._narrowing.author)
        self.bar.set_scope("this film" if film else "the library")
        self._again()

    def action_search_close(self) -> None:
        """Leave the screen."""
        self._lane.drop()
        self.dismiss(None)

    def action_search_bar(self) -> None:
        """Go to the bar."""
        self.bar.field.focus()

    def action_search_next(self) -> None:
        """Go to the next part."""
        self._step(1)

    def action_search_previous(self) -> None:
        """Go to the previous part."""
        self._step(-1)

    def _step(self, by: int) -> None:
        parts = [part for part in PARTS if self.query_one(f"#{part}").size.height]
        at = parts.index(self.focused.id) if self.focused is not None and self.focused.id in parts else 0
        self.query_one(f"#{parts[(at + by) % len(parts)]}").focus()

    def action_search_clear(self) -> None:
        """Take every narrowing back."""
        self._narrowing = Narrowing()
        self.bar.set_scope("the library")
        self._again()

    def action_search_save(self) -> None:
        """Save the search under a name."""
        query = self._narrowing.applied(self.bar.query_text)
        if not query:
            self.app.notify(Plain("Type a search first."), markup=False)
            return

        def take(name: str | None) -> None:
            if name:
                done = Plain(f"Saved: @ opens it, `matinee search @{name}` too.")
                spawn(
                    self,
                    lambda: self.library.save_search(name, query),
                    lambda failed: self.app.notify(Plain(clean(str(failed))) if failed else done, markup=False),
                    CHANGE,
                )

        self.app.push_screen(AskScreen("Save this search as", placeholder="a name", value=""), take)

    def action_search_concordance(self) -> None:
        """Show every match in its context."""
        query = self._narrowing.applied(self.bar.query_text)
        if not query:
            return
        from tui.screens.concordance import ConcordanceScreen

        def take(hit: Hit | None) -> None:
            if hit is not None:
                self.dismiss((self._hits, hit, query, self.bar.literal))

        self.app.push_screen(ConcordanceScreen(self.library, self.config, query, film=self._narrowing.film), take)

    def action_search_like(self) -> None:
        """Find reviews like the one under the cursor."""
        row = self.results.row
        if isinstance(row, Hit) and row.kind == "review":
            self._like = (row.kind, row.id, row.author or Plain("Anonymous"))
            self.bar.forget()
            self.bar.set_scope("more like this")
            self.say(f"like the review by {self._like[2]}")
            kind, record, _ = self._like
            self._lane.submit(self, lambda _: self.library.similar(kind, record, 30), self._similar)

    def action_search_reveal(self) -> None:
        """Show or veil the spoiler in the preview."""
        passage = self.preview.marked
        if passage is not None and passage.spoiler:
            self.preview.set_show(self.preview.display_state.toggled("revealed", passage.id))

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        for node in (self.focused, self):
            if node is not None and hasattr(node, f"action_{event.command}"):
                await self.app.run_action(event.command, node)
                return
