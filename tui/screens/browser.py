"""The browser: film list, header and the three panes, in every size of window."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Input

from tui.config import Config
from tui.models import FilmSummary, FilmView, Review
from tui.screens.browser_base import PANES, TEXTS, PaneName
from tui.screens.finding import Found, count_line
from tui.screens.import_run import ImportRun
from tui.screens.keyed import Keyed
from tui.screens.library_protocol import LibraryProtocol, name_of
from tui.widgets.binding import bindings_for
from tui.widgets.boxes import Across, Down
from tui.widgets.divider import Divider
from tui.widgets.film_header import FilmHeader
from tui.widgets.film_passages import (
    ReviewShelf,
    one_line,
    ordered,
    review_passages,
    synopsis_passages,
    trivia_passages,
)
from tui.widgets.film_row import film_cells
from tui.widgets.film_shelf import ShelfRow
from tui.widgets.lane import Lane
from tui.widgets.one_line import KeyBar, PaneTitle, TitleBar, TitleEntry
from tui.widgets.passages import NOTHING_LIT, Passage, Show
from tui.widgets.ratings import counted
from tui.widgets.row_list import Cells, RowList
from tui.widgets.search_bar import SearchBar
from tui.widgets.text_pane import TextPane

TITLES: dict[PaneName, tuple[str, str]] = {
    "films": ("0", "Films"),
    "synopsis": ("1", "Synopsis"),
    "reviews": ("2", "Reviews"),
    "trivia": ("3", "Trivia"),
}
EMPTY: dict[PaneName, str] = {
    "synopsis": "No synopsis yet: import a page about this film.",
    "reviews": "No reviews yet: i imports some.",
    "trivia": "No trivia yet: i imports some.",
}


def nothing_in(pane: PaneName, found: Found) -> str:
    """Return what a pane says that a search leaves nothing of: in a small window no other one is seen."""
    others = [TITLES[name][1] for name in TEXTS if name != pane and found.only(name)]
    return f"Nothing here matches. What does is in {' and '.join(others)}." if others else "Nothing here matches."


class BrowserScreen(Keyed):
    """The first screen."""

    BINDINGS = bindings_for("browser")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (110, "-wide"), (160, "-vast")]  # noqa: RUF012 — as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]  # noqa: RUF012 — as Textual declares it
    BLANK = True
    AUTO_FOCUS = "#films"

    def __init__(self, library: LibraryProtocol, config: Config) -> None:
        """Browse a library."""
        super().__init__(classes=f"-on-films -shows-{self.shown}")
        self.library = library
        self.config = config
        self.import_run = ImportRun(library)
        self.film_lane = Lane("films")
        self.filter_lane = Lane("filter")
        self.reload_lane = Lane("reloads")
        self.search_lane = Lane("search")
        self.light_lane = Lane("lights")
        self.jumps = []
        self.reviews = []
        self.state = {}

    def compose(self) -> ComposeResult:
        """Lay out the screen; nothing is read from disk for it."""
        yield TitleBar(name_of(self.library.root), id="title")
        with Across(id="body"):
            with Down(id="films-box"):
                yield PaneTitle(id="films-title")
                yield Input(placeholder="title, is:watchlist, year:1980s …", id="films-filter", compact=True)
                yield RowList[ShelfRow](self._film_cells, id="films", classes="pane", previews=True)
            yield Divider(id="side")
            with Down(id="film-box"):
                yield FilmHeader(id="header")
                yield PaneTitle(id="tabs")
                with Down(id="synopsis-box"):
                    yield PaneTitle(id="synopsis-title")
                    yield self._text("synopsis")
                with Across(id="lower"):
                    with Down(id="reviews-box"):
                        yield PaneTitle(id="reviews-title")
                        yield self._text("reviews")
                    yield Divider(id="middle")
                    with Down(id="trivia-box"):
                        yield PaneTitle(id="trivia-title")
                        yield self._text("trivia")
        yield SearchBar("this film", id="bar", placeholder='words, "a phrase", prefix*, -without, author:name')
        yield KeyBar(id="keys")

    def _film_cells(self, row: ShelfRow, width: int) -> Cells:
        return film_cells(row, width, self.shelf.sought)

    def _text(self, name: PaneName) -> TextPane:
        return TextPane(id=name, margin=self.config.margin, line_length=self.config.line_length, classes="pane")

    def on_mount(self) -> None:
        """Paint, then open the library."""
        self.show_titles()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#films-filter", Input).cursor_blink = False
        self.open_library()

    # The film

    @on(RowList.Highlighted, "#films")
    def _film_highlighted(self, event: RowList.Highlighted) -> None:
        if isinstance(event.row, FilmSummary):
            self.open_film(event.row.id)

    @on(RowList.Chosen, "#films")
    def _film_chosen(self, event: RowList.Chosen) -> None:
        if isinstance(event.row, FilmSummary):
            if self.view is not None and self.view.film.id == event.row.id:
                self.go_in()
            else:
                self.open_film(event.row.id, self.go_in)

    def show_film(self, view: FilmView, reviews: list[Review] | None = None, *, keep: bool = False) -> None:
        """Show a film in header and panes.

        Args:
            view: the film.
            reviews: its reviews in the shelf's order, where a thread has sorted them already.
            keep: whether the reader's places are kept.
        """
        other = self.view is None or self.view.film.id != view.film.id
        self.view = view
        self.has_spoilers = (
            bool(view.film.plot) or any(r.spoiler for r in view.reviews) or any(t.spoiler for t in view.trivia)
        )
        self.query_one(FilmHeader).show(view)
        if other:
            for name in TEXTS:
                self.text(name).display_state = Show()
            self.review_shelf = ReviewShelf(order=self.review_shelf.order)
        self.reviews = ordered(view, self.review_shelf) if reviews is None or not other else reviews
        carried = self.asked() if other else ("", False)
        if other:
            self.search_lane.drop()  # its answer is about the film before
            self.found = None
            self.before = None
        self.fill_panes(keep=keep)
        if other:
            for name in TEXTS:
                self.text(name).light(NOTHING_LIT)
        if carried[0]:
            self.search_film(carried[0], literal=carried[1])
        self.show_titles()
        self.show_keys()

    def show_empty(self) -> None:
        """Show that there is no film."""
        self.view, self.found, self.before = None, None, None
        self.reviews, self.has_spoilers = [], False
        self.query_one(FilmHeader).show(None)
        hint = (
            "Press i and name a file or folder: saved pages, reviews, articles, your Letterboxd or IMDb export. "
            "Press S to look round in the starter collection first."
        )
        self.text("synopsis").empty = hint
        for name in TEXTS:
            self.text(name).show_passages(())
        self.show_titles()
        self.show_keys()

    def fill_panes(self, *, keep: bool = True) -> None:
        """Fill the panes from the open film, narrowed by the search."""
        view, found = self.view, self.found
        if view is None:
            return
        only = found.only if found is not None else None
        contents: dict[PaneName, Sequence[Passage]] = {
            "synopsis": synopsis_passages(view),
            "reviews": review_passages(view, self.review_shelf, self.reviews, only("reviews") if only else None),
            "trivia": trivia_passages(view, only("trivia") if only else None),
        }
        for name, passages in contents.items():
            pane = self.text(name)
            marked = pane.marked
            pane.empty = nothing_in(name, found) if found is not None else EMPTY[name]
            pane.show_passages(passages, pane.place if keep else None, marked.id if keep and marked else None)
        self.show_titles()

    # Panes and their titles

    def go_to_pane(self, name: PaneName) -> None:
        """Give a pane the focus."""
        self._activate(name)
        self.query_one(f"#{name}").focus(scroll_visible=False)

    def _activate(self, name: PaneName) -> None:
        if name != self.active:
            self.remove_class(f"-on-{self.active}")
            self.add_class(f"-on-{name}")
            self.active = name
        if name not in ("films", self.shown):
            self.remove_class(f"-shows-{self.shown}")
            self.add_class(f"-shows-{name}")
            self.shown = name
        self.show_titles()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus."""
        widget = event.widget
        if widget.id in PANES:
            self._activate(widget.id)
        self.call_later(self.show_keys)

    @on(TextPane.Moved)
    def _moved(self, event: TextPane.Moved) -> None:
        """Show how far the reader has come."""
        event.stop()
        self.show_titles()

    def counts(self) -> dict[PaneName, str]:
        """Return what the titles count: «8», «3 of 8»."""
        view, found = self.view, self.found
        shown, total = len(self.shelf.shown), len(self.shelf.films)
        counts: dict[PaneName, str] = {"films": count_line(None if shown == total else shown, total)}
        if view is not None:
            narrowed = found is not None or len(self.reviews) < len(view.reviews)
            left = len(self.reviews if found is None else found.only("reviews"))
            filtered = f" · {one_line(said)}" if (said := self.review_shelf.narrowed) else ""
            counts["reviews"] = f"{count_line(left if narrowed else None, len(view.reviews))}{filtered}"
            items = len(found.only("trivia")) if found is not None else None
            counts["trivia"] = count_line(items, len(view.trivia))
            if found is not None:
                matches = self.text("synopsis").matches()
                counts["synopsis"] = "" if matches is None else counted(len(matches), "match", "matches")
        return counts

    def show_titles(self) -> None:
        """Write the pane titles: key, name, count, progress."""
        counts = self.counts()
        tabs = [TitleEntry(name, *TITLES[name], counts.get(name, "")) for name in PANES]
        searching = self.has_class("-searching")
        for name, tab in zip(PANES, tabs, strict=True):
            right = self._progress(name)
            self.query_one(f"#{name}-title", PaneTitle).show(
                [tab], focused=name == self.active and not searching, right=right
            )
        shown = tabs if self.has_class("-narrow") else tabs[1:]
        right = self._progress(self.shown)
        self.query_one("#tabs", PaneTitle).show(shown, active=self.shown, focused=self.active != "films", right=right)

    def _progress(self, name: PaneName) -> str:
        if name == "films":
            return ""
        pane = self.text(name)
        if (position := self.match_position(name)) != "":
            return position
        if not pane.virtual_size.height > pane.size.height > 0 or not pane.progress:
            return ""
        return "end" if pane.progress == 100 else f"{pane.progress} %"

    @on(PaneTitle.Pressed)
    def _title_pressed(self, event: PaneTitle.Pressed) -> None:
        if event.name in PANES:
            self.go_to_pane(event.name)

    def on_resize(self) -> None:
        """Write titles and keys for the new size."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        try:
            self.show_titles()
            self.show_keys()
        except NoMatches:
            return  # the screen is being taken down
