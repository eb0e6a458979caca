"""From bytes to text: the encoding is looked for, never guessed where it can be known."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED = 2000
"""Bytes that tell whether a text has two a character."""
_LINE_ENDS = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was come by."""

    text: str
    encoding: str


def decode(raw: bytes, *, declared: str | None = None, partial: bool = False) -> Decoded:
    """Return the text of `raw`: byte order mark, else UTF-16 by its zeros, strict UTF-8, as declared, else cp1252.

    Args:
        raw: the bytes.
        declared: an encoding that the document names (a meta tag, an XML declaration).
        partial: the bytes are a document's beginning; a character cut at the end is left out.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Decoded(_lines(_incremental(raw, name, partial)), name)
    if raw[:_LOOKED].count(0) > len(raw[:_LOOKED]) // 4:  # no byte order mark, but every other byte is empty
        name = "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be"
        return Decoded(_lines(_incremental(raw, name, partial)), name)
    for name in ("utf-8", declared or ""):
        if name:
            try:
                return Decoded(_lines(_incremental(raw, name, partial, "strict")), name)
            except (UnicodeDecodeError, LookupError):
                continue
    return Decoded(_lines(raw.decode("cp1252", "replace")), "cp1252")


def _incremental(raw: bytes, name: str, partial: bool, errors: str = "replace") -> str:
    return codecs.getincrementaldecoder(name)(errors).decode(raw, final=not partial)


def _lines(text: str) -> str:
    return _LINE_ENDS.sub("\n", text)
