"""When Python looks for garbage: never between a key and the screen."""

from __future__ import annotations

import gc
import time

from tui.widgets.typed_ahead import TypedAhead

LOOK_EVERY = 5.0
"""Seconds between two looks whether nobody is at the keys."""
SETTLED = 1.0
"""Seconds after which the program and the list of films are in memory; until then nothing is looked for."""
REST = 2.0
"""Seconds without a key after which nobody is."""
NEVER = 1_000_000
"""So many lesser sweeps never come about."""


class Sweeping(TypedAhead):
    """An app that sweeps up when nobody waits for it.

    Python of its own accord sweeps everything whenever enough is new: with tens of thousands of films and reviews in
    memory, nearly none of them garbage, each time is a dropped frame or three.
    """

    _swept: int | None = None
    """Keys that had been pressed when everything was last swept."""

    _before: tuple[int, int, int] | None = None

    def sweep_at_rest(self) -> None:
        """Leave sweeps of everything to moments without keys, from now on."""
        self._before = gc.get_threshold()
        gc.set_threshold(2000, 10, NEVER)
        self.set_timer(SETTLED, gc.enable)
        self.set_interval(LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """Leave Python as it was found."""
        if self._before:
            gc.set_threshold(*self._before)

    def _look(self) -> None:
        if self.keys_pressed == self._swept or time.monotonic() - self.last_key < REST:
            return
        gc.collect()
        if self._swept is None:
            gc.freeze()  # the program itself and the list of films: they stay
        self._swept = self.keys_pressed
