"""Which extracts of an import are about one film, and about which film of the library.

Most films of a table stand in it alone and are new: nothing shares an id with them, or a title of about their year.
Only for the others it is worked out what tells films apart.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.errors import UNREADABLE, StoreError
from tui.library.changing import Writer
from tui.library.decisions import read_decisions
from tui.library.films import Parts, about_film
from tui.library.identity import Subject, group, subject_of
from tui.library.intake import Intake
from tui.library.register import Register
from tui.models import Claim


@dataclass(slots=True)
class Gathered:
    """What one film is to be made of."""

    rows: Sequence[int] = ()
    """Numbers of extracts."""
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    """Film of the library to those of its claims that are about this film."""
    pieces: list[Parts] = field(default_factory=list)
    """Parts of films of the library that turned out to be about several films."""
    error: StoreError | None = None
    """Why nothing may be written to it: the film's file cannot be read."""


class Gathering:
    """Tells apart the films that an import is about."""

    def __init__(self, intake: Intake, writer: Writer, register: Register, unreadable: dict[str, StoreError]) -> None:
        """Begin.

        Args:
            intake: what was read.
            writer: gives the films of the library.
            register: lists them.
            unreadable: films whose files cannot be read; those that are met are added.
        """
        self._intake = intake
        self._writer = writer
        self._register = register
        self._unreadable = unreadable
        self._subjects: list[Subject] = []
        self._number: dict[str, int] = {}
        """Numbers of the subjects by their keys."""
        self.claims: dict[str, list[tuple[Claim, int]]] = {}
        """Claims of the films of the library that the import may be about, with the number of their subject."""

    def films(self) -> list[Gathered]:
        """Return what each film that the import touches is to be made of."""
        rows = self._intake.rows()
        decisions = read_decisions(self._writer)
        alone = self._alone(rows) if not decisions else set()
        found = []
        numbers: dict[int, array[int]] = {}
        for number, extracts in rows.items():
            if number in alone:
                found.append(Gathered(extracts))
            else:
                numbers.setdefault(self._add(subject_of(self._intake.facts(number))), array("L")).extend(extracts)
        self._add_known()
        groups = group(self._subjects, decisions)
        return found + list(self._grouped(groups, numbers))

    def _alone(self, numbers: Collection[int]) -> set[int]:
        """Return which of the import's sayings can be about no film that the library, or another of them, speaks of.

        As `identity` has it: a title in common makes one film of two only where their years are neighbours or unknown.
        """
        keys_of, seen = self._intake.keys, set[str]()
        again: set[str] = set()
        for number in numbers:
            keys = keys_of[number]
            again |= keys & seen
            seen |= keys
        known = self._register.keys(seen)
        alone = {number for number in numbers if known.isdisjoint(keys_of[number])}
        sharing: defaultdict[str, list[int]] = defaultdict(list)
        for number in numbers:
            for key in keys_of[number] & again:
                sharing[key].append(number)
        for key, others in sharing.items():
            alone.difference_update(others if ":" in key else self._neighbours(others))
        return alone

    def _neighbours(self, numbers: Sequence[int]) -> Iterable[int]:
        """Return those of some sayings of one title whose years let them be about one film."""
        of = self._intake.years
        years = Counter([year for number in numbers if (year := of[number]) is not None])
        if years.total() < len(numbers):
            return numbers
        near = {year for year, count in years.items() if count > 1 or year - 1 in years or year + 1 in years}
        return [number for number in numbers if of[number] in near]

    def _grouped(self, groups: Iterable[list[int]], rows: Mapping[int, Sequence[int]]) -> Iterator[Gathered]:
        """Yield what is to be made of each group of subjects, where there is anything to be done."""
        claims: dict[int, list[tuple[str, Claim]]] = {}
        for film_id, said in self.claims.items():
            for claim, number in said:
                claims.setdefault(number, []).append((film_id, claim))
        for members in groups:
            one = Gathered([row for number in members for row in rows.get(number, ())])
            for number in members:
                if number in rows:
                    one.error = one.error or self._barred(self._subjects[number])
                for film_id, claim in claims.get(number, ()):
                    one.claims.setdefault(film_id, []).append(claim)
            yield one

    def _add(self, subject: Subject) -> int:
        """Return the number of a subject."""
        number = self._number.setdefault(subject.key, len(self._subjects))
        if number == len(self._subjects):
            self._subjects.append(subject)
        return number

    def _add_known(self) -> None:
        """Add the subjects of every film of the library that has a title or an id in common with these."""
        seen = {key for subject in self._subjects for key in subject.keys}
        waiting = self._register.keys(seen)
        while waiting:
            for film_id in sorted(self._register.by_key(waiting.pop()) - self.claims.keys() - self._unreadable.keys()):
                try:
                    film = self._writer.load(film_id)
                except UNREADABLE as error:
                    self._unreadable[film_id] = error
                    continue
                self.claims[film_id] = []
                for claim in about_film(film):
                    subject = subject_of(claim.facts)
                    self.claims[film_id].append((claim, self._add(subject)))
                    waiting |= self._register.keys(subject.keys - seen)
                    seen |= subject.keys

    def _barred(self, subject: Subject) -> StoreError | None:
        """Return why nothing about a subject may be written: a film that it may be about cannot be read."""
        for film_id, error in self._unreadable.items():
            film = self._register.get(film_id)
            if film is not None and subject.keys & set(film.keys):
                near = film.year is None or subject.year is None or abs(film.year - subject.year) <= 1
                if near or any(f"{scheme}:{value}" in film.keys for scheme, value in subject.ids):
                    return error
        return None
