"""Pages of sites that no table knows are read as the text that a browser shows of them."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Extract
from tui.readers.document import Document
from tui.readers.html.any_page import READER
from tui.readers.html.flow import Flow

PAGE = """\
<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Hafen aus Papier (1987) - Filmkantine</title></head>
<body><nav><a>Startseite</a><a>Anmelden</a></nav>
<h1>Hafen aus Papier</h1>
<table>
<tr><th>Regie</th><td><a>Ada Field</a></td></tr>
<tr><th>Laufzeit</th><td>118 Minuten</td></tr>
<tr><th>Land / Jahr</th><td>Deutschland 1987</td></tr>
</table>
<h2>Inhalt</h2>
<p>Ein Zollbeamter findet heraus, dass die Boote in seinem Hafen aus Briefen gefaltet sind.</p>
<h2>Kritiken der Besucher</h2>
<div class="kommentar"><p><strong>salzleser</strong> am 09.01.2011 · Wertung: 9/10</p>
<p>Ich habe geweint, und dann habe ich geschrieben.</p></div>
<div class="kommentar"><p><strong>Irma S.</strong> am 30.06.2013 · Wertung: 4/10</p>
<p>Sehr nass.</p></div>
<p class="werbung">Anzeige</p>
</body></html>
"""
POST = """\
<div class="post"><a class="username">{0}</a><p>by <strong>{0}</strong> » Sat May 01, 2010 8:02 pm</p>
<div class="content">{1}</div></div>
"""


def read(markup: str) -> Extract:
    found = [one for one in READER.read(Document.of_bytes("page.html", markup.encode())) if isinstance(one, Extract)]
    assert len(found) == 1
    return found[0]


def test_a_data_sheet_and_its_comments_come_out() -> None:
    found = read(PAGE)
    assert (found.facts.title, found.facts.year, found.facts.runtime_minutes) == ("Hafen aus Papier", 1987, 118)
    assert found.facts.directors == ("Ada Field",)
    assert (
        found.facts.synopsis
        == "Ein Zollbeamter findet heraus, dass die Boote in seinem Hafen aus Briefen gefaltet sind."
    )
    assert [(one.author, one.date, one.rating and one.rating.share, one.text) for one in found.reviews] == [
        ("salzleser", "2011-01-09", 0.9, "Ich habe geweint, und dann habe ich geschrieben."),
        ("Irma S.", "2013-06-30", 0.4, "Sehr nass."),
    ]


def test_each_review_cites_the_lines_of_the_file() -> None:
    lines, reviews = PAGE.split("\n"), read(PAGE).reviews
    assert reviews
    for review in reviews:
        first, last = review.sources[0].lines
        assert review.text.split("\n")[0] in "\n".join(lines[first - 1 : last])
        assert last - first < 3


def test_a_forum_thread_is_a_row_of_reviews() -> None:
    posts = POST.format("inkwell", "The fog goes on so long that I took it for the film.") + POST.format(
        "Mo", "It is the film, and it is a good one."
    )
    found = read(f"<html><head><title>x</title></head><body><h2>Paper Harbour (1987)</h2>{posts}</body></html>")
    assert (found.facts.title, found.facts.year) == ("Paper Harbour", 1987)
    assert [(one.author, one.date) for one in found.reviews] == [("inkwell", "2010-05-01"), ("Mo", "2010-05-01")]


def test_lists_of_trivia_keep_their_headings() -> None:
    items = "".join(f"<li>The boat of scene {number} was folded by hand in one night.</li>" for number in range(1, 5))
    found = read(
        "<html><head><title>Paper Harbour/Trivia | Wiki</title></head><body><h1>Paper Harbour (1987)/Trivia</h1>"
        f"<div><ul>{items}</ul><h2>Casting</h2><ul><li>Dee Rowan was a clerk before she played one.</li></ul></div>"
    )
    assert (found.facts.title, found.facts.year) == ("Paper Harbour", 1987)
    assert [fact.topic for fact in found.trivia] == [None] * 4 + ["Casting"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h2>Cast</h2><ul><li>Dee<li>Eli</ul>", "## Cast\n\n- Dee\n- Eli\n\n"),
        ("<dl><dt>Regie</dt><dd>Ada</dd><dt>Jahr</dt><dd>1987</dd></dl>", "Regie\tAda\nJahr\t1987\n\n"),
        ("<a>One</a><a>Two</a> <b>three</b>", "One | Two three\n"),
        ("a<script>b</script><!-- c -->d &amp; e<style>f", "ad & ef\n"),
        ("<p>x</p><nav>y</nav><div>z<br>w</div>", "x\n\nz\nw\n"),
    ],
)
def test_what_a_browser_would_show(markup: str, text: str) -> None:
    assert Flow(markup).text == text


def test_what_stands_around_an_article_stays_out_though_its_lists_come_in() -> None:
    menu = "".join(f"<div><span>Channel of boats {number}</span></div>" for number in range(12))
    told = "".join(
        f"<p>Paragraph {number} tells at some length how the boats of Paper Harbour were folded by the crew, one after "
        "the other, during a very long night in March.</p>"
        for number in range(5)
    )
    items = "<ul><li>Dee Rowan was a clerk before she played one.</li><li>The fog was made of flour.</li></ul>"
    found = read(
        "<html><head><title>The Making of Paper Harbour</title></head><body>"
        f"<div class=menu>{menu}</div><article><h1>The Making of Paper Harbour</h1>{told}"
        f"<h2>In short</h2>{items}</article>"
        f"<div class=teasers>{menu}</div></body></html>"
    )
    texts = [str(fact.text) for fact in found.trivia]
    assert found.facts.title == "Paper Harbour"
    assert len(texts) == 7
    assert not any("Channel" in text for text in texts)


def test_properties_outside_of_any_object_are_the_films() -> None:
    facts = facts_of(
        read_page(
            "any_page",
            page(
                '<h1 itemprop="name">Бумажная гавань</h1><span itemprop="alternativeHeadline">Paper Harbour</span>'
                '<p itemprop="director"><a>Ада Филд</a></p><div itemprop="description">Клерк находит лодки.</div>'
                '<div itemprop="genre"><span>драма</span> / <span>детектив</span></div>'
                '<div itemscope itemtype="http://schema.org/Review"><b itemprop="name">Другое</b></div>',
                title="Бумажная гавань",
            ),
        )
    )
    assert (facts.title, facts.directors, facts.synopsis) == ("Бумажная гавань", ("Ада Филд",), "Клерк находит лодки.")
    assert (facts.original_title, facts.genres) == ("Paper Harbour", ("драма", "детектив"))


def test_a_card_alone_gives_people_and_minutes_too() -> None:
    card = {"og:title": "Paper Harbour (1987)", "og:type": "video.movie", "video:director": "Ada Field",
            "video:duration": "7080", "og:description": "A clerk finds boats that nobody has sent to him."}  # fmt: skip
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in card.items())
    facts = facts_of(read_page("any_page", page("<div></div>", title="Where to watch", head=head)))
    assert (facts.title, facts.year, facts.directors, facts.runtime_minutes) == (
        "Paper Harbour", 1987, ("Ada Field",), 118,
    )  # fmt: skip


def test_posts_of_a_thread_are_by_their_own_authors_without_quotations_and_signatures() -> None:
    def post(name: str, text: str, quoted: str = "") -> str:
        return (
            f'<div class="post"><dl><dt><a class="username">{name}</a></dt><dd>Joined: Mon Feb 02, 2004</dd></dl>'
            f'<div class="postbody"><p class="author">by <b>{name}</b> » Sat May 01, 2010 8:02 pm</p>'
            f'<div class="content">{quoted}{text}</div><div class="signature">Salt of the earth.</div></div></div>'
        )

    quotation = "<blockquote><cite>tern wrote:</cite>The boats fold too long</blockquote>"
    markup = '<h2 class="topic-title">Paper Harbour (1987)</h2>' + post("tern", "The boats fold too long for me.")
    markup += post("knot", "Then you should have folded one yourself.", quotation)
    found = read_page("any_page", page(markup, title="Board • View topic - Paper Harbour (1987)"))
    assert (facts_of(found).title, facts_of(found).year) == ("Paper Harbour", 1987)
    assert [(one.author, one.date, one.text) for one in found.reviews] == [
        ("tern", "2010-05-01", "The boats fold too long for me."),
        ("knot", "2010-05-01", "Then you should have folded one yourself."),
    ]


def test_a_shops_page_or_a_dish_is_no_film_whatever_is_said_of_it() -> None:
    told = '<div class="review"><b class="author">{}</b><i class="date">May 17, 2021</i><p class="text">{}</p></div>'
    markup = "<h1>Paper Boats</h1>" + told.format("Ann", "They float.") + told.format("Bo", "They sink.")
    for kind, more in (("Product", ',"offers":{"price":"3"}'), ("Recipe", "")):
        data = f'<script type="application/ld+json">{{"@type":"{kind}","name":"Paper Boats"{more}}}</script>'
        found = read_page("any_page", page(markup, title="Paper Boats | Shop", head=data))
        assert found.extracts == ()
        assert any("no film" in one for one in found.remarks)


def test_a_list_of_articles_with_headings_of_their_own_gives_no_film_its_name() -> None:
    post = (
        '<article class="post"><h2 class="entry-title"><a href="/x">{}</a></h2><b class="author">Jo Reed</b> '
        '<time datetime="2021-05-17">x</time><div class="entry-summary"><p>{}</p></div></article>'
    )
    markup = "<h1>Film news</h1>" + post.format("Jury named", "Five directors will judge the boats this year.")
    markup += post.format("Harbour sold", "The lot by the water will hold six stages and a tank.")
    found = read_page("any_page", page(markup, title="Film news | The Daily"))
    assert found.extracts
    assert all(one.facts.title is None for one in found.extracts)


def test_a_day_in_raised_figures_is_none() -> None:
    data = '<script type="application/ld+json">{"@type":"Movie","name":"Mire","datePublished":"²⁰¹⁰"}</script>'
    found = [
        one
        for one in READER.read(Document.of_bytes("mire.html", f"<html>{data}<h1>Mire</h1></html>".encode()))
        if isinstance(one, Extract)
    ]
    assert [(one.facts.title, one.facts.year) for one in found] == [("Mire", None)]


@pytest.mark.parametrize(("numbers", "scores"), [((1, 2, 3), {None}), ((7, 2, 9), {7, 2, 9})])
def test_the_places_of_posts_in_a_thread_are_no_scores(numbers: tuple[int, ...], scores: set[int | None]) -> None:
    texts = (
        "Nobody rings the bell until the flood.",
        "Three sisters keep a ferry on it.",
        "It was far too wet for me.",
    )
    posts = "".join(
        f'<div class="crawler-post"><div><span itemprop="author">bird{number}</span> <span><time>May 4, 2020</time> '
        f"<span>{number}</span></span></div><div><p>{text}</p></div></div>"
        for number, text in zip(numbers, texts, strict=True)
    )
    found = read_page("any_page", page(f"<h1>The Ferry (1966)</h1>{posts}", title="The Ferry (1966) - Talk"))
    assert [review.text for review in found.reviews] == list(texts)
    assert {review.rating.value if review.rating else None for review in found.reviews} == scores


def test_a_copy_of_an_encyclopedia_is_read_as_the_article_that_it_copies() -> None:
    body = (
        "<main><article><h1>The Ferry</h1><table class='infobox'><tr><th>Directed by</th><td>Sofie Brun</td></tr>"
        "<tr><th>Running time</th><td>111 minutes</td></tr></table><p>The Ferry is a film of 1958.</p>"
        "<section><h2>Plot</h2><p>A clerk counts those who cross.</p></section>"
        "<section><h2>Production</h2><p>The boat was built twice.</p></section></article></main>"
    )
    found = read_page("any_page", page(body, url="https://wiki.example/The_Ferry", title="The Ferry - Copies"))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.directors, facts.runtime_minutes) == (
        "The Ferry",
        1958,
        ("Sofie Brun",),
        111,
    )
    assert facts.plot == "A clerk counts those who cross."
    assert [(fact.topic, fact.text) for fact in found.trivia] == [("Production", "The boat was built twice.")]
