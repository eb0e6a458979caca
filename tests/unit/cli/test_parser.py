from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tui.cli import main
from tui.cli.parser import COMMANDS, UsageError, build_parser


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: matinee {command} ")
    assert "--library DIR" in shown


def test_version_names_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("matinee 0.")


def test_the_library_is_named_before_or_after_the_command() -> None:
    before = build_parser().parse_args(["--library", "somewhere", "films"])
    after = build_parser().parse_args(["films", "--library", "somewhere"])
    assert str(before.library) == str(after.library) == "somewhere"


@pytest.mark.parametrize("query", ["-cher", "-author:x mirror", "-", "-(a OR b)", "-has:spoiler"])
def test_a_query_may_begin_with_a_dash(query: str) -> None:
    assert build_parser().parse_args(["search", query, "--json"]).query == query


def test_a_query_may_be_many_words() -> None:
    assert build_parser().parse_args(["search", "fun", "house", "-cher", "--limit", "3"]).query == "fun house -cher"
    assert build_parser().parse_args(["films"]).query == ""


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["serch", "x"], "did you mean search?"),
        (["show", "a", "b"], "Ask `matinee show --help`"),
        (["films", "--sort", "yaer"], "did you mean year?"),
        (["search", "x", "--limit", "-1"], "«-1» is not a whole number from 0 up"),
        (["serve", "--port", "70000"], "from 1 to 65535"),
        (["--library", "", "films"], "a folder without a name"),
    ],
)
def test_wrong_usage_names_what_is_near(words: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["search"], ["films", "--sort", "colour"], ["search", "x", "--limit", "-1"], ["show", "a", "b"]],
)
def test_wrong_usage_ends_with_status_2_and_says_how_it_is_right(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage: matinee" in said.err


def test_wrong_usage_is_json_too_where_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["films", "--json", "--sort", "colour"]) == 2
    assert "colour" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_an_escape_sequence_in_the_arguments_does_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["films", "--\x1b]0;pwned\x07"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_errors_are_raised_and_not_left_by() -> None:
    with pytest.raises(UsageError, match="required"):
        build_parser().parse_args(["show"])


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["search", "--help"], ["nonsense", "--help"]])
def test_help_and_version_load_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys; from tui.cli import main\n"
        f"main({words!r})\n"
        "heavy = {'textual', 'tantivy', 'msgspec', 'rich', 'tinydb', 'selectolax', 'rapidfuzz', 'asyncio', 'ftfy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.splitlines()[-1] == ("['msgspec']" if words[0] == "nonsense" else "[]")
