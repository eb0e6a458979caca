"""Meta parts that share a line with the text: «Ada Quill wrote on 3 May: …», «… (Ada Quill, October 2005)»."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.readers.pages.bylines import SENDER
from tui.readers.pages.meta import AGO, TIME, Meta, read_meta
from tui.readers.pages.names import name_likeness
from tui.text.dates import Order
from tui.text.wordsets import phrases

_PREFIXED = re.compile(r"(?P<meta>[^:：]{2,110}?(?:\d{1,2}:\d\d[^:：]{0,20})?)\s*[:：]\s+(?P<text>\S.*)$", re.DOTALL)
_BRACKETS_FIRST = re.compile(r"\[(?P<meta>[^\[\]]{2,60})\][\s:]+(?P<text>\S.*)$", re.DOTALL)
_SCORED_FIRST = re.compile(
    r"(?P<name>[^\W\d][^()\[\].!?:]{1,36}?)\s*[(\[](?P<meta>[^()\[\]]{1,30})[)\]][:,]?\s+(?P<text>\S.{8,})$", re.DOTALL
)
_NO_ONE = phrases(
    "sir|madam|dear sir|dear editor|to the editor|note|nb|ps|p.s|update|edit|warning|spoiler|spoilers|pros|cons|verdict"
    "|bottom line|summary|plot|conclusion|fazit|achtung|hinweis|pro|contra|attention|nota|nb|tl;dr|tldr|review|story"
)
"""What stands before a dash or a colon and is nobody's name."""
_DASHED = re.compile(r"(?P<meta>.{2,80}?)\s+(?:—|–|--|-)\s+(?P<text>\S.*)$", re.DOTALL)
_BARRED = re.compile(r"(?P<meta>.{2,140})\s*[|·•]\s*(?P<text>[^|]{12,})$", re.DOTALL)
_BRACKETED = re.compile(r"(?P<text>.{8,}?[\w.!?…\"”’')*])\s*[(\[](?P<meta>[^()\[\]]{2,90})[)\]]\s*$", re.DOTALL)
_SIGNED = re.compile(
    r"(?P<text>.{8,}[.!?…\"”’')*])\s*(?:—|–|--|―|~|\s-)\s*(?P<meta>(?:[^.!?]|(?<=\b[A-Z])\.|(?<=\b(?:Dr|Mr|Ms|St|Jr))\.|(?<=\bMrs)\.){2,100})$",
    re.DOTALL,
)
_QUOTED = re.compile(r"(?P<text>[\"“«„][^\"“”«»„]{8,}[\"”»“])\s*,?\s+(?P<meta>[^\W\d][^!?\"“”«»]{1,60})$")
"""«"It hums." Ada Quill, Hull.»"""


_SCORE_AHEAD = re.compile(r"(?P<score>\d{1,3}(?:[.,]\d)?/\d{1,3}|[★☆½]{1,6}|\*{1,5}½?)\s*[:–—-]?\s+(?=[\"“«„])")
"""«8/10 "It hums." - Ada Quill»."""


def inline_meta(line: str, order: Order | None = None) -> tuple[Meta, str] | None:
    """Return meta and text of «NAME wrote on DATE: text», «NAME (8/10): text», «NAME | 8/10 | text»."""
    for shape, needs_strong in ((_BRACKETS_FIRST, False), (_PREFIXED, False), (_BARRED, True), (_DASHED, True)):
        found = shape.match(line)
        if not found or len(found["text"]) < 2:
            continue
        meta = read_meta(found["meta"].strip(), order)
        if meta is None or not meta.author or meta.only_votes or meta.author.casefold() in _NO_ONE:
            continue
        named = meta.strong or (not needs_strong and name_likeness(meta.author) > 0.4)
        if not re.search(r"\w", AGO.sub("", TIME.sub("", found["text"]))):
            continue  # «NAME · 2 years ago» has no text behind it
        behind = read_meta(found["text"].strip(), order)
        if named and len(found["text"]) > 2 and (behind is None or (meta.rating and not behind.strong)):
            return replace(meta, strong=True), found["text"].strip()
    return _scored_first(line, order)


def _scored_first(line: str, order: Order | None) -> tuple[Meta, str] | None:
    """Read «Mum of twins (5/5) I had been told …»: whatever stands before a score in brackets is who gave it."""
    found = _SCORED_FIRST.match(line)
    meta = read_meta(found["meta"], order) if found and len(found["name"].split()) < 5 else None
    if not found or not meta or not meta.rating or meta.author or meta.date or read_meta(found["text"], order):
        return None
    return replace(meta, author=found["name"].strip(), strong=True), found["text"]


def trailing_meta(line: str, order: Order | None = None) -> tuple[Meta, str] | None:
    """Return meta and text of «text (NAME, October 2005)» and «text — NAME»."""
    ahead = _SCORE_AHEAD.match(line)
    if ahead and (score := read_meta(ahead["score"])) and (behind := trailing_meta(line[ahead.end() :], order)):
        return behind[0].joined(score), behind[1]
    for shape in (_BRACKETED, _SIGNED, _QUOTED):
        found = shape.match(line[:100_000])
        if not found:
            continue
        mark = "" if shape is _BRACKETED else "— "
        mark = "— " if SENDER.fullmatch(found["meta"].strip()) else mark
        meta = read_meta(mark + found["meta"].strip(), order)
        if meta and meta.author and (meta.strong or name_likeness(meta.author) > 0):
            return replace(meta, strong=True), found["text"].strip()
    return None
