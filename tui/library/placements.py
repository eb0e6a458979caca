"""Where records that name no film are, and why: placed, guessed at, barred from a film."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from tui.library.changing import Writer
from tui.models import Citation, Evidence, Extract

STATE = "placements"
"""Name of the state document."""


class Placement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a record was placed."""

    film: str
    source: Citation
    score: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    decided: bool = False
    """True where the user said so."""


class Guess(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A film that a waiting record may belong to."""

    film: str
    score: float
    evidence: tuple[Evidence, ...] = ()


class Placements(msgspec.Struct, kw_only=True):
    """What is known of all records that name no film."""

    placed: dict[str, Placement] = {}
    guesses: dict[str, tuple[Guess, ...]] = {}
    """Of the records that wait."""
    barred: dict[str, tuple[str, ...]] = {}
    """Films that the user said a record does not belong to."""


def read_placements(state: Callable[[str], bytes | None]) -> Placements:
    """Return what is known of all records that name no film."""
    raw = state(STATE)
    return msgspec.json.decode(raw, type=Placements) if raw else Placements()


def write_placements(writer: Writer, placements: Placements) -> None:
    """Write what is known of all records that name no film, in canonical order."""
    writer.put_state(STATE, msgspec.json.encode(placements, order="deterministic"))


def record_id(extract: Extract) -> str:
    """Return the id of a record that names no film: the same whenever its document is read."""
    texts = [review.text for review in extract.reviews] + [item.text for item in extract.trivia]
    content = f"{extract.source.sha256}{extract.source.lines}{''.join(texts)}"
    return blake2b(content.encode(), digest_size=5).hexdigest()
