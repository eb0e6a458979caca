"""Running times in tables: of minutes, of seconds, of a media server's ticks.

What a bare number counts is told by its column: 1,500 among minutes is a film of a day, among seconds a short one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.text.durations import parse_minutes

_SECONDS = 1200
"""A running time without a unit that is none of minutes."""
_FRINGE = re.compile(r"\.0+$|(?:\[\w{1,3}\])+$")
"""Behind a running time: the tail of a float, the marks of footnotes."""
_BARE = re.compile(r"\d{1,12}", re.ASCII)
_USUAL = range(40, 301)
"""Minutes that most films last."""
_UNITS = ((1, 1), (60, 60), (1_000_000, 60_000), (10**12, 600_000_000))
"""Up to how many times that it is of minutes, of seconds, of milliseconds, of a media server's ticks; how many of
them make a minute."""


def minutes(text: str, per_minute: int | None = None) -> int | None:
    """Return a running time in minutes.

    Args:
        text: the time as it is written.
        per_minute: what makes a minute in a bare number; None where only the number itself can tell: what no film
            lasts is of seconds, or of milliseconds.
    """
    text = _FRINGE.sub("", text.strip())
    if (size := per_minute or _size(text) or 1) > 1 and _BARE.fullmatch(text):
        return int(text) // size or None
    return parse_minutes(text)


def minute_of(column: Sequence[str]) -> int | None:
    """Return what makes a minute in a column of bare running times; None where it leaves each number to tell.

    It is what makes most of them as long as films are.
    """
    bare = [int(text) for cell in column if _BARE.fullmatch(text := _FRINGE.sub("", cell.strip())) and int(text)]
    usual = {size: sum(number // size in _USUAL for number in bare) for _, size in _UNITS}
    size = max(usual, key=lambda one: usual[one])
    return size if usual[size] > 1 and usual[size] >= len(bare) / 2 else None


def _size(text: str) -> int | None:
    if not _BARE.fullmatch(text) or not int(text):
        return None
    return next(size for most, size in _UNITS if int(text) < most * _SECONDS)
