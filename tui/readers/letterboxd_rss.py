"""Letterboxd's RSS feed of a member: diary entries and reviews, as `letterboxd.com/<member>/rss/` gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.models import Extract, Facts, Personal, Remark, Review, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.xml import Node, parse
from tui.text.spoilers import announces_spoilers

_FEED = re.compile(
    rb"<rss\b[^>]*letterboxd\.com|letterboxd:filmTitle|<rss\b.{0,2000}?<link>\s*https?://letterboxd\.com",
    re.IGNORECASE | re.DOTALL,
)
_ENTRY = re.compile(
    r"(?P<title>.+), (?P<year>(?:18|19|20)\d\d)(?: - (?P<rating>[★½]{1,6}))?(?: \(contains spoilers\))?"
)
"""The title of an entry, which older feeds tell no other way: «Mask, 1985 - ★★★½»."""
_WATCHED = re.compile(r"Watched on \w+ (\w+ \d+, \d{4})")
_IMAGE = re.compile(r"\s*<p>\s*<img[^>]*>\s*</p>", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"(?:<p>)?\s*+(?:<em>)?\s*+(?:Watched on \w+ \w+ \d+, \d{4}|This review may contain spoilers)\.?"
    r"\s*+(?:</em>)?\s*+(?:</p>)?"
)


class LetterboxdFeedReader:
    """A member's feed."""

    name = "letterboxd-rss"
    title = "Letterboxd RSS feed"
    suffixes = (".xml", ".rss")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a feed."""
        return Match(0.97, "an RSS feed of Letterboxd") if _FEED.search(document.head[:8192]) else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the entries in the feed's order; lists of the member are named, not read."""
        root = parse(document, document.text.lstrip("\ufeff \r\n\t"))
        channel = next((child for child in root.children if child.tag == "channel"), root)
        items = [child for child in channel.children if child.tag == "item"]
        for number, item in enumerate(items, start=1):
            told = _ENTRY.fullmatch(item.first("title")) if "/film/" in item.first("link") else None
            title = values.line(item.first("letterboxd:filmtitle") or (told["title"] if told else ""))
            if title is None:
                yield Remark(text=f"item {number} is no entry about one film", lines=(number, number))
                continue
            year = values.year(item.first("letterboxd:filmyear") or (told["year"] if told else ""))
            stars = item.first("letterboxd:memberrating") or (told["rating"] or "" if told else "")
            yield _entry(document, item, number, Facts(title=title, year=year), stars)


def _entry(document: Document, item: Node, number: int, facts: Facts, stars: str) -> Extract:
    from msgspec import structs

    cite = document.cite(number)
    if tmdb := values.external_id("tmdb", item.first("tmdb:movieid")):
        facts = structs.replace(facts, ids={"tmdb": tmdb})
    rating = values.rating(stars, 5.0)
    link = values.http(item.first("link"))
    body = item.first("description")
    told = _WATCHED.search(body)
    day = values.date(item.first("letterboxd:watcheddate") or (told[1] if told else ""))
    text = values.passage(_BOILERPLATE.sub("", _IMAGE.sub("", body)))
    review = Review(
        text=text,
        author=values.line(item.first("dc:creator")),
        rating=rating,
        date=values.date(item.first("pubdate")),
        link=link,
        spoiler="may contain spoilers" in body or announces_spoilers(text),
        mine=True,
        sources=(cite,),
    )
    rewatch = values.yes(item.first("letterboxd:rewatch"))
    seen = (Viewing(date=day, rating=rating, rewatch=rewatch, link=link, sources=(cite,)),) if day else ()
    liked = "yes" if values.yes(item.first("letterboxd:memberlike")) else None
    personal = Personal(viewings=seen, ratings=(rating,) if rating else (), liked=liked)
    return Extract(facts=facts, source=cite, reviews=(review,) if text else (), personal=personal)


READER = LetterboxdFeedReader()
