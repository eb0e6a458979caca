"""Reviews in the rows of a table: «| Ada Quill | 5 | The best last line there is. |»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.readers.pages.lines import Line
from tui.readers.pages.vocabulary import LABELS, key
from tui.text.wordsets import words

_BAR = re.compile("[|│║]")
_TABBED = re.compile(r"[^\t]+(?:\t+[^\t]+){2,}")
_ROW = re.compile(r"[|│║].*[|│║]")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d)?")


def _cells(line: Line) -> list[str]:
    if _TABBED.fullmatch(line.raw):
        return re.split(r"\t+", line.raw)
    return [cell.strip() for cell in _BAR.split(line.raw.strip("|│║ "))] if _ROW.fullmatch(line.raw) else []


def out_of_rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the rows of a table of reviews as a line of name, score and date, and one of text."""
    rows = {
        place: cells
        for place, line in enumerate(lines)
        if len(cells := _cells(line)) > 2 and re.search(r"\w", line.raw)
    }
    width = len(next(iter(rows.values()), []))
    if len(rows) < 2 or len(rows) < 0.6 * len(lines) or any(len(cells) != width for cells in rows.values()):
        return list(lines)
    head, *body = rows
    body = body if _is_head(rows[head]) else list(rows)
    spans = [sum(len(rows[place][column]) for place in body) for column in range(width)]
    text = spans.index(max(spans))
    scores = {column for column in range(width) if all(_NUMBER.fullmatch(rows[place][column]) for place in body)}
    found: list[Line] = []
    for place in body:
        found += _as_lines(lines[place], rows[place], text, {column: _scale(rows, body, column) for column in scores})
    return found


def _is_head(cells: Sequence[str]) -> bool:
    """Say whether a row names its columns: «Who | Stars | What»."""
    named = sum(key(cell) in LABELS or key(cell) in _NAMES for cell in cells)
    return named > 1 and not any(character.isdigit() for cell in cells for character in cell)


_NAMES = words(
    "who what stars points comment text wer was wertung sterne qui avis note quien que nota chi cosa voto kto co"
)


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
