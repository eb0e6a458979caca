"""XML as a tree, read by expat itself; every declaration of an entity is refused, depth and number are bounded."""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from tui.errors import DocumentError, HostileDocumentError
from tui.readers.document import Document

DEPTH = 40
ELEMENTS = 500_000


class Node:
    """An element: its tag in lower case, attributes, text and children."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element; names are kept in lower case."""
        self.tag = tag.casefold()
        self.attributes = {name.casefold(): value for name, value in attributes.items()}
        self.children: list[Node] = []
        self.text = ""

    def texts(self, tag: str) -> list[str]:
        """Return the texts of the children of one kind, empty ones left out."""
        return [text for child in self.children if child.tag == tag and (text := child.text.strip())]

    def first(self, tag: str) -> str:
        """Return the first of `texts`, or nothing."""
        return next(iter(self.texts(tag)), "")


def parse(document: Document, xml: str) -> Node:
    """Return the root element.

    Raises:
        HostileDocumentError: entities are declared, or it is nested or grows beyond any film's data.
        DocumentError: it is no XML.
    """
    parser = expat.ParserCreate(encoding="utf-8")
    top = Node("", {})
    path = [top]
    count = 0

    def refuse(*_: object) -> NoReturn:
        raise HostileDocumentError(
            document.name, "its XML declares entities, which no film's data need", "Don't trust it"
        )

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(path) > DEPTH or count > ELEMENTS:
            raise HostileDocumentError(
                document.name, "its XML is deeper or larger than any film's data", "Don't trust it"
            )
        node = Node(tag, attributes)
        path[-1].children.append(node)
        path.append(node)

    def text(characters: str) -> None:
        path[-1].text += characters

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: path.pop()
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", xml).encode("utf-8", "replace")
    try:
        parser.Parse(_repaired(body), True)
    except expat.ExpatError as error:
        raise DocumentError(
            document.name, f"its XML is broken ({error})", "Let the media centre write it again"
        ) from error
    return top.children[0] if top.children else top


def _repaired(body: bytes) -> bytes:
    """Return XML with the characters that it must not hold left out, and lone ampersands written as such."""
    body = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", body)
    return re.sub(rb"&(?!#\d+;|#x[0-9a-fA-F]+;|\w+;)", b"&amp;", body)
