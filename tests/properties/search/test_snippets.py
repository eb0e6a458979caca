"""What is shown of a passage."""

from __future__ import annotations

from unicodedata import combining

from hypothesis import given
from hypothesis import strategies as st

from tui.search import Matcher
from tui.search.snippets import WIDTH, snippet

words = st.sampled_from(
    ["mirror", "mother", "a", "the", "cafe\u0301", "東京", "tear-jerker,", "“don’t”", "😀", "x" * 20]
)
gaps = st.sampled_from([" ", "  ", "\n", "\n\n", ". "])
texts = st.lists(st.tuples(words, gaps), max_size=150).map(lambda pairs: "".join(word + gap for word, gap in pairs))
queries = st.sampled_from(["mirror", "mother mirror", '"the mother"', "cafe", "東京", "mirror NEAR/3 tear"])


@given(texts, queries)
def test_a_snippet_is_whole_words_of_one_stretch_with_its_matches(text: str, query: str) -> None:
    spans = Matcher.of(f"{query} ").locate(text)
    shown, marks = snippet(text, spans)
    inner = shown.removeprefix("… ").removesuffix(" …")
    assert inner in " ".join(text.split()) + " "
    assert set(inner.split()) <= set(text.split())
    assert "\n" not in shown
    lit = [" ".join(text[start:end].split()) for start, end in spans]
    found = [shown[start:end] for start, end in marks]
    assert bool(found) == bool(lit)
    assert all(piece in lit for piece in found)
    assert len(shown) <= WIDTH + 60


@given(st.text("ae\u0301\u0308東", min_size=1, max_size=9), st.text("ae\u0301", min_size=1, max_size=9))
def test_no_letter_loses_its_marks(before: str, behind: str) -> None:
    text = "x" + before * (300 // len(before)) + " mirror " + "x" + behind * (300 // len(behind))
    shown, _ = snippet(text, Matcher.of("mirror ").locate(text))
    inner = shown.removeprefix("… ").removesuffix(" …")
    place = text.index(inner)
    assert not combining(inner[0])
    assert not combining(text[place + len(inner) : place + len(inner) + 1] or "x")
