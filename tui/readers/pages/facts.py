"""What a page says of its film: fact lines («7.2| 2h6m| PG-13"
"| en»), labelled lines («Directed by: …»), lists of people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tui.models import Facts, Plain, Rating
from tui.readers.pages.lines import visible
from tui.readers.pages.vocabulary import (
    CERTIFICATE_AGES,
    CERTIFICATE_LETTERS,
    CERTIFICATE_PHRASE,
    CERTIFICATES,
    COUNTRIES,
    GENRES,
    LABELS,
    ROLE_FIELDS,
    key,
)
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.durations import find_minutes_span, parse_minutes
from tui.text.languages import language_code, language_codes
from tui.text.ratings import find_rating, find_votes, parse_rating
from tui.text.titles import split_year
from tui.text.wordsets import phrases, words

LONGEST = 300
"""Characters above which a line states no facts but tells something."""
_PARTS = re.compile(r"\s*[|‧·•∙●;¦]\s*|\s{3,}|\t+|\s+[–—/-]\s+")
_COMMAS = re.compile(r"\s*,\s+")
_YEAR = re.compile(r"[(\[]?(?P<year>(?:18|19|20)\d\d)[)\]]?")
_YEARS = re.compile(r"[(\[]?(?P<year>(?:18|19|20)\d\d)\s?[–-]\s?(?:\d{4}|\d\d)?[)\]]?")
_NUMBER = re.compile(r"(?:10|\d)[.,]\d{1,2}|10|\d(?:[.,]\d)?")
_STAR_NUMBER = re.compile(r"[★⭐☆]\s*(?P<value>\d{1,2}(?:[.,]\d{1,2})?)")
_LABEL = re.compile(r"(?P<label>[^:：|]{2,36}?)\s*[:：]\s*(?P<value>\S.*)$")
_GAP_LABEL = re.compile(r"(?P<label>\S(?:[^|]{0,34}\S)?)(?:\t+|\s{2,}|\s*\|\s*)(?P<value>\S.*)$")
_BARE_LABEL = re.compile(
    r"(?P<label>directed by|written by|screenplay by|produced by|music by|starring|featuring|a film by|dir\.?|mpaa"
    r"|rated"
    r"|rating|score|metascore|runtime|running time|réalisé par|dirigida por|dirigido por|regia di|regie|režie"
    r"|reżyseria|avec|mit|con|hrají|cast)"
    r"\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s*(?:[,;|·•/、，]|\s(?:and|und|et|y|e|i|a|och|og|en|with)\s|\s?&\s?|\s\+\s)\s*")
_ROLE = re.compile(
    r"\s+(?:as|als|jako|comme|como|come|alias)\s+|\s*(?:\.{2,}|…)\s*|\s+[–—-]\s+|\t+|\s{3,}", re.IGNORECASE
)
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_MORE = re.compile(
    r"(?:see\s+)?(?:full\s+cast|more|all|others|et\s+al\.?|etc\.?|u\.\s?a\.|mehr|más|další|więcej|\d+\s+more.*)",
    re.IGNORECASE,
)
_BY = (
    ("tomatometer", "tomatometer"), ("rotten", "tomatometer"), ("audience", "audience"), ("imdb", "imdb"),
    ("letterboxd", "letterboxd"), ("metacritic", "metascore"), ("metascore", "metascore"), ("tmdb", "tmdb"),
    ("csfd", "csfd"), ("douban", "douban"), ("豆瓣", "douban"), ("filmweb", "filmweb"), ("allocine", "allocine"),
)  # fmt: skip
_IMDB = re.compile(r"\btt\d{7,9}\b")


@dataclass(slots=True)
class Gathered:
    """Facts as they are found; the first statement of a field stays, ratings and people add up."""

    values: dict[str, Any] = field(default_factory=dict)
    ratings: list[Rating] = field(default_factory=list)

    def put(self, name: str, value: Any) -> None:
        """Keep `value` as the field `name` unless the page has stated one already."""
        if value not in (None, "", ()):
            self.values.setdefault(name, value)

    def add(self, name: str, values: tuple[str, ...]) -> None:
        """Append what is new to a field that holds several values."""
        known: tuple[str, ...] = self.values.get(name, ())
        self.values[name] = (*known, *(value for value in values if value not in known))

    def rate(self, rating: Rating) -> None:
        """Keep a rating; a second one by the same source is another statement of it."""
        if all(rating.by != known.by for known in self.ratings):
            self.ratings.append(rating)

    def has(self, name: str) -> bool:
        """Say whether the page has stated the field."""
        return name in self.values

    def facts(self) -> Facts:
        """Return what was gathered."""
        values = dict(self.values)
        if "released" in values and "year" not in values:
            values["year"] = int(values["released"][:4])
        return Facts(**values, ratings=tuple(self.ratings))


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact within a line."""

    name: str
    value: Any


def fact_parts(line: str) -> tuple[list[Fact], str]:
    """Return the facts that a line lists and what of it is none.

    The weak ones (a bare letter as certificate, a bare number as score, a bare age) count only beside others.
    """
    if len(line) > LONGEST:
        return [], line
    strong: list[Fact] = []
    weak: list[tuple[str, Fact]] = []
    rest: list[str] = []
    for part in _PARTS.split(line.strip(" |·•")):
        for piece in _pieces(part):
            facts = _segment(piece)
            if facts:
                strong += facts
            elif (maybe := _weak(piece)) is not None:
                weak.append((piece, maybe))
            elif piece:
                rest.append(piece)
    if strong:
        strong += [fact for _, fact in weak]
    else:
        rest += [piece for piece, _ in weak]
    return strong, " ".join(rest)


def is_fact_line(line: str) -> bool:
    """Say whether a line is nothing but facts."""
    facts, rest = fact_parts(line)
    return bool(facts) and not rest


def take_facts(facts: list[Fact], into: Gathered) -> None:
    """Put the facts of a line into `into`."""
    for fact in facts:
        if fact.name == "rating":
            into.rate(fact.value)
        elif fact.name in ("languages", "countries", "genres"):
            into.add(fact.name, fact.value)
        else:
            into.put(fact.name, fact.value)


def label_of(line: str) -> tuple[str, str] | None:
    """Return label (a key of `LABELS`' meanings) and value of a labelled line, the value empty for a label alone."""
    line = visible(line)
    if len(line) > 4 * LONGEST:
        return None
    for shape in (_LABEL, _GAP_LABEL):
        found = shape.match(line)
        if found and (meaning := LABELS.get(key(found["label"]))):
            return meaning, found["value"].strip()
    found = _BARE_LABEL.match(line)
    if found and _bare_value_fits(key(found["label"]), found["value"]):
        return LABELS[key(found["label"])], found["value"].strip()
    meaning = LABELS.get(key(line)) if len(line) <= 40 else None
    return (meaning, "") if meaning else None


def take_label(label: str, value: str, into: Gathered, written: str = "") -> bool:
    """Put a labelled value into `into`; False where the value does not fit the label.

    Args:
        label: a meaning of `LABELS`.
        value: what stood behind it.
        into: where to put it.
        written: the label as it stood, which names the source of a rating and keys what no field holds.
    """
    value = clean_line(value).strip(" |·•")
    if not value:
        return False
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
        name = clean_line(_NOTE.sub("", pieces[0])).strip(" .:-*")
        if not name or _MORE.fullmatch(name) or len(name) > 60 or len(name.split()) > 6:
            continue
        names.append(Plain(name))
        if len(pieces) > 1 and (character := clean_line(_NOTE.sub("", pieces[1])).strip(" .,")):
            characters.append(Plain(character))
    return tuple(names), tuple(characters)


def _pieces(part: str) -> list[str]:
    """A part between bars may hold several between commas: «Cert 12A, 152 mins, 2008»; a date keeps its comma."""
    part = part.strip()
    if "," not in part or parse_date(part):
        return [part]
    pieces = _COMMAS.split(part)
    if len(pieces) == 2 and _people_like(part):
        return [part]
    return pieces


def _people_like(part: str) -> bool:
    return bool(re.search(r"\b(?:dir|starring|with|by)\b", part, re.IGNORECASE))


def _segment(piece: str) -> list[Fact]:
    """Return the facts that make up a piece wholly: «UK 2005», «(2000) PG-13», «Rated R»."""
    whole = _strong(piece)
    if whole:
        return [whole]
    words = piece.split()
    if not 1 < len(words) <= 8:
        return []
    for cut in range(len(words) - 1, 0, -1):
        head = _strong(" ".join(words[:cut]))
        if head:
            tail = " ".join(words[cut:])
            rest = _segment(tail) or ([weak] if (weak := _weak(tail)) else [])
            if rest:
                return [head, *rest]
    return []


def _strong(piece: str) -> Fact | None:
    bare = piece.strip(" ()[].,:")
    if not bare or len(bare) > 80:
        return None
    year = _YEAR.fullmatch(piece) or _YEARS.fullmatch(piece)
    if year:
        return Fact("year", int(year["year"]))
    if (minutes := _runtime(bare)) is not None:
        return Fact("runtime_minutes", minutes)
    if (certificate := _certificate(bare)) is not None:
        return Fact("certificate", certificate)
    if (rating := _rating(piece)) is not None:
        return Fact("rating", rating)
    return _known_words(bare) or _released(bare)


def _runtime(bare: str) -> int | None:
    span = find_minutes_span(bare)
    return span[0] if span and not re.search(r"\w", bare[: span[1]] + bare[span[2] :]) else None


def _certificate(bare: str) -> Plain | None:
    if bare in CERTIFICATES or bare.upper() in ("PG-13", "NC-17", "TV-MA", "TV-14", "TV-PG"):
        return Plain(bare)
    found = CERTIFICATE_PHRASE.fullmatch(bare)
    if not found:
        return None
    return Plain(clean_line(found["mark"] or found["whole"]))


def _known_words(bare: str) -> Fact | None:
    parts = [part for part in re.split(r"\s*[/,&]\s*|\s+and\s+", bare) if part]
    keys = [key(part) for part in parts]
    if keys and all(part in GENRES for part in keys):
        return Fact("genres", tuple(Plain(part) for part in parts))
    if keys and all(part in COUNTRIES for part in keys) and not re.fullmatch("[a-z]{2}", bare):
        return Fact("countries", tuple(Plain(part) for part in parts))
    if keys and all(len(part) > 3 for part in keys) and parts[0][:1].isupper():
        codes = [language_code(part) for part in parts]
        if all(codes):
            return Fact("languages", tuple(code for code in codes if code))
    return None


def _released(bare: str) -> Fact | None:
    date = parse_date(_NOTE.sub("", bare)) if re.search(r"\d{4}", bare) else None
    return Fact("released", date) if date and re.match(r"\d{4}", date) else None


def _rating(piece: str) -> Rating | None:
    star = _STAR_NUMBER.fullmatch(piece.strip())
    if star:
        return parse_rating(star["value"], scale=10 if float(star["value"].replace(",", ".")) > 5 else 10)
    found = find_rating(piece)
    if not found:
        return None
    rest = key(piece[: found.start] + " " + piece[found.end :])
    by = next((name for word, name in _BY if word in rest), found.rating.by)
    words = rest.split()
    if words and len(words) > 6:
        return None
    if words and not by and not (set(words) & _RATING_WORDS):
        return None
    rating = found.rating
    return Rating(value=rating.value, out_of=rating.out_of, written=rating.written, votes=find_votes(piece), by=by)


_RATING_WORDS = words(
    "liked like rating rated ratings score scores average user users critics critic votes vote audience our fresh"
    " recommend recommended positive approval stars bewertung note hodnoceni ocena nota voto based from reviews"
)


def _weak(piece: str) -> Fact | None:
    bare = piece.strip(" ()[].")
    if bare in CERTIFICATE_LETTERS or bare in CERTIFICATE_AGES and not _NUMBER.fullmatch(bare):
        return Fact("certificate", Plain(bare))
    if _NUMBER.fullmatch(bare) and (rating := parse_rating(bare, scale=10)):
        return Fact("rating", rating)
    if bare in CERTIFICATE_AGES:
        return Fact("certificate", Plain(bare))
    if re.fullmatch("[a-z]{2}", bare) and (code := language_code(bare)):
        return Fact("languages", (code,))
    if key(bare) in _ASIDES:
        return Fact("aside", bare)
    return None


_ASIDES = frozenset(phrases("in colour|in color|colour|color|black and white|b&w|b/w|bw|silent|sound|hd|4k|feature|film|movie|short|feature film|released|cert|theatrical|tv movie"))  # fmt: skip


def _bare_value_fits(label: str, value: str) -> bool:
    if label in ("rating", "score", "metascore"):
        return parse_rating(value, scale=100 if label == "metascore" else 10) is not None
    if label in ("rated", "mpaa"):
        return _certificate_value(value) is not None
    if label in ("runtime", "running time"):
        return parse_minutes(value) is not None
    first = value.lstrip("\"'“")
    return (first[:1].isupper() or not first[:1].isascii()) and value.rstrip()[-1:] not in "?!" and len(value) < LONGEST


def _take_people(name: str, value: str, into: Gathered) -> bool:
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
    date = parse_date(_NOTE.sub("", value).split("|")[0])
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
    bare = _NOTE.sub("", value).strip()
    first = re.split(r"\s+(?:for|wegen|por|pour|per)\s+|\s*[|;]\s*|\s+[-–—]\s+", bare)[0].strip(" .,:")
    short = first.split(",")[0].strip()
    if _certificate(short) or short in CERTIFICATE_LETTERS or short in CERTIFICATE_AGES:
        return _certificate(short) or Plain(short)
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
    if _certificate(value) and not find_rating(value):
        return _take_certificate(value, into, written)
    by = next((name for word, name in _BY if word in key(written)), "")
    found = find_rating(value, by=by)
    rating = (
        found.rating if found else parse_rating(value, scale=100 if by in ("metascore", "tomatometer") else 10, by=by)
    )
    if rating is None:
        first = re.match(r"\d{1,3}(?:[.,]\d+)?(?=\s|\(|$)", value)
        rating = parse_rating(first[0], scale=10, by=by) if first else None
    if rating is None:
        return False
    votes = find_votes(value)
    into.rate(Rating(value=rating.value, out_of=rating.out_of, written=rating.written, votes=votes, by=by or rating.by))
    return True


def _take_metascore(value: str, into: Gathered, _: str) -> bool:
    found = re.match(r"\d{1,3}", value)
    rating = parse_rating(found[0], scale=100, by="metascore") if found else None
    if rating:
        into.rate(rating)
    return rating is not None


def _take_synopsis(value: str, into: Gathered, _: str) -> bool:
    if len(value) < 30:
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
