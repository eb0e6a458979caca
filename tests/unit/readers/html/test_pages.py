"""Any page: data sheets, reviews, rankings, articles; web archives; wiki markup; choosing; documents made to harm."""

from __future__ import annotations

import json
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from tests.unit.readers.bounded import read_apart, read_bounded
from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.errors import HostileDocumentError
from tui.models import Rating
from tui.readers.document import Document
from tui.readers.html.jsonld import things
from tui.readers.html.page import Page
from tui.readers.html.text import paragraphs_of
from tui.readers.html.titling import reviewed_film
from tui.readers.registry import choose

LONG = "The lamp in this film is a lamp and nothing else, and that is what makes it shine so far. " * 5


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_film_data_in_a_graph_with_lists_as_types_and_strings_for_numbers() -> None:
    data = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "name": "X"},
        {"@type": ["Thing", "Movie"], "name": "L&#39;Ombre &amp; la lampe", "duration": "PT1H37M",
        "datePublished": "1974-05-02",
         "director": {"@type": "Person", "name": "Ada Field"}, "genre": "Drama, Crime", "sameAs": ["https://www.imdb.com/title/tt7654321/"],
         "aggregateRating": {"ratingValue": "7,4", "bestRating": "10", "ratingCount": "1234"},
         "review": {"@type": "Review", "author": "Moth", "reviewBody": "Lit &quot;well&quot;.",
         "reviewRating": {"ratingValue": "8", "bestRating": 10}}}]}  # fmt: skip
    found = read_page("any_page", page("<p>x</p>", url="https://films.example.org/1", head=ld([data])))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.runtime_minutes) == ("L'Ombre & la lampe", 1974, 97)
    assert (facts.directors, facts.genres, facts.ids) == (("Ada Field",), ("Drama", "Crime"), {"imdb": "tt7654321"})
    assert facts.ratings == (Rating(value=7.4, out_of=10, votes=1234, by="example"),)
    (review,) = found.reviews
    assert (review.author, review.text, review.rating) == ("Moth", 'Lit "well".', Rating(value=8, out_of=10))


def test_blocks_that_do_not_parse_are_left_out() -> None:
    head = '<script type="application/ld+json">{broken</script>' + ld({"@type": "Movie", "name": "Lamp"})
    assert facts_of(read_page("any_page", page("", head=head))).title == "Lamp"


def test_objects_are_found_however_deep_the_lists_are() -> None:
    deep: object = {"@type": "Movie"}
    for _ in range(3000):
        deep = [deep]
    assert [thing["@type"] for thing in things([deep])] == ["Movie"]


@pytest.mark.parametrize(
    ("title", "film"),
    [
        ("‘The Lantern’ Review: A Glow", "The Lantern"),
        ("The Lantern (1974) review – a glow", "The Lantern (1974)"),
        ("Review: The Lantern", "The Lantern"),
        ("The Lantern movie review & film summary (1974)", "The Lantern"),
        ("Filmkritik: Die Laterne", "Die Laterne"),
        ("The Lantern: why we still love it", None),
        ("Film reviews", None),
    ],
)
def test_titles_of_reviews_name_their_film(title: str, film: str | None) -> None:
    assert reviewed_film(title) == film


def test_review_page_without_data_is_a_review() -> None:
    body = f"""<nav><a>Home</a><a>News</a></nav><main><article><h1>‘The Lantern’ review: a glow</h1>
      <p>{LONG}</p><p>{LONG}</p><p>Rating: 4/5</p></article></main><footer>Cookies</footer>"""
    head = (
        '<meta name="author" content="By Ida Ray">'
        '<meta property="article:published_time" content="2020-02-03T10:00:00Z">'
    )
    found = read_page("any_page", page(body, url="https://paper.example.org/lantern", head=head))
    assert facts_of(found).title == "The Lantern"
    (review,) = found.reviews
    assert (review.author, review.date, review.rating) == ("Ida Ray", "2020-02-03", Rating(value=4, out_of=5))
    assert "Cookies" not in review.text
    assert LONG.strip() in review.text


def test_ranking_gives_a_film_a_heading() -> None:
    items = "".join(f"<h3>{place}) Film {place}</h3><p>{LONG}</p>" for place in range(6, 0, -1))
    found = read_page("any_page", page(f"<article><h1>The best films</h1>{items}</article>"))
    assert [one.facts.title for one in found.extracts] == [f"Film {place}" for place in range(6, 0, -1)]
    assert all(len(one.reviews) == 1 for one in found.extracts)


def test_page_with_nothing_to_say_says_so() -> None:
    found = read_page("any_page", page("<nav><a>Home</a></nav>"))
    assert found.extracts == ()
    assert "nothing was taken" in found.remarks[0]


def test_real_ranking_and_articles(shared: Path) -> None:
    folder = shared / "data/html/misc"
    ranked = read_page("any_page", folder / "vox_best_films_2017.html")
    assert [one.facts.title for one in ranked.extracts][:2] == ["Star Wars: The Last Jedi", "Faces Places"]
    assert len(ranked.reviews) == 21
    assert {review.author for review in ranked.reviews} == {"Alissa Wilkinson"}
    wars = read_page("any_page", folder / "fandom_starwars.html")
    assert {"The Star Wars Special Editions Caused Controversy", "Why the Original Film Cuts Matter"} <= {
        fact.topic for fact in wars.trivia
    }
    assert not any("Latest Videos" in fact.text or "Tweet" in fact.text for fact in wars.trivia)
    news = read_page("any_page", folder / "reuters_parasite.html")
    assert any("upset winner" in fact.text for fact in news.trivia)
    assert not any("for-phone-only" in fact.text for fact in news.trivia)


def test_web_archive_is_read_as_the_page_in_it() -> None:
    archive = MIMEMultipart("related")
    archive["Snapshot-Content-Location"] = "https://www.imdb.com/title/tt7654321/"
    archive.attach(MIMEText(page(ld({"@type": "Movie", "name": "Die Bogenlampe – ä"})), "html", "utf-8"))
    archive.attach(MIMEText("body {}", "css"))
    raw = archive.as_bytes()
    document = Document.of_bytes("page.mhtml", raw)
    assert choose(document).reader.name == "imdb-page"
    facts = facts_of(read_page("imdb", raw))
    assert (facts.title, facts.ids) == ("Die Bogenlampe – ä", {"imdb": "tt7654321"})


def test_text_is_what_a_browser_shows() -> None:
    markup = (
        'One <b>bo</b>ld&nbsp;word<br>next<p title="a>b">Two\n lines</p><ul><li>x</li><li>y</li></ul>'
        "<script>no</script>"
    )
    assert paragraphs_of(markup) == "One bold word\nnext\n\nTwo lines\n\nx\ny"


def test_links_of_other_kinds_are_no_links() -> None:
    made = Page(Document.of_bytes("p.html", page("", url="https://example.org/a/").encode()))
    assert made.link("../b?q=1") == "https://example.org/b?q=1"
    for href in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://",
        "http://x/\x1b]0;",
        "data:text/html,x",
        "http://a b/",
    ):
        assert made.link(href) is None, href


@pytest.mark.parametrize(
    ("url", "title", "reader"),
    [
        ("https://www.imdb.com/title/tt1/", "", "imdb-page"),
        ("https://m.imdb.com/title/tt1/", "", "imdb-page"),
        ("https://www.rottentomatoes.com/m/x", "", "rotten-tomatoes"),
        ("https://letterboxd.com/film/x/", "", "letterboxd-page"),
        ("https://www.csfd.sk/film/1-x/", "", "csfd"),
        ("https://de.wikipedia.org/wiki/X", "", "wikipedia"),
        ("", "X – Wikipédia", "wikipedia"),
        ("https://example.org/imdb.com/title", "", "web-page"),
    ],
)
def test_pages_are_chosen_by_where_they_are_from(url: str, title: str, reader: str) -> None:
    document = Document.of_bytes("saved", page("<p>x</p>", url=url, title=title).encode())
    assert choose(document).reader.name == reader


WIKITEXT = """<mediawiki><page><title>The Lantern (1974 film)</title><revision><text>
{{Short description|x}}{{Infobox film
| name = The Lantern
| director = [[Ada Field|A. Field]]
| writer = {{ubl|[[Bo Reed]]|Di Roe, Jr.}}
| released = {{Film date|1974|05|02|Oslo|1975|01|01}}
| runtime = 97 minutes&lt;ref name="a"&gt;{{cite web|title=x}}&lt;/ref&gt;
| country = Norway
| language = Norwegian&lt;br /&gt;English
}}
'''''The Lantern''''' is a 1974 [[drama film|drama]].&lt;ref&gt;y&lt;/ref&gt;

==Plot==
A lamp{{snd}}goes out.

It is [[lit]] again.
==Cast==
* [[Cy Moss]] as Jack D. Keeper, a man
==Production==
===Filming===
[[File:Lamp.jpg|thumb|The [[lamp]]]]It was shot at night.
{| class="wikitable"
| a || b
|}
==References==
{{reflist}}
==External links==
* {{IMDb title|7654321}}
</text></revision></page></mediawiki>"""


def test_an_article_in_wiki_markup_gives_facts_plot_and_trivia() -> None:
    found = read_page("wikitext", WIKITEXT, "lantern.xml")
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.released, facts.runtime_minutes) == ("The Lantern", 1974, "1974-05-02", 97)
    assert (facts.directors, facts.writers) == (("A. Field",), ("Bo Reed", "Di Roe, Jr."))
    assert (facts.languages, facts.countries, facts.ids) == (("no", "en"), ("Norway",), {"imdb": "tt7654321"})
    assert (facts.synopsis, facts.plot) == ("The Lantern is a 1974 drama.", "A lamp – goes out.\n\nIt is lit again.")
    assert (facts.cast, facts.characters) == (("Cy Moss",), ("Jack D. Keeper",))
    assert [(fact.topic, fact.text) for fact in found.trivia] == [("Production: Filming", "It was shot at night.")]
    assert choose(Document.of_bytes("x.xml", WIKITEXT.encode())).reader.name == "wikitext"


def test_real_articles_in_wiki_markup_are_read_without_markup(shared: Path) -> None:
    expected = {
        "Army of Darkness.xml": ("Army of Darkness", 1992, 81, "tt0106308", "Sam Raimi"),
        "Barry Lyndon.xml": ("Barry Lyndon", 1975, 187, "tt0072684", "Stanley Kubrick"),
        "Batman (1966 film).xml": ("Batman", 1966, 104, "tt0060153", "Leslie H. Martinson"),
        "BlacKkKlansman.xml": ("BlacKkKlansman", 2018, 135, "tt7349662", "Spike Lee"),
        "Dr. Strangelove.xml": ("Dr. Strangelove", 1964, 94, "tt0057012", "Stanley Kubrick"),
        "Enter the Dragon.xml": ("Enter the Dragon", 1973, 102, "tt0070034", "Robert Clouse"),
    }
    for name, (title, year, runtime, imdb, director) in expected.items():
        found = read_page("wikitext", shared / "data/synopses/wikitext_xml" / name)
        facts = facts_of(found)
        assert (facts.title, facts.year, facts.runtime_minutes, facts.ids) == (title, year, runtime, {"imdb": imdb})
        assert (facts.directors, bool(facts.plot), len(found.trivia) > 10) == ((director,), True, True)
        texts = [facts.plot or "", facts.synopsis or "", *(fact.text for fact in found.trivia)]
        assert not [text for text in texts if any(mark in text for mark in ("{{", "}}", "[[", "]]", "<ref", "''"))], (
            name
        )


OPEN = "<!doctype html><html><head><title>X</title></head><body>"
HOSTILE = {
    "nested elements": OPEN + "<div>" * 200_000,
    "nested elements, closed again in comments": OPEN + "<div><!--</div>-->" * 120_000,
    "misnested elements": OPEN + "".join(f"<b x={number}><p>" for number in range(8000)),
    "attributes": OPEN + "<a " + " ".join(f"a{number}=1" for number in range(100_000)) + ">",
}
HARMLESS = {
    "deep JSON": OPEN + '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
    "one long line": OPEN + "a " * 600_000,
    "a long attribute": OPEN + '<a title="' + "x" * 3_000_000 + '">',
    "marks that never close": OPEN + "<" * 500_000 + "<!--" * 100_000,
    "unclosed scripts": OPEN + "<script>" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_documents_that_ask_for_too_much_are_refused(name: str) -> None:
    with pytest.raises(HostileDocumentError, match=r"evil\.html"):
        read_apart(Document.of_bytes("evil.html", HOSTILE[name].encode()))


@pytest.mark.parametrize("name", HARMLESS)
def test_odd_documents_are_read_or_refused_quickly(name: str) -> None:
    read_bounded("odd.html", HARMLESS[name])
