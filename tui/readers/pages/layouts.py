"""The layouts in which pages set their reviews: meta before the text, after it, on the same line, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.readers.pages.bylines import INITIAL, SAID, SENDER, adopt, ends_block, is_name
from tui.readers.pages.drafts import Draft
from tui.readers.pages.inline import inline_meta, trailing_meta
from tui.readers.pages.lines import Line
from tui.readers.pages.meta import Meta, read_meta
from tui.readers.pages.names import PageWords, is_handle, name_likeness, split_author
from tui.readers.pages.wordlists import OPENERS
from tui.text.comparing import fold
from tui.text.dates import Order

_NAMED = re.compile(
    r"(?P<name>[^\s:.!?,;\"“][^:.!?,;\"“]{0,28}[^\s:.!?,;]):\s(?P<text>[^\W\d].{10,}[.!?…。！？)\"”])$", re.DOTALL
)
"""«Ruby's mother: I cried», right below another line with a name before its colon."""
_LEADING_DASH = re.compile(r"^[–—:|-]\s+")


def same_line(lines: Sequence[Line], order: Order | None) -> list[Draft]:
    """Read «NAME wrote on DATE: text» and «text (NAME, DATE)», where most lines have that shape."""
    best: list[Draft] = []
    for look in (inline_meta, trailing_meta):
        drafts: list[Draft] = []
        hits = 0
        above: list[Meta] = []
        leading = bool(lines) and _names_nobody(read_meta(lines[0].text, order))
        for line in lines:
            found = None if _is_whole(read_meta(line.text, order)) else look(line.text, order)
            if leading and (meta := read_meta(line.text, order)) and _names_nobody(meta):
                above.append(meta)
            elif found:
                hits += 1
                draft = Draft(meta=found[0].joined(above.pop()) if above else found[0])
                draft.add(line, found[1])
                drafts.append(draft)
            elif drafts and (meta := read_meta(line.text, order)) and _names_nobody(meta):
                drafts[-1].meta = drafts[-1].meta.joined(meta)
                drafts[-1].touch(line.number)
            elif hits and look is inline_meta and not line.blank and (named := _NAMED.match(line.text)):
                draft = Draft(meta=Meta(author=named["name"], strong=True))
                draft.add(line, named["text"])
                drafts.append(draft)
            elif drafts and not line.blank:
                drafts[-1].add(line)
            else:
                draft = Draft()
                draft.add(line)
                drafts.append(draft)
        texts = [line for line in lines if not ((meta := read_meta(line.text, order)) and meta.strong)]
        if hits >= max(1, 0.5 * len(texts)) and hits > sum(draft.meta.author is not None for draft in best):
            best = drafts
    if not best:
        return []
    return _merged_strays(best)


def _is_whole(meta: Meta | None) -> bool:
    """Say whether a line is a headline with name, score and date, and no text."""
    if meta is None or meta.headline is None or meta.author is None:
        return False
    return not meta.headline.endswith((".", "…"))  # such a quotation is the text


def _names_nobody(meta: Meta | None) -> bool:
    """Say whether a line is a score or a date alone, above the text («★★★★») or below it («Posted on 3 May»)."""
    return meta is not None and meta.strong and meta.author is None


def _merged_strays(drafts: list[Draft]) -> list[Draft]:
    """A paragraph without a name of its own goes on the review before it."""
    whole: list[Draft] = []
    for draft in drafts:
        if draft.meta.author is None and whole and len(draft.texts) == 1:
            number, text, _ = draft.texts[0]
            whole[-1].texts.append((number, text, True))
            whole[-1].touch(number)
        else:
            whole.append(draft)
    return whole


def _completeness(drafts: Sequence[Draft]) -> float:
    """Say how well a reading fits: the share of author, rating and date that its reviews have on average."""
    texts = [draft for draft in drafts if draft.texts]
    return sum(draft.meta.has(name) for draft in texts for name in ("author", "rating", "date")) / max(1, len(texts))


def with_metas(lines: Sequence[Line], metas: dict[int, Meta | None]) -> list[Draft]:
    """Read reviews whose name, rating or date stand on lines of their own."""
    roles = [metas[id(line)] for line in lines]
    flags = [role if role and role.strong else None for role in roles]
    _take_for_headlines(flags)
    adopt(lines, roles, flags)
    ends_with_text = next((flag is None for flag in reversed(flags)), True)
    begins_with_text = flags[0] is None
    before = _meta_before(lines, flags)
    hang = begins_with_text and _hang_below(lines, flags)
    if begins_with_text and (hang or not ends_with_text):
        after = _meta_after(lines, flags)
        _take_headlines([draft for draft in after if draft.texts])
        if hang and _one_block_each(lines, flags):
            return after
        return after if _completeness(after) >= _completeness(before) else before
    return before


def _take_for_headlines(flags: list[Meta | None]) -> None:
    """«★★★ — Admirable» is no name on a page where others say «★★★★★ — "A headline"» and sign with a date below."""
    known = [flag for flag in flags if flag]
    if known and all(flag.headline and len(flag.headline) <= 40 and not flag.author for flag in known):
        flags[:] = [replace(flag, author=flag.headline, headline=None) if flag else None for flag in flags]
        return  # «100  The Harbour Ledger»: who else would have said it?
    headed = sum(flag is not None and flag.headline is not None and flag.author is None for flag in flags)
    signed = sum(flag is not None and flag.author is not None and flag.date is not None for flag in flags)
    for place, flag in enumerate(flags):
        if headed and signed > 1 and flag and flag.rating and flag.author and not flag.date:
            flags[place] = replace(flag, author=None, headline=flag.author)


def _hang_below(lines: Sequence[Line], flags: Sequence[Meta | None]) -> bool:
    """Say whether meta lines touch the text above them, and none the text below: the page's foot follows the last."""
    places = [place for place, flag in enumerate(flags) if flag and place]
    above = any(flags[place - 1] is None and not _opens(lines[place]) for place in places)
    below = any(flags[place + 1] is None and not _opens(lines[place + 1]) for place in places if place + 1 < len(flags))
    return above and not below


def _opens(line: Line) -> bool:
    """Say whether a line stands apart from the one above it: behind a blank line, or as the next item of a list."""
    return line.blank or bool(line.bullet)


def _one_block_each(lines: Sequence[Line], flags: Sequence[Meta | None]) -> bool:
    """Say whether one block of text stands between two metas: with headlines there are the text and the next one."""
    gaps: list[int] = []
    hanging = 0
    for place, (line, flag) in enumerate(zip(lines, flags, strict=True)):
        hanging += bool(flag and place and flags[place - 1] is None and not _opens(line))
        if flag:
            gaps.append(0)
        elif gaps:
            gaps[-1] += _opens(line)
    between = [count for count in gaps[:-1] if count]
    return hanging > 1 and bool(between) and all(count == 1 for count in between)


def signed_below(lines: Sequence[Line], metas: dict[int, Meta | None]) -> list[Draft]:
    """Read texts of which most end with «Hubert Lacey, Norwich», «faro_island» or «(faro_island)» on its own line."""
    flags: list[Meta | None] = [None] * len(lines)
    for place in range(1, len(lines)):
        line, role = lines[place], metas[id(lines[place])]
        if not ends_block(lines, place):
            continue
        said = SAID.search(lines[place - 1].text) and (INITIAL.search(line.text) or not SAID.search(line.text))
        if SENDER.fullmatch(line.plain) or ((said or line.text[:1] in "([") and is_name(role)):
            flags[place] = Meta(author=role.author if role else line.plain.split(",")[0], strong=True)
    signed = sum(flag is not None for flag in flags)
    if signed < 2 or signed < 0.6 * (1 + sum(line.blank for line in lines[1:])):
        return []
    return _meta_after(lines, flags)


def _meta_after(lines: Sequence[Line], flags: Sequence[Meta | None]) -> list[Draft]:
    drafts: list[Draft] = [Draft()]
    closed = False
    for line, meta in zip(lines, flags, strict=True):
        if meta:
            drafts[-1].meta = drafts[-1].meta.joined(meta)
            drafts[-1].touch(line.number)
            closed = True
        else:
            if closed:
                drafts.append(Draft())
                closed = False
            drafts[-1].add(line)
    return drafts


def _meta_before(lines: Sequence[Line], flags: Sequence[Meta | None]) -> list[Draft]:
    first = next(flag for flag in flags if flag)
    leading = first.primary
    drafts: list[Draft] = []
    current = Draft()
    headlined = flags[0] is None and flags[1:2] != [None] and len(lines[0].text) <= 100
    for place, (line, meta) in enumerate(zip(lines, flags, strict=True)):
        if meta is None:
            if headlined and _is_headline(lines, flags, place):
                drafts.append(current)
                current = Draft(headline=line.plain)
                current.touch(line.number)
            else:
                current.add(line)
            continue
        starts = (current.texts or current.meta.has(leading)) and (
            meta.has(leading) or (bool(current.texts) and current.meta.overlaps(meta))
        )
        again = not current.texts and meta.author is not None and meta.author == current.meta.author
        if starts and not again and not (current.headline and not current.texts):
            drafts.append(current)
            current = Draft()
        elif flags[place + 1 : place + 2] == [None] and _may_be_headline(current, meta, drafts):
            current.headline = current.texts.pop()[1]
        current.meta = current.meta.joined(meta)
        current.touch(line.number)
    drafts.append(current)
    found = [draft for draft in drafts if draft.texts]
    if not headlined:
        _take_headlines(found)
    return found


def _may_be_headline(draft: Draft, meta: Meta, before: Sequence[Draft]) -> bool:
    """A short line between the votes or the score above a review and its author is the headline, on all of a page."""
    one = len(draft.texts) == 1 and not draft.headline and all(other.headline for other in before)
    return one and draft.meta.author is None and meta.author is not None and len(draft.texts[0][1]) <= 120


def _is_headline(lines: Sequence[Line], flags: Sequence[Meta | None], place: int) -> bool:
    """A short line that begins a block and is followed by a meta line at once."""
    after = place + 1
    return (
        after < len(lines)
        and flags[after] is not None
        and not lines[after].blank
        and (lines[place].blank or place == 0)
        and len(lines[place].text) <= 120
    )


def _take_headlines(drafts: list[Draft]) -> None:
    """Where most reviews begin with a short line without a full stop before a longer text, it is their headline."""
    several = [draft for draft in drafts if len(draft.texts) > 1]
    titled = [draft for draft in several if _headline_like(draft.texts[0][1], draft.texts[1][1])]
    if not titled or len(titled) < 0.7 * len(drafts):
        return
    for draft in titled:
        draft.headline = draft.texts.pop(0)[1]


def _headline_like(text: str, following: str) -> bool:
    return len(text) <= 90 and len(text.split()) <= 14 and text[-1:] not in ".:;," and len(following) > len(text)


def alternating(lines: Sequence[Line]) -> list[Draft]:
    """Read pages that put each author on a line of its own before the text, with nothing else to tell them."""
    likeness = [name_likeness(line.plain) for line in lines]
    names = [place for place, points in enumerate(likeness) if points > 0.4]
    if len(names) < 2 or likeness[0] <= 0 or len(names) < 0.3 * len(lines):
        return []
    gaps = any(line.blank for line in lines[1:])
    drafts: list[Draft] = []
    open_name = False
    for place, (line, points) in enumerate(zip(lines, likeness, strict=True)):
        last = place == len(lines) - 1
        if not open_name and points > 0.4 and not last:
            drafts.append(Draft(meta=Meta(author=line.plain)))
            drafts[-1].touch(line.number)
            open_name = True
        elif open_name or (drafts and gaps and drafts[-1].meta.author):
            drafts[-1].add(line)
            open_name = False
        else:
            drafts.append(Draft())
            drafts[-1].add(line)
    named = sum(draft.meta.author is not None for draft in drafts)
    return drafts if named >= 0.6 * len(drafts) else []


def inline(lines: Sequence[Line], words: PageWords) -> list[Draft]:
    """Read lines on which the text follows the author without any mark between, or texts without authors."""
    firsts = [line.text.split(" ", 1)[0] for line in lines]
    handles = sum(is_handle(word) for word in firsts)
    opening = sum(
        fold(word.strip("\"'“”‘’.,!?*")).split("'")[0] in OPENERS or not word[:1].isalnum() for word in firsts
    )
    authored = (
        len(lines) > 1 and (handles >= 0.2 * len(lines) or opening < 0.35 * len(lines)) and opening < 0.6 * len(lines)
    )
    gaps = sum(line.blank for line in lines[1:])
    paragraphs = not authored and len(lines) > 3 and 0 < gaps < len(lines) - 1
    drafts: list[Draft] = []
    for line in lines:
        split = split_author(line.text, words) if authored and not line.bullet else None
        draft = Draft()
        if split:
            draft.meta = Meta(author=split.author)
            draft.add(line, _LEADING_DASH.sub("", split.text))
            draft.whole = line.text if split.open else ""
        elif drafts and paragraphs and not line.blank:
            drafts[-1].add(line)
            continue
        else:
            draft.add(line)
        drafts.append(draft)
    return drafts
