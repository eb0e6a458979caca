"""Which film a text is about, by what it says: the words, the names and the title of every film.

How it works. Of every film it is known in how many of its texts each word, each name and each pair of neighbouring
names stands (`vocabulary`). What a text has speaks for a film by its log odds: how much likelier it is in a text about
this film than in a text about any other (naive Bayes' way). The log odds of a film are the sum over the words, the
names and its title in the text, less what a film with many texts would get by chance. What that is worth in the end
says `weighing`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.library.mentions import Mention, Titles
from tui.library.texts import Digest
from tui.library.vocabulary import Text, Vocabulary
from tui.library.weighing import SERIES_WORDS, Figures, sure

_SERIES = re.compile(
    r"\b(part (?:one|two|three|four|ii|iii|iv|[1-4])|(?:first|second|third|fourth|fifth|last|next|previous|other"
    r"|earlier|two|three) (?:ones?|films?|movies?|parts?|instal?lments?|entr(?:y|ies))|originals?|series|saga|chapter"
    r"|versions?|adaptations?)\b",
    re.IGNORECASE,
)
"""What texts about one film of a series say."""
_MASS_WORDS, _MASS_NAMES = 0.7, 0.6
"""Shares of what a film's texts hold that are taken off, against films of which much is known."""
_LOWER = 0.6
"""What a title is worth that is not written as one."""
_NUMBERED = 3.0
"""What is taken off a film whose title stands only with the number of another film of its series."""
_TELLING = 2.5
"""Log odds from which on a name tells a film."""
_MANY = 15
"""Films from which on a library tells which words are uncommon; before that, names alone must tell a film."""
_SURE, _UNSURE = 0.97, 0.5
"""What that is worth."""
_CANDIDATES = 4


@dataclass(frozen=True, slots=True, order=True)
class _Name:
    """A name in a text that tells a film."""

    odds: float
    name: str
    films: int
    """Films that it occurs with."""
    texts: int
    """Texts of this film that have it."""


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


@dataclass(slots=True)
class _Scores:
    """How well films fit a text, in log odds."""

    total: dict[int, float]
    names: dict[int, float]
    titles: dict[int, float]
    mentions: Mapping[int, Mention]
    best: Sequence[int]
    """The films that fit best, the best first."""


class FilmClassifier:
    """What is known of all films, to judge texts by."""

    def __init__(self) -> None:
        """Know no film yet; `add` them, then `finish`, then `judge`."""
        self._known = Vocabulary()
        self._titles = Titles()

    def add(self, film_id: str, digest: Digest) -> None:
        """Learn the words, names and titles of a film."""
        self._known.add(film_id, digest)
        self._titles.add(digest.titles, digest.parts)

    def finish(self) -> None:
        """Work out what depends on all films."""
        self._known.finish()

    def judge(self, text: str) -> list[Verdict]:
        """Return the films that a text may be about, best first; empty where nothing tells."""
        parted = self._known.parted(text)
        scores = self._scores(parted)
        best = scores.best
        if not best or scores.total[best[0]] <= 0:
            return []
        told = {film: self._names_of(parted, film) for film in best}
        if len(self._known.films) >= _MANY:
            value = sure(self._figures(parted, scores))
        else:
            value = self._by_names_alone(parted, scores, told)
        verdicts = []
        for place, film in enumerate(best):
            share = max(scores.total[film], 0.0) / scores.total[best[0]]
            unique = [one.name for one in told[film] if one.films == 1][:6]
            verdicts.append(
                Verdict(
                    film=self._known.films[film].id,
                    score=round(value if place == 0 else min(value, 0.9) * 0.8 * share, 3),
                    names=[one.name for one in told[film]][:6],
                    unique=unique,
                    titled=film in scores.titles,
                    words=[] if unique else self._telling_words(parted, film),
                )
            )
        return verdicts

    def weigh(self, text: str) -> tuple[str, Figures] | None:
        """Return the film that fits a text best and what speaks for it and against it; None where nothing tells."""
        parted = self._known.parted(text)
        scores = self._scores(parted)
        if not scores.best:
            return None
        return self._known.films[scores.best[0]].id, self._figures(parted, scores)

    def _scores(self, text: Text) -> _Scores:
        names = self._known.by_names(text)
        words = self._known.by_words(text)
        mentions = self._titles.named(text.tokens, text.colons, self._known.is_name)
        titles = {film: odds for film, one in mentions.items() if (odds := self._title_odds(film, one)) > 0}
        longer = self._known.longer(text)
        total = {}
        for film in {*names, *words, *titles}:
            held = self._known.films[film]
            names[film] = names.get(film, 0.0) - _MASS_NAMES * longer * held.names
            found = names[film] + titles.get(film, 0.0)
            if film in words:
                found += words[film] - _MASS_WORDS * longer * held.words
            if film in mentions and mentions[film].numbered and not mentions[film].times:
                found -= _NUMBERED
            total[film] = found
        best = sorted(total, key=lambda film: (-total[film], self._known.films[film].id))[:_CANDIDATES]
        return _Scores(total, names, titles, mentions, best)

    def _title_odds(self, film: int, mention: Mention) -> float:
        """Return how much a film's title in a text speaks for it: less, the more its words stand in others."""
        if not mention.times:
            return 0.0
        known = self._known
        rarest = min(known.total(word) - known.count(word, film) for word in mention.title)
        odds = math.log1p(0.45 * (known.texts + 1) / (rarest + 0.4)) * (1.0 if mention.capital else _LOWER)
        return odds - math.log(self._titles.owners[mention.title])

    def _figures(self, text: Text, scores: _Scores) -> Figures:
        """Return what speaks for the best film and what against it."""
        known, film = self._known, scores.best[0]
        held = known.films[film]
        second = scores.total[scores.best[1]] if len(scores.best) > 1 else 0.0
        softly = sum(math.exp(0.5 * (value - second)) for other, value in scores.total.items() if other != film)
        mention = scores.mentions.get(film, Mention(()))
        strange = {
            name: math.log((known.texts + 1) / (known.total(name) + 1))
            for name in text.names
            if not known.count(name, film)
        }
        telling = {run[-1] for run in text.runs if sum(known.odds_in(name, film) for name in run) > _TELLING}
        return Figures(
            total=scores.total[film],
            rivals=2 * math.log(softly) + second if softly else 0.0,
            second=second,
            names=scores.names[film],
            names_ahead=scores.names[film] - _most(scores.names, film),
            runs=len(telling),
            strange=sum(strange.values()),
            strange_often=sum(weight for name, weight in strange.items() if text.names[name] > 1),
            strange_pairs=sum(not known.count(" ".join(pair), film) for pair in text.pairs),
            title=scores.titles.get(film, 0.0),
            title_times=mention.times,
            title_words=len(mention.title) if mention.times else 0,
            title_about=mention.about,
            title_compared=mention.compared,
            title_part_only=mention.times > 0 and not mention.whole,
            title_sure=self._titles.only_means(film, mention),
            other_title=_most(scores.titles, film),
            words=text.length,
            texts=held.texts,
            series_words=len((text.words | text.names.keys()) & SERIES_WORDS) + len(_SERIES.findall(text.text)),
            series_share=held.series,
            in_series=self._titles.in_series(film),
            subtitled=bool(self._titles.of[film][1]),
        )

    def _names_of(self, text: Text, film: int) -> list[_Name]:
        """Return the names of a text that tell a film, the most telling first; of a pair only the pair."""
        known = self._known
        found: dict[str, _Name] = {}
        for name in [*text.names, *(" ".join(pair) for pair in sorted(text.pairs))]:
            held = known.held(name)
            count = known.count(name, film)
            if held is None or not count:
                continue
            texts, total = known.films[film].texts, sum(packed & 65535 for packed in held)
            odds = math.log((count / (texts + 1)) / ((total - count + 0.4) / (known.texts - texts + 1)))
            one = _Name(max(odds / 2 if count == 1 else odds, 0.0), name, len(held), count)
            last = name.rpartition(" ")[2]
            if (odds > 0 or " " in name) and (last not in found or one.odds >= found[last].odds):
                found[last] = one
        return sorted(found.values(), reverse=True)

    def _by_names_alone(self, text: Text, scores: _Scores, told: Mapping[int, Sequence[_Name]]) -> float:
        """Return how sure the best film is in a library that is too small to tell which words are uncommon."""
        film = scores.best[0]
        mention = scores.mentions.get(film, Mention(()))
        if self._titles.in_series(film) and not self._titles.only_means(film, mention):
            return _UNSURE
        in_title = {word for title in self._titles.of[film][0] for word in title} if mention.times else set()
        apart = [one for one in told[film] if one.name.rpartition(" ")[2] not in in_title]
        rivals = [one for other in scores.best[1:] for one in told[other] if " " in one.name]
        full = sum(" " in one.name for one in apart)
        about = mention.whole and mention.capital and not mention.compared and (mention.about or mention.times > 1)
        if about and full >= 2 and not rivals and not _SERIES.search(text.text):
            return _SURE
        title = scores.titles.get(film, 0.0)
        names = sum(one.odds for one in apart) + title
        rival = max((sum(one.odds for one in told[other]) for other in scores.best[1:]), default=0.0)
        strong = sum(one.odds >= 3 and one.texts > 1 for one in apart)
        if names - rival < (9 if title else 16) or rival >= 0.5 * names:
            return _UNSURE
        return _SURE if (strong if title else strong >= 3) else _UNSURE

    def _telling_words(self, text: Text, film: int) -> list[str]:
        """Return the words of a text that tell a film best, names left aside."""
        found = []
        for word in text.words:
            held = self._known.held(word)
            if held is not None and len(word) > 3 and (count := self._known.count(word, film)):
                found.append((-math.log(len(self._known.films) / len(held)) * math.sqrt(count), word))
        return [word for _, word in sorted(found)[:3]]


def _most(scores: Mapping[int, float], film: int) -> float:
    """Return the best of all others."""
    return max((score for other, score in scores.items() if other != film), default=0.0)
