"""The one gate through which foreign text gets in: what leaves `clean` may be shown on a terminal.

Unicode's control characters are the C0 set, DEL and the C1 set; the bidirectional controls are those of
UAX #9 (embeddings, overrides, isolates, marks) and U+061C. ZWJ, ZWNJ and the variation selectors stay:
emoji sequences and several scripts need them.
"""

from __future__ import annotations

import re

from tui.models import Plain

_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_TAG_CHARACTERS = "\U000e0000-\U000e007f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\ufeff\u2060-\u2064\u206a-\u206f\ufff9-\ufffb" + _TAG_CHARACTERS
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_BIDI}{_INVISIBLE}\ud800-\udfff]")
_DIRTY = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_BIDI}{_INVISIBLE}\ud800-\udfff]")


def _replacement(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "replace")
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return ""


def clean(text: str) -> Plain:
    """Return `text` without what could harm a terminal or mislead a reader; nothing readable is lost.

    Line ends become «LF»; a C1 code is what cp1252 means by it (0x85 is «…», 0x96 «–»), because texts
    that were read with the wrong encoding are full of them; a lone surrogate becomes U+FFFD; all other
    controls, bidi overrides and invisible format characters go. Idempotent.
    """
    shown = text.replace("\n", "") if "\n" in text else text
    if shown.isprintable() or _DIRTY.search(text) is None:
        return Plain(text)  # what Python calls printable holds none of the unwanted, and is found out far faster
    if "\x85" in text or "\x0b" in text or "\x0c" in text or "\r" in text or "\u2028" in text or "\u2029" in text:
        text = _LINE_END.sub(lambda m: "…" if m[0] == "\x85" else "\n", text)
    return Plain(_UNWANTED.sub(_replacement, text))


def clean_line(text: str) -> Plain:
    """Return `text` cleaned, as one line: every run of white space is one space, none at the ends."""
    if text.isprintable() and "  " not in text:
        return Plain(text.strip(" "))  # of white space only the space is printable
    return Plain(" ".join(clean(text).split()))
