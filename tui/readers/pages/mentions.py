"""How a text speaks of a run of words: as of a film, as of a person, or not at all.

Every line that may be an article's headline has dozens of runs that may be the title, so each mention is found as
plain text, and fixed patterns look at what stands before and behind it: to make patterns of each run took longer than
all the rest of reading a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.readers.pages.wordlists import FIRST_NAMES, OPENERS
from tui.text.comparing import fold

_NEAR = 80
"""Characters that are looked at on either side of a mention."""
_DATED = re.compile(r"[*_”»』》\"]{0,3}(?:\s*[(（](?:[^()]{0,24}\b)?|,\s+from\s+)(?:18|19|20)\d\d\b")
_OPENED = re.compile(
    r",?\s+(?:which\s+)?(?:arrived|opened|(?:had\s+)?c[ao]me\s+out|premi[eè]red|(?:had\s+)?cost\b|reached\s+(?:the\s+)?(?:cinemas|screens)"
    r"|(?:would|could)\s+(?:(?:not|never)\s+)?have\s+been\s+(?:made|finished|shot)"
    r"|(?:was|had\s+been|has\s+been)\s+(?:released|paid\s+for|financed|banned|restored|screened|shown))\b"
)
_RUNNING = re.compile(r"(?:(?<![^\W_])[a-z]+,?|\b(?:When|Before|After|Since|Until|Once)) $")
_CLOCKED = re.compile(r"\b(?:18|19|20)\d\d,?\s+(?:when|before|after|until)\s+[*_“\"]{0,2}$")
"""«In 1979, when *Alien* frightened …»: only what comes out frightens by the year."""
_FILM_BEFORE = re.compile(r"\b(?:film|movie|picture|title)\s+[*_“\"]{0,3}$")
_FILM_BEHIND = re.compile(
    r"[*_”\"]{0,3}\s+(?:the\s+movie|\([^()]{2,40}\)\s+is\s+an?|is\s+an?|was\s+(?:released|made|shot|filmed)|est\s+un|ist\s+ein|è\s+un|es\s+una?|é\s+um|je|to|is\s+een)\b"
)
_LONGER = re.compile(r"[*_]?\s+(?:[A-Z][a-z]|[IVX]+\b|\d)")
_FORENAME = re.compile(r"\b([A-Z][\w-]+)\s+$")
_ACTING = re.compile(r"\s+(?:said|says|told|explained|recalled|was born|plays|played)\b")


_FILM = re.compile(
    r"\b(?:film|movie|script|scene|director|camera|screen|studio|shoot|shot|cast|crew|audience|sequel|soundtrack|score|oscar"
    r"|feature|picture|animation|storyboards?|dialogue|nominated|screenplay|remake|prequel|commentary|trailer|premiere"
    r"|regie|regisseur|drehbuch|kamera|réalisateur|tournage|scénario|película|rodaje|guion|regista|riprese|režisér|reżyser)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:was\s+born|born\s+(?:in|on)|(?:his|her|their)\s+(?:(?:long|early|later|whole|best|first|last|own)\s+)?"
    r"(?:career|films|movies|filmography|childhood|parents|marriages?|autobiography)|wurde\s+\w+\s+geboren|née?\s+(?:à|en|le)"
    r"|nació\s+en|nacque|narodil[ao]?\s+se|urodził[ao]?\s+się)\b",
    re.IGNORECASE,
)


def is_of_film(text: str) -> bool:
    """Say whether a text begins with a word of film-making: «Commentary», «script»."""
    return bool(_FILM.match(text))


def film_words(text: str) -> int:
    """Count the different words of film-making in a text."""
    return len({found.casefold() for found in _FILM.findall(text)})


def is_a_life(text: str) -> bool:
    """Say whether a text tells of somebody's life."""
    return bool(_LIFE.search(text))


def is_common(name: str) -> bool:
    """Say whether a run consists of small words only: «Why», «Her»."""
    return all(fold(word.strip("'\"’:,")) in OPENERS for word in name.split())


def spoken(name: str, text: str) -> float:
    """Count mentions; one at a sentence's beginning, where a capital letter means little, is half a mention."""
    count = 0.0
    opener = fold(name) in OPENERS
    for before, behind in _places(name, text):
        if before[-1:] in _JOINING or behind[:1] in _JOINING or _LONGER.match(behind):
            continue
        last = before.rstrip("*_\"“‘'( ")[-1:]
        count += 1.0 if last and (last.isalnum() or last in ",;—–)”") else 0.0 if opener else 0.5
        if count > 6:
            break
    return count


def told_of(name: str, text: str) -> float:
    """Return points for what a text says of films only: the year behind the name, when it opened, that it is a film."""
    dated = opened = called = placed = False
    common = " " not in name and is_common(name)
    for before, behind in _places(name, text):
        whole = before[-1:] not in _JOINING
        dated = dated or (whole and bool(_DATED.match(behind)))
        running = bool(_RUNNING.search(before)) if common else before[-1:] != "_"
        opened = opened or (running and bool(_OPENED.match(behind)))
        called = called or (behind[:1] != "_" and bool(_FILM_BEFORE.search(before)))
        called = called or (whole and bool(_FILM_BEHIND.match(behind)))
        articled = name.startswith("The ") and bool(_RUNNING.search(before))
        placed = placed or articled or bool(_CLOCKED.search(before))
    return 4.0 * dated + 3.0 * opened + 2.0 * called + 1.0 * (placed and not opened)


def is_person(name: str, text: str) -> float:
    """Return points for a person: a first name before a surname, a surname that the text gives a first name to."""
    words = name.split()
    if len(words) in (2, 3) and fold(words[0]) in FIRST_NAMES:
        return 2.5
    if len(words) != 1:
        return 0.0
    for before, behind in _places(name, text):
        forename = _FORENAME.search(before)
        if (forename and fold(forename[1]) in FIRST_NAMES) or _ACTING.match(behind):
            return 3.0
    return 0.0


_JOINING = frozenset("-_")
"""What makes one word of two."""


def _places(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind every mention of a name that is no part of a longer word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        start = text.find(name, end)
