"""Credits that are not written as label and value: by letters («R: Ada Quill»), by pictures, below the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.readers.pages.facts import Gathered
from tui.readers.pages.labels import label_of, take_label
from tui.readers.pages.lines import Line
from tui.readers.pages.names import looks_like_name
from tui.readers.pages.vocabulary import LABELS, ROLE_FIELDS, key

_LETTER = re.compile(r"(?:^|(?<=[,;|·.])\s+|\s{2,})(?P<letter>[A-Z]):\s+(?=\S)")
_LETTERS = {
    "R": "Regie", "B": "Drehbuch", "D": "Darsteller", "K": "Kamera", "M": "Musik", "L": "Laufzeit", "P": "Produktion",
    "S": "Schnitt", "J": "Jahr", "V": "Verleih", "H": "Hrají", "I": "Interpreti",
}  # fmt: skip
"""What credits are shortened to: «R: Ada Quill, B: Rufus Pell, D: Idris Fell»."""


_WHO = r"[A-ZÀ-Ž][\w'’.-]*(?:\s(?:van|von|de|del|della|di|da|le|la|der|den|bin|al)\b|\s[A-ZÀ-Ž][\w'’.-]*){0,4}"
NAMES = rf"{_WHO}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s){_WHO})*"
"""Full names in a list that a sentence holds."""
_ABBREVIATED = re.compile(
    rf"[dD](?:ir)?[.:]\s*(?P<director>{NAMES}?)[\s;,.|/]+(?:[sSwWcC]|st)[.:]\s*(?P<cast>{NAMES})\W*"
)
"""«d. Ada Quill s. Rufus Pell, Idris Fell»."""
_SPOKEN = re.compile(
    rf"\b(?P<what>(?:[Ww]ritten\s(?:and|&)\s)?[Dd]irected\sby|[Ww]ritten\sby|(?:[Cc]o-)?[Ss]tarring|[Ff]eaturing)\s(?P<who>{NAMES})"
)
"""«a comedy directed by Ada Quill and starring Rufus Pell»."""
FILM_BY = re.compile(
    r"(?P<maker>[^\d()'’]{4,40})['’]s\s+(?:[\w-]+\s+){0,2}?film\s+(?:from|of)\s+(?P<from>(?:18|19|20)\d\d)"
    r"|(?:an?\s+|une?\s+|eine?\s+)?(?:[\w-]+\s+){0,3}?film\s+(?:[\w-]+\s+){0,2}?(?:by|de|von|di|od|af|av)\s+(?P<name>[^\d()]{4,40}?)"
    r"\s*(?:\((?P<year>(?:18|19|20)\d\d)\))?",
    re.IGNORECASE,
)
"""«Film français de Jacques Becker (1960)» below the title."""
BY_ALONE = re.compile(r"[Bb]y\s+(?P<name>[A-ZÀ-Ž][\w.'’-]+(?:\s[A-ZÀ-Ž][\w.'’-]+){1,3})")
"""«by Ada Quill» right below a row of facts."""
YEAR_BY = re.compile(r"(?P<year>(?:18|19|20)\d\d)\s*[,·/|–-]\s*(?P<name>[A-ZÀ-Ž][\w.'’-]+(?:\s[A-ZÀ-Ž][\w.'’-]+){1,3})")
"""«2000, Ada Quill» below the title."""
_MOST_BEFORE = 6
"""Words before the first credit of a sentence that is nothing but credits."""


def in_words(line: Line) -> list[Line]:
    """Return the credits of a line that tells them in a sentence or by letters, one a line; the line itself else."""
    if len(line.text) > LONGEST or line.bullet:
        return [line]
    short = _ABBREVIATED.fullmatch(line.plain)
    if short:
        told = [("Director", short["director"]), ("Cast", short["cast"])]
        return [replace(line, text=f"{label}: {who}", raw=line.raw) for label, who in told]
    found = list(_SPOKEN.finditer(line.plain))
    if not found or re.search(r"\d", line.plain):
        return [line]
    within = sum(len(one[0]) for one in found) >= 0.6 * len(line.plain)
    if not within or len(line.plain[: found[0].start()].split()) > _MOST_BEFORE:
        return [line]
    if len(found) == 1 and (not found[0].start() or "irected" not in found[0]["what"]):
        return [line]  # a label and its value
    names = {"w": "Writer", "d": "Director", "s": "Cast", "f": "Cast", "c": "Cast"}
    labels = ["Director" if "irected" in one["what"] else names[one["what"][0].lower()] for one in found]
    return [
        replace(line, text=f"{label}: {one['who']}", blank=line.blank and not place)
        for place, (label, one) in enumerate(zip(labels, found, strict=True))
    ]


LONGEST = 300
"""Characters above which a line tells something and lists no credits."""


def spelled_out(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the letters of shortened credits written out, where a page has several and one is «R:»."""
    short = [line for line in lines if len(line.text) <= LONGEST]
    letters = [found["letter"] for line in short for found in _LETTER.finditer(line.text)]
    if "R" not in letters or len(set(letters) & set(_LETTERS)) < 2:
        return list(lines)
    found: list[Line] = []
    for line in lines:
        if len(line.text) > LONGEST:
            found.append(line)
            continue
        text = _LETTER.sub(lambda one: f"\n{_LETTERS.get(one['letter'], one['letter'])}: ", line.text)
        parts = [part.strip(" ,;|·") for part in text.split("\n") if part.strip()]
        found += [replace(line, text=part, raw=part) for part in parts] if parts != [line.text] else [line]
    return found


_MARKED_MAKER = re.compile(
    r"(?P<name>[^\W\d][\w.'’ -]{3,40}?)\s*"
    r"\((?:dir\.?|director|regie|réal\.?|reg\.?|rež\.?|reż\.?)\)\s*[,;·|]\s*(?P<cast>[^()]{5,160})",
    re.IGNORECASE,
)
"""«Ada Quill (dir.), Rufus Pell, Idris Fell»."""


def _maker_first(line: Line) -> list[Line]:
    found = _MARKED_MAKER.fullmatch(line.text) if len(line.text) <= LONGEST else None
    if not found:
        return [line]
    return [replace(line, text=f"Director: {found['name']}"), replace(line, text=f"Cast: {found['cast']}", blank=False)]


def credited(lines: Sequence[Line]) -> list[Line]:
    """Return lines with each name that stands above what it did («Ada Quill», below «Director, Story») as labelled."""
    found: list[Line] = []
    above_label = False
    for line in map(_role_first, [part for one in lines for said in in_words(one) for part in _maker_first(said)]):
        before = found[-1] if found else None
        roles = _roles(line.plain) if before and not line.blank and not line.level else []
        if before and roles and not above_label and _is_full_name(before.plain):
            found.pop()
            found += [replace(before, text=f"{role}: {before.plain}", raw=line.raw) for role in roles]
            above_label = False
            continue
        above_label = before is not None and len(before.text) <= 40 and (label_of(before.text) or ("", "?"))[1] == ""
        found.append(line)
    return found


_ROLE_BEHIND = re.compile(r"(?P<name>[^():]{4,60})\s*\((?P<role>[^():]{3,20})\)")


def _role_first(line: Line) -> Line:
    """Return «Ada Quill (director)» as «director: Ada Quill»."""
    found = _ROLE_BEHIND.fullmatch(line.text) if len(line.text) < 80 else None
    fits = found is not None and LABELS.get(key(found["role"])) in ROLE_FIELDS and _is_full_name(found["name"].strip())
    return replace(line, text=f"{found['role']}: {found['name'].strip()}") if found and fits else line


def _roles(text: str) -> list[str]:
    """Return the roles that a line lists and nothing else, one of each field."""
    if len(text) > 60 or ":" in text:
        return []
    parts = [part for part in re.split(r"\s*[,/&]\s*", text) if part]
    meanings = ["writer" if key(part) in _CREDITS else LABELS.get(key(part), "") for part in parts]
    if not any(meaning in ("director", "writer") for meaning in meanings) or not all(meanings):
        return []
    return [name for name in ("Director", "Writer") if name.casefold() in meanings]


_CREDITS = frozenset({"story", "original story", "screenstory", "teleplay"})


def _is_full_name(text: str) -> bool:
    return 1 < len(text.split()) <= 4 and looks_like_name(text) and label_of(text) is None


_PICTURED = (
    ("🎬🎥🎦", "Director"), ("👥👪🎭🧑👨👩", "Cast"), ("🗣🌐🌍🌎🌏", "Language"), ("🔞🔒🚸", "Certificate"),
    ("📅🗓📆", "Year"), ("⏱⏰⏲🕐🕑🕒🕓🕔🕘⌛⏳", "Runtime"), ("⭐🌟", "Rating"), ("✍🖊🖋", "Writer"),
)  # fmt: skip
"""What a picture before a value stands for, where no word says it: «🎬 Ada Quill», «🔞 15»."""


def pictured(text: str) -> str:
    """Return a line that a picture labels with the word in its place, where the value fits it; else as it is."""
    found = _PICTURE.match(text)
    label = next((name for pictures, name in _PICTURED if found and found["picture"] in pictures), None)
    if not found or not label or label_of(found["value"]) or found["value"][0] in found["picture"]:
        return text
    said = f"{label}: {found['value']}"
    into = Gathered()
    people = label in ("Director", "Cast", "Writer")
    fits = looks_like_name(re.split(r"\s*[,&/]\s*", found["value"])[0]) and (label != "Cast" or "," in said)
    taken = fits if people else take_label(*(label_of(said) or ("", "")), into, label)
    return said if taken else text


_PICTURE = re.compile(r"(?P<picture>[\u2300-\u23ff\u270d\u2b50\U0001f300-\U0001faff])\ufe0f?\s*(?P<value>[^\s].*)$")
