"""Boxes that look alike, on a page whose names say nothing: «sc-bdVaJa kQz», as programs make them from style sheets.

What is left then is the structure: neighbours of one kind that each hold a day, a score or stars, on a page that
calls itself one of reviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.readers.html.page import Page
from tui.readers.html.text import line

_OF_REVIEWS = re.compile(
    r"review|critic|critique|kritik|recen[sz]|reseña|crítica|opini|avis\b|anmeld|yorum|отзыв|рецензи|レビュー|感想|影评|"
    r"影評|短评|리뷰|코멘트|arvostelu|komment|comentario|commentaire",
    re.IGNORECASE,
)
_MARKS = (
    "time, [datetime], [aria-label*=' of '], [aria-label*='/10'], [aria-label*='/5'], [aria-label*=' von '], "
    "[aria-label*=' sur '], [aria-label*=' de '], [aria-label*=star i], [aria-label*='★'], "
    "[title*='/10'], [title*='/5']"
)
"""What a review has, whatever it is called: a day, a score."""
_SCORE = re.compile(r"\d[.,]\d")
_LOOKED_AT = 4000
_MOST = 400
"""Such marks that are looked at."""
_HIGHEST = 8
"""Elements above a mark among which its box is looked for."""
_LEAST_TEXT = 20
"""Characters of a box with a text in it."""


def groups(page: Page, least: int) -> Iterator[list[LexborNode]]:
    """Yield neighbours of one kind that each hold a day or a score, where the page says that it holds reviews."""
    headings = (page.signs.title, *(line(node) for node in page.all("h1, h2, h3")))
    if not any(_OF_REVIEWS.search(one) for one in headings):
        return
    seen: set[int] = set()
    for mark in page.all(_MARKS)[:_MOST] or _numbers(page):
        found = _box(mark)
        parent = found.parent if found is not None else None
        if found is None or parent is None or parent.mem_id in seen:
            continue
        seen.add(parent.mem_id)
        boxes = [node for node in parent.iter() if _kind(node) == _kind(found)]
        if len(boxes) >= least:
            yield boxes


def _numbers(page: Page) -> list[LexborNode]:
    """Return what is only a number as scores are, where nothing is marked as one: «4.5»."""
    return [node for node in page.all("span, div, b, em, strong")[:_LOOKED_AT] if _SCORE.fullmatch(node.text().strip())]


def _box(mark: LexborNode) -> LexborNode | None:
    """Return the first element around a mark that has a text and a neighbour of its kind."""
    node = mark
    for _ in range(_HIGHEST):
        parent = node.parent
        if parent is None or node.tag in {"body", "main", "article"}:
            return node if node.tag == "article" else None
        kind = _kind(node)
        if len(node.text()) >= _LEAST_TEXT and sum(_kind(one) == kind for one in parent.iter()) > 1:
            return node
        node = parent
    return None


def _kind(node: LexborNode) -> tuple[str, str]:
    return node.tag or "", node.attributes.get("class") or ""
