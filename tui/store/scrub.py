"""Text is cleaned a second time when it is read: a file of the library may have been edited or synced by anyone.

Nearly every file is clean, so its raw bytes are searched for what `tui.text.clean` would take away; only
where something like it is found is every text of the file cleaned, which is slower.
"""

from __future__ import annotations

import re
from typing import Any

from tui.text import clean

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n") + b"\x7f"
_ESCAPES = (b"\\u", b"\\b", b"\\f", b"\\r")
"""JSON escapes that can stand for a control character; «\\n», «\\t» and «\\"» cannot harm."""
_SUSPECT = re.compile(
    rb"[\xc2\xd8\xe2\xef\xf3](?:"
    rb"(?<=\xc2)[\x80-\x9f\xad]"  # C1 controls, soft hyphen
    rb"|(?<=\xd8)\x9c"  # U+061C
    rb"|(?<=\xe2)(?:\x80[\x8e\x8f\xa8-\xae]|\x81[\xa0-\xaf])"  # bidi marks, overrides, isolates, invisible
    rb"|(?<=\xef)(?:\xbb\xbf|\xbf[\xb9-\xbb])"  # byte order mark, annotations
    rb"|(?<=\xf3)\xa0[\x80\x81])"  # tag characters
)


def is_clean(raw: bytes) -> bool:
    """Say whether no text in a JSON file can hold what `clean` takes away; False also where that is unsure."""
    if any(escape in raw for escape in _ESCAPES) or len(raw.translate(None, _CONTROLS)) != len(raw):
        return False
    return raw.isascii() or _SUSPECT.search(raw) is None


def scrubbed(value: Any) -> Any:
    """Return decoded JSON with every text and every key cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): scrubbed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [scrubbed(item) for item in value]
    return value
