"""The film list's collection: order, groups, filter."""

from __future__ import annotations

import pytest

from tui.models import FilmSummary, Plain, Rating
from tui.search.types import Counts
from tui.text.ordering import folded, sort_title
from tui.widgets import film_shelf
from tui.widgets.facets import Narrowing, facet_cells, facets
from tui.widgets.film_row import film_cells
from tui.widgets.film_shelf import Heading, Shelf, parted
from tui.widgets.ratings import runtime, stars


def film(title: str, year: int | None = None, **more: object) -> FilmSummary:
    return FilmSummary(id=f"{title}-{year}", title=Plain(title), year=year, **more)  # type: ignore[arg-type]


FILMS = (
    film("a Boat", 1987, directors=(Plain("Ilse Varga"),), rating=Rating(value=7.5, out_of=10)),
    film("Étoile", 1999, genres=(Plain("Drama"),), reviews=9),
    film("Nowhere"),
    film("The Third Kite", 1951, genres=(Plain("Drama"), Plain("War")), rating=Rating(value=4, out_of=5)),
)


def titles(shelf: Shelf) -> list[str]:
    return [f.title for f in shelf.shown]


def test_articles_and_diacritics_do_not_count_in_the_order() -> None:
    backwards = [film.title for film in reversed(FILMS)]
    assert sorted(backwards, key=sort_title) == ["a Boat", "Étoile", "Nowhere", "The Third Kite"]
    assert sort_title("«L’Étoile»") == "l’etoile»"


def test_the_newest_the_best_and_the_most_reviewed_come_first() -> None:
    assert titles(Shelf(FILMS, order="year"))[0] == "Étoile"
    assert titles(Shelf(FILMS, order="rating"))[0] == "The Third Kite"
    assert titles(Shelf(FILMS, order="reviews"))[0] == "Étoile"


def test_groups_have_headings_with_counts_and_a_film_may_stand_in_two() -> None:
    rows = Shelf(FILMS, grouping="genre").rows
    headings = [(row.text, row.count) for row in rows if isinstance(row, Heading)]
    assert headings == [("Drama", 2), ("War", 1), ("Unknown", 2)]
    decades = [row.text for row in Shelf(FILMS, grouping="decade").rows if isinstance(row, Heading)]
    assert decades[:3] == ["1990s", "1980s", "1950s"]
    assert any(isinstance(row, Heading) for row in Shelf(FILMS, grouping="director").rows)
    assert any(isinstance(row, Heading) for row in Shelf(FILMS, grouping="rating").rows)


OWN = (
    film("Ash", 1990, watched="2021-05-03", own_rating=Rating(value=3, out_of=5), lists=(Plain("Fires"),)),
    film("Birch", 1991, watched="yes", own_rating=Rating(value=9, out_of=10)),
    film("Cedar", 1992, watchlist=True, lists=(Plain("Fires"), Plain("Evergreens"))),
    film("Date Palm", 1993, watched="2023-01-09", watchlist=True),
    film("Elm", 1994),
)


def grouped(shelf: Shelf) -> list[tuple[str, int]]:
    return [(row.text, row.count) for row in shelf.rows if isinstance(row, Heading)]


def test_films_stand_by_the_days_they_were_seen_and_by_the_owners_ratings() -> None:
    assert titles(Shelf(OWN, order="seen")) == ["Date Palm", "Ash", "Birch", "Cedar", "Elm"]
    assert [name for name, _, _ in Shelf(OWN, order="seen").landmarks] == [
        "Seen in 2023", "Seen in 2021", "Seen, day unknown", "On your watchlist", "Not seen",
    ]  # fmt: skip
    assert titles(Shelf(OWN, order="mine")) == ["Birch", "Ash", "Cedar", "Date Palm", "Elm"]
    assert [name for name, _, _ in Shelf(OWN, order="mine").landmarks] == [
        "★ 9 and up", "★ 6 and up", "Not rated by you",
    ]  # fmt: skip


def test_films_are_grouped_by_when_they_were_seen_and_by_the_owners_lists() -> None:
    assert grouped(Shelf(OWN, grouping="seen")) == [
        ("Seen in 2023", 1), ("Seen in 2021", 1), ("Seen, day unknown", 1), ("On your watchlist", 2), ("Not seen", 1),
    ]  # fmt: skip
    assert grouped(Shelf(OWN, grouping="list")) == [("Evergreens", 1), ("Fires", 2), ("In no list of yours", 3)]


@pytest.mark.parametrize(
    ("typed", "words", "fields"),
    [
        ("kite is:watchlist", "kite", "is:watchlist"),
        ('list:"to see" third year:1980..', "third", 'list:"to see" year:1980..'),
        ('-tag:cinema genre:"sci', "", '-tag:cinema genre:"sci'),
        ("Alien: Covenant", "Alien: Covenant", ""),
        ("2001: a", "2001: a", ""),
        ("is", "is", ""),
    ],
)
def test_a_filter_is_parted_into_words_of_titles_and_fields(typed: str, words: str, fields: str) -> None:
    assert parted(typed) == (words, fields)


def test_a_filter_shows_the_films_that_answer_its_fields_and_have_its_words() -> None:
    answering = frozenset({"Cedar-1992", "Elm-1994"})
    shelf = Shelf(OWN).filtered("e", answering)
    assert titles(shelf) == ["Cedar", "Elm"]
    assert titles(shelf.filtered("el", answering)) == ["Elm"]
    assert titles(shelf.filtered("")) == [one.title for one in OWN]


def test_the_filter_wants_every_word_in_any_spelling() -> None:
    assert titles(Shelf(FILMS).filtered("etoile 1999")) == ["Étoile"]
    assert titles(Shelf(FILMS).filtered("kite the")) == ["The Third Kite"]
    assert titles(Shelf(FILMS).filtered("").filtered("zzz")) == []


def test_no_keystroke_in_the_filter_folds_or_sorts_the_titles_of_a_large_library_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = tuple(film(f"{'ABCDEFG'[i % 7]}lm {i}", 1950 + i % 70) for i in range(36_000))
    shelf = Shelf(many, order="year").filtered("x").filtered("")
    folds: list[str] = []

    def counting(text: str) -> str:
        folds.append(text)
        return folded(text)

    monkeypatch.setattr(film_shelf, "folded", counting)
    monkeypatch.setattr(film_shelf, "_rank", lambda order: pytest.fail(f"sorted by {order} again"))
    for words in ("3", "35", "359", "3599", "35999"):
        shelf = shelf.filtered(words)
        assert shelf.shown
    assert len(shelf.shown) == 1
    assert max(map(len, folds)) <= 5
    assert len(folds) <= 10


def test_ratings_are_written_in_their_own_scale_and_as_stars() -> None:
    assert Rating(value=7.0, out_of=10).shown == "7/10"
    assert Rating(value=3.3, out_of=4, written=Plain("B+")).shown == "B+"
    assert [stars(Rating(value=v, out_of=10)) for v in (0, 7, 10)] == ["☆☆☆☆☆", "★★★½☆", "★★★★★"]
    assert [runtime(m) for m in (126, 60, 45, None)] == ["2 h 6 min", "1 h", "45 min", ""]


def test_columns_come_where_there_is_room() -> None:
    row = FILMS[0]
    for width in (10, 33, 40, 50, 70):
        cells = film_cells(row, width)
        assert len(cells.right) == 1 + (width >= 34) + (width >= 46) + (width >= 60)


def test_narrowings_are_written_in_the_query_language() -> None:
    narrowing = Narrowing(rating=8, kind="review", author='Ada "Q"')
    assert narrowing.applied("lamp OR boat") == '(lamp OR boat) rating:7.5..8.49 in:review author:"Ada  Q "'
    assert Narrowing().applied("lamp") == "lamp"
    assert Narrowing(rating=0).applied("") == "rating:0.0..0.49"


def test_the_histogram_draws_both_distributions_in_their_own_scales_where_matches_are_few() -> None:
    counts = Counts(ratings={8: 2, 7: 1}, kinds={"review": 3}, films=(("f", 3),), authors=(("Ada", 3),))
    rows = facets(counts, {8: 40, 7: 80, 1: 5}, Narrowing(kind="review"), {"f": Plain("Film")})
    eight = next(row for row in rows if row.what == "rating" and row.value == 8)
    drawn = {piece.part: len(piece.text) for piece in facet_cells(eight, 60).left}
    assert drawn["bar-both"] > 0
    assert drawn["bar-match"] > 0
    assert drawn["bar-all"] == 0
    assert next(row for row in rows if row.what == "kind" and row.value).on


def test_the_histogram_has_one_scale_where_matches_are_many() -> None:
    rows = facets(Counts(ratings={8: 5, 7: 1}), {8: 10, 7: 20}, Narrowing(), {})
    eight = next(row for row in rows if row.value == 8)
    drawn = {piece.part: len(piece.text) for piece in facet_cells(eight, 60).left}
    assert drawn["bar-match"] == 0, "no more can match than there are"
    assert abs(drawn["bar-both"] - drawn["bar-all"]) <= 1, "half of them match"
