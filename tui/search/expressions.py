"""What a query says, as frozen values; `str(expression)` is the canonical notation of the query language.

`parse(str(e)).expression == e` for every expression in normal form: `And` and `Or` have at least two parts, none
of their own kind; a `Not` holds no `Not`; words are normal (see `tui.search.analysis`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tui.search.analysis import Words, unspaced


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty query."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed; typos are forgiven. Several tokens where it has hyphens: `tear-jerker`."""

    tokens: Words
    prefix: bool = False
    """The last token may go on: `deform*`."""

    def __str__(self) -> str:
        return _joined(self.tokens) + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Quoted words: exact, side by side, in this order."""

    tokens: Words
    prefix: bool = False

    def __str__(self) -> str:
        return f'"{" ".join(self.tokens)}{"*" * self.prefix}"'


Operand = Word | Phrase


@dataclass(frozen=True, slots=True)
class Near:
    """Both, at most `distance` words apart (1: side by side), in either order."""

    left: Operand
    right: Operand
    distance: int

    def __str__(self) -> str:
        return f"{self.left} NEAR/{self.distance} {self.right}"


@dataclass(frozen=True, slots=True)
class Field:
    """Words in a field of the passage or its film: `author:kadath`."""

    name: str
    value: Operand

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that is so or not: `is:watched`, `has:spoiler`, `in:trivia`."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class Range:
    """A number or date between two bounds; an empty bound is open."""

    name: str
    low: str = ""
    high: str = ""
    above: bool = False
    """`low` itself is not meant: `>8`."""
    below: bool = False
    """`high` itself is not meant: `<8`."""

    def __str__(self) -> str:
        if self.low and self.low == self.high:
            return f"{self.name}:{self.low}"
        if self.low and self.high:
            return f"{self.name}:{self.low}..{self.high}"
        if self.low:
            return f"{self.name}:>{'' if self.above else '='}{self.low}"
        return f"{self.name}:<{'' if self.below else '='}{self.high}"


@dataclass(frozen=True, slots=True)
class Not:
    """Without."""

    part: Expression

    def __str__(self) -> str:
        return f"-{_bracketed(self.part, And, Or, Near)}"


@dataclass(frozen=True, slots=True)
class And:
    """All parts."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return " ".join(_bracketed(part, Or) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part; binds looser than `And`."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


Expression = Everything | Word | Phrase | Near | Field | Flag | Range | Not | And | Or


def _joined(tokens: Words) -> str:
    text = tokens[0]
    for before, token in pairwise(tokens):
        text += token if unspaced(before) or unspaced(token) else f"-{token}"
    return text


def _bracketed(part: Expression, *kinds: type) -> str:
    return f"({part})" if isinstance(part, kinds) else str(part)


def all_of(parts: Iterable[Expression]) -> Expression:
    """Return the conjunction of `parts` in normal form."""
    return _normal(And, parts)


def any_of(parts: Iterable[Expression]) -> Expression:
    """Return the disjunction of `parts` in normal form."""
    return _normal(Or, parts)


def _normal(kind: type[And | Or], parts: Iterable[Expression]) -> Expression:
    flat: list[Expression] = []
    for part in parts:
        if not isinstance(part, Everything):
            flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat)) if flat else Everything()
