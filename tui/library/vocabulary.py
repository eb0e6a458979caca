"""The words, the names and the pairs of neighbouring names that the texts about each film have."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass

from tui.library.texts import NO_NAMES, Digest, Token, colons, tokenized
from tui.library.weighing import SERIES_WORDS

_LEAST_COMMON, _MOST_COMMON, _COMMON_SHARE = 60, 400, 0.08
"""Words in more films than this (by the share of all films) tell nothing and cost time."""
_NAME_LOST, _NAME_MORE, _NAME_ELSEWHERE = 0.65, 0.2, 0.3
_WORD_LOST, _WORD_ELSEWHERE = 0.9, 0.6
"""Of texts that have a name or a word, so much is lost before its share is taken; elsewhere so much is added.

Measured: of names that one of five texts has, the next has 7 %, of those in two of five 25 %, in three 45 %; of
uncommon words 1 %, 11 %, 23 %.
"""


@dataclass(slots=True)
class Known:
    """What is known of one film's texts."""

    id: str
    texts: int
    series: float
    """Share of its texts with words that speak of a series."""
    words: float = 0.0
    """How many of its words the next text is expected to have."""
    names: float = 0.0


@dataclass(slots=True)
class Text:
    """A text that is judged."""

    text: str
    tokens: list[Token | None]
    names: Counter[str]
    pairs: set[tuple[str, str]]
    runs: list[list[str]]
    """Names that stand side by side."""
    words: set[str]
    """All others."""
    length: int
    colons: set[int]
    """Words before each colon."""


class Vocabulary:
    """The words and names of all films."""

    def __init__(self) -> None:
        """Know no film yet; `add` them, then `finish`."""
        self.films: list[Known] = []
        self.words: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        """Word to films (in the upper bits) and how many of their texts have it."""
        self.pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        self._totals: dict[str, int] = {}
        """Of the words that were asked about, which are few of all."""
        self.texts = 0
        self._length = 0
        self._common = 0.0
        self._capitals: Counter[str] = Counter()
        self._small: Counter[str] = Counter()

    def add(self, film_id: str, digest: Digest) -> None:
        """Learn the words and names of a film."""
        number = len(self.films)
        told = sum(digest.words[word][0] for word in SERIES_WORDS if word in digest.words)
        self.films.append(Known(film_id, digest.texts, max(0.0, (told - 0.5) / (digest.texts + 1))))
        self.texts += digest.texts
        self._length += digest.length
        words, capitals, small = self.words, self._capitals, self._small
        for word, (count, large, little) in digest.words.items():
            words[word].append(number << 16 | count)
            if large:
                capitals[word] += large
            if little:
                small[word] += little
        for pair, count in digest.pairs.items():
            self.pairs[pair].append(number << 16 | count)

    def finish(self) -> None:
        """Work out what depends on all films."""
        self._common = max(_LEAST_COMMON, min(_MOST_COMMON, _COMMON_SHARE * len(self.films)))
        for word, held in self.words.items():
            if len(held) > self._common:
                continue
            name = self._capitals[word] > 0 and self._capitals[word] >= 3 * self._small[word]
            for packed in held:
                film = self.films[packed >> 16]
                if name:
                    film.names += ((packed & 65535) - _NAME_LOST) / (film.texts + _NAME_MORE)
                else:
                    film.words += ((packed & 65535) - _WORD_LOST) / (2 * film.texts)

    def total(self, word: str) -> int:
        """Return how many texts of all films have a word."""
        total = self._totals.get(word)
        if total is None:
            total = self._totals[word] = sum([packed & 65535 for packed in self.words.get(word, ())])
        return total

    def held(self, word: str) -> array[int] | None:
        """Return the films whose texts have a word or a pair of names, None where none has or too many."""
        held = (self.pairs if " " in word else self.words).get(word)
        return held if held is not None and len(held) <= self._common else None

    def longer(self, known: Text) -> float:
        """Return how much longer than others a text is."""
        return min(known.length * self.texts / (self._length or 1), 2.0)

    def parted(self, text: str) -> Text:
        """Take a text apart."""
        tokens = tokenized(text)
        names: Counter[str] = Counter()
        pairs: set[tuple[str, str]] = set()
        runs: list[list[str]] = []
        before = ""
        for token in tokens:
            if token is None or not self.is_name(token):
                before = ""
                continue
            word = token[0]
            names[word] += 1
            if before:
                pairs.add((before, word))
                runs[-1].append(word)
            else:
                runs.append([word])
            before = word
        words = [token[0] for token in tokens if token is not None]
        return Text(text, tokens, names, pairs, runs, set(words) - names.keys(), len(words), colons(text))

    def is_name(self, token: Token) -> bool:
        """Say whether a word is a name, as far as the films' texts tell."""
        word, capital, start = token
        if word in NO_NAMES or len(word) < 2:
            return False
        capitals, small = self._capitals[word], self._small[word]
        if capitals or small:
            return capitals >= 3 * small + start and (capital or capitals >= 4)
        return capital and not start

    def name_odds(self, count: int, total: int, texts: int) -> float:
        """Return the log odds of a name in a text about a film, by the texts that have it, of this film and of all."""
        elsewhere = (total - count + _NAME_ELSEWHERE) / (self.texts - texts + 1)
        return math.log1p((count - _NAME_LOST) / (texts + _NAME_MORE) / elsewhere)

    def count(self, word: str, film: int) -> int:
        """Return how many texts of a film have a word or a pair of names."""
        held = (self.pairs if " " in word else self.words).get(word)
        if held is None:
            return 0
        at = bisect_left(held, film << 16)
        return held[at] & 65535 if at < len(held) and held[at] >> 16 == film else 0

    def by_names(self, known: Text) -> dict[int, float]:
        """Return, for each film, the log odds that the names of a text give it."""
        score: dict[int, float] = {}
        for name in known.names:
            held = self.held(name)
            if held is None:
                continue
            total = self.total(name)
            for packed in held:
                film = packed >> 16
                odds = self.name_odds(packed & 65535, total, self.films[film].texts)
                score[film] = score.get(film, 0.0) + odds
        for one, other in known.pairs:
            held = self.held(f"{one} {other}")
            if held is None:
                continue
            total = sum(packed & 65535 for packed in held)
            for packed in held:
                film = packed >> 16
                odds = self.name_odds(packed & 65535, total, self.films[film].texts)
                odds -= self.odds_in(one, film) + self.odds_in(other, film)
                if odds > 0:
                    score[film] = score.get(film, 0.0) + odds
        return score

    def odds_in(self, name: str, film: int) -> float:
        """Return the log odds that one name gives one film."""
        count = self.count(name, film) if self.held(name) is not None else 0
        return self.name_odds(count, self.total(name), self.films[film].texts) if count else 0.0

    def by_words(self, known: Text) -> dict[int, float]:
        """Return, for each film, the log odds that the other words of a text give it."""
        score: dict[int, float] = {}
        films, log1p, all_texts = self.films, math.log1p, self.texts + 1
        for word in known.words:
            held = self.held(word)
            if held is None:
                continue
            elsewhere = self.total(word) + _WORD_ELSEWHERE
            for packed in held:
                film, count = packed >> 16, packed & 65535
                texts = films[film].texts
                odds = log1p((count - _WORD_LOST) / (2 * texts) * (all_texts - texts) / (elsewhere - count))
                score[film] = score.get(film, 0.0) + odds
        return score
