"""What changes the library: lists, ratings, notes, corrections, filing, undo; and what goes wrong."""

from __future__ import annotations

import os
from pathlib import Path

from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeChange, FakeLibrary
from tui.config import Config, starter_documents
from tui.errors import DamagedFileError
from tui.models import FilmSummary, FilmView
from tui.screens.ask import AskScreen
from tui.screens.choose import ChooseScreen
from tui.screens.keeping import read_rating
from tui.screens.unfiled import UnfiledScreen


async def test_films_are_sorted_grouped_and_filtered(browse: Open) -> None:
    async with browse() as b:
        await b.press("o", *"newest", "enter")
        assert [film.id for film in b.browser.shelf.shown] == ["rain-2004", "paper-kite-1999", "night-harbour-1987"]
        await b.press("o", *"decade", "enter")
        assert b.shows("2000s")
        assert b.shows("1980s")
        await b.press("f")
        await b.type("kite")
        assert b.shows("0 Films · 1 of 3")
        await b.press(*["backspace"] * 4)
        before = b.browser.films.cursor
        await b.press("down")
        assert b.browser.films.cursor > before, "the arrows move in the list"
        await b.press("enter", "escape")
        assert b.shows("0 Films · 3")
        await b.press("f")
        await b.type("xyzzy")
        assert b.shows("No film is called that.")
        assert not b.shows("No films yet")


async def test_reviews_are_sorted_and_filtered(browse: Open) -> None:
    async with browse() as b:
        await b.press("2", "o")
        await b.type("best rating")
        await b.press("enter")
        assert b.browser.text("reviews").passages[0].id == "r-spoiler"
        await b.press("f", *"ada", "enter")
        assert [p.id for p in b.browser.text("reviews").passages] == ["r-long"]
        assert b.shows("2 Reviews · 1 of 5 · by Ada Quill")
        await b.press("escape")
        assert b.shows("2 Reviews · 5")
        assert b.active() == "reviews"


async def test_a_viewing_a_like_and_tags(browse: Open) -> None:
    async with browse((120, 50)) as b:
        await b.press("W")
        assert isinstance(b.app.screen, AskScreen)
        await b.type("2024-03-01 8/10")
        await b.press("enter")
        await b.until(lambda: b.shows("✓ seen"))
        await b.press("1", "G")
        await b.until(lambda: b.shows("2024-03-01"))
        await b.press("L")
        await b.until(lambda: b.shows("♥"))
        b.browser.action_tag()
        await b.settle()
        await b.type("pier, fog")
        await b.press("enter")
        await b.press("1", "G")
        await b.until(lambda: b.shows("fog, pier"))
        await b.press("W", *"03/04/2024", "enter")
        await b.settle()
        assert not b.shows("03/04/2024")


async def test_the_users_own_layer(browse: Open, library: FakeLibrary) -> None:
    async with browse((120, 50)) as b:
        await b.press("w")
        await b.until(lambda: b.shows("+ watchlist"))
        await b.press("r")
        assert isinstance(b.app.screen, AskScreen)
        await b.press(*"9", "enter")
        await b.until(lambda: b.shows("yours 9/10"))
        await b.press("r", *"lots", "enter")
        await b.press("2", "B")
        await b.until(lambda: b.shows("⚑ Ada Quill"))
        await b.press("A")
        await b.type("see it again")
        await b.press("enter")
        await b.until(lambda: any("see it again" in p.text for p in b.browser.text("synopsis").passages))
    assert library.views["night-harbour-1987"].personal.ratings[0].value == 9


async def test_a_note_is_reworded_and_taken_away(browse: Open, library: FakeLibrary) -> None:
    library.note("night-harbour-1987", "see it again")
    async with browse() as b:
        await b.press("A", "down", "enter")
        await b.press(*["backspace"] * 5, *"soon", "enter")
        await b.until(lambda: library.views["night-harbour-1987"].personal.notes[0].text == "see it soon")
        await b.until(lambda: any("see it soon" in p.text for p in b.browser.text("synopsis").passages))
        await b.press("A", "down", "enter", *["backspace"] * 11, "enter")
        await b.until(lambda: not library.views["night-harbour-1987"].personal.notes)
        await b.press("A")
        assert isinstance(b.app.screen, AskScreen), "there is nothing left to choose from"


def test_a_rating_is_read_in_every_notation() -> None:
    assert [(r.value, r.out_of) for text in ("8", "8/10", "3,5/5", "★★★½") if (r := read_rating(text))] == [
        (8, 10), (8, 10), (3.5, 5), (3.5, 5),
    ]  # fmt: skip
    assert read_rating("lots") is None
    assert read_rating("12/10") is None


async def test_corrections_merging_splitting_removing_and_undo(browse: Open, library: FakeLibrary) -> None:
    async with browse() as b:
        await b.press("C", *"certificate", "enter")
        await b.press(*"X", "enter")
        await b.until(lambda: ("correct", "night-harbour-1987", "certificate", "PGX") in library.calls)
        await b.browser.run_command("merge")
        await b.settle()
        assert isinstance(b.app.screen, ChooseScreen)
        await b.press("enter")
        await b.until(lambda: any(call[0] == "merge" for call in library.calls))
        await b.press("2")
        await b.browser.run_command("split")
        await b.until(lambda: ("split", "night-harbour-1987", ("r-long",)) in library.calls)
        await b.press("u")
        await b.until(lambda: ("undo",) in library.calls)
        await b.browser.run_command("remove")
        await b.settle()
        await b.press("down", "enter")
        await b.until(lambda: "night-harbour-1987" not in library.views)
        await b.until(lambda: b.browser.view is not None and b.browser.view.film.id != "night-harbour-1987")


async def test_a_library_that_cannot_be_opened_says_why_for_as_long_as_it_is_looked_at(
    browse: Open, library: FakeLibrary
) -> None:
    def refused() -> tuple[FilmSummary, ...]:
        raise DamagedFileError("films", "the folder is read-only", "Make it writable")

    library.catalogue = refused  # type: ignore[method-assign]
    async with browse() as b:
        await b.until(lambda: b.shows("could not be"))
        assert "folder is read-only" in " ".join(line[:34].strip("│ ") for line in b.lines())


async def test_the_film_list_is_filtered_by_whatever_the_query_language_knows(
    browse: Open, library: FakeLibrary
) -> None:
    async with browse(notifications=True) as b:
        await b.press("f")
        await b.type("in:trivia lamp year:1980s")
        assert ("search", "in:trivia year:1980s", None) in library.calls
        library.notices = ("no is:seen: it can be watched",)
        await b.type(" is:seen")
        assert not b.shows("it can be watched")
        await b.press("enter")
        await b.until(lambda: b.shows("it can be watched"))
        assert b.active() == "films"
        assert [call[1] for call in library.calls if call[0] == "search"][-1] == "in:trivia year:1980s is:seen"
        await b.press("escape")
        assert b.shows("0 Films · 3 ")
        assert b.browser.shelf.among is None


async def test_a_filter_by_fields_is_asked_anew_when_the_library_has_changed(
    browse: Open, library: FakeLibrary
) -> None:
    async with browse() as b:
        await b.press("f")
        await b.type("is:watchlist")
        await b.press("enter")
        shown = b.browser.shelf.among
        assert shown
        library.views.pop(min(shown))
        b.browser.refresh_films()
        await b.until(lambda: b.browser.shelf.among == shown - {min(shown)})
        assert [call[1] for call in library.calls if call[0] == "search"][-2:] == ["is:watchlist"] * 2


async def test_the_evidence_is_that_of_the_candidate_under_the_cursor(browse: Open) -> None:
    async with browse() as b:
        await b.press("U")
        await b.until(lambda: b.shows("names Mira Toll"))
        await b.press("tab", "down")
        assert b.shows("says «kite»")
        assert not b.shows("names Mira Toll")
        await b.press("up")
        assert b.shows("names Mira Toll")


async def test_unfiled_records_are_filed_with_candidates_films_and_new_films(
    browse: Open, library: FakeLibrary
) -> None:
    record = library.waiting[0]
    async with browse() as b:
        await b.press("U")
        assert isinstance(b.app.screen, UnfiledScreen)
        await b.until(lambda: b.shows("72 %"))
        assert b.shows("names Mira Toll")
        await b.press("a")
        await b.until(lambda: ("file", "u1", "night-harbour-1987") in library.calls)
        library.waiting = [record]
        await b.press("u", "tab", "down", "enter")
        await b.until(lambda: ("file", "u1", "paper-kite-1999") in library.calls)
        library.waiting = [record]
        await b.press("u")
        await b.press("f", *"kite", "enter")
        library.waiting = [record]
        await b.press("u", "n")
        await b.type("Far Pier")
        await b.press("enter")
        await b.until(lambda: ("file", "u1", "Far Pier") in library.calls)
        library.waiting = [record]
        await b.press("u", "d")
        await b.until(lambda: ("ignore", "u1") in library.calls)
        assert b.shows("Nothing waits")
        await b.press("escape")
        assert b.in_browser()


async def test_an_error_names_file_reason_and_remedy(browse: Open, library: FakeLibrary) -> None:
    def broken(ref: str) -> FilmView:
        raise DamagedFileError(f"films/{ref}.json", "does not parse", "Run `matinee check --repair`")

    async with browse() as b:
        library.film = broken  # type: ignore[method-assign]
        await b.press("j")
        await b.until(lambda: any("does not parse" in n.message for n in b.app._notifications))
        assert any("check --repair" in n.message for n in b.app._notifications)


async def test_what_nobody_foresaw_is_written_to_a_log_that_is_named(
    browse: Open, library: FakeLibrary, tmp_path: Path
) -> None:
    def broken(ref: str) -> FilmView:
        raise ZeroDivisionError(ref)

    async with browse() as b:
        library.film = broken  # type: ignore[method-assign]
        await b.press("j")
        await b.until(lambda: any("matinee-errors.log" in n.message for n in b.app._notifications))
        assert b.app.is_running
    assert "ZeroDivisionError" in (tmp_path / "matinee-errors.log").read_text()


async def test_undo_asks_where_several_films_would_change(browse: Open, library: FakeLibrary) -> None:
    library.changes = [FakeChange("import of 9 documents", ("a", "b", "c", "d"))]
    async with browse() as b:
        await b.press("u")
        await b.until(lambda: b.shows("Take back: import of 9 documents"))
        assert b.shows("4 films change")
        await b.press("enter")
        assert b.in_browser()
        assert ("undo",) not in library.calls, "Enter keeps it"
        await b.press("u")
        await b.until(lambda: isinstance(b.app.screen, ChooseScreen))
        await b.press("down", "enter")
        await b.until(lambda: ("undo",) in library.calls)
        library.changes = []
        await b.press("u")
        await b.until(lambda: any("Nothing to take back" in n.message for n in b.app._notifications))


async def test_an_empty_library_gets_the_starter_collection_back(browse: Open) -> None:
    empty = FakeLibrary()
    async with browse(fake=empty) as b:
        await b.press("S")
        await b.until(lambda: ("import", (starter_documents(),)) in empty.calls)


async def test_messages_do_not_pile_up_but_errors_stay(browse: Open) -> None:
    async with browse() as b:
        for text in ("one", "two"):
            b.browser.tell(text)
        b.browser.tell("broken", bad=True)
        b.browser.tell("three")
        await b.settle()
        assert [n.message for n in b.app._notifications] == ["broken", "three"]


async def test_what_is_marked_with_a_note_or_a_bookmark_says_so(browse: Open, library: FakeLibrary) -> None:
    library.note("night-harbour-1987", "so true", record="r-long")
    library.bookmark("night-harbour-1987", "t1")
    async with browse((120, 60)) as b:
        assert b.shows("✎ so true")
        assert b.shows("⚑ The harbour was")
        await b.press("apostrophe")
        await b.until(lambda: ("search", "is:bookmarked", None) in library.calls)


async def test_the_title_bar_tells_how_much_waits(browse: Open, library: FakeLibrary, tmp_path: Path) -> None:
    library.root = tmp_path
    (tmp_path / "unfiled.json").touch()
    async with browse() as b:
        await b.until(lambda: b.shows("4 trivia · 1 unfiled"))
        library.waiting = []
        os.utime(tmp_path / "unfiled.json", (1, 1))
        b.browser.look_again()
        await b.until(lambda: not b.shows("unfiled"))


async def test_ctrl_c_tells_how_to_leave(browse: Open) -> None:
    async with browse(config=Config(keys={"quit": "Q,ctrl+q"})) as b:
        await b.press("ctrl+c")
        assert any(n.message == "Q or Ctrl+Q leaves Matinee." for n in b.app._notifications)
        assert b.app.is_running
