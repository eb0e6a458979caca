"""Letterboxd's account export, file by file: watched, diary, ratings, reviews, watchlist, likes, lists and the rest.

Seen in real exports: no byte order mark, CRLF; `Letterboxd URI` is the film's short link in watched, ratings,
watchlist, likes and lists, but the entry's in diary and reviews, so films are joined on name and year, and a
review with its diary entry on the link. A rating is out of five stars, in halves. The text of a review is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import structs

from tui.models import Citation, Extract, Facts, Listing, Personal, Plain, Rating, Remark, Review, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.delimited import head_lines
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.roles import FILM_ROLES, normal
from tui.readers.rows.table import Table, rows_of, settled_table, table_of
from tui.text.spoilers import announces_spoilers

_LIST = re.compile(r"\ufeff?\s*(?:\"?letterboxd list export v\d+|date,name,tags,url,description\s*\n)", re.IGNORECASE)
"""A list's first lines; older exports have no line with their version."""
_FILM = frozenset({"date", "name", "year", "letterboxd uri"})
_OF_EXPORT = _FILM | {"rating", "rewatch", "review", "tags", "watched date", "title", "rating10"}
_LINKS = frozenset({"date", "content"})
_STARS = 5.0
_ABOUT = {"title": "title", "year": "year", "directors": "directors", "id:imdb": "imdb id", "id:tmdb": "tmdb id"}
_TO_IMPORT = frozenset(
    {"letterboxd uri", "tmdb id", "imdb id", "title", "year", "directors", "rating", "rating10", "watched date",
     "rewatch", "tags", "review"}
)  # fmt: skip
"""Columns of the CSV that other programs, Matinee among them, write for Letterboxd."""
_ENTRY_OF_IMPORT = frozenset({"watched date", "rating10", "letterboxd uri"})
_DAYS = frozenset({"date", "watched date"})
_DELETED = "deleted"
Cells = Mapping[str, str]
"""A row by the columns' names in lower case."""


class LetterboxdReader:
    """One file of the export; which one it is stands in its header, then in its name."""

    name = "letterboxd"
    title = "Letterboxd account export"
    suffixes = (".csv",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a file of the export."""
        if _LIST.match(document.head_text[:100]):
            return Match(1.0, "the first line is a Letterboxd list's")
        table = table_of(document)
        if table is None or table.header is None:
            return NOT_MINE
        if table.names >= _FILM:
            return Match(0.97, "the header names Letterboxd URI")
        if "title" in table.names <= _TO_IMPORT and table.names & _ENTRY_OF_IMPORT:
            return Match(0.97, "the columns that Letterboxd imports")
        if {"username", "favorite films"} <= table.names:
            return Match(0.97, "the header is that of a Letterboxd profile")
        if table.names in (_LINKS, _LINKS | {"comment"}) and (b"boxd.it" in document.head or not table.sample):
            return Match(0.95, "dates and short links of Letterboxd")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the file says of each film."""
        complaints = Complaints()
        if _LIST.match(document.head_text[:100]):
            yield from _list(document, complaints)
        elif (table := table_of(document)) is not None:
            if "title" in table.names:
                yield from _to_import(document, table, complaints)
            elif "favorite films" in table.names:
                yield from _profile(document, table)
            elif "content" in table.names:
                yield from _links(document, table, complaints)
            else:
                yield from _films(document, table, complaints)
        yield from complaints.remarks()


def _rows(document: Document, table: Table, complaints: Complaints) -> Iterator[tuple[int, Cells]]:
    order = settled_table(document, table).layout.meaning.order
    for number, cells, layout in rows_of(document, table, complaints):
        names = [name.strip().lstrip("\ufeff").casefold() for name in layout.names]
        row = dict(zip(names, cells, strict=False))
        for name in _DAYS & row.keys():
            row[name] = values.date_or_text(row[name], order) or ""  # a spreadsheet may have rewritten it
        yield number, row


def _to_import(document: Document, table: Table, complaints: Complaints) -> Iterator[Yield]:
    """Yield what was written for Letterboxd to import: a row is a viewing, dated or not; links are the films'."""
    order = settled_table(document, table).layout.meaning.order
    for number, cells, layout in rows_of(document, table, complaints):
        row = dict(zip(map(normal, layout.names), cells, strict=False))
        facts = facts_of({role: row.get(name, "") for role, name in _ABOUT.items()}, Meaning())
        ids = facts.ids | values.link_ids(row.get("letterboxd uri", ""))
        facts = structs.replace(facts, ids=ids)
        if facts.title is None and not ids:
            complaints.row(number, "it names no film")
            continue
        cite = document.cite(number)
        day = values.date_or_text(row.get("watched date", ""), order)
        rating = values.rating(row.get("rating", ""), _STARS) or values.rating(row.get("rating10", ""), 10.0)
        again, tags = values.yes(row.get("rewatch", "")), _tags(row)
        seen = Viewing(
            date=day, rating=rating if day else None, rewatch=again, tags=tags if day else (), sources=(cite,)
        )
        review = _review({"review": row.get("review", ""), "date": day or ""}, cite, None)
        if review is not None and rating is not None:
            review = structs.replace(review, rating=rating)
        yield Extract(
            facts=facts,
            source=cite,
            reviews=(review,) if review is not None else (),
            personal=Personal(viewings=(seen,), ratings=(rating,) if rating else (), tags=tags),
        )


def _kind(document: Document, table: Table) -> str:
    """Return which file of the export this is: by its columns, where they leave it open by its name."""
    names = table.names
    if "review" in names:
        return "reviews"
    if "watched date" in names or "rewatch" in names:
        return "diary"
    if "rating" in names:
        return "ratings"
    stem = document.place[-1] if document.place else ""
    if stem.startswith("films") or "likes" in document.place[-2:-1]:
        return "likes"
    return next((kind for kind in ("watchlist", "watched", "likes") if kind in stem), "watched")


def _films(document: Document, table: Table, complaints: Complaints) -> Iterator[Yield]:
    kind = _kind(document, table)
    deleted = _DELETED in document.place[-3:-1]
    author = _author(document)
    added = _added(table)
    for number, cells in _rows(document, table, complaints):
        facts = _facts(cells, "" if kind in {"diary", "reviews"} else cells.get("letterboxd uri", ""), added)
        if facts.title is None:
            complaints.row(number, "it names no film")
            continue
        cite = document.cite(number)
        if deleted:
            yield Extract(facts=facts, source=cite, personal=_deleted(cells, kind))
            continue
        review = _review(cells, cite, author) if kind == "reviews" else None
        yield Extract(
            facts=facts,
            source=cite,
            reviews=(review,) if review is not None else (),
            personal=_personal(cells, cite, kind, alone=document.sibling("ratings.csv") is None),
        )


def _added(table: Table) -> Mapping[str, str]:
    """Return the columns that somebody put beside the export's own, by what they say of a film."""
    named = zip(table.layout.names, table.layout.roles, strict=True)
    return {
        role: name.strip().casefold()
        for name, role in named
        if role is not None and normal(name) not in _OF_EXPORT and (role in FILM_ROLES or role.startswith("id:"))
    }


def _facts(cells: Cells, film_link: str, added: Mapping[str, str] = MappingProxyType({})) -> Facts:
    """Return title, year and the film's short link; «(1999)» at the end of a name is the name's own."""
    name = values.line(cells.get("name", cells.get("title", "")))
    ids = values.link_ids(film_link)
    more = facts_of({role: cells.get(column, "") for role, column in added.items()}, Meaning()) if added else Facts()
    return structs.replace(more, title=name, year=values.year(cells.get("year", "")), ids=more.ids | ids)


def _review(cells: Cells, cite: Citation, author: Plain | None) -> Review | None:
    text = values.passage(cells.get("review", ""))
    if not text:
        return None
    return Review(
        author=author,
        text=text,
        rating=_rating(cells),
        date=values.date_or_text(cells.get("date", "")),
        link=values.http(cells.get("letterboxd uri", "")),
        spoiler=announces_spoilers(text),
        mine=True,
        sources=(cite,),
    )


def _rating(cells: Cells) -> Rating | None:
    return values.rating(cells.get("rating", ""), _STARS)


def _personal(cells: Cells, cite: Citation, kind: str, *, alone: bool) -> Personal | None:
    day = values.date_or_text(cells.get("date", ""))
    if kind == "watchlist":
        return Personal(watchlist=day or "yes")
    if kind == "likes":
        return Personal(liked=day or "yes")
    rating = _rating(cells)
    if kind == "ratings":
        extra = {"letterboxd rated": Plain(day)} if day else {}
        return Personal(ratings=(rating,) if rating else (), extra=extra)
    if kind == "watched":
        return Personal(viewings=(Viewing(sources=(cite,)),), extra={"letterboxd watched": Plain(day)} if day else {})
    tags = _tags(cells)
    watched = values.date_or_text(cells.get("watched date", ""))
    viewing = Viewing(
        date=watched,
        rating=rating,
        rewatch=values.yes(cells.get("rewatch", "")),
        tags=tags,
        link=values.http(cells.get("letterboxd uri", "")),
        sources=(cite,),
    )
    seen = (viewing,) if watched or kind == "diary" else ()
    logged = {f"letterboxd logged {viewing.link or watched}": Plain(day)} if day not in {None, watched} else {}
    return Personal(viewings=seen, ratings=(rating,) if rating and (alone or not seen) else (), tags=tags, extra=logged)


def _tags(cells: Cells) -> tuple[Plain, ...]:
    """Return the tags, which commas part and nothing else."""
    return tuple(tag for part in cells.get("tags", "").split(",") if (tag := values.line(part)))


def _deleted(cells: Cells, kind: str) -> Personal:
    """Return what the owner took back on Letterboxd: kept as a note, no viewing, rating or review any more."""
    said = {name: values.passage(cell) for name, cell in cells.items() if name not in {"name", "year"} and cell.strip()}
    text = f"Deleted on Letterboxd ({kind})\n\n" + "\n".join(f"{name}: {cell}" for name, cell in said.items())
    return Personal(notes=values.own_notes(text, values.date(cells.get("date", ""))))


def _author(document: Document) -> Plain | None:
    """Return the owner's name from the profile beside the file."""
    for path in ("profile.csv", "../profile.csv"):
        profile = document.sibling(path)
        table = table_of(profile) if profile is not None else None
        if profile is not None and table is not None:
            for _, cells in _rows(profile, table, Complaints()):
                return values.line(cells.get("username", ""))
    return None


def _list(document: Document, complaints: Complaints) -> Iterator[Yield]:
    """Yield the films of a list: three lines about the list, an empty one, then a table."""
    table = table_of(document)
    about: Cells = {}
    name = Plain(document.name.rsplit("/", 1)[-1].removesuffix(".csv"))
    deleted = _DELETED in document.place[-3:-1]
    if table is not None:
        about = _about(document, table)
        name = values.line(about.get("name", "")) or name
    found = 0
    for number, cells in _list_rows(document, table, complaints):
        facts = _facts(cells, cells.get("url", ""))
        if facts.title is None:
            complaints.row(number, "it names no film")
            continue
        cite = document.cite(number)
        extra = _list_extra(about, name, deleted=deleted) if not found else {}
        found += 1
        note = values.passage(cells.get("description", "")) or None
        shown = Plain(f"{name} (deleted on Letterboxd)") if deleted else name
        listing = Listing(name=shown, position=values.count(cells.get("position", "")), note=note, sources=(cite,))
        yield Extract(facts=facts, source=cite, personal=Personal(lists=(listing,), extra=extra))
    if not found:
        if extra := _list_extra(about, name, deleted=deleted):
            yield Extract(source=document.cite(), personal=Personal(extra=extra))
        yield Remark(text=f"the list «{name}» holds no film")


def _about(document: Document, table: Table) -> Cells:
    """Return what stands above the films: the list's date, name, tags, link and description."""
    rows = list(table.shape.reader(iter(head_lines(document))))
    for place, row in enumerate(rows[:6]):
        names = [cell.strip().casefold() for cell in row]
        if "name" in names and not {"position", "year"} & set(names) and place + 1 < len(rows):
            return dict(zip(names, rows[place + 1], strict=False))
    return {}


def _list_rows(document: Document, table: Table | None, complaints: Complaints) -> Iterator[tuple[int, Cells]]:
    if table is None:
        return
    names: list[str] | None = None
    from tui.readers.rows import delimited

    with delimited.text_of(document) as stream:
        for row in delimited.rows_of(stream, table.shape, lambda _: False):
            folded = [cell.strip().casefold() for cell in row.cells]
            if names is None:
                names = folded if "position" in folded or {"name", "year"} <= set(folded) else None
            elif row.broken:
                complaints.row(row.number, row.broken)
            else:
                yield row.number, dict(zip(names, row.cells, strict=False))


def _list_extra(about: Cells, name: Plain, *, deleted: bool) -> dict[str, Plain]:
    """Return what a list says of itself; kept with its first film, because a list is no record of its own."""
    kept = {part: values.passage(about.get(part, "")) for part in ("date", "tags", "url", "description")}
    text = "\n".join(f"{part}: {value}" for part, value in kept.items() if value)
    return {f"list «{name}»" + (" (deleted)" if deleted else ""): Plain(text)} if text else {}


def _links(document: Document, table: Table, complaints: Complaints) -> Iterator[Yield]:
    """Yield likes of other people's reviews and lists, and comments: they name no film, only a short link."""
    kept = []
    for number, cells in _rows(document, table, complaints):
        comment = values.passage(cells.get("comment", ""))
        link = values.http(cells.get("content", ""))
        if link is None:
            complaints.row(number, "it holds no link")
            continue
        kept.append(f"{values.date(cells.get('date', '')) or ''} {link}" + (f"\n{comment}" if comment else ""))
    what = "comments" if "comment" in table.names else f"liked {document.place[-1].removesuffix('.csv')}"
    if kept:
        text = Plain("\n\n".join(kept) if what == "comments" else "\n".join(kept))
        yield Extract(source=document.cite(), personal=Personal(extra={f"letterboxd {what}": text}))
        shown = what if len(kept) > 1 else what.removesuffix("s")
        yield Remark(text=f"{len(kept):,} {shown}: links that name no film; kept as they are")


def _profile(document: Document, table: Table) -> Iterator[Yield]:
    """Yield the favourite films, as far as the export names them elsewhere; the rest of a profile names no film."""
    films = {}
    for name in ("watched.csv", "ratings.csv", "watchlist.csv", "likes/films.csv"):
        beside = document.sibling(name)
        other = table_of(beside) if beside is not None else None
        if beside is not None and other is not None:
            for _, cells in _rows(beside, other, Complaints()):
                films[cells.get("letterboxd uri", "")] = cells
    unknown = 0
    for number, cells in _rows(document, table, Complaints()):
        for place, link in enumerate(values.names(cells.get("favorite films", "")), start=1):
            if link not in films:
                unknown += 1
                continue
            extra = {"letterboxd favourite": Plain(str(place))}
            facts = _facts(films[link], link)
            yield Extract(facts=facts, source=document.cite(number), personal=Personal(extra=extra))
        told = "\n".join(f"{name}: {values.passage(cell)}" for name, cell in cells.items() if cell.strip())
        kept = Personal(extra={"letterboxd profile": Plain(told)})
        yield Extract(source=document.cite(number), personal=kept)
    if unknown:
        yield Remark(text=f"{unknown} favourite films are only short links that no other file of the export names")


READER = LetterboxdReader()
