"""A page as an article: headline, author, date, and its main content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tui.models import Plain
from tui.readers.html import jsonld
from tui.readers.html.main_content import Block, main_content
from tui.readers.html.page import Page
from tui.readers.html.text import line, line_of, paragraphs_of
from tui.text import clean_line
from tui.text.dates import find_date, parse_date

_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|autor:?|written by|text:?|автор:?|рецензент:?|szerző:?|door|skrevet av|av)\s+(?=\S)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)|(?:Autor|Author|Auteur|Autore|Text|Napsal|Written by)\s?:)\s+"
    r"([^\W\d_a-z][\w.'’-]+(?:\s+[^\W\d_a-z][\w.'’-]*){1,3})"
)
_REVIEW_BY = re.compile(
    r"\b(?i:review|reviewed|kritik|rezension|critique|recenze|recenzja|crítica|recensione)[ ]+"
    r"(?i:by|von|par|od|por|di)[ ]+([^\W\d_a-z][\w.'’-]+(?:[ ]+[^\W\d_a-z][\w.'’-]*){0,3})"
)
_OPENING = 12_000
"""Characters of a page's markup in which it says who wrote the review."""
_ABOVE = 4
_LONGEST_ABOVE = 40
_AUTHORS = (
    "article [rel=author], [rel=author], [property='v:reviewer'], [class*=byline] a[href*='/author']",
    "[class$='-author' i]:not([class*=comment i])",
    ".author .fn, .post-author .fn, .author-name, .byline-name, .byline__name, .byline__author, article .author",
    "[class*=author i] a, [class*=autor i] a, [class*=byline i] a",
    ".reader-credits, .autor, .auteur, .autore",
    ".byline a, .entry-author, .post-author a, .post-author, .byline, .meta, .author",
)
"""Where the author stands, the surest first; of the last a name is believed only behind «by»."""
_DATED = (
    ".entry-date, .post-date, .post-meta, .published, .date-published, .byline, .meta, .entry-meta, .timestamp, "
    ".dateline, .postmetadata"
)
_OTHER_DATES = re.compile(r"release|update|comment|copyright|premier", re.IGNORECASE)
"""Days that are marked as such and are not those on which an article was written."""
_CLOSING = re.compile(
    r"our standards:\s|(?:additional )?(?:reporting|writing) by\b.{3,200}(?:editing by\b|$)|editing by\b.{3,80}$"
    r"|(?:when|if) you (?:buy|purchase|order)\b.{10,200}\bcommission\b"
    r"|would you like to (?:be|become|write)\b.*\b(?:team|join|contributor)\b",
    re.IGNORECASE,
)
_DATES = (
    "article:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "datepublished",
    "pubdate", "pdate", "publish-date", "publishdate", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
"""What the day on which an article was written is called in a page's head."""
_LAST = 5
"""Paragraphs at the end of a text among which it may break off."""
_ASKS = re.compile(
    r"(?:to )?(?:continue|keep) reading\b.{0,80}\b(?:subscri|sign|log|member|account)|already a (?:subscriber|member)\b"
    r"|(?:subscribe|sign (?:in|up)|log in) to (?:continue|keep|read|unlock)|(?:jetzt )?weiterlesen mit\b"
    r"|this (?:article|post|story) is (?:only )?for (?:paid |paying )?(?:subscribers|members)|la suite est réservée",
    re.IGNORECASE,
)
"""What stands where a text was cut off for those who do not pay."""
_SITE_TAIL = re.compile(r"\s+[-–—|•·:]\s+[^-–—|•·]{2,40}$")


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, without what stands around it."""

    title: Plain
    author: Plain | None
    date: str | None
    publication: Plain | None
    blocks: tuple[Block, ...]
    described: bool = False
    """Whether the page's data says that it is an article."""
    cut: bool = False
    """Whether the page asks to pay for the rest of its text."""

    @property
    def text(self) -> Plain:
        """All paragraphs, headings among them."""
        return Plain("\n\n".join(block.text for block in self.blocks))

    @property
    def markdown(self) -> str:
        """Title and blocks as Markdown, for the readers of text."""
        lines = [f"# {self.title}"] if self.title else []
        if self.author:
            lines.append(f"By {self.author}")
        lines += [f"{'#' * max(2, block.level)} {block.text}" if block.level else block.text for block in self.blocks]
        return "\n\n".join(lines) + "\n"


def article(page: Page) -> Article:
    """Return a page's main content; no blocks where it has none."""
    said = _described(page)
    blocks = main_content(page) or [
        Block(Plain(part)) for part in paragraphs_of(str(said.get("articleBody") or "")).split("\n\n") if part
    ]
    asks = (at for at, block in enumerate(blocks) if at > len(blocks) - _LAST and _ASKS.match(block.text))
    end = next(asks, len(blocks))
    cut, blocks = end < len(blocks), blocks[:end]
    title = headline(page)
    while blocks and blocks[0].level and clean_line(blocks[0].text).casefold() == title.casefold():
        blocks.pop(0)
    author = _author(page, said)
    told = _told_above(blocks)
    author = author or told.get("author", "")
    date = jsonld.string(said.get("datePublished")) or page.meta(*_DATES) or _shown_date(page) or told.get("date", "")
    publication = next(iter(jsonld.names(said.get("publisher"))), "") or page.meta("og:site_name")
    return Article(
        title=title,
        author=Plain(author) if author and not author.startswith("http") and len(author) < 80 else None,
        date=parse_date(date[:10]) or parse_date(date),
        publication=clean_line(publication) or None,
        blocks=tuple(blocks),
        described=bool(said),
        cut=cut,
    )


def _author(page: Page, said: dict[str, Any]) -> str:
    """Return who wrote an article: as its data says, as its head does, as it stands under the heading."""
    named = next(iter(jsonld.names(said.get("author"))), "") or page.meta(
        "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl"
    )
    name = _BYLINE.sub("", clean_line(named))
    if not name or name.startswith("http"):
        return _shown_author(page)
    return name.title() if name.isupper() and name.isascii() and " " in name else name


def headline(page: Page) -> Plain:
    """Return the page's main heading, else what its head calls it; of a blog the heading of its only post."""
    posts = page.all(".entry-title, .post-title, .post > h2, .hentry > h2")
    if len(posts) == 1 and (said := line(posts[0])):
        return said
    return line(page.first("article h1, main h1, h1.entry-title, h1")) or _card_title(page)


def is_closing(text: str) -> bool:
    """Say whether a paragraph is one that agencies and sites of many authors set under their articles."""
    return _CLOSING.match(text) is not None


def _told_above(blocks: list[Block]) -> dict[str, str]:
    """Return author and date that stand as lines of their own above the text, and take them out of it."""
    found: dict[str, str] = {}
    for block in blocks[:_ABOVE]:
        name = _BY.fullmatch(block.text)
        date = find_date(block.text) if len(block.text) < _LONGEST_ABOVE and not name else None
        if name and "author" not in found:
            found["author"] = name[1].title() if name[1].isupper() else name[1]
            blocks.remove(block)
        elif date is not None and not date.ambiguous and "date" not in found:
            found["date"] = date.iso
            blocks.remove(block)
    return found


def _described(page: Page) -> dict[str, Any]:
    for thing in jsonld.things(page.data):
        if "headline" in thing or "articleBody" in thing:
            return thing
    return {}


def _shown_author(page: Page) -> str:
    """Return the author that stands under the heading."""
    for selector in _AUTHORS:
        for node in page.all(selector)[:3]:
            said = _BYLINE.sub("", line(node))
            name = re.split(r"\s*(?:[,|•·\n]|\s[-–—]\s|\d|\b(?:on|am|le|op|il|el|den|dne)\s)", said, maxsplit=1)[
                0
            ].strip()
            if (
                (len(name) > 2 or not name.isascii())
                and len(name) < 60
                and len(name.split()) <= 5
                and (not name[0].islower() or (node.tag == "a" and " " not in name))
                and (selector != _AUTHORS[-1] or name != line(node).strip())
            ):
                return name
    opening = paragraphs_of(page.text[page.body_at : page.body_at + _OPENING])
    alone = (_BY.fullmatch(row) for row in opening.split("\n"))
    signed = _REVIEW_BY.search(opening) or next((one for one in alone if one), None)
    return (signed[1].title() if signed[1].isupper() else signed[1]) if signed else ""


def _shown_date(page: Page) -> str:
    for node in page.all(
        "article time[datetime], time.published, time.entry-date, abbr.published, header time[datetime]"
    )[:1]:
        return (node.attributes.get("datetime") or node.attributes.get("title") or line(node))[:10]
    if (written := page.first("[property='v:dtreviewed']")) is not None:
        return (written.attributes.get("content") or line(written))[:10]
    shown: list[str] = [line(node) for node in page.all(_DATED)[:4]]
    if not any(map(find_date, shown)):
        marked = page.all("[class*=date i], [class*=datum i], [class*=fecha i], [class*=time], time")[:4]
        shown = [line(node) for node in marked if not _OTHER_DATES.search(node.attributes.get("class") or "")]
        shown = [said for said in shown if len(said) <= _LONGEST_ABOVE]
    if not shown:
        opening = paragraphs_of(page.text[page.body_at : page.body_at + _OPENING])
        shown = [row for row in opening.split("\n") if _REVIEW_BY.search(row) and len(row) < 2 * _LONGEST_ABOVE]
    days = [day for said in shown if (day := find_date(said)) is not None]
    return next((day.iso for day in sorted(days, key=lambda day: day.ambiguous)), "")


def _card_title(page: Page) -> Plain:
    title = line_of(page.meta("og:title", "twitter:title")) or clean_line(_SITE_TAIL.sub("", page.signs.title))
    return Plain(title)
