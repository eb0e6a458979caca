"""Pages that a site showed instead of what was asked for: not found, prove that you are no robot, sign in first.

They are saved as easily as any other, by programs most of all, and hold sentences and a heading; none is a film's.
"""

from __future__ import annotations

import re

from tui.readers.html.page import Page
from tui.readers.html.text import paragraphs_of

_SAYS = re.compile(
    r"(?:error\s*)?(?:40[0134]|410|429|50[0-4])\b(?!\s*\(\d{4}\))|(?:.{0,40}\W)?(?:page )?not found\b|forbidden$"
    r"|just a moment\b|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)"
    r"|(?:.{0,30}\W)?verify (?:that )?you(?:['’]re| are) (?:not a robot|(?:a )?human)|javascript is disabled"
    r"|(?:please )?enable javascript|(?:log|sign) ?in(?:to)?\b|service unavailable|bad gateway|too many requests"
    r"|sorry, you have been blocked|this site can['’]t be reached|(?:site )?(?:under |scheduled )?maintenance\b"
    r"|(?:451: )?unavailable (?:due to|for) legal reasons|before you continue\b|zustimmung erforderlich"
    r"|sorry, we can['’]t find the page|seite nicht gefunden|page introuvable|página no encontrada"
    r"|página não encontrada|pagina non trovata|stránka nenalezena|nie znaleziono strony|страница не найдена"
    r"|ページが見つかりません|页面不存在|페이지를 찾을 수 없",
    re.IGNORECASE,
)
_LONGEST = 1500
"""Characters of text above which a page says more than that."""
_LARGEST = 250_000
"""Characters of a page that is more than a message."""
_HEADING = re.compile(r"<h[12][^<>]*+>([^<]{1,200})<", re.IGNORECASE)
_FIRST = 20_000
"""Characters of markup in which the heading stands."""


def turned_away(page: Page) -> str | None:
    """Return what a page says that a site showed instead of another, None for every other page.

    Only a page that calls itself so is looked at more closely: a film may be called «404» too, and says more.
    """
    if len(page.text) > _LARGEST:
        return None
    start = page.body_at
    heading = _HEADING.search(page.text, start, start + _FIRST)
    says = next((one for one in (page.signs.title, heading[1] if heading else "") if _SAYS.match(one.strip())), None)
    if says is None or page.data or page.next_data is not None:
        return None
    return says.strip() if len(paragraphs_of(page.text[start:])) <= _LONGEST else None
