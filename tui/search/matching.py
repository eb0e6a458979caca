"""Where in a text a query matches, in code points of the original text; by the index's own analysis."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from tui.search.analysis import Analysed, analysed
from tui.search.parser import parse
from tui.search.patterns import (
    Anything,
    Close,
    Compiler,
    Either,
    Every,
    Fact,
    Leaf,
    Pattern,
    Run,
    Slot,
    Within,
    Without,
)
from tui.search.types import Span
from tui.search.vocabulary import Vocabulary

Place = tuple[int, int]
"""Of an occurrence: numbers of its first and its last word in the text."""


class _Judged:
    """Which words a slot is known to accept; texts share most of their words."""

    __slots__ = ("accepted", "known")

    def __init__(self) -> None:
        self.accepted: set[str] = set()
        self.known: set[str] = set()


class Matcher:
    """Locates all matches of one query in texts; pure, and quick enough to be asked for every visible line."""

    def __init__(self, pattern: Pattern) -> None:
        """Take the compiled query; `Matcher.of` compiles."""
        self.pattern = pattern
        self._judged: dict[Slot, _Judged] = {}
        leaves = list(_lit(pattern))
        sequences = [run for leaf in leaves if isinstance(leaf, Leaf) for run in leaf.sequences]
        self._singles = tuple({run[0] for run in sequences if len(run) == 1})
        self._runs = tuple({run for run in sequences if len(run) > 1})
        self._pairs_wanted = tuple(leaf for leaf in leaves if isinstance(leaf, Close))

    @classmethod
    def of(cls, query: str, literal: bool = False, *, vocabulary: Vocabulary | None = None) -> Matcher:
        """Return the matcher of `query`.

        Args:
            query: in the query language; any string.
            literal: forgive no typos.
            vocabulary: the words of the texts that it will be used on; without it no typo is forgiven.
        """
        return cls(Compiler(vocabulary, literal=literal).pattern(parse(query, typing=True).expression))

    @property
    def lights(self) -> bool:
        """Whether there is anything to locate: not where only fields are asked for, or words that must not be there."""
        return bool(self._singles or self._runs or self._pairs_wanted)

    @property
    def empty(self) -> bool:
        """Whether the query asks for nothing."""
        return isinstance(self.pattern, Anything)

    def locate(self, text: str) -> tuple[Span, ...]:
        """Return where the wanted words and phrases of the query stand in `text`: in order, never overlapping."""
        if not text:
            return ()
        read = analysed(text)
        lit: set[str] = set()
        for slot in self._singles:
            lit |= self._present(slot, read)
        found = {span for word in lit for span in read.occurrences(word)}
        found.update(read.span(first, last) for first, last in self._several(read))
        spans = sorted(found)
        merged: list[Span] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def accepts(self, text: str, heading: str = "") -> bool:
        """Say whether a passage with this text and heading is an answer, as far as its words decide it."""
        return self._holds(self.pattern, (analysed(text), analysed(heading)))

    def _several(self, text: Analysed) -> Iterator[Place]:
        """Yield the places of phrases and of near pairs."""
        for sequence in self._runs:
            yield from self._stands(sequence, text)
        for close in self._pairs_wanted:
            for left, right in self._pairs(close, text):
                yield left
                yield right

    def _holds(self, pattern: Pattern, texts: tuple[Analysed, ...]) -> bool:
        match pattern:
            case Leaf():
                return any(True for text in texts for _ in self._occurrences(pattern, text))
            case Close():
                return any(True for text in texts for _ in self._pairs(pattern, text))
            case Every(parts):
                return all(self._holds(part, texts) for part in parts)
            case Either(parts):
                return any(self._holds(part, texts) for part in parts)
            case Without(part):
                return not self._holds(part, texts)
            case Within() | Fact() | Anything():
                return True

    def _occurrences(self, leaf: Leaf, text: Analysed) -> Iterator[Place]:
        """Yield where `leaf` stands in `text`."""
        for sequence in leaf.sequences:
            yield from self._stands(sequence, text)

    def _stands(self, sequence: Run, text: Analysed) -> Iterator[Place]:
        """Yield where the words of `sequence` stand side by side."""
        present: list[AbstractSet[str]] = []
        for slot in sequence:
            present.append(self._present(slot, text))
            if not present[-1]:
                return
        words, head, last = text.words, present[0], len(present) - 1
        for index, word in enumerate(words[: len(words) - last]):
            if word in head and all(words[index + step] in present[step] for step in range(1, last + 1)):
                yield index, index + last

    def _pairs(self, close: Close, text: Analysed) -> Iterator[tuple[Place, Place]]:
        lefts = sorted(set(self._occurrences(close.left, text)))
        rights = sorted(set(self._occurrences(close.right, text)))
        longest = max((last - first for first, last in rights), default=0)
        for left in lefts:
            low = bisect_left(rights, (left[0] - close.distance - longest, 0))
            for right in islice(rights, low, None):
                if right[0] > left[1] + close.distance:
                    break
                gap = right[0] - left[1] if right[0] > left[1] else left[0] - right[1]
                if 1 <= gap <= close.distance:
                    yield left, right

    def _present(self, slot: Slot, text: Analysed) -> AbstractSet[str]:
        """Return the words of `text` that `slot` accepts."""
        if not slot.prefix:
            found = {slot.word} & text.distinct
            found.update(slot.typos & text.distinct)
            found.update(word for word in text.marked if slot.accepts(word))
            return found
        judged = self._judged.get(slot)
        if judged is None:
            judged = self._judged[slot] = _Judged()
        new = text.distinct - judged.known
        judged.known |= new
        judged.accepted.update(word for word in new if slot.accepts(word))
        return text.distinct & judged.accepted


def _lit(pattern: Pattern) -> Iterator[Leaf | Close]:
    """Yield what of `pattern` is lit up: nothing excluded, nothing that is looked for in a field."""
    match pattern:
        case Leaf() | Close():
            yield pattern
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _lit(part)
        case _:
            return
