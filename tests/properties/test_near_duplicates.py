"""The shortcuts that merging takes never lose a pair: it unites what looking at every pair of versions would."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.components import Components
from tui.library.reviews import LONG, Version, alike, author_key, compared, merge_reviews
from tui.models import Citation, Plain, Review

_WORDS = (
    *("harbour", "lighthouse", "clockmaker", "the", "a", "patiently", "photographed", "tenderness", "and", "was"),
    *("village", "remembers", "of", "orchestra", "in", "it", "silence", "abandoned", "carnival", "extraordinary"),
    *("Überraschung", "café", "naïveté", "they", "performance", "performance", "director's", "don't"),
)
_COMMON = 40


def _texts(seed: int) -> list[Review]:
    """Return reviews of one film, many of them the same with words changed, cut off, or with something before them."""
    chance = random.Random(seed)  # noqa: S311
    found: list[tuple[str, str | None]] = []
    for _ in range(chance.randrange(2, 9)):
        words = [chance.choice(_WORDS) for _ in range(chance.choice((5, 14, 17, 40, 90)))]
        found.append((" ".join(words), chance.choice((None, "Ann", "Bo"))))
        for _ in range(chance.randrange(4)):
            copy = list(words)
            for _ in range(chance.randrange(1 + len(copy) // 4)):
                copy[chance.randrange(len(copy))] = chance.choice(_WORDS)
            start, end = chance.choice(((0, len(copy)), (0, len(copy) // 2), (len(copy) // 3, len(copy))))
            found.append((" ".join(copy[start:end]) + chance.choice(("", ".", " …")), chance.choice((None, "Ann"))))
    return [
        Review(text=Plain(text), author=Plain(author) if author else None, sources=(Citation(sha256=f"{number:03}"),))
        for number, (text, author) in enumerate(found)
        if text
    ]


def _anchors(version: Version) -> set[str]:
    parts = version.words.split(" ")
    found = {f"{one} {other}" for one, other in pairwise(parts) if len(one) >= 8}
    if len(version.words) < 450 or len(found) < 6:
        found |= {f"{one} {other}" for one, other in pairwise(parts) if len(one) >= 5}
    return found


def _by_every_pair(reviews: list[Review]) -> set[frozenset[str]]:
    """Return what is one review, each pair looked at; of long versions with the same words the first speaks for all."""
    versions = [compared(review) for review in reviews]
    same = Components(len(versions))
    short: dict[str, set[str]] = {}
    for version in versions:
        if version.count < LONG:
            short.setdefault(version.words, set()).add(author_key(version.review.author))
    anchors = [_anchors(version) if version.count >= LONG else set() for version in versions]
    distinct = {version.words: held for version, held in zip(versions, anchors, strict=True)}
    first = {version.words: number for number, version in reversed(list(enumerate(versions)))}
    often = Counter(anchor for held in distinct.values() for anchor in held)
    told = {anchor for anchor, count in often.items() if count <= _COMMON}
    for a, b in combinations(range(len(versions)), 2):
        one, other = versions[a], versions[b]
        if one.words == other.words:
            authors = {author_key(one.review.author), author_key(other.review.author)}
            known = short.get(one.words, set())
            if one.count >= LONG or len(authors) == 1 or (authors == known and "" in authors):
                same.unite(a, b)
        elif one.count >= LONG and other.count >= LONG and {first[one.words], first[other.words]} == {a, b}:
            fewer = min(len(anchors[a]), len(anchors[b]))
            if len(anchors[a] & anchors[b] & told) >= max(2, 0.4 * fewer) and alike(one, other):
                same.unite(a, b)
    return {
        frozenset(source.sha256 for number in group for source in reviews[number].sources) for group in same.groups()
    }


@given(seed=st.integers(0, 10**9))
@settings(max_examples=150)
def test_merging_unites_what_looking_at_every_pair_would(seed: int) -> None:
    reviews = _texts(seed)
    merged = {frozenset(source.sha256 for source in entry.shown.sources) for entry in merge_reviews(reviews)}
    assert merged == _by_every_pair(reviews)
