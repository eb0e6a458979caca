"""The terminal that the app was started in: kept clean of what others print, and left when it goes away."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import gettempdir

from textual.app import App
from textual.driver import Driver

GRACE = 1.0
"""Seconds that an app has to leave by itself once its terminal is gone: Textual's own threads may hang on it."""
SETTLED = 0.1
"""Seconds after a change of the terminal's size."""
STATUS = 128
"""What the number of a signal is added to, as shells do."""


class Leaving(App[None]):
    """An app that leaves when its terminal goes away or it is told to end, and fills the terminal while it is there."""

    _painting_anew = False
    ending = False
    """Whether somebody else ends the program: nobody is asked anything any more."""

    def on_mount(self) -> None:
        """Listen for the signals, and watch the terminal."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._called_off, number)
        with contextlib.suppress(OSError, ValueError):
            when_hung_up(sys.__stdin__.fileno() if sys.__stdin__ else 0, self._hung_up)

    def on_resize(self) -> None:
        """Paint everything once the terminal keeps its size.

        One that shrinks and grows again at once has its old size when that is asked for, and Textual paints nothing;
        but what stood in the part that was gone is lost.
        """
        if not self._painting_anew:
            self._painting_anew = True
            self.set_timer(SETTLED, self._paint_anew)

    def _paint_anew(self) -> None:
        self._painting_anew = False
        self.refresh()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver for this platform, Linux's and macOS's as one that lets go at once."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.widgets.driver import PromptDriver

        return PromptDriver

    def _called_off(self, number: int) -> None:
        self.ending = True
        end_soon(STATUS + number, GRACE)
        self.call_later(self.run_action, "quit")

    def _hung_up(self) -> None:
        self.ending = True
        end_soon(STATUS + signal.SIGHUP, GRACE)
        self.call_later(self.run_action, "quit")


def end_now(status: int) -> None:
    """End the process without taking it apart: no thread is waited for, nothing is given back piece by piece."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what others left to be done then, as `sys.exit` would
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def end_soon(status: int, grace: float) -> None:
    """End the process after `grace` seconds, whatever hangs then; writes to the library are atomic at any moment."""

    def end() -> None:
        os._exit(status)

    timer = threading.Timer(grace, end)
    timer.daemon = True
    timer.start()


def when_hung_up(descriptor: int, then: Callable[[], None]) -> None:
    """Call `then`, from a thread, once nobody is at the other end of a terminal or pipe any more."""
    poll = select.poll()
    poll.register(descriptor, 0)  # a hang-up is always told; what is typed is none of our business

    def watch() -> None:
        while not any(event & select.POLLHUP for _, event in poll.poll()):
            pass
        then()

    threading.Thread(target=watch, name="terminal", daemon=True).start()


@contextlib.contextmanager
def own_terminal(log: Path) -> Iterator[None]:
    """Keep the terminal for the app: what native libraries print on standard error goes into `log` meanwhile.

    The app itself writes on standard error, so it gets a descriptor of its own.
    """
    with _opened(log) as kept:
        sys.stderr.flush()
        before = sys.stderr, sys.__stderr__
        screen = open(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115, PTH123 - a descriptor
        os.dup2(kept, 2)
        sys.stderr = sys.__stderr__ = screen  # type: ignore[misc]
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                screen.flush()
            os.dup2(screen.fileno(), 2)
            sys.stderr, sys.__stderr__ = before  # type: ignore[misc]


@contextlib.contextmanager
def _opened(log: Path) -> Iterator[int]:
    """Open the log; one that nothing was written to is taken away again."""
    for path in (log, Path(gettempdir()) / log.name):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError:
            continue
        break
    else:
        path, descriptor = Path(os.devnull), os.open(os.devnull, os.O_WRONLY)
    try:
        yield descriptor
    finally:
        with contextlib.suppress(OSError):
            if path != Path(os.devnull) and os.fstat(descriptor).st_size == 0:
                path.unlink()
        os.close(descriptor)
