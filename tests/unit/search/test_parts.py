"""Vocabulary, snippets, kept searches, matches without an index."""

from __future__ import annotations

import gc
import weakref

import pytest

from tui.search import Matcher
from tui.search.saved import name_fault, resolved
from tui.search.snippets import snippet
from tui.search.vocabulary import Vocabulary, forgiven


@pytest.mark.parametrize(
    ("word", "typos"), [("cher", 0), ("scene", 1), ("deformed", 1), ("deformity", 2), ("2001abcdef", 0), ("3d", 0)]
)
def test_typos_are_forgiven_by_length(word: str, typos: int) -> None:
    assert forgiven(word) == typos


def test_a_word_that_is_there_is_taken_at_its_word() -> None:
    words = Vocabulary([("house", 900), ("horse", 400), ("hosue", 3), ("mouse", 500)], 5000)
    assert list(words.corrections("house", prefix=False)) == ["hosue"]
    assert list(words.corrections("hosue", prefix=False)) == ["house"]
    assert list(words.corrections("houze", prefix=False)) == ["house"]
    assert list(words.corrections("xouse", prefix=False)) == ["house", "mouse"]


@pytest.mark.parametrize("typed", ["nirror", "irror", "amirror", "imrror", "mirorr"])
def test_a_typo_may_be_in_the_first_letter(typed: str) -> None:
    words = Vocabulary([("mirror", 40), ("maypole", 3), ("sideshow", 9)], 5000)
    assert list(words.corrections(typed, prefix=False)) == ["mirror"]
    assert list(words.corrections(typed, prefix=True)) == ["mirror"]


@pytest.mark.parametrize("typed", ["nirro", "imrro", "mirrr"])
def test_a_typo_may_be_in_the_first_letter_of_a_word_that_is_not_finished(typed: str) -> None:
    words = Vocabulary([("mirrorlike", 40), ("maypole", 3), ("sideshow", 9)], 5000)
    assert list(words.corrections(typed, prefix=True)) == ["mirrorlike"]
    assert list(words.corrections(typed, prefix=False)) == []


def test_a_typo_in_a_word_that_is_not_finished_is_forgiven() -> None:
    words = Vocabulary([("tarkovsky", 40), ("tarkovskys", 1), ("target", 300)], 5000)
    assert next(iter(words.corrections("tarkvosk", prefix=True))) == "tarkovsky"
    assert list(words.corrections("tarkvosk", prefix=False)) == []


def test_thousands_of_characters_that_are_words_are_no_beginnings() -> None:
    characters = [(chr(0x4E00 + number), 5) for number in range(3000)]
    words = Vocabulary([("cinematographers", 40), ("stormily", 2), *characters], 5000)
    assert list(words.corrections("sinematogrophe", prefix=True)) == ["cinematographers"]
    assert list(words.corrections("atormi", prefix=True)) == ["stormily"]
    assert words.beginnings.cache_info().misses <= 4  # once for each length and letter


def test_the_most_frequent_words_of_a_prefix() -> None:
    words = Vocabulary([("mirror", 5), ("mirrors", 9), ("mirth", 1), ("mire", 9), ("don't", 2)], 20)
    assert list(words.begun_most("mirr", 5)) == ["mirrors", "mirror"]
    assert list(words.starting("dont")) == ["don't"]
    assert list(words.starting("x")) == []


def test_a_word_is_written_apart_only_as_two_words() -> None:
    words = Vocabulary([("soundtrack", 900), ("sound", 5000), ("track", 300), ("sou", 2), ("ndtrack", 1)], 9000)
    assert words.compound("soundtrack", "sound", "track")
    assert not words.compound("soundtrack", "sou", "ndtrack")
    assert words.compound("soundly", "sou", "ndtrack")
    assert not words.compound("trackless", "track", "less")


def test_prefixes_are_counted_without_being_listed() -> None:
    words = Vocabulary(
        [("mirror", 5), ("mirrors", 9), ("mirth", 1), ("don't", 2), *((f"m{n}", 1) for n in range(3000))], 20
    )
    assert (words.number_starting("mirr"), words.total_starting("mirr")) == (2, 14)
    assert (words.number_starting("dont"), words.total_starting("do")) == (1, 2)
    assert list(words.begun_most("m", 3)) == ["mirrors", "mirror", "m0"]


def test_the_densest_passage_is_shown() -> None:
    text = (
        "A mirror. "
        + "Nothing here to see at all. " * 20
        + "The mirror showed the\nmother in the mirror. "
        + "End. " * 60
    )
    spans = Matcher.of("mirror mother").locate(text)
    shown, marks = snippet(text, spans)
    assert "mirror showed the mother in the mirror" in shown
    assert [shown[start:end] for start, end in marks] == ["mirror", "mother", "mirror"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 240


@pytest.mark.parametrize("text", ["", "x", "mirror", "a" * 1000, "mirror " * 200, "x" * 500 + " mirror " + "y" * 500])
def test_every_text_has_a_snippet(text: str) -> None:
    spans = Matcher.of("mirror").locate(text)
    shown, marks = snippet(text, spans)
    assert all(shown[start:end] == "mirror" for start, end in marks)
    assert bool(marks) == bool(spans)
    assert len(shown) <= 260


def test_a_matcher_without_an_index_forgives_no_typos() -> None:
    assert Matcher.of("miror ").locate("a mirror") == ()
    assert Matcher.of("miror ", vocabulary=Vocabulary.of(["a mirror"])).locate("a mirror") == ((2, 8),)
    assert Matcher.of("").empty


def test_overlapping_matches_are_one() -> None:
    assert Matcher.of('"a b" OR "b c"').locate("a b c") == ((0, 5),)


def test_a_long_text_of_one_word_is_matched_in_bounded_time() -> None:
    assert len(Matcher.of("a NEAR/5 b").locate("a " * 20_000 + "b")) == 6


def test_a_saved_search_is_asked_for_by_its_name() -> None:
    saved = {"best": "rating:>=9 OR is:liked"}
    assert resolved("@best", saved) == ("rating:>=9 OR is:liked", None)
    assert resolved("@best cher", saved) == ("(rating:>=9 OR is:liked) cher", None)
    assert resolved("cher", saved) == ("cher", None)
    assert resolved("@bset", saved)[1] == "no search is saved as @bset: did you mean @best ?"
    assert name_fault("best-of_2001") is None
    assert name_fault("two words") is not None


def test_a_vocabulary_goes_with_its_index() -> None:
    words = Vocabulary([("house", 900), ("horses", 400)], 5000)
    words.corrections("hprs", prefix=True)
    kept = weakref.ref(words)
    del words
    gc.collect()
    assert kept() is None
