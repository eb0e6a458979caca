"""What an expression looks for, word by word: made once for a query, used by the index and by the matcher alike.

A `Leaf` is a word or phrase as sequences of `Slot`s, each slot saying which words may stand there. It is found
where one of its sequences stands. `tear-jerker` gives the sequences `tear jerker` and `tearjerker`; so do the two
words side by side, and `tearjerker` gives both as well (`tui.search.analysis.together`, `Vocabulary.compound`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tui.search.analysis import Words, forms, spelled, together, unspaced
from tui.search.expressions import (
    And,
    Everything,
    Expression,
    Field,
    Flag,
    Near,
    Not,
    Or,
    Phrase,
    Range,
    Word,
)
from tui.search.vocabulary import Vocabulary, forgiven


@dataclass(frozen=True, slots=True)
class Slot:
    """The words that may stand at one place."""

    word: str
    """As spelled in the query: found by any of its forms."""
    prefix: bool = False
    """Words that go on from it are found too."""
    typos: frozenset[str] = frozenset()
    """Terms that it may be a typo for."""

    def accepts(self, term: str) -> bool:
        """Say whether `term` may stand here."""
        if "'" not in term:
            exact = term == self.word or (self.prefix and term.startswith(self.word))
        else:
            exact = any(form == self.word or (self.prefix and form.startswith(self.word)) for form in forms(term))
        return exact or term in self.typos


Run = tuple[Slot, ...]
"""Slots side by side."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word or phrase."""

    sequences: tuple[Run, ...]
    """The first is as typed, the others are other spellings of it."""


@dataclass(frozen=True, slots=True)
class Close:
    """Two leaves near each other."""

    left: Leaf
    right: Leaf
    distance: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part at least."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not the part."""

    part: Pattern


@dataclass(frozen=True, slots=True)
class Within:
    """A leaf in a field."""

    name: str
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is not looked for in the text."""

    what: Flag | Range


@dataclass(frozen=True, slots=True)
class Anything:
    """No condition."""


Pattern = Leaf | Close | Every | Either | Without | Within | Fact | Anything


BROAD = 400_000
"""Passages that hold words of a prefix (each word counted), beyond which the prefix is too short to be looked for in a
phrase or near something: it would cost seconds, and say next to nothing."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A typed word that the library does not have, and what is shown in its place."""

    word: str
    shown: Words


@dataclass(slots=True)
class Compiler:
    """Makes the pattern of an expression."""

    vocabulary: Vocabulary | None = None
    """Without one, no typo is forgiven: nothing says that a word does not exist."""
    of_field: Callable[[str], Vocabulary] | None = None
    """Returns the words that a field has."""
    literal: bool = False
    """Words as typed: no typo is forgiven."""
    corrections: list[Correction] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """On beginnings of words that are too short to be looked for where they stand."""
    missing: list[str] = field(default_factory=list)
    """Words that the library does not have, nor anything like them."""

    def pattern(self, expression: Expression) -> Pattern:
        """Return what `expression` looks for."""
        match expression:
            case Word():
                return self._word(expression)
            case Phrase(tokens):
                return self._leaf((self._bounded(expression) if len(tokens) > 1 else None) or expression)
            case Near():
                return self._near(expression)
            case Field(name, value):
                return Within(name, self._field(name, value))
            case Flag() | Range():
                return Fact(expression)
            case Not(part):
                return Without(Compiler(self.vocabulary, literal=True).pattern(part))
            case And(parts):
                return Every(tuple(self._neighbours(parts)))
            case Or(parts):
                return Either(tuple(self.pattern(part) for part in parts))
            case Everything():
                return Anything()

    def _leaf(self, operand: Word | Phrase) -> Leaf:
        if isinstance(operand, Word):
            return self._word(operand)
        return Leaf((self._slots(operand.tokens, prefix=operand.prefix),))

    def _near(self, near: Near) -> Pattern:
        left, right = self._bounded(near.left), self._bounded(near.right)
        if left is not None and right is not None:
            return Close(self._leaf(left), self._leaf(right), near.distance)
        kept = left or right
        return self._leaf(kept) if kept is not None else Anything()

    def _bounded(self, operand: Word | Phrase) -> Word | Phrase | None:
        """Return `operand` with a prefix that is not too short: else it is the word alone, or nothing."""
        words, last = self.vocabulary, operand.tokens[-1]
        if words is None or not operand.prefix or unspaced(last) or words.total_starting(spelled(last)) <= BROAD:
            return operand
        if words.has(spelled(last)):
            self.remarks.append(f"«{last}*» is too short here and is taken for «{last}»")
            return replace(operand, prefix=False)
        self.remarks.append(f"«{last}*» is too short here and is passed over")
        return replace(operand, tokens=operand.tokens[:-1], prefix=False) if len(operand.tokens) > 1 else None

    def _field(self, name: str, operand: Word | Phrase) -> Leaf:
        """Return a field's value; a word that no value of it has is taken for a typo."""
        slots = self._slots(operand.tokens, prefix=operand.prefix)
        if self.of_field is None or len(slots) > 1 or isinstance(operand, Phrase):
            return Leaf((slots,))
        words, (slot,) = self.of_field(name), slots
        if words.has(slot.word, prefix=slot.prefix):
            return Leaf((slots,))
        slot = replace(slot, typos=self._typos(slot.word, prefix=slot.prefix, words=words))
        self._tell(f"{name}:{slot.word}", slot, words)
        return Leaf(((slot,),))

    def _neighbours(self, parts: tuple[Expression, ...]) -> list[Pattern]:
        """Compile parts that stand side by side: two neighbouring words may be written as one in the text."""
        joined = [self._pair(one, two) for one, two in pairwise(parts)]
        beside = zip([[], *joined], [*joined, []], strict=True)
        return [
            self._word(part, (*before, *after)) if isinstance(part, Word) else self.pattern(part)
            for part, (before, after) in zip(parts, beside, strict=True)
        ]

    def _pair(self, one: Expression, two: Expression) -> list[Run]:
        """Return the word that two neighbours may be written as."""
        if not (isinstance(one, Word) and isinstance(two, Word)) or len(one.tokens) > 1 or len(two.tokens) > 1:
            return []
        return self._joined(one.tokens[0], two.tokens[0], prefix=two.prefix)

    def _word(self, word: Word, beside: tuple[Run, ...] = ()) -> Leaf:
        """Return what a word looks for, `beside` being what it is together with its neighbours."""
        if len(word.tokens) > 1:
            own = self._joined(*word.tokens, prefix=word.prefix) if len(word.tokens) == 2 else []
            return Leaf((self._slots(word.tokens, prefix=word.prefix), *own, *beside))
        typed, words = spelled(word.tokens[0]), self.vocabulary
        others = (*self._apart(typed), *beside)
        slot = Slot(typed, word.prefix, self._typos(typed, prefix=word.prefix, words=words))
        if words is not None and not others and not words.has(typed, prefix=word.prefix):
            self._tell(typed, slot, words)
        return Leaf(((slot,), *others))

    def _slots(self, tokens: Words, *, prefix: bool) -> Run:
        last = len(tokens) - 1
        return tuple(
            Slot(spelled(token), prefix and index == last and not unspaced(token)) for index, token in enumerate(tokens)
        )

    def _apart(self, word: str) -> list[Run]:
        """Return the pairs of words that `word` may be written as."""
        pairs = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
        words = self.vocabulary
        return [
            (Slot(first), Slot(second))
            for first, second in pairs
            if together(first, second) and (words is None or words.compound(word, first, second))
        ]

    def _joined(self, first: str, second: str, *, prefix: bool) -> list[Run]:
        """Return the word that a pair may be written as; of a pair that is being typed only once it has some length."""
        first, second = spelled(first), spelled(second)
        if not together(first, second) or (prefix and len(second) < 2):
            return []
        going_on = prefix and len(second) > 2
        known = self._known(first + second, prefix=going_on)
        return [(Slot(first + second, going_on),)] if known else []

    def _known(self, word: str, *, prefix: bool) -> bool:
        return self.vocabulary is None or self.vocabulary.has(word, prefix=prefix)

    def _typos(self, word: str, *, prefix: bool, words: Vocabulary | None) -> frozenset[str]:
        if self.literal or words is None or not forgiven(word):
            return frozenset()
        return frozenset(words.corrections(word, prefix=prefix))

    def _tell(self, typed: str, slot: Slot, words: Vocabulary) -> None:
        """Note a word that is not there: it was found by correcting it, or not at all."""
        if slot.typos:
            shown = sorted(slot.typos, key=lambda term: (-words.count(term), term))
            self.corrections.append(Correction(typed, tuple(shown[:3])))
        else:
            self.missing.append(typed)
