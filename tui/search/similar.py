"""More like this: the passages nearest to one by content.

The words that tell most about a passage (often in it, rare elsewhere: tf·idf) are looked for in the others, each with
its weight; function words and words that occur nowhere else say nothing.
"""

from __future__ import annotations

import math
from collections import Counter

from tui.search.analysis import FUNCTION_WORDS, spelled, unspaced, words
from tui.search.vocabulary import Vocabulary

MOST = 30
"""Words that are looked for."""
OWN_SHARE = 3
"""At most one in so many of the answers is about the same film: what it says is one key away."""


def telling(text: str, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Return the terms of `text` that tell most about it, each with its weight, the weightiest first."""
    weights: dict[str, float] = {}
    for term, times in Counter(words(text)).items():
        count = vocabulary.count(term)
        if count < 2 or spelled(term) in FUNCTION_WORDS or (len(term) < 3 and not unspaced(term)):
            continue
        rarity = math.log(vocabulary.passages / count) if vocabulary.passages > count else 0.0
        weights[term] = (1 + math.log(times)) * rarity
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(term, weight) for term, weight in ranked[:MOST] if weight > 0]
