"""Labelled lines of a film page («Directed by: …», «Laufzeit 126 Min.») and lists of people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tui.models import Plain, Rating
from tui.readers.pages.facts import LONGEST, NOTE, Gathered, certificate_of, source_of
from tui.readers.pages.lines import visible
from tui.readers.pages.vocabulary import CERTIFICATE_AGES, CERTIFICATE_LETTERS, LABELS, ROLE_FIELDS, SECTIONS, key
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.durations import find_minutes_span, parse_minutes
from tui.text.languages import language_codes
from tui.text.ratings import find_rating, find_votes, parse_rating
from tui.text.titles import split_year
from tui.text.wordsets import words

_LABEL = re.compile(r"(?P<label>[^:：|]{1,36}?)\s*[:：]\s*(?P<value>\S.*)$")
_LEADER_LABEL = re.compile(
    r"(?P<label>[^:：|.]{2,24}?)\s*(?:(?:\s?\.){3,}|(?<=\s)\.\.(?=\s)|…+|_{3,})\s*(?P<value>\S.*)$"
)
_RUN_IN_LABEL = re.compile(r"(?P<label>[A-ZÀ-Ž][A-ZÀ-Ž' ]{2,22})\.\s+(?P<value>\S.{40,})$")
"""«STORY. A driver finds a lamp …»: a heading that runs into its text."""
_FIGURE_LABEL = re.compile(r"(?P<label>[^\d:：|]{2,30}?)\s+(?P<value>[\d★☆⭐*].*)$")
_DASH_LABEL = re.compile(r"(?P<label>[^:|—–-]{2,24}?)\s+[—–-]\s+(?P<value>\S.*)$")
_ASKED_LABEL = re.compile(r"(?P<label>[^?:：|]{6,36}\?)\s+(?P<value>\S.*)$")
"""«Who made it? Ada Quill»."""
_GAP_LABEL = re.compile(r"(?P<label>\S(?:[^|]{0,34}\S)?)(?:\t+|\s{2,}|\s*\|\s*)(?P<value>\S.*)$")
_SCRIPT_LABEL = re.compile(r"(?P<label>[\u3040-\u30ff\u4e00-\u9fff]{2,8})[ \u3000](?P<value>\S.*)")
"""«監督 宮崎 駿»: scripts without capitals need no colon."""
_WIDE_GAP = re.compile(r"(?P<label>\S(?:[^|\t]{0,34}?\S)?)(?:\s*\t\s*|\s{3,})(?P<value>\S[^\t]*)")
_BARE_LABEL = re.compile(
    r"(?P<label>written (?:and|&) directed by|directed (?:and|&) (?:written|produced) by"
    r"|directed by|made by|written by|screenplay by|produced by|music by"
    r"|starring|featuring|(?:with )?(?:the )?voices of|voiced by|with|a film by|dir\.?|mpaa"
    r"|spoken in|rated|directors?|writers?|stars|languages?"
    r"|(?:user|average|audience|critics?|members?['’]?|readers?['’]?|viewers?['’]?|community|imdb) (?:score|rating)"
    r"|rating|score|metascore|runtime|running time|réalisé par|dirigida por|dirigido por|regia di|regie|režie"
    r"|reżyseria|reż\.|scen\.|scr\.?|wyst\.|avec|mit|von|con|hrají|cast|de|di|od|by|regi|med"
    r"|un film (?:di|de|con|avec)|ein film (?:von|mit)|met|com)"
    r"\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s*(?:[,;|·•/、，]|\s(?:and|und|et|y|e|i|a|och|og|en|with)\s|\s?&\s?|\s\+\s)\s*")
_ROLE = re.compile(
    r"\s+(?:as|als|jako|comme|como|come|alias)\s+|\s*(?:\.{2,}|…)\s*|\s+[–—-]\s+|\t+|\s{3,}", re.IGNORECASE
)
_MORE = re.compile(
    r"(?:see\s+)?(?:full\s+cast|more|all|others|et\s+al\.?|etc\.?|u\.\s?a\.|mehr|más|další|więcej|\d+\s+more.*)",
    re.IGNORECASE,
)
_MORE_LINK = re.compile(
    r"\s*[(\[]\s*(?:more|mehr|plus|más|více|więcej|see more|read more|edit)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_IMDB = re.compile(r"\btt\d{7,9}\b")


def label_of(line: str) -> tuple[str, str] | None:
    """Return label (a key of `LABELS`' meanings) and value of a labelled line, the value empty for a label alone."""
    return None if len(line) > 5 * LONGEST else _label_of(line)


@lru_cache(maxsize=8192)
def _label_of(written: str) -> tuple[str, str] | None:
    line = visible(written)
    if len(line) > 4 * LONGEST:
        return None
    gap = _WIDE_GAP.fullmatch(written.strip())
    if gap and (meaning := meaning_of(gap["label"])):
        return meaning, visible(gap["value"])
    spaced = _SCRIPT_LABEL.fullmatch(line)
    if spaced and (meaning := meaning_of(spaced["label"])) and meaning not in ("text", "headline", "author", "date"):
        return meaning, spaced["value"]
    for shape in (_LABEL, _ASKED_LABEL, _GAP_LABEL, _LEADER_LABEL, _DASH_LABEL, _RUN_IN_LABEL):
        found = shape.match(line)
        if found and (meaning := meaning_of(found["label"])):
            return meaning, found["value"].strip()
    found = _FIGURE_LABEL.match(line)
    meaning = meaning_of(found["label"]) if found else None
    if found and meaning and meaning in _FIGURES and _FIGURES[meaning](found["value"]):
        return meaning, found["value"].strip()
    found = _BARE_LABEL.match(line)
    if found and _bare_value_fits(key(found["label"]), found["value"]):
        return meaning_of(found["label"]) or "director", found["value"].strip()
    meaning = LABELS.get(key(line)) if len(line) <= 40 else None
    return (meaning, "") if meaning else None


_VOTERS = re.compile(
    r"\s*[(\[（][^\W\d]?\s*\d[\d.,\s]*[kKmM]?\+?\s*[^\W\d]*\s*[)\]）]$|\s+\d[\d\s.,]*(?:notes|avis|votes|ratings)\b.*$"
)
"""Who voted, behind a rating: «90 (17 reviews)», «4,3 1 204 notes dont 131 critiques»."""
_FIGURES: dict[str, Callable[[str], object]] = {
    "rating": lambda value: parse_rating(_VOTERS.sub("", value), scale=100) or find_rating(value),
    "metascore": lambda value: parse_rating(value, scale=100),
    "runtime": parse_minutes,
    "year": re.compile(r"(?:18|19|20)\d\d").fullmatch,
}
"""Labels that need no colon before a figure, and what the figure must be: «豆瓣评分 9.2», «durata 105 minuti»."""


def meaning_of(label: str) -> str | None:
    """Return what a label means; «Language(s)» is «Languages»."""
    bare = key(label)
    if (said := _JOINED.split(bare)) and len(said) > 1 and all(one in LABELS for one in said):
        bare = said[0]  # «監督・脚本», «Regie und Buch»: one person is both
    known = LABELS.get(bare) or LABELS.get(re.sub(r"\s?(?:\(s\)?|/s)$", "s", bare))
    first, _, rest = bare.partition(" ")
    if known is None and first in _QUALIFIERS:
        return LABELS.get(rest)
    if known is None and " " in bare and SECTIONS.get(bare) == "synopsis":
        return "synopsis"
    if known is None and (_RATED_BY.fullmatch(bare) or (len(bare.split()) < 6 and _RATED_IN.search(bare))):
        return "rating"
    if known is None and len(bare.split()) < 8 and _ON_POSTER.search(bare):
        return "tagline"
    return known


_JOINED = re.compile(r"\s*・\s*|\s(?:/|und|and|et|y|e|a|i|&)\s")
_QUALIFIERS = words("principal main lead leading original full official total uk us british american")
"""Words before a label that leave its meaning as it is: «Principal cast», «UK certificate»."""
_RATED_IN = re.compile(
    r"\b(?:nota|note|wertung|bewertung|\w+wertung|hodnoceni|ocena|voto|betyg|puntuacion|valoracion|valutazione|avaliacao"
    r"|waardering|score|puan|рейтинг|оценка)\s+(?:de|des|du|der|del|dei|degli|da|do|dos|uzytkownikow|widzow|uzivatelu|divaku"
    r"|moyenne|media|medio|srednia|prumerne|пользователеи|зрителеи)\b|(?:評価|評点|评分|평점)$"
)
"""A word for a rating and whose it is: «Nota de los usuarios», «みんなの評価»."""
_ON_POSTER = re.compile(
    r"\b(?:tag\s?line|slogan|motto|strapline|poster (?:says|line|reads)|(?:on|from|says) the poster)\b"
)
"""Labels that say where a film's slogan stands: «What it says on the poster»."""
_RATED_BY = re.compile(
    r"(?:our|the|my)\s+(?:mark|marks|score|rating|grade|vote|verdict)|(?:our\s+|the\s+)?(?:(?:critic|reader|viewer|member|user|audience|visitor|press|fan|editor|staff|public|community)"
    r"(?:s|'s|s')?\s+)+(?:average|mean|score|rating|vote|mark|grade|verdict)(?:\s+(?:average|score|rating|vote))?"
)
"""Labels that say whose rating it is: «critics' average», «press rating»."""


def take_label(label: str, value: str, into: Gathered, written: str = "") -> bool:
    """Put a labelled value into `into`; False where the value does not fit the label.

    Args:
        label: a meaning of `LABELS`.
        value: what stood behind it.
        into: where to put it.
        written: the label as it stood, which names the source of a rating and keys what no field holds.
    """
    value = _MORE_LINK.sub("", clean_line(value)).strip(" |·•")
    if not value:
        return False
    if label == "other" and not re.search(r"\w", value):
        return True  # «Budget  -»: not known
    if label == "cast" and find_rating(value) and (rating := parse_rating(value)):
        into.rate(rating)
        return True  # «Stars: ★★★★☆»
    if label in ROLE_FIELDS:
        return _take_people(ROLE_FIELDS[label], value, into)
    taker = _TAKERS.get(label)
    return taker(value, into, written) if taker else False


def people(text: str) -> tuple[tuple[Plain, ...], tuple[Plain, ...]]:
    """Return the names and the characters of a list of people: «Eric Stoltz as Rocky, Cher (Rusty)»."""
    names: list[Plain] = []
    characters: list[Plain] = []
    for part in _PEOPLE.split(_outside_notes(text)):
        pieces = _ROLE.split(part.strip(" ."), maxsplit=1)
        name = clean_line(NOTE.sub("", pieces[0])).strip(" .:-*")
        if not name or _MORE.fullmatch(name) or len(name) > 60 or len(name.split()) > 6:
            continue
        names.append(Plain(name))
        if len(pieces) > 1 and (character := clean_line(NOTE.sub("", pieces[1])).strip(" .,")):
            characters.append(Plain(character))
    return tuple(names), tuple(characters)


_NOUNS = words("med regi director directors writer writers stars cast with mit von con avec de di od by met com")
"""Labels that are words of titles too: without a colon they need a full name behind them."""


def _bare_value_fits(label: str, value: str) -> bool:
    if label.endswith((" rating", " score")):
        return re.match(r"(?:10|\d)(?:[.,]\d+)?(?!\S)", value) is not None or find_rating(value) is not None
    if label in ("language", "languages", "spoken in"):
        return bool(codes := language_codes(value)) and all(len(code) == 2 for code in codes)
    if label == "with" and "," not in value:
        return False
    if label in _NOUNS and (len(value.split()) < 2 or not all(name[:1].isupper() for name in people(value)[0])):
        return False  # «Cast Away», «Con Air», «Stars align»
    if label in ("rating", "score", "metascore"):
        return parse_rating(value, scale=100 if label == "metascore" else 10) is not None
    if label in ("rated", "mpaa"):
        return _certificate_value(value) is not None and not re.match(r"\d{1,2}[.,]\d", value)
    if label in ("runtime", "running time"):
        return parse_minutes(value) is not None
    first = value.lstrip("\"'“")
    return (first[:1].isupper() or not first[:1].isascii()) and value.rstrip()[-1:] not in "?!" and len(value) < LONGEST


_PLAYED_BY = re.compile(
    r"\s*(?:[,;.]|\s[–—-])\s*(?i:with|starring|featuring|mit|avec)\s+(?=[A-ZÀ-Ž])|(?<=[a-zà-ž]{3})\.\s+(?=[A-ZÀ-Ž])"
)
"""What parts the players from who made it: «Ada Quill, with Rufus Pell and Idris Fell», «Ada Quill. Rufus Pell, …»."""


def _take_people(name: str, value: str, into: Gathered) -> bool:
    value, *players = _PLAYED_BY.split(value, maxsplit=1) if name == "directors" else [value]
    if players and ("," in players[0] or "." not in value):
        _take_people("cast", players[0], into)
    names, characters = people(value)
    if not names:
        return False
    into.add(name, names)
    if characters:
        into.add("characters", characters)
    return True


def _take_title(value: str, into: Gathered, _: str) -> bool:
    titled = split_year(value)
    into.put("title", Plain(titled.title))
    into.put("year", titled.year)
    return True


def _take_original(value: str, into: Gathered, _: str) -> bool:
    into.put("original_title", Plain(split_year(value).title))
    return True


def _take_year(value: str, into: Gathered, _: str) -> bool:
    found = re.search(r"(?:18|19|20)\d\d", value)
    into.put("year", int(found[0]) if found else None)
    return bool(found)


def _take_released(value: str, into: Gathered, written: str) -> bool:
    date = parse_date(NOTE.sub("", value).split("|")[0])
    if date and re.match(r"\d{4}", date):
        into.put("released", date)
        return True
    return _take_year(value, into, written)


def _take_tagline(value: str, into: Gathered, _: str) -> bool:
    into.put("tagline", Plain(value.strip("\"“”«»„‟'‘’ ")))
    return True


def _take_runtime(value: str, into: Gathered, _: str) -> bool:
    span = find_minutes_span(value)
    minutes = span[0] if span else parse_minutes(value)
    into.put("runtime_minutes", minutes)
    return minutes is not None


def _certificate_value(value: str) -> Plain | None:
    bare = NOTE.sub("", value).strip()
    first = re.split(r"\s+(?:for|wegen|por|pour|per)\s+|\s*[|;]\s*|\s+[-–—]\s+", bare)[0].strip(" .,:")
    short = first.split(",")[0].strip()
    words = short.split()
    marks = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    if len(words) > 1 and not certificate_of(short) and (mark := next(filter(certificate_of, marks), None)):
        return certificate_of(mark)  # «MA15+ Strong themes»
    if certificate_of(short) or short in CERTIFICATE_LETTERS or short in CERTIFICATE_AGES:
        return certificate_of(short) or Plain(short)
    return Plain(first) if 0 < len(first) <= 24 and len(first.split()) <= 4 else None


def _take_certificate(value: str, into: Gathered, _: str) -> bool:
    certificate = _certificate_value(value)
    into.put("certificate", certificate)
    return certificate is not None


def _take_languages(value: str, into: Gathered, _: str) -> bool:
    codes = language_codes(value) if len(value) < 120 else ()
    if codes:
        into.add("languages", codes)
    return bool(codes)


def _listed(name: str, value: str, into: Gathered) -> bool:
    parts = tuple(
        Plain(part) for raw in re.split(r"\s*[,;|/·•、]\s*", value) if (part := clean_line(raw)) and len(part) <= 40
    )
    into.add(name, parts)
    return bool(parts)


def _take_genres(value: str, into: Gathered, _: str) -> bool:
    return _listed("genres", value, into)


def _take_countries(value: str, into: Gathered, _: str) -> bool:
    return _listed("countries", value, into)


def _take_rating(value: str, into: Gathered, written: str) -> bool:
    aged = value in CERTIFICATE_AGES and int(value) > 10  # «Rating: 15»
    marked = certificate_of(value) or certificate_of(_certificate_value(value) or "")  # «PG-13 (brief violence)»
    if (aged or marked) and not find_rating(value):
        return _take_certificate(value, into, written)
    by = source_of(key(written))
    found = find_rating(value, by=by)
    rating = (
        found.rating if found else parse_rating(value, scale=100 if by in ("metascore", "tomatometer") else 10, by=by)
    )
    if rating is None:
        first = re.match(r"\d{1,3}(?:[.,]\d+)?(?=\s|\(|$)", value)
        high = first is not None and first[0].isdecimal() and int(first[0]) > 10
        rating = parse_rating(first[0], scale=100 if high else 10, by=by) if first else None
    if rating is None:
        return False
    votes = find_votes(value)
    stated = Rating(value=rating.value, out_of=rating.out_of, written=rating.written, votes=votes, by=by or rating.by)
    into.rate(stated, assumed=not found and rating.out_of == 10)
    return True


def _take_metascore(value: str, into: Gathered, _: str) -> bool:
    found = re.match(r"\d{1,3}", value)
    rating = parse_rating(found[0], scale=100, by="metascore") if found else None
    if rating:
        into.rate(rating)
    return rating is not None


def _take_synopsis(value: str, into: Gathered, _: str) -> bool:
    if len(value) < (30 if value.isascii() else 12):
        return False
    into.put("synopsis", Plain(value))
    return True


def _take_imdb(value: str, into: Gathered, _: str) -> bool:
    found = _IMDB.search(value)
    if found:
        into.put("ids", {"imdb": found[0]})
    return bool(found)


def _take_other(value: str, into: Gathered, written: str) -> bool:
    if len(value) > LONGEST or len(value.split()) > 30:
        return False
    extra: dict[str, Plain] = into.values.setdefault("extra", {})
    extra.setdefault(clean_line(written) or "other", Plain(value))
    return True


_TAKERS = {
    "title": _take_title, "original": _take_original, "year": _take_year, "released": _take_released,
    "tagline": _take_tagline, "runtime": _take_runtime, "certificate": _take_certificate,
    "language": _take_languages, "genre": _take_genres, "country": _take_countries, "rating": _take_rating,
    "metascore": _take_metascore, "synopsis": _take_synopsis, "imdb": _take_imdb, "other": _take_other,
}  # fmt: skip


def _outside_notes(text: str) -> str:
    """Protect commas within brackets from being read as separators."""
    return re.sub(r"\([^()]*\)", lambda found: found[0].replace(",", " ").replace("/", " "), text)
