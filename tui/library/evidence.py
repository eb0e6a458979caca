"""Which film a text is about, by what it says: the words and names of every film, and how surely they tell.

How it works. Of every film it is known in how many of its texts each word, each name and each pair of neighbouring
names stands. A text is compared with all films in two ways: by its uncommon words (cosine of tf-idf vectors), and by
its names (log odds of a name standing in a text about this film against any other text; Graham's and naive Bayes'
way). Both, the film's title in the text, and the distance to the film that fits next best go into a logistic
regression, whose weights were fitted on two collections of reviews (tests/benchmarks/placing.py measures them). Its
value is the share of cases in which such evidence is right.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.library.texts import NO_NAMES, Digest, Token, tokenized

_SERIES = re.compile(
    r"\b(sequel|prequel|part (?:two|three|four|ii|iii|iv|2|3|4)|first (?:one|film|movie|two|part|three)|second (?:one"
    r"|film|movie|part)|third (?:one|film|movie|part)|originals?|remake|reboot|franchise|trilogy|series|previous"
    r"|predecessor|instal?lment|chapter|[23] was|versions?|adaptation|book)\b",
    re.IGNORECASE,
)
"""A text with these words may be about another film of the series."""
_FEW = 60
_SHARE = 0.01
"""Words in more films than `_FEW` and than this share of all tell nothing and cost time."""

_SHORT = 50
"""Words below which a text is too short for the regression: names alone must tell it."""
_MANY = 50
"""Films from which on a library tells which words are uncommon; before that, names alone must tell a film."""

_Told = tuple[float, str, int, int]
"""Log odds, the name (empty for the title), films that it occurs with, texts of this film that have it."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """Of the logistic regression; fitted on `imdb_twix` and a part of `imdb50k`, with films left out too."""

    constant: float = 6.26
    words: float = 8.43
    words_ahead: float = 12.42
    names: float = 0.0621
    names_ahead: float = -0.0284
    ahead: float = -0.1076
    rival: float = -7.46
    title: float = 0.142
    length: float = -0.261
    namesake: float = -0.307
    series: float = -0.255


_WEIGHTS = _Weights()


@dataclass(slots=True)
class _Film:
    """What is known of one film's texts."""

    id: str
    texts: int
    titles: list[tuple[str, ...]]
    size: float = 0.0
    """Length of its tf-idf vector."""


@dataclass(slots=True)
class Verdict:
    """How well a text fits a film."""

    film: str
    score: float
    """0 to 1: the share of cases in which such evidence is right; for the films that fit less well, their share."""
    names: list[str] = field(default_factory=list)
    """Names in the text that tell it, the most telling first, as the text writes them."""
    unique: list[str] = field(default_factory=list)
    """Those of them that occur with no other film."""
    titled: bool = False
    """Whether the text names the film's title."""
    words: list[str] = field(default_factory=list)


class Evidence:
    """The words and names of all films."""

    def __init__(self) -> None:
        """Know no film yet; `add` them, then `finish`, then `judge`."""
        self._films: list[_Film] = []
        self._words: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        self._pairs: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        self._capitals: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        self._titles: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        self._texts = 0

    def add(self, film_id: str, digest: Digest) -> None:
        """Learn the words and names of a film."""
        number = len(self._films)
        self._films.append(_Film(film_id, digest.texts, digest.titles))
        self._texts += digest.texts
        words, capitals, small = self._words, self._capitals, self._small
        for word, (count, large, little) in digest.words.items():
            words[word].append(number << 16 | count)
            if large:
                capitals[word] += large
            if little:
                small[word] += little
        for pair, count in digest.pairs.items():
            self._pairs[pair].append(number << 16 | count)
        for title in digest.titles:
            self._titles[title[0]].append((number, title))

    def finish(self) -> None:
        """Work out what depends on all films."""
        self._common = max(_FEW, _SHARE * len(self._films))
        for held in self._words.values():
            if len(held) <= self._common:
                weight = self._weight(len(held))
                for packed in held:
                    film = self._films[packed >> 16]
                    film.size += (packed & 65535) / film.texts * weight * weight
        for film in self._films:
            film.size = math.sqrt(film.size) + 3

    def _weight(self, films: int) -> float:
        return math.log((len(self._films) + 1) / (films + 0.5))

    def judge(self, text: str) -> list[Verdict]:
        """Return the films that a text may be about, best first; empty where nothing tells."""
        tokens = tokenized(text)
        titles = self._titles_in(tokens)
        names, why = self._by_names(tokens, titles)
        words = self._by_words(tokens)
        total = {film: 100 * words.get(film, 0.0) + 0.35 * names.get(film, 0.0) for film in {*names, *words}}
        best = sorted(total, key=lambda film: (-total[film], self._films[film].id))[:4]
        if not best or total[best[0]] <= 0:
            return []
        sure = self._sure(text, tokens, best, _Scores(total, names, words, why))
        verdicts = []
        for place, film in enumerate(best):
            told = sorted(why[film], reverse=True)
            fitting = sure if place == 0 else min(sure, 0.9) * 0.8 * total[film] / total[best[0]]
            listed = [name for _, name, _, _ in told if name]
            unique = [name for _, name, films, _ in told if name and films == 1][:6]
            verdicts.append(
                Verdict(
                    film=self._films[film].id,
                    score=round(fitting, 3),
                    names=listed[:6],
                    unique=unique,
                    titled=film in titles,
                    words=[] if unique else self._telling_words(tokens, film),
                )
            )
        return verdicts

    def _titles_in(self, tokens: Sequence[Token | None]) -> set[int]:
        """Return the films whose whole title stands in a text, written as a title."""
        words = [token for token in tokens if token is not None]
        found = set()
        for at, (word, _, _) in enumerate(words):
            for film, title in self._titles.get(word, ()):
                here = words[at : at + len(title)]
                if tuple(token[0] for token in here) != title:
                    continue
                capitals = sum(capital and not start for _, capital, start in here)
                if len(title) == 1 and not self._is_name(here[0]):
                    continue
                if len(title) >= 3 or capitals >= max(1, len(title) - 1):
                    found.add(film)
        return found

    def _is_name(self, token: Token) -> bool:
        word, capital, start = token
        if word in NO_NAMES or len(word) < 2:
            return False
        capitals, small = self._capitals[word], self._small[word]
        if capitals or small:
            return capitals >= 3 * small + start and (capital or capitals >= 4)
        return capital and not start

    def _by_names(
        self, tokens: Sequence[Token | None], titles: set[int]
    ) -> tuple[dict[int, float], defaultdict[int, list[_Told]]]:
        """Return, for each film, the log odds that the names of a text give it, and the names that do."""
        best: dict[tuple[int, str], _Told] = {}
        for name in self._named(tokens):
            held = self._pairs.get(name) if " " in name else self._words.get(name)
            if held is None or len(held) > self._common:
                continue
            total = sum(packed & 65535 for packed in held)
            last = name.rpartition(" ")[2]
            for packed in held:
                film, count = packed >> 16, packed & 65535
                texts = self._films[film].texts
                odds = math.log((count / (texts + 1)) / ((total - count + 0.4) / (self._texts - texts + 1)))
                odds = odds / 2 if count == 1 else odds
                if odds > 0 and odds > best.get((film, last), (0.0,))[0]:
                    best[film, last] = (odds, name, len(held), count)
        score: dict[int, float] = {}
        why: defaultdict[int, list[_Told]] = defaultdict(list)
        for (film, last), told in best.items():
            if film in titles and any(last in title for title in self._films[film].titles):
                continue  # the title counts below, once
            score[film] = score.get(film, 0.0) + told[0]
            why[film].append(told)
        for film in titles:
            odds = self._title_odds(film)
            if odds > 0:
                score[film] = score.get(film, 0.0) + odds
                why[film].append((odds, "", 1, 1))
        return score, why

    def _named(self, tokens: Sequence[Token | None]) -> set[str]:
        """Return the names of a text, and the pairs of neighbours among them."""
        found: set[str] = set()
        before = ""
        for token in tokens:
            if token is None or not self._is_name(token):
                before = ""
                continue
            found.add(token[0])
            if before:
                found.add(f"{before} {token[0]}")
            before = token[0]
        return found

    def _title_odds(self, film: int) -> float:
        """Return how much a film's title in a text speaks for the film: less, the more its words stand in others."""
        known = self._films[film]
        rarest = min((self._others(word, film) for title in known.titles for word in title), default=0.0)
        return math.log(0.45 / ((rarest + 0.4) / (self._texts + 1)))

    def _others(self, word: str, film: int) -> float:
        return sum(packed & 65535 for packed in self._words.get(word, ()) if packed >> 16 != film)

    def _by_words(self, tokens: Sequence[Token | None]) -> dict[int, float]:
        """Return the cosine of a text's vector and each film's."""
        counts = Counter(token[0] for token in tokens if token is not None)
        size = 0.0
        found: dict[int, float] = {}
        for word, count in counts.items():
            held = self._words.get(word)
            if held is None or len(held) > self._common:
                continue
            weight = self._weight(len(held))
            own = (1 + math.log(count)) * weight
            size += own * own
            for packed in held:
                film = packed >> 16
                known = self._films[film]
                share = math.sqrt((packed & 65535) / known.texts)
                found[film] = found.get(film, 0.0) + own * share * weight / known.size
        length = math.sqrt(size) or 1.0
        return {film: value / length for film, value in found.items()}

    def _sure(self, text: str, tokens: Sequence[Token | None], best: Sequence[int], scores: _Scores) -> float:
        """Return the share of cases in which such evidence for the best film is right."""
        first = best[0]
        told = scores.why.get(first, ())
        names, rival_names = _ahead(scores.names, first)
        length = len(tokens)
        namesake = len(best) > 1 and self._share_title(first, best[1])
        series = _SERIES.search(text) is not None
        title = max((odds for odds, name, _, _ in told if not name), default=0.0)
        strong = sum(odds >= 3 and count > 1 and bool(name) for odds, name, _, count in told)
        if length < _SHORT or len(self._films) < _MANY:
            needed = 1.6 if series else 1.0
            if namesake or names - rival_names < (9 if title else 16) * needed:
                return 0.5
            return 0.97 if (strong if title else strong >= 3) and rival_names < 0.5 * names else 0.5
        words, rival_words = _ahead(scores.words, first)
        total = scores.total[first]
        rival = scores.total[best[1]] if len(best) > 1 else 0.0
        weights = _WEIGHTS
        value = (
            weights.constant
            + weights.words * min(words, 0.5)
            + weights.words_ahead * (words - rival_words)
            + weights.names * min(names, 50)
            + weights.names_ahead * max(-10, min(names - rival_names, 40))
            + weights.ahead * min(total - rival, 40)
            + weights.rival * rival / total
            + weights.title * title
            + weights.length * math.log(length + 5)
            + weights.namesake * namesake
            + weights.series * series
        )
        return 1 / (1 + math.exp(-value))

    def _share_title(self, one: int, other: int) -> bool:
        mine = {word for title in self._films[one].titles for word in title} - NO_NAMES
        return any(word in mine for title in self._films[other].titles for word in title)

    def _telling_words(self, tokens: Sequence[Token | None], film: int) -> list[str]:
        """Return the words of a text that tell a film best, names left aside."""
        found = []
        for word in {token[0] for token in tokens if token is not None and not self._is_name(token)}:
            held = self._words.get(word)
            if held is not None and len(held) <= self._common and len(word) > 3:
                share = max((packed & 65535 for packed in held if packed >> 16 == film), default=0)
                if share:
                    found.append((-self._weight(len(held)) * math.sqrt(share), word))
        return [word for _, word in sorted(found)[:3]]


@dataclass(slots=True)
class _Scores:
    """How well films fit a text."""

    total: dict[int, float]
    names: dict[int, float]
    words: dict[int, float]
    why: Mapping[int, Sequence[_Told]]


def _ahead(scores: Mapping[int, float], film: int) -> tuple[float, float]:
    """Return a film's score and the best of all others."""
    return scores.get(film, 0.0), max((score for other, score in scores.items() if other != film), default=0.0)
