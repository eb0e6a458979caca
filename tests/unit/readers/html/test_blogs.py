"""Blogs and print views: which heading is the review's, who wrote it when, and pages of several posts."""

from __future__ import annotations

from tests.unit.readers.html.pages import facts_of, page, read_page

PROSE = (
    "Nobody in this harbour raises a voice, and the boats seem to grow louder with every letter that is folded.",
    "Ada Field films paper as if it were weather, patient and grey, until a single wrong fold breaks over the town.",
    "It is a cold film, and it stays with you like ink on the fingers for days after the lights have come up.",
)
TEXT = "".join(f"<p>{one}</p>" for one in PROSE)


def test_a_blogs_only_post_is_named_by_its_own_heading_and_author() -> None:
    found = read_page(
        "any_page",
        page(
            '<h1>Low Tide</h1><div class="post"><h3 class="post-title entry-title">Paper Harbour (1987) – '
            f'Movie Review</h3><div class="post-body">{TEXT}</div><span class="post-author vcard">Posted by '
            '<span class="fn">Ivo Kell</span></span> <abbr class="published" title="2011-05-17T09:30">x</abbr></div>'
            '<dl id="comments"><dt class="comment-author">Tern said...</dt><dd class="comment-body">I fell asleep.</dd>'
            '<dt class="comment-author">Knot said...</dt><dd class="comment-body">You should not.</dd></dl>',
            title="Low Tide: Paper Harbour (1987) – Movie Review",
        ),
    )
    assert (facts_of(found).title, facts_of(found).year) == ("Paper Harbour", 1987)
    (review,) = found.reviews
    assert (review.author, review.date) == ("Ivo Kell", "2011-05-17")


def test_a_page_of_several_posts_gives_each_to_its_film() -> None:
    post = (
        '<article class="post"><h2 class="entry-title"><a href="/x">{}</a></h2><a rel="author">Ivo Kell</a> '
        '<time datetime="2012-05-17">x</time><div class="entry-content"><p>{}</p></div></article>'
    )
    markup = post.format("Paper Harbour (1987)", PROSE[0]) + post.format("Ink (2009)", PROSE[1])
    found = read_page("any_page", page(markup, title="Low Tide | film reviews from the coast"))
    assert [(one.facts.title, one.facts.year) for one in found.extracts] == [("Paper Harbour", 1987), ("Ink", 2009)]
    assert {one.author for one in found.reviews} == {"Ivo Kell"}


def test_lines_above_the_text_name_author_and_day_and_are_no_part_of_it() -> None:
    found = read_page(
        "any_page",
        page(
            f"<h2>FILM REVIEW; Folded</h2><p>By IVO KELL</p><p>Published: March 14, 2010</p>{TEXT}",
            title="Paper Harbour - Movie - Review - Tidal Post",
        ),
    )
    assert facts_of(found).title == "Paper Harbour"
    (review,) = found.reviews
    assert (review.author, review.date) == ("Ivo Kell", "2010-03-14")
    assert "KELL" not in review.text


def test_a_home_of_posts_with_bylines_gives_each_to_its_film_and_none_to_the_blog() -> None:
    def post(title: str, *paragraphs: str) -> str:
        return (
            f'<article class="post hentry"><header><h2 class="entry-title"><a href="/x">{title}</a></h2><time '
            f'datetime="2013-02-04">4 Feb</time> by <span class="author vcard"><a>Ivo</a></span></header>'
            f'<div class="entry-content">{"".join(f"<p>{one}</p>" for one in paragraphs)}</div></article>'
        )

    posts = post("Harbour (1987)", *PROSE[:2]) + post("Ink (2009)", *PROSE[1:]) + post("Fog (1960)", PROSE[2], PROSE[0])
    body = f'<header><h1 class="site-title">Low Tide</h1></header><main>{posts}</main>'
    found = read_page("any_page", page(body, title="Low Tide | films from the coast"))
    assert [one.facts.title for one in found.extracts] == ["Harbour", "Ink", "Fog"]


def test_a_posts_title_with_year_and_maker_and_lines_that_are_no_paragraphs() -> None:
    rows = "".join(f"<div>{one}</div>" for one in PROSE)
    found = read_page("any_page", page(f"<h1>Harbour (1987, Ada Field) review</h1><div><div>{rows}</div></div>"))
    assert (facts_of(found).title, facts_of(found).year) == ("Harbour", 1987)
    assert found.reviews[0].text == "\n\n".join(PROSE)


def test_a_post_of_an_old_theme_below_the_blogs_own_heading() -> None:
    text = "".join(f"<p>{one}</p>" for one in PROSE)
    body = (
        f'<h1><a href="/">Low Tide</a></h1><div class="post"><h2>Harbour (1987)</h2><div class="entry">{text}'
        '<p>Rating: 3.5/5</p><p class="postmetadata">This entry was posted on Tuesday, March 4th, 2008 at 10:12 pm.</p>'
        "</div></div>"
    )
    found = read_page("any_page", page(body, title="Low Tide &raquo; Blog Archive &raquo; Harbour (1987)"))
    (review,) = found.reviews
    assert (facts_of(found).title, review.date, review.text) == ("Harbour", "2008-03-04", "\n\n".join(PROSE))
    assert review.rating is not None
    assert (review.rating.value, review.rating.out_of) == (3.5, 5)
