"""From a pattern to a Tantivy query. The weights and the rule of the ranking are in `tui.search.ranking`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

from tantivy import Occur, Query

from tui.search import ranking
from tui.search.conditions import Conditions
from tui.search.engine import LISTED, Engine, both, either, everything, spelling, unweighed
from tui.search.patterns import Anything, Close, Either, Every, Fact, Leaf, Pattern, Run, Slot, Within, Without
from tui.search.schema import HEADED, WIDE

if TYPE_CHECKING:
    from tantivy import DocAddress

_COMBINATIONS = 16
"""Phrases that are asked for one by one before one pattern of phrases is taken."""
_SHORT = 2
"""Letters of the longest prefix whose terms are not weighed: so many begin with it that none tells anything."""


@dataclass(frozen=True)
class QueryBuilder:
    """Builds the queries of one question."""

    engine: Engine
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

    def build(self, pattern: Pattern, *, film: str | None = None) -> Query:
        """Return the query of `pattern`, in one film or everywhere."""
        lifts = ranking.Ranking(self.engine).lifts(pattern, titles=film is None)
        clauses = [(Occur.Must, self.of(pattern)), *((Occur.Should, query) for query in lifts)]
        if film is not None:
            clauses.append((Occur.Must, unweighed(self.engine.term("film", film))))
        return Query.boolean_query(clauses)

    def condition(self, pattern: Pattern, *, film: str | None = None) -> Query:
        """Return the query of `pattern` without weights: the same answers, for counting them."""
        query = replace(self, weighed=False).of(pattern)
        return both(query, self.engine.term("film", film)) if film is not None else query

    def of(self, pattern: Pattern) -> Query:
        """Return the query of `pattern` alone."""
        match pattern:
            case Leaf():
                return self._leaf(pattern)
            case Close():
                return self._close(pattern)
            case Every(parts):
                return self._every(parts)
            case Either(parts):
                return either([self.of(part) for part in parts])
            case Without(part):
                return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, self.of(part))])
            case Within(name, leaf):
                return Conditions(self.engine, self.films).within(name, leaf)
            case Fact(what):
                return unweighed(Conditions(self.engine, self.films).fact(what))
            case Anything():
                return everything()

    def record(self, kind: str, record_id: str) -> DocAddress | None:
        """Return where the passage of a record is."""
        return self.first(both(self.engine.term("record", record_id), self.engine.term("kind", kind)))

    def like(self, terms: Iterable[tuple[str, float]], kind: str) -> Query:
        """Return the query of passages of a kind that share terms, each with its weight."""
        weights = [Query.boost_query(self.engine.term("body", term), weight) for term, weight in terms]
        return both(either(weights), unweighed(self.engine.term("kind", kind)))

    def _every(self, parts: tuple[Pattern, ...]) -> Query:
        clauses = [
            (Occur.MustNot, self.of(part.part)) if isinstance(part, Without) else (Occur.Must, self.of(part))
            for part in parts
        ]
        if all(isinstance(part, Without) for part in parts):
            clauses.append((Occur.Must, everything()))
        return Query.boolean_query(clauses)

    def _leaf(self, leaf: Leaf) -> Query:
        first, *others = leaf.sequences
        return either([self._run(first, 1.0), *(self._run(other, ranking.VARIANT) for other in others)])

    def _run(self, run: Run, weight: float) -> Query:
        if len(run) > 1:
            return Query.boost_query(self._phrase(run), weight)
        return self._weighed(run[0], weight) if self.weighed else self._accepted(run[0])

    def _accepted(self, slot: Slot) -> Query:
        """Return the query of one word without weights."""
        if slot.prefix and self.engine.vocabulary.number_starting(slot.word) > LISTED:
            return either([self._going_on(slot), *(self.engine.term("body", typo) for typo in slot.typos)])
        return either([self.engine.term("body", term) for term in self.engine.terms(slot)])

    def _weighed(self, slot: Slot, weight: float) -> Query:
        """Return the query of one word: every term that the slot accepts, each with its weight."""
        words, rarity = self.engine.vocabulary, self.engine.rarity
        exact = words.exact(slot.word)
        begun = words.number_starting(slot.word) if slot.prefix else 0
        listed = self._listed(slot)
        low, high = ranking.PREFIX
        weights = dict.fromkeys(sorted(slot.typos), ranking.TYPO)
        weights |= {term: low + (high - low) * len(slot.word) / len(term) for term in listed}
        weights |= dict.fromkeys(exact, 1.0)
        own = words.total(exact) or (words.total_starting(slot.word) if begun else words.total(slot.typos))
        basis = weight * rarity(own)
        queries = [
            Query.boost_query(self.engine.term("body", term), share * basis / rarity(words.count(term)))
            for term, share in weights.items()
        ]
        best = Query.disjunction_max_query(queries, ranking.OTHERS) if len(queries) > 1 else either(queries)
        if begun <= len(listed):
            return best
        return Query.boolean_query([(Occur.Must, unweighed(self._accepted(slot))), (Occur.Should, best)])

    def _listed(self, slot: Slot) -> Sequence[str]:
        """Return the terms of a prefix that are weighed one by one: few where they are common, else more."""
        words = self.engine.vocabulary
        if len(slot.word) <= _SHORT or not slot.prefix:
            return ()
        common = words.total_starting(slot.word) > ranking.COMMON
        return self.engine.begun(slot, LISTED // 12 if common else LISTED)

    def _going_on(self, slot: Slot) -> Query:
        """Return the query of all terms that begin with the slot's word."""
        if len(slot.word) == 1:
            return self.engine.term("initial", slot.word)
        return self.engine.regex("body", spelling(slot))

    def _phrase(self, run: Run, slop: int = 0) -> Query:
        """Return the query of words side by side, or with at most `slop` words between them, in this order."""
        terms = [self.engine.terms(slot) for slot in run]
        if not all(terms):
            return Query.empty_query()
        if math.prod(map(len, terms)) <= _COMBINATIONS:
            return either(
                [Query.phrase_query(self.engine.schema, "body", list(words), slop) for words in product(*terms)]
            )
        patterns: list[str | tuple[int, str]] = [
            spelling(slot) if slot.prefix else "|".join(map(re.escape, choice))
            for slot, choice in zip(run, terms, strict=True)
        ]
        return Query.regex_phrase_query(self.engine.schema, "body", patterns, slop)

    def _close(self, close: Close) -> Query:
        """Return the query of two words or phrases within a distance.

        Tantivy knows this for two different words (a phrase with slop, in both orders). Where the distance could
        reach from the text into the heading, the passages that have one are read; where an operand is a phrase, or a
        word could stand for both, all that hold both.
        """
        queries: list[Query] = []
        for left, right in product(close.left.sequences, close.right.sequences):
            pair = Close(Leaf((left,)), Leaf((right,)), close.distance)
            single = len(left) == len(right) == 1
            if not single or set(self.engine.terms(left[0])) & set(self.engine.terms(right[0])):
                queries.append(self._read(pair, self.condition(Every((pair.left, pair.right)))))
                continue
            slop = close.distance - 1
            found = either([self._phrase((*left, *right), slop), self._phrase((*right, *left), slop)])
            if close.distance > WIDE:
                headed = unweighed(self.engine.term("marks", HEADED))
                without = Query.boolean_query([(Occur.Must, found), (Occur.MustNot, headed)])
                found = either([without, self._read(pair, both(found, headed))])
            queries.append(found)
        return either(queries)

    def _read(self, pair: Close, candidates: Query) -> Query:
        keys, complete = self.near(candidates, pair)
        if not complete:
            self.partial.append("too many passages hold both sides of NEAR: there are more than are shown")
        return unweighed(Query.term_set_query(self.engine.schema, "key", keys)) if keys else Query.empty_query()
