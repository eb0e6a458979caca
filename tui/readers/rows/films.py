"""Reviews whose table names their film only by a number: the table of films beside it says which film that is."""

from __future__ import annotations

import re

from tui.models import Facts
from tui.readers.document import Document
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import Layout
from tui.readers.rows.records import facts_of
from tui.readers.rows.roles import normal
from tui.readers.rows.table import rows_of, table_of

LARGEST = 200 * 1024 * 1024
"""Bytes of a table of films that is held in memory."""
FILMS = 500_000
_KEYS = ("key", "id:imdb", "id:rottentomatoes")
_ABOUT_FILMS = ("movies", "movie_info", "movie_details", "movie", "films", "titles", "movie_metadata", "metadata")
_STEM = re.compile(
    r"(?:(?:critic|movie|film|user)s?[_ -]?)?(?:reviews?|ratings?|tags|quotes|plot_summaries)", re.IGNORECASE
)
_PLAIN = ("movies.csv", "movie.csv", "films.csv", "titles.csv", "movies.tsv", "movie.metadata.tsv", "title.basics.tsv")


def film_table(document: Document, layout: Layout) -> tuple[str, dict[str, Facts]] | None:
    """Return the role that joins, and the films by it, from the table of films beside `document`; None without one."""
    if "title" in layout.roles:
        return None
    for name in _names(document):
        beside = document.sibling(name)
        if beside is None or beside.size > LARGEST:
            continue
        table = table_of(beside)
        if table is None or table.layout.kind != "films":
            continue
        role = _join(layout, table.layout)
        if role is not None:
            return role, films_of(beside, role)
    return None


def _names(document: Document) -> list[str]:
    """Return the names under which the table of films may lie beside a table of reviews."""
    own = document.name.rsplit("/", 1)[-1]
    found = [_STEM.sub(about, own, count=1) for about in _ABOUT_FILMS if _STEM.search(own)]
    return [name for name in dict.fromkeys([*found, *_PLAIN]) if name != own]


def _join(one: Layout, other: Layout) -> str | None:
    for role in _KEYS:
        if role in one.roles and role in other.roles:
            return role
    mine = {normal(name) for name, role in zip(one.names, one.roles, strict=True) if role in _KEYS}
    theirs = {normal(name) for name, role in zip(other.names, other.roles, strict=True) if role in _KEYS}
    return "key" if mine & theirs else None


def films_of(document: Document, role: str) -> dict[str, Facts]:
    """Return the films of a table by the values of the column of `role`."""
    table = table_of(document)
    films: dict[str, Facts] = {}
    if table is None:
        return films
    for _, cells, layout in rows_of(document, table, Complaints()):
        found = layout.cells(cells)
        key = found.get(role)
        if isinstance(key, str) and key and len(films) < FILMS:
            films[key] = facts_of(found, layout.meaning, layout.rest(cells))
    return films
