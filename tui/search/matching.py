"""Where in a text a query matches, in code points of the original text; by the index's own analysis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.search.analysis import Token, tokens
from tui.search.expressions import Everything
from tui.search.parser import parse
from tui.search.patterns import Anything, Close, Compiler, Either, Every, Fact, Leaf, Pattern, Slot, Within, Without
from tui.search.types import Span
from tui.search.vocabulary import Vocabulary

Place = tuple[int, int]
"""Of an occurrence: numbers of its first and its last word in the text."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text's words, and where each different word stands."""

    tokens: list[Token]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, text: str) -> _Text:
        found = tokens(text)
        places: dict[str, list[int]] = {}
        for index, token in enumerate(found):
            places.setdefault(token.word, []).append(index)
        return cls(found, places)


class Matcher:
    """Locates all matches of one query in texts; pure, and quick enough to be asked for every visible line."""

    def __init__(self, pattern: Pattern) -> None:
        """Take the compiled query; `Matcher.of` compiles."""
        self.pattern = pattern
        self._accepted: dict[Slot, dict[str, bool]] = {}

    @classmethod
    def of(cls, query: str, literal: bool = False, *, vocabulary: Vocabulary | None = None) -> Matcher:  # noqa: FBT001
        """Return the matcher of `query`.

        Args:
            query: in the query language; any string.
            literal: forgive no typos.
            vocabulary: the words of the texts that it will be used on; without it no typo is forgiven.
        """
        return cls(Compiler(vocabulary, literal).pattern(parse(query, typing=True).expression))

    @property
    def empty(self) -> bool:
        """Whether the query asks for nothing."""
        return isinstance(self.pattern, Anything)

    def locate(self, text: str) -> tuple[Span, ...]:
        """Return where the wanted words and phrases of the query stand in `text`: in order, never overlapping."""
        if not text:
            return ()
        read = _Text.of(text)
        spans = sorted(
            (read.tokens[first].start, read.tokens[last].end) for first, last in self._wanted(self.pattern, read)
        )
        merged: list[Span] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def accepts(self, text: str, heading: str = "") -> bool:
        """Say whether a passage with this text and heading is an answer, as far as its words decide it."""
        return self._holds(self.pattern, (_Text.of(text), _Text.of(heading)))

    def _wanted(self, pattern: Pattern, text: _Text) -> Iterator[Place]:
        match pattern:
            case Leaf():
                yield from self.occurrences(pattern, text)
            case Close():
                for left, right in self._pairs(pattern, text):
                    yield left
                    yield right
            case Every(parts) | Either(parts):
                for part in parts:
                    yield from self._wanted(part, text)
            case _:
                return

    def _holds(self, pattern: Pattern, texts: tuple[_Text, ...]) -> bool:
        match pattern:
            case Leaf():
                return any(True for text in texts for _ in self.occurrences(pattern, text))
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

    def occurrences(self, leaf: Leaf, text: _Text) -> Iterator[Place]:
        """Yield where `leaf` stands in `text`."""
        for sequence in leaf.sequences:
            places = [self._places(slot, text) for slot in sequence]
            if not all(places):
                continue
            later = [set(found) for found in places[1:]]
            for first in places[0]:
                if all(first + offset in found for offset, found in enumerate(later, 1)):
                    yield first, first + len(later)

    def _pairs(self, close: Close, text: _Text) -> Iterator[tuple[Place, Place]]:
        lefts = sorted(self.occurrences(close.left, text))
        rights = sorted(self.occurrences(close.right, text))
        for left in lefts:
            for right in rights:
                gap = right[0] - left[1] if right[0] > left[1] else left[0] - right[1]
                if 1 <= gap <= close.distance:
                    yield left, right

    def _places(self, slot: Slot, text: _Text) -> list[int]:
        if not slot.prefix and not slot.typos and not any("'" in word for word in text.places):
            return text.places.get(slot.word, [])
        accepted = self._accepted.setdefault(slot, {})
        found: list[int] = []
        for word, places in text.places.items():
            known = accepted.get(word)
            if known is None:
                known = accepted[word] = slot.accepts(word)
            if known:
                found.extend(places)
        found.sort()
        return found


def narrows(query: str) -> bool:
    """Say whether `query` asks for anything at all."""
    return not isinstance(parse(query).expression, Everything)
