"""Rotten Tomatoes, Letterboxd, ČSFD and Wikipedia, in small pages of the same shapes and in the real ones."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Plain, Rating


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_rotten_tomatoes_film_page() -> None:
    film = {
        "@type": "Movie", "name": "The Lantern", "contentRating": "PG", "genre": ["Drama"],
        "character": ["Keeper", None],
        "actors": [{"name": "Cy Moss"}], "director": [{"name": "Ada Field"}],
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": "91", "bestRating": "100",
        "worstRating": "0", "reviewCount": 3},
        "review": [{"@type": "Review", "reviewBody": "It glows.", "author": {"name": "Ida Ray"},
        "dateCreated": "2016-09-23T07:26:50-07:00",
                    "reviewRating": {"bestRating": "1", "worstRating": "-1", "ratingValue": 1},
                    "publisher": {"name": "The Post"}},
                   {"@type": "Review", "reviewBody": "It dims.", "author": {"name": "Jo Lee"},
                    "reviewRating": {"bestRating": "1", "worstRating": "-1", "ratingValue": -1}}],
    }  # fmt: skip
    body = f"""{ld(film)}<div id="movieSynopsis">A lamp goes out. ~ Bo Reed, Rovi</div>
      <ul><li class="meta-row"><div class="meta-label">In Theaters:</div><div class="meta-value">Sep 10, 1974</div></li>
      <li class="meta-row"><div class="meta-label">Runtime:</div><div class="meta-value">97 minutes</div></li></ul>
      <p class="mop-ratings-wrap__text--concensus">A lamp worth lighting.</p>
      <ul><li class="mop-audience-reviews__review-item"><span class="star-display">
      <span class="star-display__filled"></span>
      <span class="star-display__half"></span></span>
      <span class="mop-audience-reviews__review--duration">Oct 10, 2019</span>
      <div class="mop-audience-reviews__review--comment">Dim.</div>
      <span class="mop-audience-reviews__review--name">Moth</span></li></ul>"""
    head = '<meta property="og:title" content="The Lantern (1974)">'
    found = read_page("rotten_tomatoes", page(body, url="https://www.rottentomatoes.com/m/lantern", head=head))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.runtime_minutes, facts.released) == ("The Lantern", 1974, 97, "1974-09-10")
    assert (facts.synopsis, facts.certificate, facts.cast) == ("A lamp goes out.", "PG", ("Cy Moss",))
    assert facts.ratings == (Rating(value=91, out_of=100, votes=3, by="tomatometer"),)
    assert facts.ids == {"rottentomatoes": "lantern"}
    assert [fact.topic for fact in found.trivia] == ["Critics Consensus"]
    first, second, viewer = found.reviews
    assert (first.author, first.publication, first.date) == ("Ida Ray", "The Post", "2016-09-23")
    assert [(one.rating.value, one.rating.written) for one in (first, second) if one.rating] == [
        (1, "fresh"),
        (0, "rotten"),
    ]
    assert (viewer.author, viewer.rating, viewer.date) == ("Moth", Rating(value=1.5, out_of=5), "2019-10-10")
    assert found.remarks == ("The site counted 3 critics' reviews; this page quotes 2 of them",)


def test_rotten_tomatoes_scores_as_attributes_and_browse_pages() -> None:
    body = '<score-board tomatometerscore="88" audiencescore="70"></score-board>'
    head = '<meta property="og:title" content="The Lantern (1974)">'
    facts = facts_of(
        read_page("rotten_tomatoes", page(body, url="https://www.rottentomatoes.com/m/lantern", head=head))
    )
    assert {rating.by: rating.value for rating in facts.ratings} == {"tomatometer": 88, "rt-audience": 70}
    listed = {"@type": "ItemList", "itemListElement": {"@type": "ItemList", "itemListElement": [
        {"@type": "Movie", "name": "One", "url": "https://www.rottentomatoes.com/m/one"},
        {"@type": "Movie", "name": "Two"}]}}  # fmt: skip
    found = read_page("rotten_tomatoes", page(ld(listed), url="https://www.rottentomatoes.com/browse/x"))
    assert [one.facts.title for one in found.extracts] == ["One", "Two"]
    assert found.extracts[0].facts.ids == {"rottentomatoes": "one"}


def test_real_rotten_tomatoes_pages(shared: Path) -> None:
    folder = shared / "data/html/rottentomatoes"
    for name, score, votes in (("shawshank_2019-07.html", 91, 885203), ("shawshank_2020-01.html", 90, 885688)):
        found = read_page("rotten_tomatoes", folder / name)
        facts = facts_of(found)
        assert (facts.title, facts.year, facts.runtime_minutes) == ("The Shawshank Redemption", 1994, 142)
        assert [(one.by, one.value, one.votes) for one in facts.ratings][1] == ("rt-audience", 98, votes)
        assert facts.ratings[0].value == score
        assert len(found.reviews) == 28
        critics = [review for review in found.reviews if review.publication is not None]
        assert len(critics) == 24
        own = [one for one in critics if one.rating is not None and one.rating.out_of != 1]
        assert len(own) == (folder / name).read_text("utf-8").count("| Rating: ")
    chart = read_page("rotten_tomatoes", folder / "top100_horror_2020.html")
    assert len(chart.extracts) == 100
    first = chart.extracts[0].facts
    assert (first.title, first.year, first.ids) == ("Us", 2019, {"rottentomatoes": "us_2019"})
    assert first.ratings == (Rating(value=93, out_of=100, votes=547, by="tomatometer"),)
    assert all(one.facts.year for one in chart.extracts)


LETTERBOXD_LD = """<script type="application/ld+json">
/* <![CDATA[ */
{"@type":"Movie","name":"The Lantern","url":"https://letterboxd.com/film/the-lantern/","dateCreated":"2012-01-01",
"releasedEvent":[{"@type":"PublicationEvent","startDate":"1974"}],"director":[{"name":"Ada &amp; Bo Field"}],
"actors":[{"name":"Cy Moss"}],"genre":["Drama"],"countryOfOrigin":[{"name":"Norway"}],
"aggregateRating":{"@type":"aggregateRating","bestRating":5,"worstRating":0,"ratingValue":3.86,"ratingCount":1200}}
/* ]]> */
</script>"""


def test_letterboxd_film_page_with_reviews() -> None:
    body = f"""{LETTERBOXD_LD}<h4 class="tagline">Stay lit</h4><div class="truncate"><p>A lamp goes out.</p></div>
      <p class="text-link text-footer">97&nbsp;mins More at <a href="http://www.imdb.com/title/tt7654321/maindetails"
      data-track-action="IMDb">IMDb</a> <a href="https://www.themoviedb.org/movie/123/"
      data-track-action="TMDB">TMDB</a></p>
      <article class="production-viewing" data-person="moth"><strong class="displayname">Moth</strong>
      <span class="rating rated-7">★★★½</span><div class="body-text"><p>Warm.</p><p>Soft.</p></div></article>
      <article class="production-viewing"><strong class="displayname">Bat</strong><div class="body-text">
      <p class="contains-spoilers">This review may contain spoilers.</p><p>She leaves.</p></div></article>"""
    head = '<meta property="og:title" content="The Lantern (1974)"><meta property="og:type" content="video.movie">'
    found = read_page("letterboxd", page(body, url="https://letterboxd.com/film/the-lantern/", head=head))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.synopsis, facts.tagline) == (
        "The Lantern",
        1974,
        "A lamp goes out.",
        "Stay lit",
    )
    assert (facts.directors, facts.runtime_minutes, facts.released) == (("Ada & Bo Field",), 97, None)
    assert facts.ids == {"letterboxd": "the-lantern", "imdb": "tt7654321", "tmdb": "123"}
    assert facts.ratings == (Rating(value=3.86, out_of=5, votes=1200, by="letterboxd"),)
    first, second = found.reviews
    assert (first.author, first.text, first.rating) == (
        "Moth",
        "Warm.\n\nSoft.",
        Rating(value=3.5, out_of=5, written=Plain("★★★½")),
    )
    assert (second.text, second.spoiler, first.spoiler) == ("She leaves.", True, False)


def test_letterboxd_review_page() -> None:
    said = {
        "@type": "Review", "author": [{"@type": "Person", "name": "Moth"}], "datePublished": "2024-02-03",
        "reviewRating": {"ratingValue": 4, "bestRating": 5}, "reviewBody": "Warm.",
        "itemReviewed": {"@type": "Movie", "name": "The Lantern", "dateCreated": "1974",
                         "sameAs": "https://letterboxd.com/film/the-lantern/"},
    }  # fmt: skip
    found = read_page("letterboxd", page(ld(said), url="https://letterboxd.com/moth/film/the-lantern/"))
    assert (facts_of(found).title, facts_of(found).year, facts_of(found).ids) == (
        "The Lantern",
        1974,
        {"letterboxd": "the-lantern"},
    )
    (review,) = found.reviews
    assert (review.author, review.text, review.rating, review.date) == (
        "Moth",
        "Warm.",
        Rating(value=4, out_of=5),
        "2024-02-03",
    )


def test_real_letterboxd_pages(shared: Path) -> None:
    folder = shared / "data/html/letterboxd"
    listed = read_page("letterboxd", folder / "popular_list.html")
    assert len(listed.extracts) == 100
    first = listed.extracts[0].facts
    assert (first.title, first.ids) == (
        "Spider-Man: Across the Spider-Verse",
        {"letterboxd": "spider-man-across-the-spider-verse"},
    )
    assert first.ratings == (Rating(value=4.5, out_of=5, by="letterboxd:dave"),)
    report = read_page("letterboxd", folder / "pd187_all_reviews.html")
    assert len(report.reviews) == 1494
    assert {review.author for review in report.reviews} == {"pd187"}


def test_csfd_film_page() -> None:
    body = """<div class="film-header-name"><h1>Lampa</h1></div><ul class="film-names"><li>The Lantern <a>více</a>
    </li><li>Lampáš</li></ul>
      <div class="genres"><a>Drama</a> <span class="bullet"></span> <a>Krimi</a></div>
      <div class="origin">Norsko / Dánsko <span class="bullet"></span> <span>1974 <span class="bullet">
      </span> </span>97 min</div>
      <div class="film-rating-average">72%</div><div class="creators"><div><h4>Režie:</h4>
      <a href="/tvurce/1/">Ada Field</a></div>
      <div><h4>Hrají:</h4><a href="/tvurce/2/">Cy Moss</a></div><div><h4>Kamera:</h4>
      <a href="/tvurce/3/">Di Roe</a></div></div>
      <div class="plot-full"><p>Lampa zhasne. <em>(oficiální text distributora)</em></p></div>
      <h2>Recenze <span class="count">(503)</span></h2>
      <article class="article-review" id="review-1"><h3><a class="user-title-name" href="/uzivatel/1/">můra</a>
      <span class="stars stars-4"></span></h3><p><span data-film-review-content>Hezké.</span><time>26.03.2019</time></p>
      <a class="permanent-link" href="/film/1-lampa/recenze/?review=1"></a></article>
      <article class="article-review" id="review-2"><h3><a class="user-title-name">brouk</a>
      <span class="star-rating"><span class="trash">odpad!</span></span></h3>
      <span data-film-review-content>Ne.</span></article>
      <article class="article-trivia"><ul><li>Lampa byla skutečná. <span>(<a>můra</a>)</span></li></ul></article>"""
    found = read_page(
        "csfd", page(body, url="https://www.csfd.cz/film/1-lampa/prehled/", title="Lampa (1974) | ČSFD.cz")
    )
    facts = facts_of(found)
    assert (facts.title, facts.original_title, facts.other_titles) == ("Lampa", "The Lantern", ("Lampáš",))
    assert (facts.year, facts.runtime_minutes, facts.countries) == (1974, 97, ("Norsko", "Dánsko"))
    assert (facts.genres, facts.directors, facts.cast) == (("Drama", "Krimi"), ("Ada Field",), ("Cy Moss",))
    assert (facts.synopsis, facts.extra) == ("Lampa zhasne.", {"Kamera": "Di Roe"})
    assert facts.ratings == (Rating(value=72, out_of=100, by="csfd"),)
    first, second = found.reviews
    assert (first.author, first.rating, first.date) == ("můra", Rating(value=4, out_of=5), "2019-03-26")
    assert first.link == "https://www.csfd.cz/film/1-lampa/recenze/?review=1"
    assert second.rating is not None
    assert (second.rating.value, second.rating.written) == (0, "odpad!")
    assert [fact.text for fact in found.trivia] == ["Lampa byla skutečná."]
    assert found.remarks == ("The site had 503 reviews; this page holds 2 of them",)


def test_real_csfd_pages(shared: Path) -> None:
    folder = shared / "data/html/csfd_cz"
    found = read_page("csfd", folder / "movie1.html")
    facts = facts_of(found)
    assert (facts.title, facts.original_title, facts.year) == ("Na špatné straně", "Dragged Across Concrete", 2018)
    assert (facts.countries, facts.runtime_minutes, len(facts.cast)) == (("USA", "Kanada"), 159, 34)
    assert (len(found.reviews), len(found.trivia)) == (5, 3)
    old = facts_of(read_page("csfd", folder / "movie2.html"))
    assert (old.title, old.year, old.directors) == ("The Loan Shark", 1912, ("Otis Turner",))
    member = read_page("csfd", folder / "userReviews.html")
    assert len(member.reviews) == 10
    assert all(one.facts.year for one in member.extracts)
    assert {review.author for review in member.reviews} == {"verbal"}


ARTICLE = """<h1 id="firstHeading">{name}</h1><div id="mw-content-text"><div class="mw-parser-output">
<div class="hatnote">For the lamp, see Lamp.</div>
<table class="infobox"><tr><th colspan="2" class="infobox-above">The Lantern</th></tr>
<tr><th>{director}</th><td><a href="/wiki/A">Ada Field</a></td></tr>
<tr><th>{runtime}</th><td>97 min<sup class="reference">[1]</sup></td></tr>
<tr><th>{country}</th><td>Norge</td></tr></table>
<p><b>The Lantern</b> is a 1974 film.<sup class="reference"><a>[2]</a></sup></p>
<div id="toc">Contents</div>
{sections}
<table class="navbox"><tr><td>Films by Ada Field</td></tr></table></div></div>"""
OLD = '<h{n}><span class="mw-headline" id="x">{text}</span><span class="mw-editsection">[edit]</span></h{n}>'
NEW = '<div class="mw-heading"><h{n} id="x">{text}</h{n}><span class="mw-editsection">[<a>edit</a>]</span></div>'


def sections(shape: str, *parts: tuple[int, str, str]) -> str:
    return "".join(shape.format(n=n, text=text) + body for n, text, body in parts)


def test_wikipedia_article_in_both_heading_layouts() -> None:
    for shape in (OLD, NEW):
        told = sections(
            shape,
            (2, "Plot", "<p>A lamp goes out.</p><p>It is lit again.</p>"),
            (2, "Cast", "<ul><li><a>Cy Moss</a> as The Keeper, a lonely man</li></ul>"),
            (2, "Production", "<p>It was shot at night.<sup class='reference'>[3]</sup></p>"),
            (3, "Music", "<p>Bells were used.</p><ul><li>A bell</li></ul>"),
            (2, "References", "<ol class='references'><li>A book.</li></ol>"),
            (
                2,
                "External links",
                "<ul><li><a href='https://www.imdb.com/title/tt7654321/'>The Lantern</a> at IMDb</li></ul>",
            ),
        )
        text = ARTICLE.format(
            name="The Lantern (1974 film)",
            director="Directed by",
            runtime="Running time",
            country="Country",
            sections=told,
        )
        found = read_page("wikipedia", page(text, url="https://en.wikipedia.org/wiki/The_Lantern_(1974_film)"))
        facts = facts_of(found)
        assert (facts.title, facts.year, facts.ids) == ("The Lantern", 1974, {"imdb": "tt7654321"})
        assert (facts.directors, facts.runtime_minutes, facts.cast, facts.characters) == (
            ("Ada Field",),
            97,
            ("Cy Moss",),
            ("The Keeper",),
        )
        assert (facts.synopsis, facts.plot) == ("The Lantern is a 1974 film.", "A lamp goes out.\n\nIt is lit again.")
        assert [(fact.topic, fact.text) for fact in found.trivia] == [
            ("Production", "It was shot at night."), ("Production: Music",
            "Bells were used."), ("Production: Music", "A bell"),
        ]  # fmt: skip


def test_wikipedia_articles_of_other_editions() -> None:
    for director, runtime, country, plot, reception, references in (
        ("Regie", "Länge", "Produktionsland", "Handlung", "Kritik", "Einzelnachweise"),
        ("Réalisation", "Durée", "Pays de production", "Synopsis", "Accueil", "Notes et références"),
        ("Dirección", "Duración", "País", "Argumento", "Recepción", "Referencias"),
        ("Režie", "Délka", "Země původu", "Děj", "Ocenění", "Reference"),
        ("Reżyseria", "Czas trwania", "Kraj produkcji", "Fabuła", "Odbiór", "Przypisy"),
        ("監督", "上映時間", "製作国", "あらすじ", "評価", "脚注"),
        ("导演", "片长", "产地", "剧情", "评价", "参考资料"),
    ):
        told = sections(OLD, (2, plot, "<p>P.</p>"), (2, reception, "<p>R.</p>"), (2, references, "<p>X.</p>"))
        text = ARTICLE.format(name="Lampa", director=director, runtime=runtime, country=country, sections=told)
        found = read_page("wikipedia", page(text, title="Lampa – Wikipedia"))
        facts = facts_of(found)
        assert (facts.directors, facts.runtime_minutes, facts.countries) == (("Ada Field",), 97, ("Norge",)), director
        assert (facts.plot, [(fact.topic, fact.text) for fact in found.trivia]) == ("P.", [(reception, "R.")]), director


def test_real_wikipedia_list(shared: Path) -> None:
    found = read_page("wikipedia", shared / "data/html/misc/wikipedia_list_time_loops.html")
    assert len(found.extracts) == 72
    facts = {one.facts.title: one.facts for one in found.extracts}
    assert facts["Groundhog Day"].year == 1993  # type: ignore[index]
    assert all(one.facts.year for one in found.extracts)
    assert not any("[" in (one.facts.synopsis or "")[-4:] for one in found.extracts)


def test_wikipedia_credits_in_a_list_are_facts() -> None:
    told = sections(
        OLD, (2, "Fiche technique", "<ul><li>Titre original : The Lantern</li><li>Musique : Di Roe</li></ul>")
    )
    text = ARTICLE.format(name="Lampe", director="Réalisation", runtime="Durée", country="Pays", sections=told)
    found = read_page("wikipedia", page(text, title="Lampe — Wikipédia"))
    assert (facts_of(found).original_title, facts_of(found).extra["Musique"]) == ("The Lantern", "Di Roe")
    assert found.trivia == []


def test_rotten_tomatoes_page_of_2024() -> None:
    film = {"@type": "Movie", "name": "The Lantern", "director": [{"name": "Ada Field"}]}
    body = f"""{ld(film)}<media-scorecard><rt-text slot="criticsScore">92%</rt-text>
      <rt-text slot="audienceScore">95%</rt-text>
      <drawer-more slot="description"><rt-text slot="content">A lamp goes out.</rt-text></drawer-more></media-scorecard>
      <media-review-card-critic><rt-link slot="display-name">Ida Ray</rt-link>
      <rt-link slot="publication">The Post</rt-link><rt-text slot="review">It glows.</rt-text>
      <score-icon-critics sentiment="positive"></score-icon-critics></media-review-card-critic>
      <div class="category-wrap"><dt>Release Date (Theaters)</dt><dd>May 2, 1974, Wide</dd></div>
      <div class="category-wrap"><dt>Runtime</dt><dd>1h 37m</dd></div>"""
    head = '<meta property="og:title" content="The Lantern | Rotten Tomatoes">'
    found = read_page("rotten_tomatoes", page(body, url="https://www.rottentomatoes.com/m/lantern", head=head))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.released) == ("The Lantern", 1974, "1974-05-02")
    assert (facts.runtime_minutes, facts.synopsis) == (97, "A lamp goes out.")
    assert {rating.by: rating.value for rating in facts.ratings} == {"tomatometer": 92, "rt-audience": 95}
    (review,) = found.reviews
    assert (review.author, review.publication, review.text) == ("Ida Ray", "The Post", "It glows.")
    assert review.rating is not None
    assert review.rating.written == "fresh"


def test_rotten_tomatoes_reviews_page_keeps_the_critics_own_scale() -> None:
    body = """<div class="review-row"><a class="display-name">Ida Ray</a><a class="publication">The Post</a>
      <p class="review-text" data-qa="review-quote">It dims.</p><p class="original-score-and-url">
      <a class="full-url" href="https://post.example/a">Full Review</a> | Original Score: 2/5 | Jun 1, 2023</p></div>"""
    title = "The Lantern - Movie Reviews | Rotten Tomatoes"
    found = read_page(
        "rotten_tomatoes", page(body, url="https://www.rottentomatoes.com/m/lantern_2021/reviews", title=title)
    )
    assert (facts_of(found).title, facts_of(found).year) == ("The Lantern", 2021)
    (review,) = found.reviews
    assert (review.rating, review.date, review.link) == (
        Rating(value=2, out_of=5),
        "2023-06-01",
        "https://post.example/a",
    )
