"""How queries are read."""

from __future__ import annotations

import pytest

from tui.search.expressions import And, Everything, Field, Flag, Near, Not, Or, Phrase, Range, Word
from tui.search.parser import Parsed, parse

A, B, C = Word(("a",)), Word(("b",)), Word(("c",))


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("mirror scene", And((Word(("mirror",)), Word(("scene",))))),
        ('"fun house mirror"', Phrase(("fun", "house", "mirror"))),
        ("“fun house”", Phrase(("fun", "house"))),
        ("«fun house»", Phrase(("fun", "house"))),
        ("deform*", Word(("deform",), prefix=True)),
        ('"fun hou*"', Phrase(("fun", "hou"), prefix=True)),
        ("-cher", Not(Word(("cher",)))),
        ("−cher", Not(Word(("cher",)))),
        ("NOT cher", Not(Word(("cher",)))),
        ("cher OR stoltz", Or((Word(("cher",)), Word(("stoltz",))))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a AND b", And((A, B))),
        ("or and near", And((Word(("or",)), Word(("and",)), Word(("near",))))),
        ("a NEAR/5 b", Near(A, B, 5)),
        ("a NEAR b", Near(A, B, 10)),
        ("a NEAR/0 b", Near(A, B, 1)),
        ('a NEAR/2 "b c" NEAR/3 c', And((Near(A, Phrase(("b", "c")), 2), Near(Phrase(("b", "c")), C, 3)))),
        ("tear-jerker", Word(("tear", "jerker"))),
        ("author:kadath", Field("author", Word(("kadath",)))),
        ('AUTHOR:"Kadath Bird"', Field("author", Phrase(("kadath", "bird")))),
        ("author: kadath", Field("author", Word(("kadath",)))),
        ("author:(a OR b)", Or((Field("author", A), Field("author", B)))),
        ("-author:a", Not(Field("author", A))),
        ("year:1985", Range("year", "1985", "1985")),
        ("year:1980..1989", Range("year", "1980", "1989")),
        ("year:1989..1980", Range("year", "1980", "1989")),
        ("year:..1960", Range("year", high="1960")),
        ("year:1960..", Range("year", low="1960")),
        ("year:1980s", Range("year", "1980", "1989")),
        ("rating:>=8", Range("rating", low="8")),
        ("rating:>8", Range("rating", low="8", above=True)),
        ("rating:<3,5", Range("rating", high="3.5", below=True)),
        ("rating:4/5", Range("rating", "8", "8")),
        ("date:2003-05", Range("date", "2003-05", "2003-05")),
        ("in:trivia", Flag("in", "trivia")),
        ("in:reviews", Flag("in", "review")),
        ("has:spoiler", Flag("has", "spoiler")),
        ("is:watched", Flag("is", "watched")),
        ("Alien: Resurrection", And((Word(("alien",)), Word(("resurrection",))))),
        ("8:30", Word(("8", "30"))),
        ("http://a.b", Word(("http", "a", "b"))),
        ("", Everything()),
        ("- ( ) OR", Everything()),
    ],
)
def test_a_query_is_read_as_it_is_documented(query: str, expression: object) -> None:
    assert parse(query).expression == expression


@pytest.mark.parametrize(
    ("query", "read_as"),
    [
        ("mirror sc", "mirror sc*"),
        ("mirror ", "mirror"),
        ("mirror.", "mirror"),
        ('"fun hou', '"fun hou*"'),
        ('"fun house"', '"fun house"'),
        ("mirror -sc", "mirror -sc"),
        ("author:ka", "author:ka*"),
        ("year:198", "year:1980..1989"),
        ("is:watche", "is:watched"),
        ("(mirror sc", "mirror sc*"),
    ],
)
def test_the_word_being_typed_may_go_on(query: str, read_as: str) -> None:
    assert parse(query, typing=True).read_as == read_as


def notices(parsed: Parsed) -> str:
    return " | ".join(parsed.notices)


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ('"fun house', "a quote is not closed"),
        ("(a", "a bracket is not closed"),
        ("a)", "a bracket closes that was not opened"),
        ("a OR", "OR wants something on both sides"),
        ("a NEAR/3", "NEAR/3 wants a word or phrase on both sides"),
        ("a NEAR/3 (b c)", "NEAR/3 wants a word or phrase on both sides"),
        ("autor:kadath", "no field «autor»: did you mean author: ?"),
        ("rating:good", "rating: cannot be «good»"),
        ("year:85", "year: cannot be «85»"),
        ("author:", "author: wants a value"),
        ("in:reviw", "no in:reviw: did you mean in:review ?"),
        ("is:blue", "no is:blue: it can be watched, watchlist"),
        ("…", "has no letter or digit"),
        ("x " * 100, "only the first 64 words are searched"),
        ("x" * 1001, "only the first 1,000 characters are searched"),
    ],
)
def test_what_is_malformed_is_told(query: str, notice: str) -> None:
    assert notice in notices(parse(query))


@pytest.mark.parametrize(
    ("query", "reading"),
    [("(a b", "a b"), ("autor:kadath", "autor kadath"), ("a NEAR/3 (b c)", "a b c"), ('x rating:good "', "x")],
)
def test_how_a_malformed_query_was_read_is_told(query: str, reading: str) -> None:
    assert parse(query).notices[-1] == f"read as: {reading}"
    assert parse("mirror -scene").notices == ()
    assert parse("(").notices == ("a bracket is not closed",)
    assert len(parse("x " * 100).notices[-1]) < 100


def test_an_unknown_field_is_read_as_words() -> None:
    assert parse("autor:kadath").read_as == "autor kadath"


def test_brackets_are_read_to_a_bounded_depth() -> None:
    assert parse("(" * 500 + "a").expression in {A, Everything()}
