"""From a cell to a value: cached, because tables say the same thing a million times."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from tui.models import Note, Plain, Rating
from tui.text import clean, clean_line
from tui.text.dates import Order, parse_date
from tui.text.languages import language_codes
from tui.text.markup import tidy_lines, unmark_bbcode, unmark_html
from tui.text.ratings import parse_rating
from tui.text.titles import display_title, is_year, split_year

Cell = str | Sequence[str]
"""A value as the document has it; a JSON or YAML list stays one."""
NOTHING = frozenset({"", "n/a", "na", "nan", "none", "null", "\\n", "\\\\n", "-", "--", "unknown", "tbd", ".nan",
                     "undefined", "not available", "(no genres listed)"})  # fmt: skip
_SHORT_NAME = 60
_LONGEST_NOTHING = max(map(len, NOTHING))
_FORMULA = frozenset("=+-@")
_EDGES = {"F+": 0.5, "F-": 0.0, "E": 0.5, "E+": 0.75, "E-": 0.25, "D--": 0.75, "A++": 12.0}
"""Grades that some people give beside the usual ones, on the same scale (F is 0, D- is 1, A+ is 12)."""
_STARS = {"力荐": 5.0, "推荐": 4.0, "还行": 3.0, "较差": 2.0, "很差": 1.0, "odpad!": 0.0, "odpad": 0.0}
"""Words for stars: Douban's, and ČSFD's for none."""
_NAMED_STARS = re.compile(r"STAR_([0-5])(?:_([05]))?")
"""Stars as Rotten Tomatoes' users give them: «STAR_4_5»."""
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d|21\d\d)(?:\.0)?(?!\d)")
_BROKEN_YEAR = re.compile(r"\(\s*(\d[\d ]{2,8}\d)\s*\)\s*$")
_SEMICOLON = re.compile(r"; (The|An?|L[ae']|Les|Der|Die|Das|El|Il|Los)$")
"""A comma that a converter of tables took away: «Matrix; The»."""
_CTIME = re.compile(r"\w{3} (\w{3} +\d{1,2}) \d\d:\d\d:\d\d (?:\w+ )?(\d{4})")
"""«Wed Jan  1 00:00:00 2020», as C's `ctime` writes it."""
_TWO_FIGURES = re.compile(r"(\d{1,2}([./-])(?:\d{1,2}|[^\W\d_]{3})\2)['’]?(\d\d)(?=\s|,|$)")
"""A day whose year has two figures: «12/25/18», or «25-Dec-18» as Excel writes it."""
_SPARE_NOUGHT = re.compile(r"\d\d-\d\d-0\d{4}")
"""«06-13-01980», as a program writes it that was told to give the year five figures."""
_MONTH_DAY = re.compile(r"([01]?\d) ([0-3]?\d), (\d{4})")
"""«02 26, 2008», as Amazon's reviews have it."""
_BLANK = re.compile(r"\{\{.*\}\}|<%.*%>|\{%.*%\}")
"""What a template has where a note has a title."""
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?")
"""A day as spreadsheets count them, from the end of 1899: 43832 is the second of January 2020."""
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts whose writers part names with a stroke."""
_LONG_DATE = 80
_STAMP = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.0)?")
"""Seconds since 1970, or milliseconds."""
_PLACED_DATE = re.compile(r"(.*\d) *\([^()\d]{2,40}\)")
"""A day with where it was: «June 13, 1980 (United States)»."""
_SPACED_DATE = re.compile(r"\s*([/.-])\s*")
_SPACED_TAIL = re.compile(r"(?<=\d) (?=\d)")
_YES = frozenset(
    {
        "yes",
        "true",
        "1",
        "1.0",
        "y",
        "t",
        "x",
        "✓",
        "✔",
        "sí",
        "si",
        "ja",
        "oui",
        "tak",
        "ano",
        "是",
        "да",
        "♥",
        "❤",
        "❤️",
    }
)
_NO = frozenset({"no", "false", "0", "0.0", "n", "f", "nein", "non", "nie", "ne", "否", "нет"})
_LAST = 30
"""The last year of two figures that is one of this century."""
_JUNIOR = re.compile(r"(?:jr|sr|ii|iii|iv|esq|phd|m\.d)\.?", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[^\W\d_])\([a-z]+(?:[ -][a-z]+)*\)$|\s\((?:screenplay|story|novel|written|based on|characters?|short story"
    r"|book|play|co-director|head of story)\b[^()]{0,60}\)$",
    re.IGNORECASE,
)
"""What somebody did, behind their name as OMDb writes it: «Ada Field(co-director)», «Bo Ott (screenplay by)»."""
_NUMBER = re.compile(r"\d[\d,.\u00a0\u202f ]*")
_HTTP = re.compile(r"https?://[^\s<>\"]{1,2000}")
_LINKS = (  # name, what every such link holds (looked for first: a tenth of the time), shape
    ("imdb", "tt", re.compile(r"\b(tt\d{5,10})\b")),
    ("tmdb", "db", re.compile(r"(?:themoviedb\.org/movie/|tmdb://)(\d+)")),
    ("letterboxd", "letterboxd.com", re.compile(r"letterboxd\.com/(?:[\w-]+/)?film/([\w-]+)")),
    ("boxd", "boxd.it", re.compile(r"boxd\.it/(\w+)")),
    ("rottentomatoes", "m/", re.compile(r"(?:rottentomatoes\.com/|^/?)(m/[\w-]+)")),
    ("metacritic", "metacritic.com", re.compile(r"metacritic\.com/movie/([\w-]+)")),
    ("wikidata", "Q", re.compile(r"\b(Q\d{2,10})\b")),
    ("wikipedia", "wikipedia.org", re.compile(r"(\w+\.wikipedia\.org/wiki/[^\s?#<>\"\x00-\x20\x7f-\x9f]+)")),
    ("trakt", "trakt.tv", re.compile(r"trakt\.tv/movies/([\w-]+)")),
    ("filmweb", "filmweb.pl", re.compile(r"filmweb\.pl/film/\S*?-(\d+)(?=$|[/?#\s])")),
    ("kinopoisk", "kinopoisk.ru", re.compile(r"kinopoisk\.ru/film/(\d+)")),
    ("filmaffinity", "filmaffinity.com", re.compile(r"filmaffinity\.com/\w+/film(\d+)")),
    ("douban", "douban.com", re.compile(r"movie\.douban\.com/subject/(\d+)")),
)


def is_han(text: str) -> bool:
    """Say whether a text has letters of Chinese, Japanese or Korean."""
    return _HAN.search(text) is not None


def is_nothing(text: str) -> bool:
    """Say whether a cell is empty or says that it has no value."""
    said = text.strip()
    return len(said) <= _LONGEST_NOTHING and said.casefold() in NOTHING


def first(cell: Cell) -> str:
    """Return a cell as one text; of a list its first."""
    if isinstance(cell, str):
        return cell
    return cell[0] if cell else ""


def passage(cell: Cell) -> Plain:
    """Return a text of paragraphs: HTML's marks gone, controls gone, blank lines between paragraphs."""
    text = cell if isinstance(cell, str) else "\n\n".join(cell)
    if text[:1] == "'" and text[1:2] in _FORMULA:
        text = text[1:]  # what `matinee export --format csv` and others put there against spreadsheets
    if "<" in text or "&" in text:
        text = unmark_html(text)
    if "[/" in text:
        text = unmark_bbcode(text)
    text = clean(text)
    if "\n" in text:
        return Plain(tidy_lines(text))
    return Plain(text.strip())


def own_notes(text: str, made: str | None = None) -> tuple[Note, ...]:
    """Return the owner's note of a text, known again by what it says; none of no text."""
    return (
        (Note(id=blake2b(text.encode(), digest_size=6).hexdigest(), text=Plain(text), made=made or ""),) if text else ()
    )


def line(cell: Cell) -> Plain | None:
    """Return a cell as one line, None where it says nothing."""
    text = first(cell)
    if is_nothing(text):
        return None
    if text[:1] == "'" and text[1:2] in _FORMULA:
        text = text[1:]
    if "<" in text or "&" in text:
        text = unmark_html(text)
    return clean_line(text) or None


@lru_cache(maxsize=8192)
def title_year(text: str) -> tuple[Plain | None, int | None]:
    """Return title and year of «Mask (1985)», also where a scraper tore the figures apart («(201 6 )»)."""
    if text[:1] == "'" and text[1:2] in _FORMULA:
        text = text[1:]
    if _BLANK.search(text):
        return None, None
    if text[:2] == "[[" and text[-2:] == "]]":
        text = text[2:-2].split("|")[-1]
    if "<" in text or "&" in text:
        text = unmark_html(text)
    text = text.replace("\\'", "'").replace('\\"', '"')
    torn = _BROKEN_YEAR.search(text)
    if torn and " " in torn[1] and len(joined := torn[1].replace(" ", "")) == 4 and is_year(int(joined)):
        return clean_line(text[: torn.start()]) or None, int(joined)
    found = split_year(text)
    title = _SEMICOLON.sub(r", \1", found.title)
    return Plain(display_title(title)) or None, found.year


@lru_cache(maxsize=4096)
def year(text: str) -> int | None:
    """Return the first year in a cell."""
    found = _YEAR.search(text)
    return int(found[1]) if found and is_year(int(found[1])) else None


def full_year(text: str) -> str:
    """Return a date of figures with its century: what people log with two figures lies in the last hundred years."""
    if len(text) > 24 or not (found := _TWO_FIGURES.match(text)):
        return text
    century = "20" if int(found[3]) <= _LAST else "19"
    return f"{found[1]}{century}{found[3]}{text[found.end() :]}"


@lru_cache(maxsize=8192)
def date(text: str, order: Order | None = None) -> str | None:
    """Return a date as ISO 8601, as written where it could mean two; None where it is none."""
    text = full_year(text.strip())
    if len(text) > 10 and text[4:5] == "-" and text[7:8] == "-" and text[10] in " T":
        text = text[:10]
    if text[6:7] == "0" and _SPARE_NOUGHT.fullmatch(text):
        text = text[:6] + text[7:]
    if written := _MONTH_DAY.fullmatch(text):
        text = f"{written[3]}-{int(written[1]):02}-{int(written[2]):02}"
    if clock := _CTIME.fullmatch(text):
        text = f"{clock[1]} {clock[2]}"
    if text[-1:] == ")" and len(text) < _LONG_DATE and (placed := _PLACED_DATE.fullmatch(text)):
        text = placed[1]
    found = parse_date(text, order=order)
    if found is None and "/" in text:
        found = parse_date(_SPACED_TAIL.sub("", _SPACED_DATE.sub(r"\1", text).strip()), order=order)
    if found is None and (stamp := _STAMP.fullmatch(text)):
        from datetime import UTC, datetime

        found = datetime.fromtimestamp(int(stamp[1]), UTC).date().isoformat()
    if found is None and _SERIAL.fullmatch(text):
        from datetime import date as day
        from datetime import timedelta

        found = (day(1899, 12, 30) + timedelta(days=int(text[:5]))).isoformat()
    return found


def date_or_text(text: str, order: Order | None = None) -> str | None:
    """Return a date, or what stands in its place, as a line; None where nothing does."""
    return None if is_nothing(text) else date(text, order) or clean_line(text)


@lru_cache(maxsize=8192)
def rating(text: str, scale: float | None, by: str = "") -> Rating | None:
    """Return a rating in its own scale; `scale` is what a bare number is out of."""
    text = text.strip(" '\"\t")
    if is_nothing(text):
        return None
    if stars := _NAMED_STARS.fullmatch(text):
        text = f"{stars[1]}.{stars[2] or 0}/5"
    if scale and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    found = parse_rating(text, scale=scale, by=by)
    if found is None and text in _STARS:
        found = Rating(value=_STARS[text], out_of=5, written=clean_line(text), by=by)
    if found is None and text.upper() in _EDGES:
        found = Rating(value=_EDGES[text.upper()], out_of=12, written=clean_line(text), by=by)
    if found is None and scale:
        try:
            value = float(text)
        except ValueError:
            return None
        found = Rating(value=value, out_of=scale, by=by) if 0 <= value <= scale else None
    return found


@lru_cache(maxsize=4096)
def count(text: str) -> int | None:
    """Return a whole number: «1,234 votes», «12K», «22,44 6   likes»."""
    found = _NUMBER.search(text)
    if not found:
        return None
    tail = text[found.end() : found.end() + 1].casefold()
    number = found[0].strip(" .,\u00a0\u202f")
    if tail in {"k", "m"}:
        return int(float(number.replace(",", ".")) * {"k": 1000, "m": 1_000_000}[tail])
    if re.fullmatch(r"\d+\.0{1,2}|\d{4,}\.0+", number):
        number = number.split(".")[0]
    return int(re.sub(r"\D", "", number)[:15] or 0)


def helpful(text: str, total: str) -> tuple[int, int] | None:
    """Return votes for and votes in all: «12 of 15», «12» with «15» beside it, «22 likes»."""
    pair = re.search(r"(\d[\d,]*)\s*(?:out\s+)?(?:of|/|von)\s*(\d[\d,]*)", text)
    if pair:
        found = int(pair[1].replace(",", "")), int(pair[2].replace(",", ""))
        return found if found[0] <= found[1] else None
    votes = count(text)
    in_all = count(total)
    if votes is None or not (votes or in_all):
        return None
    return (votes, max(votes, in_all if in_all is not None else votes))


def yes(cell: Cell) -> bool:
    """Say whether a cell means yes."""
    return first(cell).strip().casefold() in _YES


def no(cell: Cell) -> bool:
    """Say whether a cell means no."""
    return first(cell).strip().casefold() in _NO


def names(cell: Cell) -> tuple[Plain, ...]:
    """Return the names in a cell: a list, or «A, B», «A|B», «A; B», «['A', 'B']», «{"/m/1": "A"}», each once."""
    parts: Sequence[str] = cell if not isinstance(cell, str) else _parts(cell)
    found = dict.fromkeys([_known_name(part) if len(part) <= _SHORT_NAME else _name(part) for part in parts])
    return tuple([name for name in found if name is not None])


def _name(part: str) -> Plain | None:
    name = line(part.strip().removeprefix("[[").removesuffix("]]").split("|")[-1] if "[[" in part else part)
    name = Plain(_GLUED.sub("", name.strip(" ,;"))) if name is not None else None
    return name if name and any(map(str.isalnum, name)) else None


_known_name = lru_cache(maxsize=1 << 14)(_name)
"""Genres, countries and actors come again and again."""


@lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text[:1] in "[{" and text[-1:] in "]}":
        listed = _listed(text)
        if listed is not None:
            return listed
    for mark in ("|", ";", "\n", " / "):
        if mark in text:
            return tuple(text.split(mark))
    if "/" in text and _HAN.search(text):
        return tuple(text.split("/"))
    parts: list[str] = []
    for part in text.split("," if "," in text else "、"):
        if parts and _JUNIOR.fullmatch(part.strip()):
            parts[-1] += "," + part
        else:
            parts.append(part)
    return tuple(parts)


def _listed(text: str) -> tuple[str, ...] | None:
    value = _value(text)
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return (value["name"],)
    entries = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(entries, list):
        return None
    return tuple(str(one.get("name", "") if isinstance(one, dict) else one) for one in entries)


def _value(text: str) -> object:
    """Return the JSON value, or the Python literal, that a cell holds; None where it is neither."""
    import ast

    for parse in (json.loads, ast.literal_eval):
        try:
            value: object = parse(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
        return value
    return None


def people(cell: Cell) -> list[dict[str, str]]:
    """Return the people of a cell that lists them as objects: «[{"name": "A", "job": "Director"}]»."""
    text = first(cell).strip()
    value = _value(text) if text.startswith("[{") and text.endswith("]") else None
    listed = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    named = [{str(name).casefold(): said for name, said in one.items() if isinstance(said, str)} for one in listed]
    return [one for one in named if one.get("name")]


def languages(cell: Cell) -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages in a cell."""
    return language_codes(", ".join(names(cell)))


def link_ids(text: str) -> dict[str, str]:
    """Return the external ids that a link holds."""
    if "/" not in text and "tt" not in text and "Q" not in text:  # none of the shapes
        return {}
    return {name: found[1] for name, part, shape in _LINKS if part in text and (found := shape.search(text))}


@lru_cache(maxsize=16384)
def external_id(name: str, text: str) -> str | None:
    """Return the id of database `name` that a cell holds, as a number, a code or a link; None where it is none."""
    text = text.strip()
    if is_nothing(text):
        return None
    found = link_ids(text).get(name)
    if found or name == "imdb":
        if found is None and re.fullmatch(r"\d{5,8}(?:\.0)?", text):
            return f"tt{int(float(text)):07d}"
        return found
    if "//" in text:
        return None
    return re.sub(r"\.0$", "", clean_line(text)) if len(text) <= 80 else None


def http(text: str) -> Plain | None:
    """Return a web address as such, None for all else."""
    text = text.strip()
    return clean(text) if text.startswith("http") and _HTTP.fullmatch(text) else None
