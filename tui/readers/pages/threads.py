"""Threads of a forum: posts by several people, each with a name and a date, and no text above the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.lines import Line
from tui.readers.pages.meta import Meta, read_meta
from tui.text.comparing import squash
from tui.text.titles import split_year

LEAST = 2
"""Posts that make a thread."""
_SOLID = 60
"""Characters from which a line that ends a sentence is text."""
_CELLS = re.compile(r"\t+|\s{3,}")
_REPLY = re.compile(r"^\W*(?:re|aw|sv|odp|thread|topic)\s*:\s*", re.IGNORECASE)


def thread_of(lines: Sequence[Line]) -> tuple[Line, list[Line]] | None:
    """Return the line that names a thread's film and the lines of its posts, None where a page is no thread."""
    metas = [read_meta(line.plain) for line in lines]
    dated = [
        place
        for place, meta in enumerate(metas)
        if meta is not None and meta.date and not is_furniture(lines[place].raw) and _is_post(lines, place)
    ]
    if len(dated) < LEAST:
        return None
    first = dated[0]
    above = lines[:first]
    if any(len(line.text) >= _SOLID and line.text[-1:] in ".!?" for line in above):
        return None
    named = next((line for line in reversed(above) if split_year(title_of(line.plain)).year), None)
    if named is None:
        return None
    return named, _posts(lines[first:], title_of(named.plain), metas)


def title_of(heading: str) -> str:
    """Return the film that a thread's heading names: «Stalker (1979)» of «Thread: Stalker (1979)»."""
    return _REPLY.sub("", heading)


def _is_post(lines: Sequence[Line], place: int) -> bool:
    """Say whether text follows the line with a post's date."""
    below = [line for line in lines[place + 1 : place + 7] if not is_furniture(line.raw)]
    return any(len(line.text) > 20 and line.text[-1:] in '.!?…)"”' for line in below)


def _posts(lines: Sequence[Line], title: str, metas: Sequence[Meta | None]) -> list[Line]:
    """Return the lines of the posts without their subjects and without names that stand twice."""
    signed = {meta.author for meta in metas if meta is not None and meta.author and meta.date}
    return [
        line
        for line in lines
        if not is_furniture(line.raw)
        and squash(title_of(line.plain)) != squash(title)
        and _CELLS.split(line.text)[0] not in signed
    ]
