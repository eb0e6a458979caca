"""Opening the library: paint first, then the catalogue, the last film, the index; then watch for changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from textual.css.query import NoMatches

from tui.errors import MatineeError
from tui.models import FilmSummary, FilmView, Plain, Progress, Review
from tui.screens.browser_base import PANES, TEXTS
from tui.screens.library_protocol import Cancel, LibraryProtocol
from tui.screens.reading import Reading
from tui.text import clean_line
from tui.widgets.film_passages import ORDER_NAMES, ReviewOrder, ReviewShelf, ordered
from tui.widgets.film_shelf import GROUPINGS, ORDERS, FilmOrder, Grouping, Shelf
from tui.widgets.lane import post, spawn
from tui.widgets.one_line import TitleBar
from tui.widgets.pane_layout import Place
from tui.widgets.ratings import counted

WATCH_EVERY = 1.5
"""Seconds between two looks for what another process changed."""
THOROUGH = 12.0
"""Seconds after which each file is looked at again; one that is edited in place does not stir its folder."""
AT_LEISURE = 100
"""So many times as long as such a look takes the next one waits: of 36,000 files it is no work for every moment."""
UNFILED = "unfiled.json"
LARGE = 4_000_000
"""Bytes of the unfiled records that are not read only to count them."""
PATIENCE = 3
"""Looks that may fail in a row before the reason is told."""


NOTHING_LEFT = "No film is called that.\n\nEsc shows all of them."
NO_FILMS = """No films yet.

Press i to import documents:
saved pages, reviews,
an export of yours.

Press S to bring the
starter collection."""


class Opening(Reading):
    """The part of the browser that opens films and keeps up with the library."""

    state: dict[str, Any]
    opened: bool = False
    watching: bool = False
    lasting: str = ""
    """What the title bar says until something else is going on: how far an import is."""
    due: float = 0.0
    """When each file is looked at again, by the monotonic clock."""
    waiting: str = ""
    """What the title bar says of what waits for its film."""
    waiting_stamp: int = 0
    stirred: int = -1
    """When a file of the films' folder was last made, replaced or removed."""
    failures: int = 0
    """Looks in a row that failed."""

    def open_library(self) -> None:
        """Load the catalogue beside the event loop; the first frame is on the screen by then."""
        library = self.library
        self.news("opening …")

        def work() -> tuple[dict[str, Any], Shelf]:
            state = dict(library.ui_state())
            return state, shelf_from(state, library.catalogue()).prepared()

        spawn(self, work, self._opened, "catalogue")

    def _opened(self, result: tuple[dict[str, Any], Shelf] | Exception) -> None:
        self.news("")
        opened = self.checked(result)
        if opened is None:
            why = f"\n\n{clean_line(str(result))}" if isinstance(result, MatineeError) else ""
            self.films.empty = f"The library could not be opened.{why}"
            self.films.refresh()
            self.start_watching()
            return
        self.state, shelf = opened
        self.opened = True
        self.take_state()
        wanted = self.state.get("film")
        self.show_shelf(shelf, wanted if isinstance(wanted, str) else None)
        film = self.film
        if film is not None:
            self.open_film(film.id, self._back_in_place)
        else:
            self.show_empty()
        self.start_watching(at_once=True)

    def take_state(self) -> None:
        """Take over what was kept of the layout."""
        theme = self.state.get("theme")
        if isinstance(theme, str) and theme in self.app.available_themes and self.config.theme == "matinee":
            self.app.theme = theme
        order = self.state.get("review_order")
        if order in ORDER_NAMES:
            self.review_shelf = ReviewShelf(order=cast("ReviewOrder", order))
        self.apply_splits()

    def apply_splits(self) -> None:
        """Give the panes the sizes that the user chose."""
        raise NotImplementedError

    def _back_in_place(self) -> None:
        pane = self.state.get("pane")
        places = self.state.get("places")
        if isinstance(places, dict):
            for name in TEXTS:
                kept = places.get(name)
                if isinstance(kept, list) and len(kept) == 3:
                    text = self.text(name)
                    text.show_passages(text.passages, Place(str(kept[0]), str(kept[1]), int(kept[2])))
        if pane in PANES:
            self.go_to_pane(pane)
        if not self.state.get("greeted"):
            self.state["greeted"] = True
            self.tell("Welcome. j and k move, Tab changes the pane, / searches as you type, ? shows every key.")

    def keep_state(self) -> None:
        """Remember film, pane, places and layout for the next start."""
        if not self.opened:
            return
        places = {}
        for name in TEXTS:
            place = self.text(name).place
            if place is not None:
                places[name] = [place.passage, place.role, place.offset]
        self.state = {
            **self.library.ui_state(),
            **{name: self.state[name] for name in ("side", "split", "upper", "greeted") if name in self.state},
            "film": self.view.film.id if self.view else None,
            "pane": self.active,
            "places": places,
            "theme": self.app.theme,
            "order": self.shelf.order,
            "grouping": self.shelf.grouping,
            "review_order": self.review_shelf.order,
        }
        self.library.set_ui_state(self.state)

    # Films

    def show_shelf(self, shelf: Shelf, wanted: str | None = None) -> None:
        """Show films in the list, with the cursor on one of them."""
        if wanted is None:
            wanted = self.film.id if self.film else None
        self.shelf = shelf
        rows = shelf.rows
        self.films.empty = NOTHING_LEFT if shelf.films else NO_FILMS
        at = next((i for i, row in enumerate(rows) if isinstance(row, FilmSummary) and row.id == wanted), 0)
        self.films.set_rows(rows, at)
        self._show_counts()
        self.show_titles()

    def _show_counts(self) -> None:
        reviews, trivia = self.shelf.totals
        parts = (counted(len(self.shelf.films), "film"), counted(reviews, "review"), f"{trivia:,} trivia", self.waiting)
        self.query_one(TitleBar).show(counts=" · ".join(filter(None, parts)))

    def _count_waiting(self) -> None:
        """Count what waits for its film where that has changed; in a thread."""
        stamp = stamp_of(self.library.root / UNFILED)
        if stamp != self.waiting_stamp:
            self.waiting_stamp = stamp
            post(self, self._waits, said_waiting(self.library))

    def _waits(self, said: str) -> None:
        self.waiting = said
        self._show_counts()

    def point_at(self, film_id: str) -> None:
        """Put the list's cursor on a film that is opened from elsewhere."""
        rows = self.films.rows
        at = next((i for i, row in enumerate(rows) if isinstance(row, FilmSummary) and row.id == film_id), None)
        if at is not None:
            self.films.move_to(at, tell=False)

    def open_film(self, film_id: str, then: Callable[[], None] | None = None) -> None:
        """Read a film beside the event loop and show it; a newer wish replaces an older one."""
        library, shelf = self.library, ReviewShelf(order=self.review_shelf.order)

        def work(_: Cancel) -> tuple[FilmView, list[Review]]:
            view = library.film(film_id)
            return view, ordered(view, shelf)

        def shown(result: tuple[FilmView, list[Review]] | Exception) -> None:
            opened = self.checked(result)
            if opened is not None:
                self.show_film(*opened)
                if then is not None:
                    then()

        self.film_lane.submit(self, work, shown)

    def show_film(self, view: FilmView, reviews: list[Review] | None = None, *, keep: bool = False) -> None:
        """Show a film in header and panes."""
        raise NotImplementedError

    def show_empty(self) -> None:
        """Show that there is no film."""
        raise NotImplementedError

    # Keeping up

    def start_watching(self, *, at_once: bool = False) -> None:
        """Look for changes, at once and then again and again."""
        if at_once:
            self.look_again()
        self.set_interval(WATCH_EVERY, self._glance)

    def _glance(self) -> None:
        self.look_again(thorough=time.monotonic() >= self.due)

    def look_again(self, *, thorough: bool = True) -> None:
        """Follow the files, in a thread; what was read and where stays.

        Args:
            thorough: look at every film's file; else only where the folder tells of a new or replaced one.
        """
        if self.watching:
            return
        self.watching = True
        library, shelf = self.library, self.shelf

        def work() -> Shelf | None:
            self._count_waiting()
            stirred = stamp_of(library.root / "films")
            if not thorough and stirred == self.stirred:
                return None
            self.stirred = stirred
            began = time.thread_time()
            changed = library.refresh(lambda progress: post(self, self._progressed, progress))
            self.due = time.monotonic() + max(THOROUGH, AT_LEISURE * (time.thread_time() - began))
            found = replace(shelf, films=library.catalogue()).prepared() if changed else None
            library.warm()
            (found or shelf).warm()
            return found

        spawn(self, work, self._looked, "watch")

    def _progressed(self, progress: Progress) -> None:
        self.news(share_of(progress))

    def news(self, text: str) -> None:
        """Say in the title bar what is going on."""
        try:
            self.query_one(TitleBar).show(news=Plain(text))
        except NoMatches:
            return

    def _looked(self, result: Shelf | Exception | None) -> None:
        self.watching = False
        self.news(self.lasting)
        if isinstance(result, Exception):
            self.failures += 1
            self.stirred = -1  # look again soon
            if self.failures == PATIENCE:  # another process may be busy with the same just now
                self.checked(result)
            return
        self.failures = 0
        if result is None:
            return
        self.show_shelf(replace(self.shelf, films=result.films))
        if self.view is not None and any(film.id == self.view.film.id for film in result.films):
            self.reload_film(self.view.film.id)
        elif self.film is None:
            self.show_empty()
        elif not self.film_lane.busy:  # else a film that was asked for is on its way, and what is to be done then
            self.open_film(self.film.id)

    def reload_film(self, film_id: str) -> None:
        """Read the open film again, keeping every place."""
        library = self.library

        def shown(result: FilmView | Exception) -> None:
            view = self.checked(result)
            here = self.view is not None and self.view.film.id == film_id
            if here and view is not None and view != self.view:
                self.show_film(view, keep=True)

        self.reload_lane.submit(self, lambda _: library.film(film_id), shown)


def share_of(progress: Progress) -> str:
    """Return how far something is, in short: «reading 25 %»."""
    share = f"{100 * progress.done // progress.total} %" if progress.total else f"{progress.done:,}"
    return f"{progress.task} {share}"


def said_waiting(library: LibraryProtocol) -> str:
    """Return «281 unfiled»; of so many that counting them takes long only that there are some."""
    path = library.root / UNFILED
    if not path.exists():
        return ""
    if path.stat().st_size > LARGE:
        return "many unfiled"
    waiting = len(library.unfiled())
    return f"{waiting:,} unfiled" if waiting else ""


def stamp_of(folder: Path) -> int:
    """Return when something was last put into a folder or taken out, in nanoseconds; 0 where there is none."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def shelf_from(state: dict[str, Any], films: tuple[FilmSummary, ...]) -> Shelf:
    """Return the films in the order that was kept."""
    order, grouping = state.get("order"), state.get("grouping")
    shelf = Shelf(films)
    if order in ORDERS:
        shelf = replace(shelf, order=cast("FilmOrder", order))
    if grouping in GROUPINGS:
        shelf = replace(shelf, grouping=cast("Grouping", grouping))
    return shelf
