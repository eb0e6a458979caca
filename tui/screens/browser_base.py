"""What the browser's parts have in common: its widgets by name, its library, the film that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar, cast

from tui.config import Config
from tui.models import FilmSummary, FilmView, Plain, Review
from tui.screens.library_protocol import LibraryProtocol
from tui.screens.sized_screen import SizedScreen
from tui.widgets.errors_told import tell_error
from tui.widgets.film_passages import ReviewShelf
from tui.widgets.film_shelf import Shelf, ShelfRow
from tui.widgets.lane import Lane
from tui.widgets.row_list import RowList
from tui.widgets.text_pane import TextPane

PaneName = Literal["films", "synopsis", "reviews", "trivia"]
TEXTS: tuple[PaneName, ...] = ("synopsis", "reviews", "trivia")
PANES: tuple[PaneName, ...] = ("films", *TEXTS)
T = TypeVar("T")


class BrowserBase(SizedScreen[None]):
    """State of the browser, and short ways to its widgets."""

    library: LibraryProtocol
    config: Config
    view: FilmView | None = None
    shelf: Shelf = Shelf()
    review_shelf: ReviewShelf = ReviewShelf()
    reviews: list[Review]
    """The open film's, as the shelf orders and filters them."""
    film_lane: Lane
    filter_lane: Lane
    reload_lane: Lane
    """Of its own: a film that is read again must not come in the way of one that was asked for."""
    search_lane: Lane
    light_lane: Lane
    has_spoilers: bool = False
    active: PaneName = "films"
    shown: PaneName = "reviews"
    """The text pane that is seen where there is room for one."""

    @property
    def films(self) -> RowList[ShelfRow]:
        """The film list."""
        return cast("RowList[ShelfRow]", self.query_one("#films", RowList))

    def text(self, name: PaneName) -> TextPane:
        """Return one of the three text panes."""
        return self.query_one(f"#{name}", TextPane)

    @property
    def pane(self) -> TextPane | None:
        """The text pane that is active."""
        return None if self.active == "films" else self.text(self.active)

    @property
    def film(self) -> FilmSummary | None:
        """The film under the list's cursor."""
        row = self.films.row
        return row if isinstance(row, FilmSummary) else None

    def tell(self, text: str, *, bad: bool = False) -> None:
        """Show a message; its text is never read as markup."""
        self.app.notify(Plain(text), markup=False, severity="error" if bad else "information", timeout=8 if bad else 4)

    def checked(self, result: T | Exception) -> T | None:
        """Return a thread's result; an error is shown, one that nobody foresaw also goes to the log."""
        if isinstance(result, Exception):
            tell_error(self.app, result)
            return None
        return result

    def open_film(self, film_id: str, then: Callable[[], None] | None = None) -> None:
        """Open a film, then do something."""
        raise NotImplementedError

    def point_at(self, film_id: str) -> None:
        """Put the list's cursor on a film."""
        raise NotImplementedError

    def fill_panes(self, *, keep: bool = True) -> None:
        """Fill the panes from the film that is open."""
        raise NotImplementedError

    def go_to_pane(self, name: PaneName) -> None:
        """Give a pane the focus."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show what works here and now."""
        raise NotImplementedError

    def show_titles(self) -> None:
        """Write the pane titles anew."""
        raise NotImplementedError
