"""What changes the library: the user's own layer, corrections, merging, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tui.config import starter_documents
from tui.errors import MatineeError
from tui.models import Plain, Rating
from tui.screens.ask import AskScreen
from tui.screens.choose import ChooseScreen, Entry
from tui.screens.library_protocol import PastChange
from tui.screens.navigating import Navigating, film_entries
from tui.widgets.film_passages import one_line
from tui.widgets.lane import CHANGE, spawn

LISTS = ("genres", "directors", "cast", "languages")
"""Fields of several values, parted by commas."""
FIELDS = (
    "title",
    "year",
    "tagline",
    "synopsis",
    "genres",
    "directors",
    "cast",
    "runtime_minutes",
    "certificate",
    "languages",
)


UNASKED = 3
"""Films that a change may have touched to be taken back without a question."""

WIDEST = max(map(len, FIELDS))


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


def read_value(field: str, text: str) -> str | list[str] | None:
    """Return what was typed as the field takes it; nothing takes a correction back."""
    if not text:
        return None
    return [part.strip() for part in text.split(",") if part.strip()] if field in LISTS else text


class Keeping(Navigating):
    """The part of the browser that changes the library."""

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

        spawn(self, work, changed, CHANGE)

    # The user's own layer

    def _open_id(self) -> str | None:
        if self.view is None:
            self.tell("Open a film first.")
            return None
        return self.view.film.id

    def _ask(self, title: str, take: Callable[[str], None], *, hint: str = "", now: str = "") -> None:
        """Ask for a line; `take` gets what was typed, and nothing where the question was left."""
        self.app.push_screen(
            AskScreen(title, placeholder=hint, value=now), lambda text: None if text is None else take(text)
        )

    def action_watchlist(self) -> None:
        """Put the film on the watchlist, or take it off."""
        film = self._open_id()
        if film is not None and self.view is not None:
            wanted = not self.view.personal.watchlist
            self.change(
                lambda: self.library.set_watchlist(film, wanted),
                "On your watchlist." if wanted else "Off your watchlist.",
            )

    def action_rate(self) -> None:
        """Give the film one's own rating."""
        film = self._open_id()
        if film is None:
            return

        def take(text: str) -> None:
            rating = read_rating(text) if text else None
            if text and rating is None:
                self.tell(f"«{text}» is not a rating: write 8, 8/10, 3.5/5 or ★★★½.", bad=True)
                return
            given = (rating.value, rating.out_of) if rating else (None,)
            self.change(lambda: self.library.set_rating(film, *given), "Rated." if rating else "Your rating is gone.")

        self._ask("Your rating", take, hint="8, 8/10, 3.5/5, ★★★½; empty takes it away")

    def action_log(self) -> None:
        """Note that the film was seen."""
        film = self._open_id()
        if film is None:
            return

        def take(text: str) -> None:
            from tui.library.own_layer import viewing_of

            try:
                viewing = viewing_of(text)
            except MatineeError as error:
                self.tell(f"«{text}» {error.reason}. {error.remedy}.", bad=True)
                return
            self.change(lambda: self.library.add_viewing(film, viewing), f"Seen on {viewing.date}; u takes it back.")

        self._ask("You saw it on", take, hint="empty: today; 2024-03-01; 2024-03-01 8/10 again")

    def action_like(self) -> None:
        """Like the film, or no more."""
        film = self._open_id()
        if film is not None and self.view is not None:
            liked = not self.view.personal.liked
            self.change(
                lambda: self.library.set_liked(film, liked), "You like it." if liked else "You no longer like it."
            )

    def action_tag(self) -> None:
        """Give the film tags."""
        film = self._open_id()
        if film is None or self.view is None:
            return
        now = self.view.personal.tags

        def take(text: str) -> None:
            tags = [tag.strip() for tag in text.split(",") if tag.strip()]
            gone = [tag for tag in now if tag not in tags]
            self.change(lambda: self.library.set_tags(film, tags, gone), "Tagged." if tags else "No tags.")

        self._ask("Your tags", take, hint="parted by commas", now=", ".join(now))

    def action_bookmark(self) -> None:
        """Bookmark what is marked."""
        film, passage = self._open_id(), (self.pane.marked if self.pane else None)
        if film is None:
            return
        if passage is None or passage.shape not in ("card", "item"):
            self.tell("Go to a review or a piece of trivia first.")
            return
        self.change(
            lambda: self.library.bookmark(film, passage.id), lambda on: "Bookmarked." if on else "Bookmark removed."
        )

    def action_note(self) -> None:
        """Write a note; where there are some, offer them to be changed or taken away."""
        film = self._open_id()
        if film is None or self.view is None:
            return
        notes = self.view.personal.notes
        if not notes:
            self._write_note(film)
            return
        entries = [Entry(Plain("A new note"), ""), *(Entry(one_line(note.text), note.id) for note in notes)]

        def take(note: str | None) -> None:
            if note == "":
                self._write_note(film)
            elif note is not None:
                self._change_note(film, note, next(old.text for old in notes if old.id == note))

        self.app.push_screen(ChooseScreen("Notes on this film", entries), take)

    def _write_note(self, film: str) -> None:
        passage = self.pane.marked if self.pane else None
        record = passage.id if passage is not None and passage.kind in ("review", "trivia") else None

        def take(text: str) -> None:
            if text:
                self.change(
                    lambda: self.library.note(film, text, record=record), "Noted; A changes it, u takes it back."
                )

        self._ask("Your note", take, hint="what you want to remember")

    def _change_note(self, film: str, note: str, text: str) -> None:
        def take(now: str) -> None:
            if now != text:
                told = "Noted." if now else "The note is gone; u brings it back."
                self.change(lambda: self.library.reword_note(film, note, now or None), told)

        self._ask("Change the note", take, hint="empty takes it away", now=text)

    def action_correct(self) -> None:
        """Correct a field of the film, or the author of the marked review."""
        film = self._open_id()
        if film is None or self.view is None:
            return
        view = self.view
        entries = [
            Entry(Plain(name.replace("_", " ").ljust(WIDEST)), name, Plain(shown_value(getattr(view.film, name))))
            for name in FIELDS
        ]
        passage = self.pane.marked if self.pane else None
        if passage is not None and passage.kind == "review" and passage.shape == "card":
            entries.insert(0, Entry(Plain("author of this review"), f"review:{passage.id}:author", passage.left))

        def take(field: str | None) -> None:
            if field is None:
                return
            now = next(entry.note for entry in entries if entry.value == field)

            def set_to(value: str) -> None:
                told = "Corrected; your value always wins." if value else "The documents' own value is back."
                self.change(lambda: self.library.correct(film, field, read_value(field, value)), told)

            self._ask(f"Correct: {field.replace('_', ' ')}", set_to, now=now)

        self.app.push_screen(ChooseScreen("What is wrong?", entries), take)

    # Changes of the library

    def action_undo(self) -> None:
        """Take back the last change; what touched several films asks first, for nothing does it again."""
        spawn(self, self.library.history, self._undo, "history")

    def _undo(self, result: Sequence[PastChange] | Exception) -> None:
        history = self.checked(result)
        if history is None:
            return
        if not history:
            self.tell("Nothing to take back.")
            return
        label, films = history[0].label, len(history[0].films)

        def take(sure: bool | None) -> None:
            if sure:
                self.change(self.library.undo, lambda what: f"Taken back: {what}." if what else "Nothing to take back.")

        if films < UNASKED:
            take(sure=True)
            return
        back = Entry(Plain(f"Take back: {label}"), True, Plain(f"{films:,} films change"))
        self.app.push_screen(ChooseScreen("Take it back?", [Entry(Plain("Keep it"), False), back], narrows=False), take)

    def action_starter(self) -> None:
        """Bring the starter collection into the library."""
        self.tell("Reading the starter collection …")
        self.change(
            lambda: self.library.import_paths([starter_documents()]), "The starter collection is here; u takes it back."
        )

    def action_merge(self) -> None:
        """Merge this film into another."""
        film = self._open_id()
        if film is None:
            return
        others = tuple(other for other in self.shelf.films if other.id != film)

        def take(other: str | None) -> None:
            if other is not None:
                self.change(lambda: self.library.merge(other, film), "Merged; u takes it back.")

        self.app.push_screen(ChooseScreen("This film is the same as", film_entries(others)), take)

    def action_split(self) -> None:
        """Move the marked review to a film of its own."""
        film, passage = self._open_id(), (self.pane.marked if self.pane else None)
        if film is None or passage is None or passage.kind != "review":
            self.tell("Go to the review that belongs to another film first.")
            return

        def told(other: str | None) -> str:
            return "Moved to a film of its own; u takes it back." if other else "It waits in Unfiled; u takes it back."

        self.change(lambda: self.library.split(film, [passage.id]), told)

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
                self.change(lambda: self.library.remove(film), f"{title} is removed; u brings it back.")

        self.app.push_screen(ChooseScreen("Remove this film?", entries, narrows=False), take)


def shown_value(value: object) -> str:
    """Return a field's value as it can be edited."""
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(str(item) for item in value)
    return str(value)
