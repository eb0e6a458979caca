"""What changes the library is waited for when the program ends, and not for ever."""

from __future__ import annotations

import threading
import time
from typing import cast

from textual.message_pump import MessagePump

from tui.widgets.lane import CHANGE, finish, spawn


class Nobody:
    """Hears nothing."""

    def call_later(self, *_: object) -> None:
        raise RuntimeError


def test_a_change_that_is_under_way_is_finished() -> None:
    done: list[str] = []
    begun = threading.Event()

    def work() -> None:
        begun.set()
        time.sleep(0.2)
        done.append("written")

    spawn(cast("MessagePump", Nobody()), work, lambda _: None, CHANGE)
    begun.wait(5)
    finish(CHANGE, 5)
    assert done == ["written"]


def test_nobody_waits_longer_than_was_said_nor_for_what_is_no_change() -> None:
    free = threading.Event()
    for name in (CHANGE, "search"):
        spawn(cast("MessagePump", Nobody()), lambda: free.wait(20), lambda _: None, name)
    finish(CHANGE, 0.1)
    assert {CHANGE, "search"} <= {thread.name for thread in threading.enumerate()}, "both are still under way"
    free.set()
