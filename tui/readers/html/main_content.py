"""A page's main content as blocks: headings and paragraphs, without what stands around them.

Trafilatura was chosen over resiliparse after both had read the same pages: resiliparse is four times as fast, but
it keeps menus, share buttons, video teasers and the author's biography in the text and loses which lines are
headings, and a paragraph's heading is its topic here. It is imported by the first page that needs it, and shown
only what may be content: its time grows with the elements, most of which are menus, figures and links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from tui.models import Plain
from tui.readers.html.cutting import take_out
from tui.readers.html.labels import field_of
from tui.readers.html.page import Page
from tui.readers.html.text import line
from tui.text import clean
from tui.text.comparing import squash
from tui.text.markup import without

_NEVER_CONTENT = (
    "script, style, svg, iframe, noscript, head, template, aside, nav, footer, figure, picture, video, audio, canvas,"
    "button, select, input, label, dialog, object, embed, map, link, menu, fieldset, table"
)
"""What the extractor throws away wherever it stands."""
_MARKS = ", ".join(f"p {name}:not([class], [id])" for name in ("em", "i", "b", "strong"))
"""What only changes the look of words: a fifth of the extractor's time on an article about films."""
_TEXTLESS = (
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<svg", "</svg>"),
    ("<!--", "-->"),
    ("<iframe", "</iframe>"),
)
"""What holds no text of the page: most of a news page is script, and would be parsed for nothing."""
_SHORT = 400
"""Characters below which the quick extraction is not believed and the thorough one is asked."""
_LEAST = 200
"""Characters from which what stands in tables is a text that was laid out with them, as until 2005."""
_TABLES = re.compile(r"<(/?)(?:table|tbody|tr|td)\b[^<>]*>", re.IGNORECASE)
_SOLID = 100
"""Characters from which a paragraph with few links is text, whatever the links are."""
_BODIES = (
    "[class*=entry-content], [class*=article-content], [class*=post-content], [class*=article-body], "
    "[class*=articleBody], [class*=post-body], [id*=article-content], [id*=articleBody], [itemprop=articleBody]"
)
_ARTICLES = (_BODIES, "article")
"""Where the extractor looks first."""
_MOST = 0.9
"""The part of a page's paragraphs that lie in its article, where nothing beside it need be looked at."""
_OF_LINKS = re.compile(
    r"(?:related|more|recommended|popular|most (?:read|viewed)|read (?:next|more)|trending|you may)\b.{0,40}$"
    r"|(?:other|latest) (?:news|stories)$",
    re.IGNORECASE,
)
"""Headings of links to other articles."""
_MARKED = re.compile(r"^(?:(#+)|[-*>])\s+")
"""What stands before headings and items where a page is written out as text."""
_EDIT = re.compile(r"(?<![\s|])[\s|]*\[[^\[\]]{1,40}\]$")
"""«[edit]» behind a wiki's heading."""
_SENTENCE = re.compile(r"\w{3}\s.{40,}[.!?][”\"'’)]?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph."""

    text: Plain
    level: int = 0
    """1 to 6 for a heading, 0 for a paragraph."""


def main_content(page: Page) -> list[Block]:
    """Return the blocks of a page's main content, none where it has none."""
    named = _article(page)
    best = _extracted(_candidate(named or page.tree.body), fast=True)
    if _length(best) < _SHORT and not (named is not None and 2 * _length(best) > len(line(named)) > _SOLID):
        markup = without(page.text, _TEXTLESS)
        laid_out = _extracted(_TABLES.sub(r"<\1div>", markup), fast=True)
        if _length(laid_out) < max(_LEAST, 2 * _length(best)):
            laid_out = max(best, _extracted(markup, fast=False), key=_length)
        best = laid_out
    return _parted(page, best[0].text) or best if len(best) == 1 else best


def _parted(page: Page, run: str) -> list[Block]:
    """Return the lines of the page that an extractor ran together, below the heading."""
    whole, heading = squash(run), squash(line(page.first("h1")))
    rows = page.flow.text.split("\n")
    said = [squash(row) for row in rows]
    first = said.index(heading) + 1 if heading and heading in said else 0
    told = [_block(row) for row, words in zip(rows[first:], said[first:], strict=True) if words and words in whole]
    return told if 2 * _length(told) > len(run) else []


def _block(row: str) -> Block:
    """Return a line of a page that is written out as text, a heading as one."""
    mark = _MARKED.match(row)
    text = row[mark.end() :] if mark else row
    level = len(mark[1] or "") if mark else 0
    return Block(Plain(_EDIT.sub("", text) if level else text), level)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _candidate(found: LexborNode | None) -> str:
    """Return the markup of what may be content in an element."""
    if found is None:
        return ""
    node = found.clone()
    take_out(node.css(_NEVER_CONTENT))
    take_out(sheet for sheet in node.css("dl") if sum(field_of(line(one)) is not None for one in sheet.css("dt")) > 1)
    _unlink(node)
    for mark in node.css(_MARKS):
        mark.unwrap()
    return f"<!DOCTYPE html><html><body>{node.html or ''}</body></html>"


def _article(page: Page) -> LexborNode | None:
    """Return the element that the extractor would choose, where nearly all of the page's paragraphs lie in it."""
    whole = _written(page.all("p"))
    for shape in _ARTICLES if whole else _ARTICLES[:1]:
        node = page.tree.css_first(shape)
        if node is not None and (_written(node.css("p")) > _MOST * whole or (not whole and _written([node]) > _SOLID)):
            return node
    return None


def _written(paragraphs: list[LexborNode]) -> int:
    return sum(len(one.text()) for one in paragraphs)


def _unlink(node: LexborNode) -> None:
    """Take the links off paragraphs that are text all the same; half the elements of an article are such links."""
    linked: dict[int, tuple[LexborNode, list[LexborNode]]] = {}
    for link in node.css("p a"):
        parent = link.parent
        while parent is not None and parent.tag != "p":
            parent = parent.parent
        if parent is not None:
            linked.setdefault(parent.mem_id, (parent, []))[1].append(link)
    for paragraph, links in linked.values():
        if len(text := paragraph.text()) > _SOLID and 2 * sum(len(link.text()) for link in links) < len(text):
            for link in links:
                link.unwrap()


def _extracted(markup: str, *, fast: bool) -> list[Block]:
    """Return what the extractor finds in some markup; quickly, or by asking others and comparing."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            markup,
            fast=fast,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            output_format="txt",  # its own format writes the text out as well, which nobody reads
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError):
        return []  # what a parser in Python says to a page that it was not made for
    body = getattr(found, "body", None)
    blocks = _of(body) if body is not None else []
    return [one for place, one in enumerate(blocks) if not _interrupts(blocks, place)]


def _interrupts(blocks: list[Block], place: int) -> bool:
    """Say whether a heading is one of links that the page shows between two paragraphs of its article."""
    if not blocks[place].level or not _OF_LINKS.match(blocks[place].text):
        return False
    around = (blocks[at].text for at in (place - 1, place + 1) if 0 < at < len(blocks) and not blocks[at].level)
    return sum(_SENTENCE.search(text) is not None for text in around) == 2


def _of(body: Any) -> list[Block]:
    """Return the blocks of trafilatura's tree: headings, paragraphs, quotations, list items."""
    blocks: list[Block] = []
    for element in body.iter("head", "p", "quote", "item", "code", "ab"):
        inside = {parent.tag for parent in element.iterancestors()}
        if inside & {"p", "quote", "head"} or (element.tag != "item" and "item" in inside):
            continue
        rows = (" ".join(row.split()) for row in clean("".join(_words(element))).split("\n"))
        text = "\n".join(rows).strip()
        if not text:
            continue
        rank = str(element.get("rend") or "h2")
        level = int(rank[1]) if element.tag == "head" and rank[1:2].isdecimal() else 2 if element.tag == "head" else 0
        parts = text.split("\n\n") if element.tag == "p" else ["\n".join(filter(None, text.split("\n")))]
        blocks += [Block(Plain(said), level) for part in parts if (said := part.strip("\n"))]
    return blocks


def _words(element: Any) -> list[str]:
    found = ["\n"] if element.tag == "lb" else []
    if isinstance(element.tag, str) and element.text:
        found.append(element.text.replace("\n", " "))
    for part in element:
        found += _words(part) if part.tag != "item" else []
        found.append((part.tail or "").replace("\n", " "))
    return found
