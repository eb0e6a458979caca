"""Parts of a data set: who plays, the genres, the studios of films that another table beside this one names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec import structs

from tui.errors import DocumentError
from tui.models import Extract, Facts, Plain
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.films import Alongside, joined, keys_of
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.roles import FILM_ROLES, normal, role_of
from tui.readers.rows.table import Table, rows_of, table_of
from tui.readers.rows.values import Cell

TOGETHER = 2_000
"""Rows about one film that are taken together; more of them begin another extract."""
_ROLES = (FILM_ROLES - {"title", "slug", "trivia"}) | {"crew"}
_NAMED = frozenset({"name", "value", "title"})
"""Columns whose meaning is that of the table: the names in «actors.csv» are actors."""
_SORTS = frozenset({"type", "order", "ordering", "position", "gender", "cast id", "credit id", "rank"})
"""Columns that say of what sort an entry is, or which of them it is."""
_EVENTS = frozenset({"releases", "awards", "nominations", "videos", "showings", "screenings"})
_PARTS_OF = frozenset({"role", "job", "department", "category"})
_CHARACTERS = frozenset({"character", "characters"})
_PEOPLE = frozenset({"name", "person", "member"})
_CREDITS = frozenset({"credits", "crew", "people", "principals", "persons"})
_JOBS = {"director": "directors", "writer": "writers", "screenplay": "writers", "story": "writers",
         "original writer": "writers", "actor": "cast", "actress": "cast"}  # fmt: skip
_SHOWN = 4_000
"""Characters that what no field holds may have."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a table of this kind says, and where."""

    about: str
    """The word that the document is named after: «actors»."""
    names: int | None
    """Column of people whose part in the film stands beside them."""
    does: int | None
    """Column of what they do."""
    plays: int | None
    """Column of whom they play."""
    roles: dict[int, str | None]
    """The other columns; None where no field of a film is meant."""


class PartsReader:
    """Rows that say something of films which they name by number alone."""

    name = "parts"
    title = "Part of a data set (cast, genres, keywords … by the films' numbers)"
    suffixes = (".csv", ".tsv")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a part: it has numbers of films, and no titles."""
        table = table_of(document)
        if table is None or table.header is None or not keys_of(table.layout) or "text" in table.layout.roles:
            return NOT_MINE
        if _is_titled(table) or table.layout.kind or not 1 < len(table.header) <= 60:
            return NOT_MINE
        about = _about(document)
        if joined(document, table.layout, titled=True) is not None:
            return Match(0.93, f"{about} of films that the table beside it names by the same numbers")
        told = _part(document, table, keys_of(table.layout)[0])
        if told.names is not None or any(told.roles.values()):
            return Match(0.55, f"{about} of films that are named by a number alone")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the rows say of each film."""
        table = table_of(document)
        join = joined(document, table.layout, titled=True) if table is not None else None
        if table is None or join is None:
            raise DocumentError(
                document.name,
                "its rows say of which film they are by a number alone, and no table of the films lies beside it",
                "Import it in one folder with the table that has the titles («movies.csv»)",
            )
        part, films, complaints = _part(document, table, join.mine), Alongside(join), Complaints()
        strangers = 0
        for key, group in groupby(rows_of(document, table, complaints), key=lambda row: row[1][join.mine]):
            for rows in _batches(group):
                film = films.film(key)
                if film is None:
                    strangers += len(rows)
                elif (facts := _facts(part, [row for _, row, _ in rows])) != Facts():
                    about = structs.replace(facts, title=film.title, year=film.year, ids=film.ids | facts.ids)
                    yield Extract(facts=about, source=document.cite(rows[0][0], rows[-1][0]))
        if strangers:
            far = ", or that stands too far from it there (sort both by the number)" if films.let_go else ""
            complaints.note(f"row about a film that «{join.document.name}» does not have{far}", strangers)
        yield from complaints.remarks()


def _batches(rows: Iterator[tuple[int, list[str], object]]) -> Iterator[list[tuple[int, list[str], object]]]:
    batch: list[tuple[int, list[str], object]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


def _about(document: Document) -> str:
    """Return the word that a document is named after: «actors» of «movie_actors.csv»."""
    words = re.findall(r"[^\W\d_]+", document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold())
    return words[-1] if words else "entries"


def _is_titled(table: Table) -> bool:
    """Say whether the rows name their films themselves; a mere «name» may be anybody's."""
    place = table.layout.roles.index("title") if "title" in table.layout.roles else None
    return place is not None and normal(table.layout.names[place]) not in _NAMED


def _part(document: Document, table: Table, key: int) -> _Part:
    about = _about(document)
    meant = "crew" if about in _CREDITS else role_of(about)
    meant = meant if meant in _ROLES else None
    plain = {at: name for at, name in enumerate(map(normal, table.layout.names)) if at != key}
    numbers = {at for at, name in plain.items() if name.endswith(" id")}  # of something else
    who = _people_in(plain, meant) if meant in {"cast", "crew"} else {}
    others = plain.keys() - numbers - set(who.values())
    roles = {at: _role(name, meant) for at, name in plain.items() if at in others and name not in _SORTS}
    if len(roles) > 1 and "names" not in who and (about in _EVENTS or _comes_again(table, key)):  # each row is a whole
        roles = dict.fromkeys(plain)
    return _Part(about, who.get("names"), who.get("does"), who.get("plays"), roles)


def _people_in(plain: Mapping[int, str], meant: str) -> dict[str, int]:
    """Return the columns of people, of what they do and of whom they play, where the table is one of people."""
    found: dict[str, int] = {}
    for at, name in plain.items():
        bare = name.removesuffix(" name")
        if bare in _CHARACTERS:
            found.setdefault("plays", at)
        elif bare in _PARTS_OF:
            found.setdefault("does", at)
        elif bare in _PEOPLE or role_of(bare) == "cast":
            found.setdefault("names", at)
    if "names" not in found or (meant == "crew" and "does" not in found):
        return {}
    if meant == "cast" and "does" in found:  # «role» among actors is what they play
        found.setdefault("plays", found["does"])
        if found["plays"] == found["does"]:
            del found["does"]
    return found


def _role(name: str, meant: str | None) -> str | None:
    """Return what a column says of a film; that of a mere name is what the table is called."""
    role = meant if name in _NAMED else role_of(name)
    return role if role in _ROLES or (role or "").startswith("id:") else None


def _comes_again(table: Table, key: int) -> bool:
    """Say whether several rows are about one film."""
    keys = [row[key] for row in table.sample if len(row) > key]
    return len(set(keys)) < len(keys)


def _facts(part: _Part, rows: Sequence[Sequence[str]]) -> Facts:
    """Return what the rows about one film say of it."""
    cells: dict[str, Cell] = {}
    extra: dict[str, list[str]] = {}
    for place, role in part.roles.items():
        said = [row[place] for row in rows if not values.is_nothing(row[place].strip("[]{}"))]
        if said and role is not None:
            cells[role] = said[0] if len(said) == 1 else said
    loose = [place for place, role in part.roles.items() if role is None]
    for row in rows:
        if told := [name for place in loose for name in values.names(row[place])]:
            extra.setdefault(part.about, []).append(", ".join(told))
    facts = facts_of(cells, Meaning())
    people = _people(part, rows, extra)
    kept = {name: Plain("; ".join(dict.fromkeys(said))[:_SHOWN]) for name, said in extra.items()}
    return structs.replace(facts, **people, extra=facts.extra | kept)


def _people(part: _Part, rows: Sequence[Sequence[str]], extra: dict[str, list[str]]) -> dict[str, tuple[Plain, ...]]:
    """Return the people that the rows name, by what they do; whose work no field of a film has goes to `extra`."""
    found: dict[str, dict[Plain, None]] = {}
    for row in rows:
        name = values.line(row[part.names]) if part.names is not None else None
        does = values.line(row[part.does]) if part.does is not None else None
        if name is None:
            continue
        role = _JOBS.get((does or "").casefold()) if part.does is not None else "cast"
        if role is not None:
            found.setdefault(role, {})[name] = None
            played = values.line(row[part.plays]) if part.plays is not None else None
            if played and role == "cast":
                found.setdefault("characters", {})[played] = None
        else:
            extra.setdefault((does or part.about).casefold(), []).append(name)
    return {role: tuple(people) for role, people in found.items()}


READER = PartsReader()
