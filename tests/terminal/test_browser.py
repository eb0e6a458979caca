"""The real program in a real terminal: it opens, searches, follows the window, leaves the terminal as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal, matinee


def test_it_opens_on_the_starter_collection_searches_and_quits(tmp_path: Path) -> None:
    with Terminal(matinee(tmp_path / "library")) as terminal:
        for title in ("Mask", "Mermaids", "Moonstruck", "Paper Moon", "Silkwood", "The Last Picture Show"):
            terminal.wait_for(title)
        terminal.wait_for("6 films")
        terminal.press("j")
        terminal.wait_for("So he was determined to be better")
        terminal.press("/", *"mirror")
        terminal.wait_for(lambda text: re.search(r"Reviews[^\n]*\d+ of \d+", text) is not None)
        terminal.wait_for("mirror")
        terminal.press("escape")
        terminal.wait_for(lambda text: re.search(r"Reviews[^\n]*\d+ of \d+", text) is None)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert b"\x1b[?1049l" in terminal.raw, "the terminal was not given back"


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24), (50, 16), (40, 12)])
def test_it_fits_every_window(tmp_path: Path, columns: int, rows: int) -> None:
    with Terminal(matinee(tmp_path / "library"), columns=columns, rows=rows) as terminal:
        terminal.wait_for(lambda text: "Mask" in text or "Last Picture Show" in text)
        terminal.settle()
        terminal.press("?")
        terminal.wait_for(lambda text: "Move" in text)
        terminal.press("escape", "q")
        assert terminal.wait_for_end() == 0


def test_it_follows_a_resize(tmp_path: Path) -> None:
    with Terminal(matinee(tmp_path / "library"), columns=120, rows=36) as terminal:
        terminal.wait_for("Trivia")
        for columns, rows in ((80, 24), (50, 16), (40, 12), (160, 50), (120, 36)):
            terminal.resize(columns, rows)
            terminal.settle()
            assert terminal.text.strip(), f"nothing at {columns}×{rows}"
        terminal.wait_for("Trivia")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_second_start_finds_the_library_as_it_was(tmp_path: Path) -> None:
    for _ in range(2):
        with Terminal(matinee(tmp_path / "library")) as terminal:
            terminal.wait_for("6 films")
            terminal.press("q")
            assert terminal.wait_for_end() == 0


def test_leaving_during_a_search_is_immediate(tmp_path: Path) -> None:
    with Terminal(matinee(tmp_path / "library")) as terminal:
        terminal.wait_for("6 films")
        terminal.press("s")
        terminal.settle()
        terminal.press(*"the road", "escape", "escape", "q")
        assert terminal.wait_for_end(patience=5) == 0
