"""Pages that list films in boxes, bullets and numbered headings."""

from __future__ import annotations

from tests.unit.readers.html.pages import page, read_page
from tui.models import Rating

_GUIDE = """<div class="row countdown-item"><a class="article_movie_poster" href="https://www.rottentomatoes.com/m/x"></a>
<div class="article_movie_title"><h2><a href="https://www.rottentomatoes.com/m/the_lantern">The Lantern</a>
<span class="subtle start-year">(1974)</span> <span class="tMeterScore">91%</span></h2></div>
<div class="countdown-index">#2</div><div class="info critics-consensus">
<span class="descriptor">Critics Consensus:</span>
Warm light.</div><div class="info synopsis"><span class="descriptor">Synopsis:</span> A lamp goes out.
<a href="https://www.rottentomatoes.com/m/the_lantern"> [More]</a></div><div class="info director">
<span class="descriptor">Directed By:</span> <a>Ada Field</a></div></div>"""
_TILE = """<div class="js-tile-link" data-qa="discovery-media-list-item"><a href="/m/moth_2021" slot="caption">
<score-pairs audiencescore="71" criticsscore="88"></score-pairs>
<span data-qa="discovery-media-list-item-title"> Moth </span><span>Streaming Mar 12, 2023</span></a></div>"""


def test_a_guide_gives_each_film_with_what_its_box_says() -> None:
    source = page(_GUIDE.replace("/m/x", "/m/the_lantern"), url="https://editorial.rottentomatoes.com/guide/lamps/")
    (film,) = read_page("rotten_tomatoes", source).extracts
    facts = film.facts
    assert (facts.title, facts.year, facts.synopsis, facts.directors) == (
        "The Lantern", 1974, "A lamp goes out.", ("Ada Field",)
    )  # fmt: skip
    assert facts.ratings == (Rating(value=91, out_of=100, by="tomatometer"),)
    assert [(one.topic, one.text) for one in film.trivia] == [("Critics Consensus", "Warm light.")]


def test_a_tile_gives_both_scores_and_no_year_but_the_one_of_its_address() -> None:
    source = page(_TILE + _TILE, url="https://www.rottentomatoes.com/browse/movies_at_home/")
    (film,) = read_page("rotten_tomatoes", source).extracts
    assert (film.facts.title, film.facts.year) == ("Moth", 2021)
    assert {one.by: one.value for one in film.facts.ratings} == {"tomatometer": 88, "rt-audience": 71}


def test_bullets_of_a_list_of_films_and_none_of_a_person() -> None:
    bullets = "".join(
        f"<li><i>Lamp {name}</i> (19{year}) – It burns.</li>" for name, year in zip("ABCDE", range(51, 56), strict=True)
    )
    body = f"<h1 id=firstHeading>{{}}</h1><div id=mw-content-text><h2>Fifties</h2><ul>{bullets}</ul>"
    body += "<h2>References</h2><ul><li><i>Lamps</i> (1960)</li></ul></div>"
    url = "https://en.wikipedia.org/wiki/X"
    listed = read_page("wikipedia", page(body.format("List of films about lamps"), url=url))
    assert [(one.facts.title, one.facts.year, one.facts.synopsis) for one in listed.extracts][:2] == [
        ("Lamp A", 1951, "It burns."),
        ("Lamp B", 1952, "It burns."),
    ]
    assert len(listed.extracts) == 5
    assert read_page("wikipedia", page(body.format("Ada Field"), url=url)).extracts == ()


def test_three_numbered_headings_are_a_ranking_where_the_title_says_films() -> None:
    told = "It burns for two hours, and nobody in the village asks for how much longer it is going to."
    ranked = "".join(f"<h3>{place}) <em>Lamp {place}</em></h3><p>{told}</p>" for place in (3, 2, 1))
    source = "<article><h1>The 3 best {} about lamps</h1><p>" + told + "</p>" + ranked + "</article>"
    films = read_page("any_page", page(source.format("films"), url="https://tidal.example/a"))
    songs = read_page("any_page", page(source.format("songs"), url="https://tidal.example/a"))
    assert [one.facts.title for one in films.extracts] == ["Lamp 3", "Lamp 2", "Lamp 1"]
    assert [one.facts.title for one in songs.extracts if (one.facts.title or "").startswith("Lamp")] == []


def test_what_an_agency_sets_under_its_article_is_no_part_of_it() -> None:
    told = "The village of the lamp opened its harbour to visitors on Sunday, for the {} time in forty years of fog."
    text = "".join(f"<p>{told.format(number)}</p>" for number in ("first", "second", "third", "fourth", "fifth"))
    closing = "<p>Our Standards: <a>The Lamp Principles.</a></p>"
    source = f"<article><h1>Harbour of “The Lantern” opens</h1>{text}{closing}</article>"
    found = read_page("any_page", page(source, url="https://agency.example/a"))
    assert len(found.trivia) == 5
    assert not any("Standards" in one.text for one in found.trivia)


def test_the_kind_of_a_film_is_no_part_of_its_title() -> None:
    body = '<div class="film-header-name"><h1>Lucerna <span class="type">(TV film)</span></h1></div>'
    source = page(body, url="https://www.csfd.cz/film/1234-lucerna/prehled/")
    assert [one.facts.title for one in read_page("csfd", source).extracts] == ["Lucerna"]


def test_headings_of_titles_with_their_years_are_a_ranking_too() -> None:
    told = "It burns for two hours, and nobody in the village asks for how much longer it is going to."
    films = "".join(f"<h2><em>Lamp {year}</em> ({year})</h2><p>{told}</p>" for year in (1951, 1974, 1990))
    source = f"<article><h1>The best films about lamps</h1><p>{told}</p>{films}</article>"
    found = read_page("any_page", page(source, url="https://tidal.example/a")).extracts
    assert [(one.facts.title, one.facts.year) for one in found] == [
        ("Lamp 1951", 1951),
        ("Lamp 1974", 1974),
        ("Lamp 1990", 1990),
    ]
    assert [review.text for review in found[1].reviews] == [told]


def test_tables_of_one_shape_are_one_list_and_a_mark_is_no_title() -> None:
    head = "<tr><th>Year</th><th>Title</th><th>Director</th></tr>"
    rows = [f"<tr><td>19{year}</td><td><i>Lamp {year}</i>†</td><td>Ada Field</td></tr>" for year in range(50, 56)]
    tables = "".join(f"<table>{head}{''.join(rows[at : at + 2])}</table>" for at in (0, 2, 4))
    source = page(
        f"<h1>List of films</h1><div id=mw-content-text>{tables}</div>", url="https://en.wikipedia.org/wiki/X"
    )
    found = [(one.facts.title, one.facts.year) for one in read_page("wikipedia", source).extracts]
    assert found == [(f"Lamp {year}", 1900 + year) for year in range(50, 56)]


def test_what_a_critic_wrote_goes_to_each_film() -> None:
    def said(film: str) -> str:
        body = f'"author": {{"name": "Ivo Kell"}}, "reviewBody": "On {film}."'
        return f'{{"@type": "Review", {body}, "itemReviewed": {{"@type": "Movie", "name": "{film}"}}}}'

    head = f'<script type="application/ld+json">[{said("Lamp")}, {said("Moth")}]</script>'
    for reader, url in (("rotten_tomatoes", "https://www.rottentomatoes.com/critics/x/movies"), ("any_page", "")):
        found = read_page(reader, page("<h1>Ivo Kell</h1>", url=url, head=head)).extracts
        assert [(one.facts.title, one.reviews[0].text) for one in found] == [("Lamp", "On Lamp."), ("Moth", "On Moth.")]


def _told(number: str) -> str:
    return f"The village of the lamp opened its harbour to visitors on Sunday, for the {number} time in forty years."


def test_links_to_other_articles_amid_an_article_neither_end_it_nor_are_part_of_it() -> None:
    before = "".join(f"<p>{_told(number)}</p>" for number in ("first", "second", "third"))
    between = '<ul><li><a href="/b">Fog on the coast again</a></li></ul>'
    heading = '<h2>Related Stories</h2><ul><li><a href="/c">Moths of the north</a></li></ul>'
    after = "".join(f"<p>{_told(number)}</p>" for number in ("fourth", "fifth"))
    head = '<meta property="og:type" content="article">'
    for links in (between, heading):
        body = f"<main><article><h1>Harbour of “The Lantern” opens</h1>{before}{links}{after}</article></main>"
        found = read_page("any_page", page(body, url="https://agency.example/a", head=head))
        assert [one.text for one in found.trivia] == [
            _told(number) for number in ("first", "second", "third", "fourth", "fifth")
        ]


def test_the_word_for_more_of_a_review_is_no_part_of_it() -> None:
    more = '<span class="span-more-small"><a class="more">(více)</a></span>'
    review = f'<span class="comment" data-film-review-content>Hoří.<br>Svítí. {more}</span>'
    body = (
        f'<h1>Lucerna</h1><article class="article-review"><a class="user-title-name">mol</a><p>{review}</p></article>'
    )
    found = read_page("csfd", page(body, url="https://www.csfd.cz/film/1234-lucerna/recenze/"))
    assert [(one.author, one.text) for one in found.reviews] == [("mol", "Hoří.\nSvítí.")]


def test_a_list_of_one_years_films_has_their_year_in_its_name() -> None:
    rows = "".join(f"<tr><td><i>Lamp {number}</i></td><td>Ada Field</td></tr>" for number in range(5))
    table = f"<table><tr><th>Title</th><th>Director</th></tr>{rows}</table>"
    for name, year in (("of 1974", 1974), ("of the 1970s", None), ("of 1970–1974", None)):
        body = f"<h1>List of northern films {name}</h1><div id=mw-content-text>{table}</div>"
        found = read_page("wikipedia", page(body, url="https://en.wikipedia.org/wiki/X")).extracts
        assert [one.facts.year for one in found] == [year] * 5


def test_a_film_page_without_data_names_its_director_in_its_heading() -> None:
    body = '<section id="featured-film-header"><h1>The Lantern</h1><p><a href="/films/year/1974/">1974</a> Directed by '
    body += '<a href="/director/ada-field/"><span>Ada Field</span></a></p></section>'
    source = page(body, url="https://letterboxd.com/film/the-lantern/", title="The Lantern (1974) • Letterboxd")
    assert read_page("letterboxd", source).extracts[0].facts.directors == ("Ada Field",)
