"""What changes the library: imports, filing, undo, the user's own layer; and what leads to other screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from textual import on
from textual.widgets import Input

from tui.models import FilmSummary, Plain, Rating
from tui.screens.ask import AskScreen
from tui.screens.browser_base import TEXTS
from tui.screens.choose import ChooseScreen, Entry
from tui.screens.opening import Opening
from tui.search.types import Hit
from tui.widgets.divider import Divider
from tui.widgets.film_passages import one_line
from tui.widgets.film_shelf import GROUPINGS, ORDERS, FilmOrder, Grouping
from tui.widgets.lane import spawn

FIELDS = ("title", "year", "tagline", "synopsis", "genres", "directors", "cast", "runtime_minutes", "certificate", "languages")
SIDE = (20, 90)
"""Narrowest and widest film list, in columns."""


def film_entries(films: tuple[FilmSummary, ...]) -> list[Entry]:
    """Return films as entries of a dialog."""
    return [Entry(one_line(film.title), film.id, Plain(str(film.year or ""))) for film in films]


def read_rating(text: str) -> Rating | None:
    """Read «8», «8/10», «3.5/5», «★★★½»; None when it is none of them."""
    value, _, scale = text.replace(",", ".").partition("/")
    if "★" in text:
        value, scale = str(text.count("★") + 0.5 * text.count("½")), "5"
    try:
        number, out_of = float(value), float(scale or 10)
    except ValueError:
        return None
    return Rating(value=number, out_of=out_of) if 0 <= number <= out_of and out_of > 0 else None


class Keeping(Opening):
    """The part of the browser that changes the library."""

    hits: tuple[Hit, ...] = ()
    """Of the search over the library that the reader walks."""
    hits_query: str = ""

    def change(self, work: Callable[[], Any], done: str | Callable[[Any], str]) -> None:
        """Change the library beside the event loop, then say so and show it."""

        def changed(result: Any) -> None:
            if isinstance(result, Exception):
                self.checked(result)
                return
            text = done if isinstance(done, str) else done(result)
            if text:
                self.tell(text)
            self.refresh_films()

        spawn(self, work, changed, "change")

    def refresh_films(self) -> None:
        """Show what the library holds now."""
        house, shelf = self.house, self.shelf
        spawn(self, lambda: replace(shelf, films=house.catalogue()).prepared(), self._looked, "catalogue")

    # Films: order, filter, sizes

    def action_sort(self) -> None:
        """Sort the films, or the reviews where they are read."""
        if self.active == "reviews":
            self.sort_reviews()
            return
        entries = [Entry(Plain("Order")), *(Entry(Plain(f"Films {t}"), ("order", k)) for k, t in ORDERS.items())]
        entries += [Entry(Plain("Groups")), *(Entry(Plain(t.capitalize()), ("group", k)) for k, t in GROUPINGS.items())]

        def take(choice: tuple[str, str] | None) -> None:
            if choice is None:
                return
            what, value = choice
            if what == "order":
                self.show_shelf(replace(self.shelf, order=cast("FilmOrder", value)))
            else:
                self.show_shelf(replace(self.shelf, grouping=cast("Grouping", value)))

        self.app.push_screen(ChooseScreen("Film list", entries, current=("order", self.shelf.order)), take)

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
        self.show_shelf(self.shelf.filtered(event.value))
        if self.film is not None:
            self.open_film(self.film.id)

    @on(Input.Submitted, "#films-filter")
    def _filter_done(self) -> None:
        self.go_to_pane("films")

    def stop_filter(self) -> bool:
        """Take the film filter back; False when there was none."""
        if not self.has_class("-filtering") and self.shelf.only is None:
            return False
        self.remove_class("-filtering")
        self.query_one("#films-filter", Input).value = ""
        self.show_shelf(replace(self.shelf, words="", only=None))
        self.go_to_pane("films")
        return True

    def action_leave(self) -> None:
        """Leave the search, the filter, the zoom or the pane."""
        if self.before is not None or self.found is not None:
            self.leave_search()
        elif self.has_class("-filtering") or (self.active == "films" and self.shelf.only is not None):
            self.stop_filter()
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

    # Moving between panes

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

    # The user's own layer

    def _open_id(self) -> str | None:
        if self.view is None:
            self.tell("Open a film first.")
            return None
        return self.view.film.id

    def action_watchlist(self) -> None:
        """Put the film on the watchlist, or take it off."""
        film = self._open_id()
        if film is not None and self.view is not None:
            wanted = not self.view.personal.watchlist
            self.change(
                lambda: self.house.set_watchlist(film, wanted),
                "On your watchlist." if wanted else "Off your watchlist.",
            )

    def action_rate(self) -> None:
        """Give the film one's own rating."""
        film = self._open_id()
        if film is None:
            return

        def take(text: str | None) -> None:
            if text is None:
                return
            rating = read_rating(text) if text else None
            if text and rating is None:
                self.tell(f"«{text}» is not a rating: write 8, 8/10, 3.5/5 or ★★★½.", bad=True)
                return
            self.change(lambda: self.house.set_rating(film, rating), "Rated." if rating else "Your rating is gone.")

        self.app.push_screen(AskScreen("Your rating", placeholder="8, 8/10, 3.5/5, ★★★½; empty takes it away"), take)

    def action_bookmark(self) -> None:
        """Bookmark what is marked."""
        film, passage = self._open_id(), (self.pane.marked if self.pane else None)
        if film is None:
            return
        if passage is None or passage.shape not in ("card", "item"):
            self.tell("Go to a review or a piece of trivia first.")
            return
        self.change(lambda: self.house.bookmark(film, passage.id), lambda on: "Bookmarked." if on else "Bookmark gone.")

    def action_note(self) -> None:
        """Write a note."""
        film = self._open_id()
        if film is None:
            return
        passage = self.pane.marked if self.pane else None
        record = passage.id if passage is not None and passage.kind in ("review", "trivia") else None

        def take(text: str | None) -> None:
            if text:
                self.change(lambda: self.house.note(film, text, record), "Noted; it stands under the synopsis.")

        self.app.push_screen(AskScreen("Your note", placeholder="what you want to remember"), take)

    def action_correct(self) -> None:
        """Correct a field of the film, or the author of the marked review."""
        film = self._open_id()
        if film is None or self.view is None:
            return
        view = self.view
        entries = [Entry(Plain(name.replace("_", " ")), name, Plain(shown_value(getattr(view.film, name)))) for name in FIELDS]
        passage = self.pane.marked if self.pane else None
        if passage is not None and passage.kind == "review" and passage.shape == "card":
            entries.insert(0, Entry(Plain("author of this review"), f"review:{passage.id}:author", passage.left))

        def take(field: str | None) -> None:
            if field is None:
                return
            now = next(entry.note for entry in entries if entry.value == field)

            def set_to(value: str | None) -> None:
                if value is not None:
                    self.change(lambda: self.house.correct(film, field, value), "Corrected; your value always wins.")

            self.app.push_screen(AskScreen(f"Correct: {field.replace('_', ' ')}", value=now), set_to)

        self.app.push_screen(ChooseScreen("What is wrong?", entries), take)

    # Changes of the library

    def action_undo(self) -> None:
        """Take back the last change."""
        self.change(self.house.undo, lambda what: f"Taken back: {what}." if what else "Nothing to take back.")

    def action_merge(self) -> None:
        """Merge this film into another."""
        film = self._open_id()
        if film is None:
            return
        others = tuple(other for other in self.shelf.films if other.id != film)

        def take(other: str | None) -> None:
            if other is not None:
                self.change(lambda: self.house.merge(other, film), "Merged; u takes it back.")

        self.app.push_screen(ChooseScreen("This film is the same as", film_entries(others)), take)

    def action_split(self) -> None:
        """Move the marked review to a film of its own."""
        film, passage = self._open_id(), (self.pane.marked if self.pane else None)
        if film is None or passage is None or passage.kind != "review":
            self.tell("Go to the review that belongs to another film first.")
            return
        self.change(lambda: self.house.split(film, [passage.id]), "Moved to a film of its own; u takes it back.")

    def action_remove(self) -> None:
        """Remove the film."""
        film = self._open_id()
        if film is None or self.view is None:
            return
        title = self.view.film.title or film
        entries = [Entry(Plain("Keep it"), False), Entry(Plain(f"Remove {title}"), True, Plain("u brings it back"))]

        def take(sure: bool | None) -> None:
            if sure:
                self.view = None
                self.change(lambda: self.house.remove(film), f"{title} is removed; u brings it back.")

        self.app.push_screen(ChooseScreen("Remove this film?", entries), take)


    # Other screens

    def action_import_documents(self) -> None:
        """Open the import dialog."""
        from tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self.house, self.config), lambda _: self.refresh_films())

    def action_unfiled(self) -> None:
        """Open the unfiled records."""
        from tui.screens.unfiled import UnfiledScreen

        self.app.push_screen(UnfiledScreen(self.house, self.config, self.shelf.films), lambda _: self.refresh_films())

    def action_search(self) -> None:
        """Search everything."""
        self.search_everything(self.found.query if self.found else self.hits_query)

    def search_everything(self, query: str = "", *, literal: bool = False) -> None:
        """Open the search screen."""
        from tui.screens.search import SearchScreen

        film = self.view.film.id if self.view else None
        self.app.push_screen(SearchScreen(self.house, self.config, query, literal=literal, here=film), self.take_hit)

    def take_hit(self, result: Any) -> None:
        """Open the film at the passage that was chosen in the search screen."""
        if result is None:
            return
        self.hits, hit, self.hits_query = result
        self.leave_mark()
        self.visit(hit)

    def visit(self, hit: Hit) -> None:
        """Go to a hit, its query still lit."""
        offset = hit.matches[0][0] if hit.matches else 0

        def arrive() -> None:
            self.before = self.snapshot()
            self.wanted_match = (hit.id, offset)
            if self.hits_query:
                self.bar.set_query(self.hits_query)
                self.search_film(self.hits_query)
            else:
                self.stand_near(hit.id, offset)

        self.open_film(hit.film_id, arrive)

    def next_film(self, by: int) -> bool:
        """Go on to the next film of the search over the library."""
        if self.view is None or not self.hits or self.found is None or self.found.query != self.hits_query:
            return False
        order = list(dict.fromkeys(hit.film_id for hit in self.hits))
        if self.view.film.id not in order:
            return False
        to = order.index(self.view.film.id) + by
        if not 0 <= to < len(order):
            return False
        hits = [hit for hit in self.hits if hit.film_id == order[to]]
        self.visit(hits[0] if by > 0 else hits[-1])
        self.tell(f"On in {hits[0].film_title}.")
        return True

    def action_concordance(self) -> None:
        """List every match of the search in its context."""
        query = self.found.query if self.found else self.hits_query
        if not query:
            self.tell("Search first: / in this film, s everywhere.")
            return
        from tui.screens.concordance import ConcordanceScreen

        self.hits_query = query
        self.app.push_screen(ConcordanceScreen(self.house, query), self._take_line)

    def _take_line(self, hit: Hit | None) -> None:
        if hit is not None:
            self.leave_mark()
            self.visit(hit)

    def action_similar(self) -> None:
        """Find reviews like the one that is marked."""
        passage = self.pane.marked if self.pane else self.text("reviews").marked
        if passage is None or passage.kind != "review" or passage.shape != "card":
            self.tell("Go to a review first.")
            return
        from tui.screens.search import SearchScreen

        like = (passage.kind, passage.id, passage.left)
        self.app.push_screen(SearchScreen(self.house, self.config, like=like), self.take_hit)

    def action_saved(self) -> None:
        """Open a saved search, as a film list or as a search."""
        saved = self.house.searches()
        if not saved:
            self.tell("No saved searches yet: Ctrl+S in the search screen saves one.")
            return
        entries = [Entry(Plain(name), name, Plain(query), Plain("films")) for name, query in saved.items()]

        def take(name: str | None) -> None:
            if name is not None:
                self.open_saved(name, saved[name])

        self.app.push_screen(ChooseScreen("Saved searches", entries), take)

    def open_saved(self, name: str, query: str) -> None:
        """Show the films of a saved search as the film list."""
        house = self.house

        def shown(result: Any) -> None:
            answer = self.checked(result)
            if answer is None:
                return
            films = frozenset(film for film, _ in answer.counts.films) or frozenset(hit.film_id for hit in answer.hits)
            self.hits, self.hits_query = answer.hits, query
            self.show_shelf(replace(self.shelf, only=films, words=""))
            self.go_to_pane("films")
            self.tell(f"{name}: {len(films):,} films. Esc shows all, s shows the passages.")
            if self.film is not None:
                self.open_film(self.film.id, lambda: self.search_film(query))

        self.search_lane.submit(self, lambda cancel: house.search(query, limit=200, cancel=cancel), shown)


def shown_value(value: object) -> str:
    """Return a field's value as it can be edited."""
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(str(item) for item in value)
    return str(value)
