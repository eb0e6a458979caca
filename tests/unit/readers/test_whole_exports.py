"""Whole exports through the library, with the real readers: nothing in them is lost, and what names no film waits."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Sequence
from datetime import date
from html import unescape
from pathlib import Path

import msgspec
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tui.cli import shapes
from tui.library import Library

_SOME = ("tin", "moon", "reed", "harbour", "wind,", "salt;", "«mire»", "keeper's", '"late"', "1973",
         "<i>again</i>", "&amp;")  # fmt: skip
_WORDS = st.lists(st.sampled_from(_SOME))
_TEXT = _WORDS.map(" ".join)
_DAY = st.dates(date(1990, 1, 1), date(2025, 12, 31)).map(str)
_STARS = st.sampled_from(["", "0.5", "3", "4.5", "5"])
_FILM = st.tuples(
    st.sampled_from(["Tin Moon", "Mire", "Reed, the Film", "Salt (Director's Cut)"]), st.sampled_from(["1973", "1990"])
)
_HEAD = ("Date", "Name", "Year", "Letterboxd URI")
_LIST = ("Position", "Name", "Year", "URL", "Description")


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([header, *rows])
    return text.getvalue()


@st.composite
def _exports(draw: st.DrawFn) -> dict[str, str]:
    """Return a Letterboxd export; links are of one kind a file, as there."""
    entry = st.integers(0, 999).map(lambda number: f"https://boxd.it/e{number}")

    def rows(*more: st.SearchStrategy[str]) -> list[tuple[str, ...]]:
        row = st.tuples(_DAY, _FILM, entry, *more).map(lambda one: (one[0], *one[1], *one[2:]))
        diary = len(more) > 1  # an entry stands there once, in the other files a film
        return draw(st.lists(row, max_size=4, unique_by=lambda one: one[3:4] if diary else one[1:3]))

    again = st.sampled_from(["", "Yes"])
    rated, tagged = (*_HEAD, "Rating"), ("Rewatch", "Tags", "Watched Date")
    films = [
        (str(at), *film, "https://boxd.it/f1", note)
        for at, (film, note) in enumerate(draw(st.lists(st.tuples(_FILM, _TEXT), max_size=4)), 1)
    ]
    about = _table(
        ("Date", "Name", "Tags", "URL", "Description"),
        [(draw(_DAY), "Harbours", "", "https://boxd.it/l1", draw(_TEXT))],
    )
    return {
        "watched.csv": _table(_HEAD, rows()),
        "ratings.csv": _table(rated, rows(_STARS)),
        "watchlist.csv": _table(_HEAD, rows()),
        "likes/films.csv": _table(_HEAD, rows()),
        "diary.csv": _table((*rated, *tagged), rows(_STARS, again, _TEXT, _DAY)),
        "reviews.csv": _table(
            (*rated, "Rewatch", "Review", "Tags", "Watched Date"), rows(_STARS, again, _TEXT, _TEXT, _DAY)
        ),
        "comments.csv": _table(("Date", "Content", "Comment"), [(draw(_DAY), "https://boxd.it/c1", draw(_TEXT))]),
        "profile.csv": _table(
            ("Date Joined", "Username", "Email Address", "Location", "Bio", "Favorite Films"),
            [(draw(_DAY), "reel", "", "", draw(_TEXT), "")],
        ),
        "lists/harbours.csv": f"Letterboxd list export v7\r\n{about}\r\n{_table(_LIST, films)}",
    }  # fmt: skip


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", "", unescape(re.sub(r"<[^<>]*>", " ", text))).casefold()


@settings(
    max_examples=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(_exports())
def test_every_cell_of_an_export_can_be_found_again(export: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in export.items():
            file = Path(folder, "export", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        library = Library.open(Path(folder, "library"))
        library.import_paths([Path(folder, "export")])
        shown = [msgspec.json.encode(shapes.film_whole(library.film(film.id))).decode() for film in library.catalogue()]
        waiting = [one.text for one in (*library.unfiled(), *library.unfiled(ignored=True))]
        kept = _words(
            " ".join([*(json.dumps(json.loads(one), ensure_ascii=False) for one in shown), *waiting]).replace(
                "\\n", " "
            )
        )
    for name, text in export.items():
        for row in csv.reader(io.StringIO(text)):
            for cell in row if row and row[0][:1].isdigit() else ():
                found = [_words(re.sub(r"^https://boxd.it/|^[\d.]+$|^Yes$", "", part)) for part in cell.split(",")]
                assert "".join(found) in kept or all(part in kept for part in found), f"{name}: {cell!r} is nowhere"


def test_what_is_about_no_film_is_set_aside_and_asks_for_nothing(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    likes = tmp_path / "export" / "likes" / "reviews.csv"
    likes.parent.mkdir(parents=True)
    likes.write_text("Date,Content\r\n2021-02-05,https://boxd.it/r1\r\n")
    report = library.import_paths([likes])
    assert [(one.status, one.reader) for one in report.documents] == [("imported", "letterboxd")]
    assert "set aside" in (report.documents[0].reason or "")
    assert report.unfiled == 0
    assert library.unfiled() == ()
    assert "https://boxd.it/r1" in library.unfiled(ignored=True)[0].text
    assert library.import_paths([likes]).documents[0].status == "unchanged"


def test_one_decision_files_all_that_a_table_says_of_a_film_number(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    said = (
        "Reeds bend in the wind and never break, however long it blows.",
        "A boat is late, and the keeper counts what is left of the oil.",
        "Salt on every window; nobody in this town has ever been dry.",
        "The second half belongs to the dog, and the dog knows it well.",
        "I had forgotten how loud a harbour is before the ships come in.",
    )
    rows = [f'{film},"{text}"' for film, text in zip((7, 8, 7, 8, 7), said, strict=True)]
    (tmp_path / "reviews.csv").write_text("film_id,review\n" + "\n".join(rows) + "\n")
    library.import_paths([tmp_path / "reviews.csv"])
    waiting = library.unfiled()
    assert len(waiting) == 5
    sevens = [one for one in waiting if "film 7, 3 records" in one.document]
    assert len(sevens) == 3
    library.file(sevens[0].id, "Mire (1990)")
    assert len(library.film("Mire").reviews) == 3
    assert len(library.unfiled()) == 2
    library.undo()
    assert len(library.unfiled()) == 5


def test_a_number_means_one_film_in_its_table_and_in_the_table_beside_it(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    folder = tmp_path / "set"
    folder.mkdir()
    rows = "".join(
        f"{film}\tThe {word} of film {film} is long, and worth it.\n" for word in ("pier", "gale") for film in (3, 5)
    )
    (folder / "all.reviews.tsv").write_text("id\treview\n" + rows)
    told = "".join(f"{film}\tA keeper of lamp {film} counts the oil.\tJo Elm\t9{film} minutes\n" for film in (3, 4, 5))
    (folder / "all.movie_info.tsv").write_text("id\tsynopsis\tdirector\truntime\n" + told)
    library.import_paths([folder])
    waiting = library.unfiled()
    assert len(waiting) == 4 + 3
    assert all(any(f"film {film}" in one.document for film in (3, 4, 5)) for one in waiting)
    chosen = next(one for one in waiting if "reviews.tsv · film 5" in one.document)
    library.file(chosen.id, "Mire (1990)")
    view = library.film("Mire")
    assert len(view.reviews) == 2
    assert (view.film.synopsis, view.film.runtime_minutes) == ("A keeper of lamp 5 counts the oil.", 95)
    assert (view.film.title, view.film.year, dict(view.film.extra)) == ("Mire", 1990, {})
    assert not any("film 5" in one.document for one in library.unfiled())
    assert len(library.unfiled()) == 4
    library.undo()
    assert len(library.unfiled()) == 7


def test_what_was_set_aside_and_taken_up_again_stays_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    header = "Date Joined,Username,Given Name,Family Name,Email Address,Location,Website,Bio,Pronoun,Favorite Films"
    profile = f"{header}\n2020-01-01,ada,,,,,,I like films,,\n"
    for name in ("profile.csv", "copy.csv"):
        path = tmp_path / name
        path.write_text(profile)
        library.import_paths([path])
        for one in library.unfiled(ignored=True):
            assert name == "profile.csv"
            library.ignore(one.id, ignored=False)
    assert len(library.unfiled()) == 1
