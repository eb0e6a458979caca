"""Rows that name their film only by a number: the table of films beside them says which film that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from tui.models import Facts, Plain
from tui.readers.document import Document
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import Layout
from tui.readers.rows.records import facts_of
from tui.readers.rows.roles import normal
from tui.readers.rows.table import rows_of, table_of

LARGEST = 200 * 1024 * 1024
"""Bytes of a table of films that is held in memory."""
FILMS = 500_000
HELD = 400_000
"""Films that are held while another table is read beside theirs."""
_NAMING = frozenset({"title", "year", "released", "original_title"})
_KEYS = ("key", "id:imdb", "id:rottentomatoes", "id:tmdb", "id:letterboxd")
_ABOUT_FILMS = ("movies", "movie_info", "movie_details", "movie", "films", "titles", "movie_metadata", "metadata")
_STEM = re.compile(
    r"(?:(?:critic|movie|film|user)s?[_ -]?)?"
    r"(?:reviews?|ratings?|tags|quotes|plot_summaries|comments|credits|keywords)",
    re.IGNORECASE,
)
_PLAIN = ("movies.csv", "movie.csv", "films.csv", "film.csv", "titles.csv", "movies_metadata.csv", "movie_data.csv",
          "movies.tsv", "movie.metadata.tsv", "title.basics.tsv")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Join:
    """The table of films beside a table, and which column of each says which film a row is about."""

    document: Document
    mine: int
    theirs: int


def film_table(document: Document, layout: Layout) -> tuple[str, Mapping[str, Facts]] | None:
    """Return the role that joins, and the films by it, from the table of films beside `document`; None without one."""
    if "title" in layout.roles or (join := joined(document, layout)) is None or join.document.size > LARGEST:
        return None
    role = layout.roles[join.mine]
    return (role, dict(islice(_films(join), FILMS))) if role is not None else None


def joined(document: Document, layout: Layout, *, titled: bool = False) -> Join | None:
    """Return how the rows of `document` are joined to a table of films beside it, None where there is none.

    Args:
        document: whose rows name their films by number.
        layout: its columns.
        titled: whether the films have to have titles there.
    """
    for name in _names(document):
        beside = document.sibling(name)
        table = table_of(beside) if beside is not None else None
        if beside is None or table is None or table.layout.kind != "films":
            continue
        if titled and "title" not in table.layout.roles:
            continue
        if (places := _places(layout, table.layout)) is not None:
            return Join(beside, *places)
    return None


def _names(document: Document) -> list[str]:
    """Return the names under which the table of films may lie beside another table."""
    own = document.name.rsplit("/", 1)[-1]
    found = [_STEM.sub(about, own, count=1) for about in _ABOUT_FILMS if _STEM.search(own)]
    return [name for name in dict.fromkeys([*found, *_PLAIN]) if name != own]


def _places(one: Layout, other: Layout) -> tuple[int, int] | None:
    """Return the columns that join two tables: the same role, or the same name."""
    for role in _KEYS:
        if role in one.roles and role in other.roles:
            return one.roles.index(role), other.roles.index(role)
    mine, theirs = ({normal(layout.names[at]): at for at in keys_of(layout)} for layout in (one, other))
    return next(((place, theirs[name]) for name, place in mine.items() if name in theirs), None)


def keys_of(layout: Layout) -> list[int]:
    """Return the columns that may say by a number which film a row is about."""
    return [place for place, role in enumerate(layout.roles) if role in _KEYS]


def _films(join: Join, *, named_only: bool = False) -> Iterator[tuple[str, Facts]]:
    """Yield the films by their numbers, with all that the table says, or with what they are called."""
    table = table_of(join.document)
    if table is None:
        return
    for _, row, layout in rows_of(join.document, table, Complaints()):
        if key := row[join.theirs]:
            cells, rest = layout.cells(row), None if named_only else layout.rest(row)
            if named_only:
                cells = {role: cell for role, cell in cells.items() if role in _NAMING or role.startswith("id:")}
            yield key, facts_of(cells, layout.meaning, rest)


def films_of(document: Document, role: str) -> dict[str, Facts]:
    """Return the films of a table by the values of the column of `role`."""
    table = table_of(document)
    if table is None or role not in table.layout.roles:
        return {}
    return dict(islice(_films(Join(document, 0, table.layout.roles.index(role))), FILMS))


@dataclass(slots=True)
class Alongside:
    """The films of a table, read on as far as another table, in the same order as a rule, asks for them.

    Memory is bounded: where there are very many, those that were read longest ago are let go.
    """

    join: Join
    let_go: bool = False
    """Whether a film that is not found may have been there."""
    _held: dict[str, tuple[Plain | None, int | None, dict[str, str]]] = field(default_factory=dict)
    _more: Iterator[tuple[str, Facts]] | None = None

    def film(self, key: str) -> Facts | None:
        """Return how the film of a number is called, None where it was not read or let go already."""
        if self._more is None:
            self._more = _films(self.join, named_only=True)
        while key not in self._held and (found := next(self._more, None)) is not None:
            facts = found[1]
            self._held[found[0]] = facts.title, facts.year, facts.ids
            if len(self._held) > HELD:
                del self._held[next(iter(self._held))]
                self.let_go = True
        title, year, ids = self._held.get(key, (None, None, {}))
        return Facts(title=title, year=year, ids=ids) if title or ids else None
