"""JSON as a stream of values: one array, one object a line; broken ones named, no more than one held.

The decoder of the standard library is used because it can begin in the middle of a text and says where a value
ends (`raw_decode`); it also accepts lone surrogates, which `clean` replaces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from tui.errors import HostileDocumentError
from tui.readers.document import TEXT_LIMIT, Document
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.delimited import text_of
from tui.text.mojibake import mend

CHUNK = 1 << 20
_GAP = re.compile(r"[\s,]*")
_ESCAPED = re.compile(rb"\\u00(?:c[23]|e2|f0)(?:\\u00[89ab]|\\u20|\\u01)", re.IGNORECASE)
"""Mojibake in the ASCII that many programs write JSON in."""
_NEXT = re.compile(r"\}\s*,?\s*(?=\{)")


def objects_of(document: Document, complaints: Complaints) -> Iterator[tuple[int, Any]]:
    """Yield number and value of each entry of the outermost array, line or object.

    Raises:
        HostileDocumentError: nested deeper than any film's data.
    """
    garbled = document.is_garbled or _ESCAPED.search(document.head) is not None
    with text_of(document) as stream:
        try:
            for number, value in _entries(stream, complaints):
                yield number, _mended(value) if garbled else value
        except RecursionError as error:
            raise HostileDocumentError(
                document.name, "it is nested deeper than any film's data", "Look at where the file comes from"
            ) from error


def _mended(value: Any) -> Any:
    """Return a value with its texts mended that somebody decoded wrongly before they were written as JSON."""
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, dict):
        return {mend(key): _mended(inner) for key, inner in value.items()}
    return [_mended(inner) for inner in value] if isinstance(value, list) else value


class _Buffer:
    """The text at hand, read on in chunks."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.text = stream.read(CHUNK)
        self.place = 0
        self.ended = len(self.text) < CHUNK

    def more(self) -> bool:
        """Read on, twice as much where a single value fills all; False at the end or beyond the bound."""
        if self.ended or len(self.text) - self.place > TEXT_LIMIT:
            return False
        rest = self.text[self.place :]
        wanted = max(CHUNK, len(rest))
        found = self.stream.read(wanted)
        self.ended = len(found) < wanted
        self.text, self.place = rest + found, 0
        return bool(found)

    def skip(self) -> str:
        """Go to the next value; return its first character, nothing at the end."""
        while True:
            gap = _GAP.match(self.text, self.place)
            self.place = gap.end() if gap else self.place
            if self.place < len(self.text):
                return self.text[self.place]
            if not self.more():
                return ""


def _entries(stream: TextIO, complaints: Complaints) -> Iterator[tuple[int, Any]]:
    buffer = _Buffer(stream)
    listed = buffer.skip() == "["
    buffer.place += listed
    decode = json.JSONDecoder(strict=False, parse_int=_whole_number).raw_decode
    number = 0
    while (begins := buffer.skip()) and not (listed and begins == "]"):
        try:
            value, end = decode(buffer.text, buffer.place)
        except ValueError as error:
            if not buffer.ended and buffer.more():
                continue
            number += 1
            complaints.row(number, _reason(buffer, error))
            if not _go_on(buffer, listed=listed):
                return
            continue
        if not listed and end == len(buffer.text) and not buffer.ended and begins not in '{["':
            buffer.more()
            continue
        buffer.place = end
        number += 1
        yield number, value


def _whole_number(text: str) -> int | float:
    return int(text) if len(text) < 20 else float(text)


def _reason(buffer: _Buffer, error: ValueError) -> str:
    if buffer.ended and "\n" not in buffer.text[buffer.place :].strip():
        return "the file ends in the middle of it"
    return f"it is no JSON ({getattr(error, 'msg', error)})"


def _go_on(buffer: _Buffer, *, listed: bool) -> bool:
    """Go behind a broken value; False where no next one is in sight."""
    if listed:
        found = _NEXT.search(buffer.text, buffer.place)
        if found is None:
            return False
        buffer.place = found.end()
        return True
    line_end = buffer.text.find("\n", buffer.place)
    if line_end < 0:
        return False
    buffer.place = line_end + 1
    return True
