"""What the user changes by hand: each change is one that can be undone, with a label that they understand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from msgspec.structs import replace

from tui.errors import MatineeError, NotFoundError
from tui.library.bringing import Bringing
from tui.library.changing import Change
from tui.library.decisions import read_decisions, write_decisions
from tui.library.films import Parts, about_film, split_off
from tui.library.identity import Decision, subject_of
from tui.library.register import named
from tui.library.views import CORRECTABLE, NUMBERS, record_ids, summary_of
from tui.models import FilmSummary, Note, Personal, StoredFilm
from tui.store import Transaction
from tui.text import clean, clean_line

CORRECTABLE_IN_REVIEWS = ("author", "headline", "text", "date", "publication")
Value = str | int | Sequence[str] | None


class Editing(Bringing):
    """Corrections, the user's own layer, removing, merging, splitting, undoing."""

    @contextmanager
    def editing(self, label: str) -> Iterator[tuple[Transaction, Change]]:
        """Change films; catalogue and index follow when the block ends."""
        with self.store.transaction(label) as transaction:
            self.follow()
            change = Change(transaction, self.register)
            yield transaction, change
        self.adopt(change, transaction)
        self.index_change()

    def own(self, reference: str, label: str, edit: Callable[[StoredFilm, Personal], Personal]) -> None:
        """Change the user's own layer of one film: small and quick, whatever the size of the library.

        The snapshot and the index are left to the next `refresh`.
        """
        film_id = self.find(reference).id
        with self.store.transaction(label) as transaction:
            film = transaction.load(film_id)
            edited = replace(film, personal=edit(film, film.personal))
            transaction.put(edited)
        self.show(summary_of(edited))

    def correct(self, film: str, field: str, value: Value) -> None:
        """Set a field of a film, or of one of its reviews (`review:ID:author`); it wins over every document.

        Args:
            film: id, title or «Title (year)».
            field: of the film, or `review:ID:FIELD`.
            value: None takes the correction back.

        Raises:
            NotFoundError: there is no such film or review.
            MatineeError: the field cannot be corrected or the value is not of its kind.
        """
        found = self.find(film)
        label = f"correction of {_spoken(field)} of {named(found)}"
        with self.editing(label) as (transaction, change):
            stored = transaction.load(found.id)
            key, kept = _checked(stored, field, value)
            corrections = {name: old for name, old in stored.personal.corrections.items() if name != key}
            if kept is not None:
                corrections[key] = kept
            parts = Parts()
            parts.add_film(replace(stored, personal=replace(stored.personal, corrections=corrections)))
            change.put(parts.film(), {stored.id})

    def note(self, film: str, text: str, *, record: str | None = None, quote: str | None = None) -> Note:
        """Add a note on a film, on one of its records, or on a passage of it, and return it."""
        note = Note(
            id=secrets.token_hex(5),
            text=clean(text),
            record=record,
            quote=clean(quote) if quote else None,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self.own(film, f"note on {film}", lambda _, own: replace(own, notes=(*own.notes, note)))
        return note

    def reword_note(self, film: str, note: str, text: str | None) -> None:
        """Give a note another text; None takes it away."""

        def edit(_: StoredFilm, own: Personal) -> Personal:
            if text is None:
                return replace(own, notes=tuple(kept for kept in own.notes if kept.id != note))
            return replace(
                own, notes=tuple(replace(old, text=clean(text)) if old.id == note else old for old in own.notes)
            )

        self.own(film, f"note on {film}" if text else f"removal of a note on {film}", edit)

    def bookmark(self, film: str, record: str) -> bool:
        """Bookmark a record of a film, or take its bookmark off; say whether it has one now."""
        has: list[bool] = []

        def edit(stored: StoredFilm, own: Personal) -> Personal:
            now = record_ids(stored).get(record, record)
            marks = set(own.bookmarks) ^ {now}
            has.append(now in marks)
            return replace(own, bookmarks=tuple(sorted(marks)))

        self.own(film, f"bookmark in {film}", edit)
        return has[-1]

    def remove(self, film: str) -> None:
        """Remove a film with all its records; importing its documents again brings it back."""
        found = self.find(film)
        with self.editing(f"removal of {named(found)}") as (_, change):
            change.remove(found.id)

    def merge(self, film: str, other: str) -> str:
        """Make two films one; it keeps the title and year of the first. Returns its id.

        Raises:
            MatineeError: they are one film already.
        """
        kept, gone = self.find(film), self.find(other)
        if kept.id == gone.id:
            raise MatineeError(other, f"is {named(kept)} itself", "Name another film")
        with self.editing(f"merging of {named(gone)} into {named(kept)}") as (transaction, change):
            parts = Parts()
            keys = []
            for film_id in (kept.id, gone.id):
                stored = transaction.load(film_id)
                parts.add_film(stored)
                keys.append([subject_of(claim.facts).key for claim in about_film(stored)])
            decided = {Decision(one=keys[0][0], other=key) for held in keys for key in held if keys[0]}
            write_decisions(transaction, {*read_decisions(transaction), *decided})
            parts.personal.append(Personal(corrections=_kept_name(kept, gone)))
            return change.put(parts.film(), {kept.id, gone.id}).id

    def split(self, film: str, reviews: Sequence[str]) -> str | None:
        """Take reviews off a film that is not theirs.

        What only their documents say of the film goes with them and makes a film of its own; where those
        documents say nothing of it, the reviews wait in Unfiled. Later imports keep to it.

        Returns:
            The id of the other film, None where the reviews wait.

        Raises:
            NotFoundError: the film has no such review.
        """
        found = self.find(film)
        with self.editing(f"splitting {len(reviews)} off {named(found)}") as (transaction, change):
            stored = transaction.load(found.id)
            ids = record_ids(stored)
            unknown = [review for review in reviews if ids.get(review) is None]
            if unknown:
                raise NotFoundError(
                    unknown[0],
                    f"{named(found)} has no such review",
                    "Take an id from `matinee search` or `matinee show --json`",
                )
            rest, other = split_off(stored, {ids[review] for review in reviews})
            moved = [subject_of(claim.facts).key for claim in other.claims]
            left = [subject_of(claim.facts).key for claim in rest.claims]
            apart = {Decision(one=a, other=b, same=False) for a in moved for b in left if a != b}
            write_decisions(transaction, {*read_decisions(transaction), *apart})
            change.remove(stored.id)
            change.put(rest.film())
            if moved:
                return change.put(other.film()).id
            self.set_waiting(transaction, other, barred=found.id)
            return None

    def set_waiting(self, transaction: Transaction, parts: Parts, barred: str) -> None:
        """Let records wait in Unfiled that were taken off a film."""
        raise NotImplementedError

    def undo(self) -> str | None:
        """Take the last change back, also one of an earlier session; say which it was."""
        label = self.store.undo()
        if label is not None:
            self.follow()
            self.index_change()
        return label


def _checked(stored: StoredFilm, field: str, value: Value) -> tuple[str, str | int | list[str] | None]:
    """Return the key and the value under which a correction is kept."""
    kind, _, rest = field.partition(":")
    if kind == "review":
        record, _, part = rest.partition(":")
        identity = record_ids(stored).get(record)
        if identity is None:
            raise NotFoundError(
                record, "the film has no such review", "Take an id from `matinee search` or `matinee show --json`"
            )
        if part not in CORRECTABLE_IN_REVIEWS:
            raise MatineeError(part, "cannot be corrected", f"Correct one of {', '.join(CORRECTABLE_IN_REVIEWS)}")
        return f"review:{identity}:{part}", None if value is None else str(clean(str(value)))
    if field not in CORRECTABLE:
        raise MatineeError(field, "cannot be corrected", f"Correct one of {', '.join(CORRECTABLE)}")
    if value is None:
        return field, None
    if field in NUMBERS:
        return field, _number(field, value)
    if isinstance(value, str | int):
        return field, str(clean(str(value)))
    return field, [str(clean_line(part)) for part in value]


def _number(field: str, value: Value) -> int:
    """Return the number that a field is set to.

    Raises:
        MatineeError: it is none, or none that the field can have.
    """
    least, most = NUMBERS[field]
    try:
        number = int(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = least - 1
    if not least <= number <= most:
        raise MatineeError(field, f"«{value}» is not a whole number from {least} to {most}", "Give it in digits")
    return number


def _kept_name(kept: FilmSummary, gone: FilmSummary) -> dict[str, str | int | list[str]]:
    """Return the corrections with which a merged film keeps its title and year, whatever most documents say."""
    corrections: dict[str, str | int | list[str]] = {}
    if kept.title != gone.title:
        corrections["title"] = str(kept.title)
    if kept.year is not None and kept.year != gone.year:
        corrections["year"] = kept.year
    return corrections


def _spoken(field: str) -> str:
    return field.rpartition(":")[2].replace("_", " ")
