"""Screens that are left once, however many keys or clicks ask for it."""

from __future__ import annotations

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ScreenResultType

from tui.screens.sized_screen import SizedScreen


class Once(SizedScreen[ScreenResultType]):
    """A screen that ignores being dismissed again.

    Of two quick answers (Enter twice, a click and Escape) the second comes when the screen is on its way out. Textual
    takes the types of style sheets from the first base alone, so `ModalScreen` goes before this one.
    """

    def on_click(self, event: events.Click) -> None:
        """Leave a dialog by a click beside it."""
        if event.widget is self and self.is_modal:
            self.call_next(self.run_action, "close")

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with a result, unless the screen was left already; one that is still being made is left then."""
        if not self.is_current:
            return AwaitComplete()
        if self.is_mounted:
            return super().dismiss(result)

        def then() -> None:
            self.dismiss(result)

        self.call_later(then)
        return AwaitComplete()
