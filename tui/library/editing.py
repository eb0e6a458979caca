"""What the user changes by hand: each change is one that can be undone, with a label that they understand."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.errors import MatineeError, NotFoundError
from tui.library.catalogue import Catalogue
from tui.library.decisions import read_decisions, write_decisions
from tui.library.films import Parts, about_film, split_off
from tui.library.identity import Decision, subject_of
from tui.library.register import named
from tui.library.undoable import Undoable
from tui.library.unfiled import wait_apart
from tui.library.views import CORRECTABLE, NUMBERS, record_ids
from tui.models import FilmSummary, Personal, StoredFilm
from tui.text import clean, clean_line
from tui.text.languages import language_codes

CORRECTABLE_IN_REVIEWS = ("author", "headline", "text", "date", "publication")
Value = str | int | Sequence[str] | None


class Editing:
    """Corrections, removing, merging, splitting."""

    def __init__(self, catalogue: Catalogue, undoable: Undoable) -> None:
        """Edit the films of `catalogue`."""
        self._catalogue = catalogue
        self._undoable = undoable

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
        found = self._catalogue.find(film)
        label = f"correction of {_spoken(field)} of {named(found)}"
        with self._undoable.changing(label) as (transaction, change):
            stored = transaction.load(found.id)
            key, kept = _checked(stored, field, value)
            corrections = {name: old for name, old in stored.personal.corrections.items() if name != key}
            if kept is not None:
                corrections[key] = kept
            parts = Parts()
            parts.add_film(replace(stored, personal=replace(stored.personal, corrections=corrections)))
            change.put(parts.film(), {stored.id})

    def remove(self, film: str) -> None:
        """Remove a film with all its records; importing its documents again brings it back."""
        found = self._catalogue.find(film)
        with self._undoable.changing(f"removal of {named(found)}") as (_, change):
            change.remove(found.id)

    def merge(self, film: str, other: str) -> str:
        """Make two films one; it keeps the title and year of the first. Returns its id.

        Raises:
            MatineeError: they are one film already.
        """
        kept, gone = self._catalogue.find(film), self._catalogue.find(other)
        if kept.id == gone.id:
            raise MatineeError(other, f"is {named(kept)} itself", "Name another film")
        with self._undoable.changing(f"merging of {named(gone)} into {named(kept)}") as (transaction, change):
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
        found = self._catalogue.find(film)
        what = f"{len(reviews)} reviews" if len(reviews) > 1 else "1 review"
        with self._undoable.changing(f"splitting {what} off {named(found)}") as (transaction, change):
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
            wait_apart(transaction, other, barred=found.id)
            return None


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
    names = [str(clean_line(part)) for part in value]
    return field, list(language_codes(", ".join(names))) if field == "languages" else names


def _number(field: str, value: Value) -> int:
    """Return the number that a field is set to.

    Raises:
        MatineeError: it is none, or none that the field can have.
    """
    least, most = NUMBERS[field]
    try:
        number = int(value)  # type: ignore[arg-type]  # what is none raises
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
