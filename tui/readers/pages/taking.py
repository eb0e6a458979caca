"""Facts that a section holds besides text: labelled lines and lists of people."""

from __future__ import annotations

from collections.abc import Sequence

from tui.readers.pages.facts import Gathered, fact_parts, take_facts
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of, people, take_label
from tui.readers.pages.lines import Line
from tui.readers.pages.statements import paired, statements


def take_labels(lines: Sequence[Line], gathered: Gathered) -> None:
    """Take the labelled facts of a section («Runtime: 98 min», «Director» with its name below)."""
    for line in statements(paired(lines)):
        facts, rest = fact_parts(line.plain)
        if facts and not rest:
            take_facts(
                [fact for fact in facts if fact.name in ("runtime_minutes", "certificate", "languages")], gathered
            )
            continue
        label = label_of(line.text)
        if label and label[1] and label[0] not in ("author", "text", "headline", "title", "date", "synopsis"):
            take_label(label[0], label[1], gathered, line.plain.split(":")[0])


def take_cast(lines: Sequence[Line], gathered: Gathered) -> None:
    """Take the people of a cast list, one or several a line, with the characters they play."""
    for line in lines:
        if is_furniture(line.raw) or len(line.text) > 300:
            continue
        label = label_of(line.text)
        if label and label[1] and take_label(label[0], label[1], gathered, line.text.split(":")[0]):
            continue
        names, characters = people(line.plain)
        if names and all(name[:1].isupper() and len(name.split()) <= 4 for name in names):
            gathered.add("cast", names)
            gathered.add("characters", characters)
