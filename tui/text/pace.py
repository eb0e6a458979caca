"""How far a long task is, how fast it goes and how long it still takes, in words."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui.models import Plain, Progress
from tui.text.cleaning import clean_line

_MEGABYTE = 1_000_000
_LEAST = 1.0
"""Seconds before a rate means anything."""


class Pace:
    """Follows one task after the other."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without a task."""
        self._clock = clock
        self._task = ""
        self._began = 0.0
        self._first = 0

    def told(self, progress: Progress) -> Plain:
        """Return «12.3 of 60.1 MB · 4.1 MB/s · 12 s left · ratings.csv»."""
        now = self._clock()
        if progress.task != self._task:
            self._task, self._began, self._first = progress.task, now, progress.done
        taken, done = now - self._began, progress.done - self._first
        parts = [_amount(progress)]
        if taken >= _LEAST and done > 0:
            rate = done / taken
            parts.append(f"{_number(rate, progress.unit)}/s")
            if progress.total and progress.total > progress.done:
                parts.append(f"{_time((progress.total - progress.done) / rate)} left")
        parts.append(clean_line(progress.detail.rsplit("/", 1)[-1]))
        return Plain(" · ".join(part for part in parts if part))


def _amount(progress: Progress) -> str:
    if progress.unit == "bytes":
        total = progress.total or 0
        return f"{_number(progress.done, 'bytes', bare=True)} of {_number(total, 'bytes')}" if total else ""
    if not progress.total:
        return f"{progress.done:,} {progress.unit}" if progress.done else ""
    return f"{progress.done:,} of {progress.total:,} {progress.unit}"


def _number(amount: float, unit: str, *, bare: bool = False) -> str:
    if unit != "bytes":
        return f"{amount:,.0f}" if amount >= 10 else f"{amount:.1f}"
    return f"{amount / _MEGABYTE:,.1f}" + ("" if bare else " MB")


def _time(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
