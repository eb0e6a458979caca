"""Movary's exports: history.csv, ratings.csv and watchlist.csv, with TMDB and IMDb ids beside title and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from msgspec import structs

from tui.models import Citation, Extract, Personal, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import Layout
from tui.readers.rows.records import facts_of, personal_of, review_of
from tui.readers.rows.roles import normal
from tui.readers.rows.table import rows_of, table_of

_FILM = frozenset({"title", "year", "tmdb id", "imdb id"})
_ROLES = {"user rating": "my_rating", "watched at": "watched_on", "added at": "listed_on", "comment": "text"}


class MovaryReader:
    """One file of the export."""

    name = "movary"
    title = "Movary export"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a file of the export."""
        table = table_of(document)
        if table is None or not table.names >= _FILM or not table.names & set(_ROLES):
            return NOT_MINE
        return Match(0.95, "the header is that of a Movary export")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the file says of each film."""
        table = table_of(document)
        if table is None:
            return
        complaints = Complaints()
        for number, row, layout in rows_of(document, replace(table, layout=_own(table.layout)), complaints):
            cells = layout.cells(row)
            cite = document.cite(number)
            review = review_of(cells, cite, layout.meaning)
            yield Extract(
                facts=facts_of(cells, layout.meaning, layout.rest(row)),
                source=cite,
                reviews=(review,) if review is not None else (),
                personal=_seen(personal_of(cells, cite, layout.meaning), cite, layout),
            )
        yield from complaints.remarks()


def _seen(personal: Personal | None, cite: Citation, layout: Layout) -> Personal | None:
    """Return what is the owner's: a row of the history is a viewing, also where its day is not known."""
    if "watched_on" not in layout.roles or (personal is not None and personal.viewings):
        return personal
    return structs.replace(personal or Personal(), viewings=(Viewing(sources=(cite,)),))


def _own(layout: Layout) -> Layout:
    roles = tuple(_ROLES.get(normal(name), role) for name, role in zip(layout.names, layout.roles, strict=True))
    shelf = "watchlist" if "listed_on" in roles else ""
    return replace(layout, roles=roles, meaning=replace(layout.meaning, mine=True, scale=10.0, shelf=shelf))


READER = MovaryReader()
