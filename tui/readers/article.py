"""Articles and trivia pages as text or Markdown: what is told of one film, by topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from pathlib import PurePosixPath

from tui.models import Extract, Facts, Plain, Remark, Trivia
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.pages.edges import span, trimmed
from tui.readers.pages.factbox import without_box
from tui.readers.pages.facts import Gathered
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.lines import Line, head_lines, page_lines, paragraphs_set_in
from tui.readers.pages.outline import Item, Outline, outline
from tui.readers.pages.reviews import review_text
from tui.readers.pages.shape import front_matter, is_other_format
from tui.readers.pages.subject import LONGEST_TITLE, Subject, subject_of
from tui.readers.pages.unnamed import named_by_text
from tui.readers.pages.vocabulary import MAKING_SECTIONS, key
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

LOOKED_AT = 400
"""Lines of a document that tell whether it is an article."""
SENTENCE = 40
"""Characters from which a line that was not taken is worth telling of."""


class ArticleReader:
    """An article, an encyclopaedia's page or a page of trivia about one film."""

    name = "article"
    title = "Article or trivia page"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".txt", ".text")

    def match(self, document: Document) -> Match:
        """Look for a title line, headings and paragraphs below them."""
        front = front_matter(document.head_text)
        if is_other_format(document) and not front:
            return NOT_MINE
        lines = paragraphs_set_in([line for line in head_lines(document)[:LOOKED_AT] if line.number > front])
        if len(list(islice((line for line in lines if not is_furniture(line.raw)), 3))) < 3:
            return NOT_MINE
        box = Gathered()
        found = outline(trimmed(without_box(lines, box), roughly=True))
        texts = [item for item in found.items if sum(span(line.text) for line in item.lines) > 40]
        told = {key(item.topic) for item in texts if item.topic} & MAKING_SECTIONS
        if len(told) + bool(box.values) > 1:
            return Match(0.92, f"sections of an encyclopaedia: {', '.join(sorted(told)[:3])}")
        if _films(texts):
            return Match(0.3, "headings that name a film each, with text below")
        if found.headings and texts:
            sure = 0.3 if front else min(0.8, 0.5 + 0.1 * found.headings)
            many = "s" if found.headings > 1 else ""
            return Match(sure, f"{found.headings} heading{many} with text below")
        if found.title and len(texts) >= 2:
            return Match(0.5, "a title line and paragraphs")
        if not found.headings and sum(bool(item.lines[0].bullet) for item in texts) > 2:
            body = [item.source for item in found.items]
            if named_by_text(body[:2], "\n".join(body)):
                return Match(0.4, "a list of facts about the film that is named above it")
        return NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the film with what the article tells of it."""
        front = front_matter(document.text)
        lines = paragraphs_set_in([line for line in page_lines(document) if line.number > front])
        gathered = Gathered()
        found = outline(trimmed(without_box(lines, gathered)), gathered)
        told = [item for item in found.items if item.text]
        if not told and not found.plot:
            yield Remark(text="no text was found beside headings and navigation")
            return
        subject = _subject(found) or _filed(document)
        films = {} if subject and subject.said else _films(told)
        facts = found.gathered
        if subject and not films:
            facts.put("title", Plain(subject.title))
            facts.put("year", subject.year)
        if found.plot:
            facts.put("synopsis", review_text("\n\n".join(item.source for item in found.plot)))
        source = document.cite(lines[0].number, lines[-1].end)
        inferred = not (subject and subject.said)
        own = list(takewhile(lambda item: item.topic not in films, told))
        if own or found.plot:
            trivia = tuple(_trivia(item, document) for item in own)
            yield Extract(facts=facts.facts(), inferred=inferred, source=source, trivia=trivia)
        yield from _each(told[len(own) :], films, document)
        yield from _left_out(lines, found)


def _each(items: Sequence[Item], films: Mapping[str | None, Facts], document: Document) -> Iterator[Extract]:
    """Yield the films that headings name, each with what stands from there to the next of them."""
    above = (None, *(item.topic for item in items))
    starts = [place for place, item in enumerate(items) if item.topic in films and item.topic != above[place]]
    for start, end in pairwise([*starts, len(items)]):
        topic, part = items[start].topic, items[start:end]
        trivia = tuple(_trivia(replace(item, topic=None) if item.topic == topic else item, document) for item in part)
        source = document.cite(part[0].lines[0].number, part[-1].lines[-1].end)
        yield Extract(facts=films[topic], source=source, trivia=trivia)


def _films(items: Sequence[Item]) -> dict[str | None, Facts]:
    """Return the films that most headings are, with their years: «Jaws (1975)», «Jaws (1975) — 8/10»; else none."""
    topics = {item.topic for item in items if item.topic}
    named = {topic: split_year(topic.partition(")")[0] + ")") for topic in topics}
    films: dict[str | None, Facts] = {
        topic: Facts(title=Plain(one.title), year=one.year) for topic, one in named.items() if one.year
    }
    return films if 2 * len(films) > max(2, len(topics)) else {}


def _subject(found: Outline) -> Subject | None:
    body = [item.source for item in (*found.items, *found.plot)]
    intro = [item.source for item in found.intro] or body[:2]
    subject = subject_of(found.title.text if found.title else None, intro, body)
    alone = split_year(found.title.plain) if found.title and not subject else None
    if alone and len(alone.title.split()) <= LONGEST_TITLE and any(item.helpful for item in found.items):
        return Subject(alone.title, alone.year, said=False)  # above items that people vote on stands their film
    return subject


def _filed(document: Document) -> Subject | None:
    """Return the film that a file is named after with its year, where its text names none."""
    named = split_year(PurePosixPath(document.name).stem.replace("_", " "))
    return Subject(named.title, named.year, said=False) if named.year else None


def _left_out(lines: Sequence[Line], found: Outline) -> Iterator[Remark]:
    """Tell of sentences that are no part of the article: comments below it, references, notes on its author."""
    taken = {line.number for item in (*found.items, *found.plot) for line in item.lines}
    taken |= {found.title.number} if found.title else set()
    left = [
        line
        for line in lines
        if line.number not in taken
        and len(line.text) >= SENTENCE
        and line.text[-1] in ".!?…。！？"
        and not is_furniture(line.raw)
    ]
    if left:
        many = "1 line" if len(left) == 1 else f"{len(left):,} lines"
        text = f"{many} of text beside the article left out (comments, references, notes, captions)"
        yield Remark(text=text, lines=(left[0].number, left[-1].end))


def _trivia(item: Item, document: Document) -> Trivia:
    text = Plain(item.text)
    return Trivia(
        topic=Plain(item.topic) if item.topic else None,
        text=text,
        spoiler=item.spoiler or announces_spoilers(text),
        helpful=item.helpful,
        sources=(document.cite(item.lines[0].number, item.lines[-1].end),),
    )


READER = ArticleReader()
