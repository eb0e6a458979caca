"""A library in memory, for tests of the screens: same methods, plain substring search."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from tests.pilot.films import P
from tui.errors import CancelledError, NotFoundError
from tui.models import (
    Candidate,
    DocumentReport,
    Evidence,
    FilmSummary,
    FilmView,
    ImportReport,
    Kind,
    Note,
    Personal,
    Plain,
    Progress,
    Rating,
    UnfiledView,
    Viewing,
)
from tui.search.types import Answer, Concordance, ConcordanceLine, Counts, Hit, Narrowed
from tui.text.ordering import sort_title


def summary_of(view: FilmView) -> FilmSummary:
    film = view.film
    return FilmSummary(
        id=film.id,
        title=film.title or Plain(film.id),
        year=film.year,
        rating=film.ratings[0] if film.ratings else None,
        reviews=len(view.reviews),
        trivia=len(view.trivia),
        genres=film.genres,
        directors=film.directors,
        watchlist=bool(view.personal.watchlist),
        watched=max((seen.date or "yes" for seen in view.personal.viewings), default=None),
        own_rating=view.personal.ratings[0] if view.personal.ratings else None,
        lists=tuple(one.name for one in view.personal.lists),
    )


@dataclass(frozen=True)
class FakeChange:
    """A change that can be undone."""

    label: str
    films: tuple[str, ...]


class Words:
    """Locates words as they stand."""

    def __init__(self, query: str) -> None:
        self._words = [re.escape(word) for word in query.split() if ":" not in word]

    def locate(self, text: str) -> tuple[tuple[int, int], ...]:
        return tuple(sorted({m.span() for word in self._words for m in re.finditer(word, text, re.IGNORECASE)}))


class FakeLibrary:
    """The library as the screens see it, without a disk."""

    def __init__(self, films: Sequence[FilmView] = (), root: Path = Path("starter")) -> None:
        self.root = root
        self.views = {view.film.id: view for view in films}
        self.saved: dict[str, str] = {}
        self.past: list[str] = []
        self.notices: tuple[str, ...] = ()
        """How queries were read."""
        self.state: dict[str, Any] = {"greeted": True}
        self.changed = False
        self.calls: list[tuple[Any, ...]] = []
        self.slow: Callable[[str], object] = lambda _: None
        self.waiting: list[UnfiledView] = []
        self.changes = [FakeChange("import of 1 document", ("night-harbour-1987",))]

    def catalogue(self) -> tuple[FilmSummary, ...]:
        return tuple(sorted(map(summary_of, self.views.values()), key=lambda film: sort_title(film.title)))

    def refresh(self, progress: Callable[[Progress], None] | None = None, cancel: object = None) -> bool:  # noqa: ARG002
        changed, self.changed = self.changed, False
        return changed

    def film(self, ref: str) -> FilmView:
        if ref not in self.views:
            raise NotFoundError(ref, "is not in the library")
        return self.views[ref]

    def _passages(self, film: str | None) -> list[Hit]:
        hits: list[Hit] = []
        for view in self.views.values():
            if film not in (None, view.film.id):
                continue
            name = {"film_id": view.film.id, "film_title": view.film.title or P(""), "film_year": view.film.year}
            base: dict[str, Any] = {**name, "score": 1.0, "matches": (), "snippet": P("")}
            if view.film.synopsis:
                hits.append(Hit(**base, kind="synopsis", id=view.film.id, text=view.film.synopsis))
            hits += [
                Hit(
                    **base,
                    kind="review",
                    id=r.id,
                    author=r.author,
                    headline=r.headline,
                    rating=r.rating,
                    date=r.date,
                    spoiler=r.spoiler,
                    text=r.text,
                )
                for r in view.reviews
            ]
            hits += [
                Hit(**base, kind="trivia", id=t.id, topic=t.topic, spoiler=t.spoiler, text=t.text) for t in view.trivia
            ]
        return hits

    def search(
        self,
        query: str,
        *,
        film: str | None = None,
        limit: int = 50,
        offset: int = 0,
        literal: bool = False,  # noqa: ARG002
        every_film: bool = False,  # noqa: ARG002
        cancel: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> Answer:
        self.slow(query)
        self.calls.append(("search", query, film))
        words = [re.escape(word.strip('*"()')) for word in query.split() if ":" not in word and word.strip('*"()')]
        bounds = re.search(r"rating:([\d.]+)\.\.([\d.]+)", query)
        found: list[Hit] = []
        for hit in self._passages(film):
            spans = sorted({m.span() for word in words for m in re.finditer(word, hit.text, re.IGNORECASE)})
            if any(not re.search(word, hit.text, re.IGNORECASE) for word in words):
                continue
            if bounds and not (hit.rating and float(bounds[1]) <= hit.rating.share * 10 <= float(bounds[2])):
                continue
            start = max(0, spans[0][0] - 30) if spans else 0
            snippet = hit.text[start : start + 120].replace("\n", " ")
            inside = tuple((a - start, b - start) for a, b in spans if b - start <= len(snippet))
            found.append(msgspec.structs.replace(hit, matches=tuple(spans), snippet=P(snippet), snippet_matches=inside))
        films: dict[str, int] = {}
        kinds: dict[str, int] = {}
        ratings: dict[int, int] = {}
        authors: dict[str, int] = {}
        for hit in found:
            films[hit.film_id] = films.get(hit.film_id, 0) + 1
            kinds[hit.kind] = kinds.get(hit.kind, 0) + 1
            if hit.rating:
                key = round(hit.rating.share * 10)
                ratings[key] = ratings.get(key, 0) + 1
            if hit.author:
                authors[hit.author] = authors.get(hit.author, 0) + 1
        counts = Counts(
            films=tuple(sorted(films.items(), key=lambda item: -item[1])),
            kinds=kinds,
            ratings=ratings,
            authors=tuple(sorted(authors.items(), key=lambda item: -item[1])),
        )
        return Answer(
            query=query,
            read_as=query,
            total=len(found),
            hits=tuple(found[offset : offset + limit]),
            counts=counts,
            notices=self.notices,
        )

    def narrow(
        self,
        query: str,
        film: str,
        records: Sequence[tuple[Kind, str]],
        *,
        literal: bool = False,
        cancel: Callable[[], bool] | None = None,
    ) -> Narrowed:
        answer = self.search(query, film=film, limit=100_000, literal=literal, cancel=cancel)
        kept = {(hit.kind, hit.id) for hit in answer.hits}
        left = tuple(record for record in records if record in kept)
        return Narrowed(read_as=query, records=left, matcher=Words(query), notices=answer.notices)

    def warm(self) -> None:
        self.calls.append(("warm",))

    def similar(self, kind: str, record_id: str, limit: int = 20) -> tuple[Hit, ...]:
        return tuple(h for h in self.search("the").hits if h.kind == kind and h.id != record_id)[:limit]

    def searches(self) -> Mapping[str, str]:
        return dict(self.saved)

    def save_search(self, name: str, query: str) -> None:
        self.saved[name] = query

    def search_history(self) -> tuple[str, ...]:
        return tuple(self.past)

    def remember_search(self, query: str) -> None:
        self.past = [query, *(q for q in self.past if q != query)]

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        film: str | None = None,  # noqa: ARG002
        dry_run: bool = False,  # noqa: ARG002
        progress: Callable[[Progress], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> ImportReport:
        self.calls.append(("import", tuple(paths)))
        if progress is not None:
            progress(Progress(task="reading", done=1, total=4, unit="films"))
        self.slow("import")
        if cancel is not None and cancel.is_set():
            raise CancelledError("import", "stopped before anything was changed")
        reports = tuple(
            DocumentReport(path=str(p), status="imported", reader="film page", reviews=2)
            if p.exists()
            else DocumentReport(path=str(p), status="failed", reason="does not exist", remedy="Check the path")
            for p in paths
        )
        return ImportReport(documents=reports, reviews=2, failed=sum(r.status == "failed" for r in reports))

    def unfiled(self) -> tuple[UnfiledView, ...]:
        return tuple(self.waiting)

    def file(self, record: str, film: str) -> str:
        self.calls.append(("file", record, film))
        self.waiting = [u for u in self.waiting if u.id != record]
        return film

    def ignore(self, record: str) -> None:
        self.calls.append(("ignore", record))
        self.waiting = [u for u in self.waiting if u.id != record]

    def history(self) -> tuple[FakeChange, ...]:
        return tuple(self.changes)

    def undo(self) -> str | None:
        self.calls.append(("undo",))
        return "import of 1 document"

    def remove(self, film: str) -> None:
        self.calls.append(("remove", film))
        del self.views[film]

    def merge(self, film: str, other: str) -> str:
        self.calls.append(("merge", film, other))
        return film

    def split(self, film: str, reviews: Sequence[str]) -> str:
        self.calls.append(("split", film, tuple(reviews)))
        return film

    def correct(self, film: str, field: str, value: object) -> None:
        self.calls.append(("correct", film, field, value))

    def _personal(self, film: str, personal: Personal) -> None:
        self.views[film] = msgspec.structs.replace(self.views[film], personal=personal)

    def note(self, film: str, text: str, *, record: str | None = None) -> None:
        old = self.views[film].personal
        self._personal(
            film, msgspec.structs.replace(old, notes=(*old.notes, Note(id="n1", text=P(text), record=record)))
        )

    def reword_note(self, film: str, note: str, text: str | None) -> None:
        old = self.views[film].personal
        kept = [n for n in old.notes if n.id != note or text is not None]
        notes = tuple(msgspec.structs.replace(n, text=P(text)) if n.id == note and text else n for n in kept)
        self._personal(film, msgspec.structs.replace(old, notes=notes))

    def bookmark(self, film: str, record: str) -> bool:
        old = self.views[film].personal
        marks = tuple(b for b in old.bookmarks if b != record)
        on = len(marks) == len(old.bookmarks)
        self._personal(film, msgspec.structs.replace(old, bookmarks=(*marks, record) if on else marks))
        return on

    def set_rating(self, film: str, value: float | None, out_of: float = 10) -> None:
        rating = None if value is None else Rating(value=value, out_of=out_of)
        self._personal(film, msgspec.structs.replace(self.views[film].personal, ratings=(rating,) if rating else ()))

    def set_watchlist(self, film: str, on: bool) -> None:
        self._personal(film, msgspec.structs.replace(self.views[film].personal, watchlist="yes" if on else None))

    def set_liked(self, film: str, on: bool) -> None:
        self._personal(film, msgspec.structs.replace(self.views[film].personal, liked="yes" if on else None))

    def set_tags(self, film: str, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        tags = {*self.views[film].personal.tags, *map(Plain, add)} - set(remove)
        self._personal(film, msgspec.structs.replace(self.views[film].personal, tags=tuple(sorted(tags))))

    def add_viewing(self, film: str, viewing: Viewing) -> None:
        own = self.views[film].personal
        self._personal(film, msgspec.structs.replace(own, viewings=(*own.viewings, viewing)))

    def ui_state(self) -> dict[str, Any]:
        return dict(self.state)

    def set_ui_state(self, state: Mapping[str, Any]) -> None:
        self.state = dict(state)

    def concordance(self, query: str, *, film: str | None = None, limit: int = 100) -> Concordance:
        lines = []
        for hit in self.search(query, film=film, limit=limit).hits:
            for start, end in hit.matches:
                lines.append(
                    ConcordanceLine(
                        film_id=hit.film_id,
                        film_title=hit.film_title,
                        film_year=hit.film_year,
                        kind=hit.kind,
                        id=hit.id,
                        author=hit.author,
                        rating=hit.rating,
                        left=P(" ".join(hit.text[max(0, start - 60) : start].split())),
                        match=P(hit.text[start:end]),
                        right=P(" ".join(hit.text[end : end + 60].split())),
                        span=(start, end),
                        spoiler=hit.spoiler,
                    )
                )
        return Concordance(query=query, read_as=query, lines=tuple(lines), passages=len(lines))

    def close(self) -> None:
        self.calls.append(("close",))


def waiting(library: FakeLibrary) -> UnfiledView:
    """Return an unfiled record with two candidates."""
    films = library.catalogue()
    named = Evidence(score=0.7, text=P("names Mira Toll, who occurs only in Night Harbour (1987)"))
    return UnfiledView(
        id="u1",
        text=P("The ferry never hurries, and the lamp is the real star. " * 6),
        document=P("found.txt"),
        candidates=(
            Candidate(film=films[0], score=0.72, evidence=(named,)),
            Candidate(film=films[1], score=0.2, evidence=(Evidence(score=0.2, text=P("says «kite»")),)),
        ),
    )
