"""Letterboxd pages: a film, its reviews, one review, lists of films, and the report that a tool makes of reviews.

The film's page holds JSON-LD without a synopsis and with the record's own date; year and synopsis are taken from
the share card. Marks are taken where they have been stable: `data-film-slug`, `rated-N`, `body-text`, `js-…` hooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.models import Extract, Plain, Rating, Review
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import jsonld
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, line_of, paragraphs, paragraphs_of
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.durations import find_minutes
from tui.text.ratings import find_rating, parse_rating
from tui.text.spoilers import announces_spoilers

_SLUG = re.compile(r"/film/([\w-]+)/")
_VIEWING = re.compile(r"/[\w-]+/film/([\w-]+)/(?:\d+/)?$")
_CARD = re.compile(r"^[‎\s]*(?:A\b[^\n]{0,30}?\breview of\s+)?")
_REVIEWER = re.compile(r"/([\w-]+)/(?:films/)?reviews/")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_RATED = re.compile(r"\brated-(\d{1,2})\b")
_ITEMS = "li.poster-container, li.posteritem, li.griditem, [data-film-slug], [data-item-slug]"
_REVIEWS = (
    "article.production-viewing, li.film-detail, .js-review, article.viewing, .viewing-list article, "
    "div.listitem article"
)
_BODY = ".js-review-body, .body-text, .review .body-text, .review"
_HIDDEN = re.compile(r"^This review may contain spoilers\.?(?:\s*I can handle the truth\.?)?\s*", re.IGNORECASE)
_PUBLISHED = re.compile(r"^[^\n]{0,60}?['’]s? review published on Letterboxd:\s*", re.IGNORECASE)
_REPORT = re.compile(r"^\s*(\S{2,40})\s+-\s+letterboxd\.com reviews\s*$", re.IGNORECASE)
_REPORT_ITEM = re.compile(r"<b>\s*\d{1,5}:\s*([^<]{1,200})</b>")
_RUNTIME = ".text-link.text-footer, .text-footer"
_NOTHING = ("#tab-panel-cast", "#tab-cast")


class LetterboxdPage(SiteReader):
    """Reads saved Letterboxd pages."""

    name = "letterboxd-page"
    title = "Letterboxd page"

    def knows(self, found: Signs) -> Match:
        """Say whether the page is from Letterboxd."""
        if found.is_from("letterboxd.com"):
            return Match(0.97, f"saved from letterboxd.com{found.path}"[:120])
        if found.meta.get("og:site_name") == "Letterboxd" or "• Letterboxd" in found.title:
            return Match(0.95, "its head names Letterboxd")
        return Match(0.9, "a report of Letterboxd reviews") if _REPORT.match(found.heading) else NOT_MINE

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield the film, the reviews or the list that the page is about."""
        report = _REPORT.match(page.signs.heading)
        if report:
            yield from _report(page, report[1])
            return
        films = jsonld.films(page)
        reviewed = next((thing for thing in jsonld.things(page.data) if jsonld.is_a(thing, jsonld.REVIEW_TYPES)), None)
        kind = page.meta("og:type")
        if reviewed is not None and not films:
            yield _one_review(page, reviewed)
        elif not films and (one := _VIEWING.match(page.signs.path)):
            yield from _shown_review(page, one[1])
        elif films or kind == "video.movie" or (_SLUG.search(page.signs.path) and page.signs.path.startswith("/film/")):
            yield from _film(page, films[0] if films else None)
        else:
            yield from _list(page)


def _film(page: Page, film: dict[str, Any] | None) -> Iterator[Yield]:
    draft = Draft()
    slug = _SLUG.search(page.url) or (_SLUG.search(str(film.get("url") or film.get("@id"))) if film else None)
    draft.id("letterboxd", slug[1] if slug else "")
    card = re.sub(
        r"^[‎\s]+|\s*(?:•\s*Letterboxd|\bdirected by\b).*$",
        "",
        page.meta("og:title", "twitter:title") or page.signs.title,
    )
    card = re.sub(r"^.*?[‘'\"]s? reviews of\s+", "", card)
    draft.titled(re.sub(r"^(?:‎)?(?:Reviews of|Popular reviews of)\s+", "", card))
    draft.text(
        "synopsis",
        paragraphs(page.first(".review.body-text .truncate", ".film-text-content .truncate", ".truncate"))
        or page.meta("og:description", "description"),
    )
    draft.line("tagline", line(page.first(".tagline")))
    original = line(page.first(".originalname", "#featured-film-header p > em", ".film-header-lockup em"))
    draft.line("original_title", original.strip("‘’“”'\" "))
    if film:
        said = {key: value for key, value in film.items() if key not in {"datePublished", "description"}}
        jsonld.describe(draft, said, by="letterboxd")
        draft.number("year", next(jsonld.years({"releasedEvent": film.get("releasedEvent")}), 0))
        draft.note("studio", ", ".join(jsonld.names(film.get("productionCompany"))))
    draft.rating(_average(page))
    draft.number("runtime_minutes", find_minutes(line(page.first(_RUNTIME))) or 0)
    _people(page, draft)
    for link in page.all("a[data-track-action=IMDb], a[href*='imdb.com/title/tt']")[:1]:
        draft.imdb(link.attributes.get("href"))
    for link in page.all("a[data-track-action=TMDB], a[href*='themoviedb.org/movie/']")[:1]:
        found = re.search(r"/movie/(\d+)", link.attributes.get("href") or "")
        draft.id("tmdb", found[1] if found else "")
    reviews, hidden = _reviews(page)
    yield page.extract(draft, reviews)
    if hidden:
        yield page.remark(
            f"The text of {hidden} review{'s' * (hidden > 1)} was not in the page when it was saved (hidden "
            f"spoiler or loaded later)"
        )


def _people(page: Page, draft: Draft) -> None:
    from tui.readers.html import labels

    cast = page.first(*_NOTHING)
    if cast is not None:
        links = cast.css("a[href*='/actor/'], a.text-slug")
        draft.names("cast", [line(link) for link in links])
        draft.names(
            "characters",
            [link.attributes.get("title") or link.attributes.get("data-original-title") or "" for link in links],
        )
    spoken: list[str] = []
    for heading in page.all(
        "#tab-details h3, #tab-panel-details h3, #tab-crew h3, #tab-panel-crew h3, #tab-genres h3, #tab-panel-genres h3"
    ):
        label = line(heading.css_first(".crewrole.-full") or heading)
        beside = heading.next
        while beside is not None and beside.tag not in {"div", "h3"}:
            beside = beside.next
        if beside is None or beside.tag != "div":
            continue
        names = [line(link) for link in beside.css("a")] or labels.split_names(line(beside))
        if labels.field_of(label) == "languages":
            spoken += names
        elif labels.field_of(label):
            labels.put(draft, label, ", ".join(names), names)
    draft.languages(", ".join(spoken))


def _average(page: Page) -> Rating | None:
    found = find_rating(page.meta("twitter:data2"))
    return Rating(value=found.rating.value, out_of=found.rating.out_of, by="letterboxd") if found else None


def _reviews(page: Page) -> tuple[list[Review], int]:
    """Return the reviews on a page, and of how many the text is not there."""
    reviews: list[Review] = []
    hidden = 0
    for node in _outer(page.all(_REVIEWS)):
        body = node.css_first(_BODY)
        text = _PUBLISHED.sub("", paragraphs(body))
        spoiler = node.css_first(".contains-spoilers, .js-spoiler-container, .hidden-spoilers") is not None or bool(
            _HIDDEN.match(text)
        )
        text = _HIDDEN.sub("", text)
        if text:
            reviews.append(_review(page, node, Plain(text), spoiler=spoiler))
        elif body is not None or spoiler:
            hidden += 1
    return reviews, hidden


def _review(page: Page, node: LexborNode, text: Plain, *, spoiler: bool) -> Review:
    stamp = node.css_first("time[datetime]")
    date = (stamp.attributes.get("datetime") or "") if stamp else line(node.css_first(".date, ._nobr"))
    link = node.css_first("a.context, a[href*='/film/']")
    return Review(
        author=line(node.css_first("strong.displayname, .displayname, strong.name, a.name, .name"))
        or Plain(node.attributes.get("data-person") or "")
        or None,
        text=text,
        rating=_stars(node),
        date=parse_date(date[:10]) or parse_date(re.sub(r"^\D*(?:on|added|watched)\s+", "", date, flags=re.IGNORECASE)),
        spoiler=spoiler or announces_spoilers(text),
        link=page.link(link.attributes.get("href") if link else None),
    )


def _stars(node: LexborNode) -> Rating | None:
    marked = node.css_first("[class*='rated-']")
    found = _RATED.search(marked.attributes.get("class") or "") if marked is not None else None
    if found and 0 < int(found[1]) <= 10:
        return Rating(value=int(found[1]) / 2, out_of=5, written=line(marked))
    drawn = node.css_first("[aria-label*='★'], [aria-label*='½']")
    shown = line(node.css_first(".rating, .inline-rating")) or (drawn.attributes.get("aria-label") if drawn else "")
    return parse_rating(shown or "", scale=5)


def _one_review(page: Page, said: dict[str, Any]) -> Extract:
    draft = Draft()
    film = said.get("itemReviewed")
    if isinstance(film, dict):
        slug = _SLUG.search(str(film.get("sameAs") or film.get("url") or ""))
        draft.id("letterboxd", slug[1] if slug else "")
        jsonld.describe(
            draft,
            {key: film.get(key) for key in ("director", "genre", "actor", "actors", "countryOfOrigin")},
            by="letterboxd",
        )
        draft.titled(jsonld.string(film.get("name")) or "")
        draft.number(
            "year",
            next(jsonld.years({"releasedEvent": film.get("releasedEvent"), "dateCreated": film.get("dateCreated")}), 0),
        )
    shown = page.first(".review.body-text", ".js-review-body", ".review .body-text")
    text = _HIDDEN.sub("", _PUBLISHED.sub("", paragraphs(shown)))
    made = jsonld.review(page, {**said, "name": None, **({"reviewBody": text} if text else {})})
    flagged = page.first(".contains-spoilers", ".js-spoiler-container") is not None
    if made is None:
        return page.extract(draft)
    import msgspec

    made = msgspec.structs.replace(
        made, text=Plain(text or made.text), spoiler=made.spoiler or flagged, publication=None
    )
    return page.extract(draft, [made])


def _shown_review(page: Page, slug: str) -> Iterator[Yield]:
    """Yield the review of a page whose data was not saved: film and year are in its card."""
    draft = Draft()
    draft.id("letterboxd", slug)
    draft.titled(_CARD.sub("", line_of(page.meta("og:title", "twitter:title"))))
    draft.line("title", line(page.first(".film-title-wrapper a", "h1.primaryname", ".headline-1 a")))
    reviews, hidden = _reviews(page)
    yield page.extract(draft, reviews[:1])
    if hidden or not reviews:
        yield page.remark("The text of this review was not in the page when it was saved")


def _list(page: Page) -> Iterator[Yield]:
    member = _REVIEWER.match(page.signs.path)
    if member and (reviewed := list(_member_reviews(page, member[1]))):
        yield from reviewed
        yield page.remark(f"Reviews by {member[1]} of {len(reviewed)} films, as many as the page shows")
        return
    owner = re.match(r"/([\w-]+)/list/", page.signs.path)
    name = line(page.first("h1.title-1", "h1.list-title", ".list-title-intro h1")) or page.meta("og:title")
    found = 0
    for place, item in enumerate(_outer(page.all(_ITEMS)), 1):
        if (extract := _listed(page, item, place, name, owner[1] if owner else "")) is not None:
            found += 1
            yield extract
    total = re.search(r"A list of ([\d,]+) films", page.meta("description"))
    said = f" of {total[1]}" if total else ""
    yield page.remark(
        f"«{name}» lists films: {found}{said} were on this page and were taken with title, place and the "
        f"rating of whoever made the list"
        if found
        else "A Letterboxd page that is about no film; nothing was taken"
    )


def _member_reviews(page: Page, member: str) -> Iterator[Yield]:
    """Yield the films of a member's page of reviews, each with its review."""
    for node in _outer(page.all("li.film-detail, .js-review-item, article.production-viewing, .viewing-list article")):
        name = next((a for a in node.css("h2 a[href*='/film/'], .primaryname a, .film-title a") if line(a)), None)
        slug = _SLUG.search((name.attributes.get("href") or "") if name is not None else "")
        if name is None or slug is None:
            continue
        draft = Draft()
        draft.id("letterboxd", slug[1])
        draft.line("title", line(name))
        year = _YEAR.search(line(node.css_first(".metadata, .releasedate, h2 small, a[href*='/year/']")))
        draft.number("year", int(year[0]) if year else 0)
        text = _HIDDEN.sub("", paragraphs(node.css_first(_BODY)))
        made = _review(page, node, Plain(text), spoiler=False) if text else None
        yield page.extract(draft, [replace(made, author=clean_line(member))] if made else [])


def _listed(page: Page, item: LexborNode, place: int, name: str, owner: str) -> Extract | None:
    poster = (
        item if "data-film-slug" in item.attributes else item.css_first("[data-film-slug], [data-item-slug]") or item
    )
    picture = item.css_first("img[alt]")
    title = next(
        (
            text
            for text in (
                poster.attributes.get("data-film-name"),
                poster.attributes.get("data-item-name"),
                picture.attributes.get("alt") if picture else "",
            )
            if text
        ),
        "",
    )
    draft = Draft()
    slug = (
        (poster.attributes.get("data-film-slug") or poster.attributes.get("data-item-slug") or "")
        .strip("/")
        .removeprefix("film/")
    )
    draft.id("letterboxd", slug)
    draft.titled(re.sub(r"^Poster for\s+", "", title))
    year = poster.attributes.get("data-film-release-year") or ""
    draft.number("year", int(year) if year.isdigit() else 0)
    rated = item.attributes.get("data-owner-rating") or ""
    if rated.isdigit() and 0 < int(rated) <= 10:
        draft.rating(Rating(value=int(rated) / 2, out_of=5, by=f"letterboxd:{owner}" if owner else "letterboxd"))
    number = line(item.css_first(".list-number"))
    draft.note("list", f"{name} #{number or place}" if name else "")
    return page.extract(draft) if "title" in draft else None


def _outer(nodes: list[LexborNode]) -> Iterator[LexborNode]:
    seen: set[int] = set()
    for node in nodes:
        parent, depth = node.parent, 0
        while parent is not None and parent.mem_id not in seen and depth < 12:
            parent, depth = parent.parent, depth + 1
        if parent is None or parent.mem_id not in seen:
            seen.add(node.mem_id)
            yield node


def _report(page: Page, member: str) -> Iterator[Yield]:
    """Yield the films of a report of all reviews of a member, which names films by their address on Letterboxd."""
    parts = _REPORT_ITEM.split(page.text)
    author = clean_line(member)
    for title, markup in zip(parts[1::2], parts[2::2], strict=True):
        text = Plain(_PUBLISHED.sub("", paragraphs_of(markup), count=1))
        slug = re.sub(r"[^\w-]+", "-", title.strip().lower()).strip("-")
        review = Review(author=author, text=text, spoiler=announces_spoilers(text))
        if text and slug:
            draft = Draft()
            draft.line("title", title)
            draft.id("letterboxd", slug)
            yield page.extract(draft, [review])
    yield page.remark(
        "Made by a tool: titles stand as in Letterboxd's addresses, without year; ratings and dates are not in it"
    )


READER = LetterboxdPage()
