"""The reviews of a page, whatever way it parts author, rating, date and text.

Every line is read as components (a name, a rating, a date, a count of votes, words like «wrote on»). Lines that
are nothing else are meta lines; lines that begin or end with a meta part carry their text with them. Then the
layout that leaves the fewest lines over is taken: meta before the text, after it, on the same line, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.models import Citation, Plain, Remark, Review
from tui.readers.pages.drafts import Draft
from tui.readers.pages.feet import trim_feet, trim_head
from tui.readers.pages.furniture import is_furniture
from tui.readers.pages.grids import out_of_rows
from tui.readers.pages.inline import inline_meta, trailing_meta
from tui.readers.pages.layouts import alternating, inline, same_line, signed_below, with_metas
from tui.readers.pages.lines import Line, hard_wrapped
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.names import PageWords, begins_with_name, name_likeness
from tui.readers.pages.patterns import recast, without_unquoted
from tui.readers.pages.scores import scale_of, with_scales
from tui.readers.pages.vocabulary import LABELS, key
from tui.text import clean
from tui.text.dates import Order, parse_date
from tui.text.markup import tidy_lines, unmark_html
from tui.text.paragraphs import restore_breaks
from tui.text.ratings import parse_rating
from tui.text.spoilers import announces_spoilers

Cite = Callable[[int, int], Citation]
_GLUE = re.compile(
    r"^(?:View|Show|Read|See) More(?=\S)"
    r"|(?:^|\s|\.{3}|…|(?<=[.!?\w]))(?:View|Show|Read|See) [Mm]ore(?=[A-Z\"'“0-9]|\s*$)"
)
_SPOILER_FLAG = re.compile(
    r"\W*(?:warning\W*)?(?:this\s+(?:review|comment|post)\s+)?(?:may\s+)?(?:contains?\W*)?spoilers?"
    r"\W*(?:ahead|below|warning|alert)?\W*",
    re.IGNORECASE,
)
_DATE_BEHIND = re.compile(r"\s*[(\[](?P<date>[^()\[\]]{8,24})[)\]]\s*$")
_SCORE_AHEAD = re.compile(r"[(\[](?P<score>\d{1,3}(?:/\d{1,3})?|[★☆½]{1,6}|[A-F][+-]?)[)\]]\s+(?=\S)")
_SCORE_BEHIND = re.compile(
    r"(?<=[.!?…\"”’)])\s+(?:[–—-]\s)?[(\[]?(?P<score>\d{1,2}(?:[.,]\d)?/\d{1,3}|[★☆½]{2,6})[)\]]?\.?\s*$"
)
LAST = 60
"""Characters at a text's end in which its score is looked for."""
_GAP = re.compile(r"\s{2,}|\t+|\s*\|\s*")
_DATE_AHEAD = re.compile(
    r"(?P<date>\d[\w./ -]{6,18}?|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?:\s{2,}|\t+|\s*[:|–—]\s+)(?P<text>\S.*)$",
    re.DOTALL,
)
_COUNT = re.compile(r"[\d.,]{1,7}")


def read_reviews(
    lines: Sequence[Line], cite: Cite, *, order: Order | None, words: PageWords, told: list[Remark]
) -> list[Review]:
    """Return the reviews of a section in its order.

    Args:
        lines: the section's lines, its heading left out.
        cite: makes the citation of a first and a last line.
        order: what the page's own dates prove about day and month.
        words: what the rest of the page tells about words.
        told: where a remark goes about what was left out as the page's foot.
    """
    kept = [
        _without_field(_without_link(line))
        for line in without_unquoted(recast(out_of_rows(_labelled_beside(_starred(unglued(lines))))))
    ]
    if not kept:
        return []
    wrapped = hard_wrapped(kept)
    drafts = [draft for draft in _drafts(kept, order, words) if draft.texts]
    _take_leading_scores(drafts)
    _take_closing_scores(drafts)
    trim_head(drafts)
    if taken := trim_feet(drafts):
        quoted = ", ".join(f"«{text}»" for _, text, _ in taken)
        told.append(Remark(text=f"left out as the foot of the page: {quoted}", lines=(taken[0][0], taken[-1][0])))
    found = [_review(draft, cite, wrapped=wrapped) for draft in drafts if draft.texts]
    return [review for review in found if review.text]


def _without_link(line: Line) -> Line:
    """Return a line without the link at its end: «Rating: 4/4    Full Review»."""
    first, *links = _GAP.split(line.text)
    return replace(line, text=first) if len(links) == 1 and is_furniture(links[0]) else line


def _starred(lines: Sequence[Line]) -> list[Line]:
    """Write «**** Ada Quill» and «*** Ada Quill: It hums.» with stars: here the marks of an outline are a score."""
    outlined = [line for line in lines if line.level and _STARRED.fullmatch(line.raw) and _names(line)]
    marked = {line.number for line in outlined}
    if len(outlined) > 1:
        marked |= {line.number for line in lines if line.bullet == "*" and inline_meta(line.text)}
    return [
        replace(line, text=f"{'★' * (line.level or 1)} {line.text}", level=0, bullet="")
        if line.number in marked
        else line
        for line in lines
    ]


def _names(line: Line) -> bool:
    return name_likeness(line.text) > 0 or (inline_meta(line.text) or trailing_meta(line.text)) is not None


_STARRED = re.compile(r"\*{2,5}\s+[^*]+")


def _labelled_beside(lines: Sequence[Line]) -> list[Line]:
    """Return lines with «Username:» and the name below it in one, where a page gives its reviews field by field."""
    fields = {place: meaning for place, line in enumerate(lines[:-1]) if (meaning := _field_above(line))}
    if sum(meaning == "author" for meaning in fields.values()) < 2:
        return list(lines)
    found: list[Line] = []
    for place, line in enumerate(lines):
        if place - 1 in fields and place not in fields:
            found[-1] = replace(
                found[-1], text=f"{found[-1].text} {line.text}", raw=f"{found[-1].raw} {line.raw}", last=line.end
            )
        else:
            found.append(line)
    return found


def _field_above(line: Line) -> str | None:
    meaning = LABELS.get(key(line.text)) if line.text.endswith((":", "：")) else None
    return meaning if meaning in ("author", "date", "rating", "text", "headline") else None


def _without_field(line: Line) -> Line:
    """Return a text without its label: «Review: Written as a joke …»."""
    found = _FIELD.match(line.text)
    return replace(line, text=found["text"]) if found and LABELS.get(key(found["label"])) == "text" else line


_FIELD = re.compile(r"(?P<label>[^\W\d_][\w ]{2,14}):\s+(?P<text>\S.{14,})", re.DOTALL)


def is_glued(lines: Sequence[Line]) -> bool:
    """Say whether the texts are joined by «View More», as pages without authors do."""
    return sum(bool(_GLUE.search(line.text)) for line in lines) >= 2


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the «View More» that ends a text or is glued to the next one."""
    if not is_glued(lines):
        return list(lines)
    found: list[Line] = []
    for line in lines:
        parts = [part for part in _GLUE.split(line.text) if part.strip(" .…»→>")]
        for place, part in enumerate(parts):
            found.append(Line(line.number, part.strip(), part.strip(), blank=True if place or found else line.blank))
    return found


def _drafts(lines: Sequence[Line], order: Order | None, words: PageWords) -> list[Draft]:
    glued = _contents(with_scales(lines), order)
    one_line = same_line(glued, order)
    if one_line:
        return one_line
    metas = {line.number: meta for line in glued if (meta := read_meta(line.text, order)) and meta.strong}
    singles = {id(line): read_meta(line.text, order) for line in glued}
    if not metas and (signed := signed_below(glued, singles)):
        return signed
    in_turn = alternating(glued)
    if _enough(metas, glued) and not _outvoted(metas, glued, in_turn, words):
        return with_metas(glued, singles)
    return in_turn or inline(glued, words)


def _outvoted(metas: dict[int, Meta], lines: Sequence[Line], in_turn: Sequence[Draft], words: PageWords) -> bool:
    """Say whether what looks like a few meta lines are texts («10/10 would cry again») of a page that has none.

    That is so where every other line begins with a handle, or where names stand on lines of their own in turn.
    """
    if len(metas) >= 0.25 * len(lines):
        return False
    named = sum(meta.author is not None for meta in metas.values())
    beginnings = sum(begins_with_name(line.text, words) for line in lines)
    others = sum(draft.meta.author is not None for draft in in_turn)
    if beginnings >= 0.6 * len(lines):
        others = max(others, beginnings)
    return others >= 3 and others >= 3 * named


def _contents(lines: Sequence[Line], order: Order | None) -> list[Line]:
    """Return lines without furniture; what stood below the furniture of a block is still apart from the text above."""
    found: list[Line] = []
    apart = False
    for line in lines:
        if _is_content(line, order):
            found.append(replace(line, blank=True) if apart and not line.blank else line)
            apart = False
        else:
            apart = apart or line.blank
    return found


def _is_content(line: Line, order: Order | None) -> bool:
    """Furniture that tells something of a review («12 of 15 found this helpful», «Warning: Spoilers») is kept."""
    if _COUNT.fullmatch(line.text):
        return False
    if not is_furniture(line.raw) or _SPOILER_FLAG.fullmatch(line.raw):
        return True
    meta = read_meta(line.text, order)
    if meta and meta.author and line.raw[:1] == "(":
        return True  # «(Ada Quill)» is a picture's credit in an article, and who wrote it among reviews
    return meta is not None and meta.strong and (meta.only_votes or meta.has("rating") or meta.has("date"))


def _take_leading_scores(drafts: list[Draft]) -> None:
    """Take «[80] A long goodbye …» apart, where every review begins with a score in brackets."""
    found = [_SCORE_AHEAD.match(draft.texts[0][1]) for draft in drafts]
    if len(found) < 2 or not all(found) or any(draft.meta.rating for draft in drafts):
        return
    scores = [one["score"] for one in found if one]
    scale = scale_of([0, *(float(score) for score in scores if score.isdecimal())])
    for draft, score, one in zip(drafts, scores, found, strict=True):
        if one and (rating := parse_rating(score, scale=scale)):
            draft.meta = replace(draft.meta, rating=rating)
            number, text, blank = draft.texts[0]
            draft.texts[0] = (number, text[one.end() :], blank)


def _take_closing_scores(drafts: list[Draft]) -> None:
    """Read «… nobody spoke on the way home. 8/10», where most reviews close so; the words stay as they were written."""
    found = [(draft, one) for draft in drafts if (one := _SCORE_BEHIND.search(draft.texts[-1][1][-LAST:]))]
    if not found or len(found) < 0.6 * len(drafts) or any(draft.meta.rating for draft in drafts):
        return
    for draft, one in found:
        draft.meta = replace(draft.meta, rating=parse_rating(one["score"]))


def _enough(metas: dict[int, Meta], lines: Sequence[Line]) -> bool:
    named = sum(meta.author is not None for meta in metas.values())
    return bool(metas) and (named >= 1 or len(metas) >= max(2, 0.15 * len(lines)))


def _review(draft: Draft, cite: Cite, *, wrapped: bool) -> Review:
    flagged = draft.spoiler or draft.meta.spoiler
    texts = []
    for _, text, blank in draft.texts:
        if _SPOILER_FLAG.fullmatch(text):
            flagged = True
        else:
            texts.append((text, blank))
    meta = draft.meta
    if texts and not meta.date and (found := _DATE_BEHIND.search(texts[-1][0])) and (date := parse_date(found["date"])):
        meta = replace(meta, date=date)
        texts[-1] = (texts[-1][0][: found.start()], texts[-1][1])
    if texts and not meta.date and (ahead := _DATE_AHEAD.match(texts[0][0])) and (date := parse_date(ahead["date"])):
        meta = replace(meta, date=date)
        texts[0] = (ahead["text"], texts[0][1])
    text = review_text(_joined(texts, wrapped=wrapped))
    headline = draft.headline or meta.headline or ""
    return Review(
        author=Plain(meta.author) if meta.author and meta.author.casefold() not in _NOBODY else None,
        headline=Plain(headline.strip()) if headline.strip() else None,
        text=text,
        rating=meta.rating,
        date=meta.date,
        publication=Plain(meta.publication) if meta.publication else None,
        spoiler=flagged or announces_spoilers(f"{headline}\n{text}"),
        helpful=meta.helpful,
        line=clean(draft.whole) if draft.whole else None,
        sources=(cite(draft.first, draft.last),),
    )


_NOBODY = frozenset({"anonymous", "guest", "unknown", "anonym", "anonyme"})


def review_text(text: str) -> Plain:
    """Return a review's text as a reader wants it: paragraphs parted by a blank line, no marks of HTML."""
    return clean(tidy_lines(restore_breaks(tidy_lines(unmark_html(text)))))


def _joined(texts: Sequence[tuple[str, bool]], *, wrapped: bool) -> str:
    whole = ""
    for text, blank in texts:
        whole += ("" if not whole else " " if wrapped and not blank else "\n\n") + text
    return whole
