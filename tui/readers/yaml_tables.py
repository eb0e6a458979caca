"""Films in YAML or TOML: a list of mappings, or one a file, as people and site generators keep their logs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import DocumentError
from tui.models import Remark
from tui.readers.base import NOT_MINE, Document, Match, Yield
from tui.readers.rows import front_matter
from tui.readers.rows.complaints import Complaints
from tui.readers.rows.mentions import OWN
from tui.readers.rows.objects import Object, laid_out, role_of_name
from tui.readers.rows.reading import extracts_of
from tui.readers.rows.roles import FILM_ROLES, role_of

_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_YAML = re.compile(r"\s*(?:-\s|#|---|[\"']?[\w. /-]{1,60}[\"']?:(?:\s|$)|[\]\[{}])")
_MOSTLY = 0.8
"""Share of its lines that are YAML's: a text has none, or a few."""
_TELLING = FILM_ROLES | {"text", "rating", "my_rating", "watched_on", "date", "venue", "id:imdb", "id:tmdb"}
_LISTED = re.compile(r"^[ \t]*-[ \t]+[\"']?[\w -]{1,40}[\"']?:(?:[ \t]|$)", re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?[\w -]{1,40}[\"']?:(?:[ \t]|$)", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?(\w[\w -]{0,39})[\"']?:(?:[ \t]|$)", re.MULTILINE)


_TOML = ".toml"
_TABLES = re.compile(
    r"^\[\[(?:[\w-]+\.)?(?:films?|movies?|watched|watchlist|diary|entry|entries|reviews?)\]\]", re.MULTILINE
)
"""A list in TOML, by a name that films go by; programs keep their settings in lists too."""
_SET = re.compile(r"^[ \t]*[\"']?(\w[\w -]{0,39}?)[\"']?[ \t]*=", re.MULTILINE)


class YamlReader:
    """Films; what is called a rating or a date there is their owner's."""

    name = "yaml"
    title = "YAML or TOML of films"
    suffixes = (".yaml", ".yml", _TOML)

    def match(self, document: Document) -> Match:
        """Say how surely `document` is such a list, by its suffix and the names in it."""
        if document.suffix == _TOML:
            listed = _TABLES.search(document.head_text) is not None and _tells_of_films(_names(document))
            return Match(0.9, "TOML, a list of films") if listed else NOT_MINE
        if document.suffix not in self.suffixes or not _ENTRY.search(document.head_text):
            return NOT_MINE
        names = _names(document)
        listed = _LISTED.search(document.head_text) is not None
        if _tells_of_films(names):
            return Match(0.9, f"YAML, {'a list' if listed else 'one film'} with the fields {', '.join(names[:4])}")
        lines = _LINE.findall(document.head_text)
        if sum(map(bool, map(_YAML.match, lines))) >= _MOSTLY * len(lines):
            return Match(0.9, "YAML whose fields name no film")
        return Match(0.1, "YAML, but its fields name no film")

    def read(self, document: Document) -> Iterator[Yield]:
        """Yield what the entries say, then what is wrong with the others."""
        if not _tells_of_films(_names(document)):
            yield Remark(text=f"its fields name no film: {', '.join(_names(document)[:4])}")
            return
        complaints = Complaints("entry")
        layout, rows = laid_out(_objects(document), document.name)
        if not layout.kind and "title" not in layout.roles:
            raise DocumentError(document.name, "its fields name no film", "Matinee reads lists of films")
        yield from extracts_of(document, rows, complaints)
        yield from complaints.remarks()


def _names(document: Document) -> list[str]:
    key = _SET if document.suffix == _TOML else _KEY
    return list(dict.fromkeys(key.findall(document.head_text[:20_000])))


def _tells_of_films(names: list[str]) -> bool:
    """Say whether fields name a film and tell something of it, or of its owner."""
    roles = {role_of_name(name) or ("title" if name in {"name", "title"} else None) for name in names} - {None}
    return "title" in roles and len(roles & _TELLING) >= 2


def _objects(document: Document) -> Iterator[tuple[int, Object]]:
    entries = front_matter.listed if document.suffix == _TOML else front_matter.entries
    for number, fields in enumerate(entries(document.text), start=1):
        judged = any(role_of(name) == "author" for name in fields)
        yield number, fields if judged else {OWN.get(role_of(name) or "", name): cell for name, cell in fields.items()}


READER = YamlReader()
