"""Work beside the event loop: threads that nobody waits for but `finish`, answers that are never stale.

Textual's own thread workers are joined when the program ends, so quitting would wait for a search. These
threads are daemons, and their answers go back as a callback on a widget's own queue.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from textual.message_pump import MessagePump

T = TypeVar("T")
CHANGE = "change"
"""Name of the pieces of work that change the library: of these the program waits for the last."""
Cancelled = Callable[[], bool]
"""Tells a piece of work whether its answer is still wanted."""


class Lane:
    """One thread that does the newest piece of work it was given; older ones are told to stop and forgotten."""

    def __init__(self, name: str) -> None:
        """Name the lane; its thread starts with the first piece of work."""
        self._name = name
        self._generation = 0
        self._settled = 0
        self._waiting: Callable[[], None] | None = None
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None

    def submit(self, owner: MessagePump, work: Callable[[Cancelled], T], done: Callable[[T | Exception], None]) -> int:
        """Do `work` in the thread, then call `done` with its result on the owner's queue, unless superseded.

        Returns:
            The generation of this piece of work.
        """
        with self._wake:
            self._generation += 1
            generation = self._generation

            def superseded() -> bool:
                return generation != self._generation

            def deliver(result: T | Exception) -> None:
                if not superseded():
                    self._settled = generation
                    done(result)

            def job() -> None:
                result = attempt(lambda: work(superseded))
                if not superseded():
                    post(owner, deliver, result)

            self._waiting = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._wake.notify()
            return generation

    def drop(self) -> None:
        """Forget whatever is waiting or running."""
        with self._wake:
            self._generation += 1
            self._settled = self._generation
            self._waiting = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._settled != self._generation

    def _run(self) -> None:
        while True:
            with self._wake:
                while self._waiting is None:
                    self._wake.wait()
                job, self._waiting = self._waiting, None
            job()


def spawn(owner: MessagePump, work: Callable[[], T], done: Callable[[T | Exception], None], name: str) -> None:
    """Do one piece of work in a thread of its own, then call `done` with its result on the owner's queue."""
    threading.Thread(target=lambda: post(owner, done, attempt(work)), name=name, daemon=True).start()


def finish(name: str, seconds: float) -> None:
    """Wait for the pieces of work of this name that are still under way, so many seconds in all."""
    end = time.monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join(max(0.0, end - time.monotonic()))


def post(owner: MessagePump, call: Callable[..., Any], *arguments: Any) -> None:
    """Call something on the owner's own queue, from any thread; an owner that is gone hears nothing."""
    with contextlib.suppress(RuntimeError):  # the program is ending
        owner.call_later(call, *arguments)


def attempt(work: Callable[[], T]) -> T | Exception:
    """Return what `work` returns, or the exception that it raised: the boundary between threads and screens."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 — the screen reports it; a thread that dies tells nobody
        return error
