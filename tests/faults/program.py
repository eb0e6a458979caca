"""The real program in processes of its own, documents for it, and what its files say."""

from __future__ import annotations

import json
import os
import random
import sys
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


def write_page(folder: Path, number: int) -> Path:
    """Write a film's page with three reviews."""
    chance = random.Random(number)  # noqa: S311
    reviews = [f"Reviewer{number}x{place} {' '.join(sentence(chance, 12) for _ in range(5))}" for place in range(3)]
    lines = [
        f"The {chance.choice(WORDS).title()} of {number}",
        "",
        f'{1920 + number % 100} "{sentence(chance, 4)}"',
        "7.2| 2h6m| PG-13| en",
        "Details",
        "",
        " ".join(sentence(chance, 10) for _ in range(3)),
        "",
        "Reviews",
        "",
        *reviews,
        "",
    ]
    path = folder / f"page-{number:03}.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


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
