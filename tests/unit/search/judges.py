"""Which reviews are plainly the best for a topic: judged from the texts, by rules that are not the engine's.

Four judges read every review that has all the words of a query. A review is *named* only where all four agree:

1. by mentions: at most five reviews mention the words as often, the rare word counting more;
2. by density: at most five mention them as often for their length;
3. by sentences: in at most five as large a share of the sentences has all the words;
4. by closeness: in fewer than five do the words stand closer together.

Few reviews are named, and none that one could argue about. Words are runs of letters and digits, in lower case.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FIRST = 5
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")


class Marks(NamedTuple):
    """What the judges give a review; more is better."""

    mentions: float
    density: float
    sentences: float
    closeness: int


def named(query: str, texts: Mapping[int, str]) -> set[int]:
    """Return the reviews that must be among the first five; none where fewer than ten reviews have all the words.

    Args:
        query: words, parted by spaces.
        texts: the reviews, in lower case.
    """
    wanted = query.split()
    holding = [_holding(word, texts) for word in wanted]
    rarity = [math.log(len(texts) / max(1, len(found))) for found in holding]
    marks = {number: _marks(wanted, rarity, _sentences(texts[number])) for number in set.intersection(*holding)}
    if len(marks) < 2 * FIRST:
        return set()
    return {number for number, own in marks.items() if _leads(own, list(marks.values()))}


def _holding(word: str, texts: Mapping[int, str]) -> set[int]:
    """Return the reviews that have a word."""
    whole = re.compile(rf"(?<![^\W_]){word}(?![^\W_])")
    return {number for number, text in texts.items() if word in text and whole.search(text)}


def _leads(own: Marks, everybody: Sequence[Marks]) -> bool:
    clear = all(sum(other[judge] >= own[judge] for other in everybody) <= FIRST for judge in range(3))
    return clear and sum(other.closeness > own.closeness for other in everybody) < FIRST


def _sentences(text: str) -> list[list[str]]:
    return [_WORD.findall(sentence) for sentence in _SENTENCE.split(text)]


def _marks(wanted: Sequence[str], rarity: Sequence[float], sentences: Sequence[Sequence[str]]) -> Marks:
    words = [word for sentence in sentences for word in sentence]
    places = [[place for place, word in enumerate(words) if word == one] for one in wanted]
    mentions = sum(len(found) * weight for found, weight in zip(places, rarity, strict=True))
    whole = sum(set(wanted).issubset(sentence) for sentence in sentences)
    return Marks(mentions, mentions / len(words), whole / len(sentences), -_stretch(places))


def _stretch(places: Sequence[Sequence[int]]) -> int:
    """Return the length of the shortest stretch that has every word."""
    events = sorted((place, word) for word, found in enumerate(places) for place in found)
    last: dict[int, int] = {}
    best = events[-1][0] - events[0][0]
    for place, word in events:
        last[word] = place
        if len(last) == len(places):
            best = min(best, place - min(last.values()))
    return best
