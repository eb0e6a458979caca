"""IMDb pages that list titles: charts, members' lists, search results, in all generations of markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Extract, Rating
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text.durations import find_minutes
from tui.text.ratings import find_votes, parse_rating

_ROWS = "tr, li.ipc-metadata-list-summary-item, .lister-item, .list_item, .titleColumn"
_TITLE = re.compile(r"/title/(tt\d{7,9})")
_PLACE = re.compile(r"^\s*\d{1,4}\.\s+")
_YEAR = re.compile(
    r"\((?:[^()]{0,12}\b)?((?:18|19|20)\d\d)\b"
    r"|(?<![\d#])((?:18|19|20)\d\d)(?:[–-](?:\d{4})?)?(?=\s|\d+h|$)"
)
_RATING = (
    ".ratingColumn strong, .ipc-rating-star--rating, .ratings-imdb-rating strong, .imdbRating strong, "
    ".rating-rating .value"
)


def titles(page: Page) -> Iterator[Extract]:
    """Yield the titles that a page lists, each once, with year and rating where the row says them."""
    seen: set[str] = set()
    for row in page.all(_ROWS):
        link = next((one for one in row.css("a[href*='/title/tt']") if line(one)), None)
        found = _TITLE.search((link.attributes.get("href") or "") if link is not None else "")
        if link is None or found is None or found[1] in seen:
            continue
        seen.add(found[1])
        yield page.extract(_titled(row, link, found[1]))


def _titled(row: LexborNode, link: LexborNode, identity: str) -> Draft:
    draft = Draft()
    draft.id("imdb", identity)
    name, text = _PLACE.sub("", line(link)), line(row)
    draft.titled(name)
    if year := _YEAR.search(text.replace(name, " ", 1)):
        draft.number("year", int(year[1] or year[2]))
    draft.number("runtime_minutes", find_minutes(text) or 0)
    strong = row.css_first(_RATING)
    if rated := parse_rating(line(strong), scale=10, by="imdb"):
        hint = (strong.attributes.get("title") or "") if strong is not None else ""
        votes = find_votes(re.sub(r"user (?=ratings|votes)", "", hint.split(" on ")[-1])) if " on " in hint else None
        draft.rating(Rating(value=rated.value, out_of=10, by="imdb", votes=votes))
    if summary := row.css_first(".outline, .ipc-html-content-inner-div, .lister-item-content > p.text-muted + p"):
        draft.text("synopsis", line(summary))
    return draft
