"""Letterboxd pages about several films: lists, diaries, a member's reviews, a tool's report of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Extract, Facts, Plain, Rating, Review
from tui.readers.base import Yield
from tui.readers.html.draft import Draft
from tui.readers.html.letterboxd_reviews import body, cards, further, missing, review, stars, without_heading
from tui.readers.html.page import Page
from tui.readers.html.places import placed, spanning
from tui.readers.html.text import line, paragraphs_of
from tui.text import clean_line
from tui.text.numerals import counted
from tui.text.spoilers import announces_spoilers

SLUG = re.compile(r"/film/([\w-]+)/")
REPORT = re.compile(r"^\s*(\S{2,40})\s+-\s+letterboxd\.com reviews\s*$", re.IGNORECASE)
_MEMBER = re.compile(r"/([\w-]+)/")
_OWNED = re.compile(r"/([\w-]+)/(?:list|films|diary|watchlist|likes)/")
_DIARY_DAY = re.compile(r"/for/(\d{4})/(\d\d)/(\d\d)/")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_ITEMS = "tr.diary-entry-row, li.poster-container, li.posteritem, li.griditem, [data-film-slug], [data-item-slug]"
_REPORT_ITEM = re.compile(r"<b>\s*\d{1,5}:\s*([^<]{1,200})</b>")
_NO_SLUG = re.compile(r"[^\w-]+")
_NAMES = "h2 a[href*='/film/'], .primaryname a, .film-title a, h3 a[href*='/film/']"


def several(page: Page) -> Iterator[Yield]:
    """Yield the films of a page that is not about one."""
    member = _MEMBER.match(page.signs.path)
    if member and (reviewed := list(_member_reviews(page, member[1]))):
        yield from reviewed
        found = sum(isinstance(one, Extract) for one in reviewed)
        yield page.remark(f"Reviews by {member[1]} of {found} films, as many as the page shows")
        return
    owner = _OWNED.match(page.signs.path)
    name = line(page.first("h1.title-1", "h1.list-title", ".list-title-intro h1")) or page.meta("og:title")
    name = name or page.signs.title.partition("•")[0].strip("\u200e ")
    found = 0
    for place, item in enumerate(page.outermost(_ITEMS), 1):
        if (extract := _listed(page, item, place, name, owner[1] if owner else "")) is not None:
            found += 1
            yield extract
    yield from further(page)
    total = re.search(r"A list of ([\d,]+) films", page.meta("description"))
    said = f" of {total[1]}" if total else ""
    yield page.remark(
        f"«{name}» lists films: {found}{said} were on this page and were taken with title, place and the "
        f"rating of whoever made the list"
        if found
        else "A Letterboxd page that is about no film; nothing was taken"
    )


def _member_reviews(page: Page, member: str) -> Iterator[Yield]:
    """Yield the films of a member's reviews, each with its review: cards that name their film."""
    shown = line(
        page.first(".person-display-name .label", ".profile-header .displayname", ".profile-name .displayname")
    )
    hidden = cut = 0
    for node in cards(page):
        name = next((a for a in page.all_inside(node, _NAMES) if line(a)), None)
        slug = SLUG.search((name.attributes.get("href") or "") if name is not None else "")
        if name is None or slug is None:
            continue
        draft = Draft()
        draft.id("letterboxd", slug[1])
        draft.line("title", line(name))
        year = _YEAR.search(line(page.inside(node, ".metadata, .releasedate, h2 small, a[href*='/year/']")))
        draft.number("year", int(year[0]) if year else 0)
        told = body(page, node)
        made = [review(page, node, told, author=shown or clean_line(member))] if told and told.text else []
        hidden, cut = hidden + (told is not None and not told.text), cut + (told is not None and told.cut)
        yield page.extract(draft, made)
    yield from missing(page, hidden, cut)


def _listed(page: Page, item: LexborNode, place: int, name: str, owner: str) -> Extract | None:
    poster = (
        item if "data-film-slug" in item.attributes else page.inside(item, "[data-film-slug], [data-item-slug]") or item
    )
    picture = page.inside(item, "img[alt]")
    said = [poster.attributes.get(f"data-{what}") for what in ("film-name", "item-name", "item-full-display-name")]
    said.append(picture.attributes.get("alt") if picture else "")
    draft = Draft()
    slug = (poster.attributes.get("data-film-slug") or poster.attributes.get("data-item-slug") or "").strip("/")
    draft.id("letterboxd", slug.removeprefix("film/"))
    draft.titled(re.sub(r"^Poster for\s+", "", next((one for one in said if one), "")))
    draft.line("title", line(page.inside(item, _NAMES)))
    year = _YEAR.search(
        poster.attributes.get("data-film-release-year") or line(page.inside(item, ".col-releaseyear, .td-released"))
    )
    draft.number("year", int(year[0]) if year else 0)
    draft.rating(_rated(page, item, f"letterboxd:{owner}" if owner else "letterboxd"))
    day = page.inside(item, "a.daydate, .td-day a")
    watched = _DIARY_DAY.search((day.attributes.get("href") or "") if day is not None else "")
    if watched:
        draft.note(f"seen by {owner}", "-".join(watched.groups()))
    elif name:
        draft.note("list", f"{name} #{line(page.inside(item, '.list-number')) or place}")
    return page.extract(draft) if "title" in draft else None


def _rated(page: Page, item: LexborNode, by: str) -> Rating | None:
    """Return what the owner of a list gave, beside or under the poster."""
    number = item.attributes.get("data-owner-rating") or ""
    if 0 < counted(number) <= 10:
        return Rating(value=counted(number) / 2, out_of=5, by=by)
    found = stars(page, item)
    return Rating(value=found.value, out_of=found.out_of, by=by) if found else None


def report(page: Page, member: str) -> Iterator[Yield]:
    """Yield the films of a report of all reviews of a member, which names films by their address on Letterboxd."""
    parts = _REPORT_ITEM.split(page.text)
    author = clean_line(member)
    for title, markup in zip(parts[1::2], parts[2::2], strict=True):
        text = Plain(without_heading(paragraphs_of(markup)))
        slug = _NO_SLUG.sub("-", title.strip().lower()).strip("-")
        if text and slug:
            facts = Facts(title=clean_line(title), ids={"letterboxd": slug})
            review = Review(author=author, text=text, spoiler=announces_spoilers(text))
            told = placed(page.places, page.source.sha256, [review])
            yield Extract(facts=facts, source=spanning(page.source.sha256, told), reviews=told)
    yield page.remark(
        "Made by a tool: titles stand as in Letterboxd's addresses, without year; ratings and dates are not in it"
    )
