"""What an import has read comes back as it was, whether memory was enough for it or not."""

from __future__ import annotations

import errno
import random
import tempfile
from contextlib import closing
from typing import Any

import pytest
from msgspec.structs import replace

from tui.errors import NotFoundError, StoreError
from tui.library import Library, changing, intake, spool
from tui.library.spool import Spool
from tui.models import Citation, Extract, Facts, Plain, StoredFilm
from tui.store import Store


def _extract(number: int) -> Extract:
    return Extract(facts=Facts(title=Plain(f"Film {number}"), plot=Plain("p" * (number * 37 % 500))), source=_CITED)


_CITED = Citation(sha256="a")


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
def test_extracts_come_back_in_any_order_between_additions(in_memory: int) -> None:
    held, chance = Spool(Extract, in_memory), random.Random(1)  # noqa: S311
    for number in range(200):
        assert len(held) == number
        held.add(_extract(number))
        for asked in (number, chance.randrange(number + 1)):
            assert held[asked] == _extract(asked)
    held.close()


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
@pytest.mark.parametrize("length", [0, 3, 40, 99, 100])
def test_what_was_read_of_a_broken_document_is_forgotten(in_memory: int, length: int) -> None:
    held = Spool(Extract, in_memory)
    for number in range(100):
        held.add(_extract(number))
    held.cut(length)
    assert len(held) == length
    for number in range(1000, 1100):
        held.add(_extract(number))
    expected = [*range(length), *range(1000, 1100)]
    assert [held[place] for place in range(len(held))] == [_extract(number) for number in expected]
    held.close()


@pytest.mark.parametrize("in_memory", [0, 10**9])
def test_the_films_of_a_rehearsal_come_back_as_they_were_put_last(
    library: Library, monkeypatch: pytest.MonkeyPatch, in_memory: int
) -> None:
    monkeypatch.setattr(changing, "Spool", lambda kind: Spool(kind, in_memory))
    with closing(changing.Rehearsal(Store(library.root))) as rehearsal:
        films = [StoredFilm(id=f"film-{number}") for number in range(20)]
        for film in films:
            rehearsal.put(film)
        again = replace(films[7], aliases=("seven",))
        rehearsal.put(again)
        rehearsal.remove(films[3].id)
        assert [rehearsal.load(film.id) for film in films[4:9]] == [*films[4:7], again, films[8]]
        with pytest.raises(NotFoundError):
            rehearsal.load(films[3].id)


def test_a_full_disk_stops_an_import_and_is_called_so(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(intake, "Spool", lambda kind: Spool(kind, 0))
    monkeypatch.setattr(spool, "_BLOCK", 1)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(StoreError, match="No space left on device"):
        library.import_paths([write("a.rows", {"facts": {"title": "Harbour", "year": 1999}})])
    assert not library.catalogue()
