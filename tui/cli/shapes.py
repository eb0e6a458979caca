"""The JSON that other programs rely on. Keys may be added; none is ever renamed or left out."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from tui.models import (
    Candidate,
    Citation,
    DocumentReport,
    FilmSummary,
    FilmView,
    ImportReport,
    Rating,
    Review,
    Trivia,
    UnfiledView,
)
from tui.search.types import Answer, Hit

Shape = dict[str, object]
"""One JSON object."""


def rating(value: Rating | None) -> Shape | None:
    """Return a rating as its source wrote it."""
    if value is None:
        return None
    return {
        "value": value.value,
        "out_of": value.out_of,
        "written": value.written or None,
        "votes": value.votes,
        "by": value.by or None,
    }


def film_line(film: FilmSummary) -> Shape:
    """Return a film as `matinee films --json` lists it."""
    return {
        "id": film.id,
        "title": film.title,
        "year": film.year,
        "rating": rating(film.rating),
        "reviews": film.reviews,
        "trivia": film.trivia,
        "genres": film.genres,
        "directors": film.directors,
        "runtime_minutes": film.runtime_minutes,
        "certificate": film.certificate,
        "watched": film.watched is not None,
        "last_watched": film.watched if film.watched != "yes" else None,
        "watchlist": film.watchlist,
        "liked": film.liked,
        "own_rating": rating(film.own_rating),
    }


def film_whole(view: FilmView) -> Shape:
    """Return a film as `matinee show --json` gives it."""
    film = view.film
    names = {document.sha256: document.name for document in view.documents}
    plain = ("id", "title", "year", "tagline", "runtime_minutes", "certificate", "languages", "genres", "directors")
    more = ("cast", "synopsis", "ids", "plot", "original_title", "other_titles", "writers", "characters", "countries")
    return {
        **{name: getattr(film, name) for name in plain + more},
        "released": film.released,
        "extra": film.extra,
        "rating": rating(film.ratings[0] if film.ratings else None),
        "ratings": [rating(one) for one in film.ratings],
        "reviews": [_review(one, names) for one in view.reviews],
        "trivia": [_trivia(one, names) for one in view.trivia],
        "personal": view.personal,
        "documents": [
            {"name": one.name, "sha256": one.sha256, "reader": one.reader, "imported": one.imported}
            for one in view.documents
        ],
        "field_sources": {field: _sources(cited, names) for field, cited in view.field_sources.items()},
        "others": [
            {"field": one.field, "value": one.value, "sources": _sources(one.sources, names)} for one in view.others
        ],
    }


def _review(review: Review, names: Mapping[str, str]) -> Shape:
    return {
        "id": review.id,
        "author": review.author,
        "headline": review.headline,
        "rating": rating(review.rating),
        "date": review.date,
        "text": review.text,
        "spoiler": review.spoiler,
        "publication": review.publication,
        "helpful": review.helpful,
        "link": review.link,
        "mine": review.mine,
        "sources": _sources(review.sources, names),
    }


def _trivia(trivia: Trivia, names: Mapping[str, str]) -> Shape:
    return {
        "id": trivia.id,
        "topic": trivia.topic,
        "text": trivia.text,
        "spoiler": trivia.spoiler,
        "helpful": trivia.helpful,
        "sources": _sources(trivia.sources, names),
    }


def _sources(cited: tuple[Citation, ...], names: Mapping[str, str]) -> list[Shape]:
    return [{"document": names.get(one.sha256), "sha256": one.sha256, "lines": one.lines} for one in cited]


def answer(found: Answer) -> Shape:
    """Return what `matinee search --json` gives; all offsets count code points."""
    return {
        "query": found.query,
        "total": found.total,
        "read_as": found.read_as,
        "notices": found.notices,
        "hits": [hit(one) for one in found.hits],
        "counts": {
            "films": dict(found.counts.films),
            "kinds": found.counts.kinds,
            "ratings": found.counts.ratings,
            "authors": dict(found.counts.authors),
        },
    }


def hit(one: Hit) -> Shape:
    """Return one passage that matches."""
    return {
        "film": {"id": one.film_id, "title": one.film_title, "year": one.film_year},
        "kind": one.kind,
        "id": one.id,
        "author": one.author,
        "topic": one.topic,
        "headline": one.headline,
        "rating": rating(one.rating),
        "date": one.date,
        "spoiler": one.spoiler,
        "score": one.score,
        "snippet": one.snippet,
        "snippet_matches": one.snippet_matches,
        "text": one.text,
        "matches": one.matches,
    }


def import_report(report: ImportReport) -> Shape:
    """Return what `matinee import --json` gives."""
    return {
        "documents": [_document(one) for one in report.documents],
        "films": report.films,
        "reviews": report.reviews,
        "trivia": report.trivia,
        "merged": report.merged,
        "unfiled": report.unfiled,
        "failed": report.failed,
    }


def _document(report: DocumentReport) -> Shape:
    whole: Shape = {name: getattr(report, name) for name in report.__struct_fields__}
    whole["remarks"] = [{"text": one.text, "lines": one.lines} for one in report.remarks]
    return whole


def unfiled(view: UnfiledView) -> Shape:
    """Return a waiting record as `matinee unfiled --json` lists it."""
    return {
        "id": view.id,
        "text": view.text,
        "document": view.document,
        "candidates": [_candidate(one) for one in view.candidates],
    }


def _candidate(candidate: Candidate) -> Shape:
    film = candidate.film
    return {
        "film": {"id": film.id, "title": film.title, "year": film.year},
        "score": candidate.score,
        "evidence": [{"score": one.score, "text": one.text} for one in candidate.evidence],
    }


def whole(record: msgspec.Struct) -> Shape:
    """Return a record with all its fields, those that have their default too."""
    return {name: getattr(record, name) for name in record.__struct_fields__}
