"""Film pages saved as text: title and facts, synopsis, trivia and reviews among navigation and advertising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.models import Extract, Plain, Remark, Review, Trivia
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.pages.facts import Gathered, fact_parts, take_facts
from tui.readers.pages.feet import FOOT_MOST
from tui.readers.pages.furniture import asks_reader, is_furniture
from tui.readers.pages.header import SYNOPSIS_LEAST, read_header
from tui.readers.pages.inline import inline_meta
from tui.readers.pages.labels import label_of, take_label
from tui.readers.pages.layouts import alternating
from tui.readers.pages.lines import Line, blocks, hard_wrapped, head_lines, page_lines, unwrapped
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.names import PageWords, begins_with_name, is_handle
from tui.readers.pages.outline import COMMENTS
from tui.readers.pages.patterns import recast
from tui.readers.pages.reviews import is_glued, read_reviews, review_text
from tui.readers.pages.scales import alike, out_of_four, states_four, unnumbered
from tui.readers.pages.section_facts import take_cast, take_labels
from tui.readers.pages.sections import Section, fact_table, is_dense, section_kind, split_sections
from tui.readers.pages.shape import is_other_format
from tui.readers.pages.statements import paired, statements
from tui.readers.pages.threads import thread_of, title_of
from tui.readers.pages.unheaded import facts_in, with_unheaded_reviews
from tui.text.comparing import squash
from tui.text.dates import Order, date_order
from tui.text.paragraphs import join_lines
from tui.text.spoilers import announces_spoilers
from tui.text.titles import split_year

_ATTRIBUTION = re.compile(
    r"[—–―-]\s?[^\s.!?][^.!?]{1,50}|[(（][^()（）]{3,56}[)）]|(?:written|submitted|text|source|quelle|zdroj|źródło)"
    r"(?:\s+by|:)\s+[^.!?]{2,40}",
    re.IGNORECASE,
)
_PITCH = re.compile(
    r"\b(?:your|why\s+not|ask\s+(?:at|in)|add\s+to\s+(?:basket|cart|bag)|also\s+available|votre|vos|vuestr\w+|vostr[oaie])\b"
    r"|^we\b|\b(?:in\s+stock|on\s+sale)\b|[£$€]\s?\d|\d\s?€|\bsaves?\s+\d",
    re.IGNORECASE,
)
"""Words of a page that sells or invites."""
LONGEST_TOLD = 4000
"""Characters of a line in which the title is looked for."""
_FRAMED = re.compile(r"(?P<stroke>[~=—–-]{1,4})\s.{3,100}\s(?P=stroke)")
_ENDS = re.compile(r"[.!?…。！？:][\"”“’'»«)\]]*\s*$")


class FilmPageReader:
    """A page about one film, copied or scraped as text, in any of the layouts such pages have."""

    name = "film-page"
    title = "Film page as text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".md")

    def match(self, document: Document) -> Match:
        """Look for fact lines in the head of the page and for the headings that film pages have."""
        if is_other_format(document):
            return NOT_MINE
        lines = head_lines(document)[:400]
        if is_glued(lines):
            return Match(0.75, "texts are joined by «View More»")
        facts = facts_in(statements(lines[:40]))
        kinds = {kind for place, line in enumerate(lines) if (kind := section_kind(line)) and _holds(lines, place)}
        if "reviews" in kinds and _ends_in_comments(lines):
            kinds -= {"reviews"}
        if "reviews" in kinds and facts:
            sure = min(0.9, (0.76 if _scored(lines) > 1 else 0.7) + 0.05 * facts)
            return Match(sure, f"{facts} facts of a film in its head, and a heading of reviews")
        if _begun_by_names(lines):
            return Match(0.86, "texts that begin with their authors' names")
        if "reviews" not in kinds and thread_of(lines):
            return Match(0.72, "posts of a thread about a film, each with name and date")
        if facts >= 2 and _scored(lines) > 1:
            return Match(0.83, f"{facts} facts of a film in its head, and authors with scores")
        if facts >= 3:
            sure = 0.85 if facts > 7 or (facts > 5 and "synopsis" in kinds) else 0.75 if facts > 3 else 0.6
            return Match(sure, f"{facts} facts of a film in its head")
        if "reviews" in kinds:
            return _by_reviews(lines)
        return Match(0.25, "a fact of a film in its head") if facts else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the film with its reviews and trivia."""
        lines = unwrapped(page_lines(document))
        gathered = Gathered()
        sections = _with_facts_first(_sections(lines, gathered))
        order = date_order(line.text for line in lines)
        words = PageWords.of(line.text for line in lines)
        left = read_header(
            statements(sections[0].lines),
            gathered,
            has_synopsis=any(s.kind == "synopsis" for s in sections),
            told=_told(sections[1:]),
            dense=is_dense(lines),
        )
        _drop_site_foot(sections, gathered.values.get("title"))
        words = words.about(gathered.values.get("title"))
        told: list[Remark] = []
        reviews, trivia = _take_sections(sections[1:], document, gathered, _Reading(order, words, told))
        if not gathered.has("synopsis") and left:
            gathered.put("synopsis", _paragraphs(_together(left)))
        reviews = alike(unnumbered(reviews))
        if states_four(lines):
            reviews = out_of_four(reviews)
        if any(review.rating for review in reviews):
            scales = {review.rating.out_of for review in reviews if review.rating}
            gathered.rescale(5 if scales == {5} else 10)
        facts = gathered.facts()
        yield Extract(
            facts=facts,
            source=document.cite(lines[0].number, lines[-1].end) if lines else document.cite(),
            reviews=tuple(reviews),
            trivia=tuple(trivia),
        )
        yield from told


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the whole page tells about its reviews."""

    order: Order | None
    words: PageWords
    told: list[Remark]
    """Remarks on what was left out."""


def _take_sections(
    sections: Sequence[Section], document: Document, gathered: Gathered, reading: _Reading
) -> tuple[list[Review], list[Trivia]]:
    """Take the facts of the sections below the head, and return their reviews and trivia."""
    reviews: list[Review] = []
    trivia: list[Trivia] = []
    for section in sections:
        if section.kind in ("synopsis", "plot"):
            _take_synopsis(section, gathered)
        elif section.kind == "reviews":
            table = fact_table(section.lines)
            reviews += read_reviews(
                section.lines[:table], document.cite, order=reading.order, words=reading.words, told=reading.told
            )
            take_labels(section.lines[table:], gathered)
        elif section.kind == "cast":
            take_cast(section.lines, gathered)
        elif section.kind == "trivia" and facts_in(section.lines) < max(2, len(section.lines) // 2):
            trivia += _trivia(section, document)
        else:
            take_labels(section.lines, gathered)
    return reviews, trivia


def _with_facts_first(sections: list[Section]) -> list[Section]:
    """Put a table of facts that names the film («Title: Lantern Row») first, where a page has it below its reviews."""
    for section in sections:
        place = fact_table(section.lines) if section.kind == "reviews" else len(section.lines)
        table = section.lines[place:]
        if any((label_of(line.text) or ("", ""))[0] == "title" for line in table):
            section.lines = section.lines[:place]
            return [Section("header", None, [*table, *sections[0].lines]), *sections[1:]]
    return sections


def _drop_site_foot(sections: Sequence[Section], title: str | None) -> None:
    """Take lines off the page's end that name its site, which stands above the film's title too."""
    above = [line.plain for line in sections[0].lines[:4]]
    place = next((n for n, text in enumerate(above) if title and title in text), 0)
    parts = re.split(r"\s*[|·•~»›]\s*|\s+[-–—]\s+", " | ".join(above[: place + 1]))
    names = {squash(part) for part in parts if not title or title not in part}
    names = {name for name in names if len(name) > 4 and name not in squash(title or "")}
    last = sections[-1].lines
    while len(last) > 1 and len(last[-1].text) <= 160 and any(name in squash(last[-1].text) for name in names):
        last.pop()


def _told(sections: Sequence[Section]) -> str:
    """Return the text of a page below its head, headings too."""
    lines = (line for one in sections for line in ([one.heading, *one.lines] if one.heading else one.lines))
    return "\n".join(line.text[:LONGEST_TOLD] for line in lines)


def _scored(lines: Sequence[Line]) -> int:
    """Count the lines that name an author and his score: comments on an article have none."""
    told = [read_meta(line.plain) or next(iter(inline_meta(line.text) or ()), None) for line in recast(lines[:120])]
    return sum(isinstance(meta, Meta) and meta.author is not None and meta.rating is not None for meta in told)


def _begun_by_names(lines: Sequence[Line]) -> bool:
    """Say whether most of a page's lines begin with a name, or every other one is one: nobody writes an article so."""
    opens = next((place for place, line in enumerate(lines) if section_kind(line) == "reviews"), None)
    texts = [line for line in lines[(opens or 0) + 1 :] if not is_furniture(line.raw) and not line.bullet]
    if len(texts) < _MANY:
        return False
    told = sum(len(line.text) for line in texts) >= 0.7 * sum(len(line.text) for line in lines)
    if opens is not None and told and len(alternating(texts)) >= _MANY // 2:
        return True
    words = PageWords.of(line.text for line in lines)
    long = [line for line in texts if len(line.text) >= LONG]
    named = sum(begins_with_name(line.text, words) for line in long)
    handles = sum(is_handle(line.text.split(" ", 1)[0]) for line in texts)
    return handles > 1 and len(long) > 1 and named >= 0.6 * len(long)


_MANY = 6
"""Lines of which the authors' names can be told."""
LONG = 200
"""Characters of a line that is surely a text."""


def _sections(lines: list[Line], gathered: Gathered) -> list[Section]:
    """Return the page's sections; a thread's film is named by its subject."""
    headed = any(section_kind(line) == "reviews" for line in lines)
    if is_glued(lines) and not headed:
        return [Section("header"), Section("reviews", None, lines)]
    thread = thread_of(lines) if not headed else None
    if thread is None:
        return with_unheaded_reviews(split_sections(lines))
    named = split_year(title_of(thread[0].plain))
    gathered.put("title", Plain(named.title))
    gathered.put("year", named.year)
    return [Section("header"), Section("reviews", None, thread[1])]


def _ends_in_comments(lines: Sequence[Line]) -> bool:
    """Say whether the only reviews are the comments below an article: its paragraphs are most of the page."""
    opens = [place for place, line in enumerate(lines) if section_kind(line) == "reviews"]
    told = [sum(len(line.text) for line in part) for part in (lines[: opens[0]], lines[opens[0] :])]
    long = sum(len(line.text) >= LONG // 2 for line in lines[: opens[0]])
    heading = lines[opens[0]].plain
    quoted = heading[-1:] in '”"»'  # «2 thoughts on “The Lantern”», as a weblog heads them
    return COMMENTS.fullmatch(heading) is not None and (quoted or (long > 1 and told[1] < 0.3 * sum(told)))


def _by_reviews(lines: Sequence[Line]) -> Match:
    """Return how surely a page without facts is a film's by its heading of reviews."""
    if _scored(lines) > 1:
        return Match(0.86, "a heading of reviews, authors with scores")
    if _opens_with_voice(lines):
        return Match(0.72, "a heading of reviews, and right below it who wrote the first")
    return Match(0.55, "a heading of reviews")


def _opens_with_voice(lines: Sequence[Line]) -> bool:
    """Say whether nothing but the film's name stands above a heading of reviews, and below it «Ada Quill wrote: …»."""
    place = next(place for place, line in enumerate(lines) if section_kind(line) == "reviews")
    above = [line for line in lines[:place] if not is_furniture(line.raw)]
    below = lines[place + 1 : place + 2]
    named = any(split_year(line.plain).year for line in above) and all(
        len(line.text) < SYNOPSIS_LEAST for line in above
    )
    return named and bool(below) and inline_meta(below[0].text) is not None


def _holds(lines: Sequence[Line], place: int) -> bool:
    """Say whether anything stands below a heading; at a page's foot it is a link."""
    below = (line for line in lines[place + 1 : place + 9] if not is_furniture(line.raw))
    return sum(len(line.text) for line in below) >= 30


def _take_synopsis(section: Section, gathered: Gathered) -> None:
    """Take labelled facts and then the paragraphs, up to the first line of advertising."""
    kept: list[Line] = []
    lines = paired(section.lines)
    for place, line in enumerate(lines):
        label = label_of(line.text)
        if (
            label
            and label[1]
            and len(line.text) < 200
            and take_label(label[0], label[1], gathered, line.text.split(":")[0])
        ):
            continue
        facts, rest = fact_parts(line.text)
        if facts and not rest:
            take_facts([fact for fact in facts if fact.name != "aside"], gathered)
            continue
        if is_furniture(line.raw) or (kept and _ENDS.search(kept[-1].text) and _is_label_like(line)):
            if kept:
                take_labels(lines[place:], gathered)
                break
            continue
        if kept and (_is_attribution(line) or _is_pitch(line)):
            take_labels(lines[place + 1 :], gathered)
            break
        kept.append(line)
    text = _paragraphs(kept)
    if text:
        name = "plot" if section.kind == "plot" or gathered.has("synopsis") else "synopsis"
        gathered.put(name, text)


def _is_label_like(line: Line) -> bool:
    """Say whether a line below a synopsis is no more of it: a name, a link, words between two strokes."""
    short = len(line.text) <= FOOT_MOST and line.blank
    return short and (not _ENDS.search(line.text) or _FRAMED.fullmatch(line.raw) is not None)


def _is_attribution(line: Line) -> bool:
    """Say whether a line below a synopsis tells whose words it is: «—mudlark», «(official text)», «Written by Ada»."""
    return len(line.text) <= 60 and bool(_ATTRIBUTION.fullmatch(line.plain))


def _is_pitch(line: Line) -> bool:
    """Say whether a short paragraph below a synopsis turns to the page's reader: «Ask at the bar for our lamps»."""
    return (
        line.blank
        and len(line.text) <= 110
        and (
            bool(_PITCH.search(line.plain))
            or asks_reader(line.plain)
            or (len(line.text) <= 60 and line.text[-1] == "!")
        )
    )


def _trivia(section: Section, document: Document) -> list[Trivia]:
    topic = section.heading.plain.rstrip(":") if section.heading else None
    wrapped = hard_wrapped(section.lines)
    found = []
    for block in blocks(section.lines):
        for item in _items([line for line in block if not is_furniture(line.raw)], wrapped=wrapped):
            text = review_text(" ".join(line.text for line in item))
            if not text:
                continue
            spoiler = announces_spoilers(text) or bool(topic and announces_spoilers(topic))
            sources = (document.cite(item[0].number, item[-1].end),)
            found.append(Trivia(topic=Plain(topic) if topic else None, text=text, spoiler=spoiler, sources=sources))
    return found


def _items(lines: Sequence[Line], *, wrapped: bool) -> list[list[Line]]:
    items: list[list[Line]] = []
    for line in lines:
        if items and not line.bullet and (wrapped or line.indent > items[-1][0].indent):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _together(lines: Sequence[Line]) -> list[Line]:
    """Return the first sentences and those of their kind that follow closely: a synopsis, not a slogan further down."""
    kept = [lines[0]]
    for line in lines[1:]:
        if line.number - kept[-1].number > 2:
            break
        kept.append(line)
    return kept


def _paragraphs(lines: Sequence[Line]) -> Plain:
    if hard_wrapped(list(lines)):
        return Plain(join_lines([part for line in lines for part in ([""] if line.blank else []) + [line.plain]]))
    return review_text("\n\n".join(line.text for line in lines))


READER = FilmPageReader()
