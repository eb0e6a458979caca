"""XML as a tree, read by expat itself; every declaration of an entity is refused, depth and number are bounded."""

from __future__ import annotations

import re
from html.entities import html5
from typing import NoReturn
from xml.parsers import expat

from tui.errors import DocumentError, HostileDocumentError
from tui.readers.document import Document

DEPTH = 40
ELEMENTS = 500_000
_CUT = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
}


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


def parse(document: Document, xml: str, *, cut: bool = False) -> Node:
    """Return the root element.

    Args:
        document: what it stands in.
        xml: the text.
        cut: whether XML that ends too early is read as far as it goes.

    Raises:
        HostileDocumentError: entities are declared, or it is nested or grows beyond any film's data.
        DocumentError: it is no XML.
    """
    tree = _Tree(document.name)
    parser = expat.ParserCreate(encoding="utf-8")
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.characters
    parser.buffer_text = True
    parser.buffer_size = 1 << 20
    parser.EntityDeclHandler = tree.refuse
    parser.ExternalEntityRefHandler = tree.refuse
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", xml).encode("utf-8", "replace")
    try:
        parser.Parse(_repaired(body), True)
    except expat.ExpatError as error:
        if cut and error.code in _CUT and tree.top.children:
            return tree.top.children[0]
        raise DocumentError(
            document.name, f"its XML is broken ({error})", "Let the media centre write it again"
        ) from error
    return tree.top.children[0] if tree.top.children else tree.top


class _Tree:
    """The elements as expat tells of them, within bounds."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.top = Node("", {})
        self._path = [self.top]
        self._count = 0

    def refuse(self, *_: object) -> NoReturn:
        reason = "its XML declares entities, which no film's data need"
        raise HostileDocumentError(self.name, reason, "Don't trust it")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._path) > DEPTH or self._count > ELEMENTS:
            raise HostileDocumentError(self.name, "its XML is deeper or larger than any film's data", "Don't trust it")
        node = Node(tag, attributes)
        self._path[-1].children.append(node)
        self._path.append(node)

    def end(self, _: str) -> None:
        self._path.pop()

    def characters(self, text: str) -> None:
        self._path[-1].text += text


def _repaired(body: bytes) -> bytes:
    """Return XML without the characters that it must not hold; HTML's entities and lone ampersands written out."""
    body = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", body)
    body = re.sub(rb"<(?=[\s\d=]|$)", b"&lt;", body)
    return re.sub(rb"&(?!#\d+;|#x[0-9a-fA-F]+;|(?:amp|lt|gt|quot|apos);)(\w{2,32};)?", _written_out, body)


def _written_out(found: re.Match[bytes]) -> bytes:
    character = html5.get((found[1] or b"").decode("ascii", "replace"))
    return character.encode() if character else b"&amp;" + (found[1] or b"")
