"""What is shown of a film: a pure function of everything that documents and the user said about it.

The rule which value is shown when documents disagree, in full:

1. what the user corrected;
2. what a document states, before what a reader inferred;
3. what most documents say (spellings of one title, and texts with the same words, are one value);
4. the fuller value (longer text, longer list, more votes, more exact date), for a year the earlier;
5. the first by content.

Names, genres, languages and countries are shown together: the list that the rule chooses, then what others add.
Everything else that was said is in `FilmView.others` with its documents. No step looks at the order of arrival.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.library.identity import exact_title, keys_of, looked_up_by
from tui.library.reviews import author_key, in_order, mark_of, versions_of
from tui.library.slugs import slug
from tui.library.wording import wording, wording_of_name
from tui.models import (
    Citation,
    Claim,
    Film,
    FilmSummary,
    FilmView,
    OtherValue,
    Personal,
    Plain,
    Rating,
    Review,
    StoredFilm,
)
from tui.text import clean, clean_line
from tui.text.titles import FIRST_YEAR, LAST_YEAR, display_title

_SINGLE = (
    "title",
    "year",
    "original_title",
    "tagline",
    "synopsis",
    "plot",
    "runtime_minutes",
    "certificate",
    "released",
)
_CHOSEN_LISTS = ("directors",)
_JOINED_LISTS = ("genres", "writers", "cast", "characters", "languages", "countries", "other_titles")
LISTS = (*_CHOSEN_LISTS, *_JOINED_LISTS)
CORRECTABLE = (*_SINGLE, *LISTS)
"""Fields of a film that the user can correct."""
_said = attrgetter(*CORRECTABLE)
_NOTHING: tuple[Any, ...] = (None, ())
_DAY = re.compile(r"[12]\d{3}(?:-\d\d){0,2}", re.ASCII)
"""A date that was understood; where none was, a viewing has what its document says."""
NUMBERS = {"year": (FIRST_YEAR, LAST_YEAR), "runtime_minutes": (1, 99_999)}
"""Fields that hold a number, with the least and the greatest."""


class _Said(msgspec.Struct):
    """One value of one field and the claims that say it."""

    value: Any
    stated: bool = False
    sources: set[Citation] = msgspec.field(default_factory=set)
    spellings: defaultdict[Any, int] = msgspec.field(default_factory=lambda: defaultdict(int))

    @property
    def documents(self) -> int:
        return len({source.sha256 for source in self.sources})


def view_of(stored: StoredFilm) -> FilmView:
    """Return everything that is shown of `stored`."""
    film, others, sources = choose(stored.id, stored.claims, stored.personal.corrections)
    names = {document.sha256: document.name for document in stored.documents}

    def place(record: Review | Any) -> tuple[str, tuple[int, int], str]:
        first = min((names.get(source.sha256, ""), source.lines) for source in record.sources or (Citation(sha256=""),))
        return (*first, record.id)

    reviews = [_corrected(entry.shown, stored.personal) for entry in stored.reviews]
    disagreements = [other for entry in stored.reviews if len(entry.versions) > 1 for other in _disagreements(entry)]
    return FilmView(
        film=film,
        reviews=tuple(sorted(reviews, key=place)),
        trivia=tuple(sorted((entry.shown for entry in stored.trivia), key=place)),
        documents=tuple(sorted(stored.documents, key=lambda document: (document.name, document.sha256))),
        personal=stored.personal,
        others=(*others, *disagreements),
        field_sources=sources,
    )


def summary_of(stored: StoredFilm, shown: Film | None = None) -> FilmSummary:
    """Return the film's line in the list, with what it can be looked up by.

    Args:
        stored: the film.
        shown: what `view_of` shows of it, where that is known already.
    """
    film = shown or choose(stored.id, stored.claims, stored.personal.corrections)[0]
    personal = stored.personal
    keys = {key for claim in stored.claims for key in keys_of(claim.facts)}
    keys |= looked_up_by(film.title or "")  # the user may have corrected it
    return FilmSummary(
        id=stored.id,
        title=film.title or Plain(stored.id),
        year=film.year,
        rating=film.ratings[0] if film.ratings else None,
        reviews=len(stored.reviews),
        trivia=len(stored.trivia),
        genres=film.genres,
        directors=film.directors,
        runtime_minutes=film.runtime_minutes,
        certificate=film.certificate,
        watched=_last_seen(personal),
        watchlist=personal.watchlist is not None,
        liked=personal.liked is not None,
        own_rating=personal.ratings[0] if personal.ratings else None,
        lists=tuple(dict.fromkeys(one.name for one in personal.lists)),
        ids=film.ids,
        aliases=stored.aliases,
        keys=tuple(sorted(keys)),
    )


def _last_seen(personal: Personal) -> str | None:
    """Return the last day on which the user saw the film, «yes» where no day is known; «last summer» is none."""
    days = [seen.date for seen in personal.viewings if seen.date and _DAY.fullmatch(seen.date)]
    return max(days) if days else "yes" if personal.viewings else None


def film_id(claims: Iterable[Claim], corrections: Mapping[str, Any]) -> str:
    """Return the id that a film with these claims has: its title and year, else the first of its external ids."""
    claims = tuple(claims)
    if len(claims) == 1 and not corrections and (said := claims[0].facts).title:  # of nearly all films of a table
        title = display_title(said.title)
        return slug(title, said.year) if not said.ids or title != placeholder(said.ids) else title
    film, _, _ = choose("", claims, corrections, fields=("title", "year", "original_title"))
    if film.title and not _is_placeholder(film):
        return slug(film.title, film.year)
    return placeholder(film.ids)


def placeholder(ids: Mapping[str, str]) -> str:
    """Return what a film is called while nobody says its title."""
    if "imdb" in ids:
        return ids["imdb"]
    scheme, value = min(ids.items(), default=("film", "untitled"))
    return slug(f"{scheme} {value}", None)


def _is_placeholder(film: Film) -> bool:
    return bool(film.ids) and film.title == placeholder(film.ids)


def choose(
    film: str, claims: Iterable[Claim], corrections: Mapping[str, Any], *, fields: Sequence[str] = CORRECTABLE
) -> tuple[Film, tuple[OtherValue, ...], dict[str, tuple[Citation, ...]]]:
    """Return the film as shown, the other values, and who says what is shown."""
    claims = list(claims)
    if len(claims) == 1 and not corrections:
        return _unopposed(film, claims[0])
    values: dict[str, Any] = {}
    others: list[OtherValue] = []
    sources: dict[str, tuple[Citation, ...]] = {}
    for field in fields:
        said = _ranked(field, claims)
        if said:
            _take(field, said, values, others, sources)
        if field in corrections:
            _correct(field, corrections[field], values, others, sources)
    values["ratings"] = _ratings(claims, others, sources)
    values["ids"] = _mapping("ids", claims, others)
    values["extra"] = _mapping("extra", claims, others)
    if not values.get("title"):
        values["title"] = values.get("original_title") or Plain(placeholder(values["ids"]))
    return Film(id=film, **values), tuple(others), sources


def _unopposed(film: str, claim: Claim) -> tuple[Film, tuple[OtherValue, ...], dict[str, tuple[Citation, ...]]]:
    """Return what `choose` does where only one document speaks, as of nearly all films of a table: much faster."""
    facts, cited = claim.facts, (claim.source,)
    others: list[OtherValue] = []
    values = {field: value for field, value in zip(CORRECTABLE, _said(facts), strict=True) if value not in _NOTHING}
    sources: dict[str, tuple[Citation, ...]] = dict.fromkeys(values, cited)
    for field in _JOINED_LISTS:
        if field in values and len(parts := values[field]) > 1:
            joined: dict[str, Any] = {}
            for part in parts:
                joined.setdefault(wording_of_name(part) or part, part)
            values[field] = tuple(joined.values())
    if facts.title and "title" in values:
        values["title"] = display_title(facts.title)
    if facts.ratings:
        values["ratings"] = _ratings([claim], others, sources)
    values["ids"] = dict(sorted(facts.ids.items())) if facts.ids else {}
    values["extra"] = dict(sorted(facts.extra.items())) if facts.extra else {}
    if not values.get("title"):
        values["title"] = values.get("original_title") or Plain(placeholder(values["ids"]))
    return Film(id=film, **values), tuple(others), sources


def _ranked(field: str, claims: Sequence[Claim]) -> list[_Said]:
    """Return the distinct values of a field, the one that the rule chooses first."""
    saying = [(value, claim) for claim in claims if (value := getattr(claim.facts, field)) not in {None, ()}]
    if len(saying) == 1:
        value, claim = saying[0]
        return [_Said(value, not claim.inferred, {claim.source})]
    found: dict[Any, _Said] = {}
    for value, claim in saying:
        said = found.setdefault(_sameness(field, value), _Said(value))
        said.sources.add(claim.source)
        said.spellings[value] += 1
        said.stated |= not claim.inferred
    for said in found.values():
        said.value = min(said.spellings, key=lambda value: (-said.spellings[value], _finish(field, value)))
    return sorted(found.values(), key=lambda said: (not said.stated, -said.documents, _fullness(field, said.value)))


def _sameness(field: str, value: Any) -> Any:
    if field in {"title", "original_title"}:
        return exact_title(value)
    if isinstance(value, str) and field != "released":
        return wording(value) or value
    if isinstance(value, tuple):
        return tuple(wording(part) or part for part in value)
    return value


def _finish(field: str, value: Any) -> tuple[Any, ...]:
    """Order spellings of one value: a title with its article in front, not in capitals, with its accents, first."""
    if not isinstance(value, str):
        return (repr(value),)
    inverted = field == "title" and display_title(value) != value
    return inverted, value.isupper() or value.islower(), -value.count("\n\n"), value.isascii(), -len(value), value


def _fullness(field: str, value: Any) -> tuple[Any, ...]:
    if field == "year":
        return (value,)
    if isinstance(value, str | tuple):
        return -len(value), repr(value)
    return (value,)


def _take(
    field: str, said: Sequence[_Said], values: dict[str, Any], others: list[OtherValue], sources: dict[str, Any]
) -> None:
    chosen = said[0]
    if field in _JOINED_LISTS:
        joined: dict[str, Any] = {}
        for one in said:
            for part in one.value:
                joined.setdefault(wording_of_name(part) or part, part)
        values[field] = tuple(joined.values())
        sources[field] = in_order(source for one in said for source in one.sources)
        return
    values[field] = display_title(chosen.value) if field == "title" else chosen.value
    sources[field] = in_order(chosen.sources)
    others += [OtherValue(field=field, value=shown_value(one.value), sources=in_order(one.sources)) for one in said[1:]]


def _correct(field: str, value: Any, values: dict[str, Any], others: list[OtherValue], sources: dict[str, Any]) -> None:
    corrected = tuple(clean_line(str(part)) for part in value) if isinstance(value, list | tuple) else value
    if field in values and values[field] != corrected:
        others.append(OtherValue(field=field, value=shown_value(values[field]), sources=sources.get(field, ())))
    values[field] = corrected
    sources.pop(field, None)


def shown_value(value: Any) -> str:
    """Return a field's value as one text."""
    if isinstance(value, tuple | list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, Rating):
        return f"{value.shown}{f' ({value.votes} votes)' if value.votes else ''}"
    return str(value)


def _ratings(claims: Sequence[Claim], others: list[OtherValue], sources: dict[str, Any]) -> tuple[Rating, ...]:
    """Return one rating of each origin and scale, that of most votes, the one to show first.

    That is IMDb's, which most films have; else the page's own; else the critics', by which their sites call a film
    good or bad («94 % on Rotten Tomatoes» is the Tomatometer); else that of another site's viewers.
    """
    found: defaultdict[tuple[str, float], defaultdict[Rating, set[Citation]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for rating in claim.facts.ratings:
            found[rating.by, rating.out_of][rating].add(claim.source)
    shown = []
    cited: set[Citation] = set()
    for held in found.values():
        ranked = sorted(held, key=lambda rating: (-(rating.votes or 0), -len(held[rating]), repr(rating)))
        shown.append(ranked[0])
        cited |= held[ranked[0]]
        others += [
            OtherValue(field="ratings", value=shown_value(rating), sources=in_order(held[rating]))
            for rating in ranked[1:]
        ]
    if cited:
        sources["ratings"] = in_order(cited)
    others.sort(key=lambda other: (CORRECTABLE.index(other.field) if other.field in CORRECTABLE else 99, other.value))
    first = {"imdb": 0, "": 1, "tomatometer": 2, "metascore": 3}
    return tuple(
        sorted(shown, key=lambda rating: (first.get(rating.by, 4), rating.by, -(rating.votes or 0), repr(rating)))
    )


def _mapping(field: str, claims: Sequence[Claim], others: list[OtherValue]) -> dict[str, Any]:
    found: defaultdict[str, defaultdict[str, set[Citation]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        for name, value in getattr(claim.facts, field).items():
            found[name][value].add(claim.source)
    shown = {}
    for name, held in sorted(found.items()):
        ranked = sorted(held, key=lambda value: (-len({source.sha256 for source in held[value]}), -len(value), value))
        shown[name] = ranked[0]
        others += [
            OtherValue(field=f"{field}.{name}", value=value, sources=in_order(held[value])) for value in ranked[1:]
        ]
    return shown


def _disagreements(entry: Any) -> list[OtherValue]:
    """Return what versions of one review say that is not shown (names, ratings, dates, headlines)."""
    shown = entry.shown
    found: dict[tuple[str, str], set[Citation]] = defaultdict(set)
    for version in versions_of(entry):
        for field in ("author", "headline", "rating", "date", "publication"):
            value, chosen = getattr(version, field), getattr(shown, field)
            if value is None or value == chosen or (field == "author" and version.line):
                continue
            if field == "author" and author_key(value) == author_key(chosen):
                continue
            found[field, shown_value(value)].update(version.sources)
    return [
        OtherValue(field=f"review:{shown.id}:{field}", value=value, sources=in_order(sources))
        for (field, value), sources in sorted(found.items())
    ]


def _corrected(review: Review, personal: Personal) -> Review:
    """Return a review with what the user corrected in it (`review:ID:author`)."""
    if not personal.corrections:
        return review
    prefix = f"review:{review.id}:"
    changes = {
        name.removeprefix(prefix): clean(str(value))
        for name, value in personal.corrections.items()
        if name.startswith(prefix)
    }
    return replace(review, **changes) if changes else review


def record_ids(stored: StoredFilm) -> dict[str, str]:
    """Return every id that a record of the film ever had, with the one that it has now."""
    found = {}
    for entry in stored.reviews:
        for version in entry.versions:
            found[mark_of(version)] = entry.shown.id
        found[entry.shown.id] = entry.shown.id
    for item in stored.trivia:
        found[item.shown.id] = item.shown.id
    return found
