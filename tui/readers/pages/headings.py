"""Which lines of an article are headings: marked as one, or short, alone and followed by text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.readers.pages.furniture import is_promo_label
from tui.readers.pages.lines import Line, visible
from tui.readers.pages.vocabulary import MAKING_SECTIONS, SECTIONS, SPOILER_SECTIONS, key

LONGEST_HEADING = 110
LONGEST_CASELESS = 32
"""The same for scripts without capitals, most of which need fewer signs for as much."""
BODY_LEAST = 80
"""Characters from which a line that ends a sentence is surely text."""
EDIT = re.compile(
    r"(?:(?<!\s)\s+)?\[\s*(?:edit|bearbeiten|quelltext|modifier|editar|modifica|edytuj|upravit|編集|编辑|редактировать|bewerken"
    r"|redigera|hide|show|toggle|ausblenden|verbergen|anzeigen|masquer|ocultar|nascondi|skrýt|ukryj|非表示)[^\]]*\]\s*",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\s?\[(?:\d{1,3}|[a-z]|\^\w{1,20}|nb \d+|note \d+|citation needed|clarification needed"
    r"|who\?|when\?|better source needed"
    r"|according to whom\?|original research\?|dead link"
    r"|page needed|failed verification|by whom\?|need quotation to verify|update|non-primary source needed"
    r"|Anm\. \d+|réf\. nécessaire|cita requerida|要出典)\]"
)
ELSEWHERE = re.compile(
    r"(?:more|read\s+more|see\s+more|latest|related|recommended|popular|trending)\s+(?:from|in|on|like|about"
    r"|stories|articles|posts|films|movies|news|reviews|features|reading|content|links)\b.{0,40}"
    r"|you\s+(?:may|might|could)\s+(?:also\s+)?(?:like|enjoy|be\s+interested).{0,20}|(?:what"
    r"|where)\s+to\s+(?:watch|read|see|stream)\s*(?:next|it|now)?|(?:readers|people|others)\s+also\s+\w+.{0,20}",
    re.IGNORECASE,
)
"""Headings of boxes that lead to other pages."""
TERMINAL = re.compile(r"[.,;…。、，；][\"”’')*_\]]*$|[.!?…][\"”’']?\s*\((?!(?:18|19|20)\d\d\b)[^()]{2,30}\)$")
_OF_FILM = re.compile(
    r"\s+(?:k\s+filmu|o\s+filmie|zum\s+film|sur\s+le\s+film|about\s+the\s+film|sobre\s+la\s+película|sul\s+film)$",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\s*[(\[]\d[\d.,]*[)\]]$")
_QUOTE = re.compile(r"[\"“«„].*[\"”»“](?:\s+[—–-]\s.*)?")
_ASKS = re.compile(r"[?!？！][\"”’')*_\]]*$")
BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^*_]+)(?:\*\*|__):?$")
_SIGNS = "■□●◆◇▼▶►✦✓"
"""Marks that stand before headings as well as before items."""
_WORD_MARKS = "\"'“”‘’(«»*_"


def section_key(text: str) -> str:
    """Return a heading as the tables of sections have it: «trivia» for «Trivia about the film (7)»."""
    return key(_OF_FILM.sub("", COUNTED.sub("", text)) if len(text) <= LONGEST_HEADING else text[:LONGEST_HEADING])


def is_heading(block: Sequence[Line], place: int, following: Sequence[Line]) -> bool:
    """Say whether a line is a heading: marked as one, or short, alone and followed by text.

    Args:
        block: the lines between two blank lines, furniture left out.
        place: the line's place among them.
        following: the next block.
    """
    line = block[place]
    if line.level or EDIT.search(line.text):
        return True
    text = visible(REFERENCE.sub("", line.text)) if "[" in line.text else line.plain
    bare = section_key(text)
    if (
        bare in SPOILER_SECTIONS
        or (ELSEWHERE.fullmatch(text) and len(text) < 60)
        or (place <= 1 and len(text) < 40 and (bare in SECTIONS or (bare in MAKING_SECTIONS and line.blank)))
    ):
        return not line.bullet or bool(following)
    if not _short_and_titled(line, text):
        return place == 0 and _is_numbered([*block[1:], *following][:1], line, text)
    rest = block[place + 1 :]
    first = place == 0 or (place == 1 and key(block[0].plain) in MAKING_SECTIONS)
    if rest:
        return first and not _wrapped_start(block) and is_body(rest[0]) and len(text) < 0.6 * len(rest[0].text)
    return place == 0 and bool(following) and (not line.bullet or not following[0].bullet)


def _is_numbered(below: Sequence[Line], line: Line, text: str) -> bool:
    """Say whether a numbered sentence stands above a paragraph: «1. NOBODY KNOWS HOW LONG IT TAKES.»."""
    if not line.bullet[:1].isdigit() or not below or below[0].bullet or len(text) > LONGEST_HEADING:
        return False
    least = BODY_LEAST if below[0].blank else max(BODY_LEAST, 2 * len(text))
    return len(below[0].text) >= least and is_body(below[0])


def _short_and_titled(line: Line, text: str) -> bool:
    words = text.split()
    if not text or len(text) > LONGEST_HEADING or len(words) > 18 or TERMINAL.search(text) or is_promo_label(line.raw):
        return False
    first = text.lstrip(_WORD_MARKS)[:1]
    if first.isalpha() and first.lower() == first.upper() and len(text) > LONGEST_CASELESS:
        return False
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.isascii() and not first.islower())):
        return False
    if line.bullet and not line.bullet[:1].isdigit() and line.bullet not in _SIGNS:
        return False
    if BOLD.fullmatch(line.text):
        return True
    if _ASKS.search(text) or (_QUOTE.fullmatch(text) and len(words) > 4):
        return _title_case(words)  # «"It was cold and nobody laughed"» is pulled from the text
    return not (text.endswith(":") and len(words) > 8)


def _title_case(words: Sequence[str]) -> bool:
    """Say whether most words that are not small begin with a capital, as in «Is It Worth the Wait?»."""
    counted = [bare for word in words[1:] if len(bare := word.strip(_WORD_MARKS + "?!.,:;")) > 3]
    if len(words) <= 3:
        return len(words) > 1 and all(word.strip(_WORD_MARKS)[:1].isupper() for word in words)
    return sum(word[:1].isupper() for word in counted) >= 0.6 * max(1, len(counted)) > 0


def _wrapped_start(block: Sequence[Line]) -> bool:
    """A paragraph's first line, broken by its width, is no heading: the next begins in lower case."""
    return len(block) > 1 and (block[1].text[:1].islower() or len(block[0].text) > 60)


def is_body(line: Line) -> bool:
    """Say whether a line is text: an item of a list, long, or a sentence."""
    if line.bullet or len(line.text) >= BODY_LEAST:
        return True
    return bool(re.search(r"[.!?。！？][\"”’')*]*$", REFERENCE.sub("", line.text)))


def questions(runs: Sequence[Sequence[Line]]) -> set[int]:
    """Return the numbers of questions that are headings: an interview's, or such among headings in small letters."""
    below = [*runs[1:], []][: len(runs)]
    asked = {place for place, run in enumerate(runs) if len(run) == 1 and _ASKED.fullmatch(run[0].text)}
    asked = {place for place in asked if below[place] and place + 1 not in asked and is_body(below[place][0])}
    others = [
        runs[place][0]
        for place in range(2, len(runs))
        if place not in asked and is_heading(runs[place], 0, below[place])
    ]
    worded = [words for line in others if len(words := line.plain.split()) > 1]
    small = len(worded) > 1 and sum(map(_title_case, worded)) < len(worded) / 2
    if not small and (others or len(asked) < _INTERVIEW):
        return set()
    return {runs[place][0].number for place in asked}


_ASKED = re.compile(r"(?:[^\W\d_]+\s\d{1,3}[:.]\s)?[^\W\d_][^:]{5,108}[?？]")
_INTERVIEW = 3
"""Questions that make an interview; an author may ask himself one or two."""
