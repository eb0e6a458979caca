"""Articles that go through several films: headings that count up or down, or that are titles with their years."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from tui.models import Extract, Plain, Review
from tui.readers.html.article import Article
from tui.readers.html.draft import Draft
from tui.readers.html.page import Page
from tui.text.spoilers import announces_spoilers

_NUMBERED = re.compile(r"^\s*(?:#\s*)?(\d{1,3})\s*[.):\-–—]\s*(?=\S)(.{1,120})$")
_DATED = re.compile(r"^()(.{1,120}\((?:18|19|20)\d\d\))$")
_FACTS = re.compile(
    r"\b(?:things|facts|secrets|trivia|easter eggs|details|scenes|moments|quotes|reasons)\b", re.IGNORECASE
)
"""A page that counts these counts no films."""
_OF_FILMS = re.compile(r"\b(?:films?|movies?|filme|filmů|películas|cine|кино|фильм\w*)\b", re.IGNORECASE)
_LEAST = 5
_LEAST_NAMED = 3
"""Headings that make a ranking, and those that do where the title says that it is about films."""
_DIRECTED = re.compile(r"\s*[,–—|-]\s*(?:dir\.|directed by)\s.*$")


class Part(NamedTuple):
    """A film of a ranking."""

    place: int | None
    title: str
    texts: list[str]


def films(page: Page, content: Article) -> list[Extract]:
    """Return the films of a ranking, each with what is said of it as a review; none where it is no ranking."""
    if _FACTS.search(content.title):
        return []
    named = bool(_OF_FILMS.search(content.title))
    least = _LEAST_NAMED if named else _LEAST
    parts = _parts(content, _NUMBERED)
    if len(parts) < least or not _counts([part.place or 0 for part in parts]):
        parts = _parts(content, _DATED) if named else []
    return [_film(page, content, part) for part in parts] if len(parts) >= least else []


def _parts(content: Article, shape: re.Pattern[str]) -> list[Part]:
    parts: list[Part] = []
    for block in content.blocks:
        found = shape.match(block.text) if block.level else None
        if found:
            parts.append(Part(int(found[1]) if found[1] else None, found[2], []))
        elif parts and block.level and block.level <= 2:
            break
        elif parts and not block.level:
            parts[-1].texts.append(block.text)
    return parts


def _counts(places: list[int]) -> bool:
    """Say whether numbers go up or down by one."""
    steps = {second - first for first, second in pairwise(places)}
    return steps in ({1}, {-1})


def _film(page: Page, content: Article, part: Part) -> Extract:
    draft = Draft()
    draft.titled(_DIRECTED.sub("", part.title.strip("‘’“”\"' ")))
    draft.note("list", f"{content.title} #{part.place}" if part.place is not None else content.title)
    text = Plain("\n\n".join(part.texts))
    review = Review(
        author=content.author, text=text, date=content.date, publication=content.publication,
        spoiler=announces_spoilers(text), link=page.link(page.url),
    )  # fmt: skip
    return page.extract(draft, [review] if text else [])
