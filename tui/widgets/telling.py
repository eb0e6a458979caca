"""Messages at the lower edge: one at a time, the newest; errors keep their time."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notify


class Telling(App[None]):
    """An app whose messages don't pile up over what is read."""

    def on_notify(self, event: Notify) -> None:
        """Let a message take the place of an older one; an error stays beside it as long as it should."""
        new = event.notification
        for older in list(self._notifications):
            if older.severity == "information" or older.message == new.message:
                self._unnotify(older, refresh=False)
