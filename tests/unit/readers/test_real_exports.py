"""Real exports, where they lie: as many records come out as rows go in, and every difference is named."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.readers.reading import Read, read_all
from tui.library import Library
from tui.models import FILM_NUMBER
from tui.readers.rows.table import NO_ROWS

Counted = Callable[[Path], dict[str, tuple[int, int, int]]]


def _counts(found: dict[str, Read]) -> dict[str, tuple[int, int, int]]:
    """Return extracts, reviews and own layers by document."""
    return {name: (len(one.extracts), len(one.reviews), len(one.own)) for name, one in found.items()}


def _rows(path: Path, encoding: str = "utf-8") -> int:
    with path.open(encoding=encoding, newline="") as stream:
        return sum(1 for row in csv.reader(stream) if row) - 1


@pytest.mark.parametrize("export", ["letterboxd_a_full", "letterboxd_c_small"])
@pytest.mark.parametrize("name", ["watched", "diary", "ratings", "reviews", "watchlist", "likes/films"])
def test_letterboxd_gives_a_record_for_every_row(shared: Path, export: str, name: str) -> None:
    file = shared / "data/exports" / export / f"{name}.csv"
    if not file.is_file():
        pytest.skip(f"{export} has no {name}.csv")
    rows = _rows(file)
    (found,) = read_all(file).values()
    assert found.reader == "letterboxd"
    assert len(found.extracts) == len(found.own) == rows
    assert len(found.reviews) == (rows if name == "reviews" else 0)
    assert found.remarks == (() if rows else (NO_ROWS,))


def test_the_whole_letterboxd_export_is_known_file_by_file(shared: Path) -> None:
    root = shared / "data/exports/letterboxd_a_full"
    found = read_all(root)
    counts = {name.removeprefix("letterboxd_a_full/"): count for name, count in _counts(found).items()}
    assert counts == {
        "comments.csv": (1, 0, 1),  # five comments on other people's pages: links, kept together
        "data/reviews.json": (127, 127, 124),  # the owner's own conversion; three have no rating, viewing or tag
        "deleted/comments.csv": (0, 0, 0),
        "deleted/diary.csv": (1, 0, 1),  # kept as a note
        "deleted/lists/eryn.csv": (3, 0, 3),
        "deleted/reviews.csv": (1, 0, 1),  # kept as a note
        "diary.csv": (317, 0, 317),
        "likes/films.csv": (89, 0, 89),
        "likes/lists.csv": (1, 0, 1),  # 13 links, kept together
        "likes/reviews.csv": (1, 0, 1),  # 235 links, kept together
        "lists/contact.csv": (1, 0, 1),
        "lists/media-meta.csv": (7, 0, 7),
        "lists/null-35233908.csv": (3, 0, 3),
        "lists/parables-bizarrely-profound-youth-films-in.csv": (12, 0, 12),
        "lists/software-history.csv": (2, 0, 2),
        "lists/trying-to-fall-asleep-to-films-ive-managed.csv": (5, 0, 5),
        "orphaned/comments.csv": (0, 0, 0),
        "orphaned/diary.csv": (0, 0, 0),
        "orphaned/reviews.csv": (0, 0, 0),
        "profile.csv": (5, 0, 5),  # the four favourite films, and the profile itself
        "ratings.csv": (233, 0, 233),
        "reviews.csv": (127, 127, 127),
        "watched.csv": (408, 0, 408),
        "watchlist.csv": (113, 0, 113),
    }
    assert all(
        "<" not in review.text for review in found["letterboxd_a_full/reviews.csv"].reviews if "<3" not in review.text
    )


def test_reviews_and_diary_meet_on_their_link(shared: Path) -> None:
    root = shared / "data/exports/letterboxd_a_full"
    found = read_all(root / "reviews.csv", root / "diary.csv")
    reviewed = {review.link for review in found["reviews.csv"].reviews}
    logged = {viewing.link for own in found["diary.csv"].own for viewing in own.viewings}
    assert len(reviewed & logged) == 105


_SERIAL = {"tvSeries", "tvMiniSeries", "Serie TV", "Mini serie TV", "Episodio TV"}
"""What stands in the files' own column for what is no film."""


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("WATCHLIST-2020-latin1.csv", "cp1252"), ("WATCHLIST-2021.csv", "utf-8"), ("ratings_it_2025.csv", "utf-8")],
)
def test_imdb_gives_a_title_for_every_row(shared: Path, name: str, encoding: str) -> None:
    file = shared / "data/exports/imdb" / name
    (found,) = read_all(file).values()
    assert found.reader == "imdb-export"
    assert (
        len(found.extracts) == len({extract.facts.ids["imdb"] for extract in found.extracts}) == _rows(file, encoding)
    )
    assert all(extract.facts.title and "type" in extract.facts.extra for extract in found.extracts)
    own = "ratings" if name.startswith("ratings") else "watchlist"
    assert all(getattr(layer, own) for layer in found.own)
    assert len(found.own) == len(found.extracts)
    serial = sum(extract.facts.extra["type"] in _SERIAL for extract in found.extracts)
    assert found.remarks == (f"{serial} × entry that is no film but a series or a part of one; kept with its type",)


def test_every_nfo_is_a_film_but_those_that_are_empty_or_a_season(shared: Path) -> None:
    found = read_all(shared / "data/exports/nfo")
    none = {name.removeprefix("nfo/") for name, one in found.items() if not one.extracts}
    assert {one.reader for one in found.values()} == {"nfo"}
    assert none == {
        "jellyfin_Season 01.nfo",
        "kodi_ab_movie.nfo",
        "mediaelch_kodi_v18_concert_empty.nfo",
        "mediaelch_kodi_v18_movie_empty.nfo",
    }
    assert sum(len(one.extracts) for one in found.values()) == len(found) - len(none) == 13


def test_every_note_is_a_film_and_every_review_log_a_review(shared: Path) -> None:
    found = read_all(
        shared / "data/exports/markdown_movielog/reviews",
        shared / "data/exports/markdown_hugo_reviews",
        shared / "data/exports/obsidian",
    )
    assert {one.reader for one in found.values()} == {"note"}
    assert all(len(one.extracts) == 1 for one in found.values())
    without = {name for name, one in found.items() if not one.reviews}
    assert len(found) == 509
    assert len(without) == 3  # the Obsidian forms hold no prose of their owner
    assert all(name.startswith("obsidian/") for name in without)
    reviews = [review for one in found.values() for review in one.reviews]
    assert all(review.mine and review.rating is not None and review.date for review in reviews)


def test_trakt_org_and_the_titles_of_movielog(shared: Path) -> None:
    exports = shared / "data/exports"
    assert [count[0] for count in _counts(read_all(exports / "trakt")).values()] == [1, 10, 1]
    assert [count[0] for count in _counts(read_all(exports / "org")).values()] == [11]
    (titles,) = read_all(exports / "markdown_movielog/titles.json").values()
    assert len(titles.extracts) == 3831


@pytest.mark.parametrize(
    ("name", "without", "films"),
    [
        ("imdb_twix/movie_reviews.csv", 0, 283),
        ("letterboxd_popular/letterboxd_reviews.csv", 21, None),  # 21 hold the site's veil in the review's place
        ("rt_dreamworks/critic_reviews.csv", 51, 46),  # 51 critics gave a score and no quote
    ],
)
def test_tables_of_reviews_give_a_review_for_every_row(
    shared: Path, name: str, without: int, films: int | None
) -> None:
    file = shared / "data/reviews_titled" / name
    (found,) = read_all(file).values()
    assert len(found.reviews) == _rows(file) - without
    assert any(remark.startswith(f"{without} × row without a text") for remark in found.remarks) == bool(without)
    assert not any("left out" in remark for remark in found.remarks)
    named = {(extract.facts.title, extract.facts.year) for extract in found.extracts}
    assert all(title for title, _ in named)
    assert films is None or len(named) == films


def test_no_rating_of_rotten_tomatoes_is_lost(shared: Path) -> None:
    file = shared / "data/reviews_titled/rt_dreamworks/critic_reviews.csv"
    (found,) = read_all(file).values()
    assert all(review.rating is not None for review in found.reviews)
    scales = {review.rating.out_of for review in found.reviews if review.rating}
    assert {1, 4, 5, 10, 12, 100} <= scales


def test_the_fifty_thousand_reviews_are_all_there(shared: Path) -> None:
    (found,) = read_all(shared / "data/imdb50k/reviews_by_film.csv").values()
    assert len(found.reviews) == 50_000
    assert len({extract.facts.ids["imdb"] for extract in found.extracts}) == 7_036
    assert not any("<br" in review.text for review in found.reviews)
    assert found.remarks == ()


def test_the_loose_reviews_and_the_folders_of_aclimdb(shared: Path) -> None:
    (loose,) = read_all(shared / "data/imdb50k/IMDB Dataset.csv").values()
    assert len(loose.extracts) == len(loose.reviews) == 4_000
    folders = read_all(shared / "data/imdb50k/aclImdb_sample")
    assert len(folders) == 240
    assert all(one.reader == "aclimdb" and one.reviews[0].rating for one in folders.values())


def test_wikipedias_films_and_the_tables_of_plots(shared: Path) -> None:
    synopses = shared / "data/synopses"
    films = read_all(synopses / "wikipedia_prust")
    assert sum(len(one.extracts) for one in films.values()) == 36_273
    for name, rows in (("IMDB-Movie-Data_1000.csv", 1000), ("wiki_movie_plots_deduped_short.csv", 26)):
        (found,) = read_all(synopses / name).values()
        assert len(found.extracts) == rows == _rows(synopses / name, "utf-8-sig")
    (cmu,) = read_all(synopses / "cmu_plot_summaries_sample.txt").values()
    assert len(cmu.extracts) == 73
    assert all(extract.facts.plot for extract in cmu.extracts)


_NUMBERED = {
    "rt_dreamworks/critic_reviews.csv": ("movieId", "quote", ",", "utf-8"),
    "rt_flatiron/rt.reviews.tsv": ("id", "review", "\t", "cp1252"),
}
"""The columns of a film's number and of the review, the delimiter and the encoding."""


@pytest.mark.parametrize("name", _NUMBERED)
def test_reviews_whose_films_are_numbers_wait_and_are_decided_by_number(
    shared: Path, tmp_path: Path, name: str
) -> None:
    number, text, mark, encoding = _NUMBERED[name]
    file = shared / "data/reviews_titled" / name
    if not file.is_file():
        pytest.skip(f"{name} is not among the documents")
    with file.open(encoding=encoding, errors="replace", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter=mark) if (row[text] or "").strip()][:8000]
    alone = tmp_path / file.name  # without the table of films that lies beside it
    with alone.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, list(rows[0]), delimiter=mark)
        table.writeheader()
        table.writerows(rows)
    library = Library.open(tmp_path / "library")
    library.import_paths([alone])
    assert _by_number(library) == Counter(row[number] for row in rows)
    (most, count), *_ = _by_number(library).most_common(1)
    chosen = next(one for one in library.unfiled() if f"film {most}" in one.document)
    library.file(chosen.id, "Mire (1990)")
    assert most not in _by_number(library)
    assert _by_number(library).total() == len(rows) - count
    assert 0.9 * count < len(library.film("Mire").reviews) <= count  # a notice that is printed twice is one
    library.close()


def _by_number(library: Library) -> Counter[str]:
    """Count the reviews that wait under each film's number."""
    found: Counter[str] = Counter()
    for record in library.store.unfiled():
        found[record.extract.facts.extra[FILM_NUMBER]] += len(record.extract.reviews)
    return found
