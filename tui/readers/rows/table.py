"""A document as a table: shape and columns found in its head, rows streamed, broken ones named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from tui.readers.document import Document
from tui.readers.rows import delimited
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.delimited import Row, Shape
from tui.readers.rows.layout import SAMPLE, Layout, is_header, layout_of, names_columns
from tui.readers.rows.roles import normal, role_of
from tui.readers.rows.settling import settled

EVEN = 0.7
"""Share of a table's rows that have the same number of cells; of prose with commas far fewer have."""
NO_ROWS = "it holds a header and no rows below it"
PREAMBLE = 12
"""Lines that may stand above a table's header."""


@dataclass(frozen=True, slots=True)
class Table:
    """How a document is read as a table."""

    shape: Shape
    header: tuple[str, ...] | None
    first: int
    """Number of the row that the data begin with, from 1."""
    sample: tuple[tuple[str, ...], ...]
    layout: Layout

    @property
    def names(self) -> frozenset[str]:
        """The columns' names, comparable."""
        return frozenset(normal(name) for name in self.header or ())


_TABLES: WeakKeyDictionary[Document, Table | None] = WeakKeyDictionary()


def table_of(document: Document) -> Table | None:
    """Return how `document` is read as a table, None where it is none; looked at once, in its head."""
    if document not in _TABLES:
        _TABLES[document] = _look(document)
    return _TABLES[document]


def _look(document: Document) -> Table | None:
    if document.head.lstrip()[:1] in {b"<", b"{", b"["}:
        return None
    lines = delimited.head_lines(document)
    shape = delimited.shape_of(lines, role_of, table=document.suffix in {".csv", ".tsv"})
    if shape is None:
        return None
    rows = delimited.sample_of(shape, lines)
    start = next((place for place, row in enumerate(rows[:PREAMBLE]) if is_header(row)), None)
    if start is None and shape.even < EVEN:
        return None
    if start is None and names_columns(rows):
        start = 0
    header = tuple(rows[start]) if start is not None else None
    below = rows[start + 1 :] if start is not None else rows
    shape = (
        replace(shape, even=sum(len(row) == shape.width for row in below) / len(below)) if start and below else shape
    )
    sample = tuple(tuple(row) for row in _of_one_header(header, below)[:SAMPLE])
    if header is not None and shape.width != len(header) and shape.even < EVEN:
        shape = replace(shape, width=len(header))
    layout = layout_of(header, sample, where=document.name)
    return Table(shape, header, (start + 2) if start is not None else 1, sample, layout)


def _of_one_header(header: Sequence[str] | None, rows: list[list[str]]) -> list[list[str]]:
    """Return the rows that the first header is of: it may stand again among them, or another one."""
    if header is None:
        return rows
    names = sorted(header)
    another = (place for place, row in enumerate(rows) if sorted(row) == names and tuple(row) != tuple(header))
    return [row for row in rows[: next(another, len(rows))] if tuple(row) != tuple(header)]


def headed(document: Document, known: Iterable[frozenset[str]]) -> Table | None:
    """Return `document` as a table whose first row is the header of a format, whatever is known of its words.

    Args:
        document: what may be such a table.
        known: the names, as `normal` gives them, that headers of the format have at least.
    """
    table = table_of(document)
    lines = delimited.head_lines(document)
    if table is None or not lines:
        return None
    header = tuple(next(table.shape.reader(iter(lines[:1])), []))
    if not any(names <= {normal(name) for name in header} for names in known):
        return None
    sample = table.sample if table.header == header else table.sample[1:]
    layout = layout_of(header, sample, where=document.name)
    return replace(table, header=header, first=2, sample=sample, layout=layout)


def rows_of(
    document: Document, table: Table, complaints: Complaints, relayout: Callable[[Sequence[str]], Layout] | None = None
) -> Iterator[tuple[int, list[str], Layout]]:
    """Yield number, cells and columns of each row that can be used; the others go to `complaints`.

    A header that stands again is passed over; where it stands with its columns in another order, that order
    holds from there on.

    Args:
        document: the table.
        table: what `table_of` said of it.
        complaints: takes the rows that are left out.
        relayout: what the columns mean under another header; by default what `layout_of` says.
    """
    layouts, width, below = [table.layout], len(table.header or ()) or table.shape.width, False
    again = relayout or (lambda header: _again(document, table, header))
    with delimited.text_of(document) as stream:
        for row in delimited.rows_of(stream, table.shape, lambda cells: layouts[-1].fits(cells)):  # noqa: PLW0108 - the last changes
            layout = layouts[-1]
            if row.number < table.first:
                continue
            cells, below = row.cells, True
            if row.broken:
                complaints.row(row.number, row.broken)
            elif table.header is not None and role_of(cells[0]) is not None and is_header(cells):
                if tuple(cells) != layout.names:
                    layouts.append(layout.reordered(cells) or again(cells))
                    width = len(cells)
                    complaints.note(f"a new header stands in row {row.number}; the rows after it are read by it")
                else:
                    complaints.note("the header is repeated among the rows; passed over")
            elif (reason := _fit(row, layout, width, table.shape.delimiter)) or (reason := layout.wrong(row.cells)):
                complaints.row(row.number, reason)
            else:
                yield row.number, row.cells, layout
    if not below:
        complaints.note(NO_ROWS)


def _again(document: Document, table: Table, header: Sequence[str]) -> Layout:
    """Return what another header in the middle of a table means; scale and order stay what they were."""
    found, before = layout_of(header, [], where=document.name), table.layout.meaning
    kept = {name: getattr(before, name) for name in ("scale", "film_scale", "order", "per_minute")}
    meaning = replace(found.meaning, **kept)
    return replace(found, meaning=meaning)


def settled_table(document: Document, table: Table) -> Table:
    """Return `table` with what its head leaves open settled by a look at all of its rows."""
    if not table.layout.meaning.undecided:
        return table
    return replace(table, layout=settled(table.layout, rows_of(document, table, Complaints())))


def _fit(row: Row, layout: Layout, width: int, delimiter: str) -> str:
    """Bring a row to the header's width; say why where it cannot be."""
    cells = row.cells
    if len(cells) == width:
        return ""
    if len(cells) > width:
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        _rejoin(cells, layout, width, delimiter)
        return "" if len(cells) == width else f"it has {len(cells)} cells where the header has {width}"
    needed = [place for place, role in enumerate(layout.roles) if role in {"text", "title"}]
    needed = needed or [place for place, role in enumerate(layout.roles) if role and role.startswith("id:")][:1]
    if any(place >= len(cells) for place in needed):
        return f"it has {len(cells)} cells where the header has {width}"
    cells.extend([""] * (width - len(cells)))
    return ""


def _rejoin(cells: list[str], layout: Layout, width: int, delimiter: str) -> None:
    """Put a long text together again whose delimiters were not quoted, where all other cells then fit."""
    place = next((at for at, role in enumerate(layout.roles) if role in {"text", "plot", "synopsis"}), None)
    if place is None or len(cells) <= width:
        return
    end = place + len(cells) - width + 1
    whole = [*cells[:place], delimiter.join(cells[place:end]), *cells[end:]]
    if not layout.wrong(whole) and (place == width - 1 or layout.fits(whole)):
        cells[:] = whole
