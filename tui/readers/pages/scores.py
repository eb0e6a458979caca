"""Scores without a scale («8» above a name, «[4.5] Ada Quill»), written with the one that they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.lines import Line, blocks
from tui.readers.pages.meta import read_meta
from tui.readers.pages.names import name_likeness
from tui.readers.pages.vocabulary import key
from tui.text.ratings import find_rating

_SCORE = re.compile(r"10(?:[.,]0)?|\d(?:[.,]\d)?|[1-9]\d|100")
_COLUMN = re.compile(r"(?P<score>100|[1-9]?\d(?:[.,]\d)?)(?:\s{2,}|\t+)(?=[^\W\d])")
"""«75  Ada Quill  6 Nov 2009»."""
_IN_BRACKETS = re.compile(r"[(\[](?P<score>10(?:[.,]0)?|\d(?:[.,]\d)?)[)\]]\s+(?=[^\W\d][^=]{2,80}$)")
"""«[4.5] Ada Quill -- 19 Jul 2008»."""
_HEADLINED = re.compile(r"(?P<score>10(?:[.,]0)?|\d[.,]\d)\s+(?=[^\W\d])")
"""«5.0 A headline», above a date."""
_NAMED = re.compile(r"(?P<score>10|\d)\s(?=[^\W\d])")
"""«7 fogbound», above a date."""
_BEHIND = re.compile(
    r"(?P<name>[^\W\d][^()\[\]]{1,38}?)(?:\s*\[(?=[\d.,]+\]$)|\s{2,}(?=[\d.,]+$))(?P<score>100|[1-9]?\d(?:[.,]\d)?)\]?$"
)
"""«Ottmar Zeiss [8]», «Ottmar Zeiss   8»."""
_DATED = re.compile(r"(?P<name>[^|]{0,40}\b(?:19|20)\d\d)(?:\s{2,}|\t+|\s*[|·•–—]\s*)(?P<score>10|\d(?:[.,]\d)?)$")
"""«Publiée le 12 mars 2011   4,0»."""
_BEFORE_DATE = re.compile(r"(?P<score>10|\d[.,]\d)(?:\s{2,}|\t+|\s*[|·•–—]\s*)(?=[^|]{4,40}\b(?:19|20)\d\d$)")
"""«4,0 — Publiée le 12 mars 2011»."""
_COUNT = re.compile(r"[\d.,]{1,7}")


def with_scales(lines: Sequence[Line]) -> list[Line]:
    """Write the scale behind a score that stands alone above a name («8») or before it, where reviews begin so."""
    dated = (place for place, line in enumerate(lines[1:]) if not line.blank and _is_date(line))
    headed = [place for place in dated if find_rating(lines[place].text) is None]
    named = _found(_NAMED, lines, headed)
    if len(named) > 1 and all(name_likeness(lines[place].text[found.end() :]) > 0 for place, found in named.items()):
        return _rewritten(lines, named)
    brackets = _found(_IN_BRACKETS, lines, range(len(lines)))
    counted = [found["score"] for found in brackets.values()] == [str(n) for n in range(1, len(brackets) + 1)]
    metas = [read_meta(lines[place].text[found.end() :]) for place, found in brackets.items()]
    if len(brackets) > 1 and not counted and all(meta and meta.author for meta in metas):
        return _rewritten(lines, brackets)
    behind = _found(_BEHIND, lines, (place for place, line in enumerate(lines) if line.blank or not place))
    if len(behind) > 1:
        return _rewritten(lines, behind, " | ")
    dates = _found(_DATED, lines, range(len(lines))) or _found(_BEFORE_DATE, lines, range(len(lines)))
    if len(dates) > 1:
        return _rewritten(lines, dates, " | ")
    columns = _found(_HEADLINED, lines, headed) | _found(_COLUMN, lines, range(len(lines)))
    if len(columns) > 1:
        return _rewritten(lines, columns, "  ")
    return _alone(lines)


def scale_of(scores: Iterable[float]) -> int:
    """Return the scale that a page's scores need."""
    highest = max(scores)
    return 100 if highest > 10 else 10 if highest > 5 else 5


def _found(shape: re.Pattern[str], lines: Sequence[Line], places: Iterable[int]) -> dict[int, re.Match[str]]:
    return {place: found for place in places if (found := shape.match(lines[place].text))}


def _rewritten(lines: Sequence[Line], founds: dict[int, re.Match[str]], mark: str = " | ") -> list[Line]:
    """Return lines with the scale behind each score that they begin with."""
    scale = scale_of(float(found["score"].replace(",", ".")) for found in founds.values())
    return [
        replace(
            line, text=f"{found['score']}/{scale}{mark}{found.groupdict().get('name', '')}{line.text[found.end() :]}"
        )
        if (found := founds.get(place))
        else line
        for place, line in enumerate(lines)
    ]


def _alone(lines: Sequence[Line]) -> list[Line]:
    dense = not any(line.blank for line in lines[1:])
    scores = {
        place: float(line.text.replace(",", "."))
        for place, line in enumerate(lines[:-1])
        if _SCORE.fullmatch(line.text) and not lines[place + 1].blank and _heads_review(lines, place, dense=dense)
    }
    if not scores or (len(scores) < 2 and (0 not in scores or not _dated_below(lines[1:4]))):
        return list(lines)
    scale = scale_of(scores.values())
    return [replace(line, text=f"{line.text}/{scale}") if place in scores else line for place, line in enumerate(lines)]


def _heads_review(lines: Sequence[Line], place: int, *, dense: bool) -> bool:
    """Say whether a number alone is the score above a review; between lines without gaps it may count votes."""
    if any(_is_date(lines[other]) for other in (place - 1, place + 1) if other >= 0):
        return True
    if not dense:
        return lines[place].blank or not place
    above = lines[place - 1].text if place else ""
    below = lines[place + 1]
    counts = _COUNT.fullmatch(above) or not re.search(r"[^\W\d_]", above) or key(above) in ("helpful", "useful")
    text = len(below.text.split()) > 2 and not is_furniture(below.raw)
    return text and not (place > 1 and counts) and len(lines[place].text) < 3


def _dated_below(lines: Sequence[Line]) -> bool:
    """Say whether a date stands alone within the block that these lines begin."""
    block = next(blocks(lines), [])
    return any(map(_is_date, block))


def _is_date(line: Line) -> bool:
    meta = read_meta(line.text)
    return meta is not None and meta.date is not None
