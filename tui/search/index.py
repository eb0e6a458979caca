"""The search index: derived from the library's files, safe to delete, never in the way."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import CancelledError
from tui.models import FilmView, Kind, Plain, Progress
from tui.search.matching import Matcher
from tui.search.parser import Parsed, parse
from tui.search.patterns import Anything, Compiler, Correction
from tui.search.snippets import snippet
from tui.search.types import Answer, Concordance, Hit

if TYPE_CHECKING:
    from tui.search.passages import Passage
    from tui.search.reading import Reading
    from tui.search.writing import Ledger

Cancel = Callable[[], bool]

FOLDER = "passages"
"""In the index's folder; the catalogue snapshot lies beside it."""
GONE = "the search index is missing or damaged; it will be built again"


class SearchIndex:
    """Finds passages. Any number of threads and processes may read; one process at a time updates."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of derived files; nothing is opened or made before it is needed."""
        self._folder = folder / FOLDER
        self._reading: Reading | None = None
        self._ledger: Ledger | None = None
        self._state: tuple[int, int, int] | None = None
        self._damaged = False

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
    ) -> None:
        """Index films; an index that is absent, damaged or of another version is built anew.

        Only the process that holds the library's lock may call it.

        Args:
            views: films, each with a token that `stamps` gives back.
            removed: ids of films that are no more.
            rebuild: forget everything else that is indexed.
            progress: is told how far it is.
            cancel: asked often; the index then stays as it was.

        Raises:
            CancelledError: `cancel` said so.
            SearchIndexError: the index cannot be written.
        """
        from tui.search.writing import write_films

        known = None if rebuild or self._open() is None else self.stamps()
        write_films(self._folder, views, removed, known, progress=progress, cancel=cancel)
        self._open()

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,
        reveal: bool = False,
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
            cancel: asked between the steps.

        Raises:
            CancelledError: `cancel` said so; the answer is not wanted any more.
        """
        parsed = parse(query, typing=True)
        reading = self._open()
        if reading is None:
            return Answer(query=query, read_as=parsed.read_as, notices=(*parsed.notices, GONE), total=0, hits=())
        try:
            return _answer(reading, query, parsed, film, (limit, offset), literal=literal, reveal=reveal, cancel=cancel)
        except CancelledError:
            raise
        except BaseException as error:
            if not _is_damage(error):
                raise
            self._reading, self._damaged = None, True
            return Answer(query=query, read_as=parsed.read_as, notices=(*parsed.notices, GONE), total=0, hits=())

    def matcher(self, query: str, *, literal: bool = False) -> Matcher:
        """Return the matcher that lights up exactly what `search` finds for `query`."""
        reading = self._open()
        return Matcher.of(query, literal, vocabulary=reading.vocabulary if reading is not None else None)

    def _open(self) -> Reading | None:
        """Return the index's newest state; nothing where it cannot be used."""
        state = _state(self._folder)
        if state == self._state and (self._reading is not None or self._damaged or state is None):
            return self._reading
        self._state, self._reading, self._ledger, self._damaged = state, None, None, False
        if state is None:
            return None
        from tui.search.writing import read_ledger

        self._ledger = read_ledger(self._folder)
        if self._ledger is None:
            self._damaged = True
            return None
        from tui.search.reading import Reading

        try:
            self._reading = Reading(self._folder)
        except BaseException as error:
            if not _is_damage(error):
                raise
            self._ledger, self._damaged = None, True
        return self._reading


def _state(folder: Path) -> tuple[int, int, int] | None:
    """Return what tells one state of the index from another."""
    with contextlib.suppress(OSError):
        found = os.stat(folder / "meta.json")
        return found.st_ino, found.st_mtime_ns, found.st_size
    return None


def _is_damage(error: BaseException) -> bool:
    """Say whether Tantivy raised it: its panics are no `Exception`."""
    return isinstance(error, (ValueError, OSError)) or type(error).__name__ == "PanicException"


def _answer(
    reading: Reading,
    query: str,
    parsed: Parsed,
    film: str | None,
    window: tuple[int, int],
    *,
    literal: bool,
    reveal: bool,
    cancel: Cancel | None,
) -> Answer:
    from tui.search.counting import counted

    def go_on() -> None:
        if cancel is not None and cancel():
            raise CancelledError("the search", "a newer one took its place")

    compiler = Compiler(reading.vocabulary, literal)
    pattern = compiler.pattern(parsed.expression)
    if isinstance(pattern, Anything):
        return Answer(query=query, read_as="", notices=parsed.notices, total=0, hits=())
    asked = reading.builder.build(pattern, film=film)
    go_on()
    limit, offset = window
    found = reading.searcher.search(asked, max(1, limit), offset=offset)
    go_on()
    counts = counted(reading.searcher, asked)
    go_on()
    matcher = Matcher(pattern)
    hits = tuple(
        _hit(reading.passage(address), score, matcher, reveal=reveal) for score, address in found.hits[:limit]
    )
    return Answer(
        query=query,
        read_as=parsed.read_as,
        notices=(*parsed.notices, *map(_corrected, compiler.corrections)),
        corrected=bool(compiler.corrections),
        total=found.count,
        hits=hits,
        counts=counts,
    )


def _corrected(correction: Correction) -> str:
    return f"no «{correction.word}»; showing {', '.join(correction.shown)}"


def _hit(passage: Passage, score: float, matcher: Matcher, *, reveal: bool) -> Hit:
    matches = matcher.locate(passage.text)
    veiled = passage.spoiler and not reveal
    shown, shown_matches = (Plain(""), ()) if veiled else snippet(passage.text, matches)
    heading = passage.heading or None
    kind: Kind = passage.kind
    return Hit(
        film_id=passage.film_id,
        film_title=passage.film_title,
        film_year=passage.film_year,
        kind=kind,
        id=passage.id,
        author=passage.author,
        topic=heading if kind == "trivia" else None,
        headline=heading if kind != "trivia" else None,
        rating=passage.rating,
        date=passage.date,
        spoiler=passage.spoiler,
        score=score,
        text=passage.text,
        matches=matches,
        heading_matches=matcher.locate(passage.heading),
        snippet=shown,
        snippet_matches=shown_matches,
    )


__all__ = ["Concordance", "SearchIndex"]
