"""What an import has read comes back as it was, whether memory was enough for it or not."""

from __future__ import annotations

import random

import pytest

from tui.library.spool import Spool
from tui.models import Citation, Extract, Facts, Plain


def _extract(number: int) -> Extract:
    return Extract(facts=Facts(title=Plain(f"Film {number}"), plot=Plain("p" * (number * 37 % 500))), source=_CITED)


_CITED = Citation(sha256="a")


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
def test_extracts_come_back_in_any_order_between_additions(in_memory: int) -> None:
    spool, chance = Spool(in_memory), random.Random(1)  # noqa: S311
    for number in range(200):
        assert len(spool) == number
        spool.add(_extract(number))
        for asked in (number, chance.randrange(number + 1)):
            assert spool[asked] == _extract(asked)
    spool.close()


@pytest.mark.parametrize("in_memory", [0, 2000, 10**9])
@pytest.mark.parametrize("length", [0, 3, 40, 99, 100])
def test_what_was_read_of_a_broken_document_is_forgotten(in_memory: int, length: int) -> None:
    spool = Spool(in_memory)
    for number in range(100):
        spool.add(_extract(number))
    spool.cut(length)
    assert len(spool) == length
    for number in range(1000, 1100):
        spool.add(_extract(number))
    expected = [*range(length), *range(1000, 1100)]
    assert [spool[place] for place in range(len(spool))] == [_extract(number) for number in expected]
    spool.close()
