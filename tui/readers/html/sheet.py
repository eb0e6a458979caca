"""Facts of a film on a page of no known site: pairs of label and value, however they are marked up.

A label is a short element whose words are known from the table of labels; its value is the next cell, the `dd`, what
follows it up to the next label or line, or the next box. Two facts that only films have make a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tui.readers.html import labels
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.readers.html.text import line, paragraphs_of

_CANDIDATES = "dt, th, td, b, strong, span, label, h3, h4, h5, div, p"
_OWN = frozenset({"directors", "writers", "cast", "runtime_minutes", "genres", "countries", "languages", "certificate"})
_LABEL = 40
_VALUE = 3000
_SHORT = 200
_CONTROL = re.compile(r'<(\w+)[^<>]{0,200}class="[^"]{0,80}\bshow-[^<>]*>[^<]{0,20}</\1>')
"""What is pressed to see more of a value."""
_PAIR = 120
_BOTH = re.compile(r"([^:\n]{2,30}?)\s*(?::|\s[-–])\s+(\S[^\n]*)")
_MOST = 20_000
"""Elements that are looked at on one page."""


def facts(page: Page, *, sure: bool = False) -> Draft:
    """Return what the page's labelled values say of a film; nothing where they do not make the sheet of one.

    Args:
        page: the page.
        sure: the page is known to be about one film; then short values are believed without a sheet around them.
    """
    draft = Draft()
    seen: set[str] = set()
    for label, node in _labels(page):
        field = labels.field_of(label)
        if field is None or field in seen or field == "synopsis":
            continue
        markup = _beside(node)
        text = paragraphs_of(_CONTROL.sub("", markup)).lstrip(":： \n")
        if text and len(text) < (_SHORT if sure else _VALUE):
            seen.add(field)
            labels.put(draft, label, text.strip('«»“”" '))
    for label, value in _pairs(page) if sure or "directors" in draft else ():
        field = labels.field_of(label)
        if field is not None and field not in seen and field != "synopsis":
            seen.add(field)
            labels.put(draft, label, value)
    return draft if sure or ("directors" in draft and len(_OWN & draft.fields.keys()) >= 3) else Draft()


def _labels(page: Page) -> Iterator[tuple[str, LexborNode]]:
    for node in page.all(_CANDIDATES)[:_MOST]:
        text = node.text(deep=True)
        name = text.strip().rstrip(":： ") if text and len(text) <= _LABEL else ""
        if name and labels.field_of(name) and not _is_of_menu(node):
            yield name, node


def _is_of_menu(node: LexborNode) -> bool:
    """Say whether what would be a label is a link with neighbours of its kind: «Taglines» before «Plot Summary»."""
    kind, after = node.attributes.get("class"), node.next
    while after is not None and after.tag in {"-text", "-comment"}:
        after = after.next
    alike = after is not None and after.tag == node.tag and after.attributes.get("class") == kind
    return bool(kind) and alike and node.css_first("a[href]") is not None


def _pairs(page: Page) -> Iterator[tuple[str, str]]:
    """Yield label and value of short lines that hold both: «Run Time - 118 min.»."""
    for node in page.all("span, li")[:_MOST]:
        text = node.text(deep=True)
        if 4 < len(text) <= _PAIR and (found := _BOTH.match(text.strip())) and labels.field_of(found[1]):
            yield found[1], found[2].strip(" |\u00a0")


def _beside(node: LexborNode) -> str:
    """Return the markup of a label's value."""
    at = node
    for _ in range(3):
        after = at.next
        parts: list[str] = []
        while after is not None and not _ends(after, bool("".join(parts).strip(" :：\n"))):
            parts.append(after.html or "")
            after = after.next
        said = "".join(parts)
        if said.strip(" :：\n\t"):
            return said
        if at.parent is None or line(at.parent) != line(at):
            return ""
        at = at.parent
    return ""


def _ends(node: LexborNode, begun: bool) -> bool:
    """Say whether a label's value ends before this node: at a line end, a heading, the next label."""
    if node.tag in {"-text", "-comment"}:
        return False
    if node.tag in {"br", "dt", "th", "hr", "h1", "h2", "h3", "h4", "h5"}:
        return begun or node.tag != "br"
    text = node.text(deep=True).strip()
    return begun and (
        node.tag in {"div", "p", "td", "section"}
        or (len(text) <= _LABEL and labels.field_of(text.rstrip(":： ")) is not None)
    )
