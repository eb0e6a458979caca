"""Random texts and queries that meet each other: a small vocabulary in many spellings."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.search import analysis
from tui.search.expressions import (
    Expression,
    Field,
    Flag,
    Near,
    Not,
    Phrase,
    Range,
    Word,
    all_of,
    any_of,
)

WORDS = (
    "mirror", "Mirror", "MIRRÓR", "mirror’s", "mirrors", "miror", "mother", "mothers", "tear", "jerker", "tearjerker",
    "tear-jerker", "don't", "dont", "don’t", "éto", "eto", "e\u0301to", "straße", "strasse", "ﬁlm", "film", "films",
    "2001", "3d", "3", "d", "東京", "東", "京都", "映画", "가나", "สวัสดี", "שלום", "مرحبا", "Ёлка", "елка", "😀", "👍🏽",
    "👩‍👩‍👧", "the", "a", "l'amour", "amour", "x", "Κόσμος", "κοσμοσ", "İ", "ß", "हिन्दी",
)  # fmt: skip
GAPS = (
    " ",
    "  ",
    "\n",
    "\n\n",
    ", ",
    ". ",
    "-",
    " – ",
    "'",
    "’ ",
    "“",
    "” ",
    "\u200d",
    "\u0301 ",
    " ¶ ",
    "\t",
    "…",
    "",
)

words = st.sampled_from(WORDS)
texts = st.lists(st.tuples(words, st.sampled_from(GAPS)), max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
"""Texts of up to fourteen words, some of which run into each other."""


def _operands() -> st.SearchStrategy[Word | Phrase]:
    found = st.lists(words, min_size=1, max_size=3).map(lambda typed: analysis.words(" ".join(typed))).filter(bool)
    return st.one_of(
        st.builds(Word, words.map(analysis.words).filter(bool), st.booleans()),
        st.builds(Phrase, found, st.booleans()),
    )


operands = _operands()
"""A word or a phrase."""


def _composed(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(all_of),
        several.map(any_of),
        parts.filter(lambda part: not isinstance(part, Not)).map(Not),
    )


near = st.builds(Near, operands, operands, st.integers(1, 15))
expressions: st.SearchStrategy[Expression] = st.recursive(st.one_of(operands, near), _composed, max_leaves=6)
"""Expressions of words, in normal form."""

fields: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Field, st.sampled_from(["author", "film", "topic", "source"]), operands),
    st.builds(Flag, st.just("in"), st.sampled_from(["review", "trivia", "synopsis"])),
    st.builds(Flag, st.just("is"), st.sampled_from(["watched", "mine"])),
    st.integers(1900, 2030).map(lambda year: Range("year", str(year), str(year))),
    st.tuples(st.integers(1900, 1950), st.integers(1951, 2030)).map(lambda y: Range("year", str(y[0]), str(y[1]))),
    st.tuples(st.integers(0, 40), st.booleans()).map(lambda v: Range("rating", low=f"{v[0] / 4:g}", above=v[1])),
    st.dates().map(lambda day: Range("date", high=day.strftime("%Y-%m-%d").zfill(10))),
)
"""Fields with all kinds of values."""
any_expressions: st.SearchStrategy[Expression] = st.recursive(
    st.one_of(operands, near, fields), _composed, max_leaves=8
)
