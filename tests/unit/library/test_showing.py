"""What one thread shows of the library does not take away what another shows at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from typing import Any

import pytest

from tui.library import Library
from tui.library.catalogue import Catalogue
from tui.library.register import Register
from tui.models import FilmSummary
from tui.store import Store


def test_a_rating_given_while_an_import_ends_leaves_its_films_there(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.import_paths([write("a.rows", {"facts": {"title": "Harbour", "year": 1999}})])
    catalogue = Catalogue(Store(library.root))
    rated = catalogue.find("Harbour")
    library.import_paths([write("b.rows", {"facts": {"title": "Reply", "year": 2001}})])
    replaced, following = Register.replaced, threading.Thread(target=catalogue.follow)

    def meanwhile(register: Register, films: Iterable[FilmSummary], gone: Collection[str]) -> Register:
        if following.ident is None:
            following.start()
            following.join(0.5)  # it ends here where nothing holds it back
        return replaced(register, films, gone)

    monkeypatch.setattr(Register, "replaced", meanwhile)
    catalogue.show(rated)
    following.join()
    assert [film.title for film in catalogue.summaries()] == ["Harbour", "Reply"]
