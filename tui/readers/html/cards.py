"""Reviews on a page of no known site: boxes of one kind that each hold a text, who wrote it, a score or a day.

What a box and its parts are is told by the words in their classes, ids and marks («review», «comment», «author»,
«rating», «date»), which sites of all years and languages have in common, never by the place that they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Review
from tui.readers.html.card_parts import author, body, date, headline, helpful, link, publication, score, veiled
from tui.readers.html.page import Page
from tui.text.spoilers import announces_spoilers

_WORDS = (
    "review", "comment", "critic", "critique", "kritik", "recen", "opini", "avis", "yorum", "anmeld", "user-post",
    "userpost", "message", "post", "rw-item", "reply", "otzyv",
)  # fmt: skip
_BOXES = (
    ", ".join(
        f"{tag}[{attribute}*={word} i]"
        for word in _WORDS
        for tag in ("div", "li", "article", "section", "tr", "blockquote")
        for attribute in ("class", "data-testid")
    )
    + ", [itemtype$='/Review'], [data-review-id], [typeof='v:Review'], [id^=review], [id^=comment]"
)
_HINT = re.compile(
    r"(?:class|id|data-testid)\s*=\s*[\"']?[^\"'>]{0,200}(?:" + "|".join(_WORDS) + r")|/Review[\"']|data-review-id",
    re.IGNORECASE,
)
_MOST = 3000
"""Boxes that are looked at on one page."""


@dataclass(slots=True)
class _Card:
    """One box and what it says."""

    node: LexborNode
    author: Plain
    text: Plain
    veiled: bool
    score: tuple[float, float | None] | None
    date: str | None


def reviews(page: Page, *, least: int = 2) -> list[Review]:
    """Return the reviews in boxes of the page; nothing where no boxes are surely those.

    Args:
        page: the page.
        least: boxes from which on they are the reviews of the page; of one alone nobody knows, but on a film's page.
    """
    if not _HINT.search(page.text):
        return []
    best: list[_Card] = []
    for group in _groups(page.all(_BOXES)[:_MOST]):
        found = [card for node in group if (card := _card(node)) is not None]
        judged = sum(card.score is not None or card.date is not None for card in found)
        if len(found) >= least and 2 * judged >= len(found) and len(found) > len(best):
            best = found
    if len(best) > 2 and all(card.veiled for card in best):
        best = [replace(card, veiled=False) for card in best]  # a mark on every box is a button to report one
    scale = _scale([card.score for card in best if card.score])
    return [_review(page, card, scale) for card in best]


def _groups(nodes: Sequence[LexborNode]) -> Iterator[list[LexborNode]]:
    """Yield boxes of one kind, those that hold others first: the first word of their classes names the kind."""
    kinds: dict[tuple[str, str], list[LexborNode]] = {}
    for node in nodes:
        said = node.attributes.get("class") or node.attributes.get("data-testid") or node.attributes.get("itemtype")
        name = re.sub(r"\d+", "", (said or "").split(" ")[0])
        kinds.setdefault((node.tag or "", name), []).append(node)
    yield from kinds.values()


def _card(node: LexborNode) -> _Card | None:
    who = author(node)
    told = body(node, who)
    if not who or not told:
        return None
    return _Card(node, who, told, veiled(node), score(node), date(node, told))


def _scale(scores: list[tuple[float, float | None]]) -> float | None:
    """Return what numbers without a scale are out of, as the largest of them shows."""
    most = max((value for value, _ in scores), default=0)
    return 100 if most > 10 else 10 if most > 5 else None


def _review(page: Page, card: _Card, scale: float | None) -> Review:
    value, out_of = card.score or (None, None)
    of = out_of or scale
    return Review(
        author=card.author,
        headline=headline(card.node, card.author, card.text),
        text=card.text,
        rating=Rating(value=value, out_of=of) if value is not None and of and value <= of else None,
        date=card.date,
        publication=publication(card.node, card.author),
        helpful=helpful(card.node),
        spoiler=card.veiled or announces_spoilers(card.text),
        link=page.link(link(card.node)),
    )
