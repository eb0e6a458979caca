"""Schema.org data of a page: films and reviews, however they are nested, listed or spelt.

Seen in the wild and read here: arrays, `@graph`, lists as `@type`, `director` as one object or a list, `actor` and
`actors`, numbers as strings, entities inside strings, CDATA comments around the whole (removed by `Page.data`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from tui.models import Plain, Rating, Review
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line_of, paragraphs_of
from tui.text.dates import parse_date
from tui.text.durations import parse_minutes
from tui.text.numerals import number
from tui.text.ratings import parse_rating
from tui.text.spoilers import announces_spoilers

FILM_TYPES = frozenset({"movie", "tvseries", "tvminiseries", "tvepisode", "tvmovie", "film", "miniseries", "shortfilm"})
_NO_FILMS = frozenset(
    {
        "recipe",
        "videogame",
        "musicalbum",
        "musicrecording",
        "hotel",
        "restaurant",
        "localbusiness",
        "softwareapplication",
    }
)
_WARES = frozenset({"product", "productgroup"})
REVIEW_TYPES = frozenset({"review", "criticreview", "userreview", "moviereview"})
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
_MOST = 20_000
"""Objects that are looked at on one page."""


def things(blocks: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield all objects of the blocks, those in lists, graphs and item lists too, in their order."""
    waiting = list(reversed(list(blocks)))
    seen = 0
    while waiting and seen < _MOST:
        thing = waiting.pop()
        seen += 1
        if isinstance(thing, list):
            waiting.extend(reversed(thing))
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in reversed(_INSIDE) if isinstance(thing.get(key), dict | list))


def is_a(thing: Any, types: frozenset[str]) -> bool:
    """Say whether an object is of one of the types."""
    said = thing.get("@type") if isinstance(thing, dict) else None
    names = said if isinstance(said, list) else [said]
    return any(isinstance(name, str) and name.rsplit("/", 1)[-1].lower() in types for name in names)


def films(page: Page) -> list[dict[str, Any]]:
    """Return the films that the page describes (those that it only lists are among them)."""
    return [thing for thing in things(page.data) if is_a(thing, FILM_TYPES)]


def other_thing(page: Page) -> str | None:
    """Return the name of what the page describes where that is surely no film: a dish, a shop's article, a game."""
    for thing in things(page.data):
        if is_a(thing, _NO_FILMS) or (is_a(thing, _WARES) and thing.get("offers")):
            return string(thing.get("name")) or "something else"
    return None


_FIRMS = frozenset({"organization", "corporation"})


def describe(draft: Draft, film: dict[str, Any], *, by: str = "") -> None:
    """Put a film's facts into the draft; `by` is whose rating its aggregate is."""
    draft.line("title", string(film.get("name")))
    draft.names("other_titles", strings(film.get("alternateName")), more=True)
    draft.text("synopsis", body(film.get("description")))
    draft.names("genres", [part for name in strings(film.get("genre")) for part in re.split(r",| / ", name)])
    draft.names("directors", names(film.get("director") or film.get("directors")))
    wrote = _listed(film.get("author") or film.get("creator") or film.get("writer"))
    draft.names("writers", names([one for one in wrote if not (isinstance(one, dict) and is_a(one, _FIRMS))]))
    draft.names("cast", names(film.get("actor") or film.get("actors")))
    parts = [one.get("characterName") for one in _listed(film.get("actor")) if isinstance(one, dict)]
    draft.names("characters", strings(film.get("character")) or strings([part for part in parts if part]))
    draft.names("countries", names(film.get("countryOfOrigin")))
    draft.languages(", ".join(names(film.get("inLanguage"))))
    draft.line("certificate", string(film.get("contentRating")))
    draft.number("runtime_minutes", parse_minutes(string(film.get("duration")) or "") or 0)
    released = parse_date((string(film.get("datePublished")) or "")[:10])
    draft.released(released)
    draft.rating(aggregate(film.get("aggregateRating"), by=by))
    draft.note("keywords", ", ".join(strings(film.get("keywords"))))
    for address in (film.get("url"), film.get("@id"), *_listed(film.get("sameAs"))):
        draft.imdb(address if isinstance(address, str) else None)


def years(film: dict[str, Any]) -> Iterator[int]:
    """Yield the years that an object gives for its film, the surest first.

    `datePublished` may be a release elsewhere and later, `dateCreated` may be the record's own date: a caller
    that knows the site knows which to believe.
    """
    events = _listed(film.get("releasedEvent"))
    dates = [event.get("startDate") for event in events if isinstance(event, dict)]
    for value in (*dates, film.get("startDate"), film.get("datePublished"), film.get("dateCreated")):
        text = string(value) or ""
        if text[:4].isdecimal():
            yield int(text[:4])


def reviews(page: Page, film: dict[str, Any] | None) -> list[Review]:
    """Return the reviews inside a film's object, or without one those that stand on the page by themselves."""
    found: Iterable[Any]
    if film is not None:
        found = [*_listed(film.get("review")), *_listed(film.get("reviews"))]
    else:
        found = (thing for thing in things(page.data) if is_a(thing, REVIEW_TYPES))
    return [made for one in found if isinstance(one, dict) and (made := review(page, one))]


def review(page: Page, said: dict[str, Any]) -> Review | None:
    """Return one review, None where the object has no text."""
    text = body(said.get("reviewBody") or said.get("description") or said.get("text"))
    if not text:
        return None
    author = next(iter(names(said.get("author"))), None)
    publisher = next(iter(names(said.get("publisher"))), None)
    named = (string(said.get(key)) for key in ("headline", "name"))
    headline = next((one for one in named if one and one != author), None)
    date = string(said.get("datePublished") or said.get("dateCreated")) or ""
    return Review(
        author=Plain(author) if author else None,
        headline=Plain(headline) if headline and headline != text else None,
        text=text,
        rating=rating(said.get("reviewRating")),
        date=parse_date(date[:10]) or parse_date(date),
        publication=Plain(publisher) if publisher and publisher != author else None,
        spoiler=announces_spoilers(text),
        link=page.link(string(said.get("url"))),
    )


def rating(said: Any, *, by: str = "") -> Rating | None:
    """Return the rating in a Rating object; one between -1 and 1 is a verdict."""
    if not isinstance(said, dict):
        return parse_rating(string(said) or "", by=by)
    value, best, worst = (_number(said.get(key)) for key in ("ratingValue", "bestRating", "worstRating"))
    if value is None:
        return parse_rating(string(said.get("ratingValue")) or "", by=by)
    if worst is not None and worst < 0 and best and best > 0:
        fresh = value > 0
        return Rating(value=float(fresh), out_of=1, written=Plain("fresh" if fresh else "rotten"), by=by)
    out_of = best or (5 if value <= 5 else 10 if value <= 10 else 100)
    return Rating(value=value, out_of=out_of, by=by) if 0 < value <= out_of or (value == 0 and worst == 0) else None


def aggregate(said: Any, *, by: str) -> Rating | None:
    """Return the rating of many, with its votes."""
    found = rating(said, by=by)
    if found is None or not isinstance(said, dict):
        return None
    votes = _number(said.get("ratingCount")) or _number(said.get("reviewCount"))
    return Rating(value=found.value, out_of=found.out_of, written=found.written, by=by, votes=int(votes or 0) or None)


def body(said: Any) -> Plain:
    """Return a text of several paragraphs; in one without markup the line ends are meant."""
    text = _raw(said)
    if "&lt;" in text and "<" not in text:
        text = unescape(text)  # markup that was escaped as a whole
    return paragraphs_of(text if "<" in text else text.replace("\n", "<br>"))


def string(said: Any) -> Plain | None:
    """Return a value as one line, None where it is no text."""
    text = line_of(_raw(said))
    return text or None


def strings(said: Any) -> list[str]:
    """Return a value that may be one text or a list of them."""
    return [text for one in _listed(said) if (text := string(one))]


def names(said: Any) -> list[str]:
    """Return the names of one or several people, firms or countries, given as objects or texts."""
    roles = [_played(one) if isinstance(one, dict) else one for one in _listed(said)]
    found = (string(one.get("name")) if isinstance(one, dict) else string(one) for one in roles)
    return [name for name in found if name]


def _played(said: dict[str, Any]) -> Any:
    """Return who plays, where that is said inside of what they play."""
    inside = said.get("actor")
    return inside if "name" not in said and isinstance(inside, dict) else said


def _raw(said: Any) -> str:
    if isinstance(said, dict):
        said = said.get("@value", said.get("name"))
    return str(said) if isinstance(said, str | int | float) and not isinstance(said, bool) else ""


def _listed(said: Any) -> list[Any]:
    return said if isinstance(said, list) else [] if said is None else [said]


def _number(said: Any) -> float | None:
    if isinstance(said, bool):
        return None
    if isinstance(said, int | float):
        return float(said) if abs(said) < 1e12 else None
    text = (string(said) or "") if said is not None else ""
    if re.fullmatch(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+", text):
        text = re.sub(r"\D", "", text)
    negative = text.startswith("-")
    value = number(text.lstrip("-").rstrip("%")) if len(text) < 20 else None
    if value is None and text.isdecimal() and len(text) < 12:
        value = float(text)
    return -value if value is not None and negative else value
