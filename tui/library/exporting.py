"""Films written for other programs: JSON with everything, Markdown to read, CSV, and CSV that Letterboxd imports.

Pure functions from views to a stream of text, a film at a time, so that a large library never stands in memory.

Cells that begin with `=`, `+`, `-` or `@` are run as formulas by spreadsheets. The plain CSV is made for those, so
such a cell of text gets an apostrophe in front, which Matinee takes off again when it reads the table. The CSV for
Letterboxd is left as it is: its importer would take the apostrophe for a part of the title, and runs nothing.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TextIO

import msgspec
from msgspec.structs import asdict

from tui.models import Citation, FilmView, Plain, Rating, Review, Viewing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LETTERBOXD = (
    "LetterboxdURI", "tmdbID", "imdbID", "Title", "Year", "Directors", "Rating", "Rating10", "WatchedDate", "Rewatch",
    "Tags", "Review",
)  # fmt: skip
"""Columns that Letterboxd's importer knows."""
LARGEST = 1_000_000
"""Bytes that a file may have there."""
_SERIAL = re.compile(r"episod|season|serie|show|game|podcast", re.IGNORECASE)
"""Types of titles, in whatever language, that are no films."""
TABLE = (
    "Movie Title", "Year", "Original Title", "IMDb ID", "TMDB ID", "Directors", "Writers", "Cast", "Genres",
    "Runtime (min)", "Certificate", "Languages", "Countries", "IMDb Rating", "Synopsis",
    "Your Rating", "Watched Date", "Watchlist",
    "Review ID", "Author", "Headline", "Rating", "Date", "Publication", "Spoiler", "Helpful", "Link", "Mine", "Review",
)  # fmt: skip


def write_json(views: Iterable[FilmView], stream: TextIO) -> None:
    """Write an array of films with their reviews, trivia, documents and the owner's own layer."""
    encode = msgspec.json.Encoder().encode
    first = True
    for view in views:
        stream.write("[\n" if first else ",\n")
        stream.write(encode(_film(view)).decode())
        first = False
    stream.write("[]\n" if first else "\n]\n")


def _film(view: FilmView) -> dict[str, object]:
    names = {document.sha256: document.name for document in view.documents}
    return {
        **asdict(view.film),
        "rating": view.film.ratings[0] if view.film.ratings else None,
        "reviews": [asdict(one) | {"sources": _sources(one.sources, names)} for one in view.reviews],
        "trivia": [asdict(one) | {"sources": _sources(one.sources, names)} for one in view.trivia],
        "personal": view.personal,
        "documents": view.documents,
        "others": view.others,
    }


def _sources(sources: Iterable[Citation], names: Mapping[str, str]) -> list[dict[str, object]]:
    return [{"document": names.get(one.sha256, ""), "sha256": one.sha256, "lines": list(one.lines)} for one in sources]


def write_markdown(views: Iterable[FilmView], stream: TextIO) -> None:
    """Write each film as a chapter: facts, synopsis, reviews, trivia."""
    for number, view in enumerate(views):
        if number:
            stream.write("\n")
        stream.writelines(line + "\n" for line in _chapter(view))


def _chapter(view: FilmView) -> Iterator[str]:
    film = view.film
    yield f"# {_marked(film.title or film.id)}{f' ({film.year})' if film.year else ''}"
    if film.tagline:
        yield f"\n*{_marked(film.tagline)}*"
    facts = (
        ("Directed by", ", ".join(film.directors)),
        ("Written by", ", ".join(film.writers)),
        ("With", ", ".join(film.cast)),
        ("Genres", ", ".join(film.genres)),
        ("Running time", f"{film.runtime_minutes} min" if film.runtime_minutes else ""),
        ("Certificate", film.certificate or ""),
        ("Ratings", ", ".join(one.shown + (f" ({one.by})" if one.by else "") for one in film.ratings)),
        ("Yours", ", ".join(one.shown for one in view.personal.ratings)),
        ("Seen", ", ".join(one.date or "yes" for one in view.personal.viewings)),
    )
    told = [f"- {name}: {_marked(value)}" for name, value in facts if value]
    if told:
        yield "\n" + "\n".join(told)
    for title, text in (("Synopsis", film.synopsis), ("Plot", film.plot)):
        if text:
            yield f"\n## {title}\n\n{_marked(text)}"
    if view.reviews:
        yield "\n## Reviews"
    for review in view.reviews:
        yield f"\n### {_marked(review.headline or review.author or 'A review')}"
        byline = " · ".join(filter(None, _byline(review)))
        yield f"\n{_marked(byline)}\n\n{_marked(review.text)}" if byline else f"\n{_marked(review.text)}"
    if view.trivia:
        yield "\n## Trivia"
    topic = ""
    for item in view.trivia:
        if item.topic and item.topic != topic:
            yield f"\n### {_marked(item.topic)}"
        topic = item.topic or ""
        said = _marked(item.text).replace("\n", "\n  ")
        yield f"\n- {'(spoiler) ' if item.spoiler else ''}{said}"


def _byline(review: Review) -> Iterator[str]:
    yield review.author or ""
    yield review.publication or ""
    yield review.date or ""
    yield review.rating.shown if review.rating else ""
    yield "spoilers" if review.spoiler else ""


def _marked(text: str) -> str:
    """Return text so that Markdown shows it as it is, and that no line of it becomes a heading, a list or HTML."""
    for character in "\\`*_[]<>":
        text = text.replace(character, "\\" + character)
    return "\n".join("\\" + line if line[:1] in {"#", "+", "-", "=", "|", "~"} else line for line in text.split("\n"))


def write_csv(views: Iterable[FilmView], stream: TextIO) -> None:
    """Write a row for each review, and one for each film without; a spreadsheet opens it, Matinee reads it back."""
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(TABLE)
    for view in views:
        about = _about(view)
        for review in view.reviews or (None,):
            table.writerow([_safe(cell) for cell in (*about, *_of_review(review))])


def _about(view: FilmView) -> tuple[str, ...]:
    film, own = view.film, view.personal
    imdb = next((one for one in film.ratings if one.by == "imdb"), None)
    return (
        film.title or film.id, str(film.year or ""), film.original_title or "", film.ids.get("imdb", ""),
        film.ids.get("tmdb", ""), ", ".join(film.directors), ", ".join(film.writers), ", ".join(film.cast),
        ", ".join(film.genres), str(film.runtime_minutes or ""), film.certificate or "", ", ".join(film.languages),
        ", ".join(film.countries), imdb.shown if imdb else "", film.synopsis or "",
        own.ratings[0].shown if own.ratings else "", next((one.date for one in own.viewings if one.date), "") or "",
        own.watchlist or "",
    )  # fmt: skip


def _of_review(review: Review | None) -> tuple[str, ...]:
    if review is None:
        return ("",) * 11
    helpful = f"{review.helpful[0]} of {review.helpful[1]}" if review.helpful else ""
    return (
        review.id, review.author or "", review.headline or "", review.rating.shown if review.rating else "",
        review.date or "", review.publication or "", "yes" if review.spoiler else "no", helpful, review.link or "",
        "yes" if review.mine else "no", review.text,
    )  # fmt: skip


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def write_letterboxd(views: Iterable[FilmView], stream: TextIO) -> None:
    """Write what Letterboxd imports: a row for each viewing, rating or review of the owner's.

    Films that are only on the watchlist are left out, because the importer would mark them as seen
    (`write_watchlist` is for those), and so are series and episodes, which Letterboxd does not know.
    """
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(LETTERBOXD)
    for view in views:
        for row in () if _SERIAL.search(view.film.extra.get("type", "")) else _entries(view):
            table.writerow(row)


def write_watchlist(views: Iterable[FilmView], stream: TextIO) -> None:
    """Write the films that the owner wants to see, as Letterboxd's watchlist imports them."""
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(LETTERBOXD[:6])
    for view in views:
        if view.personal.watchlist and not _SERIAL.search(view.film.extra.get("type", "")):
            table.writerow(_named(view))


def parts(text: str, limit: int) -> list[str]:
    """Return a CSV as several of at most `limit` bytes, each with the header; a row is never torn."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a review may be longer than 128 KB
    rows = list(csv.reader(io.StringIO(text, newline="")))
    found: list[str] = []
    size = limit
    for row in rows[1:]:
        line = _written(row)
        if size + len(line.encode()) > limit or not found:
            found.append(_written(rows[0]))
            size = len(found[-1].encode())
        found[-1] += line
        size += len(line.encode())
    return found or [text]


def _written(row: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(row)
    return line.getvalue()


def _entries(view: FilmView) -> Iterator[tuple[str, ...]]:
    own, about = view.personal, _named(view)
    reviews = [review for review in view.reviews if review.mine]
    rated = own.ratings[0] if own.ratings else None
    if rated is not None and any(one.rating and one.rating.share == rated.share for one in own.viewings):
        rated = None  # a viewing carries it already
    dated = [viewing for viewing in own.viewings if viewing.date]
    logged = dated or list(own.viewings[:1])
    given = dict.fromkeys((*own.tags, *(tag for one in own.viewings for tag in one.tags)))
    tags = [tag for tag in given if not any(tag in one.tags for one in logged)]  # they go with the last entry
    for viewing in logged:
        review = _taken(reviews, viewing, {one.link for one in dated})
        rating = viewing.rating or (review.rating if review else None) or (rated if viewing in logged[-1:] else None)
        yield (
            *about,
            *_stars(rating),
            viewing.date or "",
            "Yes" if viewing.rewatch else "",
            ", ".join((*viewing.tags, *(tags if viewing in logged[-1:] else ()))),
            _html(review),
        )
    for review in reviews:
        yield (*about, *_stars(review.rating or rated), "", "", "" if logged else ", ".join(tags), _html(review))
    if not own.viewings and not any(review.mine for review in view.reviews) and rated is not None:
        yield (*about, *_stars(rated), "", "", ", ".join(own.tags), "")


def _named(view: FilmView) -> tuple[str, ...]:
    """Return what Letterboxd finds the film by."""
    film, ids = view.film, view.film.ids
    link = f"https://letterboxd.com/film/{ids['letterboxd']}/" if "letterboxd" in ids else ""
    link = link or (f"https://boxd.it/{ids['boxd']}" if "boxd" in ids else "")
    title, year = film.title or "", str(film.year or "")
    return link, ids.get("tmdb", ""), ids.get("imdb", ""), title, year, ", ".join(film.directors)


def _taken(reviews: list[Review], viewing: Viewing, entries: set[Plain | None]) -> Review | None:
    """Take the review that belongs to a viewing out of `reviews`: by its link, else by its day, else the only one.

    A review whose link is that of another of the `entries` belongs to that one.
    """
    found = next((one for one in reviews if viewing.link and one.link == viewing.link), None)
    free = [one for one in reviews if one.link not in entries or one.link is None]
    found = found or next((one for one in free if viewing.date and one.date == viewing.date), None)
    if found is None and len(free) == len(reviews) == 1 and not (reviews[0].link and viewing.link):
        found = reviews[0]
    if found is not None:
        reviews.remove(found)
    return found


def _stars(rating: Rating | None) -> tuple[str, str]:
    """Return a rating as stars of five in halves, or as points of ten where it has another scale."""
    if rating is None or not rating.out_of or rating.share <= 0:
        return "", ""
    if rating.out_of == 5:
        return f"{max(0.5, _rounded(rating.value * 2) / 2):g}", ""
    return "", str(max(1, _rounded(rating.share * 10)))


def _rounded(value: float) -> int:
    """Return the nearest whole number; halves go up, each of them (8.5 to 9, as 9.5 to 10)."""
    return int(value + 0.5)


def _html(review: Review | None) -> str:
    return html.escape(review.text, quote=False) if review else ""


EXPORTS: dict[str, Callable[[Iterable[FilmView], TextIO], None]] = {
    "json": write_json,
    "markdown": write_markdown,
    "csv": write_csv,
    "letterboxd": write_letterboxd,
    "letterboxd-watchlist": write_watchlist,
}
"""The formats of `matinee export`."""
