"""From a pattern to a Tantivy query, with weights: the written rule of the ranking.

A passage is an answer when its text or its heading (headline, topic, title line) holds what the pattern wants. Its
score is the sum of

1. for every wanted word BM25 in the text, and twice that in the heading. All words that a slot accepts count as
   one word: its rarity is that of the word as typed (or, where the library does not have it, of all that stands
   for it), scaled for a word that goes on (`PREFIX`, more the more of it was typed), for another way to write it
   together or apart (`VARIANT`), and for a typo (`TYPO`). So exact beats prefix beats typo;
2. for two neighbouring words of the query that stand side by side (`BESIDE`) or within `WINDOW` words (`NEARBY`),
   BM25 of that phrase; left out where both words are so common (`COMMON`) that it would say little and cost much;
3. for words in a title of the film: BM25 there, `TITLE` times for its reviews, `FILM_TITLE` times for the film's own
   passage, which also gets `NAMED` when the words are the whole title, so that the film is first for its title.

What is only a condition (fields, ranges, marks) has no weight, except words in fields, which have BM25 there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

from tantivy import FieldType, Occur, Query

from tui.search.expressions import Flag, Range
from tui.search.patterns import Anything, Close, Either, Every, Fact, Leaf, Pattern, Sequence, Slot, Within, Without
from tui.search.schema import day_number
from tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tantivy import DocAddress, Schema

HEADING = 2.0
PREFIX = (0.3, 0.6)
"""Weight of a word that goes on: the first, and up to the second as more of it was typed."""
VARIANT = 0.9
TYPO = 0.15
BESIDE, NEARBY, WINDOW = 1.5, 0.5, 8
COMMON = 12_000
"""Passages that hold a word which tells nothing beside another such."""
TITLE, FILM_TITLE, NAMED = 0.5, 4.0, 1000.0

_LISTED = (0, 4, 8, 24, 48)
"""Terms of a prefix that are weighed one by one, by the length of the prefix; the rest share the smallest weight."""
_COMBINATIONS = 16
"""Phrases that are asked for one by one before one pattern of phrases is taken."""


@dataclass(frozen=True)
class QueryBuilder:
    """Builds queries for one state of the index."""

    schema: Schema
    vocabulary: Vocabulary
    titles: Vocabulary
    """The words of the films' titles."""
    films: Callable[[Query], list[str]]
    """Returns the ids of the films whose own passage answers a query."""
    near: Callable[[Query, Close], tuple[list[int], bool]]
    """Of the passages that answer a query, returns the keys of those that hold a pair, read one by one; and whether
    all were read."""
    first: Callable[[Query], DocAddress | None]
    """Returns the first answer."""
    partial: list[str] = field(default_factory=list)
    """What could not be answered wholly, for the bar."""
    weighed: bool = True
    """Whether scores are wanted, or only which passages answer."""

    def condition(self, pattern: Pattern, *, film: str | None = None) -> Query:
        """Return the query of `pattern` without weights: the same answers, for counting them."""
        clauses = [(Occur.Must, replace(self, weighed=False)._query(pattern))]
        if film is not None:
            clauses.append((Occur.Must, self._term("film", film)))
        return Query.boolean_query(clauses)

    def build(self, pattern: Pattern, *, film: str | None = None) -> Query:
        """Return the query of `pattern`, in one film or everywhere."""
        clauses = [(Occur.Must, self._query(pattern))]
        if film is not None:
            clauses.append((Occur.Must, _unweighed(self._term("film", film))))
        leaves = list(_leaves(pattern))
        clauses += [(Occur.Should, query) for query in self._closeness(leaves)]
        if film is None:
            clauses += [(Occur.Should, query) for query in self._title(leaves)]
        return Query.boolean_query(clauses)

    def _query(self, pattern: Pattern) -> Query:
        match pattern:
            case Leaf():
                return _any([self._leaf(pattern, "body", 1.0), self._leaf(pattern, "heading", HEADING)])
            case Close():
                return self._close(pattern)
            case Every(parts):
                return self._every(parts)
            case Either(parts):
                return _any([self._query(part) for part in parts])
            case Without(part):
                return Query.boolean_query([(Occur.Must, _all()), (Occur.MustNot, self._query(part))])
            case Within(name, leaf):
                return self._within(name, leaf)
            case Fact(what):
                return _unweighed(self._fact(what))
            case Anything():
                return _all()

    def _every(self, parts: tuple[Pattern, ...]) -> Query:
        clauses = [
            (Occur.MustNot, self._query(part.part)) if isinstance(part, Without) else (Occur.Must, self._query(part))
            for part in parts
        ]
        if all(isinstance(part, Without) for part in parts):
            clauses.append((Occur.Must, _all()))
        return Query.boolean_query(clauses)

    def _leaf(self, leaf: Leaf, field: str, weight: float) -> Query:
        queries = [self._sequence(sequence, field, weight) for sequence in leaf.sequences[:1]]
        queries += [self._sequence(sequence, field, weight * VARIANT) for sequence in leaf.sequences[1:]]
        return _any(queries)

    def _sequence(self, sequence: Sequence, field: str, weight: float) -> Query:
        if len(sequence) == 1:
            return self._slot(sequence[0], field, weight)
        return Query.boost_query(self._phrase(sequence, field), weight)

    def _slot(self, slot: Slot, field: str, weight: float) -> Query:
        """Return the query of one word: every term that the slot accepts, weighed."""
        exact = self.vocabulary.exact(slot.word)
        going_on = self.vocabulary.starting(slot.word) if slot.prefix else ()
        listed = _LISTED[min(len(slot.word), len(_LISTED) - 1)]
        if not self.weighed and len(going_on) > listed:
            spelled_so = self._regex(field, _pattern(slot))
            return _any([spelled_so, *(self._term(field, typo) for typo in slot.typos)])
        if not self.weighed:
            return _any([self._term(field, term) for term in {*exact, *going_on, *slot.typos}])
        basis = self._rarity(self.vocabulary.total(exact or going_on or slot.typos))
        weights = dict.fromkeys(slot.typos, TYPO)
        low, high = PREFIX
        weights |= {term: low + (high - low) * len(slot.word) / len(term) for term in self._begun(slot, listed)}
        weights |= dict.fromkeys(exact, 1.0)
        queries = [
            Query.boost_query(
                self._term(field, term), weight * share * basis / self._rarity(self.vocabulary.count(term))
            )
            for term, share in weights.items()
        ]
        if len(going_on) > listed:
            queries.append(Query.boost_query(self._regex(field, _pattern(slot)), 0.01))
        return _any(queries)

    def _begun(self, slot: Slot, most: int) -> Iterable[str]:
        return self.vocabulary.begun_most(slot.word, most) if slot.prefix else ()

    def _rarity(self, count: int) -> float:
        return math.log(1 + (max(self.vocabulary.passages - count, 0) + 0.5) / (count + 0.5)) + 1e-3

    def _terms(self, slot: Slot) -> list[str]:
        found = dict.fromkeys(self.vocabulary.exact(slot.word))
        if slot.prefix:
            found |= dict.fromkeys(self.vocabulary.starting(slot.word))
        return [*found, *(typo for typo in slot.typos if typo not in found)]

    def _foremost(self, slot: Slot) -> list[str]:
        """Return the few terms that a word is most likely meant for."""
        found = dict.fromkeys([*self.vocabulary.exact(slot.word)[:1], *self._begun(slot, 3), *slot.typos])
        return list(found)[:3]

    def _phrase(self, sequence: Sequence, field: str, slop: int = 0) -> Query:
        terms = [self._terms(slot) for slot in sequence]
        if not all(terms):
            return Query.empty_query()
        if len(terms) == 1:
            return self._regex(field, _pattern(sequence[0]))
        if math.prod(map(len, terms)) <= _COMBINATIONS:
            return _any([Query.phrase_query(self.schema, field, list(words), slop) for words in product(*terms)])
        patterns = [_pattern(slot) if slot.prefix else "|".join(map(re.escape, terms[i])) for i, slot in _numbered(sequence)]
        return Query.regex_phrase_query(self.schema, field, patterns, slop)

    def _close(self, close: Close) -> Query:
        """Return the query of two words or phrases within a distance.

        Tantivy knows this for two different words (a phrase with slop, in both orders); where an operand is a
        phrase, or a word could stand for both, the passages that hold both are read.
        """
        queries: list[Query] = []
        rest: list[tuple[Sequence, Sequence]] = []
        for left, right in product(close.left.sequences, close.right.sequences):
            single = len(left) == len(right) == 1
            if single and not set(self._terms(left[0])) & set(self._terms(right[0])):
                for field_name, order in product(("body", "heading"), ((*left, *right), (*right, *left))):
                    queries.append(self._phrase(order, field_name, close.distance - 1))
            else:
                rest.append((left, right))
        for left, right in rest:
            pair = Close(Leaf((left,)), Leaf((right,)), close.distance)
            keys, complete = self.near(self.condition(Every((pair.left, pair.right))), pair)
            if keys:
                queries.append(_unweighed(Query.term_set_query(self.schema, "key", keys)))
            if not complete:
                self.partial.append("too many passages hold both sides of NEAR: there are more than are shown")
        return _any(queries)

    def record(self, kind: str, record_id: str) -> DocAddress | None:
        """Return where the passage of a record is."""
        return self.first(
            Query.boolean_query(
                [(Occur.Must, self._term("record", record_id)), (Occur.Must, self._term("kind", kind))]
            )
        )

    def like(self, terms: Iterable[tuple[str, float]], kind: str) -> Query:
        """Return the query of passages of a kind that share terms, each with its weight."""
        weights = [Query.boost_query(self._term("body", term), weight) for term, weight in terms]
        return Query.boolean_query([(Occur.Must, _any(weights)), (Occur.Must, _unweighed(self._term("kind", kind)))])

    def _within(self, name: str, leaf: Leaf) -> Query:
        if name == "film":
            return _any([self._words("title", leaf), self._words("filmid", leaf)])
        if name == "title":
            return _any([self._words("title", leaf), self._heading("review", leaf)])
        if name in {"headline", "topic"}:
            return self._heading("review" if name == "headline" else "trivia", leaf)
        if name in {"director", "cast", "genre"}:
            films = self.films(self._words(name, leaf))
            return Query.term_set_query(self.schema, "film", films) if films else Query.empty_query()
        return self._words(name, leaf)

    def _heading(self, kind: str, leaf: Leaf) -> Query:
        return Query.boolean_query(
            [(Occur.Must, self._words("heading", leaf)), (Occur.Must, _unweighed(self._term("kind", kind)))]
        )

    def _words(self, field: str, leaf: Leaf) -> Query:
        """Return the query of words in a small field, whose vocabulary need not be known."""
        patterns = [_pattern(slot) for slot in leaf.sequences[0]]
        if len(patterns) == 1:
            return self._regex(field, patterns[0])
        return Query.regex_phrase_query(self.schema, field, list(patterns))

    def _fact(self, what: Flag | Range) -> Query:
        if isinstance(what, Flag):
            if what.name == "in":
                return self._term("kind", what.value)
            return self._term("marks", str(what))
        return self._range(what)

    def _range(self, what: Range) -> Query:
        bounds: tuple[float | None, float | None]
        if what.name == "date":
            low = day_number(what.low, "9999" if what.above else "0000")
            high = day_number(what.high, "0000" if what.below else "9999")
            return self._between("day", FieldType.Integer, (low, high), what)
        if what.name == "year":
            bounds = (int(what.low) if what.low else None, int(what.high) if what.high else None)
            return self._between("year", FieldType.Integer, bounds, what)
        bounds = (float(what.low) - 1e-6 if what.low else None, float(what.high) + 1e-6 if what.high else None)
        if what.above and bounds[0] is not None:
            bounds = (bounds[0] + 2e-6, bounds[1])
        if what.below and bounds[1] is not None:
            bounds = (bounds[0], bounds[1] - 2e-6)
        return self._between("rating", FieldType.Float, bounds, what)

    def _between(
        self, field: str, kind: FieldType, bounds: tuple[float | None, float | None], what: Range
    ) -> Query:
        low, high = bounds
        return Query.range_query(self.schema, field, kind, low, high, not what.above, not what.below)

    def _closeness(self, leaves: list[Leaf]) -> Iterable[Query]:
        """Yield what lifts passages in which neighbouring words of the query are near each other."""
        for left, right in zip(leaves[:8], leaves[1:8], strict=False):
            if len(left.sequences[0]) > 1 or len(right.sequences[0]) > 1:
                continue
            first, second = (self._foremost(leaf.sequences[0][0]) for leaf in (left, right))
            if min(self.vocabulary.total(first), self.vocabulary.total(second)) > COMMON:
                continue
            for words in product(first[:1], second):
                if words[0] != words[1]:
                    yield Query.boost_query(Query.phrase_query(self.schema, "body", list(words)), BESIDE)
                    yield Query.boost_query(Query.phrase_query(self.schema, "body", list(words), WINDOW), NEARBY)

    def _title(self, leaves: list[Leaf]) -> Iterable[Query]:
        """Yield what lifts the film that the query names, and its reviews."""
        slots = [slot for leaf in leaves[:12] for slot in leaf.sequences[0]]
        words = [self._title_word(slot) for slot in slots]
        if not words or not any(words):
            return
        yield Query.boost_query(_any([query for query in words if query is not None]), TITLE)
        if all(words):
            kind = _unweighed(self._term("kind", "synopsis"))
            own = [(Occur.Must, query) for query in words if query is not None]
            yield Query.boost_query(Query.boolean_query([*own, (Occur.Must, kind)]), FILM_TITLE)
            yield Query.const_score_query(self._term("named", " ".join(slot.word for slot in slots)), NAMED)

    def _title_word(self, slot: Slot) -> Query | None:
        terms = list(self.titles.exact(slot.word))
        if slot.prefix:
            terms += [term for term in self.titles.begun_most(slot.word, _LISTED[-1]) if term not in terms]
        terms += [typo for typo in slot.typos if self.titles.count(typo)] if not terms else []
        return _any([self._term("title", term) for term in terms]) if terms else None

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self.schema, field, value)

    def _regex(self, field: str, pattern: str) -> Query:
        return Query.regex_query(self.schema, field, pattern)


def _leaves(pattern: Pattern) -> Iterable[Leaf]:
    """Yield the leaves whose closeness and titles count, in the query's order."""
    match pattern:
        case Leaf():
            yield pattern
        case Every(parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            return


def _numbered(sequence: Sequence) -> Iterable[tuple[int, Slot]]:
    return enumerate(sequence)


def _pattern(slot: Slot) -> str:
    """Return a regular expression for the terms of which a form is (or begins with) the slot's word."""
    letters = "'?".join(map(re.escape, slot.word))
    return f"([ld]')?{letters}" + (".*" if slot.prefix else "('s)?")


def _any(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def _all() -> Query:
    return _unweighed(Query.all_query())


def _unweighed(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
