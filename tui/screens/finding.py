"""Searching the film that is open: narrowing, lighting, walking the matches, and back to where one was."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from tui.models import FilmView, Kind, Plain
from tui.screens.browser_base import TEXTS, BrowserBase, PaneName
from tui.screens.library_protocol import Cancel, LibraryProtocol
from tui.search.types import PLOT
from tui.widgets.film_passages import FACT, TOPIC, synopsis_passages
from tui.widgets.one_line import KeyBar
from tui.widgets.pane_layout import Place
from tui.widgets.passages import NOTHING_LIT, LitRecords
from tui.widgets.ratings import counted
from tui.widgets.search_bar import SearchBar
from tui.widgets.text_view import Match

AT_ONCE = 200
"""Records that are located before they are shown; of more, those in view are."""
PANE_OF: Mapping[Kind, PaneName] = {"review": "reviews", "trivia": "trivia", "synopsis": "synopsis", "note": "synopsis"}


class Found(msgspec.Struct, frozen=True):
    """What a search found in one film."""

    query: str
    literal: bool
    notices: tuple[str, ...]
    lights: Mapping[PaneName, LitRecords]

    def only(self, pane: PaneName) -> LitRecords:
        """Return what the search leaves in a pane, by id."""
        return self.lights[pane]

    def locate_all(self, cancelled: Cancel) -> None:
        """Locate every match."""
        for lights in self.lights.values():
            lights.locate_all(cancelled)


class Snapshot(msgspec.Struct, frozen=True):
    """Where the reader was."""

    film: str | None
    active: PaneName
    places: Mapping[PaneName, tuple[Place | None, str | None]]


def find_in_film(library: LibraryProtocol, view: FilmView, query: str, literal: bool, cancel: Cancel) -> Found:
    """Search one film: which records match, and where; for a thread beside the event loop."""
    film = view.film
    records: dict[tuple[Kind, str], tuple[str, str]] = {("synopsis", film.id): (film.synopsis or "", "")}
    if film.plot:
        records["synopsis", film.id + PLOT] = (film.plot, "")
    records |= {("note", note.id): (note.text, "") for note in view.personal.notes}
    records |= {("review", review.id): (review.text, review.headline or "") for review in view.reviews}
    records |= {("trivia", item.id): (item.text, "") for item in view.trivia}
    left = library.narrow(query, film.id, tuple(records), literal=literal, cancel=cancel)
    panes: dict[PaneName, dict[str, tuple[str, str]]] = {"synopsis": {}, "reviews": {}, "trivia": {}}
    for kind, record in left.records:
        panes[PANE_OF[kind]][record] = records[kind, record]
    locate = left.matcher.locate
    beside = texts_beside(view, panes)
    lights = {name: LitRecords(texts, locate, beside.get(name)) for name, texts in panes.items()}
    found = Found(query, literal, left.notices, lights)
    if sum(len(texts) for texts in panes.values()) <= AT_ONCE:
        found.locate_all(cancel)
    return found


def texts_beside(view: FilmView, left: Mapping[PaneName, Collection[str]]) -> dict[PaneName, dict[str, str]]:
    """Return what is lit too where a record is left: the facts below the synopsis, the topics above the trivia."""
    film = view.film.id in left["synopsis"]
    facts = {p.id: p.text for p in synopsis_passages(view) if p.id.startswith(FACT)} if film else {}
    topics = {f"{TOPIC}{item.topic}": item.topic for item in view.trivia if item.topic and item.id in left["trivia"]}
    return {"synopsis": dict(facts), "trivia": dict(topics)}


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
        self.bar.set_history(self.library.search_history())
        self.bar.field.focus()
        if self.found is not None:
            self.bar.show_query(self.found.query, literal=self.found.literal)
            self.bar.offer()

    def asked(self) -> tuple[str, bool]:
        """Return the query whose answer is shown or on its way, and whether it is literal."""
        if self.found is not None:
            return self.found.query, self.found.literal
        return self.bar.query_text, self.bar.literal

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
        library = self.library
        self.search_lane.submit(
            self, lambda cancel: find_in_film(library, view, query, literal, cancel), self._answered
        )

    def _answered(self, result: Found | Exception) -> None:
        if isinstance(result, Exception):
            self.say(str(result).split("\n")[0])
            self.checked(result)
            return
        self.show_found(result)

    def show_found(self, found: Found | None) -> None:
        """Show what a search left of the film, or everything."""
        self.found = found
        self.fill_panes(keep=found is None)
        for name in TEXTS:
            self.text(name).light(found.lights[name] if found else NOTHING_LIT)
        if found is None:
            self.say("")
            self._restore_places()
            self.show_titles()
            self.show_keys()
            return
        for name in TEXTS:
            self.text(name).bring_match()
        self._say_found()
        if not all(lights.is_complete for lights in found.lights.values()):
            self.light_lane.submit(self, found.locate_all, lambda _: self._say_found())
        if self.wanted_match is not None:
            record, offset = self.wanted_match
            self.wanted_match = None
            self.stand_near(record, offset)

    def say(self, notice: str) -> None:
        """Say something in the bar, or below it where the query needs the room."""
        if self.has_class("-searching"):
            self.query_one(KeyBar).say(self.bar.notice(notice))

    def _say_found(self) -> None:
        found = self.found
        if found is None:
            return
        lists = [self.text(name).matches() for name in TEXTS]
        total = sum(len(matches) for matches in lists if matches is not None)
        known = None not in lists
        left = sum(len(lights) for lights in found.lights.values())
        counts = counted(total, "match", "matches") if known else counted(left, "passage")
        self.say(" · ".join(found.notices) or counts)
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
            self.library.remember_search(self.bar.query_text)
        if self.found is None:
            self.before = None
            self.go_to_pane(self.active)
            return
        order = [name for name in (self.active, *TEXTS) if name != "films"]
        for name in order:
            first = self.text(name).match_beside(None, 1)
            if first is not None:
                self.go_to_pane(name)
                self.text(name).go_to_match(first)
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
            matches = self.text(name).matches_of(record)
            if matches:
                at = next((m for m in matches if m.role == "text" and m.span[0] >= offset), matches[0])
                self.go_to_pane(name)
                self.text(name).go_to_match(at)
                return
        for name in TEXTS:
            if self.text(name).go_to(record):
                self.go_to_pane(name)
                return

    def action_next_match(self) -> None:
        """Go to the next match, across reviews and panes."""
        self.walk_matches(1)

    def action_previous_match(self) -> None:
        """Go to the previous match."""
        self.walk_matches(-1)

    def walk_matches(self, by: int) -> None:
        """Go to the next match; behind the last one the library's search goes on, else it starts again."""
        if self.found is None:
            self.tell("No search to go on with: press / and type.")
            return
        here = next((name for name in TEXTS if self.text(name).match is not None), None)
        start = here or (self.active if self.active in TEXTS else TEXTS[0])
        at = TEXTS.index(start)
        for name in TEXTS[at:] if by > 0 else TEXTS[at::-1]:
            match = self.text(name).match_beside(self.text(name).match if name == here else None, by)
            if match is not None:
                self.stand_on(name, match)
                return
        if not self.next_film(by):
            self._walk_again(by)

    def _walk_again(self, by: int) -> None:
        for name in TEXTS if by > 0 else TEXTS[::-1]:
            match = self.text(name).match_beside(None, by)
            if match is not None:
                self.tell("Back at the first match." if by > 0 else "Back at the last match.")
                self.stand_on(name, match)
                return
        self.tell("Nothing matches here.")

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
        if current is None:
            return ""
        matches = self.text(name).matches()
        return f"match {matches.index(current) + 1} of {len(matches)}" if matches and current in matches else "match"


def count_line(found: int | None, total: int) -> Plain:
    """Return a pane's count: «8», «3 of 8»."""
    if not total:
        return Plain("")
    return Plain(f"{total:,}" if found is None else f"{found:,} of {total:,}")
