"""What most objects of a table are is read in a short way, and comes to what the long way comes to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.readers.rows import objects

_NAMES = st.sampled_from(
    [
        "title",
        "year",
        "cast",
        "reviews",
        "Trivia",
        "plot",
        "user_reviews",
        "movie",
        "rating",
        "goofs",
        "x.y",
        "",
        "genres",
    ]
)
_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-9, 3000), st.floats(allow_nan=False), st.text(max_size=12))
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_NAMES, inner, max_size=4)),
    max_leaves=12,
)


@given(value=st.dictionaries(_NAMES, _VALUES, max_size=6))
@settings(max_examples=400)
def test_plain_objects_are_read_as_others_are(value: dict[str, object]) -> None:
    found = list(objects.entries_of(value))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(objects, "_plain", lambda _: None)
        assert list(objects.entries_of(value)) == found
