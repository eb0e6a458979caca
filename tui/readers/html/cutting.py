"""Taking elements out of a page's tree, so that what is read of it does not hold them."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode


def take_out(found: Iterable[LexborNode]) -> None:
    """Take elements out, each once, and those that lie in others before them.

    A search for several selectors finds an element once for each. Its memory is given back when it is taken out, with
    that of all in it: taken out again, or after what is around it, it would be given back twice.
    """
    for node in reversed({node.mem_id: node for node in found}.values()):
        node.decompose()
