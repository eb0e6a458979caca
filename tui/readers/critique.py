"""One critic's review as text: a headline, who wrote it, perhaps a score, and paragraphs that judge one film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tui.models import Extract, Plain, Review
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.pages.facts import Gathered, fact_parts, is_fact_line, take_facts
from tui.readers.pages.furniture import is_furniture, is_link_name, is_navigation
from tui.readers.pages.labels import label_of
from tui.readers.pages.lines import Line, blocks, hard_wrapped, head_lines, page_lines
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.names import name_likeness
from tui.readers.pages.outline import COMMENTS
from tui.readers.pages.reviews import review_text
from tui.readers.pages.scales import out_of_four, states_four
from tui.readers.pages.section_facts import take_cast, take_labels
from tui.readers.pages.sections import section_kind
from tui.readers.pages.shape import front_matter, is_other_format
from tui.readers.pages.statements import statements
from tui.readers.pages.subject import LONGEST_TITLE, subject_of
from tui.text.paragraphs import join_lines
from tui.text.ratings import find_rating
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

SOLID = 100
"""Characters from which a line that ends a sentence is a paragraph of the review."""
LEAST = 200
"""Characters that a review has at least; less is a remark, which other readers know."""
_NAMED = "Title: "
LOOKED_AT = 30
"""Lines above the first paragraph among which headline and byline are looked for."""
_WORD = (
    r"(?:(?:film|movie|dvd|blu-?ray|cinema|kino)[\s-]?)?(?:review|kritik|rezension|critique|recensione|rese[ñn]a"
    r"|cr[íi]tica|recenze|recenzja|recenzia|рецензия|recension|recensie|anmeldelse)"
)
_BEFORE = re.compile(rf"^\W*{_WORD}(?:\s+(?:of|zu|zum|de|du|di|filmu|del|film|på))?\s*[:–—|-]?\s+(?=\S)", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*+(?:['’]s\b|[:–—|,(\[-])?\s*+\b{_WORD}(?:\s+filmu)?\b.*$", re.IGNORECASE)
_SAID = re.compile(rf"\b{_WORD}\b|レビュー|影评", re.IGNORECASE)
_QUOTED = re.compile(
    r"[“«„](?P<double>[^”»“]{1,80})[”»“]|(?<!\w)[‘'](?P<single>[^’]{2,80})[’'](?!\w)|\"(?P<straight>[^\"]+)\""
)
_SCORED = re.compile(r"\W*(?:[^\W\d]+\s){0,3}(?:[^\W\d]+)?\s*[:=–—-]?\s*$")
_ROW = re.compile(r"\s{3,}|\t+|\s*[|·•]\s*")
_PUBLICATION = re.compile(r"the\s+(?:[\w'’-]+\s+){1,3}review", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。！？][\"”“’'»«)*_\]]*\s*$")


@dataclass(slots=True)
class _Parts:
    """A document taken apart as a review."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    meta: Meta = field(default_factory=Meta)
    others: int = 0
    """Names of authors and scores below the first paragraph with more text behind them."""
    authors: set[str] = field(default_factory=set)
    """Who gave a score below the first paragraph."""
    worded: bool = False
    """A headline says that it is a review."""


class CritiqueReader:
    """A review that fills its page, with the name of its author or a score."""

    name = "critique"
    title = "One critic's review"
    suffixes: tuple[str, ...] = (".txt", ".text", ".md")

    def match(self, document: Document) -> Match:
        """Look for a headline that says «review», for a byline, for a score above or below the text."""
        front = front_matter(document.head_text)
        if is_other_format(document) and not front:
            return NOT_MINE
        lines = [line for line in head_lines(document)[:400] if line.number > front]
        if _opens_others(lines):
            return NOT_MINE
        parts = _parts(lines)
        if sum(len(line.text) for line in parts.body) < LEAST or parts.others > 1 or len(parts.authors) > 1:
            return NOT_MINE
        signed, scored = parts.meta.author is not None, parts.meta.rating is not None
        if parts.worded:
            return Match(0.92 if signed or scored else 0.6, "a headline that says «review» above a text")
        if signed and scored:
            return Match(0.84, "a text with its author and a score")
        if _stands_alone(parts):
            return Match(0.8, "a title above a text, and the film's facts below it")
        if (
            scored
            and len(parts.head) < 4
            and len(parts.body) > 1
            and any(len(_stated(line)) > 2 for line in parts.head)
        ):
            return Match(0.8, "a title and the film's facts above a text, and a score below it")
        if scored and len(parts.head) < 4 and any(split_year(line.plain).year for line in parts.head):
            return Match(0.7, "a title with its year above a text, and a score")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the film and its review."""
        front = front_matter(document.text)
        parts = _parts([line for line in page_lines(document) if line.number > front])
        gathered = Gathered()
        _take_head(parts, gathered)
        take_labels(parts.tail, gathered)
        _take_origin(parts.tail, gathered)
        take_cast([line for line in parts.tail if " as " in line.text or "..." in line.text], gathered)
        text = review_text("\n\n".join(line.text for line in parts.body))
        if not text:
            return
        meta = parts.meta
        first, last = parts.body[0].number, parts.body[-1].end
        review = Review(
            author=Plain(meta.author) if meta.author else None,
            text=text,
            rating=meta.rating,
            date=meta.date,
            publication=Plain(meta.publication) if meta.publication else None,
            spoiler=announces_spoilers(text),
            sources=(document.cite(first, last),),
        )
        facts = _without_score(gathered).facts()
        reviews = out_of_four([review]) if states_four([*parts.head, *parts.tail]) else [review]
        yield Extract(facts=facts, inferred=True, source=document.cite(first, last), reviews=tuple(reviews))


def _take_origin(lines: Sequence[Line], into: Gathered) -> None:
    """Take year, countries and genres where a line is nothing but facts: «DDR 1973»."""
    for line in lines:
        facts, rest = fact_parts(line.plain)
        take_facts([fact for fact in facts if fact.name in ("year", "countries", "genres") and not rest], into)
        if line.text.startswith(_NAMED):
            named = split_year(line.text.removeprefix(_NAMED))
            into.put("title", Plain(named.title.strip('"“”«»*_ ')))
            into.put("year", named.year)


def _stands_alone(parts: _Parts) -> bool:
    """Say whether a title and nothing else stands above the text, and at least three facts of the film below it."""
    closing = len({line.number for line in parts.tail}) == 1 and sum(map(_is_stated, parts.tail)) > 2
    alone = parts.meta.author is not None or (len(parts.head) == 1 and not _ENDS.search(parts.head[0].text))
    return closing and alone and len(parts.body) > 1


def _opens_others(lines: Sequence[Line]) -> bool:
    """Say whether a heading opens reviews or trivia, with text below it: the page holds more than one review."""
    first = next((place for place, line in enumerate(lines) if _is_solid(line)), len(lines))
    for place, line in enumerate(lines):
        if place < first and _SAID.search(line.plain):
            continue  # «Kritik zu Metropolis» is the headline
        below = [other for other in lines[place + 1 : place + 6] if not is_furniture(other.raw)]
        opens = section_kind(line) in ("reviews", "trivia") and not COMMENTS.fullmatch(line.plain)
        if opens and any(len(other.text) >= 30 for other in below):
            return True
    return False


def _without_score(gathered: Gathered) -> Gathered:
    """Leave the page's own score out of the film's ratings: it is the critic's and stands at the review."""
    gathered.ratings = [rating for rating in gathered.ratings if rating.by]
    return gathered


def _parts(lines: Sequence[Line]) -> _Parts:
    lines = _unwrapped(lines)
    first = next((place for place, line in enumerate(lines) if _is_solid(line)), None)
    if first is None or first > LOOKED_AT:
        return _Parts()
    found = _Parts(head=[line for line in lines[:first] if not is_furniture(line.raw) or line.level])
    text = " ".join(line.text for line in lines[first:]).casefold()
    found.worded = any(
        _SAID.search(line.plain) and len(line.text) <= 150 and not _is_publication(line, text) for line in found.head
    )
    told = [_told(line) for line in found.head]
    if len(told) > 1 and told[0].author and told[0].rating and any(meta.author for meta in told[1:]):
        found.head[0] = replace(found.head[0], text=told[0].author)  # «Lantern Row ★★★★», signed further down
        told[0] = replace(told[0], author=None)
    for place, meta in enumerate(told):
        found.meta = found.meta.joined(meta if meta.strong else _bare_name(found.head, told, place))
    _take_body(lines[first:], found)
    return found


def _is_publication(line: Line, text: str) -> bool:
    """Say whether a line is the name of a paper, «The Harbour Review», and the text does not speak of that."""
    return bool(_PUBLICATION.fullmatch(line.plain)) and _bare(line.plain).casefold() not in text


def _take_body(lines: Sequence[Line], found: _Parts) -> None:
    closed = False
    for place, line in enumerate(lines):
        kind = section_kind(line)
        if COMMENTS.fullmatch(line.plain) or kind in ("skip", "end"):
            return
        if is_furniture(line.raw):
            continue
        label = label_of(line.text)
        told = _told(line)
        if stated := _stated(line):
            found.tail.extend(stated)
            score = next((scored for part in stated if (scored := _told(part)).rating), Meta())
            found.meta = found.meta.joined(Meta(rating=score.rating))
            continue
        closed = closed or (kind == "cast" and place > 0)
        if told.rating or (told.author and len(line.text) <= 60):
            found.meta = found.meta.joined(told)
            found.others += any(map(_is_text, lines[place + 1 :]))
            found.authors |= {told.author} if told.author and told.rating else set()
        elif closed or (label and len(line.text) < 200 and not _is_solid(line)):
            closed = closed or bool(label and not label[1])
            found.tail.append(line)
        else:
            found.body.append(line)
    last = found.body[-1] if found.body else None
    signed = read_meta(last.plain) if last and found.meta.rating and not found.meta.author else None
    if last and signed and signed.author and " " in signed.author and name_likeness(signed.author) > 0:
        found.meta = found.meta.joined(signed)
    while found.body and not _ENDS.search(found.body[-1].text):
        found.body.pop()


def _stated(line: Line) -> list[Line]:
    """Return the statements of a line that is nothing but facts: «Rated PG. Running time: 97 minutes.»."""
    if len(line.text) > 2 * SOLID:
        return []
    parts = statements([line])
    if len(parts) == 1:
        parts = [replace(line, text=part, raw=part) for part in re.split(r"\.\s+", line.text.rstrip("."))]
    first = parts[0].plain.strip('"“”«»*_ ') if parts else ""
    if len(parts) > 1 and split_year(first).year and not _is_stated(parts[0]):
        parts = [replace(parts[0], text=f"{_NAMED}{first}"), *parts[1:]]
    known = [part for part in parts if _is_stated(part)]
    beside = len(parts) - len(known)
    return known if len(known) > 1 and (not beside or (beside == 1 and len(known) > 2)) else []


def _is_stated(line: Line) -> bool:
    label = label_of(line.text)
    return is_fact_line(line.text) or (label is not None and bool(label[1]) and label[0] not in ("text", "headline"))


def _told(line: Line) -> Meta:
    """Return what a line tells of the review: its author, date and score; nothing where it is part of the text."""
    if len(line.text) > SOLID or line.level:
        return Meta()
    facts, rest = fact_parts(line.plain)
    if len(facts) > 1 and not rest:
        return Meta()
    meta = read_meta(line.plain)
    if meta and meta.strong:
        return meta
    scored = find_rating(line.plain)
    if scored and _SCORED.fullmatch(line.plain[: scored.start]) and not line.plain[scored.end :].strip(" ).*_|"):
        return Meta(rating=scored.rating, strong=True)
    return Meta()


def _bare_name(head: Sequence[Line], told: Sequence[Meta], place: int) -> Meta:
    """Return the author where a line is a bare name above the date or below the score; nothing where it is not."""
    below = told[place + 1] if place + 1 < len(told) else Meta()
    above = told[place - 1] if place else Meta()
    meta = read_meta(head[place].plain) if below.date or above.strong else None
    named = meta is not None and meta.author is not None and name_likeness(meta.author) > 0
    return meta if meta and named and not (below.author or above.author) else Meta()


def _take_head(parts: _Parts, gathered: Gathered) -> None:
    candidates: list[Line] = []
    for line in statements(parts.head):
        label = label_of(line.text)
        facts, rest = fact_parts(line.plain)
        if label and label[1] and label[0] not in ("author", "date", "headline", "text"):
            take_labels([line], gathered)
        elif facts and not rest:
            take_facts([fact for fact in facts if fact.name not in ("aside", "rating", "score", "released")], gathered)
        elif (
            len(_ROW.split(line.text)) < 3
            and not is_navigation(line.text)
            and not is_link_name(line.plain)
            and not _told(line).strong
            and line.plain != parts.meta.author
            and len(line.text) <= 150
        ):
            candidates.append(line)
    body = [line.text for line in parts.body]
    best = max(candidates, key=lambda line: _weight(line, " ".join(body)), default=None)
    if best is None:
        return
    title, year = _film(best, body)
    gathered.put("title", Plain(title) if title else None)
    gathered.put("year", year)


def _weight(line: Line, text: str) -> float:
    """Weigh how likely a line above the review names its film; between equals the first is taken."""
    bare = _bare(line.plain)
    named = split_year(bare)
    points = 4.0 if bare != line.plain else 0.0
    points += 3.0 if named.year else 0.0
    points += 2.0 if _QUOTED.search(line.plain) else 0.0
    points += 2.0 if named.title.casefold() in text.casefold() else 0.0
    points += 1.0 if line.level == 1 else 0.0
    points -= 2.0 if len(bare.split()) > LONGEST_TITLE or _ENDS.search(bare) else 0.0
    return points - (1.0 if bare.isupper() and len(bare.split()) > 1 else 0.0)


def _bare(headline: str) -> str:
    """Return a headline without the words that say it is a review."""
    text = _BEFORE.sub("", headline, count=1)
    shorter = _BEHIND.sub("", text).strip(" -–—|:,")
    return shorter if re.search(r"\w", shorter) else text


def _film(headline: Line, body: Sequence[str]) -> tuple[str | None, int | None]:
    bare = _bare(headline.plain)
    quoted = _QUOTED.search(bare)
    if quoted and (inner := next((value for value in quoted.groupdict().values() if value), "")):
        behind = split_year(f"film {bare[quoted.end() :].split('–')[0].strip()}")
        return inner.strip(" ,."), behind.year
    named = split_year(bare)
    if named.year or (bare != headline.plain and len(bare.split()) <= LONGEST_TITLE):
        subject = None if named.year or not re.search(r":\s|\s[–—-]\s", bare) else subject_of(bare, body[:2], body)
        return (subject.title if subject else named.title), named.year
    subject = subject_of(headline.text, body[:2], body)
    if subject:
        return subject.title, subject.year
    return (named.title if len(named.title.split()) <= LONGEST_TITLE else None), None


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of paragraphs that are broken at an even width."""
    if not hard_wrapped(list(lines)):
        return list(lines)
    found: list[Line] = []
    for block in blocks(lines):
        whole = join_lines([line.text for line in block])
        if len(block) > 1 and "\n" not in whole and len(whole) >= SOLID:
            found.append(replace(block[0], text=whole, raw=whole, last=block[-1].end))
        else:
            found.extend(block)
    return found


def _is_solid(line: Line) -> bool:
    return len(line.text) >= SOLID and bool(_ENDS.search(line.text)) and not line.level and not is_furniture(line.raw)


def _is_text(line: Line) -> bool:
    return len(line.text) >= SOLID // 3 and bool(_ENDS.search(line.text)) and not is_furniture(line.raw)


READER = CritiqueReader()
