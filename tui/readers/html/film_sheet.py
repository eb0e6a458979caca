"""The sheet of one film on a page of no known site: what its data, its marks and its labels say together."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from tui.models import Extract
from tui.readers.html import by_text, cards, film_lists, jsonld, labels, microdata, sheet
from tui.readers.html.article import Article
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line, line_of, paragraphs, paragraphs_of
from tui.readers.html.titling import film_title, site_name
from tui.text.comparing import squash
from tui.text.dates import parse_date
from tui.text.durations import find_minutes
from tui.text.ratings import parse_rating

_TITLE_YEAR = re.compile(r"(?:[(（](?:[^()（）]{0,20}\s)?|\b[Ff]ilm )((?:18|19|20)\d\d)(?=[)）]|年製作|\s|$)")
_SITE_TAIL = re.compile(r"\s+[-–—|•·]\s+[^-–—|•·]{2,40}$")
_YEARS = ("[class*=release_year]", "[class*=releaseyear i]", "h1 ~ [class*=year]", "h2 [class*=year]")
_OF_PARTS = re.compile(r"\band more\b\W*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\w[.!?](?=\s|$)")
_FILM_CARDS = frozenset({"video.movie", "movie", "video.film"})
_CREDIT = re.compile(r"\s*\([A-Z]{5,20}\)$")
"""Whose text a synopsis is: «(FILMAFFINITY)»."""
_HEADED = 0.55
"""How surely a text is a film's page by a heading of reviews alone."""
_LEAST_LEAD = 60
"""Characters of a sentence below the heading that tells the story."""


def described(page: Page, film: dict[str, Any]) -> Extract:
    """Return a page about one film whose data says so."""
    draft = Draft()
    name, original = _two_titles(jsonld.string(film.get("name")) or "", page)
    draft.titled(name)
    draft.line("original_title", original)
    beside = sheet.facts(page, sure=True)
    draft.number("year", beside.fields.get("year"))
    card_year(page, draft)
    description = _CREDIT.sub("", jsonld.body(film.get("description")))
    jsonld.describe(draft, {**film, "name": None, "description": None}, by=site_name(page))
    draft.text("synopsis", description)
    draft.number("year", next(jsonld.years(film), 0))
    draft.add(beside)
    people(page, draft)
    marked(page, draft)
    shown(page, draft)
    draft.text("synopsis", on_card(page))
    draft.text("synopsis", _headed_synopsis(page))
    lead = line(page.first("h1 + p"))
    draft.text("synopsis", lead if len(lead) >= _LEAST_LEAD and lead[-1] in ".!?…" else "")
    reviews = jsonld.reviews(page, film) or jsonld.reviews(page, None)
    boxes = [] if reviews else cards.reviews(page, least=1, talk=True) or cards.signed(page)
    reviews = reviews or [one for one in boxes if one.text not in description]
    extract = page.extract(draft, reviews)
    if not reviews and (told := by_text.film_page(page, least=_HEADED)):
        return msgspec.structs.replace(extract, source=told.source, reviews=told.reviews, trivia=told.trivia)
    return extract


def on_card(page: Page) -> str:
    """Return what the page's card tells of the film; not what such pages hold: «Mask (1985): Plot, cast, and more»."""
    told = line_of(page.meta("og:description", "description"))
    found = _TITLE_YEAR.search(told)
    title = film_title(page).title
    headed = found is not None and squash(told[: found.start()]) == squash(title)
    return "" if _OF_PARTS.search(told) or (headed and not _SENTENCE.search(told)) else told


def _headed_synopsis(page: Page) -> str:
    """Return the paragraphs under the heading «Synopsis»."""
    heading = next((one for one in page.all("h2, h3, h4") if labels.field_of(line(one)) == "synopsis"), None)
    node = heading.next if heading is not None else None
    while node is not None and node.tag in {"-text", "-comment"}:
        node = node.next
    told = node.html or "" if node is not None and node.tag in {"p", "div"} else ""
    while told and node is not None and node.tag in {"p", "-text"}:
        node = node.next
        told += f"{node.html}\n" if node is not None and node.tag == "p" else ""
    return paragraphs_of(told)


def labelled(page: Page, content: Article) -> Extract | None:
    """Return a page about one film that only its labels, or its card, show to be one."""
    card = is_card(page)
    if not card and (page.meta("og:type") == "article" or content.described):
        return None
    found = sheet.facts(page, sure=card)
    if not card and not found.fields:
        return None
    draft = Draft()
    named = film_title(page)
    draft.titled(named.title if card and named.title else _SITE_TAIL.sub("", content.title))
    draft.number("year", named.year)
    card_year(page, draft)
    people(page, draft)
    draft.add(found)
    told = page.first("[class*=synops]", "[class*=plot]", "[class*=overview] p", "p.lead", "[class*=lead] p", "main p")
    draft.text("synopsis", paragraphs(told) if told is not None else "")
    draft.text("synopsis", on_card(page))
    marked(page, draft)
    shown(page, draft)
    return page.extract(draft, cards.signed(page)) if "title" in draft else None


def is_card(page: Page) -> bool:
    """Say whether the page's card says that it is about one film."""
    return page.meta("og:type") in _FILM_CARDS


def marked(page: Page, draft: Draft) -> None:
    """Take what sites mark alike on a film's own page: people with their parts, tagline, certificate, genres."""
    draft.line("tagline", line(page.first("[class*=tagline]")))
    draft.line("certificate", line(page.first("[class*=certification]", "[class*=certificate]")))
    draft.names("genres", [line(link) for link in page.all("[class*=genres] a")])
    score = page.first("[class*=score][data-percent]")
    draft.rating(
        parse_rating((score.attributes.get("data-percent") or "") if score else "", scale=100, by=site_name(page))
    )


def people(page: Page, draft: Draft) -> None:
    """Take people that stand with what they did or played: a line with a name above a line with a role."""
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    for role in page.all("[class=character], [class=role], [class*=character-name]"):
        box = role.parent
        name = next((text for one in box.css("a") if (text := line(one))), "") if box is not None else ""
        said = line(role)
        fields = {labels.field_of(one.strip()) for one in said.split(",")}
        if not name or name == said:
            continue
        for field in fields & {"directors", "writers"}:
            found.setdefault(str(field), []).append(name)
        if not fields - {None}:
            found.setdefault("cast", []).append(name)
            parts.append(said)
    for field, names in found.items():
        draft.names(field, list(dict.fromkeys(names)))
    draft.names("characters", parts)


def shown(page: Page, draft: Draft) -> None:
    """Take what sites mark alike without saying it as data: running time, original title, the site's own score, ids."""
    draft.number("runtime_minutes", find_minutes(line(page.first("[class*=duration]", "[class*=runtime]"))) or 0)
    draft.line("original_title", line(page.first("[itemprop=alternativeHeadline]", "[class*=originalTitle i]")))
    if not draft.ratings:
        draft.rating(microdata.average(page, by=site_name(page)))
    draft.names("directors", [page.meta("video:director", "og:video:director")])
    draft.names("cast", [page.meta("video:actor", "og:video:actor")])
    seconds = page.meta("video:duration", "og:video:duration")
    draft.number("runtime_minutes", int(seconds) // 60 if seconds.isdecimal() and len(seconds) < 6 else 0)
    draft.released(parse_date(page.meta("video:release_date", "og:video:release_date")[:10]))
    draft.imdb(page.linked_imdb())
    film_lists.site_ids(draft, page.url)


def card_year(page: Page, draft: Draft) -> None:
    """Take the year that the page's own title gives for the film; its data may mean a later release."""
    marked = line(page.first(*_YEARS)).strip("()")
    draft.number("year", int(marked) if re.fullmatch(r"\d{4}", marked) else 0)
    for text in (line_of(page.meta("og:title")), line_of(page.signs.title), line(page.first("h1", "h2"))):
        found = _TITLE_YEAR.search(text)
        draft.number("year", int(found[1]) if found else 0)


def _two_titles(name: str, page: Page) -> tuple[str, str]:
    """Return title and original title of «纸港 Paper Harbour», where the page's title says how long the first is."""
    alone = re.split(r"\s*[(（|]", page.signs.title, maxsplit=1)[0].strip()
    if alone and not alone.isascii() and name.startswith(alone + " "):
        return alone, name[len(alone) :].strip()
    return name, ""
