"""Reviews on a page of no known site: boxes of one kind that each hold a text, who wrote it, a score or a day.

What a box and its parts are is told by the words in their classes, ids and marks («review», «comment», «author»,
«rating», «date»), which sites of all years and languages have in common, never by the place that they stand in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

import msgspec
from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Remark, Review
from tui.readers.html import alike
from tui.readers.html.card_parts import author, body, cleared, date, headline, helpful, link, publication, score, veiled
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs_of
from tui.text.comparing import squash
from tui.text.dates import date_order, parse_date
from tui.text.spoilers import announces_spoilers

_WORDS = (
    "(?<!p)review", "comment", "critic", "critique", "kritik", "recen", "opini", "avis", "yorum", "anmeld", "userpost",
    "message", "post", "rw-item", "reply", "otzyv", "entry", "hred", "hreview",
)  # fmt: skip
_TALK = re.compile(r"comment|reply|message|post|entry", re.IGNORECASE)
"""Boxes that an article and a blog have as well, for what is said of the article, and for the articles themselves."""
_SPEAKS = re.compile("|".join(_WORDS))
"""In small letters: to lower a name first takes a fifth of a search that does not mind its letters."""
_NAMES = re.compile(r"(?!-?\d)[\w-]+")
"""Names that a selector can ask for: one that begins with a figure it cannot."""
_NOTICE = re.compile(
    r"\W*(?:spoiler alert|warning)?\W*(?:this (?:review|comment) )?(?:may )?contains? spoilers\W*", re.IGNORECASE
)
"""What stands in the place of a text that was not unveiled."""
_POSTS = ("shreddit-comment", "[id^=post_message_]")
"""What somebody said, by the name of its element, and in forums whose boxes are tables."""
_OBJECTS = ("[itemtype$='/Review']", "[typeof='v:Review']", "[data-review-id]")
_LONGEST_NAMES = 300
"""Characters of the classes of one box."""
_HIGHEST = 3
"""Boxes around a part of a box that are asked."""
_ISO = re.compile(r"\d{4}(?:-|$)")
_REVIEW_BY = re.compile(
    r"(?i:(?:user |critic['’]?s? )?review|kritik|rezension|critique|recenze|recenzja|crítica|recensione)\s+"
    r"(?i:by|von|par|od|por|di)\s+([^\W\d_].{1,40})"
)
_PRESS = re.compile(r"\b(?:press|presse|prensa|stampa|prasa|imprensa|tisk)\b", re.IGNORECASE)
_LONGEST_PAPER = 40
_YEAR = re.compile(r"\W{0,9}((?:18|19|20)\d\d)(?![\d./年-])")
_LEAST_ALONE = 40
"""Characters of a review that is alone on its page."""
_MOST = 16
"""Kinds of boxes that are looked at on one page, the most frequent."""


@dataclass(slots=True)
class _Card:
    """One box and what it says."""

    node: LexborNode
    author: Plain
    text: Plain
    veiled: bool
    score: tuple[float, float | None] | None
    date: str | None


def reviews(page: Page, *, least: int = 2, talk: bool = False) -> list[Review]:
    """Return the reviews in boxes of the page; nothing where no boxes are surely those.

    Args:
        page: the page.
        least: boxes from which on they are the reviews of the page; of one alone nobody knows, but on a film's page.
        talk: believe boxes of comments and posts, too, which stand below articles as well.
    """
    best: list[_Card] = []
    titles = " ".join((page.signs.title, page.meta("og:title"), line(page.first("h1"))))
    article = page.meta("og:type") == "article"  # below one stand comments, and beside it other articles
    said = squash(titles)
    for group in _groups(page, least, talk=talk):
        cards = [_card(node) for node in group]
        if not any(cards) and len(group) > 1 and not _TALK.search(" ".join(_kind(group[0]))):
            cards = [_card(node, unnamed=True) for node in group]
        found = [card for card in cards if card is not None and squash(card.text) not in said]
        if len(found) >= least and 2 * (judged := _judged(found, article)) >= len(found):
            best = found if (judged, -len(found)) > (_judged(best, article), -len(best)) else best
    if not best and not talk and not article:
        best = max(_alike(page, least), key=len, default=[])
    if len(best) > 2 and all(card.veiled for card in best):
        best = [replace(card, veiled=False) for card in best]  # a mark on every box is a button to report one
    if any(card.date and not _ISO.match(card.date) for card in best) and page.tree.body is not None:
        order = date_order([page.tree.body.text(separator=" ")])  # the page's other days may tell
        best = [replace(card, date=parse_date(card.date, order=order) if card.date else None) for card in best]
    scale = _scale([card.score for card in best if card.score])
    told = [_review(page, card, scale) for card in best if not is_notice(card.text)]
    told = _of_member(page, [card for card in best if not is_notice(card.text)], told)
    return [_of_the_press(one) for one in told] if _PRESS.search(titles) else told


def _of_member(page: Page, found: list[_Card], told: list[Review]) -> list[Review]:
    """Return reviews of one member's page, whose boxes are headed by films where others name who wrote."""
    beside = [line(card.node.css_first("h2, h3, h4")).partition(card.author)[2] for card in found]
    years = [_YEAR.match(text) for text in beside]
    if 2 * sum(year is not None for year in years) <= len(found):
        return told
    member = line(page.first("h1")) or None
    return [
        msgspec.structs.replace(one, author=member, headline=Plain(f"{one.author} ({year[1]})") if year else None)
        for one, year in zip(told, years, strict=True)
    ]


def _judged(found: list[_Card], article: bool) -> int:
    """Return how many boxes hold a score or a day: of two kinds of boxes the one with more, then the one with fewer.

    More boxes with no more of either are parts of the others.
    """
    return sum(card.score is not None or (card.date is not None and not article) for card in found)


def _alike(page: Page, least: int) -> Iterator[list[_Card]]:
    """Yield the reviews in boxes that only look alike; each has all that a review has."""
    for group in alike.groups(page, least):
        found = [card for node in group if (card := _card(node, unnamed=True)) is not None]
        if len(found) >= least and 2 * len(found) > len(group) and all(one.score or one.date for one in found):
            yield found


def _of_the_press(review: Review) -> Review:
    """Return a review of a page of the press with the paper's name in its place: it stands where others' titles do."""
    heading = review.headline or ""
    if review.publication or not heading or len(heading) > _LONGEST_PAPER or heading[-1] in ".!?…":
        return review
    return msgspec.structs.replace(review, publication=heading, headline=None)


def lone(page: Page) -> list[Review]:
    """Return the one review in a box of its own, on a page that says that it is a review; it has all that one has."""
    cards = [card for group in _groups(page, 1, talk=False) for node in group if (card := _card(node)) is not None]
    whole = [card for card in cards if card.score and card.score[1] and card.date and len(card.text) >= _LEAST_ALONE]
    tightest = min(whole, key=lambda card: len(card.node.text()), default=None)
    return [_review(page, tightest, None)] if tightest else []


def signed(page: Page) -> list[Review]:
    """Return the reviews that stand each under a heading that says whose it is, in no box that says more."""
    found = []
    for heading in page.all("h2, h3, h4, h5"):
        by = _REVIEW_BY.fullmatch(line(heading))
        parts, node = [], heading.next if by else None
        while node is not None and node.tag not in {"h1", "h2", heading.tag}:
            parts.append(node.html or "")
            node = node.next
        text = paragraphs_of("".join(parts))
        if by and len(text) >= _LEAST_ALONE:
            found.append(Review(author=Plain(by[1]), text=text, spoiler=announces_spoilers(text)))
    return found


def is_notice(text: str) -> bool:
    """Say whether a text only tells that another was veiled."""
    return _NOTICE.fullmatch(text) is not None


def hidden(page: Page) -> Iterator[Remark]:
    """Yield a remark where texts were veiled when the page was saved, so that it does not hold them."""
    notices = len(re.findall(r"\[SPOILER ALERT: This review contains spoilers\.?\]", page.text))
    if notices:
        yield page.remark(f"The text of {notices} review{'s' * (notices > 1)} was veiled when the page was saved")


def _groups(page: Page, least: int, *, talk: bool) -> Iterator[list[LexborNode]]:
    """Yield boxes of one kind, by the first of their classes, or by what they are marked as.

    The names are taken from the elements: to ask the tree for every word costs more than all else that a page needs.
    """
    names = _names(page)
    shapes = [*_OBJECTS, *(_POSTS if talk else ())]
    for (kind, name), times in names.most_common(_MOST):
        if times >= least and (talk or not _TALK.search(name)):
            shapes.append(f"[{kind}={name}], [{kind}^='{name} ']" if kind != "class" else f".{name}")
    for shape in shapes:
        nodes = page.all(shape)
        if len(nodes) >= least:
            yield nodes
            yield _around(nodes)


def _around(nodes: list[LexborNode]) -> list[LexborNode]:
    """Return the boxes around parts of boxes: the highest of their parents that hold one of them each."""
    parents = nodes
    for _ in range(_HIGHEST):
        above = [node.parent for node in parents if node.parent is not None]
        if len({node.mem_id for node in above}) < len(nodes) or len({_kind(node) for node in above}) > 1:
            break
        parents = above
    return parents if len(nodes) > 1 and parents is not nodes else []


def _kind(node: LexborNode) -> tuple[str, str]:
    return node.tag or "", re.sub(r"\d+", "", node.attributes.get("class") or "")


_COUNTED: WeakKeyDictionary[Page, Counter[tuple[str, str]]] = WeakKeyDictionary()


def _names(page: Page) -> Counter[tuple[str, str]]:
    """Return how often the names that speak of reviews are given to elements, by the attribute that they stand in."""
    if page in _COUNTED:
        return _COUNTED[page]
    found = _COUNTED[page] = Counter()
    marked = [node.attributes for node in page.all("[class], [data-testid]")]
    for kind in ("class", "data-testid"):
        for value, times in Counter(value for said in marked if (value := said.get(kind))).items():
            if len(value) < _LONGEST_NAMES and (word := _SPEAKS.search(value.lower())):
                names = (name[0] for name in _NAMES.finditer(value) if name.end() > word.start())
                found[kind, next(names, value)] += times
    return found


def _card(node: LexborNode, *, unnamed: bool = False) -> _Card | None:
    who = author(node, unnamed=unnamed)
    if not who:
        return None
    node = cleared(node)
    told = body(node, who, unnamed=unnamed)
    if not told:
        return None
    return _Card(node, who, told, veiled(node, told), score(node), date(node, told))


def _scale(scores: list[tuple[float, float | None]]) -> float | None:
    """Return what numbers without a scale are out of, as the largest of them shows."""
    values = [value for value, _ in scores]
    most = max(values, default=0)
    halves = any(value % 1 for value in values) and not any(2 * value % 1 for value in values)
    return 100 if most > 10 else 10 if most > 5 else 5 if halves and len(values) > 1 else None


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
