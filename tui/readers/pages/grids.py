"""Reviews in the rows of a table: «| Ada Quill | 5 | The best last line there is. |»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.readers.pages.lines import Line
from tui.readers.pages.vocabulary import LABELS, key

_CELLS = re.compile(r"\s*[|│║]\s*")
_ROW = re.compile(r"[|│║].*[|│║]")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d)?")


def _cells(line: Line) -> list[str]:
    return _CELLS.split(line.raw.strip("|│║ ")) if _ROW.fullmatch(line.raw) else []


def out_of_rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the rows of a table of reviews as a line of name, score and date, and one of text."""
    rows = {
        place: cells
        for place, line in enumerate(lines)
        if len(cells := _cells(line)) > 2 and re.search(r"\w", line.raw)
    }
    width = len(next(iter(rows.values()), []))
    if len(rows) < 3 or len(rows) < 0.6 * len(lines) or any(len(cells) != width for cells in rows.values()):
        return list(lines)
    head, *body = rows
    spans = [sum(len(rows[place][column]) for place in body) for column in range(width)]
    text = spans.index(max(spans))
    scores = {column for column in range(width) if all(_NUMBER.fullmatch(rows[place][column]) for place in body)}
    named = not all(_NUMBER.fullmatch(rows[head][column]) for column in scores) or _is_head(rows[head])
    found: list[Line] = []
    for place in body if named else rows:
        found += _as_lines(lines[place], rows[place], text, {column: _scale(rows, body, column) for column in scores})
    return found


def _is_head(cells: Sequence[str]) -> bool:
    """Say whether a row names its columns: «Who | Stars | What»."""
    return sum(key(cell) in LABELS for cell in cells) > 1


def _scale(rows: dict[int, list[str]], body: Sequence[int], column: int) -> int:
    highest = max(float(rows[place][column].replace(",", ".")) for place in body)
    return 100 if highest > 10 else 10 if highest > 5 else 5


def _as_lines(line: Line, cells: Sequence[str], text: int, scores: dict[int, int]) -> list[Line]:
    told = [
        f"{cell}/{scores[column]}" if column in scores else cell
        for column, cell in enumerate(cells)
        if column != text and cell
    ]
    above = replace(line, text=" | ".join(told), raw=" | ".join(told), blank=True)
    return [above, replace(line, text=cells[text], raw=cells[text], blank=False)]
