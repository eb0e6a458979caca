"""From named values to records: what one row, object or front matter says of a film, of a review, of its owner."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from msgspec import structs

from tui.models import Citation, Facts, Personal, Plain, Rating, Review, Viewing
from tui.readers.rows import lengths, values
from tui.readers.rows.shelves import shelf_of
from tui.readers.rows.values import Cell, first, line
from tui.text.dates import Order
from tui.text.spoilers import announces_spoilers

Cells = Mapping[str, Cell]
"""Values by role."""
VEILED = re.compile(
    r"(?:(?:this review may contain spoilers|i can handle the truth|\(?review removed\)?|read more)\W*){1,2}",
    re.IGNORECASE,
)
"""What a site shows in a review's place; no review."""
_NO_TITLE = frozenset({"n/a", "nan", "null", "\\n", "none"})
"""«Unknown» is a film, these are not."""
_VERDICTS = {
    "fresh": ("fresh", 1.0), "rotten": ("rotten", 0.0), "true": ("fresh", 1.0), "false": ("rotten", 0.0),
    "certified fresh": ("certified fresh", 1.0), "certified-fresh": ("certified fresh", 1.0),
}  # fmt: skip
_SENTIMENTS = {
    "positive": ("positive", 1.0), "negative": ("negative", 0.0), "pos": ("positive", 1.0), "neg": ("negative", 0.0),
    "1": ("positive", 1.0), "0": ("negative", 0.0),
}  # fmt: skip
_TEXTS = {"original_title": line, "tagline": line, "certificate": line}
_PASSAGES = ("synopsis", "plot")
_NAMES = ("genres", "directors", "writers", "countries", "other_titles")
_SHARES = (("metascore", 100.0), ("tomatometer", 100.0), ("audience", 100.0))
_SPOILER_PARTS = ("spóil", "spojl", "спойл", "ネタバレ", "剧透", "劇透", "스포")
_JOBS = (
    ("directors", {"Director"}), ("writers", {"Writer", "Screenplay", "Author", "Story"}), ("cast", {"Actor"}),
)  # fmt: skip
_PLAYS = re.compile(r"\s+(?:as|\.\.\.|…)\s+")
_CAST = re.compile(r"^\s*(?:cast|starring|actors)\s*:\s*(\S.*)", re.IGNORECASE | re.MULTILINE)
_BY_SITE = re.compile(r"[A-Za-z][\w ]*: ?\d[\d.]*")
_BY_SITES = re.compile(rf"{_BY_SITE.pattern}(?:[,;|] ?{_BY_SITE.pattern})+")
"""Ratings of several sites in one cell: «imdb: 7.1, themoviedb: 6.9»."""
_REFERENCE = re.compile(r"\[(?:\d{1,3}|citation needed|note \d+)\]|\{\{[^{}]{0,500}\}\}")
"""What Wikipedia has in a text for its references."""
_ISO = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
_MINUTES = re.compile(r"\d{1,3} ?min(?:utes|\.)?", re.IGNORECASE)
_EXTRA = 20_000
"""Characters of a value that no field holds; more is no value."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the rows of one table have in common."""

    mine: bool = False
    """The rows are the library owner's own: their ratings, viewings, reviews."""
    scale: float | None = None
    """What a bare rating is out of."""
    film_scale: float = 10.0
    """What a bare average rating of a film is out of."""
    by: str = ""
    """Whose average rating of the film it is."""
    order: Order | None = None
    """Order of day and month in dates of figures."""
    shelf: str = ""
    """What standing in the table means by itself: «watchlist», «likes», «watched»."""
    author: Plain | None = None
    """Who wrote the reviews, where the table as a whole says it."""
    per_minute: int | None = None
    """How many of what bare running times count make a minute; None where each number has to say it itself."""
    undecided: frozenset[str] = frozenset()
    """Which of `order`, `scale` and `film_scale` the beginning of the table leaves open."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Role to the document's own name for it."""


def facts_of(cells: Cells, meaning: Meaning, extra: Mapping[str, Cell] | None = None) -> Facts:
    """Return what named values say of a film; `extra` is kept by its own names."""
    found: dict[str, Any] = {}
    if raw := first(cells.get("title", "")):
        title, year = values.title_year(raw)
        if title is not None and title.casefold() not in _NO_TITLE:
            found["title"] = title
            if year is not None:
                found["year"] = year
    if (raw := first(cells.get("year", ""))) and (written := values.year(raw)):
        found["year"] = written
    _texts(cells, found)
    if "title" not in found and "original_title" in found:
        found["title"] = found.pop("original_title")
    _runtime(cells, found, meaning)
    _released(cells, found, meaning)
    if ids := _ids(cells):
        found["ids"] = ids
    if ratings := _film_ratings(cells, meaning):
        found["ratings"] = ratings
    if kept := _extra(cells, extra):
        found["extra"] = kept
    return Facts(**found)


def _runtime(cells: Cells, found: dict[str, Any], meaning: Meaning) -> None:
    if (raw := first(cells.get("runtime", ""))) and (length := lengths.minutes(raw, meaning.per_minute)):
        found["runtime_minutes"] = length
    elif _MINUTES.fullmatch(raw := str(found.get("certificate", ""))):  # a runtime that slipped into the next column
        del found["certificate"]
        found["runtime_minutes"] = lengths.minutes(raw)


def _released(cells: Cells, found: dict[str, Any], meaning: Meaning) -> None:
    raw = first(cells.get("released", ""))
    told = _ISO.search(raw)  # «1 May 1998 (1998-05-01)», as infoboxes of Wikipedia have it
    if raw and (day := told[1] if told else values.date(raw, meaning.order)):
        found["released"] = day
        if "year" not in found and (written := values.year(day)):
            found["year"] = written


def _texts(cells: Cells, found: dict[str, Any]) -> None:
    for role, convert in _TEXTS.items():
        if role in cells and (value := convert(cells[role])):
            found[role] = values.title_year(value)[0] if role == "original_title" else value
    for role in _PASSAGES:
        if role in cells and not values.is_nothing(first(cells[role])) and (text := values.passage(cells[role])):
            found[role] = _REFERENCE.sub("", text).strip() if "id:wikipedia" in cells else text
    for role in _NAMES:
        if role in cells and (listed := values.names(cells[role])):
            found[role] = listed
    if "cast" in cells and (people := values.names(_billed(cells["cast"]))):
        parted = [_PLAYS.split(name, maxsplit=1) if _may_play(name) else [name] for name in people]
        found["cast"] = tuple(Plain(one[0]) for one in parted)
        if characters := tuple(Plain(one[1]) for one in parted if len(one) > 1):
            found["characters"] = characters
    _crew(cells, found)
    if "languages" in cells and (codes := values.languages(cells["languages"])):
        found["languages"] = codes


def _billed(cell: Cell) -> Cell:
    """Return the cast of a cell that says line by line who is who: «Director: A», «Cast: B, C»."""
    found = _CAST.search(cell) if isinstance(cell, str) and ":" in cell else None
    return found[1] if found else cell


def _may_play(name: str) -> bool:
    """Ask cheaply whether a name may say whom its bearer plays."""
    return " as " in name or "..." in name or "…" in name


def _crew(cells: Cells, found: dict[str, Any]) -> None:
    """Add what TMDB's lists of people say: the characters of the cast, who directed and who wrote."""
    if "cast" in cells and (characters := [one.get("character", "") for one in values.people(cells["cast"])]):
        found["characters"] = values.names(characters)
    crew = values.people(cells["crew"]) if "crew" in cells else []
    for role, jobs in _JOBS:
        if (named := [person["name"] for person in crew if person.get("job", person.get("type")) in jobs]) and (
            role not in found
        ):
            found[role] = values.names(named)


_NUMBERING = frozenset({"tmdb", "imdb", "trakt", "wikidata"})
"""Sites whose numbers stand in a column of their own, beside one that names the site."""
_linked = lru_cache(maxsize=64)(values.link_ids)
"""The ids in a row's link, which is asked about twice."""


def _ids(cells: Cells) -> dict[str, str]:
    ids: dict[str, str] = {}
    linking = ["link", "key", "slug"]
    if (site := first(cells.get("publication", "")).casefold()) in _NUMBERING and "key" in cells:
        linking.remove("key")  # «source: tmdb, media_id: 949»
        cells = {**cells, f"id:{site}": cells["key"]}
    for role, cell in cells.items():
        if role.startswith("id:"):
            linking += [role] if "//" in first(cell) else []
            if known := values.external_id(role[3:], first(cell)):
                ids[role[3:]] = known
    for role in linking:
        cell = cells.get(role, "")
        for raw in [cell] if isinstance(cell, str) else cell:
            for name, known in (_linked(raw) if raw else {}).items():
                if name != "boxd":  # such a link may be a diary entry's; the film's has a column of its own
                    ids.setdefault(name, known)
    return ids


def _film_ratings(cells: Cells, meaning: Meaning) -> tuple[Rating, ...]:
    ratings = []
    told = first(cells.get("film_rating", ""))
    for place, raw in enumerate(_BY_SITE.findall(told) if _BY_SITES.fullmatch(told) else [told] if told else []):
        site, _, figure = raw.rpartition(":")  # «imdb: 8.5», as MediaElch writes it
        rating = values.rating(figure, meaning.film_scale, site.strip().casefold() or meaning.by)
        if rating is not None and rating.value:
            votes = values.count(first(cells.get("film_votes", ""))) if not place else None
            ratings.append(
                Rating(value=rating.value, out_of=rating.out_of, written=rating.written, votes=votes, by=rating.by)
            )
    for by, scale in _SHARES:
        if by not in cells:
            continue
        raw = first(cells.get(by, "")).split(":")[-1].removesuffix("/100")
        tenths = re.fullmatch(r"\d\.\d", raw)  # «6.6», as Plex writes what others write «66»
        if raw and (rating := values.rating(raw, 10.0 if tenths else scale, by)) is not None:
            votes = values.count(first(cells.get(f"{by}_votes", "")))
            ratings.append(structs.replace(rating, votes=votes))
    return tuple(ratings)


def _extra(cells: Cells, extra: Mapping[str, Cell] | None) -> dict[str, Plain]:
    kept: dict[str, Plain] = {}
    for role, name in (("film_type", "type"), ("studio", "studio"), ("slug", "slug")):
        if role in cells and (value := ", ".join(values.names(cells[role])) if role == "studio" else line(cells[role])):
            kept[name] = Plain(value)
    if extra is not None and (link := values.http(first(cells.get("link", "")))) and not _linked(link):
        kept["link"] = link
    for name, cell in (extra or {}).items():
        value = values.passage(cell) if isinstance(cell, str) else Plain(", ".join(values.names(cell)))
        if value and not values.is_nothing(value) and not name.casefold().endswith(("_width", "_height")):
            kept[line(name) or "value"] = Plain(value[:_EXTRA])
    return kept


def review_of(cells: Cells, cite: Citation, meaning: Meaning) -> Review | None:
    """Return the review that named values hold, None where they hold none."""
    text = values.passage(cells.get("text", ""))
    if not text or (len(text) < 100 and (VEILED.fullmatch(text) or values.is_nothing(text))):
        return None
    found: dict[str, Any] = {}
    if (rating := rating_of(cells, meaning)) is not None:
        found["rating"] = rating
    if (author := line(cells.get("author", "")) or meaning.author) is not None:
        found["author"] = author
    _around(cells, found, meaning)
    spoiler = values.yes(cells["spoiler"]) if "spoiler" in cells else False
    raw = first(cells.get("text", ""))
    if spoiler or ("[" in raw and "[spoiler" in raw.lower()) or (_mentions_spoilers(text) and announces_spoilers(text)):
        found["spoiler"] = True
    return Review(text=text, mine=meaning.mine, sources=(cite,), **found)


def _around(cells: Cells, found: dict[str, Any], meaning: Meaning) -> None:
    """Add what stands around a review's text."""
    for role in ("headline", "publication"):
        if role in cells and (value := line(cells[role])):
            found[role] = value
    if (raw := first(cells.get("date", ""))) and not raw.startswith("1800-01-01"):  # for «unknown»: no film is as old
        found["date"] = values.date_or_text(raw, meaning.order)
    if raw := first(cells.get("link", "")):
        found["link"] = values.http(raw)
    if votes := cells.get("helpful", ""):
        pair = list(votes) if not isinstance(votes, str) else []
        in_all = pair[1] if len(pair) == 2 else first(cells.get("helpful_total", ""))  # «[12, 15]» in JSON
        found["helpful"] = values.helpful(first(votes), in_all)
    if raw := first(cells.get("language", "")):
        found["language"] = next(iter(values.languages(raw)), None)


def _mentions_spoilers(text: str) -> bool:
    """Ask cheaply whether the slow question is worth asking."""
    folded = text.lower()
    return (
        "spoil" in folded
        or "divulg" in folded
        or (not text.isascii() and any(part in folded for part in _SPOILER_PARTS))
    )


def rating_of(cells: Cells, meaning: Meaning) -> Rating | None:
    """Return the rating that a review or an owner gives: the score, else the verdict, else the sentiment."""
    raw = first(cells.get("my_rating", cells.get("rating", "")))
    if ("my_rating" in cells or meaning.mine or "id:imdb" in cells) and raw.strip() in {"0", "0.0"}:
        raw = ""  # neither an owner's scale nor IMDb's has a nought: it stands for none
    rating = values.rating(raw, meaning.scale) if raw else None
    if rating is None and (ten := first(cells.get("rating10", ""))):
        rating = values.rating(ten, 10.0)
    if rating is not None:
        return rating
    verdict = _VERDICTS.get(first(cells.get("verdict", "")).strip().casefold())
    verdict = verdict or _SENTIMENTS.get(first(cells.get("sentiment", "")).strip().casefold())
    if verdict is None:
        return None
    score = line(raw)
    written = f"{score} ({verdict[0]})" if score else verdict[0]
    return Rating(value=verdict[1], out_of=1, written=Plain(written))


_EVENTS = frozenset({"watch", "rewatch", "view"})
"""States that are events: the row's date is the day of the viewing."""


def personal_of(cells: Cells, cite: Citation, meaning: Meaning) -> Personal | None:
    """Return what named values say of their owner: viewings, ratings, shelves, tags; None where they say nothing."""
    found: dict[str, Any] = {}
    if "shelf" in cells:
        meaning = replace(meaning, shelf=shelf_of(first(cells["shelf"])) or meaning.shelf)
    rating = rating_of(cells, meaning)
    tags = values.names(cells.get("tags", ""))
    seen = cells.get("watched_on", "")
    days = [
        day for one in ([seen] if isinstance(seen, str) else seen) if (day := values.date_or_text(one, meaning.order))
    ]
    dated = values.date_or_text(first(cells.get("date", "")), meaning.order)
    if not days and dated and _happened(cells, meaning):
        days, dated = [dated], None
    if viewings := _viewings(cells, cite, meaning, days, rating):
        found["viewings"] = viewings
    if rating is not None and not (days and meaning.shelf == "diary"):
        found["ratings"] = (rating,)
    listed = values.date_or_text(first(cells.get("listed_on", "")), meaning.order) or dated
    found |= _shelved(cells, meaning, listed)
    if tags:
        found["tags"] = tags
    if notes := values.own_notes(values.passage(cells.get("my_note", "")), listed):
        found["notes"] = notes
    if extra := _own_extra(cells, meaning, listed):
        found["extra"] = extra
    return Personal(**found) if found else None


def _shelved(cells: Cells, meaning: Meaning, listed: str | None) -> dict[str, str]:
    """Return the shelves that a film stands on, with the day since when."""
    found = {}
    if meaning.shelf == "watchlist" or values.yes(cells.get("wanted", "")):
        found["watchlist"] = listed or "yes"
    if meaning.shelf == "likes":
        found["liked"] = listed or "yes"
    elif (heart := first(cells.get("liked", ""))) and (
        (day := values.date(heart, meaning.order)) or values.yes(heart) or shelf_of(heart) == "likes"
    ):
        found["liked"] = day or "yes"
    return found


def _happened(cells: Cells, meaning: Meaning) -> bool:
    """Say whether a row is a viewing, so that its date is the day of it: it says so, or it is one of a diary's."""
    diary = "rewatch" in meaning.names and "watched_on" not in meaning.names
    return diary or values.yes(cells.get("watched", "")) or first(cells.get("shelf", "")).casefold() in _EVENTS


def _own_extra(cells: Cells, meaning: Meaning, listed: str | None) -> dict[str, Plain]:
    extra = {}
    if listed and meaning.shelf not in {"watchlist", "likes"} and "text" not in cells:
        extra["listed"] = Plain(listed)
    if rated := values.date_or_text(first(cells.get("rated_on", "")), meaning.order):
        extra["rated"] = Plain(rated)
    if (state := line(cells.get("shelf", ""))) and shelf_of(state) is None:
        extra["status"] = state
    if (
        (word := line(cells.get("my_rating", cells.get("rating", ""))))
        and rating_of(cells, meaning) is None
        and any(map(str.isalpha, word))
    ):
        extra["rating"] = word  # «outstanding» is on no scale, and is theirs all the same
    return extra


def _viewings(
    cells: Cells, cite: Citation, meaning: Meaning, days: Sequence[str], rating: Rating | None
) -> tuple[Viewing, ...]:
    """Return a viewing for each day, one without a day where only «seen» is said; the rating belongs to the last."""
    plays = values.count(first(cells.get("plays", ""))) or 0
    seen = plays > 0 or values.yes(cells.get("watched", "")) or meaning.shelf in {"watched", "diary"}
    if not days and not seen:
        return ()
    return tuple(
        Viewing(
            date=day,
            rating=rating if day and day == days[-1] else None,
            rewatch=values.yes(cells.get("rewatch", "")),
            tags=values.names(cells.get("tags", "")),
            note=line(cells.get("venue", "")),
            link=_entry_link(first(cells.get("link", ""))) if day else None,
            sources=(cite,),
        )
        for day in (days or (None,))
    )


def _entry_link(text: str) -> Plain | None:
    """Return a link to a diary entry; the link to a film is none."""
    link = values.http(text)
    return link if link and "boxd.it/" in link else None
