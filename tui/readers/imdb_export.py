"""IMDb's CSV exports: ratings, watchlist and lists, of every generation of their header.

Columns are found by name, never by place: newer exports begin `Const,Your Rating` or `Position,Const`, those before
2018 `position,const,created`; some are cp1252. `Title Type` is written in the language of the account and kept as it
stands, because series and episodes come along with the films.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tui.models import Extract, Listing, Personal, Plain
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import Layout, layout_of
from tui.readers.rows.other_subjects import SERIAL, is_other, is_serial
from tui.readers.rows.records import facts_of, personal_of
from tui.readers.rows.roles import normal
from tui.readers.rows.table import rows_of, table_of

_OWN_NAMES = {
    "description": "my_note",
    "created": "listed_on",
    "modified": None,
    "const": "id:imdb",
    "position": "position",
}
_MONTH_FIRST = "month day year"
_GENERIC = re.compile(
    r"(?:list|export|imdb|sample|csv|data|download)?[\d\s()_-]*|[\da-f]{8}(?:-[\da-f]{4,12}){4}", re.IGNORECASE
)
"""A file's name that says nothing of the list; IMDb gives some a long number of letters and figures."""


class ImdbExportReader:
    """Ratings, watchlist or a list, as IMDb exports them."""

    name = "imdb-export"
    title = "IMDb export (ratings, watchlist, list)"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such an export."""
        table = table_of(document)
        if table is None or "const" not in table.names:
            return NOT_MINE
        if table.names & {"your rating", "you rated", "position", "created", "title type"}:
            return Match(0.96, "the header names Const and the columns of an IMDb export")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the export says of each title."""
        table = table_of(document)
        if table is None:
            return
        complaints = Complaints()
        relayout = _relayout(document, table.sample)
        own = replace(table, layout=relayout(table.header or ()))
        kind, name = _kind(document, own.layout)
        for number, row, layout in rows_of(document, own, complaints, relayout):
            cells = layout.cells(row)
            if is_other(sort := values.first(cells.get("film_type", ""))):
                complaints.row(number, f"it is about no film («{values.line(sort)}»)")
                continue
            if is_serial(sort):
                complaints.note(SERIAL)
            cite = document.cite(number)
            meaning = replace(layout.meaning, shelf="watchlist" if kind == "watchlist" else "")
            personal = personal_of(cells, cite, meaning) or Personal()
            if kind == "list":
                note = values.passage(cells.get("my_note", "")) or None
                position = values.count(values.first(cells.get("position", "")))
                personal = _with_list(personal, Listing(name=name, position=position, note=note, sources=(cite,)))
            yield Extract(
                facts=facts_of(cells, meaning, layout.rest(row)),
                source=cite,
                personal=personal if personal != Personal() else None,
            )
        yield from complaints.remarks()


def _relayout(document: Document, sample: Sequence[Sequence[str]]) -> Callable[[Sequence[str]], Layout]:
    """Return the function that lays a header out with the meanings that it has in these exports."""

    def laid_out(header: Sequence[str]) -> Layout:
        layout = layout_of(header, sample, where=document.name)
        plain = [normal(name) for name in header]
        roles = tuple(_OWN_NAMES.get(name, role) for name, role in zip(plain, layout.roles, strict=True))
        if "my_rating" not in roles:  # before 2018 the owner's name stood there: «ann_b rated»
            named = zip(plain, roles, strict=True)
            roles = tuple("my_rating" if name.endswith(" rated") else role for name, role in named)
        order = "mdy" if any(_MONTH_FIRST in name for name in plain) else layout.meaning.order
        meaning = replace(layout.meaning, mine=True, scale=10.0, film_scale=10.0, by="imdb", order=order)
        return replace(layout, roles=roles, meaning=meaning)

    return laid_out


def _kind(document: Document, layout: Layout) -> tuple[str, Plain]:
    """Return «ratings», «watchlist» or «list» with its name, by the columns and by the file's name."""
    stem = document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    folded = stem.casefold()
    if "watchlist" in folded:
        return "watchlist", Plain(stem)
    if "position" not in layout.roles or "rating" in folded:
        return "ratings", Plain(stem)
    name = Plain("IMDb list" if _GENERIC.fullmatch(stem) else stem.replace("_", " "))
    return "list", name


def _with_list(personal: Personal, listing: Listing) -> Personal:
    from msgspec import structs

    extra = {name: value for name, value in personal.extra.items() if name != "note"}
    return structs.replace(personal, lists=(listing,), extra=extra)


READER = ImdbExportReader()
