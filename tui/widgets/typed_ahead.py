"""Keys that are typed faster than they are handled wait for their turn, and go to what the earlier ones opened.

Textual hands each key to what has the focus when it arrives. Of «/mirror» in one burst (a fast typist, a pasted line,
a script) the letters would be handed to the pane before the slash has opened the bar, and be taken for commands.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from textual import on
from textual.app import App
from textual.events import Event, Key
from textual.message import Message

PATIENCE = 10
"""Turns after which a key counts as handled, whatever became of it; a machine that stands still takes one for long."""
TURN = 0.05
"""Seconds of a turn."""
FOCUS_PATIENCE = 0.3
"""Seconds that a screen has to say where its keys go; one that takes no focus never does."""
GLANCE = 0.01
"""Seconds between two looks at that."""


class KeyHandled(Message):
    """Follows a key on its way up; when it arrives, the key has done what it does."""


class TypedAhead(App[None]):
    """An app that handles one key after the other."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        """Start with no key under way."""
        super().__init__(*args, **settings)
        self._waiting: deque[Key] = deque()
        self._under_way = False
        self.keys_pressed = 0
        self.last_key = 0.0
        """When a key was last handed over, by the monotonic clock."""

    async def on_event(self, event: Event) -> None:
        """Take keys one by one, everything else as it comes."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        else:
            await self._hand_over(event)

    async def _hand_over(self, key: Key) -> None:
        self._under_way = True
        self.keys_pressed += 1
        self.last_key = time.monotonic()
        count = self.keys_pressed
        target = self.focused or self.screen
        self.set_timer(TURN, lambda: self._wait(count, PATIENCE))
        await super().on_event(key)
        if not target.post_message(KeyHandled()):
            self.call_later(self._handled, count)

    async def _wait(self, count: int, turns: int) -> None:
        if turns <= 1:
            await self._handled(count)
        elif count == self.keys_pressed and self._under_way:
            self.set_timer(TURN, lambda: self._wait(count, turns - 1))

    @on(KeyHandled)
    def _arrived(self) -> None:
        self.call_later(self._handled, self.keys_pressed)  # behind what the key asked for to be done later

    async def _handled(self, count: int, waited: float = 0.0) -> None:
        """Hand over the next key, once the screen has said where keys go."""
        if count != self.keys_pressed or not self._under_way:
            return
        if self.is_running and self._is_opening() and waited < FOCUS_PATIENCE:
            self.set_timer(GLANCE, lambda: self._handled(count, waited + GLANCE))
            return
        self._under_way = False
        if self._waiting:
            await self._hand_over(self._waiting.popleft())

    def _is_opening(self) -> bool:
        """Say whether the screen has yet to say where its keys go; in a tiny window nothing on it takes any."""
        return self.focused is None and (not self.screen.is_mounted or bool(self.screen.focus_chain))
