"""Unfiled: records that name no film, waiting for one, with the films that they may belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.errors import NotFoundError
from tui.library.catalogue import Catalogue
from tui.library.changing import Change
from tui.library.films import Parts, take_out
from tui.library.identity import names_film
from tui.library.placements import Guess, Placement, Placements, read_placements, record_id, write_placements
from tui.library.register import named
from tui.library.undoable import Undoable
from tui.library.views import summary_of
from tui.models import FILM_NUMBER, Candidate, Extract, Facts, Plain, UnfiledRecord, UnfiledView
from tui.store import Store, Transaction

if TYPE_CHECKING:
    from tui.library.placing import Placer

FEW = 6
"""Words by which a person knows a text again."""


class Unfiled:
    """The records that wait, and what the user decides about them."""

    def __init__(self, store: Store, catalogue: Catalogue, undoable: Undoable) -> None:
        """Place the records of `store` with the films of `catalogue`."""
        self._store = store
        self._catalogue = catalogue
        self._undoable = undoable

    def placements(self) -> Placements:
        """Return which records were placed with which film, and why."""
        return read_placements(self._store.state)

    def placer(self) -> Placer:
        """Return what places records, with what is known of the films as they are."""
        from tui.library.digests import Digests
        from tui.library.placing import Placer

        return Placer(Digests(self._store.root / "index", self._catalogue.stamps))

    def waiting(self, *, ignored: bool = False) -> tuple[UnfiledView, ...]:
        """Return what waits, each with its candidates, best first.

        Args:
            ignored: return those that the user set aside instead.
        """
        guesses = self.placements().guesses
        waiting = [record for record in self._store.unfiled() if record.ignored == ignored]
        sizes = Counter(filter(None, map(_number, waiting)))
        views = [
            UnfiledView(
                id=record.id,
                text=_text(record.extract),
                document=_where(record, sizes),
                candidates=self._candidates(guesses.get(record.id, ())),
            )
            for record in waiting
        ]
        return tuple(sorted(views, key=lambda view: (-(view.candidates[0].score if view.candidates else 0), view.id)))

    def _candidates(self, guesses: Sequence[Guess]) -> tuple[Candidate, ...]:
        found = []
        for guess in guesses:
            film = self._catalogue.register.current(guess.film)
            if film is not None:
                found.append(Candidate(film=film, score=guess.score, evidence=guess.evidence))
        return tuple(found)

    def file(self, record: str, film: str) -> str:
        """Put a waiting (or wrongly placed) record with a film; the decision stands whatever is imported later.

        Where its table calls its film by a number, everything that waits under that number goes along.

        Args:
            record: its id.
            film: of the library, or «Title (year)» of a new one.

        Returns:
            The film's id.

        Raises:
            NotFoundError: there is no such record, or `film` looks like a film of the library misspelt.
            AmbiguousError: several films answer to the name.
        """
        with self._undoable.changing("filing") as (transaction, change):
            records = self._take(transaction, change, record)
            parts, facts = self._target(transaction, change, film)
            replaced = parts.aliases & change.ids()
            for one in records:
                said = _facts(one.extract.facts, facts)
                parts.add_extract(replace(one.extract, facts=said, inferred=True), one.document)
            made = change.put(parts.film(), replaced)
            transaction.label = f"filing of {_called(records[0])} under {named(summary_of(made))}"
            placements = read_placements(transaction.state)
            for one in records:
                placements.guesses.pop(one.id, None)
                placements.placed[one.id] = Placement(film=made.id, source=one.extract.source, decided=True)
            write_placements(transaction, placements)
            self.placer().place_again(change)
            return made.id

    def _target(self, transaction: Transaction, change: Change, film: str) -> tuple[Parts, Facts | None]:
        """Return the film of the library that a name means; else what the name says of a new one."""
        parts = Parts()
        found = self._catalogue.find_or_name(film)
        if isinstance(found, Facts):
            return parts, found
        if change.summary(found.id) is None:  # it went with the record, its only one
            return parts, Facts(title=found.title, year=found.year)
        parts.add_film(transaction.load(found.id))
        return parts, None

    def _take(self, transaction: Transaction, change: Change, record: str) -> list[UnfiledRecord]:
        """Take a record out of where it is, and what waits for the same film of the same table."""
        waiting = {one.id: one for one in transaction.unfiled()}
        if record in waiting:
            chosen = waiting[record]
            along = [one.id for one in waiting.values() if _is_same_film(one, chosen) and not one.ignored]
            taken = [waiting.pop(one) for one in dict.fromkeys([record, *along])]
            transaction.put_unfiled(waiting.values())
            return taken
        placements = read_placements(transaction.state)
        placed = placements.placed.get(record)
        film = self._catalogue.register.current(placed.film) if placed else None
        if placed is None or film is None:
            raise NotFoundError(record, "there is no such record", "See what waits with `matinee unfiled`")
        stored = transaction.load(film.id)
        found = self.placer().record_in(stored, record, placed)
        left = take_out(stored, {placed.source})
        if left is None:
            change.remove(stored.id)
        else:
            change.put(left, {stored.id})
        return [found]

    def ignore(self, record: str, *, ignored: bool = True) -> None:
        """Set a waiting record aside, or take it up again.

        Raises:
            NotFoundError: there is no such record.
        """
        with self._store.transaction("setting aside" if ignored else "taking up") as transaction:
            waiting = {one.id: one for one in transaction.unfiled()}
            if record not in waiting:
                raise NotFoundError(record, "there is no such record", "See what waits with `matinee unfiled`")
            transaction.label += f" {_called(waiting[record])}"
            waiting[record] = replace(waiting[record], ignored=ignored)
            transaction.put_unfiled(waiting.values())


def wait_apart(transaction: Transaction, parts: Parts, barred: str) -> None:
    """Let reviews wait in Unfiled that were taken off a film; they are not placed with it again."""
    documents = {document.sha256: document for document in parts.documents}
    waiting = {one.id: one for one in transaction.unfiled()}
    placements = read_placements(transaction.state)
    for review in parts.reviews:
        source = review.sources[0]
        extract = Extract(source=source, reviews=(review,))
        identity = record_id(extract)
        waiting[identity] = UnfiledRecord(id=identity, extract=extract, document=documents[source.sha256])
        placements.barred[identity] = tuple(sorted({*placements.barred.get(identity, ()), barred}))
    transaction.put_unfiled([waiting[identity] for identity in sorted(waiting)])
    write_placements(transaction, placements)


def _number(record: UnfiledRecord) -> tuple[str, str] | None:
    """Return document and number that a record's film goes by in its table; None where it has none."""
    number = record.extract.facts.extra.get(FILM_NUMBER)
    return (record.document.sha256, number) if number else None


def _is_same_film(one: UnfiledRecord, other: UnfiledRecord) -> bool:
    """Say whether two records are about one film by its number: in one table, or in two that tell the same of it."""
    number, others = _number(one), _number(other)
    if number is None or others is None or number[1] != others[1]:
        return False
    told = _story(one.extract)
    return number == others or (told is not None and told == _story(other.extract))


def _story(extract: Extract) -> Plain | None:
    return extract.facts.plot or extract.facts.synopsis


def _facts(said: Facts, named: Facts | None) -> Facts:
    """Return what a record says of its film, under the name that the user gave it; a number is no more needed."""
    if named is not None and names_film(said):
        return named
    said = replace(said, extra={name: value for name, value in said.extra.items() if name != FILM_NUMBER})
    return said if named is None else replace(said, title=named.title, year=named.year or said.year)


def _where(record: UnfiledRecord, sizes: Mapping[tuple[str, str], int]) -> Plain:
    """Return the name of a record's document, with the number of its film and how many records share it."""
    number = _number(record)
    if number is None:
        return record.document.name
    along = f", {sizes[number]} records" if sizes[number] > 1 else ""
    return Plain(f"{record.document.name} · film {number[1]}{along}")


def _called(record: UnfiledRecord) -> str:
    """Return how a person knows a record again: by its first words."""
    words = _text(record.extract).split()
    return f"«{' '.join(words[:FEW])}{' …' if len(words) > FEW else ''}»" if words else record.document.name


def _text(extract: Extract) -> Plain:
    texts = [review.text for review in extract.reviews] + [item.text for item in extract.trivia]
    told = _story(extract)
    kept = [f"{name}\n{said}" for name, said in (extract.personal.extra if extract.personal else {}).items()]
    return Plain("\n\n".join([*texts, *([told] if told else ()), *kept]))
