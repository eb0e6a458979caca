"""The user's own layer of a film: when they saw it, what they thought of it, where they keep it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import reduce

from msgspec.structs import replace

from tui.errors import MatineeError
from tui.library.personal import YOURS, unite_viewings
from tui.library.undoable import Undoable
from tui.library.views import record_ids
from tui.models import Note, Personal, Plain, Rating, StoredFilm, Viewing
from tui.text import clean, clean_line
from tui.text.dates import find_date
from tui.text.ratings import find_rating, parse_rating

Edit = Callable[[Personal], Personal]
"""What a change does to the user's own layer."""
_TODAY = frozenset({"", "today", "now"})


class OwnLayer:
    """Viewings, ratings, watchlist, likes, tags, notes, bookmarks; each change is one that can be undone."""

    def __init__(self, undoable: Undoable) -> None:
        """Change the user's own layer by what can be undone."""
        self._undoable = undoable

    def mark(self, film: str, what: str, *edits: Edit) -> None:
        """Make several edits of one's own layer one change; `what` is what it does to the film: «rating of»."""
        self._undoable.change_own(film, what, lambda _, own: reduce(lambda now, edit: edit(now), edits, own))

    def set_rating(self, film: str, value: float | None, out_of: float = 10) -> None:
        """Rate a film; None takes the own rating back."""
        self.mark(film, "rating of", rated(None if value is None else Rating(value=value, out_of=out_of)))

    def set_watchlist(self, film: str, on: bool) -> None:
        """Put a film on the watchlist, or take it off."""
        self.mark(film, f"{'putting on' if on else 'taking off'} the watchlist:", wanted(on))

    def set_liked(self, film: str, on: bool) -> None:
        """Like a film, or no more."""
        self.mark(film, "like of", liked(on))

    def set_tags(self, film: str, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Give a film tags, and take others off it."""
        self.mark(film, "tags of", tagged(add, remove))

    def add_viewing(self, film: str, viewing: Viewing) -> None:
        """Note that the user saw a film; a rating in it becomes their rating, and the film leaves the watchlist."""

        def seen(own: Personal) -> Personal:
            return replace(own, viewings=unite_viewings((*own.viewings, viewing)), watchlist=None)

        self.mark(film, "viewing of", seen, *((rated(viewing.rating),) if viewing.rating else ()))

    def remove_viewing(self, film: str, date: str | None) -> None:
        """Take the viewings of a day back; None means those without a day.

        Raises:
            MatineeError: there is none of that day.
        """

        def edit(own: Personal) -> Personal:
            kept = tuple(viewing for viewing in own.viewings if viewing.date != date)
            if len(kept) == len(own.viewings):
                raise MatineeError(date or "no day", "no viewing of that day is known", "`matinee show` lists them")
            return replace(own, viewings=kept)

        self.mark(film, "removal of a viewing of", edit)

    def note(self, film: str, text: str, *, record: str | None = None, quote: str | None = None) -> Note:
        """Add a note on a film, on one of its records, or on a passage of it, and return it."""
        note = Note(
            id=secrets.token_hex(5),
            text=clean(text),
            record=record,
            quote=clean(quote) if quote else None,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self._undoable.change_own(film, "note on", lambda _, own: replace(own, notes=(*own.notes, note)))
        return note

    def reword_note(self, film: str, note: str, text: str | None) -> None:
        """Give a note another text; None takes it away."""

        def edit(_: StoredFilm, own: Personal) -> Personal:
            if text is None:
                return replace(own, notes=tuple(kept for kept in own.notes if kept.id != note))
            return replace(
                own, notes=tuple(replace(old, text=clean(text)) if old.id == note else old for old in own.notes)
            )

        self._undoable.change_own(film, "note on" if text else "removal of a note on", edit)

    def bookmark(self, film: str, record: str) -> bool:
        """Bookmark a record of a film, or take its bookmark off; say whether it has one now."""
        has: list[bool] = []

        def edit(stored: StoredFilm, own: Personal) -> Personal:
            now = record_ids(stored).get(record, record)
            marks = set(own.bookmarks) ^ {now}
            has.append(now in marks)
            return replace(own, bookmarks=tuple(sorted(marks)))

        self._undoable.change_own(film, "bookmark in", edit)
        return has[-1]


def rated(rating: Rating | None) -> Edit:
    """Return the edit that sets the user's rating, or takes it back; those of their exports stay."""

    def edit(own: Personal) -> Personal:
        others = tuple(old for old in own.ratings if old.by != YOURS)
        return replace(own, ratings=(replace(rating, by=YOURS), *others) if rating is not None else others)

    return edit


def liked(on: bool) -> Edit:
    """Return the edit that likes a film, or no more."""
    return lambda own: replace(own, liked=_today() if on else None)


def wanted(on: bool) -> Edit:
    """Return the edit that puts a film on the watchlist, or takes it off."""
    return lambda own: replace(own, watchlist=_today() if on else None)


def tagged(add: Iterable[str], remove: Iterable[str]) -> Edit:
    """Return the edit that gives a film tags and takes others off it."""
    added = {Plain(tag) for text in add if (tag := clean_line(text))}
    removed = {clean_line(text) for text in remove}
    return lambda own: replace(own, tags=tuple(sorted({*own.tags, *added} - removed)))


def viewing_of(text: str, *, rewatch: bool = False, tags: Iterable[str] = (), note: str = "") -> Viewing:
    """Return the viewing that a line of a diary means: «», «today», «2024-03-01», «2024-03-01 ★★★½ again».

    Raises:
        MatineeError: it is no day, could mean two, or is still to come.
    """
    words = clean_line(text)
    again = words.casefold().split()[-1:] in (["again"], ["rewatch"])
    said = words[: words.rfind(" ")] if again and " " in words else "" if again else words
    date = find_date(said)
    rest = (said[: date.start] + said[date.end :]).strip(" ,;–—") if date else said
    rating = find_rating(rest)
    left = (rest[: rating.start] + rest[rating.end :]).strip(" ,;–—") if rating else rest
    if left.casefold() not in _TODAY:
        raise MatineeError(text, "is no day", "Write it as 2024-03-01, or leave it out for today")
    if date is not None and (date.ambiguous or date.iso > _today()):
        if date.ambiguous:
            raise MatineeError(text, "could mean two days", "Write the year first: 2024-03-01")
        raise MatineeError(text, "is still to come", "Log it once you have seen it")
    return Viewing(
        date=date.iso if date is not None else _today(),
        rating=rating.rating if rating else None,
        rewatch=rewatch or again,
        tags=tuple(Plain(tag) for one in tags if (tag := clean_line(one))),
        note=clean_line(note) or None,
    )


def rating_of(text: str) -> Rating:
    """Return the rating that a user means: «8», «8/10», «3.5/5», «★★★½», «B+».

    Raises:
        MatineeError: it is none.
    """
    rating = parse_rating(text.replace(",", "."), scale=10.0)
    if rating is None:
        raise MatineeError(text, "is no rating", "Write 8, 8/10, 3.5/5 or ★★★½")
    return rating


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
