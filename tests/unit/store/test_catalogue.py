"""The snapshot of the film list is fast, and whatever is wrong with it, it counts as absent."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tui.models import FilmSummary, Plain, Rating
from tui.store import Stamp, Store


def _films(count: int) -> list[FilmSummary]:
    return [
        FilmSummary(
            id=f"film-{number}",
            title=Plain(f"Film “{number}”"),
            year=1980,
            rating=Rating(value=7.5, out_of=10),
            reviews=3,
            genres=(Plain("Drama"),),
        )
        for number in range(count)
    ]


@pytest.fixture
def written(tmp_path: Path) -> Store:
    store = Store(tmp_path / "library")
    films = _films(3)
    store.write_catalogue(films, {film.id: Stamp(100, 5) for film in films})
    return store


def test_it_comes_back_with_the_stamps_it_was_taken_from(written: Store) -> None:
    catalogue = Store(written.root).read_catalogue()
    assert catalogue is not None
    assert catalogue.films == tuple(_films(3))
    assert catalogue.stamps == {f"film-{number}": Stamp(100, 5) for number in range(3)}


def test_a_film_without_a_stamp_is_read_again(written: Store) -> None:
    written.write_catalogue(_films(3), {"film-1": Stamp(1, 2)})
    catalogue = written.read_catalogue()
    assert catalogue is not None
    assert [film.id for film in catalogue.films] == ["film-1"]


def test_damage_and_other_versions_count_as_absent(written: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written.root / "index" / "catalogue.json"
    good = path.read_bytes()
    for length in range(0, len(good), 7):
        path.write_bytes(good[:length])
        assert written.read_catalogue() is None
    for junk in (b"null", b"[" * 100_000, b"\xff", b"{}", good.replace(b'"id"', b'"ib"')):
        path.write_bytes(junk)
        assert written.read_catalogue() is None
    path.write_bytes(good.replace("Film “1”".encode(), b"Film \\u001b[31m1"))
    assert written.read_catalogue() is None
    path.write_bytes(good)
    monkeypatch.setattr(tui, "__version__", "99.0")
    assert written.read_catalogue() is None
