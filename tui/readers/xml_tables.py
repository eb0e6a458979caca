"""Films in one XML file: what programs and sites that keep film collections export, whatever their elements are called.

The repeated elements are taken for objects and laid out as rows, so that all that is known of columns holds for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tui.errors import DocumentError
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.objects import Object, entries_of, laid_out, role_of_name
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import FILM_ROLES, normal, role_of
from tui.readers.rows.settling import settled
from tui.readers.rows.xml import Node, parse

_ROOT = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!(?:--.*?-->|DOCTYPE[^>]*>)\s*)*+<([\w:.-]+)", re.DOTALL)
_TAG = re.compile(r"<([A-Za-z][\w:.-]{1,40})[\s>]")
_ATTRIBUTE = re.compile(r"\s([A-Za-z][\w:.-]{1,40})=[\"']")
_OTHERS = frozenset({"html", "rss", "feed", "svg", "rdf:rdf", "opml", "plist", "mediawiki", "urlset", "sitemapindex"})
"""Roots of documents that are no collection of records."""
_VALUES = frozenset({"displayname", "name", "value", "text", "title", "label", "sortname", "tag"})
"""Elements that only hold the value of the one around them."""
_LEAST = 3
_DEEPEST = 6


class XmlTableReader:
    """Elements with fields that are recognised by name or content."""

    name = "xml"
    title = "XML list of films"
    suffixes = (".xml",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a list, by the names of its elements."""
        head = document.head_text
        root = _ROOT.match(head)
        if root is None or root[1].casefold() in _OTHERS:
            return NOT_MINE
        names = list(dict.fromkeys([*_TAG.findall(head[:20_000]), *_ATTRIBUTE.findall(head[:20_000])]))
        roles = {_role(name) for name in names} & (FILM_ROLES | {"text", "rating", "my_rating", "id:imdb", "date"})
        if "title" not in roles or len(roles) < _LEAST:
            return NOT_MINE
        return Match(0.85, f"XML whose elements are called {', '.join(names[1:5])}")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the elements say, then what is wrong with the others."""
        root = parse(document, document.text.lstrip("\ufeff \r\n\t"))
        objects = _objects(root)
        complaints = Complaints("entry")
        layout, rows = laid_out(iter(objects), document.name)
        if not layout.kind:
            raise DocumentError(
                document.name, "its elements name no film and no review", "Matinee reads XML lists of films"
            )
        if layout.meaning.undecided:
            layout = settled(layout, rows)
            _, rows = laid_out(iter(objects), document.name, layout)
        yield from extracts_of(document, rows, complaints)
        yield from complaints.remarks()


def _role(name: str) -> str | None:
    return "title" if normal(name) == "series title" else role_of(name)


def _objects(root: Node) -> list[tuple[int, Object]]:
    """Return the flat objects of the records, numbered from 1."""
    found = (_owned(one) for record in _records(root) for one in entries_of(_value(record)))
    return list(enumerate(found, start=1))


def _owned(one: Object) -> Object:
    """Return a record whose mark, where nobody signs and nobody votes, is called its owner's: the file is theirs."""
    roles = {role_of_name(name) for name in one}
    if roles & {"author", "film_votes", "my_rating"}:
        return one
    return {"my rating" if role_of_name(name) == "rating" else name: cell for name, cell in one.items()}


def _records(root: Node) -> list[Node]:
    """Return the elements that are the records: those most often repeated side by side, the outermost of equals."""
    best, level = [root], [root]
    for _ in range(_DEEPEST):
        for node in level:
            counts = Counter(child.tag for child in node.children if child.children or len(child.attributes) > 1)
            tag, often = counts.most_common(1)[0] if counts else ("", 0)
            if often > len(best) or (often and best == [root]):
                best = [child for child in node.children if child.tag == tag]
        if len(best) > 1:
            return best
        level = [child for node in level for child in node.children]
    return best


def _value(node: Node) -> Any:
    """Return an element as JSON would have it: a text, or its attributes and children by name; repeated ones a list."""
    text = node.text.strip()
    if not node.children and not node.attributes:
        return text
    found: dict[str, Any] = dict(node.attributes)
    several: dict[str, list[Any]] = {}
    for child in node.children:
        several.setdefault(child.tag, [found[child.tag]] if child.tag in node.attributes else []).append(_value(child))
    found |= {tag: values[0] if len(values) == 1 else values for tag, values in several.items()}
    if text and not node.children:
        return text if not node.attributes.keys() - {"id", "type", "default"} else found | {"value": text}
    if len(found) == 1 and node.tag not in _VALUES:
        (name, inner), *_ = found.items()
        return inner if name in _VALUES | {"id"} or not isinstance(inner, str) else found
    held = [inner for name, inner in found.items() if name in _VALUES and isinstance(inner, str)]
    return held[0] if held and found.keys() <= _VALUES | {"sortname", "id"} else found


READER = XmlTableReader()
