"""What is tracked belongs to the project: no path, host or key of the place where somebody happened to write it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w.])/(?:home|Users|work|root|tmp)/\w+",
    "a package index": r"--(?:extra-)?index-url|/simpl[e]/",
    "a key": r"-----BEGIN [A-Z ]*PRIVATE|\bghp_\w{20}|\bAKIA[A-Z0-9]{12}",
}
ALLOWED = {"/home/user", "/home/you"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.skipif(not tracked(), reason="not a git checkout")
@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_of_one_machine_is_tracked(what: str) -> None:
    found = []
    for path in tracked():
        if path == Path(__file__).resolve():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [
            f"{path.relative_to(ROOT)}: {m[0]}" for m in re.finditer(FORBIDDEN[what], text) if m[0] not in ALLOWED
        ]
    assert not found


@pytest.mark.skipif(not tracked(), reason="not a git checkout")
def test_the_top_level_is_as_agreed() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    folders = {"tui", "data", "tests", "screenshots", ".ci"}
    files = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "constraints.txt",
        ".gitignore",
    }
    assert top <= folders | files


def test_pinned_versions_are_plain() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+]+", line) for line in lines)
    assert lines == sorted(lines, key=str.casefold)
