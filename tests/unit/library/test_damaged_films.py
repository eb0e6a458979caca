from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.unit.library.test_importing import LONG, film, review
from tui.library import Library
from tui.library.indexing import Indexing


@pytest.fixture(autouse=True)
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Indexing, "update", lambda *_: False)


@pytest.fixture
def broken(library: Library, write: Any) -> Path:
    """The file of a film that is cut off in its middle."""
    library.import_paths([write("first.rows", film("Harbour Lights", 1999, review(LONG), ids={"imdb": "tt1000001"}))])
    path = library.root / "films" / "harbour-lights-1999.json"
    path.write_bytes(path.read_bytes()[:200])
    return path


def test_a_damaged_film_stops_no_import_and_stays_as_it_is(library: Library, write: Any, broken: Path) -> None:
    was = broken.read_bytes()
    about = write("about.rows", film("Harbour Lights", 1999, review("A new opinion about it.")))
    both = write("both.rows", film("Harbour Lights", 1999, review("Another.")), film("Mirrors", 1980, review("Fine.")))
    report = library.import_paths([about, both])
    assert [one.status for one in report.documents] == ["failed", "imported"]
    assert "harbour-lights-1999" in str(report.documents[0].reason)
    assert "check --repair" in str(report.documents[0].remedy)
    assert any("harbour-lights-1999" in remark.text for remark in report.documents[1].remarks)
    assert (report.films, report.reviews, report.merged, report.failed) == (1, 1, 0, 1)
    assert broken.read_bytes() == was
    assert library.film("mirrors-1980").reviews


def test_damage_that_nobody_has_noticed_yet(library: Library, write: Any, broken: Path) -> None:
    stamp = library.films.stamps["harbour-lights-1999"]
    broken.write_bytes(broken.read_bytes().ljust(stamp.size))
    os.utime(broken, ns=(stamp.mtime_ns, stamp.mtime_ns))
    by_number = write("number.rows", film("", None, review("By its number alone."), ids={"imdb": "tt1000001"}))
    report = library.import_paths([by_number, write("other.rows", film("Harbour Lights", 1960, review("A namesake.")))])
    assert [one.status for one in report.documents] == ["failed", "imported"]
    assert "harbour-lights-1999" in str(report.documents[0].reason)
    assert (report.films, report.reviews) == (1, 1)


def test_after_the_repair_the_same_document_comes_in(library: Library, write: Any, broken: Path) -> None:
    both = write("both.rows", film("Harbour Lights", 1999, review("Another.")), film("Mirrors", 1980, review("Fine.")))
    library.import_paths([both])
    broken.unlink()
    report = library.import_paths([both])
    assert [one.status for one in report.documents] == ["imported"]
    assert [one.text for one in library.film("harbour-lights-1999").reviews] == ["Another."]
    assert library.import_paths([both]).documents[0].status == "unchanged"
