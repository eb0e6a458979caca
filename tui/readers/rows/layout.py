"""What a table's columns mean: by name where the name is known, by content where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from tui.readers.rows import values
from tui.readers.rows.file_names import film_of
from tui.readers.rows.judging import (
    LONG,
    SHAPES,
    TYPED,
    by_content,
    certificates,
    judge,
    mean,
    own_beside_all,
    share,
    texts_of_critics,
)
from tui.readers.rows.other_subjects import others
from tui.readers.rows.records import Meaning
from tui.readers.rows.roles import FILM_ROLES, MULTIPLE, normal, role_of
from tui.readers.rows.settling import OWN, meaning_of
from tui.readers.rows.values import Cell

SAMPLE = 200
"""Rows that a column's content is judged by."""
WIDEST = 300
"""Columns that are looked at; no table of films comes near it, and one endless line is no table."""
_STRICT = frozenset({"id:imdb", "year", "sentiment", "my_rating", "rating", "date"})
"""Roles whose cells tell a row from a line of prose."""
_REVIEWS = frozenset({"text", "headline", "author", "publication", "rating", "rating10", "verdict", "sentiment", "date",
                      "spoiler", "helpful", "helpful_total", "language"})  # fmt: skip
"""Roles that say something only where the rows are reviews."""
_OWNERS = OWN | {"listed_on", "plays", "position", "venue", "tags", "rating", "rating10", "date"}
"""Roles that say something only where the rows are the library owner's."""
_ANYTHING = frozenset({"title", "synopsis", "author", "text", "link", "key", "slug", "tags", "position", "date",
                       "countries", "genres", "languages", "film_type", "other_titles"})  # fmt: skip
"""Roles that things of any kind have."""
_WEAK = frozenset({"name", "role", "character", "characters", "job", "type", "value"})
"""Names that say something beside one that is known."""
_CMU = ("key", None, "title", "released", None, "runtime", "languages", "countries", "genres")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table."""

    names: tuple[str, ...]
    roles: tuple[str | None, ...]
    meaning: Meaning = field(default_factory=Meaning)

    @property
    def known(self) -> int:
        """How many columns have a meaning."""
        return sum(role is not None for role in self.roles)

    @property
    def kind(self) -> str:
        """«reviews», «films», or nothing where the rows are about no film."""
        have = set(self.roles)
        if self.others:
            return ""
        if "text" in have:
            return "reviews"
        named = "title" in have or "id:imdb" in have or "id:boxd" in have or "id:tmdb" in have
        told = len(have & FILM_ROLES) + len(have & (OWN | {"rating", "position", "listed_on"}))
        if self._is_vague:
            return ""
        if named and (told >= (1 if have & {"id:imdb", "id:tmdb"} else 2) or self.roles == ("id:imdb",)):
            return "films"
        return "films" if have & {"plot", "trivia"} or ("synopsis" in have and told >= 2) else ""

    @property
    def others(self) -> list[str]:
        """The columns that only something else than films has."""
        return others(self.names, self.roles)

    @property
    def _is_vague(self) -> bool:
        """Say whether all that names a film is a «name», beside nothing that only films and their owners have."""
        have = set(self.roles) - {None}
        named = self.meaning.names.get("title", "")
        return normal(named.rsplit(".", 1)[-1]) == "name" and not have - _ANYTHING

    def cells(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """Return a row's values by role; columns that share a role are taken together."""
        found: dict[str, Cell] = {}
        for role, cell in zip(self.roles, row, strict=False):
            if role is None or not cell:
                continue
            if role not in found:
                found[role] = cell
            elif role in MULTIPLE:
                found[role] = [*values.names(found[role]), *values.names(cell)]
        return found

    def rest(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """Return the values of the columns that nothing claims, by their own names."""
        return {name: cell for name, cell, kept in zip(self.names, row, self.unclaimed, strict=False) if kept and cell}

    @property
    def unclaimed(self) -> tuple[bool, ...]:
        """Say of each column whether no record has a place for it; «tags» that are nobody's own have none."""
        return _unclaimed(self.roles, mine=self.meaning.mine, reviews="text" in self.roles)

    def reordered(self, header: Sequence[str]) -> Layout | None:
        """Return the layout under the same names in another order, None where the names are others."""
        if sorted(header) != sorted(self.names):
            return None
        places = [self.names.index(name) for name in header]
        return replace(self, names=tuple(header), roles=tuple(self.roles[place] for place in places))

    def wrong(self, row: Sequence[str]) -> str:
        """Say which column of a row holds what it cannot hold; empty where all fit."""
        for place, fits in _typed(self.roles):
            cell = row[place] if place < len(row) else ""
            if cell and not fits(cell) and not values.is_nothing(cell):
                return f"«{self.names[place]}» holds «{values.line(cell[:40]) or ''}»"
        return ""

    def fits(self, row: Sequence[str]) -> bool:
        """Say whether a row's strict columns hold what they should, and hold something at all."""
        strict = [(role, cell) for role, cell in zip(self.roles, row, strict=False) if role in _STRICT]
        dated = all(any(map(str.isdigit, cell)) for role, cell in strict if role == "date" and cell)
        return any(cell for _, cell in strict) and dated and not self.wrong(row)


@cache
def _typed(roles: tuple[str | None, ...]) -> tuple[tuple[int, Callable[[str], bool]], ...]:
    """Return the columns that hold values of a known shape, and what says whether a cell has it."""
    return tuple((place, TYPED[role]) for place, role in enumerate(roles) if role in TYPED)


@cache
def _unclaimed(roles: tuple[str | None, ...], *, mine: bool, reviews: bool) -> tuple[bool, ...]:
    claimed = (_REVIEWS if reviews else frozenset()) | (_OWNERS if mine else frozenset())
    return tuple(role is None or (role in _REVIEWS | _OWNERS and role not in claimed) for role in roles)


def is_header(row: Sequence[str]) -> bool:
    """Say whether a row names columns: at least two known names, or one beside short words only."""
    names = [cell for cell in row if cell.strip()]
    if not names or any(len(name) > 60 for name in names):
        return False
    known = sum(role_of(name) is not None for name in names)
    if any(role_of(name) == "key" for name in names[:2]) or (known and role_of(names[0]) is not None):
        known += sum(normal(name) in _WEAK for name in names)
    values_among = sum(bool(re.fullmatch(r"[\d.,/:\-]+|tt\d+|https?://\S+", name.strip())) for name in names)
    return not values_among and (known >= 2 or (known >= 1 and len(names) <= 2))


def names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row, in words that nobody knows, names the columns: it is unlike all that stands below."""
    if len(rows) < 4 or any(len(cell) > 40 for cell in rows[0]) or len(set(rows[0])) < len(rows[0]):
        return False
    if not all(cell.strip() for cell in rows[0][1:]):  # the first may lack a name: the rows' numbers, as pandas has it
        return False
    for place, name in enumerate(rows[0]):
        column = _column(rows[1:], place)
        typed = any(share(column, test) > 0.9 and not test(name.strip()) for _, test in SHAPES)
        counted = share(column, str.isdigit) > 0.9 and not name.isdigit()
        if column and (typed or counted or mean(column) > LONG):
            return True
    return False


def layout_of(header: Sequence[str] | None, sample: Sequence[Sequence[str]], *, where: str = "") -> Layout:
    """Return what the columns mean.

    Args:
        header: the columns' names, None where the table has none.
        sample: rows from the table's beginning.
        where: the table's name, for what only it can tell («imdb» as the source of ratings).
    """
    width = min(WIDEST, len(header) if header is not None else max(map(len, sample), default=0))
    names = tuple(header[:width]) if header is not None else tuple(f"column {place + 1}" for place in range(width))
    columns = [_column(sample, place) for place in range(width)]
    roles: list[str | None] = [role_of(name) if header is not None else None for name in names]
    if header is None and _is_cmu(columns):
        roles = list(_CMU)
    certificates(roles, columns)
    own_beside_all(names, roles)
    texts_of_critics(roles, columns)
    _once(names, roles)
    judge(names, roles, columns, about=film_of(where))
    by_content(roles, columns, named=any(roles))
    return Layout(
        names, tuple(roles), meaning_of(names if header is not None else ("",) * width, roles, columns, where)
    )


def _is_cmu(columns: Sequence[Sequence[str]]) -> bool:
    """Say whether a table without a header is `movie.metadata.tsv` of the CMU Movie Summary Corpus."""
    return len(columns) == len(_CMU) and share(columns[1], lambda cell: cell.startswith("/m/")) > 0.9


def _column(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in sample[:SAMPLE] if len(row) > place and not values.is_nothing(row[place])]


def _once(names: Sequence[str], roles: list[str | None]) -> None:
    """Leave each role to its first column, but those that several columns may share."""
    seen: set[str] = set()
    if roles.count("author") > 1:  # a name tells more than a number
        numbers = [
            place for place, role in enumerate(roles) if role == "author" and normal(names[place]).endswith(" id")
        ]
        for place in numbers[: roles.count("author") - 1]:
            roles[place] = None
    for place, role in enumerate(roles):
        if role is None or role in MULTIPLE:
            continue
        if role in seen:
            roles[place] = None
        seen.add(role)
