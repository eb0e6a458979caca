"""Trivia out of nested values: lists of texts, of objects with a topic, or of either by their topics."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from tui.models import Citation, Plain, Trivia
from tui.readers.rows import values
from tui.readers.rows.roles import FILM_ROLES, normal, role_of
from tui.readers.rows.values import Cell
from tui.text.spoilers import announces_spoilers

_FILM = ("film", "movie")
"""Objects that hold what is said of a film."""
_ALSO = frozenset({"quotes", "memorable quotes", "crazy credits", "anecdotes", "behind the scenes", "movie facts"})
"""Lists that are trivia where nobody signs what stands in them; as a column's name these words say less."""
_NO_TOPIC = frozenset({"trivia", "facts", "fun facts", "fun fact", "curiosities", "did you know", "items", "results"})
"""Names that say nothing which «trivia» does not say."""
_TEXTS = ("text", "trivia", "fact", "goof", "quote", "content", "body", "description", "item", "lines", "value", "html")
_TOPICS = ("topic", "heading", "category", "section", "title", "type", "kind", "name")
_SIGNED = frozenset({"author", "rating", "publication", "headline"})
_DEPTH = 5
_MOST = 5000

Entry = dict[str, str]
"""Topic, text, spoiler and votes of one piece of trivia, as cells."""


def parted(value: Mapping[str, Any], depth: int = 0) -> tuple[dict[str, Any], list[Entry]]:
    """Part an object into what is no trivia and the pieces of trivia that it holds, its film's own among them."""
    rest: dict[str, Any] = {}
    found: list[Entry] = []
    for key, inner in value.items():
        name = normal(str(key))
        if name in _FILM and isinstance(inner, dict) and depth < _DEPTH:
            rest[key], more = parted(inner, depth + 1)
        else:
            more = list(_told(inner, _topic(name))) if _is_trivia(key, inner) else []
            if not more:
                rest[key] = inner
        found += more
    return rest, found[:_MOST]


def told(value: Any) -> list[Entry]:
    """Return the pieces of trivia in a list of them."""
    return list(_told(value, ""))[:_MOST]


def _is_trivia(key: str, value: Any) -> bool:
    """Say whether what stands under a name is trivia: texts that no critic signs, no table of a film's facts."""
    if not names_trivia(str(key)):
        return False
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, dict):
        roles = {role_of(str(name)) for name in one}
        about = (FILM_ROLES - {"trivia", "synopsis", "film_type", "genres"}) & roles
        return not about and not (normal(str(key)) in _ALSO and _SIGNED & roles)
    return isinstance(one, str | list)


@lru_cache(maxsize=1 << 12)
def names_trivia(key: str) -> bool:
    """Say whether trivia may stand under a name."""
    return role_of(key) == "trivia" or normal(key) in _ALSO


def _told(value: Any, topic: str, depth: int = 0) -> Iterator[Entry]:
    if isinstance(value, str) and (" " in value.strip() or (depth and not value.strip().isdigit())):
        yield {"topic": topic, "text": value}
    elif isinstance(value, list) and depth < _DEPTH:
        for one in value:
            yield from _told(one, topic, depth + 1)
    elif isinstance(value, dict) and depth < _DEPTH:
        named = {normal(str(key)): inner for key, inner in value.items()}
        text = next((_joined(named[name]) for name in _TEXTS if name in named and depth), "")
        if text:
            yield _entry(named, text, topic)
            return
        for name, inner in named.items():
            yield from _told(inner, _topic(name) or topic, depth + 1)


def _entry(named: Mapping[str, Any], text: str, topic: str) -> Entry:
    own = next((named[name] for name in _TOPICS if isinstance(named.get(name), str) and named[name] != text), topic)
    entry = {"topic": own, "text": text}
    for name, inner in named.items():
        role = role_of(name)
        if role in {"spoiler", "helpful", "helpful_total"} and isinstance(inner, str | int):
            entry[role] = str(inner)
    return entry


def _joined(value: Any) -> str:
    """Return a text, or the lines of one."""
    if isinstance(value, list):
        return "\n".join(one for one in value if isinstance(one, str))
    return value.strip() if isinstance(value, str) else ""


def _topic(name: str) -> str:
    """Return the heading that a list's name makes: «goofs» is one, «trivia» is none."""
    return "" if name in _NO_TOPIC else name[:1].upper() + name[1:]


def cell_of(entries: list[Entry]) -> str:
    """Return pieces of trivia as one cell, which `trivia_of` takes apart."""
    return json.dumps(entries)


def trivia_of(cell: Cell, cite: Citation) -> tuple[Trivia, ...]:
    """Return the trivia that a cell holds: one for each entry of a list."""
    entries = _entries(cell) if isinstance(cell, str) else [{"text": one} for one in cell]
    return tuple(_trivia(one, text, cite) for one in entries if (text := values.passage(one.get("text", ""))))


def _entries(cell: str) -> list[Entry]:
    if cell[:2] == "[{":
        try:
            found = json.loads(cell)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return [{name: str(part) for name, part in one.items()} for one in found if isinstance(one, dict)]
    return [{"text": cell}]


def _trivia(entry: Entry, text: Plain, cite: Citation) -> Trivia:
    return Trivia(
        topic=values.line(entry.get("topic", "")),
        text=text,
        spoiler=values.yes(entry.get("spoiler", "")) or announces_spoilers(text),
        helpful=values.helpful(entry.get("helpful", ""), entry.get("helpful_total", "")),
        sources=(cite,),
    )
