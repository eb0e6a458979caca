"""Facts of a film that a page tells in sentences: «It is in Danish, runs for 88 minutes and was rated PG.»."""

from __future__ import annotations

import re

from tui.models import Plain
from tui.readers.pages.credits import NAMES
from tui.readers.pages.facts import Gathered, certificate_of
from tui.readers.pages.labels import take_label
from tui.readers.pages.vocabulary import CERTIFICATE_AGES, CERTIFICATE_LETTERS
from tui.text.durations import find_minutes
from tui.text.languages import language_code
from tui.text.ratings import find_rating

LONGEST = 400
"""Characters above which a paragraph tells the story."""
LEAST = 3
"""Facts that a paragraph tells which is nothing else."""
_YEAR = re.compile(r"\b(?:in|from|of)\s+(?P<year>(?:18|19|20)\d\d)\b")
_SPOKEN = re.compile(r"\bin\s+(?P<language>[A-Z][a-z]{3,12})\b")
_RATED = re.compile(
    r"\b(?:[Rr]ated|[Cc]ertified|[Cc]lassified|[Cc]ertificate(?:\s+is)?)\s+(?:an?\s+)?(?P<mark>[\w+/-]{1,6})\b"
)
_MADE = re.compile(rf"\b[Dd]irected\sby\s(?P<who>{NAMES})")
_PLAYED = re.compile(rf"\b(?:stars|starring|featuring)\s(?P<who>{NAMES})")


def told_facts(text: str) -> Gathered | None:
    """Return the facts of a paragraph that tells at least three and is no story, None where it is none."""
    if len(text) > LONGEST:
        return None
    told = Gathered()
    told.put("year", int(found["year"]) if (found := _YEAR.search(text)) else None)
    told.put("runtime_minutes", find_minutes(text))
    marked = _RATED.search(text)
    mark = marked["mark"] if marked else ""
    known = mark in CERTIFICATE_LETTERS or mark in CERTIFICATE_AGES or certificate_of(mark) is not None
    told.put("certificate", Plain(mark) if known else None)
    spoken = _SPOKEN.search(text)
    told.put("languages", (code,) if spoken and (code := language_code(spoken["language"])) else ())
    for label, shape in (("director", _MADE), ("cast", _PLAYED)):
        if found := shape.search(text):
            take_label(label, found["who"], told)
    if score := find_rating(text):
        told.rate(score.rating)
    return told if len(told.values) + len(told.ratings) >= LEAST else None


def take_told(text: str, into: Gathered) -> bool:
    """Take the facts of a paragraph that tells nothing else; False where it is none."""
    told = told_facts(text)
    for name, value in told.values.items() if told else ():
        into.put(name, value)
    for rating in told.ratings if told else ():
        into.rate(rating)
    return told is not None
