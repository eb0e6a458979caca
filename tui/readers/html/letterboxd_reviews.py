"""Reviews on Letterboxd pages: cards under a film and on a member's pages, in the markup of 2015 to 2026."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Remark, Review
from tui.readers.html.cutting import take_out
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs, without_start
from tui.text.dates import parse_date
from tui.text.ratings import parse_rating
from tui.text.spoilers import announces_spoilers

_RATED = re.compile(r"\brated-(\d{1,2})\b")
_CARDS = (
    "article.production-viewing, section.film-viewing, li.film-detail, .js-review, article.viewing, "
    ".viewing-list article, div.listitem article"
)
_BODIES = (
    ".js-review-body",
    ".body-text:not(.js-spoiler-container)",
    ".review .body-text",
    ".body-text",
    ".hidden-spoilers",
    ".review",
)
"""Where the text stands, the surest first: what warns of a spoiler looks like a text and stands before it."""
_WARNINGS = ".contains-spoilers, .hidden-spoilers"
_PLACE = ".js-spoiler-container"
"""Where a warning is set: around the text, or before it."""
_HIDDEN = re.compile(r"^This review may contain spoilers\.?(?:\s*I can handle the truth\.?)?\s*", re.IGNORECASE)
_PUBLISHED = re.compile(r"^[^\n]{0,60}?['’]s? review published on Letterboxd:\s*", re.IGNORECASE)


_AUTHORS = (".displayname, strong.name", "a.name", ".name:not(.primaryname)")
"""Who wrote it, the surest first: «Review by» stands in the last."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a card, and what the page does not hold of it."""

    text: Plain
    spoiler: bool = False
    cut: bool = False
    """The page shows the beginning only, the rest was behind «more»."""


def without_heading(text: str) -> str:
    """Return a text without the heading that readers of screens are told before it, and without the warning."""
    return without_start(_HIDDEN, without_start(_PUBLISHED, text))


def body(page: Page, node: LexborNode) -> Body | None:
    """Return what stands on a card; None where it has no place for a text."""
    found = next((one for shape in _BODIES if (one := page.inside(node, shape)) is not None), None)
    if found is None:
        return Body(Plain(""), spoiler=True) if page.inside(node, f"{_WARNINGS}, {_PLACE}") is not None else None
    cut = page.inside(found, ".collapsed-text") is not None
    take_out(page.all_inside(found, "a.reveal, [data-js-trigger]"))
    if page.inside(found, ".hidden-spoilers") is not None:
        take_out(page.all_inside(found, ".contains-spoilers"))  # the warning that stood over it
    shown = without_start(_PUBLISHED, paragraphs(found))
    text = Plain(without_start(_HIDDEN, shown))
    spoiler = text != shown or warned(page.inside(node, _WARNINGS), page.inside(node, _PLACE), found)
    return Body(text, spoiler=spoiler, cut=cut and text.endswith(("…", "...")))


def warned(warning: LexborNode | None, place: LexborNode | None, text: LexborNode | None) -> bool:
    """Say whether there is a warning; the place for one may hold the text alone, or nothing."""
    return warning is not None or line(place) not in {"", line(text)}


def cards(page: Page) -> list[LexborNode]:
    """Return the cards of a page, none that lies in another."""
    return page.outermost(_CARDS)


def reviews(page: Page) -> tuple[list[Review], list[Remark]]:
    """Return the reviews on a page, and remarks on the texts that it does not hold."""
    found: list[Review] = []
    hidden = cut = 0
    for node in cards(page):
        told = body(page, node)
        if told is not None and told.text:
            found.append(review(page, node, told))
            cut += told.cut
        elif told is not None:
            hidden += 1
    return found, list(missing(page, hidden, cut))


def missing(page: Page, hidden: int, cut: int) -> Iterator[Remark]:
    """Yield remarks on texts that a page does not hold."""
    if hidden:
        yield page.remark(
            f"The text of {hidden} review{'s' * (hidden > 1)} was not in the page when it was saved (hidden "
            f"spoiler or loaded later)"
        )
    if cut:
        yield page.remark(
            f"{cut} review{'s were' if cut > 1 else ' was'} cut short on the page: press «more» there before saving it"
        )


def further(page: Page) -> Iterator[Remark]:
    """Yield a remark where there are further pages of what this one shows."""
    if page.first(".pagination a.next", ".paginate-nextprev a.next") is not None:
        yield page.remark("Further pages were not saved with this one")


def review(page: Page, node: LexborNode, told: Body, *, author: str = "") -> Review:
    """Return the review on a card."""
    stamp = page.inside(node, "time[datetime]")
    date = (stamp.attributes.get("datetime") or "") if stamp else line(page.inside(node, ".date, ._nobr, .date-links"))
    link = page.inside(node, "a.context, a[href*='/film/']")
    named = next((name for shape in _AUTHORS if (name := line(page.inside(node, shape)))), "")
    shown = named or author or node.attributes.get("data-person") or node.attributes.get("data-owner") or ""
    return Review(
        author=Plain(shown) or None,
        text=told.text,
        rating=stars(page, node),
        date=parse_date(date[:10]) or parse_date(re.sub(r"^\D*(?:on|added|watched)\s+", "", date, flags=re.IGNORECASE)),
        spoiler=told.spoiler or announces_spoilers(told.text),
        link=page.link(link.attributes.get("href") if link else None),
    )


def stars(page: Page, node: LexborNode) -> Rating | None:
    """Return the stars on a card, in a row, under a poster."""
    marked = page.inside(node, "[class*='rated-']")
    found = _RATED.search(marked.attributes.get("class") or "") if marked is not None else None
    if found and 0 < int(found[1]) <= 10:
        return Rating(value=int(found[1]) / 2, out_of=5, written=line(marked))
    drawn = page.inside(node, "[aria-label*='★'], [aria-label*='½']")
    shown = line(page.inside(node, ".rating, .inline-rating")) or (drawn.attributes.get("aria-label") if drawn else "")
    return parse_rating(shown or "", scale=5)
