"""Every screen and state at four sizes, dark and light; from one size to the next by a resize, as a user does it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pilot.conftest import Browsing, Open, browse, library
from tests.pilot.fakes import FakeChange, FakeLibrary
from tests.pilot.films import odd_films
from tests.snapshots.conftest import FOLDER, Compare
from tui.errors import DamagedFileError
from tui.models import DocumentReport, DocumentStatus, FilmView, ImportReport, Remark
from tui.screens.evidence import EvidenceScreen
from tui.screens.import_report import report_passages

__all__ = ["browse", "library"]

SIZES = ((120, 36), (80, 24), (60, 20), (40, 12))
SEARCHED = ("slash", *"lamp", "enter")
FOUND = ("s", *"lamp", "down")
SCREENS: Mapping[str, tuple[str, ...]] = {
    "browser": (),
    "film-without-facts": ("j", "2"),
    "synopsis": ("1",),
    "reading": ("2",),
    "spoilers": ("2", "V", "G"),
    "folded": ("2", "X"),
    "zoom": ("3", "z"),
    "filter": ("f", *"pap"),
    "filter-nothing": ("f", *"xyzzy"),
    "groups": ("o", *"decade", "enter"),
    "sort": ("o",),
    "sort-reviews": ("2", "o"),
    "filter-reviews": ("2", "f"),
    "filtered-reviews": ("2", "f", *"ada", "enter"),
    "jump-films": ("t",),
    "jump-reviews": ("2", "t"),
    "jump-topics": ("3", "t"),
    "search-live": ("slash", *"lamp"),
    "search-walk": (*SEARCHED, "n", "n"),
    "search-nothing": ("slash", *"xyzzy"),
    "search-empty": ("s",),
    "search-screen": ("s", *"lamp"),
    "search-results": (*FOUND, "j", "j"),
    "search-narrowed": (*FOUND, "tab", "tab", "j", "j", "enter"),
    "search-spoiler": (*FOUND, "j", "j", "j"),
    "search-none": ("s", *"xyzzy"),
    "search-like": ("2", "m"),
    "saved": ("at",),
    "concordance": (*SEARCHED, "c"),
    "evidence": ("2", "e"),
    "evidence-film": ("e",),
    "help": ("question_mark",),
    "help-searched": ("question_mark", *"spoil"),
    "palette": ("ctrl+p", *"kite"),
    "rate": ("r",),
    "log": ("W",),
    "note": ("A",),
    "merge": ("ctrl+p", *"merge", "enter"),
    "confirm": ("ctrl+p", *"remove", "enter"),
    "correct": ("C",),
    "unfiled": ("U",),
    "unfiled-candidates": ("U", "tab"),
    "unfiled-empty": ("U", "d"),
    "import": ("i",),
    "import-report": ("i", *"missing", "enter"),
}

ODD = ("bare", "endless", "joined", "right", "wide")
STATES = ("own", "empty", "first-start", "import-report-messy", "import-running", "undo-asks", "error")
OTHERS = (*(f"odd-{name}" for name in ODD), *STATES)


def messy() -> ImportReport:
    """Return what an import may bring of a folder in which everything lies."""
    remark = Remark(text="row 4 is left out: «Year» holds «abc»", lines=(4, 4))
    stray = "it names no film and too little in it tells which film it is about"
    states: tuple[tuple[str, DocumentStatus, str | None, str | None], ...] = (
        ("broken.zip", "failed", "it is damaged (File is not a zip file)", "Export or download it again"),
        *((f"old/clipping {n}.txt", "unfiled", stray, None) for n in range(1, 4)),
        ("holiday.jpg", "skipped", "it is a picture, sound, video or font, not a document", None),
        ("empty.txt", "skipped", "it is empty", None),
    )
    told = [DocumentReport(path=f"in/{p}", status=s, reason=why, remedy=do) for p, s, why, do in states]
    page = DocumentReport(path="in/page.html", status="imported", reader="film-page", film="kite-1999", reviews=12)
    table = DocumentReport(path="in/films.csv", status="imported", reader="table", films=3, remarks=(remark,))
    again = DocumentReport(path="in/notes.md", status="unchanged", reader="note", film="kite-1999", trivia=4)
    return ImportReport(documents=(*told, page, table, again), films=3, reviews=12, merged=2, unfiled=3, failed=1)


async def held(b: Browsing, compare: Compare, name: str) -> None:
    """Hold a state against its pictures, all sizes before the first complaint."""
    different = []
    for width, height in SIZES:
        await b.pilot.resize_terminal(width, height)
        await b.rest()
        different.append(await compare(b, f"{name}-{width}x{height}"))
    assert not any(different), "\n".join(different)


@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_looks_as_it_did(
    browse: Open, compare: Compare, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reviews").mkdir()
    (tmp_path / "page.html").touch()
    monkeypatch.chdir(tmp_path)
    async with browse(SIZES[0]) as b:
        await b.press(*SCREENS[name])
        await b.settle()
        await held(b, compare, name)


async def test_the_users_own_layer(browse: Open, compare: Compare, library: FakeLibrary) -> None:
    film = "night-harbour-1987"
    library.set_rating(film, 9)
    library.set_watchlist(film, on=True)
    library.bookmark(film, "r-long")
    library.bookmark(film, "t2")
    library.note(film, "So true, and so quiet.", record="r-long")
    async with browse(SIZES[0]) as b:
        await b.press("2")
        await held(b, compare, "own")


@pytest.mark.parametrize("name", ODD)
async def test_films_that_are_hard_to_draw(browse: Open, compare: Compare, name: str) -> None:
    film = next(view for view in odd_films() if view.film.id == name)
    async with browse(SIZES[0], fake=FakeLibrary([film])) as b:
        await b.press("2")
        await held(b, compare, f"odd-{name}")


async def test_an_empty_library(browse: Open, compare: Compare) -> None:
    async with browse(SIZES[0], fake=FakeLibrary()) as b:
        await held(b, compare, "empty")


async def test_the_report_of_a_messy_folder(browse: Open, compare: Compare) -> None:
    async with browse(SIZES[0]) as b:
        b.app.push_screen(EvidenceScreen("Import", report_passages(messy()), b.app.config))
        await held(b, compare, "import-report-messy")


async def test_the_first_start(browse: Open, compare: Compare, library: FakeLibrary) -> None:
    library.state = {}
    async with browse(SIZES[0], notifications=True) as b:
        await held(b, compare, "first-start")


async def test_a_running_import(
    browse: Open, compare: Compare, library: FakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    library.slow = lambda what: gate.wait(60) if what == "import" else None
    (tmp_path / "pages").mkdir()
    monkeypatch.chdir(tmp_path)
    async with browse(SIZES[0]) as b:
        await b.press("i", *"pages", "enter")
        await b.until(lambda: b.shows("1 of 4"))
        try:
            await held(b, compare, "import-running")
        finally:
            gate.set()


async def test_an_undo_of_much_asks_first(browse: Open, compare: Compare, library: FakeLibrary) -> None:
    library.changes = [FakeChange("import of 9 documents", ("a", "b", "c", "d"))]
    async with browse(SIZES[0]) as b:
        await b.press("u")
        await b.until(lambda: b.shows("Take back: import of 9 documents"))
        await held(b, compare, "undo-asks")


async def test_an_error(browse: Open, compare: Compare, library: FakeLibrary) -> None:
    def broken(ref: str) -> FilmView:
        raise DamagedFileError(f"films/{ref}.json", "does not parse", "Run `matinee check --repair`")

    async with browse(SIZES[0], notifications=True) as b:
        library.film = broken  # type: ignore[method-assign]
        await b.press("j")
        await b.until(lambda: b.shows("does not parse"))
        await held(b, compare, "error")


@pytest.mark.parametrize("keys", [(), ("s",), ("o",), ("U",), ("e",), ("i",), ("r",), ("question_mark",)])
async def test_every_screen_says_when_there_is_too_little_room(browse: Open, keys: tuple[str, ...]) -> None:
    async with browse((80, 24)) as b:
        await b.press(*keys)
        before, focused = b.lines(), b.app.focused
        await b.pilot.resize_terminal(39, 11)
        await b.settle()
        await b.until(lambda: "".join(b.lines()).strip() == "Matinee needs 40 × 12; this is 39 × 11.")
        await b.pilot.resize_terminal(80, 24)
        await b.until(lambda: b.lines() == before)
        assert b.app.focused is focused


def test_no_picture_is_left_of_a_screen_that_is_gone() -> None:
    names = {f"{name}-{w}x{h}" for name in (*SCREENS, *OTHERS) for w, h in SIZES}
    assert {path.stem for path in FOLDER.glob("*.txt")} == names
