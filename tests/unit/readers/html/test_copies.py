"""Copies of pages: from an archive, from a view of the source, from a reader view; and what a copy does not hold."""

from __future__ import annotations

import json
from base64 import encodebytes
from html import escape
from quopri import decodestring, encodestring

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.readers.document import Document
from tui.readers.html.page import Page
from tui.readers.html.signs import original

PROSE = (
    "Nobody in this harbour raises a voice, and the boats seem to grow louder with every letter that is folded.",
    "Ada Field films paper as if it were weather, patient and grey, until a single wrong fold breaks over the town.",
    "It is a cold film, and it stays with you like ink on the fingers. Rating: 3.5 out of 4",
)


def test_an_archives_copy_is_read_as_the_page_that_it_is_of() -> None:
    address = "https://web.archive.org/web/20160401120000/http://www.imdb.com/title/tt0099901/"
    found = read_page(
        "any_page", page("<h1>Paper Harbour (1987)</h1>", url=address, title="Paper Harbour (1987) - IMDb")
    )
    assert facts_of(found).ids == {"imdb": "tt0099901"}
    assert original("https://web.archive.org/web/2016im_/https://x.example/a") == "https://x.example/a"
    assert original("about:reader?url=https%3A%2F%2Fx.example%2Fa") == "https://x.example/a"
    assert original("https://x.example/web/2016/http") == "https://x.example/web/2016/http"
    assert original("https://web.archive.org/web/2016/https://x.example/a%20b") == "https://x.example/a%20b"


def test_a_view_of_the_source_is_read_as_the_source() -> None:
    data = json.dumps({"@type": "Movie", "name": "Paper Harbour", "datePublished": "1987-03-12"})
    source = page("<p>x</p>", head=f'<script type="application/ld+json">{data}</script>').replace("><", ">\n<")
    cells = "".join(
        f'<tr><td class="line-number" value="{place}"></td><td class="line-content">'
        f'<span class="html-tag">{escape(row)}</span></td></tr>'
        for place, row in enumerate(source.split("\n"), 1)
    )
    whole = (
        f'<!DOCTYPE html><html><head><title>x</title></head><body id="viewsource"><pre>{escape(source)}</pre></body>'
    )
    for view in (f"<html><body><table><tbody>{cells}</tbody></table></body></html>", whole):
        found = read_page("any_page", view)
        assert (facts_of(found).title, facts_of(found).year) == ("Paper Harbour", 1987)


def test_a_reader_view_names_its_author_beside_the_title() -> None:
    found = read_page(
        "any_page",
        "<!DOCTYPE html>\n<!-- saved from url=(0040)about:reader?url=https%3A%2F%2Ft.example%2Freview -->\n<html><head>"
        "<title>‘Paper Harbour’ Review: Folded</title></head><body><h1>‘Paper Harbour’ Review: Folded</h1>"
        '<div class="reader-credits">Ivo Kell</div><div>3-4 minutes</div><div class="content">'
        + "".join(f"<p>{one}</p>" for one in PROSE)
        + "</div></body></html>",
    )
    (review,) = found.reviews
    assert (review.author, review.link) == ("Ivo Kell", "https://t.example/review")


def test_a_web_archive_without_an_address_inside_has_that_of_its_wrapping() -> None:
    raw = (
        "Snapshot-Content-Location: https://letterboxd.com/salt/films/diary/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        "<html><head><title>x</title></head><body></body></html>\n--b--\n"
    )
    found = Page(Document.of_bytes("page.mhtml", raw.encode()))
    assert (found.signs.host, found.signs.path) == ("letterboxd.com", "/salt/films/diary/")


def test_imdbs_data_says_how_many_reviews_and_items_were_not_sent() -> None:
    review = {"authorRating": 8, "reviewText": "It floats.", "submissionDate": "2021-05-17"}
    item = {"cardHtml": "The boats were folded by hand."}
    entity = {"id": "tt0099901", "titleText": {"text": "Paper Harbour"}}
    for part, content, said in (
        ("reviews", {"reviews": [{"review": review}], "data": {"title": {"reviews": {"total": 87}}}}, "87 reviews"),
        ("trivia", {"categories": [{"name": "", "section": {"items": [item], "total": 3}}]}, "announces 3 items"),
    ):
        data = {"props": {"pageProps": {"contentData": {"entityMetadata": entity, **content}}}}
        script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'
        found = read_page("imdb", page(script, url=f"https://www.imdb.com/title/tt0099901/{part}/"))
        assert any(said in one for one in found.remarks)


def test_a_web_archive_gives_lines_of_the_file_and_the_part_that_has_its_address() -> None:
    told = page(f"<h1>‘Paper Harbour’ Review</h1><p>{PROSE[0]}</p>\n<p>{PROSE[1]}</p>", title="‘Paper Harbour’ Review")
    frame = "<html><body><p>An advertisement in a frame that stands before the page itself.</p></body></html>"
    for encoding, pack in (("quoted-printable", encodestring), ("base64", encodebytes)):
        raw = b"Snapshot-Content-Location: https://t.example/r\nContent-Type: multipart/related; boundary=b\n\n"
        for address, source in (("cid:frame-1", frame), ("https://t.example/r", told)):
            head = f"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n"
            raw += f"{head}Content-Location: {address}\n\n".encode() + pack(source.encode()) + b"\n"
        found = read_page("any_page", raw + b"--b--\n", "page.mhtml")
        (review,) = found.reviews
        first, last = review.sources[0].lines
        rows = raw.split(b"\n")
        unpacked = decodestring(b"\n".join(rows[first - 1 : last])) if encoding == "quoted-printable" else b""
        assert PROSE[1] in review.text
        assert first > 12
        assert last > first
        assert encoding == "base64" or PROSE[0].encode() in unpacked
