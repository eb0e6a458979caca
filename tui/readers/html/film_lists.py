"""Pages that list films: charts, rankings, lists of films by theme; an extract a film, with what the row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from tui.models import Extract, Rating
from tui.readers.html import jsonld, labels
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs
from tui.text.durations import find_minutes
from tui.text.numerals import counted
from tui.text.ratings import parse_rating
from tui.text.titles import is_year

_TITLE = re.compile(
    r"(?:film|movie|title|titel|titre|título|titolo|tytuł|název|pelicula|película|filme|název filmu|作品|作品名|题目|"
    r"片名|タイトル|название|фильм)s?"
    r"(?: title)?(?:\s*\(.*\))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:year|release year|jahr|année|año|anno|rok|ano|år|год|年|公開年)", re.IGNORECASE)
_DESCRIPTION = re.compile(
    r"(?:description|plot|synopsis|summary|premise|beschreibung|descripción|trama|описание)", re.IGNORECASE
)
_RATING = re.compile(r"(?:rating|tomatometer|score|imdb rating)+", re.IGNORECASE)
_VOTES = re.compile(r"(?:no\. of reviews|reviews|votes)", re.IGNORECASE)
_YEAR_IN = re.compile(r"\((?:[^()]*\b)?((?:18|19|20)\d\d)\b[^()]*\)\s*$")
_FOOTMARK = re.compile(r"\s*[†‡§¤]+$")
_ADDRESSES = {
    "rottentomatoes": re.compile(r"rottentomatoes\.com/m/([\w-]+)"),
    "letterboxd": re.compile(r"letterboxd\.com/film/([\w-]+)"),
    "tmdb": re.compile(r"themoviedb\.org/movie/(\d+)"),
    "csfd": re.compile(r"csfd\.(?:cz|sk)/film/(\d+)"),
}
_MORE = frozenset({"directors", "countries", "languages", "genres", "cast"})
_MARKS = "sup.reference, .mw-editsection, .sortkey, style"
"""What stands in a cell and is no part of what it says."""
_FILMS = re.compile(
    r"\b(?:movies|films|filme|filmy|filmów|películas|pelis|filmes|film(?=\s*$))\b|映画|电影|電影|영화", re.IGNORECASE
)
_OF_FILM = re.compile(r"/(?:movies?|films?|title|pelicula|filme|fichefilm\w*)/")
_ANY_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
LEAST = 5
"""Films from which on a table is a list of films."""


def tables(page: Page, *, by: str = "") -> list[Extract]:
    """Return the films of all tables that have a column of film titles."""
    found: dict[tuple[str, ...], list[Extract]] = {}
    for table in page.all("table"):
        head, films = _films(page, table, by)
        found.setdefault(head, []).extend(films)  # a table a year or a decade is one list
    return [film for films in found.values() if len(films) >= LEAST for film in films]


def linked(page: Page) -> list[Extract]:
    """Return the films of boxes that are each headed by a link to a film, on a page that calls itself one of films."""
    heading = line(page.first("h1") or page.first("h2"))
    if not (_FILMS.search(heading) and _FILMS.search(page.signs.title)):
        return []
    found: dict[str, Extract] = {}
    for link in page.all("h2 a[href], h3 a[href], h4 a[href]"):
        name, box = line(link), link.parent.parent if link.parent is not None else None
        if not name or box is None or not _OF_FILM.search(link.attributes.get("href") or ""):
            continue
        draft = Draft()
        draft.titled(name)
        years = {int(year) for year in _ANY_YEAR.findall(line(box).replace(name, " "))}
        draft.number("year", years.pop() if len(years) == 1 else 0)
        site_ids(draft, page.link(link.attributes.get("href")) or "")
        found.setdefault(name, page.extract(draft))
    return list(found.values()) if len(found) >= LEAST else []


def items(page: Page, *, by: str = "") -> list[Extract]:
    """Return the films that the page's structured data lists, one an item."""
    films = [film for film in jsonld.films(page) if film.get("name")]
    if len(films) < 2:
        return []
    found = []
    for film in films:
        draft = Draft()
        name = jsonld.string(film.get("name")) or ""
        draft.titled(name)
        jsonld.describe(draft, film, by=by)
        draft.number("year", next(jsonld.years(film), 0))
        site_ids(draft, page.link(str(film.get("url") or "")) or "")
        found.append(page.extract(draft))
    return found


def reviewed(page: Page) -> list[Extract]:
    """Return the films whose reviews the page's structured data holds, where they are several: what a critic wrote."""
    found: list[Extract] = []
    for thing in jsonld.things(page.data):
        film = thing.get("itemReviewed") if jsonld.is_a(thing, jsonld.REVIEW_TYPES) else None
        if not jsonld.is_a(film, jsonld.FILM_TYPES) or not isinstance(film, dict):
            continue
        draft = Draft()
        draft.titled(jsonld.string(film.get("name")) or "")
        jsonld.describe(draft, film)
        draft.number("year", next(jsonld.years(film), 0))
        site_ids(draft, page.link(str(film.get("url") or "")) or "")
        told = jsonld.review(page, thing)
        if "title" in draft and told is not None:
            found.append(page.extract(draft, [told]))
    return found if len({one.facts.title for one in found}) > 1 else []


def _films(page: Page, table: LexborNode, by: str) -> tuple[tuple[str, ...], list[Extract]]:
    """Return a table's head and its films; none where no column has their titles."""
    rows = table.css("tr")
    if len(rows) < 2:
        return (), []
    head = [line(cell) for cell in rows[0].css("th, td")]
    columns = {name: place for name, shape in _COLUMNS.items() if (place := _column(head, shape)) is not None}
    if "title" not in columns:
        return tuple(head), []
    take_out(table.css(_MARKS))
    return tuple(head), list(_rows(page, rows, head, columns, by))


def _rows(
    page: Page, rows: Sequence[LexborNode], head: Sequence[str], columns: dict[str, int], by: str
) -> Iterator[Extract]:
    spans: dict[int, tuple[int, LexborNode]] = {}
    for row in rows[1:]:
        cells = _cells(row, spans)
        if len(cells) > columns["title"] and (extract := _film(page, cells, head, columns, by)):
            yield extract


_COLUMNS = {"title": _TITLE, "year": _YEAR, "description": _DESCRIPTION, "rating": _RATING, "votes": _VOTES}


def _column(head: Sequence[str], shape: re.Pattern[str]) -> int | None:
    return next((place for place, name in enumerate(head) if shape.fullmatch(name)), None)


def _cells(row: LexborNode, spans: dict[int, tuple[int, LexborNode]]) -> list[LexborNode]:
    """Return a row's cells; one that reaches over several rows counts in each of them."""
    own = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
    cells: list[LexborNode] = []
    while own or len(cells) in spans:
        place = len(cells)
        if place in spans:
            left, cell = spans.pop(place)
            if left > 1:
                spans[place] = (left - 1, cell)
        else:
            cell = own.pop(0)
            reach = cell.attributes.get("rowspan") or ""
            if 1 < counted(reach) < 1000:
                spans[place] = (counted(reach) - 1, cell)
        cells.append(cell)
        if len(cells) > 60:
            break
    return cells


def _film(page: Page, cells: list[LexborNode], head: Sequence[str], columns: dict[str, int], by: str) -> Extract | None:
    draft = Draft()
    said = {name: cells[place] for name, place in columns.items() if place < len(cells)}
    title = _FOOTMARK.sub("", line(said["title"]))
    written = _YEAR_IN.search(title)
    if not title or len(title) > 200:
        return None
    if "year" in said:
        found = re.search(r"\b(?:18|19|20)\d\d\b", line(said["year"]))
        draft.number("year", int(found[0]) if found else 0)
    draft.line("title", _YEAR_IN.sub("", title).strip())
    draft.number("year", int(written[1]) if written and is_year(int(written[1])) else 0)
    link = said["title"].css_first("a[href]")
    href = (link.attributes.get("href") if link else "") or ""
    draft.imdb(href if "/title/tt" in href else None)
    site_ids(draft, page.link(href) or "")
    if "description" in said:
        draft.text("synopsis", paragraphs(said["description"]))
    if "rating" in said and (rated := parse_rating(line(said["rating"]), scale=10, by=by)):
        votes = re.sub(r"\D", "", line(said["votes"])) if "votes" in said else ""
        draft.rating(
            Rating(
                value=rated.value, out_of=rated.out_of, by=by, votes=int(votes) if votes and len(votes) < 10 else None
            )
        )
    for place, name in enumerate(head[: len(cells)]):
        field = labels.field_of(name)
        if field == "runtime_minutes":
            draft.number(field, find_minutes(line(cells[place])) or 0)
        elif field in _MORE and place not in columns.values():
            labels.put(draft, name, paragraphs(cells[place]), [line(link) for link in cells[place].css("a")])
    return page.extract(draft)


def site_ids(draft: Draft, address: str) -> None:
    """Take a site's own id of a film out of its address."""
    for name, shape in _ADDRESSES.items():
        if found := shape.search(address):
            draft.id(name, found[1])
