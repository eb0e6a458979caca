"""A real pseudo-terminal with the real program in it, and somebody to look at the screen."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds after which a screen that does not come is a failure; machines differ, so it is long."""
KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "ctrl+p": "\x10", "ctrl+l": "\x0c", "ctrl+s": "\x13",
}  # fmt: skip


class Terminal:
    """A program in a pseudo-terminal of a given size; `raw` is every byte that it wrote."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start it.

        Args:
            command: the program and its arguments.
            columns: of the terminal.
            rows: of the terminal.
            environment: added to that of the tests.
        """
        self.raw = bytearray()
        self.last_written = 0.0
        """When the last bytes came."""
        self._looked_at = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        settings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        settings |= dict(environment or {})
        self.started = time.perf_counter()
        self._far, near = os.openpty()
        termios.tcsetwinsize(near, (rows, columns))
        self._process = subprocess.Popen(
            list(command), stdin=near, stdout=near, stderr=near, env=settings, start_new_session=True
        )
        os.close(near)

    @property
    def text(self) -> str:
        """What stands on the screen, line by line; only who looks pays for the drawing."""
        self._look()
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def pid(self) -> int:
        """Of the program."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the program is gone; what is typed then is echoed by the terminal itself."""
        return self._process.poll() is not None

    def pump(self, seconds: float = 0.0) -> bool:
        """Take in what the program writes within `seconds`; say whether it is still there."""
        ready, _, _ = select.select([self._far], [], [], seconds)
        if not ready:
            return True
        try:
            written = os.read(self._far, 1 << 16)
        except OSError:
            return False
        self.last_written = time.perf_counter()
        self.raw += written
        return bool(written)

    def _look(self) -> None:
        """Draw what was written since the last look."""
        seen, self._looked_at = self._looked_at, len(self.raw)
        if seen < self._looked_at:
            self._stream.feed(bytes(self.raw[seen:]))

    def wait_for(self, wanted: str | Callable[[str], bool], patience: float = PATIENCE) -> float:
        """Read until the screen shows what is wanted.

        Returns:
            Seconds that it took.

        Raises:
            AssertionError: it did not come in time, or the program ended before.
        """
        began = time.perf_counter()
        alive = True
        while True:
            seen = wanted in self.text if isinstance(wanted, str) else wanted(self.text)
            if seen:
                return time.perf_counter() - began
            late = time.perf_counter() - began > patience
            if late or not alive:
                why = "did not come in time" if late else "did not come before the program ended"
                raise AssertionError(f"{wanted!r} {why}; on the screen stands:\n{self.text}")
            alive = self.pump(0.05)

    def settle(self, quiet: float = 0.3, patience: float = 5.0) -> None:
        """Read until nothing was written for `quiet` seconds; a blinking cursor must not keep us for ever."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            before = len(self.raw)
            self.pump(quiet)
            if len(self.raw) == before:
                return

    def press(self, *keys: str) -> None:
        """Send keys: names of `KEYS`, else the characters themselves."""
        for key in keys:
            os.write(self._far, KEYS.get(key, key).encode())
            if key == "escape":  # on its own: with the next key at once it would be read as Alt and that key
                self.settle(0.2, patience=0.4)

    def send(self, text: str) -> None:
        """Send bytes as they are: what a mouse makes, a paste."""
        os.write(self._far, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as dragging a window's corner does."""
        self._look()
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._far, (rows, columns))
        os.kill(self.pid, signal.SIGWINCH)

    def wait_for_end(self, patience: float = PATIENCE) -> int:
        """Wait until the program has ended and return its status."""
        end = time.perf_counter() + patience
        while self.pump(0.1) and time.perf_counter() < end:
            pass
        return self._process.wait(max(0.1, end - time.perf_counter()))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program if it is still there."""
        self._process.kill()
        self._process.wait()
        os.close(self._far)


def matinee(library: Path, *words: str) -> list[str]:
    """Return the command that runs Matinee from this checkout on `library`."""
    return [sys.executable, "-m", "tui", "--library", str(library), *words]
