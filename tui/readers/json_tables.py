"""JSON and JSON Lines of reviews, films or plots: arrays, lines and collections, whatever their fields are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tui.errors import DocumentError
from tui.models import Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.films import film_table
from tui.readers.rows.objects import Object, entries_of, laid_out
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import FILM_ROLES, normal, role_of
from tui.readers.rows.settling import settled
from tui.readers.rows.stream import objects_of

_KEY = re.compile(r'"((?:[^"\\]|\\.){1,60})"\s*:')
_COLUMN = re.compile(r'\{\s*"([^"\\]{1,60})"\s*:\s*\{\s*"0"\s*:')
_EMPTY = re.compile(r"\[\s*\]\s*|\{\s*\}\s*")
_LD = re.compile(r'"@context"\s*:\s*"https?:(?:\\?/){2}schema\.org')


class JsonTableReader:
    """Objects with fields that are recognised by name or content."""

    name = "json"
    title = "JSON of reviews, films or plots"
    suffixes = (".json", ".jsonl", ".ndjson")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is JSON about films, by the names in its head."""
        head = document.head_text.lstrip("\ufeff \t\r\n")
        if head[:1] not in {"{", "["} or _LD.search(head[:4000]):
            return NOT_MINE
        if _EMPTY.fullmatch(head):
            return Match(0.5, "a JSON list or object with nothing in it")
        names = list(dict.fromkeys(_KEY.findall(head[:20_000])))
        roles = {role_of(name) or ("title" if normal(name) in {"name", "title"} else None) for name in names} - {None}
        if (column := _COLUMN.match(head)) and role_of(column[1]):
            return Match(0.5, f"JSON written by columns, the first of them {column[1]}")
        told = roles & (FILM_ROLES | {"text", "id:imdb", "id:boxd", "id:tmdb"})
        if not told or not (roles & {"title", "original_title", "text", "plot", "synopsis", "trivia", "id:imdb"}):
            return Match(0.1, "JSON, but its fields name no film and no review") if names else NOT_MINE
        return Match(min(0.8, 0.4 + 0.1 * len(roles)), f"JSON with the fields {', '.join(names[:4])}")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the objects say, then what is wrong with the others."""
        if _EMPTY.fullmatch(document.head_text.strip("\ufeff \t\r\n")):
            return
        complaints = Complaints("entry")
        layout, rows = laid_out(_objects(document, complaints), document.name)
        if layout.others:
            yield Remark(text=f"it is about something else than films: it has {', '.join(layout.others[:4])}")
            return
        if not layout.kind:
            broken = next((remark.text for remark in complaints.remarks()), "")
            raise DocumentError(
                document.name,
                broken or "its fields name no film and no review",
                "Export or download it again" if broken else "Matinee reads JSON about films",
            )
        if layout.meaning.undecided:
            layout = settled(layout, rows)
            _, rows = laid_out(_objects(document, complaints := Complaints("entry")), document.name, layout)
        yield from extracts_of(document, rows, complaints, film_table(document, layout))
        yield from complaints.remarks()


def _objects(document: Document, complaints: Complaints) -> Iterator[tuple[int, Object]]:
    """Yield the objects of a document, numbered on where one entry holds several."""
    following = 1
    for number, value in objects_of(document, complaints):
        following = max(number, following)
        for one in islice(entries_of(value), 1_000_000) if isinstance(value, dict | list) else ():
            yield following, one
            following += 1


READER = JsonTableReader()
