"""The written rule of the ranking, its weights, and what lifts a passage that answers anyway.

A passage is an answer when its text or its heading (headline, topic, title line) holds what the pattern wants. Its
score is the sum of

1. for every wanted word BM25 in text and heading. All words that a slot accepts count as one word: its rarity is
   that of the word as typed (or, where the library does not have it, of all that stands for it), scaled for a word
   that goes on (`PREFIX`, more the more of it was typed), for another way to write it, together or apart
   (`VARIANT`), and for a typo (`TYPO`). So exact beats prefix beats typo. Of several such words in one passage the
   best counts, and the others only by `OTHERS`: else `wolf` and `wolf's` would be two reasons;
2. for every wanted word in the heading, `HEADING` times BM25 there;
3. for two neighbouring words of the query that stand side by side (`BESIDE`) or within `WINDOW` words (`NEARBY`),
   so many times BM25 of that phrase; left out where both words are so common (`COMMON`) that it would say little
   and cost much;
4. for words in a title of the film: BM25 there, `TITLE` times for its reviews, `FILM_TITLE` times for the film's own
   passage if all words are in it, and `NAMED` if they are the whole title: the film is first for its title.

What is only a condition (fields, ranges, marks) has no weight, except words in fields, which have BM25 there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from tantivy import Query

from tui.search.engine import LISTED, Engine, both, either, unweighed
from tui.search.patterns import Every, Leaf, Pattern, Slot

PREFIX = (0.3, 0.6)
"""The first, and up to the second as more of the word was typed."""
VARIANT = 0.9
TYPO = 0.15
OTHERS = 0.1
HEADING = 2.0
BESIDE, NEARBY, WINDOW = 1.5, 0.5, 8
COMMON = 12_000
"""Passages that hold a word which tells nothing beside another such."""
TITLE, FILM_TITLE, NAMED = 0.5, 4.0, 1000.0
_MOST = 12
"""Words of a query that are looked at."""


def leaves_of(pattern: Pattern) -> Iterator[Leaf]:
    """Yield the leaves that all answers hold, in the query's order."""
    match pattern:
        case Leaf():
            yield pattern
        case Every(parts):
            for part in parts:
                yield from leaves_of(part)
        case _:
            return


@dataclass(frozen=True)
class Ranking:
    """Lifts answers."""

    engine: Engine

    def lifts(self, pattern: Pattern, *, titles: bool) -> Iterator[Query]:
        """Yield the queries whose scores are added to an answer's, of films' titles too where they are wanted."""
        leaves = list(leaves_of(pattern))[:_MOST]
        slots = [slot for leaf in leaves for slot in leaf.sequences[0]]
        yield from self._headings(slots)
        yield from self._closeness(leaves)
        if titles:
            yield from self._titles(slots)

    def _headings(self, slots: Sequence[Slot]) -> Iterator[Query]:
        for slot in slots:
            for term in self.engine.foremost(slot):
                yield Query.boost_query(self.engine.term("heading", term), HEADING)

    def _closeness(self, leaves: Sequence[Leaf]) -> Iterator[Query]:
        count, schema = self.engine.vocabulary.total, self.engine.schema
        for left, right in pairwise(leaves):
            if len(left.sequences[0]) > 1 or len(right.sequences[0]) > 1:
                continue
            first, second = (self.engine.foremost(leaf.sequences[0][0]) for leaf in (left, right))
            if min(count(first), count(second)) > COMMON:
                continue
            for words in product(first[:1], second):
                if words[0] != words[1]:
                    yield Query.boost_query(Query.phrase_query(schema, "body", list(words)), BESIDE)
                    yield Query.boost_query(Query.phrase_query(schema, "body", list(words), WINDOW), NEARBY)

    def _titles(self, slots: Sequence[Slot]) -> Iterator[Query]:
        found = [self._in_title(slot) for slot in slots]
        words = [query for query in found if query is not None]
        if words:
            yield Query.boost_query(either(words), TITLE)
        if words and len(words) == len(found):
            own = unweighed(self.engine.term("kind", "synopsis"))
            yield Query.boost_query(both(*words, own), FILM_TITLE)
            yield Query.const_score_query(self.engine.term("named", " ".join(slot.word for slot in slots)), NAMED)

    def _in_title(self, slot: Slot) -> Query | None:
        titles = self.engine.titles
        terms = dict.fromkeys(titles.exact(slot.word))
        if slot.prefix:
            terms |= dict.fromkeys(titles.begun_most(slot.word, LISTED))
        if not terms:
            terms = dict.fromkeys(typo for typo in sorted(slot.typos) if titles.count(typo))
        return either([self.engine.term("title", term) for term in terms]) if terms else None
