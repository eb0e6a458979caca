"""Answering one query from one state of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from tui.errors import CancelledError
from tui.models import Kind, Plain
from tui.search.concordance import in_order, lines_of
from tui.search.counting import counted
from tui.search.matching import Matcher
from tui.search.parser import Parsed
from tui.search.patterns import Anything, Compiler, Either, Every, Leaf, Pattern, Slot
from tui.search.reading import Reading
from tui.search.schema import key_of
from tui.search.similar import OWN_SHARE, telling
from tui.search.snippets import snippet
from tui.search.types import Answer, Concordance, ConcordanceLine, ConcordanceOrder, Hit, Narrowed

if TYPE_CHECKING:
    from tantivy import DocAddress, Query

    from tui.search.passages import Passage
    from tui.search.query import QueryBuilder

NOWHERE = "nothing has all of this: leave something out, or put OR between"
_PAGE = 500
"""Passages that a concordance reads at a time."""


@dataclass
class Question:
    """A query in one state of the index, in one film or everywhere."""

    reading: Reading
    parsed: Parsed
    film: str | None = None
    literal: bool = False
    cancel: Callable[[], bool] | None = None
    _compiler: Compiler = field(init=False)
    _builder: QueryBuilder = field(init=False)

    def __post_init__(self) -> None:
        """Make what compiles and builds."""
        self._compiler = Compiler(self.reading.vocabulary, self.reading.of_field, self.literal)
        self._builder = self.reading.builder(self._go_on)

    @cached_property
    def pattern(self) -> Pattern:
        """What is looked for."""
        return self._compiler.pattern(self.parsed.expression)

    @cached_property
    def condition(self) -> Query:
        """Which passages answer."""
        return self._builder.condition(self.pattern, film=self.film)

    def _go_on(self) -> None:
        if self.cancel is not None and self.cancel():
            raise CancelledError("the search", "a newer one took its place")

    @property
    def _notices(self) -> tuple[str, ...]:
        corrected = (f"no «{one.word}»; showing {', '.join(one.shown)}" for one in self._compiler.corrections)
        missing = (f"no «{word}»" for word in self._compiler.missing)
        told = (*self.parsed.notices, *corrected, *missing, *self._compiler.remarks, *self._builder.partial)
        return tuple(dict.fromkeys(told))

    def answer(self, limit: int, offset: int, *, reveal: bool, every_film: bool) -> Answer:
        """Return the hits from `offset` on, the best first, and all counts."""
        if isinstance(self.pattern, Anything):
            return Answer(query=self.parsed.query, read_as="", notices=self._notices, total=0, hits=())
        asked = self._builder.build(self.pattern, film=self.film)
        self._go_on()
        searcher = self.reading.searcher
        with ThreadPoolExecutor(1) as beside:  # the engine lets go of the interpreter: both at once on two cores
            counting = beside.submit(counted, searcher, self.condition, every_film=every_film)
            found = searcher.search(asked, max(1, limit), count=False, offset=max(0, offset))
            counts = counting.result()
        matcher = Matcher(self.pattern)
        hits: list[Hit] = []
        for score, address in found.hits[: max(0, limit)]:
            self._go_on()
            hits.append(hit_of(self.reading.passage(address), score, matcher, reveal=reveal))
        total = sum(counts.kinds.values())
        apart = not total and isinstance(self.pattern, Every) and not self._compiler.missing
        return Answer(
            query=self.parsed.query,
            read_as=self.parsed.read_as,
            notices=(*self._notices, *([NOWHERE] if apart else [])),
            corrected=bool(self._compiler.corrections),
            total=total,
            hits=tuple(hits),
            counts=counts,
        )

    def narrowed(self, records: Sequence[tuple[Kind, str]]) -> Narrowed:
        """Return which of the film's records answer, without reading their texts."""
        searcher = self.reading.searcher
        matcher = Matcher(self.pattern)
        if isinstance(self.pattern, Anything):
            return Narrowed(read_as="", notices=self._notices, records=tuple(records), matcher=matcher)
        found = searcher.search(self.condition, max(1, searcher.num_docs), count=False)
        keys = set(searcher.fast_field_values("key", [address for _, address in found.hits]))
        kept = tuple(one for one in records if key_of(self.film or "", *one) in keys)
        return Narrowed(
            read_as=self.parsed.read_as,
            notices=self._notices,
            corrected=bool(self._compiler.corrections),
            records=kept,
            matcher=matcher,
        )

    def lines(self, order: ConcordanceOrder, limit: int) -> Concordance:
        """Return up to `limit` lines, of the best passages first if there are more, sorted."""
        lines: list[ConcordanceLine] = []
        matcher = Matcher(self.pattern)
        total, seen = 0, 0
        if not isinstance(self.pattern, Anything):
            total = self._total()
        if matcher.lights:
            for address in self._pages(self._builder.build(self.pattern, film=self.film)):
                seen += 1
                lines.extend(lines_of(self.reading.passage(address), matcher))
                if len(lines) > limit:
                    break
        return Concordance(
            query=self.parsed.query,
            read_as=self.parsed.read_as,
            notices=self._notices,
            lines=tuple(in_order(lines[:limit], order)),
            passages=total,
            complete=len(lines) <= limit and seen == total,
        )

    def _total(self) -> int:
        return sum(counted(self.reading.searcher, self.condition).kinds.values())

    def _pages(self, asked: Query) -> Iterator[DocAddress]:
        """Yield every answer, the best first, reading page after page."""
        for offset in count(0, _PAGE):
            self._go_on()
            found = self.reading.searcher.search(asked, _PAGE, count=False, offset=offset).hits
            yield from (address for _, address in found)
            if len(found) < _PAGE:
                return


def hit_of(passage: Passage, score: float, matcher: Matcher, *, reveal: bool = False) -> Hit:
    """Return the passage as a hit, with all its matches and its snippet; a spoiler's snippet is empty."""
    matches = matcher.locate(passage.text)
    veiled = passage.spoiler and not reveal
    shown, shown_matches = (Plain(""), ()) if veiled else snippet(passage.text, matches)
    heading = passage.heading or None
    kind: Kind = passage.kind
    return Hit(
        film_id=passage.film_id,
        film_title=passage.film_title,
        film_year=passage.film_year,
        kind=kind,
        id=passage.id,
        author=passage.author,
        topic=heading if kind == "trivia" else None,
        headline=heading if kind != "trivia" else None,
        rating=passage.rating,
        date=passage.date,
        spoiler=passage.spoiler,
        score=score,
        text=passage.text,
        matches=matches,
        heading_matches=matcher.locate(passage.heading),
        snippet=shown,
        snippet_matches=shown_matches,
    )


def similar_to(reading: Reading, kind: Kind, record_id: str, limit: int) -> tuple[Hit, ...]:
    """Return the passages of the same kind that are nearest to a record by content; none where it is unknown."""
    builder = reading.builder()
    address = builder.record(kind, record_id)
    if address is None or limit < 1:
        return ()
    passage = reading.passage(address)
    terms = telling(passage.text, reading.vocabulary)
    if not terms:
        return ()
    matcher = Matcher(Either(tuple(Leaf(((Slot(term.replace("'", "")),),)) for term, _ in terms)))
    found = reading.searcher.search(builder.like(terms, kind), limit * (OWN_SHARE + 1) + 1, count=False)
    hits: list[Hit] = []
    own = 0
    for score, address in found.hits:
        other = reading.passage(address)
        if (other.film_id, other.id) == (passage.film_id, passage.id):
            continue
        own += other.film_id == passage.film_id
        if other.film_id != passage.film_id or own <= max(1, limit // OWN_SHARE):
            hits.append(hit_of(other, score, matcher))
        if len(hits) == limit:
            break
    return tuple(hits)
