"""How surely the evidence for a film is right: a logistic regression over a few figures, and where it may not decide.

The weights were fitted by tests/benchmarks/fitting.py (plain Newton's method) on the reviews of 497 films of `imdb50k`
whose titles are known, in libraries of 30 to 497 films of which none, three or five in ten were left out, and on
half of the films of `imdb_twix`; fragments of reviews stood in for short ones. tests/benchmarks/placing.py measures
the outcome on what the weights have not seen: the other films, and another collection.

A film of a series is the case where a text names everything right and means the next film. There the names do not
decide: only a title that no other film answers to does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tui.text.wordsets import words

SERIES_WORDS = words(
    "sequel sequels prequel prequels remake remakes remade reboot franchise franchises trilogy installment instalment"
    " installments predecessor predecessors spinoff"
)
"""Words of texts about films that have sisters."""
_TALKED_OF = 0.35
"""Share of such words in the texts of a film from which on it is one of a series, whatever its title."""
_PARTED = 0.15
"""The same for a film with a subtitle."""
_LONG = 50
"""Words from which on a text is long."""
SURE = 0.95
"""From here on a record is placed: what is placed is right in 99 of 100 cases (tests/benchmarks/placing.py)."""
_SURE_SHORT = 0.99
"""The same for a short text."""
_UNSURE = 0.9
"""The most that a guess is worth that is not sure."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What speaks for the film that fits a text best, and what against it."""

    total: float
    """Log odds of the text's words, names and title for this film against any."""
    rivals: float
    """The same of all other films, the best counting most (a soft maximum)."""
    second: float
    """The same of the film that fits next best."""
    names: float
    """What the names have of `total`."""
    names_ahead: float
    """How far they are ahead of the names for any other film."""
    runs: int
    """Different names in the text that tell the film."""
    strange: float
    """Weight of the names in the text that no text about the film has."""
    strange_often: float
    """The same, only of those that the text has more than once."""
    strange_pairs: int
    """Neighbouring names in the text that no text about the film has."""
    title: float
    """What the title has of `total`."""
    title_times: int
    title_words: int
    title_about: int
    title_compared: int
    """How often as something else than what the text is about: «like X»."""
    title_part_only: bool
    """Whether the text names only what stands before or behind the title's colon."""
    title_sure: bool
    """Whether the text names a title that only this film has."""
    other_title: float
    """The same as `title` for the best of all other films."""
    words: int
    """Of the text."""
    texts: int
    """Known about the film."""
    series_words: int
    """In the text."""
    series_share: float
    """Of such words in the texts about the film."""
    in_series: bool
    """Whether films of the library may be named by this one's title."""
    subtitled: bool


def features(told: Figures) -> tuple[float, ...]:
    """Return what the regression weighs, in the order of its weights."""
    positive = max(told.total, 0.0)
    ahead = told.total - told.rivals
    return (
        min(positive, 150.0) / math.sqrt(told.words or 1),
        math.log1p(positive),
        min(max(ahead, -5.0), 15.0),
        math.log1p(max(ahead, 0.0)),
        min(max(told.names, -5.0), 40.0),
        min(max(told.names_ahead, -15.0), 20.0),
        min(max(told.second / (told.total + 5), -1.0), 1.0) if told.total > 0 else 1.0,
        math.log1p(told.strange_pairs),
        math.log1p(told.strange),
        math.log1p(told.strange_often),
        told.title,
        min(told.title_times, 3),
        min(told.title_words, 4),
        min(told.title_about, 2),
        told.title_part_only,
        told.other_title,
        math.log(told.words + 5),
        math.log(told.texts),
        min(told.series_words, 4),
        told.series_share,
        told.runs == 0 and told.title <= 0,
    )


WEIGHTS: tuple[float, ...] = (
    0.0137,
    2.66,
    0.0729,
    -0.262,
    0.0165,
    0.00871,
    -4.48,
    -0.521,
    -0.319,
    -0.52,
    -0.255,
    0.943,
    0.486,
    1.57,
    -0.302,
    -0.111,
    0.16,
    0.235,
    -0.0681,
    -0.194,
    -0.664,
)
CONSTANT = -4.414


def likelihood(told: Figures) -> float:
    """Return the share of cases in which such evidence is right."""
    value = CONSTANT + sum(weight * one for weight, one in zip(WEIGHTS, features(told), strict=True))
    return 1 / (1 + math.exp(-min(max(value, -40.0), 40.0)))


def may_mean_another(told: Figures) -> bool:
    """Say whether another film of a series may be meant just as well."""
    risky = told.in_series or told.series_share >= (_PARTED if told.subtitled else _TALKED_OF)
    return risky and not told.title_sure


def sure(told: Figures) -> float:
    """Return how surely the film is the right one; `SURE` and more only where nothing speaks against it."""
    value = likelihood(told)
    enough = value >= SURE if told.words >= _LONG else value >= _SURE_SHORT and not told.title_compared
    return value if enough and not may_mean_another(told) else min(value, _UNSURE)
