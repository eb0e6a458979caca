"""Lines of a page's reviews that only their place tells to be who wrote one: adopted as bylines beside sure ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.readers.pages.lines import Line
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.names import is_handle, looks_like_name, name_likeness
from tui.text.dates import find_date
from tui.text.ratings import FoundRating, find_rating

SENDER = re.compile(r"[A-ZÀ-Ž][\w.'’-]*(?:\s[\w.'’-]+){0,3},\s[A-ZÀ-Ž][\w.'’ -]{2,24}|@[\w.-]{2,30}")
_DASHED = re.compile(r"(?:—|–|--|―)\s*(?=[^\W\d])")
SAID = re.compile(r"[.!?…][\"”“’'»«)]*$")
"""How a sentence ends."""
INITIAL = re.compile(r"\s[A-ZÀ-Ž]\.$")
"""How a shortened name ends: «Ada Q.»."""


def adopt(lines: Sequence[Line], roles: Sequence[Meta | None], flags: list[Meta | None]) -> None:
    """Set in `flags` the bylines that are none by themselves.

    Args:
        lines: the lines of the reviews.
        roles: what each line may say as a byline.
        flags: what it surely says, None where it is text.
    """
    _adopt_papers(lines, flags)
    _adopt_names(lines, roles, flags)
    _adopt_signatures(lines, flags)
    _adopt_starred(lines, flags)
    _adopt_dashed(lines, flags)
    _adopt_senders(lines, roles, flags)


def ends_block(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line is the last of its block and not the only one."""
    return not lines[place].blank and (place + 1 == len(lines) or lines[place + 1].blank)


def is_name(role: Meta | None) -> bool:
    """Say whether a line may be the name of somebody."""
    return role is not None and role.author is not None and name_likeness(role.author) > 0


def _stands_between(flags: Sequence[Meta | None], place: int) -> bool:
    """Say whether a line has a score or date above and one below it: what stands there is the author."""
    sides = [flags[other] for other in (place - 1, place + 1) if 0 <= other < len(flags)]
    return len(sides) == 2 and all(side and side.author is None and side.primary != "helpful" for side in sides)


def _adopt_names(lines: Sequence[Line], roles: Sequence[Meta | None], flags: list[Meta | None]) -> None:
    """A bare name counts as an author where it touches a meta line that names nobody: a date first, else a score."""
    weak = [
        (place, role)
        for place, role in enumerate(roles)
        if role
        and flags[place] is None
        and not role.strong
        and role.author is not None
        and (name_likeness(role.author) > 0 or _stands_between(flags, place))
    ]
    weak += _between(lines, roles, flags, [place for place, _ in weak])
    for component in ("date", "rating"):
        adopted = False
        for place, role in weak:
            before = flags[place - 1] if place and not lines[place].blank else None
            after = flags[place + 1] if place + 1 < len(lines) and not lines[place + 1].blank else None
            above = flags[place - 2] if before and place > 1 and not lines[place - 1].blank else None
            named = above is not None and above.author is not None
            nameless = [other for other in (before, after) if other and other.author is None and not named]
            if any(other.has(component) for other in nameless):
                flags[place] = role
                adopted = True
        if adopted:
            return


def _between(
    lines: Sequence[Line], roles: Sequence[Meta | None], flags: Sequence[Meta | None], names: Sequence[int]
) -> list[tuple[int, Meta]]:
    """Return short lines between a text and a date where names stand on the rest of the page: «Shaffer's chair»."""

    def at_place(place: int) -> bool:
        below = flags[place + 1] if place + 1 < len(flags) else None
        touching = below is not None and below.date is not None and below.author is None and not lines[place + 1].blank
        return touching and (not place or lines[place].blank or flags[place - 1] is None)

    others = [
        (place, Meta(author=line.plain))
        for place, line in enumerate(lines)
        if roles[place] is None and len(line.text) <= 30 and line.text[-1:].isalnum() and at_place(place)
    ]
    known = sum(map(at_place, names))
    return others if known > 1 and len(others) <= known else []


def _adopt_signatures(lines: Sequence[Line], flags: list[Meta | None]) -> None:
    """«Rufus Pell, Midlands Courier» right above a score or a date is who said it and where."""
    adopted = 0
    for place, line in enumerate(lines):
        below = flags[place + 1] if place + 1 < len(lines) and not lines[place + 1].blank else None
        scored = below is not None and below.author is None
        last = adopted > 1 and place > 0 and flags[place - 1] is None and ends_block(lines, place)
        if flags[place] is None and (scored or last) and "," in line.text and len(line.text) <= 60:
            meta = read_meta(f"— {line.plain}")
            if meta and meta.author and meta.publication and (" " in meta.author or is_handle(meta.author)):
                flags[place] = meta
                adopted += 1


def _adopt_papers(lines: Sequence[Line], flags: list[Meta | None]) -> None:
    """A score with two short lines below it, and a text below those: the first is the paper, the second the critic."""
    scores = [place for place, flag in enumerate(flags) if flag and flag.rating and not flag.author]
    if len(scores) < 2 or not all(
        _heads_paper(lines[place : place + 4], flags[place + 1 : place + 4]) for place in scores
    ):
        return
    for place in scores:
        paper, critic = lines[place + 1].plain, lines[place + 2].plain
        flags[place + 1] = Meta(publication=paper, strong=True)
        flags[place + 2] = Meta(author=critic, strong=True)


def _heads_paper(lines: Sequence[Line], flags: Sequence[Meta | None]) -> bool:
    if len(lines) < 4 or any(line.blank for line in lines[1:3]) or any(flags):
        return False
    short = all(len(line.text) <= 40 and not SAID.search(line.text) for line in lines[1:3])
    return short and looks_like_name(lines[2].plain) and bool(SAID.search(lines[3].text))


def _adopt_starred(lines: Sequence[Line], flags: list[Meta | None]) -> None:
    """«★★★★ Anna's gran» is who gave it, where others say so below the same sign and are surely named."""
    named = [flag for line, flag in zip(lines, flags, strict=True) if flag and flag.author and _starred(line)]
    for place, line in enumerate(lines):
        found = _starred(line) if flags[place] is None and len(named) > 1 else None
        if found and 1 < len(name := line.text[found.end :].strip()) <= 30 and not SAID.search(name):
            flags[place] = Meta(author=name, rating=found.rating, strong=True)


def _adopt_dashed(lines: Sequence[Line], flags: list[Meta | None]) -> None:
    """«-- Dr. and Mrs. Quill, 3 May 1987» below a text is who said it, where others are named so."""
    named = [flag for line, flag in zip(lines, flags, strict=True) if flag and flag.author and _DASHED.match(line.text)]
    for place, line in enumerate(lines):
        dash = _DASHED.match(line.text) if flags[place] is None and len(named) > 1 and len(line.text) <= 60 else None
        if dash and place and flags[place - 1] is None and ends_block(lines, place):
            said = line.text[dash.end() :]
            date = find_date(said)
            name = said[: date.start if date else len(said)].strip(" ,;(")
            flags[place] = Meta(author=name, date=date.iso if date else None, strong=True) if name else None


def _starred(line: Line) -> FoundRating | None:
    found = find_rating(line.text) if line.text[:1] in "★☆" else None
    return found if found and found.start == 0 else None


def _adopt_senders(lines: Sequence[Line], roles: Sequence[Meta | None], flags: list[Meta | None]) -> None:
    """«Mrs P. Dunmore, Hull» or «Soot S.», last in its block below a text, is who wrote it, where texts end so."""
    nameless = not any(flag and flag.author for flag in flags)
    ends = [place for place in range(1, len(lines)) if ends_block(lines, place) and flags[place - 1] is None]
    signed = [place for place in ends if (flag := flags[place]) and flag.author]
    places = [
        place
        for place in ends
        if flags[place] is None and (SENDER.fullmatch(lines[place].plain) or (nameless and is_name(roles[place])))
    ]
    blocked = sum(line.blank for line in lines)
    if places and len(places) + len(signed) > 1 and len(places) + len(signed) >= 0.4 * blocked:
        for place in places:
            author, _, publication = lines[place].plain.partition(", ")
            flags[place] = Meta(author=author, publication=publication if signed and publication else None, strong=True)
