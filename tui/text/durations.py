"""Running times in whatever notation, as minutes: «126 min», «2h 6m», «1 hr 59 mins», «PT1H50M», «1:50», «110分»."""

from __future__ import annotations

import re

_HOUR = (
    r"h(?:ours?|rs?|od(?:in[ay]?)?|eures?|oras?)?|std\.?|stunden?|godz\.?|godzin[ay]?|or[ae]|uur|tim(?:mar)?"
    r"|ч(?:ас(?:а|ов)?)?|時間|小时|小時|시간|horas?|heures?|sa(?:at)?"
)
_MINUTE = (
    r"m(?:n|in(?:s|uts?|ut[eoi]s?|uten?|utt?er|ut[ay]?|uut+i?a?|uti|uty|uto)?)?\.?|мин(?:ут[аыи]?)?\.?"
    r"|мінут[аы]?|хв(?:илин[аи]?)?\.?|dk\.?|dakika|perc|λεπτ[άό]|minūt(?:es|ēm)|minu[tč](?:ės|ių|it)|דקות|דקה"
    r"|دقيقة|دقائق|دقیقه|นาที|phút|मिनट|menit|分(?:钟|鐘|間)?|분|[′'’]"
)
_AND = r"(?:and|und|et|y|e|a|i|,|&)"
_BOTH = rf"(?P<hours>\d{{1,2}})\s*(?:{_HOUR})\.?(?:\s*{_AND}?\s*(?P<rest>\d{{1,2}})\s*(?:{_MINUTE})?)?"
_ONLY = rf"(?P<minutes>\d{{1,3}}(?:[.,]0)?)\s*[- ]?\s*(?:{_MINUTE})"
_ISO = r"P(?:0D)?T(?:(?P<iso_hours>\d+)H)?(?:(?P<iso_minutes>\d+)M)?(?:(?P<iso_seconds>\d+)(?:\.\d+)?S)?"
_WRITTEN = re.compile(rf"(?<![\w:.,])(?:{_ISO}|{_BOTH}|{_ONLY})(?!\w)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![\d:])(?P<hours>\d{1,2}):(?P<rest>[0-5]\d)(?::(?P<seconds>[0-5]\d))?(?![\d:])")
LONGEST = 24 * 60 * 10
"""Minutes above which a number is no running time (the longest film known runs for ten days and more)."""


def parse_minutes(text: str) -> int | None:
    """Return the running time that `text` as a whole is, in minutes; a clock's notation and a bare number count."""
    text = text.strip().strip("()[]~. ").removeprefix("ca").strip(" .:")
    found = _WRITTEN.fullmatch(text)
    if found:
        return _minutes(found)
    clock = _CLOCK.fullmatch(text)
    if clock:
        return _sensible(int(clock["hours"]) * 60 + int(clock["rest"]))
    return _sensible(int(text)) if re.fullmatch(r"\d{1,4}", text) else None


def find_minutes(text: str) -> int | None:
    """Return the first running time that is written with a unit anywhere in `text`, in minutes."""
    span = find_minutes_span(text)
    return span[0] if span else None


def find_minutes_span(text: str) -> tuple[int, int, int] | None:
    """Return minutes, start and end of the first running time with a unit in `text`."""
    for found in _WRITTEN.finditer(text):
        minutes = _minutes(found)
        if minutes is not None:
            return minutes, found.start(), found.end()
    return None


def _minutes(found: re.Match[str]) -> int | None:
    if found["minutes"]:
        return _sensible(int(re.split("[.,]", found["minutes"])[0]))
    if found["hours"]:
        return _sensible(int(found["hours"]) * 60 + int(found["rest"] or 0))
    seconds = int(found["iso_seconds"] or 0)
    return _sensible(int(found["iso_hours"] or 0) * 60 + int(found["iso_minutes"] or 0) + seconds // 60)


def _sensible(minutes: int) -> int | None:
    return minutes if 0 < minutes <= LONGEST else None
