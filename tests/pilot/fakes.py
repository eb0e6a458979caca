"""A library in memory, for tests of the screens: same methods, plain substring search."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tui.errors import NotFoundError
from tui.models import (
    Candidate,
    Citation,
    Document,
    DocumentReport,
    Evidence,
    Film,
    FilmSummary,
    FilmView,
    ImportReport,
    Note,
    OtherValue,
    Personal,
    Plain,
    Progress,
    Rating,
    Review,
    Trivia,
    UnfiledView,
)
from tui.search.types import Answer, Counts, Hit

DOCUMENT = Document(
    sha256="a" * 64, name=Plain("harbour page.html"), reader="film page", imported="2026-03-01T10:00:00Z"
)
OTHER = Document(
    sha256="b" * 64, name=Plain("clippings/review.txt"), reader="loose review", imported="2026-03-02T10:00:00Z"
)


def cite(line: int, document: Document = DOCUMENT) -> tuple[Citation, ...]:
    return (Citation(sha256=document.sha256, lines=(line, line)),)


def P(text: str) -> Plain:  # noqa: N802
    return Plain(text)


LONG = (
    "The harbour is the first thing we see, and the last. Between the two the film takes its time: a ferry, a "
    "broken radio, a woman who repairs both. Nobody raises a voice.\n\nWhat could have been a postcard becomes "
    "a portrait. The camera stays where a person would stand, and the lamp in the window is only ever a lamp. "
    "I have seen it four times now and the lamp still gets me.\n\nIf there is a weakness it is the music, which "
    "explains in the third act what the faces had already said."
)


def make_films() -> list[FilmView]:
    """Return three small films: one rich, one sparse, one with text in other scripts."""
    reviews = (
        Review(id="r-long", author=P("Ada Quill"), headline=P("A lamp, a ferry, a life"), text=P(LONG),
               rating=Rating(value=8, out_of=10), date="2011-04-02", sources=(*cite(31), *cite(1, OTHER))),
        Review(id="r-mid", author=P("Bruno K."), text=P("A slow film about a fast river. The lamp scene alone is worth the ticket, and the ferry never hurries. Recommended to anyone who has waited for a boat at night."),
               rating=Rating(value=3.5, out_of=5, written=P("★★★½")), date="2013-11-20", sources=cite(33)),
        Review(id="r-spoiler", author=P("Cass"), text=P("In the end the lighthouse keeper is her father, and the lamp goes out for good. I wept. Then I went to the shop and bought a lamp of my own, because one has to do something."),
               spoiler=True, rating=Rating(value=10, out_of=10), sources=cite(35)),
        Review(id="r-short1", author=P("Dee"), text=P("Too slow for me."), sources=cite(37)),
        Review(id="r-short2", author=P("Emil"), text=P("Lovely lamp."), rating=Rating(value=9, out_of=10), sources=cite(38)),
    )  # fmt: skip
    trivia = (
        Trivia(
            id="t1",
            topic=P("The harbour"),
            text=P("The harbour was built for the film and sank a year later."),
            sources=cite(50),
        ),
        Trivia(
            id="t2",
            topic=P("The harbour"),
            text=P("Every ferry in the film is the same ferry, repainted."),
            sources=cite(51),
        ),
        Trivia(id="t3", topic=P("The lamp"), text=P("The lamp belonged to the director’s aunt."), sources=cite(54)),
    )
    harbour = FilmView(
        film=Film(
            id="night-harbour-1987", title=P("Night Harbour"), year=1987, tagline=P("Some boats wait for you."),
            synopsis=P("A radio repairer in a small port takes in a stranger who claims to own the ferry. Over one winter, and by the light of one lamp, the two of them put a boat back on the water."),
            plot=P("The stranger turns out to be the lighthouse keeper’s lost brother."),
            genres=(P("Drama"), P("Mystery")), directors=(P("Ilse Varga"),), cast=(P("Mira Toll"), P("Jon Ash")),
            runtime_minutes=112, certificate=P("PG"), languages=("en",), countries=(P("Norway"),),
            ratings=(Rating(value=7.4, out_of=10, votes=5210), Rating(value=81, out_of=100, by="metascore")),
            ids={"imdb": "tt7000001"},
        ),
        reviews=reviews, trivia=trivia, documents=(DOCUMENT, OTHER),
        others=(OtherValue(field="year", value="1986", sources=cite(1, OTHER)),),
        field_sources={"title": cite(1), "year": cite(1)},
    )  # fmt: skip
    paper = FilmView(
        film=Film(id="paper-kite-1999", title=P("The Paper Kite"), year=1999, genres=(P("Comedy"),), ratings=(Rating(value=6.1, out_of=10),)),
        reviews=(Review(id="k1", author=P("Ada Quill"), text=P("A kite film without a kite for an hour. The lamp is out of order. " * 3), sources=cite(3)),),
        documents=(DOCUMENT,),
    )  # fmt: skip
    rain = FilmView(
        film=Film(id="rain-2004", title=P("雨の港"), year=2004, languages=("ja",), synopsis=P("港町に雨が降る。女は傘を持たずに歩く。")),
        trivia=(Trivia(id="j1", text=P("映画は一晩で撮影された。雨は本物である。👨‍👩‍👧 の家族が出演した。"), sources=cite(9)),),
        documents=(DOCUMENT,),
    )  # fmt: skip
    return [harbour, paper, rain]


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
        watched=bool(view.personal.viewings),
    )


class FakeLibrary:
    """The library as the screens see it, without a disk."""

    def __init__(self, films: Sequence[FilmView] = (), root: Path = Path("starter")) -> None:
        self.root = root
        self.views = {view.film.id: view for view in films}
        self.saved: dict[str, str] = {}
        self.past: list[str] = []
        self.state: dict[str, Any] = {"greeted": True}
        self.changed = False
        self.calls: list[tuple[Any, ...]] = []
        self.slow: Callable[[str], None] = lambda _: None
        self.waiting: list[UnfiledView] = []

    def catalogue(self) -> tuple[FilmSummary, ...]:
        return tuple(summary_of(view) for view in self.views.values())

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
                Hit(**base, kind="review", id=r.id, author=r.author, headline=r.headline, rating=r.rating, date=r.date,
                    spoiler=r.spoiler, text=r.text)
                for r in view.reviews
            ]  # fmt: skip
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
        cancel: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> Answer:
        self.slow(query)
        self.calls.append(("search", query, film))
        words = [re.escape(word.strip('*"')) for word in query.split() if ":" not in word and word.strip('*"')]
        low = next(
            (
                int(w.removeprefix("rating:").strip("<>=").split("..")[0])
                for w in query.split()
                if w.startswith("rating:")
            ),
            None,
        )
        found: list[Hit] = []
        for hit in self._passages(film):
            spans = sorted({m.span() for word in words for m in re.finditer(word, hit.text, re.IGNORECASE)})
            if any(not re.search(word, hit.text, re.IGNORECASE) for word in words):
                continue
            if low is not None and (hit.rating is None or round(hit.rating.share * 10) != low):
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
            query=query, read_as=query, total=len(found), hits=tuple(found[offset : offset + limit]), counts=counts
        )

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
        cancel: threading.Event | None = None,  # noqa: ARG002
    ) -> ImportReport:
        self.calls.append(("import", tuple(paths)))
        if progress is not None:
            progress(Progress(task="reading", done=1, total=1))
        reports = tuple(
            DocumentReport(path=str(p), status="imported" if p.exists() else "failed", reader="film page", reviews=2,
                           reason=None if p.exists() else "does not exist", remedy=None if p.exists() else "Check the path")
            for p in paths
        )  # fmt: skip
        return ImportReport(documents=reports, reviews=2, failed=sum(r.status == "failed" for r in reports))

    def unfiled(self) -> tuple[UnfiledView, ...]:
        return tuple(self.waiting)

    def file(self, record_id: str, film: str) -> str:
        self.calls.append(("file", record_id, film))
        self.waiting = [u for u in self.waiting if u.id != record_id]
        return film

    def ignore(self, record_id: str) -> None:
        self.calls.append(("ignore", record_id))
        self.waiting = [u for u in self.waiting if u.id != record_id]

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

    def note(self, film: str, text: str, record: str | None = None) -> None:
        old = self.views[film].personal
        self._personal(
            film, msgspec.structs.replace(old, notes=(*old.notes, Note(id="n1", text=P(text), record=record)))
        )

    def bookmark(self, film: str, record: str) -> bool:
        old = self.views[film].personal
        marks = tuple(b for b in old.bookmarks if b != record)
        on = len(marks) == len(old.bookmarks)
        self._personal(film, msgspec.structs.replace(old, bookmarks=(*marks, record) if on else marks))
        return on

    def set_rating(self, film: str, rating: Rating | None) -> None:
        self._personal(film, msgspec.structs.replace(self.views[film].personal, ratings=(rating,) if rating else ()))

    def set_watchlist(self, film: str, wanted: bool) -> None:
        self._personal(film, msgspec.structs.replace(self.views[film].personal, watchlist="yes" if wanted else None))

    def ui_state(self) -> dict[str, Any]:
        return dict(self.state)

    def set_ui_state(self, state: Mapping[str, Any]) -> None:
        self.state = dict(state)

    def concordance(self, query: str, *, film: str | None = None, limit: int = 500) -> Sequence[Any]:  # noqa: ARG002
        return ()

    def close(self) -> None:
        self.calls.append(("close",))


def waiting(library: FakeLibrary) -> UnfiledView:
    """Return an unfiled record with two candidates."""
    films = library.catalogue()
    return UnfiledView(
        id="u1",
        text=P("The ferry never hurries, and the lamp is the real star. " * 6),
        document=P("found.txt"),
        candidates=(
            Candidate(film=films[0], score=0.72, evidence=(Evidence(score=0.7, text=P("names Mira Toll, who occurs only in Night Harbour (1987)")),)),
            Candidate(film=films[1], score=0.2, evidence=(Evidence(score=0.2, text=P("says «kite»")),)),
        ),
    )  # fmt: skip
