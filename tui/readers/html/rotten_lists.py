"""Rotten Tomatoes pages that list films: guides and rankings, tiles to browse, what a search found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.models import Extract, Plain, Rating, Trivia
from tui.readers.html import film_lists, labels
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs, without_end
from tui.text.ratings import parse_rating

_BOXES = (
    ".countdown-item, [data-qa=discovery-media-list-item], .js-tile-link, search-page-media-row, .mb-movie, p.movie"
)
_TITLE = ".article_movie_title a, [data-qa=discovery-media-list-item-title], a[slot=title], .movieTitle, a.title"
_SCORES = (
    (
        "tomatometer",
        ".tMeterScore, [slot=criticsScore], .score strong",
        ("criticsscore", "tomatometerscore", "tomatometer-score"),
    ),
    ("rt-audience", "[slot=audienceScore]", ("audiencescore", "audience-score")),
)
_ADDRESS = re.compile(r"(?:^|rottentomatoes\.com)/m/([\w-]+)")
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_MORE = re.compile(r"\s*\[More\]$")


def films(page: Page) -> list[Extract]:
    """Return the films of a page that is about none of them: in boxes, in its data, in a table."""
    return (
        list(_boxed(page))
        or film_lists.reviewed(page)
        or film_lists.items(page, by="tomatometer")
        or film_lists.tables(page, by="tomatometer")
    )


def _boxed(page: Page) -> Iterator[Extract]:
    """Yield the films that stand in boxes, each once, with what the box says."""
    seen: set[str] = set()
    for box in page.outermost(_BOXES):
        title, name = line(box.css_first(_TITLE)), _slug(box)
        if title and name and name not in seen:
            seen.add(name)
            yield _film(page, box, title, name)


def _slug(box: LexborNode) -> str:
    own = [box] if box.tag == "a" else []
    for link in (*own, *box.css("a[href*='/m/']")):
        if found := _ADDRESS.search(link.attributes.get("href") or ""):
            return found[1]
    return ""


def _film(page: Page, box: LexborNode, title: str, name: str) -> Extract:
    draft = Draft()
    draft.id("rottentomatoes", name)
    draft.line("title", title)
    written = _attribute(box, "releaseyear", "release-year") or line(box.css_first(".start-year, .year"))
    year = _YEAR.search(written) or re.search(r"(?<=_)(?:19|20)\d\d$", name)
    draft.number("year", int(year[0]) if year else 0)
    for by, selector, attributes in _SCORES:
        told = line(box.css_first(selector)) or _attribute(box, *attributes)
        if told and (rated := parse_rating(told, scale=100, by=by)):
            draft.rating(Rating(value=rated.value, out_of=100, by=by))
    return page.extract(draft, [], list(_told(draft, box)))


def _told(draft: Draft, box: LexborNode) -> Iterator[Trivia]:
    """Put the labelled lines of a box into the draft; what the critics agree on is a fact about the film."""
    for row in box.css(".info"):
        label = row.css_first(".descriptor")
        said = line(label).rstrip(":")
        links = [name for link in row.css("a") if (name := line(link))]
        if label is not None:
            label.decompose()
        text = without_end(_MORE, paragraphs(row), "[More]")
        if said == "Critics Consensus" and text:
            yield Trivia(topic=Plain(said), text=Plain(text))
        elif said:
            labels.put(draft, said, text, links if labels.field_of(said) in {"directors", "cast"} else [])


def _attribute(box: LexborNode, *names: str) -> str:
    """Return the first of some attributes that the box or something in it has."""
    for name in names:
        holder = box if name in box.attributes else box.css_first(f"[{name}]")
        if holder is not None and (value := (holder.attributes.get(name) or "").strip()):
            return value
    return ""
