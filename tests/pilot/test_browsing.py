"""Reading: moving, panes, layouts, spoilers, folding, jumping, copying."""

from __future__ import annotations

import threading

import pytest

from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeLibrary
from tests.pilot.films import P
from tui.models import Film, FilmView, Trivia
from tui.screens.ask import AskScreen
from tui.screens.choose import ChooseScreen
from tui.screens.evidence import EvidenceScreen

STEPS = ("l", "right", "tab", "h", "left", "shift+tab")
STEPPED = ("synopsis", "reviews", "trivia", "reviews", "synopsis", "films")


async def test_the_first_film_is_open_with_its_three_panes(browse: Open) -> None:
    async with browse() as b:
        assert b.shows("Night Harbour")
        assert b.shows("7.4/10")
        assert b.shows("2 Reviews · 5")
        assert b.shows("3 Trivia · 3")
        assert b.shows("Ada Quill")
        assert b.shows("“Some boats wait for you.”")
        assert b.shows("/ search")
        assert b.app.focused is b.browser.films


async def test_j_and_k_go_through_the_films_and_enter_goes_into_the_reviews(browse: Open) -> None:
    async with browse() as b:
        await b.press("j")
        assert b.browser.view is not None
        assert b.browser.view.film.id == "paper-kite-1999"
        await b.press("k", "enter")
        assert b.active() == "reviews"
        await b.press("G", "g", "end", "home", "space", "b", "down", "up")
        assert b.active() == "reviews"


async def test_panes_are_reached_by_number_arrow_and_tab(browse: Open) -> None:
    async with browse() as b:
        for key, pane in (("1", "synopsis"), ("2", "reviews"), ("3", "trivia"), ("0", "films")):
            await b.press(key)
            assert b.active() == pane
        for key, pane in zip(STEPS, STEPPED, strict=True):
            await b.press(key)
            assert b.active() == pane


async def test_the_end_of_a_pane_marks_its_last_item_and_the_beginning_its_first(browse: Open) -> None:
    facts = [
        Trivia(id=f"t{n}", topic=P(f"Part {n // 2}"), text=P(f"Fact {n}. " * 20), spoiler=n == 39) for n in range(40)
    ]
    film = FilmView(film=Film(id="ash-1990", title=P("Ash")), trivia=tuple(facts))
    async with browse(fake=FakeLibrary([film])) as b:
        await b.press("3", "G")
        assert b.shows("spoiler")
        await b.press("v")
        assert b.shows("Fact 39.")
        await b.press("g")
        marked = b.browser.text("trivia").marked
        assert marked is not None
        assert marked.id == "t0"


async def test_next_and_previous_item_work_from_any_pane(browse: Open) -> None:
    async with browse() as b:
        reviews = b.browser.text("reviews")
        first = reviews.marked
        await b.press("J")
        assert reviews.marked is not first
        await b.press("K")
        assert reviews.marked == first
        await b.press("3", "J")
        marked = b.browser.text("trivia").marked
        assert marked is not None
        assert marked.id in {"t1", "t2"}


async def test_one_liners_are_folded_at_the_end_and_unfold(browse: Open) -> None:
    async with browse() as b:
        assert b.browser.text("reviews").passages[-1].text == "▸ 2 one-liners"
        await b.press("2", "G")
        b.browser.text("reviews").go_to("one-liners")
        await b.press("enter")
        assert [p.id for p in b.browser.text("reviews").passages][-2:] == ["r-short1", "r-short2"]


async def test_a_review_folds_and_unfolds(browse: Open) -> None:
    async with browse((80, 24)) as b:
        await b.press("2", "x")
        assert b.shows("more lines")
        await b.press("enter")
        assert not b.shows("more lines")
        await b.press("X")
        assert b.shows("more lines")


async def test_spoilers_are_veiled_until_revealed(browse: Open, library: FakeLibrary) -> None:
    async with browse((120, 50)) as b:
        assert not b.shows("wept")
        assert b.shows("spoiler, ")
        await b.press("2")
        b.browser.text("reviews").go_to("r-spoiler")
        await b.press("y")
        assert b.app.clipboard == ""
        await b.press("v")
        assert b.shows("wept")
        await b.press("v")
        assert not b.shows("wept")
        await b.press("V")
        assert b.shows("wept")
        assert b.shows("lost brother")
        await b.press("V")
        assert not b.shows("lost brother")
    assert library.views


async def test_copying_takes_the_marked_review(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "y")
        assert b.app.clipboard.startswith("The harbour is the first thing")


async def test_evidence_names_documents_lines_and_other_values(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "e")
        assert isinstance(b.app.screen, EvidenceScreen)
        assert b.shows("stands in 2 documents")
        assert b.shows("harbour page.html, line 31")
        await b.press("escape", "1", "e")
        assert b.shows("1986 — clippings")
        await b.press("escape")
        assert b.in_browser()


async def test_topics_are_jumped_to_and_back(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "1", "t")
        assert isinstance(b.app.screen, ChooseScreen)
        await b.press("down", "enter")
        assert b.active() == "trivia"
        marked = b.browser.text("trivia").marked
        assert marked is not None
        assert marked.text == "The lamp"
        await b.press("ctrl+o")
        assert b.active() == "synopsis"
        await b.press("alt+right")
        assert b.active() == "trivia"


async def test_the_film_list_is_jumped_through_by_letter_decade_and_group(browse: Open) -> None:
    async with browse() as b:
        await b.press("t")
        assert b.shows("Jump to · 3")
        await b.press(*"p", "enter")
        assert b.browser.film is not None
        assert b.browser.film.id == "paper-kite-1999", "the article is passed over"
        for order, wanted, film in (("newest", "1980", "night-harbour-1987"), ("decade", "2000", "rain-2004")):
            await b.press("o")
            await b.type(order)
            await b.press("enter", "t")
            await b.type(wanted)
            await b.press("enter")
            assert b.browser.film.id == film


@pytest.mark.parametrize(
    ("size", "seen", "unseen"),
    [
        ((120, 36), ("0 Films", "1 Synopsis", "Ada Quill", "The harbour was built"), ()),
        ((80, 24), ("0 Films", "1 Synopsis", "Ada Quill"), ("The harbour was built",)),
        ((50, 16), ("The Paper Kite",), ("Ada Quill",)),
        ((40, 12), ("The Paper Kite",), ("Ada Quill",)),
        ((39, 12), ("40 × 12",), ("The Paper Kite",)),
        ((300, 100), ("0 Films", "1 Synopsis", "Ada Quill", "The harbour was built"), ()),
    ],
)
async def test_each_size_of_window_shows_what_has_room_in_it(
    browse: Open, size: tuple[int, int], seen: tuple[str, ...], unseen: tuple[str, ...]
) -> None:
    async with browse(size) as b:
        for text in seen:
            assert b.shows(text), text
        for text in unseen:
            assert not b.shows(text), text
        assert all(len(line) <= size[0] for line in b.lines())


async def test_a_resize_keeps_the_line_at_the_top(browse: Open) -> None:
    async with browse((120, 30)) as b:
        await b.press("2", "j", "j", "j", "j")
        pane = b.browser.text("reviews")
        place = pane.place
        assert place is not None
        for size in ((70, 20), (45, 14), (200, 30), (120, 30)):
            await b.pilot.resize_terminal(*size)
            await b.settle()
            now = pane.place
            assert now is not None
            line = pane._text.line(pane.scroll_offset.y)
            assert line is not None
            assert now.passage == place.passage
            assert line[1].start <= place.offset <= max(line[1].end, line[1].start) + 1


async def test_zoom_gives_the_window_to_a_pane_and_back(browse: Open) -> None:
    async with browse() as b:
        await b.press("3", "z")
        assert not b.shows("Ada Quill")
        await b.press("escape")
        assert b.shows("Ada Quill")


async def test_dividers_move_by_key_and_mouse(browse: Open) -> None:
    async with browse() as b:
        before = b.browser.query_one("#films-box").size.width
        await b.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        assert b.browser.query_one("#films-box").size.width == before + 2
        wide = b.browser.query_one("#reviews-box").size.width
        await b.press("left_square_bracket")
        assert b.browser.query_one("#reviews-box").size.width < wide
        await b.press("right_square_bracket", "right_square_bracket")
        assert b.browser.query_one("#reviews-box").size.width > wide
        high = b.browser.query_one("#synopsis-box").size.height
        await b.press("plus")
        assert b.browser.query_one("#synopsis-box").size.height > high
        await b.press("minus", "minus")
        assert b.browser.query_one("#synopsis-box").size.height < high
        await b.pilot.mouse_down("#side", offset=(0, 3))
        await b.pilot.hover("#films", offset=(22, 3))
        await b.pilot.mouse_up("#films", offset=(22, 3))
        await b.settle()
        assert b.browser.query_one("#films-box").size.width == 22
        high = b.browser.query_one("#synopsis-box").size.height
        await b.pilot.mouse_down("#reviews-title", offset=(9, 0))
        await b.pilot.hover("#reviews", offset=(9, 5))
        await b.pilot.mouse_up("#reviews", offset=(9, 5))
        await b.settle()
        assert b.browser.query_one("#synopsis-box").size.height > high + 2


async def test_a_window_that_was_too_small_gives_the_keys_back(browse: Open) -> None:
    async with browse() as b:
        await b.press("2")
        await b.pilot.resize_terminal(20, 5)
        await b.settle()
        await b.press("j")
        await b.pilot.resize_terminal(120, 36)
        await b.settle()
        assert b.active() == "reviews"
        assert b.browser.text("reviews").has_focus
        await b.press("slash", *"lamp")
        await b.pilot.resize_terminal(20, 5)
        await b.settle()
        await b.pilot.resize_terminal(120, 36)
        await b.settle()
        assert b.browser.bar.field.has_focus
        assert b.browser.bar.query_text == "lamp"


async def test_a_dialog_is_left_once_however_often_it_is_answered(browse: Open) -> None:
    async with browse() as b:
        await b.press("o")
        dialog = b.app.screen
        assert any(line.count("│") > 4 for line in b.lines()), "the dialog has its own frame"
        dialog.dismiss(None)
        dialog.dismiss(None)
        await b.settle()
        assert b.in_browser()


async def test_a_question_over_a_question_is_asked(browse: Open) -> None:
    async with browse() as b:
        answers: list[str | None] = []
        for title in ("Your rating", "Your note"):
            b.app.push_screen(AskScreen(title), answers.append)
        await b.settle()
        assert b.shows("Your note")
        await b.press("x", "enter", "y", "enter")
        assert answers == ["x", "y"]
        assert b.in_browser()


async def test_the_mouse_chooses_films_titles_and_keys(browse: Open) -> None:
    async with browse() as b:
        await b.pilot.click("#films", offset=(5, 1))
        await b.settle()
        assert b.browser.view is not None
        assert b.browser.view.film.id == "paper-kite-1999"
        await b.pilot.click("#trivia-title", offset=(4, 0))
        await b.settle()
        assert b.active() == "trivia"
        await b.pilot.click("#films", offset=(5, 0), times=2)
        await b.settle()
        assert b.active() == "reviews", "a double click goes into the film"
        await b.pilot.click("#keys", offset=(3, 0))
        await b.settle()
        assert b.browser.has_class("-searching")


async def test_place_pane_and_theme_are_remembered(browse: Open, library: FakeLibrary) -> None:
    async with browse((80, 24)) as b:
        await b.press("2", "j", "j", "T", "q")
    assert library.state["pane"] == "reviews"
    assert library.state["theme"] == "matinee-day"
    async with browse((80, 24)) as b:
        assert b.app.theme == "matinee-day"
        assert b.active() == "reviews"
        assert b.browser.text("reviews").scroll_offset.y == 2


async def test_an_empty_library_says_what_to_do(browse: Open) -> None:
    async with browse(fake=FakeLibrary()) as b:
        assert b.shows("No films yet")
        assert b.shows("Press i")
        assert b.shows("Press S")
        await b.press("2", "slash", "n", "v", "e", "y", "J", "t", "w", "B", "escape")
        assert b.in_browser()


async def test_what_another_process_changed_appears_and_the_place_stays(browse: Open, library: FakeLibrary) -> None:
    async with browse() as b:
        await b.press("2", "j")
        place = b.browser.text("reviews").place
        del library.views["rain-2004"]
        library.changed = True
        await b.until(lambda: not b.browser.watching)
        b.browser.look_again()
        await b.until(lambda: not b.shows("雨の港"))
        assert b.browser.text("reviews").place == place


async def test_a_film_that_was_asked_for_comes_though_the_one_before_is_read_again(
    browse: Open, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, arrived, read = threading.Event(), threading.Event(), library.film

    def film(ref: str) -> FilmView:
        if ref == "paper-kite-1999":
            gate.wait(20)
        return read(ref)

    async with browse() as b:
        monkeypatch.setattr(library, "film", film)
        b.browser.open_film("paper-kite-1999", arrived.set)
        b.browser.reload_film("night-harbour-1987")
        await b.settle()
        gate.set()
        await b.until(arrived.is_set)
        assert b.shows("A kite film without a kite")


async def test_a_film_that_went_away_leaves_the_screen(browse: Open, library: FakeLibrary) -> None:
    async with browse() as b:
        library.views.clear()
        b.browser.refresh_films()
        await b.until(lambda: b.browser.view is None)
        await b.settle()
        assert b.shows("No films yet.")
        assert b.shows("Press i and name a file or folder")
        assert not b.shows("Ada Quill")
        assert not b.shows("/ search"), "there is nothing to search"


async def test_a_click_beside_a_dialog_leaves_it(browse: Open) -> None:
    async with browse() as b:
        for key, title in (("o", "#choose-title"), ("r", "#choose-title"), ("e", "#evidence-title")):
            await b.press(key)
            assert not b.in_browser()
            await b.pilot.click(title)
            await b.settle()
            assert not b.in_browser(), "a click into it leaves it open"
            await b.pilot.click(offset=(1, 1))
            await b.settle()
            assert b.in_browser()


async def test_the_own_layer_is_seen_in_the_narrowest_list(browse: Open, library: FakeLibrary) -> None:
    library.set_watchlist("paper-kite-1999", on=True)
    async with browse((80, 24)) as b:
        assert b.shows("The Paper Kite      + 1999")
