"""From lexemes to an expression. Every string has a reading; what was malformed is told in the notices.

The grammar, in words of the lexer (`lex`)::

    query    = or
    or       = and { "OR" and }                    the loosest: a b OR c d is (a b) OR (c d)
    and      = { near }                            all of them; AND may be written and changes nothing
    near     = unary { "NEAR/" n unary }           words or phrases, at most n words apart, in either order
    unary    = { "-" | "NOT" } primary             without
    primary  = "(" or ")" | field | phrase | word
    field    = name ":" ( value | phrase | word | "(" or ")" )
    value    = range | choice
    range    = x | x ".." y | ".." y | x ".." | (">" | ">=" | "<" | "<=") x
    phrase   = quote words [ "*" ] quote           exact words; an unclosed one ends with the query
    word     = letters [ "*" ]                     * : it may go on (deform*)

Names of fields are in `tui.search.fields`. OR, AND, NOT and NEAR are operators in capitals only. While a query is
typed (`typing=True`), its last word, or the last word of a phrase that is not closed, may go on; but not a word
that is excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.search.analysis import words
from tui.search.expressions import (
    And,
    Everything,
    Expression,
    Field,
    Near,
    Not,
    Operand,
    Or,
    Phrase,
    Word,
    all_of,
    any_of,
)
from tui.search.fields import FIELDS, nearest
from tui.search.lexer import LONGEST, Lexeme, lex
from tui.search.values import read_value

DEEPEST = 40
"""Brackets within brackets that are read as such."""
MOST_WORDS = 64
"""Words that are searched for; a query that has more is a pasted text."""

SHOWN = 80
"""Characters of a reading that are told."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as it was read."""

    query: str
    expression: Expression
    notices: tuple[str, ...] = ()

    @property
    def read_as(self) -> str:
        """The canonical notation of the reading."""
        return str(self.expression)


def parse(query: str, *, typing: bool = False) -> Parsed:
    """Read `query`; raises nothing.

    Args:
        query: any string.
        typing: it may be unfinished, so its last word may go on.
    """
    parser = _Parser(query, typing=typing)
    expression = parser.query()
    notices = list(dict.fromkeys(parser.notices))
    if notices and not isinstance(expression, Everything):
        reading = str(expression)
        notices.append(f"read as: {reading[:SHOWN]}{'…' * (len(reading) > SHOWN)}")
    return Parsed(query, expression, tuple(notices))


class _Parser:
    """Recursive descent over the lexemes, one at a time."""

    def __init__(self, query: str, *, typing: bool) -> None:
        self.notices: list[str] = []
        if len(query) > LONGEST:
            query = query[:LONGEST]
            self.notices.append(f"only the first {LONGEST:,} characters are searched")
        self._lexemes = list(lex(query))
        self._end = len(query) if typing else -1
        self._place = 0
        self._depth = 0
        self._words = 0
        self._excluding = 0

    def query(self) -> Expression:
        parts = [self._or()]
        while self._peek() is not None:  # a closing bracket that nothing opened
            self._next()
            self.notices.append("a bracket closes that was not opened")
            parts.append(self._or())
        return all_of(parts)

    def _peek(self) -> Lexeme | None:
        return self._lexemes[self._place] if self._place < len(self._lexemes) else None

    def _next(self) -> Lexeme:
        self._place += 1
        return self._lexemes[self._place - 1]

    def _or(self) -> Expression:
        parts = [self._and()]
        while (lexeme := self._peek()) is not None and lexeme.kind == "or":
            self._next()
            parts.append(self._and())
        if any(isinstance(part, Everything) for part in parts) and len(parts) > 1:
            self.notices.append("OR wants something on both sides")
        return any_of(parts)

    def _and(self) -> Expression:
        parts: list[Expression] = []
        while (lexeme := self._peek()) is not None and lexeme.kind not in {"or", "close"}:
            parts.append(self._near())
        return all_of(parts)

    def _near(self) -> Expression:
        left = self._unary()
        pairs: list[Expression] = []
        while (lexeme := self._peek()) is not None and lexeme.kind == "near":
            distance = self._next().number
            right = self._unary()
            if isinstance(left, Operand) and isinstance(right, Operand):
                pairs.append(Near(left, right, distance))
            else:
                self.notices.append(f"{lexeme.text} wants a word or phrase on both sides")
                pairs.extend(part for part in ([] if pairs else [left]) + [right])
            left = right
        return all_of(pairs) if pairs else left

    def _unary(self) -> Expression:
        negative = False
        while (lexeme := self._peek()) is not None and lexeme.kind == "minus":
            self._next()
            negative = True
        self._excluding += negative
        part = self._primary()
        self._excluding -= negative
        if not negative or isinstance(part, Everything):
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _primary(self) -> Expression:
        lexeme = self._peek()
        if lexeme is None or lexeme.kind in {"or", "close", "near"}:
            return Everything()
        self._next()
        if lexeme.kind == "open":
            return self._group()
        if lexeme.kind == "field":
            return self._field(lexeme)
        if lexeme.kind == "unknown":
            self.notices.append(f"no field «{lexeme.text}»: did you mean {nearest(lexeme.text, tuple(FIELDS))}: ?")
            return all_of([self._operand(replace(lexeme, kind="word")), self._primary()])
        return self._operand(lexeme)

    def _group(self) -> Expression:
        if self._depth >= DEEPEST:
            return Everything()
        self._depth += 1
        inner = self._or()
        self._depth -= 1
        if self._peek() is None:
            self.notices.append("a bracket is not closed")
        else:
            self._next()
        return inner

    def _operand(self, lexeme: Lexeme) -> Expression:
        """Read a word or a phrase; marks without a letter say nothing."""
        if lexeme.kind not in {"word", "phrase"}:
            return Everything()
        found = words(lexeme.text)
        if not found or self._words + len(found) > MOST_WORDS:
            return self._nothing(lexeme, too_many=bool(found))
        self._words += len(found)
        last = lexeme.text[-1:]
        if lexeme.kind == "phrase" and not lexeme.closed and self._end < 0:
            self.notices.append("a quote is not closed")
        goes_on = lexeme.end == self._end and not self._excluding and bool(words(last) or last in "'’")
        if lexeme.kind == "phrase":
            return Phrase(found, prefix=last == "*" or (goes_on and not lexeme.closed))
        return Word(found, prefix=last == "*" or goes_on)

    def _nothing(self, lexeme: Lexeme, *, too_many: bool) -> Expression:
        if too_many:
            self.notices.append(f"only the first {MOST_WORDS} words are searched")
        elif lexeme.text.strip():
            self.notices.append(f"«{lexeme.text[:20]}» has no letter or digit to search for")
        return Everything()

    def _field(self, lexeme: Lexeme) -> Expression:
        spec = FIELDS[lexeme.text]
        value = self._peek()
        if value is None or value.kind not in {"word", "phrase", "open", "unknown", "field"}:
            self.notices.append(f"{spec.name}: wants a value ({spec.help})")
            return Everything()
        if spec.sort == "words":
            return _within(spec.name, self._primary())
        text = self._next().text
        expression, notice = read_value(spec, text, unfinished=value.end == self._end)
        if notice:
            self.notices.append(notice)
        return expression


def _within(name: str, inner: Expression) -> Expression:
    """Give every word of `inner` the field `name`."""
    match inner:
        case Word() | Phrase():
            return Field(name, inner)
        case Near(left, right, _):
            return all_of([Field(name, left), Field(name, right)])
        case And(parts):
            return all_of([_within(name, part) for part in parts])
        case Or(parts):
            return any_of([_within(name, part) for part in parts])
        case Not(part):
            return Not(_within(name, part))
        case _:
            return inner
