"""Judging which film a record belongs to: the same text elsewhere, else what it names and says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from tui.errors import UNREADABLE
from tui.library.changing import Change
from tui.library.digests import Digests
from tui.library.evidence import FilmClassifier, Verdict
from tui.library.films import placed_citations, take_out
from tui.library.placements import Guess
from tui.library.register import named
from tui.library.reviews import Version, compared, is_same_text
from tui.library.texts import Digest, marks_of
from tui.models import Evidence as Reason
from tui.models import Extract, Review, StoredFilm, Trivia
from tui.text import clean

_SAME_TEXT = 0.999
_CANDIDATES = 3
_COMMON = 20
"""A mark that texts of more films than this have says nothing: «absolutely amazing» is in hundreds."""

_Marked = tuple[Collection[int], Review | Trivia, Version]
"""A text with its marks, and as it is compared."""


class Judge:
    """Judges records by the films of a library; every film is read once."""

    def __init__(self, change: Change, records: Iterable[Extract], digests: Digests, check: Callable[[], None]) -> None:
        """Learn what tells the films of a library apart.

        Args:
            change: gives the films as they are.
            records: what will be judged.
            digests: of the films whose files are as they were.
            check: raises when the user wants to stop.
        """
        self._change = change
        self._evidence = FilmClassifier()
        self._wanted = {mark for record in records for one in _said(record) for mark in marks_of(one.text)}
        self._same: defaultdict[int, list[str]] = defaultdict(list)
        """Mark of a text to the films that may have it."""
        self._texts: dict[str, list[_Marked]] = {}
        """Film to those of its reviews and trivia that may be the same as one that is judged, with their marks."""
        for film_id in sorted(change.ids()):
            check()
            digest = self._digest(film_id, digests)
            if digest is not None:
                self._evidence.add(film_id, digest)
                for mark in self._wanted.intersection(digest.marks):
                    self._same[mark].append(film_id)
        for mark in [mark for mark, films in self._same.items() if len(films) > _COMMON]:
            del self._same[mark]
        self._wanted &= self._same.keys()
        self._evidence.finish()

    def _digest(self, film_id: str, digests: Digests) -> Digest | None:
        known = digests.get(film_id) if film_id not in self._change.changed else None
        if known is not None:
            return known
        film = self._read(film_id)
        return digests.make(film_id, film, keep=film_id not in self._change.changed) if film is not None else None

    def _texts_of(self, film_id: str) -> list[_Marked]:
        if film_id not in self._texts:
            film = self._read(film_id)
            held: list[tuple[Review | Trivia, ...]] = []
            if film is not None:
                held += [(entry.shown, *entry.versions) for entry in film.reviews]
                held += [(entry.shown, *entry.versions) for entry in film.trivia]
            marked = [({mark for one in texts for mark in marks_of(one.text)}, texts[0]) for texts in held]
            self._texts[film_id] = [
                (marks & self._wanted, said, compared(_review(said))) for marks, said in marked if marks & self._wanted
            ]
        return self._texts[film_id]

    def _read(self, film_id: str) -> StoredFilm | None:
        """Return what of a film is evidence; None where that is nothing, or cannot be read."""
        try:
            return _without_placed(self._change.writer.load(film_id))
        except UNREADABLE:
            return None

    def guesses(self, record: Extract, barred: Collection[str] = ()) -> list[Guess]:
        """Return the films that a record may belong to, best first, but for those that the user barred it from."""
        same = [guess for guess in self._same_text(record) if guess.film not in barred]
        if len(same) == 1:
            return same
        if same:  # the same text stands with several films: none of them is sure
            return [replace(guess, score=0.5) for guess in same[:_CANDIDATES]]
        verdicts = [verdict for verdict in self._evidence.judge(_text(record)) if verdict.film not in barred]
        return [self._guess(verdict, _text(record)) for verdict in verdicts[:_CANDIDATES] if verdict.score >= 0.02]

    def _same_text(self, record: Extract) -> list[Guess]:
        found: dict[str, Guess] = {}
        for said in _said(record):
            marks, version = set(marks_of(said.text)), compared(_review(said))
            for film_id in sorted({film for mark in marks for film in self._same.get(mark, ())} - found.keys()):
                near = (
                    other
                    for held, known, other in self._texts_of(film_id)
                    if type(known) is type(said) and not marks.isdisjoint(held)
                )
                same = next((other for other in near if is_same_text(version, other)), None)
                if same is not None:
                    by = f" by {same.review.author}" if same.review.author else ""
                    kind = "review" if isinstance(said, Review) else "trivia"
                    told = f"same text as the {kind}{by} of {self._name(film_id)}"
                    reason = Reason(score=_SAME_TEXT, text=clean(told))
                    found[film_id] = Guess(film=film_id, score=_SAME_TEXT, evidence=(reason,))
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


def _said(record: Extract) -> tuple[Review | Trivia, ...]:
    """Return the texts of a record."""
    return (*record.reviews, *record.trivia)


def _review(said: Review | Trivia) -> Review:
    """Return a text as one to compare."""
    return said if isinstance(said, Review) else Review(text=said.text)


def _without_placed(film: StoredFilm) -> StoredFilm | None:
    """Return what of a film is evidence: all but the records that were placed with it; None where that is nothing."""
    placed = placed_citations(film)
    bare = take_out(film, placed) if placed else film
    return replace(bare, id=film.id) if bare is not None else None


def _told(verdict: Verdict, text: str, film: str) -> Iterator[str]:
    """Say why a text may be about a film, as a person would."""
    if verdict.titled:
        yield f"names the title of {film}"
    unique = _spelled(verdict.unique, text)
    said = {word for name in verdict.unique for word in (name, *name.split())}
    others = _spelled([name for name in verdict.names if name not in said], text)
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
    return sorted(found[:4], key=text.find)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(record: Extract) -> str:
    reviews = [f"{review.headline or ''}. {review.text}" for review in record.reviews]
    return "\n".join(reviews + [item.text for item in record.trivia])
