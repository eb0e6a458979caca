"""Objects as rows: nested ones flattened, a film's reviews one by one, collections by their keys.

So everything that is known of columns holds for JSON, YAML and XML too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from tui.readers.rows import anecdotes, values
from tui.readers.rows.layout import SAMPLE, Layout, layout_of
from tui.readers.rows.roles import FILM_ROLES, MULTIPLE, normal, role_of
from tui.readers.rows.values import Cell
from tui.readers.rows.wrappings import core, unwrapped

_WRAPPERS = ("movie", "film", "ids", "show", "attributes", "fields", "node", "_source", "item", "metadata", "meta")
"""Objects that only wrap the values of another."""
_REVIEWS = frozenset({"reviews", "user reviews", "critic reviews", "comments", "critics", "ratings and reviews"})
_SHELVES = frozenset({"watched", "watchlist", "likes", "diary"})
_TITLED = re.compile(r"\S\s*\((?:1[89]|20)\d\d\)\s*$")
_IMDB = re.compile(r"tt\d{5,10}")
_NUMERAL = re.compile(r"\s*\([IVX]{1,4}\)(?=\s*\(\d{4}\))")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\.)(?=[A-Za-z])")
"""Where words begin in a title that lost its spaces: «GeminiMan(2019)»."""
DEPTH = 6
_TEXT = frozenset({str})
_PASSAGES = frozenset({"synopsis", "plot"})
"""Roles whose objects are a text with its author, not something of the film by that name."""
_PEOPLE = (frozenset({"job"}), frozenset({"character"}), frozenset({"Name", "Type"}))
_ABOUT_FILM = {"rating": "film rating", "date": "release date", "text": "synopsis", "author": "writer"}
"""What a film says of itself beside a list of its reviews is no review's, though it goes by the same name."""

_SITES = frozenset({"film_rating", "metascore", "tomatometer"})
_NAMING = frozenset({"title", "name", "original_title", "year", "key", "slug"})
"""Roles, and names, that tell which film it is."""

_NAMES = frozenset({"title", "name"})
"""What names a film, or a review of it where it has any; a film without one must not be taken for a review."""

Object = dict[str, Cell]
"""Values by name; nested objects flattened: «movie.title»."""


def flat(value: Mapping[str, Any], prefix: str = "", depth: int = 0) -> Object:
    """Return an object's values as cells; nested objects by «outer.inner», what only wraps is left out of the name."""
    found: Object = {}
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, str):  # nearly always
            found[name] = inner
        elif isinstance(inner, dict):
            _flatten(found, key, inner, prefix, depth)
        elif _is_by_source(inner):
            for one in inner:
                found.setdefault(str(_get(one, "source")), str(_get(one, "value")))
        elif (plain := _cell(inner)) is not None:
            found[name] = plain
    return found


def _flatten(found: Object, key: str, inner: Mapping[str, Any], prefix: str, depth: int) -> None:
    """Add what the object that stands under a name says."""
    name = f"{prefix}{key}"
    if {"value", "out_of"} <= inner.keys():
        found[name] = f"{inner['value']}/{inner['out_of']}"
    elif role_of(str(key)) in _PASSAGES and (text := _named(inner)):
        found[name] = text
    elif judged := _judged(str(key), inner):
        found |= judged
    elif depth < DEPTH:
        below = prefix if normal(str(key)) in _WRAPPERS else f"{name}."
        for deep, cell in flat(inner, below, depth + 1).items():
            found.setdefault(deep, cell)


def _judged(site: str, value: Mapping[str, Any]) -> Object:
    """Return the rating that a site gives a film: {"imdb": {"value": 7.1, "votes": 1200}}; nothing where it is none."""
    rating = next((name for name in (f"{site} rating", site) if role_of(name) in _SITES), None)
    if rating is None or not isinstance(value.get("value"), int | float):
        return {}
    votes = value.get("votes")
    found: Object = {rating: str(value["value"])}
    return found | ({f"{site} votes": str(votes)} if isinstance(votes, int) else {})


def _cell(value: Any) -> Cell | None:
    if value is None:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, list) and value and isinstance(value[0], dict) and _is_of_people(value[0]):
        return json.dumps(value[:2000])  # the job of each, and whom they play, is told apart later
    if isinstance(value, list):
        parts = [_named(one) if isinstance(one, dict) else _cell(one) for one in value[:2000]]
        return [part for part in parts if isinstance(part, str) and part]
    return None


def _is_of_people(value: Mapping[str, Any]) -> bool:
    return any(names <= value.keys() for names in _PEOPLE)


def _is_by_source(value: Any) -> bool:
    """Say whether a list gives values by their sources: [{"Source": "Rotten Tomatoes", "Value": "85%"}]."""
    return _is_list_of_objects(value) and all(_get(one, "source") and _get(one, "value") for one in value)


def _get(value: Mapping[str, Any], key: str) -> Any:
    return value.get(key) or value.get(key.capitalize())


def _named(value: Mapping[str, Any]) -> str | None:
    for key in ("name", "title", "value", "text", "label", "person", "english_name"):
        inner = value.get(key)
        if isinstance(inner, str):
            return inner
        if isinstance(inner, dict):
            return _named(inner)
    return None


def entries_of(value: Any, depth: int = 0) -> Iterator[Object]:
    """Yield the flat objects in a value: of a film with a list of its reviews one for each review."""
    if depth <= DEPTH and isinstance(value, dict) and "edges" not in value and (plain := _plain(value)) is not None:
        yield plain  # before anything else is asked: nothing wraps what it says
    else:
        yield from _wrapped(value if depth else core(unwrapped(value)), depth)


def _wrapped(value: Any, depth: int) -> Iterator[Object]:
    """Yield the flat objects in a value that is more than plain, or was until what wraps it was taken off."""
    if isinstance(value, list):
        for one in value:
            yield from entries_of(one, depth + 1)
    if not isinstance(value, dict) or depth > DEPTH:
        return
    if (plain := _plain(value)) is not None:
        yield plain
        return
    if (rows := _columns(value)) is not None:
        yield from (flat(row) for row in rows)
        return
    if _by_keys(value):
        titled = all(map(_is_nameless_film, islice(value.values(), 50)))
        for key, inner in value.items():
            told = {"imdb_id": key} if _IMDB.fullmatch(str(key)) else {"movie title": key} if titled else {}
            yield from entries_of(told | inner, depth + 1)
        return
    if (held := [inner for inner in value.values() if isinstance(inner, dict) and _by_keys(inner)]) and not any(
        role_of(str(key)) == "title" for key in value
    ):
        for inner in held:
            yield from entries_of(inner, depth + 1)
        return
    yield from _of_film(value, depth)


def _plain(value: Mapping[str, Any]) -> Object | None:
    """Return what `_of_film` yields of an object of texts, numbers and lists of texts, as most are; None of others."""
    if any(map(_has_parts, value)):
        return None
    found: Object = {}
    columns = 0
    for key, inner in value.items():
        if isinstance(inner, str):
            found[key] = inner
        elif isinstance(inner, list):
            if not _TEXT.issuperset(map(type, inner)):
                return None
            columns += 1
            found[key] = list(filter(None, inner[:2000]))
        elif isinstance(inner, dict):
            return None
        elif (cell := _cell(inner)) is not None:
            found[key] = cell
    return None if columns > 1 and columns == len(value) else found


@lru_cache(maxsize=1 << 12)
def _has_parts(name: object) -> bool:
    """Say whether what stands under a name is told apart from the film: its trivia, its reviews."""
    return not isinstance(name, str) or anecdotes.names_trivia(name) or normal(name) in _REVIEWS


def _of_film(value: Mapping[str, Any], depth: int) -> Iterator[Object]:
    """Yield a film as one object, as one for each of its reviews, or go into what only wraps lists of others."""
    value, trivia = anecdotes.parted({key: _unpaged(key, inner) for key, inner in value.items()})
    lists = {key: inner for key, inner in value.items() if _is_list_of_objects(inner)}
    reviews = next((key for key in lists if normal(str(key)) in _REVIEWS or _holds_reviews(key, lists[key])), None)
    if lists and not _says_something(value) and (reviews is None or normal(str(reviews)) not in _REVIEWS):
        for key, inner in lists.items():
            told = _told_by(str(key), inner, len(lists))
            yield from (told | _retold(str(key), one) for one in entries_of(inner, depth + 1))
        return
    said = next((key for key in value if normal(str(key)) in _REVIEWS and _is_list_of_texts(value[key])), None)
    film = flat({key: inner for key, inner in value.items() if key not in {reviews, said}})
    none = any(normal(str(key)) in _REVIEWS and inner == [] for key, inner in value.items())
    if (reviews is not None or said is not None or none) and "title" in map(role_of_name, film):
        film = {_ABOUT_FILM.get(role_of_name(name) or "", name): cell for name, cell in film.items()}
    yield from _told_of(film, trivia)
    if reviews is not None:
        for review in lists[reviews]:
            own = flat(review)
            yield {f"film.{name}" if name in own else name: cell for name, cell in film.items()} | own
    elif said is not None:
        yield from (film | {"review": text} for text in value[said])
    elif not trivia:
        yield {f"film.{name}" if none and name in _NAMES else name: cell for name, cell in film.items()}


def _told_of(film: Object, trivia: list[anecdotes.Entry]) -> Iterator[Object]:
    """Yield a film with its trivia, one by one as they stand in the document; together where nothing names the film."""
    if not trivia:
        return
    same = {name: cell for name, cell in film.items() if _names_film(name)}
    apart = len(trivia) if same else 1
    for place in range(min(apart, len(trivia))):
        told = trivia[place : place + 1] if same else trivia
        yield (same if place else film) | {"trivia": anecdotes.cell_of(told)}


def _unpaged(key: str, value: Any) -> Any:
    """Return the reviews of a page of them, or of several kinds: {"page": 1, "results": […]}, {"critics": […], …}."""
    if isinstance(value, dict) and normal(str(key)) in _REVIEWS:
        return [one for inner in value.values() if _is_list_of_objects(inner) for one in inner] or value
    return value


def _told_by(key: str, objects: Sequence[Mapping[str, Any]], beside: int) -> Object:
    """Return what the name of a list says of the objects in it: their film, or the owner's shelf they stand on."""
    if _IMDB.fullmatch(key):
        return {"imdb_id": key}
    if normal(key) in _SHELVES:
        return {"shelf": normal(key)}
    roles = {role_of(str(name)) for name in objects[0] if normal(str(name)) not in {"title", "name"}}
    if "text" in roles and "title" not in roles and (_TITLED.search(key) or (beside > 1 and role_of(key) is None)):
        return {"movie title": _NUMERAL.sub("", key if " " in key else _WORD.sub(" ", key))}
    return {}


def _retold(key: str, one: Object) -> Object:
    """Return an entry of a list; what a list of trivia about several films tells is no review."""
    if role_of(key) != "trivia":
        return one
    return {"trivia" if role_of_name(name) == "text" else name: cell for name, cell in one.items()}


def _columns(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the rows of a table that is written by columns: lists of one length, or objects by the rows' numbers."""
    columns = [inner for inner in value.values() if isinstance(inner, list | dict)]
    if len(columns) < 2 or len(columns) < len(value):
        return None
    if {role_of(str(name)) for name in value}.isdisjoint(("title", "text", "plot", "synopsis", "id:imdb")):
        return None
    if len({len(column) for column in columns}) != 1 or len({type(column) for column in columns}) != 1:
        return None
    if isinstance(columns[0], dict):
        if not all(str(key).isdigit() for key in columns[0]):
            return None
        return [{name: column.get(key) for name, column in value.items()} for key in columns[0]]
    return [dict(zip(value, row, strict=True)) for row in zip(*columns, strict=True)] if len(columns[0]) > 1 else None


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value[:20])


def _holds_reviews(key: str, objects: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether objects are reviews: texts with what a review has; not those of the film's own plot."""
    if role_of(str(key)) in _PASSAGES:
        return False
    roles = {role_of(str(key)) for key in objects[0]}
    return "text" in roles and bool(roles & {"author", "rating", "date", "headline"})


def _says_something(value: Mapping[str, Any]) -> bool:
    """Say whether an object names its film or holds a text, itself or in the object that is its film."""
    said = [value, *(inner for key in ("film", "movie", "meta") if isinstance(inner := value.get(key), dict))]
    plain = {str(key) for one in said for key, inner in one.items() if isinstance(inner, str | int | float)}
    naming = {"title", "text", "plot", "synopsis", "id:imdb"}
    return bool(naming & set(map(role_of, plain))) or any(
        normal(str(key)) in {"title", "name"} for one in said for key in one
    )


def _by_keys(value: Mapping[str, Any]) -> bool:
    """Say whether an object is a collection of objects of one kind by their keys."""
    inner = list(value.values())
    if len(inner) < 2 or not all(isinstance(one, dict) for one in inner[:50]):
        return False
    return bool(set(inner[0]) & set(inner[1])) and len(set(map(str, inner[0])) & set(map(str, value))) == 0


def _is_nameless_film(value: Mapping[str, Any]) -> bool:
    """Say whether an object tells of a film that its key names: {"Fog Quay": {"year": 1998, "director": "Ann"}}."""
    roles = {role_of(str(name)) or normal(str(name)) for name in value}
    named = roles & (_NAMES | {"key"}) or any(role.startswith("id:") for role in roles)
    return bool(roles & (FILM_ROLES - {"slug"})) and not named


def _names_film(name: str) -> bool:
    role = role_of_name(name) or normal(name.rsplit(".", 1)[-1])
    return role in _NAMING or role.startswith("id:")


def role_of_name(name: str) -> str | None:
    """Return the role of a flattened name: the whole name's, else that of its last part."""
    return role_of(name.replace(".", " ")) or role_of(name.rsplit(".", 1)[-1])


def laid_out(
    objects: Iterator[tuple[int, Object]], where: str, known: Layout | None = None
) -> tuple[Layout, Iterator[tuple[int, list[Cell], Layout]]]:
    """Return the columns that objects make (as `known` has them already), and the objects as rows of them."""
    sample = list(islice(objects, SAMPLE))
    names: dict[str, None] = {}
    for _, one in sample:
        names.update(dict.fromkeys(one))
    others = _same_columns(names, [one for _, one in sample])
    header = tuple(name for name in names if name not in others)
    alike = {name: [name, *(other for other, first in others.items() if first == name)] for name in header}
    shown = [name if _is_anothers(name, names) else _shown(name) for name in header]

    def cells(one: Object) -> list[Cell]:
        if not others:
            return [one.get(name, "") for name in header]
        return [next((one[name] for name in alike[first] if one.get(name)), "") for first in header]

    layout = known or layout_of(shown, [list(map(values.first, cells(one))) for _, one in sample], where=where)
    return layout, ((number, cells(one), layout) for number, one in chain(sample, objects))


def _is_anothers(name: str, names: Mapping[str, None]) -> bool:
    """Say whether a name is that of something beside the film, which has its own: «franchise.name» beside «name»."""
    return name.endswith(".name") and "name" in names


def _shown(name: str) -> str:
    return name if role_of(name.replace(".", " ")) else name.rsplit(".", 1)[-1]


def _same_columns(names: Iterable[str], sample: Sequence[Object]) -> dict[str, str]:
    """Return the names that stand for others: of one meaning, and never in one object with them."""
    found: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for name in names:
        role = role_of(_shown(name))
        if role is not None and role not in MULTIPLE:
            first = firsts.setdefault(role, name)
            if first != name and not any(first in one and name in one for one in sample):
                found[name] = first
    return found
