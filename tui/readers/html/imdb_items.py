"""IMDb pages that list items: trivia, goofs, quotes and their kin; plot; taglines; keywords; release info."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from tui.models import Plain, Rating, Remark, Review, Trivia
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.imdb_reviews import helpful, thumbs
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs, paragraphs_of, without_end
from tui.text.durations import find_minutes
from tui.text.numerals import counted
from tui.text.ratings import parse_rating
from tui.text.spoilers import announces_spoilers

Found = tuple[list[Review], list[Trivia], list[Remark]]
_ITEMS = (
    "#main h4, #main h3, #main .soda, #tn15content h3, #tn15content h4, #tn15content h5, #tn15content .soda, "
    "#tn15content ul.trivia > li, #tn15content li > tt, li.ipl-zebra-list__item:not(.advisory-severity-vote), "
    "h3.ipc-title__text, [data-testid=item-html], .ipc-metadata-list-summary-item"
)
_BODY = ".sodatext, .ipc-html-content-inner-div, .trivia_text"
_BESIDE = (
    ".did-you-know-actions, .didyouknow-actions, .linksoda, .sharesoda_pre, .interesting-count-text, "
    ".ipl-zebra-list__action-row"
)
_VOTES = ".interesting-count-text, .didyouknow-actions .small, .ipc-voting__label__count--up"
_SPOILER_BOXES = (
    "[id*=spoiler i]:not([id*=no-spoiler i]), [class*=spoiler i]:not([class*=no-spoiler i]), "
    "[data-testid*=spoiler i]:not([data-testid*=no-spoiler i])"
)
_SPOILERS = re.compile(r"spoilers?\b", re.IGNORECASE)
_PAGE_FURNITURE = frozenset(
    [
        "see also",
        "storyline",
        "details",
        "did you know?",
        "opinion",
        "photo & video",
        "tv",
        "related items",
        "contribute to this page",
        "user lists",
        "imdb everywhere",
        "follow imdb on",
        "recently viewed",
        "more from this title",
        "more to explore",
        "contribute to this page",
        "related links",
        "share this page",
        "connect with imdb",
    ]
)
_EMPTY = ("it looks like we don't have", "we don't have any", "be the first to contribute")
_WRITTEN_BY = re.compile(r"\s*(?:Written by|—)\s*$")
_TAILS = ("»", "See more", "Is this interesting?", "Share this")
_REFERENCE_TAIL = re.compile(r"\s*(?:»|See more.*|Is this interesting\?.*|Share this)\s*$")


def facts(topic: str) -> Callable[[Page, Draft], Found]:
    """Return a reader of a page of items of one kind."""

    def read(page: Page, _draft: Draft) -> Found:
        trivia = _items(page, topic) or _ruled(page, topic) or _headed(page)
        total = re.search(
            r"Showing all (\d+) items|\((\d+)\)\s*$", line(page.first(".nav .desc", "#tn15content .desc"))
        )
        announced = counted(total[1] or total[2]) if total else 0
        remarks = []
        if not trivia:
            remarks.append(page.remark(f"This page of {topic.lower()} holds no item"))
        elif announced > len(trivia):
            remarks.append(page.remark(f"The page announces {announced} items and holds {len(trivia)}"))
        return [], trivia, remarks

    return read


def nothing(what: str) -> Callable[[Page, Draft], Found]:
    """Return a reader of pages that hold nothing of what Matinee keeps beside which film they are about."""

    def read(page: Page, _draft: Draft) -> Found:
        return [], [], [page.remark(f"An IMDb page of {what}: it holds neither facts nor texts that Matinee keeps")]

    return read


def _items(page: Page, topic: str) -> list[Trivia]:
    found: list[Trivia] = []
    heading, spoiler = topic, False
    spoilers = {node.mem_id for node in page.all(_SPOILER_BOXES)}
    boxes = "" if page.first("[data-testid=item-html]") is not None else ", [data-testid=item-id]"
    for node in page.all(_ITEMS + boxes):
        if node.tag in {"h3", "h4", "h5"}:
            said = line(node)
            if said.casefold() in _PAGE_FURNITURE:
                heading, spoiler = topic, False
            elif said and node.parent is not None and "parent" not in (node.parent.attributes.get("class") or ""):
                warns = bool(_SPOILERS.match(said))
                spoiler = warns or (spoiler and "ipc-" not in (node.attributes.get("class") or ""))
                heading = topic if warns or said.casefold() == topic.casefold() else re.sub(r"\s*\(?\d+\)?$", "", said)
            continue
        votes = _votes(page, node)
        text = _text(page, node)
        if text and not _is_empty(text):
            told = spoiler or (bool(spoilers) and _lies_in(node, spoilers)) or announces_spoilers(text)
            found.append(Trivia(topic=Plain(heading), text=text, spoiler=told, helpful=votes))
    return found


def _ruled(page: Page, topic: str) -> list[Trivia]:
    """Return the items of pages until 2010 that have no boxes: each behind a named anchor, up to a rule."""
    texts = (_beside(anchor, "a") for anchor in page.all("#tn15content > a[name]"))
    return [Trivia(topic=Plain(topic), text=text) for text in texts if text and not _is_empty(text)]


def _headed(page: Page) -> list[Trivia]:
    """Return the items of pages until 2012 that have only headings: between empty lines."""
    return [
        Trivia(topic=line(heading), text=Plain(text))
        for heading in page.all("#tn15content > h5")
        for text in _beside(heading, "h5").split("\n\n")
        if text and not _is_empty(text)
    ]


def _beside(node: LexborNode, tag: str) -> Plain:
    """Return the text behind a node, up to a rule, a box or the next such node."""
    parts: list[str] = []
    beside = node.next
    while beside is not None and beside.tag not in {"hr", "div", "table"}:
        if beside.tag == tag and (tag != "a" or "name" in beside.attributes):
            break
        if "linksoda" not in (beside.attributes.get("class") or ""):
            parts.append(beside.html or "")
        beside = beside.next
    return paragraphs_of("".join(parts))


def _is_empty(text: str) -> bool:
    """Say whether a text only tells that there is none."""
    folded = text.lower()
    return any(words in folded for words in _EMPTY)


def _text(page: Page, node: LexborNode) -> Plain:
    body = page.inside(node, _BODY)
    if body is None:
        take_out(page.all_inside(node, _BESIDE))
    text = paragraphs(node if body is None else body)
    return Plain(without_end(_REFERENCE_TAIL, text, *_TAILS))


def _votes(page: Page, node: LexborNode) -> tuple[int, int] | None:
    card, depth = node, 0
    while card.parent is not None and depth < 3 and card.attributes.get("data-testid") != "item-id":
        card, depth = card.parent, depth + 1
    own = card if card.attributes.get("data-testid") == "item-id" else node
    return helpful(line(page.inside(node, _VOTES))) or thumbs(page, own)


def _lies_in(node: LexborNode, boxes: set[int]) -> bool:
    """Say whether one of the boxes is around a node, and near it."""
    parent, depth = node.parent, 0
    while parent is not None and depth < 8:
        if parent.mem_id in boxes:
            return True
        parent, depth = parent.parent, depth + 1
    return False


def plot(page: Page, draft: Draft) -> Found:
    """Take summaries and synopsis: the first summary is the synopsis, IMDb's synopsis the long plot."""
    summaries = [
        text
        for node in page.all(
            "#plot-summaries-content li, #plotSummary, .plotSummary, p.plotpar, "
            "[data-testid=sub-section-summaries] .ipc-html-content-inner-div"
        )
        if (text := _summary(node)) and not _is_empty(text)
    ]
    synopses = [
        text
        for node in page.all(
            "#plot-synopsis-content li, #synopsis-content, [id^='swiki.2'], [data-testid=sub-section-synopsis] "
            ".ipc-html-content-inner-div"
        )
        if (text := paragraphs(node)) and not _is_empty(text)
    ]
    if synopses:
        draft.text("plot", "\n\n".join(dict.fromkeys(synopses)))
    for place, text in enumerate(dict.fromkeys(summaries)):
        draft.text("synopsis", text)
        if place:
            draft.note(f"summary {place + 1}", text)
    return [], [], [] if summaries or synopses else [page.remark("This page of plots holds no summary and no synopsis")]


def _summary(node: LexborNode) -> str:
    take_out(
        author
        for author in node.css(".author-container, em, i, span")
        if author.css_first("a[href*='plot_author'], a[href*='/user/'], a[href*='SearchPlotWriters']")
        or "Written by" in (author.text() or "")
    )
    return without_end(_WRITTEN_BY, paragraphs(node), "Written by", "—").strip()


def taglines(page: Page, draft: Draft) -> Found:
    """Take the taglines: the first is the film's, the others are kept beside it."""
    nodes = page.all(
        "#taglines_content .soda, #tn15content .soda, #tn15content > p, [data-testid=sub-section] "
        ".ipc-html-content-inner-div, .ipc-metadata-list-item__content-container .ipc-html-content-inner-div"
    )
    found = [text for node in nodes if (text := line(node)) and not _is_empty(text)]
    if found:
        draft.line("tagline", found[0])
        draft.note("taglines", "\n".join(found[1:]))
    return [], [], [] if found else [page.remark("This page of taglines holds none")]


def keywords(page: Page, draft: Draft) -> Found:
    """Take the plot keywords."""
    nodes = page.all(
        "#keywords_content .sodatext, #tn15content .keyword, [data-testid=item-id] a, "
        "a.ipc-metadata-list-summary-item__t, li.ipc-metadata-list-summary-item a[href*=keyword]"
    )
    found = list(dict.fromkeys(text for node in nodes if (text := line(node))))
    draft.note("keywords", ", ".join(found))
    return [], [], [] if found else [page.remark("This page of keywords holds none")]


def ratings(page: Page, draft: Draft) -> Found:
    """Take the average and how many voted."""
    text = line(page.first("#tn15content", "#main", "main"))
    found = re.search(r"([\d,.]+)\s+IMDb users have given an?\s.{0,30}?average.{0,20}?\s(\d+\.\d)\s*/\s*10", text)
    rated = parse_rating(f"{found[2]}/10", by="imdb") if found else None
    if found and rated:
        draft.rating(Rating(value=rated.value, out_of=10, by="imdb", votes=counted(found[1]) or None))
    return [], [], [] if rated else [page.remark("This page of ratings holds no average")]


def technical(page: Page, draft: Draft) -> Found:
    """Take the runtime; the other technical data is about prints and cameras."""
    rows = (line(row) for row in page.all("tr, li[data-testid=list-item], #title-techspec_runtime"))
    runtime = next((text for text in rows if text.casefold().startswith("runtime")), "")
    draft.number("runtime_minutes", find_minutes(runtime) or 0)
    return [], [], [] if runtime else [page.remark("This page of technical data holds no runtime")]


def release_info(page: Page, draft: Draft) -> Found:
    """Take the titles that the film has elsewhere and its first release."""
    titles = [
        line(cells[-1])
        for row in page.all("table#akas tr, table.akas-table-test-only tr, #akas tr")
        if len(cells := row.css("td")) >= 2
    ]
    rows = [row.css("td") for row in page.all("#tn15content table tr:has(td + td)")]
    dated = [cells for cells in rows if cells[1].css_first("a[href*='/year/']") is not None]
    titles += [line(cells[0]) for cells in rows if cells[1].css_first("a") is None]
    draft.names("other_titles", titles, more=True)
    from tui.text.dates import parse_date

    cells = page.all("#release_dates .release_date, .release-dates-table-test-only .release-date-item__date")
    dates = (parse_date(line(cell)) for cell in (*cells, *(row[1] for row in dated)))
    releases = page.all("[data-testid=sub-section-releases] .ipc-metadata-list-item__list-content-item")
    listed = (parse_date(re.sub(r"\s*\(.*", "", line(one))) for one in releases)
    for row in page.all("[data-testid=sub-section-akas] li[data-testid=list-item]"):
        named = [line(one) for one in row.css(".ipc-metadata-list-item__list-content-item")]
        if "original title" in line(row.css_first(".ipc-metadata-list-item__label")) and named:
            draft.line("original_title", named[0])
        draft.names("other_titles", named, more=True)
    exact = sorted(date for date in (*dates, *listed) if date and re.fullmatch(r"\d{4}-\d\d-\d\d", date))
    draft.released(exact[0] if exact else None)
    return [], [], []
