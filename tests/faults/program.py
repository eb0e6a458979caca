"""The real program in processes of its own, documents for it, and what its files say."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORDS = (
    *("quiet", "harbour", "letter", "winter", "mother", "train", "orchard", "lantern", "promise", "brother", "river"),
    *("violin", "summer", "stranger", "window", "garden", "soldier", "island", "mirror", "carnival", "teacher"),
    *("bicycle", "kitchen", "midnight", "railway", "painter", "widow", "harvest"),
)


def command(library: Path, *arguments: str | Path) -> list[str]:
    """Return the command line of the real program."""
    return [sys.executable, "-m", "tui", "--library", str(library), *map(str, arguments)]


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing of the user's own is read or written."""
    return {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "MATINEE_CONFIG": str(folder / "none")}


def sentence(chance: random.Random, length: int) -> str:
    """Return a made-up sentence."""
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + "."


def write_tables(folder: Path, numbers: range) -> None:
    """Write films with three reviews each into tables of ten: the cheapest documents to read."""
    for ten in sorted({number // 10 for number in numbers}):
        with (folder / f"table-{ten:02}.csv").open("w", encoding="utf-8") as stream:
            stream.write("title,year,author,rating,review\n")
            stream.writelines(row for number in numbers if number // 10 == ten for row in _rows(number))


def _rows(number: int) -> Iterator[str]:
    chance = random.Random(number)  # noqa: S311
    title = f"The {chance.choice(WORDS).title()} of {number}"
    for place in range(3):
        text = " ".join(sentence(chance, 12) for _ in range(5))
        yield f"{title},{1920 + number % 100},Reviewer{number}x{place},7/10,{text}\n"


def content(library: Path) -> dict[str, Any]:
    """Return what the files of a library say, without the moments of import."""
    found = {}
    for path in sorted([*library.glob("films/*.json"), *library.glob("*.json"), *library.glob("state/*.json")]):
        found[str(path.relative_to(library))] = _timeless(json.loads(path.read_bytes()))
    return found


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _timeless(item) for key, item in value.items() if key not in {"imported", "checksum"}}
    return [_timeless(item) for item in value] if isinstance(value, list) else value
