"""Layouts of other years: IMDb of 2014 and 2024, Letterboxd and Rotten Tomatoes of 2025, ČSFD of 2016."""

from __future__ import annotations

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Rating

IMDB = "https://www.imdb.com/title/tt0099901/"
BOXD = "https://letterboxd.com/film/paper-harbour/"
TOMATO = "https://www.rottentomatoes.com/m/paper_harbour"
CSFD = "https://www.csfd.cz/film/99901-papirovy-pristav/"


def test_imdb_title_of_2014_with_star_box_and_original_title() -> None:
    found = read_page(
        "imdb",
        page(
            '<h1 class="header"><span itemprop="name">Paper Harbour</span> (<a>1987</a>)<br><span class="title-extra">'
            '"Hafen aus Papier" <i>(original title)</i></span></h1><div class="star-box giga-star">'
            '<div class="star-box-giga-star">7.4</div><div class="star-box-details" itemprop="aggregateRating" '
            "itemscope>"
            '<span itemprop="ratingValue">7.4</span>/<span itemprop="bestRating">10</span> from '
            '<span itemprop="ratingCount">12,345</span> users Metascore: <a href="criticreviews">71/100</a></div></div>'
            '<div id="titleUserReviewsTeaser"><div class="user-comments"><strong itemprop="name">At sea</strong>'
            '<p itemprop="reviewBody">I wept.</p></div><div class="yn">22 of 30 people found this helpful</div></div>',
            url=IMDB,
            title="Paper Harbour (1987) - IMDb",
        ),
    )
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.original_title) == ("Paper Harbour", 1987, "Hafen aus Papier")
    assert set(facts.ratings) == {
        Rating(value=7.4, out_of=10, by="imdb", votes=12345),
        Rating(value=71, out_of=100, by="metascore"),
    }
    assert found.reviews[0].helpful == (22, 30)


def test_imdb_pages_behind_a_title_are_named_by_the_film_not_by_the_part() -> None:
    for part, name in (("reviews", "IMDb user reviews"), ("criticreviews", "Critic Reviews"), ("synopsis", "Synopsis")):
        facts = facts_of(read_page("imdb", page("<p></p>", url=IMDB + part, title=f"Paper Harbour (1987) - {name}")))
        assert (facts.title, facts.year) == ("Paper Harbour", 1987)


def test_imdb_hero_of_2024_without_its_data() -> None:
    facts = facts_of(
        read_page(
            "imdb",
            page(
                '<h1 data-testid="hero__pageTitle">Paper Harbour</h1><div>Original title: Hafen aus Papier</div>'
                '<ul><li><a>1987</a></li><li><a href="/title/tt0099901/parentalguide/certificates">PG-13</a></li>'
                '<li>1h 58m</li></ul><div><div data-testid="hero-rating-bar__aggregate-rating__score"><b>7.4</b>'
                "/10</div>"
                '<div>12K</div></div><div data-testid="interests"><span class="ipc-chip__text">Drama</span></div>',
                url=IMDB,
                title="Paper Harbour (1987) - IMDb",
            ),
        )
    )
    assert (facts.original_title, facts.certificate, facts.runtime_minutes) == ("Hafen aus Papier", "PG-13", 118)
    assert (facts.genres, facts.ratings) == (("Drama",), (Rating(value=7.4, out_of=10, by="imdb", votes=12000),))


def test_imdb_critics_and_trivia_on_cards() -> None:
    found = read_page(
        "imdb",
        page(
            '<li class="ipc-metadata-list-summary-item"><div>90</div><span class="ipc-metadata-list-summary-item__t">'
            'Tidal Post</span><span class="ipc-metadata-list-summary-item__li">Ivo Kell</span>'
            '<div class="ipc-html-content-inner-div">It floats.</div></li>',
            url=IMDB + "criticreviews/",
        ),
    )
    (review,) = found.reviews
    assert (review.author, review.publication) == ("Ivo Kell", "Tidal Post")
    assert review.rating == Rating(value=90, out_of=100, by="metascore")
    found = read_page(
        "imdb",
        page(
            '<div data-testid="item-id"><div data-testid="item-html"><div class="ipc-html-content-inner-div">'
            "Folded.</div>"
            '</div><i class="ipc-voting__label__count--up">14</i><i class="ipc-voting__label__count--down">1</i></div>',
            url=IMDB + "trivia/",
        ),
    )
    assert [(fact.text, fact.helpful) for fact in found.trivia] == [("Folded.", (14, 15))]


def test_letterboxd_film_of_2025() -> None:
    card = (
        '<article class="production-viewing"><strong class="displayname">{}</strong>{}<div class="js-review">'
        "{}</div></article>"
    )
    body = '<div class="body-text js-review-body"><p>{}</p></div>'
    found = read_page(
        "letterboxd",
        page(
            '<h1>Paper Harbour</h1><h2 class="originalname"><em>Hafen aus Papier</em></h2><div id="tab-panel-crew"><h3>'
            '<span class="crewrole -full">Original Writer</span></h3><div><a>Cy Moss</a></div></div>'
            '<div id="tab-panel-details"><h3>Primary Language</h3><div><a>German</a></div><h3>Spoken '
            "Languages</h3><div>"
            "<a>German</a><a>English</a></div><h3>Alternative Titles</h3><div>Puerto de papel, Le port</div></div>"
            + card.format("salt", '<svg aria-label="★★★½"></svg>', body.format("Wept."))
            + card.format(
                "dry",
                "",
                '<div class="js-spoiler-container"><p>This review may contain spoilers.</p>'
                + body.format("He drowns.")
                + "</div>",
            ),
            url=BOXD,
            head='<meta property="og:type" content="video.movie"><meta property="og:title" content="Paper '
            'Harbour (1987)">',
        ),
    )
    facts = facts_of(found)
    assert (facts.original_title, facts.writers, facts.languages) == ("Hafen aus Papier", ("Cy Moss",), ("de", "en"))
    assert facts.other_titles == ("Puerto de papel", "Le port")
    assert [(one.author, one.text, one.spoiler) for one in found.reviews] == [
        ("salt", "Wept.", False),
        ("dry", "He drowns.", True),
    ]
    assert found.reviews[0].rating == Rating(value=3.5, out_of=5, written=found.reviews[0].rating.written)  # type: ignore[union-attr]


def test_letterboxd_review_whose_data_was_not_saved() -> None:
    head = '<meta property="og:title" content="A ★★★½ review of Paper Harbour (1987)">'
    url = "https://letterboxd.com/salt/film/paper-harbour/"
    body = '<article class="production-viewing"><b class="displayname">salt</b>{}</article>'
    found = read_page(
        "letterboxd", page(body.format('<div class="js-review-body"><p>Wept.</p></div>'), url=url, head=head)
    )
    facts = facts_of(found)
    assert (facts.title, facts.year, facts.ids) == ("Paper Harbour", 1987, {"letterboxd": "paper-harbour"})
    assert [(one.author, one.text) for one in found.reviews] == [("salt", "Wept.")]
    hidden = read_page("letterboxd", page(body.format('<div class="js-review-body"></div>'), url=url, head=head))
    assert not hidden.reviews and "not in the page" in hidden.remarks[0]  # noqa: PT018


def test_rotten_tomatoes_of_2022_and_2025() -> None:
    found = read_page(
        "rotten_tomatoes",
        page(
            '<score-board audiencescore="77" tomatometerscore="84"><h1>Paper Harbour</h1><p slot="info">1987, '
            "Drama, 1h 58m"
            '</p><a slot="critics-count">31 Reviews</a><a slot="audience-count">1,000+ Ratings</a></score-board>'
            '<span data-qa="critics-consensus">It folds.</span> <review-speech-balloon reviewquote="It floats." '
            'scorestate="fresh" createdate="March 3, 2001" originalscore="4/5"><b slot="name">Ivo Kell</b>'
            "</review-speech-balloon>",
            url=TOMATO,
            title="Paper Harbour - Rotten Tomatoes",
        ),
    )
    facts = facts_of(found)
    assert (facts.year, facts.runtime_minutes) == (1987, 118)
    assert {(one.by, one.value, one.votes) for one in facts.ratings} == {
        ("tomatometer", 84, 31),
        ("rt-audience", 77, 1000),
    }
    (review,) = found.reviews
    assert (review.author, review.date, review.rating) == ("Ivo Kell", "2001-03-03", Rating(value=4, out_of=5))
    found = read_page(
        "rotten_tomatoes",
        page(
            '<script type="application/json">{"media":{"title":"Paper Harbour","releaseYear":"1987"}}</script>'
            '<review-card><rt-link slot="name">Ivo Kell</rt-link><rt-link slot="publication">Tidal Post</rt-link>'
            '<span slot="rating"><score-icon-critics sentiment="POSITIVE"></score-icon-critics>4/5</span>'
            '<span slot="timestamp">Mar 3, 2001</span><drawer-more slot="review"><span slot="content">It floats.</span>'
            '</drawer-more></review-card><review-card><rt-link slot="name">Salt</rt-link>'
            '<rating-stars-group score="3.5"></rating-stars-group><div slot="review">I wept.</div></review-card>',
            url=TOMATO + "/reviews/all-critics",
            title="Paper Harbour | Reviews | Rotten Tomatoes",
        ),
    )
    assert (facts_of(found).title, facts_of(found).year) == ("Paper Harbour", 1987)
    critic, viewer = found.reviews
    assert (critic.author, critic.publication, critic.date) == ("Ivo Kell", "Tidal Post", "2001-03-03")
    assert (critic.rating, viewer.rating) == (Rating(value=4, out_of=5), Rating(value=3.5, out_of=5))
    assert (viewer.author, viewer.text) == ("Salt", "I wept.")


def test_csfd_trivia_as_articles_and_the_pages_of_2016() -> None:
    found = read_page(
        "csfd",
        page(
            '<h2>Zajímavosti (3)</h2><article class="article-trivia"><p>Lodičky skládal štáb.</p> <span class="author">'
            '(<a>sůl</a>)</span></article><article class="article-trivia"><span class="spoiler">Loďka neshořela.</span>'
            " (<a>sůl</a>)</article>",
            url=CSFD + "zajimavosti/",
            title="Papírový přístav (1987) - Zajímavosti | ČSFD.cz",
        ),
    )
    assert [(one.text, one.spoiler) for one in found.trivia] == [
        ("Lodičky skládal štáb.", False),
        ("Loďka neshořela.", True),
    ]
    assert "3 pieces of trivia" in found.remarks[0]
    found = read_page(
        "csfd",
        page(
            '<h1>Papírový přístav</h1><ul class="names"><li><h3>Hafen aus Papier</h3></li></ul><p class="genre">'
            "Drama / Krimi"
            '</p><p class="origin">Západní Německo / USA, 1987, 118 min</p><div id="rating"><h2 class="average">'
            "71%</h2>"
            '</div><div id="plots"><ul><li><div>Úředník nachází lodičky.<span class="source">(T)</span></div></li></ul>'
            '</div><ul class="ui-posts-list"><li id="comment-1"><h5 class="author"><a>sůl</a></h5><img class="rating" '
            'alt="****"><p class="post">Dvakrát.<span class="date">(17.5.2011)</span></p></li></ul>',
            url=CSFD,
            title="Papírový přístav (1987) | ČSFD.cz",
        ),
    )
    facts = facts_of(found)
    assert (facts.original_title, facts.genres) == ("Hafen aus Papier", ("Drama", "Krimi"))
    assert (facts.runtime_minutes, facts.synopsis) == (118, "Úředník nachází lodičky.")
    assert facts.ratings == (Rating(value=71, out_of=100, by="csfd"),)
    (review,) = found.reviews
    assert (review.author, review.text, review.date) == ("sůl", "Dvakrát.", "2011-05-17")
    assert review.rating == Rating(value=4, out_of=5)


def test_wikipedia_cast_that_fills_a_row_of_the_box() -> None:
    facts = facts_of(
        read_page(
            "wikipedia",
            page(
                '<h1 id="firstHeading">Papierhafen</h1><div class="mw-parser-output"><table class="infobox '
                'float-right">'
                "<tr><td>Regie</td><td>Ada Field</td></tr><tr><th colspan=2>Besetzung</th></tr><tr><td colspan=2><ul>"
                "<li>Dee Rowan: Hafenschreiber</li><li>Eli Stone: Kapitän Ottokar</li></ul></td></tr></table>"
                "<p>『紙の港』は、1987年の映画である。</p></div>",
                url="https://de.wikipedia.org/wiki/Papierhafen",
            ),
        )
    )
    assert (facts.cast, facts.characters) == (("Dee Rowan", "Eli Stone"), ("Hafenschreiber", "Kapitän Ottokar"))
    assert facts.year == 1987


def test_imdb_release_info_and_credits_of_other_years() -> None:
    item = '<li data-testid="list-item"><b class="ipc-metadata-list-item__label">{}</b>{}</li>'
    value = '<i class="ipc-metadata-list-item__list-content-item">{}</i>'
    first = item.format("Germany", value.format("March 12, 1988"))
    facts = facts_of(
        read_page(
            "imdb",
            page(
                f'<div data-testid="sub-section-releases">{first}</div><div data-testid="sub-section-akas">'
                f"{item.format('(original title)', value.format('Hafen'))}"
                f"{item.format('France', value.format('Le port'))}</div>",
                url=IMDB + "releaseinfo/",
                title="Paper Harbour (1987) - Release info - IMDb",
            ),
        )
    )
    assert (facts.released, facts.original_title, facts.other_titles) == ("1988-03-12", "Hafen", ("Le port",))
    table = '<h4>{}</h4><table class="simpleCreditsTable"><tr><td class="name">{}</td></tr></table>'
    body = table.format("Directed by&nbsp;", "Ada Field") + table.format("Writing Credits <i>(WGA)</i>", "Cy Moss")
    facts = facts_of(read_page("imdb", page(body, url=IMDB + "fullcredits")))
    assert (facts.directors, facts.writers) == (("Ada Field",), ("Cy Moss",))


def test_imdb_critics_in_the_data_of_a_page() -> None:
    critic = '{"node":{"reviewer":"Ivo Kell","score":90,"site":"Tidal Post","quote":{"value":"It floats."}}}'
    data = (
        '{"props":{"pageProps":{"contentData":{"data":{"title":{"id":"tt0099901","titleText":{"text":"Paper Harbour"},'
        '"metacritic":{"metascore":{"score":71,"reviewCount":9},"reviews":{"edges":[' + critic + "]}}}}}}}}"
    )
    body = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    found = read_page("imdb", page(body, url=IMDB + "criticreviews/"))
    assert facts_of(found).ratings == (Rating(value=71, out_of=100, by="metascore", votes=9),)
    (review,) = found.reviews
    assert (review.author, review.publication, review.text) == ("Ivo Kell", "Tidal Post", "It floats.")


def test_letterboxd_reviews_of_a_member() -> None:
    card = (
        '<li class="film-detail"><h2><a href="/salt/film/{0}/">{1}</a> <small>{2}</small></h2><div class="body-text">'
    )
    body = card.format("ink", "Ink", 2009) + "<p>Blots.</p></div></li>" + card.format("tide", "Tide", 1999)
    found = read_page("letterboxd", page(body + "</div></li>", url="https://letterboxd.com/salt/films/reviews/"))
    assert [(one.facts.title, one.facts.year) for one in found.extracts] == [("Ink", 2009), ("Tide", 1999)]
    assert [(one.author, one.text) for one in found.reviews] == [("salt", "Blots.")]


def test_rotten_tomatoes_of_2015() -> None:
    found = read_page(
        "rotten_tomatoes",
        page(
            '<a id="tomato_meter_link"><b class="meter-value">84%</b></a><i itemprop="reviewCount ratingCount">31</i>'
            '<p class="critic_consensus">Critics Consensus: It folds.</p><table class="info"><tr><td>Rating:</td>'
            '<td itemprop="contentRating">PG-13</td></tr><tr><td>Genre:</td><td>Drama, Crime</td></tr>'
            "<tr><td>Directed By:</td><td>Ada Field</td></tr><tr><td>Written By:</td><td>Cy Moss</td></tr>"
            "<tr><td>Runtime:</td><td>118 min."
            "</td></tr></table>",
            url=TOMATO,
            title="Paper Harbour (1987) - Rotten Tomatoes",
        ),
    )
    facts = facts_of(found)
    assert (facts.directors, facts.writers, facts.genres) == (("Ada Field",), ("Cy Moss",), ("Drama", "Crime"))
    assert (facts.certificate, facts.runtime_minutes) == ("PG-13", 118)
    assert facts.ratings == (Rating(value=84, out_of=100, by="tomatometer", votes=31),)
    assert [fact.text for fact in found.trivia] == ["It folds."]
