"""Which film an article is about: said by its title line («Alien (1979) - Trivia») or concluded from title and text.

A headline holds the film's title among other words. Every run of words in it that could be a title is weighed:
marked as one (italics, quotes, a year behind it), standing where titles stand (before the colon, after
«the making of»), and spoken of in the text within sentences, where a capital letter means a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.readers.pages.headlines import cued
from tui.readers.pages.lines import visible
from tui.readers.pages.mentions import is_a_life, is_common, is_of_film, is_person, spoken, told_of
from tui.readers.pages.unnamed import dated_titles, named_by_headline, named_by_text, told_in, without_maker
from tui.readers.pages.vocabulary import SECTIONS, key
from tui.text.comparing import fold
from tui.text.titles import split_year
from tui.text.wordsets import words

LONGEST_TITLE = 9
"""Words of the longest title that is looked for."""
TEXT_MOST = 100_000
"""Characters of an article that are looked at."""
LEAST = 2.0
"""Points from which a run of words counts as the title."""
_MARKED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<inner>[^*_]{1,80}?\S|\S)(?P=mark)"
    r"|[“«](?P<quoted>[^”»]{1,80})[”»]|\"(?P<straight>[^\"]{1,80})\"|‘(?P<single>[^’]{2,80})’|《(?P<cjk>[^》]+)》"
    r"|『(?P<ja>[^』]+)』|„(?P<low>[^“”„]{1,80})[“”]")  # fmt: skip
_SERIES = re.compile(
    r"^\W*(?:transcript|podcast|show\s+notes|episode|ep\.?|issue|chapter|thread|topic|re|this\s+week|tonight|today|spotlight|film\s+of\s+the\s+(?:week|month)"
    r"|movie\s+of\s+the\s+(?:week|month)|faq|folge|épisode|episodio|díl|odcinek)\s*(?:no\.?\s*)?[#\d.]*\s*[:–—-]\s+(?=\S)",
    re.IGNORECASE,
)
"""What a series writes before the film's title: «Episode 77: Tootsie»."""
_PARENTHESIS = re.compile(r"[』》»”]?\s*[(（](?:[^()]{0,24}\b)?(?P<year>(?:18|19|20)\d\d)(?:\s+(?:film|movie))?[)）]")
_SEGMENT = re.compile(
    r"\s*(?::\s|\s[–—|•·›»>→-]\s|[?!]\s|\s\|\s|\s//\s|/(?=(?:Trivia|Quotes|Goofs|Gallery|Credits|Plot)\b))\s*"
)
_AGAINST = re.compile(r"\s(?:vs?\.?|versus)\s")
_CRUMB = re.compile(r"\s[›»>→|]\s")
_CUE_BEFORE = re.compile(r"(?:\b(?:about|of|on|behind|inside|making|watching|rewatching|revisiting|made"
    r"|su|sur|sobre|über|remembering|understanding|explaining|how|why|what|film\w{0,2}|movie|classic|masterpiece|shot|filmed|created|saved|loved|love"
    r"|loving|revisited|through|back\s+(?:at|to)|remembers?|recalls?|revisits?|discuss(?:es)?|talks?|explains?)"
    r"|['’]s?)\s+$", re.IGNORECASE)  # fmt: skip
_CUE_AFTER = re.compile(r"^\s*(?:,?\s*(?:the|a)\s+)?(?:(?:movie|film)(?!\s+(?:society|festival|club|school|critic)\b)"
    r"|\(film\)|\d{4}\s+film|at\s+\d+|turns\s+\d+"
    r"|trivia|explained|revisited|facts|ending|review|behind|retrospective"
    r"|anniversary|(?:was|got)\s+(?:made|shot|filmed|written|saved|banned|restored|born)|came\s+to\s+be)\b",
    re.IGNORECASE)  # fmt: skip
_BROKEN = re.compile(r"[:?!–—|]\s$")
_JOINING = words("of the a an and in on at to for from with without behind inside by")
"""No title ends with one of these."""
_PERSON_BEFORE = re.compile(r"\b(?:with|starring|by|from|director|actor|actress|featuring|and)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d$£€,.])(?P<year>(?:18[89]|19|20[0-4])\d\d?)(?P<after>\S{0,3})")
_RELEASED = re.compile(
    r"\b(?:released?|release|(?:first\s+)?shown|opened|opening|opens|(?:came|come|comes)\s+out|premi[eè]red?|première|debut(?:ed)?"
    r"|hit\s+(?:the(?:aters|atres)?|cinemas|screens|the\s+screen)|in(?:to)?\s+(?:cinemas|theaters|theatres)|arrived"
    r"|reached\s+(?:cinemas|screens)"
    r"|(?:film|movie|comedy|drama|thriller|western|musical|documentary|epic)\s+(?:of|from)|aus\s+dem\s+jahr|sorti(?:e)?|estrenad[ao]|uscit[oa]|premiér\w*"
    r"|z\s+roku)\b[^.!?]{0,50}$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:in|summer\s+of|back\s+in|it\s+(?:is|was)|finished|made|shot|filmed|anno)\b[^.!?]{0,30}$", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:born|died|novel|book|published|written|wrote|play|until|since|remake|sequel|original"
    r"|version|aged|century|war|before|after)\b[^.!?]{0,30}$", re.IGNORECASE)  # fmt: skip
_FILM_YEAR = re.compile(
    r"\b(?P<year>(?:18[89]|19|20[0-4])\d{1,2})\s+(?:[\w-]+\s+){0,5}(?:film|movie|comedy|drama|thriller|western"
    r"|musical|documentary|classic|masterpiece|epic|horror)\b"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The film that an article is about."""

    title: str
    year: int | None
    said: bool
    """True where the article's title line is the film's name and year, False where it was concluded."""


def subject_of(headline: str | None, intro: Sequence[str], body: Sequence[str]) -> Subject | None:
    """Return the film that an article is about, None where nothing tells.

    Args:
        headline: the article's title line with its Markdown marks.
        intro: the paragraphs before the first heading, with their marks.
        body: all paragraphs, the intro included.
    """
    serial = _SERIES.sub("", _SERIES.sub("", headline)) if headline else None
    if serial != headline and serial and not _SEGMENT.search(serial) and _could_be_title(visible(serial)):
        named = split_year(visible(serial))
        return _dated(Subject(named.title, named.year, said=True), serial, intro, body)
    headline = serial
    film = cued(headline) if headline else None
    announced = film != headline
    headline = _recased(film, body) if film else None
    said = _said(headline) if headline else None
    if said:
        return _dated(said, headline or "", intro, body)
    text = "\n".join(body)[:TEXT_MOST]
    title = _concluded(headline, text) if headline else _named_in(intro)
    title = _as_told(title, told_in(intro)) if title else None
    if not title and headline and not announced:
        title = named_by_text(intro, text) or named_by_headline(visible(headline), text)
    if not title and headline and announced and not is_a_life(text):
        title = visible(headline) if not _SEGMENT.search(headline) and len(headline.split()) <= LONGEST_TITLE else None
    if not title:
        return None
    return Subject(title, year_of(title, headline or "", intro, text), said=False)


def _as_told(title: str, told: set[str]) -> str:
    """Return the name that a text's beginning tells of, where a headline has a part of it: «Hard», «2001»."""
    names = {name if title == name else without_maker(name) for name in told}
    whole = [name for name in names if title in name and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", name)]
    return whole[0] if len(whole) == 1 else title


def _recased(headline: str, body: Sequence[str]) -> str:
    """Write a headline in capitals as its text writes the names in it: «THE MAKING OF Days of Heaven»."""
    if not headline.isupper() or len(headline) > 200:
        return headline
    text = "\n".join(body)[:TEXT_MOST]
    words = headline.split()
    for length in range(min(len(words), LONGEST_TITLE), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length]).strip("\"“”'‘’:,.!?")
            found = re.search(rf"(?<!\w){re.escape(run)}(?!\w)", text, re.IGNORECASE)
            if found and found[0][:1].isupper() and not found[0].isupper() and not is_common(found[0]):
                return headline.replace(run, found[0], 1)
    return headline


def _dated(said: Subject, headline: str, intro: Sequence[str], body: Sequence[str]) -> Subject:
    """Return the film that a title line names, with the year that the text tells where the line does not."""
    if said.year:
        return said
    return replace(said, year=year_of(said.title, headline, intro, "\n".join(body)[:TEXT_MOST]))


def year_of(title: str, headline: str, intro: Sequence[str], text: str) -> int | None:
    """Return the film's year as an article tells it: behind the title, else the release that the intro speaks of."""
    behind = re.compile(re.escape(title) + r"[*_”»』》\"’]{0,3}\s*[(（](?:[^()]{0,24}\b)?(?P<year>(?:18|19|20)\d\d)\b")
    before = re.compile(rf"\b(?P<year>(?:18|19|20)\d\d)['’]s\s+[*_“«\"]{{0,2}}{re.escape(title)}\b")  # «1995's Jumanji»
    for place, shape in ((headline, behind), (text, behind), (headline, before), (text, before)):
        found = shape.search(place)
        if found:
            return int(found["year"])
    best: tuple[float, int] | None = None
    for number, paragraph in enumerate(intro[:6]):
        for points, year in _years(paragraph, title):
            weight = points - 0.25 * number
            if best is None or weight > best[0]:
                best = (weight, year)
    return best[1] if best and best[0] > 0 else None


def _years(paragraph: str, title: str) -> Iterator[tuple[float, int]]:
    for found in _FILM_YEAR.finditer(paragraph):
        if len(found["year"]) == 4:
            yield 3.0, int(found["year"])
    for found in _YEAR.finditer(paragraph):
        if (
            found["year"] in title
            or len(found["year"]) != 4
            or found["after"][:2] in ("'s", "’s")
            or found["after"][:1].isdigit()
        ):
            continue
        before = paragraph[: found.start()]
        if before.endswith("(") or re.match(r"s\b", found["after"]):
            continue
        points = (
            0.5
            + (3.0 if _RELEASED.search(before) else 1.5 if _AROUND.search(before) else 0.0)
            - (2.0 if _OTHER.search(before) else 0.0)
            + (1.0 if title in _sentence(paragraph, found.start()) else 0.0)
        )
        yield points, int(found["year"])


def _sentence(paragraph: str, place: int) -> str:
    """Return the sentence around a place."""
    start = max(paragraph.rfind(mark, 0, place) for mark in (". ", "! ", "? "))
    end = re.search(r"[.!?](?:\s|$)", paragraph[place:])
    return paragraph[start + 1 : place + end.start() if end else len(paragraph)]


def _said(headline: str) -> Subject | None:
    """Read «Alien (1979)», «Alien (1979) - Trivia», «M (1931 film)»."""
    plain = visible(headline)
    whole = split_year(plain)
    marked = whole.title != plain
    parts = _SEGMENT.split(whole.title)
    unbroken = len(parts) < 2 or (whole.year and all(_title_word(part) and not _TELLING.match(part) for part in parts))
    if (whole.year or marked) and whole.title and unbroken:
        title = whole.title.strip('"“”„«»') or whole.title
        return Subject(title, whole.year, said=True) if _could_be_title(title) else None
    crumbs = _CRUMB.split(plain)[1:]  # «Site > Jaws (1975) > Trivia»
    for first, *rest in filter(None, (_SEGMENT.split(plain), crumbs)):
        named = split_year(first)
        if named.year and all(key(part) in SECTIONS or len(part.split()) <= 2 for part in rest):
            return Subject(named.title, named.year, said=True)
    return None


def _could_be_title(title: str) -> bool:
    """«Why King Kong» and «The Making of Jaws» hold a title and are none."""
    words = title.split()
    return len(words) <= LONGEST_TITLE and not (_TELLING.match(title) and len(words) > 2)


_TELLING = re.compile(
    r"(?:why|how|what|when|inside|behind|the\s+making\s+of|making|revisiting|rewatching|remembering|\d+\s+things)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A run of words of the headline that the text speaks of too, or that is set apart there, and what it weighs."""

    title: str
    points: float
    spoken: bool
    """The text says it within a sentence; it may also be known by the year behind it in the headline."""


def _concluded(headline: str, text: str) -> str | None:
    weighed = list(_weighed(headline, text))
    against = _AGAINST.search(headline)
    if against and not any(against[0] in one.title for one in weighed):
        return None  # two films are compared, unless one is called «Kramer vs. Kramer»
    best = max(weighed, key=lambda one: one.points, default=None)
    if best and best.points >= LEAST:
        return _longest_form(best, weighed).title
    alone = visible(headline)
    return alone if len(alone.split()) <= 4 and alone in text else None


def _longest_form(best: _Weighed, weighed: Sequence[_Weighed]) -> _Weighed:
    """A text speaks of «Kong» more often than of «King Kong»: the longer name that it uses too is the title."""
    longer = [
        one
        for one in weighed
        if one.points > 0.5 * best.points
        and one.spoken
        and one.title != best.title
        and re.search(rf"(?<!\w){re.escape(best.title)}(?!\w)", one.title)
    ]
    found = max(longer, key=lambda one: one.points, default=best)
    return next((one for one in longer if one.title in (f"The {found.title}", f"A {found.title}")), found)


def _weighed(headline: str, text: str) -> Iterator[_Weighed]:
    plain = visible(headline)
    marked = {_inner(found) for shown in (headline, plain) for found in _MARKED.finditer(shown)} - {plain}
    emphasised = [_inner(found) for found in _MARKED.finditer(text)]
    named = marked.union(emphasised)
    segments = {part.strip() for part in _SEGMENT.split(plain)} | set(_halves(plain))
    seen: set[str] = set()
    scripted = {name for name in emphasised if not name.isascii()}  # «七人の侍はなぜ…» parts no words
    for start, end in (*_runs(plain), *_spans(plain, marked | segments | scripted)):
        candidate = plain[start:end]
        if candidate in seen:
            continue
        seen.add(candidate)
        before, after = plain[:start], plain[end:]
        article = "The " if before.endswith("the ") and f"The {candidate}" in text else ""
        candidate, before = article + candidate, before[: len(before) - len(article)]
        mentions = spoken(candidate, text)
        if not mentions and candidate not in named and not _PARENTHESIS.match(after):
            continue
        points = _context(before, after, candidate, segments)
        points -= 1.5 if mentions < 2 and is_common(candidate) else 0.0
        points += 6.0 if candidate in marked else 0.0
        points += min(mentions, 4) + 1.5 * min(emphasised.count(candidate), 3)
        points += 4.0 if _PARENTHESIS.match(after) else 0.0
        points += told_of(candidate, text)
        yield _Weighed(candidate, points - is_person(candidate, text), mentions > 0)


def _spans(plain: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where what is marked or stands between breaks is found, whatever its letters: «Cría cuervos»."""
    for name in names:
        start = plain.find(name) if name and len(name.split()) <= LONGEST_TITLE else -1
        if start >= 0:
            yield start, start + len(name)


def _halves(plain: str) -> Iterator[str]:
    """Yield what stands before each break in turn: «Mad Max: Fury Road» of «Mad Max: Fury Road – How …»."""
    for cut in _SEGMENT.finditer(plain):
        yield plain[: cut.start()].strip()


def _inner(found: re.Match[str]) -> str:
    groups = found.groupdict()
    inner = next(value for name, value in groups.items() if value and name != "mark")
    return split_year(inner.strip(" *_,.:;")).title


def _runs(plain: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every run of words that begins and ends like a name."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", plain)]
    for i, (start, _) in enumerate(words):
        if not _title_word(plain[words[i][0] : words[i][1]]):
            continue
        lead = len(plain[start:]) - len(plain[start:].lstrip("\"“„‘'(«*_"))
        for j in range(i, min(i + LONGEST_TITLE, len(words))):
            last = plain[words[j][0] : words[j][1]]
            if not _title_word(last) and not _PARENTHESIS.match(plain[words[j][1] :]):
                continue
            trimmed = re.sub(r"(?:['’]s|['’])?[\"”“’'):;,.!?…»*_]*$", "", last)
            for tail in {len(trimmed), len(last.rstrip(':;,"”“»*_)'))}:
                if tail:
                    yield start + lead, words[j][0] + tail


def _title_word(word: str) -> bool:
    bare = word.lstrip("\"“„‘'(«*_")
    return (
        bare[:1].isupper()
        or bare[:1].isdigit()
        or (bare[:1].isalpha() and not bare[:1].isascii() and not bare.islower())
    )


def _context(before: str, after: str, candidate: str, segments: set[str]) -> float:
    words = candidate.split()
    points = 0.3 * min(len(words), 4)
    points += 3.0 if candidate in segments else 0.0
    points += 0.5 if _BROKEN.search(before) else 0.0 if before else 1.0 if len(words) > 1 else 1.25
    points -= 2.0 if fold(words[-1]) in _JOINING else 0.0
    points += 1.0 if not after.strip(" .!?") else 0.0
    points += 1.5 if _CUE_BEFORE.search(before) else 0.0
    points += 4.0 if _CUE_AFTER.match(after) else 3.0 if is_of_film(after.lstrip()) else 0.0
    points -= 2.0 if _PERSON_BEFORE.search(before) else 0.0
    points -= 1.5 if re.search(r"\b(?:the|a|an)\s+$", before) else 0.0
    points -= 1.5 if re.match(r"['’]s?\s", after) else 0.0
    points -= 1.0 if len(words) > 6 else 0.0
    points -= 0.0 if candidate in segments else 0.5 * sum(word.islower() and len(word) > 4 for word in words)
    points -= 3.0 if len(words) > 5 and _SEGMENT.search(candidate) and not before else 0.0
    return points - (1.0 if re.search(r"\b(?:How|Why|What|Who)\b", candidate) and len(words) > 2 else 0.0)


def _named_in(intro: Sequence[str]) -> str | None:
    """Without a headline: the title with its year, or the first title in italics, in the first paragraphs."""
    dated = next((titles[0] for paragraph in intro[:3] if (titles := dated_titles(paragraph))), None)
    if dated:
        return dated
    for paragraph in intro[:2]:
        for found in _MARKED.finditer(paragraph):
            if found.groupdict().get("inner") and found["inner"][:1].isupper():
                return found["inner"].strip(" ,.:;")
    return None
