"""How many passages match, by film, kind, rating and author: exact, in one pass over the matches."""

from __future__ import annotations

from typing import Any

from tantivy import Query, Searcher

from tui.search.types import Counts

FILMS, AUTHORS = 1000, 20
_EXACT = 1_000_000
"""Groups kept for each part of the index while counting, so that none is lost between the parts."""


def counted(searcher: Searcher, query: Query, *, every_film: bool = False) -> Counts:
    """Return the counts of what answers `query`, of all its films with `every_film`, which takes longer."""
    found = searcher.aggregate(
        query,
        {
            "films": _terms("film", _EXACT if every_film else FILMS),
            "kinds": _terms("kind", 10),
            "ratings": _terms("bucket", 11),
            "authors": _terms("author_name", AUTHORS),
        },
    )
    return Counts(
        films=tuple(_pairs(found["films"])),
        other_films=int(found["films"].get("sum_other_doc_count", 0)),
        kinds=dict(_pairs(found["kinds"])),
        ratings=dict(sorted((int(bucket), count) for bucket, count in _pairs(found["ratings"]))),
        authors=tuple(_pairs(found["authors"])),
    )


def _terms(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": _EXACT}}


def _pairs(group: dict[str, Any]) -> list[tuple[Any, int]]:
    return [(bucket["key"], int(bucket["doc_count"])) for bucket in group["buckets"]]
