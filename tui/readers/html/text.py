"""From marked-up text to paragraphs: what a browser would show, as plain text.

The serialised markup is rewritten by a few linear expressions: ten times as fast as walking the tree from Python.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

from tui.models import Plain
from tui.text import clean, clean_line
from tui.text.wordsets import words

_PRE = re.compile(r"<pre\b[^>]*+>(.*?)</pre>", re.IGNORECASE | re.DOTALL)
_UNSHOWN = re.compile(
    r"<(script|style|noscript|template|svg|button|select|textarea|iframe|head)\b.*?</\1\s*>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(r"</?([a-zA-Z!][^\s/<>\"]{0,40}+)[^<>\"]*+(?:\"[^\"]*\"[^<>\"]*+)*+>")
_AT_TAGS = re.compile(TAG.pattern.replace("</?(", "<(/?", 1))
"""Parts a text at its tags and tells their names: no function is called for each."""
_SPECIAL = words("script style noscript template svg button select textarea iframe head pre")
"""Elements that are not shown, or whose line ends count."""
_PARAGRAPH = "\n\n"
_OPENING_GAPS = {
    **dict.fromkeys(
        [
            "p",
            "div",
            "section",
            "article",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "tbody",
            "thead",
            "header",
            "footer",
            "main",
            "aside",
            "figure",
            "hr",
            "pre",
            "address",
            "center",
            "form",
            "fieldset",
            "nav",
            "details",
            "summary",
        ],
        _PARAGRAPH,
    ),
    **dict.fromkeys(["br", "li", "dt", "dd", "tr", "option", "figcaption"], "\n"),
    **dict.fromkeys(["td", "th"], " "),
}
_OTHERS = words("a abbr b cite em font i img input label link meta q s small span strong sub sup time u wbr")
"""Tags that are common and of which nothing is shown."""


class _Gaps(dict[str, str]):
    """What a browser shows in the place of a tag; of those that are not known nothing, in capitals the same."""

    def __missing__(self, name: str) -> str:
        lower = name.lower()
        return self[lower] if lower != name else ""


_CLOSING_GAPS = {f"/{name}": "" if gap == "\n" else gap for name, gap in _OPENING_GAPS.items()}
_GAPS = _Gaps({mark + name: "" for name in _OTHERS for mark in ("", "/")} | _OPENING_GAPS | _CLOSING_GAPS)
_MARK = "<"
_SIMPLE = _Gaps({**_GAPS, **dict.fromkeys(_SPECIAL, _MARK)})
"""The same where there is nothing that is not shown: such a tag leaves a mark, as whatever is no tag does."""
_GAPPY = re.compile(
    r"<(?!/|(?:a|b|i|em|strong|span|small|time|cite|label|sup|sub|u|abbr|q|font|img|meta|link|wbr)[\s/>])",
    re.IGNORECASE,
)
"""Markup that is more than inline marks: it breaks lines, or is not shown."""


class HasMarkup(Protocol):
    """A node of the parsed page."""

    @property
    def inner_html(self) -> str | None:
        """Its markup."""
        ...

    def text(self, deep: bool = True) -> str:
        """Its text, with that of its descendants."""
        ...


def paragraphs(node: HasMarkup | None) -> Plain:
    """Return a node's text: paragraphs parted by a blank line, lines that were broken on purpose on their own."""
    return paragraphs_of(node.inner_html or "") if node is not None else Plain("")


def without_start(shape: re.Pattern[str], text: str) -> str:
    """Return a text without the beginning that a pattern describes; `sub` would look for it at every character."""
    found = shape.match(text)
    return text[found.end() :] if found else text


def without_end(shape: re.Pattern[str], text: str, *marks: str) -> str:
    """Return a text without the end that a pattern describes, which is looked for where one of its marks stands."""
    return shape.sub("", text) if any(mark in text for mark in marks) else text


def line(node: HasMarkup | None) -> Plain:
    """Return a node's text as one line; where its marks are all inline, the parser's own text is that."""
    if node is None:
        return Plain("")
    markup = node.inner_html or ""
    if "<" in markup and not _GAPPY.search(markup):
        return clean_line(node.text())
    return line_of(markup)


def line_of(markup: str) -> Plain:
    """Return the text of some markup as one line."""
    return clean_line(_shown(markup) if "<" in markup else unescape(markup))


def paragraphs_of(markup: str) -> Plain:
    """Return the text of some markup, see `paragraphs`."""
    return _tidy(_shown(markup))


def _shown(markup: str) -> str:
    """Return what is shown of some markup, with gaps in the place of tags."""
    spaced = _spaced(markup)
    if "<" not in markup:
        return unescape(spaced)
    parts = _AT_TAGS.split(spaced)
    parts[1::2] = map(_SIMPLE.__getitem__, parts[1::2])
    text = "".join(parts)
    if _MARK in text or "<!--" in markup:
        text = _AT_TAGS.sub(_gap, _spaced(_PRE.sub(_broken, _UNSHOWN.sub(" ", markup))))
    return unescape(text)


def _broken(pre: re.Match[str]) -> str:
    """Return text that stands as it is typed with its line ends marked."""
    return "<p>" + pre[1].replace("\n", "<br>") + "</p>"


def _spaced(markup: str) -> str:
    """Return markup in which all white space is spaces; replacing is far faster than a pattern."""
    for mark in "\n\t\r\f\v\u00a0":
        if mark in markup:
            markup = markup.replace(mark, " ")
    return markup


def _single(text: str) -> str:
    """Return a text in which a run of spaces is one; the long ones, of indented source, are shortened first."""
    while "  " in text:
        text = text.replace("      ", " ").replace("  ", " ")
    return text


def _gap(tag: re.Match[str]) -> str:
    """Return what stands in the place of a tag; of an inline one nothing."""
    return _GAPS[tag[1]]


def _tidy(text: str) -> Plain:
    text = clean(text).strip()
    if "\t" in text or "\u00a0" in text:
        text = text.replace("\t", " ").replace("\u00a0", " ")
    text = _single(text)
    if "\n" in text:
        text = "\n".join([row.strip(" ") for row in text.split("\n")])
        while "\n\n\n" in text:
            text = text.replace("\n\n\n\n", "\n\n").replace("\n\n\n", "\n\n")  # four lie between two paragraphs
    return Plain(text)
