"""What a table's columns mean: by name where the name is known, by content where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from tui.readers.rows import values
from tui.readers.rows.records import Meaning, shelf_of
from tui.readers.rows.roles import FILM_ROLES, MULTIPLE, normal, role_of
from tui.readers.rows.settling import OWN, meaning_of
from tui.readers.rows.values import Cell

SAMPLE = 200
"""Rows that a column's content is judged by."""
WIDEST = 300
"""Columns that are looked at; no table of films comes near it, and one endless line is no table."""
_LONG = 90
"""Mean length from which a column holds texts."""
_TITLED = re.compile(r".+\(\s*(?:1[89]|20)\d\d\s*\)\s*$")
_CERTIFICATE = re.compile(r"G|PG|PG-?13|R|NC-?17|NR|UR|X|M|GP|U|UA|Not Rated|Unrated|Passed|Approved|TV-\w+")
_VERDICT = re.compile(r"fresh|rotten", re.IGNORECASE)
_SENTIMENT = re.compile(r"pos(?:itive)?|neg(?:ative)?", re.IGNORECASE)
_RATING = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?:\s*/\s*\d{1,3})?|[★⭐½]{1,6}", re.IGNORECASE)
_NO_TEXT = re.compile(r"[\d.,]+|true|false|yes|no|https?://\S+", re.IGNORECASE)


def _link_to(site: str, cell: str) -> bool:
    """Say whether a cell is nothing but the id of a film, or an address that holds it."""
    return len(cell) <= 200 and " " not in cell and site in values.link_ids(cell)


_SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("id:imdb", lambda cell: _link_to("imdb", cell)),
    ("id:tmdb", lambda cell: _link_to("tmdb", cell)),
    ("id:letterboxd", lambda cell: _link_to("letterboxd", cell)),
    ("year", lambda cell: re.fullmatch(r"(?:1[89]|20)\d\d(?:\.0)?", cell) is not None),
    ("verdict", lambda cell: _VERDICT.fullmatch(cell) is not None),
    ("sentiment", lambda cell: _SENTIMENT.fullmatch(cell) is not None),
    ("rating", lambda cell: _RATING.fullmatch(cell) is not None),
    ("link", lambda cell: cell.startswith(("http://", "https://"))),
    ("date", lambda cell: values.date(cell) is not None),
)
"""Roles that content alone can show."""
_TYPED: dict[str, Callable[[str], bool]] = {
    "id:imdb": lambda cell: bool(values.external_id("imdb", cell)),
    "year": lambda cell: values.year(cell) is not None,
    "sentiment": lambda cell: _SENTIMENT.fullmatch(cell.strip()) is not None or cell.strip() in {"0", "1"},
    "rating": lambda cell: len(cell) <= 40,
    "date": lambda cell: len(cell) <= 40,
    "released": lambda cell: len(cell) <= 60,
    "my_rating": lambda cell: values.rating(cell, 100.0) is not None,
    "runtime": lambda cell: len(cell) <= 40,
    "title": lambda cell: len(cell) <= 300 and "\n" not in cell.strip(),
}
"""What a cell of a role must look like; a row that breaks it is not read."""
_STRICT = frozenset({"id:imdb", "year", "sentiment", "my_rating", "rating", "date"})
"""Roles whose cells tell a row from a line of prose."""


_EITHER: dict[str, tuple[str, Callable[[str], bool]]] = {
    name: ("rating", lambda cell: values.rating(cell, 100.0) is not None) for name in ("stars", "star")
} | {"watched": ("watched_on", lambda cell: any(map(str.isdigit, cell)) and values.date(cell) is not None)}
_EITHER["like"] = ("helpful", lambda cell: cell.isdigit() and cell not in {"0", "1"})
_EITHER |= dict.fromkeys(("status", "watchlist"), ("shelf", lambda cell: shelf_of(cell) is not None))
_EITHER |= {"seen": _EITHER["watched"], "viewed": _EITHER["watched"]}
"""Names that mean another role where the cells are of its kind: stars may be actors or points, «seen» a day."""
_TURNS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "watched": _EITHER["watched"],
    "film_type": ("shelf", lambda cell: shelf_of(cell) is not None),
    "rating": ("my_note", lambda cell: len(cell) > 15 and values.rating(cell, 100.0) is None),
}
"""Roles that turn into another where most cells are of its kind: «note» is a mark in French, a remark in English."""
_AVERAGE = re.compile(
    r"average|avg|mean|global|community|public|imdb|tmdb|critic|media|moyenne|durchschnitt|sredn|средн"
)
"""What the name of the rating says that others gave a film."""
_LOGGED = frozenset({"title", "original_title", "other_titles", "year", "rating", "rating10", "date", "link", "key",
                     "slug", "tags", "venue", "film_type"})  # fmt: skip
"""What a log of films has at most, where nobody is named: its dates and ratings are its owner's."""
_REVIEWS = frozenset({"text", "headline", "author", "publication", "rating", "rating10", "verdict", "sentiment", "date",
                      "spoiler", "helpful", "helpful_total", "language"})  # fmt: skip
"""Roles that say something only where the rows are reviews."""
_OWNERS = OWN | {"listed_on", "plays", "position", "venue", "tags", "rating", "rating10", "date"}
"""Roles that say something only where the rows are the library owner's."""
_TMDB = (frozenset({"vote average"}), frozenset({"cast", "crew"}))
"""Columns that only TMDB's data sets have beside a film's number."""
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
        if "text" in have:
            return "reviews"
        named = "title" in have or "id:imdb" in have or "id:boxd" in have or "id:tmdb" in have
        told = len(have & FILM_ROLES) + len(have & (OWN | {"rating", "position", "listed_on"}))
        if named and told >= (1 if "id:imdb" in have else 2):
            return "films"
        return "films" if have & {"plot", "trivia"} or ("synopsis" in have and told >= 2) else ""

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
        for name, role, cell in zip(self.names, self.roles, row, strict=False):
            if role in _TYPED and cell and not values.is_nothing(cell) and not _TYPED[role](cell):
                return f"«{name}» holds «{values.line(cell[:40]) or ''}»"
        return ""

    def fits(self, row: Sequence[str]) -> bool:
        """Say whether a row's strict columns hold what they should, and hold something at all."""
        strict = [(role, cell) for role, cell in zip(self.roles, row, strict=False) if role in _STRICT]
        dated = all(any(map(str.isdigit, cell)) for role, cell in strict if role == "date" and cell)
        return any(cell for _, cell in strict) and dated and not self.wrong(row)


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
        typed = any(_share(column, test) > 0.9 and not test(name.strip()) for _, test in _SHAPES)
        counted = _share(column, str.isdigit) > 0.9 and not name.isdigit()
        if column and (typed or counted or _mean(column) > _LONG):
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
    _once(roles)
    _judge(names, roles, columns)
    by_content(roles, columns, named=any(roles))
    return Layout(names, tuple(roles), meaning_of(names, roles, columns, where))


def _is_cmu(columns: Sequence[Sequence[str]]) -> bool:
    """Say whether a table without a header is `movie.metadata.tsv` of the CMU Movie Summary Corpus."""
    return len(columns) == len(_CMU) and _share(columns[1], lambda cell: cell.startswith("/m/")) > 0.9


def _column(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place].strip() for row in sample[:SAMPLE] if len(row) > place and not values.is_nothing(row[place])]


def _once(roles: list[str | None]) -> None:
    """Leave each role to its first column, but those that several columns may share."""
    seen: set[str] = set()
    for place, role in enumerate(roles):
        if role is None or role in MULTIPLE:
            continue
        if role in seen:
            roles[place] = None
        seen.add(role)


def _mean(column: Sequence[str]) -> float:
    return sum(map(len, column)) / len(column) if column else 0.0


def _judge(names: Sequence[str], roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Settle names that mean different things in different tables, by what stands beside and in them."""
    plain = [normal(name) for name in names]
    if "id:tmdb" not in roles and any(marks <= set(plain) for marks in _TMDB):
        roles[:] = [
            "id:tmdb" if role == "key" and not _counting(column) else role
            for role, column in zip(roles, columns, strict=True)
        ]
    has = set(roles)
    for place, role in enumerate(roles):
        roles[place] = _judged(role, plain[place], columns[place], has)
    _settle_titles(plain, roles, columns)
    if "text" in roles:
        return
    _settle_owner(plain, roles)
    for place, role in enumerate(roles):
        if role == "date" and "year" not in roles and "released" not in roles and not set(roles) & OWN:
            roles[place] = "released"
        elif role == "rating" and "film_rating" not in roles and not set(roles) & OWN:
            roles[place] = "film_rating"
        elif role == "author" and plain[place] == "author":
            roles[place] = None


def _settle_owner(plain: Sequence[str], roles: list[str | None]) -> None:
    """Give the owner what is theirs: a mark beside the average of all, and the days and marks of a mere log."""
    if set(roles) & OWN or "author" in roles or "rating" not in roles:
        return
    place = roles.index("rating")
    if "film_rating" in roles:
        if _AVERAGE.search(plain[roles.index("film_rating")]) and not _AVERAGE.search(plain[place]):
            roles[place] = "my_rating"
    elif {"title", "year", "date"} <= set(roles) and all(role in _LOGGED or _is_id(role) for role in roles):
        roles[place] = "my_rating"
        roles[roles.index("date")] = "watched_on" if "venue" in roles else "rated_on"


def _is_id(role: str | None) -> bool:
    return role is not None and role.startswith("id:")


def _judged(role: str | None, name: str, column: Sequence[str], has: set[str | None]) -> str | None:
    """Return what one column's role comes to when its content and its neighbours are looked at."""
    if name in _EITHER and _share(column, _EITHER[name][1]) >= 0.5:
        return _EITHER[name][0]
    if role in _TURNS and _share(column, _TURNS[role][1]) >= 0.5 and _TURNS[role][0] not in has:
        return _TURNS[role][0]
    if role in {"liked", "watched"} and column and not _share(column, _is_liking) >= 0.5:
        return None  # a number of people, or a share of them
    if role in {"text", "trivia"} and _share(column, lambda cell: _NO_TEXT.fullmatch(cell) is not None) > 0.8:
        return None  # «comments» and «facts» as a number, «quote» as a flag
    if role == "rating" and _share(column, lambda cell: _CERTIFICATE.fullmatch(cell) is not None) > 0.8:
        return "certificate"
    if role == "id:imdb" and name in {"imdb", "imdb link", "imdb url"} and column:
        return role if _share(column, _TYPED["id:imdb"]) else "film_rating"
    if role == "id:boxd" and has & {"text", "watched_on", "rewatch"}:
        return "link"  # in a diary and in reviews the short link is the entry's, not the film's
    if role == "key" and _share(column, lambda cell: re.fullmatch(r"tt\d{5,10}", cell) is not None) > 0.8:
        return "id:imdb" if "id:imdb" not in has else None
    if role in {"year", "watched_on"} and column and not _share(column, lambda cell: bool(values.year(cell))):
        return None
    return role


def _is_liking(cell: str) -> bool:
    return values.yes(cell) or values.no(cell) or values.date(cell) is not None


def _settle_titles(plain: Sequence[str], roles: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Settle «title», the review's beside «movie title», and «name», the author's beside «title»; else the film's."""
    for weak in ("title", "name"):
        if weak not in plain:
            continue
        place = plain.index(weak)
        if weak == "title":
            others = [other for other, role in enumerate(roles) if role == "title" and other != place]
            if others and "headline" not in roles and "text" in roles:
                roles[place] = "headline"
                roles[others[0]] = "title"
            elif others and "text" not in roles:
                roles[place], roles[others[0]] = "title", None
            elif "text" in roles and "year" not in roles and _are_headlines(columns[place]):
                roles[place] = "headline"
            elif "title" not in roles:
                roles[place] = "title"
        elif "title" not in roles:
            roles[place] = "title"
        elif "text" in roles and "author" not in roles and _mean(columns[place]) < 40:
            roles[place] = "author"


def _are_headlines(column: Sequence[str]) -> bool:
    """Say whether titles are those of reviews: hardly one comes again, and they are written like sentences."""
    words: list[str] = [word for cell in column for word in re.findall(r"[^\W\d_]{4,}", cell)[1:]]
    if len(column) < 8 or len(set(column)) < 0.85 * len(column) or len(words) < len(column):
        return False
    lower = sum(1 for word in words if word.islower())
    return lower > 0.4 * len(words)


def _share(column: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, column)) / len(column) if column else 0.0


def by_content(roles: list[str | None], columns: Sequence[Sequence[str]], *, named: bool) -> None:
    """Give the columns whose names say nothing the roles that their content shows.

    In a table with names, a column of small figures may be anything (a revenue, a rank) unless reviews stand beside it.
    """
    unknown = [place for place, role in enumerate(roles) if role is None and columns[place]]
    for place in list(unknown):
        for role, test in _SHAPES:
            if role not in roles and _share(columns[place], test) > 0.8 and len(columns[place]) > 2:
                if role in {"rating", "year"} and (_counting(columns[place]) or (named and "text" not in roles)):
                    break
                roles[place] = role
                unknown.remove(place)
                break
    for place in list(unknown):
        if "title" not in roles and _share(columns[place], lambda cell: _TITLED.match(cell) is not None) > 0.6:
            roles[place] = "title"
            unknown.remove(place)
    if not named and "title" not in roles and "id:imdb" in roles:
        for place in [at for at in unknown if _titles(columns[at])][:1]:
            roles[place] = "title"
            unknown.remove(place)
    if not named and "key" not in roles and unknown and _identifies(columns[unknown[0]]):
        roles[unknown.pop(0)] = "key"
    _find_text(roles, columns, unknown)


def _find_text(roles: list[str | None], columns: Sequence[Sequence[str]], unknown: Sequence[int]) -> None:
    """Give the longest of the unknown columns of prose its role: reviews where something judges, else plots."""
    texts = [place for place in unknown if _mean(columns[place]) >= _LONG and not _listed(columns[place])]
    if texts and "text" not in roles and "plot" not in roles and "synopsis" not in roles:
        longest = max(texts, key=lambda place: _mean(columns[place]))
        judged = {"rating", "sentiment", "verdict", "author", "spoiler", "helpful", "headline", "publication"} & set(
            roles
        )
        roles[longest] = "text" if judged else "plot"


def _titles(column: Sequence[str]) -> bool:
    """Say whether a column without a name, beside the numbers of films, holds their titles: short, all different."""
    written = _share(column, lambda cell: any(map(str.isalpha, cell)) and values.date(cell) is None)
    return len(set(column)) > 0.9 * len(column) > 1 and written > 0.8 and _mean(column) < _LONG


def _counting(column: Sequence[str]) -> bool:
    """Say whether a column only numbers the rows."""
    figures = [int(cell) for cell in column if cell.isdigit()]
    return len(figures) > 3 and all(after - before == 1 for before, after in pairwise(figures))


def _identifies(column: Sequence[str]) -> bool:
    """Say whether a column without a name holds the numbers of films."""
    return all(cell.isdigit() for cell in column) and len(set(column)) == len(column) > 2


def _listed(column: Sequence[str]) -> bool:
    return _share(column, lambda cell: cell[:1] in "[{" and cell[-1:] in "]}") > 0.5
