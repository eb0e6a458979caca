"""A film in one line of a list, as people jot it down: «2024-03-01 Film (1999) ★★★½ nice», «*Film* Jane Doe»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tui.models import Citation, Facts, Listing, Personal, Plain, Rating, Review, Viewing
from tui.readers.rows import values
from tui.readers.rows.layout import Layout, is_header, layout_of
from tui.readers.rows.roles import role_of
from tui.text.dates import Order, find_date
from tui.text.markup import unmark_markdown
from tui.text.ratings import find_rating
from tui.text.spoilers import announces_spoilers

_EDGES = " \t-–—,:;.·|•"
_ENDS = " \t-–—,:;·|•"
_EMPHASIS = re.compile(r"(?:\*\*|__|\*|_|/)(?P<title>[^*_\n/][^*_\n]{0,119}?)(?:\*\*|__|\*|_|/)(?!\w)")
_QUOTED = re.compile(r"[\"“«](?P<title>[^\"”»\n]{1,120})[\"”»]")
_YEAR_MARKED = re.compile(r"(?P<title>\S.*?)\s*[(\[](?P<year>(?:18|19|20)\d\d)[)\]]")
_YEAR_BARE = re.compile(r"(?P<title>\S.+?),?\s+(?P<year>(?:18|19|20)\d\d)\b(?!\s*[-–]\s*\d)")
_YEAR_NEXT = re.compile(r"\s*,?\s*[(\[]?(?P<year>(?:18|19|20)\d\d)\b[)\]]?")
_BREAK = re.compile(r"\s+[-–—|]\s+|:\s+")
_DASH = re.compile(r"\s+[-–—|]\s+")
_GRADING = frozenset("-–—|")
"""What stands between a film and its rating."""
_AGAIN = re.compile(r"\(?\b(?:re-?watch(?:ed)?|rewatched)\b\)?:?|🔁|↻|🔄", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:directed\s+)?by\s+|dir\.?\s*:?\s*)?"
    r"((?:[A-ZÀ-Þ][\w.'’-]{0,30}|de|van|von|del|la|le)(?:[ -](?:[A-ZÀ-Þ][\w.'’-]{0,30}|de|van|von|del|la|le)){1,3})"
)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_LONGEST = 120
_LOOKED_AT = 1000
"""Characters of a line in which a film is looked for."""
WANTED = re.compile(
    r"to[ -]?watch|should i watch|watch\s?list|want|wish|up next|watch later|queue|bucket list|backlog", re.IGNORECASE
)
SEEN = "seen"
_BOX = re.compile(r"^(\s*)(?:[-+*•]\s+)?(?:([☐▢□◻◽⬜])|[☒☑✅✔✓🗹])\ufe0f?\s+")
"""A box that is drawn rather than written: empty, or ticked."""
OWN = {"rating": "my rating", "date": "watched date", "text": "my review", "my_note": "my review"}


def boxed(line: str) -> str:
    """Return a line of a list with its box as «[ ]» or «[x]»."""
    if line.isascii():
        return line
    return _BOX.sub(lambda found: f"{found[1]}- [ ] " if found[2] else f"{found[1]}- [x] ", line)


@dataclass(slots=True)
class Mention:
    """What one line says of a film, and of the day and the grade that its writer gave it."""

    title: Plain | None = None
    year: int | None = None
    director: Plain | None = None
    rating: Rating | None = None
    date: str | None = None
    again: bool = False
    rest: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    marked: bool = False
    """The title is set off: by a year, by emphasis, by quotation marks."""

    @property
    def facts(self) -> Facts:
        """What the line says of the film."""
        directors = (self.director,) if self.director else ()
        return Facts(title=self.title, year=self.year, directors=directors, ids=self.ids)

    @property
    def logged(self) -> bool:
        """Whether the line is an entry of a diary: it says when the film was seen, or how it was."""
        return self.date is not None or self.rating is not None


def mention_of(text: str, *, order: Order | None = None) -> Mention:
    """Return what a line of a list says, links and emphasis taken off."""
    text, beyond = text[:_LOOKED_AT], text[_LOOKED_AT:]  # a film stands at a line's beginning
    found = Mention(ids=values.link_ids(text))
    shown = re.sub(r"!?\[\[([^\]|]+)(?:\|([^\]]+))?\]\]", lambda link: link[2] or link[1], text)
    words = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", shown).strip()
    if _AGAIN.search(words):
        found.again, words = True, _AGAIN.sub(" ", words)
    words = _dated(found, " ".join(words.split()), order)
    words = _rated(found, words)
    _name(found, words.lstrip(_EDGES).rstrip(_ENDS))
    found.rest += beyond
    return found


def _dated(found: Mention, words: str, order: Order | None) -> str:
    """Take the day off that stands before the film, or behind it in brackets or after «seen»."""
    date = find_date(words, order=order)
    if date is None or len(date.iso) < 10 or date.ambiguous:
        return words
    before = words[: date.start].rstrip()
    if before.strip(" *_[(`") and not re.search(
        r"(?:[(\[–—,|·-]|seen|watched|on|gesehen|vu|visto)\W*$", before, re.IGNORECASE
    ):
        return words
    found.date = date.iso
    after = words[date.end :].lstrip(" *_])`")
    kept = re.sub(r"(?:\b(?:seen|watched|on|gesehen|vu|visto)\W*)+$|[ *_(\[`]+$", "", before, flags=re.IGNORECASE)
    return _EMPTY.sub(" ", f"{kept} {after}").lstrip(_EDGES).rstrip(_ENDS)


def _rated(found: Mention, words: str) -> str:
    if (rating := find_rating(words)) is None:
        return words
    ahead = words[: rating.start].rstrip()
    if re.search(r"[^\W\d]", rating.rating.written) and ahead[-1:].isalpha():
        return words  # «Ann says 5 stars» is no rating of the writer's
    found.rating = rating.rating
    before, after = words[: rating.start].rstrip(), words[rating.end :].lstrip()
    return _EMPTY.sub(" ", f"{before.rstrip('([')} \n {after.lstrip(')]')}" if before else after)


def _name(found: Mention, words: str) -> None:
    set_off = _EMPHASIS.match(words) or _QUOTED.match(words)
    first, _, tail = words.partition("\n")
    by_year = _YEAR_MARKED.match(first) or (None if set_off else _YEAR_BARE.match(first))
    if set_off:
        name, rest = set_off["title"], words[set_off.end() :]
        if year := _YEAR_NEXT.match(rest):
            found.year, rest = int(year["year"]), rest[year.end() :]
    elif by_year and by_year["title"].strip(_EDGES + "("):
        name, found.year = by_year["title"], int(by_year["year"])
        rest = first[by_year.end() :] + " " + tail
    elif tail or len(first) > _LONGEST:
        name, rest = first, tail
    else:
        graded = first.rstrip()[-1:] in _GRADING  # «Film: Its Subtitle - 4/5»: the colon is the title's
        parts = (_DASH if graded else _BREAK).split(first.rstrip(_ENDS), maxsplit=1)
        name, rest = (parts[0], first[len(parts[0]) :]) if len(parts) > 1 and found.logged else (first, "")
    title, inner = values.title_year(unmark_markdown(name).strip(_EDGES + '*_/"'))
    found.title = title if title and len(title) <= _LONGEST else None
    found.year = found.year or inner
    found.marked = bool(set_off or by_year or inner)
    found.rest = unmark_markdown(" ".join(rest.split())).lstrip(_EDGES).rstrip(_ENDS)
    director = _PERSON.fullmatch(found.rest.strip("() "))
    if director and not found.logged:
        found.director, found.rest = Plain(director[1]), ""


def own_of(
    found: Mention,
    cite: Citation,
    *,
    state: str,
    name: str,
    position: int | None = None,
    more: str,
    reviewed: bool = False,
) -> tuple[Personal | None, Review | None]:
    """Return what a line says of its writer, and the review in it.

    Args:
        found: the line.
        cite: where it stands.
        state: «seen» or «watchlist», where a tick or a heading says it.
        name: of the list; a diary is none.
        position: in the list, where it is numbered.
        more: lines that belong to it.
        reviewed: whether a text is a review also without a day and a rating.
    """
    text = values.passage("\n\n".join(part for part in (found.rest, more) if part))
    review = None
    if text and (found.logged or reviewed):
        spoiler = announces_spoilers(text)
        review = Review(text=text, rating=found.rating, date=found.date, spoiler=spoiler, mine=True, sources=(cite,))
    personal: dict[str, Any] = {}
    if found.date is not None or state == SEEN:
        rating = found.rating if found.date else None
        personal["viewings"] = (Viewing(date=found.date, rating=rating, rewatch=found.again, sources=(cite,)),)
    elif state == "watchlist":
        personal["watchlist"] = "yes"
    if found.rating is not None:
        personal["ratings"] = (found.rating,)
    if name or (text and review is None):
        note = text if review is None and text else None
        listing = Listing(name=Plain(name or "films"), position=position, note=note, sources=(cite,))
        personal["lists"] = (listing,)
    return (Personal(**personal) if personal else None), review


def own_table(rows: Sequence[Sequence[str]], where: str) -> tuple[Layout, bool]:
    """Return the columns of a table in somebody's notes, and whether its first row names them.

    What is called a rating or a date there is the writer's own, unless reviewers or votes stand beside it.
    """
    if not is_header(rows[0]):
        return layout_of(None, rows, where=where), False
    roles = [role_of(name) for name in rows[0]]
    own = {} if {"author", "film_votes"} & set(roles) else OWN
    header = [own.get(role or "", name) for role, name in zip(roles, rows[0], strict=True)]
    return layout_of(header, rows[1:], where=where), True
