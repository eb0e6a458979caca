"""Where an article begins and ends: the headline among what the site sets above it, and the foot below the last text.

A site's own lines cannot all be listed. What can be said of every article: its headline is the line above the first
paragraph that the text bears out (it names what the text speaks of, it is marked or repeated), and after the last
full paragraph nothing follows but short closing sentences and the site's links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line, blocks, hard_wrapped
from tui.readers.pages.meta import read_meta
from tui.readers.pages.names import name_likeness
from tui.readers.pages.sections import menu_places
from tui.readers.pages.subject import subject_of
from tui.readers.pages.vocabulary import SECTIONS, SPOILER_SECTIONS, key
from tui.text.comparing import squash
from tui.text.titles import split_year

SOLID = 80
"""Characters from which a line that ends a sentence is surely text."""
_ENDS = re.compile(r"[.!?…。！？:][\"”“’'»«)\]*_]*(?:\[[^\]]{1,20}\])*\s*$")
_ROLE = re.compile(
    r"\b(?:writer|editor|critic|correspondent|reporter|columnist|contributor|staff|columnists?|redakteur\w*|journaliste?"
    r"|rédacteur|redactor|redazione|redaktor\w*)\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b\d{1,2}[.:]\d\d\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+\d{1,2}\b"
    r"|\b(?:published|updated|revised|publié|mis\s+à\s+jour|modifié|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|publikováno"
    r"|aktualizováno|opublikowano)\b",
    re.IGNORECASE,
)
_EDIT = re.compile(r"\[[^\[\]]{3,40}\]\s*$")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|image\s+caption\s*,?", re.IGNORECASE)
"""A picture in Markdown, or what stands in its place; the short line right below it is its caption."""
_LABELLED = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s?[:：]\s")
_YEAR_BELOW = re.compile(r"(?:18|19|20)\d\d")
"""The film's year right below its title, at the top of the page."""
_ENTRY = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+([^\W\d_].{0,60}[^.!?])")
_CONTRIBUTOR = re.compile(
    r"\W*(?:submitted|contributed|added|spotted|suggested|sent\s+in|eingesendet|přidal|dodał)\s+(?:by|von|przez)?\s*\S.{0,40}"
    r"|\((?:[^\W\d_]+:?\s)?(?!(?:18|19|20)\d\d\b)\d[^()]{0,60}\)|\[(?-i:[a-zà-ž])[^\[\]]{1,38}\]",
    re.IGNORECASE,
)
"""Who told the site of the item above, who voted, what happens: «Submitted by Ada», «(votes: 12)», «[laughter]»."""
_ROW = re.compile(r"[^|]*(?:\|[^|]*)+[^|.!?]")
"""A row of a table."""
_LINKED = re.compile(r"([^\W\d_][\w &'’-]{1,24})\s\(\d{1,3}\)")
_COUNT = re.compile(r"[\d.,]{1,6}[kK]?")
_CREDIT = re.compile(
    r"(?:[\w&.'’-]+\s){0,3}(?:pictures|studios|images|entertainment|collection|archives?|photofest|films|everett"
    r"|getty|alamy|press association|warner bros\.?|universal|paramount|netflix|mgm|lionsgate)"
    r"(?:\s*[/|,]\s*[\w&.'’ -]{2,30})?",
    re.IGNORECASE,
)
"""Whose the picture is: «COLUMBIA PICTURES», «Everett Collection / Getty»."""
_WORDS_BY = re.compile(
    r"\W*+(?:an?\s++)?(?:(?:essay|article|words|text|story|interview|column|report)\s+by\s+\S"
    r"|(?:words|texte?|testo|texto|article|pictures?|photos?|fotos?|illustrations?)\s*+:\s++[A-ZÀ-Ž])",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*[|·•]\s*|\s//?\s")
_NAME = r"[A-ZÀ-Ž][\w'’.-]*(?:\s(?:(?:van|von|de|der|da|di|le|la)\s)*[A-ZÀ-Ž][\w'’.-]*){0,3}"
_BY_SEVERAL = re.compile(
    rf"\W*(?i:by|von|par|por|di|od|door|av|words?|text)\s*:?\s+{_NAME}(?:(?:,\s|\s(?:and|und|et|y|e|a|i|en|och|&)\s){_NAME})+"
)
"""«By Ada Quill and Tom Marsh»."""
_FULL_NAME = re.compile(r"[^\W\d_][\w'’-]+(?:\s[A-Z]\.)?\s[A-ZÀ-Ž][\w'’-]+(?=,?\s[a-zà-ž])")
_IS = re.compile(
    r"[\"”»』》*_]*\s*(?:[(（は]|,?\s(?:is|was|est|ist|war|è|es|é|je|to|jest|är|er|on|fue|était|fu|was)\b)"
)
LOOKED_AT = 40
"""Lines above the first paragraph among which the headline is looked for."""


def _tidied(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the menu at the top, captions, and the counts («14») that follow «Helpful • 512»."""
    signed = next((place for place, line in enumerate(lines) if line.raw == "--" and place >= len(lines) - 6), None)
    lines = lines[:signed]  # a mail's signature
    top = next((place for place, line in enumerate(lines) if len(line.text) >= SOLID), 0)
    menu = menu_places(lines[:top]) | _contents(lines)
    kept: list[Line] = []
    for place, line in enumerate(lines):
        if len(kept) == 1 and _YEAR_BELOW.fullmatch(line.text) and not line.blank and not split_year(kept[0].text).year:
            kept[0] = replace(kept[0], text=f"{kept[0].text} ({line.text})")
            continue
        counts = place and not line.blank and _COUNT.fullmatch(line.text) and is_furniture(lines[place - 1].raw)
        captions = place and not line.blank and len(line.text) <= 2 * SOLID and _PICTURE.fullmatch(lines[place - 1].raw)
        linked = _LINKED.fullmatch(line.raw)
        if linked and any(key(later.plain) == key(linked[1]) for later in lines[place + 1 :]):
            continue  # «Spoilers (2)» leads to «Spoilers»
        told = _CONTRIBUTOR.fullmatch(line.raw) and line.raw[-1] not in ".!?"
        if place not in menu and not counts and not captions and not told:
            kept.append(line)
    return kept


def _contents(lines: Sequence[Line]) -> set[int]:
    """Return the places of a table of contents: numbered names below one another that are headings further down."""
    named = Counter(key(_EDIT.sub("", line.plain)) for line in lines if len(line.text) <= SOLID)
    places: set[int] = set()
    run: list[tuple[int, str]] = []
    for place, line in enumerate([*lines, None]):
        entry = _ENTRY.fullmatch(line.raw) if line is not None else None
        if line is not None and entry and not (run and line.blank):
            run.append((place, key(entry[1])))
            continue
        if len(run) > 1 and sum(bool(named[name]) for _, name in run) > 1:
            above = run[0][0] - 1
            places.update(
                [one for one, _ in run], [above] if above > 0 and len(lines[above].text) <= SOLID // 2 else []
            )
        run = [(place, key(entry[1]))] if entry else []
    return places


def trimmed(lines: Sequence[Line], *, roughly: bool = False) -> list[Line]:
    """Return an article's lines from its headline to its last sentence, without the byline between.

    Args:
        lines: the page's.
        roughly: the headline need not be the right one, as for telling whether this is an article at all.
    """
    lines = _tidied(lines)
    solid = _solid(lines)
    first = min(solid, default=None)
    if first is None or first > LOOKED_AT:
        return list(lines)
    second = min((place for place in solid if place > first), default=first)
    above = [line for line in lines[:first] if not is_furniture(line.raw) or line.level]
    headline = _headline(above, lines[first:], roughly=roughly)
    kept = [line for line in lines[:first] if headline is None or line.number >= headline.number]
    opening = [*kept, *lines[first:second]]
    bylines = _bylines(list(blocks(opening)), lines[first].number)
    opening = [line for line in opening if line is headline or line.number not in bylines]
    body = _without_note(lines[second : _end(lines, max(solid))])
    return [*opening, *_without_author(body, lines[:first])]


def _without_note(lines: Sequence[Line]) -> list[Line]:
    """Take off a last line that is set in italics as a whole or asks for letters, as sites speak and authors do not."""
    last = next((place for place in range(len(lines) - 1, 0, -1) if not is_furniture(lines[place].raw)), 0)
    return list(lines[:last] if last and _NOTE.fullmatch(lines[last].raw) else lines)


_NOTE = re.compile(
    r"([*_])(?![*_])[^*_]+\1|[^.!?]{3,80}\?\s+(?:[^.!?]{3,60}!|[^.!?]*\b(?:comments?|kommentar\w*|comm?ent\w+|koment\w+)\b[^.!?]*[.!])",
    re.IGNORECASE,
)


def _without_author(lines: Sequence[Line], above: Sequence[Line]) -> list[Line]:
    """Take the note about its author off an article's end: it begins with a name that stands in the byline."""
    signed = " ".join(line.plain for line in above if len(line.text) <= 2 * SOLID).casefold()
    last = next((place for place in range(len(lines) - 1, 0, -1) if not is_furniture(lines[place].raw)), 0)
    found = _FULL_NAME.match(lines[last].plain) if last else None
    name = re.sub("['’]s$", "", found[0]) if found else ""
    if not name or name.casefold() not in signed:
        return list(lines)
    kept = [line for line in lines[:last] if line.plain != name]
    return list(lines) if any(name in line.plain for line in kept) else kept


def _bylines(runs: Sequence[Sequence[Line]], first: int) -> set[int]:
    """Return the numbers of the lines that tell who wrote the article and when.

    Below the first paragraph, line number `first`, a bare name is a heading unless it stands beside a byline.
    """
    found: set[int] = set()
    for place, block in enumerate(runs):
        below = block[0].number > first
        beside = [*runs[place - 1 : place], *runs[place + 1 : place + 2]] if below else []
        bare = not below or any(_byline(other, bare=False) for other in beside)
        found.update(line.number for line in _byline(block, bare=bare))
    return found


def _byline(block: Sequence[Line], *, bare: bool) -> list[Line]:
    """Return the lines of a block that are of the byline; a name is known by the post below it."""
    said = [line for line in block if not is_furniture(line.raw) and _is_byline(line, bare=bare)]
    short = all(len(line.text) <= SOLID and not line.bullet and not _heads(line) for line in block)
    few = sum(not is_furniture(line.raw) for line in block) <= 5
    return list(block) if said and short and few else said


def _solid(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that are surely text of the article: long, or of a long paragraph, and sentences."""
    if not hard_wrapped(list(lines)):
        sentences = {place for place, line in enumerate(lines) if _is_text(line.text, line, SOLID // 2)}
        long = {place for place in sentences if len(lines[place].text) >= SOLID}
        return long if len(long) >= len(sentences) / 2 else sentences
    found: set[int] = set()
    place = 0
    for block in blocks(lines):
        if _is_text(" ".join(line.text for line in block), block[0], SOLID):
            found.update(range(place, place + len(block)))
        place += len(block)
    return found


def _is_text(text: str, line: Line, least: int) -> bool:
    return span(text) >= least and bool(_ENDS.search(text)) and not line.level and not is_furniture(line.raw)


def span(text: str) -> int:
    """Return the length of a text in letters; a sign of scripts that write without spaces counts as two and a half."""
    return len(text) if text.isascii() else len(text) + 3 * sum(sign >= "\u0e00" for sign in text) // 2


def _headline(above: Sequence[Line], body: Sequence[Line], *, roughly: bool) -> Line | None:
    """Return the line above the first paragraph that is the headline, None where the first one may be it."""
    candidates = [line for line in above if _may_be_headline(line) and not _signs(line.plain)]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    years = [line for line in candidates if (named := split_year(line.plain)).year and named.title]
    dated = years[0] if years else None
    if dated and (
        dated is candidates[0]
        or dated.level
        or (len(years) == 1 and dated.plain[-1:] in ")]")
        or split_year(dated.plain).title.casefold() in " ".join(line.text for line in body[:6]).casefold()
    ):
        return dated
    told_of = next((line for line in candidates if _opens_with(split_year(line.plain).title, body[0].plain)), None)
    if told_of:
        return told_of
    marked = next((line for line in candidates if line.level == 1), None)
    if marked:
        return marked
    counts = Counter(squash(line.plain) for line in candidates)
    repeated = next((line for line in candidates if counts[squash(line.plain)] > 1), None)
    if repeated:
        return repeated
    text = [line.text for line in body if len(line.text) >= SOLID // 2]
    told = {} if roughly else {line: subject_of(line.text, (), text) for line in candidates}
    borne_out = [line for line, subject in told.items() if subject]
    alone = next((line for line in borne_out if (subject := told[line]) and subject.title == line.plain), None)
    if alone:
        return alone
    spoken = [line for line in candidates if len(line.plain.split()) > 3 and not line.plain.isupper()]
    best = max(borne_out or spoken[:1] or candidates, key=lambda line: len(line.plain.split()))
    return best if borne_out or len(best.plain.split()) > 4 else None


def _opens_with(title: str, paragraph: str) -> bool:
    """Say whether a paragraph begins by telling what something is, as encyclopaedias do: «Jaws (1975) is …»."""
    lead = paragraph.lstrip('"“„«『《*_')
    return lead.startswith(title) and bool(_IS.match(lead, len(title)))


def _may_be_headline(line: Line) -> bool:
    text = line.plain
    label = label_of(line.text)
    if line.bullet or text.count("|") > 2 or not 1 <= len(text) <= 150 or key(text) in SECTIONS or (label and label[1]):
        return False
    meta = read_meta(text)
    return not (meta and meta.strong)


def _heads(line: Line) -> bool:
    return bool(line.level) or key(line.plain) in SECTIONS or key(line.plain) in SPOILER_SECTIONS


def _is_byline(line: Line, *, bare: bool) -> bool:
    """Say whether a line tells who wrote the article and when: a post, a date, or a `bare` name."""
    text = line.plain
    if len(text) > 90 or _heads(line):
        return False
    if _signs(text):
        return True
    if _ENDS.search(text) or label_of(line.text):
        return False
    meta = read_meta(text)
    if _CREDIT.fullmatch(text) or (meta and meta.date and not meta.rating):
        return True
    return bool(_STAMP.search(text)) or (
        len(text.split()) <= 5 and (bool(_ROLE.search(text)) or (bare and " " in text and name_likeness(text) >= 2))
    )


def _signs(text: str) -> bool:
    """Say whether a line is the signature of who wrote the article: «By Ada Quill», «Words: Ada Quill»."""
    parts = _BARS.split(text)
    if _BY_SEVERAL.fullmatch(text) or (any(map(_WORDS_BY.match, parts)) and not _ENDS.search(text)):
        return True
    return any((label_of(part) or ("",))[0] == "author" for part in parts)


def _end(lines: Sequence[Line], last: int) -> int:
    """Return the place behind the last full paragraph and the short sentences and headings that follow it."""
    end = last + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    return end


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line after the last full paragraph still belongs to the text."""
    line = lines[place]
    if line.level or is_furniture(line.raw) or _EDIT.search(line.text):
        return True
    if _ENDS.search(line.text) or sum(bool(_ROW.fullmatch(near.text)) for near in lines[place - 1 : place + 2]) > 1:
        return True
    beyond = next((later for later in range(place + 1, len(lines)) if not is_furniture(lines[later].raw)), None)
    if beyond is None:
        return False
    if _LABELLED.match(line.text):  # what the site calls another page in its own words: «In der Nähe: …»
        return not _ENDS.search(lines[beyond].text) and _goes_on(lines, beyond)
    following = lines[beyond]
    marked = line.raw.startswith(("**", "__")) or key(line.plain) in SPOILER_SECTIONS
    heads = line.blank and (following.blank or marked or bool(following.bullet))
    return heads and span(following.text) > SOLID // 2 and bool(_ENDS.search(following.text))
