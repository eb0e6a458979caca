"""Film articles in wiki markup: exports of Wikipedia as XML, or the markup by itself.

A small careful reader instead of a parser library: an article's templates are dropped except the infobox, and what
remains is paragraphs, headings, lists and links, which linear expressions and one counter of braces read exactly.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from tui.models import Extract, Plain, Remark, Trivia
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.document import Document
from tui.readers.html import labels
from tui.readers.html.draft import Draft
from tui.readers.html.headings import CHARACTER_END, section_of, topic_of
from tui.readers.html.places import Places, placed, spanning
from tui.readers.wikimarkup import Article, articles, paragraphs, values
from tui.text import clean_line
from tui.text.dates import find_date
from tui.text.titles import is_year

_INFOBOX = re.compile(
    r"\{\{\s*(?:Infobox|Infobox[ _-]|Ficha de|Film infobox|Фильм|映画|電影)[^|{}\n]{0,60}", re.IGNORECASE
)
_FILM_BOX = re.compile(r"film|movie|pel[ií]cula|фильм|映画|電影|电影|영화|cinéma|filme", re.IGNORECASE)
_XML = re.compile(r"<(?:mediawiki|page)[\s>]")
_HEADING = re.compile(r"^(={2,5})\s*+(.+?)\s*\1\s*+$")
_QUALIFIER = re.compile(r"\s*\((?:[^()]*\b)?(?:film|movie|TV|\d{4})[^()]*\)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_FILM_DATE = re.compile(r"(\d{4})(?:\D{1,20}?\|?\s*(\d{1,2})\s*\|\s*(\d{1,2}))?")
_AS = re.compile(r"\s+as\s+|\s*[:：]\s+|\s+[–—-]\s+|\s*\.\.\.\s*")
_FIELDS = {
    "name": "title", "title": "title", "director": "directors", "directed_by": "directors", "starring": "cast",
    "writer": "writers", "screenplay": "writers", "screenwriter": "writers", "story": "writers",
    "runtime": "runtime_minutes",
    "country": "countries", "language": "languages", "released": "released", "genre": "genres", "tagline": "tagline",
    "native_name": "original_title", "original_name": "original_title", "titre original": "original_title",
    "originaltitel": "original_title",
    "título original": "original_title", "titolo originale": "original_title",
}  # fmt: skip
_FLAG = re.compile(r"\{\{\s*([^{}|]{2,40}?)\s*\}\}")
"""A template that shows a country by its name: {{Autriche}}."""
_DROPPED = frozenset(
    [
        "image",
        "alt",
        "caption",
        "image_size",
        "imagesize",
        "border",
        "italic title",
        "poster",
        "bild",
        "logo",
        "image size",
        "upright",
        "native_name_lang",
    ]
)


class Wikitext:
    """Reads film articles in wiki markup."""

    name = "wikitext"
    title = "Wikipedia article as wiki markup (XML export)"
    suffixes = (".xml", ".wiki", ".mediawiki")

    def match(self, document: Document) -> Match:
        """Say whether the document is a wiki's export, or wiki markup."""
        head = document.head_text[:8000]
        if (
            _XML.search(head)
            and ("<text" in head or "<title>" in head)
            and ("<revision" in head or "<mediawiki" in head)
        ):
            return Match(0.97, "a MediaWiki export: <page>, <revision>")
        found = _INFOBOX.search(head)
        if found is None or "[[" not in head:
            return NOT_MINE
        sure = 0.96 if _FILM_BOX.search(found[0]) and "'''" in head else 0.9
        return Match(sure, f"wiki markup: {found[0]}"[:60])

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield the films of the articles."""
        source = document.cite()
        others, places = 0, Places(document.text)
        for article in articles(document.text, document.name):
            draft = Draft()
            if not _infobox(article, draft):
                others += 1
                continue
            alone = draft.fields.get("other_titles", ()) if "<text" not in document.text else ()
            draft.line("title", _QUALIFIER.sub("", next(iter(alone), article.title)))
            trivia = _sections(article, draft)
            _year(article, draft)
            draft.imdb(article.imdb)
            cited = placed(places, source.sha256, trivia)
            yield Extract(facts=draft.build(), source=spanning(source.sha256, cited), trivia=cited)
        if others:
            yield Remark(
                text=f"{others} article{'s are' if others > 1 else ' is'} not about a film (no film's "
                f"infobox); left out"
            )


def _infobox(article: Article, draft: Draft) -> bool:
    box = next(
        (one for one in article.templates if _INFOBOX.match("{{" + one.name) and _FILM_BOX.search(one.name)), None
    )
    if box is None:
        return False
    for name, markup in box.parameters.items():
        if name in _DROPPED or not markup.strip():
            continue
        found = values(markup)
        field = _FIELDS.get(name) or labels.field_of(name)
        if field == "released":
            _released(draft, markup)
        elif field == "title":
            draft.names("other_titles", [*found[:1]], more=True)
        elif field == "writers":
            draft.names("writers", [person for part in found for person in labels.split_names(part)], more=True)
        elif field == "cast":
            _cast(draft, found)
        elif field == "countries":
            named = found if len(found) > 1 else labels.split_names("".join(found))
            draft.names(field, named or _FLAG.findall(markup))
        elif field:
            labels.put(draft, _label(name, field), "\n".join(found), found)
        else:
            draft.note(name, ", ".join(found))
    return True


def _cast(draft: Draft, found: list[str]) -> None:
    """Put the actors of a box into the draft, with what they play where the box says it: «Ana Duarte: Marta»."""
    parts = [_AS.split(one, maxsplit=1) for one in found]
    if sum(len(part) == 2 for part in parts) * 2 > len(parts):
        draft.names("characters", [part[1] if len(part) == 2 else "" for part in parts])
        found = [part[0] for part in parts]
    draft.names("cast", found if len(found) > 1 else labels.split_names("".join(found)))


def _label(name: str, field: str) -> str:
    return (
        name
        if labels.field_of(name) == field
        else {"runtime_minutes": "runtime", "cast": "starring", "directors": "director"}.get(field, field.rstrip("s"))
    )


def _released(draft: Draft, markup: str) -> None:
    dates = []
    for year, month, day in _FILM_DATE.findall(re.sub(r"<ref.*?(?:/>|</ref>)", "", markup, flags=re.DOTALL)):
        if is_year(int(year)):
            exact = month and day and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
            dates.append(f"{year}-{int(month):02d}-{int(day):02d}" if exact else year)
    written = [date.iso for part in values(markup) if (date := find_date(part)) and not date.ambiguous]
    exact_ones = [date for date in (*dates, *written) if len(date) == 10]
    draft.released(min(exact_ones or written or dates, default=None))


def _year(article: Article, draft: Draft) -> None:
    qualified = _QUALIFIER.search(article.title)
    found = _YEAR.search(qualified[0]) if qualified else None
    found = found or _YEAR.search(str(draft.fields.get("synopsis", ""))[:400])
    draft.number("year", int(found[1]) if found else 0)
    draft.number("year", int(str(draft.fields.get("released", "0"))[:4]))


def _sections(article: Article, draft: Draft) -> list[Trivia]:
    lead: list[str] = []
    plot: list[str] = []
    trivia: list[Trivia] = []
    path: list[str] = []
    for block in paragraphs(article.body):
        heading = _HEADING.match(block)
        if heading:
            del path[len(heading[1]) - 2 :]
            path.append(clean_line(html.unescape(heading[2])))
            continue
        kind = next((kind for one in path if (kind := section_of(one))), None)
        if kind == "skip":
            continue
        if kind == "cast" and block.startswith(("* ", "; ", ": ")):
            _actor(block[2:], draft)
        elif kind == "credits" and block.startswith("* "):
            labels.put_credit(draft, block[2:])
        elif not path:
            lead.append(block)
        elif kind == "plot":
            plot.append(block)
        else:
            trivia.append(Trivia(topic=Plain(topic_of(path) or ""), text=Plain(re.sub(r"^[*;:] ", "", block))))
    draft.text("synopsis", "\n\n".join(lead))
    draft.text("plot", "\n\n".join(plot))
    return trivia


def _actor(text: str, draft: Draft) -> None:
    parts = _AS.split(text.split("\n", maxsplit=1)[0], maxsplit=1)
    if len(parts) == 2 and len(parts[0]) < 60:
        draft.names("cast", labels.split_names(parts[0])[:1], more=True)
        draft.names("characters", [CHARACTER_END.split(parts[1], maxsplit=1)[0]], more=True)


READER = Wikitext()
