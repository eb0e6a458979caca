"""What pages of no known site leave unsaid: messages, parts of boxes without names, veiled passages."""

from __future__ import annotations

import pytest

from tests.unit.readers.html.pages import facts_of, page, read_page
from tui.models import Review

ONE = "The lock keeper counts the barges, and by autumn the film has taught us to count along with him."
TWO = "What he does not count is on the other bank, and there the camera never goes but once, at night."
THREE = "I should have liked more of the dog and less of the harmonium, but that is what one says of life."
TEXT = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("films.example", "<p>Please turn on scripts and turn off whatever blocks advertising on this site.</p>"),
        ("The Lock (1931) | Films", "<noscript>This application needs scripts to run.</noscript><div id='root'></div>"),
        (
            "Films",
            "<main><h1>Whoa!</h1><p>We have had too many questions from you. Wait a little, ask again.</p></main>",
        ),
        ("films.example", "<h1>films.example</h1><p>This name may be for sale.</p><ul><li>Watch films</li></ul>"),
    ],
)
def test_a_short_message_is_no_review_and_no_article(title: str, body: str) -> None:
    found = read_page("any_page", page(body, title=title))
    assert found.extracts == ()
    assert "nothing was taken" in found.remarks[0]


def test_a_short_review_that_says_whose_it_is_stays() -> None:
    body = f'<article><h1>The Lock (1931) review</h1><span class="byline">By Ada Field</span>{TEXT}</article>'
    (review,) = read_page("any_page", page(body)).reviews
    assert (review.author, review.text) == ("Ada Field", f"{ONE}\n\n{TWO}\n\n{THREE}")


def boxes(*parts: str) -> list[Review]:
    source = page(f"<h1>The Lock (1931)</h1>{''.join(parts)}", title="The Lock (1931) reviews")
    return read_page("any_page", source).reviews


def test_marks_above_a_text_in_its_own_box_are_no_part_of_it() -> None:
    def box(who: str, score: str, head: str, text: str) -> str:
        marks = f'<div class="scores"><div class="rating">Overall <b>{score}</b></div><div>Music <b>3.0</b></div></div>'
        return (
            f'<div class="review"><a class="username" href="/user/{who}">{who}</a><time datetime="2019-03-04">x</time>'
            f'<div class="review-body">{marks}<h3 class="user-review__title">{head}</h3><div>{text}</div></div></div>'
        )

    told = boxes(box("tern", "8.5", "Counting", ONE), box("knot", "5.0", "Not for me", THREE))
    assert [(one.headline, one.text) for one in told] == [("Counting", ONE), ("Not for me", THREE)]
    assert [one.rating.value for one in told if one.rating] == [8.5, 5.0]


def test_who_wrote_it_is_no_day_and_no_score() -> None:
    def box(who: str, day: str, text: str) -> str:
        name = f'<div class="user-name"><a href="/x"><h4>{who}</h4></a><span class="date">{day}</span> 9</div>'
        return f'<div class="review-box">{name}<div class="review-text">{text}</div></div>'

    told = boxes(box("tern", "2019-03-04", ONE), box("knot", "2021-07-11", THREE))
    assert [(one.author, one.date) for one in told] == [("tern", "2019-03-04"), ("knot", "2021-07-11")]


def test_boxes_of_reviews_whose_parts_have_no_names() -> None:
    def box(who: str, score: int, day: str, text: str) -> str:
        return (
            f'<article data-testid="review-overview" class="sc-1a"><a href="/{who}"><span>{who}</span></a>'
            f'<div data-testid="Rating">{score}</div><p class="sc-8">{text}</p><p class="sc-9"><span>{day}</span></p>'
            "</article>"
        )

    told = boxes(box("tern", 8, "4 March 2019", ONE), box("knot", 5, "11 July 2021", THREE))
    assert [(one.author, one.text, one.date) for one in told] == [
        ("tern", ONE, "2019-03-04"),
        ("knot", THREE, "2021-07-11"),
    ]


def test_a_passage_that_is_veiled_flags_its_fact_alone() -> None:
    body = (
        '<article><h1>Trivia / The Lock</h1><div class="entry-content"><ul>'
        f"<li>{ONE}</li><li>{TWO}<ul><li>The night was shot in a gravel pit, before the frost.</li></ul>"
        '</li><li>The dog has two names. <span class="spoiler">Both are on the gravestone.</span></li></ul></div>'
        "</article>"
    )
    card = '<meta property="og:type" content="video.movie">'
    found = read_page("any_page", page(body, title="The Lock / Trivia - Tropes", head=card))
    assert facts_of(found).title == "The Lock"
    assert [(fact.text[:12], fact.spoiler) for fact in found.trivia] == [
        ("The lock kee", False),
        ("What he does", False),
        ("The night wa", False),
        ("The dog has ", True),
    ]


@pytest.mark.parametrize(
    ("scores", "told"),
    [(("4.5", "2.0"), [(4.5, 5), (2, 5)]), (("4.5", "7.0"), [(4.5, 10), (7, 10)])],
)
def test_scores_that_nothing_names(scores: tuple[str, str], told: list[tuple[float, int]]) -> None:
    box = (
        '<div class="CommentItem"><a href="/users/{}">{}</a><div><span>{}</span></div><div class="TextBlock">{}</div>'
        "<time datetime='2019-03-04'></time></div>"
    )
    rows = (box.format("tern", "tern", scores[0], ONE), box.format("knot", "knot", scores[1], THREE))
    source = page(f"<h1>The Lock (1931)</h1>{''.join(rows)}", title="The Lock (1931) comments")
    ratings = [one.rating for one in read_page("any_page", source).reviews]
    assert [(one.value, one.out_of) for one in ratings if one is not None] == told


def test_posts_of_a_forum_that_is_laid_out_with_tables() -> None:
    row = (
        '<table id="post{0}"><tr><td class="thead">{2}</td></tr><tr><td>'
        '<a class="bigusername" href="member.php?u={0}">{1}</a></td>'
        '<td id="td_post_{0}"><hr><div id="post_message_{0}">{3}</div></td></tr></table>'
    )
    posts = row.format(1, "tern", "13-02-2008, 10:12 PM", ONE) + row.format(2, "knot", "15-02-2008, 08:00 AM", THREE)
    source = page(f"<b>The Lock (1931)</b><div>{posts}</div>", title="The Lock (1931) - Film Board")
    told = read_page("any_page", source).reviews
    assert [(one.author, one.text) for one in told] == [("tern", ONE), ("knot", THREE)]


def test_a_short_list_of_short_comments_is_not_the_pages_own_text() -> None:
    row = (
        '<li><div class="info"><strong class="user-name">{}</strong><span class="date">2019-03-04</span></div>'
        '<p class="comment-content">{}</p></li>'
    )
    body = f"<h1>The Lock (1931)</h1><ul>{row.format('tern', 'It broke.')}{row.format('knot', 'I laughed once.')}</ul>"
    told = read_page("any_page", page(body, title="The Lock comments")).reviews
    assert [(one.author, one.text) for one in told] == [("tern", "It broke."), ("knot", "I laughed once.")]


def test_answers_in_a_thread_are_about_its_film() -> None:
    post = (
        '<div class="post"><dl class="postprofile"><dt><a class="username">{0}</a></dt><dd>Posts: 12</dd></dl>'
        '<div class="postbody"><h3>{1}</h3><p class="author">by <strong>{0}</strong> » Sat May 0{2}, 2010 8:02 pm</p>'
        '<div class="content">{3}</div></div></div>'
    )
    subjects = ("The Lock (1931)", "Re: The Lock (1931)", "AW: The Lock (1931)")
    posts = zip(("tern", "knot", "ruff"), subjects, (1, 2, 3), (ONE, TWO, THREE), strict=True)
    body = f'<h2 class="topic-title">The Lock (1931)</h2>{"".join(post.format(*one) for one in posts)}'
    found = read_page("any_page", page(body, title="The Lock (1931) - Old films - Bank Forum"))
    assert [(one.facts.title, one.facts.year) for one in found.extracts] == [("The Lock", 1931)]
    assert [(one.author, one.date, one.text) for one in found.reviews] == [
        ("tern", "2010-05-01", ONE),
        ("knot", "2010-05-02", TWO),
        ("ruff", "2010-05-03", THREE),
    ]


def test_headings_among_items_that_an_extractor_ran_together_are_their_topics() -> None:
    edit = '<span class="mw-editsection">[edit]</span>'
    body = (
        f'<h1>The Lock (1931)/Trivia</h1><div class="mw-parser-output"><ul><li>{ONE}</li></ul>'
        f"<h2><span>Casting</span>{edit}</h2><ul><li>{TWO}</li></ul><h2><span>Places</span></h2><ul><li>{THREE}</li>"
        "</ul></div>"
    )
    found = read_page("any_page", page(f"<div>Fan Central</div>{body}", title="The Lock/Trivia | Bank Wiki"))
    assert facts_of(found).title == "The Lock"
    assert [(fact.topic, fact.text) for fact in found.trivia] == [(None, ONE), ("Casting", TWO), ("Places", THREE)]


@pytest.mark.parametrize(
    ("heading", "row", "told"),
    [
        ("The Lock (1931) Trivia", "<p>Trivia: {}</p>", "{}"),
        ("The Lock (1931) Trivia", "<p>Casting: {}</p>", "Casting: {}"),
        ("The Lock (1931) Trivia", "<p>Fun facts: {}</p>", "Fun facts: {}"),
    ],
)
def test_a_fact_does_not_begin_with_the_heading_above_it(heading: str, row: str, told: str) -> None:
    body = f"<main><h1>{heading}</h1>{''.join(row.format(one) for one in (ONE, TWO, THREE))}</main>"
    found = read_page("any_page", page(body, title=f"{heading} | Bank Films"))
    assert [fact.text for fact in found.trivia] == [told.format(one) for one in (ONE, TWO, THREE)]
