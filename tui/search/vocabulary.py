"""The words that occur in the library, with how many passages hold each: what prefixes and typos are expanded over.

Typos are forgiven by the length of what was typed: none up to four letters, one up to eight, two beyond; a
transposition is one (optimal string alignment). Words with a digit, and characters of scripts without spaces, are
never corrected. Which of the near words are taken is said by `Vocabulary.corrections`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import Any

from tui.search.analysis import forms, spelled, tokens

MISSPELT = 20
"""A misspelling is at least so many times rarer than the word that it stands for."""
COMPOUND = 4
"""Each word of a pair that may be written as one is at most so many times rarer than the one: else it is a slip."""
_MOST_PREFIXES = 24
_FEW = 2000
"""Terms that are put in order faster than all terms, which are in order, are looked through for them."""


def forgiven(word: str) -> int:
    """Return how many typos are forgiven in `word`."""
    if not word.isalpha() or len(word) <= 4:
        return 0
    return 1 if len(word) <= 8 else 2


class Vocabulary:
    """The terms of one state of the index."""

    def __init__(self, terms: Iterable[tuple[str, int]], passages: int) -> None:
        """Take the terms as they are indexed, each with the number of passages that hold it; and of all passages."""
        self.passages = passages
        self._count: dict[str, int] = {}
        for term, count in terms:
            self._count[term] = self._count.get(term, 0) + count
        self._by_form: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._count:
            if "'" in term:
                for form in forms(term):
                    self._by_form[form].append(term)
        self.exact = lru_cache(4096)(self._exact)
        self.starting = lru_cache(256)(self._starting)
        self.begun_most = lru_cache(256)(self._begun_most)
        self.corrections = lru_cache(512)(self._corrections)
        self.beginnings = lru_cache(256)(self._beginnings)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of a few texts, for narrowing them without an index."""
        count: dict[str, int] = {}
        passages = 0
        for text in texts:
            passages += 1
            for word in {token.word for token in tokens(text)}:
                count[word] = count.get(word, 0) + 1
        return cls(count.items(), passages)

    def count(self, term: str) -> int:
        """Return how many passages hold `term`."""
        return self._count.get(term, 0)

    def has(self, word: str, *, prefix: bool = False) -> bool:
        """Say whether the library has `word`, or words that go on from it."""
        return bool(self.number_starting(word) if prefix else self.exact(word))

    def total(self, terms: Iterable[str]) -> int:
        """Return how often passages hold one of `terms`, counting a passage once for each."""
        return sum(self._count.get(term, 0) for term in terms)

    def __len__(self) -> int:
        return len(self._count)

    def _exact(self, word: str) -> Sequence[str]:
        """Return the terms that are `word`, however their apostrophes are written."""
        return ([word] if word in self._count else []) + self._by_form.get(word, [])

    def compound(self, whole: str, first: str, second: str) -> bool:
        """Say whether `whole` may be written as two words: both are words of their own, neither a rare scrap of it.

        `soundtrack` is a `sound track`; but `movie` is no `mov ie`, though somebody wrote that once.
        """
        rarer = min(self.total(self.exact(first)), self.total(self.exact(second)))
        return rarer > 0 and rarer * COMPOUND >= self.total(self.exact(whole))

    @cached_property
    def _sorted(self) -> list[str]:
        """Every form of every term, in order."""
        return sorted(dict.fromkeys(form for term in self._count for form in (forms(term) if "'" in term else (term,))))

    @cached_property
    def _running(self) -> array[int]:
        """How many passages hold a form before each place of `_sorted`."""
        return array("Q", accumulate((self.total(self._exact(form)) for form in self._sorted), initial=0))

    @cached_property
    def _ranked(self) -> list[str]:
        """All terms, the most frequent first."""
        return self._ordered(self._count)

    def _range(self, prefix: str) -> tuple[int, int]:
        """Return where in `_sorted` the forms stand that begin with `prefix`."""
        return bisect_left(self._sorted, prefix), bisect_left(self._sorted, prefix + "\U0010ffff")

    def number_starting(self, prefix: str) -> int:
        """Return how many forms begin with `prefix`."""
        low, high = self._range(prefix)
        return high - low

    def total_starting(self, prefix: str) -> int:
        """Return how often passages hold a form that begins with `prefix`, counting a passage once for each."""
        low, high = self._range(prefix)
        return self._running[high] - self._running[low]

    def _starting(self, prefix: str) -> Sequence[str]:
        """Return the terms that begin with `prefix`."""
        low, high = self._range(prefix)
        return list(dict.fromkeys(term for form in self._sorted[low:high] for term in self._exact(form)))

    def _begun_most(self, prefix: str, number: int) -> Sequence[str]:
        """Return the `number` most frequent terms that begin with `prefix`, the most frequent first."""
        if self.number_starting(prefix) <= _FEW:
            return self._ordered(self.starting(prefix))[:number]
        return list(islice((term for term in self._ranked if _begins(term, prefix)), number))

    @cached_property
    def _correctable(self) -> frozenset[str]:
        """The words that a typo may be corrected to."""
        return frozenset(form for term in self._count if (form := spelled(term)).isalpha())

    @cached_property
    def _alike(self) -> dict[int, dict[str, list[str]]]:
        """The same by length and first letter."""
        alike: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for form in self._correctable:
            alike[len(form)][form[0]].append(form)
        return dict(alike)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """The letters that they begin with; words of one letter, as scripts without spaces have them, are left out."""
        return frozenset(letter for length, groups in self._alike.items() if length > 1 for letter in groups)

    def _choices(self, word: str) -> list[Sequence[str]]:
        """Return words among which are all that `word` may be a typo for."""
        limit = forgiven(word)
        lengths = [self._alike.get(n, {}) for n in range(len(word) - limit, len(word) + limit + 1)]
        if limit > 1:
            return [group for groups in lengths for group in groups.values()]
        others = [form for form in self._begun_otherwise(word) if form in self._correctable]
        return [others, *(groups[word[0]] for groups in lengths if word[0] in groups)]

    def _begun_choices(self, word: str) -> list[Sequence[str]]:
        """Return beginnings of longer words, as long as `word`, among which are all that it may be a typo for."""
        if forgiven(word) > 1:
            return [self.beginnings(len(word), letter) for letter in self._initials]
        others = [begun for begun in self._begun_otherwise(word) if len(begun) == len(word) and self._goes_on(begun)]
        return [others, self.beginnings(len(word), word[0])]

    def _begun_otherwise(self, word: str) -> set[str]:
        """Return what `word` may be meant for where its one typo is at its first letter.

        It is wrong, missing, too many, or has changed places with the second.
        """
        others = {letter + rest for letter in self._initials for rest in (word[1:], word)}
        others |= {word[1:], word[1] + word[0] + word[2:]}
        return {other for other in others if other[0] != word[0]}

    def _goes_on(self, begun: str) -> bool:
        """Say whether a longer word that a typo may be corrected to begins so."""
        low, high = self._range(begun)
        return any(len(form) > len(begun) and form in self._correctable for form in self._sorted[low:high])

    def _beginnings(self, length: int, letter: str) -> list[str]:
        """Return the beginnings of that length of all longer words with that first letter."""
        longer = (groups.get(letter, []) for size, groups in self._alike.items() if size > length)
        return list({form[:length] for group in longer for form in group})

    def _near(self, word: str, choices: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found: list[tuple[str, int]] = []
        limit = forgiven(word)
        for group in choices:
            near: list[tuple[str, Any, int]] = process.extract(
                word, group, scorer=OSA.distance, score_cutoff=limit, limit=None
            )
            found.extend((form, int(distance)) for form, distance, _ in near if distance)
        return found

    def _corrections(self, word: str, *, prefix: bool) -> Sequence[str]:
        """Return the terms that `word` may be a typo for, or that may be a typo for it, the most frequent first.

        Where the library has the word (or words that go on from it, for a prefix), it is taken at its word: only
        what looks like a misspelling of it is added, or what it looks like a misspelling of: the same first letter,
        and one of the two at least `MISSPELT` times rarer than the other (or found only once). Else all near
        words are taken, and for a prefix also those that go on from something near.
        """
        limit = forgiven(word)
        if not limit:
            return ()
        own = self.total_starting(word) if prefix else self.total(self.exact(word))
        if own:
            lengths = range(len(word) - limit, len(word) + limit + 1)
            near = self._near(word, [self._alike.get(length, {}).get(word[0], ()) for length in lengths])
            kept = [form for form, _ in near if self._confusable(own, form)]
        elif (near := self._near(word, self._choices(word))) or not prefix:
            kept = self._closest(near)
        else:
            begun = self._closest(self._near(word, self._begun_choices(word)))[:_MOST_PREFIXES]
            return self._ordered({term for form in begun for term in self.starting(form)})
        known = set(self.starting(word) if prefix else self.exact(word))
        return self._ordered({term for form in kept for term in self.exact(form)} - known)

    def _confusable(self, own: int, form: str) -> bool:
        other = self.total(self.exact(form))
        rarer, commoner = sorted((own, other))
        return rarer <= 1 or rarer * MISSPELT <= commoner

    def _closest(self, near: list[tuple[str, int]]) -> list[str]:
        """Return the forms of the smallest distance: one letter wrong is likelier than two."""
        least = min((distance for _, distance in near), default=0)
        return sorted(form for form, distance in near if distance == least)

    def _ordered(self, terms: Iterable[str]) -> list[str]:
        return sorted(terms, key=lambda term: (-self._count[term], term))


def _begins(term: str, prefix: str) -> bool:
    return any(form.startswith(prefix) for form in forms(term)) if "'" in term else term.startswith(prefix)
