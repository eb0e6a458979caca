"""Notes of a film lover: Markdown with front matter, from Obsidian's plug-ins, Hugo and other logs.

The fields go by whatever names people give them (`rows/roles.py`); headings part the body into the film's plot,
trivia and the owner's own words, which are their review where they also judged the film, else a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import structs

from tui.models import Citation, Extract, Facts, Personal, Plain, Rating, Remark, Review, Trivia, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import front_matter, values
from tui.readers.rows.anecdotes import trivia_of
from tui.readers.rows.objects import role_of_name
from tui.readers.rows.other_subjects import is_other
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.roles import normal
from tui.readers.rows.settling import scale_of
from tui.readers.rows.shelves import shelf_of
from tui.readers.rows.values import Cell, first
from tui.text.markup import unmark_html, unmark_markdown
from tui.text.spoilers import announces_spoilers

_NAMES = {
    "title": "title", "name": "title", "english title": "other_titles",
    "rating": "my_rating", "grade": "my_rating", "score": "my_rating",
    "stars": "my_rating", "imdb": "film_rating", "rotten tomatoes": "tomatometer", "rt": "tomatometer",
    "metacritic": "metascore", "date": "date", "lastmod": "lastmod", "favorite": "liked", "favourite": "liked",
    "plot": "plot", "summary": "synopsis", "description": "synopsis", "rated": "certificate", "link": "link",
    "url": "link", "note": "my_note", "location": "venue", "medium": "venue", "venue": "venue", "review": "text",
    "quick look": "headline", "tags": "tags", "author": "author", "watchlist": "watchlist", "status": "status",
    "viewings": "watched_on", "watches": "watched_on",
    "plan to watch": "watchlist", "want to watch": "watchlist", "to watch": "watchlist", "wishlist": "watchlist",
}  # fmt: skip
"""Names that mean something else in a note than in a table: here a rating is the owner's."""
_SURE = frozenset({"directors", "cast", "id:imdb", "id:tmdb", "my_rating", "film_rating", "runtime", "certificate",
                   "watched_on", "watched", "metascore", "tomatometer", "year", "venue"})  # fmt: skip
_FILM_KIND = re.compile(r"(?:movies?|films?|review)(?:[ _-](?:reviews?|notes?))?", re.IGNORECASE)
_KEPT_OUT = frozenset({"draft", "publish", "layout", "cssclass", "cssclasses", "template", "lastmod", "aliases"})
_NOISE = re.compile(
    r"^(?:(?:movie|film|blu-?ray|dvd)\s+)?reviews?\s*[:–—-]\s*|\s*[:–—|(\[-]\s*(?:(?:a|movie|film|my)\s+)*review\)?\]?$",
    re.IGNORECASE,
)
"""What a blog's title says beside the film's."""
_POSTED = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?=-)")
"""The day that the file's name of a blog's post begins with."""
_NAMELESS = re.compile(r"^[\W\d_]*$|template|untitled|^(?:index|readme|note|log|diary|movies?|films?)$", re.IGNORECASE)
"""Names of notes that are no title: a day's, a form's."""
_SLUG = re.compile(r"(.+?)-((?:18|19|20)\d\d)(?:-\w+)?")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_LABEL = re.compile(r"\s*(?:[-*+]\s+|\d+\.\s+)?\*\*([^*\n]{1,40}?)\s*(?::\s*\*\*|\*\*\s*:)[ \t]*(.{0,300})$")
_CODE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_SLIDER = re.compile(r"maxValue\((\d{1,3})\)\)?:\s*\w*[rR]ating")
_OUT_OF = frozenset({"max score", "score max", "max rating", "rating max", "best rating", "rating scale", "out of"})
"""Fields that say what the rating beside them is out of."""
_MEDIA_DB = frozenset({"dataSource", "onlineRating", "personalRating"})
"""Fields of Obsidian's Media DB plug-in, whose ratings are out of ten."""
_NO_VALUE = "[object Object]"
"""What a plug-in leaves of a value that it could not write."""
_SHORTCODE = re.compile(r"\{\{[<%].{0,400}?[%>]\}\}|\{%.{0,400}?%\}|<!--.{0,400}?-->", re.DOTALL)
"""What Hugo and Jekyll put in: marks around text, pictures; comments."""
_LIVE = re.compile(r"`(?:\$?=|INPUT\[|VIEW\[|BUTTON\[)[^`]*`")
_WIKI = re.compile(r"!?\[\[([^\[\]|#]+)(?:#[^\[\]|]*)?(?:\|([^\[\]]+))?\]\]")
_VEIL = re.compile(r"^!spoilers?\s*$|\|\|.+?\|\|", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_CALLOUT = re.compile(
    r"^>[ \t]*\[!(?P<kind>[\w-]+)\][+-]?(?P<title>[^\n]*)\n(?P<text>(?:>[^\n]*(?:\n|\Z))*)", re.MULTILINE
)
_TAGS = re.compile(r"\s*(?:#[^\W\d][\w/-]*\s*)+")
_LINK_ALONE = re.compile(r"(?:[-*_]{3,}[ \t]*\n)?\[[^\[\]\n]{1,80}\]\(https?://[^\s()]+\)")
"""A line that is nothing but a link to where more is."""
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_BARE = re.compile(r"\W*(?:my\s+)?[^\W\d_]+s?\W*", re.IGNORECASE)
"""A heading of one word, «Review», that says no more than that a review follows."""
_SECTIONS = (
    ("plot", re.compile(r"plot|synops|sinops[ei]|trama|story|summary|handlung|overview|res[uú]m[eo]n?", re.IGNORECASE)),
    ("trivia", re.compile(r"trivia|facts|did you know|curiosidades|curiosità|goofs", re.IGNORECASE)),
    ("review", re.compile(
        r"review|thoughts|resenha|reseña|análise|analysis|opinion|recommendation|verdict|recensione|kritik|conclus",
        re.IGNORECASE)),
    ("facts", re.compile(
        r"(?:cast|crew|cast (?:and|&) crew|ratings|scores|details|info(?:rmation)?|metadata|links?|where to watch"
        r"|streaming|watch providers|posters?|images?|media)$", re.IGNORECASE)),
)  # fmt: skip


@dataclass(slots=True)
class _Body:
    """What a note's text holds, by kind; paragraphs with their headings."""

    plot: list[str] = field(default_factory=list)
    trivia: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    title: str = ""
    """The note's first heading, where it is one of the first level."""
    reviewed: bool = False
    spoiler: bool = False


class NoteReader:
    """A note about one film."""

    name = "note"
    title = "Note with front matter (Obsidian, Hugo …)"
    suffixes = (".md", ".markdown", ".mdx", ".txt")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is a note about a film, by its fields."""
        note = front_matter.note_of(document.head_text)
        if note is None:
            return NOT_MINE
        roles = {role for name in note.fields if (role := _role(name))}
        told = roles & _SURE
        kind = first(note.fields.get("type", note.fields.get("Type", ""))).casefold()
        if is_other(kind):
            return Match(0.9, f"a note about no film («{kind}»)")
        film = _is_of_film(kind)
        if len(told) + film + ("title" in roles) < 2 or not (told or film):
            return Match(0.1, "front matter, but nothing in it is about a film")
        return Match(
            min(0.96, 0.7 + 0.06 * (len(told) + film)), f"front matter with {', '.join(list(note.fields)[:4])}"
        )

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the note says."""
        note = front_matter.note_of(document.text)
        if note is None:
            return
        if is_other(kind := first(note.fields.get("type", note.fields.get("Type", "")))):
            yield Remark(text=f"the note is about no film («{values.line(kind)}»)")
            return
        cells, extra = _cells(note.fields)
        body = _body(note.body)
        extra |= {name: value for name, value in body.labels.items() if _role(name) is None and name not in extra}
        cite = document.cite(1, document.text.count("\n") + 1)
        facts, inferred = _facts(cells, extra, body, document)
        if facts.title is None and not facts.ids:
            yield Remark(
                text="the note names no film (a template?)" if "{{" in document.text else "the note names no film"
            )
            return
        if "date" not in cells and (posted := _POSTED.match(document.name.rsplit("/", 1)[-1])):
            cells["date"] = posted[0]
        rating = _rating(cells, _scale(note))
        review = _review(cells, body, rating, document.cite(note.first, document.text.count("\n") + 1))
        if body.tags and "tags" not in cells:
            cells["tags"] = body.tags
        personal = _personal(cells, rating, cite)
        if review is None and (own := _prose(body.own)):
            kept = values.own_notes(own, values.date(first(cells.get("date", ""))))
            personal = structs.replace(personal or Personal(), notes=kept)
        trivia = tuple(Trivia(text=text, sources=(cite,)) for item in body.trivia if (text := _prose([item])))
        trivia += trivia_of(cells.get("trivia", ""), cite)
        yield Extract(
            facts=facts,
            inferred=inferred,
            source=cite,
            reviews=(review,) if review is not None else (),
            trivia=trivia,
            personal=personal,
        )


def _is_of_film(kind: str) -> bool:
    """Say whether what a note calls its type is a film, or a review of one."""
    return _FILM_KIND.fullmatch(kind.strip(" []")) is not None


def _role(name: str) -> str | None:
    role = _NAMES.get(normal(name)) or role_of_name(name)
    return {"rating": "my_rating", "wanted": "watchlist"}.get(role or "", role)


def _cells(fields: Mapping[str, Cell]) -> tuple[dict[str, Cell], dict[str, Cell]]:
    cells: dict[str, Cell] = {}
    extra: dict[str, Cell] = {}
    for name, value in fields.items():
        if first(value) == _NO_VALUE:
            continue
        role = _role(name)
        if role == "film_rating" and values.external_id("imdb", first(value)):
            role = "id:imdb"
        if role == "watched" and values.date(_unlinked(first(value))):
            role = "watched_on"
        if role == "released" and first(value).casefold() in {"true", "false"}:
            role = None
        if role == "film_type" and _is_of_film(first(value)):
            continue
        if role is not None and role not in cells and value:
            cells[role] = value
        elif normal(name) not in _KEPT_OUT and (role is None or (value and value != cells[role])):
            extra[name] = value
    return cells, extra


def _facts(cells: Mapping[str, Cell], extra: Mapping[str, Cell], body: _Body, document: Document) -> tuple[Facts, bool]:
    """Return what the note says of its film, and whether its title had to be concluded from a name."""
    scale = 10.0
    facts = facts_of(cells, Meaning(film_scale=scale, by="imdb" if "film_rating" in cells else ""), extra)
    if facts.plot and not facts.synopsis:
        facts = structs.replace(facts, synopsis=facts.plot, plot=None)
    if not facts.synopsis and (plot := _prose(body.plot)):
        facts = structs.replace(facts, synopsis=plot)
    stem = document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if facts.title is not None:
        title, year = values.title_year(_NOISE.sub("", facts.title))
        others = (values.title_year(name) for name in (body.title, stem) if name)
        year = facts.year or year or next((other[1] for other in others if other[0] == title), None)
        return structs.replace(facts, title=title, year=year), False
    if body.title and (named := values.title_year(body.title))[0]:
        return structs.replace(facts, title=named[0], year=facts.year or named[1]), False
    for name in (first(cells.get("slug", "")), stem):
        if found := _SLUG.fullmatch(name):
            title = Plain(" ".join(word.capitalize() for word in found[1].split("-")))
            return structs.replace(facts, title=title, year=facts.year or int(found[2])), True
    title_, year = values.title_year(stem.replace("_", " "))
    told: list[object] = [facts.year, facts.directors, facts.cast, facts.runtime_minutes, facts.genres]
    told += [role in cells for role in ("my_rating", "watched_on")]
    is_named = sum(map(bool, told)) > 1 and _NAMELESS.search(stem) is None
    if facts.ids or year is not None or is_named:
        return structs.replace(facts, title=title_, year=facts.year or year), True
    return facts, False


def _rating(cells: Mapping[str, Cell], scale: float | None) -> Rating | None:
    """Return the owner's rating; a bare number is out of `scale`, else of 5, or of 10 or 100 where it is larger."""
    raw = first(cells.get("my_rating", ""))
    if not raw or values.is_nothing(raw) or raw.strip() == "0":
        return None
    return values.rating(raw, scale or scale_of("", [raw.strip()]))


def _scale(note: front_matter.Note) -> float | None:
    """Return what the note says its owner's rating is out of: a slider in its text, or the plug-in that made it."""
    limits = (first(value) for name, value in note.fields.items() if normal(name.rsplit(".", 1)[-1]) in _OUT_OF)
    if (limit := next((one for one in limits if one.isdecimal() and int(one)), None)) is not None:
        return float(limit)
    told = _SLIDER.search(note.body)
    return float(told[1]) if told and float(told[1]) else 10.0 if note.fields.keys() >= _MEDIA_DB else None


def _review(cells: Mapping[str, Cell], body: _Body, rating: Rating | None, cite: Citation) -> Review | None:
    text = values.passage(cells["text"]) if "text" in cells else _prose(body.own)
    judged = rating is not None or body.reviewed or "text" in cells or bool(first(cells.get("my_rating", "")))
    if not text or not judged:
        return None
    return Review(
        text=text,
        author=values.line(cells.get("author", "")),
        headline=Plain(_shown(values.line(cells.get("headline", "")) or "")) or None,
        rating=rating,
        date=values.date(first(cells.get("date", cells.get("watched_on", "")))),
        spoiler=body.spoiler or announces_spoilers(text) or values.yes(cells.get("spoiler", "")),
        mine=True,
        sources=(cite,),
    )


def _personal(cells: Mapping[str, Cell], rating: Rating | None, cite: Citation) -> Personal | None:
    found: dict[str, Any] = {}
    if viewings := _viewings(cells, rating, cite):
        found["viewings"] = viewings
    if rating is not None:
        found["ratings"] = (rating,)
    elif (raw := values.line(cells.get("my_rating", ""))) and raw != "0" and not values.is_nothing(raw):
        found["extra"] = {"rating": raw}  # a word for it: «Abandoned»
    if values.yes(cells.get("liked", "")):
        found["liked"] = "yes"
    if values.yes(cells.get("watchlist", "")) or shelf_of(first(cells.get("status", ""))) == "watchlist":
        found["watchlist"] = "yes"
    if tags := tuple(tag for tag in values.names(cells.get("tags", "")) if not tag.startswith("mediaDB/")):
        found["tags"] = tags
    if note := values.passage(cells.get("my_note", "")):
        found["notes"] = values.own_notes(note)
    return Personal(**found) if found else None


def _viewings(cells: Mapping[str, Cell], rating: Rating | None, cite: Citation) -> tuple[Viewing, ...]:
    """Return a viewing for each day that the note gives; one without a day where it only says «seen»."""
    logged = cells.get("date", "") if "venue" in cells else ""  # a log of viewings says where, and means when
    listed = cells.get("watched_on", logged)
    if isinstance(listed, str):
        parts = re.split(r"[,;]\s+", listed)
        listed = parts if all(values.date(_unlinked(part)) for part in parts) else [listed]
    days: list[str | None] = [day for one in listed if (day := values.date(_unlinked(one)))]
    if not days and not values.yes(cells.get("watched", "")) and shelf_of(first(cells.get("status", ""))) != "watched":
        return ()
    venue = ", ".join(values.names(cells.get("venue", "")))
    return tuple(
        Viewing(
            date=day,
            rating=rating if day and day == days[-1] else None,
            note=Plain(venue) if venue else None,
            sources=(cite,),
        )
        for day in days or [None]
    )


def _body(text: str) -> _Body:
    """Part a note's text by its headings; what computes itself, and labels without a value, are left out."""
    body = _Body(spoiler=bool(_VEIL.search(text)))
    text = _VEIL.sub(lambda found: found[0].strip("|") if found[0].startswith("||") else "", text)
    text = _SHORTCODE.sub("", _LIVE.sub("", _CODE.sub("", text)))
    kind, heading = "own", ""
    for place, raw in enumerate(re.split(r"\n\s*\n|\n(?=#{1,6}\s)", _CALLOUT.sub(_called, text))):
        paragraph = raw.strip("\n")
        found = _HEADING.match(paragraph.split("\n", 1)[0])
        if found:
            heading = _shown(found[2].rstrip("# \t\r"))
            if len(found[1]) == 1 and not place:
                body.title, heading = heading, ""
            kind = next((name for name, shape in _SECTIONS if shape.search(heading)), "own") if heading else kind
            body.reviewed |= kind == "review"
            heading = "" if kind == "review" and _BARE.fullmatch(heading) else heading
            paragraph = paragraph.split("\n", 1)[1] if "\n" in paragraph else ""
        if _TAGS.fullmatch(paragraph):
            body.tags += paragraph.replace("#", " ").split()
            continue
        if all(line.lstrip().startswith(">") for line in paragraph.split("\n")):
            paragraph = _QUOTE.sub("", paragraph)
        shown = _shown("\n".join(line for line in paragraph.split("\n") if not _labelled(line, body)))
        if not any(map(str.isalnum, shown)) or _LINK_ALONE.fullmatch(paragraph.strip()):
            continue
        if kind == "trivia":
            body.trivia += [item for item in re.split(r"^\s*[-*+]\s+", shown, flags=re.MULTILINE) if item.strip()]
        elif kind == "plot":
            body.plot.append(shown)
        elif kind == "facts":
            body.labels.setdefault(f"section «{heading}»", shown)
        else:
            body.own += [heading, shown] if heading else [shown]
            heading = ""
    body.reviewed &= bool(body.own)
    return body


def _called(found: re.Match[str]) -> str:
    """Return a callout («> [!summary] Plot» and the quoted lines below it) as a heading with its text."""
    text = re.sub(r"^>[ \t]?", "", found["text"], flags=re.MULTILINE)
    return f"\n\n## {found['title'].strip() or found['kind']}\n\n{text}\n\n"


def _unlinked(text: str) -> str:
    return _WIKI.sub(lambda found: found[2] or found[1], text)


def _labelled(line: str, body: _Body) -> bool:
    """Take «**Awards:** three» out of the text; without a value it is a form that was never filled in."""
    found = _LABEL.match(line)
    if found is None or (_SECTIONS[2][1].search(found[1]) and found[2].strip()):
        return False
    if value := _shown(found[2]):
        body.labels[found[1].strip()] = value
    return True


def _shown(markdown: str) -> str:
    text = _WIKI.sub(lambda found: found[2] or found[1], markdown)
    return unmark_markdown(unmark_html(text)).strip()


def _prose(paragraphs: list[str]) -> Plain:
    return values.passage("\n\n".join(paragraphs))


READER = NoteReader()
