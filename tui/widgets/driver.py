"""The terminal's driver, which lets go at once and leaves nothing behind."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

CLEARED = "\x1b[H\x1b[2J"


class PromptDriver(LinuxDriver):
    """Textual's own waits for the thread that reads the keys: up to a fifth of a second before the shell is back."""

    def disable_input(self) -> None:
        """Take no more keys; of an app that is leaving the process ends, and that thread with it."""
        if self._app._exit:  # noqa: SLF001 - nothing public tells it
            self._key_thread = None
        super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back, its second screen empty: one that grew meanwhile (tmux) shows the rest of it."""
        self.write(CLEARED)
        super().stop_application_mode()
