"""Which line of a page's head is the film's title: taken apart, and weighed against the other lines.

No single sign tells a title from the name of its site or a link of its menu. So every line that could be it is
weighed: what stands in it and below it (a year, a row of facts), and whether the rest of the page speaks of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.models import Plain
from tui.readers.pages.facts import Fact, fact_parts
from tui.readers.pages.furniture import is_link_name, is_navigation
from tui.readers.pages.lines import Line
from tui.readers.pages.names import known_first
from tui.readers.pages.vocabulary import REVIEW_WORDS, key
from tui.text.ratings import find_rating, parse_rating
from tui.text.titles import split_year
from tui.text.wordsets import words

LONGEST = 160
"""Characters above which a line is no title with the name of its maker."""
_MOST = 200
"""Lines that are weighed, each against the others."""
_PAGE_TITLE = re.compile(
    r"^(?P<title>.+?)\s+(?:[-–—|:]\s+)?(?:Trailers?(?: (?:&|and) (?:Clips|Images|Videos))?|Movie Review"
    r"|Film Review|Reviews?|IMDb|Rotten Tomatoes"
    r"|Letterboxd|Metacritic|Cast (?:&|and) Crew|Full Movie|Watch Online|Showtimes|Plot Summary|Synopsis|Movie"
    r"|Kritik|User Reviews|Critic Reviews|(?:Film|Movie) (?:Guide|Info|Page|Facts))$"
)
_MADE_BY = re.compile(
    r"^(?P<title>.+?)\s*[(\[](?P<name>[^\W\d][\w.'’-]*(?:\s[\w.'’-]+){1,3}),\s*(?P<year>(?:18|19|20)\d\d)[)\]]$"
)
"""«Lantern Row (Ada Quill, 1987)»."""
_MADE_IN = re.compile(
    r"^(?P<title>.+?)\s*[(\[](?P<year>(?:18|19|20)\d\d),?\s+(?P<name>[^\W\d][\w.'’-]*(?:\s[\w.'’-]+){1,3})[)\]]$"
)
"""«Lantern Row (1987, Ada Quill)»."""
_MADE_COMMAS = re.compile(
    r"^(?P<title>.+?),\s+(?P<name>[^\W\d][\w.'’-]*(?:\s[\w.'’-]+){1,3}),\s+(?P<year>(?:18|19|20)\d\d)$"
)
"""«Lantern Row, Ada Quill, 1987»."""
_CERTIFIED = re.compile(r"^(?P<title>.+?)\s*[(\[](?P<facts>[^()\[\]]{1,40})[)\]]$")
_CLOCK = re.compile(r"^\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+(?=\D)", re.IGNORECASE)
_DATED_PAGE = re.compile(
    r"^(?P<title>.+?)\s*\((?P<year>(?:18|19|20)\d\d)\)"
    r"\s*(?:[-–—|:·★]\s*[^\d]{2,60}|(?:full|watch|online|free|hd|stream\w*|movie|film|trailer|reviews?)\b[^\d]{0,60})$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:#\d{1,4}[.:)]?|(?:#|no\.\s?|nr\.\s?|№\s?)\d{1,4}\b[^:()\d]{0,40}:)\s+(?=\S)", re.IGNORECASE)
"""Its place in a list: «#12», «No. 12 of our favourites:»."""
_LEAD = re.compile(
    r"^(?:(?:our|tonight['’]s|today['’]s|this\s+(?:week|month)['’]s)\s+(?:film|movie|feature|classic)"
    r"|(?:film|movie|classic|dvd|pick|feature)\s+of\s+the\s+(?:day|week|weekend|month|year)):\s+(?=\S)"
    r"|^(?:[\w'’]+\s){0,2}(?:facts|info|information|opinions|reviews)\s+(?:about|on|of)\s+(?=[^\W_])",
    re.IGNORECASE,
)
"""What a site calls it: «Film of the month: Lantern Row»."""
_TRAIL = re.compile(
    r"\s+[—–-]\s+(?:[\w'’]+\s){0,3}(?:film|movie|classic|pick)\s+of\s+the\s+(?:day|week|month|year)$", re.IGNORECASE
)
_SITE = re.compile(r"[|·•‧›»→]|\s//\s|\.(?:com|org|net|de|fr|example)\b|\bhttps?:")
_BRACKETED = re.compile(r"^[(\[](\w{1,6})[)\]]\s+(?:[–—|·,-]\s+)?(?=\S)")
_STARRED = re.compile(r"(?P<title>.*\w.*?)\s+[★⭐]\ufe0f?\s?(?P<value>\d{1,2}[.,]\d)")
"""«Lantern Row ⭐ 8.5»."""
_SIGNS = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\u2600-\u2604\u2607-\u27bf\U0001f300-\U0001faff]")
"""Pictures, as buttons have them."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*$")
_EXCLAIMED = 4
"""Words up to which a title may be a cry or a question: «Good Bye, Lantern!»."""
_DAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+\d{1,2}\s", re.IGNORECASE)
"""When it is shown: «Friday 12 March, 7.30 p.m.»."""
_OTHER_TITLE = re.compile(r"(?P<title>.*[^\W_].*?)\s*[(（](?P<other>[^\W\d_][^()（）]{2,80})[)）]")
AKA = re.compile(
    r"^(?:\(?(?:(?-i:[a-zě]{2,6}\.\s+(?=[A-Z]))|aka|a\.k\.a\.|also known as|original title:?|originaltitel:?"
    r"|\()\s*)(?P<title>[^()]+?)\)?(?:\s*\(original title\))?$",
    re.IGNORECASE,
)
"""What says that a line is another title: «aka Laternengasse», «(Laternengasse)»."""
_SAYS_ON = re.compile(r"\b(?:or|and|the|of|a|an|oder|und|ou|et|o|y)$", re.IGNORECASE)
"""A title that goes on in its brackets: «Birdman or (The Unexpected Virtue of Ignorance)»."""


@dataclass(slots=True)
class Candidate:
    """A line that may hold the film's title."""

    place: int
    line: Line
    title: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a head when its title is weighed."""

    lines: Sequence[Line]
    facts: Collection[int]
    """The places of the lines that state facts."""
    told: str
    """The text of the rest of the page."""
    blanks: Sequence[int]
    """The places of the lines that a blank line stands before, in order."""
    dense: bool = False
    """No blank lines part the page's blocks."""


def best_title(candidates: Sequence[Candidate], head: Head) -> Candidate | None:
    """Return the line that is most likely the title, None where nothing speaks for any."""
    if not candidates:
        return None
    if not head.facts and not any(one.strong or one.line.level for one in candidates):
        return candidates[0] if len(head.lines) <= 12 else None
    candidates = candidates[:_MOST]
    best = max(candidates, key=lambda one: (_weight(one, candidates, head), -one.place))
    named = (one for one in candidates if one.place < best.place and len(one.title) > 1)
    shorter = next((one for one in named if best.title.endswith(f" in {one.title}")), None)
    again = (one for one in candidates if one.strong and best.title.endswith((f" {one.title}", f"]{one.title}")))
    return shorter or next(again, best)


def _weight(one: Candidate, candidates: Sequence[Candidate], head: Head) -> float:
    first_fact = min(head.facts, default=len(head.lines))
    points = 4.0 if one.strong else 0.0
    points += 1.5 if one.line.level else 0.0
    points += min(2.0, _mentions(one.title, head.told))
    if one.place <= first_fact:
        points += 2.0
        block = _unbroken(one, first_fact, head)
        first = block and not any(
            other.place < one.place and _unbroken(other, first_fact, head) and not is_link_name(other.title)
            for other in candidates
        )
        points += 1.0 if block else -0.05 * (first_fact - _block_start(one, candidates, head))
        points += 1.0 if first and not head.dense else 0.0
    if one.place + 1 < len(head.lines) and is_navigation(head.lines[one.place + 1].raw):
        points -= 1.5  # a menu stands below the site's name
    points += 1.0 if one.place + 1 in head.facts and not head.lines[one.place + 1].blank else 0.0
    points -= 4.0 if is_link_name(one.title) or _names_a_part(one.title) else 0.0
    points -= 4.0 if _SIGNS.search(one.title) else 0.0
    if _SENTENCE_END.search(one.title) and not one.strong:
        points -= 0.5 if one.title[-1] in "!?" and len(one.title.split()) <= _EXCLAIMED else 2.0
    points -= 3.0 if _DAY.match(one.title) else 0.0
    return points - (2.0 if _SITE.search(one.title) else 0.0)


def _block_start(one: Candidate, candidates: Sequence[Candidate], head: Head) -> int:
    """Return the place of the candidate that opens the block of this one: a title stands above its other titles."""
    known = {other.place for other in candidates}
    place = one.place
    while place - 1 in known and not head.lines[place].blank:
        place -= 1
    return place


def _names_a_part(title: str) -> bool:
    """Say whether a line says nothing but what the page holds: «Filmkritik & Infos», «Reviews and trailers»."""
    said = re.findall(r"[^\W\d_]+", key(title))
    return len(said) > 1 and all(is_link_name(word) or word in REVIEW_WORDS | _PARTS for word in said)


_PARTS = words(
    "info infos and und et y e i a the film movie review kritik filmkritik critique critica recensione recenzja recenze"
    " facts fakten details trailer trailers bilder fotos photos pictures page guide profile fiche ficha scheda"
)


def _unbroken(one: Candidate, fact: int, head: Head) -> bool:
    following = bisect_right(head.blanks, one.place)
    return following == len(head.blanks) or head.blanks[following] > fact


def _mentions(title: str, told: str) -> int:
    """Count how often the page speaks of the title; a single word must be written as a name."""
    shown = title.title() if title.isupper() and len(title) > 4 else title
    if len(title) < 2 or shown.islower():
        return 0
    shape = rf"(?<!\w){re.escape(shown)}(?!\w)"
    several = len(title.split()) > 1 or not title.isascii()
    return len(re.findall(shape, told, re.IGNORECASE if several else 0))


def without_site(best: Candidate, lines: Sequence[Line], told: str) -> str:
    """Return a title without the site's name behind it, which stands elsewhere in the head too."""
    whole = best.line.plain
    if whole.startswith(f"{best.title} ") and whole.replace(" ", "").isalpha() and _mentions(whole, told):
        return whole  # «The Lantern Movie»: the page's text calls it so
    title, _, site = best.title.rpartition(" — " if " — " in best.title else " | ")
    others = " ".join(line.plain for line in lines if line.number != best.line.number)
    return title if title and len(site) > 3 and site in others else best.title


def other_title(title: str, told: str) -> tuple[str, str]:
    """Return the title and the one in brackets behind it: «The Good Earth (La buena tierra)» are two of one film."""
    first, slash, second = title.partition(" / ")
    if slash and min(len(first), len(second)) > 1 and title.casefold() not in told.casefold():
        return first, second  # «Lantern Row / Laternengasse»
    first, bar, second = title.partition(" | ")
    if bar and " | " not in second and title.casefold() not in told.casefold():
        turned = _names_a_part(first) or is_link_name(first) or _mentions(second, told) > _mentions(first, told)
        return (second, "" if is_link_name(first) else first) if turned else (first, second)
    first, dash, second = title.partition(" - ")
    if dash and first.isupper() and not second.isupper() and len(second.split()) > 1:
        return first, second  # «THE LAMPS - Les Lampes»
    found = _OTHER_TITLE.fullmatch(title)
    if not found or _SAYS_ON.search(found["title"]) or title.casefold() in told.casefold():
        return title, ""
    return found["title"].strip(' "“”„«»'), found["other"]


def titled(text: str) -> tuple[str, list[Fact]]:
    """Return title and facts of «Mask (1985)», «The Were-Rabbit (U)», «Mask | 1985 | 126 min», «Mask Trailers»."""
    text = _LEAD.sub("", _TRAIL.sub("", text))
    text = _NUMBER.sub("", _CLOCK.sub("", text))
    dated = _DATED_PAGE.match(text)
    if dated:
        return dated["title"], [Fact("year", int(dated["year"]))]
    scored = _scored(text)
    if scored:
        title, facts = titled(scored[0])
        return title, [*facts, scored[1]]
    made = _made(text)
    if made:
        return made["title"], [Fact("year", int(made["year"])), Fact("directors", (Plain(made["name"].strip()),))]
    found = split_year(text)
    if found.year:
        return found.title, [Fact("year", found.year)]
    certified = _CERTIFIED.match(text)
    if certified:
        facts, rest = fact_parts(f"{certified['facts']} | 2000")
        if facts and not rest and certified["facts"] != "0" and "|" not in certified["title"]:
            inner = split_year(certified["title"])
            facts = [fact for fact in facts if fact != Fact("year", 2000)]
            return inner.title, [*facts, *([Fact("year", inner.year)] if inner.year else [])]
    for cut in re.finditer(r"\s*[|·•‧]\s*|\s+[-–—]\s+|,\s+|\s+(?=[(\[]\w{1,6}[)\]])", text):
        facts, rest = fact_parts(_BRACKETED.sub(r"\1 | ", text[cut.end() :]))
        listed = cut[0][:1] == "," and all(fact.name in ("genres", "languages", "countries") for fact in facts)
        if facts and not rest and cut.start() and not listed:
            return text[: cut.start()], facts
    page = _PAGE_TITLE.match(text)
    if page and len(page["title"]) > 1:
        inner = split_year(page["title"])
        return inner.title, [Fact("year", inner.year)] if inner.year else [Fact("aside", "page title")]
    return text, []


def _scored(text: str) -> tuple[str, Fact] | None:
    """Return what stands before a rating at a line's end: «Lantern Row ★★★½», «Lantern Row ⭐ 8.5»."""
    starred = _STARRED.fullmatch(text)
    if starred and (rating := parse_rating(starred["value"], scale=10)):
        return starred["title"], Fact("score", rating)
    found = find_rating(text)
    if found and found.start > 1 and found.end == len(text) and text[found.start - 1] == " ":
        return text[: found.start].strip(" -–—|:"), Fact("rating", found.rating)
    return None


def _made(text: str) -> re.Match[str] | None:
    """Match a title with year and maker behind it."""
    if len(text) < 2 * LONGEST and text.count("(") == 1 and (found := _MADE_BY.match(text) or _MADE_IN.match(text)):
        return found
    found = _MADE_COMMAS.match(text) if len(text) < LONGEST else None
    return found if found and known_first(found["name"].split()[0]) else None
