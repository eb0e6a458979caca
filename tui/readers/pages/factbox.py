"""The box of facts at an encyclopaedia page's head, copied as text: a label, and its values behind or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.readers.pages.facts import Gathered
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.headings import BODY_LEAST, is_body
from tui.readers.pages.labels import label_of, take_label
from tui.readers.pages.lines import Line
from tui.readers.pages.vocabulary import LABELS, SECTIONS, key
from tui.text.titles import split_year

LEAST = 3
"""Known labels that make a box."""
LOOKED_AT = 80
"""Lines of a page's head in which one is looked for."""
_NOTE = re.compile(r"\[[^\[\]]{1,20}\]")


@dataclass(slots=True)
class _Entry:
    label: str
    values: list[str] = field(default_factory=list)


def without_box(lines: Sequence[Line], gathered: Gathered) -> list[Line]:
    """Take the facts of a box above the first paragraph; return the lines that are not of it."""
    head = next((place for place, line in enumerate(lines[:LOOKED_AT]) if _is_text(line)), min(len(lines), LOOKED_AT))
    opens = [place for place in range(head) if _label(lines[place])]
    if sum(key(_label(lines[place]) or "") in LABELS for place in opens) < LEAST or "\t" not in lines[opens[0]].raw:
        return list(lines)
    entries: list[_Entry] = []
    for line in lines[opens[0] : head]:
        label = _label(line)
        cells = [cell for cell in _NOTE.sub("", line.plain if label is None else line.text).split("\t") if cell.strip()]
        if label is not None:
            entries.append(_Entry(label, cells[1:]))
        else:
            entries[-1].values += cells
    for entry in entries:
        value = ", ".join(cell.strip() for cell in entry.values)
        if value and not take_label(LABELS.get(key(entry.label), "other"), value, gathered, entry.label):
            take_label("other", value, gathered, entry.label)
    return [*_without_caption(lines[: opens[0]], lines[opens[0]]), *lines[head:]]


def _without_caption(above: Sequence[Line], first: Line) -> list[Line]:
    """Leave out what stands upon the box: the title again, the words below the poster; never the page's first line."""
    end = len(above)
    while end > 1 and not (above[end] if end < len(above) else first).blank and _is_caption(above[end - 1]):
        end -= 1
    return list(above[:end])


def _is_caption(line: Line) -> bool:
    return len(line.text) <= BODY_LEAST and split_year(line.plain).title == line.plain and line.text[-1:] not in ".!?"


def _label(line: Line) -> str | None:
    """Return what a line of a box tells of: its first cell, or the whole line where the values stand below it."""
    first, mark, value = line.text.partition("\t")
    if mark and value.strip() and len(first) <= 40:
        return first.strip()
    alone = label_of(line.text) if len(line.text) <= 40 else None
    return line.text if alone and not alone[1] else None


def _is_text(line: Line) -> bool:
    """Say whether a line is a sentence or a section's heading: the box is over."""
    if "\t" in line.text or is_furniture(line.raw):
        return False
    heads = line.blank and key(line.plain) in SECTIONS and not label_of(line.text)
    return heads or (len(line.text.split()) > 6 and len(line.text) >= BODY_LEAST // 2 and is_body(line))
