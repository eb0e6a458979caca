"""Main content: what the extractor is shown, and when a page's whole text is read once more."""

from __future__ import annotations

import pytest
import trafilatura

from tests.unit.readers.html.pages import page, read_page
from tui.models import Plain
from tui.readers.document import Document
from tui.readers.html.by_text import is_whole
from tui.readers.html.main_content import Block, main_content
from tui.readers.html.page import Page

LAMP = "The lamp over the pier was lit by a boy of nine, who had never seen the sea by day and never asked. "
ROPE = "Each rope in the yard was spliced by the director's aunt, and two of them are still in use at the quay. "
BELL = "Nobody rang the bell in the last reel; what one hears is a pan that fell down in the kitchen next door. "


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the extractor was shown, in order."""
    told: list[str] = []
    ask = trafilatura.bare_extraction

    def listening(markup: str, **options: object) -> object:
        told.append(markup)
        return ask(markup, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(trafilatura, "bare_extraction", listening)
    return told


def article_page(*, beside: str = "", within: str = "") -> Page:
    texts = "".join(f"<p>{text * 2}</p>" for text in (LAMP, ROPE, BELL))
    body = f"<nav><a href=/n>Menu</a></nav>{beside}<article><h1>The pier</h1>{within}{texts}</article>"
    return Page(Document.of_bytes("pier.html", page(body).encode()))


def test_the_extractor_sees_the_one_article_alone(shown: list[str]) -> None:
    found = main_content(article_page(beside="<div class=teaser><p>Other news</p></div>", within="<aside>Ad</aside>"))
    assert [block.text for block in found if not block.level] == [(text * 2).strip() for text in (LAMP, ROPE, BELL)]
    (markup,) = shown
    assert not any(word in markup for word in ("Menu", "Other news", "Ad<"))


def test_what_stands_beside_an_article_is_seen_where_it_is_much(shown: list[str]) -> None:
    main_content(article_page(beside=f"<div class=story><p>{LAMP * 3}</p></div>"))
    assert LAMP.strip() in shown[0].split("<article")[0]


def test_links_in_a_paragraph_of_text_are_text() -> None:
    linked = page(f"<article><p>{LAMP}<a href=/x>{ROPE}</a>{BELL}</p><p>{ROPE * 2}</p><p>{BELL * 2}</p></article>")
    found = main_content(Page(Document.of_bytes("pier.html", linked.encode())))
    assert found[0] == Block(Plain((LAMP + ROPE + BELL).strip()))


def test_looking_for_the_main_content_leaves_the_page_as_it_is() -> None:
    looked_at = article_page(within="<aside>Ad</aside>")
    before = looked_at.tree.html
    main_content(looked_at)
    assert looked_at.tree.html == before


@pytest.mark.parametrize(
    ("markup", "whole"),
    [
        (f"<p>{LAMP}</p><p>{ROPE}</p><p>{BELL}</p>", True),
        (f"<p>{LAMP}</p><p>Share</p><p>Advertisement</p><p>{ROPE}</p><p>{BELL}</p><p>Another tale of ships.</p>", True),
        (f"<p>{LAMP}</p><ul><li>A spar</li></ul><p>{ROPE}</p><p>{BELL}</p>", False),
        (f"<p>{LAMP}</p><p>It rained.</p><p>{ROPE}</p><p>{BELL}</p>", False),
        (f"<p>{LAMP}</p><p>{ROPE}</p><p>{BELL}</p><ul><li>The pan is on show in the town hall</li></ul>", False),
        (f"<p>{LAMP}</p><p>{ROPE}</p><p>{BELL}</p><h2>More</h2><ul><li>A tale of many ships and boats</li></ul>", True),
    ],
)  # fmt: skip
def test_a_content_is_whole_when_no_sentence_and_no_item_between_its_own_is_missing(markup: str, whole: bool) -> None:
    assert is_whole(page(markup), "\n\n".join(text.strip() for text in (LAMP, ROPE, BELL))) is whole


def test_a_content_that_is_not_found_on_the_page_is_not_known_to_be_whole() -> None:
    assert not is_whole(page(f"<p>{LAMP}</p>"), ROPE)


def test_a_list_that_the_extractor_dropped_is_read_all_the_same() -> None:
    items = [
        "The boom was borrowed from the harbour master for a crate of plums.",
        "The gull is one gull, filmed twice.",
    ]
    listed = "".join(f"<li>{item}</li>" for item in items)
    body = (
        f"<article><h1>Trivia for The Pier (1974)</h1><h2>Making</h2><p>{LAMP}</p><p>{ROPE}</p>"
        f'<div class="sidebar"><ul>{listed}</ul></div><p>{BELL}</p></article>'
    )
    found = read_page("any_page", page(body, head='<meta property="og:type" content="article">'))
    assert [fact.text for extract in found.extracts for fact in extract.trivia][2:4] == items
