"""The search index: derived from the library's files, safe to delete, never in the way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.errors import CancelledError
from tui.models import FilmView, Kind, Progress
from tui.search.matching import Matcher
from tui.search.parser import Parsed, parse
from tui.search.schema import LEDGER
from tui.search.types import Answer, Concordance, ConcordanceOrder, Hit, Narrowed

if TYPE_CHECKING:
    from subprocess import Popen

    from tui.search.answering import Question
    from tui.search.reading import Reading
    from tui.search.writing import Ledger, Writing
    from tui.search.writing_process import WritingProcess

Found = TypeVar("Found")
Cancel = Callable[[], bool]

FOLDER = "passages"
"""In the index's folder; the catalogue snapshot lies beside it."""
GONE = "the search index is damaged or of another version; it is built again when the library is opened for writing"
NONE = "there is no search index yet; it is built when something is imported, or the library opened for writing"


class SearchIndex:
    """Finds passages. Any number of threads and processes may read; one process at a time updates."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of derived files; nothing is opened or made before it is needed."""
        self._folder = folder / FOLDER
        self._reading: Reading | None = None
        self._ledger: Ledger | None = None
        self._state: tuple[int, ...] | None = None
        self._damaged = False
        self._expected: Popen[bytes] | None = None

    @property
    def needs_rebuild(self) -> bool:
        """Whether the index is absent, damaged, or of another version; searching it finds nothing."""
        return self._open() is None

    def stamps(self) -> dict[str, str]:
        """Return the token of every indexed film, as it was given to `update`."""
        self._open()
        return dict(self._ledger.films) if self._ledger is not None else {}

    def update(
        self,
        views: Iterable[tuple[FilmView, str]],
        removed: Iterable[str] = (),
        *,
        rebuild: bool = False,
        progress: Callable[[Progress], None] | None = None,
        cancel: Cancel | None = None,
        beside: bool = False,
    ) -> None:
        """Index films; an index that is absent, damaged or of another version is built anew.

        Only the process that holds the library's lock may call it.

        Args:
            views: films, each with a token that `stamps` gives back.
            removed: ids of films that are no more.
            rebuild: forget everything else that is indexed.
            progress: is told how far it is.
            cancel: asked often; the index then stays as it was.
            beside: in a process of its own: for so much that committing it takes long, and must be possible to stop.

        Raises:
            CancelledError: `cancel` said so.
            SearchIndexError: the index cannot be written.
        """
        from tui.search.writing import write_films

        known = None if rebuild or self._open() is None else self.stamps()
        write_films(self._folder, views, removed, known, progress=progress, cancel=cancel, beside=beside)
        self._open()

    def expect(self) -> None:
        """Start the process that `writing` wants beside its caller ahead of it, while films are still being read.

        Who expects it ends it with `forgo`, whether it was used or not.
        """
        if self._expected is None:
            from tui.search.writing_process import started

            with contextlib.suppress(OSError):  # then `writing` tries, and tells
                self._expected = started()

    def forgo(self) -> None:
        """End a process that was expected and not used."""
        process, self._expected = self._expected, None
        if process is not None:
            from tui.pipes import ended

            ended(process)

    def writing(self, *, beside: bool = False) -> Writing | WritingProcess:
        """Begin to write many films one by one, as they are made; what `update` may do, at its caller's pace.

        Args:
            beside: in a process of its own, which pays for very many.

        Raises:
            SearchIndexError: the index cannot be written.
        """
        known = None if self._open() is None else self.stamps()
        if beside:
            from tui.search.writing_process import WritingProcess

            process, self._expected = self._expected, None
            return WritingProcess(self._folder, known, process)
        from tui.search.writing import Writing

        return Writing(self._folder, known)

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,
        reveal: bool = False,
        every_film: bool = False,
        cancel: Cancel | None = None,
    ) -> Answer:
        """Answer `query`; never fails on any query or state of the index.

        Args:
            query: in the query language (`tui.search.parser`); its last word may go on.
            film: id of the film to search in; None searches everything.
            limit: the most hits to return.
            offset: hits to pass over.
            literal: forgive no typos.
            reveal: make snippets of spoilers too.
            every_film: count in all films, not only in the thousand with the most matches.
            cancel: asked between the steps.

        Raises:
            CancelledError: `cancel` said so; the answer is not wanted any more.
        """
        parsed = parse(query, typing=True)
        gone = Answer(query=query, read_as=parsed.read_as, notices=(*parsed.notices, self._why), total=0, hits=())
        return self._asked(
            lambda reading: _question(reading, parsed, film, literal=literal, cancel=cancel).answer(
                limit, offset, reveal=reveal, every_film=every_film
            ),
            gone,
        )

    def narrow(
        self,
        query: str,
        film: str,
        records: Sequence[tuple[Kind, str]],
        *,
        literal: bool = False,
        cancel: Cancel | None = None,
    ) -> Narrowed:
        """Say which records of one film answer `query`, without reading their texts: for thousands of reviews.

        Args:
            query: in the query language.
            film: the film's id.
            records: kind and id of the film's records.
            literal: forgive no typos.
            cancel: asked between the steps.
        """
        parsed = parse(query, typing=True)
        matcher = Matcher.of(query, literal)
        gone = Narrowed(read_as=parsed.read_as, notices=(*parsed.notices, self._why), records=(), matcher=matcher)
        return self._asked(
            lambda reading: _question(reading, parsed, film, literal=literal, cancel=cancel).narrowed(list(records)),
            gone,
        )

    def similar(self, kind: Kind, record_id: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return the passages of a kind that are nearest to one of them by content, across films."""

        def ask(reading: Reading) -> tuple[Hit, ...]:
            from tui.search.answering import similar_to

            return similar_to(reading, kind, record_id, limit)

        return self._asked(ask, ())

    def concordance(
        self,
        query: str,
        *,
        film: str | None = None,
        sort: ConcordanceOrder = "right",
        limit: int = 1000,
        literal: bool = False,
        cancel: Cancel | None = None,
    ) -> Concordance:
        """Return every match on a line of its own.

        Args:
            query: in the query language.
            film: id of the film to look in; None looks everywhere.
            sort: right, left (the context on that side), film, rating or year.
            limit: the most lines.
            literal: forgive no typos.
            cancel: asked between the steps.
        """
        parsed = parse(query, typing=True)
        gone = Concordance(query=query, read_as=parsed.read_as, notices=(*parsed.notices, self._why))
        return self._asked(
            lambda reading: _question(reading, parsed, film, literal=literal, cancel=cancel).lines(sort, limit),
            gone,
        )

    def warm(self) -> None:
        """Make ready what the first search would have to wait for; for a thread, after the first frame."""
        self._asked(lambda reading: reading.warm(), None)

    def matcher(self, query: str, *, literal: bool = False) -> Matcher:
        """Return the matcher that lights up exactly what `search` finds for `query`."""
        reading = self._open()
        return Matcher.of(query, literal, vocabulary=reading.vocabulary if reading is not None else None)

    def _asked(self, ask: Callable[[Reading], Found], gone: Found) -> Found:
        """Return what `ask` finds in the newest state, or `gone` where the index cannot be used."""
        reading = self._open()
        if reading is None:
            return gone
        try:
            return ask(reading)
        except CancelledError:
            raise
        except BaseException as error:
            if not _is_damage(error):
                raise
            self._reading, self._damaged = None, True
            return gone

    @property
    def _why(self) -> str:
        """What is said where the index cannot be searched."""
        return GONE if self._folder.is_dir() else NONE

    def _open(self) -> Reading | None:
        """Return the index's newest state; nothing where it cannot be used."""
        state = _state(self._folder)
        if state == self._state and (self._reading is not None or self._damaged or state is None):
            return self._reading
        ledger = None
        if state is not None:
            from tui.search.writing import read_ledger

            ledger = read_ledger(self._folder)
            if ledger is None and self._reading is not None:
                return self._reading  # another process has committed and is about to write its ledger
        self._state, self._reading, self._ledger, self._damaged = state, None, ledger, ledger is None
        if ledger is None:
            return None
        from tui.search.reading import Reading

        try:
            self._reading = Reading(self._folder)
        except BaseException as error:
            if not _is_damage(error):
                raise
            self._ledger, self._damaged = None, True
        return self._reading


def _question(reading: Reading, parsed: Parsed, film: str | None, *, literal: bool, cancel: Cancel | None) -> Question:
    from tui.search.answering import Question

    return Question(reading, parsed, film, literal, cancel)


def _state(folder: Path) -> tuple[int, ...] | None:
    """Return what tells one state of the index from another."""
    with contextlib.suppress(OSError):
        found = [(folder / name).stat() for name in ("meta.json", LEDGER)]
        return tuple(number for one in found for number in (one.st_ino, one.st_mtime_ns, one.st_size))
    return None


def _is_damage(error: BaseException) -> bool:
    """Say whether Tantivy raised it: its panics are no `Exception`."""
    return isinstance(error, (ValueError, OSError)) or type(error).__name__ == "PanicException"
