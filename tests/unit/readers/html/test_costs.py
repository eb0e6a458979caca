"""What makes pages cheap to read must not change what is read: who is asked, tags taken out, walks that are saved."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.readers.document import Document
from tui.readers.html.page import Page
from tui.readers.html.places import Places
from tui.readers.html.signs import signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import paragraphs_of
from tui.readers.registry import answers, readers
from tui.text.spoilers import announces_spoilers

PAGE = b"<!DOCTYPE html><html><head><title>A lamp</title></head><body>%s</body></html>"


def of(markup: str) -> Page:
    return Page(Document.of_bytes("lamp.html", PAGE % markup.encode()))


@pytest.mark.parametrize("opening", ["<!DOCTYPE html>", "\ufeff\n<!doctype HTML>", "<html lang='en'>", "  <HTML>"])
def test_what_opens_as_a_web_page_is_shown_to_the_readers_of_web_pages_alone(opening: str) -> None:
    document = Document.of_bytes("a.csv", f"{opening}<title>Const,Your Rating</title><p>text".encode())
    told = {one.reader.name: one.match.why for one in answers(document, every=True)}
    for reader in readers():
        assert told[reader.name].startswith("not asked") is not isinstance(reader, SiteReader), reader.name
    assert all(isinstance(one.reader, SiteReader) for one in answers(document))


def test_every_reader_is_asked_about_what_only_speaks_of_html() -> None:
    asked = answers(
        Document.of_bytes("a.txt", b"A lamp (1999)\n\nThey write <html> on its side, and <!doctype html>.\n")
    )
    assert not any(one.match.why.startswith("not asked") for one in asked)


def test_a_web_page_does_not_import_the_readers_of_other_documents() -> None:
    asks = (
        "import sys; from tui.readers.document import Document; from tui.readers.registry import choose;"
        "choose(Document.of_bytes('a.html', b'<!DOCTYPE html><title>A lamp - IMDb</title><p>lit'));"
        "print(*(name for name in sys.modules if name.startswith('tui.readers.')))"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, timeout=60)
    imported = done.stdout.split()
    assert "tui.readers.html.imdb" in imported
    assert {"tui.readers.film_page", "tui.readers.notes", "tui.readers.tables"}.isdisjoint(imported)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one <b>two</b><br>three<BR/>four", "one two\nthree\nfour"),
        ("<P>one</P><Div>two</Div>", "one\n\ntwo"),
        ("one<!-- not\n<b>this</b> -->two", "one two"),
        ("one<!--not this-->two", "one two"),
        ("one<script>if (a < b) { c('</p>') }</script>two", "one two"),
        ("one<button>more</button> two", "one two"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("1 < 2 and <i>2 > 1</i>", "1 < 2 and 2 > 1"),
        ("<a title=\"1 > 0\" href='x'>one</a>  two\u00a0 three", "one two three"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("one &lt;b&gt; &amp;amp; two", "one <b> &amp; two"),
    ],
)
def test_tags_are_taken_out_as_a_browser_shows_them(markup: str, text: str) -> None:
    assert paragraphs_of(markup) == text


def test_the_first_selector_counts_not_the_first_element() -> None:
    page = of("<p class='late'>1</p><div id='box'><p class='sure'>2</p></div><p class='sure'>3</p>")
    found = page.first("#none .sure", "#box .sure", ".late")
    assert found is not None
    assert found.text() == "2"
    many = of("<b>x</b>" * 40 + "<i id='one'>y</i>").first("#one", "b")
    assert many is not None
    assert many.text() == "y"
    assert page.first(".nowhere", "[data-testid=nowhere]") is None


def test_parts_of_other_layouts_are_left_out_and_the_others_found() -> None:
    page = of("<div class='card'><span itemprop='author'>Ada</span><b>x</b></div>")
    card = page.first(".card")
    assert card is not None
    author = page.inside(card, "[data-testid=author], [itemprop=author], b")
    assert author is not None
    assert author.text() == "Ada"
    assert [node.text() for node in page.all_inside(card, "[data-testid=author], b")] == ["x"]
    assert page.inside(card, "[data-testid=author], [data-qa=author]") is None


def test_texts_are_found_in_their_order_and_far_away() -> None:
    words = ("The lamp shines", "A keeper reads", "Nobody answers")
    rows = [f"<p>{word} above pier {word.lower()} and tonight {word.lower()} again.</p>" for word in words]
    source = "\n" * 10 + rows[0] + "\n" + rows[1] + "\n" * 70_000 + rows[2]
    places = Places(source)
    texts = [row[3:-4] for row in rows]
    assert [places.lines(text) for text in texts] == [(11, 11), (12, 12), (70_012, 70_012)]
    assert places.lines(texts[0]) == (11, 11)


def test_a_text_parted_by_a_link_is_found_near_the_one_before_it_rather_than_far_off() -> None:
    source = (
        "\n<p>The lamp shines above the pier tonight.</p>\n<p>A keeper reads <a>his</a> books by its light alone.</p>"
    )
    places = Places(source + "\n" * 3000 + "<p>A keeper reads his books by day.</p>")
    assert places.lines("The lamp shines above the pier tonight.") == (2, 2)
    assert places.lines("A keeper reads his books by its light alone.") == (3, 3)


@pytest.mark.parametrize("around", ["The lamp — “it” — goes out… ", "Лампа над пирсом гаснет, и все молчат. "])
def test_spoilers_are_seen_in_long_texts_of_any_script(around: str) -> None:
    assert announces_spoilers(around * 30 + "Warning: spoilers ahead! " + around * 30)
    assert not announces_spoilers(around * 30 + "This text is free of spoilers. " + around * 30)


def test_a_page_that_is_narrowed_is_looked_through_in_that_part_alone() -> None:
    page = of("<p class='said'>1</p><div id='main'><p class='said'>2</p><p class='said'>3</p></div><p>4</p>")
    page.narrow("#none", "#main")
    assert [node.text() for node in page.all("p")] == ["2", "3"]
    assert (first := page.first(".other", ".said")) is not None
    assert first.text() == "2"


def test_a_page_without_the_part_stays_whole() -> None:
    page = of("<p>1</p><p>2</p>")
    page.narrow("#main")
    assert len(page.all("p")) == 2


def test_what_is_looked_for_in_a_part_depends_on_its_own_layout() -> None:
    page = of("<div data-testid='one'>1</div><div id='main'><b data-testid='two'>2</b><p itemprop='name'>3</p></div>")
    top = page.content.part("[data-testid=one]")
    page.narrow("#main")
    assert [node.text() for node in page.all("[data-testid], [itemprop]")] == ["2", "3"]
    assert top.first("[itemprop=name]") is None


def test_a_script_is_looked_for_once() -> None:
    page = of('<script type=\'application/ld+json\'>{"name": "A lamp"}</script>')
    assert page.scripts("ld+json") == ('{"name": "A lamp"}',)
    assert page.scripts("ld+json") is page.scripts("ld+json")


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Warning: spoilers ahead.", True),
        ("A review without spoilers, I promise.", False),
        ("Uwaga, spojlery! ...", True),
        ("ネタバレ注意 ...", True),
    ],
)
def test_announcements_are_known_in_every_alphabet(text: str, announced: bool) -> None:
    assert announces_spoilers(text) is announced


def test_what_the_head_told_when_a_reader_was_chosen_is_not_looked_for_again() -> None:
    raw = b"<html><head><title>A lamp</title></head><body>" + b" " * 70_000 + b"<h1>The lamp</h1></body></html>"
    document = Document.of_bytes("lamp.html", raw)
    seen = signs(document)
    assert seen is not None
    page = Page(document)
    assert page.signs.meta is seen.meta
    assert (seen.heading, page.signs.heading) == ("", "The lamp")


def test_a_head_that_is_longer_than_what_was_looked_at_is_read_from_the_page() -> None:
    raw = b"<html><head><title>A lamp</title><style>" + b" " * 70_000
    raw += b"</style><link rel='canonical' href='https://example.org/lamp'></head><body>1</body></html>"
    document = Document.of_bytes("lamp.html", raw)
    assert (seen := signs(document)) is not None
    assert (seen.url, Page(document).url) == ("", "https://example.org/lamp")
