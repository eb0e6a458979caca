"""What a reader is: it looks at a document, says how surely it is one of its own, and yields records.

A reader never touches the store, never opens the network and raises nothing but `DocumentError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from tui.models import Extract, Remark
from tui.readers.document import Document

__all__ = ["Document", "Match", "Reader", "Yield"]

Yield = Extract | Remark
"""What a reader yields: what the document says of one film, or something that its owner should know."""


@dataclass(frozen=True, slots=True)
class Match:
    """How surely a document is one of a reader's own, and why."""

    sure: float
    """0 (not mine) to 1 (cannot be anything else). 0.9: a marker of the format; 0.5: the shape fits."""
    why: str
    """As `matinee import --explain` shows it: «header names Const, Your Rating»."""


NOT_MINE = Match(0.0, "no sign of this format")


@runtime_checkable
class Reader(Protocol):
    """One format."""

    name: str
    """Short and stable, stored in every source: «letterboxd», «film-page», «article»."""
    title: str
    """For people: «Letterboxd account export»."""
    suffixes: tuple[str, ...]
    """Usual suffixes of such files, («.csv», «.zip»); they break ties between equally sure readers, no more."""

    def match(self, document: Document) -> Match:
        """Say how surely `document` is of this format, from its content first, its name last; cheap (head only)."""
        ...

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the document says, streaming where it is large.

        Raises:
            DocumentError: the document cannot be read as this format; nothing of it is kept.
        """
        ...
