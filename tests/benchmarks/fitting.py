"""Fit the weights of `tui.library.weighing`: prints them, to be written there.

Fitted on the films of `imdb50k` whose titles are known and on half of those of `imdb_twix`, in libraries of 30 to 500
films of which none, three or five in ten are left out; on whole reviews and on fragments. Films that may mean another
of their series are left out: there the weights do not decide. The other half of `imdb_twix`, and `rt_dreamworks`, are
kept for tests/benchmarks/placing.py. Logistic regression with a small ridge, by Newton's method; takes minutes.

    python -m tests.benchmarks.fitting
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections.abc import Iterator, Sequence

from tests.benchmarks.titled import Titled, for_fitting, halved, imdb50k, imdb_titles, imdb_twix, plain, some_of
from tui.library.evidence import FilmClassifier
from tui.library.texts import digest_of
from tui.library.weighing import features, may_mean_another
from tui.models import Citation, Claim, Facts, Plain, Review, ReviewEntry, StoredFilm
from tui.text.titles import split_year

_ABSENT = (0.0, 0.3, 0.5)
_LIBRARIES = ((999, 99), (283, 10), (120, 10), (120, 30), (60, 16), (400, 6), (30, 8))
"""Films, and reviews of each at most."""
_FRAGMENTED = ((999, 99), (120, 30), (60, 16))
_MOST = 1500
_RIDGE = 2.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

Sample = tuple[tuple[float, ...], bool, float]
"""Features, whether the best film is right, what the sample weighs."""


def judged(films: Titled, titles: dict[str, str], *, absent: float, seed: int, fragments: bool) -> list[Sample]:
    """Return what the evidence makes of the loose half of the reviews."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    kept, loose = halved(films, absent=absent, seed=seed)
    evidence = FilmClassifier()
    for film, reviews in sorted(kept.items()):
        evidence.add(film, digest_of(_film(film, titles.get(film, ""), reviews)))
    evidence.finish()
    found = []
    for film, headline, text in loose[:_MOST]:
        said = plain(f"{headline}. {text}")
        told = evidence.weigh(_fragment(said, chance) if fragments else said)
        if told is not None and not may_mean_another(told[1]):
            found.append((features(told[1]), told[0] == film))
    return [(values, right, 1000 / len(found)) for values, right in found]


def _film(film: str, title: str, reviews: Sequence[tuple[str, str]]) -> StoredFilm:
    facts = Facts(title=Plain(title) if title else None)
    entries = tuple(
        ReviewEntry(shown=Review(text=Plain(plain(text)), headline=Plain(plain(headline))))
        for headline, text in reviews
    )
    return StoredFilm(id=film, claims=(Claim(facts=facts, source=Citation(sha256="")),), reviews=entries)


def _fragment(text: str, chance: random.Random) -> str:
    sentences = _SENTENCE.split(text)
    count = chance.randint(1, 3)
    first = chance.randrange(max(1, len(sentences) - count + 1))
    return " ".join(sentences[first : first + count])


def samples() -> Iterator[Sample]:
    """Yield what the weights are fitted on."""
    titles = imdb_titles()
    known = {film: reviews for film, reviews in imdb50k().items() if film in titles}
    seed = 0
    for libraries, fragments in ((_LIBRARIES, False), (_FRAGMENTED, True)):
        for count, reviews in libraries:
            for absent in _ABSENT:
                seed += 1
                chosen = some_of(known, count, reviews, seed)
                yield from judged(chosen, titles, absent=absent, seed=seed, fragments=fragments)
                print(f"library {seed}", file=sys.stderr)
    half = {film: reviews for film, reviews in imdb_twix().items() if for_fitting(film)}
    named = {film: split_year(film).title for film in half}
    for seed in range(1, 4):
        for absent in _ABSENT:
            yield from (
                (values, right, 2 * weight)
                for values, right, weight in judged(half, named, absent=absent, seed=seed, fragments=False)
            )
        yield from judged(half, named, absent=0.3, seed=seed, fragments=True)


def fitted(rows: Sequence[Sample]) -> list[float]:
    """Return the constant and the weights that make the samples likeliest."""
    size = len(rows[0][0])
    means = [sum(row[0][at] for row in rows) / len(rows) for at in range(size)]
    spreads = [math.sqrt(sum((row[0][at] - means[at]) ** 2 for row in rows) / len(rows)) + 1e-9 for at in range(size)]
    scaled = [
        (
            [1.0, *((value - mean) / spread for value, mean, spread in zip(values, means, spreads, strict=True))],
            right,
            share,
        )
        for values, right, share in rows
    ]
    whole = sum(row[2] for row in rows) / len(rows)
    weights = [0.0] * (size + 1)
    for _ in range(12):
        slope = [0.0] + [-_RIDGE * weight for weight in weights[1:]]
        curve = [[_RIDGE * (a == b and a > 0) for b in range(size + 1)] for a in range(size + 1)]
        for values, right, share in scaled:
            value = sum(weight * one for weight, one in zip(weights, values, strict=True))
            likely = 1 / (1 + math.exp(-max(-40.0, min(40.0, value))))
            error, bend = share / whole * (right - likely), share / whole * likely * (1 - likely)
            for a, one in enumerate(values):
                slope[a] += error * one
                row, bent = curve[a], bend * one
                for b in range(a + 1):
                    row[b] += bent * values[b]
        for a in range(size + 1):
            for b in range(a):
                curve[b][a] = curve[a][b]
        weights = [weight + step for weight, step in zip(weights, solved(curve, slope), strict=True)]
    plain_weights = [weight / spread for weight, spread in zip(weights[1:], spreads, strict=True)]
    constant = weights[0] - sum(weight * mean for weight, mean in zip(plain_weights, means, strict=True))
    return [constant, *plain_weights]


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        for other in range(size):
            if other != at:
                factor = rows[other][at] / rows[at][at]
                rows[other] = [one - factor * two for one, two in zip(rows[other], rows[at], strict=True)]
    return [row[size] / row[at] for at, row in enumerate(rows)]


def main() -> int:
    """Fit and print."""
    rows = list(samples())
    constant, *weights = fitted(rows)
    print(f"{len(rows):,} samples")
    print(f"CONSTANT = {constant:.3f}")
    print(f"WEIGHTS = ({', '.join(f'{weight:.3g}' for weight in weights)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
