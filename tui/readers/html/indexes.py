"""Pages that list articles: sections of papers, archives of blogs, results of a search, what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Facts
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text.comparing import squash
from tui.text.titles import split_year

_HEADINGS = "h2, h3, h4"
_FEWEST = 3
"""Articles from which on they are a list."""
_MOST = 60
"""Headings that are looked at."""
_HIGHEST = 6
"""Boxes around a heading that are asked."""
_LEAST_TEASER = 40


def is_index(page: Page, text: str) -> bool:
    """Say whether two thirds of a page's text stand in boxes that are each headed by a link to an article.

    Headings that name films with their years are a ranking's, or reviews.

    Args:
        page: the page.
        text: its main content, or all of its text.
    """
    linked = [heading for heading in page.all(_HEADINGS)[:_MOST] if _is_link(heading)]
    teasers = dict(_teasers(linked)) if len(linked) >= _FEWEST else {}
    if len(teasers) < _FEWEST or 2 * sum(split_year(heading).year is not None for heading in teasers) >= len(teasers):
        return False
    whole = left = squash(text)
    for teaser in teasers.values():
        left = left.replace(squash(teaser), "")
    return 3 * len(left) < len(whole)


def says_little(facts: Facts) -> bool:
    """Say whether what was taken for a film's page tells nothing of who made a film, and how long it is."""
    return not (facts.directors or facts.writers or facts.cast or facts.runtime_minutes)


def _teasers(headings: list[LexborNode]) -> Iterator[tuple[str, str]]:
    """Yield headings that are links as a whole, and what stands below each in a box of its own."""
    for heading in headings:
        box = heading
        for _ in range(_HIGHEST):
            if box.parent is None or box.parent.tag in {"body", "html"} or len(box.parent.css(_HEADINGS)) > 1:
                break
            box = box.parent
        title = line(heading)
        for shape in ("p", "div, span"):
            longest = max((line(one).replace(title, "").strip() for one in box.css(shape)), key=len, default="")
            if len(longest) >= _LEAST_TEASER:
                yield title, longest
                break


def _is_link(heading: LexborNode) -> bool:
    """Say whether a heading is a link, or stands in one."""
    link = heading.css_first("a[href]")
    inside = heading.parent is not None and heading.parent.tag == "a"
    return inside or (link is not None and line(link) == line(heading) != "")
