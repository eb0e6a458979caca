"""Searching: in the film, in the library, in context; never a stale answer, never a lost place."""

from __future__ import annotations

import threading

from textual.events import Paste

from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeLibrary
from tui.screens.concordance import ConcordanceScreen
from tui.screens.search import SearchScreen
from tui.search.types import Hit
from tui.widgets.facets import Facet
from tui.widgets.row_list import RowList
from tui.widgets.search_bar import LONGEST

ORDER_TITLES = ("by what stands left", "by film", "by rating", "by year", "by what stands right")


async def test_the_panes_narrow_with_every_key_and_escape_restores_everything(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "j", "j", "J")
        pane = b.browser.text("reviews")
        place, marked = pane.place, pane.marked
        await b.press("slash")
        assert b.shows("this film ❯")
        await b.type("lamp")
        await b.until(lambda: b.shows("2 Reviews · 4 of 5"))
        assert b.shows("3 Trivia · 1 of 3")
        await b.type("x")
        await b.until(lambda: b.shows("2 Reviews · 0 of 5"))
        assert b.shows("Nothing here matches")
        await b.press("escape")
        assert b.shows("2 Reviews · 5")
        assert b.active() == "reviews"
        assert (pane.place, pane.marked) == (place, marked)


async def test_an_empty_pane_says_where_the_matches_are(browse: Open) -> None:
    async with browse(size=(60, 20)) as b:
        await b.press("3", "slash")
        await b.type("postcard")
        await b.until(lambda: b.shows("Nothing here matches. What does is in Reviews."))
        await b.type("x")
        await b.until(lambda: b.browser.found is not None and b.browser.found.query == "postcardx")
        assert b.shows("Nothing here matches.")
        assert not b.shows("What does is in")


async def test_enter_goes_to_the_first_match_and_n_walks_across_panes(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.until(lambda: b.browser.found is not None and b.browser.found.query == "lamp")
        await b.press("enter")
        assert b.active() == "synopsis"
        assert b.shows("match 1 of 1")
        await b.press("n")
        assert b.active() == "reviews"
        walked = []
        for _ in range(12):
            await b.press("n")
            walked.append(b.active())
        assert {"synopsis", "reviews", "trivia"} == set(walked)
        await b.press("N")
        await b.press("escape")
        assert b.active() == "films"
        assert b.browser.found is None


async def test_the_current_match_stands_out_without_colour(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("ferry")
        await b.until(lambda: b.browser.found is not None and b.browser.found.query == "ferry")
        await b.press("enter")
        lit = [
            (segment.text, bool(segment.style and segment.style.reverse))
            for strip in b.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "ferry" and segment.style and segment.style.bold
        ]
        assert [reverse for _, reverse in lit].count(True) == 1
        assert len(lit) > 2


async def test_a_veiled_spoiler_counts_its_matches_but_shows_none(browse: Open) -> None:
    async with browse((120, 60)) as b:
        await b.press("slash")
        await b.type("lamp")
        await b.until(lambda: b.shows("2 matches inside"))
        assert not b.shows("the lamp goes out")


async def test_history_is_walked_with_the_arrows(browse: Open, library: FakeLibrary) -> None:
    library.past = ["harbour", "kite"]
    async with browse() as b:
        await b.press("slash", "up")
        assert b.browser.bar.field.value == "harbour"
        await b.press("up")
        assert b.browser.bar.field.value == "kite"
        await b.press("down", "down")
        assert b.browser.bar.field.value == ""
        await b.press(*"ferry", "enter")
    assert library.past[0] == "ferry"


async def test_a_query_of_before_gives_way_to_the_next_letter(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.until(lambda: b.browser.found is not None)
        await b.press("enter", "slash")
        assert b.browser.bar.field.value == "lamp"
        await b.type("ferry")
        assert b.browser.bar.field.value == "ferry"
        await b.press("enter", "s")
        assert isinstance(b.app.screen, SearchScreen)
        assert b.app.screen.bar.field.value == "ferry"
        await b.press("end")
        await b.type("boat")
        assert b.app.screen.bar.field.value == "ferryboat"


async def test_the_query_keeps_its_room_and_a_long_notice_goes_below_it(browse: Open, library: FakeLibrary) -> None:
    library.notices = ("no «harbuor»; showing harbour, harbours",)
    for key, size in (("slash", (40, 12)), ("s", (40, 12)), ("slash", (80, 24))):
        async with browse(size) as b:
            await b.press(key)
            await b.type("harbuor kite")
            await b.until(lambda: b.shows("showing harbour"))
            lines = b.lines()
            assert any(line.strip().endswith("❯ harbuor kite") for line in lines) == (size[0] == 40), lines
            assert any("❯ harbuor kite" in line for line in lines)
            assert lines[-1].startswith(" no «harbuor»; showing") == (size[0] == 40)


async def test_the_bar_searches_literally_on_request(browse: Open, library: FakeLibrary) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.press("ctrl+l")
        assert b.shows("literal")
        assert b.browser.bar.literal
    assert library.calls


async def test_tab_switches_the_scope_both_ways(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.press("tab")
        assert isinstance(b.app.screen, SearchScreen)
        assert b.shows("the library ❯ lamp")
        await b.until(lambda: b.shows("Passages · 7 in 2 films"))
        await b.press("tab")
        assert b.shows("this film ❯ lamp")
        await b.until(lambda: b.shows("Passages · 6 in 1 film"))


async def test_search_everything_opens_the_film_at_the_passage_and_n_goes_on_across_films(browse: Open) -> None:
    async with browse() as b:
        await b.press("s")
        await b.type("lamp")
        await b.until(lambda: b.shows("Passages · 7"))
        assert b.shows("The Paper Kite")
        await b.press("down")
        rows = b.app.screen.query_one("#results", RowList).rows
        await b.press("G", "enter")
        await b.until(lambda: b.browser.view is not None and b.browser.view.film.id == "paper-kite-1999")
        await b.until(lambda: b.browser.text("reviews").match is not None)
        assert b.active() == "reviews"
        assert any(isinstance(row, Hit) for row in rows)
        assert b.browser.film is not None
        assert b.browser.film.id == "paper-kite-1999"
        await b.press("N")
        await b.until(lambda: b.browser.view is not None and b.browser.view.film.id == "night-harbour-1987")
        await b.press("ctrl+o")
        await b.settle()
        await b.press("ctrl+f")
        assert isinstance(b.app.screen, SearchScreen)
        await b.press("escape")
        assert b.in_browser()


async def test_a_passage_that_was_chosen_is_searched_once_and_keeps_its_match(
    browse: Open, library: FakeLibrary
) -> None:
    async with browse() as b:
        await b.press("s")
        await b.type("lamp")
        await b.until(lambda: b.shows("Passages · 7"))
        library.calls.clear()
        await b.press("ctrl+l")
        await b.rest()
        library.calls.clear()
        await b.press("down", "G", "enter")
        await b.until(lambda: b.browser.text("reviews").match is not None)
        await b.settle()
        asked = [call for call in library.calls if call[0] == "search" and call[2] == "paper-kite-1999"]
        assert asked == [("search", "lamp", "paper-kite-1999")], "a second answer would take the match away"
        assert b.browser.text("reviews").match is not None
        assert b.browser.found is not None
        assert b.browser.found.literal, "as it was asked in the search screen"
        await b.press("slash")
        assert b.browser.bar.query_text == "lamp"


async def test_an_answer_about_the_film_before_is_never_shown_for_the_next(browse: Open, library: FakeLibrary) -> None:
    gate = threading.Event()
    async with browse() as b:
        first = b.browser.view
        library.slow = lambda _: gate.wait(20) and None
        await b.press("slash", "l")
        await b.press(*"amp")
        b.browser.open_film("paper-kite-1999")
        await b.until(lambda: b.browser.view is not first)
        gate.set()
        await b.until(lambda: b.browser.found is not None)
        assert b.browser.found is not None
        assert b.browser.found.query == "lamp"
        assert len(b.browser.found.only("reviews")) == 1, "of this film"
        assert b.shows("2 Reviews · 1 of 1")


async def test_results_are_narrowed_by_histogram_kind_film_and_author(browse: Open) -> None:
    async with browse() as b:
        await b.press("s")
        await b.type("lamp")
        await b.until(lambda: b.shows("Passages · 7"))
        await b.press("down", "tab", "tab")
        facets = b.app.screen.query_one("#facets", RowList)
        assert facets.has_focus
        at = next(i for i, f in enumerate(facets.rows) if isinstance(f, Facet) and f.what == "rating" and f.value == 8)
        facets.move_to(at)
        await b.press("enter")
        await b.until(lambda: b.shows("narrowed"))
        await b.press("ctrl+x")
        await b.until(lambda: b.shows("Passages · 7"))
        at = next(i for i, f in enumerate(facets.rows) if isinstance(f, Facet) and f.what == "film" and f.value)
        facets.move_to(at)
        await b.press("enter")
        await b.until(lambda: b.shows("Passages · 6 in 1 film"))
        await b.press("slash")
        assert b.app.screen.query_one("#bar-field").has_focus
        await b.press("ctrl+x")
        await b.until(lambda: b.shows("Passages · 7"))
        bar = next(i for i, f in enumerate(facets.rows) if isinstance(f, Facet) and f.what == "rating" and f.value == 8)
        await b.pilot.click("#facets", offset=(9, bar - facets.scroll_offset.y))
        await b.until(lambda: b.shows("narrowed"))


async def test_a_search_is_saved_and_opened_as_a_film_list(browse: Open, library: FakeLibrary) -> None:
    async with browse() as b:
        await b.press("s")
        await b.type("kite")
        await b.until(lambda: b.shows("Passages · 1"))
        await b.press("ctrl+s", *"kites", "enter")
        await b.until(lambda: library.saved.get("kites") == "kite")
        await b.press("escape", "at", *"kites", "enter")
        await b.until(lambda: b.shows("0 Films · 1 of 3"))
        await b.press("0", "escape")
        await b.press("escape")
        assert b.shows("0 Films · 3")


async def test_more_like_this(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "m")
        assert isinstance(b.app.screen, SearchScreen)
        assert b.shows("more like this")
        await b.until(lambda: b.shows("Bruno"))


async def test_the_concordance_aligns_every_match_and_leads_to_the_passage(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.until(lambda: b.browser.found is not None and b.browser.found.query == "lamp")
        await b.press("enter", "c")
        assert isinstance(b.app.screen, ConcordanceScreen)
        await b.until(lambda: b.shows("Concordance of lamp · 12"))
        for key, title in zip("lfoyr", ORDER_TITLES, strict=True):
            await b.press(key)
            assert b.shows(title)
        shown = [line for line in b.lines()[1:-1] if "lamp" in line]
        assert len(shown) > 5
        assert any(all(line.startswith("lamp", column) for line in shown) for column in range(30, 60))
        await b.press("G", "enter")
        await b.until(b.in_browser)


async def test_a_slow_short_query_never_overwrites_a_fast_long_one(browse: Open, library: FakeLibrary) -> None:
    gate = threading.Event()
    library.slow = lambda query: gate.wait(5) and None if query == "l" else None
    async with browse() as b:
        await b.press("slash")
        await b.press("l")
        b.browser.bar.set_query("lamp")
        await b.settle()
        gate.set()
        await b.until(lambda: b.browser.found is not None)
        await b.settle()
        assert b.browser.found is not None
        assert b.browser.found.query == "lamp"


async def test_quitting_never_waits_for_a_search(browse: Open, library: FakeLibrary) -> None:
    gate, searched = threading.Event(), threading.Event()

    def slow(_: str) -> None:
        gate.wait(20)
        searched.set()

    library.slow = slow
    async with browse() as b:
        await b.press("slash", "x")
        await b.app.action_quit()
    assert not searched.is_set(), "it is still searching"
    gate.set()


async def test_ten_thousand_characters_and_pasted_controls_are_an_answer_not_an_error(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        for query in ("x" * 10_000, '"(((', "-", "\x1b]0;owned\x07 lamp \u202e", "   "):
            b.browser.bar.set_query(query)
            await b.settle()
            assert not any("\x1b" in line or "\u202e" in line for line in b.lines())
        await b.press("escape")
        assert b.browser.found is None


async def test_a_paste_is_one_line_and_cut_where_it_is_too_long(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        for pasted in ("the brass\n  lamp", "lamp " * 5000):
            b.browser.bar.field.post_message(Paste(pasted))
            await b.settle()
        assert b.browser.bar.query_text.startswith("the brass lamp")
        assert len(b.browser.bar.field.value) == LONGEST


async def test_facts_and_topics_are_lit_and_counted_too(browse: Open) -> None:
    async with browse() as b:
        await b.press("slash")
        await b.type("lamp")
        await b.until(lambda: b.shows("1 Synopsis · 1 match "))
        assert b.shows("3 Trivia · 1 of 3"), "a topic is no piece of trivia"
        topic = next(p for p in b.browser.text("trivia").passages if p.shape == "topic")
        assert b.browser.text("trivia").matches_of(topic.id)
        await b.press("escape")
        assert not b.shows("n match"), "there is nothing to go on with"


async def test_a_search_that_finds_nothing_says_why(browse: Open, library: FakeLibrary) -> None:
    library.notices = ("there is no search index yet",)
    async with browse() as b:
        await b.press("s")
        await b.type("xyzzy")
        await b.until(lambda: b.shows("Nothing matches: there is no search index yet."))
        library.notices = ()
        await b.press("backspace")
        await b.until(lambda: b.shows("Nothing matches. Fewer words"))
