"""Looking over the library's files for everything that can be wrong with them.

The ledger is not held against the films: it is a shortcut. A film may have been removed, and then a document
of it is read again when it is imported again; a document that the ledger forgot is read again too, and what
is known of it already changes nothing.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from tui.errors import DamagedFileError, MatineeError, NewerFormatError, NotFoundError, StoreError
from tui.models import Citation, StoredFilm
from tui.store.content import CHECKSUM, About, MisnamedFileError, checksum, film_of, rows_of
from tui.store.journal import CHANGE, change_folder, read_plan, temporaries
from tui.store.layout import UNFILED, Layout
from tui.store.reading import FILM_SUFFIX, Files
from tui.store.schema import Tables
from tui.store.storage import Database, JsonStorage, parse, unreadable
from tui.store.undo import numbers

Kind = Literal["damaged", "misnamed", "newer", "unreadable", "changed", "dangling", "duplicate", "orphan"]
_REPAIR = "Run `matinee check --repair`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with one file."""

    name: str
    """Of the file, in the library."""
    kind: Kind
    problem: str
    remedy: str


def survey_films(layout: Layout, files: Files) -> Iterator[Finding]:
    """Look at every film's file, and at what interrupted writers left."""
    for film_id in files.ids():
        yield from film_findings(layout, files, film_id)
    yield from _leftovers(layout)


def film_findings(layout: Layout, files: Files, film_id: str) -> Iterator[Finding]:
    """Look at one film's file."""
    name = f"films/{film_id}{FILM_SUFFIX}"
    raw: bytes | None = None
    try:
        layout.film(film_id)
        raw = files.raw(name)
        if raw is None:
            return  # removed since the folder was listed
        tables = parse(raw, name)
        film = film_of(Database(name, get=lambda: raw, storage=JsonStorage), film_id, name)
    except NewerFormatError as error:
        yield Finding(name, "newer", error.reason, error.remedy)
    except (DamagedFileError, NotFoundError) as error:
        kind: Kind = "misnamed" if _is_misnamed(error, raw) else "damaged"
        yield Finding(name, kind, error.reason, f"{_REPAIR}: the file is set aside and its good parts saved")
    except OSError as error:
        trouble = unreadable(layout.path(name), error)
        yield Finding(name, "unreadable", trouble.reason, trouble.remedy)
    else:
        yield from _sealed_findings(name, tables)
        yield from _record_findings(name, film)


def _is_misnamed(error: MatineeError, raw: bytes | None) -> bool:
    """Tell a file under another film's name from one whose own id was damaged, which its checksum gives away."""
    if isinstance(error, NotFoundError):
        return True
    if not isinstance(error, MisnamedFileError) or raw is None:
        return False
    return not any(_differs(key, row) for key, row in parse(raw, "")["film"].items())


def _sealed_findings(name: str, tables: Tables) -> Iterator[Finding]:
    changed = [
        f"{table} «{key[:16]}»" for table, rows in tables.items() for key, row in rows.items() if _differs(key, row)
    ]
    if changed:
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        yield Finding(
            name,
            "changed",
            f"was changed outside Matinee, or by a failing disk: {', '.join(changed[:3])}{more}",
            "If you edited it, let `matinee check --repair` take it as it stands; if not, take it from a backup "
            "or import its documents again",
        )


def _differs(key: str, row: Any) -> bool:
    return isinstance(row, dict) and CHECKSUM in row and row[CHECKSUM] != checksum(key, row)


def _record_findings(name: str, film: StoredFilm | None) -> Iterator[Finding]:
    if film is None:
        return
    listed = {document.sha256 for document in film.documents}
    dangling = sorted({citation.sha256 for citation in citations(film)} - listed)
    if dangling:
        problem = f"cites {len(dangling)} document(s) that it does not list: {dangling[0][:12]} …"
        yield Finding(name, "dangling", problem, f"{_REPAIR}: they are listed again")
    reviews = Counter(entry.shown.id for entry in film.reviews)
    trivia = Counter(entry.shown.id for entry in film.trivia)
    twice = [record_id for ids in (reviews, trivia) for record_id, times in ids.items() if times > 1]
    if twice:
        problem = f"has {len(twice)} record id(s) twice: «{twice[0]}»"
        yield Finding(name, "duplicate", problem, f"{_REPAIR}: one of two equal records goes, others are renamed")


def citations(film: StoredFilm) -> Iterator[Citation]:
    """Yield every place in a document that a film's records name."""
    for claim in film.claims:
        yield claim.source
    for review in film.reviews:
        for version in (review.shown, *review.versions):
            yield from version.sources
    for item in film.trivia:
        for told in (item.shown, *item.versions):
            yield from told.sources
    for viewing in film.personal.viewings:
        yield from viewing.sources
    for listing in film.personal.lists:
        yield from listing.sources


def _leftovers(layout: Layout) -> Iterator[Finding]:
    """Files of writers that are gone; `recover` swept what it may."""
    for path in temporaries(layout):
        name = os.path.relpath(path, layout.root)
        yield Finding(name, "orphan", "was left by an interrupted write", f"{_REPAIR}: it is deleted")
    for number in numbers(layout):
        folder = change_folder(layout, number)
        try:
            read_plan(os.path.join(folder, CHANGE))
        except StoreError as error:
            path = os.path.relpath(folder, layout.root)
            yield Finding(path, "orphan", f"cannot be undone: {error.reason}", f"{_REPAIR}: it is forgotten")


def survey_shared(layout: Layout, files: Files) -> Iterator[Finding]:
    """Look at the files that are no film's: unfiled records, state documents, the parts of the ledger."""
    names = [UNFILED] if files.exists(UNFILED) else []
    with suppress(OSError):
        names += sorted(f"state/{name}" for name in os.listdir(layout.state) if name.endswith(FILM_SUFFIX))
    for name in names:
        try:
            raw = files.raw(name)
            if raw is None:
                continue
            yield from _sealed_findings(name, parse(raw, name))
            _read_shared(files, name)
        except NewerFormatError as error:
            yield Finding(name, "newer", error.reason, error.remedy)
        except DamagedFileError as error:
            remedy = f"{_REPAIR}: the file is set aside and its good parts saved"
            yield Finding(name, "damaged", error.reason, remedy)
        except (StoreError, OSError) as error:
            yield Finding(name, "unreadable", str(error), "Check its permissions and the disk")


def _read_shared(files: Files, name: str) -> None:
    rows_of(files.database(name), "about", About, name)
    if name == UNFILED:
        files.unfiled()
    elif name.startswith("state/ledger-"):
        files.ledger_part(name)
    else:
        files.state(name.removeprefix("state/").removesuffix(FILM_SUFFIX))
