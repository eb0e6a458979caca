"""Queries of fields, ranges and marks: what a passage or its film must be, beside its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tantivy import FieldType, Query

from tui.search.engine import Engine, both, either, spelling, unweighed
from tui.search.expressions import Flag, Range
from tui.search.patterns import Leaf
from tui.search.schema import day_number

_OF_THE_FILM = frozenset({"director", "cast", "genre", "tag", "list", "mine"})
"""Fields that only a film's own passage has."""
_INDEXED = {"film": ("title", "filmid"), "title": ("title", "heading"), "headline": ("heading",), "topic": ("heading",)}
_A_LITTLE = 1e-6
"""Ratings are fractions: what is nearer than that is the same."""


def indexed(name: str) -> tuple[str, ...]:
    """Return the fields of the index that hold the words of one of the query language."""
    return _INDEXED.get(name, (name,))


@dataclass(frozen=True)
class Conditions:
    """Makes them for one state of the index."""

    engine: Engine
    films: Callable[[Query], list[str]]
    """Returns the ids of the films whose own passage answers a query."""

    def within(self, name: str, leaf: Leaf) -> Query:
        """Return the query of words in a field."""
        if name == "film":
            return either([self._words(field, leaf) for field in indexed(name)])
        if name == "title":
            return either([self._words("title", leaf), self._heading("review", leaf)])
        if name in {"headline", "topic"}:
            return self._heading("review" if name == "headline" else "trivia", leaf)
        return self._wherever(name, self._words(name, leaf))

    def fact(self, what: Flag | Range) -> Query:
        """Return the query of a mark or a range."""
        if isinstance(what, Range):
            return self._wherever(what.name, self._range(what))
        return self.engine.term("kind", what.value) if what.name == "in" else self.engine.term("marks", str(what))

    def _wherever(self, name: str, query: Query) -> Query:
        """Return the query of all passages of the films that answer one of a field of the film."""
        if name not in _OF_THE_FILM:
            return query
        films = self.films(query)
        return Query.term_set_query(self.engine.schema, "film", films) if films else Query.empty_query()

    def _heading(self, kind: str, leaf: Leaf) -> Query:
        return both(self._words("heading", leaf), unweighed(self.engine.term("kind", kind)))

    def _words(self, field: str, leaf: Leaf) -> Query:
        """Return the query of words in a small field, whose vocabulary need not be known."""
        patterns = [spelling(slot) for slot in leaf.sequences[0]]
        if len(patterns) == 1:
            typos = sorted(leaf.sequences[0][0].typos)
            return either([self.engine.regex(field, patterns[0]), *(self.engine.term(field, typo) for typo in typos)])
        return Query.regex_phrase_query(self.engine.schema, field, list(patterns))

    def _range(self, what: Range) -> Query:
        if what.name == "date":
            low = day_number(what.low, "9999" if what.above else "0000")
            high = day_number(what.high, "0000" if what.below else "9999")
            return self._between("day", (low, high), what)
        if what.name == "year":
            return self._between(
                "year", (int(what.low) if what.low else None, int(what.high) if what.high else None), what
            )
        bottom = float(what.low) + (_A_LITTLE if what.above else -_A_LITTLE) if what.low else None
        top = float(what.high) + (-_A_LITTLE if what.below else _A_LITTLE) if what.high else None
        return Query.range_query(self.engine.schema, what.name, FieldType.Float, bottom, top)

    def _between(self, field: str, bounds: tuple[int | None, int | None], what: Range) -> Query:
        return Query.range_query(self.engine.schema, field, FieldType.Integer, *bounds, not what.above, not what.below)
