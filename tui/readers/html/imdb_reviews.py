"""Reviews on IMDb pages: users' in four generations of markup, critics' of the Metacritic table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Extract, Plain, Rating, Remark, Review, Trivia
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs
from tui.text import clean_line
from tui.text.dates import find_date, parse_date
from tui.text.numerals import counted, number
from tui.text.ratings import find_rating, parse_rating
from tui.text.spoilers import announces_spoilers

_CARDS = "article.user-review-item, [data-testid=review-card-parent], .imdb-user-review, .lister-item.mode-detail"
_HELPFUL = re.compile(r"(\d[\d.,\u00a0]*)\s*(?:out\s+)?(?:of|von|sur|de|su|z|/)\s*(\d[\d.,\u00a0]*)")
_SPOILER_LINE = re.compile(r"^\W*(?:this review (?:may )?contains? spoilers?|warning: spoilers?)\W*$", re.IGNORECASE)
_TOTAL = re.compile(r"([\d,.]+)\s+(?:user\s+)?reviews?\b", re.IGNORECASE)
_SHORTENED = re.compile(
    r"([\d.,]+)\s*(?:(K|mil|Tsd\.?|tis\.?|tys\.?|тыс\.?|bin)|(M|Mio\.?|mln\.?|mi|milj\.?))?", re.IGNORECASE
)
_INDEX = re.compile(r"\bIndex(?:\s|</?\w{1,5}>){1,9}([\d,]+)\s+reviews in total")
REVIEW_ID = re.compile(r"\brw\d{5,10}\b")


def users(page: Page, _draft: Draft) -> tuple[list[Review], list[Trivia], list[Remark]]:
    """Return the users' reviews of a reviews page."""
    cards = page.outermost(_CARDS)
    if cards:
        made = [card(page, one) for one in cards]
    else:
        made = [_old(one) for one in page.all("#tn15content > div") if one.css_first("h2") and _by_user(one)]
    reviews = [one for one in made if one is not None]
    return reviews, [], _missing(page, reviews, len(made))


def card(page: Page, node: LexborNode) -> Review | None:
    """Return the review on a card of the pages since 2017; without its text where the card was collapsed."""
    body = page.inside(
        node, ".text.show-more__control, .content .text, div.ipc-html-content-inner-div, [data-testid=review-overflow]"
    )
    text = paragraphs(body)
    spoiler = _flagged(page, node)
    headline = line(page.inside(node, "a.title, .title, [data-testid=review-summary], h3:not(.lister-item-header)"))
    author = line(_author(page, node))
    date = line(page.inside(node, ".review-date, [data-testid=review-date]"))
    if not text:
        return None
    votes = page.inside(node, ".actions")
    return Review(
        author=author or None,
        headline=headline or None,
        text=text,
        rating=_stars(page, node),
        date=parse_date(date),
        spoiler=spoiler or announces_spoilers(f"{headline}\n{text}"),
        helpful=thumbs(page, node) or helpful(line(votes)),
        link=_permalink(page, node),
    )


def of_member(page: Page) -> Iterator[Extract]:
    """Yield the films whose reviews a member's page holds, or a page of one review."""
    for node in page.outermost(_CARDS):
        name = page.inside(node, ".lister-item-header a[href*='/title/tt']")
        told = card(page, node)
        if name is not None and told is not None:
            draft = Draft()
            draft.imdb(name.attributes.get("href"))
            draft.titled(line(page.inside(node, ".lister-item-header")))
            draft.line("title", line(name))
            yield page.extract(draft, [told])


def single(page: Page) -> Review | None:
    """Return the one review that title pages of 2012 to 2021 show."""
    teaser = page.first("#titleUserReviewsTeaser")
    box = page.inside(teaser, ".user-comments") or teaser if teaser is not None else None
    box = box or page.first(".comment", ".user-comments")
    if box is None:
        return None
    body = page.inside(box, "[itemprop=reviewBody]") or _longest(page.all_inside(box, "p"))
    text = paragraphs(body)
    if not text:
        return None
    headline = line(page.inside(box, "strong[itemprop=name], strong, b"))
    votes = next((found for one in (teaser or box).css(".yn, .small, .actions") if (found := helpful(line(one)))), None)
    around = line(box)
    before = around.split(text.split("\n", 1)[0][:60], 1)[0]
    date = find_date(before)
    rating = find_rating(_title_of(page.inside(box, ".tinystarbar")) or _alt_of(page.inside(box, "img[alt*='/10']")))
    return Review(
        author=line(_author(page, box)) or None,
        headline=headline or None,
        text=text,
        rating=rating.rating if rating else None,
        date=date.iso if date else None,
        spoiler=announces_spoilers(f"{headline}\n{text}"),
        helpful=votes,
        link=_permalink(page, box),
    )


def critics(page: Page, draft: Draft) -> tuple[list[Review], list[Trivia], list[Remark]]:
    """Return the critics' reviews that a page quotes from Metacritic."""
    score = page.first(
        "[itemprop=aggregateRating] [itemprop=ratingValue]",
        ".metascore [itemprop=ratingValue]",
        ".metascore span",
        ".metascore",
        "[data-testid=critic-reviews-title] div",
    )
    if score is not None and (made := parse_rating(line(score), scale=100, by="metascore")):
        votes = count(line(page.first("[itemprop=ratingCount]"))) or None
        draft.rating(Rating(value=made.value, out_of=100, by="metascore", votes=votes))
    rows = page.outermost(
        "[itemprop=reviews], .crits_results tr, .crits tr, [data-testid=critic-review], .ipc-metadata-list-summary-item"
    )
    reviews = [one for row in rows if (one := _critic(page, row))]
    return reviews, [], [] if reviews else [page.remark("This page of critics' reviews holds no review")]


def _critic(page: Page, row: LexborNode) -> Review | None:
    text = paragraphs(
        page.inside(row, "[itemprop=reviewbody], [itemprop=reviewBody], .summary, .ipc-html-content-inner-div, q")
    )
    if not text:
        return None
    score = line(page.inside(row, "[itemprop=ratingValue], .critscore, .score, [data-testid=critic-score]"))
    if not score and (leading := re.match(r"(\d{1,3})(?!\d)", line(row))):
        score = Plain(leading[1])
    author = line(page.inside(row, "[itemprop=author], .critic-name, .ipc-metadata-list-summary-item__li"))
    publication = line(page.inside(row, "[itemprop=publisher], b, .ipc-metadata-list-summary-item__t"))
    link = page.inside(row, "a[itemprop=url], a.offsite-link, a[href^=http]")
    return Review(
        author=author or None,
        publication=publication or None,
        text=text,
        rating=parse_rating(score, scale=100, by="metascore"),
        link=page.link(link.attributes.get("href") if link else None),
    )


def _by_user(box: LexborNode) -> bool:
    return box.css_first("a[href*='/user/']") is not None


def _old(box: LexborNode) -> Review | None:
    """Return a review of the pages until 2016: a heading block, then paragraphs beside it up to the vote."""
    parts: list[str] = []
    spoiler = False
    node = box.next
    while node is not None and node.tag != "hr" and "yn" not in (node.attributes.get("class") or "").split():
        if node.tag == "p":
            text = paragraphs(node)
            if _SPOILER_LINE.match(text):
                spoiler = True
            elif text:
                parts.append(text)
        node = node.next
    if not parts:
        return None
    around = line(box)
    rating = find_rating(_alt_of(box.css_first("img[alt*='/10']")))
    dates = [date.iso for small in box.css("small") if (date := find_date(line(small)))]
    return Review(
        author=next((name for link in box.css("a[href*='/user/']") if (name := line(link))), None),
        headline=line(box.css_first("h2, h3, b")) or None,
        text=Plain("\n\n".join(parts)),
        rating=rating.rating if rating else None,
        date=dates[-1] if dates else None,
        spoiler=spoiler or announces_spoilers("\n\n".join(parts)),
        helpful=helpful(around),
    )


def helpful(text: str) -> tuple[int, int] | None:
    """Return «12 of 15 found this helpful» as two numbers."""
    found = _HELPFUL.search(text)
    if not found:
        return None
    votes, of = (counted(part) for part in found.groups())
    return (votes, of) if votes <= of and of else None


def thumbs(page: Page, node: LexborNode) -> tuple[int, int] | None:
    """Return the votes of thumbs up, and of all, of the pages since 2023."""
    up, down = (line(page.inside(node, f".ipc-voting__label__count--{way}")) for way in ("up", "down"))
    if not up:
        return None
    yes, no = count(up), count(down)
    return (yes, yes + no) if yes + no else None


def count(text: str) -> int:
    """Return a number as IMDb shortens it: «1.2K», «12 mil», «3 Mio.»."""
    found = _SHORTENED.fullmatch(text.strip())
    if not found:
        return 0
    if found[2] or found[3]:
        return round((number(found[1]) or 0) * (1000 if found[2] else 1_000_000))
    return counted(found[1])


def _flagged(page: Page, node: LexborNode) -> bool:
    classes = node.attributes.get("class") or ""
    mark = page.inside(
        node, ".spoiler-warning, .review-spoiler-button, [aria-label='Expand Spoiler'], [data-testid*=spoiler]"
    )
    return "with-spoiler" in classes or mark is not None


def _stars(page: Page, node: LexborNode) -> Rating | None:
    places = ".ipc-rating-star--rating, .rating-other-user-rating, [data-testid=review-rating], .review-rating"
    value = line(page.inside(node, places))
    found = parse_rating(value, scale=10)
    return Rating(value=found.value, out_of=found.out_of) if found and found.value else None


def _author(page: Page, node: LexborNode) -> LexborNode | None:
    for selector in (
        "[itemprop=author]",
        ".display-name-link",
        "[data-testid=author-link]",
        ".comment-meta a",
        "a[href*='/user/']",
    ):
        for found in page.all_inside(node, selector):
            if line(found):
                return found
    return None


def _permalink(page: Page, node: LexborNode) -> Plain | None:
    found = REVIEW_ID.search(node.attributes.get("data-vote-url") or "")
    if found is None and (link := page.inside(node, "a[href*='/review/rw']")) is not None:
        found = REVIEW_ID.search(link.attributes.get("href") or "")
    return page.link(f"https://www.imdb.com/review/{found[0]}/") if found else None


def _missing(page: Page, reviews: list[Review], shown: int) -> list[Remark]:
    """Say what the page announces and does not hold: collapsed texts, further pages."""
    remarks = []
    if shown > len(reviews):
        hidden = shown - len(reviews)
        remarks.append(
            page.remark(
                f"The text of {hidden} review{'s' * (hidden > 1)} was collapsed when the page was saved (a "
                f"spoiler, most likely):"
                " open them in the browser and save the page again"
            )
        )
    total = _TOTAL.search(
        line(page.first(".lister .header", "[data-testid=tturv-total-reviews]", "#tn15content > table")) or ""
    )
    total = total or _INDEX.search(page.text)
    held = count(total[1]) if total else 0
    if held > shown:
        remarks.append(page.remark(f"The site had {held} reviews; this page holds {shown} of them"))
    if not reviews and not shown:
        remarks.append(page.remark("This reviews page holds no review"))
    return remarks


def _longest(nodes: list[LexborNode]) -> LexborNode | None:
    return max(nodes, key=lambda node: len(node.text() or ""), default=None)


def _alt_of(node: LexborNode | None) -> str:
    return clean_line((node.attributes.get("alt") or "") if node else "")


def _title_of(node: LexborNode | None) -> str:
    return clean_line((node.attributes.get("title") or "") if node else "")
