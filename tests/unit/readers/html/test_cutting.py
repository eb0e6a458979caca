"""Elements are taken out of a page once, however often and wherever they were found."""

from __future__ import annotations

from typing import Any, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.readers.html.cutting import take_out


class Told:
    """An element that tells when it is taken out."""

    def __init__(self, node: LexborNode, told: list[str | None]) -> None:
        self.mem_id = node.mem_id
        self._node, self._told = node, told

    def decompose(self) -> None:
        self._told.append(self._node.tag)


def test_what_is_found_twice_or_inside_another_is_taken_out_once_and_first() -> None:
    tree = LexborHTMLParser("<div><p class='a b'>one <b class='a'>two</b></p><i class='a'>three</i> four</div>")
    found = tree.css(".a, .b, b, i")
    assert len(found) > len({node.mem_id for node in found})
    told: list[str | None] = []
    take_out(cast("list[LexborNode]", [cast("Any", Told(node, told)) for node in found]))
    assert told == ["i", "b", "p"]
    take_out(found)
    assert tree.css_first("div").inner_html == " four"  # type: ignore[union-attr]
