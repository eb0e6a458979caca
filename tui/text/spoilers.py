"""Spoiler announcements in a text: «*** SPOILERS AHEAD ***», «contains spoilers», «Achtung, Spoiler!»."""

from __future__ import annotations

import re

_WORD = (
    r"(?:spoil(?:er)?s?|spoiler(?:y|ish)?|espóiler(?:es)?|divulgâcheurs?|ネタバレ|剧透|劇透|스포일러|спойлер\w*"
    r"|spojler\w*)"
)
_FREE = re.compile(
    r"\b(?:no|non|without|zero|free\s+of|not?\s+any|avoid(?:ing)?|minus|sans|ohne|sin|senza|bez|keine)\s+"
    rf"(?:\w+\s+){{0,2}}{_WORD}"
    rf"|\b{_WORD}[\s-]*free\b|\b(?:won['’]?t|not|n['’]t|never|nothing)\s+(?:\w+\s+){{0,3}}(?:spoil|{_WORD})"
)
_FREE_IN_CAPITALS = re.compile(_FREE.pattern, re.IGNORECASE)
_ANNOUNCED = re.compile(
    rf"(?P<mark>[*#!=\[(<~-]{{1,}}\s*(?:\w+[\s:]+){{0,3}}{_WORD}\b[^\n]{{0,24}}?[*#!=\])>~-])"
    rf"|\b(?:contains?|containing|includes?|warning|caution|alert|beware(?:\s+of)?|ahead|achtung|vorsicht"
    rf"|attention|ojo"
    rf"|cuidado|alerte|enthält|contiene|contient|obsahuje|pozor|uwaga|zawiera|mild|minor|major|possible|some|big"
    rf"|huge)"
    rf"[\s:,!-]+(?:\w+\s+){{0,3}}{_WORD}\b"
    rf"|\b{_WORD}\b[\s:,!.*-]*(?:warnings?|alerts?|ahead|below|follow(?:s|ing)?|inside|included|to\s+follow|coming"
    rf"|begins?"
    rf"|starts?|start\s+here|in\s+this|within|warnung|varování|ostrzeżenie)\b"
    rf"|^\W*{_WORD}(?:,|\s(?:for|about|of|on|zu|zum|zur|pour|para|per))\s[^\n.!?:]{{1,32}}:"
    rf"|^\W*{_WORD}\W*(?:\n|$|[:!.*]|[–—-]\s)|[\[(【]\s*{_WORD}\s*[\])】]|ネタバレ(?:注意|あり|を含)|剧透|劇透",
    re.MULTILINE,
)
"""These look at texts in lower case, which takes a third of the time of looking without regard to case."""
_CAPITALS = re.compile(r"\bSPOILERS?\b")
OPENING = 400
"""Characters at a text's beginning and end where a bare word in capitals is an announcement."""


_BEFORE, _BEHIND = 160, 160
"""Characters around a mention."""
_STEMS = ("spoil", "spojler", "divulg", "espóil", "ネタバレ", "剧透", "劇透", "스포일러", "спойлер")
"""One of these is in every announcement: most texts are told apart by them, a hundred times as fast."""
_ASCII = tuple(stem for stem in _STEMS if stem.isascii())


def heads_spoilers(heading: str) -> bool:
    """Say whether what stands under a heading gives the plot away: «Spoiler zone», «The end (spoilers)»."""
    return re.search(rf"\b{_WORD}\b", _FREE.sub(" ", heading.lower())) is not None


def announces_spoilers(text: str) -> bool:
    """Say whether a text itself announces that it gives the plot away; «no spoilers» and «spoiler-free» do not."""
    folded = text.lower()
    stems = [stem for stem in (_ASCII if folded.isascii() else _STEMS) if stem in folded]
    if not stems:
        return False
    if "SPOILER" in text and _CAPITALS.search(_FREE_IN_CAPITALS.sub(" ", text[: 4 * OPENING])[:OPENING]):
        return True
    return any(map(_announces, _around(folded, stems)))


def _announces(part: str) -> bool:
    """Say whether a mention announces spoilers, also without what only says that there are none."""
    if not _ANNOUNCED.search(part):
        return False
    left = _FREE.sub(" ", part)
    return left == part or _ANNOUNCED.search(left) is not None


def _around(text: str, stems: list[str]) -> list[str]:
    """Return what stands around each mention, whole words: all that an announcement is made of, a tenth of the text."""
    found: list[tuple[int, int]] = []
    for place in sorted(match.start() for stem in stems for match in re.finditer(stem, text)):
        start = max(text.rfind(" ", 0, max(place - _BEFORE, 0)), 0)
        end = text.find(" ", place + _BEHIND)
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end if end >= 0 else len(text)))
    return [text[start:end] for start, end in found]
