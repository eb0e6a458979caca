"""Placing records that name no film, by evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from msgspec.structs import replace

from tui.library.changing import Change
from tui.library.intake import Intake
from tui.models import Citation, Extract, UnfiledRecord


@dataclass(slots=True)
class Placed:
    """What placing came to."""

    reviews: int = 0
    """Reviews that films have more than before."""
    waiting: int = 0
    """Records that wait for their film."""


def record_id(source: Citation, extract: Extract) -> str:
    """Return the id of a record that names no film: the same whenever its document is read."""
    text = extract.reviews[0].text if extract.reviews else ""
    return blake2b(f"{source.sha256}{source.lines}{text}".encode(), digest_size=5).hexdigest()


class Placer:
    """Places records with films."""

    def __init__(self, library: object) -> None:
        self._library = library

    def place(self, change: Change, intake: Intake, loose: Sequence[int], check: Callable[[], None]) -> Placed:
        """Place what can be placed, let the rest wait."""
        waiting = {record.id: record for record in change.writer.unfiled()}
        new = 0
        for extract, document, record in intake.extracts(loose):
            identity = record_id(extract.source, extract)
            document.unfiled.add(identity)
            new += identity not in waiting
            waiting.setdefault(identity, UnfiledRecord(id=identity, extract=extract, document=record))
        if new:
            change.writer.put_unfiled([waiting[identity] for identity in sorted(waiting)])
        return Placed(waiting=new)


__all__ = ["Placed", "Placer", "record_id", "replace"]
