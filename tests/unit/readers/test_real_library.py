"""Real exports and tables of reviews, from the files into a library: what came in, and why it is not a row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.library import Library
from tui.models import ImportReport

Brought = Callable[[str], tuple[Library, ImportReport]]
_OWN = ("watched", "wanted", "liked", "rated")


@pytest.fixture
def brought(shared: Path, tmp_path: Path) -> Iterator[Brought]:
    """Import a folder of the real data into an empty library."""
    opened: list[Library] = []

    def bring(path: str) -> tuple[Library, ImportReport]:
        library = Library.open(tmp_path / "library")
        opened.append(library)
        return library, library.import_paths([shared / "data" / path])

    yield bring
    for library in opened:
        library.close()


def _own(library: Library) -> tuple[int, ...]:
    """Return how many films are watched, wanted, liked and rated by their owner."""
    films = library.catalogue()
    return (
        sum(bool(film.watched) for film in films),
        sum(bool(film.watchlist) for film in films),
        sum(bool(film.liked) for film in films),
        sum(film.own_rating is not None for film in films),
    )


@pytest.mark.parametrize(
    ("path", "films", "reviews", "own"),
    [
        # 540 pairs of name and year stand in the files, and two links to films that differ only by capitals
        # 127 reviews stand twice, in reviews.csv and in the owner's own data/reviews.json
        ("exports/letterboxd_a_full", 540, 127, (408, 113, 89, 233)),
        ("exports/letterboxd_c_small", 75, 0, (75, 0, 0, 20)),
        # 2,377 rows are 2,079 titles: three lists of overlapping titles, by their tt ids
        ("exports/imdb", 2079, 0, (0, 1500, 0, 844)),
        # 17 files: four are empty forms or a season; three fixtures are one «Test Movie», two one concert
        ("exports/nfo", 10, 0, (2, 0, 0, 1)),
        # 3,831 titles and 485 reviews, joined on the tt id
        ("exports/markdown_movielog", 3831, 485, (0, 0, 0, 485)),
        ("exports/markdown_hugo_reviews", 21, 21, (0, 0, 4, 21)),
        ("exports/obsidian", 3, 0, (3, 0, 0, 3)),
        ("exports/org", 11, 0, (0, 11, 0, 0)),
        ("exports/trakt", 12, 0, (11, 0, 0, 0)),
        # two of 2,690 reviews stand there twice
        ("reviews_titled/imdb_twix", 283, 2688, (0, 0, 0, 0)),
        # 21 of 3,560 rows hold the site's veil in the review's place; 1,142 spellings of titles are 1,025 films
        ("reviews_titled/letterboxd_popular", 1025, 3539, (0, 0, 0, 0)),
        # 51 of 7,409 rows have a score and no text; four texts stand there twice
        ("reviews_titled/rt_dreamworks", 46, 7354, (0, 0, 0, 0)),
    ],
)
def test_everything_is_in_the_library_once(
    brought: Brought, path: str, films: int, reviews: int, own: tuple[int, ...]
) -> None:
    library, report = brought(path)
    assert report.failed == 0
    assert (len(library.catalogue()), sum(film.reviews for film in library.catalogue())) == (films, reviews)
    assert dict(zip(_OWN, _own(library), strict=True)) == dict(zip(_OWN, own, strict=True))
    assert not any("left out" in remark.text for document in report.documents for remark in document.remarks)


def test_the_viewings_lists_and_rest_of_a_letterboxd_account(brought: Brought) -> None:
    library, report = brought("exports/letterboxd_a_full")
    layers = [library.film(film.id).personal for film in library.catalogue()]
    assert sum(1 for own in layers for viewing in own.viewings if viewing.date) == 317
    links = [viewing.link for own in layers for viewing in own.viewings if viewing.date]
    assert len(set(links)) == 317
    assert sum(len(own.lists) for own in layers) == 33  # 30 places in lists, three in a deleted one
    assert sum(len(own.notes) for own in layers) == 2  # an entry and a review that were taken back
    assert {rating.out_of for own in layers for rating in own.ratings} == {5}
    assert Counter(document.status for document in report.documents) == {"imported": 20, "skipped": 4}
    assert library.unfiled() == ()
    assert len(library.unfiled(ignored=True)) == 4  # comments, likes of other people's pages, the profile: no film's


def test_a_dry_run_reports_the_same_and_writes_nothing(shared: Path, tmp_path: Path) -> None:
    path = shared / "data/exports/letterboxd_a_full"
    library = Library.open(tmp_path / "library")
    would = library.import_paths([path], dry_run=True)
    assert not [file for file in (tmp_path / "library").rglob("*") if file.is_file() and file.suffix == ".json"]
    assert library.catalogue() == ()
    did = library.import_paths([path])
    assert would == did
    library.close()


def test_a_letterboxd_account_comes_back_from_what_is_written_for_letterboxd(brought: Brought, tmp_path: Path) -> None:
    library, _ = brought("exports/letterboxd_a_full")
    file = tmp_path / "to letterboxd.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        library.export((), "letterboxd", stream)
    again = Library.open(tmp_path / "again")
    again.import_paths([file])
    assert _diary(again) == _diary(library)
    again.close()


def _diary(library: Library) -> dict[tuple[str | None, int | None], object]:
    """Return of each film that its owner saw: days, rewatches, tags, stars, reviews."""
    found: dict[tuple[str | None, int | None], object] = {}
    for film in library.catalogue():
        view = library.film(film.id)
        own = view.personal
        if own.viewings:
            seen = sorted((one.date or "", one.rewatch, tuple(sorted(one.tags))) for one in own.viewings)
            stars = {one.value for one in own.ratings} | {one.rating.value for one in own.viewings if one.rating}
            found[view.film.title, view.film.year] = (seen, stars, sorted(one.text for one in view.reviews if one.mine))
    return found
