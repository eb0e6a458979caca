"""The library: one object through which screens and commands read, search and change everything."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from tui.errors import MatineeError
from tui.library.waiting import Waiting
from tui.models import CheckReport, Problem


class Library(Waiting):
    """A library on disk; made up of the modules beside this one, by what they do."""

    @classmethod
    def open(cls, root: Path) -> Library:
        """Return the library in `root`; cheap: no film and no index is read, nothing is created."""
        return cls(root)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Look at every file of the library, and mend what can be mended.

        Args:
            repair: mend, and set aside what cannot be.
        """
        problems = self.store.check(repair=repair)
        if self.root.is_dir():
            self.follow()
            problems += self._check_index(repair=repair)
        left = [problem for problem in problems if not problem.repaired]
        return CheckReport(ok=not left, films=len(self.register), problems=tuple(problems))

    def _check_index(self, *, repair: bool) -> list[Problem]:
        """Compare the index with the films; it is derived, so it can always be mended."""
        if self.store.index_is_due():  # a writer was interrupted before it indexed what it wrote: that is no damage
            self.update_index()
        if not len(self.register) or (not self.index.needs_rebuild and not self.stale()):
            return []
        lost = self.index.needs_rebuild
        if repair:
            self.update_index()
        return [
            Problem(
                path="index",
                problem="the search index is missing or damaged" if lost else "the search index is behind the films",
                remedy="It is built again when the browser opens, or by `matinee check --repair`",
                repaired=repair,
            )
        ]

    def export(self, films: Iterable[str], kind: str, stream: TextIO) -> None:
        """Write films in another program's format.

        Args:
            films: their ids; all films where there are none.
            kind: one of `EXPORTS`.
            stream: text, with newline="".

        Raises:
            MatineeError: there is no such format.
        """
        from tui.library.exporting import EXPORTS

        if kind not in EXPORTS:
            raise MatineeError(kind, "is no format that films can be written in", f"Name one of {', '.join(EXPORTS)}")
        EXPORTS[kind](map(self.film, list(films) or [film.id for film in self.catalogue()]), stream)
