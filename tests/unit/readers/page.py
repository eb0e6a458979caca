"""What a test page of a film is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page and what stands on it; `reviews` are (author, text's beginning, rating, date)."""

    name: str
    text: str
    facts: dict[str, Any]
    reviews: tuple[tuple[str | None, str, tuple[float, float] | None, str | None], ...] = ()
    rating: tuple[float, float] | None = None
    absent: tuple[str, ...] = field(default=())
    """What must not get into any record."""
