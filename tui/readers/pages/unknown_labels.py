"""Labels that no table has: what stands behind them is taken where it can be but one thing."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.models import Plain, Rating
from tui.readers.pages.facts import Gathered, certificate_of, fact_parts, source_of, take_facts
from tui.readers.pages.furniture import is_link_name
from tui.readers.pages.labels import label_of, take_label
from tui.readers.pages.titling import titled
from tui.readers.pages.vocabulary import CERTIFICATE_AGES, key
from tui.text.ratings import find_rating, find_votes, parse_rating

_LABEL = re.compile(r"(?P<label>[^:|]{2,30}?)(?P<gap>\s*:\s*|\s{2,}|\t+)(?P<value>\S.*)$")
_QUOTED = re.compile(r"[\"“«„‟»](?P<quote>.+?)[\"”»“‟«]\s*")
_DECIMAL = re.compile(r"(?:10|\d)[.,]\d")
_SCORED = re.compile(rf"(?:(?P<by>[^\W\d_]{{2,20}})\s+)?(?P<value>{_DECIMAL.pattern})")
"""«IMDb 8.4», and «8.2» alone."""
_SCORE_FIRST = re.compile(r"(?P<value>100|\d{1,2}(?:[.,]\d)?)\s+(?P<label>[^\W\d_]+(?:\s[^\W\d_]+)?)")
"""«95 METASCORE»."""
_COUNTED = re.compile(
    rf"(?:[^\W\d]+\s+){{0,2}}(?P<value>{_DECIMAL.pattern})(?:\s+[^\W\d]+)?,?\s+(?:(?:by|from|von|par|por|da|od|av)\s+)?\d[\d.,]*[kKmM]?\s+[^\W\d]+\W?"
)
"""«Rated 8.9 by 61 customers»."""
_SHARE = re.compile(r"(?P<value>\d{1,3}\s?%)(?:\s+(?:of\s+)?[\d.,]+)?(?:\s+[^\W\d]+){1,7}\W?")
LONGEST = 160
"""Characters above which a line tells something."""


def take_unknown(text: str, into: Gathered, *, titled_above: bool) -> bool:
    """Take a line of a page's head whose label is not known, as «Tongue   French»; False where it says nothing.

    Args:
        text: the line.
        into: where the facts go.
        titled_above: a line that may be the title stands above.
    """
    found = _LABEL.match(text)
    return (found is not None and _take_value(found, into, text, titled_above=titled_above)) or (
        titled_above and len(text) < LONGEST and _take_score(text, into)
    )


def _take_value(found: re.Match[str], into: Gathered, text: str, *, titled_above: bool) -> bool:
    value = found["value"].strip()
    if len(value) > 1 and (rating := _stated(value)):
        into.rate(rating)  # «Wertung der Redaktion: 4 von 5»
        return True
    facts, rest = fact_parts(value) if ":" in found["gap"] else ([], "")
    if facts and not rest and not is_link_name(text):
        take_facts([fact for fact in facts if fact.name != "aside"], into)  # «keeps you for: 96 minutes»
        return True
    if not titled_above:
        return False
    if quoted := _QUOTED.fullmatch(value):
        into.put("tagline", Plain(quoted["quote"]))
        return True
    if certificate := certificate_of(value) or (value if value in CERTIFICATE_AGES else ""):
        into.guess("certificate", Plain(certificate))  # «Audience: 18»
        return True
    if _DECIMAL.fullmatch(value) and not into.ratings and (rating := parse_rating(value, scale=10)):
        into.rate(rating, assumed=True)  # «Users      8.3»
        return True
    return False


def _take_score(text: str, into: Gathered) -> bool:
    """Take «MYVOTO 4,40 su 5», «IMDb 8.4», «8.2», «86% of 2,310 members would see it again»."""
    share = _SHARE.fullmatch(text) if not into.ratings and into.values else None
    if share and (rating := parse_rating(share["value"])):
        into.rate(rating)
        return True
    counted = _COUNTED.fullmatch(text) if not into.ratings and into.values else None
    if counted and (rating := parse_rating(counted["value"], scale=10)):
        into.rate(rating, assumed=True)
        return True
    facts = titled(text)[1]
    if [fact.name for fact in facts] == ["rating"] and into.values:
        take_facts(facts, into)
        return True
    before = _SCORE_FIRST.fullmatch(text)
    label = label_of(before["label"]) if before else None
    if before and label and label[0] in ("rating", "metascore") and not label[1]:
        return take_label(label[0], before["value"], into, before["label"])
    scored = _SCORED.fullmatch(text)
    by = source_of(key(scored["by"])) if scored and scored["by"] else ""
    if not scored or (scored["by"] and not by) or (not by and (into.ratings or not into.values)):
        return False
    rating = parse_rating(scored["value"], scale=10, by=by)
    if rating:
        into.rate(rating, assumed=not by)
    return rating is not None


def _stated(value: str) -> Rating | None:
    """Return the rating that a value is, with or without a count of votes behind it."""
    found = find_rating(value)
    whole = found is not None and found.start == 0 and (votes := find_votes(value)) is not None
    return replace(found.rating, votes=votes) if whole and found else parse_rating(value)
