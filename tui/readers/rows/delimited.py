"""Rows out of CSV, TSV and their like: delimiter, quoting and encoding found by looking, broken rows named by number.

Read as a stream: no more than one row is held, and a quote that is never closed costs one row, not the rest.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TextIO

from tui.readers.document import Document
from tui.text.decoding import STRAY_CP1252, decode
from tui.text.mojibake import mend

ROW = 4_000_000
"""Characters that one row may have; a longer one is a quote that was never closed."""
RESCUES = 64
"""Times that reading goes back behind an open quote; then the rest is taken as it comes."""
_DELIMITERS = "\t|;$,"
"""The comma last: it is the one that stands in prose, and the first of equals is taken."""
_JOINTS = (" ::: ", " +++$+++ ", "|||")
_UNIT = "\x1f"
_TORN = re.compile(r'(?:^|\t)"[^"\t\n]*"[^"\t\r\n]')
"""A quotation mark that opens a cell and closes before its end: it belongs to the text."""
_DOUBLED = re.compile(r'"(?:[^"]|"")*""(?:[^"]|"")*"')
_NUMBER = re.compile(r"(?:https?://(?:www\.|m\.)?imdb\.com/title/)?tt\d{7,9}\b[^\s,;|]{0,200}\s*")
"""A line that is nothing but IMDb's number of a film, or the address that it stands in."""
_FORMULA = '="'


@dataclass(frozen=True, slots=True)
class Shape:
    """How cells are parted."""

    delimiter: str
    escape: str | None = None
    quoted: bool = True
    width: int = 0
    """Cells in most rows."""
    spaced: bool = False
    """A space stands between a delimiter and the quote after it."""
    even: float = 0.0
    """Share of the rows that have as many."""
    joint: str = ""
    """What parts cells where it is more than one character: « ::: »; taken for the delimiter."""
    guarded: int = 0
    """Rows with a cell in quotes because of a delimiter or a line break in it, where no quote is out of place."""

    def reader(self, lines: Iterator[str], *, strict: bool = False) -> Iterator[list[str]]:
        """Return the parser of `lines`; a strict one raises where a quote is out of place."""
        if self.joint:
            lines = (line.replace(self.joint, self.delimiter) for line in lines)
        return csv.reader(
            lines,
            strict=strict,
            delimiter=self.delimiter,
            escapechar=self.escape,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            skipinitialspace=self.spaced,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    number: int
    """From 1, the header is row 1; as a spreadsheet counts."""
    cells: list[str]
    broken: str = ""
    """Why the row cannot be used; empty where it can."""


def encoding_of(raw: bytes) -> tuple[str, str]:
    """Return the encoding of a document by its head, and what to do with bytes that are none of it."""
    found = decode(raw, partial=True).encoding.partition(",")[0]
    if found in {"utf-8", "cp1252"}:
        return "utf-8", STRAY_CP1252
    return found, STRAY_CP1252 if found == "utf-8-sig" else "replace"


class _Mended(io.TextIOWrapper):
    """Lines of a document that somebody decoded wrongly before, made right again."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        return mend(super().readline(size))


@contextmanager
def text_of(document: Document) -> Iterator[TextIO]:
    """Open a document as text, line ends as they are."""
    encoding, errors = encoding_of(document.head)
    stream = document.open()
    kind: type[io.TextIOWrapper] = _Mended if document.is_garbled else io.TextIOWrapper
    text = kind(stream, encoding=encoding, errors=errors, newline="")
    text._CHUNK_SIZE = 1 << 18  # type: ignore[attr-defined]  # noqa: SLF001 - the documented default of 8 kB halves the speed
    try:
        yield text
    finally:
        text.close()


def head_lines(document: Document) -> list[str]:
    """Return the whole lines of a document's head."""
    encoding, errors = encoding_of(document.head)
    text = mend(codecs.getincrementaldecoder(encoding)(errors).decode(document.head))
    lines = io.StringIO(text, newline="").readlines()
    if len(document.head) < document.size and len(lines) > 1:
        lines.pop()
    return lines


def shape_of(lines: list[str], known: Callable[[str], object], *, table: bool = False) -> Shape | None:
    """Return how the cells of `lines` are parted, None where they are no table.

    Args:
        lines: whole lines from a document's beginning.
        known: says whether a header's cell is a name that is known.
        table: the document calls itself a table; then one column needs no other sign.
    """
    if (joined := _joined(lines)) is not None:
        return joined
    best = _best(lines, known)
    return (
        _single_column(lines, known, table=table) if best is None else replace(best, guarded=guarded_rows(best, lines))
    )


def _best(lines: list[str], known: Callable[[str], object]) -> Shape | None:
    """Return the shape in which most rows are as wide, and most of the first are names."""
    best: tuple[float, Shape] | None = None
    sample = "".join(lines)
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        for escape in (None, "\\") if '\\"' in sample else (None,):
            for quoted in (True, False) if delimiter == "\t" and '"' in sample else (True,):
                shape = Shape(delimiter, escape, quoted, spaced=f'{delimiter} "' in sample)
                rows = sample_of(shape, lines)
                if not rows:
                    continue
                width, often = Counter(map(len, rows)).most_common(1)[0]
                if width < 2:
                    continue
                names = sum(1 for cell in rows[0] if known(cell))
                even = often / len(rows)
                if quoted and delimiter == "\t" and _is_torn(shape, lines):
                    continue
                score = names / max(len(rows[0]), 2) + even + (0.01 if quoted and escape is None else 0)
                score += 0.02 if escape is not None and _escapes(shape, lines) else 0
                if best is None or score > best[0]:
                    best = score, replace(shape, width=width, even=even)
    return best[1] if best is not None else None


def _is_torn(shape: Shape, lines: list[str]) -> bool:
    """Say whether quotation marks belong to the texts of a table, where most such tables have none around cells."""
    if shape.escape is not None and _in_place(shape, lines):
        return False
    return any(map(_TORN.search, lines)) and not guarded_rows(shape, lines)


def _escapes(shape: Shape, lines: list[str]) -> bool:
    """Say whether quotes are in place only where a stroke before one takes its meaning from it."""
    return _in_place(shape, lines) and not _in_place(replace(shape, escape=None), lines)


def _in_place(shape: Shape, lines: list[str]) -> bool:
    try:
        deque(shape.reader(iter(lines), strict=True), maxlen=0)
    except csv.Error as error:
        return "end of data" in str(error)  # the last row may be cut
    return True


def _joined(lines: list[str]) -> Shape | None:
    """Return the shape of lines that are parted by several characters, as often in each; None where they are not."""
    for joint in _JOINTS:
        counts = {line.count(joint) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and (often := counts.pop()):
            return Shape(_UNIT, quoted=False, width=often + 1, joint=joint, even=1.0)
    return None


def _single_column(lines: list[str], known: Callable[[str], object], *, table: bool) -> Shape | None:
    """Return the shape of a table of one column: texts in quotes, below a name that is known or below none."""
    shape = Shape(",", width=1, even=1.0)
    if len(lines) > 2 and all(map(_NUMBER.fullmatch, lines)):
        return shape
    headed = bool(lines) and bool(known(lines[0].strip().strip('"')))
    if not headed and not (lines and lines[0].startswith('"')):
        return None
    rows, guarded = sample_of(shape, lines), guarded_rows(shape, lines)
    if len(rows) < 3 or any(len(cells) != 1 for cells in rows):
        return None
    marked = guarded >= 0.5 * len(rows[headed:]) and any("\n" in text or '"' in text for (text,) in rows)
    return replace(shape, guarded=guarded) if marked or (table and headed) else None


def guarded_rows(shape: Shape, lines: list[str]) -> int:
    """Count the rows whose quotes hold a delimiter or a line break; 0 where a quote is out of place anywhere."""
    if not shape.quoted:
        return 0
    count = 0
    feed = iter(lines)
    reader = shape.reader(feed, strict=True)
    try:
        for cells in reader:
            count += any(shape.delimiter in cell or "\n" in cell for cell in cells)
    except csv.Error:
        return count if next(feed, None) is None else 0
    return count


def sample_of(shape: Shape, lines: list[str]) -> list[list[str]]:
    """Return the rows of a document's beginning, without the last, which may be cut."""
    rows: list[list[str]] = []
    try:
        rows.extend(list(map(_plain, cells)) for cells in shape.reader(iter(lines)) if any(cells))
    except csv.Error:
        return rows
    return rows[:-1] if len(rows) > 3 else rows


@dataclass(slots=True)
class _Feed:
    """Lines for the parser, with the lines of the row at hand, so that it can go back behind the first of them."""

    stream: TextIO
    taken: list[str] = field(default_factory=list)
    back: deque[str] = field(default_factory=deque)
    size: int = 0
    ended: bool = False
    """Whether a line was asked for where there is none; a row that comes after that ends in an open quote."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else self.stream.readline(ROW)
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self.size += len(line)
        if self.size > ROW:
            raise csv.Error("row too long")
        return line

    def start(self) -> None:
        self.taken.clear()
        self.size = 0

    def rescue(self) -> None:
        """Give all but the first of the row's lines back."""
        self.ended = False
        self.back.extendleft(reversed(self.taken[1:]))


def rows_of(stream: TextIO, shape: Shape, fits: Callable[[list[str]], bool]) -> Iterator[Row]:
    """Yield the rows of a table, empty ones left out.

    Args:
        stream: the text, line ends as they are.
        shape: how cells are parted.
        fits: says whether cells are what the table's columns hold; tells rows from the lines of a long text.
    """
    csv.field_size_limit(max(csv.field_size_limit(), 2 * ROW))
    feed = _Feed(stream)
    reader = shape.reader(feed)
    rescues = number = 0
    while True:
        feed.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            number += 1
            yield Row(number, [], "a quote is opened and never closed" if len(feed.taken) > 1 else "it is too long")
            if rescues < RESCUES:
                feed.rescue()
                rescues += 1
            reader = shape.reader(feed)
            continue
        if not any(cells):
            number += cells != []
            continue
        number += 1
        if _is_open(feed, shape, fits, len(cells), rescued=rescues >= RESCUES):
            rescues += 1
            if rescues <= RESCUES:
                feed.rescue()
            yield Row(number, [], "a quote is opened and never closed")
            reader = shape.reader(feed)
            continue
        if _FORMULA in feed.taken[0] or (len(feed.taken) > 1 and any(_FORMULA in line for line in feed.taken)):
            cells = list(map(_plain, cells))
        yield Row(number, cells if shape.quoted else [_unquoted(cell) for cell in cells])


def _is_open(feed: _Feed, shape: Shape, fits: Callable[[list[str]], bool], width: int, *, rescued: bool) -> bool:
    """Say whether a row has a quote that is never closed; the last of a cut file may be whole but for that."""
    if feed.ended and width != shape.width:
        return True
    return len(feed.taken) > 1 and not rescued and _swallowed(feed.taken, shape, fits, width)


def _plain(cell: str) -> str:
    """Return a cell that a spreadsheet was told to take for text, «="0111161"», as that text."""
    return cell[2:-1].replace('""', '"') if cell.startswith(_FORMULA) and cell.endswith('"') and len(cell) > 3 else cell


def _unquoted(cell: str) -> str:
    """Return a cell that was quoted after all, where others of its table are not: the marks in it are doubled."""
    return cell[1:-1].replace('""', '"') if _DOUBLED.fullmatch(cell) else cell


def _swallowed(taken: list[str], shape: Shape, fits: Callable[[list[str]], bool], width: int) -> bool:
    """Say whether the lines after a row's first are rows of their own that an open quote has swallowed."""
    quotes = sum(line.count('"') for line in taken)
    if width == shape.width and len(taken) < 200 and quotes % 2 == 0:
        return False
    later = [line for line in taken[1:201] if line.strip()]
    good = 0
    for line in later:
        try:
            cells = next(shape.reader(iter([line])), [])
        except csv.Error:
            continue
        good += len(cells) == shape.width and fits(cells)
    return bool(later) and good >= 0.6 * len(later)
