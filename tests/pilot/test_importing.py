"""Importing in the browser: the dialog, its progress and its report, beside which one reads on."""

from __future__ import annotations

import threading
from pathlib import Path

from textual.widgets import Input

from tests.pilot.conftest import Open
from tests.pilot.fakes import FakeLibrary
from tui.models import DocumentReport, ImportReport
from tui.screens.evidence import EvidenceScreen
from tui.screens.import_report import report_passages
from tui.screens.importing import ImportScreen, completions
from tui.widgets.text_pane import TextPane


async def test_the_import_dialog_completes_imports_and_reports(browse: Open, tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "one.txt").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    assert [path.name for path in completions(f"{tmp_path}/")] == ["reviews"]
    assert [path.name for path in completions(f"{tmp_path}/.h")] == [".hidden"]
    assert completions(f"{tmp_path}/nowhere/") == []
    assert completions("~nobody-of-that-name/x") == []
    assert completions("a\0b/") == []
    async with browse() as b:
        await b.press("i")
        assert isinstance(b.app.screen, ImportScreen)
        field = b.app.screen.query_one("#choose-field")
        field.value = f"{tmp_path}/rev"  # type: ignore[attr-defined]
        await b.settle()
        await b.press("tab")
        assert field.value == f"{tmp_path}/reviews/"  # type: ignore[attr-defined]
        await b.press("enter")
        await b.until(lambda: isinstance(b.app.screen, EvidenceScreen))
        assert b.shows("New: ")
        await b.press("escape", "i")
        b.app.screen.query_one("#choose-field").value = f"{tmp_path}/absent"  # type: ignore[attr-defined]
        await b.press("enter")
        await b.until(lambda: isinstance(b.app.screen, EvidenceScreen))
        told = [passage.text for passage in b.app.screen.query_one(TextPane).passages]
        assert f"{tmp_path}/absent — does not exist. Check the path." in told


async def test_enter_completes_a_path_that_leads_nowhere_yet_and_takes_what_the_arrows_chose(
    browse: Open, library: FakeLibrary, tmp_path: Path
) -> None:
    for name in ("pages", "reviews"):
        (tmp_path / "in" / name).mkdir(parents=True)
    async with browse() as b:
        await b.press("i")
        field = b.app.screen.query_one(Input)
        field.value = f"{tmp_path}/in/re"
        await b.press("enter")
        assert field.value == f"{tmp_path}/in/reviews/"
        field.value = f"{tmp_path}/in/"
        await b.press("down", "enter")
        assert field.value == f"{tmp_path}/in/reviews/"
        assert not [call for call in library.calls if call[0] == "import"]
        await b.press("enter")
        await b.until(lambda: isinstance(b.app.screen, EvidenceScreen))


def test_a_path_that_cannot_be_read_is_reported_in_full() -> None:
    one = DocumentReport(path="/films/ada/fims/note.txt", status="failed", reason="there is no such file", remedy=None)
    assert any("/films/ada/fims/note.txt" in p.text for p in report_passages(ImportReport(documents=(one,), failed=1)))


async def test_one_reads_on_while_an_import_runs(browse: Open, library: FakeLibrary, tmp_path: Path) -> None:
    gate = threading.Event()
    library.slow = lambda what: gate.wait(20) if what == "import" else None
    async with browse() as b:
        await b.press("i")
        b.app.screen.query_one("#choose-field", Input).value = str(tmp_path)
        await b.press("enter")
        await b.until(lambda: b.shows("1 of 4 films"))
        assert b.shows("Esc cancels")
        await b.press("enter")
        assert b.in_browser()
        await b.press("j", "2")
        assert b.active() == "reviews"
        assert b.shows("reading 25 %")
        await b.press("i")
        assert b.shows("1 of 4 films"), "it is the same import"
        await b.press("enter")
        gate.set()
        await b.until(lambda: any("i shows what became" in n.message for n in b.app._notifications))
        assert b.in_browser()
        assert not b.shows("reading 25 %")
        await b.press("i")
        assert b.shows("New: 0 films, 2 reviews")
        await b.press("escape", "i")
        assert b.shows("Enter imports"), "a report is shown once"


async def test_leaving_during_an_import_is_asked_for_twice(browse: Open, library: FakeLibrary, tmp_path: Path) -> None:
    gate = threading.Event()
    library.slow = lambda what: gate.wait(20) if what == "import" else None
    async with browse() as b:
        await b.press("i")
        b.app.screen.query_one("#choose-field", Input).value = str(tmp_path)
        await b.press("enter", "enter", "q")
        assert b.app.is_running
        assert any("An import is running" in n.message for n in b.app._notifications)
        await b.press("q")
        assert b.app._exit
        gate.set()


async def test_a_running_import_is_cancelled_from_its_dialog(
    browse: Open, library: FakeLibrary, tmp_path: Path
) -> None:
    gate = threading.Event()
    library.slow = lambda what: gate.wait(20) if what == "import" else None
    async with browse() as b:
        await b.press("i")
        b.app.screen.query_one("#choose-field", Input).value = str(tmp_path)
        await b.press("enter", "enter", "i", "escape")
        assert b.shows("cancelling")
        gate.set()
        await b.until(lambda: any("the library is as it was" in n.message for n in b.app._notifications))
        await b.until(b.in_browser)
