"""Reviews that no known heading opens: found by what stands at each of them, or by what follows the synopsis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tui.readers.pages.bylines import SAID
from tui.readers.pages.facts import fact_parts
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.header import SYNOPSIS_LEAST, YEAR_LABEL
from tui.readers.pages.inline import inline_meta, trailing_meta
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line
from tui.readers.pages.meta import BY, Meta, read_meta
from tui.readers.pages.names import name_likeness
from tui.readers.pages.patterns import SIGNED, recast
from tui.readers.pages.prose import told_facts
from tui.readers.pages.sections import Section

_TEXT_LEAST = 25
"""Characters from which a line beside a name is what somebody said."""
_HEADING_MOST = 48


def with_unheaded_reviews(sections: list[Section]) -> list[Section]:
    """Where no heading tells of reviews, what follows the synopsis in the head and is more than it, are reviews."""
    if any(section.kind == "reviews" for section in sections):
        return sections
    head = sections[0].lines
    fielded = _first_field(head)
    if fielded is not None:
        return [Section("header", None, head[:fielded]), Section("reviews", None, head[fielded:]), *sections[1:]]
    for number, section in enumerate(sections, 1):
        told = next((place for place, line in enumerate(section.lines) if _tells(line)), 0)
        told -= bool(told and not section.lines[told].blank and _signature(section.lines[told - 1], ()))
        signed = _first_signed(section.lines, told if number == 1 else 0, in_head=number == 1)
        if signed is not None:
            section.lines, heading, posts = _parted(section.lines, signed)
            return [*sections[:number], Section("reviews", heading, posts), *sections[number:]]
    place = next((i for i, line in enumerate(head) if _tells(line)), None)
    if place is None:
        return sections
    end = next((i for i in range(place + 1, len(head)) if head[i].blank), len(head))
    rest = [line for line in head[end:] if not is_furniture(line.raw)]
    signed = sum(line.text[:1] in '"“«„' and trailing_meta(line.text) is not None for line in rest)
    if (len(rest) < 3 and signed < 2) or facts_in(rest) > len(rest) // 2:
        return sections
    return [Section("header", None, head[:end]), *sections[1:], Section("reviews", None, head[end:])]


def _parted(lines: list[Line], first: int) -> tuple[list[Line], Line | None, list[Line]]:
    """Return what stands above the first review, the line that heads the reviews, and the reviews."""
    above = lines[first - 1] if first else None
    heads = above is not None and above.blank and len(above.text) <= _HEADING_MOST and above.text[-1:] not in ".!"
    heads = heads and above is not None and not fact_parts(above.text)[0]
    return lines[: first - 1 if heads else first], above if heads else None, lines[first:]


def facts_in(lines: Sequence[Line]) -> int:
    """Count the facts of a film that lines state."""
    count = 0
    for line in lines:
        if is_furniture(line.raw):
            continue
        facts, rest = fact_parts(line.text)
        dated = YEAR_LABEL.match(line.text)
        label = label_of(dated["label"] if dated else line.text)
        if facts and (not rest or len(facts) > 1):
            count += len(facts)
        elif label and label[1] and label[0] not in ("author", "text", "headline", "other", "date"):
            count += 1
        elif told := told_facts(line.text):
            count += len(told.values)
    return count


def _first_field(lines: Sequence[Line]) -> int | None:
    """Return the place of the first «Review by: …» on a page that gives its reviews field by field."""
    labels = [label_of(line.text) or ("", "") for line in lines]
    authors = [place for place, (meaning, value) in enumerate(labels) if meaning == "author" and value]
    texts = [place for place, (meaning, value) in enumerate(labels) if meaning == "text" and value]
    return min(authors[0], texts[0]) if authors and texts and len(texts) >= len(authors) else None


def _tells(line: Line) -> bool:
    """Say whether a line is the synopsis, with a label or without."""
    label = label_of(line.text)
    return _is_sentence(line) or (label is not None and label[0] == "synopsis" and len(label[1]) >= SYNOPSIS_LEAST)


def _first_signed(lines: Sequence[Line], start: int, *, in_head: bool) -> int | None:
    """Return the place of the first of several lines that tell who wrote a review: «A review by Ada», «Ada 8/10».

    Args:
        lines: a section's lines.
        start: the place from which they are looked for; above it stand the film's facts.
        in_head: they stand among the film's facts.
    """
    told = {line.number: line for line in recast(lines[start:])}
    signed = {
        place: meta
        for place, line in enumerate(lines)
        if line.number in told
        and (meta := _signature(told[line.number], lines[place + 1 : place + 2]))
        and (not in_head or _beside_text(lines, place))
    }
    if len({meta.author for meta in signed.values()}) < 2:
        return None
    first = min(signed)
    below = all(not lines[place].blank and (place + 1 == len(lines) or lines[place + 1].blank) for place in signed)
    while below and first and not lines[first].blank:
        first -= 1  # the names stand below what they said
    return first


def _signature(line: Line, following: Sequence[Line]) -> Meta | None:
    """Return who wrote a review, where a line tells so by more than a name, or the one below it tells when."""
    facts, rest = fact_parts(line.text)
    if len(facts) > 2 and not rest:
        return None
    meta = read_meta(line.plain)
    told = meta is not None and (meta.rating or meta.date or BY.match(line.plain) or line.text.startswith(SIGNED))
    below = read_meta(following[0].plain) if following and not following[0].blank else None
    dated = below is not None and below.date is not None and len(below.date) > len("1987") and below.author is None
    told = told or dated
    if meta and meta.author and told and (meta.strong or (name_likeness(meta.author) > 0 and not line.bullet)):
        return meta
    before = inline_meta(line.text)
    if before and (before[0].rating or before[0].date):
        return before[0]
    behind = trailing_meta(line.text)
    return behind[0] if behind and (line.text[:1] in '"“«„' or line.text[-1:] == ")") else None


def _beside_text(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line holds what somebody said or touches it, but for date and score between."""
    below = list(takewhile(lambda other: not lines[other].blank, range(place + 1, min(place + 4, len(lines)))))
    sides = [*([place - 1] if place else []), place, *(below or range(place + 1, min(place + 2, len(lines))))]
    texts = [lines[other].text for other in sides if len(lines[other].text) >= _TEXT_LEAST]
    return any(SAID.search(text) or trailing_meta(text) for text in texts)


def _is_sentence(line: Line) -> bool:
    return (
        len(line.text) >= SYNOPSIS_LEAST
        and not is_furniture(line.raw)
        and label_of(line.text) is None
        and (len(fact_parts(line.text)[1].split()) > 8 or not fact_parts(line.text)[0])
        and not line.bullet
    )
