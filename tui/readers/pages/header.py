"""The head of a film page: title, year, tagline and fact lines in any order, among navigation and advertising."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from tui.models import Plain
from tui.readers.pages.credits import BY_ALONE, FILM_BY, YEAR_BY
from tui.readers.pages.facts import PARTS, Fact, Gathered, fact_parts, take_facts
from tui.readers.pages.furniture import is_furniture, turns_to_reader
from tui.readers.pages.labels import label_of, people, take_label
from tui.readers.pages.lines import Line
from tui.readers.pages.names import known_first, name_likeness
from tui.readers.pages.prose import take_told
from tui.readers.pages.section_facts import score_below
from tui.readers.pages.sections import CRUMBS
from tui.readers.pages.titling import AKA, Candidate, Head, best_title, other_title, titled, without_site
from tui.readers.pages.unknown_labels import take_unknown
from tui.readers.pages.vocabulary import CERTIFICATE_AGES, CERTIFICATE_LETTERS, ROLE_FIELDS
from tui.text.languages import language_codes
from tui.text.ratings import find_rating
from tui.text.titles import display_title, split_year

SYNOPSIS_LEAST = 60
"""Characters from which a sentence in the header can be the synopsis."""
TAGLINE_MOST = 160
_TITLE_MOST = 6
"""Words above which a page's first line, a sentence, is no title."""
_QUOTED = re.compile(r"^(?P<before>[^\"“”«»„]*?)\s*[\"“«„‟»](?P<quote>.+?)[\"”»“‟«]\s*$")
_SINGLE_QUOTED = re.compile(r"^(?P<before>[^'‘]*?)\s*(?<!\w)['‘](?P<quote>[^'‘].{5,}[.!?…])['’]\s*$")
_ITALIC = re.compile(r"^(?:[*_]{1,2}|[—–-]{1,2}\s?)(?P<quote>[^*_—–]{8,}?)(?:[*_]{1,2}|\s?[—–-]{1,2})$")
"""A slogan set off by marks: «*Count to ten.*», «— Count to ten. —»."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*$")
_SEGMENTS = re.compile(
    r"\s*[;|‧·.]\s+(?=[^;|:.]{2,24}:|(?:Directed|Written|Screenplay|Produced) by\b|(?:Starring|With|Cast)\b)"
)
YEAR_LABEL = re.compile(r"(?P<year>(?:18|19|20)\d\d)\s+(?P<label>\S.*)$")
_YEAR_BEHIND = re.compile(r"(?P<title>.*[^\W\d].*?)[\s,]+(?P<year>(?:18|19|20)\d\d)")
_ASIDE = re.compile(r"\s*\((?P<aside>[^()]{4,40})\)$")
"""What stands behind who made it: «Ada Quill (France, 1959)»."""
_DATED = re.compile(r"[^|:]{1,80}\((?:18|19|20)\d\d\)\s")
"""«Lantern Row (1987) Watch Online Free»: a page's own name on its first line."""


def read_header(lines: Sequence[Line], into: Gathered, *, has_synopsis: bool, told: str, dense: bool) -> list[Line]:
    """Take title, facts and tagline from a page's head; return the sentences left over (a synopsis).

    Args:
        lines: the lines before the first section.
        into: where the facts go.
        has_synopsis: the page has a section for it, so that a sentence in the head is a tagline.
        told: the text of the rest of the page, which speaks of the film by its title.
        dense: the page was copied without its blank lines.
    """
    reader = _Header(into, has_synopsis=has_synopsis)
    reader.told, reader.dense = told, dense
    skip = False
    for place, line in enumerate(lines):
        if skip:
            skip = False
            continue
        following = lines[place + 1] if place + 1 < len(lines) else None
        skip = reader.read(place, line, following)
    _part_slogan(reader, lines)
    reader.decide_title(lines)
    return reader.sentences


class _Header:
    """Reads the head line by line, then decides which line was the title."""

    def __init__(self, into: Gathered, *, has_synopsis: bool) -> None:
        self.into = into
        self.told = ""
        self.dense = False
        self.has_synopsis = has_synopsis
        self.candidates: list[Candidate] = []
        self.first_fact: int | None = None
        self.facts: set[int] = set()
        """Places of the lines that state facts."""
        self.sentences: list[Line] = []
        self.year_lines: list[tuple[int, Line]] = []

    def read(self, place: int, line: Line, following: Line | None) -> bool:
        """Read one line; return whether it took the following one with it (a label above its value)."""
        text = line.plain
        titled_page = place < 2 and _DATED.match(text) is not None
        if (is_furniture(line.raw) and not (line.level or titled_page) and find_rating(text) is None) or not text:
            return False
        label = None if _several_facts(text) else label_of(line.text)
        if score_below(text, following, self.into):
            self._fact_at(place)
            return True
        dated = YEAR_LABEL.match(text)
        if dated and (labelled := label_of(dated["label"])) and labelled[1]:
            self.into.put("year", int(dated["year"]))
            label, text = labelled, Plain(dated["label"])
        if label and (taken := self._labelled(place, label, text, following)) is not None:
            return taken
        if re.fullmatch(r"(?:18|19|20)\d\d", text):
            self.year_lines.append((place, line))
            self.facts.add(place)
            self.first_fact = (
                place if self.first_fact is None and (self.candidates or len(self.year_lines) > 1) else self.first_fact
            )
            return False
        spoken = language_codes(text[3:]) if text.startswith("In ") and len(text) < 40 else ()
        if spoken and all(len(code) == 2 for code in spoken):
            self.into.add("languages", spoken)
            return False
        if self._lone_certificate(place, line, following):
            return False
        italic = _ITALIC.match(line.text)
        if self._quoted(place, text, italic["quote"] if italic else "") or self._fact_line(place, line, text):
            return False
        self._other(place, line, text)
        return False

    def _labelled(self, place: int, label: tuple[str, str], text: str, following: Line | None) -> bool | None:
        meaning, value = label
        if value:
            written = text[: len(text) - len(value)].strip(" :：")
            if meaning == "title" and not self.candidates and self.first_fact is None:
                self.candidates.append(Candidate(place, Line(0, value, value, blank=False), value, strong=True))
                return False
            segments = _SEGMENTS.split(text)
            if len(segments) > 1 and all(label_of(segment) for segment in segments):
                for segment in segments:
                    if inner := label_of(segment):
                        take_label(inner[0], inner[1], self.into, segment.split(":")[0])
                self._fact_at(place)
                return False
            if meaning in ROLE_FIELDS:
                value = _without_facts(value, self.into)
            if take_label(meaning, value, self.into, written):
                self._fact_at(place)
                return False
            return None
        above = following is not None and not following.blank and label_of(following.text) is None
        if above and following and take_label(meaning, following.plain, self.into, text):
            self._fact_at(place)
            return True
        return None

    def _lone_certificate(self, place: int, line: Line, following: Line | None) -> bool:
        """«R» or «15» on a line of its own, below a fact, or between the title and a fact."""
        text = line.plain
        weak = text in CERTIFICATE_LETTERS or text in CERTIFICATE_AGES
        beside = following is not None and not following.blank and bool(fact_parts(following.plain)[0])
        below = place - 1 in self.facts and (beside or not line.blank)
        if not weak or not (below or (beside and any(one.place == place - 1 for one in self.candidates))):
            return False
        self.into.put("certificate", text)
        self._fact_at(place)
        return True

    def _quoted(self, place: int, text: str, italic: str) -> bool:
        found = _QUOTED.match(text) or _SINGLE_QUOTED.match(text) or (_ITALIC.match(f"*{italic}*") if italic else None)
        if not found or len(found["quote"]) > 2 * TAGLINE_MOST:
            return False
        before = found.groupdict().get("before") or ""
        facts, rest = fact_parts(before) if before else ([], "")
        if rest and not facts:
            return False
        if self.candidates or facts or self.first_fact is not None:
            self.into.put("tagline", Plain(found["quote"].strip()))
            if facts:
                take_facts(_known(facts), self.into)
                self._fact_at(place)
            return True
        return False

    def _fact_line(self, place: int, line: Line, text: str) -> bool:
        facts, rest = fact_parts(text)
        if facts and self.candidates and _ends_in_slogan(text, rest):
            take_facts(_known(facts), self.into)
            self.into.guess("tagline", Plain(rest))  # «98% | Count to ten.»
            self._fact_at(place)
            return True
        if not facts or (rest and (len(facts) < 2 or len(rest) > 40 * (len(facts) // 2))):
            return False
        first = not (self.candidates or self.year_lines or self.into.values or self.into.ratings)
        if first and _names_film(facts, text):
            return False
        begins = PARTS.split(text, maxsplit=1)[0].strip()
        rest = begins if rest.startswith(begins) and len(facts) > 2 else rest
        apart = not self.candidates or (line.blank and len(facts) > 2) or bool(split_year(rest).year)
        if rest and text.startswith(rest) and apart and not self.into.has("title"):
            title, more = titled(rest)
            self.candidates.append(Candidate(place, Line(0, rest, rest, blank=False), title, strong=True))
            facts = [*facts, *more]
            rest = _cell_behind(text, begins)
            if _may_name(rest):
                self.into.guess("directors", (Plain(rest),))
        self._maker(rest)
        take_facts(_known(facts), self.into)
        self._fact_at(place)
        return True

    def _maker(self, cell: str) -> None:
        """Take who made the film from a row of facts: «Ada Quill / 1955 / 92 min», «A film by Ada Quill · 1955»."""
        made = FILM_BY.fullmatch(cell)
        if made and self.candidates:
            take_label("director", made["maker"] or made["name"], self.into)
        elif " " in cell and self.candidates and name_likeness(cell) >= 2 and cell != self.candidates[0].title:
            self.into.add("directors", (Plain(cell),))

    def _other(self, place: int, line: Line, text: str) -> None:
        if take_unknown(line.text, self.into, titled_above=bool(self.candidates)) or take_told(text, self.into):
            self._fact_at(place)
            return
        aka = AKA.match(text)
        if aka and self.candidates:
            self.into.put("original_title", Plain(aka["title"].strip()))
            return
        if self._sentence(place, line, text):
            return
        if CRUMBS.search(text):
            return
        if self._credit(place, line, text):
            return
        title, facts = titled(text)
        strong = bool(facts)
        if len(title) <= 120:
            self.candidates.append(Candidate(place, line, title, strong))
        if facts:
            take_facts(_known(facts), self.into)
            self._fact_at(place)

    def _sentence(self, place: int, line: Line, text: str) -> bool:
        """Take a sentence: of the story, or the slogan."""
        sentence = bool(_SENTENCE_END.search(text)) and (len(text.split()) > 5 or len(self.candidates) > 0)
        opens = place == 0 and len(text) >= SYNOPSIS_LEAST // 2 and len(text.split()) > _TITLE_MOST
        if (len(text) >= SYNOPSIS_LEAST or (opens and sentence)) and (sentence or len(text) > TAGLINE_MOST):
            told = self.has_synopsis or text.isupper()  # a slogan is set in capitals, a story is not
            short = len(text) <= TAGLINE_MOST and told and (self.candidates or self.first_fact is not None)
            if short and not self.into.has("tagline") and "tagline" not in self.into.guesses:
                self.into.guess("tagline", Plain(text))
            else:
                self.sentences.append(line)
            return True
        above = self.sentences[-1] if self.sentences and sentence and line.blank else None
        if above and line.number - above.end <= _NEAR and ". " in above.text and not turns_to_reader(text):
            self.sentences.append(line)
            return True
        if sentence and (self.candidates or self.year_lines) and self.first_fact is not None:
            self.into.guess("tagline", Plain(text))
            return True
        return False

    def _credit(self, place: int, line: Line, text: str) -> bool:
        """Take who made the film from a line below its title or facts: «Film de Ada Quill (1955)», «by Ada Quill»."""
        by = BY_ALONE.fullmatch(text) if place - 1 in self.facts and not line.blank else None
        if by and name_likeness(by["name"]) > 0:
            self.into.guess("directors", (Plain(by["name"]),))
            return True
        made = FILM_BY.fullmatch(text) or YEAR_BY.fullmatch(text)
        if not made or not self.candidates:
            return False
        groups = made.groupdict()
        year = groups.get("from") or made["year"]
        take_label("director", groups.get("maker") or made["name"], self.into)
        self.into.put("year", int(year) if year else None)
        self._fact_at(place)
        return True

    def _fact_at(self, place: int) -> None:
        self.facts.add(place)
        if self.first_fact is None:
            self.first_fact = place

    def decide_title(self, lines: Sequence[Line]) -> None:
        """Choose the title among the lines that could be it; a lone number may be title or year."""
        self._settle_years()
        if self.into.has("title"):
            return
        makers = set(self.into.values.get("directors", ()))
        others = [one for one in self.candidates if not makers.issuperset(people(one.title)[0])]
        blanks = [place for place, line in enumerate(lines) if line.blank]
        best = best_title(others or self.candidates, Head(lines, self.facts, self.told, blanks, dense=self.dense))
        if best is None:
            return
        title, other = other_title(display_title(without_site(best, lines, self.told).strip(' "“”*_|-–')), self.told)
        title = self._without_year(title)
        if title:
            self.into.put("title", Plain(title))
            self.into.put("original_title", Plain(other))
            rest = [one for one in self.candidates if one is not best and one.place > best.place]
            for one in rest:
                if _SENTENCE_END.search(one.line.plain):
                    self.into.guess("tagline", Plain(one.line.plain))
                elif one.place - best.place <= _NEAR and _is_full_name(one.line.plain):
                    self.into.guess("directors", (Plain(one.line.plain),))

    def _without_year(self, title: str) -> str:
        """Take «1987» off «Lantern Row 1987» on a page that has no other year and never says the two together."""
        found = _YEAR_BEHIND.fullmatch(title)
        known = self.into.has("year") or self.into.has("released") or title.casefold() in self.told.casefold()
        if not found or known or int(found["year"]) > datetime.now(tz=UTC).year + 1:
            return title
        self.into.put("year", int(found["year"]))
        return found["title"]

    def _settle_years(self) -> None:
        """«1917» alone on a line is the title where no other line is, and another year stands on the page."""
        if not self.year_lines:
            return
        first_place, first = self.year_lines[0]
        another = len(self.year_lines) > 1 or self.into.has("year") or self.into.has("released")
        before = [one for one in self.candidates if one.place < first_place]
        if not before and not self.into.has("title") and (another or not self.candidates):
            self.candidates.insert(0, Candidate(first_place, first, first.plain, strong=True))
            self.year_lines.pop(0)
        for _, line in self.year_lines[:1]:
            self.into.put("year", int(line.plain))


def _part_slogan(reader: _Header, lines: Sequence[Line]) -> None:
    """Take a sentence that touches the title or the facts above it off the longer text below: it is the slogan."""
    if len(reader.sentences) < 2 or reader.into.has("tagline"):
        return
    first, second = reader.sentences[:2]
    place = lines.index(first)
    above = place - 1 in reader.facts or any(one.place == place - 1 for one in reader.candidates)
    single = len(_STOPS.findall(first.plain)) == 1 and len(first.text) <= TAGLINE_MOST
    if single and above and not first.blank and second.blank and len(second.text) > 2 * len(first.text):
        reader.into.guess("tagline", reader.sentences.pop(0).plain)


def _without_facts(value: str, into: Gathered) -> str:
    """Take the facts off a list of people: «Céline Sciamma, 113 mins, cert 15, France 2014»."""
    names = []
    aside = _ASIDE.search(value)
    facts, rest = fact_parts(aside["aside"]) if aside else ([], "")
    if aside and facts and not rest:
        take_facts(_known(facts), into)
        value = value[: aside.start()]
    for part in value.split(", "):
        facts, rest = fact_parts(part)
        known = bool(facts) and not rest and any(character.isdigit() for character in part)
        take_facts(_known(facts) if known else [], into)
        names += [] if known else [part]
    return ", ".join(names) or value


def _several_facts(text: str) -> bool:
    """«Rated 15 | 1h 59m | 2019» is a row of facts and no label with its value."""
    if ":" in text:
        return False
    facts, rest = fact_parts(text)
    return len(facts) > 1 and not rest


def _ends_in_slogan(text: str, rest: str) -> bool:
    """Say whether a row of facts has a sentence as its last cell."""
    cells = _CELLS.split(text)
    return len(cells) > 1 and cells[-1] == rest and len(rest) <= TAGLINE_MOST and bool(_SENTENCE_END.search(rest))


def _may_name(cell: str) -> bool:
    words = cell.split()
    return 1 < len(words) < 4 and all(word[:1].isupper() for word in words) and name_likeness(cell) > 0


def _cell_behind(text: str, title: str) -> str:
    """Return the only cell of a row that is neither title nor fact: «LANTERN ROW | 1999 | Ada Quill | 94 mins»."""
    cells = [cell for cell in PARTS.split(text) if cell and cell != title and not fact_parts(cell)[0]]
    cells = [cell for cell in cells if any(character.isalpha() for character in cell)]
    return cells[0] if len(cells) == 1 else ""


_CELLS = re.compile(r"\s*[|·•]\s*")
_YEAR_APART = re.compile(r"[^\W\d]{4,}(?:\s{3,}|\s\|\s)(?:18|19|20)\d\d$")
"""«BRAZIL       1985»: no row of facts is set so."""
_STOPS = re.compile(r"[.!?…]+(?=\s|$)")
_NEAR = 2
"""Lines below the title within which a name alone is who made the film."""


def _is_full_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= 4 and known_first(words[0]) and name_likeness(text) >= 2 and text != text.casefold()


def _names_film(facts: Sequence[Fact], text: str) -> bool:
    """Say whether a page's first line is the title all the same: «13 Hours», «Australia», «Australia (2008)»."""
    dated = (
        len(facts) == 2
        and facts[0].name in ("countries", "genres", "languages")
        and (bool(split_year(text).year) or (facts[1].name == "year" and bool(_YEAR_APART.search(text))))
    )
    named = all(fact.name in ("countries", "genres", "languages", "aside") for fact in facts) and not PARTS.search(text)
    return dated or ((len(facts) == 1 or named) and any(character.isalpha() for character in text))


def _known(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.name != "aside"]
