"""The small queries that all others are made of, and the terms that a slot stands for."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tantivy import Occur, Query

from tui.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tantivy import Schema

    from tui.search.patterns import Slot

LISTED = 48
"""Terms of a prefix that are weighed one by one; the rest have no weight."""


@dataclass(frozen=True)
class Engine:
    """One state of the index, as far as queries need to know it."""

    schema: Schema
    vocabulary: Vocabulary
    titles: Vocabulary
    """The words of the films' titles."""

    def term(self, field: str, value: str) -> Query:
        """Return the query of one term."""
        return Query.term_query(self.schema, field, value)

    def regex(self, field: str, pattern: str) -> Query:
        """Return the query of all terms of a pattern, unweighed."""
        return Query.regex_query(self.schema, field, pattern)

    def rarity(self, count: int) -> float:
        """Return BM25's weight of a term that so many passages hold."""
        others = max(self.vocabulary.passages - count, 0)
        return math.log(1 + (others + 0.5) / (count + 0.5)) + 1e-3

    def terms(self, slot: Slot) -> list[str]:
        """Return all terms that may stand at `slot`."""
        found = dict.fromkeys(self.vocabulary.exact(slot.word))
        if slot.prefix:
            found |= dict.fromkeys(self.vocabulary.starting(slot.word))
        return [*found, *(typo for typo in slot.typos if typo not in found)]

    def begun(self, slot: Slot, most: int) -> Sequence[str]:
        """Return the most frequent terms that go on from a prefix."""
        return self.vocabulary.begun_most(slot.word, most) if slot.prefix else ()

    def foremost(self, slot: Slot) -> list[str]:
        """Return the few terms that a word is most likely meant for."""
        found = dict.fromkeys([*self.vocabulary.exact(slot.word)[:1], *self.begun(slot, 3), *sorted(slot.typos)])
        return list(found)[:3]


def spelling(slot: Slot) -> str:
    """Return a regular expression for the terms of which a form is (or begins with) the slot's word."""
    letters = "'?".join(map(re.escape, slot.word))
    return f"([ld]')?{letters}" + (".*" if slot.prefix else "('s)?")


def either(queries: Sequence[Query]) -> Query:
    """Return the disjunction of `queries`; nothing answers an empty one."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def both(*queries: Query) -> Query:
    """Return the conjunction of `queries`."""
    clauses: list[tuple[Occur, Query]] = [(Occur.Must, query) for query in queries]
    return Query.boolean_query(clauses)


def everything() -> Query:
    """Return the query that every passage answers."""
    return unweighed(Query.all_query())


def unweighed(query: Query) -> Query:
    """Return `query` as a mere condition."""
    return Query.const_score_query(query, 0.0)
