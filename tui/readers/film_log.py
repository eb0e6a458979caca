"""Lists and diaries of films that somebody keeps in a text file or in Markdown: one film an item or a row.

A day or a rating makes an item an entry of a diary; a box that is ticked, or a heading like «Seen», means seen, an
empty box or «To watch» means wanted. All else is a list of the heading's name. What stands behind the film, or is
indented below it, is the writer's review where they logged the film, else their note on its place in the list.

A log may also have a heading for each film, with its day and rating there or first below it, and a review below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui.models import Extract, Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.mentions import SEEN, WANTED, Mention, boxed, mention_of, own_of, own_table
from tui.readers.rows.reading import extracts_of
from tui.text.dates import Order, date_order, find_date
from tui.text.markup import unmark_markdown
from tui.text.ratings import find_rating

_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<words>\S.*)")
_BOLD = re.compile(r"(?P<level>)(?P<words>(\*\*|__)[^*_\n]{1,120}\3 ?[(\[](?:18|19|20)\d\d[)\]][^\n]{0,80}$)")
"""A film with its year, set off at a line's beginning, does a heading's work."""
_LOWEST = 7
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+•]|(?P<place>\d{1,4})[.)])\s+(?:\[(?P<box>[ xX/-])\]\s+)?(?P<words>\S.*)$")
_ENTRY = re.compile(r"(?P<indent>)(?P<place>)(?P<box>)(?P<words>\[?\(?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W.*)$")
"""A line that begins with a day is an item too."""
_ADDRESS = re.compile(r"(?<!!)\[[^\[\]|]{1,200}\]\((https?://[^()\s|]{1,300})\)")
"""The first address that a row of a table links to; no picture's."""
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[\s|:+-]*")
_INNER = re.compile(r"^ ?:?-{2,}:?(?: *\| *:?-{2,}:?)+ *$", re.MULTILINE)
"""The rule below a table's header that has no strokes at its edges."""
_STARS = re.compile(r"!\[([\d.,/★½]{1,10})\]\([^()\s]{1,300}\)")
"""A picture of a rating, with the rating for those who don't see it."""
_ANCHOR = re.compile(r"<a\s[^<>]{1,100}>\s*</a>")
_SEEN = re.compile(r"\b(?:seen|watched|diary|log|finished|done|vistas?|gesehen|vus?)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\W*(?:\w+\W+)?(?:19|20)\d\d\W*|\w+\W*", re.IGNORECASE)
"""A heading that only parts a diary: a month, a year."""
_FRONT = re.compile(r"\ufeff?---[ \t]*\n.*?^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_FILMS = re.compile(r"\b(?:films?|movies?|watched|cin[eé]ma?|kino|pel[ií]culas?|letterboxd)\b", re.IGNORECASE)
"""A file or a heading that says so holds films: there a heading is one also without its year, beside a day."""
_OTHERS = re.compile(
    r"\b(?:books?|reading|novels?|libros?|b[üu]cher|livres?|libri|(?:video|board)?games?|albums?|records|songs|concerts?"
    r"|podcasts?|restaurants?|recipes|wines?|beers?)\b",
    re.IGNORECASE,
)
"""What else people keep a log of, with years and stars; said in the file's name or its first heading."""
_LISTING = frozenset(
    "my our the a best favorite favourite favorites favourites top all time list lists of to watch watched seen want "  # noqa: SIM905 - a list of words is read as words
    "wanted watchlist movies films and i have ve queue backlog next later".split()
)
"""Words of the name of a file that lists films."""
_SERIES = re.compile(r"\b(?:tv|series|shows?|serien|anime)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:seen|watched|viewed|finished|on|date|my|rating|score|grade|stars?|verdict|gesehen|vu|visto|note|nota)\b|[\W_]",
    re.IGNORECASE,
)
"""What stands beside the day or the rating in a line that holds nothing else."""
_YEAR = re.compile(r"[(\[](?:18|19|20)\d\d[)\]]")
"""A film's year; a bare one may be that of a whole diary, «Films of 2022»."""
_LONGEST_LABEL = 60
_LONGEST_LINE = 120
"""Characters of a line that is a film and what its writer thought of it."""
_LABELLED = re.compile(r"[^\W\d_][^.:\n]{0,50}:\s*")
"""A line that does a heading's work: «To watch:»."""
_LEAST = 3
_LEAST_HEADED = 2
_SHARE = 0.6


@dataclass(slots=True)
class _Item:
    line: int
    words: str
    box: str = ""
    place: int | None = None
    heading: str = ""
    below: list[str] = field(default_factory=list)
    last: int = 0


class FilmLogReader:
    """A list or a diary of films."""

    name = "film-log"
    title = "List or diary of films"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".txt")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a list of films: most items name one, set off by a year, day or rating."""
        text = _framed(document.head_text)
        if document.suffix not in self.suffixes or text.lstrip("\ufeff \n")[:1] in {"<", "{", "["}:
            return NOT_MINE
        headed = _headed(text, document.name)
        if headed:
            return Match(0.93, f"{len(headed)} headings of a diary of films")
        items, others = _items(text, document.name)
        rows = [row for rows in _tables(text) for row in rows]
        if _log_table(rows):
            return Match(0.9, "a table of films with their writer's dates or ratings")
        order = date_order(item.words for item in items)
        found = [mention_of(item.words, order=order) for item in items]
        bare = _lists_films(document.name, items)
        named = [one for one in found if one.title and (one.year or one.logged or one.ids or (bare and _is_bare(one)))]
        logged = sum(one.logged or bool(item.box) for one, item in zip(found, items, strict=True))
        least = _LEAST if any(one.date is None or one.year is None for one in found) else 2
        if len(items) < least or len(named) < _SHARE * len(items) or _prose(found, items, others):
            return NOT_MINE
        if len({(one.title, one.year) for one in named}) < _SHARE * len(named):
            return NOT_MINE
        if logged >= _SHARE * len(items):
            return Match(0.93, f"{len(items)} entries of a diary of films")
        years = len(named) if bare else sum(one.year is not None for one in named)
        return Match(0.87, f"a list of {len(items)} films") if years >= _SHARE * len(items) else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films in the file's order."""
        text = _framed(document.text)
        if kept := _about_others(document):
            yield Remark(text=f"it is a log of no films («{kept}»)")
            return
        headed = _headed(text, document.name)
        items = headed or _items(text, document.name)[0]
        bare = not headed and _lists_films(document.name, items)
        order = date_order(item.words for item in items)
        complaints = Complaints("line")
        for item in items:
            found = mention_of(item.words, order=order)
            if headed:
                _take_labels(found, item.below, order)
            if bare and _SERIES.search(item.heading):
                complaints.note("line of a list of series; passed over")
                continue
            named = bare or WANTED.search(f"{document.name.rsplit('/', 1)[-1]} {item.heading}")
            listed = found.marked or found.logged or item.box or (named and _is_bare(found))
            if found.title is None or not listed:
                complaints.row(item.line, "it names no film")
                continue
            yield _extract(document, item, found, order, reviewed=bool(headed))
        for rows in _tables(text):
            yield from _table(document, rows, complaints)
        yield from complaints.remarks()


def _lists_films(name: str, items: Sequence[_Item]) -> bool:
    """Say whether a file's name says that it is a list of films and nothing else («Movies to watch.md»), no program."""
    if any("`" in item.words for item in items):
        return False
    words = re.findall(r"[^\W\d_]+", name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold())
    return not set(words) - _LISTING and not {"movies", "films", "watchlist"}.isdisjoint(words)


def _is_bare(found: Mention) -> bool:
    """Say whether an item is nothing but a name, as titles are written."""
    name = found.title or ""
    return not found.rest and name[:1] == name[:1].upper() and not name.endswith((".", ":"))


def _about_others(document: Document) -> str:
    """Return the word by which a log says that it is about something else than films."""
    first = re.search(r"^#\s.*", document.head_text, re.MULTILINE)
    about = f"{document.name.rsplit('/', 1)[-1]} {first[0] if first else ''}".replace("_", " ")
    found = _OTHERS.search(about)
    return found[0] if found and not _FILMS.search(about) else ""


def _headed(text: str, name: str) -> list[_Item]:
    """Return the films that have a heading each, with what stands below; none where the text is no such log."""
    items: list[_Item] = []
    parents: dict[int, str] = {}
    level = 0
    front = _FRONT.match(text)
    lines = text[front.end() if front else 0 :].split("\n")
    for number, line in enumerate(lines, start=1 + (text.count("\n", 0, front.end()) if front else 0)):
        heading = _HEADING.match(line) or _BOLD.match(line)
        depth = (len(heading["level"]) or _LOWEST) if heading is not None else 0
        if heading is not None and (not level or depth <= level):
            words = heading["words"].rstrip("# \t\r")
            parents = {at: parent for at, parent in parents.items() if at < depth}
            above = next((parents[at] for at in sorted(parents, reverse=True)), "")
            films = _FILMS.search(f"{name.rsplit('/', 1)[-1]} {' '.join(parents.values())}") is not None
            parents[depth] = unmark_markdown(words)
            level = depth if _is_film(words, films) else 0
            if level:
                items.append(_Item(number, words, heading=above, last=number))
        elif level:
            items[-1].below.append(unmark_markdown(re.sub(r"^\s*>\s?|^#+\s+", "", line)).rstrip())
            items[-1].last = number if line.strip() else items[-1].last
    found = [mention_of(item.words) for item in items]
    logged = sum(_take_labels(one, list(item.below), None) for one, item in zip(found, items, strict=True))
    several = len({(one.title, one.year) for one in found}) >= max(_LEAST_HEADED, _SHARE * len(items))
    told = sum(any(item.below) for item in items) >= _SHARE * len(items)
    return items if several and told and logged >= len(items) / 2 else []


def _is_film(words: str, films: bool) -> bool:
    """Say whether a heading is a film: it has a year or an id, or a day where `films` are what the text is about."""
    found = mention_of(words)
    known = _YEAR.search(words) is not None or bool(found.ids) or (films and found.date is not None)
    return found.title is not None and known and bool(re.search(r"[^\W\d]|^\d{1,4}$", found.title))


def _take_labels(found: Mention, below: list[str], order: Order | None) -> bool:
    """Take the day and the rating from the lines that a film's text begins with; say whether there is either."""
    while below and (not below[0].strip() or len(below[0]) <= _LONGEST_LABEL):
        day, rating = find_date(below[0], order=order), find_rating(below[0])
        full = day is not None and len(day.iso) == len("2000-01-01") and not day.ambiguous
        if below[0].strip() and not (full or rating):
            break
        line = below.pop(0)
        if full and day is not None:
            found.date = found.date or day.iso
        if rating is not None:
            found.rating = found.rating or rating.rating
        spans = sorted([(one.start, one.end) for one in (day if full else None, rating) if one], reverse=True)
        left = line
        for start, end in spans:
            left = left[:start] + left[end:]
        if _LABEL.sub("", left):
            below.insert(0, line)  # it says more, such as with whom
            break
    return found.logged


def _extract(document: Document, item: _Item, found: Mention, order: Order | None, *, reviewed: bool) -> Extract:
    day = find_date(item.heading, order=order)
    if found.date is None and day is not None and len(day.iso) == 10 and not day.ambiguous:
        found.date = day.iso
    about = f"{document.name.rsplit('/', 1)[-1].rsplit('.', 1)[0]} {item.heading}"
    state = {"x": SEEN, "X": SEEN, " ": "watchlist"}.get(item.box, "")
    if not state:
        state = "watchlist" if WANTED.search(about) else SEEN if _SEEN.search(about) else ""
    parting = found.logged or state or _PERIOD.fullmatch(item.heading)
    name = "" if parting and (found.logged or state) else item.heading or document.name.rsplit("/", 1)[-1]
    cite = document.cite(item.line, max(item.line, item.last))
    personal, review = own_of(
        found,
        cite,
        state=state,
        name=name if not reviewed else "",
        position=item.place,
        more="\n".join(item.below).strip(),
        reviewed=reviewed,
    )
    return Extract(facts=found.facts, source=cite, reviews=(review,) if review else (), personal=personal)


def _items(text: str, name: str) -> tuple[list[_Item], int]:
    """Return the items, and how many lines are none: headings, empty lines and tables are not counted."""
    items, others = _marked(text)
    if (
        not items
        and len(lines := [(at, line.strip()) for at, line in enumerate(text.split("\n"), 1) if line.strip()]) > 2
    ):
        says = [bool(_FILMS.search(words) or WANTED.search(words)) for words in (name.rsplit("/", 1)[-1], lines[0][1])]
        if any(says) and not _is_parted([line for _, line in lines]):
            (first, words), (second, _), *_ = lines
            headed = says[1] and not _YEAR.search(words) and (words.endswith(":") or second > first + 1)
            heading = lines[0][1] if headed else ""
            return [_Item(at, line, heading=heading, last=at) for at, line in lines[headed:]], 0
    return items, others


def _is_parted(lines: Sequence[str]) -> bool:
    """Say whether lines are no films jotted down: too long, headings, or the rows of a table."""
    if any(len(line) > _LONGEST_LINE or line[:1] in "#|" or "\t" in line for line in lines):
        return True
    return any(min(line.count(mark) for line in lines) > 0 for mark in ",;|$")


def _marked(text: str) -> tuple[list[_Item], int]:
    """Return the items that have a mark or a day before them, and how many lines are none."""
    items: list[_Item] = []
    heading, others, inside = "", 0, False
    front = _FRONT.match(text)
    skipped = text.count("\n", 0, front.end()) if front else 0
    for number, line in enumerate(map(boxed, text.split("\n")), start=1):
        if number <= skipped or not line.strip():
            continue
        if title := _HEADING.match(line):
            heading, inside = unmark_markdown(title["words"].rstrip("# \t\r")), False
        elif _LABELLED.fullmatch(line):
            heading, inside = line.strip().rstrip(":"), False
            others += 1
        elif (found := _ITEM.match(line) or _ENTRY.match(line)) and not (inside and len(found["indent"]) > 1):
            place = int(found["place"]) if found["place"] else None
            items.append(_Item(number, found["words"].rstrip(), found["box"] or "", place, heading, last=number))
            inside = True
        elif inside and line[:1] in " \t>":
            items[-1].below.append(unmark_markdown(re.sub(r"^\s*(?:[-*+>]\s+)?", "", line)))
            items[-1].last = number
        elif not _ROW.match(line):
            others += 1
            inside = False
    return items, others


def _prose(found: Sequence[Mention], items: Sequence[_Item], others: int) -> bool:
    """Say whether the items are mentioned in a text rather than listed: the text is longer than the list."""
    wordy = sum(len(one.rest.split()) > 60 and not one.logged for one in found)
    return others > len(items) or wordy > len(items) / 2


def _framed(text: str) -> str:
    """Return a text whose tables have the strokes at their edges that Markdown lets out."""
    if not _INNER.search(text):
        return text
    lines = text.split("\n")
    end = 0
    for rule in [place for place, line in enumerate(lines) if place and _INNER.fullmatch(line)]:
        if rule < end:
            continue  # a row of the table above
        end = next((at for at in range(rule, len(lines)) if "|" not in lines[at]), len(lines))
        lines[rule - 1 : end] = [f"|{line}|" for line in lines[rule - 1 : end]]
    return "\n".join(lines)


def _tables(text: str) -> Iterator[list[tuple[int, list[str]]]]:
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if _ROW.match(line):
            if not _RULE.fullmatch(line):
                cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
                link = _ADDRESS.search(line) if rows else None
                shown = [unmark_markdown(_wiki(cell)).strip() for cell in cells]
                rows.append((number, [*shown, link[1] if link else "" if rows else "link"]))
        elif rows:
            yield rows if any(cells[-1] for _, cells in rows[1:]) else [(place, cells[:-1]) for place, cells in rows]
            rows = []


def _wiki(cell: str) -> str:
    shown = _ANCHOR.sub("", _STARS.sub(r"\1", cell))
    return re.sub(r"!?\[\[([^\[\]|]+)(?:\\?\|([^\[\]]+))?\]\]", lambda link: link[2] or link[1], shown)


def _log_table(rows: list[tuple[int, list[str]]]) -> bool:
    if len(rows) < 2:
        return False
    layout, named = own_table([cells for _, cells in rows], "")
    return named and "title" in layout.roles and bool({"my_rating", "watched_on", "year"} & set(layout.roles))


def _table(document: Document, rows: list[tuple[int, list[str]]], complaints: Complaints) -> Iterator[Yield]:
    layout, named = own_table([cells for _, cells in rows], document.name)
    if "title" not in layout.roles:
        yield Remark(text="a table whose columns name no film", lines=(rows[0][0], rows[-1][0]))
        return
    data = ((number, cells, layout) for number, cells in rows[named:])
    yield from extracts_of(document, data, complaints)


READER = FilmLogReader()
