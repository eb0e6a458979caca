"""Placing records that name no film, by evidence; what has too little waits in Unfiled with its candidates.

Every import judges all of them again: those that wait, and those that were placed by evidence before. So what is
placed is a function of the library's films and of the records, not of the order in which they came; records that
were placed are no evidence for others. What the user decided is never judged again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from msgspec.structs import replace

from tui.errors import UNREADABLE
from tui.library.changing import Change, Writer
from tui.library.digests import Digests
from tui.library.films import Parts, take_out, unite_documents, within
from tui.library.intake import Intake, ReadDocument
from tui.library.judging import Judge
from tui.library.placements import Guess, Placement, Placements, read_placements, record_id, write_placements
from tui.library.reviews import versions_of
from tui.library.weighing import SURE
from tui.models import Citation, Extract, SourceDocument, StoredFilm, UnfiledRecord


@dataclass(slots=True)
class Placed:
    """What placing came to."""

    reviews: int = 0
    """Reviews that films have more than before."""
    waiting: int = 0
    """Records of this import that wait for their film."""
    merged: int = 0
    """Reviews of this import that their films had already."""


@dataclass(slots=True)
class _Record:
    extract: Extract
    document: SourceDocument
    film: str | None = None
    """Film that it is placed with now."""
    renamed: bool = False
    """Whether its document came again under another name."""
    found: list[Guess] = field(default_factory=list)


class Placer:
    """Places records with films."""

    def __init__(self, digests: Digests) -> None:
        """Take the digests of the films as they are on disk."""
        self._digests = digests
        self._lifted: dict[str, _Record] = {}
        """Records whose film is being taken apart."""
        self._merged = 0

    def lift(self, change: Change, film: StoredFilm) -> StoredFilm:
        """Return a film that is to be taken apart without what was placed with it; that is judged again."""
        placements = read_placements(change.writer.state)
        found = {
            identity: self.record_in(film, identity, placed)
            for identity, placed in placements.placed.items()
            if not placed.decided and change.current(placed.film) == film.id
        }
        self._lifted |= {identity: _Record(taken.extract, taken.document) for identity, taken in found.items()}
        return take_out(film, [taken.extract.source for taken in found.values()]) or film

    def place(self, change: Change, intake: Intake, loose: Sequence[int], check: Callable[[], None]) -> Placed:
        """Place what can be placed, let the rest wait."""
        new: dict[str, _Record] = {}
        owners: defaultdict[str, list[ReadDocument]] = defaultdict(list)
        aside: dict[str, UnfiledRecord] = {}
        for extract, document, record in intake.extracts(loose):
            identity = record_id(extract)
            if not _is_of_a_film(extract):
                aside[identity] = UnfiledRecord(id=identity, extract=extract, document=record, ignored=True)
                document.unfiled.add(identity)
                document.kept = True
                continue
            known = new.get(identity)
            new[identity] = _Record(extract, _same_document(record, known.document) if known else record)
            owners[identity].append(document)
            document.unfiled.add(identity)
        if aside:
            waiting = aside | {one.id: one for one in change.writer.unfiled()}  # what was taken up again stays so
            change.writer.put_unfiled([waiting[identity] for identity in sorted(waiting)])
        placed = self.place_again(change, new, check)
        placements = read_placements(change.writer.state)
        for identity, documents in owners.items():
            where = placements.placed.get(identity)
            for document in documents:
                self._tell(document, identity, where)
        return placed

    def _tell(self, document: ReadDocument, identity: str, where: Placement | None) -> None:
        if where is not None:
            document.unfiled.add(identity)
            document.films.add(where.film)
            document.changed = True
            document.why.append(f"placed with {where.film}: {'; '.join(reason.text for reason in where.evidence)}")

    def place_again(
        self, change: Change, new: dict[str, _Record] | None = None, check: Callable[[], None] = lambda: None
    ) -> Placed:
        """Judge every record again that nobody decided about, the new ones among them."""
        new = new or {}
        placements = read_placements(change.writer.state)
        waiting = {record.id: record for record in change.writer.unfiled()}
        pool = self._pool(change, placements, waiting, new)
        if not pool:
            return Placed()
        before = self._reviews(change, (record.film for record in pool.values() if record.film))
        judge = Judge(change, [record.extract for record in pool.values()], self._digests, check)
        for identity, record in sorted(pool.items()):
            check()
            record.found = judge.guesses(record.extract, placements.barred.get(identity, ()))
        self._digests.save()
        moved = {
            identity: record for identity, record in pool.items() if record.renamed or _film_of(record) != record.film
        }
        affected = {record.film for record in moved.values()} | {_film_of(record) for record in moved.values()}
        extra = self._reviews(change, {film for film in affected if film} - before.keys())
        final = self._move(change, moved)
        self._keep(change.writer, placements, pool, waiting, final)
        touched = {film for film in final.values() if film} | before.keys() | extra.keys()
        after = self._reviews(change, touched)
        had = {**before, **extra}
        gained = sum(after.values()) - sum(had.values())
        waits = sum(not _film_of(pool[identity]) for identity in new if identity in pool)
        return Placed(gained, waits, self._merged)

    def _pool(
        self,
        change: Change,
        placements: Placements,
        waiting: dict[str, UnfiledRecord],
        new: dict[str, _Record],
    ) -> dict[str, _Record]:
        """Return every record that nobody decided about: those that wait, those that were placed, the new ones."""
        pool = {
            record.id: _Record(record.extract, record.document) for record in waiting.values() if not record.ignored
        }
        pool |= self._lifted
        settled = {record.id for record in waiting.values() if record.ignored}
        load = cache(change.writer.load)
        for identity, placed in placements.placed.items():
            if identity in self._lifted:
                continue
            if placed.decided:
                settled |= {identity} if change.current(placed.film) is not None else set()
                continue
            try:
                film = self._home(change.heirs(placed.film), placed, load)
            except UNREADABLE:
                settled.add(identity)  # it stays with the film until that is mended
                continue
            if film is not None:
                taken = self.record_in(film, identity, placed)
                if taken.extract.reviews or taken.extract.trivia:
                    pool[identity] = _Record(taken.extract, taken.document, film.id)
        for identity, record in new.items():
            if identity in pool:
                known = pool[identity]
                document = _same_document(record.document, known.document)
                known.renamed = document.name != known.document.name
                known.document = document
            elif identity not in settled:
                pool[identity] = record
        return pool

    def _home(self, films: Iterable[str], placed: Placement, load: Callable[[str], StoredFilm]) -> StoredFilm | None:
        """Return the film that holds a placed record; ids may have passed on to other films since."""
        for film in map(load, films):
            if any(document.sha256 == placed.source.sha256 for document in film.documents):
                return film
        return None

    def record_in(self, film: StoredFilm, identity: str, placed: Placement) -> UnfiledRecord:
        """Return a record that is placed with a film, as it was when it came."""
        reviews = [
            replace(version, sources=own)
            for entry in film.reviews
            for version in versions_of(entry)
            if (own := tuple(source for source in version.sources if within(source, {placed.source})))
        ]
        trivia = [
            replace(item.shown, id="", sources=own)
            for item in film.trivia
            if (own := tuple(source for source in item.shown.sources if within(source, {placed.source})))
        ]
        claims = [claim for claim in film.claims if claim.source == placed.source]
        document = next(one for one in film.documents if one.sha256 == placed.source.sha256)
        extract = Extract(source=placed.source, reviews=tuple(reviews), trivia=tuple(trivia))
        if claims:
            extract = replace(extract, facts=claims[0].facts)
        return UnfiledRecord(id=identity, extract=extract, document=document)

    def _reviews(self, change: Change, films: Iterable[str]) -> dict[str, int]:
        known = {film: change.summary(film) for film in films}
        return {film: summary.reviews for film, summary in known.items() if summary is not None}

    def _move(self, change: Change, moved: dict[str, _Record]) -> dict[str, str | None]:
        """Put records with the films that they belong to now; return the film of each, by its id afterwards."""
        final: dict[str, str | None] = {identity: _film_of(record) for identity, record in moved.items()}
        leaving: defaultdict[str | None, list[Citation]] = defaultdict(list)
        coming: defaultdict[str | None, list[_Record]] = defaultdict(list)
        here: defaultdict[str | None, list[str]] = defaultdict(list)
        for identity, record in moved.items():
            here[_film_of(record)].append(identity)
            leaving[record.film].append(record.extract.source)
            coming[_film_of(record)].append(record)
        for film in sorted(film for film in {*leaving, *coming} if film):
            made = self._exchange(change, film, leaving[film], coming[film])
            final.update(dict.fromkeys(here[film], made))
        return final

    def _exchange(
        self, change: Change, film: str, leaving: Sequence[Citation], coming: Sequence[_Record]
    ) -> str | None:
        """Take records off a film and put others with it; return its id, None where nothing is left or none can be."""
        stored = _readable(change, film)
        if stored is None:
            return None
        if leaving:
            stored = take_out(stored, leaving)
        if stored is None and not coming:
            change.remove(film)
            return None
        parts = Parts()
        if stored is not None:
            parts.add_film(stored)
        for record in coming:
            parts.add_extract(replace(record.extract, inferred=True), record.document)
        made = parts.film()
        fresh = {
            source
            for record in coming
            if record.film is None
            for one in record.extract.reviews
            for source in one.sources
        }
        self._merged += sum(len(fresh.intersection(entry.shown.sources)) for entry in made.reviews) - sum(
            not fresh.isdisjoint(entry.shown.sources) and fresh.issuperset(entry.shown.sources)
            for entry in made.reviews
        )
        return change.put(made, {film}).id

    def _keep(
        self,
        writer: Writer,
        placements: Placements,
        pool: dict[str, _Record],
        waiting: dict[str, UnfiledRecord],
        final: dict[str, str | None],
    ) -> None:
        for identity, record in pool.items():
            film = final.get(identity, _film_of(record))
            placements.placed.pop(identity, None)
            placements.guesses.pop(identity, None)
            if film:
                best = record.found[0]
                placements.placed[identity] = Placement(
                    film=film, source=record.extract.source, score=best.score, evidence=best.evidence
                )
                waiting.pop(identity, None)
            else:
                if record.found:
                    placements.guesses[identity] = tuple(record.found)
                waiting[identity] = UnfiledRecord(id=identity, extract=record.extract, document=record.document)
        writer.put_unfiled([waiting[identity] for identity in sorted(waiting)])
        write_placements(writer, placements)


def _is_of_a_film(extract: Extract) -> bool:
    """Say whether a record tells of a film, so that it can be filed: a list of links or a profile does not."""
    told = extract.facts.plot or extract.facts.synopsis
    return bool(extract.reviews or extract.trivia or told)


def _readable(change: Change, film: str) -> StoredFilm | None:
    """Return a film; None where its file cannot be read."""
    try:
        return change.writer.load(film)
    except UNREADABLE:
        return None


def _film_of(record: _Record) -> str | None:
    """Return the film that the evidence places a record with; None where it is too little."""
    return record.found[0].film if record.found and record.found[0].score >= SURE else None


def _same_document(one: SourceDocument, other: SourceDocument) -> SourceDocument:
    """Return a document that came twice, under two names perhaps, as one."""
    return unite_documents((one, other))[0]
