"""Films in YAML: a list of mappings, or one a file, as people and site generators keep their logs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import DocumentError
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import matter
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.mentions import OWN
from tui.readers.rows.objects import Object, laid_out, role_of_name
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import FILM_ROLES, role_of

_TELLING = FILM_ROLES | {"text", "rating", "my_rating", "watched_on", "date", "venue", "id:imdb", "id:tmdb"}
_LISTED = re.compile(r"^[ \t]*-[ \t]+[\"']?[\w -]{1,40}[\"']?:(?:[ \t]|$)", re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?[\w -]{1,40}[\"']?:(?:[ \t]|$)", re.MULTILINE)
_KEY = re.compile(r"^(?:[- ][ \t]+)?[\"']?([\w -]{1,40})[\"']?:(?:[ \t]|$)", re.MULTILINE)


class YamlReader:
    """Films; what is called a rating or a date there is their owner's."""

    name = "yaml"
    title = "YAML of films"
    suffixes = (".yaml", ".yml")

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a list, by its suffix and the names in it."""
        if document.suffix not in self.suffixes or not _ENTRY.search(document.head_text):
            return NOT_MINE
        listed = _LISTED.search(document.head_text) is not None
        names = list(dict.fromkeys(_KEY.findall(document.head_text[:20_000])))
        roles = {role_of_name(name) or ("title" if name in {"name", "title"} else None) for name in names} - {None}
        if "title" not in roles or len(roles & _TELLING) < 2:
            return Match(0.1, "YAML, but its fields name no film")
        return Match(0.9, f"YAML, {'a list' if listed else 'one film'} with the fields {', '.join(names[:4])}")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the entries say, then what is wrong with the others."""
        complaints = Complaints("entry")
        layout, rows = laid_out(_objects(document), document.name)
        if not layout.kind and "title" not in layout.roles:
            raise DocumentError(document.name, "its fields name no film", "Matinee reads lists of films")
        yield from extracts_of(document, rows, complaints)
        yield from complaints.remarks()


def _objects(document: Document) -> Iterator[tuple[int, Object]]:
    for number, fields in enumerate(matter.entries(document.text), start=1):
        judged = any(role_of(name) == "author" for name in fields)
        yield number, fields if judged else {OWN.get(role_of(name) or "", name): cell for name, cell in fields.items()}


READER = YamlReader()
