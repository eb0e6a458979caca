"""What repeats in a page's reviews: buttons below each, labels before each name, words between name and text.

No list knows every site's wording. But a site says the same of each of its reviews, so what stands in the same
place several times over and differs by nothing but figures is the site's and no reviewer's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from tui.readers.pages.lines import Line
from tui.readers.pages.meta import read_meta
from tui.readers.pages.names import is_handle, looks_like_name
from tui.readers.pages.vocabulary import LABELS, key
from tui.text.dates import parse_date
from tui.text.ratings import find_rating

SIGNED = "Author: "
"""What `recast` writes before the name of who wrote a review."""
LONGEST = 80
"""Characters above which a line is no button and carries no label."""
_FIGURE = re.compile(r"\d[\d.,]*[kKmM]?\b")
_SENTENCE = re.compile(r"\w{2}[.!…。！？][\"”“’'»«)]*$")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：|.!?]{0,23}?)\s*[:：]\s*(?P<value>\S.*)$")
_SAID = re.compile(r"(?P<head>[^\s:：\"“«„][^:：\"“«„]{1,68}[^\s:：\"“«„])\s{0,3}[:：]\s+(?P<text>\S.{7,})$", re.DOTALL)
_OF = re.compile(r"(?P<value>\d{1,2}(?:[.,]\d)?)\s+of\s+(?P<scale>4|5|10|100)")
_NUMBER = re.compile(r"(?:#|№\s?|no\.\s?|nr\.\s?)(?P<number>\d{1,3})[.:)]?\s+(?=\S)", re.IGNORECASE)
_MANY = 3
"""Lines that show what is the site's wherever they stand on its page."""
_COUNTING = re.compile(r"(?:[^\W\d_]+\s)?(?:#|№|no\.|nr\.)\s?\d{1,3}\W?", re.IGNORECASE)
_LEAD_MOST = 3
"""Words that stand before each name: «Comment from», «Posted by user»."""


def recast(lines: Sequence[Line]) -> list[Line]:
    """Return a page's reviews without the buttons and numbers that repeat, with labels written as others know them."""
    return _said(_led(_labelled(_numbered(without_buttons(_signed_as_letters(lines))))))


_CLOSING_WORDS = re.compile(
    r"(?:yours(?:\s+(?:sincerely|faithfully|truly|ever))?|(?:very\s+)?(?:sincerely|truly)\s+yours|sincerely|respectfully"
    r"|(?:with\s+)?(?:(?:kind|best|warm)(?:est)?\s+)?(?:regards|wishes)|mit\s+freundlichen\s+grüßen|cordialement"
    r"|atentamente|saludos|s\s+pozdravem|z\s+poważaniem|(?:distinti\s+)?saluti)\s*,?(?:(?<=,)\s+(?P<name>\S.*))?",
    re.IGNORECASE,
)
"""How a letter ends: «Yours faithfully, Ada Quill», with the name behind it or below."""


def _signed_as_letters(lines: Sequence[Line]) -> list[Line]:
    """Write «Yours, Ada Quill» as «— Ada Quill», where at least two reviews of a page are letters."""
    ends = {place: one for place, line in enumerate(lines) if (one := _CLOSING_WORDS.fullmatch(line.plain))}
    if len(ends) < 2:
        return list(lines)
    alone = {place for place, one in ends.items() if not one["name"]}
    found: list[Line] = []
    for place, line in enumerate(lines):
        name = ends[place]["name"] if place in ends else line.plain if place - 1 in alone else ""
        if name:
            found.append(replace(line, text=f"— {name}", blank=False))
        elif place not in alone:
            found.append(line)
    return found


def skeleton(text: str) -> str:
    """Return a line's words with every figure as «#»."""
    return _FIGURE.sub("#", " ".join(text.casefold().split()))


def without_buttons(lines: Sequence[Line]) -> list[Line]:
    """Leave out the lines that end the reviews of a page and say the same each time: «▲ 88 ▼ 3 Reply»."""
    ends = [place for place in range(1, len(lines)) if _is_button(lines[place])]
    counts = Counter(skeleton(lines[place].text) for place in ends)
    blocked = sum(line.blank for line in lines[1:]) + 1
    repeated = {place for place in ends if counts[skeleton(lines[place].text)] >= max(2, 0.4 * blocked)}
    numbered = {place for place, line in enumerate(lines) if (line.blank or not place) and _counts(line)}
    closing = {place for place in repeated if _closes(lines, place, repeated)}
    if len(closing) < len(repeated):
        closing = set()  # what stands above a text may be who wrote it
    gone = closing | numbered
    return [
        replace(line, blank=True) if place - 1 in numbered else line
        for place, line in enumerate(lines)
        if place not in gone
    ]


def without_unquoted(lines: Sequence[Line]) -> list[Line]:
    """Leave out the lines that stand alone without quotation marks on a page that quotes what everybody said."""
    opens = [place for place, line in enumerate(lines) if line.blank or not place]
    ends = [*opens[1:], len(lines)]
    whole = [start for start in opens if lines[start].text[:1] in _OPENING and lines[start].text[-1:] in _CLOSING]
    if len(whole) < _MANY or len(whole) < 0.6 * len(opens):
        return list(lines)
    alone = [start for start, end in zip(opens, ends, strict=True) if end == start + 1 and start not in whole]
    calls = {start for start in alone if read_meta(lines[start].text) is None}
    return [line for place, line in enumerate(lines) if place not in calls]


_OPENING, _CLOSING = '"“«„', '"”»“'


def _counts(line: Line) -> bool:
    """Say whether a line does nothing but count the reviews: «REVIEW #2»."""
    return bool(_COUNTING.fullmatch(line.text))


def _is_button(line: Line) -> bool:
    text = line.text
    if len(text) > LONGEST or _SENTENCE.search(text) or line.level:
        return False
    if "#" not in skeleton(text) and len(text.split()) < 2:
        return False  # one word may be a name
    meta = read_meta(text)
    return meta is None or not (meta.strong or is_handle(meta.author or "") or looks_like_name(text))


def _closes(lines: Sequence[Line], place: int, repeated: set[int]) -> bool:
    after = place + 1
    return after == len(lines) or lines[after].blank or after in repeated


def _numbered(lines: Sequence[Line]) -> list[Line]:
    """Take the numbers off that count a page's reviews: «#1 swing_in_snow», «#2 Ottmar Zeiss»."""
    found = _matches(_NUMBER, lines)
    counted = [int(one["number"]) for one in found.values()]
    if len(found) < 2 or any(after - before not in (1, -1) for before, after in pairwise(counted)):
        return list(lines)
    return [
        replace(line, text=line.text[found[place].end() :]) if place in found else line
        for place, line in enumerate(lines)
    ]


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """Write «Guest: room238», said of each review, as «Author: room238», by what all of its values are."""
    found = _matches(_LABEL, [line if len(line.text) <= LONGEST else None for line in lines])
    values: dict[str, list[str]] = {}
    for one in found.values():
        values.setdefault(key(one["label"]), []).append(one["value"])
    meanings = {label: _meaning(label, said) for label, said in values.items() if len(said) > 1}
    if sum(meaning == "Author" for meaning in meanings.values()) > 1:
        return list(lines)
    return [_relabelled(line, found.get(place), meanings) for place, line in enumerate(lines)]


def _meaning(label: str, values: Sequence[str]) -> str:
    known = LABELS.get(label)
    if known in ("author", "date", "text", "headline"):
        return ""
    if all(_OF.fullmatch(value) or find_rating(value) for value in values):
        return "Rating"
    if known == "rating":
        return ""
    if all(parse_date(value) for value in values):
        return "Date"
    return "Author" if len(set(values)) > 1 and all(_may_sign(value) for value in values) else ""


def _may_sign(value: str) -> bool:
    return len(value) <= 40 and len(value.split()) <= 5 and not _SENTENCE.search(value) and not value.isdecimal()


def _relabelled(line: Line, found: re.Match[str] | None, meanings: dict[str, str]) -> Line:
    meaning = meanings.get(key(found["label"])) if found else ""
    if not found or not meaning:
        return line
    of = _OF.fullmatch(found["value"])
    value = f"{of['value']}/{of['scale']}" if of else found["value"]
    return replace(line, text=f"{meaning}: {value}")


def _led(lines: Sequence[Line]) -> list[Line]:
    """Write «Comment from shirley, posted 2 August», where the reviews all begin so, as «by shirley, 2 August»."""
    opens = [place for place, line in enumerate(lines) if (line.blank or not place) and _leads(line)]
    first = Counter(lines[place].plain.split()[0].casefold() for place in opens).most_common(1)
    alike = [place for place in opens if first and lines[place].plain.split()[0].casefold() == first[0][0]]
    lead = _shared([lines[place].plain.split()[:_LEAD_MOST] for place in alike])
    if len(alike) < 2 or not lead or all(_names_behind(lines[place], lead[0]) for place in alike):
        return list(lines)
    found = list(lines)
    for place in alike:
        rest = " ".join(lines[place].plain.split()[len(lead) :])
        meta = read_meta(f"by {rest}")
        if meta is None or meta.author is None or (len(alike) < len(opens) and not (meta.rating or meta.date)):
            return list(lines)
        found[place] = replace(lines[place], text=f"by {rest}")
    return found


def _names_behind(line: Line, lead: str) -> bool:
    """Say whether a line is known to name somebody behind its first word: «Review by Ada»."""
    meta = read_meta(line.plain)
    return meta is not None and meta.author is not None and not meta.author.startswith(lead)


def _leads(line: Line) -> bool:
    return len(line.text) <= LONGEST and line.plain[:1].isalpha() and not _SENTENCE.search(line.text)


def _shared(heads: Iterable[Sequence[str]]) -> list[str]:
    """Return the first words that all have in common."""
    columns = list(zip(*heads, strict=False))
    alike = takewhile(lambda words: len({word.casefold() for word in words}) == 1, columns)
    return [words[0] for words in alike]


def _said(lines: Sequence[Line]) -> list[Line]:
    """Write «Perdita gives it 10: …», «Ned gives it 6: …» as «by Perdita | 10/10: …»: what is alike is the site's."""
    found = {place: one for place, one in _matches(_SAID, lines).items() if len(one["head"].split()) > 1}
    last = Counter(skeleton(one["head"].split()[-1]) for one in found.values()).most_common(1)
    found = {place: one for place, one in found.items() if skeleton(one["head"].split()[-1]) == last[0][0]}
    begun = sum(line.blank or bool(line.bullet) for line in lines[1:]) + 1
    if len(found) < 2 or (len(found) < _MANY and len(found) < 0.6 * (begun if begun > 1 else len(lines))):
        return list(lines)
    heads = {place: one["head"].split() for place, one in found.items()}
    said = _shared([[skeleton(word) for word in reversed(words)] for words in heads.values()])
    names = {place: " ".join(words[: len(words) - len(said)]) for place, words in heads.items()}
    plain = said and not any(character in word for word in said for character in "()[]/★*,|")
    if not plain or len(set(names.values())) < 2 or not all(map(looks_like_name, names.values())):
        return list(lines)
    whole = list(lines)
    for place, one in found.items():
        score = next((word for word in heads[place][-len(said) :] if word.isdecimal() and int(word) <= 10), "")
        scored = f" | {score}/10" if score else ""
        whole[place] = replace(lines[place], text=f"by {names[place]}{scored}: {one['text']}")
    return whole


def _matches(shape: re.Pattern[str], lines: Sequence[Line | None]) -> dict[int, re.Match[str]]:
    return {place: one for place, line in enumerate(lines) if line and (one := shape.match(line.text))}
