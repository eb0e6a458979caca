"""Marks that got into plain text: HTML line breaks, tags and entities, Markdown's emphasis and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_BREAK = re.compile(r"<\s*br\s*/?\s*>|<\s*/\s*br\s*>", re.IGNORECASE)
_BLOCK = re.compile(r"</?\s*(?:p|div|blockquote|h[1-6]|ul|ol|li|hr|table|tr)\b[^<>]{0,200}>", re.IGNORECASE)
_INLINE = re.compile(
    r"<(?:/\s*)?(?:i|b|u|s|em|strong|a|span|font|small|big|sub|sup|cite|q|code|img|strike|center|iframe|tt|abbr)"
    r"(?:\s[^<>=]{0,60}=[^<>]{0,500})?\s*/?>",
    re.IGNORECASE,
)
"""An attribute has a value, and no space stands before the name: «a < b and c > d» is no mark."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MANY = re.compile(r"\n{3,}")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s\"[^\"]*\")?\)|\[([^\[\]]+)\]\[[^\[\]]*\]")
_STRONG = re.compile(r"(?<![\w\\*])(\*{1,3})(?=[^\s*])([^*\n]*?[^\s*\\])\1(?![\w*])")
_UNDER = re.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])([^_\n]*?[^\s_\\])\1(?![\w_])")
_TICK = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_STRUCK = re.compile(r"~~([^~\n]+)~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


_BB = re.compile(r"\[/?([a-z]{1,9}|\*)(?:=[^\]\n]{0,300})?\]", re.IGNORECASE)
_BB_CLOSED = re.compile(
    r"\[/(b|i|u|s|url|img|quote|spoilers?|size|colou?r|center|list|font|em|strong|email|code|sub|sup|h\d|align|indent)\]",
    re.IGNORECASE,
)


def unescape(text: str) -> str:
    """Return `text` with entities as characters, those that were escaped twice too («&amp;quot;»)."""
    for _ in range(3):
        if "&" not in text or not _ENTITY.search(text):
            return text
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text


def unmark_html(text: str) -> str:
    """Return plain text that holds some HTML without it: breaks become line ends, known tags go, «<3» stays.

    A line end in the source beside a break mark counts once.
    """
    if "<" in text:
        for spelling in ("<br />", "<br>", "<br/>"):  # most texts hold no other mark, and a plain replacement is fast
            text = text.replace(spelling, "\n")
    if "<" in text:
        text = _BREAK.sub("\n", text)
        text = _BLOCK.sub("\n\n", text)
        text = _INLINE.sub("", text)
    return unescape(text)


def without(markup: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return markup without what stands between pairs of marks, and without these; one pass a pair, however many."""
    for opening, closing in pairs:
        out: list[str] = []
        at = 0
        while (start := markup.find(opening, at)) >= 0 and (end := markup.find(closing, start)) >= 0:
            out.append(markup[at:start])
            at = end + len(closing)
        if at:
            markup = "".join([*out, markup[at:]])
    return markup


def unmark_bbcode(text: str) -> str:
    """Return a forum's text without its marks: «[b]good[/b]», «[url=…]here[/url]»; brackets of other kinds stay."""
    closed = {name.casefold() for name in _BB_CLOSED.findall(text)}
    return _BB.sub(lambda found: "" if found[1].casefold() in closed | {"*"} else found[0], text) if closed else text


def unmark_markdown(text: str) -> str:
    """Return one line or paragraph of Markdown as its reader sees it: no emphasis marks, a link's words only."""
    text = _IMAGE.sub("", text)
    text = _LINK.sub(lambda found: found[1] if found[1] is not None else found[2], text)
    for _ in range(3):
        text = _STRONG.sub(r"\2", text)
        text = _UNDER.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", _TICK.sub(r"\1", text))
    return _ESCAPED.sub(r"\1", text)


def tidy_lines(text: str) -> str:
    """Return `text` without spaces at the ends of lines and with one blank line at most between paragraphs."""
    text = "\n".join(line.strip(" \t") for line in text.split("\n"))
    return (_MANY.sub("\n\n", text) if "\n\n\n" in text else text).strip()
