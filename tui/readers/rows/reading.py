"""From usable rows to extracts: one a film where its rows stand together, else one a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from msgspec import structs

from tui.models import FILM_NUMBER, Citation, Extract, Facts, Personal, Review, Trivia
from tui.readers.document import Document
from tui.readers.rows import values
from tui.readers.rows.anecdotes import trivia_of
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.layout import Layout
from tui.readers.rows.other_subjects import SERIAL, is_other, is_serial
from tui.readers.rows.records import facts_of, personal_of, review_of
from tui.readers.rows.roles import FILM_ROLES
from tui.readers.rows.values import Cell, first

TOGETHER = 200
"""Reviews that one extract may have; more of the same film begin another."""
_REMEMBERED = 8192
_UNKNOWN = Facts()
_NOWHERE = Citation(sha256="")

Rows = Iterable[tuple[int, Sequence[Cell], Layout]]
"""Number, cells and columns of each row."""


@dataclass(slots=True)
class _Films:
    """The facts of the films that rows are about; a film that comes again is cited where it came first."""

    document: Document
    joined: tuple[str, Mapping[str, Facts]] | None
    complaints: Complaints
    known: dict[tuple[object, ...], tuple[Facts, Citation]] = field(default_factory=dict)

    def of(self, number: int, cells: Mapping[str, Cell], layout: Layout, row: Sequence[Cell]) -> tuple[Facts, Citation]:
        reviews = "text" in layout.roles
        key = self._key(cells, layout) if reviews else ()
        found = self.known.get(key) if reviews else None
        if found is None:
            facts = facts_of(cells, layout.meaning, None if reviews else layout.rest(row))
            if facts.year is None and not values.is_nothing(first(cells.get("year", ""))):
                self.complaints.note(f"year that is none («{values.line(first(cells['year'])[:20])}»); left out")
            if self.joined is not None and (film := self.joined[1].get(first(cells.get(self.joined[0], "")))):
                facts = _completed(facts, film)
            if not (facts.title or facts.ids) and (named := values.line(cells.get("key", ""))):
                facts = structs.replace(facts, extra=facts.extra | {FILM_NUMBER: named})
            found = facts, self.document.cite(number)
            if reviews:
                if len(self.known) > _REMEMBERED:
                    self.known.clear()
                self.known[key] = found
        return found

    def _key(self, cells: Mapping[str, Cell], layout: Layout) -> tuple[object, ...]:
        """Return what rows about the same film have in common."""
        telling = _telling(layout.roles, self.joined[0] if self.joined else "key")
        said = [cells.get(role, "") for role in telling]
        return (telling, *(value if isinstance(value, str) else tuple(value) for value in said))


@cache
def _telling(roles: tuple[str | None, ...], joins: str) -> tuple[str, ...]:
    """Return the roles of a table that tell which film a row is about, and what the film is like."""
    return tuple({role: None for role in roles if role and (role in FILM_ROLES or role[:3] == "id:" or role == joins)})


def extracts_of(
    document: Document,
    rows: Rows,
    complaints: Complaints,
    joined: tuple[str, Mapping[str, Facts]] | None = None,
) -> Iterator[Extract]:
    """Yield what the rows say.

    Args:
        document: what they stand in.
        rows: the rows that can be used.
        complaints: takes rows that say nothing.
        joined: role and films of a table beside this one, for rows that name their film by a number.
    """
    films = _Films(document, joined, complaints)
    group = _Group()
    for number, row, layout, cells in _of_films(rows, complaints):
        facts, source = films.of(number, cells, layout, row)
        cite = document.cite(number)
        review = review_of(cells, cite, layout.meaning) if "text" in layout.roles else None
        personal = personal_of(cells, cite, layout.meaning) if layout.meaning.mine else None
        trivia = trivia_of(cells["trivia"], cite) if "trivia" in cells else ()
        textless, reviews = review is None and not trivia, "text" in layout.roles
        if textless and not _tells(facts) and not (reviews and personal is None):
            complaints.row(number, "it names no film")
            continue
        silent = textless and reviews and personal is None
        _note_losses(cells, review, complaints, silent=silent)
        key = cells.get("key", "") if _is_unknown(facts) else None
        takes = group.takes(facts, key)
        if takes and silent:
            continue
        alone = review is None or personal is not None or bool(trivia)
        if alone or not takes:
            yield from group.given()
        if review is not None and not alone:
            group.add(facts, source, key, review)
        else:
            yield from _whole(facts, source, [review] if review else [], personal, trivia)
    yield from group.given()


def _of_films(rows: Rows, complaints: Complaints) -> Iterator[tuple[int, Sequence[Cell], Layout, dict[str, Cell]]]:
    """Yield the rows with their values by role, but those of a log of many things that are about something else."""
    for number, row, layout in rows:
        cells = layout.cells(row)
        if is_other(kind := first(cells.get("film_type", ""))):
            complaints.row(number, f"it is about no film («{values.line(kind)}»)")
            continue
        if kind and is_serial(kind):
            complaints.note(SERIAL)
        yield number, row, layout, cells


@dataclass(slots=True)
class _Group:
    """Reviews of one film whose rows follow each other."""

    facts: Facts | None = None
    source: Citation = _NOWHERE
    key: Cell | None = None
    reviews: list[Review] = field(default_factory=list)

    def takes(self, facts: Facts, key: Cell | None) -> bool:
        """Say whether a row is about the same film; without a name and a number, none is."""
        return facts is self.facts and key == self.key and key != "" and len(self.reviews) < TOGETHER

    def add(self, facts: Facts, source: Citation, key: Cell | None, review: Review) -> None:
        self.facts, self.source, self.key = facts, source, key
        self.reviews.append(review)

    def given(self) -> Iterator[Extract]:
        """Yield what was gathered and begin anew."""
        reviews, self.reviews = self.reviews, []
        if reviews:
            yield from _whole(self.facts, self.source, reviews, None)


def _tells(facts: Facts) -> bool:
    """Say whether a row without a text names its film, or tells of it so that it can be known."""
    return bool(facts.title or facts.ids or facts.synopsis or facts.plot or FILM_NUMBER in facts.extra)


def _note_losses(cells: Mapping[str, Cell], review: Review | None, complaints: Complaints, *, silent: bool) -> None:
    if silent:
        complaints.note("row without a text of a review (empty, or veiled by the site it came from)")
    elif review is not None and review.rating is None and not values.is_nothing(first(cells.get("rating", ""))):
        complaints.note("rating that has no known scale; the review is kept without it")


def _is_unknown(facts: Facts) -> bool:
    """Say whether a row says nothing of its film, but for a number perhaps."""
    if facts.title or facts.ids:
        return False
    return facts == _UNKNOWN or (facts.extra.keys() == {FILM_NUMBER} and facts == Facts(extra=facts.extra))


def _completed(facts: Facts, film: Facts) -> Facts:
    """Return what a row says of its film, completed by what the table of films says."""
    said = {name: value for name in facts.__struct_fields__ if (value := getattr(facts, name))}
    said["ids"] = film.ids | facts.ids
    return structs.replace(film, **said)


def _whole(
    facts: Facts | None,
    source: Citation,
    reviews: list[Review],
    personal: Personal | None,
    trivia: tuple[Trivia, ...] = (),
) -> Iterator[Extract]:
    if facts is None or (_is_unknown(facts) and not reviews and not trivia):
        return
    yield Extract(
        facts=facts,
        source=reviews[0].sources[0] if _is_unknown(facts) and reviews else source,
        reviews=tuple(reviews),
        trivia=trivia,
        personal=personal,
    )
