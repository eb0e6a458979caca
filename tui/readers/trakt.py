"""Trakt: history, ratings, watched, watchlist, lists, comments and film pages of its API, as JSON.

An item is `{"watched_at": …, "movie": {"title", "year", "ids": {"trakt", "imdb", "tmdb"}}}`; the film stands in
«movie», or is the object itself. Series and episodes come along and are kept with their type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.models import Citation, Extract, Facts, Listing, Personal, Plain, Rating, Remark, Review, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.objects import flat
from tui.readers.rows.other_subjects import SERIAL
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.shelves import shelf_of
from tui.readers.rows.stream import objects_of
from tui.text.spoilers import announces_spoilers

_IDS = re.compile(r'"ids"\s*:\s*\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}?"(?:trakt|slug)"\s*:')
_ACCOUNT = re.compile(r'\{\s*"user"\s*:\s*\{\s*"username"\s*:')
_ABROAD = re.compile(
    r'\[\s*\{\s*"title"\s*:\s*(?:null|"(?:[^"\\]|\\.)*+")\s*,(?:\s*"(?:overview|tagline|language)"\s*:\s*'
    r'(?:null|"(?:[^"\\]|\\.)*+")\s*,)*\s*"country"\s*:\s*"[a-z]{2}"\s*\}'
)
"""Titles of one film in other countries, which don't say of which film."""
_LIST_NAME = re.compile(r"lists?-(?:list-)?(?:\d+-)?")
"""What stands before a list's name in the name of its file."""
_PARTS = ("movie", "episode", "season", "show")
_DEEPEST = 4
_FILM = {
    "title": "title", "year": "year", "tagline": "tagline", "overview": "synopsis", "released": "released",
    "runtime": "runtime", "rating": "film_rating", "votes": "film_votes", "genres": "genres",
    "certification": "certificate", "language": "languages", "country": "countries", "original_title": "original_title",
    "imdb": "id:imdb", "tmdb": "id:tmdb", "trakt": "id:trakt", "simkl": "id:simkl",
}  # fmt: skip
_MEANING = Meaning(film_scale=10.0, by="trakt")


class TraktReader:
    """A JSON file of Trakt."""

    name = "trakt"
    title = "Trakt export"
    suffixes = (".json",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is of Trakt."""
        head = document.head_text.lstrip("\ufeff \r\n\t")
        if head[:1] in {"[", "{"} and _IDS.search(head):
            return Match(0.96, "objects with ids of Trakt")
        if _ACCOUNT.match(head):
            return Match(0.9, "settings of an account, as Trakt exports them")
        if _ABROAD.match(head):
            return Match(0.96, "titles of one film by country, as Trakt answers them")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what each item says."""
        if _ABROAD.match(document.head_text.lstrip("\ufeff \r\n\t")):
            yield Remark(text="titles of one film in other countries; it doesn't say which film they are of")
            return
        complaints = Complaints("entry")
        stem = document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        names = _names_of_lists(document)
        number = 0
        for first, value in objects_of(document, complaints):
            for item, name in _items(value, names.get(_LIST_NAME.sub("", stem), stem)):
                number = max(number + 1, first)
                facts = _facts(item)
                if facts.title is None:
                    complaints.row(number, "it names no film")
                    continue
                if "type" in facts.extra:
                    complaints.note(SERIAL)
                yield _extract(item, facts, document.cite(number), name)
        yield from complaints.remarks()


def _extract(item: Mapping[str, Any], facts: Facts, cite: Citation, name: str) -> Extract:
    review = _review(item, cite)
    return Extract(
        facts=facts,
        source=cite,
        reviews=(review,) if review is not None else (),
        personal=_personal(item, cite, name),
    )


def _items(value: Any, name: str, depth: int = 0) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the items in a value, with the name of the list they stand in: backups hold all lists in one object."""
    if isinstance(value, list):
        for one in value:
            yield from _items(one, name, depth + 1)
    elif isinstance(value, dict):
        lists = {key: inner for key, inner in value.items() if isinstance(inner, list) and inner}
        held = {key: inner for key, inner in lists.items() if isinstance(inner[0], dict)}
        if (
            not held
            or depth > _DEEPEST
            or any(isinstance(value.get(part), dict) for part in _PARTS)
            or ("ids" in value and "items" not in held)
        ):
            yield value, name
            return
        for key, inner in held.items():
            yield from _items(inner, str(value.get("name") or key), depth + 1)


def _names_of_lists(document: Document) -> dict[str, str]:
    """Return the lists' names by their slugs, as `lists.json` beside them tells them."""
    beside = document.sibling("lists.json") or document.sibling("lists-lists.json")
    if beside is None:
        return {}
    told = (value for _, found in objects_of(beside, Complaints()) for value, _ in _items(found, ""))
    return {str(one["ids"].get("slug")): str(one.get("name")) for one in told if isinstance(one.get("ids"), dict)}


def _facts(item: Mapping[str, Any]) -> Facts:
    kind = next((part for part in _PARTS if isinstance(item.get(part), dict)), None)
    film = item[kind] if kind is not None else item
    if kind in {"episode", "season"} and isinstance(item.get("show"), dict):
        film = _part_of(item["show"], film, kind)
    cells = {_FILM[name]: cell for name, cell in flat(film).items() if name in _FILM}
    extra = {name: cell for name, cell in flat(film).items() if name not in _FILM}
    kind = str(item.get("type") or kind or "")
    if kind and kind != "movie":
        extra["type"] = kind
    return facts_of(cells, _MEANING, extra)


def _part_of(show: Mapping[str, Any], part: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return an episode or a season under its show's name: a rating of it is none of the show."""
    number = part.get("number")
    name = part.get("title") or f"{kind} {number}"
    place = f"{part['season']}x{number} " if "season" in part else ""
    return {**part, "title": f"{show.get('title') or ''}: {place}{name}"}


def _review(item: Mapping[str, Any], cite: Citation) -> Review | None:
    comment = item.get("comment")
    if not isinstance(comment, dict):
        return None
    text = values.passage(str(comment.get("comment") or ""))
    if not text:
        return None
    stats, user = comment.get("user_stats"), comment.get("user")
    rating = values.rating(str(stats.get("rating") or ""), 10.0) if isinstance(stats, dict) else None
    return Review(
        author=values.line(str(user.get("username") or "")) if isinstance(user, dict) else None,
        text=text,
        rating=rating,
        date=values.date(str(comment.get("created_at") or "")),
        spoiler=comment.get("spoiler") is True or announces_spoilers(text),
        mine=True,
        sources=(cite,),
    )


def _personal(item: Mapping[str, Any], cite: Citation, name: str) -> Personal | None:
    found: dict[str, Any] = {}
    watched = values.date(str(item.get("watched_at") or item.get("last_watched_at") or ""))
    state = shelf_of(str(item.get("status") or ""))
    if watched or item.get("plays") or state == "watched":
        found["viewings"] = (Viewing(date=watched, rewatch=int(item.get("plays") or 1) > 1, sources=(cite,)),)
        if int(item.get("plays") or 1) > 1:
            found["extra"] = found.get("extra", {}) | {"trakt plays": Plain(str(item["plays"]))}
    if item.get("rated_at") or (
        {"rating", "user_rating"} & item.keys() and any(isinstance(item.get(part), dict) for part in _PARTS)
    ):
        rating: Rating | None = values.rating(str(item.get("rating") or item.get("user_rating") or ""), 10.0)
        if rating is not None:
            found["ratings"] = (rating,)
            if day := values.date(str(item.get("rated_at") or "")):
                found["extra"] = found.get("extra", {}) | {"rated": Plain(day)}
    if state == "watchlist":
        found["watchlist"] = values.date(str(item.get("added_to_watchlist_at") or "")) or "yes"
    found |= _listed(item, cite, name)
    if collected := values.date(str(item.get("collected_at") or "")):
        found["extra"] = found.get("extra", {}) | {"trakt collected": Plain(collected)}
    if kept := _kept(item):
        found["extra"] = found.get("extra", {}) | {f"trakt {_list_name(name)} {item.get('id', '')}".strip(): kept}
    return Personal(**found) if found else None


def _kept(item: Mapping[str, Any]) -> Plain:
    """Return what an entry says besides its film: ids and times of day, for which no record has a place."""
    if not any(isinstance(item.get(part), dict) for part in _PARTS):
        return Plain("")
    said = flat({name: value for name, value in item.items() if name not in (*_PARTS, "comment")})
    return Plain(
        "\n".join(f"{values.line(name)}: {values.line(cell)}" for name, cell in said.items() if values.line(cell))
    )


def _listed(item: Mapping[str, Any], cite: Citation, name: str) -> dict[str, Any]:
    """Return what standing in a list means: the name of the file says which list it is."""
    listed = values.date(str(item.get("listed_at") or ""))
    if not listed and "rank" not in item:
        return {}
    note = values.passage(str(item.get("notes") or "")) or None
    if "watchlist" in name.casefold() or "rank" not in item:
        return {"watchlist": listed or "yes", "notes": values.own_notes(note or "", listed)}
    if "favorite" in name.casefold():
        return {"liked": listed or "yes"}
    position = values.count(str(item.get("rank") or ""))
    return {"lists": (Listing(name=_list_name(name), position=position, note=note, sources=(cite,)),)}


def _list_name(name: str) -> Plain:
    return values.line(_LIST_NAME.sub("", name).replace("_", " ")) or Plain("Trakt list")


READER = TraktReader()
