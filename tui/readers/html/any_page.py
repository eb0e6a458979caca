"""Every other saved page: a film's data sheet, a review, a list of films, an article; by what it holds.

Structured data (JSON-LD, microdata) is believed first. What remains is the main content, read as a review where
the page says that it is one, else as the text of an article by the reader that such a text would have found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Any

import msgspec
from selectolax.lexbor import LexborNode

from tui.errors import DocumentError
from tui.models import Extract, Plain, Rating, Review, Trivia
from tui.readers.base import Match, Reader, Yield
from tui.readers.document import Document
from tui.readers.html import film_lists, jsonld
from tui.readers.html.article import Article, article
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, line_of, paragraphs
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.ratings import find_rating, parse_rating
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

_SITES = ("imdb", "rotten_tomatoes", "letterboxd", "csfd", "wikipedia")
_TEXT_READERS = frozenset({"film-page", "article", "loose-review"})
_QUOTED = r"[‘“\"'«„「『《](?P<quoted>[^‘’“”\"'«»„「」『』《》]{1,80})[’”\"'»“」』》]"
_WORD = (
    r"(?:(?:film|movie|blu-?ray|dvd)\s+)?(?:reviews?|kritik|filmkritik|critique|crítica|recensione|recenze|"
    r"recenzja|recensie|recension|anmeldelse|рецензия|評論|影评|影評|レビュー)"
)
_PLAIN = r"[^:|–—]{1,80}?(?:\s*\((?:19|20)\d\d\))?"
_REVIEW_TITLES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^{_QUOTED}\s*(?:\([^)]*\)\s*)?(?:{_WORD})\b",
        rf"^{_WORD}\s*[:\-–—|]\s*{_QUOTED}",
        rf"^{_WORD}(?:\s+of|\s+de|\s+zu|\s*[:\-–—|])\s*(?P<plain>{_PLAIN})(?:\s*[:|–—].*|\s+-\s.*)?$",
        rf"^(?P<plain>{_PLAIN})\s*(?:[:\-–—|]\s*)?{_WORD}\b(?!\s+of\b)",
    )
)
_NUMBERED = re.compile(r"^\s*(?:#\s*)?(\d{1,3})\s*[.):\-–—]\s*(?=\S)(.{1,120})$")
_LEAST_NUMBERED = 5
_LEAST_TEXT = 40
"""Characters below which a page's main content is none."""


class AnyPage(SiteReader):
    """Reads saved web pages of no known site."""

    name = "web-page"
    title = "Web page"

    def knows(self, found: Signs) -> Match:
        """Take every page that no other reader knows better."""
        return Match(0.6, f"a web page saved from {found.host}" if found.host else "a web page")

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield what the page says, in the first way that it can be said."""
        for site in _sites():
            if site.knows(page.signs).sure >= 0.8:
                yield from site.pages(page)
                return
        films = [film for film in jsonld.films(page) if film.get("name")]
        reviewed = next((thing for thing in jsonld.things(page.data) if jsonld.is_a(thing, jsonld.REVIEW_TYPES)), None)
        if len(films) == 1:
            yield _data_sheet(page, films[0])
        elif len(films) > 1:
            yield from _listed(page, film_lists.items(page))
        elif (reviewed is not None and (extract := _described_review(page, reviewed))) or (
            (box := page.first("[itemtype$='schema.org/Movie']")) is not None and (extract := _microdata(page, box))
        ):
            yield extract
        elif tables := film_lists.tables(page):
            yield from _listed(page, tables)
        else:
            yield from _content(page)


def _sites() -> Iterator[SiteReader]:
    from importlib import import_module

    for name in _SITES:
        yield import_module(f"tui.readers.html.{name}").READER


def _listed(page: Page, films: list[Extract]) -> Iterator[Yield]:
    yield from films
    yield page.remark(f"This page lists films: {len(films)} were taken, each with what is said of it in one row")


def _data_sheet(page: Page, film: dict[str, Any]) -> Extract:
    """Return a page about one film whose data says so."""
    draft = Draft()
    host = page.signs.host.split(".")[-2] if page.signs.host.count(".") else page.signs.host
    jsonld.describe(draft, film, by=host)
    named = split_year(str(draft.fields.get("title", "")))
    if named.year:
        draft.fields["title"] = Plain(named.title)
        draft.number("year", named.year)
    draft.number("year", next(jsonld.years(film), 0))
    card = split_year(line_of(page.meta("og:title")))
    draft.number("year", card.year or 0)
    draft.text("synopsis", line_of(page.meta("og:description", "description")))
    reviews = jsonld.reviews(page, film)
    return page.extract(draft, reviews or jsonld.reviews(page, None))


def _described_review(page: Page, said: dict[str, Any]) -> Extract | None:
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
    content = article(page)
    body = content.text
    said = said if len(str(said.get("reviewBody") or "")) > len(body) or not body else {**said, "reviewBody": body}
    made = jsonld.review(page, said)
    if made is None:
        return None
    made = msgspec.structs.replace(
        made,
        author=made.author or content.author,
        date=made.date or content.date,
        publication=made.publication or content.publication,
        headline=made.headline or content.title or None,
        link=made.link or page.link(page.url),
    )
    return page.extract(draft, [made])


def _microdata(page: Page, box: LexborNode) -> Extract | None:
    """Return a film that is described by microdata."""
    draft = Draft()
    draft.titled(_property(box, "name"))
    if not draft.names_film:
        return None
    draft.text("synopsis", paragraphs(box.css_first("[itemprop=description]")))
    for name, field in _PEOPLE.items():
        nodes = box.css(f"[itemprop={name}]")
        draft.names(field, [line(node.css_first("[itemprop=name]") or node) for node in nodes], more=True)
    published = parse_date(_property(box, "datePublished")[:10])
    draft.released(published)
    draft.number("year", int(published[:4]) if published and published[:4].isdigit() else 0)
    best = _property(box, "bestRating")
    scale = float(best) if re.fullmatch(r"\d{1,3}(?:\.\d+)?", best) else 10
    draft.rating(parse_rating(_property(box, "ratingValue"), scale=scale, by=page.signs.host))
    reviews = (_microdata_review(node) for node in box.css("[itemprop=review], [itemprop=reviews]"))
    return page.extract(draft, [one for one in reviews if one is not None])


_PEOPLE = {
    "director": "directors",
    "actor": "cast",
    "actors": "cast",
    "genre": "genres",
    "author": "writers",
    "creator": "writers",
}


def _property(node: LexborNode, name: str) -> str:
    found = node.css_first(f"[itemprop={name}]")
    return (found.attributes.get("content") or line(found)) if found is not None else ""


def _microdata_review(node: LexborNode) -> Review | None:
    text = paragraphs(node.css_first("[itemprop=reviewBody], [itemprop=description]"))
    if not text:
        return None
    return Review(
        author=clean_line(_property(node, "author")) or None,
        text=text,
        rating=parse_rating(_property(node, "ratingValue"), scale=10),
        spoiler=announces_spoilers(text),
    )


def _content(page: Page) -> Iterator[Yield]:
    content = article(page)
    if len(content.text) < _LEAST_TEXT:
        yield page.remark("No text of an article or review was found on this page; nothing was taken")
        return
    numbered = _numbered(page, content)
    if numbered:
        yield from numbered
        yield page.remark(
            f"«{content.title}» goes through {len(numbered)} films: what it says of each was taken as a review"
        )
        return
    film = (
        reviewed_film(content.title)
        or reviewed_film(line_of(page.meta("og:title")))
        or reviewed_film(line_of(page.signs.title))
    )
    if film is not None:
        yield _review_page(page, content, film)
        return
    yield from _as_text(page, content)


def reviewed_film(title: str) -> str | None:
    """Return the film that the title of a review names, None where the title is not a review's."""
    for shape in _REVIEW_TITLES:
        found = shape.search(title)
        if found:
            names = found.groupdict()
            name = (names.get("quoted") or names.get("plain") or "").strip(" -–—:|\"'“”‘’")
            if name and not re.fullmatch(
                r"(?:the|a|our|my|film|movie|book|game|album|reader|user|customer)s?", name, re.IGNORECASE
            ):
                return name
    return None


def _review_page(page: Page, content: Article, film: str) -> Extract:
    draft = Draft()
    draft.titled(film)
    text = content.text
    found = find_rating(text[-300:]) or find_rating(text[:300])
    rating: Rating | None = found.rating if found else None
    review = Review(
        author=content.author,
        headline=content.title or None,
        text=text,
        rating=rating,
        date=content.date,
        publication=content.publication,
        spoiler=announces_spoilers(text),
        link=page.link(page.url),
    )
    return page.extract(draft, [review])


def _numbered(page: Page, content: Article) -> list[Extract]:
    """Return the films of a ranking: headings that count up or down, each with its text."""
    parts: list[tuple[int, str, list[str]]] = []
    for block in content.blocks:
        found = _NUMBERED.match(block.text) if block.level else None
        if found:
            parts.append((int(found[1]), found[2], []))
        elif parts and block.level and block.level <= 2:
            break
        elif parts and not block.level:
            parts[-1][2].append(block.text)
    places = [place for place, _, _ in parts]
    steps = {second - first for first, second in pairwise(places)}
    if len(parts) < _LEAST_NUMBERED or len(steps) != 1 or abs(steps.pop()) != 1:
        return []
    extracts = []
    for place, title, texts in parts:
        draft = Draft()
        draft.titled(re.sub(r"\s*[,–—|-]\s*(?:dir\.|directed by)\s.*$", "", title.strip("‘’“”\"' ")))
        draft.note("list", f"{content.title} #{place}")
        text = Plain("\n\n".join(texts))
        review = Review(
            author=content.author, text=text, date=content.date, publication=content.publication,
            spoiler=announces_spoilers(text), link=page.link(page.url),
        )  # fmt: skip
        extracts.append(page.extract(draft, [review] if text else []))
    return extracts


def _as_text(page: Page, content: Article) -> Iterator[Yield]:
    """Yield what the readers of plain text make of the content; its citations are the page's."""
    document = Document.of_bytes(f"{page.name}.md", content.markdown.encode())
    reader = _text_reader(
        document, {"article"} if page.meta("og:type") == "article" or content.described else _TEXT_READERS
    )
    try:
        found = list(reader.read(document)) if reader is not None else []
    except DocumentError:
        found = []
    extracts = [one for one in found if isinstance(one, Extract) and (one.reviews or one.trivia or one.facts.synopsis)]
    for one in extracts:
        title = Plain((one.facts.title or "").strip("‘’“”\"' ")) or None
        yield msgspec.structs.replace(
            one,
            facts=msgspec.structs.replace(one.facts, title=title),
            source=page.source,
            reviews=tuple(msgspec.structs.replace(review, sources=(page.source,)) for review in one.reviews),
            trivia=tuple(msgspec.structs.replace(fact, sources=(page.source,)) for fact in one.trivia),
        )
    if not extracts:
        yield page.extract(Draft(), [], list(_by_heading(content)))


def _text_reader(document: Document, names: Collection[str]) -> Reader | None:
    from tui.readers import registry

    known = [reader for reader in registry.readers() if reader.name in names]
    best = max(known, key=lambda reader: reader.match(document).sure, default=None)
    return best if best is not None and best.match(document).sure > 0 else None


def _by_heading(content: Article) -> Iterator[Trivia]:
    topic: Plain | None = None
    for block in content.blocks:
        if block.level:
            topic = block.text
        else:
            yield Trivia(topic=topic, text=block.text)


READER = AnyPage()
