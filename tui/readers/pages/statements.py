"""Statements of fact that share a line: «Directed by: …    Audio: …», «**Runtime:** 88 min  **Certificate:** 12»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.readers.pages.facts import Gathered, fact_parts, is_fact_line
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of, take_label
from tui.readers.pages.lines import Line
from tui.readers.pages.names import looks_like_name
from tui.readers.pages.vocabulary import LABELS, key

LONGEST = 300
"""Characters above which a line tells something and is left whole."""
_BOLD_LABELS = re.compile(r"\s+(?=\*\*[^*]{2,24}\*\*)")
_GAPS = re.compile(r"\s{3,}|\t+")
_DASHES = re.compile(r"\s+[–—-]\s+(?=[^:\s][^:]{1,20}:\s)")
_LABEL_GAPS = re.compile(r"\s{2,}(?=[^:\s][^:]{1,20}:\s)")
_BARS = re.compile(r"\s*[|·•‧]\s*|\s{3,}|\t+")
_STOPS = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\bStd)(?<!\bstd)(?<!\bhod)(?<!\bhr)(?<!\bhrs)(?<!\bgodz)(?<!\bDr)(?<!\bMr)\.\s+"
)
"""Full stops that part statements: none behind a day («14. Juli») or an abbreviation («2 Std. 42 Min.»)."""
_YEAR_AND_NAME = re.compile(r"\((?P<year>(?:18|19|20)\d\d),\s+(?P<name>[^\d(),]{4,40})\)\s*(?P<rest>.*)")
_PICTOGRAPHS = "[\U0001f000-\U0001f31e\U0001f320-\U0001faff\u2190-\u21ff\u2600-\u2604\u2607-\u27bf\ufe0f]"
_LEADING_PICTOGRAPH = re.compile(rf"^(?:{_PICTOGRAPHS}+\s*)+")


def statements(lines: Iterable[Line]) -> list[Line]:
    """Return lines with those taken apart that hold several labelled statements, or a fact beside a link."""
    found: list[Line] = []
    for line in credited(spelled_out(list(lines))):
        if len(line.text) > LONGEST or line.level or is_furniture(line.raw):
            found.append(line)
            continue
        parts = _parts(pictured(line.text))
        for place, part in enumerate(parts):
            if part == line.text:
                found.append(line)
            else:
                found.append(replace(line, text=part, raw=part, blank=line.blank and not place))
    return found


_LETTER = re.compile(r"(?:^|(?<=[,;|·.])\s+|\s{2,})(?P<letter>[A-Z]):\s+(?=\S)")
_LETTERS = {
    "R": "Regie", "B": "Drehbuch", "D": "Darsteller", "K": "Kamera", "M": "Musik", "L": "Laufzeit", "P": "Produktion",
    "S": "Schnitt", "J": "Jahr", "V": "Verleih", "H": "Hrají", "I": "Interpreti",
}  # fmt: skip
"""What credits are shortened to: «R: Ada Quill, B: Rufus Pell, D: Idris Fell»."""


def spelled_out(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the letters of shortened credits written out, where a page has several and one is «R:»."""
    letters = [found["letter"] for line in lines for found in _LETTER.finditer(line.text)]
    if "R" not in letters or len(set(letters) & set(_LETTERS)) < 2:
        return list(lines)
    found: list[Line] = []
    for line in lines:
        text = _LETTER.sub(lambda one: f"\n{_LETTERS.get(one['letter'], one['letter'])}: ", line.text)
        parts = [part.strip(" ,;|·") for part in text.split("\n") if part.strip()]
        found += [replace(line, text=part, raw=part) for part in parts] if parts != [line.text] else [line]
    return found


def credited(lines: Sequence[Line]) -> list[Line]:
    """Return lines with each name that stands above what it did («Ada Quill», below «Director, Story») as labelled."""
    found: list[Line] = []
    above_label = False
    for line in lines:
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


def paired(lines: Sequence[Line]) -> list[Line]:
    """Return lines with each label that stands above its value («Director», below it «Joel Coen») put before it."""
    found: list[Line] = []
    for line in credited(lines):
        above = found[-1] if found else None
        waits = (
            above is not None
            and len(above.text) <= 24
            and not above.level
            and (label_of(above.text) or ("", "?"))[1] == ""
        )
        label = label_of(line.text)
        state = above is not None and label is not None and not label[1] and label_of(above.text) == ("other", "")
        if above and waits and not line.blank and len(line.text) <= 120 and (label is None or state):
            found[-1] = replace(above, text=f"{above.text.rstrip(':： ')}: {line.text}")
        else:
            found.append(line)
    return found


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


def without_pictograph(text: str) -> str:
    """Return a heading's or a label's text without the picture before it: «📖 Story»; stars are ratings and stay."""
    return _LEADING_PICTOGRAPH.sub("", text) or text


def _parts(text: str) -> list[str]:
    bold = [part for part in _BOLD_LABELS.split(text) if part]
    if len(bold) > 1 and all(label_of(part) for part in bold):
        return bold
    dated = _YEAR_AND_NAME.fullmatch(text)
    if dated and (not dated["rest"] or fact_parts(dated["rest"])[0]):
        return [part for part in (dated["year"], f"Directed by {dated['name'].strip()}", dated["rest"]) if part]
    bare = without_pictograph(text)
    inner = _labels_within(bare)
    if inner:
        return inner
    for separator in (_GAPS, _BARS, _LABEL_GAPS, _DASHES):
        parts = [without_pictograph(part) for part in separator.split(bare) if part]
        if len(parts) > 1 and any(_is_labelled(part) for part in parts):
            facts = [part for part in parts if not _is_labelled(part) and not fact_parts(f"{part} | 2000")[1]]
            return [*([" | ".join(facts)] if facts else []), *(part for part in parts if part not in facts)]
    parts = [without_pictograph(part) for part in _GAPS.split(bare) if part]
    if len(parts) > 1 and any(is_fact_line(part) for part in parts):
        facts = [part for part in parts if fact_parts(f"{part} | 2000")[1] == ""]
        return [" | ".join(facts), *(part for part in parts if part not in facts)]
    stops = [part for part in _STOPS.split(bare.rstrip(".")) if part]
    if (
        len(stops) > 1
        and any(map(_is_labelled, stops))
        and all(_is_labelled(part) or not fact_parts(f"{part} | 2000")[1] for part in stops)
    ):
        return stops
    strong = sum(map(is_fact_line, stops))
    if strong > 1 and fact_parts(bare)[1] and not any(fact_parts(f"{part} | 2000")[1] for part in stops):
        return [" | ".join(stops)]
    return [bare]


_COLON = re.compile(r"(?<!\S)(?P<label>[^\W\d_][\w./()-]*(?: [^\W\d_][\w./()-]*){0,2}):(?=\s+\S)")


def _labels_within(text: str) -> list[str]:
    """Return the statements of a line that only spaces part: «Year: 2009 Lang: English Dir: Ada Quill»."""
    if text.count(":") < 2:
        return []
    cuts = []
    for found in _COLON.finditer(text):
        words = found["label"].split()
        known = next((n for n in range(len(words), 0, -1) if key(" ".join(words[-n:])) in LABELS), 0)
        if known:
            cuts.append(found.end("label") - len(" ".join(words[-known:])))
    parts = [text[start:end].strip(" ,;|·•–—-") for start, end in pairwise([*cuts, len(text)])]
    whole = len(cuts) > 1 and cuts[0] == 0 and all((label_of(part) or ("", ""))[1] for part in parts)
    return parts if whole and not _BARS.search(text) else []


def _is_labelled(part: str) -> bool:
    """A label that is marked by a colon, or names people; «Rated R» is a fact among others."""
    label = label_of(part)
    if label and ":" not in part and "：" not in part and label[0] not in ("director", "writer", "cast", "language"):
        return False
    return label is not None and bool(label[1]) and label[0] not in ("author", "text", "headline", "date")
