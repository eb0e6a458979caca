"""IMDb pages of every generation, in small pages of the same shapes and in the real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating

OLD_TITLE = """
<div id="tn15main"><div id="tn15title"><h1>The Lantern <span>(<a href="/year/1974/">1974</a>)</span></h1></div>
<div id="tn15content">
<div id="tn15rating"><div class="general"><div class="starbar-meta"><b>7.4/10</b>&nbsp;&nbsp;
  <a href="ratings" class="tn15more">1,234 votes</a></div></div></div>
<div class="info"><h5>Director:</h5><div class="info-content"><a href="/name/nm0000001/">Ada Field</a><br></div></div>
<div class="info"><h5>Writers (<a href="/wga">WGA</a>):</h5><div class="info-content">
  <a href="/name/nm0000002/">Bo Reed</a> (novel)<br><a href="fullcredits#writers">(more)</a></div></div>
<div class="info"><h5>Plot:</h5><div class="info-content">A lamp goes out.
  <a class="tn15more inline" href="plotsummary">Full summary</a>&nbsp;&raquo; |
  <a class="tn15more inline" href="synopsis">Full synopsis</a>&nbsp;&raquo;</div></div>
<div class="info"><h5>Runtime:</h5><div class="info-content">97 min </div></div>
<div class="info"><h5>Also Known As:</h5><div class="info-content">"Die Laterne" - West Germany<br>
  "La lanterne" - France <em>(French title)</em><br></div></div>
<div class="info"><h5>Certification:</h5><div class="info-content">Peru:14 | USA:PG <i>(certificate #1)</i></div></div>
<table class="cast"><tr><td class="nm"><a href="/name/nm3/">Cy Moss</a></td><td class="ddd"> ... </td>
  <td class="char"><a href="/character/ch1/">The Keeper</a> (as C. Moss)</td></tr></table>
<div class="info"><h5>Trivia:</h5><div class="info-content">The lamp was real.
  <a class="tn15more inline" href="trivia">See more</a>&nbsp;&raquo;</div></div>
<div class="comment"><div class="small">6 out of 9 people found the following review useful.</div>
<b>A glow</b>, 3 May 1999<br><div class="small">Author: <a href="/user/ur1/comments">lampgirl</a>
<small>from Oslo</small></div><p>Warm.<br><br>Very warm.</p></div>
</div></div>
"""

OLD_REVIEWS = """
<div id="tn15content"><hr>
<div><small>12 out of 15 people found the following review useful:</small><br>
<a href="/user/ur7/"><img class="avatar"></a><h2>Bright</h2><img alt="8/10"><br>
<b>Author:</b> <a href="/user/ur7/">wick</a> <small>from Riga</small><br><small>15 February 2014</small><br></div>
<p><b>*** This review may contain spoilers ***</b></p><p>The lamp stays lit.</p><div class="yn">Was this useful?</div>
<hr></div>
"""

REVIEWS_2020 = """
<h3 itemprop="name"><a href="/title/tt7654321/">The Lantern</a> <span class="nobr">(1974)</span></h3>
<div class="lister"><div class="header"><div><span>40 Reviews</span></div></div>
<div class="lister-item mode-detail imdb-user-review with-spoiler" data-vote-url="/title/tt7654321/review/rw12345/vote">
 <div class="review-container"><span class="rating-other-user-rating"><span>9</span>
 <span class="point-scale">/10</span></span>
 <a class="title" href="/review/rw12345/">Lit</a>
 <span class="display-name-link"><a href="/user/ur2/">moth</a></span><span class="review-date">4 February 2018</span>
 <span class="spoiler-warning">Warning: Spoilers</span>
 <div class="content"><div class="text show-more__control">It burns.<br><br>It dies.</div>
 <div class="actions text-muted">82 out of 98 found this helpful.</div></div></div></div>
<div class="lister-item mode-detail imdb-user-review"><div class="title">Closed</div>
 <div class="content"><div class="text show-more__control"></div></div></div></div>
"""

REVIEWS_2025 = """
<article class="user-review-item"><div data-testid="review-card-parent">
 <span class="ipc-rating-star--rating">7</span><div data-testid="review-summary"><h3>Glowing</h3></div>
 <div data-testid="review-overflow"><div class="ipc-html-content-inner-div">A slow film.</div></div>
 <span class="ipc-voting__label__count ipc-voting__label__count--up">1.2K</span>
 <span class="ipc-voting__label__count ipc-voting__label__count--down">300</span></div>
 <div data-testid="reviews-author"><a data-testid="author-link" href="/user/ur9/">flame</a>
 <li class="review-date">Jan 5, 2025</li></div></article>
<article class="user-review-item"><div data-testid="review-card-parent"><h3>Hidden</h3>
 <button class="review-spoiler-button" aria-label="Expand Spoiler">Spoiler</button></div></article>
"""


def test_reference_view_of_2012_gives_facts_trivia_and_its_review() -> None:
    found = read_page("imdb", page(OLD_TITLE, url="http://www.imdb.com/title/tt7654321/combined"))
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.ids) == ("The Lantern", 1974, {"imdb": "tt7654321"})
    assert facts.directors == ("Ada Field",)
    assert facts.writers == ("Bo Reed",)
    assert facts.synopsis == "A lamp goes out."
    assert facts.runtime_minutes == 97
    assert facts.other_titles == ("Die Laterne", "La lanterne")
    assert facts.certificate == "PG"
    assert (facts.cast, facts.characters) == (("Cy Moss",), ("The Keeper",))
    assert facts.ratings == (Rating(value=7.4, out_of=10, votes=1234, by="imdb"),)
    assert [(fact.topic, fact.text) for fact in found.trivia] == [("Trivia", "The lamp was real.")]
    (review,) = found.reviews
    assert (review.author, review.headline, review.date, review.helpful) == ("lampgirl", "A glow", "1999-05-03", (6, 9))
    assert review.text == "Warm.\n\nVery warm."


def test_reviews_page_until_2016() -> None:
    found = read_page("imdb", page(OLD_REVIEWS, url="http://www.imdb.com/title/tt7654321/reviews"))
    (review,) = found.reviews
    assert (review.author, review.headline, review.text) == ("wick", "Bright", "The lamp stays lit.")
    assert (review.rating, review.date, review.helpful) == (Rating(value=8, out_of=10), "2014-02-15", (12, 15))
    assert review.spoiler


def test_reviews_page_of_2020_flags_spoilers_and_names_what_is_collapsed() -> None:
    found = read_page("imdb", page(REVIEWS_2020, url="https://www.imdb.com/title/tt7654321/reviews"))
    (review,) = found.reviews
    assert (review.author, review.headline, review.text) == ("moth", "Lit", "It burns.\n\nIt dies.")
    assert (review.rating, review.helpful, review.spoiler) == (Rating(value=9, out_of=10), (82, 98), True)
    assert review.link == "https://www.imdb.com/review/rw12345/"
    assert any("1 review was collapsed" in remark for remark in found.remarks)
    assert any("40 reviews" in remark for remark in found.remarks)


def test_reviews_page_of_2025_counts_thumbs_and_names_the_hidden_spoiler() -> None:
    found = read_page("imdb", page(REVIEWS_2025, url="https://www.imdb.com/title/tt7654321/reviews/"))
    (review,) = found.reviews
    assert (review.author, review.headline, review.text) == ("flame", "Glowing", "A slow film.")
    assert (review.rating, review.date) == (Rating(value=7, out_of=10), "2025-01-05")
    assert review.helpful == (1200, 1500)
    assert any("collapsed" in remark for remark in found.remarks)


NEXT_TITLE = {
    "aboveTheFoldData": {
        "id": "tt7654321", "titleText": {"text": "Die Laterne"}, "originalTitleText": {"text": "The Lantern"},
        "releaseYear": {"year": 1974}, "runtime": {"seconds": 5820}, "certificate": {"rating": "PG"},
        "ratingsSummary": {"aggregateRating": 7.4, "voteCount": 99}, "metacritic": {"metascore": {"score": 81}},
        "genres": {"genres": [{"text": "Drama"}]}, "plot": {"plotText": {"plainText": "A lamp &amp; a moth."}},
    },
    "mainColumnData": {
        "cast": {"edges": [{"node": {"name": {"nameText": {"text": "Cy Moss"}}, "characters": [{"name": "Keeper"}]}}]},
        "directors": [{"category": {"text": "Directors"}, "credits": [{"name": {"nameText": {"text": "Ada Field"}}}]}],
        "spokenLanguages": {"spokenLanguages": [{"id": "no", "text": "Norwegian"}]},
        "trivia": {"edges": [{"node": {"text": {"plaidHtml": "It was <i>real</i>."}}}]},
        "connections": {"edges": [{"node": {"category": {"text": "Remade as"}, "associatedTitle": {
            "titleText": {"text": "Lamp"}, "releaseYear": {"year": 1990}}}}]},
        "featuredReviews": {"edges": [{"node": {
            "id": "rw55555", "author": {"nickName": "moth"}, "summary": {"originalText": "Lit"}, "authorRating": 8,
            "text": {"originalText": {"plaidHtml": "One.<br/><br/>Two."}}, "submissionDate": "2020-02-03",
            "helpfulness": {"upVotes": 3, "downVotes": 1}, "spoiler": True}}]},
    },
}  # fmt: skip


def next_page(properties: object, url: str) -> str:
    data = json.dumps({"props": {"pageProps": properties}})
    return page(f'<script id="__NEXT_DATA__" type="application/json">{data}</script>', url=url)


def test_data_of_a_title_page_since_2021() -> None:
    found = read_page("imdb", next_page(NEXT_TITLE, "https://www.imdb.com/title/tt7654321/"))
    facts = facts_of(found)
    assert (facts.title, facts.original_title, facts.year) == ("Die Laterne", "The Lantern", 1974)
    assert (facts.runtime_minutes, facts.languages, facts.synopsis) == (97, ("no",), "A lamp & a moth.")
    assert (facts.cast, facts.characters, facts.directors) == (("Cy Moss",), ("Keeper",), ("Ada Field",))
    assert {rating.by: rating.value for rating in facts.ratings} == {"imdb": 7.4, "metascore": 81}
    assert [(fact.topic, fact.text) for fact in found.trivia] == [
        ("Trivia", "It was real."), ("Connections", "Remade as Lamp (1990)"),
    ]  # fmt: skip
    (review,) = found.reviews
    assert (review.author, review.headline, review.text) == ("moth", "Lit", "One.\n\nTwo.")
    assert (review.spoiler, review.helpful, review.date) == (True, (3, 4), "2020-02-03")


@pytest.mark.parametrize(
    "said",
    [
        {"reviews": [{"review": {
            "reviewId": "rw9", "reviewText": "Fine.", "reviewSummary": "So", "authorRating": 6,
            "author": {"username": {"text": "moth"}}, "submissionDate": "2024-01-02", "spoiler": True,
            "helpfulnessVotes": {"upVotes": 2, "downVotes": 2}}}]},
        {"data": {"title": {"reviews": {"edges": [{"node": {
            "author": {"nickName": "moth"}, "text": {"originalText": {"plaidHtml": "Fine."}}, "authorRating": 6,
            "summary": {"originalText": "So"}, "submissionDate": "2024-01-02", "spoiler": True,
            "helpfulness": {"upVotes": 2, "downVotes": 2}}}]}}}},
    ],
)  # fmt: skip
def test_reviews_in_the_data_are_found_by_shape(said: dict[str, object]) -> None:
    url = "https://www.imdb.com/title/tt7654321/reviews/"
    found = read_page("imdb", next_page({"contentData": said}, url))
    (review,) = found.reviews
    assert (review.author, review.headline, review.text, review.spoiler) == ("moth", "So", "Fine.", True)
    assert (review.rating, review.date, review.helpful) == (Rating(value=6, out_of=10), "2024-01-02", (2, 4))


def test_trivia_in_the_data_keeps_category_votes_and_spoilers() -> None:
    said = {
        "entityMetadata": {"id": "tt7654321", "titleText": {"text": "The Lantern"}, "releaseYear": {"year": 1974}},
        "categories": [
            {"id": "uncategorized", "name": "Trivia", "section": {
                "items": [{"cardHtml": "Shot at <b>night</b>.", "userVotingProps": {"upVotes": 5, "downVotes": 1}}],
                "spoilers": [{"cardHtml": "She leaves."}]}},
        ],
    }  # fmt: skip
    found = read_page("imdb", next_page({"contentData": said}, "https://www.imdb.com/title/tt7654321/trivia/"))
    assert [(fact.text, fact.helpful, fact.spoiler) for fact in found.trivia] == [
        ("Shot at night.", (5, 6), False), ("She leaves.", None, True),
    ]  # fmt: skip
    assert facts_of(found).title == "The Lantern"


def test_trivia_page_of_2016_reads_votes_and_the_spoiler_list() -> None:
    body = """<div id="main"><h1 class="header">Trivia</h1><div class="list">
      <div class="soda odd"><div class="sodatext">Shot at night.</div><div class="did-you-know-actions">
      <a class="interesting-count-text">7 of 8 found this interesting</a></div></div></div>
      <div class="list"><a id="spoilers"></a><h4 class="li_group">Spoilers&nbsp;</h4>
      <div class="soda even"><div class="sodatext">She leaves.</div></div></div>
      <h2>See also</h2></div>"""
    found = read_page(
        "imdb", page(body, url="http://www.imdb.com/title/tt7654321/trivia", title="The Lantern (1974) - Trivia - IMDb")
    )
    assert [(fact.topic, fact.text, fact.spoiler, fact.helpful) for fact in found.trivia] == [
        ("Trivia", "Shot at night.", False, (7, 8)), ("Trivia", "She leaves.", True, None),
    ]  # fmt: skip
    assert (facts_of(found).title, facts_of(found).year) == ("The Lantern", 1974)


def test_plot_page_tells_summary_and_synopsis_apart() -> None:
    body = """<ul id="plot-summaries-content"><li><p>Short.</p><div class="author-container"><em>—<a
      href="/search/title?plot_author=Bo">Bo</a></em></div></li><li><p>Another.</p></li></ul>
      <ul id="plot-synopsis-content"><li>All of it.<br><br>To the end.</li></ul>"""
    facts = facts_of(read_page("imdb", page(body, url="http://www.imdb.com/title/tt7654321/plotsummary")))
    assert (facts.synopsis, facts.plot) == ("Short.", "All of it.\n\nTo the end.")
    assert facts.extra == {"summary 2": "Another."}


def test_critics_with_their_scores() -> None:
    body = """<div class="metascore"><span itemprop="ratingValue">73</span></div><table><tr itemprop="reviews">
      <td><span itemprop="ratingValue">90</span></td><td><a itemprop="url" href="http://example.org/r">
      <b itemprop="publisher"><span itemprop="name">The Post</span></b> <span itemprop="author">Ida Ray</span></a>
      <div itemprop="reviewbody">Bold.</div></td></tr></table>"""
    found = read_page("imdb", page(body, url="http://www.imdb.com/title/tt7654321/criticreviews"))
    (review,) = found.reviews
    assert (review.author, review.publication, review.text) == ("Ida Ray", "The Post", "Bold.")
    assert (review.link, review.rating) == ("http://example.org/r", Rating(value=90, out_of=100, by="metascore"))
    assert facts_of(found).ratings[0].value == 73


def test_charts_of_two_generations_list_titles() -> None:
    old = """<table class="chart"><tr><th>Rank & Title</th><th>IMDb Rating</th></tr><tr>
      <td class="titleColumn">1. <a href="/title/tt0000001/?ref=x">One Lamp</a>
      <span class="secondaryInfo">(1974)</span></td>
      <td class="ratingColumn"><strong title="9.2 based on 1,234 user ratings">9.2</strong></td></tr></table>"""
    new = """<ul><li class="ipc-metadata-list-summary-item"><a href="/title/tt0000001/"><h3>1. One Lamp</h3></a>
      <span>1974</span><span>1h 37m</span><span class="ipc-rating-star--rating">9.2</span></li></ul>"""
    for body in (old, new):
        found = read_page("imdb", page(body, url="https://www.imdb.com/chart/top"))
        facts = facts_of(found)
        assert (facts.title, facts.year, facts.ids) == ("One Lamp", 1974, {"imdb": "tt0000001"})
        assert (facts.ratings[0].value, facts.ratings[0].by) == (9.2, "imdb")
        assert found.remarks == ("An IMDb page that is not about one title; 1 titles that it lists were taken",)


REAL = {
    "imdb_2012/tt0095016.html": ("Die Hard", 1988, 131, 1, 5),
    "imdb_2012/tt0111161.html": ("The Shawshank Redemption", 1994, 142, 1, 5),
    "imdb_2012/tt1401252.html": ("Up Is Down", 1969, 5, 1, 0),
    "imdb_2016/tt0002186_index.html": ("The Flying Circus", 1912, 46, 1, 1),
    "imdb_2016/tt0112873_index.html": ("A Story About Love", 1995, 70, 1, 1),
    "imdb_2016/tt0133093_index.html": ("The Matrix", 1999, 136, 1, 6),
    "imdb_2016/tt0133093_criticreviews.html": ("The Matrix", 1999, None, 12, 0),
    "imdb_2016/tt0133093_keywords.html": ("The Matrix", 1999, None, 0, 0),
    "imdb_2016/tt0133093_releaseinfo.html": ("The Matrix", 1999, None, 0, 0),
    "imdb_2016/tt0133093_taglines.html": ("The Matrix", 1999, None, 0, 0),
    "imdb_2016/tt0133093_trivia.html": ("The Matrix", 1999, None, 0, 144),
    "imdb_2016/tt1072757_title.html": ("Septimus Heap: Magyk", None, None, 0, 0),
    "imdb_2020/avatar_5_apex.html": ("Avatar 5", 2025, None, 0, 1),
    "imdb_2020/avatar_5_plot.html": ("Avatar 5", 2025, None, 0, 0),
    "imdb_2020/avatar_5_reviews.html": ("Avatar 5", 2025, None, 0, 0),
    "imdb_2020/mv_series_title_2019.html": ("Futurama", 1999, 22, 1, 6),
    "imdb_2020/mv_shawshank_title.html": ("The Shawshank Redemption", 1994, 142, 1, 7),
    "imdb_2020/plotsummary.html": ("Die Hard", 1988, None, 0, 0),
    "imdb_2020/userreviews.html": ("Die Hard", 1988, None, 24, 0),
    "imdb_2022/tt0086425_title.html": ("Terms of Endearment", 1983, 132, 1, 5),
    "imdb_2022/tt0103639_title.html": ("Aladdin", 1992, 90, 1, 7),
    "imdb_2022/tt0114814_title.html": ("The Usual Suspects", 1995, 106, 1, 7),
    "imdb_2022/tt0133093_title.html": ("The Matrix", 1999, 136, 1, 7),
}


@pytest.mark.parametrize("name", REAL)
def test_real_pages_of_every_generation_are_read(shared: Path, name: str) -> None:
    found = read_page("imdb", shared / "data/html" / name)
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.runtime_minutes, len(found.reviews), len(found.trivia)) == REAL[name]
    assert facts.ids["imdb"].startswith("tt")


def test_real_trivia_page_flags_its_seven_spoilers(shared: Path) -> None:
    found = read_page("imdb", shared / "data/html/imdb_2016/tt0133093_trivia.html")
    assert sum(fact.spoiler for fact in found.trivia) == 7
    assert found.trivia[0].helpful == (739, 742)
    assert sum(fact.helpful is not None for fact in found.trivia) == 123  # the other 21 ask for a first vote


def test_real_reviews_page_holds_what_the_site_showed(shared: Path) -> None:
    found = read_page("imdb", shared / "data/html/imdb_2020/userreviews.html")
    assert sum(review.spoiler for review in found.reviews) == 10
    assert all(review.author and review.headline and review.date and review.helpful for review in found.reviews)
    assert found.reviews[0].author == "ivo-cobra8"
    assert found.remarks == ("The site had 764 reviews; this page holds 24 of them",)


def test_real_taglines_keywords_and_titles_are_kept(shared: Path) -> None:
    folder = shared / "data/html/imdb_2016"
    tagged = facts_of(read_page("imdb", folder / "tt0133093_taglines.html"))
    assert tagged.tagline == "Free your mind"
    assert tagged.extra["taglines"].count("\n") == 13
    words = facts_of(read_page("imdb", folder / "tt0133093_keywords.html")).extra["keywords"].split(", ")
    assert len(words) == 250
    elsewhere = facts_of(read_page("imdb", folder / "tt0133093_releaseinfo.html"))
    assert {"Матрица", "Fylkið", "La matrice"} <= set(elsewhere.other_titles)
    assert elsewhere.released == "1999-03-31"
