"""Which of several ratings of a film is shown first."""

from __future__ import annotations

import itertools

import pytest

from tui.library.views import _ratings
from tui.models import Citation, Claim, Facts, Plain, Rating


def shown(*ratings: Rating) -> list[str]:
    """Return whose rating comes first, second …; the order in which pages said them must not show."""
    answers = set()
    for order in itertools.permutations(ratings):
        claims = [
            Claim(facts=Facts(title=Plain("Paper Harbour"), ratings=(one,)), source=Citation(sha256=f"{place}"))
            for place, one in enumerate(order)
        ]
        answers.add(tuple(rating.by for rating in _ratings(claims, [], {})))
    assert len(answers) == 1
    return list(answers.pop())


@pytest.mark.parametrize(
    "order", [["imdb", "", "tomatometer", "metascore", "letterboxd", "rt-audience"], ["tomatometer", "rt-audience"]]
)
def test_a_film_is_called_by_viewers_of_imdb_then_by_the_page_then_by_critics(order: list[str]) -> None:
    assert shown(*(Rating(value=5, out_of=10, by=by) for by in reversed(order))) == order
