"""Writing the index: whole films at a time, all or nothing, beside the readers.

Beside Tantivy's files lies `films.msgpack`: the version of the schema, Tantivy's, the commit that it belongs to, and
each film's token. Where the commit is another one (the process died between the two), the tokens are not known and
the films count as never indexed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

import msgspec
import tantivy

from tui.errors import CancelledError, SearchIndexError
from tui.models import FilmView, Progress
from tui.search.passages import passages_of
from tui.search.schema import LEDGER, VERSION, FilmFields, document_fields, opened, schema

_ENGINE: str = tantivy.__version__  # type: ignore[attr-defined]  # it names the format of the index too
_SCHEMA = schema()
_HEAP, _SMALL_HEAP = 256_000_000, 30_000_000
"""Bytes after which a piece of the index is written: of 200,000 reviews, so that a million gives five. From eight on
Tantivy makes one of them, which takes long and maps every page of all."""
MANY = 200
"""Films from which on more memory pays."""

if TYPE_CHECKING:
    from tui.search.writing_process import WritingProcess

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
    progress: Callable[[Progress], None] | None,
    cancel: Callable[[], bool] | None,
    beside: bool,
) -> None:
    """Put `views` into the index at `folder` and take `removed` out.

    Args:
        folder: the index's own folder.
        views: films with their tokens; a film that is there is replaced.
        removed: ids of films.
        known: the ledger's films; None builds a new index in the place of whatever lies there.
        progress: is told every hundred films.
        cancel: asked for every film.
        beside: in a process of its own.

    Raises:
        CancelledError: `cancel` said so; the index is as it was.
        SearchIndexError: another process writes, or the disk is full.
    """
    total = len(views) if isinstance(views, Sized) else None
    with _writing(folder, known, total, beside=beside) as writing:
        for film_id in removed:
            writing.remove(film_id)
        for done, (view, token) in enumerate(views):
            if cancel is not None and cancel():
                raise CancelledError("the search index", "you stopped it being written")
            writing.put(view, token)
            if progress is not None and done % 100 == 99:
                progress(Progress(task="indexing", done=done + 1, total=total, unit="films"))
        writing.commit(stop=cancel or (lambda: False))


def _writing(
    folder: Path, known: dict[str, str] | None, total: int | None, *, beside: bool
) -> Writing | WritingProcess:
    if beside:
        from tui.search.writing_process import WritingProcess

        return WritingProcess(folder, known)
    return Writing(folder, known, many=known is None or total is None or total >= MANY)


class Writing:
    """An index that is being written: nobody sees anything of it before `commit`, and leaving without it undoes all.

    Every method raises `SearchIndexError` where another process writes, or the disk refuses it.
    """

    def __init__(self, folder: Path, known: dict[str, str] | None, *, many: bool = True) -> None:
        """Open the index at `folder` for writing.

        Args:
            folder: the index's own folder.
            known: the ledger's films; None builds a new index in the place of whatever lies there.
            many: whether many films come, so that more memory pays: fewer pieces of the index are written and merged.
        """
        self._target = self._folder = folder
        self._films = dict(known or {})
        with self._told():
            if known is None:
                folder.parent.mkdir(parents=True, exist_ok=True)
                self._folder = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
            try:
                index = opened(self._folder, new=known is None)
                self._writer: tantivy.IndexWriter | None = index.writer(_HEAP if many else _SMALL_HEAP, 1)
            except BaseException:
                self._sweep()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, view: FilmView, token: str = "") -> None:
        """Index a film, in the place of what is indexed of it.

        Args:
            view: the film.
            token: of the state that it is in; where it is not known before the end, `commit` is given it.
        """
        with self._told():
            self.remove(view.film.id)
            _add(self._open, view)
        self._films[view.film.id] = token

    def remove(self, film_id: str) -> None:
        """Take a film out."""
        if self._films.pop(film_id, None) is not None:
            with self._told():
                self._open.delete_documents_by_term("film", film_id)

    def made(self) -> None:
        """Make ready what was put until now, so that committing it takes less: all of it may still be given up.

        A new index is written down where nobody looks; in one that others read there is nothing that can be done.
        """
        if self._folder != self._target:
            with self._told():
                self._open.commit()

    def commit(
        self, tokens: Mapping[str, str] = MappingProxyType({}), stop: Callable[[], bool] = lambda: False
    ) -> None:
        """Let everybody see it.

        Args:
            tokens: of films that were put without one; one that stays without counts as out of date.
            stop: asked before it begins.

        Raises:
            CancelledError: `stop` said so; the index is as it was.
        """
        if stop():
            raise CancelledError("the search index", "you stopped it being written")
        films = {film_id: tokens.get(film_id, token) for film_id, token in self._films.items()}
        with self._told():
            ledger = Ledger(version=VERSION, tantivy=_ENGINE, opstamp=self._open.commit(), films=films)
            temporary = self._folder / f"{LEDGER}.tmp"
            temporary.write_bytes(msgspec.msgpack.encode(ledger))
            temporary.replace(self._folder / LEDGER)
            writer, self._writer = self._open, None
            writer.wait_merging_threads()
            if self._folder != self._target:
                _replace(self._target, self._folder)

    def close(self) -> None:
        """Undo what was not committed."""
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                with self._told():
                    writer.rollback()
        finally:
            del writer
            self._sweep()

    @property
    def _open(self) -> tantivy.IndexWriter:
        if self._writer is None:
            raise ValueError("closed")
        return self._writer

    def _sweep(self) -> None:
        if self._folder != self._target:
            shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError) as error:
            raise SearchIndexError(
                str(self._target),
                f"the search index cannot be written ({error})",
                "It is built again when the library is opened",
            ) from error


def _add(writer: tantivy.IndexWriter, view: FilmView) -> None:
    film = FilmFields(view)
    add, document = writer.add_document, tantivy.Document.from_dict
    for passage, record in passages_of(view):
        add(document(document_fields(passage, record, film), _SCHEMA))


def _replace(folder: Path, fresh: Path) -> None:
    """Put `fresh` in the place of `folder`; readers of the old one keep it until they look again."""
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        if folder.exists():
            folder.replace(old / "old")
        fresh.replace(folder)
    finally:
        shutil.rmtree(old, ignore_errors=True)
