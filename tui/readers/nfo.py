"""Kodi's and Jellyfin's .nfo files: XML, XML followed by a link, or a link alone.

Tags as `CVideoInfoTag::Save` of Kodi writes them, with the older flat style and what Jellyfin adds. The XML is read
by expat itself, with every declaration of an entity refused, so that neither entity bombs nor foreign files get in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec import structs

from tui.errors import DocumentError
from tui.models import Citation, Extract, Facts, Personal, Plain, Rating, Remark, Viewing
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import values
from tui.readers.rows.records import Meaning, facts_of
from tui.readers.rows.values import Cell
from tui.readers.rows.xml import Node, parse
from tui.text import clean_line

_ROOT = re.compile(
    r"<(videodb|movie|musicvideo|tvshow|episodedetails|season|artist|album|movieset)[\s>/]", re.IGNORECASE
)
_FIRST = re.compile(
    r"\ufeff?\s*(?:<[?!][^>]*>\s*)*<(?:videodb|movie|musicvideo|tvshow|episodedetails|season|artist|album|movieset)"
    r"[\s>/]",
    re.IGNORECASE,
)
"""The element that a file by any other name begins with."""
_SHORT = 2000
"""Characters of a file that holds no more than a link to its film."""
_FIELDS = {
    "title": "title", "originaltitle": "original_title", "year": "year", "tagline": "tagline", "outline": "synopsis",
    "plot": "plot", "genre": "genres", "director": "directors", "credits": "writers", "writer": "writers",
    "runtime": "runtime", "mpaa": "certificate", "country": "countries", "premiered": "released", "studio": "studio",
    "releasedate": "released", "language": "languages", "languages": "languages",
}  # fmt: skip
_LISTED = frozenset({"genre", "director", "credits", "writer", "country", "studio", "tag", "language", "languages"})
_NOTES = ("review", "user_note", "usernote", "note", "notes")
_OWN = frozenset({"userrating", "playcount", "watched", "lastplayed", "isuserfavorite", "tag", "set", *_NOTES})
_TECHNICAL = frozenset(
    [
        "thumb",
        "fanart",
        "fileinfo",
        "resume",
        "lockdata",
        "art",
        "poster",
        "actor",
        "ratings",
        "rating",
        "votes",
        "id",
        "uniqueid",
        "communityrating",
        "criticrating",
        "episodeguide",
        "filenameandpath",
        "basepath",
        "path",
        "file",
        "hasvideoversions",
        "hasvideoextras",
        "isdefaultvideoversion",
        "aspectratio",
        "banner",
        "clearlogo",
    ]
)
"""Elements that are read by name, or that are about a file and no film."""
_KINDS = frozenset({"movie", "musicvideo", "tvshow"})
"""What Kodi's export of a whole library, `videodb.xml`, holds."""
_NO_FILM = frozenset({"movieset", "season", "artist", "album"})
_EDITION = re.compile(r"(.*\S)\s*\[([^\[\]]{2,40})\]\s*")
_BY = {
    "themoviedb": "tmdb",
    "tomatometerallcritics": "tomatometer",
    "tomatometerallaudience": "audience",
    "default": "",
    "metacritic": "metascore",
}
_ID_TAG = re.compile(r"(imdb|tmdb|wikidata)(?:_?id)?|id")
_SITES = {"themoviedb": "tmdb"}
_RATED = re.compile(r"rated\s+(?=\S)", re.IGNORECASE)
"""What Kodi's scrapers put before a certificate: «Rated PG-13»."""


class NfoReader:
    """One film, or a link to one."""

    name = "nfo"
    title = "Kodi or Jellyfin .nfo"
    suffixes = (".nfo",)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is an .nfo file."""
        head = document.head_text
        if (found := _ROOT.search(head[:4096])) and (document.suffix == ".nfo" or _FIRST.match(head)):
            return Match(0.95, f"the root element is <{found[1].lower()}>")
        words = head.strip()
        if document.suffix == ".nfo" and len(words) < _SHORT and values.link_ids(words):
            return Match(0.9, "a link and hardly anything else, as .nfo files have it")
        return Match(0.3, "named .nfo") if document.suffix == ".nfo" and words else NOT_MINE

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the file says of its film."""
        text = document.text.lstrip("\ufeff \r\n\t")
        found = _ROOT.search(text[:4096])
        if found is None:
            yield from _link_only(document, text)
            return
        root_tag = found[1]
        end = text.lower().rfind(f"</{root_tag.lower()}>")
        xml, after = (text[: end + len(root_tag) + 3], text[end + len(root_tag) + 3 :]) if end > 0 else (text, "")
        cite = document.cite(1, text.count("\n") + 1)
        for root in _roots(document, xml, root_tag):
            yield from _told(document, root, after, cite)
        if "</" in text and end < 0:
            yield Remark(text="its XML ends in the middle; read as far as it goes")


def _roots(document: Document, xml: str, tag: str) -> list[Node]:
    """Return the root elements: Kodi writes the episodes that one video file holds one after the other."""
    if tag.casefold() == "videodb":
        return [child for child in parse(document, xml).children if child.tag in _KINDS]
    parts = re.split(rf"(?<=</{tag}>)\s*(?=<{tag}[\s>])", xml, flags=re.IGNORECASE)
    return [parse(document, part, cut=True) for part in parts]


def _told(document: Document, root: Node, after: str, cite: Citation) -> Iterator[Yield]:
    facts = _facts(root, after)
    if root.tag == "movie" and facts.title is None and not facts.ids:
        facts = structs.replace(facts, **_named_by_place(document))
    if root.tag in _NO_FILM or (facts.title is None and not facts.ids):
        yield Remark(text=f"the <{root.tag}> names no film")
        return
    yield Extract(facts=facts, source=cite, personal=_personal(root, document))
    if root.tag != "movie":
        yield Remark(text=f"it is about no film but a <{root.tag}>; kept with its type")


def _named_by_place(document: Document) -> dict[str, Any]:
    """Return title and year as the file or its folder has them, which is what Kodi itself goes by; both or nothing."""
    path = PurePosixPath(document.path)
    named = (values.title_year(name) for name in (path.stem, path.parent.name))
    return next(({"title": title, "year": year} for title, year in named if title and year), {})


def _link_only(document: Document, text: str) -> Iterator[Yield]:
    ids = values.link_ids(text)
    if not ids:
        raise DocumentError(
            document.name,
            "it is neither a film's XML nor a link to one",
            "Let the media centre write it again, or leave it out",
        )
    yield Extract(facts=Facts(ids=ids, extra={"link": values.passage(text)}), source=document.cite(1))


def _facts(root: Node, after: str) -> Facts:
    cells, extra = _values(root)
    if "synopsis" not in cells and "plot" in cells:
        cells["synopsis"] = cells.pop("plot")
    if edition := _EDITION.fullmatch(values.first(cells.get("title", ""))):
        cells["title"], extra["edition"] = edition[1], edition[2]
    if (community := root.first("communityrating")) and values.rating(community, 10.0) is None:
        extra["communityrating"] = community  # out of its range; kept as it stands
    if root.tag != "movie":
        extra["type"] = root.tag
    if (set_name := _set(root)) is not None:
        extra["set"] = set_name
    if certificate := values.first(cells.get("certificate", "")):
        cells["certificate"] = _RATED.sub("", certificate)
    actors = [
        child
        for child in (
            *root.children,
            *(one for inner in root.children if inner.tag == "actors" for one in inner.children),
        )
        if child.tag == "actor" and child.first("type").casefold() in {"", "actor", "gueststar"}
    ]
    actors.sort(key=_billing)
    return structs.replace(
        facts_of(cells, Meaning(), extra),
        cast=values.names([actor.first("name") for actor in actors]),
        characters=values.names([actor.first("role") for actor in actors]),
        ids=_ids(root, after),
        ratings=_ratings(root),
    )


def _billing(actor: Node) -> float:
    """Return an actor's place in the billing; whoever has none stands behind those who have one."""
    place = values.count(actor.first("order") or actor.first("sortorder"))
    return float("inf") if place is None else place


def _values(root: Node) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """Return the elements by role, and those that no role claims by their own names."""
    cells: dict[str, Cell] = {}
    extra: dict[str, Cell] = {}
    for child in root.children:
        value = child.text.strip()
        role = _FIELDS.get(child.tag)
        if value and role is not None and child.tag in _LISTED:
            cells[role] = [*cells.get(role, ()), *values.names(value)]
        elif value and role is not None:
            cells.setdefault(role, value)
        elif value and child.tag not in _TECHNICAL | _OWN and _id_of(child) is None:
            extra.setdefault(child.tag, value)
    return cells, extra


def _set(root: Node) -> str | None:
    for child in root.children:
        if child.tag == "set":
            return child.first("name") or child.text.strip() or None
    return None


def _ids(root: Node, after: str) -> dict[str, str]:
    ids = values.link_ids(after)
    for child in root.children:
        value = child.text.strip()
        if not value or len(value) > 80:
            continue
        if child.tag == "uniqueid":
            site = child.attributes.get("type", "").casefold()
            ids[_SITES.get(site, site) or "unknown"] = clean_line(value)
        elif found := _id_of(child):
            ids.setdefault(*found)
    return ids


def _id_of(child: Node) -> tuple[str, str] | None:
    """Return the site whose id of the film an element holds, and the id; None where it holds none."""
    value = child.text.strip()
    found = _ID_TAG.fullmatch(child.tag)
    if not found or not (found[1] or value.startswith("tt")):
        return None
    site = found[1] or "imdb"
    known = values.external_id(site, child.attributes.get("id") or value)
    return (site, known) if known else None


def _ratings(root: Node) -> tuple[Rating, ...]:
    found: list[Rating] = []

    def add(value: str, scale: str, by: str, votes: str) -> None:
        rating = values.rating(value.strip().rstrip("0") if "." in value else value.strip(), _scale(scale), by)
        if rating is not None and rating.value:
            cast = values.count(votes)
            found.append(Rating(value=round(rating.value, 4), out_of=rating.out_of, votes=cast or None, by=by))

    for holder in root.children:
        if holder.tag == "ratings":
            for one in holder.children:
                name = one.attributes.get("name", "").casefold()
                add(one.first("value"), one.attributes.get("max", "10"), _BY.get(name, name), one.first("votes"))
    if not found and (flat := root.first("rating")):
        add(flat, "10", "", root.first("votes"))
    if flat := root.first("communityrating"):
        add(flat, "10", "community", "")
    if (flat := root.first("criticrating")) and not any(one.by == "tomatometer" for one in found):
        add(flat, "100" if (values.count(flat.split(".")[0]) or 0) > 10 else "10", "critics", "")
    return tuple(found)


def _scale(scale: str) -> float:
    try:
        return float(scale.replace(",", ".")) or 10.0
    except ValueError:
        return 10.0


def _personal(root: Node, document: Document) -> Personal | None:
    cite = document.cite()
    found: dict[str, Any] = {}
    own = values.rating(root.first("userrating"), 10.0)
    if own is not None and own.value:
        found["ratings"] = (own,)
    plays = values.count(root.first("playcount")) or 0
    if plays or values.yes(root.first("watched")):
        day = values.date(root.first("lastplayed")) if root.first("lastplayed") else None
        found["viewings"] = (Viewing(date=day, rewatch=plays > 1, sources=(cite,)),)
        if plays > 1:
            found["extra"] = {"plays": Plain(str(plays))}
    if values.yes(root.first("isuserfavorite")):
        found["liked"] = "yes"
    if tags := values.names(root.texts("tag")):
        found["tags"] = tags
    if notes := [text for tag in _NOTES if (text := values.passage(root.first(tag)))]:
        found["notes"] = tuple(note for text in notes for note in values.own_notes(text))
    return Personal(**found) if found else None


READER = NfoReader()
