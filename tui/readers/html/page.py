"""A saved page as its readers see it: text, tree, structured data, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.errors import DocumentError, HostileDocumentError
from tui.models import Citation, Extract, Plain, Remark, Review, Trivia
from tui.readers.document import Document
from tui.readers.html.draft import Draft
from tui.readers.html.flow import Flow
from tui.readers.html.mhtml import unwrap
from tui.readers.html.places import FoldedLines, Places, placed, spanning
from tui.readers.html.selectors import Part
from tui.readers.html.signs import Signs, charset, is_archive, look, of_text, original
from tui.readers.html.view_source import shown
from tui.text import clean_line
from tui.text.decoding import decode

LARGEST = 32 * 1024 * 1024
"""Bytes above which a file is no saved page."""
DEEPEST = 4000
"""Elements in one another; browsers stop at 512, the parser's time grows with the square."""
_BEGINNING = 256 * 1024
"""Characters in which the head of a page lies, scripts and all."""
_SAMPLE = 20_000
_BROKEN = 200
"""A page in its declared encoding has fewer than one broken character in so many."""
_UP = 40
"""Elements above a find among which another find is looked for."""
_DENSE = 12
"""A page whose middle has a tag in every so many characters is counted through; common pages have one in forty."""
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|ul|ol|table|blockquote|font|b|i|em|a|center|main|nav|dl)[\s>/]", re.IGNORECASE
)
_CDATA = re.compile(
    r"/\*\s*<!\[CDATA\[\s*\*/|/\*\s*\]\]>\s*\*/|<!\[CDATA\[|\]\]>|^\s*<!--|-->\s*$|^\s*//\s*$", re.MULTILINE
)
_SPARE_COMMA = re.compile(r",(\s*[}\]])")
_IMDB = re.compile(r"(?:imdb\.com/title/|IMDb:(?:</span>|\s|&nbsp;){0,4})(tt\d{7,9})\b")
_ROOT = re.compile(r"https?://[\w.:-]+(?=[/?#]|$)")
_PATH = re.compile(r"/[\w-][\w/-]*")
"""Addresses on the page's own site, most of all, which are put together without taking them apart."""
_SAFE_URL = re.compile(r"https?://[\w\[][^\s<>\"\\^`{|}\x00-\x20\x7f-\xa0]+", re.IGNORECASE)


class Page:
    """One saved page. Everything is made when it is asked for: a page that holds its data as JSON is never parsed."""

    def __init__(self, document: Document) -> None:
        """Read and decode a document, an HTML file or a web archive.

        Raises:
            DocumentError: it is too large, or a web archive without a page.
        """
        if document.size > LARGEST:
            reason = f"it is larger than {LARGEST >> 20} MB, too large for a saved page"
            raise DocumentError(document.name, reason, "Save the page without its pictures")
        raw = document.raw
        self.name = document.name
        self.source: Citation = document.cite()
        self.packed = is_archive(raw)
        self._unfolded: Callable[[], FoldedLines | None] = _nowhere
        if self.packed:
            unwrapped = unwrap(document.name, raw)
            self.text, url, self._bytes = unwrapped.text, unwrapped.url, None
            self._unfolded = unwrapped.lines
        else:
            (self.text, self._bytes), url = _decoded(raw), ""
        source = shown(self.text)
        if source:
            self.text, self._bytes, self.packed, self._unfolded = source, None, True, _nowhere
        beginning = self.text[:_BEGINNING]
        self.signs = of_text(document, beginning) if self._bytes else look(beginning) or Signs(shape="html")
        if url and not self.signs.url.startswith("http"):
            self.signs = replace(self.signs, url=original(url))
        self.url = self.signs.url
        self._scripts: dict[str, tuple[str, ...]] = {}

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page.

        Raises:
            HostileDocumentError: its elements nest deeper than any page's.
        """
        middle = self.text[len(self.text) // 2 :][:_SAMPLE]
        if middle.count("<") * _DENSE > len(middle):
            self._refuse_deep()
        return LexborHTMLParser(self.text if self._bytes is None else self._bytes)

    @cached_property
    def body_at(self) -> int:
        """Where in the text the page's body begins; its beginning where that is not said."""
        return max(0, self.text.find("<body"))

    def _refuse_deep(self) -> None:
        depth = 0
        for found in _NESTING.finditer(self.text):
            depth = depth - 1 if found[1] else depth + 1
            if depth > DEEPEST:
                reason = f"its elements are nested more than {DEEPEST} deep, which no page does"
                raise HostileDocumentError(self.name, reason, "Nothing of it was taken")

    @cached_property
    def content(self) -> Part:
        """Where everything is looked for: the whole page, until a reader of a site names the part that is of use."""
        return Part(self.tree)

    def narrow(self, *selectors: str) -> None:
        """Look for everything in the part that the first fitting selector finds, if there is one."""
        self.content = self.content.part(*selectors)

    def first(self, *selectors: str) -> LexborNode | None:
        """Return the first node that the first fitting selector finds."""
        return self.content.first(*selectors)

    def all(self, selector: str) -> list[LexborNode]:
        """Return all nodes that a selector finds, in the page's order, each once."""
        return self.content.all(selector)

    def inside(self, node: LexborNode, selector: str) -> LexborNode | None:
        """Return the first node that a selector finds in another; what is for other layouts is not looked for."""
        return self.content.inside(node, selector)

    def all_inside(self, node: LexborNode, selector: str) -> list[LexborNode]:
        """Return all nodes that a selector finds in another."""
        return self.content.all_inside(node, selector)

    def has(self, *marks: str) -> bool:
        """Say whether one of the strings stands anywhere in the source: much cheaper than a search in the tree."""
        return any(mark in self.text for mark in marks)

    def meta(self, *names: str) -> str:
        """Return the content of the first of these meta elements that there is."""
        return next((value for name in names if (value := self.signs.meta.get(name))), "")

    def scripts(self, mark: str) -> tuple[str, ...]:
        """Return the content of the script elements that have `mark` in their start tag; looked for once."""
        if mark not in self._scripts:
            self._scripts[mark] = tuple(_scripts(self.text, mark))
        return self._scripts[mark]

    @cached_property
    def places(self) -> Places:
        """Where the page's texts stand in the file, also where they lie packed in it."""
        return Places(self.text if not self.packed or self._folded else "", self._folded)

    @cached_property
    def _folded(self) -> FoldedLines | None:
        """The lines of a web archive; None where they are the text's own, and where nobody knows them."""
        return self._unfolded()

    @cached_property
    def flow(self) -> Flow:
        """Its text as a browser would copy it."""
        return Flow(self.text)

    @cached_property
    def as_text(self) -> Document:
        """Its text as a document, which several readers of text look at."""
        return Document.of_bytes(f"{self.name}.md", self.flow.text.encode())

    @cached_property
    def data(self) -> tuple[Any, ...]:
        """The page's JSON-LD blocks; one that does not parse is left out."""
        blocks = (_block(text) for text in self.scripts("application/ld+json"))
        return tuple(block for block in blocks if block is not None)

    @cached_property
    def next_data(self) -> Any:
        """What a Next.js page was made from, None where the page holds no such thing."""
        for text in self.scripts("__NEXT_DATA__"):
            if (found := parse_json(text)) is not None:
                return found
        return None

    def link(self, href: str | None) -> Plain | None:
        """Return an address of the page as a full one, None where it is not one that may be opened."""
        if not href:
            return None
        full = original(href.strip())
        if _PATH.fullmatch(full) and self._root:
            full = self._root + full
        elif not full.startswith(("http://", "https://")):
            try:
                full = urljoin(self.url if self.url.startswith("http") else "", full)
            except ValueError:
                return None
        return Plain(full) if _SAFE_URL.fullmatch(full) and clean_line(full) == full else None

    @cached_property
    def _root(self) -> str:
        """The beginning of the page's own address up to its path."""
        found = _ROOT.match(self.url)
        return found[0] if found else ""

    def linked_imdb(self) -> str:
        """Return the IMDb id that the page names; nothing where it names several films."""
        found = set(_IMDB.findall(self.text)) if self.has("imdb.com/title/tt", "IMDb:") else set()
        return str(found.pop()) if len(found) == 1 else ""

    def extract(self, draft: Draft, reviews: list[Review] | None = None, trivia: list[Trivia] | None = None) -> Extract:
        """Return what the page says of one film."""
        told = placed(self.places, self.source.sha256, reviews or ())
        facts = placed(self.places, self.source.sha256, trivia or ())
        source = spanning(self.source.sha256, (*told, *facts))
        return Extract(facts=draft.build(), source=source, reviews=told, trivia=facts)

    def lines_of_source(self, flow: Flow, lines: tuple[int, int]) -> tuple[int, int]:
        """Return the lines of the file from which lines of its text were made; none where nobody knows them."""
        return (0, 0) if self.packed and not self._folded else flow.source_lines(*lines, counted=self._folded)

    def outermost(self, selector: str) -> list[LexborNode]:
        """Return what a selector finds, without what lies in another find: cards are known by more than one mark."""
        kept: list[LexborNode] = []
        found: set[int] = set()
        for node in self.all(selector):
            parent, depth = node.parent, 0
            while parent is not None and parent.mem_id not in found and depth < _UP:
                parent, depth = parent.parent, depth + 1
            if parent is None or parent.mem_id not in found:
                kept.append(node)
                found.add(node.mem_id)
        return kept

    def remark(self, text: str) -> Remark:
        """Return a remark on the page."""
        return Remark(text=clean_line(text))


def _scripts(text: str, mark: str) -> Iterator[str]:
    """Yield the content of the script elements that have `mark` in their start tag."""
    at = 0
    while (at := text.find(mark, at)) >= 0:
        start, end = text.rfind("<script", max(0, at - 400), at), text.find(">", at)
        if start < 0 or end < 0 or text.find(">", start, at) >= 0:
            at += len(mark)
            continue
        close = text.find("</script", end)
        yield text[end + 1 : close if close >= 0 else len(text)]
        at = close if close >= 0 else len(text)


def _block(text: str) -> Any:
    """Return a block of JSON-LD; comments around it are looked for where their marks stand, or where it is no JSON."""
    wrapped = any(mark in text for mark in ("CDATA", "<!--", "-->", "]]>"))
    found = None if wrapped else parse_json(text)
    return parse_json(_CDATA.sub("", text)) if found is None else found


def _nowhere() -> None:
    """Say that nobody knows where in the file a text stands."""


def _decoded(raw: bytes) -> tuple[str, bytes | None]:
    """Return a page's text, and its bytes where they are the text's UTF-8: the parser need not encode it again.

    Most pages are UTF-8, and a parser of HTML needs no tidy line ends.
    """
    try:
        return raw.decode("utf-8"), raw
    except UnicodeDecodeError:
        pass
    declared = charset(raw)
    found = decode(raw, declared=declared)
    if declared and found.encoding == "cp1252":  # a few broken bytes must not turn the whole page into cp1252
        try:
            text = raw.decode(declared, "replace")
        except LookupError:
            return found.text, None
        if text.count("\ufffd") * _BROKEN < len(text):
            return text, None
    return found.text, None


def parse_json(text: str) -> Any:
    """Return what some JSON of a page says, None where it does not parse.

    Forgiven are raw line ends in strings, a comma too many, and entities for quotation marks.
    """
    import json

    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass
    for mended in (text, _SPARE_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(mended.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None
