"""Which words a typo is corrected to, held against the distance as it is defined."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tui.search.vocabulary import Vocabulary, forgiven

words = st.text("abcd", min_size=3, max_size=11)


@st.composite
def misspelt(draw: st.DrawFn, known: dict[str, int]) -> str:
    """Return a word that is not known, most often one letter away from one that is, or from how that begins."""
    word = draw(st.sampled_from(sorted(known)))[: draw(st.integers(5, 11))]
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("abcdé"))
    turned = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return draw(
        st.sampled_from(
            [word[:place] + letter + word[place + 1 :], word[:place] + letter + word[place:],
             word[:place] + word[place + 1 :], turned]
        ) | words
    )  # fmt: skip


def distance(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many, or two of them the wrong way round."""

    @cache
    def of(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        least = min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (one[i - 1] != other[j - 1]))
        turned = i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]
        return min(least, of(i - 2, j - 2) + 1) if turned else least

    return of(len(one), len(other))


def near(word: str, known: dict[str, int]) -> dict[str, int]:
    """Return the words that are as near to it as is forgiven, with their distances."""
    every = {term: distance(word, term) for term in known if term != word}
    return {term: apart for term, apart in every.items() if apart <= forgiven(word)}


@given(st.dictionaries(words, st.integers(1, 500), min_size=1, max_size=30), st.data())
def test_an_unknown_word_is_corrected_to_the_nearest(known: dict[str, int], data: st.DataObject) -> None:
    word = data.draw(misspelt(known))
    known.pop(word, None)
    found = Vocabulary(known.items(), 1000).corrections(word, prefix=False)
    apart = near(word, known)
    assert set(found) == {term for term in apart if apart[term] == min(apart.values())}
    assert list(found) == sorted(found, key=lambda term: (-known[term], term))


@given(st.dictionaries(words, st.integers(1, 500), min_size=1, max_size=30), st.data())
def test_an_unknown_beginning_is_corrected_to_the_nearest_beginnings(
    known: dict[str, int], data: st.DataObject
) -> None:
    word = data.draw(misspelt(known))
    for term in [term for term in known if term.startswith(word) or term in near(word, known)]:
        known.pop(term)
    found = Vocabulary(known.items(), 1000).corrections(word, prefix=True)
    apart = near(word, {term[: len(word)]: 1 for term in known if len(term) > len(word)})
    nearest = {begun for begun in apart if apart[begun] == min(apart.values())}
    assert set(found) == {term for term in known if term[: len(word)] in nearest}


@given(st.dictionaries(words, st.integers(1, 500), min_size=1, max_size=30), st.data())
def test_a_known_word_is_corrected_to_its_misspellings_alone(known: dict[str, int], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(known)))
    found = Vocabulary(known.items(), 1000).corrections(word, prefix=False)
    expected = {
        term
        for term in near(word, known)
        if term[0] == word[0]
        and (min(known[word], known[term]) <= 1 or min(known[word], known[term]) * 20 <= max(known[word], known[term]))
    }
    assert set(found) == expected


@given(st.dictionaries(words, st.integers(1, 500), min_size=1, max_size=60), st.text("abcd", max_size=3))
def test_prefixes_are_counted_as_they_are_listed(known: dict[str, int], prefix: str) -> None:
    vocabulary = Vocabulary(known.items(), 1000)
    begun = sorted((term for term in known if term.startswith(prefix)), key=lambda term: (-known[term], term))
    assert sorted(vocabulary.starting(prefix)) == sorted(begun)
    assert vocabulary.number_starting(prefix) == len(begun)
    assert vocabulary.total_starting(prefix) == sum(known[term] for term in begun)
    assert list(vocabulary.begun_most(prefix, 5)) == begun[:5]
