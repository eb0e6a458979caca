"""MovieLens: movies.csv with the ids of links.csv; ratings.csv and tags.csv of all users, summed up for each film."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from msgspec import structs

from tui.models import Extract, Plain, Rating, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.records import facts_of
from tui.readers.rows.table import Table, rows_of, table_of

_MOVIES = frozenset({"movie id", "title", "genres"})
_RATINGS = frozenset({"user id", "movie id", "rating"})
_TAGS = frozenset({"user id", "movie id", "tag"})
_LINKS = frozenset({"movie id", "imdb id", "tmdb id"})
_GENOME = (frozenset({"movie id", "tag id", "relevance"}), frozenset({"tag id", "tag"}))
_STARS = 5.0
_SHOWN_TAGS = 40


class MovieLensReader:
    """One file of the data set."""

    name = "movielens"
    title = "MovieLens data set"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a file of the data set, by its header."""
        table = table_of(document)
        names = table.names if table is not None and table.header is not None else frozenset()
        if any(names == known for known in (_MOVIES, _LINKS, *_GENOME)):
            return Match(0.95, "the header is that of a MovieLens file")
        if any(known <= names <= known | {"timestamp"} for known in (_RATINGS, _TAGS)):
            return Match(0.95, "the header is that of a MovieLens file")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films, with what all users together say of each."""
        table = table_of(document)
        if table is None:
            return
        complaints = Complaints()
        if table.names in (_LINKS, *_GENOME):
            yield Remark(
                text="it holds only numbers that belong to movies.csv; the ids in links.csv are read with that"
            )
            return
        if table.names == _MOVIES:
            links = _beside(document, "links.csv")
            for number, cells in _rows(document, table, complaints):
                ids = {"movielens": cells["movie id"]} | _ids(links.get(cells["movie id"], {}))
                facts = facts_of({"title": cells["title"], "genres": cells["genres"]}, table.layout.meaning)
                yield Extract(facts=structs.replace(facts, ids=ids), source=document.cite(number))
        else:
            yield from _sums(document, table, complaints)
        yield from complaints.remarks()


def _rows(document: Document, table: Table, complaints: Complaints) -> Iterator[tuple[int, dict[str, str]]]:
    from tui.readers.rows.roles import normal

    names = [normal(name) for name in table.header or ()]
    plain = replace(table, layout=replace(table.layout, roles=tuple(None for _ in names)))
    for number, cells, _ in rows_of(document, plain, complaints):
        yield number, dict(zip(names, cells, strict=False))


def _beside(document: Document, name: str) -> dict[str, dict[str, str]]:
    beside = document.sibling(name)
    table = table_of(beside) if beside is not None else None
    if beside is None or table is None or "movie id" not in table.names:
        return {}
    return {cells["movie id"]: cells for _, cells in _rows(beside, table, Complaints())}


def _ids(cells: dict[str, str]) -> dict[str, str]:
    found = {name: values.external_id(name, cells.get(f"{name} id", "")) for name in ("imdb", "tmdb")}
    return {name: known for name, known in found.items() if known}


def _sums(document: Document, table: Table, complaints: Complaints) -> Iterator[Yield]:
    """Yield the mean rating, or the tags, of each film; memory grows with the films, not with the rows."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, cells in _rows(document, table, complaints):
        film = cells["movie id"]
        if "rating" in cells:
            try:
                stars = float(cells["rating"])
            except ValueError:
                complaints.row(number, f"«rating» holds «{values.line(cells['rating'][:40]) or ''}»")
                continue
            sums[film][0] += stars
            sums[film][1] += 1
        elif tag := values.line(cells.get("tag", "")):
            tags[film][tag.casefold()] += 1
    movies, links = _beside(document, "movies.csv"), _beside(document, "links.csv")
    for film in (*sums, *tags):
        about = movies.get(film, {})
        facts = facts_of({"title": about.get("title", ""), "genres": about.get("genres", "")}, table.layout.meaning)
        ids = {"movielens": film} | _ids(links.get(film, {}))
        yield Extract(facts=structs.replace(facts, ids=ids, **_said(film, sums, tags)), source=document.cite())


def _said(film: str, sums: dict[str, list[float]], tags: dict[str, Counter[str]]) -> dict[str, object]:
    if film in sums:
        total, votes = sums[film]
        mean = Rating(value=round(total / votes, 3), out_of=_STARS, votes=int(votes), by="movielens")
        return {"ratings": (mean,)}
    shown = ", ".join(f"{tag} ({count})" if count > 1 else tag for tag, count in tags[film].most_common(_SHOWN_TAGS))
    return {"extra": {"movielens tags": Plain(shown)}}


READER = MovieLensReader()
