"""How the films and the panes are arranged: order, groups, filter, sizes, focus."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from textual import events, on
from textual.widgets import Input

from tui.models import Plain
from tui.screens.browser_base import TEXTS, PaneName
from tui.screens.choose import ChooseScreen, Entry
from tui.screens.opening import Opening
from tui.search.types import Answer
from tui.widgets.divider import Divider
from tui.widgets.film_passages import ReviewShelf
from tui.widgets.film_shelf import GROUPINGS, ORDERS, FilmOrder, Grouping, Shelf, parted
from tui.widgets.one_line import PaneTitle

SIDE = (20, 90)
"""Narrowest and widest film list, in columns."""


class Arranging(Opening):
    """The part of the browser that arranges."""

    fields_asked: str = ""
    """The fields of the film list's filter."""
    fields_read: str = ""
    """What is to be said of how they were read."""

    # Films: order, filter, sizes

    def action_sort(self) -> None:
        """Sort the films, or the reviews where they are read."""
        if self.active == "reviews":
            self.sort_reviews()
            return
        shelf = self.shelf
        entries = [Entry(Plain("Order"))]
        entries += [Entry(Plain(f"Films {t}"), ("order", k), on=k == shelf.order) for k, t in ORDERS.items()]
        entries += [Entry(Plain("Groups"))]
        entries += [Entry(Plain(t.capitalize()), ("group", k), on=k == shelf.grouping) for k, t in GROUPINGS.items()]

        def take(choice: tuple[str, str] | None) -> None:
            if choice is None:
                return
            what, value = choice
            if what == "order":
                self.show_shelf(replace(self.shelf, order=cast("FilmOrder", value)))
            else:
                self.show_shelf(replace(self.shelf, grouping=cast("Grouping", value)))

        self.app.push_screen(ChooseScreen("Film list", entries, current=("order", shelf.order)), take)

    def action_filter(self) -> None:
        """Filter the films as you type, or the reviews where they are read."""
        if self.active == "reviews":
            self.filter_reviews()
            return
        self.add_class("-filtering")
        self.go_to_pane("films")
        self.query_one("#films-filter", Input).focus()

    @on(Input.Changed, "#films-filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        words, fields = parted(event.value)
        among = self.shelf.among if fields else None
        if fields != self.fields_asked:
            self._ask_fields(fields)
        self._show_narrowed(self.shelf.filtered(words, among))

    def _show_narrowed(self, shelf: Shelf) -> None:
        self.show_shelf(shelf)
        shown = self.view.film.id if self.view is not None and not self.film_lane.busy else None
        if self.film is not None and self.film.id != shown:  # else it stays open where it is being read
            self.open_film(self.film.id)

    def _ask_fields(self, fields: str) -> None:
        """Have the library find the films that answer the fields of the filter; until then the list stays."""
        self.fields_asked = fields
        self.fields_read = ""
        library = self.library
        if fields:
            self.filter_lane.submit(
                self, lambda old: library.search(fields, limit=1, every_film=True, cancel=old), self._fields_answered
            )
        else:
            self.filter_lane.drop()

    def _fields_answered(self, result: Answer | Exception) -> None:
        answer = self.checked(result)
        if answer is not None:
            self.fields_read = " · ".join(answer.notices)
            found = frozenset(film for film, _ in answer.counts.films)
            self._show_narrowed(self.shelf.filtered(self.shelf.words, found if answer.read_as else None))

    def show_shelf(self, shelf: Shelf, wanted: str | None = None) -> None:
        """Show films in the list; where the library has changed, ask it anew which of them answer the filter."""
        changed = shelf.films is not self.shelf.films
        super().show_shelf(shelf, wanted)
        if changed and self.fields_asked:
            self._ask_fields(self.fields_asked)

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move in the list while its filter is typed."""
        moves = {"down": self.films.action_cursor_down, "up": self.films.action_cursor_up}
        if event.key in moves and self.focused is not None and self.focused.id == "films-filter":
            moves[event.key]()
            event.stop()

    @on(Input.Submitted, "#films-filter")
    def _filter_done(self) -> None:
        self.go_to_pane("films")
        if self.fields_read:
            self.tell(self.fields_read)

    def stop_filter(self) -> bool:
        """Take the film filter back; False when there was none."""
        if not self.has_class("-filtering") and self.shelf.only is None:
            return False
        self.remove_class("-filtering")
        self.query_one("#films-filter", Input).value = ""
        self.show_shelf(replace(self.shelf, words="", only=None, among=None))
        self.go_to_pane("films")
        return True

    def action_leave(self) -> None:
        """Leave the search, the filter, the zoom or the pane."""
        if self.before is not None or self.found is not None:
            self.leave_search()
        elif self.has_class("-filtering") or (self.active == "films" and self.shelf.only is not None):
            self.stop_filter()
        elif self.active == "reviews" and self.review_shelf.narrowed:
            self.put_on_shelf(ReviewShelf(order=self.review_shelf.order, unfolded=self.review_shelf.unfolded))
        elif self.has_class("-zoom"):
            self.remove_class("-zoom")
        elif self.active != "films":
            self.go_to_pane("films")

    def action_zoom(self) -> None:
        """Give the window to this pane, or take it back."""
        self.toggle_class("-zoom")
        self.call_after_refresh(self.show_titles)

    def apply_splits(self) -> None:
        """Give the panes the sizes that the user chose."""
        side, low, up = self.state.get("side"), self.state.get("split"), self.state.get("upper")
        if isinstance(side, int):
            self.query_one("#films-box").styles.width = max(SIDE[0], min(side, SIDE[1], self.size.width - 42))
        if isinstance(low, int):
            self.query_one("#reviews-box").styles.width = f"{low}fr"
            self.query_one("#trivia-box").styles.width = f"{100 - low}fr"
        if isinstance(up, int):
            self.query_one("#synopsis-box").styles.height = f"{up}%"

    def _split(self, name: str, value: int, low: int, high: int) -> None:
        self.state[name] = max(low, min(value, high))
        self.apply_splits()

    def action_narrower(self) -> None:
        """Make the film list narrower."""
        self._split("side", self.query_one("#films-box").size.width - 2, *SIDE)

    def action_wider(self) -> None:
        """Make the film list wider."""
        self._split("side", self.query_one("#films-box").size.width + 2, *SIDE)

    def action_split_left(self) -> None:
        """Give the trivia more room."""
        self._split("split", self.state.get("split", 60) - 4, 20, 80)

    def action_split_right(self) -> None:
        """Give the reviews more room."""
        self._split("split", self.state.get("split", 60) + 4, 20, 80)

    def action_split_up(self) -> None:
        """Give the synopsis less room."""
        self._split("upper", self.state.get("upper", 30) - 5, 10, 70)

    def action_split_down(self) -> None:
        """Give the synopsis more room."""
        self._split("upper", self.state.get("upper", 30) + 5, 10, 70)

    @on(Divider.Dragged)
    def _dragged(self, event: Divider.Dragged) -> None:
        if event.divider.id == "side":
            self._split("side", event.column, *SIDE)
        else:
            region = self.query_one("#lower").region
            self._split("split", round(100 * (event.column - region.x) / max(1, region.width)), 20, 80)

    @on(PaneTitle.Dragged, "#reviews-title, #trivia-title")
    def _border_dragged(self, event: PaneTitle.Dragged) -> None:
        region = self.query_one("#synopsis-box").region
        body = self.query_one("#film-box").region
        self._split("upper", round(100 * (event.row - region.y) / max(1, body.height)), 10, 70)

    # Moving between panes

    def go_in(self) -> None:
        """Go to the first pane that has something: the reviews, where there are any."""
        view = self.view
        if view is None:
            return
        filled: list[PaneName] = ["reviews"] if view.reviews else []
        filled += ["synopsis"] if self.text("synopsis").passages else []
        filled += ["trivia"] if view.trivia else []
        self.go_to_pane(filled[0] if filled else "synopsis")

    def action_films(self) -> None:
        """Go to the film list."""
        self.go_to_pane("films")

    def action_synopsis(self) -> None:
        """Go to the synopsis."""
        self.go_to_pane("synopsis")

    def action_reviews(self) -> None:
        """Go to the reviews."""
        self.go_to_pane("reviews")

    def action_trivia(self) -> None:
        """Go to the trivia."""
        self.go_to_pane("trivia")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        order = ("films", *TEXTS)
        self.go_to_pane(order[(order.index(self.active) + 1) % len(order)])

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        order = ("films", *TEXTS)
        self.go_to_pane(order[(order.index(self.active) - 1) % len(order)])
