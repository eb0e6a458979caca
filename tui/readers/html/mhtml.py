"""MHTML («webpage, single file»): the page is taken out of its e-mail wrapping."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from tui.errors import DocumentError
from tui.text.decoding import decode


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The page in an MHTML file."""

    text: str
    url: str


def unwrap(name: str, raw: bytes) -> Unwrapped:
    """Return the first HTML part of an MHTML file, the page that was saved.

    Raises:
        DocumentError: it holds no page.
    """
    message = message_from_bytes(raw)
    saved_from = str(message.get("Snapshot-Content-Location", "")).strip()
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                located = str(part.get("Content-Location", "")).strip()
                return Unwrapped(decode(payload, declared=_declared(part)).text, saved_from or located)
    raise DocumentError(name, "it is a web archive without a page in it", "Save the page again")


def _declared(part: Message) -> str | None:
    found = part.get_content_charset()
    return str(found) if found else None
