"""Reading: panes, spoilers, folding, evidence, copying, jumping."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from tui.models import Plain, Review
from tui.screens.browser_base import TEXTS, PaneName
from tui.screens.choose import ChooseScreen, Entry
from tui.screens.finding import Finding
from tui.widgets.film_passages import FOLD_ID, ORDER_NAMES, ReviewShelf, ordered, tenths
from tui.widgets.pane_layout import Place
from tui.widgets.passages import Show
from tui.widgets.ratings import counted
from tui.widgets.text_pane import TextPane

CLIPBOARD_LIMIT = 70_000
"""Bytes; terminals cut a longer OSC 52 sequence or drop it."""
JUMPS_KEPT = 100


class Jump(msgspec.Struct, frozen=True):
    """A place that one jumped from."""

    film: str
    pane: PaneName
    place: Place | None
    marked: str | None


class Reading(Finding):
    """The part of the browser that reads."""

    jumps: list[Jump]
    jump_at: int = 0

    # Jumps

    def here(self) -> Jump | None:
        """Return the present place as a jump."""
        if self.view is None:
            return None
        pane = self.pane
        marked = pane.marked if pane else None
        return Jump(self.view.film.id, self.active, pane.place if pane else None, marked.id if marked else None)

    def leave_mark(self) -> None:
        """Remember the present place before a jump."""
        here = self.here()
        if here is not None and (not self.jump_at or self.jumps[self.jump_at - 1] != here):
            self.jumps = [*self.jumps[: self.jump_at], here][-JUMPS_KEPT:]
            self.jump_at = len(self.jumps)

    def action_jump_back(self) -> None:
        """Go back to where one jumped from."""
        if not self.jump_at:
            self.tell("No earlier place.")
            return
        if self.jump_at == len(self.jumps) and (here := self.here()) is not None:
            self.jumps = [*self.jumps, here]
        self.jump_at -= 1
        self._jump(self.jumps[self.jump_at])

    def action_jump_forward(self) -> None:
        """Go forward again."""
        if self.jump_at + 1 >= len(self.jumps):
            self.tell("No later place.")
            return
        self.jump_at += 1
        self._jump(self.jumps[self.jump_at])

    def _jump(self, jump: Jump) -> None:
        def arrive() -> None:
            self.go_to_pane(jump.pane)
            if jump.pane != "films":
                pane = self.text(jump.pane)
                pane.show_passages(pane.passages, jump.place, jump.marked)

        if self.view is not None and self.view.film.id == jump.film:
            arrive()
        else:
            self.point_at(jump.film)
            self.open_film(jump.film, arrive)

    # Items

    def action_next_item(self) -> None:
        """Go to the next review or item; from the list or the synopsis, of the reviews."""
        self._step(1)

    def action_previous_item(self) -> None:
        """Go to the previous one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        pane = self.pane if self.active in ("reviews", "trivia") else self.text("reviews")
        if pane is not None and not pane.passages:
            self.tell("No reviews here to go through." if pane.id == "reviews" else "No trivia here to go through.")
        elif pane is not None and not pane.step(by):
            self.tell("That was the last one." if by > 0 else "That was the first one.")

    def action_topics(self) -> None:
        """Choose a letter of the film list, a reviewer or a topic to jump to."""
        if self.active == "films":
            self._jump_in_list()
            return
        name: PaneName = "reviews" if self.active == "reviews" else "trivia"
        pane = self.text(name)
        entries = [
            Entry(
                passage.left or passage.text,
                passage.id,
                Plain(passage.headline or passage.text[:60]) if passage.left else Plain(""),
            )
            for passage in pane.passages
            if passage.shape in ("topic", "card")
        ]
        if not entries:
            self.tell("No topics here to jump to.")
            return

        def arrive(passage_id: str | None) -> None:
            if passage_id is not None:
                self.leave_mark()
                self.go_to_pane(name)
                pane.go_to(passage_id)

        title = "Reviewers" if name == "reviews" else "Topics"
        self.app.push_screen(ChooseScreen(title, entries), arrive)

    def _jump_in_list(self) -> None:
        entries = [Entry(Plain(name), row, key=Plain(f"{count:,}")) for name, row, count in self.shelf.landmarks]
        if not entries:
            self.tell("No films to jump to.")
            return

        def arrive(row: int | None) -> None:
            if row is not None:
                self.leave_mark()
                self.films.move_to(row)

        self.app.push_screen(ChooseScreen("Jump to", entries), arrive)

    # Spoilers

    def action_reveal(self) -> None:
        """Show or veil the marked spoiler."""
        pane = self.pane or self.text("reviews")
        passage = pane.marked
        if passage is None or not passage.spoiler:
            passage = next((p for p in pane.passages if p.spoiler), None) if passage is None else None
        if passage is None:
            self.tell("Nothing is veiled where the mark is; V shows every spoiler of the film.")
            return
        pane.set_show(pane.display_state.toggled("revealed", passage.id))

    def action_reveal_all(self) -> None:
        """Show or veil every spoiler of the film."""
        revealed = not self.text("reviews").display_state.all_revealed
        for name in TEXTS:
            pane = self.text(name)
            pane.set_show(Show(pane.display_state.folded, frozenset(), revealed))
        spoilers = sum(p.spoiler for name in TEXTS for p in self.text(name).passages)
        self.tell(f"{counted(spoilers, 'spoiler')} {'shown' if revealed else 'veiled'}.")

    def on_text_pane_pressed(self, event: TextPane.Pressed) -> None:
        """Unfold the one-liners."""
        event.stop()
        if event.passage.id == FOLD_ID:
            self.review_shelf = replace(self.review_shelf, unfolded=not self.review_shelf.unfolded)
            self.fill_panes()

    # Evidence and copying

    def action_evidence(self) -> None:
        """Show where what is marked comes from, and what else is said."""
        if self.view is None:
            return
        from tui.screens.evidence import EvidenceScreen, evidence_passages

        passage = self.pane.marked if self.pane else None
        shown = evidence_passages(self.view, passage.id if passage else None)
        self.app.push_screen(EvidenceScreen("Evidence", shown, self.config))

    def action_copy(self) -> None:
        """Copy the selected text, or the marked passage."""
        selected = self.get_selected_text()
        pane = self.pane or self.text("reviews")
        text = selected or pane.plain
        if not text:
            veiled = pane.marked is not None and pane.display_state.is_veiled(pane.marked)
            self.tell("It is veiled: press v first." if veiled else "Nothing here to copy.")
            return
        size = len(text.encode("utf-8", "replace"))
        if size > CLIPBOARD_LIMIT:
            self.tell(
                f"{size:,} bytes are more than a terminal's clipboard takes; select a part with the mouse.", bad=True
            )
            return
        self.app.copy_to_clipboard(text)
        self.tell(f"{counted(len(text), 'character')} sent to the terminal's clipboard.")

    # The reviews' order

    def put_on_shelf(self, shelf: ReviewShelf) -> None:
        """Order and filter the reviews in another way."""
        self.review_shelf = shelf
        if self.view is not None:
            self.reviews = ordered(self.view, shelf)
            self.fill_panes(keep=False)

    def sort_reviews(self) -> None:
        """Choose the reviews' order."""
        now = self.review_shelf.order
        entries = [Entry(Plain(text.capitalize()), order, on=order == now) for order, text in ORDER_NAMES.items()]

        def take(order: str | None) -> None:
            if order in ORDER_NAMES:
                self.put_on_shelf(replace(self.review_shelf, order=order))

        self.app.push_screen(ChooseScreen("Order of the reviews", entries, current=now), take)

    def filter_reviews(self) -> None:
        """Choose the reviewer or the rating that is left."""
        if self.view is None:
            return

        def take(shelf: ReviewShelf | None) -> None:
            if shelf is not None:
                self.put_on_shelf(shelf)

        entries = filter_entries(self.view.reviews, self.review_shelf)
        self.app.push_screen(ChooseScreen("Which reviews", entries, current=self.review_shelf), take)


def filter_entries(reviews: tuple[Review, ...], shelf: ReviewShelf) -> list[Entry]:
    """Return what reviews can be filtered by: everything, ratings, authors, with their counts."""
    ratings: dict[int, int] = {}
    authors: dict[str, int] = {}
    for review in reviews:
        ratings[tenths(review)] = ratings.get(tenths(review), 0) + 1
        authors[review.author or ""] = authors.get(review.author or "", 0) + 1
    everything = replace(shelf, author=None, rating=None)

    def entry(title: str, wanted: ReviewShelf, count: int) -> Entry:
        return Entry(Plain(title), wanted, key=Plain(f"{count:,}"), on=wanted == shelf)

    entries = [entry("All reviews", everything, len(reviews)), Entry(Plain("Rating"))]
    for value in sorted(ratings, reverse=True):
        title = f"Rated {value} of 10" if value >= 0 else "Without a rating"
        entries.append(entry(title, replace(everything, rating=value), ratings[value]))
    entries.append(Entry(Plain("Author")))
    names = sorted(authors, key=lambda name: (-authors[name], name.casefold()))
    return entries + [entry(name or "Anonymous", replace(everything, author=name), authors[name]) for name in names]
