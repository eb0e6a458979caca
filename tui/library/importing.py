"""An import: read, tell films apart, merge, place what names no film, write all of it at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import count

import msgspec

from tui.errors import UNREADABLE, StoreError
from tui.library.changing import Change, Writer
from tui.library.films import Parts, film_of, part
from tui.library.gathering import Gathered, Gathering
from tui.library.index_feed import IndexFeed
from tui.library.intake import LOOSE, Intake, ReadDocument
from tui.library.placing import Placed, Placer
from tui.library.register import DISTINCT, Register
from tui.models import ImportReport, Progress, Remark, StoredFilm
from tui.store import LedgerEntry


class Import:
    """One import, from what was read to what was written."""

    def __init__(
        self,
        intake: Intake,
        writer: Writer,
        register: Register,
        placer: Placer,
        *,
        unreadable: Mapping[str, StoreError],
        feed: IndexFeed | None,
        progress: Callable[[Progress], None],
    ) -> None:
        """Prepare the import of `intake` into the library that `register` lists; `feed` takes it to the index."""
        self.intake = intake
        self.change = Change(writer, register, feed)
        self._writer = writer
        self._register = register
        self._placer = placer
        self._progress = progress
        self._unreadable = dict(unreadable)
        """Films whose files cannot be read: what is about them is left out, and everything else comes in."""
        self._added = [0, 0]
        """Reviews and trivia that the library holds more than before."""
        self._merged = 0
        """Reviews of this import that are others' too: the library's, or each other's."""

    def run(self) -> ImportReport:
        """Do it and say what became of the documents.

        Raises:
            CancelledError: the user stopped it; the writer's transaction is to be given up.
        """
        films = {film.id for film in self._register}
        gathered = self._gather()
        for number, film in enumerate(gathered):
            self.intake.check()
            if number % 16 == 0:
                self._tell("merging", number, len(gathered), "films")
            self._merge(film)
        self.change.settle()
        placed = self._place() if self.intake.owner else Placed()
        self._added[0] += placed.reviews
        self._merged += placed.merged
        self._write_ledger()
        self._tell("writing", 0, len(self.change.changed), "films")
        self.intake.check()  # from here on it happens
        return self._report(len(self.change.ids()) - len(films), placed.waiting)

    def _place(self) -> Placed:
        """Place what names no film; where nothing was read, all is where it was placed before."""
        loose = [number for number, subject in enumerate(self.intake.subject) if subject == LOOSE]
        return self._placer.place(self.change, self.intake, loose, self._looking(len(loose)))

    def _looking(self, records: int) -> Callable[[], None]:
        """Return what placing calls for each film and record that it looks at: beside many films it takes long."""
        total, looked = len(self.change.ids()) + records, count()

        def look() -> None:
            if (number := next(looked)) % 32 == 0:
                self._tell("placing", min(number, total), total, "films and records")
            self.intake.check()

        self._tell("placing", 0, total, "films and records")
        return look

    def _tell(self, task: str, done: int, total: int, unit: str) -> None:
        self.intake.check()
        self._progress(Progress(task=task, done=done, total=total, unit=unit))

    def _gather(self) -> list[Gathered]:
        """Return what each film that this import touches is to be made of."""
        gathering = Gathering(self.intake, self._writer, self._register, self._unreadable)
        found = gathering.films()
        self._tear(found, gathering.claims)
        if self.intake.bare:
            _leave_numbers(found, self.intake)
        return [one for one in found if one.rows or one.pieces or len(one.claims) > 1]

    def _tear(self, found: Sequence[Gathered], claims_of: Mapping[str, Sequence[object]]) -> None:
        """Take apart the films whose claims turned out to be about several; the largest part keeps their own layer."""
        torn: defaultdict[str, list[Gathered]] = defaultdict(list)
        for one in found:
            for film_id, claims in one.claims.items():
                if len(claims) < len(claims_of[film_id]):
                    torn[film_id].append(one)
        for film_id, shares in sorted(torn.items()):
            whole = self._writer.load(film_id)
            film = self._placer.lift(self.change, whole)
            shares.sort(key=lambda one: (-len(one.claims[film_id]), msgspec.json.encode(one.claims[film_id])))
            for one, parts in zip(shares, part(film, [one.claims.pop(film_id) for one in shares]), strict=True):
                one.pieces.append(parts)
            self.change.remove(film_id)
            self._added[0] -= len(whole.reviews)
            self._added[1] -= len(whole.trivia)

    def _merge(self, gathered: Gathered) -> None:
        try:
            if gathered.error is not None:
                raise gathered.error
            self._make(gathered)
        except UNREADABLE as error:
            self._refuse(gathered, error)

    def _refuse(self, gathered: Gathered, error: StoreError) -> None:
        """Leave out what is about a film whose file cannot be read."""
        for extract, document, _ in self.intake.extracts(gathered.rows):
            document.reviews -= len(extract.reviews)
            document.trivia -= len(extract.trivia)
            why = f"{error.subject} {error.reason}"
            if why not in document.refused:
                document.refused.append(why)

    def _make(self, gathered: Gathered) -> None:
        if len(gathered.rows) == 1 and not gathered.claims and not gathered.pieces:
            self._make_new(gathered.rows)
        else:
            self._make_of_many(gathered)

    def _make_new(self, rows: Sequence[int]) -> None:
        """Make a film that one extract alone tells of, as of most films of a table."""
        for extract, document, record in self.intake.extracts(rows):
            made = film_of(extract, record)
            if made.id in self._unreadable:
                raise self._unreadable[made.id]
            film = self.change.put(made)
            document.changed = True
            self._added[0] += len(film.reviews)
            self._added[1] += len(film.trivia)
            self._merged += len(extract.reviews) - len(film.reviews)
            self._tell_documents(film, (document,))

    def _make_of_many(self, gathered: Gathered) -> None:
        parts = Parts()
        before: list[StoredFilm] = []
        for film_id in sorted(gathered.claims):
            before.append(self._writer.load(film_id))
            parts.add_film(before[-1])
        for piece in gathered.pieces:
            parts.add_parts(piece)
        documents: dict[int, ReadDocument] = {}
        held = {source for review in parts.reviews for source in review.sources}
        came = -len(parts.reviews)
        for extract, document, record in self.intake.extracts(gathered.rows):
            self.intake.check()
            parts.add_extract(extract, record)
            documents[document.number] = document
        came += len(parts.reviews)
        made = parts.film(self.intake.check)
        if made.id in self._unreadable:
            raise self._unreadable[made.id]
        if len(before) == 1 and not self._differs(made, before[0]):
            film = before[0]
        else:
            film = self.change.put(made, {film.id for film in before})
            for document in documents.values():
                document.changed = True
        self._added[0] += len(film.reviews) - sum(len(one.reviews) for one in before)
        self._added[1] += len(film.trivia) - sum(len(one.trivia) for one in before)
        self._merged += came - sum(held.isdisjoint(entry.shown.sources) for entry in film.reviews)
        self._tell_documents(film, tuple(documents.values()))

    def _differs(self, made: StoredFilm, before: StoredFilm) -> bool:
        """Say whether a film has to be written; the mark that tells namesakes apart is no difference."""
        return msgspec.structs.replace(made, id=before.id, aliases=before.aliases) != before or (
            made.id != before.id.partition(DISTINCT)[0]
        )

    def _tell_documents(self, film: StoredFilm, documents: Sequence[ReadDocument]) -> None:
        """Note with each document which film it is about, and how many of its records others have too."""
        for document in documents:
            document.films.add(film.id)
        if not film.reviews and not film.trivia:
            return
        same: defaultdict[str, list[ReadDocument]] = defaultdict(list)
        """By what they hold: the same file may lie in two folders."""
        for document in documents:
            if document.record is not None:
                same[document.record.sha256].append(document)
        for sources in [entry.shown.sources for entry in film.reviews] + [entry.shown.sources for entry in film.trivia]:
            if len(sources) > 1:
                for sha256 in {source.sha256 for source in sources}:
                    own = sum(source.sha256 == sha256 for source in sources)
                    for document in same.get(sha256, ()):
                        document.merged += own - (own == len(sources))

    def _write_ledger(self) -> None:
        entries = {}
        renamed = self.change.renamed
        for document in self.intake.documents:
            document.films = {renamed.get(film_id, film_id) for film_id in document.films}
            whole = document.record is not None and not document.refused and not document.left
            if document.record is not None and whole and (document.films or document.unfiled):
                record = document.record
                entries[record.sha256] = LedgerEntry(
                    name=record.name,
                    reader=record.reader,
                    imported=record.imported,
                    films=tuple(sorted(document.films)),
                    unfiled=tuple(sorted(document.unfiled)),
                    reviews=document.reviews,
                    trivia=document.trivia,
                )
        if entries:
            self._writer.put_ledger(entries)

    def _report(self, films: int, waiting: int) -> ImportReport:
        documents = tuple(document.report() for document in self.intake.documents)
        return ImportReport(
            documents=documents,
            films=max(films, 0),
            reviews=max(self._added[0], 0),
            trivia=max(self._added[1], 0),
            merged=self._merged,
            unfiled=waiting,
            failed=sum(one.status == "failed" for one in documents),
        )


def _leave_numbers(found: Sequence[Gathered], intake: Intake) -> None:
    """Leave out what would be films of nothing but numbers, and say so."""
    left: Counter[int] = Counter()
    for one in found:
        if not one.claims and not one.pieces and intake.bare.issuperset(one.rows):
            left.update(intake.owner[number] for number in one.rows)
            one.rows = ()
    for number, many in left.items():
        told = f"{many:,} × number of a film that neither the library nor this import names; left out"
        intake.documents[number].remarks.append(Remark(text=told))
        intake.documents[number].left = many
