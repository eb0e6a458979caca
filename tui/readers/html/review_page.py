"""A page that is one review of one film, by its data or by its titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from tui.models import Extract, Plain, Rating, Review
from tui.readers.html import jsonld, labels, sheet
from tui.readers.html.article import Article, is_closing
from tui.readers.html.card_parts import drawn_score
from tui.readers.html.draft import Draft
from tui.readers.html.main_content import Block
from tui.readers.html.page import Page
from tui.readers.html.text import line, line_of
from tui.readers.html.titling import film_title, reviewed_film
from tui.text.comparing import squash
from tui.text.dates import find_date
from tui.text.ratings import find_grade, find_rating
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

_EDGE = 300
"""Characters at both ends of a review among which its score stands."""
_TAIL = 1000
"""Characters at the end of a review in which its film's people may be listed."""
_SHEET = 5
"""Paragraphs at the end of a review among which the film's title alone heads what is told of the film itself."""
_TITLED_YEAR = re.compile(r"\(((?:18|19|20)\d\d)\)")
_GRADED = re.compile(r"\b(?:grade|verdict|note|wertung|ocena|hodnocení)\s*[:–—-]\s*([A-F][+−–-]?)(?!\w)", re.IGNORECASE)
_SIGNED = re.compile(r"(?:written |review(?:ed)? )?by\b.{3,40}", re.IGNORECASE)
_COUNTED = re.compile(r"\d[\d.,]*\s*(?:views?|likes?|comments?|shares?|min(?:ute)?s?\.? read)", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。！？][”\"'’»)\]]*$")
_SHORT = 40
"""Characters below which a line that ends without a full stop is no part of a text."""


def described(page: Page, content: Article, said: dict[str, Any]) -> Extract | None:
    """Return a review that the page's data describes; its text from the page where the data holds less of it."""
    film = said.get("itemReviewed")
    if not isinstance(film, dict) or not film.get("name"):
        return None
    if film.get("@type") and not jsonld.is_a(film, jsonld.FILM_TYPES | {"creativework", "thing", "product"}):
        return None
    draft = Draft()
    jsonld.describe(draft, {key: value for key, value in film.items() if key != "name"})
    draft.titled(jsonld.string(film.get("name")) or "")
    draft.number("year", next(jsonld.years(film), 0))
    body = _prose(content.blocks, split_year(str(film["name"])).title)
    held = jsonld.body(said.get("reviewBody"))
    made = jsonld.review(page, {**said, "reviewBody": held or body or None})
    if made is None:
        return None
    draft.add(sheet.facts(page))
    made = msgspec.structs.replace(
        made,
        text=held if len(held) > len(body) or ("\n" in held and 2 * len(held) > len(body)) else body or made.text,
        author=made.author or content.author,
        date=made.date or content.date,
        publication=made.publication or content.publication,
        headline=made.headline or content.title or None,
        link=made.link or page.link(page.url),
    )
    return page.extract(draft, [made])


def film_of(page: Page, content: Article) -> str | None:
    """Return the film that a page is a review of, as its titles say; a film's title alone over a text with a score.

    «Site - Reviews - Mill, The (1971)» names the site where others name the film.
    """
    titles = (content.title, line_of(page.meta("og:title")), line_of(page.signs.title))
    film = next((film for one in titles if (film := reviewed_film(one)) is not None), None)
    if film is not None and (work := _work(page)) and film.startswith(work):
        return work
    if film is not None:
        named = film_title(page)
        other = named.year and not split_year(film).year and squash(film) not in squash(named.title)
        return f"{named.title} ({named.year})" if other else film
    alone = split_year(content.title)
    written = content.author or content.date
    return str(content.title) if alone.year and alone.title and written and _score(content.text) else None


def _work(page: Page) -> str:
    """Return what the main heading sets in italics, as the titles of works are: «Review: *Mill* turns slowly»."""
    heading = page.first("h1")
    works = [line(one) for one in heading.css("em, i, cite")] if heading is not None else []
    return works[0] if len(works) == 1 else ""


def read(page: Page, content: Article, film: str) -> Extract:
    """Return the one review of a film that a page is."""
    draft = Draft()
    draft.titled(film)
    titles = (line_of(page.meta("og:title")), line_of(page.signs.title))
    named = (_TITLED_YEAR.search(one) for one in titles if film in one)
    draft.number("year", next((int(found[1]) for found in named if found), 0))
    draft.add(sheet.facts(page))
    text = _prose(content.blocks, split_year(film).title)
    for row in content.text[-_TAIL:].split("\n"):
        label, mark, value = row.partition(":")
        if mark and labels.field_of(label):
            labels.put(draft, label, value)
    draft.imdb(page.linked_imdb())
    review = Review(
        author=content.author,
        headline=content.title or None,
        text=text,
        rating=_score(content.text) or drawn_score(page) or _score(content.title.replace(film, "")),
        date=content.date,
        publication=content.publication,
        spoiler=announces_spoilers(text) or page.first("[class*=spoiler-tip]", "[class*=spoiler-warning]") is not None,
        link=page.link(page.url),
    )
    return page.extract(draft, [review])


def _score(text: str) -> Rating | None:
    """Return the score at the end of a review, or before it."""
    found = find_rating(text[-_EDGE:]) or find_rating(text[:_EDGE])
    if found is None and (grade := _GRADED.search(text[-_EDGE:])):
        found = find_grade(grade[1])
    return found.rating if found else None


def _prose(blocks: Sequence[Block], film: str) -> Plain:
    """Return a review without what sites set around it: labels, marks, the film's data sheet, who wrote it."""
    kept = list(blocks)
    says = next((place for place, block in enumerate(kept) if not block.level and not _is_aside(block.text)), 0)
    kept = kept[says:]
    sheet_at = (at for at in range(max(1, len(kept) - _SHEET), len(kept)) if squash(kept[at].text) == squash(film))
    kept = kept[: next(sheet_at, len(kept))]
    while len(kept) > 1 and is_closing(kept[-1].text):
        kept.pop()
    end = len(kept)
    while end > 1 and (kept[end - 1].level or _is_aside(kept[end - 1].text)):
        end -= 1
    if any(block.level or _is_fact(block.text) or _is_score(block.text) for block in kept[end:]):
        kept = kept[:end]
    return Plain("\n\n".join(block.text for block in kept))


def _is_aside(text: str) -> bool:
    """Say whether what stands above or below a text is no part of it."""
    return _is_fact(text) or (len(text) < _SHORT and not _ENDS.search(text))


def _is_score(text: str) -> bool:
    return len(text) < _SHORT and find_rating(text) is not None and not _ENDS.search(text)


def _is_fact(text: str) -> bool:
    label, mark, _ = text.partition(":")
    if (mark and labels.field_of(label) is not None) or _SIGNED.fullmatch(text) or _COUNTED.fullmatch(text):
        return True
    return len(text) < _SHORT and find_date(text) is not None and not _ENDS.search(text)
