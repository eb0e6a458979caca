"""When Python looks for garbage: never between a key and the screen."""

from __future__ import annotations

import gc
import time

from tui.widgets.typed_ahead import TypedAhead

LOOK_EVERY = 5.0
"""Seconds between two looks whether nobody is at the keys."""
REST = 2.0
"""Seconds without a key after which nobody is."""


class Sweeping(TypedAhead):
    """An app that sweeps up when nobody waits for it.

    Python of its own accord sweeps everything whenever enough is new: with tens of thousands of films and reviews in
    memory, nearly none of them garbage, each time is a dropped frame or three.
    """

    _swept: int | None = None
    """Keys that had been pressed when everything was last swept."""

    def sweep_at_rest(self) -> None:
        """Leave sweeps of everything to moments without keys, from now on."""
        gc.set_threshold(2000, 10, 1_000_000)
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self.keys_pressed == self._swept or time.monotonic() - self.last_key < REST:
            return
        if self._swept is None:
            gc.freeze()  # the program itself and the list of films: they stay
        else:
            gc.collect()
        self._swept = self.keys_pressed
