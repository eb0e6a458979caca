"""Writing the index: whole films at a time, all or nothing, beside the readers.

Beside Tantivy's files lies `films.msgpack`: the version of the schema, Tantivy's, the commit that it belongs to, and
each film's token. Where the commit is another one (the process died between the two), the tokens are not known and
the films count as never indexed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from pathlib import Path

import msgspec
import tantivy

from tui.errors import CancelledError, SearchIndexError
from tui.models import FilmView, Progress
from tui.search.passages import passages_of
from tui.search.schema import LEDGER, VERSION, FilmFields, document_fields, opened

_ENGINE: str = tantivy.__version__  # type: ignore[attr-defined]  # it names the format of the index too
_HEAP, _SMALL_HEAP = 160_000_000, 30_000_000
_MANY = 200
"""Films from which on a writer with two threads pays."""

Views = Iterable[tuple[FilmView, str]]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What `films.msgpack` holds."""

    version: int
    tantivy: str
    opstamp: int
    films: dict[str, str]
    """Film id to the token given when it was indexed."""


def read_ledger(folder: Path) -> Ledger | None:
    """Return the ledger of the index in `folder`; nothing where it is absent, damaged, old or of another commit."""
    try:
        ledger = msgspec.msgpack.decode((folder / LEDGER).read_bytes(), type=Ledger)
        opstamp = json.loads((folder / "meta.json").read_bytes())["opstamp"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    current = ledger.version == VERSION and ledger.tantivy == _ENGINE
    return ledger if current and ledger.opstamp == opstamp else None


def write_films(
    folder: Path,
    views: Views,
    removed: Iterable[str],
    known: dict[str, str] | None,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> None:
    """Put `views` into the index at `folder` and take `removed` out.

    Args:
        folder: the index's own folder.
        views: films with their tokens; a film that is there is replaced.
        removed: ids of films.
        known: the ledger's films; None builds a new index in the place of whatever lies there.
        progress: is told every hundred films.
        cancel: asked for every film.

    Raises:
        CancelledError: `cancel` said so; the index is as it was.
        SearchIndexError: another process writes, or the disk is full.
    """
    job = _Job(views, removed, known, progress, cancel)
    try:
        if known is not None:
            job.write(folder)
            return
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            job.write(fresh)
            _replace(folder, fresh)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except (ValueError, OSError) as error:
        raise SearchIndexError(
            str(folder), f"the search index cannot be written ({error})", "It is built again when the library is opened"
        ) from error


@dataclass(frozen=True)
class _Job:
    """What is to be written."""

    views: Views
    removed: Iterable[str]
    known: dict[str, str] | None
    progress: Callable[[Progress], None] | None
    cancel: Callable[[], bool] | None

    def write(self, folder: Path) -> None:
        """Write it into the index at `folder`, all or nothing."""
        index = opened(folder, new=self.known is None)
        films = dict(self.known or {})
        many = self.known is None or self._total is None or self._total >= _MANY
        writer = index.writer(_HEAP if many else _SMALL_HEAP, 2 if many else 1)
        try:
            self._fill(writer, films)
            opstamp = writer.commit()
        except BaseException:
            writer.rollback()
            raise
        ledger = Ledger(version=VERSION, tantivy=_ENGINE, opstamp=opstamp, films=films)
        temporary = folder / f"{LEDGER}.tmp"
        temporary.write_bytes(msgspec.msgpack.encode(ledger))
        temporary.replace(folder / LEDGER)
        writer.wait_merging_threads()

    @property
    def _total(self) -> int | None:
        return len(self.views) if isinstance(self.views, Sized) else None

    def _fill(self, writer: tantivy.IndexWriter, films: dict[str, str]) -> None:
        for film_id in self.removed:
            writer.delete_documents_by_term("film", film_id)
            films.pop(film_id, None)
        for done, (view, token) in enumerate(self.views):
            self._go_on()
            if view.film.id in films:
                writer.delete_documents_by_term("film", view.film.id)
            _add(writer, view)
            films[view.film.id] = token
            if self.progress is not None and done % 100 == 99:
                self.progress(Progress(task="indexing", done=done + 1, total=self._total, unit="films"))

    def _go_on(self) -> None:
        if self.cancel is not None and self.cancel():
            raise CancelledError("the search index", "you stopped it being written")


def _add(writer: tantivy.IndexWriter, view: FilmView) -> None:
    film = FilmFields(view)
    add, document = writer.add_document, tantivy.Document
    for passage, record in passages_of(view):
        add(document(**document_fields(passage, record, film)))


def _replace(folder: Path, fresh: Path) -> None:
    """Put `fresh` in the place of `folder`; readers of the old one keep it until they look again."""
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        if folder.exists():
            folder.replace(old / "old")
        fresh.replace(folder)
    finally:
        shutil.rmtree(old, ignore_errors=True)
