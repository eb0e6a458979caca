"""The outline of an article: headings and what stands below them, without what the site put between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.readers.pages.facts import Gathered, fact_parts, take_facts
from tui.readers.pages.furniture import is_furniture, is_promo_label, opens_box
from tui.readers.pages.headings import (
    BODY_LEAST,
    BOLD,
    COUNTED,
    EDIT,
    ELSEWHERE,
    LONGEST_CASELESS,
    LONGEST_HEADING,
    REFERENCE,
    TERMINAL,
    is_body,
    is_heading,
    questions,
    section_key,
)
from tui.readers.pages.labels import label_of, people, take_label
from tui.readers.pages.lines import Line, blocks, hard_wrapped, visible
from tui.readers.pages.meta import read_meta
from tui.readers.pages.vocabulary import MAKING_SECTIONS, SECTIONS, SPOILER_SECTIONS, key
from tui.text.comparing import squash
from tui.text.spoilers import announces_spoilers, heads_spoilers
from tui.text.titles import split_year
from tui.text.wordsets import phrases

_PLOT = frozenset(
    map(
        key,
        phrases(
            "plot|plot summary|the plot|synopsis|plot synopsis|storyline|summary of the plot|story summary|plot outline"
            "|handlung|inhalt|die handlung|intrigue|synopse|résumé"
            "|argumento|sinopsis|trama|la trama|sinopse|enredo|děj|zápletka|fabuła|zarys fabuły|opis fabuły"
            "|handling|handlingen|juoni|verhaal|het verhaal|сюжет|あらすじ|ストーリー|剧情|劇情|剧情简介|줄거리|konu"
        ),
    )
)
COMMENTS = re.compile(
    r"(?:\d[\d.,]*\s+)?(?:comments?|responses?|replies|thoughts\s+on\s+.{2,80}|kommentare?|commentaires?"
    r"|comentarios?|commenti|komentáře|komentarze|reacties|コメント|评论)(?:\s*\(?\d[\d.,]*\)?)?\s*:?"
    r"|(?:leave|post|write|add)\s+a\s+(?:comment|reply|response)|(?:deja|dejar|escribe|añade)\s+un\s+comentario"
    r"|(?:laisse[rz]?|écri(?:re|vez|s)|ajoute[rz]?)\s+un\s+commentaire|(?:einen\s+)?kommentar\s+(?:schreiben|hinterlassen|verfassen)"
    r"|(?:lascia|scrivi|aggiungi)\s+un\s+commento|(?:napsat|přidat|přidejte)\s+komentář|(?:dodaj|napisz|zostaw)\s+komentarz"
    r"|(?:deixe|escreva)\s+um\s+comentário|(?:plaats|geef)\s+een\s+reactie|コメントを(?:残す|書く)|发表评论|join\s+the\s+(?:conversation|discussion)"
    r"|what\s+do\s+you\s+think\?.*|comments?\s+(?:section|policy)",
    re.IGNORECASE,
)
_ENDING = frozenset(
    phrases(
        "about the author|author bio|references|notes|footnotes|external links|further reading|bibliography|citations"
        "|notes and references"
    )
)
_TOPICS = frozenset(
    phrases("awards|box office|soundtrack|soundtracks|music|technical specs|streaming|media|lists|gallery|connections")
)
"""Headings of links on a film page that head a text in an article."""
_SHEETS = frozenset(
    map(
        key,
        phrases(
            "fiche technique|ficha técnica|scheda tecnica|technische daten|produktionsdaten|technical specs"
            "|základní údaje"
        ),
    )
)
"""Headings of sheets of facts: «Réalisation : …»."""
_CAST_LINE = re.compile(r"^[^.!?]{3,40}?\s+(?:as|als|jako|comme|como|come|–|—|-|\.{2,}|…)\s+\S[^.!?]{1,120}$")
_ADDRESS = re.compile(r"\b(Mrs?|Ms|Dr|St|Jr|Sr)\.")
_FAQ = re.compile(r".{0,30}\b(?:faqs?|frequently\s+asked(?:\s+questions)?|häufige\s+fragen|questions\s+fréquentes"
    r"|preguntas\s+frecuentes|domande\s+frequenti|people\s+also\s+ask|q\s?&\s?a|questions\s+and\s+answers)\b.{0,30}",
    re.IGNORECASE)  # fmt: skip
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\s+([^\W\d_][^.!?]{0,60})")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+\S")


@dataclass(slots=True)
class Item:
    """A paragraph or list item under its heading."""

    topic: str | None
    lines: list[Line]
    spoiler: bool = False
    helpful: tuple[int, int] | None = None

    @property
    def source(self) -> str:
        """The text with its Markdown marks, without reference marks."""
        joined = ""
        for line in self.lines:
            part = REFERENCE.sub("", EDIT.sub("", line.text))
            glued = joined.endswith("-") and part[:1].islower()
            joined += part if not joined or glued else f" {part}"
        return joined.strip()

    @property
    def text(self) -> str:
        """The text as its reader sees it."""
        return visible(self.source)


@dataclass(slots=True)
class Outline:
    """An article taken apart."""

    title: Line | None = None
    items: list[Item] = field(default_factory=list)
    plot: list[Item] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    headings: int = 0
    intro: list[Item] = field(default_factory=list)
    """What stands before the first heading."""


def outline(lines: Sequence[Line], gathered: Gathered | None = None) -> Outline:
    """Return title, headings, paragraphs and items of an article; `gathered` holds the facts known before."""
    return _Builder(list(lines), gathered).build()


def _without_numbers(lines: list[Line]) -> list[Line]:
    """Take the numbers off an encyclopaedia's headings («2 Plot», «4.1 Writing»), where several are known."""
    alone = {
        place: found[1]
        for place, line in enumerate(lines)
        if line.blank
        and not line.bullet
        and (place + 1 == len(lines) or lines[place + 1].blank)
        and (found := _SECTION_NUMBER.fullmatch(line.plain))
    }
    if sum(key(name) in SECTIONS or key(name) in MAKING_SECTIONS for name in alone.values()) < 2:
        return lines
    return [replace(line, text=alone[place]) if place in alone else line for place, line in enumerate(lines)]


class _Builder:
    """Walks over an article's blocks and keeps where it is: under which heading, in which kind of section."""

    def __init__(self, lines: list[Line], gathered: Gathered | None) -> None:
        self.lines = _without_numbers(lines)
        self.wrapped = hard_wrapped(lines)
        self.found = Outline(gathered=gathered or Gathered())
        self.topic: str | None = None
        self.mode = "body"
        self.spoiler = False
        self.faq = False
        self.questions: set[int] = set()
        """The numbers of the lines that ask in an interview."""
        self.level = 0

    def build(self) -> Outline:
        runs = [(block, None if opens_box(block) else self._kept(block)) for block in blocks(self.lines)]
        self.questions = questions([kept for _, kept in runs if kept])
        for place, (block, kept) in enumerate(runs):
            if self.mode == "tail":
                break
            if kept is None:
                continue
            following = next((later for _, later in runs[place + 1 : place + 21] if later), [])
            self._block(block, kept, following)
        self.found.intro = [item for item in self.found.items if item.topic is None]
        return self.found

    def _kept(self, block: Sequence[Line]) -> list[Line]:
        return [line for line in block if not self._is_dropped(line)]

    def _is_known_heading(self, line: Line) -> bool:
        bare = key(line.plain)
        return (bool(line.level) and not is_promo_label(line.text)) or bare in SECTIONS or bare in SPOILER_SECTIONS

    def _block(self, block: list[Line], kept: list[Line], following: list[Line]) -> None:
        places = {id(line): place for place, line in enumerate(kept)}
        for line in block:
            place = places.get(id(line))
            if (
                COMMENTS.fullmatch(line.plain)
                and (line.blank or self.mode == "skip")
                and (self.found.items or self.found.plot)
            ):
                self.mode = "tail"
                return
            if place is None:
                self._furniture(line)
                continue
            if self._is_byline(line):
                continue
            heads = is_heading(kept, place, following) and not self._is_standfirst(line)
            if heads or self._is_asked(kept, place, following):
                self._heading(line, [*kept[place + 1 :], *following])
            elif not self._preamble(kept, place):
                self._text(line, fresh=place == 0)

    def _is_asked(self, kept: Sequence[Line], place: int, following: Sequence[Line]) -> bool:
        """Say whether a line is one of the questions below «FAQ»."""
        known = self.faq or kept[place].number in self.questions
        asks = known and place == 0 and len(kept[0].text) <= LONGEST_HEADING and kept[0].plain[-1:] in "?？"
        return asks and is_body((*kept[1:], *following, kept[0])[0])

    def _is_standfirst(self, line: Line) -> bool:
        """Say whether a line is what newspapers set between headline and text: long, and in small letters."""
        if self.found.title is None or self.found.items or self.found.headings or line.level or line.bullet:
            return False
        said = line.plain.split()
        return len(said) > 8 and sum(word[:1].islower() for word in said) >= 0.6 * len(said)

    def _is_dropped(self, line: Line) -> bool:
        return is_furniture(line.raw) and not self._is_known_heading(line)

    def _is_byline(self, line: Line) -> bool:
        """Before the first paragraph, who wrote it and when is no part of the text."""
        if self.found.items or self.found.plot or line.level or not self.found.title:
            return False
        meta = read_meta(line.plain) if line.plain[-1:] not in "。！？" else None
        return meta is not None and meta.strong and not meta.only_votes

    def _furniture(self, line: Line) -> None:
        """A furniture line may still say something: votes for the item above, that spoilers follow."""
        meta = read_meta(line.plain)
        if meta and meta.helpful and self.found.items:
            self.found.items[-1].helpful = meta.helpful
        elif _only_announces(line.plain):
            self.spoiler = True

    def _heading(self, line: Line, below: Sequence[Line]) -> None:
        text = visible(EDIT.sub(" ", line.text)).strip()
        bold = BOLD.fullmatch(text)
        text = (bold["text"] if bold else text).rstrip(":").strip()
        text = bare if section_key(bare := COUNTED.sub("", text)) in SECTIONS else text
        if self.found.title is None and not self.found.items and key(text) not in SECTIONS:
            self.found.title = line
            return
        if self.found.title and squash(text) == squash(self.found.title.plain):
            return
        kind = (
            None if key(text) in _SHEETS else SECTIONS.get(key(text)) or ("skip" if ELSEWHERE.fullmatch(text) else None)
        )
        topical = kind == "end" or key(text) in _TOPICS
        least = BODY_LEAST if kind == "end" else BODY_LEAST // 2
        if kind in ("skip", "end") and not (topical and _is_text_under(below, least) and key(text) not in _ENDING):
            self.mode = "skip"
            return
        if (
            self.mode == "skip"
            and not _is_text_under(below)
            and key(text) not in SPOILER_SECTIONS
            and not kind
            and not line.level
        ):
            return
        listed = kind == "cast" or (self.mode == "cast" and not kind and bool(below) and _is_part(below[0]))
        self.mode = "plot" if key(text) in _PLOT else "cast" if listed else "body"
        if self.spoiler and line.level > self.level > 0:
            pass  # a subsection of a spoiler section
        else:
            self.spoiler = heads_spoilers(text) or key(text) in SPOILER_SECTIONS
            self.level = line.level
        self.topic = text
        self.faq = bool(_FAQ.fullmatch(text)) or (self.faq and text[-1:] in "?？")
        self.found.headings += 1

    def _preamble(self, kept: list[Line], place: int) -> bool:
        """Take title, byline and fact lines off the top; return whether the line was one of them."""
        line = kept[place]
        if self.found.title and not self.found.items and _YEAR.fullmatch(line.plain):
            self.found.gathered.put("year", int(line.plain))
            return True
        if self.found.items or self.found.headings:
            return self.mode == "skip" and not self._resumes(line)
        text = line.plain
        if (
            self.found.title is None
            and len(text) <= 150
            and not TERMINAL.search(text)
            and not (self.wrapped and kept[place + 1 : place + 2] and kept[place + 1].text[:1].islower())
            and not line.bullet
            and not line.quoted
            and not _is_told(kept, place)
        ):
            self.found.title = line
            return True
        if self.found.title and (squash(text) == squash(self.found.title.plain) or self._names_again(text)):
            return True
        facts, rest = fact_parts(text)
        if facts and not rest:
            take_facts([fact for fact in facts if fact.name != "aside"], self.found.gathered)
            return True
        label = label_of(line.text)
        if label and label[1] and len(text) < 200 and label[0] not in ("text", "headline", "synopsis", "author"):
            return take_label(label[0], label[1], self.found.gathered, text.split(":")[0])
        return self.mode == "skip" and not self._resumes(line)

    def _names_again(self, text: str) -> bool:
        """Say whether a line is «Trivia for» or the film's name and year that stand in the title line already."""
        named = split_year(text)
        again = bool(named.year) and squash(text) in squash(self.found.title.plain if self.found.title else "")
        return again or (text.endswith((" for", " about", " of")) and key(text.rsplit(" ", 1)[0]) in SECTIONS)

    def _resumes(self, line: Line) -> bool:
        """A dropped section (a list of links) is over where a full paragraph follows without a heading."""
        if line.bullet or not line.blank or len(line.text) < 1.5 * BODY_LEAST or not is_body(line):
            return False
        self.mode = "body"
        return True

    def _text(self, line: Line, *, fresh: bool) -> None:
        if self.mode == "skip":
            return
        if (self.mode == "cast" and self._cast(line)) or (key(self.topic or "") in _SHEETS and self._fact(line)):
            return
        if _only_announces(line.plain):
            self.spoiler = True
            return
        into = self.found.plot if self.mode == "plot" else self.found.items
        joins = into and not fresh and not line.bullet and into[-1].topic == self.topic
        if joins and (self.wrapped or line.indent > into[-1].lines[0].indent):
            into[-1].lines.append(line)
            return
        into.append(Item(self.topic, [line], spoiler=self.spoiler or announces_spoilers(line.plain)))

    def _fact(self, line: Line) -> bool:
        """Take a labelled line of the sheet of facts that some encyclopaedias have as a section."""
        label = label_of(line.text)
        if not label or not label[1] or len(line.text) > 200:
            return False
        return take_label(label[0], label[1], self.found.gathered, re.split("[:：\t]", line.plain)[0].strip())

    def _cast(self, line: Line) -> bool:
        text = visible(REFERENCE.sub("", line.text))
        listed = line.bullet and len(text) < 60 and text[-1:] not in ".!?"
        if not listed and not _is_part(line):
            return False
        names, characters = people(re.split(r",\s|\s/\s", text)[0] if " as " in text else text)
        if len(names) != 1:
            return False
        self.found.gathered.add("cast", names)
        self.found.gathered.add("characters", characters)
        return True


def _is_told(block: Sequence[Line], place: int) -> bool:
    """Say whether a line is several sentences, or a paragraph's first one, broken at its width: no headline is."""
    text = block[place].plain
    below = block[place + 1].text if place + 1 < len(block) else ""
    return len(_STOPS.findall(text)) > 1 or (len(text) >= BODY_LEAST // 2 and below[:1].islower())


_STOPS = re.compile(r"\w{2}[.!?]+\s+(?=[A-ZÀ-Ž])")


def _is_part(line: Line) -> bool:
    """Say whether a line names a player and the part: «Ines Quarrel as the keeper»."""
    return bool(_CAST_LINE.match(_ADDRESS.sub(r"\1", visible(REFERENCE.sub("", line.text)))))


def _is_text_under(below: Sequence[Line], least: int = BODY_LEAST) -> bool:
    """Whether sentences stand below a heading, not a list of links."""
    first = below[0] if below else None
    return first is not None and not _NUMBERED.match(first.text) and len(first.text) >= least and is_body(first)


_ANNOUNCEMENT = re.compile(
    r"\b(?:may|might|will|could|can)\s+(?:give\s+away|reveal|spoil)|\bplot\s+points\b"
    r"|\bcontains?\s+(?:\w+\s+){0,2}spoilers?\b|\bspoilers?\s+(?:ahead|below|follow|alert|warning)"
    r"|\b(?:warning|careful|stop)\b.{0,40}\b(?:have|has|yet)\s+(?:\w+\s+)?seen\b"
    r"|\b(?:spoiler-?warnung|achtung,?\s+spoiler|attention,?\s+spoilers?)",
    re.IGNORECASE,
)


def _only_announces(text: str) -> bool:
    """Say whether a line does nothing but warn of spoilers."""
    if len(text) > 150 or text.count(". ") > 1 or re.match(r"\W*(?:jump|filter|sort)\b", text, re.IGNORECASE):
        return False
    if _ANNOUNCEMENT.search(text):
        return True
    few = len(text.split()) <= 6 and (" " in text or len(text) <= LONGEST_CASELESS)
    return few and announces_spoilers(text) and not re.search(r"[:–—-]\s+\w+\s+\w+", text)
