"""A loose review: prose, perhaps with HTML line breaks, a first line that names the film, a closing score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.models import Extract, Facts, Plain, Rating, Review
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.lines import Line, blocks, hard_wrapped, head_lines, page_lines
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.reviews import review_text
from tui.readers.pages.shape import is_other_format, is_program
from tui.text.paragraphs import join_lines
from tui.text.ratings import find_rating, parse_rating
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

_BREAKS = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_SCORE_LINE = re.compile(
    r"\W*(?:my\s+)?(?:rating|score|grade|verdict|vote|note)?\W*(?P<rating>.{1,24}?)\W*$", re.IGNORECASE
)
_SCORED_TITLE = re.compile(r"(?P<title>\S.{0,90}\((?:18|19|20)\d\d\))\s*[-–—:|,·]?\s*(?P<score>\S.{0,23})")
"""«Mask (1985) - 8/10»."""
_LAST_SENTENCE = re.compile(r"(?:^|[.!?…\n])\s*(?P<sentence>[^.!?…\n]{1,50}(?:\d[.,]\d[^.!?…\n]{0,30})?[.!?]*)\s*$")
_ENDED = re.compile(r"[.!?…。！？][\"”’')*]*\s*$")
REFUSED = 0.05
"""A match that is none and says why."""
LEAST_WORDS = 2
"""Words below which a text says nothing of a film."""
SENTENCE_LEAST = 60
"""Characters from which a line without a full stop may be a sentence; shorter ones are a list."""
TITLE_MOST = 100


class LooseReviewReader:
    """One person's text about one film."""

    name = "loose-review"
    title = "Loose review"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def match(self, document: Document) -> Match:
        """Look for prose without headings; doubled HTML breaks in plain text are the mark of review data sets."""
        if is_other_format(document):
            return NOT_MINE
        if is_program(document.head_text):
            return Match(REFUSED, "a program, a configuration or a log: no text about a film")
        lines = head_lines(document)
        text = "\n".join(line.text for line in lines)
        words = len(text.split()) or (2 * len(text) if not text.isascii() else 0)
        if not words or not re.search(r"[^\W\d_]", text):
            return Match(0.0, "no words")
        if (words < LEAST_WORDS and not _ENDED.search(text)) or (
            len(lines) > 1 and not any(_ENDED.search(line.text) for line in lines)
        ):
            short = max(len(line.text) for line in lines) < SENTENCE_LEAST
            if len(lines) == 1 or (short and not _named(lines)[0].year):
                return Match(REFUSED, "no sentence: no text about a film")
        if len(lines) == 1 and _BREAKS.search(text):
            return Match(0.85, "one line of prose with HTML line breaks")
        if len(lines) == 1:
            return Match(0.6 if words > 20 else 0.4, "one line of prose")
        if any(line.level for line in lines) or sum(bool(line.bullet) for line in lines) > 2:
            return Match(0.2, "prose under headings")
        if len(lines) > 2 and _named(lines)[0].year and _closing_score(lines[1:])[0]:
            return Match(0.75, "a title with its year, prose and a closing score")
        titled = sum(_is_title_like(line) for line in lines)
        return Match(
            0.45 if titled <= 1 else 0.3, "prose without headings" if titled <= 1 else "prose with short lines"
        )

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield one review; a first line «Title (Year)» names its film."""
        whole = page_lines(document)
        lines = [line for line in whole if not is_furniture(line.raw)] or whole[:1]
        if not lines:
            return
        facts, lines = _named(lines)
        byline, lines = _byline(lines) if facts.title else (Meta(), lines)
        rating, lines = _closing_score(lines)
        author, lines = _signature(lines)
        text = review_text(_prose(lines))
        if not text:
            return
        review = Review(
            author=Plain(byline.author) if byline.author else author,
            date=Plain(byline.date) if byline.date else None,
            text=text,
            rating=byline.rating or rating or _own_rating(text),
            spoiler=announces_spoilers(text),
            sources=(document.cite(lines[0].number, lines[-1].number),),
        )
        yield Extract(facts=facts, source=document.cite(lines[0].number, lines[-1].number), reviews=(review,))


def _is_title_like(line: Line) -> bool:
    return len(line.text) < 80 and line.text[-1:] not in '.!?…"”)*'


def _named(lines: list[Line]) -> tuple[Facts, list[Line]]:
    """Take «Mask (1985)» off the top, and leave a score behind it there; nothing less names a film surely enough."""
    scored = _SCORED_TITLE.fullmatch(lines[0].plain)
    if scored and parse_rating(scored["score"]):
        parts = [replace(lines[0], text=text, raw=text) for text in (scored["title"], scored["score"])]
        lines = [*parts, *lines[1:]]
    first = lines[0].plain
    titled = split_year(re.sub(r"^(?:review|film|movie|title)\s*(?:of)?\s*[:–—-]?\s+", "", first, flags=re.IGNORECASE))
    if len(lines) > 1 and titled.year and len(first) <= TITLE_MOST:
        return Facts(title=Plain(titled.title), year=titled.year), lines[1:]
    return Facts(), lines


def _byline(lines: list[Line]) -> tuple[Meta, list[Line]]:
    """Take «by Jo Tern, 3 May 2014» below the title off the text."""
    told = read_meta(lines[0].plain) if len(lines) > 1 else None
    return (told, lines[1:]) if told and told.author and told.strong else (Meta(), lines)


def _closing_score(lines: list[Line]) -> tuple[Rating | None, list[Line]]:
    """Take a last (or first) line that is nothing but a score off the text."""
    for place in (-1, 0):
        if len(lines) < 2:
            break
        found = _SCORE_LINE.match(lines[place].plain) if len(lines[place].text) <= 40 else None
        rating = (parse_rating(lines[place].plain) or parse_rating(found["rating"])) if found else None
        if rating:
            return rating, lines[:-1] if place else lines[1:]
    return None, lines


_SIGNED = re.compile(r"\s*(?:--|—|–|―|~)\s*(?P<name>[^\W\d_][^.!?:;]{1,38}[\w.])\s*")


def _signature(lines: list[Line]) -> tuple[Plain | None, list[Line]]:
    """Take «-- Ada from Hull» below the text off it: nobody else than its author signs so."""
    signed = _SIGNED.fullmatch(lines[-1].raw) if len(lines) > 1 and _ENDED.search(lines[-2].text) else None
    return (Plain(signed["name"]), lines[:-1]) if signed else (None, lines)


def _own_rating(text: str) -> Rating | None:
    """Return the score with which a text closes: «… 9/10 from me.»."""
    last = _LAST_SENTENCE.search(text[-200:])
    found = find_rating(last["sentence"]) if last else None
    return found.rating if found and found.rating.out_of in (4, 5, 10, 100) else None


def _prose(lines: list[Line]) -> str:
    if hard_wrapped(lines):
        return "\n\n".join(join_lines([line.text for line in block]) for block in blocks(lines))
    return "\n\n".join("\n".join(line.text for line in block) for block in blocks(lines))


READER = LooseReviewReader()
