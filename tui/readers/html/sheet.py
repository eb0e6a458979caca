"""Facts of a film on a page of no known site: pairs of label and value, however they are marked up.

A label is a short element whose words are known from the table of labels; its value is the next cell, the `dd`, what
follows it up to the next label or line, or the next box. Two facts that only films have make a sheet.
"""

from __future__ import annotations

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
_MOST = 20_000
"""Elements that are looked at on one page."""


def facts(page: Page) -> Draft:
    """Return what the page's labelled values say of a film; nothing where they do not make the sheet of one."""
    draft = Draft()
    seen: set[str] = set()
    for label, node in _labels(page):
        field = labels.field_of(label)
        if field is None or field in seen or field == "synopsis":
            continue
        markup = _beside(node)
        text = paragraphs_of(markup).lstrip(":： \n")
        if text and len(text) < _VALUE:
            seen.add(field)
            labels.put(draft, label, text.strip('«»“”" '))
    return draft if "directors" in draft and len(_OWN & draft.fields.keys()) >= 3 else Draft()


def _labels(page: Page) -> Iterator[tuple[str, LexborNode]]:
    for node in page.all(_CANDIDATES)[:_MOST]:
        text = node.text(deep=True)
        if text and len(text) <= _LABEL and (name := text.strip().rstrip(":： ")) and labels.field_of(name):
            yield name, node


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
