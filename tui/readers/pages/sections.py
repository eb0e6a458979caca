"""Which lines are headings, and what their sections hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line, visible
from tui.readers.pages.meta import read_meta
from tui.readers.pages.statements import without_pictograph
from tui.readers.pages.vocabulary import REVIEW_WORDS, SAYERS, SAYING, SECTIONS, SPOILER_SECTIONS, VOICES, key
from tui.text.wordsets import words

_COUNT = re.compile(r"\s*[(\[]?\s*\b\d[\d.,]*\+?\s*[)\]]?$|^\d[\d.,]*\+?\s+(?=\D)")
_TAIL = re.compile(r"\s+(?:of|for|about|from|by|on|to|von|zu|sur|de|di|o|do)\s+.{1,60}$", re.IGNORECASE)
_COUNTED_LINK = re.compile(r"[^\W\d_][\w &'’-]{1,20}\s\((?!(?:18|19|20)\d\d\))\d[\d.,]*\)")
"""«Cameo (1)»: a link to a part of the page; «Cameo (1986)» is a film."""
CRUMBS = re.compile(r"\s[>›»→]\s+\S")
"""«Culture › Film › Reviews» tells where on the site the page is."""
LONGEST_HEADING = 64


@dataclass(slots=True)
class Section:
    """A heading and the lines below it; the lines before the first heading have none."""

    kind: str
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


@lru_cache(maxsize=8192)
def section_kind(line: Line) -> str | None:
    """Return what a line opens as a heading of a film page («reviews», «synopsis», «skip» …), None where it is none."""
    text = without_pictograph(_without_links(line))
    if len(text) > LONGEST_HEADING or line.bullet or CRUMBS.search(text):
        return None
    bare = key(text)
    exact = SECTIONS.get(bare) or _counted(text)
    if exact or bare in SPOILER_SECTIONS:
        return exact or "trivia"
    kind = _guessed(line, text, bare)
    meta = read_meta(text) if kind else None
    return None if meta and meta.strong else kind  # «Review by Dora ★★★★» opens nothing


def _without_links(line: Line) -> str:
    """Return a heading's text without a link at the right edge: «Popular reviews      More»."""
    first, *links = re.split(r"\s{3,}|\t+", line.text)
    return visible(first) if len(links) == 1 and is_furniture(links[0]) else line.plain


def _guessed(line: Line, text: str, bare: str) -> str | None:
    """Return what a line that is in no table most likely opens: «What viewers think», «Reviews of Heat»."""
    words = re.findall(r"[^\W\d_]+(?:'s)?", bare)
    text = text.rstrip(".…") if text.endswith(("...", "…")) else text
    if not 1 < len(words) <= 9 or text[-1:] in ".!,;":
        return None
    alone = line.blank and len(words) <= 3
    if SAYING.search(bare) and SAYERS.search(bare) and (text[-1:] in ":?" or words[0] in _ASKING or alone):
        return "reviews"
    one_part = not re.search(r"\s{3,}|[|·•]", line.text)
    if (
        words[0] in REVIEW_WORDS
        and one_part
        and len(words) <= 5
        and line.blank
        and text[-1:] != "?"
        and not is_furniture(text)
    ):
        return "reviews"  # the noun stands first in Romance and Slavic languages: «Críticas dos usuários»
    one = words[-1] in ("review", "comment") and not line.level  # «Nolvia Reptile review» may be a verdict
    if words[-1] in REVIEW_WORDS and len(words) <= 5 and (text[-1:] == ":" or (not one and (_titled(text) or alone))):
        return "reviews"
    if line.blank and words[-1] == "ratings" and len(words) <= 3 and SAYERS.search(bare) and not _COUNT.search(text):
        return "reviews"
    if line.blank and len(words) <= 6 and (REVIEW_WORDS | VOICES) & set(words) and SAYERS.search(bare):
        return "reviews"
    return SECTIONS.get(key(_TAIL.sub("", text))) if _titled(text) or line.level else None


def _counted(text: str) -> str | None:
    """Return what «Reviews (12)» and «12 Reviews» open; «99+ Photos» is a link."""
    kind = SECTIONS.get(key(_COUNT.sub("", text.rstrip(":"))))
    return kind if kind in ("reviews", "trivia", "synopsis") else None


_ASKING = words("what how was das so ce cosa que co lo o wat hvad vad")


def _titled(text: str) -> bool:
    return all(word[:1].isupper() or not word.isalpha() or len(word) < 4 for word in text.split())


def split_sections(lines: Sequence[Line]) -> list[Section]:
    """Return a film page's sections, the header first; navigation (three headings in a row) opens none."""
    menu = menu_places(lines)
    sections = [Section("header")]
    for place, line in enumerate(lines):
        if place in menu:
            continue
        inside = sections[-1].kind == "reviews"
        kind = section_kind(line)
        if kind and inside and not _breaks_reviews(lines, place, kind):
            kind = None
        if kind and _is_labelled_fact(lines, place, kind):
            kind = None
        if kind:
            sections.append(Section(kind, line))
        else:
            sections[-1].lines.append(line)
    return sections


def _breaks_reviews(lines: Sequence[Line], place: int, kind: str) -> bool:
    """Within reviews a short text («Story», «Recommended») looks like a heading; a real one stands alone."""
    line = lines[place]
    following = lines[place + 1] if place + 1 < len(lines) else None
    alone = line.blank and (following is None or following.blank or kind in ("skip", "end", "cast"))
    return bool(line.level) or alone


def _is_labelled_fact(lines: Sequence[Line], place: int, kind: str) -> bool:
    """«Cast: Eric Stoltz, Cher» states a fact, «Cast» alone opens a section."""
    label = label_of(lines[place].text)
    return bool(label and label[1]) and kind != "reviews"


def _is_part(line: Line) -> bool:
    """Say whether a line names a part of a page: a heading or, in a menu, the link to one."""
    return section_kind(line) is not None or bool(_COUNTED_LINK.fullmatch(line.raw))


def menu_places(lines: Sequence[Line]) -> set[int]:
    """Return the places of headings and link names that stand below one another as a menu does."""
    places: set[int] = set()
    run: list[int] = []
    for place, line in enumerate([*lines, None]):
        names = line is not None and (_is_part(line) or (len(line.raw) <= 24 and is_furniture(line.raw)))
        if names and not (run and line is not None and line.blank):
            run.append(place)
            continue
        if len(run) >= 3 and sum(_is_part(lines[one]) for one in run) >= 2:
            last = run[-1]
            opens = (
                line is not None and not line.blank and section_kind(lines[last]) in ("reviews", "synopsis", "trivia")
            )
            places.update(run[:-1] if opens else run)
        run = [place] if names else []
    return places
