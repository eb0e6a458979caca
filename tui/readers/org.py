"""Org files with lists of films: check lists, plain lists, headings with keywords and properties, tables.

A film is an item, a heading that ends in a year or has film properties, or a row of a table. What stands under a
heading is a list of that name; a box that is ticked, or DONE, means seen, one that is not means wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.models import Citation, Extract, Facts, Listing, Personal, Plain, Rating, Remark, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import is_header, layout_of
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import normal, role_of
from tui.text.ratings import find_rating

_HEADING = re.compile(
    r"(\*+)\s+(?:(TODO|DONE|NEXT|WAIT\w*|SEEN|WATCHED|WATCHING|WANT|CANCELL?ED)\s+)?(?:\[#\w\]\s*)?"
    r"(.*?)(?:\s+(:[\w@:%#]+:))?\s*$"
)
_ITEM = re.compile(r"\s*(?:[-+]|\d+[.)]|\s\*)\s+(?:\[([ xX-])\]\s+)?(\S.*)$")
_PROPERTY = re.compile(r"\s*:([\w-]+):\s*(.*?)\s*$")
_KEYWORD = re.compile(r"#\+(\w+):\s*(.*?)\s*$", re.IGNORECASE)
_STAMP = re.compile(r"[\[<](\d{4}-\d{2}-\d{2})[^\]>]*[\]>]")
_LINK = re.compile(r"\[\[([^\]]+)\](?:\[([^\]]+)\])?\]")
_TITLE_FIRST = re.compile(r"([*/_])(?P<title>[^*/_\n]{1,120})\1\s*[-–—,:]?\s*(?P<rest>.*)$")
_YEAR_LAST = re.compile(r"(?P<title>.+?)[,\s]*[(\[]?\b(?P<year>(?:18|19|20)\d\d)\b[)\]]?\s*[-–—:,.]?\s*(?P<rest>.*)$")
_PERSON = re.compile(
    r"(?:by\s+)?((?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|del|la|le)(?:[ -](?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|del|la|le)){1,3})"
)
_ABOUT = re.compile(r"movie|film|cinema|watch|kino|pel[ií]cula|ciné|фильм|кино|laserdisc|dvd|blu-?ray", re.IGNORECASE)
_WANTED = re.compile(r"to[ -]?watch|should i watch|watch\s?list|want|wish", re.IGNORECASE)
_SEEN_WORDS = frozenset({"DONE", "SEEN", "WATCHED"})
_WANTED_WORDS = frozenset({"TODO", "NEXT", "WANT"})


@dataclass(slots=True)
class _Film:
    """A film on the way through the file: a heading waits for its properties."""

    facts: Facts
    line: int
    lists: tuple[str, ...]
    state: str = ""
    closed: str | None = None
    rating: Rating | None = None
    properties: dict[str, str] = field(default_factory=dict)


class OrgReader:
    """Films in an org file."""

    name = "org"
    title = "Org file with films"
    suffixes = (".org",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is an org file about films."""
        head = document.head_text
        if document.suffix != ".org" and "#+" not in head:
            return NOT_MINE
        if not re.search(r"^\*+ \S|^#\+\w+:|^\s*:PROPERTIES:", head, re.MULTILINE):
            return NOT_MINE
        about = _ABOUT.search(document.name) or _ABOUT.search(
            " ".join(re.findall(r"^(?:\*+ |#\+).*", head, re.MULTILINE))
        )
        return Match(0.85, "an org file about films") if about else Match(0.3, "an org file")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films in the file's order."""
        lines = document.text.split("\n")
        title = next(
            (found[2] for line in lines[:40] if (found := _KEYWORD.match(line)) and found[1].upper() == "TITLE"), ""
        )
        count = 0
        for film in _films(lines, title):
            count += 1
            cite = document.cite(film.line)
            yield Extract(
                facts=film.facts, source=cite, personal=_personal(film, cite, wanted=bool(_WANTED.search(title)))
            )
        for rows in _tables(lines):
            for one in _table(document, rows):
                count += isinstance(one, Extract)
                yield one
        if not count:
            yield Remark(text="no film is named in it")


def _films(lines: list[str], title: str) -> Iterator[_Film]:
    path: list[str] = []
    waiting: _Film | None = None
    for number, line in enumerate(lines, start=1):
        if heading := _HEADING.match(line):
            if waiting is not None and _is_film(waiting):
                yield waiting
            path = [*path[: len(heading[1]) - 1], _words(heading[3])]
            waiting = _film(heading[3], number, tuple(path[:-1]) or ((title,) if title else ()))
            waiting.state = heading[2] or ""
            continue
        if waiting is not None and (found := _PROPERTY.match(line)) and found[2]:
            waiting.properties[normal(found[1])] = found[2]
        elif waiting is not None and (stamp := _STAMP.search(line)) and "CLOSED" in line:
            waiting.closed = stamp[1]
        elif (item := _ITEM.match(line)) and not line.lstrip().startswith("|"):
            film = _film(item[2], number, tuple(part for part in path if part) or ((title,) if title else ()))
            film.state = {"x": "SEEN", "X": "SEEN", " ": "TODO", "-": "TODO"}.get(item[1] or "", "")
            if film.facts.title:
                yield film
    if waiting is not None and _is_film(waiting):
        yield waiting


def _is_film(film: _Film) -> bool:
    """Say whether a heading is a film and no mere chapter."""
    known = {role_of(name) for name in film.properties} - {None}
    return film.facts.title is not None and (film.facts.year is not None or bool(known) or bool(film.facts.ids))


def _words(text: str) -> str:
    return _LINK.sub(lambda found: found[2] or found[1], text).strip()


def _film(text: str, line: int, lists: tuple[str, ...]) -> _Film:
    ids = values.link_ids(text)
    words = _words(text)
    rating = find_rating(words)
    if rating is not None:
        words = (words[: rating.start] + words[rating.end :]).strip(" -–—,:()")
    first = _TITLE_FIRST.match(words)
    dated = None if first else _YEAR_LAST.match(words)
    year, rest = None, ""
    if first:
        name, rest = first["title"], first["rest"]
        year = values.year(rest)
    elif dated and dated["title"].strip(" -–—,:("):
        name, year, rest = dated["title"].rstrip(" -–—,:(["), int(dated["year"]), dated["rest"]
    else:
        name = words
    director = _PERSON.fullmatch(rest.strip(" ().,-–—"))
    title, inner = values.title_year(name.strip(" *_/"))
    facts = Facts(title=title, year=year or inner, directors=(Plain(director[1]),) if director else (), ids=ids)
    return _Film(facts, line, lists, rating=rating.rating if rating else None)


def _personal(film: _Film, cite: Citation, *, wanted: bool) -> Personal | None:
    found: dict[str, object] = {}
    listed = " / ".join(values.line(part) or "" for part in film.lists)
    if listed:
        found["lists"] = (Listing(name=Plain(listed), sources=(cite,)),)
    closed = film.closed or values.date(film.properties.get("watched", film.properties.get("seen", "")))
    if film.state in _SEEN_WORDS or closed:
        found["viewings"] = (Viewing(date=closed, sources=(cite,)),)
    elif film.state in _WANTED_WORDS or wanted:
        found["watchlist"] = "yes"
    rating = film.rating or values.rating(film.properties.get("rating", ""), 10.0)
    if rating is not None:
        found["ratings"] = (rating,)
    extra = {name: values.passage(text) for name, text in film.properties.items() if name not in {"rating", "end"}}
    if extra:
        found["extra"] = extra
    return Personal(**found) if found else None  # type: ignore[arg-type]


def _tables(lines: list[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the tables: rows with the number of their line; rules left out."""
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.lstrip().startswith("|"):
            if not re.fullmatch(r"\s*\|[-+|]*\s*", line):
                rows.append((number, [_words(cell) for cell in line.strip().strip("|").split("|")]))
        elif rows:
            yield rows
            rows = []


def _table(document: Document, rows: list[tuple[int, list[str]]]) -> Iterator[Yield]:
    header = rows[0][1] if is_header(rows[0][1]) else None
    data = rows[1:] if header else rows
    layout = layout_of(header, [cells for _, cells in data], where=document.name)
    if layout.kind or "title" in layout.roles:
        yield from extracts_of(document, ((number, cells, layout) for number, cells in data), Complaints())
    else:
        yield Remark(text="a table whose columns name no film", lines=(rows[0][0], rows[-1][0]))


READER = OrgReader()
