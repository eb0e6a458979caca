"""What the beginning of a saved page tells without parsing it: that it is HTML, where it is from, what it is called."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal
from urllib.parse import unquote, urlsplit
from weakref import WeakKeyDictionary

from tui.readers.document import Document

Shape = Literal["html", "mhtml"]

_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:div|p|span|table|section|article|main|h[1-6]|ul|li|meta|script|title)[\s>]", re.IGNORECASE)
_MHTML = re.compile(r"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_LOCATION = re.compile(r"^(?:snapshot-)?content-location:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_COPY = re.compile(
    r"(?:https?://web\.archive\.org/web/\d{1,14}[a-z_]*/|https?://archive\.(?:ph|today|is|li)/(?:o/)?\w+/|view-source:"
    r"|about:reader\?url=)(https?(?::|%3A).+)",
    re.IGNORECASE,
)
"""The address of a copy, with that of its original inside."""
_QUOTED = re.compile(r"https?%3A", re.IGNORECASE)
"""How an address begins that is quoted as a whole."""
_HEAD_TAG = re.compile(r"<(?:(meta|link)\s([^>]{1,4000})>|body[\s>])", re.IGNORECASE)
"""What stands in a head, and where the head ends; tags are found by their «<», far sooner than «<body» by itself."""
_TITLE = re.compile(r"<title[^>]{0,400}>([^<]{0,2000})", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HEADING = re.compile(r"<h1[^>]{0,400}>([^<]{1,300})</h1>", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(rb"""<html[^>]{0,400}\slang\s*=\s*["']?([a-z]{2})""", re.IGNORECASE)
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "tis-620": "cp874",
    "iso-8859-11": "cp874", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-euc-jp": "euc_jp",
}  # fmt: skip
"""What browsers read for a declared encoding: the larger one that its pages are really in."""
_USUAL = {
    **dict.fromkeys(("cs", "sk", "pl", "hu", "sl", "hr", "ro"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr"), "cp1251"),
    "el": "cp1253", "tr": "cp1254", "he": "cp1255", "ar": "cp1256", "ja": "cp932", "ko": "cp949", "zh": "gb18030",
}  # fmt: skip
"""What an old page in a language is in where it does not say."""
_HEAD = 64 * 1024
_OPENING = 6000
"""Characters in which a page shows that it is HTML."""


@dataclass(frozen=True)
class Signs:
    """What a page's head says of the page."""

    shape: Shape
    url: str = ""
    """Where the page was saved from: its canonical link, or what the browser wrote."""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    """Name or property of each meta element, in lower case, to its content; the first of a name counts."""
    opening: str = field(default="", repr=False)
    """The text that all this was found in."""
    whole: bool = False
    """The end of the head stands in that text: more of the page tells no more."""

    @cached_property
    def heading(self) -> str:
        """The first heading, where it stands near the top and holds no markup."""
        start = self.opening.find("<h1")
        heading = _HEADING.match(self.opening, start) if start >= 0 else None
        return html.unescape(heading[1]).strip() if heading else ""

    @cached_property
    def host(self) -> str:
        """The site's host in lower case, without «www.»."""
        try:
            host = urlsplit(self.url).hostname or ""
        except ValueError:
            return ""
        return host.removeprefix("www.")

    @cached_property
    def path(self) -> str:
        """The path in the site."""
        try:
            return urlsplit(self.url).path
        except ValueError:
            return ""

    def is_from(self, *domains: str) -> bool:
        """Say whether the page is from one of the domains or from a part of it."""
        return any(self.host == domain or self.host.endswith("." + domain) for domain in domains)


_KNOWN: WeakKeyDictionary[Document, Signs | None] = WeakKeyDictionary()


def signs(document: Document) -> Signs | None:
    """Return what the head of `document` tells, None where it is no saved page; looked up once a document."""
    if document not in _KNOWN:
        _KNOWN[document] = look(document.head_text)
    return _KNOWN[document]


def of_text(document: Document, text: str) -> Signs:
    """Return what the beginning of a page's text tells; what is known of the document's head is not looked for again.

    Args:
        document: a page in UTF-8.
        text: its text, or more of its beginning than its head.
    """
    known = _KNOWN.get(document)
    if known is not None and known.whole and known.title:
        return replace(known, opening=text)
    return look(text) or Signs(shape="html")


def look(text: str) -> Signs | None:
    """Return what the beginning of a page tells, None where it is no page."""
    opening = text[:_OPENING]
    if _MHTML.match(opening):
        return _signs(text, "mhtml")
    start = opening.lstrip("\ufeff \t\r\n")
    if not start.startswith("<") and not _HTML.search(opening[:1000]):
        return None
    if start.startswith("<?xml") and not _HTML.search(opening):
        return None
    if _HTML.search(opening) or len(_TAG.findall(opening)) >= 3:
        return _signs(text, "html")
    return None


def is_archive(raw: bytes) -> bool:
    """Say whether a document is a web archive (MHTML)."""
    return raw[:1] not in b"<\n" and _MHTML.match(raw[:_OPENING].decode("latin-1").replace("\r\n", "\n")) is not None


def charset(raw: bytes) -> str | None:
    """Return the encoding that a page declares for itself."""
    found = _CHARSET.search(raw[:_HEAD])
    if found:
        name = found[1].decode("ascii", "replace").lower()
        return _WIDER.get(name, name)
    language = _LANGUAGE.search(raw[:_HEAD])
    return _USUAL.get(language[1].decode().lower()) if language else None


def original(url: str) -> str:
    """Return the address that a copy was made of: of an archive's, a reader view's, a page's source."""
    found = _COPY.match(url)
    if found is None:
        return url
    return unquote(found[1]) if _QUOTED.match(found[1]) else found[1]


def _signs(text: str, shape: Shape) -> Signs:
    if shape == "mhtml":
        location = _LOCATION.search(text[:_OPENING])
        return Signs(shape=shape, url=original(location[1]) if location else "")
    meta: dict[str, str] = {}
    links: dict[str, str] = {}
    whole = False
    for found in _HEAD_TAG.finditer(text):
        kind, inside = found.groups()
        if kind is None:
            whole = True
            break
        if kind in "linkLINK" and "canonical" not in inside:
            continue  # a page has dozens of them
        attributes = _attributes(inside)
        content = attributes.get("content") or attributes.get("href") or ""
        if kind.lower() == "meta":
            key = (attributes.get("property") or attributes.get("name") or "").lower()
            if key and content:
                meta.setdefault(key, content)
        elif attributes.get("rel", "").lower() == "canonical":
            links.setdefault("canonical", content)
    saved = _SAVED.search(text[:_OPENING])
    url = links.get("canonical", "")
    if not url.startswith("http"):
        url = meta.get("og:url") or (saved[1] if saved else "") or url
    title = _TITLE.search(text)
    return Signs(
        shape=shape,
        url=original(url.strip()),
        title=html.unescape(title[1]).strip() if title else "",
        meta=meta,
        opening=text,
        whole=whole,
    )


def _attributes(text: str) -> dict[str, str]:
    found = {name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(text)}
    return {name: html.unescape(value) for name, value in found.items()} if "&" in text else found
