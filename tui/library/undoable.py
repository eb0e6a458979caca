"""Changes by hand: each is written at once, seen at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from tui.library.catalogue import Catalogue
from tui.library.changing import Change
from tui.library.indexing import Indexing
from tui.library.register import named
from tui.library.views import summary_of
from tui.models import Personal, StoredFilm
from tui.store import Change as PastChange
from tui.store import Store, Transaction


class Undoable:
    """How films are changed; every change has a label that its user understands."""

    def __init__(self, store: Store, catalogue: Catalogue, indexing: Indexing) -> None:
        """Change the films of `store`; `catalogue` and `indexing` follow."""
        self._store = store
        self._catalogue = catalogue
        self._indexing = indexing

    @contextmanager
    def changing(self, label: str) -> Iterator[tuple[Transaction, Change]]:
        """Change films; catalogue and index follow when the block ends."""
        with self._store.transaction(label) as transaction:
            self._catalogue.follow()
            change = Change(transaction, self._catalogue.register)
            yield transaction, change
        self._catalogue.adopt(change, transaction)
        self._indexing.follow_change()

    def change_own(self, reference: str, what: str, edit: Callable[[StoredFilm, Personal], Personal]) -> None:
        """Change the user's own layer of one film: small and quick, whatever the size of the library.

        The snapshot and the index are left to the next time that the files are followed.

        Args:
            reference: the film.
            what: what is done to it: «rating of».
            edit: does it.
        """
        found = self._catalogue.find(reference)
        with self._store.transaction(f"{what} {named(found)}") as transaction:
            film = transaction.load(found.id)
            edited = replace(film, personal=edit(film, film.personal))
            transaction.put(edited)
        self._catalogue.show(summary_of(edited))

    def history(self) -> tuple[PastChange, ...]:
        """Return the changes that can be undone, the newest first."""
        return self._store.history()

    def undo(self) -> str | None:
        """Take the last change back, also one of an earlier session; say which it was."""
        label = self._store.undo()
        if label is not None:
            self._catalogue.follow()
            self._indexing.follow_change()
        return label
