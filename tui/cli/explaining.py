"""Which readers were asked about a document, and why one won."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import Line, Output, counted

if TYPE_CHECKING:
    from tui.readers.document import Document

Told = dict[str, object]


def explain(paths: Sequence[Path], out: Output, *, as_json: bool) -> int:
    """Print, for each document, how sure each reader is; nothing is imported."""
    from tui.readers.walk import Unreadable, walk

    told: list[Told] = []
    for found in walk(paths):
        if isinstance(found, Unreadable):
            one: Told = {"path": str(found.path), "reader": None, "asked": [], "reason": found.reason}
        else:
            one = _ask(found)
        told.append(one)
        if not as_json:
            _show(one, out)
    if as_json:
        out.value(told)
    return 1 if any(one["reader"] is None for one in told) else 0


def _ask(document: Document) -> Told:
    import msgspec

    from tui.readers import guard

    opinion = guard.opinion(document)
    asked = [msgspec.structs.asdict(one) for one in opinion.asked]
    return {"path": document.name, "reader": opinion.reader, "asked": asked, "reason": opinion.reason}


def _show(one: Told, out: Output) -> None:
    from tui.text import clean_line

    verdict = f"read as {one['reader']}" if one["reader"] else f"not read: {one['reason']}"
    out.lines([Line(f"{clean_line(str(one['path']))}: {verdict}", style="bold")])
    asked = one["asked"] if isinstance(one["asked"], list) else []
    likely = [answer for answer in asked if answer["sure"] > 0]
    if likely:
        rows = ((answer["reader"], f"{answer['sure']:.2f}", answer["why"]) for answer in likely)
        out.table(("Reader", "Sure", "Why"), rows, right=("Sure",))
    for why, number in Counter(str(answer["why"]) for answer in asked if not answer["sure"] > 0).items():
        out.say(f"{counted(number, 'other reader')}: {why}")
