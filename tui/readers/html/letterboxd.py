"""Letterboxd pages: a film, its reviews, one review, lists of films, and the report that a tool makes of reviews.

The film's page holds JSON-LD without a synopsis and with the record's own date; year and synopsis are taken from
the share card. Marks are taken where they have been stable: `data-film-slug`, `rated-N`, `body-text`, `js-…` hooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from tui.models import Extract, Plain, Rating
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import jsonld
from tui.readers.html.draft import Draft
from tui.readers.html.letterboxd_lists import REPORT, SLUG, report, several
from tui.readers.html.letterboxd_reviews import further, reviews, warned, without_heading
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, line_of, paragraphs
from tui.text.durations import find_minutes
from tui.text.ratings import find_rating

_VIEWING = re.compile(r"/[\w-]+/film/([\w-]+)/(?:\d+/)?$")
_CARD = re.compile(r"^[‎\s]*(?:A\b[^\n]{0,30}?\breview of\s+)?")
_BY = re.compile(r"\breview (?:of .{1,200} )?by (\S[^•|]{0,60}?)\s*(?:[•|]|$)")
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
        return Match(0.9, "a report of Letterboxd reviews") if REPORT.match(found.heading) else NOT_MINE

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield the film, the reviews or the list that the page is about."""
        by_tool = REPORT.match(page.signs.heading)
        if by_tool:
            yield from report(page, by_tool[1])
            return
        page.narrow("#content")
        films = jsonld.films(page)
        reviewed = next((thing for thing in jsonld.things(page.data) if jsonld.is_a(thing, jsonld.REVIEW_TYPES)), None)
        kind = page.meta("og:type")
        if reviewed is not None and not films:
            yield _one_review(page, reviewed)
        elif not films and (one := _VIEWING.match(page.signs.path)):
            yield from _shown_review(page, one[1])
        elif films or kind == "video.movie" or (SLUG.search(page.signs.path) and page.signs.path.startswith("/film/")):
            yield from _film(page, films[0] if films else None)
        else:
            yield from several(page)


def _film(page: Page, film: dict[str, Any] | None) -> Iterator[Yield]:
    draft = Draft()
    slug = SLUG.search(page.url) or (SLUG.search(str(film.get("url") or film.get("@id"))) if film else None)
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
    told, missing = reviews(page)
    yield page.extract(draft, told)
    yield from missing
    yield from further(page)


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
    draft.names("genres", [line(link) for link in page.all("#tab-genres a[href*='/genre/']")])  # without a heading
    draft.names(
        "directors",
        [line(link) for link in page.all("#featured-film-header a[href*='/director/'], .credits a.contributor")],
    )


def _average(page: Page) -> Rating | None:
    found = find_rating(page.meta("twitter:data2"))
    return Rating(value=found.rating.value, out_of=found.rating.out_of, by="letterboxd") if found else None


def _one_review(page: Page, said: dict[str, Any]) -> Extract:
    draft = Draft()
    film = said.get("itemReviewed")
    if isinstance(film, dict):
        slug = SLUG.search(str(film.get("sameAs") or film.get("url") or ""))
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
    text = without_heading(paragraphs(shown))
    made = jsonld.review(page, {**said, "name": None, **({"reviewBody": text} if text else {})})
    flagged = warned(page.first(".contains-spoilers"), page.first(".js-spoiler-container"), shown)
    if made is None:
        return page.extract(draft)
    made = replace(made, text=Plain(text or made.text), spoiler=made.spoiler or flagged, publication=None)
    return page.extract(draft, [made])


def _shown_review(page: Page, slug: str) -> Iterator[Yield]:
    """Yield the review of a page whose data was not saved: film and year are in its card."""
    draft = Draft()
    draft.id("letterboxd", slug)
    draft.titled(_CARD.sub("", line_of(page.meta("og:title", "twitter:title"))))
    draft.line("title", line(page.first(".film-title-wrapper a", "h1.primaryname", ".headline-1 a")))
    told, missing = reviews(page)
    by = _BY.search(page.signs.title)
    author = Plain(by[1]) if by else None
    yield page.extract(draft, [replace(one, author=one.author or author) for one in told[:1]])
    if missing or not told:
        yield page.remark("The text of this review was not in the page when it was saved")


READER = LetterboxdPage()
