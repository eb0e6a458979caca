from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.output import Line, Output, counted, named, rated
from tui.errors import MatineeError
from tui.models import Plain, Progress, Rating

HOSTILE = "a\x1b]52;c;ZXZpbA==\x07b\x9bc\u202ed\x00e\x7f"
HARMFUL = "\x1b\x07\x9b\u202e\x00\x7f"


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def both() -> tuple[Output, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Output(stdout=out, stderr=err), out, err


def harmless(text: str) -> bool:
    return not set(HARMFUL) & set(text)


def test_a_pipe_gets_a_table_as_tab_separated_lines() -> None:
    output, out, _ = both()
    output.table(("Film", "Year"), [("Mask", 1985), ("Two\tlines\nhere", None)])
    assert out.getvalue() == "Mask\t1985\nTwo lines here\t\n"


def test_a_terminal_gets_a_drawn_table() -> None:
    out = Terminal()
    Output(stdout=out, stderr=io.StringIO()).table(("Film", "Year"), [("Mask [/b]", 1985)])
    assert "Film" in out.getvalue()
    assert "Mask [/b]" in out.getvalue()


def test_nothing_harmful_reaches_a_pipe() -> None:
    output, out, err = both()
    output.table(("x",), [(HOSTILE,)])
    output.lines([Line(HOSTILE)])
    output.say(HOSTILE)
    output.fail(MatineeError(HOSTILE, HOSTILE, HOSTILE))
    output.value({"x": HOSTILE})
    assert harmless(out.getvalue())
    assert harmless(err.getvalue())


@pytest.mark.parametrize("text", [HOSTILE, "\ud800 alone", "[red]not markup[/]", "é 東京 🎬"])
def test_json_says_exactly_what_was_given(text: str) -> None:
    for stream in (io.StringIO(), Terminal()):
        Output(stdout=stream, stderr=io.StringIO()).value({"text": text})
        assert json.loads(stream.getvalue()) == {"text": text}


@given(st.text(st.characters()))
def test_no_text_makes_json_unsafe_or_unreadable(text: str) -> None:
    stream = io.StringIO()
    Output(stdout=stream, stderr=io.StringIO()).value([text])
    assert harmless(stream.getvalue())
    assert json.loads(stream.getvalue()) == [text]


def test_a_failure_is_one_json_value_where_json_was_asked_for() -> None:
    out, err = io.StringIO(), io.StringIO()
    output = Output(as_json=True, stdout=out, stderr=err)
    output.fail(MatineeError("page.html", "it is empty", "Save it again"))
    assert json.loads(out.getvalue())["error"]["remedy"] == "Save it again"
    assert err.getvalue() == "matinee: page.html: it is empty. Save it again.\n"


def test_a_fault_of_the_program_itself_names_it_once() -> None:
    output, _, err = both()
    output.fail(MatineeError("matinee", "the browser needs a terminal"))
    assert err.getvalue() == "matinee: the browser needs a terminal.\n"


@pytest.mark.parametrize(("width", "whole"), [(80, True), (40, False)])
def test_a_column_stays_whole_where_there_is_room(monkeypatch: pytest.MonkeyPatch, width: int, whole: bool) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = Terminal()
    title, name = "A Rather Long Title of a Film That Few Have Seen", "a-rather-long-title-of-a-film-that-few"
    Output(stdout=out, stderr=io.StringIO()).table(("Film", "Id"), [(title, name)], whole=("Id",))
    assert (name in out.getvalue()) is whole


def test_a_match_is_lit_on_a_terminal_and_only_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal()
    Output(stdout=out, stderr=io.StringIO()).lines([Line("a mirror scene", lit=((2, 8),))])
    assert "\x1b[1;7mmirror\x1b[0m" in out.getvalue()
    output, piped, _ = both()
    output.lines([Line("a mirror scene", lit=((2, 8),))])
    assert piped.getvalue() == "a mirror scene\n"


def test_progress_is_shown_on_a_terminal_and_wiped_away() -> None:
    err = Terminal()
    with Output(stdout=io.StringIO(), stderr=err).progress("Importing") as progress:
        progress(Progress(task="reading", done=3, total=10))
    assert "Reading" in err.getvalue() or "Importing" in err.getvalue()
    silent = io.StringIO()
    with Output(stdout=io.StringIO(), stderr=silent).progress("Importing") as progress:
        progress(Progress(task="reading", done=3, total=None))
    assert silent.getvalue() == ""


def test_numbers_titles_and_ratings_read_well() -> None:
    assert counted(1, "film") == "1 film"
    assert counted(36000, "film") == "36,000 films"
    assert counted(2, "match", "matches") == "2 matches"
    assert named("Mask", 1985) == "Mask (1985)"
    assert named("Mask", None) == "Mask"
    assert rated(None) == ""
    assert rated(Rating(value=7.2, out_of=10)) == "7.2/10"
    assert rated(Rating(value=3.5, out_of=5, written=Plain("★★★½"))) == "★★★½"
