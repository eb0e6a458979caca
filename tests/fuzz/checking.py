"""What must hold of every reader for every document, and small documents to start from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from tui.errors import DocumentError
from tui.models import Extract, Remark
from tui.readers.base import Reader
from tui.readers.document import Document
from tui.readers.html.site import SiteReader
from tui.text import clean

KEYS = [
    "@type",
    "@graph",
    "name",
    "title",
    "url",
    "description",
    "review",
    "reviewBody",
    "reviewRating",
    "ratingValue",
    "bestRating",
    "worstRating",
    "author",
    "actor",
    "actors",
    "director",
    "genre",
    "duration",
    "datePublished",
    "aggregateRating",
    "ratingCount",
    "itemReviewed",
    "itemListElement",
    "sameAs",
    "releasedEvent",
    "startDate",
    "countryOfOrigin",
    "props",
    "pageProps",
    "aboveTheFoldData",
    "mainColumnData",
    "contentData",
    "titleText",
    "text",
    "plaidHtml",
    "plainText",
    "originalText",
    "edges",
    "node",
    "releaseYear",
    "year",
    "runtime",
    "seconds",
    "cast",
    "characters",
    "categories",
    "section",
    "items",
    "cardHtml",
    "htmlContent",
    "authorRating",
    "submissionDate",
    "helpfulness",
    "upVotes",
    "downVotes",
    "spoiler",
    "reviews",
    "trivia",
    "quotes",
    "lines",
]
"""Names that the readers of structured data look for."""
ADDRESSES = (
    "", "https://www.imdb.com/title/tt7654321/", "https://www.imdb.com/title/tt7654321/reviews", "https://letterboxd.com/film/x/",
    "https://www.imdb.com/title/tt7654321/trivia", "https://www.imdb.com/title/tt7654321/plotsummary", "https://example.org/",
    "https://www.rottentomatoes.com/m/x", "https://www.csfd.cz/film/1-x/prehled/", "https://de.wikipedia.org/wiki/X",
    "https://letterboxd.com/moth/list/best/", "https://www.csfd.cz/uzivatel/1-x/recenze/", "https://www.imdb.com/title/tt7654321/goofs",
)  # fmt: skip
FRAGMENTS = (
    '<div class="lister-item mode-detail imdb-user-review with-spoiler"><a class="title">T</a>',
    '<div class="text show-more__control">',
    '<span class="rating-other-user-rating"><span>9</span>/10</span><span class="review-date">4 May 2018</span>',
    '<article class="user-review-item" data-testid="review-card-parent"><div class="ipc-html-content-inner-div">',
    '<div id="tn15content"><div><small>1 out of 2 people found the following review useful:</small><h2>H</h2></div><p>',
    '<div id="main"><h4>Spoilers</h4><div class="soda"><div class="sodatext">',
    '<ul id="plot-summaries-content"><li><p>',
    '<div class="info"><h5>Runtime:</h5><div class="info-content">97 min',
    '<div class="txt-block"><h4>Language:</h4><a href="/language/en">',
    '<table class="cast_list"><tr><td itemprop="actor"><a href="/name/nm1/">A</a></td><td class="character">B',
    "</td></tr></table>",
    '<article class="production-viewing"><strong class="displayname">M</strong>',
    '<span class="rating rated-7">★★★½</span><div class="body-text">',
    '<article class="article-review"><span data-film-review-content>',
    '<span class="stars stars-4"></span><time>26.03.2019</time>',
    '<div class="mw-parser-output"><table class="infobox"><tr><th>Directed by</th><td>',
    "</td></tr></table><h2>Plot</h2><p>",
    "<h3>Cast</h3>",
    '<li data-film-slug="x" data-owner-rating="9"><img alt="X"></li>',
    "<table><tr><th>Film</th><th>Year</th></tr>",
    '<tr><td rowspan="2">Film (1999)</td><td>1999</td></tr>',
    "<b>1: Title</b><p>",
    "<h1>moth - letterboxd.com reviews</h1>",
    "<h3>1) One</h3>",
    "<p>",
    "</p>",
    "</div>",
    "<br>",
    "<pre>\n",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<svg>",
    "&amp;lt;",
    "&#0;",
    "&#x1b;",
    "{{Infobox film|director=[[A]]|runtime=97 minutes}}",
    "==Plot==\n",
    "[[File:X|[[y]]]]",
    "{{ubl|a|{{small|b}}}}",
    "<ref>",
    "<page><title>T</title>",
    "<revision><text>",
    "{|\n|}\n",
    "* [[A]] as B\n",
    "1,234 votes",
    "12 of 15",
    "Mask (1985)\n",
    "★★★½",
    "8/10",
    "\x1b]0;x\x07",
    "\u202e",
    "\x00",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "Name,Year,Rating\n",
    '"a,b"\n',
    "#+TITLE: films\n",
    "<movie><title>",
    "---\ntitle: x\n---\n",
    "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n",
    "<![CDATA[",
    "PT1H",
    "\r\n",
)
"""Pieces of every kind of document: what they make together is never right, and must never break a reader."""
_LINK = re.compile(r"https?://\S+")


class BrokenPromiseError(AssertionError):
    """A reader did what no reader may do."""


def page(address: str, parts: Iterable[str], data: object = None, next_data: object = None) -> str:
    """Return a page of pieces, with structured data in it."""
    link = f'<link rel="canonical" href="{address}">' if address else ""
    said = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    said += f'<script id="__NEXT_DATA__">{json.dumps(next_data)}</script>' if next_data is not None else ""
    return f"<!DOCTYPE html><html><head><title>T (1999)</title>{link}</head><body>{said}{''.join(parts)}"


def check(reader: Reader, raw: bytes, name: str = "document.html") -> None:
    """Let a reader look at a document and read it in this process.

    Raises:
        BrokenPromiseError: it gave something that no reader may give.
    """
    document = Document.of_bytes(name, raw)
    match = reader.match(document)
    if not 0 <= match.sure <= 1:
        raise BrokenPromiseError(f"{reader.name}: a match of {match.sure}")
    if not match.sure and not isinstance(reader, SiteReader):
        return  # a document that is not its own never reaches a reader
    try:
        found = list(reader.read(document))
    except DocumentError:
        return
    for one in found:
        if not isinstance(one, Extract | Remark):
            raise BrokenPromiseError(f"{reader.name}: gave a {type(one).__name__}")
        for text in _texts(msgspec.to_builtins(one)):
            if clean(text) != text:
                raise BrokenPromiseError(f"{reader.name}: a control character in {text!r}")
        for link in (review.link for review in getattr(one, "reviews", ()) if review.link):
            if not _LINK.fullmatch(link):
                raise BrokenPromiseError(f"{reader.name}: a link to {link!r}")


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _texts(value)
