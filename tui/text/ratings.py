"""Ratings in whatever notation: read as value and scale, kept as written where those would not say it.

«7.2/10», «7,2 von 10», «3½ out of 4», «★★★½», «****/5», «72 %», «B+», «Metascore 68», «fresh».
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.models import Plain, Rating
from tui.text.cleaning import clean_line
from tui.text.numerals import WORDS, number

GRADES = ("F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+")
"""School grades from the worst to the best: a grade's value is its place, the scale ends at A+."""
VERDICTS = {"fresh": 1.0, "certified fresh": 1.0, "rotten": 0.0, "thumbs up": 1.0, "thumbs down": 0.0}
"""Words that judge without a scale; out of 1."""
_OUT_OF = r"/|⁄|∕|out\s+of(?:\s+a\s+possible)?|von|sur|sobre|de|di|su|na|av|z|ze|из|van|op|em"
_VALUE = r"\d{1,3}(?:[.,]\d{1,2})?(?:\s?[½¼¾]|\s1/2(?!\d))?|[½]|" + "|".join(WORDS)
_SCALE = "10|100|20|12|[4-6]|five|four|ten"
_SCALED = re.compile(rf"(?:{_OUT_OF})\s*(?:{_SCALE})", re.IGNORECASE)
"""The second half of every fraction."""
_FRACTION = re.compile(
    rf"(?<![\d.,/])(?P<value>{_VALUE})\s*(?:★|⭐️?|stars?|points?)?\s*(?P<open>\()?(?P<of>{_OUT_OF})\s*"
    rf"(?P<scale>{_SCALE})(?:[.,]0)?(?![\d½]|[.,/]\d)"
    rf"\s*(?P<unit>(?:★|⭐️?|stars?|points?|punkten?|sterne?n?|[ée]toiles?|estrellas|gwiazdek|hvězdiček)(?!\w))?(?(open)\s*\))",
    re.IGNORECASE,
)
_STARS = re.compile(
    r"(?P<full>(?:[★⭐🌟]\ufe0f?\s?){1,10})(?P<half>½|⯨|⯪|1/2|\.5|\+)?(?P<empty>(?:[☆✩✰]\s?){0,10})(?![★⭐\d/])"
    r"|(?<![\d*]\s)(?<![\d*])(?P<half_only>½)(?![\w/])|(?P<none>[☆✩✰]{4,10})"
)
_ASTERISKS = re.compile(r"(?<![*\w])(?P<full>\*{1,5})\s?(?P<half>½|1/2)?(?![*\w])")
_ASTERISKS_OF = re.compile(
    rf"{_ASTERISKS.pattern}(?:\s*\(?(?:out\s+of|of|/)\s*(?P<of>\*{{4,6}}|four|five|[456])(?:\s+stars)?\)?)?"
)
"""«***½», «***1/2 (out of ****)», «*** (of four)»."""
_PERCENT = re.compile(
    r"(?<![\d.,])(?P<value>100|\d{1,2}(?:[.,]\d{1,2})?)\s?(?:[%％]|per\s?cent|Prozent|pour\s?cent|por\s?ciento|procent)(?!\w)"
)
_STAR_WORDS = re.compile(
    rf"(?<![\w.,])(?P<value>{_VALUE})(?P<half>\s+and\s+a\s+half)?[\s-]*(?P<unit>(?:stars?|sterne?|[ée]toiles?|estrellas?|stelle|gwiazdk[ai]|"
    r"gwiazdek|hvězdičk[ay]|hvězdiček|estrelas?|つ星)(?!\w)|[★⭐])",
    re.IGNORECASE,
)
_STAR_STEMS = ("star", "ster", "toile", "estrel", "stel", "gwiazd")
"""One of these is in every word for stars that has no accents."""
_GRADE = re.compile(r"(?<![\w'’.-])[A-DF](?:[+\-−–](?![\w]))?(?![\w'’.])")
_METASCORE = re.compile(r"\bmeta\s?score\b\D{0,12}?(?P<value>100|\d{1,2})(?!\d|[.,]\d)", re.IGNORECASE)
_BARE = re.compile(rf"(?P<value>{_VALUE})", re.IGNORECASE)
_VOTES = re.compile(
    r"\(?\s*(?P<count>\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d++)\s*+(?P<kilo>[KkMm])?\s*+(?:\w+\s)?"
    r"(?:votes?|ratings?|Stimmen|hodnocení|ocen|oceny|votos|voti|voturi|avis|notes?|avaliações|hlasů|głosów|głosy|głos|голосов|оценок|人评价|röster|stemmen)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class FoundRating:
    """A rating and where in the text it stands."""

    rating: Rating
    start: int
    end: int


def find_rating(text: str, *, by: str = "") -> FoundRating | None:
    """Return the first rating whose notation names its own scale (a fraction, stars, a percentage, a Metascore)."""
    # each looks first for what its notation cannot do without: most texts hold no rating, and are told apart so
    finds = [found for look in (_metascore, _fraction, _stars, _star_words, _percent) if (found := look(text, by))]
    first = min(finds, key=lambda found: (found.start, -found.end), default=None)
    return _restated(first, text, by) if first else None


_RESTATED = re.compile(
    rf"\s{{0,3}}\(?\s?(?:(?P<value>\d{{1,2}}(?:[.,]\d{{1,2}})?)(?![\d%]))?\s*"
    rf"(?:(?:{_OUT_OF}|of)\s*(?P<scale>four|five|ten|4|5|6|10)(?!\w|[.,/]\d))?",
    re.IGNORECASE,
)
"""What may stand behind stars and say them again: «★★★ (3 von 6)», «★★★★ (out of four)», «★★★★☆ 4.2»."""


def _restated(first: FoundRating, text: str, by: str) -> FoundRating:
    """Return a rating in stars by the figures behind it, which are more exact and may name another scale."""
    shown = text[first.start : first.end]
    found = _RESTATED.match(text, first.end) if _STARS.fullmatch(shown) or _STAR_WORDS.fullmatch(shown) else None
    value, scale = (number(found["value"] or ""), number(found["scale"] or "")) if found else (None, None)
    counted = value is not None and not scale and "." not in found["value"].replace(",", ".") if found else False
    if (
        not found
        or (value is None and not scale)
        or counted
        or abs((value or first.rating.value) - first.rating.value) >= 1
    ):
        return first  # a figure that counts votes, or another rating
    end = found.end() + (text[found.end() : found.end() + 1] == ")" and "(" in found[0])
    value = first.rating.value if value is None else value
    rating = _made(value, scale or first.rating.out_of, text[first.start : end], by)
    return FoundRating(rating, first.start, end) if rating else first


def parse_rating(text: str, *, scale: float | None = None, by: str = "") -> Rating | None:
    """Return the rating that `text` as a whole is; None where it is more or something else.

    Args:
        text: a field's value: «8», «8/10», «B+», «****½», «fresh».
        scale: what a number without a scale of its own is out of; without it such a number is no rating.
        by: whose rating it is.
    """
    text = clean_line(text).strip(" ()[]:")
    text += ")" * (text.count("(") - text.count(")"))  # «8.1 (out of 10)»
    found = find_rating(text, by=by)
    if found and found.start == 0 and found.end == len(text):
        return found.rating
    if (verdict := VERDICTS.get(text.casefold())) is not None:
        return Rating(value=verdict, out_of=1, written=Plain(text), by=by)
    grade = text.replace("−", "-").replace("–", "-").upper()
    if grade in GRADES:
        return Rating(value=GRADES.index(grade), out_of=len(GRADES) - 1, written=Plain(text), by=by)
    asterisks = _ASTERISKS_OF.fullmatch(text)
    if asterisks:
        stars = len(asterisks["full"]) + (0.5 if asterisks["half"] else 0)
        of = asterisks["of"] or ""
        return _made(stars, number(of) or len(of) or (5 if stars > 4 else scale or 5), text, by)
    if scale and _BARE.fullmatch(text) and (value := number(text)) is not None and 0 <= value <= scale:
        return _made(value, scale, "", by)
    return None


def find_grade(text: str) -> FoundRating | None:
    """Return the first school grade in a short text; «A» alone may be an article, so ask only where a grade is due."""
    for found in _GRADE.finditer(text):
        if rating := parse_rating(found[0]):
            return FoundRating(rating, found.start(), found.end())
    return None


def find_votes(text: str) -> int | None:
    """Return the number of votes: «1,234 votes», «12K ratings»."""
    found = _VOTES.search(text)
    if not found:
        return None
    count = int(re.sub(r"\D", "", found["count"]))
    return count * {"k": 1000, "m": 1_000_000}.get((found["kilo"] or "").lower(), 1)


def _made(value: float, out_of: float, written: str, by: str) -> Rating | None:
    if not 0 <= value <= out_of:
        return None
    return Rating(value=value, out_of=out_of, written=clean_line(written), by=by)


def _found(found: re.Match[str], value: float, out_of: float, written: str, by: str) -> FoundRating | None:
    rating = _made(value, out_of, written, by)
    end = found.start() + len(found[0].rstrip())
    return FoundRating(rating, found.start(), end) if rating else None


def _fraction(text: str, by: str) -> FoundRating | None:
    if "/" not in text and not _SCALED.search(text):
        return None  # most texts, told apart in half the time
    for found in _FRACTION.finditer(text):
        value, scale = number(found["value"]), number(found["scale"])
        if found["of"].isalpha() and scale == 6 and not found["unit"]:
            continue  # «5 of 6 users» counts people
        if value is not None and scale and (made := _found(found, value, scale, "", by)):
            return made
    return None


def _stars(text: str, by: str) -> FoundRating | None:
    found = None if text.isascii() else _STARS.search(text)
    if not found:
        return None
    full = len(re.findall("[★⭐🌟]", found["full"] or ""))
    half = 0.5 if found["half"] or found["half_only"] else 0.0
    empty = len(re.findall("[☆✩✰]", (found["empty"] or "") + (found["none"] or "")))
    rest = text[found.end() :]
    if full == 1 and not half and not empty and re.match(r"\s*\d", rest):
        return None  # «★ 7.2»: a label, the number is the rating
    shown = full + (1 if half else 0) + empty
    scale = 10 if shown > 5 else 4 if empty and shown == 4 else 5
    return _found(found, full + half, scale, found[0], by)


def _star_words(text: str, by: str) -> FoundRating | None:
    folded = text.lower()
    if folded.isascii() and not any(stem in folded for stem in _STAR_STEMS):
        return None
    for found in _STAR_WORDS.finditer(text):
        value = number(found["value"])
        if value is not None and value <= 10:
            value += 0.5 if found["half"] else 0.0
            return _found(found, value, 5 if value <= 5 else 10, found[0], by)
    return None


def _percent(text: str, by: str) -> FoundRating | None:
    found = _PERCENT.search(text) if any(mark in text for mark in ("%", "％", "cent", "zent", "ciento")) else None
    return _found(found, number(found["value"]) or 0.0, 100, found[0], by) if found else None


def _metascore(text: str, by: str) -> FoundRating | None:
    found = _METASCORE.search(text) if "score" in text.lower() else None
    return _found(found, float(found["value"]), 100, "", by or "metascore") if found else None
