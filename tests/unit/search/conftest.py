"""The little library, indexed once."""

from __future__ import annotations

import pytest

from tests.unit.search.library import MASK, MOON, PICTURE, index_of
from tui.search import SearchIndex


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """Return an index of three films."""
    return index_of(tmp_path_factory.mktemp("index"), MASK, MOON, PICTURE)
