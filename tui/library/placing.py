"""Placing records that name no film, by evidence; what has too little waits in Unfiled with its candidates.

Every import judges all of them again: those that wait, and those that were placed by evidence before. So what is
placed is a function of the library's films and of the records, not of the order in which they came; records that
were placed are no evidence for others. What the user decided is never judged again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from tui.library.changing import Change, Writer
from tui.library.evidence import Evidence, Verdict
from tui.library.films import Parts, placed_citations, take_out, unite_documents
from tui.library.intake import Intake, ReadDocument
from tui.library.register import named
from tui.library.reviews import LONG, is_same_text, versions_of
from tui.library.wording import anchors, wording
from tui.models import Citation, Document, Extract, Review, StoredFilm, UnfiledRecord
from tui.models import Evidence as Reason
from tui.text import clean

SURE = 0.96
"""From here on a record is placed: what is placed is right in 99 of 100 cases (tests/benchmarks/placing.py)."""
STATE = "placements"
_SAME_TEXT = 0.999
_CANDIDATES = 3


class Placement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a record was placed."""

    film: str
    source: Citation
    score: float = 1.0
    evidence: tuple[Reason, ...] = ()
    decided: bool = False
    """True where the user said so."""


class Guess(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A film that a waiting record may belong to."""

    film: str
    score: float
    evidence: tuple[Reason, ...] = ()


class Placements(msgspec.Struct, kw_only=True):
    """What is known of all records that name no film."""

    placed: dict[str, Placement] = {}
    guesses: dict[str, tuple[Guess, ...]] = {}
    """Of the records that wait."""
    barred: dict[str, tuple[str, ...]] = {}
    """Films that the user said a record does not belong to."""


def read_placements(state: Callable[[str], bytes | None]) -> Placements:
    """Return what is known of all records that name no film."""
    raw = state(STATE)
    return msgspec.json.decode(raw, type=Placements) if raw else Placements()


def write_placements(writer: Writer, placements: Placements) -> None:
    """Write what is known of all records that name no film, in canonical order."""
    writer.put_state(STATE, msgspec.json.encode(placements, order="deterministic"))


def record_id(extract: Extract) -> str:
    """Return the id of a record that names no film: the same whenever its document is read."""
    texts = [review.text for review in extract.reviews] + [item.text for item in extract.trivia]
    content = f"{extract.source.sha256}{extract.source.lines}{''.join(texts)}"
    return blake2b(content.encode(), digest_size=5).hexdigest()


@dataclass(slots=True)
class Placed:
    """What placing came to."""

    reviews: int = 0
    """Reviews that films have more than before."""
    waiting: int = 0
    """Records of this import that wait for their film."""


@dataclass(slots=True)
class _Record:
    extract: Extract
    document: Document
    film: str | None = None
    """Film that it is placed with now."""
    found: list[Guess] = field(default_factory=list)

    @property
    def text(self) -> str:
        reviews = [f"{review.headline or ''}. {review.text}" for review in self.extract.reviews]
        return "\n".join(reviews + [item.text for item in self.extract.trivia])


class Placer:
    """Places records with films."""

    def place(self, change: Change, intake: Intake, loose: Sequence[int], check: Callable[[], None]) -> Placed:
        """Place what can be placed, let the rest wait."""
        new: dict[str, _Record] = {}
        owners: defaultdict[str, list[ReadDocument]] = defaultdict(list)
        for extract, document, record in intake.extracts(loose):
            identity = record_id(extract)
            known = new.get(identity)
            new[identity] = _Record(extract, _same_document(record, known.document) if known else record)
            owners[identity].append(document)
            document.unfiled.add(identity)
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
        before = self._reviews(change, {record.film for record in pool.values() if record.film})
        judge = _Judge(change, pool, placements, check)
        for identity, record in sorted(pool.items()):
            check()
            record.found = judge.guesses(identity, record)
        moved = {identity: record for identity, record in pool.items() if _film_of(record) != record.film}
        affected = {record.film for record in moved.values()} | {_film_of(record) for record in moved.values()}
        extra = self._reviews(change, {film for film in affected if film} - before.keys())
        final = self._move(change, moved)
        self._keep(change.writer, placements, pool, waiting, final)
        touched = {film for film in final.values() if film} | {film for film in (*before, *extra)}
        after = self._reviews(change, touched)
        had = {**before, **extra}
        gained = sum(after.values()) - sum(had.values())
        return Placed(gained, sum(not _film_of(pool[identity]) for identity in new if identity in pool))

    def _pool(
        self,
        change: Change,
        placements: Placements,
        waiting: dict[str, UnfiledRecord],
        new: dict[str, _Record],
    ) -> dict[str, _Record]:
        pool = {
            identity: _Record(record.extract, record.document)
            for identity, record in waiting.items()
            if not record.ignored
        }
        for identity, record in new.items():
            if identity in pool:
                pool[identity].document = _same_document(record.document, pool[identity].document)
            elif identity not in placements.placed and identity not in waiting:
                pool[identity] = record
        by_film: defaultdict[str, list[str]] = defaultdict(list)
        for identity, placed in placements.placed.items():
            film = change.current(placed.film)
            if film is None:
                if identity in new:
                    pool[identity] = new[identity]
            elif not placed.decided:
                by_film[film].append(identity)
        for film, identities in by_film.items():
            stored = change.writer.load(film)
            for identity in identities:
                taken = self.record_in(stored, identity, placements.placed[identity])
                if taken.extract.reviews or taken.extract.trivia:
                    pool[identity] = _Record(taken.extract, taken.document, film)
                    if identity in new:
                        pool[identity].document = _same_document(new[identity].document, taken.document)
                elif identity in new:
                    pool[identity] = new[identity]
        return pool

    def record_in(self, film: StoredFilm, identity: str, placed: Placement) -> UnfiledRecord:
        """Return a record that is placed with a film, as it was when it came."""
        reviews = [
            replace(version, sources=(placed.source,))
            for entry in film.reviews
            for version in versions_of(entry)
            if placed.source in version.sources
        ]
        trivia = [
            replace(item.shown, id="", sources=(placed.source,))
            for item in film.trivia
            if placed.source in item.shown.sources
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
        leaving: defaultdict[str, list[Citation]] = defaultdict(list)
        coming: defaultdict[str, list[_Record]] = defaultdict(list)
        for record in moved.values():
            if record.film:
                leaving[record.film].append(record.extract.source)
            film = _film_of(record)
            if film:
                coming[film].append(record)
        for film in sorted({*leaving, *coming}):
            stored: StoredFilm | None = change.writer.load(film)
            if stored is not None and leaving[film]:
                stored = take_out(stored, leaving[film])
            parts = Parts()
            if stored is not None:
                parts.add_film(stored)
            for record in coming[film]:
                parts.add_extract(replace(record.extract, inferred=True), record.document)
            if stored is None and not coming[film]:
                change.remove(film)
                continue
            made = change.put(parts.film(), {film})
            for identity, placed in final.items():
                if placed == film:
                    final[identity] = made.id
        return final

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


def _film_of(record: _Record) -> str | None:
    """Return the film that the evidence places a record with; None where it is too little."""
    return record.found[0].film if record.found and record.found[0].score >= SURE else None


class _Judge:
    """Judges records by the films of a library; every film is read once."""

    def __init__(
        self, change: Change, pool: dict[str, _Record], placements: Placements, check: Callable[[], None]
    ) -> None:
        self._change = change
        self._barred = placements.barred
        self._evidence = Evidence()
        wanted = {mark for record in pool.values() for review in record.extract.reviews for mark in _marks(review.text)}
        self._same: defaultdict[str, dict[tuple[str, str], Review]] = defaultdict(dict)
        """Mark of a text to the reviews that may have it: by film and id, as shown."""
        for film_id in sorted(change.ids()):
            check()
            film = _without_placed(change.writer.load(film_id))
            if film is not None:
                self._evidence.add(film)
                self._remember(film, wanted)
        self._evidence.finish()

    def _remember(self, film: StoredFilm, wanted: set[str]) -> None:
        for entry in film.reviews if wanted else ():
            for text in {entry.shown.text, *(one.text for one in entry.versions)}:
                for mark in wanted.intersection(_marks(text)):
                    self._same[mark][film.id, entry.shown.id] = entry.shown

    def guesses(self, identity: str, record: _Record) -> list[Guess]:
        """Return the films that a record may belong to, best first."""
        barred = self._barred.get(identity, ())
        same = [guess for guess in self._same_text(record) if guess.film not in barred]
        if len(same) == 1:
            return same
        if same:  # the same text stands with several films: none of them is sure
            return [replace(guess, score=0.5) for guess in same[:_CANDIDATES]]
        verdicts = [verdict for verdict in self._evidence.judge(record.text) if verdict.film not in barred]
        return [self._guess(verdict, record.text) for verdict in verdicts[:_CANDIDATES] if verdict.score >= 0.02]

    def _same_text(self, record: _Record) -> list[Guess]:
        found: dict[str, Guess] = {}
        for review in record.extract.reviews:
            near = {key: shown for mark in _marks(review.text) for key, shown in self._same.get(mark, {}).items()}
            for (film, _), shown in sorted(near.items()):
                if film not in found and is_same_text(review, shown):
                    by = f" by {shown.author}" if shown.author else ""
                    reason = Reason(score=_SAME_TEXT, text=clean(f"same text as the review{by} of {self._name(film)}"))
                    found[film] = Guess(film=film, score=_SAME_TEXT, evidence=(reason,))
        return list(found.values())

    def _name(self, film_id: str) -> str:
        summary = self._change.summary(film_id)
        return named(summary) if summary else film_id

    def _guess(self, verdict: Verdict, text: str) -> Guess:
        return Guess(
            film=verdict.film,
            score=verdict.score,
            evidence=tuple(
                Reason(score=verdict.score, text=clean(told)) for told in _told(verdict, text, self._name(verdict.film))
            ),
        )


def _without_placed(film: StoredFilm) -> StoredFilm | None:
    """Return what of a film is evidence: all but the records that were placed with it; None where that is nothing."""
    placed = placed_citations(film)
    bare = take_out(film, placed) if placed else film
    return replace(bare, id=film.id) if bare is not None else None


def _same_document(one: Document, other: Document) -> Document:
    """Return a document that came twice, under two names perhaps, as one."""
    return unite_documents((one, other))[0]


def _told(verdict: Verdict, text: str, film: str) -> Iterator[str]:
    """Say why a text may be about a film, as a person would."""
    if verdict.titled:
        yield f"names the title of {film}"
    unique = _spelled(verdict.unique, text)
    others = _spelled([name for name in verdict.names if name not in verdict.unique], text)
    if unique:
        yield f"names {_listed(unique)}, who {'occurs' if len(unique) == 1 else 'occur'} only in {film}"
    if others:
        yield f"names {_listed(others)}, like other texts about {film}"
    if verdict.words and not unique:
        yield f"has uncommon words in common with texts about {film}: {_listed(verdict.words)}"


def _spelled(names: Sequence[str], text: str) -> list[str]:
    """Return names as a text writes them, none that is part of another."""
    found: list[str] = []
    for name in sorted(names, key=lambda name: -len(name)):
        if not any(name in other.casefold().split() or name in other.casefold() for other in found):
            match = re.search(r"\W+".join(map(re.escape, name.split())), text, re.IGNORECASE)
            found.append(match[0] if match else name.title())
    return sorted(found[:4], key=lambda name: text.find(name))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _marks(text: str) -> Collection[str]:
    """Return what nearly the same text has in common with this one: its beginning, its end, two of its anchors."""
    words = wording(text)
    parts = words.split(" ")
    if len(parts) < LONG:
        return ()
    return {" ".join(parts[:8]), " ".join(parts[4:12]), " ".join(parts[-8:]), *sorted(anchors(words))[:3]}
