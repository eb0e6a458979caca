"""A film's facts while they are gathered from the places of a page: the first word on a matter stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tui.models import Facts, Plain, Rating
from tui.text import clean, clean_line
from tui.text.languages import language_codes
from tui.text.titles import is_year, split_year

MOST_NAMES = 400
"""Names of one kind that are kept; the largest real cast lists are of this size."""
LONGEST_LINE = 2000
"""Characters of a title, a name or a value; more is no such thing."""
_IMDB = re.compile(r"\btt\d{7,9}\b")


class Draft:
    """Facts in the making. Callers ask the best source first; a later one fills what is still missing."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self.fields: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        self.extra: dict[str, Plain] = {}
        self.ratings: dict[str, Rating] = {}

    def __contains__(self, field: str) -> bool:
        return field in self.fields

    def line(self, field: str, text: object) -> None:
        """Say a fact of one line."""
        value = clean_line(str(text))[:LONGEST_LINE].strip() if isinstance(text, str | int | float) else ""
        if value and field not in self.fields:
            self.fields[field] = Plain(value)

    def text(self, field: str, text: object) -> None:
        """Say a fact of several paragraphs."""
        value = clean(text).strip() if isinstance(text, str) else ""
        if value and field not in self.fields:
            self.fields[field] = Plain(value)

    def number(self, field: str, value: object) -> None:
        """Say a number, the year or the minutes."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
            return
        if field == "year" and not is_year(int(value)):
            return
        self.fields.setdefault(field, int(value))

    def names(self, field: str, names: Iterable[str], *, more: bool = False) -> None:
        """Say a list of names; with `more` they are added to those that are known."""
        known: tuple[Plain, ...] = self.fields.get(field, ())
        if known and not more:
            return
        cleaned = [clean_line(name)[:LONGEST_LINE].strip(" ,;|·") for name in names]
        unique = dict.fromkeys([*known, *(Plain(name) for name in cleaned if name)])
        if unique:
            self.fields[field] = tuple(unique)[:MOST_NAMES]

    def titled(self, text: str) -> None:
        """Say title and year as one: «Mask (1985)»."""
        found = split_year(text)
        self.line("title", found.title)
        self.number("year", found.year)

    def languages(self, text: str) -> None:
        """Say languages by their names or codes."""
        if "languages" not in self.fields and (codes := language_codes(clean_line(text))):
            self.fields["languages"] = tuple(clean_line(code) for code in codes)

    def released(self, date: str | None) -> None:
        """Say the release date, ISO 8601."""
        if date and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date):
            self.fields.setdefault("released", date)

    def rating(self, rating: Rating | None) -> None:
        """Say a rating; one a judge."""
        if rating is not None:
            known = self.ratings.get(rating.by)
            if known is None or (known.votes is None and rating.votes and known.value == rating.value):
                self.ratings[rating.by] = rating

    def id(self, name: str, value: object) -> None:
        """Say an external id."""
        text = clean_line(str(value)) if isinstance(value, str | int) else ""
        if text and len(text) < 200:
            self.ids.setdefault(name, text)

    def imdb(self, text: str | None) -> None:
        """Say the IMDb id that an address or a text holds."""
        if text and (found := _IMDB.search(text)):
            self.ids.setdefault("imdb", found[0])

    def note(self, name: str, text: object) -> None:
        """Keep what no field holds, under the page's own name for it."""
        key, value = clean_line(name).strip(" :"), clean(str(text)).strip() if text else ""
        if key and value:
            self.extra.setdefault(key, Plain(value))

    def add(self, other: Draft) -> None:
        """Fill what is still missing from another draft."""
        self.fields = {**other.fields, **self.fields}
        self.ids, self.extra = {**other.ids, **self.ids}, {**other.extra, **self.extra}
        self.ratings = {**other.ratings, **self.ratings}

    @property
    def names_film(self) -> bool:
        """Whether it is known which film this is about."""
        return "title" in self.fields or bool(self.ids)

    def build(self) -> Facts:
        """Return the facts; titles that say the same twice are said once."""
        fields = dict(self.fields)
        title = fields.get("title")
        if fields.get("original_title") == title:
            fields.pop("original_title", None)
        if "other_titles" in fields:
            said = {title, fields.get("original_title")}
            fields["other_titles"] = tuple(name for name in fields["other_titles"] if name not in said)
        return Facts(**fields, ids=self.ids, extra=self.extra, ratings=tuple(self.ratings.values()))
