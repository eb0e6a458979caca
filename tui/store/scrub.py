"""Text is cleaned a second time when it is read: a file of the library may have been edited or synced by anyone.

Nearly every file is clean, so its text is looked at as a whole for what `tui.text.clean` would take away;
only where something like it is found is every text of the file cleaned, which is slower.
"""

from __future__ import annotations

import re
from typing import Any

from tui.text import clean

_ESCAPE = re.compile(rb"\\[ubfr]")
"""JSON escapes that can stand for a control character."""


def is_clean(raw: bytes) -> bool:
    """Say whether no text in a JSON file can hold what `clean` takes away; False also where that is unsure.

    A control character can stand there itself or as an escape. Nearly always every backslash begins the
    escape of a line end or a quotation mark, which counting shows faster than a search for the others.
    """
    usual = raw.count(b"\\n") + raw.count(b'\\"')
    if raw.count(b"\\") != usual and _ESCAPE.search(raw):
        return False
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return False
    return clean(text) == text


def scrubbed(value: Any) -> Any:
    """Return decoded JSON with every text and every key cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): scrubbed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [scrubbed(item) for item in value]
    return value
