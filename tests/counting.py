"""Counts the work that something takes, where a clock would ask how busy the machine is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Counter:
    """How many functions were called in this thread."""

    calls = 0

    def __call__(self, *_: object) -> None:
        """Take note of a call or a return."""
        self.calls += 1


@contextmanager
def counted() -> Iterator[Counter]:
    """Count what is called from here on."""
    counter, before = Counter(), sys.getprofile()
    sys.setprofile(counter)
    try:
        yield counter
    finally:
        sys.setprofile(before)
