"""What a search answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.search.library import film_of, index_of, review
from tui.errors import CancelledError
from tui.models import Film, FilmView, Plain
from tui.search import Hit, SearchIndex

Asking = Callable[[str], list[str]]


@pytest.fixture
def ids(index: SearchIndex) -> Asking:
    def ask(query: str) -> list[str]:
        answer = index.search(query)
        assert answer.total == len(answer.hits)
        return [hit.id for hit in answer.hits]

    return ask


def lit(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.matches]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mirror scene", {"m1", "t2"}),
        ('"mirror scene"', {"t2"}),
        ('"fun house mirror"', {"m1"}),
        ("deform*", {"m1"}),
        ("defor", {"m1"}),
        ("mirror -scene", {"n2"}),
        ("opera OR songs", {"n1", "t1"}),
        ("(opera OR songs) -bakery", {"t1"}),
        ("fun NEAR/3 mirror", {"m1"}),
        ("mirror NEAR/3 fun", {"m1"}),
        ("fun NEAR/1 mirror", set()),
        ('"fun house" NEAR/1 mirror', {"m1"}),
        ("author:bird", {"m1"}),
        ('author:"ana bird"', {"m1"}),
        ("author:emile", {"m2"}),
        ("film:moonstruck cher", {"n1"}),
        ("film:tt0089560 mirror", {"m1", "t2"}),
        ("film:mask-1985 in:trivia", {"t1", "t2"}),
        ("title:dignity", {"m1"}),
        ("headline:dignity", {"m1"}),
        ("topic:soundtrack", {"t1"}),
        ("director:jewison in:review", {"n1", "n2"}),
        ("genre:drama in:trivia", {"t1", "t2"}),
        ("cast:stoltz mirror", {"m1", "t2"}),
        ("year:1980..1986 in:review", {"m1", "m2"}),
        ("year:1980s in:review", {"m1", "m2", "n1", "n2"}),
        ("year:<1980", {"the-last-picture-show-1971", "p1"}),
        ("rating:>=8", {"m1", "n1"}),
        ("rating:>8", {"m1"}),
        ("rating:5", {"m2"}),
        ("rating:..4", {"n2"}),
        ("date:2003", {"m1"}),
        ("date:2003-05..2009", {"m1"}),
        ("date:>2003 in:review", {"m2"}),
        ("date:<2010", {"m1"}),
        ("has:spoiler", {"m2"}),
        ("is:watched in:review", {"m1", "m2"}),
        ("-is:watched in:review", {"n1", "n2", "p1"}),
        ("tag:mum in:review", {"m1", "m2"}),
        ('list:"about faces" in:review', {"m1", "m2"}),
        ("list:faces -has:list", set()),
        ("tag:matinee in:review", {"m1", "m2"}),
        ("tag:faces", set()),
        ("mine:9 in:trivia", {"t1", "t2"}),
        ("mine:>=4/5 in:trivia", {"t1", "t2"}),
        ("mine:>9", set()),
        ("-mine:>=8 in:review", {"n1", "n2", "p1"}),
        ("is:seen in:review", {"m1", "m2"}),
        ("has:headline", {"m1"}),
        ("2004", {"t1"}),
        ("gwendolyn", {"k1"}),
        ("in:note", {"k1", "k2"}),
        ("in:notes wrong", {"k2"}),
        ("is:mine says", {"k2"}),
        ("date:2021 disc", {"k1"}),
        ("author:bidr", set()),
        ("director:bogdanovitch in:synopsis", {"mask-1985", "the-last-picture-show-1971"}),
        ("film:moonstrcuk cher", {"n1"}),
        ('film:"moonstrcuk"', set()),
        ("topic:soundtrak", {"t1"}),
        ("-author:emiel has:author", {"m1", "m2"}),
    ],
)
def test_a_query_finds_what_it_says(ids: Asking, query: str, found: set[str]) -> None:
    assert set(ids(query)) == found


@pytest.mark.parametrize("query", ["tear-jerker", "tear jerker", "tearjerker", "tear–jerker"])
def test_words_written_together_apart_or_with_a_hyphen_find_each_other(ids: Asking, query: str) -> None:
    assert set(ids(query)) == {"m1", "m2"}


def test_a_word_with_a_hyphen_is_not_parted_for_its_neighbour(ids: Asking) -> None:
    assert ids("real-tear jerker") == []


@pytest.mark.parametrize("query", ["doesnt", "doesn't", "doesn’t", "DOESN´T"])
def test_an_apostrophe_may_be_written_anyhow(ids: Asking, query: str) -> None:
    assert ids(query) == ["m2"]


def test_a_possessive_is_found_by_its_word(ids: Asking) -> None:
    assert ids("rocky end") == ids('"rocky"') == ids("rockys end") == ["m2"]


def test_only_corrected_words_are_told(index: SearchIndex) -> None:
    answer = index.search("deformty")
    assert [hit.id for hit in answer.hits] == ["m1"]
    assert answer.corrected
    assert answer.notices == ("no «deformty»; showing deformity",)
    assert index.search("deformty", literal=True).total == 0
    answer = index.search("film:moonstrcuk cher")
    assert (answer.corrected, answer.notices) == (True, ("no «film:moonstrcuk»; showing moonstruck",))
    assert index.search("director:kubrick").notices == ("no «director:kubrick»",)
    assert index.search("film:moonstrcuk cher", literal=True).total == 0


def test_a_word_that_nothing_has_is_told(index: SearchIndex) -> None:
    answer = index.search("mirror xyzzyplugh")
    assert (answer.total, answer.notices) == (0, ("no «xyzzyplugh»",))
    (notice,) = index.search("opera songs").notices
    assert notice.startswith("nothing has all of this")


@pytest.mark.parametrize("query", ['"deformty"', "chre", "2005", "author:brid"])
def test_no_typo_is_forgiven_in_quotes_in_short_words_in_numbers(ids: Asking, query: str) -> None:
    assert ids(query) == []


@pytest.mark.parametrize("query", ["mriror", "mirrro", "mirrer", "mirrorr"])
def test_one_typo_is_forgiven_in_five_letters_or_more(ids: Asking, query: str) -> None:
    assert set(ids(query)) == {"m1", "t2", "n2"}


def test_a_film_is_first_for_its_title(ids: Asking) -> None:
    assert ids("last picture show")[0] == "the-last-picture-show-1971"
    assert ids("mask")[0] == "mask-1985"
    assert ids("the last pict")[0] == "the-last-picture-show-1971"


def test_a_film_without_reviews_is_found_by_its_people(ids: Asking) -> None:
    assert set(ids("bogdanovich")) == {"mask-1985", "the-last-picture-show-1971"}


def test_every_match_is_located_in_the_original_text(index: SearchIndex) -> None:
    (hit,) = index.search('"fun house" tear-jerker').hits
    assert lit(hit) == ["fun\nhouse", "tear-jerker"]


def test_a_heading_is_searched_and_lit(index: SearchIndex) -> None:
    (hit,) = index.search("dignity mother", film="mask-1985").hits
    assert hit.headline is not None
    assert [hit.headline[start:end] for start, end in hit.heading_matches] == ["dignity"]


def test_excluded_words_are_not_lit(index: SearchIndex) -> None:
    (hit,) = index.search("mirror -fun", film="moonstruck-1987").hits
    assert lit(hit) == ["mirror"]


def test_a_film_narrows_the_search(index: SearchIndex) -> None:
    assert {hit.id for hit in index.search("mirror", film="moonstruck-1987").hits} == {"n2"}
    assert index.search("mirror", film="no-such-film").total == 0


def test_counts_are_exact(index: SearchIndex) -> None:
    counts = index.search("mirror", limit=1).counts
    assert dict(counts.films) == {"mask-1985": 2, "moonstruck-1987": 1}
    assert counts.kinds == {"review": 2, "trivia": 1}
    assert counts.ratings == {3: 1, 9: 1}
    assert dict(counts.authors) == {"Ana Bird": 1}
    assert counts.other_films == 0


def test_all_films_are_counted_where_all_are_asked_for(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.counting.FILMS", 1)
    assert index.search("mirror", limit=1).counts.other_films == 1
    counts = index.search("mirror", limit=1, every_film=True).counts
    assert dict(counts.films) == {"mask-1985": 2, "moonstruck-1987": 1}
    assert counts.other_films == 0


def test_hits_come_page_by_page(index: SearchIndex) -> None:
    whole = [hit.id for hit in index.search("the").hits]
    paged = [hit.id for offset in range(0, len(whole), 2) for hit in index.search("the", limit=2, offset=offset).hits]
    assert paged == whole
    assert index.search("the", limit=0).hits == ()


def test_a_spoiler_does_not_leak_through_its_snippet(index: SearchIndex) -> None:
    (hit,) = index.search("rocky tears").hits
    assert hit.spoiler
    assert hit.snippet == ""
    (hit,) = index.search("rocky tears", reveal=True).hits
    assert "tears" in hit.snippet


def test_narrowing_a_film_says_which_records_answer(index: SearchIndex) -> None:
    found = index.narrow("mirror", "mask-1985", [("review", "m1"), ("review", "m2"), ("trivia", "t2")])
    assert found.records == (("review", "m1"), ("trivia", "t2"))
    assert found.matcher.locate("In the mirror") == ((7, 13),)


def test_the_concordance_stands_on_the_match(index: SearchIndex) -> None:
    found = index.concordance("mirror", sort="right")
    assert [line.right.split()[0] for line in found.lines] == ["is", "of", "scene"]
    assert found.lines[0].left + found.lines[0].match + found.lines[0].right == (
        "The scene in the fun house mirror is a tear-jerker. His mother watches."
    )
    assert (found.passages, found.complete) == (3, True)
    assert [line.film_year for line in index.concordance("mirror", sort="year").lines] == [1985, 1985, 1987]
    assert not index.concordance("mirror", limit=2).complete


def test_a_concordance_of_fields_alone_has_no_lines(index: SearchIndex) -> None:
    found = index.concordance("film:mask -x")
    assert (found.lines, found.passages) == ((), index.search("film:mask -x").total)


@pytest.mark.parametrize("distance", [1, 2, 11, 12, 13, 14, 9999])
def test_nothing_is_near_that_stands_in_another_text(tmp_path: Path, distance: int) -> None:
    text = "a mirror " + "z " * 10 + "mother"
    headed = review("r", "A mirror.", headline=Plain("My mother"))
    index = index_of(tmp_path, FilmView(film=Film(id="f"), reviews=(headed, review("s", text))))
    assert [hit.id for hit in index.search(f"mirror NEAR/{distance} mother ").hits] == ["s"] * (distance >= 11)


@pytest.mark.parametrize(
    ("query", "found", "notice"),
    [
        ("scene NEAR/5 mirr", {"m1", "t2"}, "«mirr*» is too short here and is passed over"),
        ("scene NEAR/5 mirror", {"m1", "t2"}, "«mirror*» is too short here and is taken for «mirror»"),
        ('"house mirr', {"m1"}, "«mirr*» is too short here and is passed over"),
        ('"house mirror', {"m1"}, "«mirror*» is too short here and is taken for «mirror»"),
        ("mirr", {"m1", "t2", "n2"}, ""),
    ],
)
def test_a_prefix_of_too_many_words_is_bounded_where_its_place_counts(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch, query: str, found: set[str], notice: str
) -> None:
    monkeypatch.setattr("tui.search.patterns.BROAD", 2)
    answer = index.search(query)
    assert {hit.id for hit in answer.hits} == found
    assert answer.notices == ((notice,) if notice else ())


def test_a_search_that_reads_passages_stops_when_it_is_superseded(tmp_path: Path) -> None:
    index = index_of(tmp_path, film_of("f", *["a mirror and a mirror"] * 300))
    asked: list[bool] = []

    def cancel() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(CancelledError):
        index.search("mirror NEAR/3 mirror ", cancel=cancel)


def test_more_like_this_finds_the_nearest_by_content_across_films(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        film_of("a", "A submarine thriller with a stubborn captain.", "The captain of the submarine shouts."),
        film_of("b", "Another submarine, another stubborn captain.", "Songs and dances in Paris."),
        film_of("c", "Dances and songs on ice.", "A captain of industry."),
    )
    assert [hit.id for hit in index.similar("review", "a0", 2)] == ["b0", "a1"]
    assert index.similar("review", "nothing", 3) == ()
    assert index.similar("trivia", "a0", 3) == ()


@pytest.mark.parametrize(
    "query",
    ["", " ", "-", "...", '"', "((((", "))))", "OR", "NEAR/5", "* * *", "\x00\x1b]0;x\x07", "rating:", "in:", "@", "¶"],
)
def test_what_asks_for_nothing_finds_nothing(index: SearchIndex, query: str) -> None:
    answer = index.search(query)
    assert (answer.total, answer.hits) == (0, ())


def test_a_very_long_query_is_cut_and_said_so(index: SearchIndex) -> None:
    answer = index.search("mirror " * 1500)
    assert answer.total == 3
    assert any("1,000 characters" in notice for notice in answer.notices)
    assert index.search("(" * 10_000 + "mirror").notices
    assert index.search("-" * 10_000).total == 0
    assert index.search("x" * 10_000).total == 0
