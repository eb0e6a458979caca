"""What Letterboxd gave goes back to Letterboxd, and what was written for it is read as the owner's again."""

from __future__ import annotations

import csv
from pathlib import Path

from tui.library import Library


def test_two_entries_of_one_day_are_two_viewings_and_come_back(tmp_path: Path) -> None:
    header = "Date,Name,Year,Letterboxd URI,Rating,Rewatch"
    export = tmp_path / "export"
    export.mkdir()
    (export / "diary.csv").write_text(
        f"{header},Tags,Watched Date\n"
        "2025-01-01,Short Loop,2011,https://boxd.it/a1,3,,,2025-01-01\n"
        "2025-01-01,Short Loop,2011,https://boxd.it/a2,4,Yes,,2025-01-01\n"
        "2025-02-01,Short Loop,2011,https://boxd.it/a3,,Yes,rain,2025-02-01\n"
    )
    (export / "reviews.csv").write_text(
        f"{header},Review,Tags,Watched Date\n"
        "2025-01-01,Short Loop,2011,https://boxd.it/a2,4,Yes,<i>Better</i> the second time &amp; shorter.,,2025-01-01\n"
    )
    first, second = Library.open(tmp_path / "first"), Library.open(tmp_path / "second")
    first.import_paths([export])
    own = first.film("Short Loop (2011)").personal
    told = [(one.date, one.rating and one.rating.value, one.rewatch, one.link) for one in own.viewings]
    assert told == [
        ("2025-01-01", 3, False, "https://boxd.it/a1"),
        ("2025-01-01", 4, True, "https://boxd.it/a2"),
        ("2025-02-01", None, True, "https://boxd.it/a3"),
    ]
    file = tmp_path / "to-letterboxd.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        first.export([film.id for film in first.catalogue()], "letterboxd", stream)
    with file.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["WatchedDate"], row["Rating"], row["Rewatch"]) for row in rows] == [
        ("2025-01-01", "3", ""),
        ("2025-01-01", "4", "Yes"),
        ("2025-02-01", "", "Yes"),
    ]
    assert [row["Review"] for row in rows] == ["", "Better the second time &amp; shorter.", ""]
    report = second.import_paths([file])
    view = second.film("Short Loop (2011)")
    assert not report.failed
    assert {one.date for one in view.personal.viewings} == {"2025-01-01", "2025-02-01"}
    assert [(one.text, one.mine) for one in view.reviews] == [("Better the second time & shorter.", True)]
    first.close()
    second.close()
