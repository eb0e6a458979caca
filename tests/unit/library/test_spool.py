"""What an import has read comes back as it was, whether memory was enough for it or not."""

from __future__ import annotations

import errno
import random
import tempfile
from typing import Any

import pytest

from tui.errors import StoreError
from tui.library import Library, intake, spool
from tui.library.spool import Spool
from tui.models import Citation, Extract, Facts, Plain


def _extract(number: int) -> Extract:
    return Extract(facts=Facts(title=Plain(f"Film {number}"), plot=Plain("p" * (number * 37 % 500))), source=_CITED)


_CITED = Citation(sha256="a")


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
def test_extracts_come_back_in_any_order_between_additions(in_memory: int) -> None:
    held, chance = Spool(in_memory), random.Random(1)  # noqa: S311
    for number in range(200):
        assert len(held) == number
        held.add(_extract(number))
        for asked in (number, chance.randrange(number + 1)):
            assert held[asked] == _extract(asked)
    held.close()


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
@pytest.mark.parametrize("length", [0, 3, 40, 99, 100])
def test_what_was_read_of_a_broken_document_is_forgotten(in_memory: int, length: int) -> None:
    held = Spool(in_memory)
    for number in range(100):
        held.add(_extract(number))
    held.cut(length)
    assert len(held) == length
    for number in range(1000, 1100):
        held.add(_extract(number))
    expected = [*range(length), *range(1000, 1100)]
    assert [held[place] for place in range(len(held))] == [_extract(number) for number in expected]
    held.close()


def test_a_full_disk_stops_an_import_and_is_called_so(
    library: Library, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(intake, "Spool", lambda: Spool(0))
    monkeypatch.setattr(spool, "_BLOCK", 1)
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(StoreError, match="No space left on device"):
        library.import_paths([write("a.rows", {"facts": {"title": "Harbour", "year": 1999}})])
    assert not library.catalogue()
