"""What the readers of text make of a page of no known site, with the lines of its source that each record is from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import asdict, replace

from tui.errors import DocumentError
from tui.models import Citation, Extract, Facts, Plain, Remark, Trivia
from tui.readers.document import Document
from tui.readers.html.flow import Flow
from tui.readers.html.page import Page
from tui.readers.html.places import found_at, placed, spanning
from tui.text.comparing import squash
from tui.text.titles import split_year

SURE = 0.7
"""How surely the text of a page must be a film's before it is read as one."""
LEAST = 0.5
"""How surely it must be an article's."""
FEWEST = 3
"""Paragraphs and items that an article has at least."""
_HEADING = re.compile(r"<h[1-6][\s>]", re.IGNORECASE)
_BELOW = 4000
"""Characters of markup behind a main content in which an item of its last list may stand."""
_FOUND = 40
"""Characters of a text that is looked for in the markup: a heading may stand there many times."""
_ITEM = re.compile(r"- .{20}")
_TOLD = re.compile(r"- |.*(?:.{80}|[.!?…。！？][”\"'’)\]]*$)")
"""What an article tells: an item, a sentence, a long line."""
_SAID = re.compile(r"[^\n]{80}|[^\n]{12}[.!?…。！？]")
"""What is no entry of a menu."""
_LABEL = 40
"""Characters of the longest label before a fact."""
LONGEST = 4_000_000
"""Characters of a page above which its text is not made."""


def film_page(page: Page, *, least: float = SURE) -> Extract | None:
    """Return what the reader of film pages makes of the page's text, None where it is no film's page."""
    from tui.readers.film_page import READER

    if len(page.text) > LONGEST:
        return None
    flow, document = page.flow, page.as_text
    if READER.match(document).sure < least:
        return None
    try:
        found = [one for one in READER.read(document) if isinstance(one, Extract)]
    except DocumentError:
        return None
    if not found:
        return None
    reviews = tuple(one for one in found[0].reviews if one.rating or _SAID.search(one.text))
    trivia = tuple(one for one in found[0].trivia if _SAID.search(one.text))
    facts = found[0].facts
    if facts.synopsis and not _SAID.search(facts.synopsis):
        facts = replace(facts, synopsis=None)
    return _placed(replace(found[0], facts=facts, reviews=reviews, trivia=trivia), page, flow)


def article(page: Page, known: str) -> Extract | None:
    """Return what the reader of articles makes of the page's text, where that is the main content and little more.

    Args:
        page: the page.
        known: the main content as an extractor found it, which drops lists now and then.
    """
    from tui.readers.article import READER

    if len(page.text) > LONGEST or (known and is_whole(page.text, known, page.body_at)):
        return None
    flow, document = page.flow, page.as_text
    if READER.match(document).sure < LEAST:
        return None
    try:
        found = [one for one in READER.read(document) if isinstance(one, Extract)]
    except DocumentError:
        return None
    if not found or len(found[0].trivia) < FEWEST:
        return None
    extract = _placed(found[0], page, flow)
    if not known:
        return extract if extract.facts.title else None
    told = _between(extract.trivia, known)
    return replace(extract, trivia=told, source=spanning(page.source.sha256, told)) if told else None


def plain(page: Page, text: str) -> Iterator[Extract | Remark]:
    """Yield what a text says that was opened in a browser and saved as a page; any reader of text may know it."""
    from tui.readers import registry

    document = Document.of_bytes(f"{page.name}.txt", text.encode())
    for one in registry.choose(document).reader.read(document):
        if isinstance(one, Remark):
            yield page.remark(one.text)
            continue
        sha256 = page.source.sha256
        reviews, trivia = placed(page.places, sha256, one.reviews), placed(page.places, sha256, one.trivia)
        yield replace(one, source=spanning(sha256, (*reviews, *trivia)), reviews=reviews, trivia=trivia)


def is_whole(markup: str, known: str, body: int = 0) -> bool:
    """Say whether a main content holds all sentences and items of the page that stand between its own.

    To read all text of the page once more costs more than all else; most contents are whole.
    """
    parts = known.split("\n\n")
    solid = [part for part in parts if len(part) >= _FOUND]
    start = found_at(markup, solid[0], body) if solid else -1
    end = found_at(markup, solid[-1], start) if start >= 0 else -1
    if end < 0:
        return False
    below = _HEADING.search(markup, end, end + _BELOW)
    rows = [row for row in Flow(markup[start : below.start() if below else end + _BELOW]).lines if row]
    said, held = [squash(row) for row in rows], squash(known)
    last = max((place for place, text in enumerate(said) if text == squash(parts[-1])), default=len(rows))
    tail = takewhile(_ITEM.match, rows[last + 1 :])
    lost = (text not in held for row, text in zip(rows[:last], said, strict=False) if _TOLD.match(row))
    return last < 2 * len(parts) and not any(lost) and not any(squash(row) not in held for row in tail)


def _between(told: Sequence[Trivia], known: str) -> tuple[Trivia, ...]:
    """Return the paragraphs and items that the main content reaches over, where it lost some or ran them together."""
    held = squash(known)
    places = [place for place, fact in enumerate(told) if squash(fact.text) in held]
    if not places:
        return ()
    last = places[-1]
    while last + 1 < len(told) and told[last].topic and told[last + 1].topic == told[last].topic:
        last += 1
    region = told[places[0] : last + 1]
    lost = len(region) - len(places)
    whole = len([part for part in known.split("\n") if part.strip()])
    return tuple(region) if 0 < lost <= len(places) or 2 * whole < len(region) else ()


def unlabelled(page: Page, extract: Extract) -> Extract:
    """Return an extract whose facts don't each begin with what the heading above them says: «Trivia: …»."""
    told = tuple(_unlabelled(fact, page.signs.heading) for fact in extract.trivia)
    return replace(extract, trivia=told) if told else extract


def _unlabelled(fact: Trivia, heading: str) -> Trivia:
    from tui.readers.pages.vocabulary import SECTIONS, key

    label, _, said = fact.text.partition(":")
    if not said.strip() or len(label) > _LABEL or SECTIONS.get(key(label)) != "trivia":
        return fact
    return replace(fact, text=Plain(said.strip())) if squash(label) in squash(f"{fact.topic} {heading}") else fact


def filled(facts: Facts, more: Facts) -> Facts:
    """Return facts with what is missing in them from others."""
    known = {name: value for name, value in asdict(facts).items() if value not in (None, (), {}, "")}
    return replace(more, **known)


def _placed(extract: Extract, page: Page, flow: Flow) -> Extract:
    """Return a record of the page's text as one of the page: its lines are those of the source."""

    def cite(sources: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(
            Citation(sha256=page.source.sha256, lines=page.lines_of_source(flow, one.lines)) for one in sources
        )

    reviews = tuple(replace(review, sources=cite(review.sources)) for review in extract.reviews)
    trivia = tuple(replace(fact, sources=cite(fact.sources)) for fact in extract.trivia)
    source = spanning(page.source.sha256, (*reviews, *trivia))
    return replace(extract, source=source, facts=_titled(extract.facts, page), reviews=reviews, trivia=trivia)


def _titled(facts: Facts, page: Page) -> Facts:
    """Return facts with the title as the page's head writes it: «Memories of Murder» for «MEMORIES OF MURDER»."""
    heading = split_year(page.signs.heading).title or ""
    title = facts.title or heading
    if not title:
        return facts
    names = [page.signs.title[: len(title)], page.signs.meta.get("og:title", "")[: len(title)]]
    same = next((name for name in names if squash(name) == squash(title)), None)
    return replace(facts, title=Plain(same if same and title.isupper() else title))
