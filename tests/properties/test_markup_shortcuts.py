"""The short ways from markup to text, which nearly all of it takes, come to what the long way comes to."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tui.readers.html import text

_PIECES = st.sampled_from(
    (
        *("<b>", "</b>", "<p>", "</p>", "<br>", "<BR/>", "<!--x-->", "<!-- <p> ", "-->", "<script>", "</script>"),
        *(
            "<style>",
            "</style>",
            "<pre>",
            "</pre>",
            '<i title="a>b">',
            "</i>",
            "<li>",
            "</li>",
            "<td>",
            "</td>",
            "</a ",
        ),
        *(
            "<h1 class='x'>",
            "</h1>",
            "<select>x</select>",
            "<svg/>",
            "<template>",
            "</template>",
            "<x-y>",
            "<!x>",
            "<p",
        ),
        *("<?php ?>", "&lt;", "&gt;", "&amp;lt;", "&#27;", "&nbsp;", "[b]x[/b]", "<", "> ", '"', "'", "a", "b ", "é"),
        *(" ", "\n", "\n\n", "\t", "\r", "\u00a0", "\x1b", "\x85", "\u202e", "\u2028"),
    )
)
_MARKUP = st.lists(_PIECES, min_size=1, max_size=12).map("".join)


class _Always:
    """A set that shares something with every other: all elements are special."""

    def isdisjoint(self, _: Iterable[str]) -> bool:
        return False


@given(markup=_MARKUP)
@settings(max_examples=500)
def test_tags_are_parted_as_they_are_replaced(markup: str) -> None:
    found = text.paragraphs_of(markup)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_SPECIAL", _Always())
        assert text.paragraphs_of(markup) == found
    assert not set(found) & set("\x1b\x85\u202e\u2028\r\t")


@given(markup=_MARKUP)
@settings(max_examples=300)
def test_a_line_of_inline_marks_is_what_its_markup_comes_to(markup: str) -> None:
    node = LexborHTMLParser(f"<body><div id=here>{markup}</div></body>").css_first("#here")
    if node is not None:
        assert text.line(node) == text.line_of(node.inner_html or "")
