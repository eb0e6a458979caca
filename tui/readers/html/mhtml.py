"""MHTML («webpage, single file»): the page is taken out of its e-mail wrapping."""

from __future__ import annotations

import binascii
import codecs
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.errors import DocumentError
from tui.readers.html.places import FoldedLines
from tui.text.decoding import decode

if TYPE_CHECKING:
    from email.message import Message


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The page in an MHTML file."""

    text: str
    url: str
    lines: Callable[[], FoldedLines | None]
    """Tells where in the file each place of the text stands; it is asked only where there is something to place."""


def unwrap(name: str, raw: bytes) -> Unwrapped:
    """Return the page that was saved in an MHTML file: the HTML part that has its address, else the first.

    Raises:
        DocumentError: it holds no page.
    """
    from email import message_from_bytes

    message = message_from_bytes(raw)
    saved_from = str(message.get("Snapshot-Content-Location", "")).strip()
    parts = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    for part in sorted(parts, key=lambda part: not saved_from or _address(part) != saved_from):
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            found = decode(payload, declared=_declared(part))
            lines = partial(_folded, raw, part, found.text, found.encoding)
            return Unwrapped(found.text, saved_from or _address(part), lines)
    raise DocumentError(name, "it is a web archive without a page in it", "Save the page again")


def _folded(raw: bytes, part: Message, text: str, encoding: str) -> FoldedLines | None:
    """Return where in the text each line of the file begins; None where the lines do not make the text again."""
    unpack = _UNPACK.get(str(part.get("Content-Transfer-Encoding", "")).strip().lower(), bytes)
    try:
        packed = str(part.get_payload()).encode("ascii", "surrogateescape")
        decoder = codecs.getincrementaldecoder(encoding.split(",", maxsplit=1)[0])("replace")
        starts, at = [], 0
        for row in packed.splitlines(keepends=True):
            starts.append(at)
            said = decoder.decode(unpack(row))
            at += len(said) - said.count("\r")
    except (LookupError, ValueError):
        return None
    begins = raw.find(packed[:_SAMPLE])
    if begins < 0 or abs(at - len(text)) > 1:  # a mark at the beginning may have gone
        return None
    return FoldedLines(starts, raw.count(b"\n", 0, begins) + 1)


_SAMPLE = 4000
_UNPACK: dict[str, Callable[[bytes], bytes]] = {"quoted-printable": binascii.a2b_qp, "base64": binascii.a2b_base64}


def _address(part: Message) -> str:
    return str(part.get("Content-Location", "")).strip()


def _declared(part: Message) -> str | None:
    found = part.get_content_charset()
    return str(found) if found else None
