"""Pages that were saved from the browser's view of their source: the source is taken out of that view."""

from __future__ import annotations

import re
from html import unescape

_LINE = re.compile(r'<td class="line-content">(.*?)(?:</td>|(?=<td class="line-))', re.DOTALL)
_WHOLE = re.compile(r'<body id="viewsource"[^>]{0,400}>(.*)</body>', re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_OPENING = 20_000
"""Characters in which such a view shows itself."""


def shown(text: str) -> str | None:
    """Return the source that a view shows, Chrome's in the cells of a table, Firefox's as one text; None for a page."""
    opening = text[:_OPENING]
    if 'class="line-content"' in opening:
        return "\n".join(_plain(found[1]) for found in _LINE.finditer(text))
    whole = _WHOLE.search(text) if '<body id="viewsource"' in opening else None
    return _plain(whole[1]) if whole else None


def _plain(markup: str) -> str:
    return unescape(_TAG.sub("", markup))
