"""Leaving waits for no thread."""

from __future__ import annotations

import threading

import pytest
from textual.app import App

from tui.widgets.driver import PromptDriver


@pytest.mark.parametrize("leaving", [True, False])
async def test_who_leaves_does_not_wait_for_the_thread_that_reads_keys(
    monkeypatch: pytest.MonkeyPatch, leaving: bool
) -> None:
    app: App[None] = App()
    app._exit = leaving
    driver = PromptDriver(app)
    waited: list[str] = []
    thread = threading.Thread()
    monkeypatch.setattr(thread, "join", lambda: waited.append("joined"))
    monkeypatch.setattr(driver, "write", lambda _: None)
    driver._key_thread = thread
    driver.disable_input()
    assert bool(waited) is not leaving


async def test_the_screen_is_emptied_before_the_shells_own_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = PromptDriver(App())
    written: list[str] = []
    monkeypatch.setattr(driver, "write", written.append)
    monkeypatch.setattr(driver, "disable_input", lambda: None)
    monkeypatch.setattr(driver, "flush", lambda: None)
    driver.stop_application_mode()
    said = "".join(written)
    assert -1 < said.find("\x1b[2J") < said.find("\x1b[?1049l")
