"""Dates in many notations and a dozen languages, as ISO 8601, as exact as they are written.

A date whose notation could mean two days (03/05/2014) is kept as written unless its document settles the
order (`date_order`). General date parsers guess there, and take longer to import than Matinee to start.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Order = Literal["dmy", "mdy"]
"""What comes first where a date is written in figures only."""

_MONTHS = """
january jan janvier janv januar jänner jan. enero ene gennaio gen janeiro leden ledna lednu styczen stycznia
    januari tammikuu tammikuuta ocak января январь янв sty
    januára януари января січня ianuarie ιανουαρίου siječnja јануар januara јануара
february feb février fevrier févr fevr februar febrero febbraio fevereiro fev unor unora unoru luty lutego
    februari helmikuu helmikuuta subat февраля февраль фев lut
    februára február februarie februara фебруар фебруара февруари лютого φεβρουαρίου veljače
march mar mars märz marz mär maerz marzo março brezen brezna breznu marzec marca maart mrt maaliskuu maaliskuuta
    mart марта март
    marts március márc marec martie maret березня μαρτίου ožujka
april apr avril avr abril abr aprile duben dubna dubnu kwiecien kwietnia kwi huhtikuu huhtikuuta nisan апреля
    апрель апр
    április ápr apríl apríla aprila априла април aprilie квітня απριλίου travnja
may mai mayo maggio mag maio kveten kvetna kvetnu maj maja mei toukokuu toukokuuta mayis мая май
    május máj mája maja маја травня μαΐου svibnja
june jun juin juni junio giugno giu junho cerven cervna cervnu czerwiec czerwca cze kesakuu kesakuuta haziran
    июня июнь июн
    június jún júna iunie juna јуни јуна юни червня ιουνίου lipnja
july jul juillet juil juli julio luglio lug julho cervenec cervence cervenci lipiec lipca lip heinakuu
    heinakuuta temmuz июля июль июл
    július júl júla iulie jula јули јула юли липня ιουλίου srpnja
august aug août aout agosto ago srpen srpna srpnu sierpien sierpnia sie augusti augustus elokuu elokuuta agustos
    августа август авг
    augusztus augusta avgusta август серпня αυγούστου kolovoza
september sep sept septembre septiembre settembre set setembro zari wrzesien wrzesnia wrz syyskuu syyskuuta
    eylul сентября сентябрь сен
    szeptember szept septembra septembrie septembar септембар септембри вересня σεπτεμβρίου rujna
october oct octobre oktober okt octubre ottobre ott outubro out rijen rijna rijnu pazdziernik pazdziernika paz
    lokakuu lokakuuta ekim октября октябрь окт
    október októbra octombrie oktobra oktobar октобар октомври жовтня οκτωβρίου
november nov novembre noviembre novembro listopad listopadu listopada lis marraskuu marraskuuta kasim ноября
    ноябрь ноя
    novembra noiembrie novembar новембар ноември листопада νοεμβρίου studenoga studenog
december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro prosinec prosince prosinci
    grudzien grudnia gru joulukuu joulukuuta aralik декабря декабрь дек
    decembra decembrie decembar децембар децембра декември грудня δεκεμβρίου prosinca desember
"""
"""The names and abbreviations of the months in two dozen languages, a month a line (and its indented lines)."""


@lru_cache(maxsize=1024)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).rstrip(".")


MONTHS = {
    _folded(name): place
    for place, names in enumerate(re.split(r"\n(?!\s)", _MONTHS.strip()), 1)
    for name in names.split()
}
"""Names and abbreviations of the months, folded, to their number. («listopad» is November in Czech and Polish.)"""

_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_OF = r"(?:\s+(?:of|de|del|d['’]))?"
_LINK = r"[\s,\u00a0.-]*\s?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?<!\d){_YEAR}-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)(?:[T ]\d\d?:\d\d\S*)?",
        rf"(?<!\d){_YEAR}(?P<gap>[./]\s?)(?P<month>[01]?\d)(?P=gap)(?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<month>[01]?\d)\s*[月월](?:\s*(?P<day>[0-3]?\d)\s*[日일])?",
        rf"(?<![\d.,/]){_DAY}[\s/-]?{_OF}\s*{_NAME}(?:\s+(?:de|del))?[/]?{_LINK}{_YEAR}(?!\d)",
        rf"(?<!\w){_NAME}{_LINK}{_DAY}(?:,|\s)\s*{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_LINK}{_NAME}{_LINK}{_DAY}(?!\d)",
        rf"(?<!\w){_NAME}(?:\s+(?:de|del|of))?{_LINK}{_YEAR}(?!-?\d)",
        rf"(?<![\d./-])(?P<one>[0-3]?\d)(?P<mark>[./-])\s?(?P<two>[0-3]?\d)(?P=mark)\s?{_YEAR}(?![\d./-]\d)",
    )
)
_ANY_YEAR = re.compile(r"(?:18|19|20|21)\d\d")
"""In every date but the shortest; the rest of their shapes takes far longer."""
_DIGITS = re.compile(r"\d\d")
_COMPACT = re.compile(rf"{_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)")
_SHORT = re.compile(r"(?<![\d./-])[0-3]?\d(?P<mark>[./-])[0-3]?\d(?P=mark)['’]?\d\d(?![\d./-])")
_TAIL = re.compile(
    r"\s*(?:[,T]|at|um|à|a las)?\s*\d{1,2}[:.h]\d\d(?:[:.]\d\d)?"
    r"\s*(?:[ap]\.?m\.?|uhr|gmt|utc|z|[+-]\d\d:?\d\d)*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,?\s+(?=\d|\w+\.?\s+\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    iso: str
    """ISO 8601, as exact as written; as written where `ambiguous`."""
    start: int
    end: int
    ambiguous: bool = False


_EXACT = re.compile(r"((?:18|19|20|21)\d\d)-(\d\d)-(\d\d)", re.ASCII)


def find_date(text: str, *, order: Order | None = None) -> FoundDate | None:
    """Return the first date in `text` that has a year."""
    if not _DIGITS.search(text):
        return None
    finds: list[FoundDate] = []
    for shape in _SHAPES if _ANY_YEAR.search(text) else ():
        for match in shape.finditer(text):
            found = _read(match, order)
            if found and len(match[0]) == len(text):
                return found  # no other begins sooner, none is longer
            if found:
                finds.append(found)
                break
    short = _SHORT.search(text)
    if short and not finds:
        return FoundDate(short[0], short.start(), short.end(), ambiguous=True)
    return min(finds, key=lambda found: (found.start, -found.end), default=None)


def parse_date(text: str, *, order: Order | None = None) -> str | None:
    """Return the date that `text` as a whole is (a weekday before and a time after it are allowed), else None.

    ISO 8601 as exact as written («2014», «2014-05», «2014-05-03»); as written where it could mean two days.
    """
    text = " ".join(text.split()).strip(" .,;()[]")
    exact = _EXACT.fullmatch(text)  # as most data has it
    if exact and (iso := _iso(int(exact[1]), int(exact[2]), int(exact[3]))):
        return iso
    if re.fullmatch(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _iso(int(compact["year"]), int(compact["month"]), int(compact["day"]))
    found = find_date(text, order=order)
    if found is None:
        return None
    before, after = text[: found.start], text[found.end :]
    if before and not _WEEKDAY.fullmatch(before + ("" if before.endswith(" ") else " ")) and not _weekday(before):
        return None
    if after and not _TAIL.fullmatch(after) and not re.fullmatch(r"\s*(?:г\.?|r\.?|roku|\(\w+\))", after):
        return None
    return found.iso


def date_order(texts: Iterable[str]) -> Order | None:
    """Return the order of day and month that a document's own dates prove, None where none or both are proven."""
    proven: set[Order] = set()
    for text in texts:
        for match in _SHAPES[-1].finditer(text):
            one, two = int(match["one"]), int(match["two"])
            if one > 12 >= two:
                proven.add("dmy")
            elif two > 12 >= one:
                proven.add("mdy")
    return proven.pop() if len(proven) == 1 else None


def _weekday(before: str) -> bool:
    return re.fullmatch(r"[^\W\d_]{2,14}[.,]?\s*", before) is not None


def _read(match: re.Match[str], order: Order | None) -> FoundDate | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if groups.get("one"):
        return _figures(match, year, order)
    if groups.get("name"):
        month = MONTHS.get(_folded(groups["name"]))
        if month is None:
            return None
    else:
        month = int(groups["month"])
    iso = _iso(year, month, int(groups["day"])) if groups.get("day") else _iso(year, month, None)
    return FoundDate(iso, match.start(), match.end()) if iso else None


def _figures(match: re.Match[str], year: int, order: Order | None) -> FoundDate | None:
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] == "." or one > 12 or order == "dmy":
        day, month = one, two
        if month > 12 and one <= 12:
            day, month = two, one
    elif two > 12 or order == "mdy":
        day, month = two, one
    elif one == two:
        day = month = one
    else:
        return FoundDate(match[0], match.start(), match.end(), ambiguous=True)
    iso = _iso(year, month, day)
    return FoundDate(iso, match.start(), match.end()) if iso else None


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        checked = date(year, month, day or 1)
    except ValueError:
        return None
    return checked.isoformat() if day else f"{checked.year:04d}-{checked.month:02d}"
