"""What is told of a long task: how much, how fast, how long still."""

from __future__ import annotations

from tui.models import Progress
from tui.text.pace import Pace


def test_rate_and_remaining_time_are_told_once_they_mean_something() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert pace.told(_read(0)) == "0.0 of 40.0 MB · ratings.csv"
    now[0] += 2
    assert pace.told(_read(10)) == "10.0 of 40.0 MB · 5.0 MB/s · 6 s left · ratings.csv"
    assert pace.told(_read(40)) == "40.0 of 40.0 MB · 20.0 MB/s · ratings.csv"


def test_a_new_task_begins_anew() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    pace.told(_read(10))
    now[0] += 50
    assert pace.told(Progress(task="merging", done=0, total=8000, unit="films")) == "0 of 8,000 films"
    now[0] += 10
    told = pace.told(Progress(task="merging", done=400, total=8000, unit="films"))
    assert told == "400 of 8,000 films · 40/s · 3 min left"
    assert pace.told(Progress(task="looking", done=0)) == ""


def _read(megabytes: int) -> Progress:
    return Progress(task="reading", done=megabytes * 10**6, total=40 * 10**6, unit="bytes", detail="a.zip/ratings.csv")
