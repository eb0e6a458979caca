"""The page's own lines among its reviews: a heading that was not known as one, its foot, a call between two reviews."""

from __future__ import annotations

import re

from tui.readers.pages.drafts import Draft

Text = tuple[int, str, bool]
"""A text's line, its words, and whether a blank line stands before it."""
_ENDS = re.compile(r"[.!?…。！？][\"”“’'»«)\]*_]*(?:\s+\([^()]*\d\))?\s*$|[\U0001f300-\U0001faff]$|[:;]-?[)(DP]$")
"""How a text ends, and a link or a title does not."""
_OWN = re.compile(
    r"^\W*(?:p\.?\s?s\b|edit\b|update\b)|\b(?:I|I['’]\w+|me|my|ich|mein\w*|j['’]\w+|mon|yo|mój|moj[ae]|můj)\b",
    re.IGNORECASE,
)
"""With a postscript or as himself speaks who wrote a review, not the page's foot."""
FOOT_MOST = 110
"""Characters above which a line is no foot of a page."""
_ADDRESSES = re.compile(
    r"\b(?:tell\s+us|have\s+you\s+seen|have\s+your\s+say|what\s+did\s+you|do\s+you\s+agree|rates?\s+appl\w*"
    r"|subscribe|sign\s+up|join\s+(?:us|our)|our\s+(?:site|shop|team|app|newsletter)|this\s+(?:page|site)"
    r"|terms\s+(?:&|and)\s+conditions|(?:tickets?|ticket\s+prices?|prices|letters|reviews|comments|opinions|ratings)\s+"
    r"(?:\w+\s+){0,3}?(?:may|are|is|include|must|will|should|can)\b|\b(?:kept|available|on\s+sale|posted)\s+(?:at|in)"
    r"\s+(?:the|our)\b|\b(?:call|ring|phone|contact|visit)\s+(?:us|our)\b|\bno\s+part\s+of\b|\bviews\s+expressed\b|\b(?:the\s+)?next\s+(?:screening|issue|meeting)\b"
    r"|\b(?:doors|bar)\s+opens?\b|\bmembers\s+(?:get|pay|enter)\b|\b(?:last|page)\s+(?:updated|modified|compiled)\b"
    r"|\bcompiled\s+(?:by|from)\b|\b(?:data|information|details)\s+(?:from|by|supplied|provided|courtesy)\b"
    r"|\bpara\s+comentar|\bhay\s+que\b.{0,30}\bregistrad|\bper\s+commentare|\bpour\s+commenter|\bum\s+zu\s+kommentieren"
    r"|\b(?:send\s+(?:us|yours?)|write\s+(?:to|for)\s+us|should\s+not\s+exceed|words\s+or\s+fewer|want\s+to\s+\w+\s+for"
    r"|scores?\s+are|subject\s+to\s+(?:change|availability|alteration)|must\s+be\s+(?:accompanied|collected|returned|booked|sent)"
    r"|(?:scores?|marks?|ratings?)\s+=\s+\w+|per\s+person,\s+please)\b|möchten\s+sie|sie\s+möchten|melden\s+sie|schreiben\s+sie|vous\s+(?:voulez|souhaitez|pouvez)"
    r"|écrivez|envoyez|connectez|escríbenos|envía(?:nos)?|¿quieres|scrivi(?:ci|te)|inviaci|vuoi\s|napište|chcete|napisz|chcesz"
    r"|sagen\s+sie|dites-nous|partagez|condividi\w*|compártel\w+|ohne\s+gewähr)\b",
    re.IGNORECASE,
)
"""Words with which a page turns to its reader and a reviewer seldom ends."""


def trim_head(drafts: list[Draft]) -> None:
    """Take off a heading that was not known as one («POSTS»): a word or two above authors who all are named."""
    if len(drafts) < 2 or any(draft.meta.author is None for draft in drafts[1:]):
        return
    first = drafts[0]
    text = first.texts[0][1]
    bare = not any(first.meta.has(name) for name in ("author", "rating", "date"))
    if bare and len(first.texts) == 1 and len(text.split()) <= 3 and not _ENDS.search(text):
        drafts.pop(0)


def trim_feet(drafts: list[Draft]) -> list[Text]:
    """Take the page's foot («Top stories», «1 2 3 … Next») off the last review, where all others end in sentences.

    Returns:
        What was taken off. A sentence is only where its words turn to the page's reader, where it stands apart
        on a page whose other reviews are all of one paragraph, or where it stands alone and nobody gave or signed it
        on a page where everybody else did.
    """
    taken = _calls_between(drafts)
    ends = [bool(_ENDS.search(draft.texts[-1][1])) for draft in drafts[:-1]]
    if not ends or sum(ends) < 0.8 * len(ends):
        return taken
    single = all(len(draft.texts) == 1 for draft in drafts[:-1])
    last = drafts[-1]
    foot = [] if _signed_below(last) else last.texts[_foot_of(last, single=single, several=len(drafts) > _SEVERAL) :]
    if foot:
        del last.texts[-len(foot) :]
        last.last = last.texts[-1][0]
    usual = [name for name in ("author", "rating", "date") if all(draft.meta.has(name) for draft in drafts[:-1])]
    foreign = any(not last.meta.has(name) for name in usual)
    unsigned = len(usual) > 1 and not foot and not any(last.meta.has(name) for name in usual)
    bare = unsigned and len(last.texts[0][1]) <= FOOT_MOST
    if len(last.texts) == 1 and foreign and (bare or _is_foot(last.texts[0][1], single=single)):
        foot = drafts.pop().texts + foot
    return taken + foot


_SEVERAL = 2
"""Reviews of which two alone do not show how all of a page's are set."""


def _foot_of(last: Draft, *, single: bool, several: bool) -> int:
    """Return where in the last review the page's foot begins, its end where there is none."""
    end = len(last.texts)
    if single:
        apart = [place for place, (_, _, blank) in enumerate(last.texts) if place and blank]
        end = next((place for place in apart if _is_link_like(last.texts[place][1])), end)
        below = [text for _, text, _ in last.texts[apart[0] :]] if apart else []
        if several and below and all(len(text) <= FOOT_MOST and not _OWN.search(text) for text in below):
            end = min(end, apart[0])
    while end > 1 and _is_foot(last.texts[end - 1][1], single=single):
        end -= 1
    return end


def _calls_between(drafts: list[Draft]) -> list[Text]:
    """Take off what stands apart below a review and is no sentence, where all else is: «Promoted · The snack box»."""
    taken: list[Text] = []
    firsts = [draft.texts[0][1] for draft in drafts]
    if len(drafts) <= _SEVERAL or sum(map(bool, map(_ENDS.search, firsts))) < 0.6 * len(firsts):
        return taken
    several = (draft for draft in filter(_signed_below, drafts) if len(draft.texts) > 1)
    taken += [draft.texts.pop(0) for draft in several if draft.texts[1][2] and _is_call(draft.texts[0][1])]
    for draft in drafts[:-1]:
        _, text, blank = draft.texts[-1]
        if len(draft.texts) > 1 and blank and _is_call(text):
            taken.append(draft.texts.pop())
            draft.last = draft.texts[-1][0]
    return taken


def _signed_below(draft: Draft) -> bool:
    """Say whether who wrote a review stands below it, so that it holds no foot of the page."""
    return draft.meta.author is not None and draft.last > draft.texts[-1][0]


def _is_call(text: str) -> bool:
    return len(text) <= FOOT_MOST and not _ENDS.search(text)


def _is_link_like(text: str) -> bool:
    return len(text) <= FOOT_MOST // 2 and not _ENDS.search(text)


def _is_foot(text: str, *, single: bool) -> bool:
    if len(text) > FOOT_MOST:
        return False
    return not _ENDS.search(text) or (single and bool(_ADDRESSES.search(text)))
