"""Statements of fact that share a line: «Directed by: …    Audio: …», «**Runtime:** 88 min  **Certificate:** 12»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.readers.pages.credits import credited, pictured, spelled_out
from tui.readers.pages.facts import fact_parts, is_fact_line
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line
from tui.readers.pages.vocabulary import LABELS, key

LONGEST = 300
"""Characters above which a line tells something and is left whole."""
_BOLD_LABELS = re.compile(r"\s+(?=\*\*[^*]{2,24}\*\*)")
_GAPS = re.compile(r"\s{3,}|\t+")
_AFTER_COLON = re.compile(r"(?<=\w):(?:\s{2,}|\t\s*)(?=\S)")
_SPACES = re.compile(r"\s{2,}|\t")
_DASHES = re.compile(r"\s+[–—-]\s+(?=[^:\s][^:]{1,20}:\s)")
_LABEL_GAPS = re.compile(r"\s{2,}(?=[^:\s][^:]{1,20}:\s)")
_BARS = re.compile(r"\s*[|·•‧]\s*|\s{3,}|\t+")
_STOPS = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\bStd)(?<!\bstd)(?<!\bhod)(?<!\bhr)(?<!\bhrs)(?<!\bgodz)(?<!\bDr)(?<!\bMr)\.\s+"
)
"""Full stops that part statements: none behind a day («14. Juli») or an abbreviation («2 Std. 42 Min.»)."""
_LEADERS = re.compile(r"\.{2,}\s")
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
        parts = _after_title(line.text) if not found else []
        parts = parts or _parts(pictured(line.text))
        for place, part in enumerate(parts):
            if part == line.text:
                found.append(line)
            else:
                found.append(replace(line, text=part, raw=part, blank=line.blank and not place))
    return found


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


def without_pictograph(text: str) -> str:
    """Return a heading's or a label's text without the picture before it: «📖 Story»; stars are ratings and stay."""
    return _LEADING_PICTOGRAPH.sub("", text) or text


def _parts(text: str) -> list[str]:
    text = _AFTER_COLON.sub(": ", text, count=1)
    bold = [part for part in _BOLD_LABELS.split(text) if part]
    if len(bold) > 1 and all(label_of(part) for part in bold):
        return bold
    dated = _YEAR_AND_NAME.fullmatch(text)
    if dated and (not dated["rest"] or fact_parts(dated["rest"])[0]):
        return [part for part in (dated["year"], f"Directed by {dated['name'].strip()}", dated["rest"]) if part]
    bare = _DECORATION.sub("", without_pictograph(text))
    for way in (_labels_within, _labels_apart, _facts_apart, _among_commas, _among_stops):
        if parts := way(bare):
            return parts
    return [bare]


def _after_title(text: str) -> list[str]:
    """Part «Lantern Row. UK, 1987. Directed by Ada Quill. 98 minutes.», a page's first line, into title and facts."""
    title, *stops = [part for part in _STOPS.split(text.rstrip(".")) if part]
    stated = [part for part in stops if _is_labelled(part) or _is_certified(part) or not _unknown(part)]
    known = _is_labelled(title) or _is_certified(title) or not _unknown(title)
    return [title, *stops] if len(stops) > 2 and not known and len(stated) == len(stops) else []


def _unknown(part: str) -> bool:
    """Say whether a part states no fact, not even beside others."""
    return bool(fact_parts(f"{part} | 2000")[1])


def _labels_apart(text: str) -> list[str]:
    """Part «Directed by: …    Audio: …» where gaps, bars or dashes stand between."""
    spaced = [without_pictograph(part) for part in _SPACES.split(text) if re.search(r"\w", part)]
    if len(spaced) > 1 and any(map(_is_labelled, spaced)) and all(_is_labelled(p) or not _unknown(p) for p in spaced):
        facts = [part for part in spaced if not _is_labelled(part)]
        return [*([" | ".join(facts)] if facts else []), *(part for part in spaced if part not in facts)]
    for separator in (_GAPS, _BARS, _LABEL_GAPS, _DASHES):
        parts = [without_pictograph(part) for part in separator.split(text) if part]
        if len(parts) > 1 and any(_is_labelled(part) for part in parts):
            facts = [part for part in parts if not _is_labelled(part) and not _unknown(part)]
            return [*([" | ".join(facts)] if facts else []), *(part for part in parts if part not in facts)]
    return []


def _facts_apart(text: str) -> list[str]:
    """Part a fact from a link beside it."""
    spaced = _SPACES.split(text)
    if len(spaced) > 2 and any(map(is_fact_line, spaced)) and not any(map(_unknown, spaced)):
        return [" | ".join(spaced)]  # «2019  15  2 hr 2 min  French»
    parts = [without_pictograph(part) for part in _GAPS.split(text) if part]
    if len(parts) < 2 or not any(is_fact_line(part) for part in parts):
        return []
    if len(parts) == 2 and label_of(text) and LABELS.get(key(parts[0])):
        return []  # «Length     118 min» is a row of a table
    facts = [part for part in parts if not _unknown(part)]
    return [" | ".join(facts), *(part for part in parts if part not in facts)]


def _among_stops(text: str) -> list[str]:
    """Part «Japan, 1954. 207 min. Directed by …»."""
    if _LEADERS.search(text):
        return []  # «Language ...... Danish»
    stops = [part for part in _STOPS.split(text.rstrip(".")) if part]
    unknown = [part for part in stops if not _is_labelled(part) and not _is_certified(part) and _unknown(part)]
    if len(stops) > 1 and not unknown and any(_is_labelled(part) or _is_certified(part) for part in stops):
        return stops
    strong = sum(map(is_fact_line, stops))
    if strong > 1 and len(unknown) == 1 and len(unknown[0].split()) < 4:
        return [" | ".join(part for part in stops if part not in unknown)]  # the studio among them: «Universal»
    if strong and len(stops) > 1 and fact_parts(text)[1] and not any(map(_unknown, stops)):
        return [" | ".join(stops)]
    return []


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
    parts = [text[start:end].strip(" ,;|·•–—/-") for start, end in pairwise([*cuts, len(text)])]
    whole = len(cuts) > 1 and cuts[0] == 0 and all((label_of(part) or ("", ""))[1] for part in parts)
    return parts if whole and not _BARS.search(text) else []


_DECORATION = re.compile(r"^[-–—=*~>]{2,}\s+(?=\w)|(?<=\S)\s+[-–—=*~<]{2,}$")
_COMMAS = re.compile(r",\s+")


def _among_commas(text: str) -> list[str]:
    """Return the facts of «1922, silent, 94 min, dir. Ada Quill, 7.9/10» and who made it."""
    parts = _COMMAS.split(text)
    made = [part for part in parts if _is_labelled(part) and (label_of(part) or ("", ""))[0] in ("director", "writer")]
    facts = [part for part in parts if part not in made]
    whole = len(parts) > 2 and len(made) == 1 and not any(fact_parts(f"{part} | 2000")[1] for part in facts)
    return [" | ".join(facts), *made] if whole else []


def _is_certified(part: str) -> bool:
    """«Rated PG for mild peril», which is no fact among others as «Rated PG» is."""
    label = label_of(part)
    return label is not None and label[0] == "certificate" and label[1][:1].isalnum() and _unknown(part)


def _is_labelled(part: str) -> bool:
    """A label that is marked by a colon, or names people; «Rated R» is a fact among others."""
    label = label_of(part)
    if label and not re.search(r"[:：]|\s[–—-]\s", part) and label[0] not in ("director", "writer", "cast", "language"):
        return False
    return label is not None and bool(label[1]) and label[0] not in ("author", "text", "headline", "date")
