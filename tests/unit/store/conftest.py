"""Films and stores for the tests of the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.models import (
    Citation,
    Claim,
    Facts,
    Personal,
    Plain,
    Rating,
    Review,
    ReviewEntry,
    SourceDocument,
    StoredFilm,
    Trivia,
    TriviaEntry,
)
from tui.store import Store

SHA = "ab" * 32
MakeFilm = Callable[..., StoredFilm]


@pytest.fixture
def make_film() -> MakeFilm:
    """Return a maker of small films with a bit of everything."""

    def make(
        number: int = 1, text: str = "A fine film.\n\nWith “two” paragraphs.", aliases: tuple[str, ...] = ()
    ) -> StoredFilm:
        source = Citation(sha256=SHA, lines=(number, number + 1))
        review = Review(
            id=f"r{number}", author=Plain("Zoë"), text=Plain(text), rating=Rating(value=7, out_of=10), sources=(source,)
        )
        return StoredFilm(
            id=f"film-{number}",
            aliases=aliases,
            claims=(
                Claim(
                    facts=Facts(title=Plain(f"Film {number}"), year=1980, ids={"imdb": f"tt{number}"}), source=source
                ),
            ),
            reviews=(ReviewEntry(shown=review, versions=(review, review)),),
            trivia=(
                TriviaEntry(shown=Trivia(id=f"t{number}", text=Plain("It was shot in a week."), sources=(source,))),
            ),
            documents=(
                SourceDocument(sha256=SHA, name=Plain("page.txt"), reader="page", imported="2026-01-01T00:00:00Z"),
            ),
            personal=Personal(bookmarks=(f"r{number}",), tags=(Plain("own"),)),
        )

    return make


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in a folder that does not exist yet."""
    return Store(tmp_path / "library")


@pytest.fixture
def filled(store: Store, make_film: MakeFilm) -> Store:
    """Return a store of three films."""
    with store.transaction("import of 3 films") as change:
        for number in (1, 2, 3):
            change.put(make_film(number))
    return store
