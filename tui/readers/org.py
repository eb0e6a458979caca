"""Org files with lists of films: check lists, plain lists, headings with keywords and properties, tables.

A film is an item, a heading that ends in a year or has film properties, a heading with a keyword or with nothing
below it in a file or a chapter about films, or a row of a table. What stands under a heading is a list of that name;
a box that is ticked, or DONE, means seen, one that is not means wanted. The text below a film's heading is its
owner's: a review where they rated it or say when they saw it, else a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec import structs

from tui.models import Extract, Facts, Personal, Plain, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.mentions import SEEN, WANTED, Mention, boxed, mention_of, own_of, own_table
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.roles import normal, role_of
from tui.readers.rows.settling import scale_of

_HEADING = re.compile(
    r"(\*+)\s+(?:(TODO|DONE|NEXT|WAIT\w*|SEEN|WATCHED|WATCHING|WANT|CANCELL?ED)\s+)?(?:\[#\w\]\s*)?"
    r"(.*?)(?:\s+(:[\w@:%#]+:))?\s*$"
)
_ITEM = re.compile(r"\s*(?:[-+]|\d+[.)]|\s\*)\s+(?:\[([ xX-])\]\s+)?(\S.*)$")
_PROPERTY = re.compile(r"\s*:([\w-]+):\s*(.*?)\s*$")
_KEYWORD = re.compile(r"#\+(\w+):\s*(.*?)\s*$", re.IGNORECASE)
_STAMP = re.compile(r"[\[<](\d{4}-\d{2}-\d{2})[^\]>]*[\]>]")
_TABLE = re.compile(r"\ufeff?\s*\|[^\n]*\|[ \t]*\n[ \t]*\|-")
_LINK = re.compile(r"\[\[([^\[\]]+)\](?:\[([^\[\]]+)\])?\]")
_ABOUT = re.compile(r"movie|film|cinema|watch|kino|pel[ií]cula|ciné|фильм|кино|laserdisc|dvd|blu-?ray", re.IGNORECASE)
_STATES = {
    **dict.fromkeys(("DONE", "SEEN", "WATCHED", "x", "X"), SEEN),
    **dict.fromkeys(("TODO", "NEXT", "WANT", " ", "-"), "watchlist"),
}
_OWN = frozenset({"rating", "watched", "seen", "watched on", "my rating", "score", "stars", "date", "date watched"})
_RATED = frozenset({"rating", "my rating", "score", "stars"})
_LEAST = 3
"""Items with a box that make a list of a file without headings."""
_LONGEST = 4000
"""Characters of a line that may be a heading or an item; a longer one is text."""
_END = "* END"
"""A heading put behind the last line, so that the one before it is done with."""
_NO_PROPERTY = frozenset({"properties", "end", "logbook"})


@dataclass(slots=True)
class _Film:
    """A film on the way through the file: a heading waits for its properties and its text."""

    found: Mention
    line: int
    lists: tuple[str, ...]
    state: str = ""
    last: int = 0
    tags: tuple[Plain, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    among_films: bool = False
    """Whether the file or a chapter above the heading says that it is about films."""

    @property
    def is_film(self) -> bool:
        """Whether a heading is a film and no mere chapter, by what it says itself."""
        known = {role_of(name) for name in self.properties} - {None}
        marked = self.among_films and self.state in _STATES
        return self.found.title is not None and bool(self.found.year or known or self.found.ids or marked)

    def is_leaf(self, below: bool) -> bool:
        """Say whether a heading that says nothing of itself is a film: it stands in a chapter on films, bare."""
        return self.among_films and not below and self.found.title is not None and not any(self.text)


class OrgReader:
    """Films in an org file."""

    name = "org"
    title = "Org file with films"
    suffixes: tuple[str, ...] = (".org",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is an org file about films."""
        head = document.head_text
        if document.suffix != ".org" and "#+" not in head:
            return NOT_MINE
        if document.suffix == ".org" and _TABLE.match(head):
            return Match(0.85, "an org file that is a table")
        boxes = sum(line.lstrip().startswith("- [") for line in map(boxed, head.split("\n")))
        if not re.search(r"^\*+ \S|^#\+\w+:|^[^\S\n]*:PROPERTIES:", head, re.MULTILINE) and boxes < _LEAST:
            return NOT_MINE
        about = _ABOUT.search(document.name) or _ABOUT.search(
            " ".join(re.findall(r"^(?:\*+ |#\+).*", head, re.MULTILINE))
        )
        return Match(0.85, "an org file about films") if about else Match(0.3, "an org file")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films in the file's order."""
        lines = [boxed(line) for line in document.text.split("\n")]
        title = next(
            (found[2] for line in lines[:40] if (found := _KEYWORD.match(line)) and found[1].upper() == "TITLE"), ""
        )
        count = 0
        films = list(_films(_headed(lines, title), title, document.name.rsplit("/", 1)[-1]))
        scale = scale_of("", [text for film in films for name, text in film.properties.items() if name in _RATED])
        for film in films:
            count += 1
            yield _extract(document, film, scale or 10.0, wanted=bool(WANTED.search(title)))
        for rows in _tables(lines):
            for one in _table(document, rows):
                count += isinstance(one, Extract)
                yield one
        if not count:
            yield Remark(text="no film is named in it")


def _headed(lines: list[str], title: str) -> list[str]:
    """Return the lines of a file that is a note about one film, as org-roam has it, with its title as their heading."""
    if lines[0].strip() != ":PROPERTIES:" or not title or any(map(_HEADING.match, lines)):
        return lines
    tags = next((found[2] for line in lines if (found := _KEYWORD.match(line)) and found[1] == "filetags"), "")
    return [f"* {title} {tags}", *lines[1:]]  # in the place of the drawer's first line, so that all keep their numbers


def _films(lines: list[str], title: str, name: str) -> Iterator[_Film]:
    path: list[str] = []
    waiting: _Film | None = None
    below = False
    deep = 0 if _is_bare_list(lines) else 1
    for number, line in enumerate([*lines, _END], start=1):
        if len(line) <= _LONGEST and (heading := _HEADING.match(line)):
            deeper = below or len(heading[1]) > len(path)
            if waiting is not None and (waiting.is_film or (len(path) > deep and waiting.is_leaf(deeper))):
                yield waiting
            above = path[: len(heading[1]) - 1]
            path, below = [*above, _words(heading[3])], False
            waiting = _Film(_mention(heading[3]), number, tuple(above) or ((title,) if title else ()))
            waiting.state = heading[2] or ""
            waiting.tags = values.names((heading[4] or "").replace(":", "|"))
            about = _ABOUT.search(" ".join((name, title, *above)))
            waiting.among_films = about is not None and not _ABOUT.search(heading[3])
        elif waiting is not None and _is_below(waiting, line):
            _belongs(waiting, number, line)
        elif len(line) <= _LONGEST and (item := _ITEM.match(line)) and not line.lstrip().startswith("|"):
            below = True
            lists = tuple(part for part in path if part) or ((title,) if title else ())
            film = _Film(_mention(item[2]), number, lists, state=item[1] or "")
            if film.found.title:
                yield film
        elif line.strip():
            below = True


def _is_bare_list(lines: list[str]) -> bool:
    """Say whether a file is nothing but headings of one level; in a file about films they are no chapters."""
    written = [line for line in lines if line.strip() and not _KEYWORD.match(line)]
    return len(written) > 1 and all(line.startswith("* ") and len(line) <= _LONGEST for line in written)


def _is_below(film: _Film, line: str) -> bool:
    """Say whether a line belongs to the heading above it; the items of a mere chapter are films of their own."""
    return _PROPERTY.match(line) is not None or (film.is_film and not _ITEM.match(line))


def _belongs(film: _Film, number: int, line: str) -> None:
    """Take a line below a film's heading: a property, the day that it was closed, or text."""
    film.last = number
    if found := _PROPERTY.match(line):
        if found[2] and normal(found[1]) not in _NO_PROPERTY:
            film.properties[normal(found[1])] = found[2]
    elif "CLOSED" in line and (stamp := _STAMP.search(line)):
        film.found.date = stamp[1]
    elif not line.lstrip().startswith(("|", "#+", "SCHEDULED", "DEADLINE")):
        film.text.append(_words(line))


def _words(text: str) -> str:
    if "]]" not in text:
        return text.strip()
    return _LINK.sub(lambda found: found[2] or found[1], text).strip()


def _mention(text: str) -> Mention:
    """Return what a heading or an item says; the addresses behind its links are ids."""
    found = mention_of(_words(text))
    found.ids = values.link_ids(text)
    return found


def _extract(document: Document, film: _Film, scale: float, *, wanted: bool) -> Extract:
    found = film.found
    own = {name: text for name, text in film.properties.items() if name in _OWN}
    about = {name: text for name, text in film.properties.items() if name not in _OWN}
    days = [_STAMP.sub(r"\1", text) for text in own.values()]
    found.date = found.date or next((day for text in days if (day := values.date(text))), None)
    found.rating = found.rating or next(
        (rating for text in days if not values.date(text) and (rating := values.rating(text, scale))), None
    )
    state = _STATES.get(film.state, "watchlist" if wanted and not found.date else "")
    listed = " / ".join(values.line(part) or "" for part in film.lists)
    cite = document.cite(film.line, max(film.line, film.last))
    personal, review = own_of(found, cite, state=state, name=listed, more="\n".join(film.text).strip())
    if film.tags:
        personal = structs.replace(personal or Personal(), tags=film.tags)
    return Extract(facts=_facts(found, about), source=cite, reviews=(review,) if review else (), personal=personal)


def _facts(found: Mention, properties: Mapping[str, str]) -> Facts:
    """Return what a heading and its properties say of the film; the heading names it."""
    cells = {role: text for name, text in properties.items() if (role := role_of(name))}
    extra = {name: text for name, text in properties.items() if not role_of(name)}
    told = facts_of({role: cell for role, cell in cells.items() if role != "title"}, Meaning(), extra)
    said = found.facts
    return structs.replace(
        told,
        title=said.title,
        year=said.year or told.year,
        directors=told.directors or said.directors,
        ids=told.ids | said.ids,
    )


def _tables(lines: list[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the tables: rows with the number of their line; rules, and what formulas wrote below the last, left out."""
    rows: list[tuple[int, list[str]]] = []
    rules: list[int] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.lstrip().startswith("|"):
            if re.fullmatch(r"\s*\|[-+|]*\s*", line):
                rules.append(len(rows))
            else:
                cells = line.strip().strip("|").split("|")
                rows.append((number, [_STAMP.sub(r"\1", _words(cell)) for cell in cells]))
        elif rows:
            summed = line.lstrip().upper().startswith("#+TBLFM") and len(rules) > 1 and len(rows) - rules[-1] == 1
            yield rows[:-1] if summed else rows
            rows, rules = [], []


def _table(document: Document, rows: list[tuple[int, list[str]]]) -> Iterator[Yield]:
    layout, named = own_table([cells for _, cells in rows], document.name)
    data = rows[named:]
    if layout.kind or "title" in layout.roles:
        yield from extracts_of(document, ((number, cells, layout) for number, cells in data), Complaints())
    else:
        yield Remark(text="a table whose columns name no film", lines=(rows[0][0], rows[-1][0]))


READER = OrgReader()
