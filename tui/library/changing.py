"""One change of the library: films put and removed in a transaction, each under the id that it should have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from msgspec.structs import replace

from tui.errors import NotFoundError
from tui.library.films import about_film
from tui.library.identity import subject_of
from tui.library.index_feed import IndexFeed
from tui.library.register import DISTINCT, Register
from tui.library.spool import Spool
from tui.library.views import summary_of, view_of
from tui.models import FilmSummary, StoredFilm, UnfiledRecord
from tui.store import LedgerEntry, Store


class Writer(Protocol):
    """What a change is written to: a transaction of the store, or a rehearsal of one."""

    def load(self, film_id: str) -> StoredFilm:
        """Return a film as it is in this change."""
        ...

    def put(self, film: StoredFilm) -> None:
        """Write a film."""
        ...

    def remove(self, film_id: str) -> None:
        """Remove a film."""
        ...

    def unfiled(self) -> tuple[UnfiledRecord, ...]:
        """Return the waiting records as they are in this change."""
        ...

    def put_unfiled(self, records: Iterable[UnfiledRecord]) -> None:
        """Replace the waiting records."""
        ...

    def state(self, name: str) -> bytes | None:
        """Return a state document as it is in this change."""
        ...

    def put_state(self, name: str, document: bytes) -> None:
        """Write a state document."""
        ...

    def put_ledger(self, entries: Mapping[str, LedgerEntry], forget: Collection[str] = ()) -> None:
        """Write entries of the ledger."""
        ...


class Rehearsal:
    """A writer that writes nothing: what an import would do is seen, and the library stays as it is."""

    def __init__(self, store: Store) -> None:
        """Read from `store` what was not put here."""
        self._store = store
        self._spool = Spool(StoredFilm)
        self._films: dict[str, int | None] = {}
        """Numbers of the films in the spool; None for those that would go."""
        self._unfiled: tuple[UnfiledRecord, ...] | None = None
        self._states: dict[str, bytes] = {}

    def load(self, film_id: str) -> StoredFilm:
        """Return a film as it would be."""
        if film_id not in self._films:
            return self._store.load(film_id)
        number = self._films[film_id]
        if number is None:
            raise NotFoundError(film_id, "there is no such film")
        return self._spool[number]

    def put(self, film: StoredFilm) -> None:
        """Remember a film."""
        self._films[film.id] = len(self._spool)
        self._spool.add(film)

    def remove(self, film_id: str) -> None:
        """Remember that a film would go."""
        self._films[film_id] = None

    def unfiled(self) -> tuple[UnfiledRecord, ...]:
        """Return the waiting records as they would be."""
        return self._store.unfiled() if self._unfiled is None else self._unfiled

    def put_unfiled(self, records: Iterable[UnfiledRecord]) -> None:
        """Remember the waiting records."""
        self._unfiled = tuple(records)

    def state(self, name: str) -> bytes | None:
        """Return a state document as it would be."""
        return self._states.get(name) or self._store.state(name)

    def put_state(self, name: str, document: bytes) -> None:
        """Remember a state document."""
        self._states[name] = document

    def put_ledger(self, entries: Mapping[str, LedgerEntry], forget: Collection[str] = ()) -> None:
        """Do nothing: a rehearsal has no ledger."""

    def close(self) -> None:
        """Give back what the films took."""
        self._spool.close()


class Change:
    """Films put and removed; keeps ids apart and remembers what was changed."""

    def __init__(self, writer: Writer, register: Register, feed: IndexFeed | None = None) -> None:
        """Begin a change.

        Args:
            writer: the transaction.
            register: all films as they are before it.
            feed: the index, where it is written at the same time.
        """
        self.writer = writer
        self._feed = feed
        self.changed: dict[str, FilmSummary] = {}
        self.removed: set[str] = set()
        self.renamed: dict[str, str] = {}
        """Ids that films were given in this change and have lost again, to the ids that they have now."""
        self._before = register
        self._named: defaultdict[str, set[str]] | None = None
        self._left: set[str] = set()
        """Ids, without marks, that a film has left."""

    def ids(self) -> set[str]:
        """Return the ids of all films as they are now."""
        return ({film.id for film in self._before} - self.removed) | self.changed.keys()

    def summary(self, film_id: str) -> FilmSummary | None:
        """Return a film's summary as it is now."""
        if film_id in self.removed:
            return None
        return self.changed.get(film_id) or self._before.get(film_id)

    def current(self, film_id: str) -> str | None:
        """Return the id that a film has now which had this id before; None where there is none, or more than one."""
        if self.summary(film_id) is not None:
            return film_id
        heirs = {film.id for film in self.changed.values() if film_id in film.aliases}
        before = self._before.current(film_id)
        if before is not None and before.id not in self.removed:
            heirs.add(before.id)
        return next(iter(heirs)) if len(heirs) == 1 else None

    def heirs(self, film_id: str) -> list[str]:
        """Return the ids of all films that have this id now or had it before."""
        found = {film.id for film in self.changed.values() if film_id in film.aliases}
        return sorted(found | {one for one in (film_id, self.current(film_id)) if one and self.summary(one)})

    def settle(self) -> None:
        """Take the mark off films that no longer share their title and year with another."""
        for base in sorted(self._left):
            names = self._names()[base]
            if len(names) == 1 and base not in names:
                marked = next(iter(names))
                film = self.writer.load(marked)
                self._rename(marked, replace(film, id=base, aliases=tuple(sorted({*film.aliases, marked} - {base}))))
        self._left.clear()

    def put(self, film: StoredFilm, replacing: Collection[str] = ()) -> StoredFilm:
        """Write a film under the id that it should have, in the place of others that it is made of.

        Two films of one title and year both carry what tells them apart, so neither depends on which came first.

        Returns:
            The film as it was written.
        """
        base = film.id
        if rivals := sorted(self._names()[base].difference(replacing)):
            film = _distinct(film)
            if rivals == [base]:
                self._rename(base, _distinct(self.writer.load(base)))
        for gone in replacing:
            if gone != film.id:
                self.remove(gone)
        self._write(film)
        return film

    def _rename(self, old: str, film: StoredFilm) -> None:
        self.renamed |= {former: film.id for former, now in self.renamed.items() if now == old} | {old: film.id}
        self.remove(old)
        self._write(film)

    def _write(self, film: StoredFilm) -> None:
        self.writer.put(film)
        self._names()[film.id.partition(DISTINCT)[0]].add(film.id)
        self.removed.discard(film.id)
        if self._feed is None:
            self.changed[film.id] = summary_of(film)
            return
        view = view_of(film)
        self._feed.put(view)
        self.changed[film.id] = summary_of(film, view.film)

    def remove(self, film_id: str) -> None:
        """Remove a film."""
        self.writer.remove(film_id)
        base = film_id.partition(DISTINCT)[0]
        self._names()[base].discard(film_id)
        self._left.add(base)
        self.changed.pop(film_id, None)
        if self._feed is not None:
            self._feed.remove(film_id)
        if film_id in self._before:
            self.removed.add(film_id)

    def _names(self) -> defaultdict[str, set[str]]:
        if self._named is None:
            self._named = defaultdict(set)
            for film in self._before:
                self._named[film.id.partition(DISTINCT)[0]].add(film.id)
        return self._named


def _distinct(film: StoredFilm) -> StoredFilm:
    """Return a film with an id that no other film has: its IMDb id behind it, else a hash of what identifies it."""
    base = film.id.partition(DISTINCT)[0]
    ids = sorted({claim.facts.ids["imdb"] for claim in film.claims if "imdb" in claim.facts.ids})
    mark = ids[0] if ids else min(subject_of(claim.facts).key for claim in about_film(film))[:6]
    distinct = f"{base}{DISTINCT}{mark}"
    return replace(film, id=distinct, aliases=tuple(sorted({*film.aliases, base} - {distinct})))
