"""Generations of IMDb's and Rotten Tomatoes' pages that the real examples do not hold: 2012, 2018, 2025, 2026."""

from __future__ import annotations

import json

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating
from tui.readers.html.imdb_reviews import count

IMDB = "https://www.imdb.com/title/tt0099901/"
TOMATO = "https://www.rottentomatoes.com/m/paper_harbour"


def test_imdb_in_another_language_is_read_by_its_marks() -> None:
    row = '<li data-testid="{}"><span class="ipc-metadata-list-item__label">{}</span><div {}>{}</div></li>'
    body = 'class="ipc-metadata-list-item__content-container"'
    found = read_page(
        "imdb",
        page(
            '<h1 data-testid="hero__pageTitle">Hafen</h1><div>Originaltitel: Paper Harbour</div><ul></ul>'
            + row.format("title-details-origin", "Herkunftsland", body, '<a href="?country_of_origin=DE">BRD</a>')
            + row.format("storyline-taglines", "Schlagzeilen", body, "Jedes Boot faltet sich.")
            + row.format("title-dyk-goofs", "Patzer", 'class="ipc-html-content-inner-div"', "Die Uhr steht."),
            url=IMDB,
            title="Hafen (1987) - IMDb",
        ),
    )
    facts = facts_of(found)
    assert (facts.original_title, facts.countries, facts.tagline) == (
        "Paper Harbour", ("BRD",), "Jedes Boot faltet sich.",
    )  # fmt: skip
    assert [(one.topic, one.text) for one in found.trivia] == [("Goofs", "Die Uhr steht.")]


def test_imdb_reference_view_of_2018() -> None:
    facts = facts_of(
        read_page(
            "imdb",
            page(
                '<div class="titlereference-header"><h3 itemprop="name">Hafen <span>(1987)</span></h3> Paper Harbour '
                '<span class="titlereference-original-title-label">(original title)</span><ul><li>PG-13</li>'
                '<li>1h 58min</li><li><a href="/genre/Drama">Drama</a></li></ul>'
                '<span class="ipl-rating-star__rating">7.4</span>'
                '<span class="ipl-rating-star__total-votes">(12,345)</span></div>'
                '<section class="titlereference-section-overview"><div>A clerk finds boats.</div>'
                '<div class="titlereference-overview-section">Director:<ul><li><a href="/name/nm1/">Ada Field</a></li>'
                '</ul></div></section><table><tr><td class="ipl-zebra-list__label">Taglines</td><td>Every ship folds.'
                "</td></tr></table>",
                url=IMDB + "reference",
                title="Hafen (1987) - Reference View - IMDb",
            ),
        )
    )
    assert (facts.title, facts.original_title, facts.year) == ("Hafen", "Paper Harbour", 1987)
    assert (facts.certificate, facts.runtime_minutes, facts.genres) == ("PG-13", 118, ("Drama",))
    assert (facts.directors, facts.synopsis, facts.tagline) == (
        ("Ada Field",), "A clerk finds boats.", "Every ship folds.",
    )  # fmt: skip
    assert facts.ratings == (Rating(value=7.4, out_of=10, by="imdb", votes=12345),)


def test_rotten_tomatoes_of_2026_takes_exact_votes_roles_and_american_dates() -> None:
    found = read_page(
        "rotten_tomatoes",
        page(
            '<script id="media-scorecard-json" type="application/json">{"criticsScore":{"score":"84","ratingCount":62},'
            '"audienceScore":{"score":"71","likedCount":3000,"notLikedCount":2120,"reviewCount":9}}</script>'
            '<a data-qa="person-item"><p class="name">Ada Field</p><p class="role">Director</p></a>'
            '<a data-qa="person-item"><p class="name">Dee Rowan</p><p class="role">Clerk</p></a>'
            '<review-card-critic><rt-link slot="name">Ivo Kell</rt-link><span slot="timestamp">03/04/2010</span>'
            '<span slot="review">It floats.</span><rt-link slot="review-link" href="https://t.example/r">Go</rt-link>'
            "</review-card-critic>",
            url=TOMATO,
            title="Paper Harbour | Rotten Tomatoes",
        ),
    )
    facts = facts_of(found)
    assert set(facts.ratings) == {
        Rating(value=84, out_of=100, by="tomatometer", votes=62),
        Rating(value=71, out_of=100, by="rt-audience", votes=5120),
    }
    assert (facts.cast, facts.characters) == (("Dee Rowan",), ("Clerk",))
    assert (found.reviews[0].date, found.reviews[0].link) == ("2010-03-04", "https://t.example/r")


def test_rotten_tomatoes_of_2012() -> None:
    found = read_page(
        "rotten_tomatoes",
        page(
            '<h1 class="movie_title"><span itemprop="name">Paper Harbour (1987)</span></h1>'
            '<span id="all-critics-meter" class="meter fresh numeric">84</span>'
            '<p class="critic_stats">Reviews Counted: <span>62</span></p><span class="meter popcorn numeric">71</span>'
            '<p class="critic_stats">User Ratings: 5,120</p><p id="movieSynopsis">A clerk finds boats. '
            '<a id="movieSynopsisMore">$(Read More)</a></p><ul id="cast-info"><li itemprop="actors">'
            '<span itemprop="name">Dee Rowan</span> <span class="characters">as Clerk</span></li></ul>'
            '<ul><li class="quote_bubble"><div class="reviewsnippet"><p>It floats.</p></div><div class="criticinfo">'
            '<strong><a href="/critic/ivo">Ivo Kell</a></strong><em>Tidal Post</em></div></li></ul>',
            url=TOMATO + "/",
            title="Paper Harbour - Rotten Tomatoes",
        ),
    )
    facts = facts_of(found)
    assert (facts.year, facts.synopsis, facts.cast) == (1987, "A clerk finds boats.", ("Dee Rowan",))
    assert {(one.by, one.value, one.votes) for one in facts.ratings} == {
        ("tomatometer", 84, 62), ("rt-audience", 71, 5120),
    }  # fmt: skip
    assert [(one.author, one.publication, one.text) for one in found.reviews] == [
        ("Ivo Kell", "Tidal Post", "It floats.")
    ]


def test_reviews_behind_a_button_are_told() -> None:
    found = read_page(
        "rotten_tomatoes",
        page(
            '<div class="audience-review-row"><a data-qa="review-name">Dana R</a><p data-qa="review-text">Cried.</p>'
            '</div><rt-button data-qa="load-more-btn">Load More</rt-button>',
            url=TOMATO + "/reviews?type=user",
            title="Paper Harbour - Movie Reviews | Rotten Tomatoes",
        ),
    )
    assert len(found.reviews) == 1
    assert any("Load more" in one for one in found.remarks)


def test_rotten_tomatoes_viewers_of_2016_give_stars_as_signs() -> None:
    row = (
        '<div class="review_table_row"><a class="articleLink">Dana R</a><span class="fl">'
        '<span class="glyphicon glyphicon-star"></span><span class="glyphicon glyphicon-star"></span>½</span>'
        '<span class="fr small subtle">July 1, 2016</span><div class="user_review">Cried over a boat.</div></div>'
    )
    found = read_page("rotten_tomatoes", page(row, url=TOMATO + "/reviews/?type=user", title="Paper Harbour"))
    (review,) = found.reviews
    assert (review.author, review.date, review.text) == ("Dana R", "2016-07-01", "Cried over a boat.")
    assert review.rating == Rating(value=2.5, out_of=5)


def test_rotten_tomatoes_critics_of_2018_on_one_page_of_several() -> None:
    row = (
        '<span class="pageInfo">Page 1 of 4</span><div class="review_table_row"><div class="critic_name">'
        '<a class="articleLink">Ivo Kell</a> <a><em class="subtle">Tidal Post</em></a></div>'
        '<div class="the_review">It floats.</div></div>'
    )
    found = read_page("rotten_tomatoes", page(row, url=TOMATO + "/reviews/", title="Paper Harbour - Rotten Tomatoes"))
    assert [(one.author, one.publication) for one in found.reviews] == [("Ivo Kell", "Tidal Post")]
    assert any("page 1 of 4" in one for one in found.remarks)


def test_votes_are_shortened_in_every_language() -> None:
    for said, votes in (("12 mil", 12000), ("1.2K", 1200), ("3 Mio.", 3_000_000), ("12.345", 12345), ("x", 0)):
        assert count(said) == votes


def test_critics_on_a_film_page_keep_their_own_score_though_the_data_says_fresh() -> None:
    def said(author: str, text: str) -> dict[str, object]:
        fresh = {"bestRating": "1", "worstRating": "-1", "ratingValue": 1}
        return {"@type": "Review", "author": {"name": author}, "reviewBody": text, "reviewRating": fresh}

    film = {"@type": "Movie", "name": "The Quarry", "review": [said("Ida Ray", "It digs."), said("NA", "It rests.")]}
    cards = "".join(
        f'<li class="quote_bubble"><blockquote><p>{text}</p><div>Sep 2, 2016 {score}| '
        f'<a href="https://post.example" target="_blank">Full Review</a></div></blockquote></li>'
        for text, score in (("It rests.", ""), ("It digs.", "| Rating: 3/4 "))
    )
    body = f'<script type="application/ld+json">{json.dumps(film)}</script><ul>{cards}</ul>'
    first, second = read_page("rotten_tomatoes", page(body, url="https://www.rottentomatoes.com/m/quarry")).reviews
    assert (first.author, first.rating and (first.rating.value, first.rating.out_of)) == ("Ida Ray", (3, 4))
    assert (second.author, second.rating and second.rating.written) == (None, "fresh")


def test_head_of_imdb_in_2021_says_each_value_twice() -> None:
    def twice(link: str, value: str) -> str:
        return f'<li><a href="/title/tt0000007/{link}">{value}</a><span>{value}</span></li>'

    body = f"""<div><h1 data-testid="hero-title-block__title">La Carrière</h1><div>
      <ul data-testid="hero-title-block__metadata">{twice("releaseinfo", "1974")}
      {twice("parentalguide/certificates", "Tous publics")}<li>1<!-- -->h<!-- --> <!-- -->38<!-- -->min</li></ul>
      </div></div>"""
    head = page(body, url="https://www.imdb.com/title/tt0000007/", title="La Carrière (1974) - IMDb")
    facts = facts_of(read_page("imdb", head))
    assert (facts.certificate, facts.runtime_minutes) == ("Tous publics", 98)


def test_wikipedia_headings_of_2012_begin_with_a_link_to_edit_them() -> None:
    def heading(text: str) -> str:
        return f'<h2><span class="editsection">[<a>Bearbeiten</a>]</span> <span class="mw-headline">{text}</span></h2>'

    body = f"""<h1 id="firstHeading">Der Steinbruch</h1><div id="bodyContent">
      <table class="infobox"><tr><td>Regie</td><td>Ada Field</td></tr></table><p>Ein Film.</p>
      {heading("Handlung")}<p>Ein Stein fällt.</p>{heading("Hintergrund")}<p>Er war aus Pappe.</p>
      {heading("Weblinks")}<ul><li>Der Steinbruch in der IMDb</li></ul></div>"""
    found = read_page("wikipedia", page(body, url="http://de.wikipedia.org/wiki/Der_Steinbruch"))
    assert facts_of(found).plot == "Ein Stein fällt."
    assert [(fact.topic, fact.text) for fact in found.trivia] == [("Hintergrund", "Er war aus Pappe.")]


def test_day_of_a_csfd_review_is_no_part_of_its_text() -> None:
    body = """<h1>Lom</h1><article class="article-review"><a class="user-title-name">Můra</a>
      <span class="stars stars-4"></span><div class="comment"><span data-film-review-content>Padá kámen.</span>
      <span><time>(6.5.2009)</time></span></div></article>"""
    (review,) = read_page("csfd", page(body, url="https://www.csfd.cz/film/7-lom/recenze/")).reviews
    assert (review.author, review.text, review.date) == ("Můra", "Padá kámen.", "2009-05-06")


def test_place_for_a_warning_around_a_letterboxd_review_warns_of_nothing() -> None:
    def card(inside: str) -> str:
        text = '<div class="body-text js-review-body"><p>It digs.</p></div>'
        return f'<article class="production-viewing"><div class="js-spoiler-container">{inside}{text}</div></article>'

    warning = '<div class="contains-spoilers"><p>This review may contain spoilers.</p></div>'
    body = '<div id="content">' + card("") + card(warning) + "</div>"
    head = '<meta property="og:title" content="Quarry (1974)"><meta property="og:type" content="video.movie">'
    found = read_page("letterboxd", page(body, url="https://letterboxd.com/film/quarry/", head=head))
    assert [(one.text, one.spoiler) for one in found.reviews] == [("It digs.", False), ("It digs.", True)]


@pytest.mark.parametrize("number", [",", "9" * 5000])
def test_counts_that_are_none_stop_no_reader(number: str) -> None:
    board = f'<score-board tomatometerscore="88"><a slot="critics-count">{number} Reviews</a></score-board>'
    tomatoes = read_page("rotten_tomatoes", page(board, url=TOMATO, title="Paper Harbour - Rotten Tomatoes"))
    assert facts_of(tomatoes).ratings == (Rating(value=88, out_of=100, by="tomatometer"),)
    votes = f'<i class="ipc-voting__label__count--up">{number}</i><i class="ipc-voting__label__count--down">1</i>'
    card = f'<div data-testid="item-id"><div data-testid="item-html"><div>It folds.</div></div>{votes}</div>'
    (fact,) = read_page("imdb", page(card, url=f"{IMDB}trivia/", title="Paper Harbour (1987) - Trivia")).trivia
    assert fact.helpful in {None, (0, 1)}
    listed = f'<ul><li class="posteritem" data-owner-rating="{number}" data-film-slug="pear"><img alt="Pear"></li></ul>'
    (film,) = read_page("letterboxd", page(listed, url="https://letterboxd.com/eel/list/pears/")).extracts
    assert film.facts.ratings == ()
    assert count("1.2.3K") == 0


def test_what_is_pressed_in_a_card_is_no_part_of_its_text() -> None:
    drawer = (
        '<drawer-more slot="review"><span slot="content">{}</span><rt-link slot="ctaOpen">See More</rt-link>'
        "</drawer-more>"
    )
    cards = (
        f'<review-card><rt-link slot="name">Ivo Kell</rt-link><rt-link slot="publication">Salt Weekly</rt-link>'
        f"{drawer.format('It floats.')}</review-card>"
        f'<review-card><rt-link slot="name">Dee</rt-link>{drawer.format("It sinks.")}</review-card>'
    )
    found = read_page("rotten_tomatoes", page(cards, url=f"{TOMATO}/reviews", title="Paper Harbour - Movie Reviews"))
    assert [one.text for one in found.reviews] == ["It floats.", "It sinks."]


def test_imdb_title_of_2022_saved_without_its_scripts() -> None:
    def known(part: str, text: str) -> str:
        return (
            f'<ul><li><a class="ipc-metadata-list-item__label" href="/title/tt0093001/{part}/?ref_=x">Wissenswertes</a>'
            f'<div><div class="ipc-html-content-inner-div">{text}</div></div></li></ul>'
        )

    body = (
        '<h1 data-testid="hero__pageTitle">Paper Harbour</h1><a href="/title/tt0093001/criticreviews/"><span '
        'class="score"><span class="score-meta">79</span></span> Metascore</a>'
        f'<section data-testid="DidYouKnow">{known("trivia", "Every boat was folded twice.")}'
        f"{known('quotes', '<p>Clerk: Fold.</p><p>Ada: No.</p>')}</section>"
        '<section data-testid="UserReviews"><div><div class="card"><div data-testid="review-featured-header"><span '
        'class="review-rating">8<span class="ipc-rating-star--maxRating">/<!-- -->10</span></span></div>'
        '<span data-testid="review-summary">Folded</span><div class="ipc-html-content-inner-div">It floats.</div></div>'
        '<div data-testid="reviews-author"><a data-testid="author-link" href="/user/ur1/">tern</a>'
        '<ul><li class="review-date">Jan 4, 2021</li></ul></div></div></section>'
    )
    found = read_page("imdb", page(body, url="https://www.imdb.com/title/tt0093001/", title="Paper Harbour - IMDb"))
    assert facts_of(found).ratings == (Rating(value=79, out_of=100, by="metascore"),)
    assert [(fact.topic, fact.text) for fact in found.trivia] == [
        ("Trivia", "Every boat was folded twice."),
        ("Quotes", "Clerk: Fold.\nAda: No."),
    ]
    (review,) = found.reviews
    assert (review.author, review.headline, review.text, review.date) == ("tern", "Folded", "It floats.", "2021-01-04")
    assert review.rating == Rating(value=8, out_of=10)


def test_a_title_without_an_address_is_that_whose_parts_it_links_to() -> None:
    parts = "".join(f'<a href="/title/tt0093001/{part}">See all</a>' for part in ("trivia", "reviews", "keywords"))
    body = f'<h1 class="header">Paper Harbour (1987)</h1>{parts}<a href="/title/tt0011111/trivia">Another</a>'
    found = read_page("imdb", page(body, title="Paper Harbour (1987) - IMDb"))
    assert (facts_of(found).title, facts_of(found).ids) == ("Paper Harbour", {"imdb": "tt0093001"})
