"""Pages of no known site: microdata, RDFa, labelled values, bylines, encodings."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating

PROSE = (
    "The harbour in this film is made of letters, and so is its plot, which unfolds slowly and with great care.",
    "Ada Field directs her actors as if they were boats: she lets them drift, and then she pulls the rope tight.",
    "By the end the water has taken the ink, and what is left is a sheet so white that nobody wanted to leave.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)


def test_microdata_is_read_as_the_data_of_a_film_with_its_reviews() -> None:
    found = read_page(
        "any_page",
        page(
            '<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">Бумажная гавань</h1>'
            '<span itemprop="alternativeHeadline">Paper Harbour</span><table>'
            "<tr><td>год</td><td><a>1987</a></td></tr><tr><td>страна</td><td><a>Германия</a>, <a>США</a></td></tr>"
            '<tr><td>режиссер</td><td itemprop="director"><a>Ада Филд</a></td></tr>'
            "<tr><td>сценарий</td><td>Сай Мосс</td></tr><tr><td>слоган</td><td>«Всё сложено»</td></tr></table>"
            '<span itemprop="genre"><a>драма</a>, <a>криминал</a></span><meta itemprop="duration" content="PT118M">'
            '<ul><li itemprop="actors"><a>Ди Роуэн</a></li><li itemprop="actors"><a>Илай Стоун</a></li></ul>'
            '<div itemprop="description">Таможенник находит лодки.</div>'
            '<span itemprop="aggregateRating" itemscope><meta itemprop="ratingValue" content="7,4">'
            '<meta itemprop="bestRating" content="10"><meta itemprop="ratingCount" content="1 234"></span>'
            '<div itemprop="reviews" itemscope itemtype="http://schema.org/Review"><a itemprop="name">соль</a>'
            '<meta itemprop="author" content="соль"><meta itemprop="datePublished" content="2011-05-17">'
            '<p itemprop="headline">Письма</p><span itemprop="reviewBody">Смотрел.<br><br>И плакал.</span></div></div>',
            url="https://www.films.example.co.uk/99901",
            title="Бумажная гавань (1987)",
        ),
    )
    facts = facts_of(found)
    assert (facts.title, facts.original_title, facts.year) == ("Бумажная гавань", "Paper Harbour", 1987)
    assert (facts.directors, facts.writers, facts.genres) == (("Ада Филд",), ("Сай Мосс",), ("драма", "криминал"))
    assert facts.cast == ("Ди Роуэн", "Илай Стоун")
    assert (facts.countries, facts.runtime_minutes, facts.tagline) == (("Германия", "США"), 118, "Всё сложено")
    assert facts.ratings == (Rating(value=7.4, out_of=10, by="example", votes=1234),)
    (review,) = found.reviews
    assert (review.author, review.headline, review.date) == ("соль", "Письма", "2011-05-17")
    assert review.text == "Смотрел.\n\nИ плакал."


def test_a_review_in_microdata_keeps_its_paragraphs_and_only_its_own_text() -> None:
    found = read_page(
        "any_page",
        page(
            '<article itemscope itemtype="https://schema.org/Review"><h1 itemprop="name">A harbour of letters</h1>'
            '<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Movie"><i itemprop="name">'
            "Paper Harbour"
            '</i><meta itemprop="dateCreated" content="1987"></div><b itemprop="author" itemscope>'
            '<i itemprop="name">Ivo Kell</i></b><div itemprop="reviewRating" itemscope><i itemprop="ratingValue">3</i>'
            f'<meta itemprop="bestRating" content="4"></div><div itemprop="reviewBody">{PARAGRAPHS}</div></article>'
        ),
    )
    assert (facts_of(found).title, facts_of(found).year) == ("Paper Harbour", 1987)
    (review,) = found.reviews
    assert (review.author, review.headline, review.rating) == (
        "Ivo Kell",
        "A harbour of letters",
        Rating(value=3, out_of=4),
    )
    assert review.text == "\n\n".join(PROSE)


def test_rdfa_and_labels_without_cells_in_chinese() -> None:
    body = (
        '<h1><span property="v:itemreviewed">纸港 Paper Harbour</span> <span>(1987)</span></h1><div id="info">'
        '<span><span class="pl">导演</span>: <a rel="v:directedBy">艾达·菲尔德</a></span><br>'
        '<span><span class="pl">编剧</span>: <a>赛·莫斯</a></span><br>'
        '<span class="pl">类型:</span> <span property="v:genre">剧情</span> / <span property="v:genre">犯罪</span><br>'
        '<span class="pl">制片国家/地区:</span> 西德 / 美国<br><span class="pl">语言:</span> 德語<br>'
        '<span class="pl">片长:</span> <span property="v:runtime">118分钟</span><br>IMDb: tt0099901<br></div>'
        '<strong property="v:average">7.4</strong><i property="v:best" content="10"></i><i property="v:votes">1234</i>'
        '<p property="v:summary">海关职员发现小船。</p><div class="comment-item"><span class="comment-info"><a>盐</a>'
        '<b class="allstar40"></b><i class="comment-time">2011-05-17</i></span><p class="short">看了两遍。</p></div>'
    )
    text = page(body, url="https://movies.example/99901", title="纸港 (网)").replace(
        "<head>", '<head><meta charset="gb2312">'
    )
    found = read_page("any_page", text.encode("gb18030"))
    facts = facts_of(found)
    assert (facts.title, facts.original_title, facts.year) == ("纸港", "Paper Harbour", 1987)
    assert (facts.directors, facts.writers, facts.genres) == (("艾达·菲尔德",), ("赛·莫斯",), ("剧情", "犯罪"))
    assert (facts.countries, facts.languages, facts.runtime_minutes) == (("西德", "美国"), ("de",), 118)
    assert (facts.synopsis, facts.ids) == ("海关职员发现小船。", {"imdb": "tt0099901"})
    (review,) = found.reviews
    assert (review.author, review.rating, review.text) == ("盐", Rating(value=4, out_of=5), "看了两遍。")


def test_a_cinemas_page_is_known_by_its_labels_alone() -> None:
    found = read_page(
        "any_page",
        page(
            '<nav>Home</nav><main><h1>Paper Harbour</h1><p class="lead">A clerk finds boats made of letters, and he '
            "begins to answer them.</p><dl><dt>Director</dt><dd>Ada Field</dd><dt>Cast</dt><dd>Dee Rowan, Eli "
            "Stone</dd>"
            "<dt>Year</dt><dd>1987</dd><dt>Running time</dt><dd>118 min</dd><dt>Certificate</dt><dd>12A</dd>"
            "</dl></main>"
        ),
    )
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.directors) == ("Paper Harbour", 1987, ("Ada Field",))
    assert (facts.cast, facts.runtime_minutes, facts.certificate) == (("Dee Rowan", "Eli Stone"), 118, "12A")
    assert facts.synopsis == "A clerk finds boats made of letters, and he begins to answer them."


def test_two_labels_do_not_make_a_film() -> None:
    found = read_page(
        "any_page",
        page(f"<article><h1>Our theatre</h1><dl><dt>Director</dt><dd>Jo</dd></dl>{PARAGRAPHS}</article>"),
    )
    assert not any(extract.facts.directors for extract in found.extracts)


def test_author_and_date_that_only_stand_under_the_heading() -> None:
    body = f'<div class="entry-content">{PARAGRAPHS}</div>'
    for byline in (
        '<a rel="author">Ivo Kell</a> <time class="entry-date" datetime="2021-05-17T08:00">May</time>',
        '<p class="byline">By Ivo Kell, May 17, 2021</p>',
    ):
        found = read_page(
            "any_page", page(f"<article><h1>Movie Review: Paper Harbour (1987)</h1>{byline}{body}</article>")
        )
        (review,) = found.reviews
        assert (review.author, review.date) == ("Ivo Kell", "2021-05-17")


@pytest.mark.parametrize(
    ("declared", "encoding", "name"),
    [
        ("Shift_JIS", "cp932", "紙の港①"),
        ("EUC-KR", "cp949", "종이 항구 똠"),
        ("gb2312", "gb18030", "纸港之夜囍"),
        ("windows-1250", "cp1250", "Papírový přístav"),
        ("iso-8859-2", "iso8859_2", "Łódki z listów"),
        ("utf-16", "utf-16", "紙の港"),
    ],
)
def test_pages_in_old_encodings(declared: str, encoding: str, name: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    body = f'<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">{name}</h1></div>'
    assert facts_of(read_page("any_page", page(body, head=head).encode(encoding))).title == name


def test_an_encoding_declared_late_or_only_by_the_language() -> None:
    body = '<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">Papírový přístav</h1></div>'
    late = page(body, head=f"<script>{'var a = 1; ' * 700}</script><meta charset='windows-1250'>")
    told = page(body).replace("<html>", '<html lang="cs">')
    for text in (late, told):
        assert facts_of(read_page("any_page", text.encode("cp1250"))).title == "Papírový přístav"


def test_one_broken_byte_does_not_spoil_a_page_in_its_declared_encoding() -> None:
    body = '<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">Papírový přístav</h1></div>'
    raw = page(body + "<p>" + "loďka " * 200, head="<meta charset='windows-1250'>").encode("cp1250") + b"\x81"
    assert facts_of(read_page("any_page", raw)).title == "Papírový přístav"


def test_roles_that_hold_who_plays_them() -> None:
    data = (
        '{"@type":"Movie","name":"Paper Harbour","actor":[{"@type":"PerformanceRole","characterName":"Clerk",'
        '"actor":{"@type":"Person","name":"Dee Rowan"}}]}'
    )
    facts = facts_of(read_page("any_page", page("", head=f'<script type="application/ld+json">{data}</script>')))
    assert (facts.cast, facts.characters) == (("Dee Rowan",), ("Clerk",))


@pytest.mark.parametrize(
    ("heading", "film"),
    [
        ("Crítica de «Puerto de papel»: letras", "Puerto de papel"),
        ("Critique : Le Port de papier, d’Ada Field", "Le Port de papier"),
        ("Papierowy port – recenzja filmu", "Papierowy port"),
        ("RECENZE: Papírový přístav – dopisy", "Papírový přístav"),
    ],
)
def test_the_film_that_a_reviews_heading_names(heading: str, film: str) -> None:
    assert facts_of(read_page("any_page", page(f"<article><h1>{heading}</h1>{PARAGRAPHS}</article>"))).title == film


def test_numbered_facts_about_one_film_are_no_list_of_films() -> None:
    facts = "".join(f"<h2>{place}. A heading of a fact</h2><p>{PROSE[0]}</p>" for place in range(1, 7))
    found = read_page("any_page", page(f"<article><h1>6 things to know about Paper Harbour</h1>{facts}</article>"))
    assert len(found.extracts) == 1
