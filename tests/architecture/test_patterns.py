"""No pattern can be hung by a text that was made for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.pumping import hangs

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="patterns are tried in processes that can be ended")


def test_no_pattern_of_matinee_hangs() -> None:
    command = [sys.executable, "-m", "tests.architecture.pumping"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert int(done.stderr.split()[0]) > 500, "the patterns were not found"


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"(a+)+b", "match"),
        (r"\A(?:\s*#[^\n]*\n|---\n|\s*\n)*[\w-]{1,40}:", "match"),
        (r"\s*(?:<!(?:--.*?--|DOCTYPE[^>]*)>\s*)*<\w+", "match"),
        (r"=\s*(?=\[\s*(?:(?://[^\n]*|/\*.*?\*/)\s*)*\{)", "search"),
        (r"\s*(?:and)?\s*\d", "search"),
        (r"(\w+ ?)*\w+", "fullmatch"),
    ],
)
def test_a_pattern_that_hangs_is_found(pattern: str, way: str) -> None:
    assert hangs(re.compile(pattern, re.DOTALL), [way])


@pytest.mark.parametrize(
    ("pattern", "way"),
    [(r"(?>a+)+b", "match"), (r"\s*(?:and)?\s*\d", "match"), (r"\s+$", "search"), (r"(?:\w+ )*+\w+", "fullmatch")],
)
def test_one_that_does_not_is_left_in_peace(pattern: str, way: str) -> None:
    assert not hangs(re.compile(pattern), [way])
