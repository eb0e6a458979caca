"""Facts that a section holds besides text: labelled lines and lists of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from tui.readers.pages.facts import Gathered, fact_parts, take_facts
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of, people, take_label
from tui.readers.pages.lines import Line, blocks
from tui.readers.pages.statements import paired, statements
from tui.text.ratings import find_votes, parse_rating


def take_labels(lines: Sequence[Line], gathered: Gathered) -> None:
    """Take the labelled facts of a section («Runtime: 98 min», «Director» with its name below)."""
    stated = statements(paired(lines))
    for place, line in enumerate(stated):
        if score_below(line.plain, next(iter(stated[place + 1 : place + 2]), None), gathered):
            continue
        facts, rest = fact_parts(line.plain)
        if facts and not rest:
            take_facts(
                [fact for fact in facts if fact.name in ("runtime_minutes", "certificate", "languages")], gathered
            )
            continue
        label = label_of(line.text)
        if label and label[1] and label[0] not in ("author", "text", "headline", "title", "date", "synopsis"):
            take_label(label[0], label[1], gathered, line.plain.split(":")[0])


_STAR_ROW = re.compile(r"[★☆⭐]{1,5}")


def score_below(text: str, following: Line | None, into: Gathered) -> bool:
    """Take a number that the line below it says to be a rating: «79» above «METASCORE», «7,6» above «18.442 votos»."""
    if following is None or following.blank or not re.fullmatch(r"\d{1,3}(?:[.,]\d)?\+?%?", text):
        return False
    beside = fact_parts(following.plain)
    if (
        re.fullmatch(r"\d[.,]\d", text)
        and len(beside[0]) > 1
        and not beside[1]
        and (rating := parse_rating(text, scale=10))
    ):
        into.rate(rating, assumed=True)  # «8.0» right above the row of facts
        return False
    if _STAR_ROW.fullmatch(following.plain) and (rating := parse_rating(text, scale=5)):
        into.rate(rating)
        return True
    if (votes := find_votes(following.plain)) and not re.search(r"[^\W\d_]+\W+[^\W\d_]", following.plain):
        rating = parse_rating(text, scale=100 if text.isdecimal() and int(text) > 10 else 10)
        into.rate(changed(rating, votes=votes), assumed=True) if rating else None
        return rating is not None
    label = label_of(following.text)
    return (
        label is not None
        and label[0] in ("rating", "metascore")
        and not label[1]
        and take_label(label[0], text, into, following.plain)
    )


def take_cast(lines: Sequence[Line], gathered: Gathered) -> None:
    """Take the people of a cast list, one or several a line, with the characters they play."""
    kept = [line for line in lines if not is_furniture(line.raw) and len(line.text) <= 300]
    for line in _with_roles(paired(kept)):
        label = label_of(line.text)
        if label and label[1] and take_label(label[0], label[1], gathered, line.text.split(":")[0]):
            continue
        names, characters = people(line.plain)
        if names and all(name[:1].isupper() and len(name.split()) <= 4 for name in names):
            gathered.add("cast", names)
            gathered.add("characters", characters)


def _with_roles(lines: Sequence[Line]) -> list[Line]:
    """Put each role that stands below its player («Tessa Brandt», below «The nurse») behind the name."""
    runs = list(blocks(lines))
    pairs = [list(pair) for run in runs for pair in zip(run[::2], run[1::2], strict=False)]
    if not pairs or any(len(run) % 2 for run in runs) or not all(map(_is_player, (pair[0] for pair in pairs))):
        return list(lines)
    apart = len(runs) > 1 and all(len(run) == 2 for run in runs)
    players = sum(map(_is_player, (pair[1] for pair in pairs)))
    if not apart and players > 0.4 * len(pairs):
        return list(lines)
    return [replace(name, text=f"{name.text} as {role.text}") for name, role in pairs]


def _is_player(line: Line) -> bool:
    """Say whether a line can be a player's full name; a role is often one word, or has an article or marks."""
    words = line.plain.split()
    return 1 < len(words) <= 4 and not re.search(r"[\d,:/()\"]|\b(?:The|Der|Die|Le|La|El|Il|Self)\b", line.plain)
