"""MovieLens: the films with the ids of links.csv; ratings and tags of all users, summed up for each film.

Newer sets are CSV with headers; the 1M and 10M sets part their cells with «::» and the 100k set with tabs and «|»,
none of them with a header, so that only their names say what their columns are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from msgspec import structs

from tui.models import Extract, Facts, Plain, Rating, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.delimited import text_of
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.roles import normal
from tui.readers.rows.table import rows_of, table_of
from tui.text.titles import display_title

_MOVIES = frozenset({"movie id", "title", "genres"})
_RATINGS = frozenset({"user id", "movie id", "rating"})
_TAGS = frozenset({"user id", "movie id", "tag"})
_LINKS = frozenset({"movie id", "imdb id", "tmdb id"})
_GENOME = (frozenset({"movie id", "tag id", "relevance"}), frozenset({"tag id", "tag"}))
_NAMING = ("movies.csv", "movies.dat", "u.item")
_LINKED = ("links.csv", "links_small.csv")
_STARS = 5.0
_UNNAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "movies.dat": ("::", ("movie id", "title", "genres")),
    "ratings.dat": ("::", ("user id", "movie id", "rating", "timestamp")),
    "tags.dat": ("::", ("user id", "movie id", "tag", "timestamp")),
    "users.dat": ("::", ("user id",)),
    "u.item": ("|", ("movie id", "title", "released", "video released", "link")),
    "u.data": ("\t", ("user id", "movie id", "rating", "timestamp")),
    "u.user": ("|", ("user id",)),
    "u.genre": ("|", ("genre",)),
    "u.occupation": ("", ("occupation",)),
}
"""Files without headers: what parts their cells, and their first columns."""
_FLAGS = (
    "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy",
    "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
)  # fmt: skip
"""Genres of the 100k set, in the order of the flags at the end of its films."""
_OTHER = re.compile(r"(.*[^\s(]) \((?![^()]*\d{4})([^()]*[^\W\d_]{2}[^()]*(?:\) \([^()]+)*)\)")
_SHOWN_TAGS = 40
_FILM = ("title", "genres", "released")


class MovieLensReader:
    """One file of the data set."""

    name = "movielens"
    title = "MovieLens data set"
    suffixes = (".csv", ".dat", ".item", ".data")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a file of the data set, by its header."""
        if (own := _unnamed(document)) is not None:
            return Match(0.95, f"named as a file of MovieLens, with {len(own)} cells in a row")
        table = table_of(document)
        names = table.names if table is not None and table.header is not None else frozenset()
        if any(names == known for known in (_MOVIES, _LINKS, *_GENOME)):
            return Match(0.95, "the header is that of a MovieLens file")
        if any(known <= names <= known | {"timestamp"} for known in (_RATINGS, _TAGS)):
            return Match(0.95, "the header is that of a MovieLens file")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films, with what all users together say of each."""
        have = _columns(document)
        complaints = Complaints()
        if "title" in have:
            links = _beside(document, *_LINKED)
            for number, cells in _rows(document, complaints):
                ids = {"movielens": cells["movie id"]} | _ids(links.get(cells["movie id"], {}))
                facts = _facts(cells)
                yield Extract(facts=structs.replace(facts, ids=ids), source=document.cite(number))
        elif {"movie id", "user id"} <= have:
            yield from _sums(document, complaints)
        elif have >= _LINKS and not _beside(document, *_NAMING):
            for number, cells in _rows(document, complaints):
                ids = {"movielens": cells["movie id"]} | _ids(cells)
                yield Extract(facts=Facts(ids=ids), source=document.cite(number))
        elif have >= _LINKS:
            yield Remark(text="its numbers are read with the films, whose table lies beside it")
        else:
            yield Remark(
                text="it holds only numbers that belong to tags; they say nothing of a film that a reader could see"
            )
        yield from complaints.remarks()


def _facts(cells: dict[str, str]) -> Facts:
    """Return what a row says; «City of Lost Children, The (Cité des enfants perdus, La)» are two titles of one film."""
    facts = facts_of({name: cells.get(name, "") for name in _FILM}, Meaning())
    parted = _OTHER.fullmatch(facts.title or "")
    if parted is None:
        return facts
    others = tuple(Plain(display_title(one.removeprefix("a.k.a. "))) for one in parted[2].split(") ("))
    return structs.replace(facts, title=Plain(display_title(parted[1])), other_titles=others)


def _unnamed(document: Document) -> tuple[str, ...] | None:
    """Return the first columns of a file without a header, None where it is none of this data set."""
    mark, names = _UNNAMED.get(document.place[-1] if document.place else "", ("", ()))
    first = document.head_text.split("\n", 1)[0].rstrip("\r")
    if not names or (mark and mark not in first) or first.count(mark or "|") < len(names) - 1 or len(first) > 1000:
        return None
    return names


def _columns(document: Document) -> frozenset[str]:
    table = table_of(document)
    return frozenset(_unnamed(document) or (table.names if table is not None else ()))


def _rows(document: Document, complaints: Complaints) -> Iterator[tuple[int, dict[str, str]]]:
    names = _unnamed(document)
    if names is not None:
        yield from _unnamed_rows(document, names, complaints)
        return
    table = table_of(document)
    if table is None:
        return
    header = [normal(name) for name in table.header or ()]
    plain = replace(table, layout=replace(table.layout, roles=tuple(None for _ in header)))
    for number, cells, _ in rows_of(document, plain, complaints):
        yield number, dict(zip(header, cells, strict=False))


def _unnamed_rows(
    document: Document, names: tuple[str, ...], complaints: Complaints
) -> Iterator[tuple[int, dict[str, str]]]:
    mark, _ = _UNNAMED[document.place[-1]]
    with text_of(document) as stream:
        for number, line in enumerate(stream, start=1):
            cells = line.rstrip("\r\n").split(mark)
            if len(cells) < len(names):
                if line.strip():
                    complaints.row(number, f"it has {len(cells)} cells where {len(names)} are due")
                continue
            row = dict(zip(names, cells, strict=False))
            if "link" in row:
                flags = cells[len(names) : len(names) + len(_FLAGS)]
                row["genres"] = "|".join(name for name, flag in zip(_FLAGS, flags, strict=False) if flag == "1")
            yield number, row


def _beside(document: Document, *names: str) -> dict[str, dict[str, str]]:
    beside = next((found for name in names if (found := document.sibling(name)) is not None), None)
    if beside is None or "movie id" not in _columns(beside):
        return {}
    return {cells["movie id"]: cells for _, cells in _rows(beside, Complaints())}


def _ids(cells: dict[str, str]) -> dict[str, str]:
    found = {name: values.external_id(name, cells.get(f"{name} id", "")) for name in ("imdb", "tmdb")}
    return {name: known for name, known in found.items() if known}


def _sums(document: Document, complaints: Complaints) -> Iterator[Yield]:
    """Yield the mean rating, or the tags, of each film; memory grows with the films, not with the rows."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, cells in _rows(document, complaints):
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
    movies, links = _beside(document, *_NAMING), _beside(document, *_LINKED)
    unnamed = 0
    for film in (*sums, *tags):
        about = movies.get(film, {})
        facts = _facts(about)
        ids = {"movielens": film} | _ids(links.get(film, {}))
        unnamed += not about and len(ids) == 1
        yield Extract(facts=structs.replace(facts, ids=ids, **_said(film, sums, tags)), source=document.cite())
    if unnamed:
        yield Remark(
            text=f"{unnamed:,} films are numbers of MovieLens alone; import its movies.csv too, which names them"
        )


def _said(film: str, sums: dict[str, list[float]], tags: dict[str, Counter[str]]) -> dict[str, object]:
    if film in sums:
        total, votes = sums[film]
        mean = Rating(value=round(total / votes, 3), out_of=_STARS, votes=int(votes), by="movielens")
        return {"ratings": (mean,)}
    shown = ", ".join(f"{tag} ({count})" if count > 1 else tag for tag, count in tags[film].most_common(_SHOWN_TAGS))
    return {"extra": {"movielens tags": Plain(shown)}}


READER = MovieLensReader()
