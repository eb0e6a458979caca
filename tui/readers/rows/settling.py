"""What the rows of a table have in common: whose they are, the scale of bare ratings, the order of day and month.

The head of a table shows most of it. Where it leaves something open (every rating so far is five or less, every date
could mean two days), one look at all rows settles it: a single 8, or a single 25/12, says what the others are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.models import Plain
from tui.readers.rows import lengths, values
from tui.readers.rows.records import Meaning
from tui.readers.rows.roles import normal
from tui.readers.rows.shelves import shelf_of
from tui.readers.rows.values import Cell
from tui.text.dates import Order, date_order

if TYPE_CHECKING:
    from tui.readers.rows.layout import Layout

OWN = frozenset({"my_rating", "watched_on", "rated_on", "rewatch", "my_note", "shelf", "liked", "watched", "wanted"})
"""Columns that only an owner's export has."""
_FIRST_PERSON = frozenset({"letterboxd uri", "thoughts", "my thoughts", "my review", "my opinion", "my comments"})
"""Names of columns that only a table of one's own has."""
_OTHER_SITES = frozenset({"id:tmdb", "id:trakt", "id:letterboxd"})
"""Ids beside IMDb's: a table with both is no table of IMDb's."""
_DATES = ("date", "released", "watched_on", "rated_on", "listed_on")
_FIGURES = re.compile(r"\s*\d{1,2}\s*([./-])\s*\d{1,2}\s*\1\s*\d{2}(?:\d\d)?(?!\d)")
_BY = (
    "imdb",
    "tmdb",
    "letterboxd",
    "douban",
    "kinopoisk",
    "filmweb",
    "filmaffinity",
    "csfd",
    "trakt",
    "allocine",
    "mubi",
)
_WORDS = re.compile(r"[a-z]+|想看|看过|想看的|[^\W\d_a-z\u2e80-\u9fff]+")
_OTHERS = frozenset({"most", "top", "best", "popular", "unwatched"})
_FAR = 0.005
"""Share of ratings that must be above ten before a scale of ten is given up: a slip of the hand is no scale."""


def meaning_of(
    names: Sequence[str], roles: Sequence[str | None], columns: Sequence[Sequence[str]], where: str
) -> Meaning:
    """Return what rows have in common, as far as their beginning shows it."""
    have = set(roles)
    imdb = "imdb" in where.casefold() or ("id:imdb" in have and not have & _OTHER_SITES)
    mine = next((roles.index(role) for role in ("my_rating", "rating") if role in have), None)
    film = roles.index("film_rating") if "film_rating" in have else None
    scale = scale_of(names[mine], columns[mine], imdb=imdb) if mine is not None else None
    by = _by(names[film], imdb=imdb) if film is not None else ""
    film_scale = scale_of(names[film], columns[film], imdb=by in _TENTHS) if film is not None else None
    dates = [cell for role in _DATES if role in have for cell in columns[roles.index(role)]]
    order: Order | None = date_order(map(values.full_year, dates))
    shelf = _shelf(where) if have & OWN or not have & {"text", "film_votes"} else ""
    own = bool(have & OWN) or bool(shelf) or not _FIRST_PERSON.isdisjoint(map(normal, names))
    undecided = {
        "order": order is None and any(map(_FIGURES.match, dates)),
        "scale": mine is not None and not imdb and scale in {5.0, 10.0} and told_scale(names[mine]) is None,
        "film_scale": film_scale in {5.0, 10.0} and by not in _TENTHS and told_scale(names[film or 0]) is None,
    }
    return Meaning(
        mine=own and ("author" not in have or _is_one_persons(roles, columns)),
        scale=scale,
        film_scale=film_scale or 10.0,
        by=Plain(by),
        order=order,
        per_minute=lengths.minute_of(columns[roles.index("runtime")]) if "runtime" in have else None,
        shelf=shelf,
        undecided=frozenset(name for name, is_open in undecided.items() if is_open),
        names={role: name for role, name in zip(roles, names, strict=False) if role is not None},
    )


_TENTHS = frozenset({"imdb", "tmdb"})
"""Sites whose averages are out of ten, however low those of one table are."""


def _is_one_persons(roles: Sequence[str | None], columns: Sequence[Sequence[str]]) -> bool:
    """Say whether all rows name the same user, as the log of a media server does; reviews have authors."""
    return "text" not in roles and len(set(columns[roles.index("author")])) == 1


def _by(name: str, *, imdb: bool) -> str:
    plain = normal(name)
    named = next((one for one in _BY if one in plain), "tmdb" if plain.startswith("vote av") else "")
    return named or ("imdb" if imdb else "")


def _shelf(where: str) -> str:
    """Return what standing in a document means by its name: «my_watched_films.json», «watchlist.csv», «想看.csv»."""
    words = _WORDS.findall(where.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold())
    if _OTHERS & set(words):
        return ""
    named = (shelf_of("".join(words[place : place + long])) for place in range(len(words)) for long in (3, 2, 1))
    return next((shelf for shelf in named if shelf in {"watchlist", "watched"}), "")


def told_scale(name: str) -> float | None:
    """Return the scale that a column's name tells: «rating10», «score (out of 5)»."""
    told = re.search(r"(?:out of|/|_of_|\bof\b)\s*(\d{1,3})|(\d{1,3})$", name.strip())
    scale = int(told[1] or told[2]) if told else 0
    return float(scale) if scale in {4, 5, 6, 10, 20, 100} else None


def scale_of(name: str, column: Sequence[str], *, imdb: bool = False) -> float | None:
    """Return what the bare numbers of a rating column are out of: its name says it, else its largest number."""
    told = told_scale(name)
    if told is not None:
        return told
    imdb = imdb and "star" not in normal(name)
    figures = [figure for cell in column if (figure := _figure(cell)) is not None]
    if not figures or len(figures) < len(column) / 2:
        return 10.0 if imdb else None
    return _scale_up_to(max(figures), imdb=imdb)


def _figure(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None


def _scale_up_to(largest: float, *, imdb: bool = False) -> float | None:
    if largest > 10:
        return 100.0 if largest <= 100 else None
    return 10.0 if largest > 5 or imdb else 5.0


@dataclass(slots=True)
class _Seen:
    """What all rows show."""

    orders: set[Order] = field(default_factory=set)
    bands: Counter[tuple[str, float | None]] = field(default_factory=Counter)

    def take(self, cells: Iterable[tuple[str | None, Cell]]) -> None:
        for role, cell in cells:
            text = values.first(cell)
            if role in _DATES and (order := date_order([values.full_year(text)])):
                self.orders.add(order)
            elif role in {"rating", "my_rating", "film_rating"} and (figure := _figure(text)) is not None:
                self.bands["film_scale" if role == "film_rating" else "scale", _scale_up_to(figure)] += 1

    def scale(self, name: str, known: float | None) -> float | None:
        counts = {scale: count for (about, scale), count in self.bands.items() if about == name}
        far = sum(count for scale, count in counts.items() if scale not in {5.0, 10.0})
        if far > _FAR * sum(counts.values()):
            return 100.0 if counts.get(100.0) else known
        return 10.0 if counts.get(10.0) else known


def settled(layout: Layout, rows: Iterable[tuple[int, Sequence[Cell], Layout]]) -> Layout:
    """Return `layout` with what its table's head leaves open, after a look at all `rows`."""
    meaning = layout.meaning
    if not meaning.undecided:
        return layout
    seen = _Seen()
    wanted = {"order": _DATES, "scale": ("rating", "my_rating"), "film_scale": ("film_rating",)}
    roles = {role for name in meaning.undecided for role in wanted[name]}
    for _, row, own in rows:
        seen.take((role, cell) for role, cell in zip(own.roles, row, strict=False) if role in roles)
    changes: dict[str, Any] = {"undecided": frozenset()}
    if "order" in meaning.undecided and len(seen.orders) == 1:
        changes["order"] = seen.orders.pop()
    for name in meaning.undecided - {"order"}:
        changes[name] = seen.scale(name, getattr(meaning, name))
    return replace(layout, meaning=replace(meaning, **changes))
