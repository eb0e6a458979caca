"""IMDb's data sets beside titles and ratings: other titles, crew and cast, whose people are numbers of `name.basics`.

`title.basics` and `title.ratings` are tables like any other. Rows of one title follow each other, so one title is
held at a time; of the names only those are held that the document asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from tui.models import Extract, Facts, Plain, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.roles import normal
from tui.readers.rows.table import headed, rows_of

_AKAS = frozenset({"title id", "ordering", "title", "region"})
_CREW = frozenset({"tconst", "directors", "writers"})
_PRINCIPALS = frozenset({"tconst", "nconst", "category"})
_NAMES = frozenset({"nconst", "primary name"})
_EPISODES = frozenset({"tconst", "parent tconst"})
_KNOWN = (_AKAS, _CREW, _PRINCIPALS, _NAMES, _EPISODES)
_BESIDE = re.compile(r"title([._-])(?:crew|principals)", re.IGNORECASE)
_PERSON = re.compile(r"nm\d{5,10}")
_CAST = frozenset({"actor", "actress", "self"})
_ROLES = {"director": "directors", "writer": "writers"}
_TRUE = frozenset({"1", "1.0", "True"})
"""How copies of the data set write that a title is the original one."""
HELD = 1_000_000
"""Names that are held in memory."""
Cells = Mapping[str, str]


class ImdbDatasetReader:
    """`title.akas`, `title.crew`, `title.principals`, and what can only be read beside them."""

    name = "imdb-dataset"
    title = "IMDb data set (other titles, crew, cast)"
    suffixes = (".tsv", ".csv")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is one of these tables, by its header."""
        table = headed(document, _KNOWN)
        if table is None or "primary title" in table.names:
            return NOT_MINE
        return Match(0.95, "the header is that of an IMDb data set")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the rows say of each title."""
        table = headed(document, _KNOWN)
        if table is None:
            return
        if not table.names & {"title id", "directors", "category"}:
            yield Remark(text="it holds people or episodes by number; the names are read with the crew and cast")
            return
        complaints = Complaints()
        wanted = {number for _, row in _rows(document, Complaints()) for number in _numbers(row)}
        names = _names(document, wanted) if len(wanted) <= HELD else {}
        for film, group in groupby(_rows(document, complaints), key=lambda one: _film(one[1])):
            rows = list(group)
            if film is None:
                complaints.row(rows[0][0], "it names no title")
                continue
            facts = _akas(rows) if "title id" in table.names else _people(rows, names)
            facts["ids"] = {"imdb": film}
            yield Extract(facts=Facts(**facts), source=document.cite(rows[0][0], rows[-1][0]))
        if wanted and len(names) < len(wanted):
            yield Remark(
                text=f"{len(wanted) - len(names):,} people are only numbers: no name.basics beside it has them"
            )
        yield from complaints.remarks()


def _rows(document: Document, complaints: Complaints) -> Iterator[tuple[int, Cells]]:
    table = headed(document, _KNOWN)
    if table is None:
        return
    for number, cells, layout in rows_of(document, table, complaints):
        yield number, dict(zip(map(normal, layout.names), cells, strict=False))


def _film(cells: Cells) -> str | None:
    return values.external_id("imdb", cells.get("tconst", cells.get("title id", "")))


def _numbers(cells: Cells) -> list[str]:
    return _PERSON.findall(" ".join(cells.get(name, "") for name in ("nconst", "directors", "writers")))


def _names(document: Document, wanted: set[str]) -> dict[str, Plain]:
    """Return the names that are wanted from the table of people beside `document`."""
    own = document.name.rsplit("/", 1)[-1]
    beside = document.sibling(_BESIDE.sub(r"name\1basics", own)) or document.sibling("name.basics.tsv")
    if beside is None or not wanted:
        return {}
    return {
        cells["nconst"]: name
        for _, cells in _rows(beside, Complaints())
        if cells.get("nconst") in wanted and (name := values.line(cells.get("primary name", "")))
    }


def _akas(rows: Sequence[tuple[int, Cells]]) -> dict[str, Any]:
    titles = [title for _, row in rows if (title := values.line(row.get("title", "")))]
    original = next((values.line(row["title"]) for _, row in rows if row.get("is original title") in _TRUE), None)
    main = original or (titles[0] if titles else None)
    return {"title": main, "other_titles": tuple(dict.fromkeys(title for title in titles if title != main))}


def _people(rows: Sequence[tuple[int, Cells]], names: Mapping[str, Plain]) -> dict[str, Any]:
    found: dict[str, dict[Plain, None]] = {}
    for _, row in rows:
        kind = row.get("category", "").casefold()
        if kind:
            person = names.get(row.get("nconst", ""))
            role = "cast" if kind in _CAST else _ROLES.get(kind)
            if person and role:
                found.setdefault(role, {})[person] = None
            if role == "cast":
                found.setdefault("characters", {}).update(dict.fromkeys(values.names(row.get("characters", ""))))
        for role in ("directors", "writers"):
            people = [names[number] for number in _PERSON.findall(row.get(role, "")) if number in names]
            found.setdefault(role, {}).update(dict.fromkeys(people))
    return {role: tuple(people) for role, people in found.items() if people}


READER = ImdbDatasetReader()
