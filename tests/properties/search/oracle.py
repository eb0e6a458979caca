"""The whole query language once more, by reading every passage: what the index is held against.

Nothing of the engine is used, not even its analysis or its parser: words are known by construction (`little_world`),
questions are made as values together with a way to write them. Typos are not forgiven here; the index is asked
literally.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.properties.search.little_world import Entry, Text, Tok, World

Place = tuple[int, int]
"""Numbers of the first and last word."""
APART = ("a", "the", "am", "is")
"""Words of this little world that never join with a neighbour."""


@dataclass(frozen=True)
class Ask:
    """A word or phrase that is asked for."""

    written: str
    words: tuple[str, ...]
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True)
class Near:
    """Two of them, near each other."""

    left: Ask
    right: Ask
    distance: int


@dataclass(frozen=True)
class Both:
    """All of them, side by side in the query."""

    parts: tuple[Question, ...]


@dataclass(frozen=True)
class Any:
    """One of them."""

    parts: tuple[Question, ...]


@dataclass(frozen=True)
class Without:
    """Not that."""

    part: Question


@dataclass(frozen=True)
class Fact:
    """A field, a range, a mark."""

    written: str
    holds: Callable[[Entry], bool]


Question = Ask | Near | Both | Any | Without | Fact


class Oracle:
    """Answers questions to one library."""

    def __init__(self, world: World) -> None:
        """Count in how many passages each word is."""
        self.entries = world.entries
        count = Counter(
            term
            for entry in world.entries
            for term in {(tok.term, tok.forms) for tok in (*entry.text.toks, *entry.heading.toks)}
        )
        self.held: Counter[str] = Counter()
        for (_, forms), passages in count.items():
            for form in set(forms):
                self.held[form] += passages

    def answers(self, question: Question) -> list[Entry]:
        """Return the passages that answer."""
        return [entry for entry in self.entries if self.holds(question, entry)]

    def holds(self, question: Question, entry: Entry) -> bool:
        """Say whether a passage answers."""
        match question:
            case Ask() | Near():
                return any(self.places(question, text) for text in (entry.text, entry.heading))
            case Both(parts):
                return all(
                    bool(
                        self.side_by_side(parts, number, entry.text) or self.side_by_side(parts, number, entry.heading)
                    )
                    if isinstance(part, Ask)
                    else self.holds(part, entry)
                    for number, part in enumerate(parts)
                )
            case Any(parts):
                return any(self.holds(part, entry) for part in parts)
            case Without(part):
                return not self.holds(part, entry)
            case Fact():
                return question.holds(entry)

    def lit(self, question: Question, text: Text) -> tuple[tuple[int, int], ...]:
        """Return what is lit in a text of a passage that answers."""
        spans = sorted({(text.toks[first].start, text.toks[last].end) for first, last in self._lit(question, text)})
        merged: list[tuple[int, int]] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def _lit(self, question: Question, text: Text) -> set[Place]:
        match question:
            case Ask() | Near():
                return self.places(question, text)
            case Both(parts):
                return set().union(
                    *(
                        self.side_by_side(parts, number, text) if isinstance(part, Ask) else self._lit(part, text)
                        for number, part in enumerate(parts)
                    )
                )
            case Any(parts):
                return set().union(*(self._lit(part, text) for part in parts))
            case _:
                return set()

    def side_by_side(self, parts: Sequence[Question], number: int, text: Text) -> set[Place]:
        """Return where one of several words stands, also written together with a neighbour of the query."""
        part = parts[number]
        assert isinstance(part, Ask)
        found = self.places(part, text)
        for left in (number - 1, number):
            if 0 <= left < len(parts) - 1:
                one, two = parts[left], parts[left + 1]
                if isinstance(one, Ask) and isinstance(two, Ask) and _plain(one) and _plain(two):
                    found |= _written_together(one.words[0], two.words[0], text, prefix=two.prefix)
        return found

    def places(self, question: Ask | Near, text: Text) -> set[Place]:
        """Return where a word, a phrase or a pair stands."""
        if isinstance(question, Near):
            lefts, rights = self.places(question.left, text), self.places(question.right, text)
            pairs = [(a, b) for a in lefts for b in rights if 1 <= _apart(a, b) <= question.distance]
            return {place for pair in pairs for place in pair}
        size = len(question.words)
        found = {
            (start, start + size - 1)
            for start in range(len(text.toks) - size + 1)
            if all(
                is_word(text.toks[start + step], word, prefix=question.prefix and step == size - 1)
                for step, word in enumerate(question.words)
            )
        }
        if not question.phrase and size == 1:
            found |= self._written_apart(question.words[0], text)
        if not question.phrase and size == 2:
            found |= _written_together(question.words[0], question.words[1], text, prefix=question.prefix)
        return found

    def _written_apart(self, word: str, text: Text) -> set[Place]:
        return {
            (place, place + 1)
            for place in range(len(text.toks) - 1)
            for first in text.toks[place].forms
            for second in text.toks[place + 1].forms
            if first + second == word
            and _may_join(first, second)
            and min(self.held[first], self.held[second]) * 4 >= self.held[word]
        }


def _plain(ask: Ask) -> bool:
    return not ask.phrase and len(ask.words) == 1


def _apart(one: Place, other: Place) -> int:
    return other[0] - one[1] if other[0] > one[0] else one[0] - other[1]


def is_word(tok: Tok, word: str, *, prefix: bool = False) -> bool:
    """Say whether a word of a text is, or goes on from, one that is asked for."""
    return any(form == word or (prefix and form.startswith(word)) for form in tok.forms)


def unspaced(word: str) -> bool:
    """Say whether a word is a character of a script without spaces."""
    return word[0] in "東京都映画기생หนง👍"


def _may_join(first: str, second: str) -> bool:
    if first in APART or second in APART or unspaced(first) or unspaced(second):
        return False
    return not (first[-1].isdigit() and second[0].isdigit())


def _written_together(first: str, second: str, text: Text, *, prefix: bool) -> set[Place]:
    if not _may_join(first, second) or (prefix and len(second) < 2):
        return set()
    goes_on = prefix and len(second) > 2
    return {(place, place) for place, tok in enumerate(text.toks) if is_word(tok, first + second, prefix=goes_on)}
