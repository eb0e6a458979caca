"""Text that was decoded with the wrong encoding («Ã©» for «é») made right again, where the text itself shows it."""

from __future__ import annotations

import re

_SIGNS = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018-\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
    "|\u00e2[\u0080\u20ac\u201a][\u0080-\u00bf\u0152\u0153\u02dc\u2018-\u201e\u2020-\u2022\u2026\u2122\u0161\u017e]|\u00f0\u0178|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd"
)
_FIRST = "\u00c2\u00c3\u00e2\u00f0\u00ef"
"""What every sign begins with: looking for one character costs a hundredth of what the pattern does."""
CHUNK = 64 * 1024
"""Characters that are mended at once; the repair is per line anyway."""


def is_garbled(text: str) -> bool:
    """Say whether a text has a sign of mojibake."""
    return not text.isascii() and any(map(text.__contains__, _FIRST)) and _SIGNS.search(text) is not None


def mend(text: str) -> str:
    """Return `text` with mojibake repaired (by ftfy, imported only where a sign of it is found)."""
    if not is_garbled(text):
        return text
    import ftfy

    return "\n".join(
        ftfy.fix_encoding(line) if _SIGNS.search(line) and len(line) <= CHUNK else line for line in text.split("\n")
    )
