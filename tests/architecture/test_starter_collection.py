"""The starter collection is ours: no sentence of the documents that it was modelled on is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.config import starter_documents

RUN = 14
"""Words in a row that two texts do not share by chance."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def documents() -> list[Path]:
    return sorted(path for path in starter_documents().iterdir() if path.is_file())


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_no_sentence_is_copied_from_the_seeds(document: Path, shared: Path) -> None:
    ours = runs(document.read_text(encoding="utf-8"))
    for seed in sorted((shared / "seeds").glob("*.txt")):
        common = ours & runs(seed.read_text(encoding="utf-8", errors="replace"))
        assert not common, f"{document.name} and {seed.name} share: {' '.join(min(common))}"


def test_the_collection_is_about_six_films() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in documents())
    for title in ("Mask", "The Last Picture Show", "Paper Moon", "Silkwood", "Moonstruck", "Mermaids"):
        assert title in text
