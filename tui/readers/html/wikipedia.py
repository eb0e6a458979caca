"""Wikipedia articles about films, in any language edition and skin, and lists of films there.

The lead is the synopsis, the section on the plot the plot, every other section trivia by its heading; the infobox
gives the facts. Reference marks, edit links, notices, navigation boxes and the lists of sources are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from selectolax.lexbor import LexborNode

from tui.models import Extract, Plain, Trivia
from tui.readers.base import NOT_MINE, Match, Yield
from tui.readers.html import film_lists, jsonld, labels
from tui.readers.html.cutting import take_out
from tui.readers.html.draft import Draft
from tui.readers.html.headings import CHARACTER_END, section_of, topic_of
from tui.readers.html.page import Page
from tui.readers.html.signs import Signs
from tui.readers.html.site import SiteReader
from tui.readers.html.text import line, paragraphs
from tui.text.dates import find_date
from tui.text.durations import find_minutes

_ROOTS = ("#mw-content-text .mw-parser-output", ".mw-parser-output", "#mw-content-text", "#bodyContent", "main", "body")
_FURNITURE = (
    ".navbox, .vertical-navbox, .infobox, .infobox_v2, .infobox_v3, .sinottico, .reflist, .references, "
    ".mw-references-wrap, "
    ".mw-editsection, .mw-editsection-like, .editsection, sup.reference, .reference, .hatnote, .dablink, .toc, #toc, "
    ".metadata, .ambox, .thumb, figure, "
    ".noprint, .sistersitebox, .portalbox, .catlinks, .gallery, .mw-empty-elt, .shortdescription, "
    ".mw-jump-link, #siteSub, "
    ".navigation-not-searchable, .bandeau-container, .mw-cite-backlink, .noexcerpt, style, script, .printfooter, "
    ".mbox-small, .side-box, .authority-control, .homonymie, .rellink, .NavFrame, #coordinates, .need_ref_tag, aside"
)
BOXES = (
    "table.infobox, table.infobox_v2, table.sinottico, .infobox_v3, .infobox, table[id*=Infobox], "
    "table.float-right, aside.portable-infobox"
)
"""Infoboxes, in the editions and copies of Wikipedia and on other wikis."""
_BLOCKS = "h2, h3, h4, p, ul, ol, dl, blockquote"
_QUALIFIER = re.compile(
    r"\s*\((?:[^()]*\b)?(?:film|movie|película|filme|фильм|фільм|映画|電影|电影|영화|elokuva|pellicola|phim|ταινία|филм|סרט|فيلم|فیلم|ภาพยนตร์|फ़िल्म|"
    r"lungmetraj|pel·lícula|"
    r"\d{4})[^()]*\)\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_OF_FILMS = re.compile(r"film|movie|película|cinema|cinéma|kino|фильм|фільм|映画|电影|電影|영화", re.IGNORECASE)
"""What the heading of a list of films names."""
_OF_YEAR = re.compile(r"(?<!\d)(?<!\d[–-])((?:18|19|20)\d\d)(?![\ds–-])")
"""The year of «List of Polish films of 1974», not of one of the 1970s."""
_DATED = re.compile(r",?\s*\((?:[^()]*\b)?((?:18|19|20)\d\d)\b[^()]*\)(?:\s*[–—:-]\s+(.+))?")
_SHORT = 60
"""Characters of a cell that is a heading, or a line of facts."""
_AS = re.compile(r"\s+(?:as|als|som|jako|como|nel ruolo di|dans le rôle de)\s+|\s*[:：]\s+|\s+[–—-]\s+")


class WikipediaPage(SiteReader):
    """Reads saved Wikipedia articles."""

    name = "wikipedia"
    title = "Wikipedia article"

    def knows(self, found: Signs) -> Match:
        """Say whether the page is from Wikipedia, or from another wiki made with the same software."""
        if found.is_from("wikipedia.org"):
            return Match(0.97, f"saved from {found.host}")
        if found.title.endswith(("- Wikipedia", "– Wikipedia", "— Wikipedia", "– Wikipédia", "— Wikipédia")):
            return Match(0.95, "its title names Wikipedia")
        generator = found.meta.get("generator", "")
        return Match(0.8, f"made by {generator}"[:80]) if generator.startswith("MediaWiki") else NOT_MINE

    def pages(self, page: Page) -> Iterator[Yield]:
        """Yield the film of the article, or the films that it lists."""
        root = page.first(*_ROOTS)
        name = line(page.first("#firstHeading", "h1")) or re.split(r"\s+[-–—]\s+Wiki", page.signs.title)[0]
        if root is None:
            yield page.remark("A Wikipedia page without an article")
            return
        if told := film_article(page, root, name):
            yield from told
        else:
            yield from _list(page, name)


def film_article(page: Page, root: LexborNode, name: str) -> tuple[Yield, ...]:
    """Return the film that an article is about and a remark on what was left out; nothing for any other article.

    Args:
        page: the page.
        root: what holds the article and nothing else.
        name: its heading.
    """
    draft = Draft()
    if not _infobox(page, draft) and not (_QUALIFIER.search(name) and "film" in name.casefold()):
        return ()
    draft.line("title", _QUALIFIER.sub("", name))
    _ids(page, draft)
    left = len(root.css("table")) - len(root.css(".navbox, .infobox"))
    take_out(root.css(_FURNITURE))
    take_out(root.css("table"))
    trivia = _sections(root, draft)
    _year(draft, name)
    told = page.extract(draft, [], trivia)
    tables = f"{left} table{'s' * (left > 1)} of the article (awards, box office and the like) were left out"
    return (told, page.remark(tables)) if left > 0 else (told,)


def _list(page: Page, name: str) -> Iterator[Yield]:
    films = film_lists.tables(page) or _bulleted(page, name)
    if (year := _OF_YEAR.search(name)) and not any(one.facts.year for one in films):
        films = [replace(one, facts=replace(one.facts, year=int(year[1]))) for one in films]
    if films:
        yield from films
        yield page.remark(f"«{name}» lists films: {len(films)} were taken, each with what its row says")
    else:
        yield page.remark(f"«{name}» is not the article of a film (no infobox of one); nothing was taken")


def _bulleted(page: Page, name: str) -> list[Extract]:
    """Return the films of a list whose lines begin with a title in italics and a year."""
    root = page.first(*_ROOTS)
    if root is None or not _OF_FILMS.search(name):
        return []
    films, heading = [], ""
    for node in _blocks(root):
        if node.tag in {"h2", "h3", "h4"}:
            heading = line(node).removesuffix("[edit]").strip()
            continue
        for item in node.css("li") if section_of(heading) != "skip" else []:
            take_out(item.css(_FURNITURE))
            text, title = line(item), line(item.css_first("i, em"))
            found = _DATED.match(text, len(title)) if title and text.startswith(title) else None
            if found:
                draft = Draft()
                draft.line("title", title)
                draft.number("year", int(found[1]))
                draft.text("synopsis", found[2] or "")
                films.append(page.extract(draft))
    return films if len(films) >= film_lists.LEAST else []


def _infobox(page: Page, draft: Draft) -> bool:
    """Put the infobox into the draft; say whether it is a film's."""
    for box in page.all(BOXES):
        rows = [(label, body) for row in box.css("tr, .pi-data") if (pair := _pair(row)) for label, body in [pair]]
        known = {labels.field_of(line(label)) for label, _ in rows}
        if "directors" not in known and not ("runtime_minutes" in known and known & {"cast", "countries", "released"}):
            continue
        above = line(box.css_first(".infobox-above, th.summary, caption, .pi-title"))
        draft.names("other_titles", [_QUALIFIER.sub("", above)], more=True)
        for label, body in rows:
            take_out(body.css("sup.reference, style, .mw-editsection, sup"))
            name, text = line(label), paragraphs(body)
            if labels.field_of(name) == "released":
                _released(draft, body, text)
            elif labels.field_of(name) == "other_titles":
                draft.names("other_titles", text.split("\n")[:1], more=True)
            else:
                labels.put(draft, name, text, _values(body, text), keep=True)
        _single_cells(box, draft)
        return True
    return False


def _single_cells(box: LexborNode, draft: Draft) -> None:
    """Take what fills a row of its own: the cast under its heading, «Polska 1974 • barwny • 94 min» without any."""
    above = ""
    for row in box.css("tr"):
        cells = [cell for cell in row.iter() if cell.tag in {"th", "td"}]
        if len(cells) != 1:
            continue
        text = line(cells[0])
        if cells[0].tag == "td" and section_of(above) == "cast":
            for node in cells[0].css("ul"):
                _cast(node, draft)
        elif len(text) < _SHORT:
            draft.number("runtime_minutes", find_minutes(text) or 0)
        above = text if len(text) < _SHORT else ""


def _pair(row: LexborNode) -> tuple[LexborNode, LexborNode] | None:
    cells = [cell for cell in row.iter() if cell.tag in {"th", "td"}]
    if not cells:
        label, body = row.css_first(".pi-data-label"), row.css_first(".pi-data-value")
        return (label, body) if label is not None and body is not None else None
    return (cells[0], cells[1]) if len(cells) == 2 else None


def _values(body: LexborNode, text: str) -> Sequence[str]:
    """Return single values: list items, else lines; where there is one line only, its links."""
    items = [name for item in body.css("li") if (name := line(item))]
    if items:
        return items
    rows = [row for row in text.split("\n") if row.strip()]
    if len(rows) > 1:
        return rows
    links = [name for link in body.css("a") if (name := line(link)) and not name.startswith("[")]
    return links if len(links) > 1 and "," not in text else []


def _released(draft: Draft, body: LexborNode, text: str) -> None:
    exact = [node.text() for node in body.css(".bday, .dtstart, time")]
    dates = [date.iso for row in (*exact, *text.split("\n")) if row and (date := find_date(row)) and not date.ambiguous]
    draft.released(min(dates, default=None))
    if not dates and (year := _YEAR.search(text)):
        draft.released(year[1])


def _ids(page: Page, draft: Draft) -> None:
    found = {
        href.split("/title/")[1].split("/")[0]
        for link in page.all("a[href*='imdb.com/title/tt']")
        if (href := link.attributes.get("href"))
    }
    if len(found) == 1:
        draft.imdb(found.pop())
    for thing in jsonld.things(page.data):
        same = str(thing.get("sameAs") or thing.get("mainEntity") or "")
        if "wikidata.org/entity/Q" in same:
            draft.id("wikidata", same.rsplit("/", 1)[-1])


def _sections(root: LexborNode, draft: Draft) -> list[Trivia]:
    """Take lead and plot into the draft and return the paragraphs of the other sections."""
    lead: list[str] = []
    plot: list[str] = []
    trivia: list[Trivia] = []
    path: list[str] = []
    for node in _blocks(root):
        if node.tag in {"h2", "h3", "h4"}:
            del path[int(node.tag[1]) - 2 :]
            path.append(line(node).removesuffix("[edit]").strip())
            continue
        kind = next((kind for heading in path if (kind := section_of(heading))), None)
        if kind == "skip":
            continue
        if kind == "cast" and node.tag in {"ul", "ol", "dl"}:
            _cast(node, draft)
            continue
        if kind == "credits" and node.tag in {"ul", "ol", "dl"}:
            for item in node.css("li"):
                labels.put_credit(draft, line(item))
            continue
        for text in _texts(node):
            if not path:
                lead.append(text)
            elif kind == "plot":
                plot.append(text)
            else:
                trivia.append(Trivia(topic=Plain(topic_of([one for one in path if one]) or ""), text=Plain(text)))
    draft.text("synopsis", "\n\n".join(lead))
    draft.text("plot", "\n\n".join(plot))
    return trivia


def _blocks(root: LexborNode) -> Iterator[LexborNode]:
    """Yield headings and text blocks in their order, none that lies in another."""
    taken: set[int] = set()
    for node in {node.mem_id: node for node in root.css(_BLOCKS)}.values():
        parent, inside = node.parent, False
        while parent is not None and parent.mem_id != root.mem_id:
            if parent.mem_id in taken:
                inside = True
                break
            parent = parent.parent
        if not inside:
            if node.tag in {"ul", "ol", "dl", "blockquote"}:
                taken.add(node.mem_id)
            yield node


def _texts(node: LexborNode) -> Sequence[str]:
    if node.tag in {"ul", "ol"}:
        return [text for item in node.iter() if item.tag == "li" and (text := paragraphs(item))]
    text = Plain(paragraphs(node).strip("\u200b "))
    return [text] if text else []


def _cast(node: LexborNode, draft: Draft) -> None:
    names, characters = [], []
    for item in node.css("li"):
        parts = _AS.split(line(item), maxsplit=1)
        if len(parts) == 2 and len(parts[0]) < 60:
            names.append(next(iter(labels.split_names(parts[0])), ""))
            characters.append(CHARACTER_END.split(parts[1], maxsplit=1)[0])
    known = draft.fields.get("cast", ())
    if len(names) > len(known) or tuple(names) == known:
        draft.fields.pop("cast", None)
        draft.names("cast", names)
        draft.names("characters", characters)


def _year(draft: Draft, name: str) -> None:
    """Find the year: in the article's name, its infobox, the first sentence of its lead, the first release."""
    qualified = _QUALIFIER.search(name)
    found = _YEAR.search(qualified[0]) if qualified else None
    if found is None and "year" not in draft:
        found = _YEAR.search(str(draft.fields.get("synopsis", ""))[:400])
    if found:
        draft.number("year", int(found[1]))
    draft.number("year", int(str(draft.fields.get("released", "0"))[:4]))


READER = WikipediaPage()
