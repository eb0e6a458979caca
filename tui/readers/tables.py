"""Tables of reviews, films or plots: CSV, TSV and their like, whatever the columns are called."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from tui.errors import DocumentError
from tui.models import Plain, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.file_names import film_of
from tui.readers.rows.films import film_table
from tui.readers.rows.layout import WIDEST, Layout
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.table import Table, rows_of, settled_table, table_of

_PLACED = "each review is placed by what it says"


class TableReader:
    """Rows with columns that are recognised by name or content."""

    name = "table"
    title = "Table of reviews, films or plots"
    suffixes = (".csv", ".tsv", ".txt")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a table about films."""
        table = table_of(document)
        if table is None:
            return NOT_MINE
        kind = table.layout.kind
        if told := table.layout.others:
            return Match(0.9, f"a table of something else than films: it has {', '.join(told[:4])}")
        if table.shape.joint:
            return Match(0.9, f"rows whose cells «{table.shape.joint.strip()}» parts, {kind or 'of something else'}")
        if not kind and _is_figures(table):
            sure = 0.9 if table.shape.width > WIDEST else 0.5
            return Match(sure, "a table of figures and short words, whose columns name no film and no review")
        if not kind:
            return Match(0.1, "a table, but its columns name no film and no review")
        if _is_quoted(table):
            return Match(0.94, f"a table of {kind}: {table.shape.guarded} rows hold commas or line breaks in quotes")
        if table.header is None:
            even = table.shape.even >= 0.95 and len(table.sample) > 2
            sure = 0.75 if even and table.shape.delimiter == "\t" else 0.6 if even else 0.25
            return Match(sure, f"rows of {table.shape.width} cells, {kind} by their content")
        known = table.layout.known
        sure = min(0.85, 0.55 + 0.1 * known) if table.shape.even >= 0.9 else 0.5
        return Match(sure, f"a table of {kind}: its header names {', '.join(_recognised(table))}")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the rows say, then what is wrong with the others."""
        table = table_of(document)
        if table is not None and table.layout.others:
            yield Remark(text=f"it is about something else than films: it has {', '.join(table.layout.others[:4])}")
            return
        if table is None or not table.layout.kind:
            raise DocumentError(
                document.name,
                "its columns name no film and no review",
                "Name one of them title, movie, imdb id or review, or leave it out",
            )
        table = settled_table(document, table)
        complaints = Complaints()
        joined = film_table(document, table.layout)
        if joined is None and table.layout.kind == "reviews" and not _names_films(table.layout):
            named = _named_by_file(document, table.layout)
            told = f"its reviews are taken to be about «{named[0]}», as the file is called" if named else _PLACED
            yield Remark(text=f"the table names no film; {told}")
        about = _named_by_file(document, table.layout) if joined is None else None
        for extract in extracts_of(document, rows_of(document, table, complaints), complaints, joined):
            if about is not None and not (extract.facts.title or extract.facts.ids):
                facts = structs.replace(extract.facts, title=about[0], year=about[1])
                extract = structs.replace(extract, facts=facts, inferred=True)  # noqa: PLW2901 - the same, named
            yield extract
        yield from complaints.remarks()
        yield from _unkept(table.layout)


def _named_by_file(document: Document, layout: Layout) -> tuple[Plain, int | None] | None:
    """Return the film that a table of reviews which names none is called after."""
    if layout.kind != "reviews" or _names_films(layout) or "key" in layout.roles:
        return None
    return film_of(document.name)


def _is_quoted(table: Table) -> bool:
    """Say whether rows of one width have quotes in known columns as only a program that writes tables puts them.

    One known name may also stand in the first line of a text; then the quotes have to be in its column.
    """
    shape, known = table.shape, [place for place, role in enumerate(table.layout.roles) if role is not None]
    if shape.guarded < (1 if table.header else 2) or shape.even < 0.95:
        return False
    if table.header and len(known) > 1:
        return True
    cells = (row[place] for row in table.sample for place in known if place < len(row))
    return any(shape.delimiter in cell or "\n" in cell for cell in cells)


def _is_figures(table: Table) -> bool:
    """Say whether a table holds numbers and words: no prose, and so nobody else's either."""
    cells = [cell.strip() for row in table.sample for cell in row if cell.strip()]
    figures = sum(cell.replace(".", "").replace("-", "").isdigit() or " " not in cell for cell in cells)
    many = len(table.sample) > 1 or table.shape.width > WIDEST
    return table.shape.even > 0.9 and many and figures > 0.9 * len(cells)


def _recognised(table: Table) -> list[str]:
    return [name for name, role in zip(table.layout.names, table.layout.roles, strict=True) if role is not None][:4]


def _names_films(layout: Layout) -> bool:
    return "title" in layout.roles or any((role or "").startswith("id:") for role in layout.roles)


def _unkept(layout: Layout) -> Iterator[Remark]:
    """Name the columns of a table of reviews that no record has a place for."""
    if layout.kind != "reviews":
        return
    left = [name for name, kept in zip(layout.names, layout.unclaimed, strict=True) if kept and name.strip()]
    if left:
        yield Remark(text=f"columns that a review has no place for: {', '.join(left[:20])}")


READER = TableReader()
