"""Fact lines of a film page («7.2| 2h6m| PG-13| en») and the facts as they are gathered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tui.models import Facts, Plain, Rating
from tui.readers.pages.vocabulary import (
    CERTIFICATE_AGES,
    CERTIFICATE_LETTERS,
    CERTIFICATE_PHRASE,
    CERTIFICATES,
    COUNTRIES,
    GENRE_ENDS,
    GENRES,
    LABELS,
    key,
)
from tui.text import clean_line
from tui.text.dates import parse_date
from tui.text.durations import find_minutes_span, parse_minutes
from tui.text.languages import language_code
from tui.text.ratings import find_rating, find_votes, parse_rating
from tui.text.wordsets import phrases, words

LONGEST = 300
"""Characters above which a line states no facts but tells something."""
PARTS = re.compile(
    r"\s*[|‧·•∙●;¦／｜・]+\s*|\s+[^\w\s\"'“”«»„()\[\],.:;!?&+#%$€£*/★☆⭐½—–-]\s+|\s{3,}|\t+|\s+(?:[–—-]|--)\s+|(?<!\d)\s+/\s+|(?<=\d{4})\s+/\s+|\s+/\s+(?!\d)"
    r"|(?<=[\u3040-\u9fff])/|/(?=[\u3040-\u9fff])"
)
_COMMAS = re.compile(r"\s*,\s+")
_YEAR = re.compile(r"[(\[]?(?P<year>(?:18|19|20)\d\d)[)\]]?")
_YEAR_MADE = re.compile(r"(?P<year>(?:18|19|20)\d\d)\s?(?:年製作|年制作|年公開|年|г\.?|года?|r\.)(?:の?(?:作品|映画))?")
_YEARS = re.compile(r"[(\[]?(?P<year>(?:18|19|20)\d\d)\s?[–-]\s?(?:\d{4}|\d\d)?[)\]]?")
_OF = re.compile(r"(?P<value>\d{1,2}(?:[.,]\d)?)\s+of\s+(?P<scale>10|5|100)")
_NUMBER = re.compile(r"(?:10|\d)[.,]\d{1,2}|10|\d(?:[.,]\d)?")
_STAR_NUMBER = re.compile(r"[★⭐☆]\s*(?P<value>\d{1,2}(?:[.,]\d{1,2})?)(?:\s*[(\[][\d.,]+\s?[KkMm]?[)\]])?")
_COUNTED = re.compile(r"[(\[][\d.,\s]++[kKmM]?\+?[人件]?\s*+(?:(?<=\s)[^\W\d]++\s*+){0,2}[)\]]")
"""A count behind a figure: «(14K)», «(311 Bewertungen)»."""
_SPOKEN = re.compile(
    r"(?:(?:spoken|gesprochen|hablad[ao]|parlé|parlato)\s+)?(?:in|auf|en)\s+(?P<language>\w{4,12})(?:\s+(?:with|mit|avec)\s+.{4,24})?"
    r"|parlant\s+(?P<spoken>\w{4,12})",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(
    r"(?P<language>\w{4,12})\s+(?:dialogue|intertitles|language|spoken|audio|with\s+(?:\w+\s+)?subtitles)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"([1-4]):([0-5]\d)(?:\s?h)?")
"""«2:07», among other facts how long the film runs."""
_MADE_IN = re.compile(r"(?P<where>[A-Z]{1,3}(?:\s?[/,-]\s?[A-Z]{1,3})*),?\s+(?P<year>(?:18|19|20)\d\d)")
"""«D 1981», «USA/GB 1979»."""
_CARDS = re.compile(r"with\s+(?P<language>\w{4,12})\s+(?:inter)?titles", re.IGNORECASE)
"""What is written between the pictures of a silent film."""
_SUBTITLED = re.compile(r"\b(?:subtit|untertit|sous-tit|subtít|sottotit|titulky|napisy)", re.IGNORECASE)
_BRACKETED = re.compile(r"^[(\[](\w{1,6})[)\]]\s+(?:[–—|·,-]\s+)?(?=\S)")
"""A certificate in brackets before other facts: «(U) 96 mins»."""
NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_BY = (
    ("tomatometer", "tomatometer"), ("rotten", "tomatometer"), ("audience", "audience"), ("imdb", "imdb"),
    ("letterboxd", "letterboxd"), ("metacritic", "metascore"), ("metascore", "metascore"), ("tmdb", "tmdb"),
    ("csfd", "csfd"), ("douban", "douban"), ("豆瓣", "douban"), ("filmweb", "filmweb"), ("allocine", "allocine"),
)  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """Facts as they are found; the first statement of a field stays, ratings and people add up."""

    values: dict[str, Any] = field(default_factory=dict)
    ratings: list[Rating] = field(default_factory=list)
    guesses: dict[str, Any] = field(default_factory=dict)
    """What a field most likely is, unless the page says so further down."""
    assumed: list[Rating] = field(default_factory=list)
    """Of them those whose scale no one wrote: a number beside a star, a number alone."""

    def guess(self, name: str, value: Any) -> None:
        """Keep `value` for the field `name` where nothing on the page says it in so many words."""
        self.guesses.setdefault(name, value)

    def put(self, name: str, value: Any) -> None:
        """Keep `value` as the field `name` unless the page has stated one already."""
        if value not in (None, "", ()):
            self.values.setdefault(name, value)

    def settle(self) -> None:
        """Take what was guessed for the fields that the page has not stated."""
        for name, value in self.guesses.items():
            self.put(name, value)
        self.guesses.clear()

    def add(self, name: str, values: tuple[str, ...]) -> None:
        """Append what is new to a field that holds several values."""
        known: tuple[str, ...] = self.values.get(name, ())
        self.values[name] = (*known, *(value for value in values if value not in known))

    def rate(self, rating: Rating, *, assumed: bool = False) -> None:
        """Keep a rating; a second one by the same source is another statement of it."""
        if all(rating.by != known.by for known in self.ratings):
            self.ratings.append(rating)
            self.assumed += [rating] if assumed else []

    def rescale(self, scale: int) -> None:
        """Take a number without a scale («★ 4.4», «4,1») as out of `scale`, where the page's own reviews show that."""
        self.ratings = [
            Rating(value=one.value, out_of=scale, written=one.written, votes=one.votes, by=one.by)
            if one in self.assumed and one.value <= scale
            else one
            for one in self.ratings
        ]

    def has(self, name: str) -> bool:
        """Say whether the page has stated the field."""
        return name in self.values

    def facts(self) -> Facts:
        """Return what was gathered."""
        self.settle()
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
    facts, rest = _fact_parts(line)
    return list(facts), rest


@lru_cache(maxsize=8192)
def _fact_parts(line: str) -> tuple[tuple[Fact, ...], str]:
    strong: list[Fact] = []
    weak: list[tuple[str, Fact]] = []
    rest: list[str] = []
    for part in PARTS.split(_BRACKETED.sub(r"\1 | ", line.strip(" |·•"))):
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
    return tuple(strong), " ".join(rest)


def is_fact_line(line: str) -> bool:
    """Say whether a line is nothing but facts."""
    facts, rest = fact_parts(line)
    return bool(facts) and not rest


def take_facts(facts: list[Fact], into: Gathered) -> None:
    """Put the facts of a line into `into`."""
    for fact in facts:
        if fact.name in ("rating", "score"):
            into.rate(fact.value, assumed=fact.name == "score")
        elif fact.name in ("languages", "countries", "genres"):
            into.add(fact.name, fact.value)
        else:
            into.put(fact.name, fact.value)


def _pieces(part: str) -> list[str]:
    """A part between bars may hold several between commas: «Cert 12A, 152 mins, 2008»; a date keeps its comma."""
    part = part.strip()
    if "," not in part or parse_date(part) or parse_minutes(part) is not None:
        return [part]
    if (span := find_minutes_span(part)) and "," in part[span[1] : span[2]]:
        return [part]  # «Runs 1 hour, 35 minutes»
    pieces = _COMMAS.split(part)
    if len(pieces) == 2 and _people_like(part):
        return [part]
    return pieces


def _people_like(part: str) -> bool:
    return bool(re.search(r"\b(?:dir|starring|with|by)\b", part, re.IGNORECASE))


_MOST_WORDS = 9
"""Words of a row of facts that nothing parts: «Denmark 1987 103 mins (U) Danish with English subtitles»."""


def _segment(piece: str) -> list[Fact]:
    """Return the facts that make up a piece wholly: «UK 2005», «(2000) PG-13», «Rated R»."""
    whole = _strong(piece)
    if whole:
        return [whole]
    words = piece.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return []
    if labelled := _labelled(words):
        return [labelled]
    for cut in range(len(words) - 1, 0, -1):
        head = _strong(" ".join(words[:cut]))
        letter = words[0].strip("()[]")
        if not head and cut == 1 and letter in CERTIFICATE_LETTERS and _strong(" ".join(words[1:])):
            head = Fact("certificate", Plain(letter))  # «R 1h 46m»
        if head:
            tail = " ".join(words[cut:])
            if head.name == "languages" and _SUBTITLED.match(tail):
                continue  # «English subtitles» are not what is spoken
            rest = _segment(tail) or ([weak] if (weak := _weak(tail)) else [])
            if rest:
                return [head, *rest]
    return []


def _labelled(words: list[str]) -> Fact | None:
    """Read «Genere Commedia», «Running time 105 minutes», «IMDb 7.7»."""
    for cut in (1, 2):
        label = LABELS.get(key(" ".join(words[:cut])))
        if label in ("genre", "runtime", "country", "language") and (fact := _strong(" ".join(words[cut:]))):
            return fact
        by = source_of(key(words[0])) if label == "rating" and _NUMBER.fullmatch(" ".join(words[cut:])) else ""
        if by and (rating := parse_rating(words[-1], scale=10, by=by)):
            return Fact("rating", rating)
    return None


def _strong(piece: str) -> Fact | None:
    bare = piece.strip(" ()[].,:")
    if not bare or len(bare) > 80:
        return None
    year = _YEAR.fullmatch(piece) or _YEARS.fullmatch(piece) or _YEAR_MADE.fullmatch(piece)
    if year:
        return Fact("year", int(year["year"]))
    made = _MADE_IN.fullmatch(bare)
    if made and made["where"] not in CERTIFICATE_LETTERS and made["where"] not in CERTIFICATES:
        return Fact("year", int(made["year"]))
    if (minutes := _runtime(bare)) is not None:
        return Fact("runtime_minutes", minutes)
    if (certificate := certificate_of(bare)) is not None:
        return Fact("certificate", certificate)
    if (rating := _rating(piece)) is not None:
        beside_star = rating.written[:1] in ("★", "⭐", "☆") and bool(_STAR_NUMBER.fullmatch(rating.written))
        return Fact("score" if beside_star else "rating", rating)
    if (rating := _voted(bare)) is not None:
        return Fact("score", rating)
    return _known_words(bare) or _released(bare)


def _voted(bare: str) -> Rating | None:
    """Read a number with the count of votes behind it («8,3 (45.120 votos)»), or with its scale («8.0 of 10»)."""
    of = _OF.fullmatch(bare)
    if of:
        return parse_rating(f"{of['value']}/{of['scale']}")
    votes = find_votes(bare)
    number = re.match(rf"(?:{_NUMBER.pattern})(?![\d.,]*\d)", bare) if votes else None
    rating = parse_rating(number[0], scale=10) if number else None
    if not number or not rating or len(re.findall(r"[^\W\d_]+", bare[number.end() :])) > 2:
        return None
    return Rating(value=rating.value, out_of=10, votes=votes)


def _runtime(bare: str) -> int | None:
    span = find_minutes_span(bare)
    return span[0] if span and not re.search(r"\w", bare[: span[1]] + bare[span[2] :]) else None


def certificate_of(bare: str) -> Plain | None:
    """Return a certificate's mark where `bare` is nothing else: «PG-13», «FSK 12», «not rated»."""
    if bare in CERTIFICATES or bare.upper() in ("PG-13", "NC-17", "TV-MA", "TV-14", "TV-PG"):
        return Plain(bare)
    if re.fullmatch(r"FSK\s?(?:ab\s?)?\d{1,2}", bare):
        return Plain(bare)
    found = CERTIFICATE_PHRASE.fullmatch(bare)
    if not found:
        return None
    return Plain(clean_line(found["mark"] or found["behind"] or found["whole"]))


def source_of(words: str) -> str:
    """Return whose rating it is by the words beside it: «IMDb», «Tomatometer»; empty where they do not say."""
    return next((name for word, name in _BY if word in words), "")


def _known_words(bare: str) -> Fact | None:
    parts = [part for part in re.split(r"\s*[/,&]\s*|\s+and\s+", bare) if part]
    keys = [key(part) for part in parts]
    if keys and all(part in GENRES or (" " not in part and part.endswith(GENRE_ENDS)) for part in keys):
        return Fact("genres", tuple(Plain(part) for part in parts))
    if keys and all(part in COUNTRIES for part in keys) and not re.fullmatch("[a-z]{2}", bare):
        return Fact("countries", tuple(Plain(part) for part in parts))
    spoken = _SPOKEN.fullmatch(bare) or _DIALOGUE.fullmatch(bare) or _CARDS.fullmatch(bare)
    if spoken and (code := language_code(next(filter(None, spoken.groups())))):
        return Fact("languages", (code,))
    if _SUBTITLED.search(bare):
        return None
    if keys and all(len(part) > 3 for part in keys) and parts[0][:1].isupper():
        codes = [language_code(part) for part in parts]
        if all(codes):
            return Fact("languages", tuple(code for code in codes if code))
    return None


def _released(bare: str) -> Fact | None:
    bare = _OPENING.sub("", bare)
    date = parse_date(NOTE.sub("", bare)) if re.search(r"\d{4}", bare) else None
    if date and not re.match(r"\d{4}", date):
        return Fact("year", int(date[-4:])) if re.search(r"\d{4}$", date) else None  # day or month first
    return Fact("released", date) if date else None


_OPENING = re.compile(
    r"^(?:released|opened|opens|in theaters|in theatres|in cinemas|kinostart|sortie|estreno|premiera"
    r"|premiéra)\s*:?\s+(?:on\s+)?(?=\w)"
    r"|\s+(?:en salles?|no cinema|nos cinemas|al cinema|im kino|w kinach|v kinech|en cines|in cinemas|in theaters"
    r"|in theatres|на экранах|公開)$",
    re.IGNORECASE,
)
"""Words that say of a date that the film opened then: «16 décembre 1967 en salle»."""


def _rating(piece: str) -> Rating | None:
    star = _STAR_NUMBER.fullmatch(piece.strip())
    if star and (rating := parse_rating(star["value"], scale=10)):
        return Rating(value=rating.value, out_of=10, written=Plain(piece.strip()))
    found = find_rating(piece)
    if not found:
        return None
    around = _COUNTED.sub(" ", piece[: found.start] + " " + piece[found.end :])
    rest = key(re.sub(r"\d[\d.,\s]*[km]?\+?|[()]", " ", around))
    by = source_of(rest) or found.rating.by
    words = rest.split()
    if words and len(words) > 8:
        return None
    if words and not by and not (set(words) & _RATING_WORDS):
        return None
    rating = found.rating
    return Rating(value=rating.value, out_of=rating.out_of, written=rating.written, votes=find_votes(piece), by=by)


_RATING_WORDS = words(
    "liked like votes stimmen voti oceny notes"
    " rating rated ratings score scores average user users critics critic votes vote audience our fresh"
    " members readers viewers people give gives gave"
    " recommend recommended positive approval stars bewertung note hodnoceni ocena nota voto based from reviews"
)


def _weak(piece: str) -> Fact | None:
    bare = piece.strip(" ()[].")
    if bare in CERTIFICATE_LETTERS or (bare in CERTIFICATE_AGES and not _NUMBER.fullmatch(bare)):
        return Fact("certificate", Plain(bare))
    if _NUMBER.fullmatch(bare) and (rating := parse_rating(bare, scale=10)):
        return Fact("score", rating)
    if bare in CERTIFICATE_AGES:
        return Fact("certificate", Plain(bare))
    if clock := _CLOCK.fullmatch(bare):
        return Fact("runtime_minutes", 60 * int(clock[1]) + int(clock[2]))
    if find_votes(bare) and len(re.findall(r"[^\W\d_]+", bare)) < 3:
        return Fact("aside", bare)
    if re.fullmatch("[a-z]{2}|EN|FR|DE|ES|IT|JA|KO|ZH|RU|PT|PL|CS|SV", bare) and (code := language_code(bare)):
        return Fact("languages", (code,))
    if key(bare) in _ASIDES or (_SUBTITLED.search(bare) and len(bare.split()) < 4):
        return Fact("aside", bare)
    return None


_ASIDES = frozenset(
    phrases(
        "technicolor|eastmancolor|deluxe color"
        "|in cinemas|in cinemas now|now in cinemas|in theaters|now showing|out now"
        "|in colour|in color|colour|color|black and white|b&w|b/w|bw|silent|sound|hd|4k|feature|film|movie|short"
        "|feature film|released|cert|theatrical|tv movie|subtitled|subtitles|english subtitles|dubbed|remastered"
        "|restored"
        "|new restoration|35mm|70mm|dcp|omu|ov|vo|vost|vose"
    )
)
