"""The passage of a text that shows best why it matches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining

from tui.models import Plain
from tui.search.types import Span

WIDTH = 220
"""Characters of a snippet, about."""
_SPACE = re.compile(r"\s+")
_REACH = 24
"""How far a cut may move to stand at a word's border."""


def snippet(text: str, matches: Sequence[Span]) -> tuple[Plain, tuple[Span, ...]]:
    """Return the densest passage of `text` on one line, and the matches in it.

    The window with the most different matched words wins, then the one with the most matches, then the first. It
    is cut at borders of words; «…» says that the text goes on there.
    """
    start, end = _at_borders(text, *_window(text, matches))
    inside = [span for span in matches if span[0] >= start and span[1] <= end]
    pieces: list[str] = ["… "] if start else []
    moved: list[Span] = []
    place, length = start, sum(map(len, pieces))
    for first, last in inside:
        before = _SPACE.sub(" ", text[place:first])
        match = _SPACE.sub(" ", text[first:last])
        pieces += [before, match]
        length += len(before)
        moved.append((length, length + len(match)))
        length += len(match)
        place = last
    pieces.append(_SPACE.sub(" ", text[place:end]))
    if end < len(text):
        pieces.append(" …")
    return Plain("".join(pieces)), tuple(moved)


def _window(text: str, matches: Sequence[Span]) -> tuple[Span, Span]:
    """Return the window, and what in it must not be cut off."""
    if len(text) <= WIDTH or not matches:
        end = min(len(text), WIDTH)
        return (0, end), (0, min(1, end))
    words = [text[first:last].casefold() for first, last in matches]
    best, best_rank = (0, 0), (-1, -1)
    for i in range(len(matches)):
        j = i
        while j + 1 < len(matches) and matches[j + 1][1] - matches[i][0] <= WIDTH:
            j += 1
        rank = (len(set(words[i : j + 1])), j + 1 - i)
        if rank > best_rank:
            best, best_rank = (matches[i][0], matches[j][1]), rank
    room = max(0, WIDTH - (best[1] - best[0]))
    start = max(0, best[0] - room // 2)
    end = min(len(text), max(start + WIDTH, best[1]))
    return (max(0, min(start, end - WIDTH)), end), best


def _at_borders(text: str, window: Span, kept: Span) -> Span:
    """Move the cuts to borders of words, where one is near, leaving what is to be kept."""
    start, end = window
    if start and not text[start - 1].isspace():
        space = _SPACE.search(text, start, min(start + _REACH, kept[0]))
        start = space.end() if space else start
    while start < kept[0] and text[start].isspace():
        start += 1
    if end < len(text) and not text[end].isspace():
        low = max(end - _REACH, kept[1])
        cut = max(text.rfind(" ", low, end), text.rfind("\n", low, end))
        end = cut if cut > start else end
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < kept[0] and combining(text[start]):
        start += 1
    while end < len(text) and combining(text[end]):
        end += 1
    return start, end
