"""What the user decided about which films are one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tui.library.changing import Writer
from tui.library.identity import Decision

DECISIONS = "decisions"
"""Name of the state document that holds what the user decided about which films are one."""


def read_decisions(writer: Writer) -> tuple[Decision, ...]:
    """Return what the user decided about which films are one."""
    raw = writer.state(DECISIONS)
    return msgspec.json.decode(raw, type=tuple[Decision, ...]) if raw else ()


def write_decisions(writer: Writer, decisions: Iterable[Decision]) -> None:
    """Replace what the user decided about which films are one."""
    writer.put_state(DECISIONS, msgspec.json.encode(sorted(set(decisions))))
