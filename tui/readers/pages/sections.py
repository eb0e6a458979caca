"""Which lines are headings, and what their sections hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tui.readers.pages.facts import fact_parts
from tui.readers.pages.furniture import is_furniture, is_link_name
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line, visible
from tui.readers.pages.meta import read_meta
from tui.readers.pages.statements import without_pictograph
from tui.readers.pages.vocabulary import LABELS, REVIEW_WORDS, SAYERS, SAYING, SECTIONS, SPOILER_SECTIONS, VOICES, key
from tui.text.wordsets import words

_COUNT = re.compile(r"\s*+[(\[]?\s*+\b\d[\d.,]*\+?\s*[)\]]?$|^\d[\d.,]*\+?\s+(?=\D)")
_TAIL = re.compile(r"\s+(?:of|for|about|from|by|on|to|von|zu|sur|de|di|o|do)\s+.{1,60}$", re.IGNORECASE)
_NUMBERED = re.compile(r"[^\W\d_]+\s(?:#|№|no\.|nr\.)?\s?\d{1,3}\W?", re.IGNORECASE)
"""«REVIEW #2», above each."""
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
    text, bare = _HERE.sub("", text), _HERE.sub("", bare)
    if _WATCHED.fullmatch(bare):
        return "skip"
    exact = SECTIONS.get(bare) or _counted(text) or SECTIONS.get(key(_ASIDE.sub("", text)))
    if exact or bare in SPOILER_SECTIONS:
        return exact or "trivia"
    if not text.isascii() and (found := _ending(text)):
        return found
    aside = SECTIONS.get(key(text.partition(",")[0])) if text[-1:] not in ".!" else None
    if aside == "synopsis" and (line.level or text.isupper()):
        return aside  # «THE PLOT, SUCH AS IT IS»
    kind = _guessed(line, text, bare) or ("synopsis" if LABELS.get(bare) == "synopsis" else None)
    meta = read_meta(text) if kind else None
    return None if meta and meta.strong else kind  # «Review by Dora ★★★★» opens nothing


_WATCHED = re.compile(
    r"(?:where|how)\s+(?:to|can\s+i|do\s+i|can\s+you|do\s+you)\s+(?:watch|see|stream|buy|rent)\b.{0,50}"
)
_HERE = re.compile(r"^here(?:['’]s|\s+is|\s+are)\s+", re.IGNORECASE)
"""«Here's the story» is «The story»."""
_SCRIPT_HEADINGS = {
    name: kind for name, kind in SECTIONS.items() if re.search("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", name)
}


def _ending(text: str) -> str | None:
    """Return what a Chinese, Japanese or Korean heading opens by its end: «…的短评», «…の感想・評価 (12)»."""
    bare = key(_COUNT.sub("", _VOICED.sub("", text)))
    if len(bare) > 30 or re.search("[。！？!?、：:]", bare):
        return None
    ends = [name for name in _SCRIPT_HEADINGS if bare.endswith(name) and (bare == name or len(name) > 1)]
    before = bare.removesuffix(max(ends, key=len)).rstrip() if ends else ""
    bare_before = before.removesuffix("の")  # «ヨシダの感想» is one person's
    linked = not before or before[-1:] in "的・ " or bare_before in _WHOSE or bare_before.endswith(_QUOTED_ENDS)
    return _SCRIPT_HEADINGS[max(ends, key=len)] if ends and linked else None


_VOICED = re.compile(r"\s*(?:[(（]?\d[\d,.]*\s?(?:件|条|篇|个|개|건)?[)）]?|一覧)$")
_ASIDE = re.compile(r"\s*\([^()]{2,40}\)\s*:?$")
"""What a heading says besides: «Reviews (out of four stars)»."""
_QUOTED_ENDS = ("」", "』", "》", "】", "された")
_WHOSE = frozenset(
    ("热门", "最新", "全部", "精彩", "网友", "用户", "みんなの", "ユーザー", "観客", "観た人の", "관람객", "네티즌")
)


def _without_links(line: Line) -> str:
    """Return a heading's text without a link at the right edge: «Popular reviews      More»."""
    first, *links = re.split(r"\s{3,}|\t+", line.text)
    return visible(first) if len(links) == 1 and is_furniture(links[0]) else line.plain


def _guessed(line: Line, text: str, bare: str) -> str | None:
    """Return what a line that is in no table most likely opens: «What viewers think», «Reviews of Heat»."""
    words = re.findall(r"[^\W\d_]+(?:'s)?", bare)
    if (label_of(text) or ("", ""))[0] == "cast":
        return None  # «Voices of Ada Quill, Idris Fell»
    text = text.rstrip(".…") if text.endswith(("...", "…")) or text.isupper() else text
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
    if line.blank and words[0] == "from" and set(words) & (REVIEW_WORDS | _KEPT):
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


_KEPT = words("guestbook postbag mailbag letters visitors")
"""Where what people wrote is kept: «From the visitors' book»."""
_ASKING = words("what how was das so ce cosa que co lo o wat hvad vad")


def _titled(text: str) -> bool:
    return all(word[:1].isupper() or not word.isalpha() or len(word) < 4 for word in text.split())


def split_sections(lines: Sequence[Line]) -> list[Section]:
    """Return a film page's sections, the header first; navigation (three headings in a row) opens none."""
    menu = menu_places(lines)
    page = _Page(lines, is_dense(lines))
    for place, line in enumerate(lines):
        if place in menu or page.is_link(place):
            continue
        kind = page.opened_by(place)
        if kind:
            page.sections.append(Section(kind, line))
        else:
            page.sections[-1].lines.append(line)
            page.told = page.told or len(line.text) >= _TEXT_LEAST
    return page.sections


@dataclass(slots=True)
class _Page:
    """A page being parted."""

    lines: Sequence[Line]
    dense: bool
    sections: list[Section] = field(default_factory=lambda: [Section("header")])
    told: bool = False
    """A line of text has been seen."""

    @property
    def inside(self) -> bool:
        return self.sections[-1].kind == "reviews"

    def kind(self, place: int) -> str | None:
        line = self.lines[place]
        return "skip" if self.dense and key(line.plain) in _QUESTIONS else section_kind(line)

    def is_link(self, place: int) -> bool:
        """Say whether the name of a part opens nothing here and is no text either."""
        line, kind = self.lines[place], self.kind(place)
        if self.dense and (
            _is_counted_link(line) or (kind == "reviews" and self.inside and key(line.plain) in SECTIONS)
        ):
            return True  # «Discussions 14»; «Reviews», below it «Featured review»
        if not kind:
            return False
        if len(self.sections) == 1 and _is_link_above(self.sections[0].lines, self.lines[place + 1 : place + 2]):
            return True
        if kind in ("reviews", "cast") and self.dense and not self.told:
            return _heads_facts(self.lines[place + 1 : place + 9])
        counted = not self.inside and kind != "skip" and bool(_COUNT.search(line.plain))
        return counted and not _tells(self.lines[place + 1 : place + 5])

    def opened_by(self, place: int) -> str | None:
        """Return what a line opens as a heading."""
        line, kind = self.lines[place], self.kind(place)
        if not kind or _is_labelled_fact(self.lines, place, kind):
            return None
        if self.inside and kind == "reviews" and _NUMBERED.fullmatch(line.plain):
            return None
        broken = not self.inside or _breaks_reviews(self.lines, place, kind)
        return kind if broken or (self.dense and _unmistakable(line)) else None


def is_dense(lines: Sequence[Line]) -> bool:
    """Say whether a page was copied without its blank lines, so that none can show where a part begins."""
    return len(lines) > 12 and sum(line.blank for line in lines[1:]) < 0.04 * len(lines)


def _is_counted_link(line: Line) -> bool:
    """Say whether a line is a link to a part that is dropped, with its count: «Discussions 14»."""
    bare = key(_COUNT.sub("", line.plain))
    return SECTIONS.get(bare) == "skip" and bare != key(line.plain)


def _unmistakable(line: Line) -> bool:
    """Say whether a heading of several words is in the tables: nobody's review is «More like this»."""
    bare = key(line.plain)
    return bare in _ENDING or (bare in SECTIONS and (" " in bare or SECTIONS[bare] == "cast"))


_QUESTIONS = frozenset({"faq", "frequently asked questions"})
_ENDING = _QUESTIONS | {"details", "trivia", "storyline", "related", "social", "videos", "photos", "news"}
"""Single words that head a part of a page and are nobody's verdict."""


def _is_link_above(head: Sequence[Line], below: Sequence[Line]) -> bool:
    """Say whether a part's name is a link above the title: nothing stands before it, and no text right below."""
    named = any(not is_furniture(line.raw) for line in head)
    return not named and not any(len(line.text) >= _TEXT_LEAST for line in below)


_TOP = 3
"""Lines of a page within which a menu of single links begins."""
_TELLING = ("synopsis", "trivia")
_TEXT_LEAST = 40
"""Characters from which a line below a heading is text, not a link."""


def _tells(below: Sequence[Line]) -> bool:
    """Say whether something stands below a heading with a count; a row of links («12 Reviews», «3 Videos») has none."""
    for line in below:
        meta = read_meta(line.plain)
        if len(line.text) >= _TEXT_LEAST or (not line.text.isascii() and len(line.text) > 12) or (meta and meta.strong):
            return True
        if line.level or (section_kind(line) and key(line.plain) in SECTIONS):
            return False
    return False


def fact_table(lines: Sequence[Line]) -> int:
    """Return where the page's table of facts begins below its reviews («Status», «Original Language»), else the end."""
    places = [place for place, line in enumerate(lines) if _is_table_label(line)]
    for place in places:
        if sum(place <= other <= place + 6 for other in places) > 2 and len(_meanings(lines[place : place + 7])) > 2:
            return place
    return len(lines)


def _is_table_label(line: Line) -> bool:
    label = label_of(line.text) if len(line.text) <= 80 and not line.bullet else None
    return label is not None and label[0] in _TABLE and (not label[1] or ":" in line.text)


def _meanings(lines: Sequence[Line]) -> set[str]:
    return {(label_of(line.text) or ("",))[0] for line in lines if _is_table_label(line)}


_TABLE = frozenset(
    {
        "language",
        "country",
        "released",
        "runtime",
        "certificate",
        "director",
        "writer",
        "other",
        "genre",
        "title",
        "year",
    }
)


def _heads_facts(below: Sequence[Line]) -> bool:
    """Say whether the film's facts stand below a link («User reviews») that looks like a heading."""
    return sum(bool(fact_parts(line.text)[0] or (label_of(line.text) or ("", ""))[1]) for line in below) > 1


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
    dense = is_dense(lines)
    run: list[int] = []
    for place, line in enumerate([*lines, None]):
        names = line is not None and (_is_part(line) or (len(line.raw) <= 24 and is_furniture(line.raw)))
        top = (run[0] if run else place) < _TOP
        names = names or (top and line is not None and len(line.raw) <= 24 and is_link_name(line.raw))
        if names and not (run and line is not None and line.blank):
            run.append(place)
            continue
        counted = sum(bool(_COUNTED_LINK.fullmatch(lines[one].raw)) for one in run) > 1
        linked = bool(run) and run[0] < _TOP and all(is_link_name(lines[one].raw) for one in run)
        if counted or (len(run) >= 3 and (linked or sum(_is_part(lines[one]) for one in run) >= 2)):
            last = next((one for one in reversed(run) if not is_furniture(lines[one].raw)), run[-1])
            kind = section_kind(lines[last])
            told = line is not None and (len(line.text) >= _TEXT_LEAST or not line.text.isascii())
            reviews = kind == "reviews" and not (dense and _heads_facts(lines[place : place + 8]))
            opens = line is not None and not line.blank and (reviews or (kind in _TELLING and told))
            places.update(one for one in run if not opens or one != last)
        run = [place] if names else []
    return places
