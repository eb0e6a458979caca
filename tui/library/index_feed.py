"""The index, written while an import makes its films: each is put into it as it is made, not read again afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.errors import CancelledError, SearchIndexError
from tui.models import FilmView

if TYPE_CHECKING:
    from tui.search import SearchIndex
    from tui.search.writing import Writing
    from tui.search.writing_process import WritingProcess

LEAST = 200
"""Films from which on it pays; fewer are indexed when they are written."""
MANY = 1500
"""Films from which on a process of its own pays, which takes a third of a second to start."""


class IndexFeed:
    """What goes into the index beside a change; where that fails, the index follows the files later, as ever.

    Nobody sees anything of it before `finish`, so a change that is given up leaves the index as it was.
    """

    def __init__(self, index: SearchIndex, films: int, *, many: bool = False) -> None:
        """Begin.

        Args:
            index: of the library.
            films: about how many come.
            many: whether a process of its own pays for them; it makes the first half ready while the others are made.
        """
        self._writing: Writing | WritingProcess | None = None
        self._until_half = films // 2 if many else 0
        try:
            self._writing = index.writing(beside=many)
        except SearchIndexError:
            self.close()

    def put(self, view: FilmView) -> None:
        """Index a film."""
        if self._writing is not None:
            try:
                self._writing.put(view)
            except SearchIndexError:
                self.close()
            self._until_half -= 1
            if self._until_half == 0:
                self._make_ready()

    def remove(self, film_id: str) -> None:
        """Take a film out."""
        if self._writing is not None:
            try:
                self._writing.remove(film_id)
            except SearchIndexError:
                self.close()

    def made(self) -> None:
        """Say that all films were put: while the change happens, the index can be made ready."""
        self._make_ready()

    def _make_ready(self) -> None:
        if self._writing is not None:
            try:
                self._writing.made()
            except SearchIndexError:
                self.close()

    def finish(self, tokens: Mapping[str, str], stop: Callable[[], bool]) -> bool:
        """Let it be seen, once the change has happened; where that is stopped, the index follows later.

        Args:
            tokens: states of the films' files, by film.
            stop: whether the user wants to stop.

        Returns:
            Whether it is seen now.
        """
        if self._writing is None:
            return False
        try:
            self._writing.commit(tokens, stop)
        except (SearchIndexError, CancelledError):
            self.close()
            return False
        return True

    def close(self) -> None:
        """Take back what was not finished."""
        writing, self._writing = self._writing, None
        if writing is not None:
            try:
                writing.close()
            except SearchIndexError:
                return  # whoever opens the index next finds it as it was
