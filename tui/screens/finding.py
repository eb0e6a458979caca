"""Searching the film that is open: narrowing, lighting, walking the matches, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.models import FilmView, Plain
from tui.screens.browser_base import TEXTS, BrowserBase, PaneName
from tui.screens.house import Cancel, House
from tui.search.types import Answer, Span
from tui.widgets.pane_layout import Place
from tui.widgets.passages import Lights
from tui.widgets.search_bar import SearchBar
from tui.widgets.text_view import Match

MOST = 100_000
"""Hits that are asked for within one film: all of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found in one film."""

    query: str
    literal: bool
    answer: Answer
    lights: Mapping[PaneName, Mapping[str, Lights]]

    def only(self, pane: PaneName) -> Mapping[str, Lights]:
        """Return what the search leaves in a pane, by id."""
        return self.lights[pane]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where the reader was."""

    film: str | None
    active: PaneName
    places: Mapping[PaneName, tuple[Place | None, str | None]]


def find_in_film(house: House, view: FilmView, query: str, literal: bool, cancel: Cancel) -> Found:
    """Search one film: which records match, and where; for a thread beside the event loop."""
    answer = house.search(query, film=view.film.id, limit=MOST, literal=literal, cancel=cancel)
    lights: dict[PaneName, dict[str, Lights]] = {"synopsis": {}, "reviews": {}, "trivia": {}}
    panes: dict[str, PaneName] = {"review": "reviews", "trivia": "trivia", "synopsis": "synopsis"}
    locate = matcher_of(query, literal)
    headlines = {review.id: review.headline for review in view.reviews if review.headline}
    plot_start = len(view.film.synopsis or "") + 2
    for hit in answer.hits:
        if hit.kind == "synopsis":
            lights["synopsis"] |= _synopsis_lights(view, hit.text, hit.matches, plot_start)
            continue
        headline = headlines.get(hit.id)
        lights[panes[hit.kind]][hit.id] = Lights(tuple(hit.matches), locate(headline) if headline else ())
    return Found(query, literal, answer, lights)


def _synopsis_lights(view: FilmView, text: str, matches: tuple[Span, ...], plot_start: int) -> dict[str, Lights]:
    film = view.film
    if text == film.synopsis:
        return {film.id: Lights(matches)}
    if text == film.plot:
        return {f"{film.id}:plot": Lights(matches)}
    first = tuple(span for span in matches if span[1] < plot_start)
    second = tuple((a - plot_start, b - plot_start) for a, b in matches if a >= plot_start)
    return {film.id: Lights(first), f"{film.id}:plot": Lights(second)} if film.plot else {film.id: Lights(first)}


def matcher_of(query: str, literal: bool) -> Callable[[Plain], tuple[Span, ...]]:
    """Return what locates the query's words in a text that no hit carries: headlines."""
    from tui.search import Matcher

    return Matcher.of(query, literal).locate


class Finding(BrowserBase):
    """The part of the browser that searches the film."""

    found: Found | None = None
    before: Snapshot | None = None
    wanted_match: tuple[str, int] | None = None
    """Record id and offset of the match to stand on when the next answer comes."""

    @property
    def bar(self) -> SearchBar:
        """The search bar."""
        return self.query_one("#bar", SearchBar)

    def action_find(self) -> None:
        """Open the search bar."""
        if self.view is None:
            return
        if self.before is None:
            self.before = self.snapshot()
        self.add_class("-searching")
        self.bar.set_history(self.house.search_history())
        self.bar.field.focus()
        if self.found is not None:
            self.bar.set_query(self.found.query)

    def snapshot(self) -> Snapshot:
        """Return where the reader is."""
        places = {name: (self.text(name).place, m.id if (m := self.text(name).marked) else None) for name in TEXTS}
        return Snapshot(self.view.film.id if self.view else None, self.active, places)

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Search with every key."""
        event.stop()
        self.search_film(event.query, literal=event.literal)

    def search_film(self, query: str, *, literal: bool = False) -> None:
        """Narrow the open film to a query; an empty one shows everything again."""
        view = self.view
        if view is None:
            return
        if not query:
            self.search_lane.drop()
            self.show_found(None)
            return
        house = self.house
        self.search_lane.submit(self, lambda cancel: find_in_film(house, view, query, literal, cancel), self._answered)

    def _answered(self, result: Found | Exception) -> None:
        if isinstance(result, Exception):
            self.bar.notice(str(result).split("\n")[0])
            self.checked(result)
            return
        self.show_found(result)

    def show_found(self, found: Found | None) -> None:
        """Show what a search left of the film, or everything."""
        self.found = found
        self.fill_panes(keep=found is None)
        for name in TEXTS:
            self.text(name).light(found.lights[name] if found else {})
        if found is None:
            self.bar.notice("")
            self._restore_places()
        else:
            total = sum(len(self.text(name).matches()) for name in TEXTS)
            for name in TEXTS:
                self.text(name).bring_match()
            notices = " · ".join(found.answer.notices)
            self.bar.notice(notices or (f"{total:,} matches" if total != 1 else "1 match"))
            if self.wanted_match is not None:
                record, offset = self.wanted_match
                self.wanted_match = None
                self.stand_near(record, offset)
        self.show_titles()

    def _restore_places(self) -> None:
        if self.before is None or self.view is None or self.before.film != self.view.film.id:
            return
        for name, (place, marked) in self.before.places.items():
            pane = self.text(name)
            pane.show_passages(pane.passages, place, marked)

    def on_search_bar_entered(self, event: SearchBar.Entered) -> None:
        """Go into the text at the first match."""
        event.stop()
        self.remove_class("-searching")
        if self.bar.query_text:
            self.house.remember_search(self.bar.query_text)
        if self.found is None:
            self.before = None
            self.go_to_pane(self.active)
            return
        order = [name for name in (self.active, *TEXTS) if name != "films"]
        for name in order:
            matches = self.text(name).matches()
            if matches:
                self.go_to_pane(name)
                self.text(name).go_to_match(matches[0])
                self.show_titles()
                return
        self.go_to_pane(self.active)

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        """Restore everything."""
        event.stop()
        self.leave_search()

    def leave_search(self) -> None:
        """Forget the search and be where one was before it."""
        before = self.before
        self.search_lane.drop()
        self.remove_class("-searching")
        self.bar.forget()
        self.show_found(None)
        self.before = None
        self.go_to_pane(before.active if before else self.active)

    def on_search_bar_switched(self, event: SearchBar.Switched) -> None:
        """Search the whole library for the same."""
        event.stop()
        query, literal = self.bar.query_text, self.bar.literal
        self.leave_search()
        self.search_everything(query, literal=literal)

    def search_everything(self, query: str = "", *, literal: bool = False) -> None:
        """Open the search screen."""
        raise NotImplementedError

    def stand_near(self, record: str, offset: int) -> None:
        """Stand on the match of a record that begins at or behind an offset."""
        for name in TEXTS:
            matches = [m for m in self.text(name).matches() if m.passage == record]
            if matches:
                at = next((m for m in matches if m.role == "text" and m.span[0] >= offset), matches[0])
                self.go_to_pane(name)
                self.text(name).go_to_match(at)
                return
        for name in TEXTS:
            if self.text(name).go_to(record):
                self.go_to_pane(name)
                return

    def _all_matches(self) -> list[tuple[PaneName, Match]]:
        return [(name, match) for name in TEXTS for match in self.text(name).matches()]

    def action_next_match(self) -> None:
        """Go to the next match, across reviews and panes."""
        self.walk_matches(1)

    def action_previous_match(self) -> None:
        """Go to the previous match."""
        self.walk_matches(-1)

    def walk_matches(self, by: int) -> None:
        """Go `by` matches on; behind the last one the whole library's search goes on, else it starts again."""
        matches = self._all_matches()
        if not matches:
            self.tell("No search to go on with: press / and type." if self.found is None else "Nothing matches here.")
            return
        here = next((i for i, (name, m) in enumerate(matches) if self.text(name).match == m), None)
        to = (self._nearest_match(matches) if by > 0 else len(matches) - 1) if here is None else here + by
        if not 0 <= to < len(matches):
            if self.next_film(by):
                return
            self.tell("Back at the first match." if by > 0 else "Back at the last match.")
            to %= len(matches)
        self.stand_on(*matches[to])

    def _nearest_match(self, matches: list[tuple[PaneName, Match]]) -> int:
        return next((i for i, (name, _) in enumerate(matches) if name == self.active), 0)

    def stand_on(self, name: PaneName, match: Match) -> None:
        """Stand on a match."""
        for other in TEXTS:
            if other != name and self.text(other).match is not None:
                self.text(other).go_to_match(None)
        self.text(name).go_to_match(match)
        if self.active != name:
            self.go_to_pane(name)
        self.show_titles()

    def next_film(self, by: int) -> bool:  # noqa: ARG002
        """Go on in the next film of a search over the library; False when there is none."""
        return False

    def match_position(self, name: PaneName) -> str:
        """Return «match 2 of 7» for the pane that the current match is in."""
        current = self.text(name).match
        matches = self.text(name).matches()
        return f"match {matches.index(current) + 1} of {len(matches)}" if current in matches else ""


def count_line(found: int | None, total: int) -> Plain:
    """Return a pane's count: «8», «3 of 8»."""
    if not total:
        return Plain("")
    return Plain(f"{total:,}" if found is None else f"{found:,} of {total:,}")
