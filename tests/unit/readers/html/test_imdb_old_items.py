"""IMDb pages of items from before there were boxes around them, and warnings that reach over headings."""

from __future__ import annotations

from tests.unit.readers.html.pages import page, read_page
from tests.unit.readers.reading import Read


def _read(part: str, content: str) -> Read:
    heading = '<h1>Facts for<br><a class="main" href="/title/tt7654321/">The Lantern</a> <span>(1974)</span></h1>'
    body = f'<div id="tn15title">{heading}</div><div id="tn15content">{content}</div>'
    return read_page("imdb", page(body, url=f"http://www.imdb.com/title/tt7654321/{part}", title="The Lantern (1974)"))


def test_items_of_lists_are_taken_and_one_that_warns_is_flagged() -> None:
    found = _read(
        "goofs",
        '<ul class="trivia"><li><a name="gf1"></a><b>Continuity:</b> The wick grows.<br><br></li>'
        "<li><b>SPOILER:</b> <b>Continuity:</b> The drowned keeper blinks.</li></ul>"
        '<hr><div id="tn15bot_sub"><b>Related Links</b><p>You may report errors on this page.</p></div>',
    )
    assert [(one.text, one.spoiler) for one in found.trivia] == [
        ("Continuity: The wick grows.", False),
        ("SPOILER: Continuity: The drowned keeper blinks.", True),
    ]


def test_crazy_credits_in_typewriter_letters() -> None:
    found = _read("crazycredits", "<p>Jump to: trivia</p><ul><li><tt>No moth was hurt.</tt><br><br></li></ul>")
    assert [(one.topic, one.text) for one in found.trivia] == [("Crazy credits", "No moth was hurt.")]


def test_quotes_between_anchors_and_rules() -> None:
    found = _read(
        "quotes",
        '<a name="qt1"></a><b><a href="/name/nm3/">Keeper</a></b>:\nWho put it out?\n<br>\n'
        '<b>Moth</b>:\n[<i>low</i>]\nI.\n<br>\n<p class="linksoda">Link this quote</p><hr width="30%">'
        '<a name="qt2"></a><b>Keeper</b>:\nLight it again.\n<br>',
    )
    assert [one.text for one in found.trivia] == ["Keeper: Who put it out?\nMoth: [low] I.", "Keeper: Light it again."]


def test_votes_under_a_text_without_a_box_of_its_own() -> None:
    votes = '<div class="didyouknow-actions"><span class="small">14 of 15 found this interesting</span></div>'
    (one,) = _read("trivia", f'<div class="sodavote soda odd" id="tr1">The lamp was real.{votes}<br></div>').trivia
    assert (one.text, one.helpful) == ("The lamp was real.", (14, 15))


def test_a_list_of_spoilers_stays_one_under_its_own_headings() -> None:
    found = read_page(
        "imdb",
        page(
            '<div id="main"><h3 itemprop="name">The Lantern (1974)</h3><h4 class="li_group">Continuity&nbsp;</h4>'
            '<div class="soda"><div class="sodatext">The wick grows.</div></div><h4>Spoilers&nbsp;</h4>'
            "<h4>Revealing mistakes</h4>"
            '<div class="soda"><div class="sodatext">The drowned keeper blinks.</div></div></div>',
            url="https://www.imdb.com/title/tt7654321/goofs",
        ),
    )
    assert [(one.topic, one.spoiler) for one in found.trivia] == [("Continuity", False), ("Revealing mistakes", True)]


def test_a_review_that_nobody_has_judged_and_how_many_there_are() -> None:
    review = (
        '<div><a href="/user/ur7/"><img></a><h2>Dim</h2><b>Author:</b> <a href="/user/ur7/">wick</a><br>'
        "<small>15 February 2014</small></div><p>It flickers.</p><div class=yn>Useful?</div><hr>"
    )
    found = _read("usercomments", f"<table><tr><td><b>Index</b> 27 reviews in total</td></tr></table>{review}")
    (one,) = found.reviews
    assert (one.author, one.headline, one.date, one.helpful) == ("wick", "Dim", "2014-02-15", None)
    assert found.remarks == ("The site had 27 reviews; this page holds 1 of them",)


def _read_list(part: str, content: str) -> Read:
    head = '<div id="main"><h3 itemprop="name">The Lantern (1974)</h3>'
    return read_page("imdb", page(f"{head}{content}</div>", url=f"https://www.imdb.com/title/tt7654321/{part}"))


def test_a_guide_for_parents_leaves_its_votes_and_knows_its_spoilers() -> None:
    vote = '<li class="advisory-severity-vote ipl-zebra-list__item">12 of 20 found this mild</li>'
    item = '<li class="ipl-zebra-list__item">{}<div class="ipl-zebra-list__action-row"><a>Edit</a></div></li>'
    content = f"<section><h4>Violence</h4><ul>{vote}{item.format('A lamp falls.')}</ul></section><h4>Spoilers</h4>"
    found = _read_list("parentalguide", f"{content}<h4>Violence</h4><ul>{item.format('He drowns.')}</ul>")
    assert [(one.topic, one.text, one.spoiler) for one in found.trivia] == [
        ("Violence", "A lamp falls.", False),
        ("Violence", "He drowns.", True),
    ]


def test_questions_without_spoilers_are_not_flagged_by_the_name_of_their_section() -> None:
    item = '<ul><li class="ipl-zebra-list__item"><div>{}?</div><p>{}</p></li></ul>'
    content = f'<section id="faq-no-spoilers"><h4>FAQ</h4>{item.format("Is it a book", "It was.")}</section>'
    content += f'<section id="faq-spoilers"><h4>Spoilers</h4>{item.format("Does he die", "He does.")}</section>'
    found = _read_list("faq", content)
    assert [(one.text, one.spoiler) for one in found.trivia] == [
        ("Is it a book?\n\nIt was.", False),
        ("Does he die?\n\nHe does.", True),
    ]


def test_pages_of_ratings_and_of_technical_data_give_their_one_fact() -> None:
    rated = _read_list("ratings", "<div>1,234 IMDb users have given a <a>weighted average</a> vote of 7.4 / 10</div>")
    ((rating,), (film,)) = (rated.extracts[0].facts.ratings, rated.extracts)
    assert (rating.value, rating.out_of, rating.votes, film.facts.title) == (7.4, 10, 1234, "The Lantern")
    runtime = (
        "<table><tr><td>Runtime</td><td>1 hr 37 min (97 min)</td></tr><tr><td>Color</td><td>Color</td></tr></table>"
    )
    assert _read_list("technical", runtime).extracts[0].facts.runtime_minutes == 97


def test_a_members_reviews_go_to_the_film_that_heads_each() -> None:
    card = """<div class="lister-item mode-detail imdb-user-review"><h3 class="lister-item-header">
    <a href="/title/tt765432{0}/">Lamp {0}</a> <span class="lister-item-year">(197{0})</span></h3>
    <a class="title" href="/review/rw1234{0}/">Lit</a><span class="display-name-link"><a>moth</a></span>
    <div class="content"><div class="text show-more__control">It burns.</div></div></div>"""
    source = page(card.format(1) + card.format(2), url="https://www.imdb.com/user/ur9/reviews/", title="Reviews - IMDb")
    found = read_page("imdb", source)
    assert [(one.facts.title, one.facts.year, one.facts.ids["imdb"]) for one in found.extracts] == [
        ("Lamp 1", 1971, "tt7654321"),
        ("Lamp 2", 1972, "tt7654322"),
    ]
    assert [(one.author, one.headline, one.text) for one in found.reviews] == [("moth", "Lit", "It burns.")] * 2


def test_connections_under_headings_are_parted_at_empty_lines() -> None:
    found = _read(
        "movieconnections",
        '<h5>Follows</h5><a href="/title/tt1/">Wick</a> (1970)<br><br><h5>Referenced in</h5><a href="/t/">Moth</a>'
        ' (1981)<br>&nbsp;-&nbsp;A poster.<br><br><a href="/title/tt3/">Fog</a> (1990)<br><br><hr>',
    )
    assert [(one.topic, one.text) for one in found.trivia] == [
        ("Follows", "Wick (1970)"),
        ("Referenced in", "Moth (1981)\n- A poster."),
        ("Referenced in", "Fog (1990)"),
    ]


def test_full_credits_of_tables_under_headings() -> None:
    table = (
        '<table><tr><td><h5><a class="glossary">{}</a> {}</h5></td></tr><tr><td><a href="/name/nm{}/">{}</a></td></tr>'
    )
    crew = table.format("Directed by", "", 1, "Ada Field") + "</table>"
    crew += table.format("Writing credits", "<a>(WGA)</a>", 2, "Bo Reed") + "</table>"
    cast = (
        '<table class="cast"><tr><td class="nm"><a href="/name/nm3/">Cy Moss</a></td><td class="char">Keeper</td></tr>'
    )
    facts = _read("fullcredits", f"{crew}{cast}</table>").extracts[0].facts
    assert (facts.directors, facts.writers) == (("Ada Field",), ("Bo Reed",))
    assert (facts.cast, facts.characters) == (("Cy Moss",), ("Keeper",))


def test_releases_and_titles_of_tables_without_names() -> None:
    day = '<tr><td><b><a>{}</a></b></td><td><a href="/date/x/">{}</a> <a href="/year/1974/">1974</a></td><td></td></tr>'
    days = day.format("Norway", "3 May") + day.format("Italy", "1 April")
    title = "<h5>Also Known As</h5><table><tr><td>Die Laterne</td><td>West Germany</td></tr></table>"
    facts = _read("releaseinfo", f"<table><tr><th>Country</th></tr>{days}</table>{title}").extracts[0].facts
    assert (facts.released, facts.other_titles) == ("1974-04-01", ("Die Laterne",))


def test_taglines_end_before_what_the_site_says_under_its_pages() -> None:
    foot = '<div id="tn15bot_sub"><p>You may report errors on this page.</p></div>'
    facts = _read("taglines", f"<p>Light it.</p><p>Leave it.</p>{foot}").extracts[0].facts
    assert (facts.tagline, facts.extra["taglines"]) == ("Light it.", "Leave it.")


def test_a_certificate_that_is_a_picture() -> None:
    body = '<h1 class="header" itemprop="name">The Lantern <span>(1974)</span></h1><div class="infobar"><img alt="R" '
    body += 'title="R"/> <time>97 min</time> - <a href="/genre/Drama">Drama</a></div>'
    facts = read_page("imdb", page(body, url="http://www.imdb.com/title/tt7654321/")).extracts[0].facts
    assert (facts.certificate, facts.runtime_minutes) == ("R", 97)
