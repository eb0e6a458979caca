"""The README says what is so; its key table is the command table (run this file to write it)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tui.cli.parser import COMMANDS as WORDS
from tui.commands import COMMANDS, GROUPS, Command, shown_keys

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BEGIN, END = "<!-- keys: written by tests/architecture/test_readme.py -->", "<!-- end of keys -->"
WHERE = {
    "bar": "in the search bar",
    "search": "on the search screen",
    "unfiled": "in Unfiled",
    "concordance": "in the concordance",
}


def row(command: Command) -> str:
    keys = " ".join(f"`{key}`" for key in shown_keys(command, {}, "\n").split("\n") if key) or "palette"
    where = f" ({WHERE[command.place]})" if command.place in WHERE else ""
    return f"| {keys.replace('|', chr(92) + '|')} | {command.help.rstrip('.')}{where} |"


def table() -> str:
    """Return the table of keys as the README has it, group by group, each line once."""
    lines = []
    for group in GROUPS:
        rows = dict.fromkeys(row(command) for command in COMMANDS if command.group == group)
        lines += [f"**{group}**", "", "| key | what it does |", "|---|---|", *rows, ""]
    return "\n".join(lines).rstrip()


def written() -> str:
    match = re.search(f"{re.escape(BEGIN)}\n(.*?)\n{re.escape(END)}", README.read_text(encoding="utf-8"), re.DOTALL)
    assert match, "the README has no table of keys"
    return match[1]


def test_the_readme_has_the_keys_of_the_command_table() -> None:
    assert written() == table(), "run: python tests/architecture/test_readme.py"


@pytest.mark.parametrize("word", WORDS)
def test_the_readme_names_every_command(word: str) -> None:
    assert f"matinee {word}" in README.read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    explained = {word for row in rows for word in re.findall(r"[\w-]+", row)}
    assert {re.split(r"[<>=]", one)[0] for one in named} <= explained


def test_every_picture_and_page_that_is_linked_exists() -> None:
    for page in (README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{page.name} links {target}"


if __name__ == "__main__":
    README.write_text(README.read_text(encoding="utf-8").replace(written(), table()), encoding="utf-8")
