"""The real pages beside the project come out as their gold files say; skipped where they are absent."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tui.models import Extract
from tui.readers.document import Document
from tui.readers.registry import choose

LEAST = {"seeds": 1.0, "data/film_pages": 0.95, "data/pages": 0.95, "data/articles": 0.95}


def squash(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", text or "").casefold()


def same(one: str | None, other: str | None) -> bool:
    a, b = squash(one), squash(other)
    return a == b or difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.98


def extract_of(path: Path) -> Extract:
    document = Document.of_bytes(path.name, path.read_bytes())
    found = [one for one in choose(document).reader.read(document) if isinstance(one, Extract)]
    assert len(found) == 1, path.name
    return found[0]


def facts_marks(gold: dict[str, Any], extract: Extract) -> list[tuple[str, bool]]:
    film, facts = gold.get("film", {}), extract.facts
    marks = []
    if not gold.get("give_film"):
        marks += [("title", squash(facts.title) == squash(film["title"]))]
        marks += [("year", facts.year == film["year"])] if film.get("year") else []
    marks += [
        (name, getattr(facts, name) == film[name]) for name in ("runtime_minutes", "certificate") if film.get(name)
    ]
    marks += [(name, same(film[name], getattr(facts, name))) for name in ("tagline", "synopsis") if film.get(name)]
    if film.get("languages"):
        marks.append(("languages", list(facts.languages) == film["languages"]))
    if rating := film.get("rating"):
        marks.append(
            ("rating", any(abs(one.share - rating["value"] / rating["out_of"]) < 0.005 for one in facts.ratings))
        )
    return marks


def review_marks(gold: dict[str, Any], extract: Extract) -> list[tuple[str, bool]]:
    marks = []
    left = list(extract.reviews)
    for wanted in gold.get("reviews", []):
        hit = next((one for one in left if squash(one.text) == squash(wanted["text"])), None)
        marks.append(("review text", hit is not None))
        marks.append(("review author", hit is not None and hit.author == wanted.get("author")))
        if wanted.get("date"):
            marks.append(("review date", hit is not None and hit.date == wanted["date"]))
        if hit:
            left.remove(hit)
    return [*marks, ("no surplus review", not left)]


def trivia_marks(gold: dict[str, Any], extract: Extract) -> list[tuple[str, bool]]:
    marks = []
    for fact in gold.get("trivia", []):
        hits = [one for one in extract.trivia if squash(fact["text"]) in squash(one.text)]
        marks.append(("trivia once", len(hits) == 1 or (bool(hits) and len(fact["text"]) < 30)))
        if fact.get("topic"):
            marks.append(("topic", any(squash(one.topic) == squash(fact["topic"]) for one in hits)))
        if "spoiler" in fact:
            marks.append(("spoiler", any(one.spoiler == fact["spoiler"] for one in hits)))
    return marks


@pytest.mark.parametrize("folder", LEAST)
def test_real_pages_reach_their_mark(folder: str, shared: Path) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for gold in json.loads((shared / folder / "gold.json").read_text(encoding="utf-8")):
        extract = extract_of(shared / folder / gold["file"])
        marks = [*facts_marks(gold, extract), *review_marks(gold, extract), *trivia_marks(gold, extract)]
        for name, good in marks:
            right[name] += good
            asked[name] += 1
    shares = {name: right[name] / asked[name] for name in asked}
    assert min(shares.values()) >= LEAST[folder], shares


@pytest.mark.parametrize("folder", LEAST)
def test_no_line_of_advertising_gets_into_a_record(folder: str, shared: Path) -> None:
    for gold in json.loads((shared / folder / "gold.json").read_text(encoding="utf-8")):
        extract = extract_of(shared / folder / gold["file"])
        texts = [
            extract.facts.synopsis or "",
            *(one.text for one in extract.reviews),
            *(one.text for one in extract.trivia),
        ]
        texts += [one.topic or "" for one in extract.trivia]
        lines = {squash(line) for text in texts for line in text.split("\n")}
        assert not [line for line in gold.get("dropped", []) if squash(line) and squash(line) in lines], gold["file"]
